"""Mails saved with their heads: text in an encoding of mail, several parts, attachments, several mails."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from generator.clean import clean
from generator.model import RawRecord
from generator.sources import read_bytes
from tests.sources.test_arxiv import MAIL


def _message(encoding: str = "quoted-printable", text: str = MAIL) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "no-reply@arXiv.org"
    message["Subject"] = "math daily"
    message["Date"] = "Fri, 9 Jun 2023 00:44:20 +0000"
    message.set_content(text, cte=encoding)
    return message


def _found(data: bytes) -> list[tuple[str, str, str]]:
    papers = [clean(item) for item in read_bytes(data, "m.eml") if isinstance(item, RawRecord)]
    return [(str(p.origins[0]), p.arxiv or "", p.title.source if p.title else "") for p in papers]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_an_encoded_mail_is_decoded(encoding: str) -> None:
    data = _message(encoding, MAIL.replace("non amenable", "non–amenable")).as_bytes()
    title = "On sofic approximations of non–amenable groups and on a title that is wrapped"
    assert _found(data)[0] == ("m.eml:4", "2306.04713", title)
    assert len(_found(data)) == 2


def test_a_plain_mail_keeps_its_lines() -> None:
    data = _message("7bit").as_bytes()
    (first, _) = _found(data)
    assert data.split(b"\n")[int(first[0].partition(":")[2])] == b"arXiv:2306.04713 (*cross-listing*)"


def test_of_two_forms_of_one_text_the_plain_one_is_read_and_attachments_are() -> None:
    message = _message()
    message.add_alternative(f"<pre>{MAIL}</pre>", subtype="html")
    message.add_attachment("TY  - JOUR\nTI  - First\nER  - \n", filename="../a.ris")
    assert [place for place, _, _ in _found(message.as_bytes())] == [
        "m.eml:4",
        "m.eml:20",
        "m.eml/../a.ris:1",
    ]


def test_a_box_of_mails_and_a_mail_in_a_mail() -> None:
    one = _message().as_bytes()
    assert len(_found(b"From a@b Fri Jun  9 00:44:20 2023\n" + one + b"\nFrom a@b x\n" + one)) == 4
    outer = _message(text="\n")
    outer.add_attachment(_message())
    assert len(_found(outer.as_bytes())) == 2


def test_an_unknown_character_set_does_not_matter() -> None:
    data = _message().as_bytes().replace(b'charset="utf-8"', b'charset="x-none"')
    assert len(_found(data)) == 2
