"""Web addresses that stand bare in a text."""

from __future__ import annotations

import re

_PATH = r"(?:[^\s<>\"{}\\^`|$\u2018-\u201f\u3000-\u9fff\uff00-\uffef]|\\[_%#&~])"
_DOMAINS = (
    "com|org|net|edu|gov|io|ai|co|dev|app|info|me|ly|gl|be|xyz|site|page|eu|uk|de|fr|ch|at|nl|it|es|se|cn|jp|kr|in"
    "|ca|au"
)

# Where an address may be; then the address itself. Bounded repetitions: linear on any text.
_HINT = re.compile(rf"https?://|www\.|[a-z0-9]\.(?:{_DOMAINS})/|[a-z0-9]\.github\.io", re.IGNORECASE)
_URL = re.compile(
    rf"(?<![A-Za-z0-9_])https?://{_PATH}{{1,2000}}"
    rf"|(?<![\w.@/:\\-])www\.[a-z0-9-]{{1,63}}\.{_PATH}{{1,2000}}"
    rf"|(?<![\w.@/:\\-])(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,4}}(?:{_DOMAINS})/(?=[\w~.-]){_PATH}{{1,2000}}"
    r"|(?<![\w.@/:\\-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,3}github\.io(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_DOMAIN_MARKS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"

_TRAILING = frozenset(".,;:!?'\"*_~-")
_ESCAPED = re.compile(r"\\([_%#&~])")
_PAIRS = {")": "(", "]": "["}


def urls_in(source: str) -> list[tuple[int, int]]:
    """Start and end of each address that stands bare in `source`, in order."""
    if "/" not in source and "www." not in source.lower() and ".github.io" not in source.lower():
        return []
    spans: list[tuple[int, int]] = []
    end = 0
    for hint in _HINT.finditer(source):
        if hint.start() < end:
            continue
        whole = "://" in hint[0] or hint[0][-1] == "."
        start = hint.start() if whole else _domain_start(source, hint.start())
        found = _URL.match(source, max(start, end))
        if found:
            end = found.start() + max(split_url(found[0]), 1)
            spans.append((found.start(), end))
    return spans


def _domain_start(source: str, at: int) -> int:
    before = source[max(at - 300, 0) : at]
    return at - (len(before) - len(before.rstrip(_DOMAIN_MARKS)))


def split_url(found: str) -> int:
    """How many characters of `found` belong to the address: punctuation that ends a sentence does not,
    nor does a bracket that was not opened inside."""
    balance = {close: found.count(close) - found.count(open_) for close, open_ in _PAIRS.items()}
    end = len(found)
    while end:
        last = found[end - 1]
        if last in _PAIRS and balance[last] > 0:
            balance[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return end


def shown_url(found: str) -> str:
    r"""The address without LaTeX escapes: my\_repo is my_repo."""
    return _ESCAPED.sub(r"\1", found)


def target_url(shown: str) -> str:
    """The address to go to: with a scheme, https where none was written."""
    return shown if "://" in shown[:9] else "https://" + shown
