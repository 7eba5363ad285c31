"""Recorded answers of web services: JSON with the answer as text in `body`, as programs keep them for tests.

The answer is read as a file of its own, its lines being those of the answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.model import Problem
from generator.sources.bytes.decode import problem
from generator.sources.reader import Container

# An object of a few short members, then the body, which begins as XML, JSON, RIS or BibTeX does.
_TEXT = rb'"(?:[^"\\]|\\.){0,2000}"'
_MEMBER = rb'\s{0,80}"[\w-]{1,40}"\s{0,9}:\s{0,9}(?:' + _TEXT + rb"|-?\d[\d.]{0,20}|true|false|null)\s{0,9},"
_SPACE = rb"(?:\s|\\[nrt]){0,9}"
_BODY = (
    rb"(?:<\?xml|<(?:feed|rss|OAI-PMH)\b|\[?"
    + _SPACE
    + rb'\{\s{0,9}(?:\\n)?\s{0,9}\\"|TY {0,2}-|@\w{3,20}\{)'
)
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,80}\{(?:" + _MEMBER + rb"){0,12}"
    rb'\s{0,80}"body"\s{0,9}:\s{0,9}"' + _SPACE + _BODY
)


def _matches(data: bytes) -> bool:
    return _START.match(data) is not None


def _unpack(data: bytes, shown: str) -> Iterator[tuple[str, bytes] | Problem]:
    """The body, under the name of the file."""
    try:
        body = json.loads(data)["body"]
    except (ValueError, RecursionError):
        message = "is a recorded answer that is cut off or no JSON: record it again"
        yield problem("broken-json", "error", message, shown)
        return
    yield shown, body.encode("utf-8", "replace")


ANSWER = Container("answer", _matches, _unpack)
