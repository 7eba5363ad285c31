"""Which macros of mathematics are let through, to MathML and to BibTeX; everything else is text."""

from __future__ import annotations

import re

from generator.text.mathtext import symbol

_MACRO = re.compile(r"\\(?:[A-Za-z]+|.|$)", re.DOTALL)
_STRUCTURE = frozenset(
    r"""frac dfrac tfrac cfrac sqrt binom dbinom tbinom overline underline overbrace underbrace overset
    underset stackrel substack hat bar tilde vec dot ddot check breve acute grave mathring widehat widetilde
    overrightarrow overleftarrow boxed cancel pmod bmod mod pod left right middle
    big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr limits nolimits not
    mathbb mathbf mathcal mathfrak mathit mathrm mathscr mathsf mathtt mathnormal boldsymbol bm pmb
    text textrm textit textbf textsf texttt textnormal textup mbox operatorname
    displaystyle textstyle scriptstyle scriptscriptstyle quad qquad enspace thinspace prime
    rm bf it cal sf tt begin end
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log
    max min Pr sec sin sinh sup tan tanh argmax argmin ldots dots cdots vdots ddots dotsc dotsb""".split()
)
_MARKS = frozenset(",;:! {}%$&_#|\\>")
_ENVIRONMENTS = frozenset(
    "matrix pmatrix bmatrix vmatrix Bmatrix Vmatrix smallmatrix cases array aligned".split()
)
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\s*(?:\{([^{}]*)\})?")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_ACTIVE = re.compile(r"(?<!\\)(?:\\\\)*[%#$]|`|\^\^")


def is_known(latex: str) -> bool:
    """Whether a formula holds only macros that set mathematics, balanced, and nothing TeX acts on."""
    return (
        _ACTIVE.search(latex) is None
        and all(_known_macro(macro[0]) for macro in _MACRO.finditer(latex))
        and all(found[1] in _ENVIRONMENTS for found in _ENVIRONMENT.finditer(latex))
        and is_balanced(latex)
    )


def _known_macro(macro: str) -> bool:
    name = macro[1:]
    if not name.isalpha():
        return name in _MARKS and name != ""
    return name in _STRUCTURE or symbol(macro) is not None


def is_balanced(latex: str) -> bool:
    """Whether braces close in order, as TeX counts them (without the escaped) and as BibTeX does."""
    return _closes(_BRACE.findall(latex)) and _closes([mark for mark in latex if mark in "{}"])


def _closes(tokens: list[str]) -> bool:
    depth = 0
    for token in tokens:
        depth += {"{": 1, "}": -1}.get(token, 0)
        if depth < 0:
            return False
    return depth == 0
