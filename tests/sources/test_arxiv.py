r"""arXiv's announcement mails and `.abs` files: entries between `\\` lines."""

from __future__ import annotations

from generator.clean import clean
from generator.model import RawRecord
from generator.sources import read_bytes
from tests.hang import ends_in_time
from tests.sources.structured import problems, read_with_chosen, records, skipped

MAIL = r"""Date: Fri, 9 Jun 23 00:44:20 GMT
Subject: math.OA daily Subj-class mailing
------------------------------------------------------------------------------
\\
arXiv:2306.04713 (*cross-listing*)
Date: Wed, 7 Jun 2023 18:23:40 GMT   (14kb)

Title: On sofic approximations of non amenable groups and on a title that is
  wrapped
Authors: Ben Hayes and Srivatsav Kunnawalkam
  Elayavalli
Categories: math.GR math.DS
Comments: 7 pages, no figures
\\
  In this paper we exhibit for every non amenable group that is initially
sub-amenable (sometimes also referred to as LEA), two sofic approximations.
\\ ( https://arxiv.org/abs/2306.04713 ,  14kb)
%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%
------------------------------------------------------------------------------
\\
arXiv:math/0309136
replaced with revised version Thu, 8 Jun 2023 08:03:26 GMT   (25kb,D)

Title: Spectral Metric and Einstein Functionals
Authors: Ludwik D\k{a}browski, Andrzej Sitarz, Pawe{\l} Zalecki
Categories: math.DG
Journal-ref: Advances in Mathematics, Vol. 427 (2023) 109128
DOI: 10.1016/j.aim.2023.109128
\\ ( https://arxiv.org/abs/math/0309136 ,  25kb)
%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---
For subscribe options, e-mail To: math@arxiv.org
"""

ABS = r"""\\
Paper: hep-th/9901001
From: A. Author <author@example.org>
Date: Fri, 1 Jan 1999 10:00:00 GMT   (12kb)
Date (revised v2): Tue, 5 Jan 1999 10:00:00 GMT   (13kb)

Title: Entropy of Black Holes
Authors: Ada Lovelace (Paris), Emmy Noether
Comments: 12 pages, LaTeX
\\
  We compute the entropy of black holes.
The result agrees with the area law.
\\
"""


def test_a_mail_has_each_entry_with_its_own_abstract_or_none() -> None:
    name, items = read_with_chosen(MAIL)
    first, second = (clean(record) for record in records(items))
    assert name == "arxiv-listing"
    assert problems(items) == []
    assert first.title and first.title.source.endswith("and on a title that is wrapped")
    assert [author.plain for author in first.authors] == ["Ben Hayes", "Srivatsav Kunnawalkam Elayavalli"]
    assert first.abstract and first.abstract.source.endswith(
        "(sometimes also referred to as LEA), two sofic approximations."
    )
    assert (first.arxiv, first.created, first.updated) == ("2306.04713", "2023-06-07", None)
    assert second.abstract is None
    assert [author.plain for author in second.authors] == [
        "Ludwik Dąbrowski",
        "Andrzej Sitarz",
        "Paweł Zalecki",
    ]
    assert (second.arxiv, second.created, second.updated) == ("math/0309136", None, "2023-06-08")
    assert second.venue and second.venue.source == "Advances in Mathematics"
    assert (second.details["volume"], second.details["pages"], second.year) == ("427", "109128", 2023)


def test_an_entry_without_its_marks_is_a_problem() -> None:
    broken = MAIL.replace("\\\\\narXiv:math/0309136", "arXiv:math/0309136")
    assert [code for code, _ in problems(read_with_chosen(broken)[1])] == ["unreadable-entry"]


def test_the_text_around_the_entries_is_skipped() -> None:
    assert {reason for reason, _ in skipped(read_with_chosen(MAIL)[1])} == {
        "text of the mail around the entries"
    }


def test_a_paper_above_or_below_a_mail_is_read() -> None:
    paper = (
        "A note on thin shells\n\nJ. Doe and R. Roe\n\n"
        "We study how thin elastic shells lose their stability when they are loaded slowly. Our experiments "
        "with forty shells show that the load at which a shell buckles depends on a single number, which can "
        "be measured before loading, and we derive it from the equations of the shell.\n"
    )
    mail = MAIL.replace("----\n\\\\", "----\n Submissions to:\nOperator Algebras\n----\n\\\\", 1)
    for text in (f"{paper}\n\n{mail}", f"{mail}\n\n{paper}"):
        found = [item for item in read_bytes(text.encode(), "in.txt") if isinstance(item, RawRecord)]
        titles = sorted(record.fields["title"] for record in found)
        assert titles[0] == "A note on thin shells"
        assert len(titles) == 3


def test_a_long_mail_is_read_in_time() -> None:
    head = "arXiv:2306.04713\n\nTitle: Of ledgers\nAuthors: Jan Berg"
    entry = f"{'-' * 78}\n\\\\\n{head}\n\\\\\n  We read.\n\\\\ ( https://arxiv.org/abs/2306.04713 , 1kb)\n"
    with ends_in_time():
        assert len(list(read_bytes((entry * 4_000).encode(), "in.txt"))) > 4_000


def test_an_abs_file_is_one_record() -> None:
    items = list(read_bytes(ABS.encode(), "9901001.abs"))
    (paper,) = (clean(item) for item in items if isinstance(item, RawRecord))
    assert paper.origins[0].format == "arxiv-abs"
    assert (paper.arxiv, paper.created, paper.updated) == ("hep-th/9901001", "1999-01-01", "1999-01-05")
    assert [author.plain for author in paper.authors] == ["Ada Lovelace", "Emmy Noether"]
    assert paper.abstract and paper.abstract.source == (
        "We compute the entropy of black holes. The result agrees with the area law."
    )
