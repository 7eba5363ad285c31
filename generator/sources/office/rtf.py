r"""Rich Text Format (.rtf), as TextEdit, WordPad and old versions of Word write it.

As Microsoft's specification 1.9.1 (2008) has it: text stands between control words (`\par`, `\u8217`) and
groups in braces; a group that names a destination, such as a table of fonts, is no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.sources.office.parts import Block, Paragraph, address_in

BEGINS = b"{\\rtf"

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)
_NO_TEXT = frozenset(
    b"fonttbl colortbl expandedcolortbl stylesheet info pict object header headerl headerr headerf footer "
    b"footerl footerr footerf footnote annotation atnid atnauthor listtable listoverridetable revtbl rsidtbl "
    b"filetbl xmlnstbl generator themedata datastore latentstyles pgdsctbl mmathPr nonesttables bkmkstart "
    b"bkmkend tc xe".split()
)
_SIGNS = {
    b"tab": "\t",
    b"cell": "\t",
    b"nestcell": "\t",
    b"line": "\n",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": " ",
    b"enspace": " ",
}
_ESCAPED = {b"~": " ", b"_": "-", b"-": ""}  # a break that may be, and hyphens
_ENDS = frozenset((b"par", b"sect", b"page", b"row"))  # of a paragraph
_CODE_PAGES = {10000: "mac_roman", 65001: "utf-8", 936: "gbk", 950: "big5", 932: "cp932", 949: "cp949"}


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within a group.

    is_text: whether it is shown; skipped: characters that stand for one of Unicode's where a program does not
    know it; is_instruction: of a field; address: where what is shown leads; is_hidden: text that is, or was
    deleted with changes tracked.
    """

    is_text: bool = True
    skipped: int = 1
    is_instruction: bool = False
    address: str = ""
    is_hidden: bool = False


class _Reading:
    """The paragraphs so far, and the one under way."""

    def __init__(self) -> None:
        self.ended: list[Paragraph] = []
        self.paragraph = Paragraph()
        self.state = _State()
        self._around: list[_State] = []
        self._bytes = bytearray()
        self._encoding = "cp1252"
        self._left = 0  # characters to skip behind one of Unicode's
        self._instruction = ""
        self._high = 0  # the first half of a character beyond the 65,536 first

    def take(self, token: re.Match[bytes]) -> None:
        """Takes one control word, sign, brace or stretch of text."""
        word, number, code, sign, brace, plain = token.groups()
        if code or plain:
            self._plain(bytes.fromhex(code.decode()) if code else plain)
            return
        self.flush()
        if brace == b"{":
            self._around.append(self.state)
        elif brace:
            self._close()
        elif word:
            self._word(word, int(number) if number else None)
        elif sign == b"*":
            self.state = replace(self.state, is_text=False)
        elif sign in (b"\n", b"\r"):
            self._end()
        elif sign:
            self._add(_ESCAPED.get(sign, sign.decode("ascii", "replace")))

    def _plain(self, data: bytes) -> None:
        """Characters of the text's own encoding, less those that stand for one of Unicode's."""
        skipped = min(self._left, len(data))
        self._left -= skipped
        self._bytes += data[skipped:]

    def flush(self) -> None:
        """Adds the characters that are not decoded yet."""
        if self._bytes:
            self._add(self._bytes.decode(self._encoding, "replace"))
        self._bytes.clear()

    def _add(self, text: str) -> None:
        if self.state.is_instruction:
            self._instruction += text
        elif self.state.is_text and not self.state.is_hidden:
            self.paragraph.add(text, self.state.address)

    def _end(self) -> None:
        if self.state.is_text:
            self.ended.append(self.paragraph)
            self.paragraph = Paragraph()

    def _close(self) -> None:
        if self._around:
            self.state = self._around.pop()
        self._left = 0

    def _word(self, word: bytes, number: int | None) -> None:
        """A control word: a character, an end, or what holds from here on."""
        self._left = 0
        if word == b"u" and number is not None:
            self._character(number % 65_536)
        elif word in _ENDS:
            self._end()
        elif word in _SIGNS:
            self._add(_SIGNS[word])
        elif word == b"outlinelevel" and number is not None:
            self.paragraph.level = number + 1
        elif word == b"pard":
            self.paragraph.level = 0
        elif word == b"ansicpg" and number:
            self._encoding = _encoding(number)
        else:
            self._hold(word, number)

    def _hold(self, word: bytes, number: int | None) -> None:
        """What a control word says of the rest of its group."""
        if word == b"uc" and number is not None:
            self.state = replace(self.state, skipped=max(0, number))
        elif word in (b"deleted", b"v"):
            self.state = replace(self.state, is_hidden=number != 0)
        elif word == b"plain":
            self.state = replace(self.state, is_hidden=False)
        elif word == b"fldinst":
            self._instruction = ""
            self.state = replace(self.state, is_instruction=True)
        elif word == b"fldrslt":
            self.state = replace(self.state, is_text=True, address=address_in(self._instruction))
        elif word in _NO_TEXT:
            self.state = replace(self.state, is_text=False)

    def _character(self, code: int) -> None:
        """One of Unicode's, or a half of one."""
        self._left = self.state.skipped
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            if self._high:
                self._add(chr(0x10000 + ((self._high - 0xD800) << 10) + (code - 0xDC00)))
            self._high = 0
        else:
            self._add(chr(code))


def _encoding(code_page: int) -> str:
    name = _CODE_PAGES.get(code_page, f"cp{code_page}")
    try:
        b"".decode(name)
    except LookupError:
        return "cp1252"
    return name


def blocks(data: bytes) -> Iterator[Block]:
    """The paragraphs of a document, in order; a row of a table is one, with tabs between its cells."""
    reading = _Reading()
    for token in _TOKEN.finditer(data):
        reading.take(token)
    reading.flush()
    yield from reading.ended
    if reading.paragraph.text:
        yield reading.paragraph
