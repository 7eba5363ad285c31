"""The tree as the value of a BibTeX field: UTF-8, balanced as BibTeX counts braces, inert in LaTeX."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.text.escape import clean_control
from generator.text.mathmacros import is_known
from generator.text.mathml import to_mathml
from generator.text.mathsource import maths_at
from generator.text.nodes import Chars, Link, Maths, Node, Script, Style, Styled

_ESCAPES = str.maketrans(
    {
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "$": r"\$",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "\\": r"{\textbackslash}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "<": r"{\textless}",
        ">": r"{\textgreater}",
        "|": r"{\textbar}",
        "`": r"{\textasciigrave}",
        '"': '{"}',  # \textquotedbl is missing from LaTeX's default encoding
        "@": "{@}",  # readers that look for the next entry stumble over @word{
        "\u00a0": "~",
        "\u202f": r"\,",
        "\n": " ",
        "\t": " ",
    }
)
_LIGATURES = re.compile(r"-(?=-)|'(?=')")
_MACROS: dict[Style, str] = {
    "em": "emph",
    "strong": "textbf",
    "code": "texttt",
    "small-caps": "textsc",
    "underline": "underline",
    "sup": "textsuperscript",
    "sub": "textsubscript",
}


def escape_bibtex(text: str) -> str:
    """Text as a part of a BibTeX field value in braces: shown as it stands by LaTeX, balanced for BibTeX,
    which counts a brace even after a backslash ("BibTeXing", O. Patashnik, 1988)."""
    return _LIGATURES.sub(r"\g<0>{}", untied(clean_control(text)).translate(_ESCAPES))


def untied(text: str) -> str:
    """`text` without no-break spaces where a tie could be taken for a part of an address."""
    return text.replace("\u00a0", " ") if "/" in text or "www." in text else text


def to_bibtex(nodes: Sequence[Node]) -> str:
    """The value of a field, without the braces around it."""
    return join_values(nodes, [node_to_bibtex(node) for node in nodes])


def join_values(nodes: Sequence[Node], values: Sequence[str]) -> str:
    """The values of neighbouring nodes as one, so that none changes what the next one means."""
    out: list[str] = []
    for index, value in enumerate(values):
        after = values[index + 1] if index + 1 < len(values) else ""
        out.append(_before(nodes[index], value, after))
        if index and isinstance(nodes[index - 1], Link):
            word, space, rest = out[index].partition(" ")
            out[index] = word.replace("~", " ") + space + rest  # a tie could belong to the address
    return "".join(out)


def _before(node: Node, value: str, after: str) -> str:
    if value[-1:] in ("-", "'") and after.startswith(value[-1]):
        return value + "{}"
    if not isinstance(node, Maths | Script) or not value.startswith("$"):
        return value
    found = maths_at(value + after[:1], 0, len(value) + 1)  # would it be taken for money?
    return value if found and found[1] == len(value) else rf"\({value[1:-1]}\)"


def node_to_bibtex(node: Node) -> str:
    """One node as LaTeX. The address of a link that shows something else is left out."""
    match node:
        case Chars(text):
            return escape_bibtex(text)
        case Maths(latex, raw):
            return f"${latex}$" if to_mathml(latex) else escape_bibtex(raw)
        case Script(style, text, latex):
            if latex.startswith(("^", "_")) and is_known(latex):
                return f"${latex}$"
            return f"\\{_MACROS[style]}{{{escape_bibtex(text)}}}"
        case Styled(style, children):
            return f"\\{_MACROS[style]}{{{to_bibtex(children)}}}"
        case Link(_, children):
            return to_bibtex(children)
