"""The pages that list papers: the whole list, topics, authors, years and venues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from generator.exports.bibtex import bibtex_file
from generator.metadata import feed_links
from generator.model import Entry, OutputFile, Topic
from generator.pages.document import document, page_meta
from generator.pages.filters import filter_bar
from generator.pages.groups import UNDATED, Group, Groups, newest_first
from generator.pages.names import initial
from generator.pages.settings import PageSettings
from generator.pages.templating import fill
from generator.pages.views import Row, Year, by_year, rows, span


@dataclass(frozen=True, slots=True)
class Kind:
    """What a list is by. path: of the index, below the site's root; label: its title."""

    path: str
    label: str


AUTHORS = Kind("authors/", "Authors")
YEARS = Kind("years/", "Years")
VENUES = Kind("venues/", "Venues")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """A list of papers, under years or, where `years` is empty, in one piece."""

    kind: Kind
    title: str
    lead: str = ""
    count: int
    span: str = ""
    years: tuple[Year, ...] = ()
    papers: tuple[Row, ...] = ()
    empty: str = "No papers here yet."


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an index of names."""

    name: str
    items: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """An index of names. least: the smallest count that is shown."""

    title: str
    total: int
    word: str
    sections: tuple[Section, ...]
    empty: str
    least: int = 1


def list_pages(
    groups: Groups, entries: Sequence[Entry], topics: Mapping[str, Topic], settings: PageSettings
) -> Iterator[OutputFile]:
    """Every page that lists papers or names, but those of topics."""
    yield _whole_list(entries, topics, settings)
    yield from _author_pages(groups, settings.styles)
    yield from _year_pages(groups, settings.styles)
    yield from _venue_pages(groups, settings.styles)


def _whole_list(entries: Sequence[Entry], topics: Mapping[str, Topic], settings: PageSettings) -> OutputFile:
    meta = page_meta("Papers", "Every paper of this list, newest first.", "navigation", "toc")
    body = fill(
        "papers.md.j2",
        root="../",
        papers=len(entries),
        feed=settings.feeds and bool(entries),
        styles=settings.styles,
        filter=filter_bar(entries, topics, by_topic=True),
        years=by_year(newest_first(entries), topics),
    )
    if settings.feeds and entries:
        meta["head"] = feed_links("../feed.xml", "../feed.json", "Papers")
    return document("papers/index.md", meta, body)


def _author_pages(groups: Groups, styles: str) -> Iterator[OutputFile]:
    yield _index(
        "Authors", "author", AUTHORS, _by_initial(groups.authors), "No authors are known yet.", least=2
    )
    for author in groups.authors:
        yield _list(_by_year(author, AUTHORS), author, styles)
        yield _bibliography(AUTHORS, author)


def _year_pages(groups: Groups, styles: str) -> Iterator[OutputFile]:
    yield _index("Years", "year", YEARS, _by_decade(groups.years), "No papers yet, so no years.")
    for year in groups.years:
        view = ListView(kind=YEARS, title=year.name, count=year.count, papers=rows(year.entries))
        yield _list(view, year, styles)
        yield _bibliography(YEARS, year)


def _venue_pages(groups: Groups, styles: str) -> Iterator[OutputFile]:
    yield _index("Venues", "venue", VENUES, _by_initial(groups.venues), "No venues are known yet.")
    for venue in groups.venues:
        yield _list(_by_year(venue, VENUES), venue, styles)
        yield _bibliography(VENUES, venue)


def _bibliography(kind: Kind, group: Group) -> OutputFile:
    """The BibTeX file beside a list's page."""
    text = bibtex_file(group.entries, abstract=False)
    return OutputFile(PurePosixPath(f"{kind.path}{group.id}.bib"), text)


def _by_year(group: Group, kind: Kind) -> ListView:
    return ListView(
        kind=kind,
        title=group.name,
        lead=group.description,
        count=group.count,
        span=span(group.entries),
        years=by_year(group.entries),
    )


def _list(view: ListView, group: Group, styles: str) -> OutputFile:
    about = group.description or f"{view.kind.label}: {group.name}"
    meta = page_meta(group.name, about, "navigation", "toc")
    latest = max((entry.added for entry in group.entries), default=None)
    if latest:
        meta["updated"] = latest
    return document(
        f"{view.kind.path}{group.id}.md",
        meta,
        fill("list.md.j2", root="../../", page=view, bib=f"{group.id}.bib", styles=styles),
    )


def _index(
    title: str, word: str, kind: Kind, sections: tuple[Section, ...], empty: str, least: int = 1
) -> OutputFile:
    total = sum(item.id != UNDATED or kind is not YEARS for section in sections for item in section.items)
    view = IndexView(title=title, total=total, word=word, sections=sections, empty=empty, least=least)
    meta = page_meta(title, f"{title} of this list.", "navigation", "toc")
    return document(f"{kind.path}index.md", meta, fill("index.md.j2", page=view))


def _by_initial(groups: Sequence[Group]) -> tuple[Section, ...]:
    """Groups under the first letter of how they are listed, those that start with another sign last."""

    def letter(group: Group) -> str:
        return initial(group.listed_as)

    ordered = sorted(groups, key=lambda group: (letter(group) == "#", letter(group)))
    return tuple(Section(name, tuple(members)) for name, members in groupby(ordered, key=letter))


def _by_decade(years: Sequence[Group]) -> tuple[Section, ...]:
    def decade(year: Group) -> str:
        return "No year" if year.id == UNDATED else f"{int(year.id) // 10 * 10}s"

    return tuple(Section(name, tuple(members)) for name, members in groupby(years, key=decade))
