"""One record a work: what merges, what is asked, what stays apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

import pytest

from generator.dedupe import Merged, doubt_problems, merge, possibly
from generator.model import Kind, Link, Note, Origin, Paper, Provenance, Status
from generator.text import Name, Text
from tests.dedupe_cases import Pair, labelled_pairs
from tests.works_support import abstract, at_line, paper


def is_held_out(pair: Pair) -> bool:
    return pair.held_out


def is_tuned(pair: Pair) -> bool:
    return not pair.held_out


def together(merged: Merged, one: str, other: str) -> bool:
    return any({one, other} <= {origin.path for origin in work.paper.origins} for work in merged.works)


def test_the_labelled_set_is_what_it_says() -> None:
    pairs = labelled_pairs()
    assert len(pairs) >= 500
    assert sum(not pair.same for pair in pairs) >= 200
    assert sum(pair.held_out for pair in pairs) * 3 >= len(pairs)
    assert sum("another title" in pair.why for pair in pairs if pair.same) >= 22
    assert len({pair.id for pair in pairs}) == len(pairs)


@pytest.mark.parametrize("part", [is_tuned, is_held_out])
def test_precision_and_recall_of_each_part(part: Callable[[Pair], bool]) -> None:
    pairs = [pair for pair in labelled_pairs() if part(pair)]
    merged = {pair.id: len(merge([pair.one, pair.other]).works) == 1 for pair in pairs}
    assert [pair.id for pair in pairs if merged[pair.id] and not pair.same] == []
    equal = [pair for pair in pairs if pair.same]
    assert sum(merged[pair.id] for pair in equal) >= 0.95 * len(equal)


def test_precision_and_recall_of_all_records_in_one_list() -> None:
    pairs = labelled_pairs()
    records = [record for pair in pairs for record in (pair.one, pair.other)]
    merged = merge(records)
    place = {origin.path: i for i, work in enumerate(merged.works) for origin in work.paper.origins}
    joined = {pair.id for pair in pairs if place[f"{pair.id}-one.txt"] == place[f"{pair.id}-other.txt"]}
    assert joined.isdisjoint(pair.id for pair in pairs if not pair.same)
    equal = [pair.id for pair in pairs if pair.same]
    assert sum(name in joined for name in equal) >= 0.95 * len(equal)


def test_the_order_of_records_changes_nothing() -> None:
    records = [record for pair in labelled_pairs()[::4] for record in (pair.one, pair.other)]
    merged = merge(records)
    assert len(merged.works) < len(records) and merged.doubts
    assert merge(Random(3).sample(records, len(records))) == merged


def test_nothing_is_lost() -> None:
    records = [at_line(paper(seed % 7), f"{seed}.txt", 1) for seed in range(20)]
    merged = merge(records)
    assert len(merged.works) == 7
    kept = sorted(origin.path for work in merged.works for origin in work.paper.origins)
    assert kept == sorted(f"{seed}.txt" for seed in range(20))


def found(where: str, **facts: object) -> Paper:
    known = {name: Provenance(Status.FOUND, where) for name in facts}
    return Paper(**facts, origins=(Origin(where, 1, 1, "pasted"),), provenance=known)  # type: ignore[arg-type]


def test_fields_merge_and_say_where_they_come_from() -> None:
    preprint = found(
        "a.txt",
        title=Text("A study of things that matter"),
        authors=(Name("Ada", "Lovelace"), Name("Alan", "Turing")),
        abstract=Text(abstract(1)),
        year=2022,
        kind=Kind.PREPRINT,
        venue=Text("arXiv"),
        ids={"arxiv": "2306.04387"},
        created="2023-06-07",
        details={"primaryclass": "cs.CL"},
        keywords=("a", "b"),
        links=(Link("Code", "https://example.org/code"),),
    )
    published = found(
        "b.bib",
        title=Text("A Study of Things That Really Matter"),
        authors=(Name("A.", "Lovelace"), Name("A.", "Turing")),
        abstract=Text(abstract(1)[:200]),
        year=2023,
        kind=Kind.ARTICLE,
        venue=Text("Mind"),
        ids={"doi": "10.1145/3690640", "arxiv": "2306.04387"},
        details={"volume": "59", "pages": "433-460"},
        keywords=("B", "c"),
    )
    for records in ([preprint, published], [published, preprint]):
        (work,) = merge(records, [("old",), ()]).works
        whole = work.paper
        assert (whole.year, whole.venue, whole.kind) == (2023, Text("Mind"), Kind.ARTICLE)
        assert whole.title == published.title and whole.alt_titles == (preprint.title,)
        assert whole.authors == published.authors
        assert whole.abstract == preprint.abstract
        assert whole.ids == {"doi": "10.1145/3690640", "arxiv": "2306.04387"}
        assert whole.details == {"volume": "59", "pages": "433-460", "primaryclass": "cs.CL"}
        assert {word.casefold() for word in whole.keywords} == {"a", "b", "c"}
        assert whole.links == preprint.links and whole.created == "2023-06-07"
        assert [origin.path for origin in whole.origins] == ["a.txt", "b.bib"]
        assert whole.provenance["venue"].source == "b.bib"
        assert whole.provenance["abstract"].source == "a.txt"
        assert work.preprint is not None
        assert (work.preprint.kind, work.preprint.year) == (Kind.PREPRINT, 2022)
        assert work.preprint.title == preprint.title


def test_a_published_paper_with_an_arxiv_id_has_a_preprint_record() -> None:
    one = paper(
        1, kind=Kind.ARTICLE, ids={"arxiv": "2206.01986", "doi": "10.1145/3690640"}, venue=Text("Mind")
    )
    (work,) = merge([one]).works
    assert work.paper == one
    assert work.preprint is not None
    assert work.preprint.ids == {"arxiv": "2206.01986"} and work.preprint.year == 2022
    assert (work.preprint.venue, work.preprint.kind) == (None, Kind.PREPRINT)
    assert merge([paper(1, ids={"arxiv": "2206.01986"}, kind=Kind.PREPRINT)]).works[0].preprint is None


def test_resolved_and_corrected_values_win_over_found_and_guessed_ones() -> None:
    def titled(title: str, status: Status, where: str) -> Paper:
        known = {"title": Provenance(status, where)}
        ids = {"arxiv": "2306.04387"}
        return Paper(title=Text(title), ids=ids, provenance=known, origins=(Origin(where, 1, 1, "x"),))

    records = [
        titled("Found", Status.FOUND, "a"),
        titled("Guess", Status.GUESSED, "b"),
        titled("Resolved", Status.RESOLVED, "c"),
    ]
    (work,) = merge(records).works
    assert (work.paper.title, work.paper.title_status) == (Text("Resolved"), Status.RESOLVED)
    assert work.paper.alt_titles == (Text("Found"),)


def doubtful() -> list[Paper]:
    """Equal titles and people, an unlike abstract: nobody but the keeper can tell."""
    one = paper(1, path="a.txt")
    return [one, replace(paper(1, path="b.txt"), abstract=Text(abstract(99)))]


def test_a_doubtful_pair_is_told_and_not_merged() -> None:
    merged = merge(doubtful(), [("one",), ("two",)])
    assert len(merged.works) == 2
    (doubt,) = merged.doubts
    assert "same title" in doubt.reasons
    assert possibly(merged.doubts, ["one", "two"]) == {"one": ("two",), "two": ("one",)}
    (problem,) = doubt_problems(merged.doubts, merged.works, ["one", "two"])
    assert problem.code == "possible-duplicate"
    assert "one and two" in problem.message and "same title" in problem.message
    assert "distinct_from: [two]" in problem.message


NAMES: Sequence[Sequence[str]] = [("one", "former"), ("two",)]


@pytest.mark.parametrize(
    ("notes", "works"),
    [
        ({"one": Note(path="n", same_as=("two",))}, 1),
        ({"TWO": Note(path="n", same_as=("Former",))}, 1),
        ({"former": Note(path="n", same_as=("two",))}, 1),
        ({"two": Note(path="n", distinct_from=("one",))}, 2),
        ({"nobody": Note(path="n", same_as=("two",))}, 2),
    ],
)
def test_the_keepers_word_stands(notes: dict[str, Note], works: int) -> None:
    merged = merge(doubtful(), NAMES, notes)
    assert len(merged.works) == works
    decided = "nobody" not in notes
    assert (merged.doubts == ()) == decided


def test_distinct_from_splits_what_would_merge_by_itself() -> None:
    twins = [paper(1, path="a.txt"), paper(1, path="b.txt"), paper(1, path="c.txt")]
    names = [("one",), ("two",), ()]
    notes = {"one": Note(path="n", distinct_from=("two",))}
    merged = merge(twins, names, notes)
    assert not together(merged, "a.txt", "b.txt")
    assert len(merged.works) == 2
    assert merge(twins, names).works[0].known_as == ("one", "two")


def test_what_speaks_against_holds_for_a_third_record_too() -> None:
    """A bare abstract is like both parts; it joins one of them and brings them no nearer."""
    base = abstract(5, 120)
    parts = [
        paper(
            1, path=f"{n}.txt", title=Text(f"On the theory of lattices. {n}."), abstract=Text(base + f" {n}")
        )
        for n in ("I", "II")
    ]
    bare = paper(1, path="bare.txt", title=None, authors=None, year=None, abstract=Text(base))
    for order in ([*parts, bare], [bare, *parts[::-1]]):
        merged = merge(order)
        assert len(merged.works) == 2
        assert not together(merged, "I.txt", "II.txt")


def test_an_identifier_copied_by_mistake_is_asked_about() -> None:
    one = paper(1, path="a.txt", ids={"doi": "10.1145/3690640"})
    other = paper(2, path="b.txt", ids={"doi": "10.1145/3690640"})
    merged = merge([one, other])
    assert len(merged.works) == 2 and len(merged.doubts) == 1


def test_many_records_of_one_pattern_take_no_square_time() -> None:
    """Equal openings and equal titles by the thousand: the work grows with the list, not with its square."""
    opening = abstract(0, 12)
    papers = [
        paper(seed, title=Text("Editorial"), abstract=Text(f"{opening} {abstract(seed)}"), path=f"{seed}.txt")
        for seed in range(1, 500)
    ]
    assert len(merge(papers).works) == len(papers)


def test_figures_that_change_between_versions_are_no_parts() -> None:
    text = "We improve accuracy by 2.3 points on three datasets. " + abstract(4, 80)
    later = text.replace("2.3", "2.5").replace("three", "five")
    titled = [paper(1, path=f"{n}.txt", abstract=Text(one)) for n, one in enumerate((text, later))]
    assert len(merge(titled).works) == 1
    bare = [replace(one, title=None, authors=(), year=None) for one in titled]
    assert len(merge(bare).works) == 1


def test_an_abstract_cut_off_within_a_word_is_the_same() -> None:
    text = abstract(6, 90)
    for length in range(300, 330):
        records = [
            paper(1, path="a.txt", abstract=Text(text)),
            paper(1, path="b.txt", authors=None, year=None, abstract=Text(text[:length] + " i")),
        ]
        assert len(merge(records).works) == 1


def reference(path: str, **changes: object) -> Paper:
    facts = {
        "title": Text("Fabulous Fourier Forms of Five Finite Fields"),
        "authors": (Name("Ada", "Lovelace"),),
        "year": 1974,
        "kind": Kind.ARTICLE,
        "venue": Text("Mind"),
        "abstract": None,
        **changes,
    }
    return paper(1, path=path, **facts)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({}, {}, True),
        ({}, {"year": None, "venue": None, "kind": Kind.MISC}, True),
        ({"title": Text("Fourier Forms")}, {"title": Text("Fourier forms")}, True),
        ({"title": Text("Fourier Forms")}, {"title": Text("Fourier forms"), "year": None}, False),
        ({"title": Text("Editorial")}, {"title": Text("Editorial")}, False),
        ({}, {"year": 1975}, False),
        ({}, {"year": 1975, "kind": Kind.PREPRINT, "venue": Text("arXiv")}, True),
        ({}, {"kind": Kind.THESIS}, False),
        ({}, {"authors": (Name("Alan", "Turing"),)}, False),
        ({"details": {"pages": "1-9"}}, {"details": {"pages": "10-19"}}, False),
        ({"details": {"pages": "1-9"}}, {"details": {"pages": "1–9"}}, True),
        ({"ids": {"pmid": "1"}}, {"ids": {"pmid": "2"}}, False),
        ({"ids": {"doi": "10.1/x"}}, {"ids": {"doi": "10.1/y"}}, False),
        ({"ids": {"doi": "10.1145/x"}}, {"ids": {"doi": "10.1101/y"}, "kind": Kind.PREPRINT}, True),
    ],
)
def test_references_without_abstracts(one: dict[str, object], other: dict[str, object], same: bool) -> None:
    records = [reference("a.bib", **one), reference("b.bib", **other)]
    for order in (records, records[::-1]):
        assert (len(merge(order).works) == 1) == same


@pytest.mark.parametrize(
    ("title", "asked"), [("Introduction", 0), ("Book review", 0), ("A theory of forms", 1)]
)
def test_other_people_with_the_same_few_words_are_not_asked_about(title: str, asked: int) -> None:
    records = [
        reference(f"{name}.bib", title=Text(title), authors=(Name("A.", name),))
        for name in ("Turing", "Church")
    ]
    assert len(merge(records).doubts) == asked


def test_volumes_of_one_isbn_are_asked_about() -> None:
    ids = {"isbn": "9780007280599"}
    volumes = [
        reference("a.bib", kind=Kind.BOOK, ids=ids),
        reference("b.bib", kind=Kind.BOOK, ids=ids, title=Text("Quite other tales")),
    ]
    merged = merge(volumes)
    assert (len(merged.works), len(merged.doubts)) == (2, 1)
