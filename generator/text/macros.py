"""The LaTeX we know outside mathematics: styles, symbols and accents."""

from __future__ import annotations

import re
import unicodedata

from generator.text.nodes import Style

# Macros with one argument. None: the argument is shown without a style.
STYLES: dict[str, Style | None] = {
    "emph": "em",
    "textit": "em",
    "textsl": "em",
    "textbf": "strong",
    "texttt": "code",
    "textsc": "small-caps",
    "underline": "underline",
    "textsuperscript": "sup",
    "textsubscript": "sub",
    "textrm": None,
    "textsf": None,
    "textnormal": None,
    "textup": None,
    "textmd": None,
    "text": None,
    "mbox": None,
    "hbox": None,
    "acro": None,
    "NoCaseChange": None,
    "uppercase": None,
    "lowercase": None,
    "MakeUppercase": None,
    "MakeLowercase": None,
    "mkbibemph": "em",
    "mkbibitalic": "em",
    "mkbibbold": "strong",
}

# Macros that hold to the end of their group: {\em …}
SWITCHES: dict[str, Style | None] = {
    "em": "em",
    "it": "em",
    "itshape": "em",
    "sl": "em",
    "slshape": "em",
    "bf": "strong",
    "bfseries": "strong",
    "tt": "code",
    "ttfamily": "code",
    "sc": "small-caps",
    "scshape": "small-caps",
    "rm": None,
    "rmfamily": None,
    "sf": None,
    "sffamily": None,
    "normalfont": None,
    **dict.fromkeys("upshape mdseries normalshape small footnotesize normalsize large".split()),
}

# Letters: TeX swallows the space that ends their name, and so do we (S\o ren).
LETTERS: dict[str, str] = {
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ss": "ß",
    "SS": "ẞ",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "ı",
    "j": "ȷ",
    "ij": "ij",
    "IJ": "IJ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "dj": "đ",
    "DJ": "Đ",
    "ng": "ŋ",
    "NG": "Ŋ",
}

# Escapes and symbols whose text would mean something else in our own notation if it stood there bare.
MARKS: dict[str, str] = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciigrave": "`",
    "textdollar": "$",
    "textquotesingle": "'",
    "lbrace": "{",
    "rbrace": "}",
}

_GREEK: dict[str, str] = {
    name: unicodedata.lookup(f"GREEK SMALL LETTER {name.replace('lambda', 'lamda')}")
    for name in (
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon "
        "phi chi psi omega"
    ).split()
}

SYMBOLS: dict[str, str] = {
    **{f"text{name}": letter for name, letter in _GREEK.items()},
    "ldots": "…",
    "dots": "…",
    "textellipsis": "…",
    "textendash": "–",
    "textemdash": "—",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquotedbl": '"',
    "quotesinglbase": "‚",
    "quotedblbase": "„",
    "guillemotleft": "«",
    "guillemotright": "»",
    "guillemetleft": "«",
    "guillemetright": "»",
    "guilsinglleft": "‹",
    "guilsinglright": "›",
    "textasciicircum": "^",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textunderscore": "_",
    "textbullet": "•",
    "textperiodcentered": "·",
    "textdegree": "°",
    "textmu": "µ",
    "texttimes": "×",
    "textdiv": "÷",
    "textpm": "±",
    "textregistered": "®",
    "textcopyright": "©",
    "texttrademark": "™",
    "textsection": "§",
    "textparagraph": "¶",
    "textdagger": "†",
    "textdaggerdbl": "‡",
    "textexclamdown": "¡",
    "textquestiondown": "¿",
    "texteuro": "€",
    "euro": "€",
    "textsterling": "£",
    "textyen": "¥",
    "textonehalf": "½",
    "textonequarter": "¼",
    "textthreequarters": "¾",
    "textordfeminine": "ª",
    "textordmasculine": "º",
    "copyright": "©",
    "pounds": "£",
    "dag": "†",
    "ddag": "‡",
    "S": "§",
    "P": "¶",
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2ε",
    "BibTeX": "BibTeX",
    **{name: name for name in "XeTeX XeLaTeX LuaTeX LuaLaTeX pdfTeX pdfLaTeX ConTeXt LyX MetaPost".split()},
    "AmSTeX": "AMS-TeX",
    "AmSLaTeX": "AMS-LaTeX",
    "MF": "METAFONT",
    "METAFONT": "METAFONT",
    "MP": "MetaPost",
    "METAPOST": "MetaPost",
    "thinspace": "\u202f",
    "emdash": "—",
    "endash": "–",
    "hyphen": "-",
    "nbhyphen": "-",
    "hyp": "-",
    "cprime": "ʹ",
    "cdprime": "ʺ",
    "textinterrobang": "‽",
    "quad": " ",
    "qquad": " ",
    "newline": " ",
    "par": " ",
    "textspace": " ",
    "slash": "/",
    "times": "×",
    "pm": "±",
    "leq": "≤",
    "le": "≤",
    "geq": "≥",
    "ge": "≥",
    "neq": "≠",
    "approx": "≈",
    "sim": "∼",
    "infty": "∞",
    "rightarrow": "→",
    "leftarrow": "←",
    "to": "→",
    "cdot": "·",
    "degree": "°",
    **_GREEK,
    **dict(
        zip("Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split(), "ΓΔΘΛΞΠΣΥΦΨΩ", strict=True)
    ),
}

# A backslash and one mark. `\\` and `\ ` end in a space, `\-` and `\/` in nothing.
ESCAPES: dict[str, str] = {
    "%": "%",
    "&": "&",
    "_": "_",
    "#": "#",
    "$": "$",
    "{": "{",
    "}": "}",
    " ": " ",
    "\\": " ",
    ",": "\u202f",
    "-": "",
    "/": "",
    "@": "",
}

# Accents: macro → combining character (The TeXbook, chapter 9; fontenc T1 for \r, \k, \H).
ACCENTS: dict[str, str] = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "d": "\u0323",
    "b": "\u0331",
    "k": "\u0328",
    "r": "\u030a",
    "t": "\u0361",
}

# \\t ties two letters; our own notation has one letter under each accent.
_TIED = re.compile(r"(?:\s*\{\s*([^\W\d_]{2})\s*\}|\s+([^\W\d_]{2})(?![^\W\d_]))")
_PART_OF_WORDS = frozenset("hyphen nbhyphen hyp cprime cdprime emdash endash".split())
_LETTER_BASE = re.compile(r"(?:\{\s*(\\[ij]|[^\W\d_])\s*\}|\s+([^\W\d_])(?![^\W\d_])|(\\[ij])(?![A-Za-z]))")
_MARK_BASE = re.compile(
    r"(?:\{\s*(\\[ij]|[^\W\d_])\s*(?:\{\})?\}|([^\W\d_])|(\\[ij])(?![A-Za-z])\s?(?:\{\})?)"
)


def accent_at(source: str, start: int) -> tuple[str, int] | None:
    """The accented letter whose macro has its backslash at `start`, and where it ends; else None."""
    mark = source[start + 1 : start + 2]
    combining = ACCENTS.get(mark)
    if combining is None:
        return None
    is_letter = mark.isalpha()
    if is_letter and source[start + 2 : start + 3].isalpha():
        return None
    if mark == "t" and (tied := _TIED.match(source, start + 2)):
        pair = tied[1] or tied[2]
        return pair[0] + combining + pair[1], tied.end()
    base = (_LETTER_BASE if is_letter else _MARK_BASE).match(source, start + 2)
    if base is None:
        return None
    letter = (base[1] or base[2] or base[3]).removeprefix("\\")
    accented = unicodedata.normalize("NFC", letter + combining)
    if base[2] and not is_letter and (len(accented) > 1 or _is_apostrophe(source, start, base)):
        return None
    return accented, base.end()


def _is_apostrophe(source: str, start: int, base: re.Match[str]) -> bool:
    r"""Whether this is an English apostrophe that some program escaped: model\'s."""
    ends = not source[base.end() : base.end() + 1].isalpha()
    return source[start + 1] == "'" and base[2] in "sdm" and ends and source[start - 1 : start].isalpha()


def shown_symbol(name: str) -> str | None:
    r"""What the letter or symbol macro `name` (without backslash) is shown as; None for others."""
    return LETTERS.get(name) or SYMBOLS.get(name) or MARKS.get(name)


def swallows_space(name: str) -> bool:
    r"""Whether the space after the macro belongs to it, as in S\o ren and don\textquoteright t. TeX swallows
    it after every macro, but those who write \LaTeX is or \ldots and mean a space."""
    return (
        name in LETTERS
        or name in _PART_OF_WORDS
        or name.startswith(("textquote", "textendash", "textemdash"))
    )
