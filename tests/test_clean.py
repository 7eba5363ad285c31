"""From what a record says to what is kept: dates, venues, comments, identifiers, provenance."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.clean.dates import iso_date
from generator.clean.remarks import split_remarks
from generator.clean.venues import split_reference
from generator.model import Fields, Kind, Origin, RawRecord, Status
from tests.hang import ends_in_time


def record(fields: Fields) -> RawRecord:
    return RawRecord(Origin("a.txt", 3, 5, "pasted"), "", fields)


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("2024-03-12", "2024-03-12"),
        ("2024-03-12T10:00:00Z", "2024-03-12"),
        ("2024/3/12", "2024-03-12"),
        ("12 Mar 2024", "2024-03-12"),
        ("12 March, 2024", "2024-03-12"),
        ("Wed, 15 Mar 2023 18:34:08 GMT", "2023-03-15"),
        ("Fri,  9 Jun 23 00:44:20 GMT", "2023-06-09"),
        ("March 12, 2024", "2024-03-12"),
        ("March 2024", "2024-03"),
        ("2024 Mar", "2024-03"),
        ("2002 Sep", "2002-09"),
        ("2024", "2024"),
        ("31.12.2023", "2023-12-31"),
        ("25/12/2023", "2023-12-25"),
        ("03/04/2023", "2023"),
        ("2023-02-31", "2023-02"),
        ("2024年3月12日", "2024-03-12"),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_become_iso_dates_as_far_as_they_are_sure(said: str, iso: str | None) -> None:
    assert iso_date(said) == iso


@pytest.mark.parametrize(
    ("said", "venue", "comment"),
    [
        ("EMNLP 2022 (main conference)", "EMNLP 2022 (main conference)", None),
        ("Accepted to EMNLP 2021 (main conference)", "EMNLP 2021 (main conference)", None),
        ("21 pages, 8 figures", None, "21 pages, 8 figures"),
        ("work in progress", None, "work in progress"),
        ("Published as a conference paper at ICLR 2021", "ICLR 2021", None),
        (
            "To be published in Acta Astronautica. 50 pages, 16 figures",
            "Acta Astronautica",
            "50 pages, 16 figures",
        ),
        ("10 pages, ACL'23", "ACL'23", "10 pages"),
        ("Findings of ACL 2023", "Findings of ACL 2023", None),
        ("Submitted to ICLR 2024", None, "Submitted to ICLR 2024"),
        ("Extended version of the ECCV 2020 paper", None, "Extended version of the ECCV 2020 paper"),
        ("43 pages; to appear in Annals of Mathematics", "Annals of Mathematics", "43 pages"),
    ],
)
def test_a_comment_gives_up_its_venue_and_no_more(said: str, venue: str | None, comment: str | None) -> None:
    assert split_remarks(said)[:2] == (venue, comment)


def test_addresses_in_a_comment_are_links_with_their_name() -> None:
    remarks = split_remarks(
        "NeurIPS 2023. Code: https://github.com/x/y. Project page: https://x.github.io/y/"
    )
    assert [(link.label, link.url) for link in remarks.links] == [
        ("Code", "https://github.com/x/y"),
        ("Project page", "https://x.github.io/y/"),
    ]


@pytest.mark.parametrize("run", [":", ", ", "at ", "(", " "])
def test_what_an_address_is_called_is_found_in_time(run: str) -> None:
    with ends_in_time():
        links = split_remarks(f"Code{run * (50_000 // len(run))}x https://example.org/a").links
        assert [link.url for link in links] == ["https://example.org/a"]


@pytest.mark.parametrize(
    ("said", "name", "details", "year"),
    [
        (
            "Advances in Mathematics, Vol. 427 (2023) 109128",
            "Advances in Mathematics",
            {"volume": "427", "pages": "109128"},
            "2023",
        ),
        ("Phys. Rev. D 105, 063016 (2022)", "Phys. Rev. D", {"volume": "105", "pages": "063016"}, "2022"),
        ("SIGMA 19 (2023), 038, 17 pages", "SIGMA", {"volume": "19", "pages": "038"}, "2023"),
    ],
)
def test_a_journal_reference_is_taken_apart(said: str, name: str, details: dict[str, str], year: str) -> None:
    assert split_reference(said) == (name, details, year)


def test_a_label_is_taken_off_where_the_abstract_starts_and_nowhere_else() -> None:
    said = "We read the last abstract: the one that is shown. Abstract: this too."
    paper = clean(record({"abstract": f"Abstract: {said}"}))
    assert paper.abstract and paper.abstract.source == said
    paper = clean(record({"abstract": said}))
    assert paper.abstract and paper.abstract.source == said


def test_a_preprint_says_what_follows_from_its_identifier() -> None:
    paper = clean(
        record({"abstract": "Abstract: We show it.", "arxiv": "arXiv:2306.04387v2", "created": "7 Jun 2023"})
    )
    assert paper.abstract and paper.abstract.source == "We show it."
    assert (paper.kind, paper.arxiv, paper.year, paper.created) == (
        Kind.PREPRINT,
        "2306.04387",
        2023,
        "2023-06-07",
    )
    assert paper.url == "https://arxiv.org/abs/2306.04387"
    assert paper.provenance["abstract"].source == "a.txt:3"
    assert paper.provenance["url"].source == "a.txt:3 (from the arXiv id)"
    assert {known.status for known in paper.provenance.values()} == {Status.FOUND}


@pytest.mark.parametrize(
    ("arxiv", "created", "kept"),
    [
        ("1706.03762", "2017-06-12", "2017-06-12"),
        ("1712.00001", "2018-01-02", "2018-01-02"),
        ("1706.03762", "2016-12-30", "2016-12-30"),
        ("1706.03762", "2023-03-04", None),
        ("hep-th/9912001", "2000-02-01", None),
    ],
)
def test_a_first_version_is_no_later_than_its_arxiv_id(arxiv: str, created: str, kept: str | None) -> None:
    paper = clean(record({"arxiv": arxiv, "created": created}))
    assert paper.created == kept


def test_a_venue_makes_a_publication() -> None:
    paper = clean(
        record({"title": "T", "comment": "ICML 2022, Benchmark website at https://vlue-benchmark.github.io"})
    )
    assert (paper.kind, paper.year) == (Kind.INPROCEEDINGS, 2022)
    assert paper.venue and paper.venue.source == "ICML 2022"
    assert [link.label for link in paper.links] == ["Benchmark website"]


def test_the_preprint_server_is_no_journal() -> None:
    paper = clean(record({"title": "T", "kind": Kind.ARTICLE, "venue": "arXiv preprint arXiv:1706.03762"}))
    assert (paper.kind, paper.arxiv) == (Kind.PREPRINT, "1706.03762")


def test_an_empty_record_is_an_empty_paper() -> None:
    paper = clean(record({}))
    assert (paper.title, paper.abstract, paper.year, paper.url, dict(paper.ids)) == (
        None,
        None,
        None,
        None,
        {},
    )


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("www.example.org", "https://www.example.org"),
        ("example.org/a.pdf", "https://example.org/a.pdf"),
        ("http://example.org/a", "http://example.org/a"),
        ("paper.pdf", None),
        ("PDF/paper.pdf", None),
        ("10.1000/182", None),
        ("javascript://example.org/%0aalert(1)", None),
    ],
)
def test_an_address_without_its_scheme_is_one(said: str, url: str | None) -> None:
    assert clean(record({"title": "T", "url": said})).url == url


def test_what_ebsco_writes_below_an_abstract_is_no_part_of_it() -> None:
    said = "Copyright of ledgers is the property of nobody, as we show."
    rights = (
        "Copyright of Ledger Letters is the property of Ledger Press and its content may not be copied. "
        "This abstract may be abridged. (Copyright applies to all Abstracts.)"
    )
    for abstract in (f"{said} [ABSTRACT FROM AUTHOR]\n\n{rights}", f"{said} [ABSTRACT FROM AUTHOR]", said):
        paper = clean(record({"abstract": abstract}))
        assert paper.abstract and paper.abstract.source == said
