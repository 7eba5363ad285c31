"""Source text to tree: one pass from left to right, linear in the length of the text, total."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.text.accents import accent_at
from generator.text.links import shown_url, target_url, urls_in
from generator.text.macros import (
    ESCAPES,
    STYLES,
    SWITCHES,
    shown_symbol,
    swallows_space,
)
from generator.text.mathsource import ensured_maths, maths_at
from generator.text.nodes import Chars, Link, Node, Script, Style, Styled
from generator.text.typography import closing_quote, dash_at, is_tie

MAX_DEPTH = 20  # of styles inside styles; what is deeper is shown as it stands

# Each alternative starts with a literal, so that the search skips ordinary text quickly.
_TOKEN = re.compile(r"-\{\}(?=-)|'\{\}(?=')|\\(?:[A-Za-z]+|.)|[{}$~]|---*|''|'|``*")
_PLAIN = re.compile(r"[\\{}$~`/]|--|''|(?:\.g|\.G|[wW]\.)")
_BRACES = re.compile(r"\\.|[{}]")
_SWITCH = re.compile(r"\{\s*\\([a-z]+)(?![A-Za-z])\s*")
_REFERENCE = re.compile(
    r"\\(?:[a-zA-Z]{0,20}cite[a-z]{0,20}|[a-zA-Z]{0,20}ref|label|input|include)\*?"
    r"(?:\[[^][{}]{0,200}\]){0,2}\{[^{}]{0,1000}\}"
)


def parse(source: str) -> tuple[Node, ...]:
    """The tree of a folded source text. Total: every character ends in the tree or is mark-up."""
    if not _PLAIN.search(source):
        return (Chars(source),) if source else ()
    return _Parser(source).nodes(0, len(source), 0, Mode())


def matching_braces(source: str) -> dict[int, int]:
    """Position of each opening brace → position of the brace that closes it; escaped ones do not count."""
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

    def add(self, node: Node) -> None:
        if isinstance(node, Chars):
            self.text(node.text)
        else:
            self.node(node)

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


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the source that is being read: where it ends, how deep it lies, what comes of it."""

    end: int
    depth: int
    mode: Mode
    out: _Output


class _Parser:
    """One parse. A method for a token returns the position after what it consumed."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.braces = matching_braces(source)
        self.quotes: dict[int, str] = {}
        self.urls = urls_in(source)[::-1]

    def nodes(self, start: int, end: int, depth: int, mode: Mode) -> tuple[Node, ...]:
        """The tree of source[start:end]."""
        part, at = _Part(end, depth, mode, _Output()), start
        token = _TOKEN.search(self.source, at, end)
        while at < end:
            if token and token.start() < at:  # behind an address the same token is next
                token = _TOKEN.search(self.source, at, end)
            stop = token.start() if token else end
            if url := self._next_url(at, stop):
                part.out.text(self.source[at : url[0]])
                self._link(self.source[url[0] : url[1]], part)
                at = url[1]
                continue
            part.out.text(self.source[at:stop])
            at = self._token(token, part) if token else end
        part.out.text(self.source[at:end])
        return part.out.all()

    def _next_url(self, at: int, stop: int) -> tuple[int, int] | None:
        """The next bare address, if it starts from `at` to before `stop`."""
        while self.urls and self.urls[-1][0] < at:
            self.urls.pop()
        return self.urls[-1] if self.urls and self.urls[-1][0] < stop else None

    def _token(self, token: re.Match[str], part: _Part) -> int:
        first, at = token[0][0], token.start()
        if first == "\\":
            return self._macro(token, part)
        if first == "$":
            return self._maths(at, part)
        if first == "{":
            return self._group(at, part)
        part.out.text(self._typography(token, part))
        return token.end()

    def _link(self, found: str, part: _Part) -> None:
        shown = shown_url(found)
        if part.mode.linked or not shown:
            part.out.text(shown)
        else:
            part.out.node(Link(target_url(shown), (Chars(shown),)))

    def _maths(self, at: int, part: _Part) -> int:
        found = maths_at(self.source, at, part.end)
        if found is None:
            part.out.text(self.source[at])
            return at + 1
        part.out.node(found[0])
        return found[1]

    def _typography(self, token: re.Match[str], part: _Part) -> str:
        """What a dash, a tie, a quotation mark or a closing brace is shown as."""
        at, text = token.start(), token[0]
        if text.endswith("{}"):  # keeps two hyphens or apostrophes apart
            return text[0]
        if part.mode.verbatim or text == "}":
            return text
        if text[0] == "-":
            return dash_at(self.source, at, token.end()) or text
        if text == "~":
            return "\u00a0" if is_tie(self.source, at) else text
        if text[0] == "'":
            return self.quotes.pop(at, text)
        return self._opening_quote(at, text, part.end)

    def _opening_quote(self, at: int, text: str, end: int) -> str:
        close = closing_quote(self.source, at, text, end)
        if close is None:
            return text
        self.quotes[close] = "”" if text == "``" else "’"
        return "“" if text == "``" else "‘"

    def _group(self, at: int, part: _Part) -> int:
        """A group: a style that holds inside it, an accent in braces, or braces shown as they stand."""
        close = self.braces.get(at, part.end)
        if close >= part.end:
            part.out.text("{")
            return at + 1
        switch = _SWITCH.match(self.source, at, min(close, at + 40))
        if switch and switch[1] in SWITCHES and part.depth < MAX_DEPTH:
            self._styled(SWITCHES[switch[1]], switch.end(), close, part)
            return close + 1
        single = self._single(at, close)
        part.out.text("{" if single is None else single)
        return at + 1 if single is None else close + 1

    def _single(self, at: int, close: int) -> str | None:
        r"""What a group shows that holds one accented letter or symbol and nothing else: {\"o}, {\ss}."""
        if close - at > 40 or self.source[at + 1] != "\\":
            return None
        accented = accent_at(self.source, at + 1)
        if accented and accented[1] == close:
            return accented[0]
        return shown_symbol(self.source[at + 2 : close].rstrip().removesuffix("{}"))

    def _styled(self, style: Style | None, start: int, end: int, part: _Part) -> None:
        inner = Mode(part.mode.verbatim or style == "code", part.mode.linked)
        children = self.nodes(start, end, part.depth + 1, inner)
        if style is None:
            for child in children:
                part.out.add(child)
        elif children:
            part.out.node(_script(style, children) or Styled(style, children))

    def _macro(self, token: re.Match[str], part: _Part) -> int:
        at, name, after = token.start(), token[0][1:], token.end()
        if name in ("(", "[") and (found := maths_at(self.source, at, part.end)):
            part.out.node(found[0])
            return found[1]
        if (accented := accent_at(self.source, at)) and accented[1] <= part.end:
            part.out.text(accented[0])
            return accented[1]
        if name in ESCAPES:
            part.out.text(ESCAPES[name])
            return after
        if (shown := shown_symbol(name)) is not None:
            part.out.text(shown)
            return self._after_symbol(name, after, part.end)
        if self.braces.get(after, part.end) < part.end and part.depth < MAX_DEPTH:
            return self._with_argument(at, name, after, part)
        part.out.text(token[0])
        return after

    def _after_symbol(self, name: str, after: int, end: int) -> int:
        if self.source.startswith("{}", after, end):
            return after + 2
        return after + 1 if swallows_space(name) and self.source.startswith(" ", after, end) else after

    def _with_argument(self, at: int, name: str, after: int, part: _Part) -> int:
        close = self.braces[after]
        if name in STYLES:
            self._styled(STYLES[name], after + 1, close, part)
            return close + 1
        if name == "ensuremath" and (formula := ensured_maths(self.source[after + 1 : close], "")):
            self._maths_of(formula, part)
            return close + 1
        if name in ("url", "nolinkurl", "path"):
            self._link(self.source[after + 1 : close].strip(), part)
            return close + 1
        if name == "href" and self.braces.get(close + 1, part.end) < part.end and not part.mode.linked:
            return self._href(after, close, part)
        reference = _REFERENCE.match(self.source, at, part.end)
        part.out.text(reference[0] if reference else self.source[at:after])
        return reference.end() if reference else after

    def _maths_of(self, formula: str, part: _Part) -> None:
        found = maths_at(formula, 0, len(formula))
        part.out.add(found[0] if found else Chars(formula))

    def _href(self, after: int, close: int, part: _Part) -> int:
        last = self.braces[close + 1]
        shown = self.nodes(close + 2, last, part.depth + 1, Mode(part.mode.verbatim, linked=True))
        part.out.node(Link(shown_url(self.source[after + 1 : close].strip()), shown))
        return last + 1


def _script(style: Style, children: tuple[Node, ...]) -> Script | None:
    """A raised or lowered text without further mark-up is the same as an exponent in a formula."""
    if style not in ("sup", "sub") or len(children) != 1 or not isinstance(children[0], Chars):
        return None
    macro = "textsuperscript" if style == "sup" else "textsubscript"
    return Script(style, children[0].text, f"\\{macro}")
