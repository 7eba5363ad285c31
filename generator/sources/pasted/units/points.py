"""What a paper brings, in points below words that announce them: 'Key contributions:', '主要贡献：'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.unit import NEXT_LINE, Unit
from generator.sources.signs.labels import match_label
from generator.sources.signs.marks import bare, bullet_end, match_mark
from generator.sources.signs.wrapping import Line

_ANNOUNCED = re.compile(
    r"(?:(?:the )?(?:key|main|core|major|primary|important|novel) "
    r"(?:technical )?(?:contributions?|points?|ideas?|findings?|results?|insights?|innovations?|features?|"
    r"concepts?|takeaways?|aspects?|advantages?)|"
    r"contributions?|highlights|takeaways?|strengths|weaknesses|limitations|pros|cons|innovations?|"
    r"why (?:it matters|it is important|it's important|read it)|what it does|what's new|impact|significance|"
    r"主要贡献|核心贡献|贡献|要点|亮点|创新点|主な貢献|ポイント|주요 기여)\s?[:：]",
    re.IGNORECASE,
)
_EMPHASIS = "*_"
_MOST = 12  # points


def points_of(lines: Sequence[Line]) -> dict[int, Unit]:
    """The points and the words that announce them, as comments: by the index of the line."""
    found: dict[int, Unit] = {}
    for n, line in enumerate(lines):
        if 2 < len(line.text) < 60 and line.text.rstrip(_EMPHASIS)[-1:] in (":", "："):
            points = _points(lines, n) if _announces(line.text) else []
            if points:
                found[n] = Unit(n + 1, n + 1, line.text, NEXT_LINE, "X", reason="heading")
            for k in points:
                above = f"{_bare(line.text)} " if k == points[0] else ""
                found[k] = Unit(k + 1, k + 1, above + _bare(lines[k].text), NEXT_LINE, "C")
    return found


def _announces(text: str) -> bool:
    return _ANNOUNCED.fullmatch(text[bullet_end(text) :].strip(_EMPHASIS + " ")) is not None


def _bare(text: str) -> str:
    return bare(text[bullet_end(text) :])[0].strip(_EMPHASIS + " ") or text


def _points(lines: Sequence[Line], n: int) -> list[int]:
    """Where the points below a line stand: further right than it, where it is itself a point."""
    least = lines[n].indent + (bullet_end(lines[n].text) > 0)
    found: list[int] = []
    for k in range(n + 1, min(n + 1 + _MOST, len(lines))):
        line = lines[k]
        end = bullet_end(line.text)
        if not end or line.indent < least or (found and line.indent < lines[found[0]].indent):
            break
        rest = line.text[end:]
        if match_label(rest) or match_mark(bare(rest)[0]) or "](" in rest:
            break
        found.append(k)
    return found
