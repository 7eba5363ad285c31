"""Small plots as inline SVG. Colours and type come from the theme's CSS; each stands beside a table."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

_HEIGHT = 100
_LABELS = 34
_STEP = 64
_BAR = 40
_SPARK_HEIGHT = 20
_SPARK_STEP = 7
_SPARK_BAR = 5


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
