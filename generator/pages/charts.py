"""Small plots as inline SVG. Colours and type come from the theme's CSS; each stands beside a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator.pages.periods import Period, narrow_labels, periods
from generator.text import escape_html

_HEIGHT = 100
_LABELS = 34
_LINE = 16
_STEP = 64
_NARROW_STEP = 40
_MOST_WIDE = 9
_SPARK_HEIGHT = 20
_SPARK_STEP = 7
_SPARK_BAR = 5
_SQUARE = 30
_NAMES = 312
_NAME_ABOVE = 22
_MOST_LETTERS = 46
_SHADES = 4


def year_bars(counts: Mapping[int, int], label: str) -> Markup:
    """A bar a year or period with its count above and its years below; nothing without counts."""
    if not counts:
        return Markup()
    columns = periods(counts)
    bars = [column.count(counts) for column in columns]
    step = _STEP if len(columns) <= _MOST_WIDE else _NARROW_STEP
    parts = []
    for place, (column, count) in enumerate(zip(columns, bars, strict=True)):
        middle = place * step + step // 2
        if count:
            height = _length(count, max(bars), _HEIGHT)
            top, bar = _HEIGHT + _LINE - height, step * 5 // 8
            left = middle - bar // 2
            parts.append(f'<rect x="{left}" y="{top}" width="{bar}" height="{height}" rx="2"/>')
            parts.append(f'<text class="rl-n" x="{middle}" y="{top - 5}">{count}</text>')
        end = ' class="rl-end"' if place in (0, len(columns) - 1) else ""
        parts += [f"<text{end} {line}" for line in _lines(column.label(), middle, _HEIGHT + _LABELS)]
    width, below = len(columns) * step, max(len(column.label()) for column in columns) - 1
    base = f'<path d="M0 {_HEIGHT + _LINE}.5H{width}"/>'
    css = "rl-bars" if step == _STEP else "rl-bars rl-dense"
    return _svg(css, width, _HEIGHT + _LABELS + 6 + below * _LINE, label, "".join(parts) + base)


def heat_map(
    rows: Sequence[tuple[str, Mapping[int, int]]],
    columns: Sequence[Period],
    label: str,
    *,
    narrow: bool = False,
) -> Markup:
    """A square for each row and period, the darker the more papers, with their number in it.

    rows: name and papers by year; nothing without rows or columns. narrow: for a phone, with the names above
    their squares rather than before them.
    """
    if not rows or not columns:
        return Markup()
    table = [[column.count(counts) for column in columns] for _, counts in rows]
    most = max(map(max, table)) or 1
    left, above = (0, _NAME_ABOVE) if narrow else (_NAMES, 0)
    middle = left + _SQUARE // 2 - 1
    heads = narrow_labels(columns)
    parts = [
        f'<text class="rl-n" {line}'
        for place, head in enumerate(heads)
        for line in _lines(head, middle + place * _SQUARE, 14)
    ]
    start = 6 + _LINE * max(map(len, heads))
    for place, ((name, _), counts) in enumerate(zip(rows, table, strict=True)):
        top = start + place * (_SQUARE + above) + above
        parts.append(f'<text y="{top - 5 if narrow else top + 18}">{_cut(name)}</text>')
        parts += [
            _square(left + across * _SQUARE, top, count, most)
            for across, (column, count) in enumerate(zip(columns, counts, strict=True))
            if not column.gap
        ]
    width = max(left + len(columns) * _SQUARE, _NAMES)
    height = start + 2 + len(rows) * (_SQUARE + above)
    return _svg("rl-heat-narrow" if narrow else "rl-heat", width, height, label, "".join(parts))


def _square(left: int, top: int, count: int, most: int) -> str:
    if not count:
        return f'<rect class="rl-0" x="{left}" y="{top}" width="{_SQUARE - 2}" height="{_SQUARE - 2}"/>'
    shade = -(-count * _SHADES // most)
    return (
        f'<rect class="rl-{shade}" x="{left}" y="{top}" width="{_SQUARE - 2}" height="{_SQUARE - 2}"/>'
        f'<text class="rl-n" x="{left + _SQUARE // 2 - 1}" y="{top + 18}">{count}</text>'
    )


def _lines(texts: Sequence[str], middle: int, y: int) -> list[str]:
    """What follows `<text` for each of `texts`, one below the other around `middle`."""
    return [f'x="{middle}" y="{y + place * _LINE}">{text}</text>' for place, text in enumerate(texts)]


def _cut(name: str) -> str:
    return escape_html(name if len(name) <= _MOST_LETTERS else name[: _MOST_LETTERS - 1].rstrip() + "…")


def spark(counts: Mapping[int, int], columns: Sequence[Period]) -> Markup:
    """A tiny plot over `columns` for beside a number; said in words elsewhere, so screen readers skip it."""
    bars = [column.count(counts) for column in columns]
    most = max(bars, default=0)
    if not most:
        return Markup()
    parts = []
    for place, (column, count) in enumerate(zip(columns, bars, strict=True)):
        height = _length(count, most, _SPARK_HEIGHT) or 1
        if not column.gap:
            parts.append(f"M{place * _SPARK_STEP} {_SPARK_HEIGHT}v-{height}h{_SPARK_BAR}v{height}z")
    width = len(columns) * _SPARK_STEP - (_SPARK_STEP - _SPARK_BAR)
    # Only numbers go in.
    return Markup(
        f'<svg class="rl-spark" viewBox="0 0 {width} {_SPARK_HEIGHT}" width="{width}" '
        f'height="{_SPARK_HEIGHT}" aria-hidden="true"><path d="{"".join(parts)}"/></svg>'
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
    size = f'viewBox="0 0 {width} {height}" width="{width}" style="--rl-width: {width}px"'
    head = Markup(f'<svg class="{css}" {size} role="img" aria-label="{{}}">')
    return head.format(label) + Markup(inner) + Markup("</svg>")
