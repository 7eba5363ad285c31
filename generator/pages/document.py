"""A Markdown page: front matter and body."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

import frontmatter

from generator.model import OutputFile
from generator.text import escape_html

MARK = "reading-list"
_LONGEST_DESCRIPTION = 200


class DamagedPageError(ValueError):
    """Front matter that does not come back as it was written: an error of the program, never of the input."""


def document(path: str, meta: Mapping[str, Any], body: str) -> OutputFile:
    """The file `path` (relative to docs/) with `meta` as YAML above `body`.

    Raises DamagedPageError where reading the page gives other front matter than `meta`.
    """
    wanted = {**meta, "generated": MARK}
    post = frontmatter.Post(body.strip("\n"), **wanted)
    text = frontmatter.dumps(post, sort_keys=False, allow_unicode=True, width=10**9) + "\n"
    if frontmatter.loads(text).metadata != wanted:
        raise DamagedPageError(path)
    return OutputFile(PurePosixPath(path), text)


def page_meta(title: str, description: str, *hidden: str) -> dict[str, Any]:
    """Front matter that Material reads. It prints title and description as they stand: they are escaped here.

    title, description: plain text; hidden: parts of the page to leave out ('navigation', 'toc').
    """
    meta: dict[str, Any] = {"title": escape_html(title), "description": escape_html(shorten(description))}
    return {**meta, "hide": list(hidden)} if hidden else meta


def shorten(text: str, most: int = _LONGEST_DESCRIPTION) -> str:
    """`text` cut at a space, with '…', where it has more than `most` characters."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
