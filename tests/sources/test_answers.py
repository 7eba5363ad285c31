"""Recorded answers of web services, in JSON."""

from __future__ import annotations

import json

from generator.model import Problem, RawRecord
from generator.sources import read_bytes

FEED = (
    "<?xml version='1.0'?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<entry>\n"
    "<id>http://arxiv.org/abs/1706.00001v1</id>\n<title>Of ledgers</title>\n"
    "<author><name>Jan Berg</name></author>\n</entry>\n</feed>\n"
)


def test_the_answer_is_read_as_what_it_is() -> None:
    for body, title in ((FEED, "Of ledgers"), ('{"title": "Of coins", "author": "Ana Ruiz"}', "Of coins")):
        answer = json.dumps({"url": "https://example.org/?q=1", "status_code": 200, "body": body}, indent=2)
        (record,) = [item for item in read_bytes(answer.encode(), "a.json") if isinstance(item, RawRecord)]
        assert record.fields["title"] == title
        assert record.origin.path == "a.json"


def test_one_that_is_cut_off_is_told() -> None:
    answer = json.dumps({"status_code": 200, "body": FEED})[:-30]
    (item,) = read_bytes(answer.encode(), "a.json")
    assert isinstance(item, Problem) and item.code == "broken-json"


def test_a_paper_with_a_body_is_none() -> None:
    for body in ("We read them.", "<p>We read them.</p>", "[We read them.]", "{We} read them."):
        paper = json.dumps({"title": "Of ledgers", "author": "Jan Berg", "body": body})
        (record,) = [item for item in read_bytes(paper.encode(), "a.json") if isinstance(item, RawRecord)]
        assert record.fields["title"] == "Of ledgers"
