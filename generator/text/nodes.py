"""The tree that a text is parsed into. A rendering is a function of these six kinds of node."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["em", "strong", "code", "small-caps", "underline", "sup", "sub"]


@dataclass(frozen=True, slots=True)
class Chars:
    """Text to be shown as it stands. U+00A0 stands for a space that does not break."""

    text: str


@dataclass(frozen=True, slots=True)
class Maths:
    """A formula. latex: what stands between the marks; raw: marks included, shown when it cannot be set."""

    latex: str
    raw: str


@dataclass(frozen=True, slots=True)
class Script:
    """An exponent or index without a base, which is typography: the ³ of M$^3$IT. latex: as in the source."""

    style: Literal["sup", "sub"]
    text: str
    latex: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Emphasis, strong type, code, small capitals, a raised or a lowered text."""

    style: Style
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A web address and what is shown for it. url: as found, not yet made safe."""

    url: str
    children: tuple[Node, ...]


Node = Chars | Maths | Script | Styled | Link
