"""notes/KEY.md: what the keeper says about a paper. Notes are read, never written, but for a new one.

notes, problems = read_notes(folder)       by key
entries, problems = lay(entries, notes)    corrected papers, publishable notes with links
"""

from generator.notes.laying import apply, lay, public_note, target_of
from generator.notes.links import Target, link_papers
from generator.notes.new import new_note
from generator.notes.reading import parse_note, read_notes

__all__ = [
    "Target",
    "apply",
    "lay",
    "link_papers",
    "new_note",
    "parse_note",
    "public_note",
    "read_notes",
    "target_of",
]
