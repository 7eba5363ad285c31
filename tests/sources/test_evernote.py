"""Notes that Evernote exports."""

from __future__ import annotations

from generator.model import Problem, RawRecord
from generator.sources import read_bytes

_ABOUT = "We watch how bees dance in the dark, and find that they turn to the left more often than not."


def _exported(*notes: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<en-export application="Evernote">\n'
    return "\n".join([head, *notes, "</en-export>"]).encode()


def _note(title: str, content: str, source: str = "") -> str:
    said = f"<note-attributes><source-url>{source}</source-url></note-attributes>" if source else ""
    document = (
        '<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd">'
        f"<en-note>{content}</en-note>"
    )
    return f"<note><title>{title}</title>{said}<content><![CDATA[{document}]]></content></note>"


def test_notes_about_papers_are_read() -> None:
    clipped = _note("How bees &amp; wasps dance", f"<div>{_ABOUT}</div>", "https://arxiv.org/abs/2306.00001")
    linked = "<div>https://arxiv.org/abs/2306.00002</div><div>https://arxiv.org/abs/2306.00003</div>"
    items = list(read_bytes(_exported(clipped, _note("To read", linked)), "bees.enex"))
    found = [item for item in items if isinstance(item, RawRecord)]
    assert found[0].fields["title"] == "How bees & wasps dance"
    assert found[0].fields["abstract"] == _ABOUT
    assert [record.fields["arxiv"] for record in found] == ["2306.00001", "2306.00002", "2306.00003"]
    assert {record.origin.path for record in found[1:]} == {"bees.enex/2 To read"}


def test_other_notes_are_told_and_no_papers() -> None:
    items = list(read_bytes(_exported(_note("Shopping", "<div>Milk &amp; eggs</div>")), "home.enex"))
    (problem,) = items
    assert isinstance(problem, Problem) and problem.code == "empty-record" and "1 of 1" in problem.message
