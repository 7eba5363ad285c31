"""The pages of a library, in the order in which they are written."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Library, OutputFile
from generator.pages.groups import group
from generator.pages.lists import list_pages
from generator.pages.overview import overview_pages
from generator.pages.paper import paper_page
from generator.pages.reading import reading_page
from generator.pages.redirect import redirect_pages
from generator.pages.search import search_page
from generator.pages.settings import PageSettings
from generator.pages.topics import topic_pages


def render(library: Library, settings: PageSettings) -> Iterator[OutputFile]:
    """Every generated Markdown page, paths relative to docs/."""
    groups = group(library)
    by_key = {entry.key: entry for entry in library.entries}
    topics = {topic.id: topic for topic in library.topics}
    topic_names = {id: topic.name for id, topic in topics.items()}
    authors = {author.id for author in groups.authors}
    yield from overview_pages(groups, library.entries, settings)
    yield from list_pages(groups, library.entries, topics, settings)
    yield from topic_pages(groups, library.entries, library.topics, settings)
    yield reading_page(library.entries)
    for entry in library.entries:
        yield paper_page(entry, by_key, topic_names, authors, settings)
    yield search_page(settings)
    yield from redirect_pages(library.entries)
