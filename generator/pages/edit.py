"""Where a reader who may do so edits what the keeper says of a paper: the note, in the repository."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit

from generator.model import Note
from generator.text import safe_url

_NEW_NOTE = "---\nstatus: \nrating: \ntags: \n---\n\n"


def edit_address(repository: str | None, notes: str, key: str, note: Note | None) -> str:
    """The web editor with the note of `key`, or with a new one begun in the folder `notes`; '' where the
    repository has none that we know. HEAD stands for the main branch, whatever its name.

    Source: GitHub Docs, "Creating new files" (query parameters `filename` and `value`).
    """
    home = safe_url((repository or "").removesuffix("/").removesuffix(".git"))
    if not home or urlsplit(home).hostname != "github.com":
        return ""
    if note:
        return f"{home}/edit/HEAD/{quote(note.path)}"
    new = {"filename": f"{notes}/{key}.md", "value": _NEW_NOTE}
    return f"{home}/new/HEAD?{urlencode(new, quote_via=quote)}"
