"""The LaTeX we know outside mathematics: styles, letters and symbols."""

from __future__ import annotations

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
    "up": "sup",
    "textrm": None,
    "textsf": None,
    "textnormal": None,
    "textup": None,
    "textmd": None,
    "text": None,
    "mbox": None,
    "hbox": None,
    "acro": None,
    **dict.fromkeys("bibnamefont bibfnamefont textcyr textgreek textlf uline MakeTextUppercase doi".split()),
    **dict.fromkeys(
        "textarabic textpersian texthebrew textrussian textzh textjapanese textlatin textchinese".split()
    ),
    **dict.fromkeys("mkbibacro hologo bibcorporate bibliteral rlap llap lr rl oldstylenums".split()),
    **dict.fromkeys("pkg CRANpkg proglang pkgname sty".split()),  # packages and languages
    **dict.fromkeys("ce ac acs acl acf gls Gls textcyrillic".split()),  # formulas, abbreviations
    **dict.fromkeys(("code", "file"), "code"),
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
    "smc": "small-caps",
    "rm": None,
    "rmfamily": None,
    "sf": None,
    "sffamily": None,
    "normalfont": None,
    **dict.fromkeys("upshape mdseries normalshape cyr".split()),
    **dict.fromkeys("tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge".split()),
}

# Macros whose argument is for BibTeX's sorting alone, and not shown.
SORTING = ("noopsort", "NOOPSORT", "SortNoop", "sortnoop", "APACSortNoop", "noop")

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
    **dict.fromkeys(("dj", "dbar"), "đ"),
    **dict.fromkeys(("DJ", "Dbar"), "Đ"),
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
    **dict(zip("glqq grqq glq grq flqq frqq flq frq".split(), "„“‚‘«»‹›", strict=True)),
    **dict(zip("ieme ier iere iemes".split(), ("ᵉ", "ᵉʳ", "ʳᵉ", "ᵉˢ"), strict=True)),
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
    **dict(
        zip(
            "textperthousand textpertenthousand textcent textcurrency textbrokenbar textlnot textpilcrow "
            "textnumero textohm textmusicalnote textservicemark textestimated textrecipe textbardbl".split(),
            "‰‱¢¤¦¬¶№Ω♪℠℮℞‖",
            strict=True,
        )
    ),
    **dict(
        zip(
            "textonesuperior texttwosuperior textthreesuperior textasciidieresis textasciimacron "
            "textasciiacute textleftarrow textrightarrow textuparrow textdownarrow textminus textsurd "
            "textasteriskcentered textschwa textesh textopeno textborn textdied textmarried".split(),
            "¹²³¨¯´←→↑↓−√∗əʃɔ*†⚭",
            strict=True,
        )
    ),
    **dict(zip("textbaht textwon textnaira textpeso textlira".split(), "฿₩₦₱₤", strict=True)),
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
    "AmS": "AMS",
    "AmSTeX": "AMS-TeX",
    "AmSLaTeX": "AMS-LaTeX",
    "MF": "METAFONT",
    "METAFONT": "METAFONT",
    "MP": "MetaPost",
    "METAPOST": "MetaPost",
    "thinspace": "\u202f",
    "emdash": "—",
    "Dash": "—",
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
    **dict.fromkeys(("textspace", "space", "hfill", "linebreak"), " "),
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
    **dict(
        zip("varepsilon varphi ell partial nabla propto equiv bullet circ".split(), "εφℓ∂∇∝≡•∘", strict=True)
    ),
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

_PART_OF_WORDS = frozenset(
    "hyphen nbhyphen hyp cprime cdprime emdash endash Dash slash textbackslash glqq glq flqq flq".split()
)
_BEFORE_UNITS = frozenset("textdegree degree textmu pounds S P".split())  # 5 \textdegree C, \pounds 3


def shown_symbol(name: str) -> str | None:
    r"""What the letter or symbol macro `name` (without backslash) is shown as; None for others."""
    return LETTERS.get(name) or SYMBOLS.get(name) or MARKS.get(name)


def swallows_space(name: str) -> bool:
    r"""Whether the space after the macro belongs to it, as in S\o ren and don\textquoteright t. TeX swallows
    it after every macro, but those who write \LaTeX is or \ldots and mean a space."""
    return (
        name in LETTERS
        or name in _PART_OF_WORDS
        or name in _BEFORE_UNITS
        or name.startswith(("textquote", "textendash", "textemdash"))
    )
