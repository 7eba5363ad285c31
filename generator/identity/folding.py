"""Folding text so that two spellings of the same words are equal.

Nothing folded is ever shown: it is for comparing only.
"""

from __future__ import annotations

import re
import unicodedata

from generator.text import unescape_html

_TAGS = re.compile(
    r"</?(?:i|b|em|strong|sub|sup|scp|sc|tt|span|br|p|italic|bold|jats:[a-z-]{1,20}|mml:[a-z]{1,20})\s*/?>",
    re.I,
)
_COMMAND = re.compile(r"\\(?:([a-zA-Z]+)\*?|(.))", re.DOTALL)
_JOINED = re.compile(r"[${}^_'’‘ʼ`´′\u00ad\u200b-\u200f\u2060\ufeff]")
_GAPS = re.compile(r"[\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f]")

_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau "
        "upsilon phi chi psi omega".split(),
        strict=True,
    )
)
_LETTERS = str.maketrans(
    {
        **_GREEK,
        **{
            "ς": "sigma",
            "ϵ": "epsilon",
            "ϕ": "phi",
            "ϑ": "theta",
            "ø": "o",
            "ł": "l",
            "đ": "d",
            "ı": "i",
            "ȷ": "j",
        },
        **{"æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "×": "x", "∞": "infty", "&": " and "},
    }
)
# LaTeX commands that stand for letters or signs; a name that is in none of the tables stays as a word.
_SIGNS = {"o": "o", "O": "o", "l": "l", "L": "l", "ss": "ss", "ae": "ae", "AE": "ae", "oe": "oe", "OE": "oe"}
_SIGNS |= {"aa": "a", "AA": "a", "i": "i", "j": "j", "times": "x", "varepsilon": "epsilon", "varphi": "phi"}
_SIGNS |= {"vartheta": "theta", "dots": " ", "ldots": " ", "cdots": " ", "textbackslash": " ", "sim": " "}
_SIGNS |= dict.fromkeys(
    ("le", "leq", "ge", "geq", "pm", "to", "rightarrow", "approx", "cdot", "textasciitilde"), " "
)
_STYLES = frozenset(
    "emph textbf textit textsc texttt textrm textsf textsl textup textmd textnormal underline text mathrm "
    "mathbf mathit mathcal mathbb mathsf mathtt mathfrak boldsymbol bm operatorname bf it sc tt rm em sl sf "
    "mbox hbox url href textsuperscript textsubscript left right big Big bigl bigr ensuremath displaystyle "
    "textstyle noopsort c v u H k r d b t footnotesize small large Large scriptsize protect xspace".split()
)
_FOLDED_SIGNS = {"&": " and ", "%": " ", "_": "", "#": " ", "$": " ", " ": " ", "\\": " ", ",": " ", "-": ""}


def fold(text: str) -> str:
    """The words of a text in one spelling: lower case, no accents, no punctuation, LaTeX and HTML undone.

    'M$^3$IT: \\emph{Caf\\'e}' and 'M³IT — Café' both give 'm3it cafe'. Letters outside Latin are kept.
    """
    text = unescape_html(text)
    if "<" in text:
        text = _TAGS.sub("", text)
    if "\\" in text:
        text = _COMMAND.sub(_command, text)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.replace("~", " ").casefold())
        text = unicodedata.normalize("NFC", _MARKS.sub("", text)).casefold()
    text = text.replace("~", " ").lower().translate(_LETTERS)
    return _GAPS.sub(" ", _JOINED.sub("", text)).strip()


def _command(match: re.Match[str]) -> str:
    name, sign = match[1], match[2]
    if name is None:
        return _FOLDED_SIGNS.get(sign, "")
    if name in _STYLES:
        return ""
    return _SIGNS.get(name, name)


def normalise_title(title: str) -> str:
    """A title's words for comparing: see `fold`. Empty where the title has no letter or digit.

    Word breaks are kept; `title_key` compares without them ('Pre-training', 'Pretraining').
    """
    return fold(title)


def title_key(title: str) -> str:
    """A title without any gap: equal for titles that differ only in case, accents, mark-up, hyphens."""
    return fold(title).replace(" ", "")
