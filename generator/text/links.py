"""Web addresses that stand bare in a text."""

from __future__ import annotations

import re

_PATH = r"(?:[^\s<>\"{}\\^`|$\u2018-\u201f\u3000-\u9fff\uff00-\uffef]|\\[_%#&~])"
_DOMAINS = (
    "com|org|net|edu|gov|io|ai|co|dev|app|info|me|ly|gl|be|xyz|site|page|eu|uk|de|fr|ch|at|nl|it|es|se|cn|jp|kr|in"
    "|ca|au"
)

# Bounded repetitions, and only at the start of a word: linear on any text.
BARE_URL = (
    r"(?<![A-Za-z0-9_])https?://" + _PATH + r"{1,2000}"
    r"|(?<![\w.@/:\\-])www\.[A-Za-z0-9-]{1,63}\." + _PATH + r"{1,2000}"
    r"|(?<![\w.@/:\\-])(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,4}(?:"
    + _DOMAINS
    + r")/(?=[\w~.-])"
    + _PATH
    + r"{1,2000}"
    r"|(?<![\w.@/:\\-])(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,3}github\.io(?![\w.-])"
)

_TRAILING = frozenset(".,;:!?'\"*_~-")
_ESCAPED = re.compile(r"\\([_%#&~])")
_PAIRS = {")": "(", "]": "["}


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
