"""The home page and the statistics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.metadata import feed_links
from generator.model import Entry, OutputFile
from generator.pages.charts import share_bar, year_bars
from generator.pages.document import document, page_meta
from generator.pages.groups import Group, Groups, latest_additions, per_year
from generator.pages.settings import PageSettings
from generator.pages.templating import fill
from generator.pages.views import cards, rows, span

_LATEST = 8
_TOP = 15


@dataclass(frozen=True, slots=True)
class Rank:
    id: str
    name: str
    count: int
    bar: Markup


@dataclass(frozen=True, slots=True)
class Ranks:
    """A table of the largest groups. word: what they are; folder: where their pages are."""

    title: str
    word: str
    folder: str
    rows: tuple[Rank, ...]


def overview_pages(groups: Groups, entries: Sequence[Entry], settings: PageSettings) -> Iterator[OutputFile]:
    """index.md and stats.md."""
    yield _home(groups, entries, settings)
    yield _statistics(groups, entries)


def _home(groups: Groups, entries: Sequence[Entry], settings: PageSettings) -> OutputFile:
    filled = [topic for topic in groups.topics if topic.entries]
    body = fill(
        "home.md.j2",
        settings=settings,
        papers=len(entries),
        authors=len(groups.authors),
        venues=len(groups.venues),
        span=span(entries),
        topic_count=len(groups.topics),
        topics=tuple(cards(filled, entries)),
        bars=year_bars(per_year(entries), "Papers per year"),
        latest=rows(latest_additions(entries, _LATEST)),
    )
    meta = page_meta(settings.site_name, settings.site_description or settings.site_name, "navigation", "toc")
    if settings.site_url and entries:
        meta["head"] = feed_links("feed.xml", "feed.json", settings.site_name)
    return document("index.md", meta, body)


def _statistics(groups: Groups, entries: Sequence[Entry]) -> OutputFile:
    counts = per_year(entries)
    body = fill(
        "stats.md.j2",
        root="../",
        papers=len(entries),
        span=span(entries),
        bars=year_bars(counts, "Papers per year"),
        per_year=tuple(counts.items()),
        tables=tuple(_tables(groups)),
    )
    meta = page_meta("Statistics", "What this list holds, in numbers.", "navigation", "toc")
    return document("stats.md", meta, body)


def _tables(groups: Groups) -> Iterator[Ranks]:
    topics = (*groups.topics, groups.unsorted)
    for title, word, folder, members, most in (
        ("Topics", "Topic", "topics", topics, len(topics)),
        ("Most frequent authors", "Author", "authors", groups.authors, _TOP),
        ("Most frequent venues", "Venue", "venues", groups.venues, _TOP),
    ):
        ranks = _ranks(members, most)
        if ranks:
            yield Ranks(title, word, folder, ranks)


def _ranks(groups: Sequence[Group], most: int) -> tuple[Rank, ...]:
    ordered = sorted((group for group in groups if group.entries), key=lambda group: -group.count)[:most]
    return tuple(
        Rank(group.id, group.name, group.count, share_bar(group.count, ordered[0].count)) for group in ordered
    )
