"""A BibTeX field value to our source notation: what a reference manager would import."""

from __future__ import annotations

import re

from generator.text.accents import ACCENTS, accent_at
from generator.text.macros import (
    ESCAPES,
    LETTERS,
    MARKS,
    SORTING,
    STYLES,
    SWITCHES,
    SYMBOLS,
    swallows_space,
)
from generator.text.mathsource import MAX_LENGTH, ensured_maths, maths_at

_TOKEN = re.compile(r"(?<=-)\{\}(?=-)|(?<=')\{\}(?=')|\\(?:[A-Za-z]+|.)|[{}$~]", re.DOTALL)
_ARGUMENTS = {**dict.fromkeys(STYLES, 1), "url": 1, "nolinkurl": 1, "path": 1, "href": 2}
_QUOTES = frozenset({"enquote", "mkbibquote", "textquote"})  # csquotes and biblatex
_BRACKETS = {
    **dict.fromkeys(("mkbibparens", "parentext"), ("(", ")")),
    **dict.fromkeys(("mkbibbrackets", "brackettext"), ("[", "]")),
}
# Marks as biblatex's styles write them; the space behind the macro is no part of what is shown.
_PUNCTUATION = {
    "adddot": ".",
    "adddotspace": ". ",
    "addcomma": ",",
    "addcolon": ":",
    "addsemicolon": ";",
    "addspace": " ",
    "addnbspace": " ",
    "addslash": "/",
    "bibrangedash": "-",
    "psq": "f.",
    "psqq": "ff.",
    "nopunct": "",
    "isdot": "",
}
# AMS-TeX's names in formulas, as reviews of mathematics have them.
_AMS = {r"\sb": "_", r"\sp": "^", r"\germ": r"\mathfrak", r"\bold": r"\mathbf", r"\Bbb": r"\mathbb"}
_AMS_MACRO = re.compile(r"(\\(?:sb|sp))(?![A-Za-z])\s*|(\\(?:germ|bold|Bbb))(?![A-Za-z])")
# Macros that only steer BibTeX's sorting and initials or point to a footnote, with what belongs to them.
_NOTHING_SHOWN = {
    **dict.fromkeys(("relax", "protect", "nobreak", "leavevmode", "noindent"), re.compile(r"\s?")),
    **dict.fromkeys(SORTING, re.compile(r"\s?\{[^{}]*\}\s?")),
    **dict.fromkeys(("bibskipbracenodot", "indexskipbracenodot", "bibnodot"), re.compile("")),  # apacite
    **dict.fromkeys(("kern", "raise", "lower"), re.compile(r"\s?-?[\d.]+\s?(?:em|ex|pt|mm|cm|in|sp)\s?|")),
    "penalty": re.compile(r"\s?-?\d*\s?"),
    **dict.fromkeys(("hspace", "vspace"), re.compile(r"\*?\{[^{}]*\}|")),
    **dict.fromkeys(
        ("xspace", "unskip", "allowbreak", "ignorespaces", "textcompwordmark", "string", "null"),
        re.compile(""),
    ),
    **dict.fromkeys(
        ("foreignlanguage", "selectlanguage", "textcolor", "color", "bibinfo"), re.compile(r"\s?\{[^{}]*\}")
    ),
    **dict.fromkeys(("thanks", "footnote"), re.compile(r"\s?\{(?:[^{}]|\{[^{}]*\})*\}")),
}
_VERBATIM = {"url", "nolinkurl", "path", "href"}
_SWITCH = re.compile(r"\{\s*\\([a-z]+)(?![A-Za-z])")
_KEPT_ESCAPES = {
    "$": r"\$",
    "{": r"\{",
    "}": r"\}",
    "\\": r"\\",
    ",": r"\,",
    **dict.fromkeys(" ;:", " "),
    **dict.fromkeys("-!", ""),
    "/": "",
    "@": "",
}
_PLAIN_MARKS = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$"}
_KEPT_MARKS = {"textasciitilde", "textasciigrave", "textquotesingle"}
_BARE_ACCENTS = {"~": r"\textasciitilde{}", "^": "^"}  # an accent over nothing
_ARGUMENT = re.compile(r"\*?[ ]?\{")
_SPACE = re.compile(r"\s+")
# Of a macro that we do not know: its name is what it stands for, \PDF, \TikZ or \eTeX; not \cO or \mathbbR.
_NAMES_ITSELF = re.compile(r"[A-Z][a-z]{0,9}[A-Z][A-Za-z]{0,20}|(?!math)[a-z]{1,9}[A-Z][A-Za-z]{1,20}")
# Ligatures of LaTeX's fonts, around words; not the signs of "m<<M and N>>n".
_GUILLEMETS = re.compile(r"(?<![^\s({\[~-])<<(?=\S)([^<>]*)(?<=\S)>>(?!\w)")
_FORMULA = re.compile(r"\s?\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}")
_CONTROL_WORD = re.compile(r"\\[A-Za-z]+")
_URL_SO_FAR = re.compile(r"(?:https?://|www\.)[^\s\\{}]+", re.IGNORECASE)


def knows_macro(name: str) -> bool:
    r"""Whether a macro (without backslash) means something to us in a field of BibTeX."""
    tables = (LETTERS, MARKS, STYLES, SWITCHES, SYMBOLS, ACCENTS, _NOTHING_SHOWN, _VERBATIM, _QUOTES)
    return name == "ensuremath" or any(name in table for table in (*tables, _BRACKETS, _PUNCTUATION))


def from_bibtex(value: str) -> str:
    """The source text that shows what `value` means: accents and symbols in Unicode, protective braces gone,
    mathematics and known macros kept, unknown macros left with their braces. Total, linear."""
    if "<<" in value:
        value = _GUILLEMETS.sub(r"«\1»", value)
    if not re.search(r"[\\{}$~]", value):
        return value
    return _Reader(value).read()


class _Reader:
    """One pass over a value. `closers`: for each open brace, what its closing brace becomes."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.out: list[str] = []
        self.closers: list[str] = []
        self.quotes = 0  # open ones that are not within another
        self.arguments = 0

    def read(self) -> str:
        at = 0
        while found := _TOKEN.search(self.value, at):
            if found.start() > at:
                self.arguments = 0
                self.out.append(self.value[at : found.start()])
            at = self._token(found)
        self.out.append(self.value[at:])
        return "".join(self.out)

    def _token(self, found: re.Match[str]) -> int:
        token, at = found[0], found.start()
        match token[0]:
            case "{" if token == "{}":
                self.out.append(token)
                return found.end()
            case "{":
                return self._open(at)
            case "}":
                return self._close(at)
            case "$":
                return self._maths(at)
            case "~":
                self.out.append(self._tie(at))
                return at + 1
        return self._macro(found)

    def _open(self, at: int) -> int:
        switch = _SWITCH.match(self.value, at, at + 40)
        keep = self.arguments > 0 or (switch is not None and switch[1] in SWITCHES)
        self.arguments = max(self.arguments - 1, 0)
        self.closers.append("}" if keep else "")
        if keep:
            self.out.append("{")
        return at + 1

    def _close(self, at: int) -> int:
        closer = self.closers.pop() if self.closers else "}"
        self.quotes -= closer == "”"
        self.out.append(closer)
        return at + 1

    def _quote(self, brace: int) -> int:
        """The opening quotation mark of \\enquote, the inner ones single; its brace is at `brace`."""
        inner = self.quotes % 2
        self.quotes += not inner
        self.out.append("‘" if inner else "“")
        self.closers.append("’" if inner else "”")
        return brace + 1

    def _maths(self, at: int) -> int:
        """A formula, copied as it is; a dollar sign that opens none stays as it is too."""
        found = maths_at(self.value, at, len(self.value))
        after = found[1] if found else at + 1
        formula = self.value[at:after].replace(r"\ensuremath{", "{")
        self.out.append(_AMS_MACRO.sub(lambda name: _AMS[name[1] or name[2]], formula))
        return after

    def _tie(self, at: int) -> str:
        before, after = self.value[at - 1 : at] if at else " ", self.value[at + 1 : at + 2]
        return "~" if self._in_url(at + 1) or (before.isalpha() and after.isalnum()) else " "

    def _in_url(self, at: int) -> bool:
        """Whether the word that is being read is a web address so far, and goes on at `at`."""
        word = "".join(self.out[-40:])[-300:].rsplit(" ", 1)[-1]
        return _URL_SO_FAR.fullmatch(word) is not None and self.value[at : at + 1].isalnum()

    def _macro(self, found: re.Match[str]) -> int:
        at, name, after = found.start(), found[0][1:], found.end()
        self.arguments = 0
        if name in ("(", "[") and maths_at(self.value, at, len(self.value)):
            return self._maths(at)
        if accented := accent_at(self.value, at):
            self.out.append(self._apart(accented[0]) + accented[0])
            return accented[1]
        if name in LETTERS or name in SYMBOLS or name in MARKS or name in _NOTHING_SHOWN:
            return self._symbol(name, after)
        if past := self._around(name, after):
            return past
        if name in ESCAPES or name in _KEPT_ESCAPES:
            self.out.append(_KEPT_ESCAPES.get(name, name))
            return after
        return self._kept(name, after)

    def _kept(self, name: str, after: int) -> int:
        """A macro that stays as it is, with its arguments: a style, an address, one that we do not know."""
        if name in SWITCHES:
            return self._switch(name, after)
        if name in _VERBATIM or name in STYLES:
            self.out.append(f"\\{name}")
            self.arguments = _ARGUMENTS[name]
            return self._verbatim(after) if name in _VERBATIM else after
        return self._unknown(name, after)

    def _switch(self, name: str, after: int) -> int:
        """A style to the end of its group; one that does not begin its group is left out."""
        if "".join(self.out[-2:]).rstrip().endswith("{"):
            self.out.append(f"\\{name} ")
        return self._past_space(after)

    def _unknown(self, name: str, after: int) -> int:
        """A macro that we do not know stays, unless its name is what it stands for."""
        empty = self.value.startswith("{}", after)
        if _NAMES_ITSELF.fullmatch(name) and (empty or not self.value.startswith("{", after)):
            self.out.append(self._apart(name) + name)
            return after + 2 * empty
        self.out.append(f"\\{name}")
        self.arguments = 9 if name.isalpha() else 0
        if (
            name.isalpha()
            and self.value[after : after + 1] == "}"
            and self.value[after + 1 : after + 2].isalpha()
        ):
            self.out.append("{}")  # {\macro}word
        return after

    def _past_space(self, after: int) -> int:
        found = _SPACE.match(self.value, after)
        return found.end() if found else after

    def _around(self, name: str, after: int) -> int:
        """Where reading goes on after a macro that puts marks around its argument, or in place of an empty
        one; 0 if `name` is neither."""
        if name in _BARE_ACCENTS and self.value.startswith("{}", after):
            self.out.append(_BARE_ACCENTS[name])
            return after + 2
        if name == "ensuremath":
            return self._ensured(after)
        if name in _PUNCTUATION:
            return self._punctuation(name, after)
        brace = _ARGUMENT.match(self.value, after) if name in _QUOTES or name in _BRACKETS else None
        if brace is None:
            return 0
        return self._bracket(name, brace.end()) if name in _BRACKETS else self._quote(brace.end() - 1)

    def _punctuation(self, name: str, after: int) -> int:
        self.out.append(_PUNCTUATION[name])
        return after + 2 if self.value.startswith("{}", after) else after

    def _bracket(self, name: str, after: int) -> int:
        opening, closing = _BRACKETS[name]
        self.out.append(opening)
        self.closers.append(closing)
        return after

    def _ensured(self, after: int) -> int:
        """Where the argument of \\ensuremath ends, put out as a formula; 0 if it is none."""
        found = _FORMULA.match(self.value, after, after + MAX_LENGTH)
        following = self.value[found.end() : found.end() + 3].lstrip("}")[:1] if found else ""
        formula = ensured_maths(found[1], following) if found else None
        if found is None or formula is None:
            return 0
        self.out.append(formula)
        return found.end()

    def _verbatim(self, after: int) -> int:
        """The address after \\url or \\href, copied as it is."""
        found = re.compile(r"\{[^{}]*\}").match(self.value, after)
        if found is None:
            return after
        self.arguments -= 1
        self.out.append(found[0])
        return found.end()

    def _symbol(self, name: str, after: int) -> int:
        if name in _NOTHING_SHOWN:
            past = _NOTHING_SHOWN[name].match(self.value, after)
            return past.end() if past else after
        shown = LETTERS.get(name) or SYMBOLS.get(name) or MARKS[name]
        if self.value.startswith("{}", after):
            after += 2
        elif swallows_space(name):
            after = self._past_space(after)
        if shown == "~" and self._in_url(after + (self.value[after : after + 1] == "}")):
            self.out.append("~")
        else:
            kept = f"\\{name}{{}}" if name in _KEPT_MARKS else _PLAIN_MARKS.get(shown, shown)
            self.out.append(self._apart(kept) + kept)
        return after

    def _apart(self, shown: str) -> str:
        """The space that keeps a letter from becoming part of the macro before it: {\\sl\\TeX}."""
        return " " if shown[0].isalpha() and self.out and _CONTROL_WORD.fullmatch(self.out[-1]) else ""
