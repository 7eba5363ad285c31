"""LaTeX mathematics as a line of Unicode that people read: 129×, x², O(n log n), ℝᵈ."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from latex2mathml.symbols_parser import convert_symbol

MAX_DEPTH = 20

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|[{}^_~&']|\s+|.", re.DOTALL)

SUPERSCRIPTS = str.maketrans(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθιφχ",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᵠᵡ",
)
SUBSCRIPTS = str.maketrans(
    "0123456789+-−=()aehijklmnoprstuvxβγρφχ",
    "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
)
# Marks that are raised by their own shape.
_RAISED = frozenset("°*∗†‡§¶′″⋆")

_SPACES = {r"\,", r"\;", r"\:", r"\ ", r"\quad", r"\qquad", r"\\", r"\>", r"\enspace"}
_NOTHING = {
    r"\!",
    r"\left",
    r"\right",
    r"\big",
    r"\Big",
    r"\bigg",
    r"\Bigg",
    r"\bigl",
    r"\bigr",
    r"\Bigl",
    r"\Bigr",
}
_NOTHING |= {
    r"\limits",
    r"\nolimits",
    r"\displaystyle",
    r"\textstyle",
    r"\middle",
    r"\rm",
    r"\bf",
    r"\it",
    r"\cal",
}
# Set upright, with a space on either side.
FUNCTIONS = set(
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim ln log".split()
)
FUNCTIONS |= set("max min Pr sec sin sinh sup tan tanh liminf limsup argmax argmin mod bmod".split())
_ALPHABETS = {r"\mathbb": "DOUBLE-STRUCK", r"\Bbb": "DOUBLE-STRUCK"}
_ACCENTS = {r"\hat": "\u0302", r"\bar": "\u0304", r"\tilde": "\u0303", r"\dot": "\u0307", r"\ddot": "\u0308"}
_ACCENTS |= {r"\vec": "\u20d7", r"\widehat": "\u0302", r"\widetilde": "\u0303", r"\overline": "\u0304"}
_ACCENTS |= {r"\check": "\u030c", r"\breve": "\u0306", r"\acute": "\u0301", r"\grave": "\u0300"}
_OWN = {r"\%": "%", r"\&": "&", r"\_": "_", r"\#": "#", r"\$": "$", r"\{": "{", r"\}": "}", r"\|": "‖"}
_OWN |= {r"\ldots": "…", r"\dots": "…", r"\cdots": "⋯", r"\colon": ":", r"\lvert": "|", r"\rvert": "|"}
_OWN |= {r"\sim": "∼", r"\epsilon": "ε", r"\varepsilon": "ε", r"\phi": "φ", r"\varphi": "φ", r"\ast": "∗"}
_OWN |= {
    r"\star": "⋆",
    r"\S": "§",
    r"\P": "¶",
    r"\lbrack": "[",
    r"\rbrack": "]",
    r"\cdot": "·",
    r"\setminus": "∖",
}
_STRUCTURE = {r"\frac", r"\dfrac", r"\tfrac", r"\sqrt", r"\binom", *_ACCENTS, *_ALPHABETS}
_SIMPLE = re.compile(r"[\w.∞…]*", re.UNICODE)


def script(style: str, text: str) -> str | None:
    """`text` raised ('sup') or lowered ('sub') in Unicode's own characters; None where it lacks one."""
    table = SUPERSCRIPTS if style == "sup" else SUBSCRIPTS
    if style == "sup" and text and all(mark in _RAISED for mark in text):
        return text
    return text.translate(table) if all(ord(mark) in table for mark in text) else None


@lru_cache(maxsize=4096)
def symbol(macro: str) -> str | None:
    r"""The character that a macro such as \alpha stands for; None for one that is no symbol."""
    if macro in _OWN:
        return _OWN[macro]
    code = convert_symbol(macro)
    try:
        return chr(int(code, 16)) if code else None
    except ValueError:
        return None


def to_unicode(latex: str) -> str:
    """A formula in one line of Unicode. What is not known is left as it stands. Never raises."""
    text = _Reader(_TOKEN.findall(latex)).row(0)
    return " ".join(text.split())


class _Reader:
    """Reads the tokens of one formula from left to right."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.at = 0

    def row(self, depth: int) -> str:
        """Everything up to the brace that closes this group, or to the end."""
        out: list[str] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token == "}" and depth:
                break
            self._add(out, token, depth)
        return "".join(out)

    def _add(self, out: list[str], token: str, depth: int) -> None:
        if token in "^_" and token:
            out.append(self._script("sup" if token == "^" else "sub", depth))
        elif token.removeprefix("\\").rstrip("*") in FUNCTIONS and token[0] == "\\":
            if out and out[-1][-1:].isalnum():
                out.append(" ")
            out.append(token.removeprefix("\\").rstrip("*"))
        else:
            out.append(self._atom(token, depth))

    def _atom(self, token: str, depth: int) -> str:
        """What one token, with the arguments it takes, is shown as."""
        if token == "{":
            return self.row(depth + 1) if depth < MAX_DEPTH else ""
        if token[0] != "\\" or len(token) == 1:
            return {"}": "", "~": " ", "&": " ", "'": "′"}.get(token, token)
        if token in _SPACES:
            return " "
        if token in _NOTHING:
            return ""
        if token in _STRUCTURE:
            return self._structure(token, depth)
        return symbol(token) or self._named(token, depth)

    def _named(self, token: str, depth: int) -> str:
        """A font or text macro shows its argument; an unknown one itself."""
        if re.match(r"\\(?:math[a-z]+|text[a-z]*|mbox|operatorname|bm|boldsymbol|rm|bf)\*?$", token):
            return self._argument(depth)
        return token

    def _argument(self, depth: int) -> str:
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1
        if self.at >= len(self.tokens) or self.tokens[self.at] == "}" or depth >= MAX_DEPTH:
            return ""
        token = self.tokens[self.at]
        self.at += 1
        return self._atom(token, depth + 1) if token not in "^_" else ""

    def _structure(self, token: str, depth: int) -> str:
        first = self._argument(depth)
        if token in _ACCENTS:
            return unicodedata.normalize("NFC", first + _ACCENTS[token]) if len(first) == 1 else first
        if token in _ALPHABETS:
            return "".join(_double_struck(letter) for letter in first)
        if token == r"\sqrt":
            return f"√{_bracketed(first)}"
        second = self._argument(depth)
        if token == r"\binom":
            return f"C({first}, {second})"
        return f"{_bracketed(first)}/{_bracketed(second)}"

    def _script(self, style: str, depth: int) -> str:
        text = self._argument(depth).strip()
        raised = script(style, text)
        if raised is not None:
            return raised
        return f"{'^' if style == 'sup' else '_'}{text if len(text) == 1 else f'({text})'}"


def _bracketed(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) else f"({text})"


def _double_struck(letter: str) -> str:
    if not ("A" <= letter <= "Z"):
        return letter
    return {"C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"}.get(
        letter, chr(0x1D538 + ord(letter) - ord("A"))
    )
