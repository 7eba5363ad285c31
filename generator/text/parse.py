"""Source text to tree: one pass from left to right, linear in the length of the text, total."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.text.links import BARE_URL, shown_url, split_url, target_url
from generator.text.macros import (
    ACCENTS,
    ESCAPES,
    LETTERS,
    MARKS,
    STYLES,
    SWITCHES,
    SYMBOLS,
    accent_at,
)
from generator.text.mathsource import maths_at
from generator.text.nodes import Chars, Link, Node, Script, Style, Styled
from generator.text.typography import closing_quote, dash_at, is_tie

MAX_DEPTH = 20  # of styles inside styles; what is deeper is shown as it stands

_TOKEN = re.compile(rf"(?P<url>{BARE_URL})|\\(?:[A-Za-z]+|.)|[{{}}$~]|-{{2,}}|''|`+|-\{{\}}(?=-)", re.IGNORECASE)
_PLAIN = re.compile(r"[\\{}$~`]|--|''|://|www\.|\w\.\w+/|github\.io", re.IGNORECASE)
_BRACES = re.compile(r"\\.|[{}]")
_REFERENCE = re.compile(r"\\(?:[a-zA-Z]*cite[a-z]*|[a-zA-Z]*ref|label|input|include)\*?(?:\[[^][{}]{0,200}\]){0,2}\{[^{}]{0,1000}\}")


def parse(source: str) -> tuple[Node, ...]:
    """The tree of a folded source text. Never raises; every character ends in the tree or is known mark-up."""
    if not _PLAIN.search(source):
        return (Chars(source),) if source else ()
    return _Parser(source, matching_braces(source)).nodes(0, len(source), 0, Mode())


def matching_braces(source: str) -> dict[int, int]:
    """Position of each opening brace that is closed → position of its closing brace. Escaped braces do not count."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for token in _BRACES.finditer(source):
        if token[0] == "{":
            opened.append(token.start())
        elif token[0] == "}" and opened:
            pairs[opened.pop()] = token.start()
    return pairs


@dataclass(frozen=True, slots=True)
class Mode:
    """What holds in a part of the text. verbatim: code, without dashes and quotes; linked: inside a link."""

    verbatim: bool = False
    linked: bool = False


@dataclass(slots=True)
class _Output:
    """Nodes so far, with neighbouring characters joined."""

    nodes: list[Node] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)

    def text(self, text: str) -> None:
        if text:
            self.pending.append(text)

    def node(self, node: Node) -> None:
        self._flush()
        self.nodes.append(node)

    def _flush(self) -> None:
        if self.pending:
            self.nodes.append(Chars("".join(self.pending)))
            self.pending.clear()

    def all(self) -> tuple[Node, ...]:
        self._flush()
        return tuple(self.nodes)


class _Parser:
    """One parse. Each method takes the position of a token and returns the position after what it consumed."""

    def __init__(self, source: str, braces: dict[int, int]) -> None:
        self.source = source
        self.braces = braces
        self.quotes: dict[int, str] = {}

    def nodes(self, start: int, end: int, depth: int, mode: Mode) -> tuple[Node, ...]:
        """The tree of source[start:end]."""
        out, at = _Output(), start
        while at < end:
            token = _TOKEN.search(self.source, at, end)
            if token is None:
                break
            out.text(self.source[at : token.start()])
            at = self._token(token, end, depth, mode, out)
        out.text(self.source[at:end])
        return out.all()

    def _token(self, token: re.Match[str], end: int, depth: int, mode: Mode, out: _Output) -> int:
        first, at = token[0][0], token.start()
        if token["url"] is not None:
            return self._url(token, mode, out)
        if first == "\\":
            return self._macro(token, end, depth, mode, out)
        if first == "$":
            return self._maths(at, end, out)
        if first == "{":
            return self._group(at, end, depth, mode, out)
        out.text(self._typography(token, end, mode))
        return token.end()

    def _url(self, token: re.Match[str], mode: Mode, out: _Output) -> int:
        length = split_url(token[0])
        shown = shown_url(token[0][:length])
        out.text(shown) if mode.linked else out.node(Link(target_url(shown), (Chars(shown),)))
        return token.start() + max(length, 1)

    def _maths(self, at: int, end: int, out: _Output) -> int:
        found = maths_at(self.source, at, end)
        if found is None:
            out.text(self.source[at])
            return at + 1
        node, after = found
        out.node(node)
        return after

    def _typography(self, token: re.Match[str], end: int, mode: Mode) -> str:
        """What a dash, a tie, a quotation mark or a closing brace is shown as."""
        at, text = token.start(), token[0]
        if text == "-{}":
            return "-"
        if mode.verbatim or text == "}":
            return text
        if text[0] == "-":
            return dash_at(self.source, at, token.end()) or text
        if text == "~":
            return "\u00a0" if is_tie(self.source, at) else text
        if text == "''":
            return self.quotes.pop(at, text)
        return self._opening_quote(at, text, end)

    def _opening_quote(self, at: int, text: str, end: int) -> str:
        close = closing_quote(self.source, at, text, end)
        if close is None:
            return text
        if text == "``":
            self.quotes[close] = "”"
            return "“"
        return "‘"

    def _group(self, at: int, end: int, depth: int, mode: Mode, out: _Output) -> int:
        """A group: a style that holds inside it, an accent in braces, or braces shown as they stand."""
        close = self.braces.get(at, end)
        switch = re.compile(r"\{\s*\\([a-z]+)(?![A-Za-z])\s*").match(self.source, at, min(end, at + 40))
        if close < end and depth < MAX_DEPTH and switch and switch[1] in SWITCHES:
            self._styled(SWITCHES[switch[1]], switch.end(), close, depth, mode, out)
            return close + 1
        single = self._single(at, close) if close < end else None
        out.text("{" if single is None else single)
        return at + 1 if single is None else close + 1

    def _single(self, at: int, close: int) -> str | None:
        r"""What a group shows that holds one accented letter or symbol and nothing else: {\"o}, {\ss}."""
        if close - at > 40 or self.source[at + 1] != "\\":
            return None
        accented = accent_at(self.source, at + 1)
        if accented and accented[1] == close:
            return accented[0]
        name = self.source[at + 2 : close].rstrip().removesuffix("{}")
        if name in ACCENTS and not name.isalpha():
            return None
        return LETTERS.get(name) or SYMBOLS.get(name) or MARKS.get(name)

    def _styled(self, style: Style | None, start: int, end: int, depth: int, mode: Mode, out: _Output) -> None:
        inner = Mode(mode.verbatim or style == "code", mode.linked)
        children = self.nodes(start, end, depth + 1, inner)
        if style is None:
            for child in children:
                out.text(child.text) if isinstance(child, Chars) else out.node(child)
        elif children:
            out.node(_script(style, children) or Styled(style, children))

    def _macro(self, token: re.Match[str], end: int, depth: int, mode: Mode, out: _Output) -> int:
        at, name, after = token.start(), token[0][1:], token.end()
        if name in "([" and (found := maths_at(self.source, at, end)):
            out.node(found[0])
            return found[1]
        if (accented := accent_at(self.source, at)) and accented[1] <= end:
            out.text(accented[0])
            return accented[1]
        if name in ESCAPES:
            out.text(ESCAPES[name])
            return after
        if name in LETTERS or name in SYMBOLS or name in MARKS:
            return self._symbol(name, after, end, out)
        if self.source[after : after + 1] == "{" and self.braces.get(after, end) < end and depth < MAX_DEPTH:
            return self._with_argument(at, name, after, end, depth, mode, out)
        out.text(token[0])
        return after

    def _symbol(self, name: str, after: int, end: int, out: _Output) -> int:
        out.text(LETTERS.get(name) or SYMBOLS.get(name) or MARKS[name])
        if self.source.startswith("{}", after, end):
            return after + 2
        swallows = name in LETTERS and self.source.startswith(" ", after, end)
        return after + 1 if swallows else after

    def _with_argument(
        self, at: int, name: str, after: int, end: int, depth: int, mode: Mode, out: _Output
    ) -> int:
        close = self.braces[after]
        if name in STYLES:
            self._styled(STYLES[name], after + 1, close, depth, mode, out)
            return close + 1
        if name in ("url", "nolinkurl", "path"):
            return self._url_macro(after + 1, close, mode, out)
        if name == "href" and self.braces.get(close + 1, end) < end and not mode.linked:
            last = self.braces[close + 1]
            shown = self.nodes(close + 2, last, depth + 1, Mode(mode.verbatim, linked=True))
            out.node(Link(shown_url(self.source[after + 1 : close].strip()), shown))
            return last + 1
        reference = _REFERENCE.match(self.source, at, end)
        out.text(reference[0] if reference else self.source[at:after])
        return reference.end() if reference else after

    def _url_macro(self, start: int, close: int, mode: Mode, out: _Output) -> int:
        shown = shown_url(self.source[start:close].strip())
        out.text(shown) if mode.linked else out.node(Link(target_url(shown), (Chars(shown),)))
        return close + 1


def _script(style: Style, children: tuple[Node, ...]) -> Script | None:
    """A raised or lowered text without further mark-up is the same as an exponent in a formula."""
    if style not in ("sup", "sub") or len(children) != 1 or not isinstance(children[0], Chars):
        return None
    macro = "textsuperscript" if style == "sup" else "textsubscript"
    return Script(style, children[0].text, f"\\{macro}")
