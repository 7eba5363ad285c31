"""Small plots as inline SVG. Colours and type come from the theme's CSS; each stands beside a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator.text import escape_html

_HEIGHT = 100
_LABELS = 34
_STEP = 64
_BAR = 40
_SPARK_HEIGHT = 20
_SPARK_STEP = 7
_SPARK_BAR = 5
_SQUARE = 30
_NAMES = 290
_NAME_ABOVE = 22
_MOST_LETTERS = 42
_SHADES = 4


def year_bars(counts: Mapping[int, int], label: str) -> Markup:
    """A bar a year with its count above and the year below; nothing without counts."""
    if not counts:
        return Markup()
    most = max(counts.values())
    parts = []
    for place, (year, count) in enumerate(counts.items()):
        left = place * _STEP + (_STEP - _BAR) // 2
        middle = place * _STEP + _STEP // 2
        height = _length(count, most, _HEIGHT)
        top = _HEIGHT + 16 - height
        if count:
            parts.append(f'<rect x="{left}" y="{top}" width="{_BAR}" height="{height}" rx="2"/>')
            parts.append(f'<text class="rl-n" x="{middle}" y="{top - 5}">{count}</text>')
        parts.append(f'<text x="{middle}" y="{_HEIGHT + _LABELS}">{year}</text>')
    width = len(counts) * _STEP
    base = f'<path d="M0 {_HEIGHT + 16.5}H{width}"/>'
    return _svg("rl-bars", width, _HEIGHT + _LABELS + 6, label, "".join(parts) + base)


def heat_map(
    rows: Sequence[tuple[str, Mapping[int, int]]], years: range, label: str, *, narrow: bool = False
) -> Markup:
    """A square for each row and year, the darker the more papers, with their number in it.

    rows: name and papers by year; nothing without rows or years. narrow: for a phone, with the names above
    their squares rather than before them.
    """
    if not rows or not years:
        return Markup()
    most = max((count for _, counts in rows for count in counts.values()), default=0) or 1
    left, above = (0, _NAME_ABOVE) if narrow else (_NAMES, 0)
    middle = left + _SQUARE // 2 - 1
    parts = [
        f'<text class="rl-n" x="{middle + place * _SQUARE}" y="14">{_year(year, years)}</text>'
        for place, year in enumerate(years)
    ]
    for line, (name, counts) in enumerate(rows):
        top = 22 + line * (_SQUARE + above) + above
        parts.append(f'<text y="{top - 5 if narrow else top + 18}">{_cut(name)}</text>')
        for place, year in enumerate(years):
            parts.append(_square(left + place * _SQUARE, top, counts.get(year, 0), most))
    width = max(left + len(years) * _SQUARE, _NAMES)
    height = 24 + len(rows) * (_SQUARE + above)
    return _svg("rl-heat-narrow" if narrow else "rl-heat", width, height, label, "".join(parts))


def _square(left: int, top: int, count: int, most: int) -> str:
    if not count:
        return f'<rect class="rl-0" x="{left}" y="{top}" width="{_SQUARE - 2}" height="{_SQUARE - 2}"/>'
    shade = -(-count * _SHADES // most)
    return (
        f'<rect class="rl-{shade}" x="{left}" y="{top}" width="{_SQUARE - 2}" height="{_SQUARE - 2}"/>'
        f'<text class="rl-n" x="{left + _SQUARE // 2 - 1}" y="{top + 18}">{count}</text>'
    )


def _year(year: int, years: range) -> str:
    """In two figures where there are more than one: four have no room beside each other."""
    return str(year) if len(years) == 1 else f"’{year % 100:02}"


def _cut(name: str) -> str:
    return escape_html(name if len(name) <= _MOST_LETTERS else name[: _MOST_LETTERS - 1].rstrip() + "…")


def spark(counts: Mapping[int, int], years: range) -> Markup:
    """A tiny plot over `years` for beside a number; said in words elsewhere, so silent for screen readers."""
    most = max(counts.values(), default=0)
    if not most:
        return Markup()
    bars = []
    for place, year in enumerate(years):
        height = _length(counts.get(year, 0), most, _SPARK_HEIGHT) or 1
        bars.append(f"M{place * _SPARK_STEP} {_SPARK_HEIGHT}v-{height}h{_SPARK_BAR}v{height}z")
    width = max(len(years) * _SPARK_STEP - (_SPARK_STEP - _SPARK_BAR), 1)
    # Only numbers go in.
    return Markup(
        f'<svg class="rl-spark" viewBox="0 0 {width} {_SPARK_HEIGHT}" width="{width}" '
        f'height="{_SPARK_HEIGHT}" aria-hidden="true"><path d="{"".join(bars)}"/></svg>'
    )


def share_bar(count: int, most: int) -> Markup:
    """A horizontal bar, as long as `count` is of `most`; the number stands beside it."""
    return Markup(
        f'<svg class="rl-share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{_length(count, most, 100)}" height="8"/></svg>'
    )


def _length(count: int, most: int, full: int) -> int:
    return max(round(count / most * full), 1) if count and most else 0


def _svg(css: str, width: int, height: int, label: str, inner: str) -> Markup:
    head = Markup('<svg class="{}" viewBox="0 0 {} {}" width="{}" role="img" aria-label="{}">')
    return head.format(css, width, height, width, label) + Markup(inner) + Markup("</svg>")
