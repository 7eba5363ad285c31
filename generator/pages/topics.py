"""The pages of topics: their tree with a heat map over the years, and each topic with its papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.hierarchy import above, topics_of
from generator.metadata import feed_links
from generator.model import Entry, OutputFile, Topic
from generator.pages.charts import heat_map, year_bars
from generator.pages.document import document, page_meta
from generator.pages.filters import Select, filter_bar
from generator.pages.groups import Group, Groups, per_year
from generator.pages.periods import periods
from generator.pages.settings import PageSettings
from generator.pages.templating import fill
from generator.pages.views import Card, Year, by_year, cards, span

_MOST_SHARING = 8
_UNSORTED_LEAD = "Papers that no topic claims: a topic with fitting terms, or a note, gives them one."


@dataclass(frozen=True, slots=True)
class Line:
    """A topic in the tree, written line by line as it may be of any depth. opens: whether topics under it
    follow; closes: how many levels end after it."""

    card: Card
    opens: bool = False
    closes: int = 0


@dataclass(frozen=True, slots=True)
class Near:
    """Another topic. count: of papers in it, those in topics below it too, or of papers in both."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """What the template of a topic's page writes. crumbs: the topics above, the highest first."""

    id: str
    name: str
    color: str | None
    icon: str | None
    lead: str
    crumbs: tuple[Near, ...]
    children: tuple[Near, ...]
    sharing: tuple[Near, ...]
    count: int
    span: str
    feed: bool
    bars: Markup
    per_year: tuple[tuple[int, int], ...]
    filter: tuple[Select, ...]
    years: tuple[Year, ...]


class Tree:
    """The topics of a list by id, with what is above and below each; read-only."""

    def __init__(self, topics: Sequence[Topic], groups: Sequence[Group]) -> None:
        self.topics = {topic.id: topic for topic in topics}
        self._children: dict[str | None, list[str]] = {}
        for topic in topics:
            parent = topic.parent if topic.parent in self.topics else None
            self._children.setdefault(parent, []).append(topic.id)
        self._counts = {group.id: group.count for group in groups}

    def children(self, id: str | None) -> list[str]:
        """The topics right below one, or at the top, in the order of topics.yml."""
        return self._children.get(id, [])

    def above(self, id: str) -> list[str]:
        """The topics above one, the highest first."""
        return list(reversed(above(id, self.topics)))

    def in_line(self, one: str, other: str) -> bool:
        """Whether one of two topics is above the other."""
        return one in above(other, self.topics) or other in above(one, self.topics)

    def near(self, id: str) -> Near:
        """A topic with how many papers it has."""
        return Near(id, self.topics[id].name, self._counts[id])

    def lines(self, shown: Mapping[str, Card]) -> Iterator[Line]:
        """All topics, each followed by those below it."""
        waiting = [(id, 0) for id in reversed(self.children(None))]  # the last is the next, with its depth
        while waiting:
            id, depth = waiting.pop()
            children = self.children(id)
            waiting += [(child, depth + 1) for child in reversed(children)]
            after = waiting[-1][1] if waiting else 0
            yield Line(shown[id], bool(children), max(depth - after, 0))


def topic_pages(
    groups: Groups, entries: Sequence[Entry], topics: Sequence[Topic], settings: PageSettings
) -> Iterator[OutputFile]:
    """topics/index.md, a page a topic, and that of the papers without one."""
    tree = Tree(topics, groups.topics)
    yield _index(groups, entries, tree)
    for group in groups.topics:
        yield _page(group, tree, settings.styles, feed=settings.feeds and bool(group.entries))
    if groups.unsorted.entries:
        yield _page(groups.unsorted, tree, settings.styles, feed=False)


def _index(groups: Groups, entries: Sequence[Entry], tree: Tree) -> OutputFile:
    shown = {card.id: card for card in cards((*groups.topics, groups.unsorted), entries)}
    branches = list(tree.lines(shown))
    lines = list(groups.topics)
    if groups.unsorted.entries:
        branches.append(Line(shown["unsorted"]))
        lines.append(groups.unsorted)
    counts = {group.id: per_year(group.entries) for group in lines}
    years = tuple(per_year(entries))
    columns = periods(years)
    rows, label = [(group.name, counts[group.id]) for group in lines], "Papers by topic and year"
    body = fill(
        "topics.md.j2",
        root="../",
        total=len(groups.topics),
        papers=len(entries),
        topics=branches,
        heat=heat_map(rows, columns, label) + heat_map(rows, columns, label, narrow=True),
        years=years,
        lines=[(group.id, group.name, [counts[group.id].get(year, 0) for year in years]) for group in lines],
    )
    return document("topics/index.md", page_meta("Topics", "The topics of this list.", "toc"), body)


def _page(group: Group, tree: Tree, styles: str, *, feed: bool) -> OutputFile:
    meta = page_meta(group.name, group.description or f"Topics: {group.name}", "toc")
    if group.entries:
        meta["updated"] = max(entry.added for entry in group.entries)
    if feed:
        meta["head"] = feed_links(f"../{group.id}.xml", f"../{group.id}.feed.json", group.name)
    body = fill("topic.md.j2", root="../../", page=_view(group, tree, feed), styles=styles)
    return document(f"topics/{group.id}.md", meta, body)


def _view(group: Group, tree: Tree, feed: bool) -> TopicView:
    known = group.id in tree.topics
    years = per_year(group.entries)
    return TopicView(
        id=group.id,
        name=group.name,
        color=group.color,
        icon=group.icon,
        lead=group.description if known else _UNSORTED_LEAD,
        crumbs=tuple(tree.near(id) for id in tree.above(group.id)) if known else (),
        children=tuple(tree.near(id) for id in tree.children(group.id)) if known else (),
        sharing=tuple(_sharing(group, tree)),
        count=group.count,
        span=span(group.entries),
        feed=feed,
        bars=year_bars(years, f"Papers per year: {group.name}") if len(years) > 1 else Markup(),
        per_year=tuple(years.items()),
        filter=filter_bar(group.entries, tree.topics),
        years=by_year(group.entries),
    )


def _sharing(group: Group, tree: Tree) -> Iterator[Near]:
    """The topics beside it that have papers with this one in common, those with most first."""
    shared = Counter(id for entry in group.entries for id in topics_of(entry, tree.topics))
    order = list(tree.topics)
    apart = (id for id in shared if id != group.id and not tree.in_line(id, group.id))
    for id in sorted(apart, key=lambda id: (-shared[id], order.index(id)))[:_MOST_SHARING]:
        yield Near(id, tree.topics[id].name, shared[id])
