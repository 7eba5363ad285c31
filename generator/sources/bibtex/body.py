"""What stands between the delimiters of a BibTeX entry: its key and its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.sources.bibtex.delimiters import FIELD_AHEAD, WORD, balanced, closing_brace, closing_quote
from generator.sources.lines import strip_back

# The last of these is the mark of a quoted mail.
_FILLER = re.compile(r"(?:[\s,;.]+|%[^\n]*|(?<=\n)>[> ]*)*")
_SPACE = re.compile(r"(?:\s+|%[^\n]*\n)*")
_WORDS = rf"{WORD}{{1,60}}(?:[ \t\u00a0]{{1,20}}{WORD}{{1,40}}){{0,3}}"
_NAME = re.compile(rf"({_WORDS})(\s*=\s*|[ \t]*(?=[{{\"]))")
_VALUELESS = re.compile(rf"({WORD}{{1,60}})\s*(?:=\s*)?(?=[,}}])")
# A comma and another field after what looked like the end of the entry.
_GOES_ON = re.compile(rf"""\s*,\s*{FIELD_AHEAD}\s*["{{\w]""")
_BARE = re.compile(
    rf"""[^,{{}}"#\n%]+?(?=[,{{}}"#\n%]|\Z|\s{FIELD_AHEAD})"""
)  # up to a field without a comma
_KEY_ENDS = r"(?:[,}\n]|;\s)"
_KEY = re.compile(rf"\s*+((?:[^,={{}}\n \t;]|;(?!\s)|[ \t]++(?!{_KEY_ENDS}))*+)[ \t]*+(?={_KEY_ENDS})")
_KEYLESS = re.compile(rf"\s*{FIELD_AHEAD}")
_NAMES = "author|editor|title|booktitle|journal|journaltitle|abstract|publisher|series|note|keywords|school"
# A key without its comma, a field behind it on the same line.
_KEY_BEFORE_FIELD = re.compile(rf"\s*+([^\s,;={{}}\"#%]{{1,200}})[ \t]++((?i:{_NAMES}|year|date))[ \t]*+=")
_LINE_FIELD = re.compile(
    r"""(?:^[ \t]*+,?|,)[ \t]*+([A-Za-z][\w.:+-]{0,60})[ \t]*=[ \t]*"""
    r"""(?=[{"]|\d|[A-Za-z][\w:.+-]{0,60}[ \t]*(?:[,#}]|$))"""
    rf"""|^[ \t]*+,?[ \t]*+((?i:{_NAMES}))[ \t]*=[ \t]*(?=\S)""",  # the mark that opens its value is lost
    re.MULTILINE,
)
_QUOTE = re.compile(r'(?<!\\)"')  # but no umlaut's
_END_LINE = re.compile(r"\n[ \t]*\}[ \t]*\n[ \t]*\n")
_CLOSING_LINE = re.compile(r"\n[ \t]*[})][ \t]*(?=\n|\Z)")
_CLOSING = {"{": "}", "(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a value between `#`. bare: neither in braces nor in quotes: a number or a macro's name."""

    text: str
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it is written. name: in lower case."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the notation. place: an offset in the text; in a `Block`, a line number."""

    code: str
    place: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """What was read. end: offset after the closing delimiter."""

    key: str
    fields: tuple[Field, ...]
    end: int
    faults: tuple[Fault, ...] = field(default=())


def read_body(text: str, start: int, limit: int, delimiter: str, *, keyed: bool) -> Body:
    """Reads from `start`, just after the opening delimiter, to the closing one, at most to `limit`.

    A body that does not add up is read again line by line, each field ending where the next line begins one.
    """
    key, position, faults = _key(text, start, limit) if keyed else ("", start, [])
    strict = _Strict(text, position, limit, _CLOSING[delimiter])
    strict.run()
    if not strict.broken:
        return Body(key, tuple(strict.fields), strict.position, (*faults, *strict.faults))
    fields, end = _by_lines(text, position, limit)
    fault = Fault("bibtex-broken-entry", strict.broken_at, strict.broken)
    return Body(key, tuple(fields), end, (*faults, fault))


def _key(text: str, start: int, limit: int) -> tuple[str, int, list[Fault]]:
    if _KEYLESS.match(text, start, limit):
        return "", start, [Fault("bibtex-no-key", start)]
    if found := _KEY_BEFORE_FIELD.match(text, start, limit):
        return found[1], found.end(1), [Fault("bibtex-missing-comma", found.start(2), found[2])]
    found = _KEY.match(text, start, limit)
    if found is None:
        return "", start, [Fault("bibtex-no-key", start)]
    faults = [] if found[1] else [Fault("bibtex-no-key", start)]
    return found[1], found.end(), faults


class _Strict:
    """Reads fields as BibTeX does, with what is commonly forgotten (a comma) allowed and noted."""

    def __init__(self, text: str, position: int, limit: int, close: str) -> None:
        self.text = text
        self.position = position
        self.limit = limit
        self.close = close
        self.fields: list[Field] = []
        self.faults: list[Fault] = []
        self.broken = ""
        self.broken_at = position

    def run(self) -> None:
        """Reads to the end of the entry, or to the first thing that makes no sense (`broken`)."""
        while not self.broken:
            comma = self._filler()
            if self.position >= self.limit:
                self._unclosed()
                return
            if self._closed():
                return
            if not self._field(comma):
                self._break("what stands here is no field")

    def _break(self, why: str) -> None:
        self.broken, self.broken_at = why, min(self.position, self.limit - 1)

    def _unclosed(self) -> None:
        last = self.fields[-1].pieces if self.fields else ()
        if any(_LINE_FIELD.search("\n" + piece.text) for piece in last if not piece.bare):
            self._break("a closing brace is missing")
        else:
            self.position = strip_back(self.text, self.position)
            self.faults.append(Fault("bibtex-unclosed-entry", self.position - 1))

    def _filler(self) -> bool:
        found = _FILLER.match(self.text, self.position, self.limit)
        end = found.end() if found else self.position
        comma = not self.fields or "," in self.text[self.position : end]
        self.position = end
        return comma

    def _closed(self) -> bool:
        character = self.text[self.position]
        if character not in "})" and character != self.close:
            return False
        self.position += 1
        if not _GOES_ON.match(self.text, self.position, self.limit):
            return True
        self.faults.append(Fault("bibtex-extra-brace", self.position - 1))
        return False

    def _field(self, comma: bool) -> bool:
        if self.text[self.position] == ",":
            return True
        found = _NAME.match(self.text, self.position, self.limit)
        if found is None:
            return self._valueless()
        if not comma:
            self.faults.append(Fault("bibtex-missing-comma", self.position, found[1]))
        self.position = found.end()
        pieces = self.value()
        if pieces:
            self.fields.append(Field(found[1].lower().rstrip(" :"), pieces))
        return True

    def _valueless(self) -> bool:
        found = _VALUELESS.match(self.text, self.position, self.limit)
        if found is None:
            return False
        self.faults.append(Fault("bibtex-no-value", self.position, found[1]))
        self.position = found.end()
        return True

    def value(self) -> tuple[Piece, ...]:
        """The pieces of the value at the position; the position is then after it."""
        pieces: list[Piece] = []
        while True:
            piece = self._piece()
            if piece is None:
                return tuple(pieces)
            pieces.append(piece)
            after = _SPACE.match(self.text, self.position, self.limit)
            end = after.end() if after else self.position
            if end >= self.limit or self.text[end] != "#":
                return tuple(pieces)
            after = _SPACE.match(self.text, end + 1, self.limit)
            self.position = after.end() if after else end + 1

    def _piece(self) -> Piece | None:
        start = self.position
        opener = self.text[start] if start < self.limit else ""
        if opener not in ("{", '"') or not opener:
            return self._bare_piece()
        find = closing_brace if opener == "{" else closing_quote
        end = find(self.text, start, self.limit)
        if not end:
            self._break("braces or quotes are not balanced")
            return None
        self.position = end
        return Piece(self.text[start + 1 : end - 1])

    def _bare_piece(self) -> Piece | None:
        found = _BARE.match(self.text, self.position, self.limit)
        if found is None:
            return None
        bare = found[0]
        if self.close != "}":
            bare = bare.partition(self.close)[0]
        self.position += len(bare)
        bare = bare.strip()
        return Piece(bare, bare=not any(character.isspace() for character in bare)) if bare else None


def _by_lines(text: str, start: int, limit: int) -> tuple[list[Field], int]:
    """The fields of a broken entry and where it ends."""
    if ends := _END_LINE.search(text, start, limit):
        limit = ends.end()
    heads = list(_LINE_FIELD.finditer(text, start, limit))
    fields: list[Field] = []
    end = strip_back(text, limit)
    for number, head in enumerate(heads):
        last = number + 1 == len(heads)
        closing = _CLOSING_LINE.search(text, head.end(), limit) if last else None
        following = limit if last else heads[number + 1].start()
        stop = closing.end() if closing else following
        if last:
            end = strip_back(text, stop)
        pieces = _line_value(text, head.end(), stop)
        if pieces:
            fields.append(Field((head[1] or head[2]).lower(), pieces))
    return fields, max(end, start)


def _line_value(text: str, start: int, stop: int) -> tuple[Piece, ...]:
    strict = _Strict(text, start, stop, "}")
    pieces = strict.value()
    rest = text[strict.position : stop].strip(" \t\n,})")
    if pieces and not strict.broken and not rest:
        return pieces
    return tuple(_mended(text[start:stop]))


def _mended(raw: str) -> Iterator[Piece]:
    value = raw.strip().rstrip(",").rstrip()
    if value.startswith("{"):
        value = value[1:]
        while value.endswith("}") and value.count("}") > value.count("{"):
            value = value[:-1].rstrip().rstrip(",").rstrip()
    elif value.startswith('"'):
        value = value[1:].rstrip("} \t\n,)")
        value = value.removesuffix('"')
    if len(_QUOTE.findall(value)) % 2:
        value = value.removesuffix('"')
    value = balanced(value)
    if value.strip():
        yield Piece(value)
