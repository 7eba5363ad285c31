"""Pages that stand where a paper's former key was and lead to where it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model import Entry, OutputFile
from generator.pages.document import document, page_meta


def redirect_pages(entries: Iterable[Entry]) -> Iterator[OutputFile]:
    """A page for each former key. It works without the theme's `redirect.html` too: its body is a link."""
    for entry in entries:
        for old in entry.aliases:
            yield _redirect(old, entry)


def _redirect(old: str, entry: Entry) -> OutputFile:
    title = entry.paper.title
    meta = {
        **page_meta(title.plain if title else entry.key, f"Moved: {old} is {entry.key} now."),
        "template": "redirect.html",
        "moved_to": f"../{entry.key}/",
        "search": {"exclude": True},
    }
    words = title.html if title else entry.key
    return document(f"papers/{old}.md", meta, f"This paper has moved: [{words}]({entry.key}.md)")
