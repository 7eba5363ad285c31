"""Pasted text of several layouts, with one blank line between any two parts: the records are read back."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import chain, cycle, islice, repeat

import pytest

from generator.clean import clean
from generator.model import RawRecord
from generator.sources import read_bytes
from generator.sources.pasted.papers.grouping import _again, _first_start, _whole_layouts
from generator.sources.pasted.papers.habits import HABITS
from generator.sources.pasted.papers.learned import NOTHING, Learned
from generator.sources.pasted.papers.search import Item, reading, search
from generator.sources.pasted.unit import BLANK, Unit
from generator.sources.signs.notes import like_venue
from tests.sources.test_pasted import WORKS, Work


def _part(work: Work, letter: str) -> str:
    day = datetime.date.fromisoformat(work.created)
    return {
        "t": work.title,
        "a": ", ".join(work.authors),
        "p": work.abstract,
        "i": f"arXiv:{work.arxiv}",
        "d": f"{day:%b} {day.day}, {day.year}",
        "c": f"{day.day + 2} pages",
        "f": f"arXiv:{work.arxiv}\nCreated: {work.created}",
    }[letter]


def _told(work: Work, layout: str) -> tuple[object, ...]:
    known = layout.replace("f", "id")
    return (
        work.title if "t" in known else None,
        work.authors if "a" in known else (),
        work.abstract if "p" in known else None,
        work.arxiv if "i" in known else None,
        datetime.date.fromisoformat(work.created) if "d" in known else None,
    )


def _day(created: str | None, year: int | None, details: dict[str, str]) -> datetime.date | None:
    if created:
        return datetime.date.fromisoformat(created)
    return (
        datetime.date(year, int(details["month"]), int(details["day"])) if year and "day" in details else None
    )


def _read(text: str) -> list[tuple[object, ...]]:
    papers = [clean(item) for item in read_bytes(text.encode(), "in.txt") if isinstance(item, RawRecord)]
    return [
        (
            paper.title and paper.title.source,
            tuple(name.plain for name in paper.authors),
            paper.abstract and paper.abstract.source,
            paper.arxiv,
            _day(paper.created, paper.year, dict(paper.details)),
        )
        for paper in papers
    ]


def _check(layouts: Sequence[str]) -> None:
    papers = list(zip(WORKS, layouts, strict=False))
    text = "\n\n".join(_part(work, letter) for work, layout in papers for letter in layout)
    assert _read(text) == [_told(work, layout) for work, layout in papers]


@pytest.mark.parametrize(
    "blocks",
    [
        ("tp", "pt"),
        ("tap", "pta"),
        ("pta", "tapi"),
        ("tp", "itap"),
        ("p", "itap", "tap"),
        ("tp", "pta", "tapi"),
        ("pcf", "p", "dtp"),
        ("tdp", "itap"),
    ],
    ids=" ".join,
)
def test_blocks_of_several_layouts(blocks: Sequence[str]) -> None:
    _check(list(chain.from_iterable(repeat(layout, 6) for layout in blocks)))


@pytest.mark.parametrize(
    "layouts",
    [("dtp", "pcf"), ("dtp", "p", "pcf", "p"), ("pcf", "dtp", "p", "dtp"), ("p", "itap")],
    ids=" ".join,
)
def test_layouts_in_turn(layouts: Sequence[str]) -> None:
    _check(list(islice(cycle(layouts), 20)))


@pytest.mark.parametrize("gap", ["\n\n---\n\n", "\n\n\n"], ids=["rule", "two blank lines"])
@pytest.mark.parametrize("count", [2, 3, 20])
def test_abstracts_of_two_paragraphs_set_off_by_more(count: int, gap: str) -> None:
    long = [work.abstract for work in WORKS if work.abstract.count(". ") > 5][:count]
    halves = [" ".join(text.split(". ", 3)[:3]) + "." for text in long]
    texts = [
        f"{half}\n\n{text}" if n % 2 else text
        for n, (half, text) in enumerate(zip(halves, long, strict=True))
    ]
    items = read_bytes(gap.join(texts).encode(), "in.txt")
    assert [item.fields.get("abstract") for item in items if isinstance(item, RawRecord)] == texts


def test_labelled_records_without_titles_start_with_the_label_of_the_first_line() -> None:
    texts = [
        f"abstract: {work.abstract}\npmid: {34000000 + n}\n"
        + (f"doi: 10.1000/{n}\n" if n % 4 else "")
        + ("keywords: ledgers, sums\n" if n % 3 == 1 else "")
        for n, work in enumerate(WORKS[:40])
    ]
    found = [
        item.fields for item in read_bytes("".join(texts).encode(), "in.txt") if isinstance(item, RawRecord)
    ]
    assert [fields.get("abstract") for fields in found] == [work.abstract for work in WORKS[:40]]
    assert [dict(fields.get("ids", {})) for fields in found] == [
        {"pmid": str(34000000 + n)} for n in range(40)
    ]
    assert [fields.get("doi") for fields in found] == [f"10.1000/{n}" if n % 4 else None for n in range(40)]


def test_a_long_text_is_not_out_of_step_below_an_odd_record() -> None:
    """The name of one person, where all others have several, may be taken for something else."""
    odd = 199
    works = [
        work._replace(title=f"{work.title} {n}", arxiv=f"2301.{n + 1:05}")
        for n, work in enumerate(islice(cycle(WORKS), 400))
    ]
    texts = [
        f"{work.title}\n{', '.join(work.authors) if n != odd else 'B A Law'}\n"
        f"https://arxiv.org/abs/{work.arxiv}\n\n{work.abstract}"
        for n, work in enumerate(works)
    ]
    items = read_bytes("\n\n".join(texts).encode(), "in.txt")
    found = [item.fields for item in items if isinstance(item, RawRecord)]
    told = [(fields.get("arxiv"), fields.get("abstract")) for fields in found]
    wrong = [n for n, work in enumerate(works) if told[n] != (work.arxiv, work.abstract)]
    assert set(wrong) <= {odd, odd + 1}


def test_records_may_begin_with_their_journal() -> None:
    """Where and when a paper was published stands above its title, as nowhere else."""
    works = WORKS[:10]
    texts = [
        f"Inorg Chem. {1980 + n};59(12):{n}123-{n}130. doi: 10.1000/{n}.\n{work.title}.\n"
        f"{', '.join(f'{name.split()[-1]} {name[0]}' for name in work.authors)}.\n{work.abstract}"
        for n, work in enumerate(works)
    ]
    items = read_bytes("\n\n".join(texts).encode(), "in.txt")
    found = [item.fields for item in items if isinstance(item, RawRecord)]
    told = [(fields.get("title"), fields.get("year"), fields.get("doi")) for fields in found]
    assert told == [(work.title, str(1980 + n), f"10.1000/{n}") for n, work in enumerate(works)]


def test_a_sample_starts_with_a_record_like_most_others() -> None:
    """Behind the rest of a record, one without people may be half of two that are out of step."""
    items = _items("PTPTAPTAPTAP")
    items[1].scores["P"] = 1.0
    assert _first_start(items, HABITS[0], Learned(["1T1A1P"] * 20)) == 3


def test_the_record_in_which_a_sample_ends_is_not_learned_from() -> None:
    """Else a reading that is out of step, which ends with a whole record just there, tells more."""
    items = _items("TAPTAPTAPT")
    end = search(items, [HABITS[0]] * len(items), NOTHING, to_end=False)
    read = reading(items, end)
    assert _whole_layouts(read, to_end=False) == ["1T1A1P"] * 3
    assert _whole_layouts(read, to_end=True) == ["1T1A1P"] * 3 + ["1T"]


def test_a_reading_that_passes_over_the_first_title_is_worth_less() -> None:
    """It is out of step: each title would end the record above."""
    items = _items("TAPTAPTAPT")
    habits = [next(habit for habit in HABITS if habit.first == "A")] * len(items)
    for passed_over in (False, True):
        items[0].scores["X"] = 9.0 if passed_over else -9.0
        first = search(items, habits, NOTHING)
        learned = Learned(_whole_layouts(reading(items, first), to_end=True))
        score = _again(items, habits[0], first, to_end=True)[0]
        assert (score < search(items, habits, learned).score - 1.0) is passed_over


def _items(letters: str) -> list[Item]:
    """Paragraphs that are of these kinds."""
    return [
        Item(Unit(n, n, "text", BLANK), {letter: 7.0 if letter == "P" else 3.0}, 100, "", 0.0, 0.0, None)
        for n, letter in enumerate(letters)
    ]


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("J Trauma", True),
        ("Br J Cancer", True),
        ("J R Soc Interface", True),
        ("Nature, 7, 12-19", True),
        ("J R Keller", False),
        ("J Keller, J Miller", False),
        ("A J Miller", False),
        ("Photosensitivity of ink-bound 7,12-dimethylbenz(alpha)anthracene", False),
        ("Stages in the fading of ink by 1,2,3,4-tetrahydronaphthalene in the sun", False),
    ],
)
def test_people_and_titles_are_no_venues(text: str, venue: bool) -> None:
    assert (like_venue(text, text.count(" ") + 1) > 0) is venue
