"""Mails as programs save them (.eml, .mbox) with their text encoded, or one part of several (RFC 2045)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.policy import default
from typing import cast

from generator.model import Problem
from generator.sources.reader import Container

_HEAD = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:|From [^\n]{3,200}\n|[ \t]|\r?\n(?=[A-Z]))[^\n]*\n?")
_ENCODED = re.compile(
    rb"^(?:Content-Transfer-Encoding:\s{0,9}(?:quoted-printable|base64)|Content-Type:\s{0,9}multipart/)",
    re.MULTILINE | re.IGNORECASE,
)
_NEXT = re.compile(rb"^From [^\n]{3,200}\n(?=[A-Za-z][A-Za-z0-9-]{0,60}:)", re.MULTILINE)


def _is_encoded(data: bytes) -> bool:
    """Whether the bytes begin with the head of a mail that says that its text is encoded.

    Any other mail is read as it stands, so that its papers are found at the lines of the file.
    """
    end = 0
    while (line := _HEAD.match(data, end)) and end < 60_000:
        end = line.end()
        if not line[0].strip() and end > 2:
            break
    return _ENCODED.search(data, 0, end) is not None


def _unpack(data: bytes, shown: str) -> Iterator[tuple[str, bytes] | Problem]:
    """The texts of each mail, under the name of the file, and what is attached, as 'FILE/NAME'."""
    for mail in _NEXT.split(data):
        if mail.strip():
            yield from _texts(BytesParser(policy=default).parsebytes(mail.lstrip(b"\r\n")), shown)


def _texts(message: EmailMessage, shown: str) -> Iterator[tuple[str, bytes]]:
    body = message.get_body(("plain", "html"))
    if body is not None and (text := _content(body)).strip():
        yield shown, text
    for part in message.iter_attachments() if message.is_multipart() else ():
        name = part.get_filename()
        if part.get_content_type() == "message/rfc822":
            yield from _texts(cast(EmailMessage, part.get_content()), shown)
        else:
            yield f"{shown}/{name or part.get_content_type()}", _content(part)


def _content(part: MIMEPart) -> bytes:
    """The bytes of a part; a text in its own encoding becomes UTF-8, where that encoding is known."""
    data = cast(bytes, part.get_payload(decode=True) or b"")
    try:
        return data.decode(part.get_content_charset("utf-8")).encode()
    except (LookupError, UnicodeDecodeError):
        return data


MAIL = Container("mail", _is_encoded, _unpack)
