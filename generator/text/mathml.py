"""LaTeX mathematics as MathML: made by latex2mathml, then let through an allow-list (MathML Core, W3C)."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from latex2mathml.converter import convert

from generator.text.escape import clean_control, escape_marks
from generator.text.mathmacros import is_known
from generator.text.mathtext import FUNCTIONS

_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
_TOKENS = frozenset("mi mn mo mtext mspace".split())
_ELEMENTS = _TOKENS | frozenset(
    "math mrow msup msub msubsup munder mover munderover mfrac msqrt mroot mtable mtr mtd mstyle mpadded "
    "mphantom menclose".split()
)
_ATTRIBUTES = frozenset(
    "mathvariant stretchy fence form accent accentunder displaystyle scriptlevel linethickness "
    "columnalign rowspacing columnspacing width height depth lspace rspace symmetric minsize maxsize "
    "movablelimits separator notation".split()
)
_VALUE = re.compile(r"[\w.%+ -]{0,40}")
_HIDDEN = str.maketrans({"<": "\ue000", ">": "\ue001", '"': "\ue002"})
_SHOWN = str.maketrans({"\ue000": "<", "\ue001": ">", "\ue002": '"'})
_TEXT = re.compile(r"\\(?:text[a-z]*|mbox)\s*\{[^{}]*\}")


@lru_cache(maxsize=4096)
def to_mathml(latex: str) -> str | None:
    """A <math> element on one line, safe in HTML and Markdown; None for what cannot be set."""
    if not is_known(latex) or latex.translate(_SHOWN) != latex:
        return None
    try:
        tree = fromstring(convert(_TEXT.sub(lambda found: found[0].translate(_HIDDEN), clean_control(latex))))
        return _serialised(tree)
    except (ParseError, DefusedXmlException, _NotAllowedError):
        return None
    except Exception:  # latex2mathml raises what its parser runs into: IndexError, StopIteration, its own
        return None


class _NotAllowedError(Exception):
    """The tree holds an element or attribute that is not on the list."""


def _serialised(element: Element) -> str:
    name = str(element.tag).removeprefix(_NAMESPACE)
    if name not in _ELEMENTS or (name not in _TOKENS and (element.text or "").strip()):
        raise _NotAllowedError(name)
    _space_functions(element)
    content = _text(element.text) + "".join(_serialised(child) for child in element)
    if name == "mrow" and len(element) == 1 and not element.attrib:
        return content
    attributes = (
        "" if name == "math" else "".join(_attribute(*pair) for pair in sorted(element.attrib.items()))
    )
    return f"<{name}{attributes}>{content}</{name}>"


def _space_functions(row: Element) -> None:
    """Makes functions operators: browsers set <mi>n</mi><mi>log</mi><mi>n</mi> as one word."""
    for index, child in enumerate(row):
        if child.tag != f"{_NAMESPACE}mi" or (child.text or "") not in FUNCTIONS:
            continue
        following = row[index + 1] if index + 1 < len(row) else None
        child.tag = f"{_NAMESPACE}mo"
        child.attrib = {} if index == 0 else {"lspace": ".17em"}
        if following is not None and (following.text or "") not in ("(", "["):
            child.attrib["rspace"] = ".17em"


def _text(text: str | None) -> str:
    return escape_marks((text or "").translate(_SHOWN))


def _attribute(name: str, value: str) -> str:
    if name not in _ATTRIBUTES or not _VALUE.fullmatch(value):
        raise _NotAllowedError(name)
    return f' {name}="{value}"'
