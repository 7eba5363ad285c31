"""Links from a note to papers: `[[KEY]]`, `[[KEY|words]]`; citations `[@KEY]`, `[@KEY, p. 3; @OTHER]`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model import Origin, Problem

_KEY = r"[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,98}[A-Za-z0-9_+-])?"
_LINK = re.compile(
    r"(?<!\\)(?:\[\[([^\[\]\n|]{1,100})(?:\|([^\[\]\n|]{1,200}))?\]\]|\[(@[^\[\]\n]{1,600})\](?!\())"
)
_CITED = re.compile(rf"\s*@({_KEY})((?:[\s,:].*)?)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Target:
    """A paper that can be linked to. title, cite: HTML for the link, the second such as 'Ren et al. 2023'."""

    key: str
    title: str
    cite: str


Find = Callable[[str], Target | None]


def link_papers(body: str, find: Find, place: str, first_line: int) -> tuple[str, tuple[Problem, ...]]:
    """The Markdown with links to the papers' pages, as seen from docs/papers/; a problem for each wrong key.

    Code is left alone, fenced and inline; so is what follows a backslash. place, first_line: of the body.
    """
    problems: list[Problem] = []
    lines = []
    fence = ""
    for number, line in enumerate(body.split("\n"), start=first_line):
        fence, is_code = fence_after(fence, line)
        origin = Origin(place, number, number, "note")
        lines.append(line if is_code else _link_line(line, find, origin, problems))
    return "\n".join(lines), tuple(problems)


def fence_after(fence: str, line: str) -> tuple[str, bool]:
    """The fence that is open after the line ('' for none), and whether the line is code or a fence itself."""
    mark = _FENCE.match(line)
    if not fence:
        return (mark[1], True) if mark else ("", False)
    closes = mark and mark[1].startswith(fence) and not line.strip().strip(fence[0])
    return ("" if closes else fence), True


def _link_line(line: str, find: Find, origin: Origin, problems: list[Problem]) -> str:
    return "".join(
        text if is_code else _LINK.sub(lambda match: _linked(match, find, origin, problems), text)
        for text, is_code in pieces(line)
    )


def pieces(line: str) -> Iterator[tuple[str, bool]]:
    """The line in parts, each with whether it is inline code: between two runs of as many backticks."""
    runs = [(match.start(), match.end()) for match in re.finditer("`+", line)]
    places: dict[int, list[int]] = {}
    for at, (start, end) in enumerate(runs):
        places.setdefault(end - start, []).append(at)
    done = at = 0
    while at < len(runs):
        start, end = runs[at]
        alike = places[end - start]
        after = bisect_right(alike, at)
        if after < len(alike):
            at = alike[after]
            yield line[done:start], False
            done = runs[at][1]
            yield line[start:done], True
        at += 1
    yield line[done:], False


def _linked(match: re.Match[str], find: Find, origin: Origin, problems: list[Problem]) -> str:
    key, words, cited = match.groups()
    if key is None:
        return _citations(match[0], cited, find, origin, problems)
    if not re.fullmatch(_KEY, key):
        return match[0]
    target = _target(key, find, origin, problems)
    return _anchor(target, words or target.title) if target else match[0]


def _target(key: str, find: Find, origin: Origin, problems: list[Problem]) -> Target | None:
    target = find(key)
    if target is None:
        message = f"no paper has the key {key}: `reading-list search` finds keys"
        problems.append(Problem("note-wrong-key", "warning", message, origin, key))
    return target


def _citations(whole: str, cited: str, find: Find, origin: Origin, problems: list[Problem]) -> str:
    found = [_CITED.fullmatch(part) for part in cited.split(";")]
    if not all(found):
        return whole
    parts = []
    for one in found:
        if one is not None:
            target = _target(one[1], find, origin, problems)
            parts.append((_anchor(target, target.cite) if target else f"@{one[1]}") + one[2].rstrip())
    return f"({'; '.join(parts)})"


def _anchor(target: Target, words: str) -> str:
    return f"[{words}]({target.key}.md)"
