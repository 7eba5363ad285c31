"""The page of one paper."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import punctuation
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.exports.bibtex import entry_to_bibtex, preprint_to_bibtex
from generator.exports.facts import arxiv_address, doi_address
from generator.metadata import head_block
from generator.model import Entry, Link, Note, Origin, OutputFile, Paper, Provenance, Status
from generator.pages.document import document, page_meta
from generator.pages.edit import edit_address
from generator.pages.filters import STATUSES
from generator.pages.groups import title_of
from generator.pages.names import slug, venue_series
from generator.pages.notes import note_markdown
from generator.pages.record import paper_record, public_note
from generator.pages.settings import PageSettings
from generator.pages.templating import fill
from generator.pages.views import Row, names, row, rows
from generator.text import Name, Text, fence, safe_url

_ROOT = "../../"
_HOSTS = {
    "aclanthology.org": "ACL Anthology",
    "dl.acm.org": "ACM",
    "ieeexplore.ieee.org": "IEEE Xplore",
    "jmlr.org": "JMLR",
    "openaccess.thecvf.com": "CVF",
    "openreview.net": "OpenReview",
    "papers.nips.cc": "NeurIPS",
    "papers.neurips.cc": "NeurIPS",
    "proceedings.mlr.press": "PMLR",
    "proceedings.neurips.cc": "NeurIPS",
    "link.springer.com": "Springer",
    "ojs.aaai.org": "AAAI",
    "www.ijcai.org": "IJCAI",
    "www.nature.com": "Nature",
    "www.sciencedirect.com": "ScienceDirect",
}
# How the fields of a record are called on the page, in the order in which they are shown.
_FIELDS = {
    "title": "Title",
    "alt_titles": "Other titles",
    "authors": "Authors",
    "editors": "Editors",
    "year": "Year",
    "venue": "Venue",
    "kind": "Kind",
    "abstract": "Abstract",
    "arxiv": "arXiv",
    "doi": "DOI",
    "url": "Address",
    "links": "Links",
    "comment": "Comment",
    "created": "Created",
    "updated": "Updated",
    "keywords": "Keywords",
}


@dataclass(frozen=True, slots=True)
class Linked:
    """Something with a page of its own, or without one where there is no id."""

    id: str
    name: Name | str


@dataclass(frozen=True, slots=True)
class LinkedVenue:
    """A venue: its series, which has a page, and its whole name where that says more."""

    id: str
    label: str
    full: Text | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the record: what, how it is known, and from where."""

    label: str
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Mine:
    """What the keeper says of a paper. rating: 0 for none; dates: of reading, in words."""

    status: str
    dates: str
    rating: int
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    row: Row
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """Everything the template of a paper's page writes."""

    key: str
    title: Text | str
    spellings: str
    guessed: bool
    authors: tuple[Linked, ...]
    more_authors: bool
    editors: Markup
    year: int | None
    venue: LinkedVenue | None
    links: tuple[Link, ...]
    topics: tuple[Linked, ...]
    mine: Mine | None
    alt_titles: tuple[Text, ...]
    possibly: tuple[Row, ...]
    abstract: Text | None
    comment: Text | None
    keywords: str
    note: Markup
    bibtex: Markup
    preprint: Markup
    formatted: bool
    related: tuple[Suggestion, ...]
    facts: tuple[Fact, ...]
    edit: str


def paper_page(
    entry: Entry,
    entries: Mapping[str, Entry],
    topic_names: Mapping[str, str],
    authors: Container[str],
    settings: PageSettings,
) -> OutputFile:
    """The page of `entry`. entries: all papers by key; topic_names: by id; authors: ids of who has a page."""
    note = public_note(entry.note)
    abstract = entry.paper.abstract
    meta = {
        **page_meta(title_of(entry), abstract.plain if abstract else title_of(entry)),
        "template": "paper.html",
        "updated": entry.added,
        "head": head_block(entry, settings.site_url),
        "paper": paper_record(entry, note),
    }
    view = _view(entry, note, entries, topic_names, authors, settings)
    return document(f"papers/{entry.key}.md", meta, fill("paper.md.j2", root=_ROOT, page=view))


def _view(
    entry: Entry,
    note: Note | None,
    entries: Mapping[str, Entry],
    topic_names: Mapping[str, str],
    authors: Container[str],
    settings: PageSettings,
) -> PaperView:
    paper = entry.paper
    return PaperView(
        key=entry.key,
        title=paper.title or entry.key,
        spellings=_spellings(paper),
        guessed=paper.is_guessed,
        authors=tuple(_people(paper.authors, authors)),
        more_authors=paper.more_authors,
        editors=names(paper.editors, len(paper.editors)),
        year=paper.year,
        venue=_venue(paper.venue) if paper.venue else None,
        links=tuple(_links(paper, note)),
        topics=tuple(_topics(entry, topic_names)),
        mine=_mine(note),
        alt_titles=paper.alt_titles,
        possibly=rows(entries[key] for key in entry.possibly if key in entries),
        abstract=paper.abstract,
        comment=paper.comment,
        keywords=", ".join(paper.keywords),
        note=Markup(note_markdown(note.body.strip(), entries) if note else ""),
        bibtex=_bibtex(entry_to_bibtex(entry, abstract=False)),
        preprint=_bibtex(preprint_to_bibtex(entry) or ""),
        formatted=settings.formatted,
        related=tuple(_related(entry, entries)),
        facts=tuple(_facts(entry, topic_names)),
        edit=edit_address(settings.repository, settings.notes, entry.key, note),
    )


def _mine(note: Note | None) -> Mine | None:
    if note is None or not (note.status or note.rating or note.tags or note.started or note.finished):
        return None
    return Mine(STATUSES[note.status] if note.status else "", _dates(note), note.rating or 0, note.tags)


def _dates(note: Note) -> str:
    """'2024-01-30 – 2024-02-03', 'since 2024-01-30' or 'finished 2024-02-03'."""
    if note.started and note.finished:
        return f"{note.started} – {note.finished}"
    if note.finished:
        return f"finished {note.finished}"
    return f"since {note.started}" if note.started else ""


def _venue(venue: Text) -> LinkedVenue:
    series = venue_series(venue.plain)
    return LinkedVenue(slug(series), series, None if venue.plain == series else venue)


def _bibtex(text: str) -> Markup:
    """A block of BibTeX, nothing for no text."""
    return Markup(fence(text.strip(), "bibtex") if text else "")


def _spellings(paper: Paper) -> str:
    """How a reader may type the title and abstract where they hold signs that keyboards lack: 'M3IT'."""
    texts = (paper.title, *paper.alt_titles, paper.abstract)
    words = (word.strip(punctuation) for text in texts if text for word in text.search.split())
    return " ".join(dict.fromkeys(word for word in words if word))


def _links(paper: Paper, note: Note | None) -> Iterator[Link]:
    """Where the paper is to be had, each address once, only those that are safe to follow."""
    seen: set[str] = set()
    for link in _all_links(paper, note):
        url = safe_url(link.url)
        if url and url not in seen:
            seen.add(url)
            yield Link(link.label, url)


def _all_links(paper: Paper, note: Note | None) -> Iterator[Link]:
    if arxiv := arxiv_address(paper):
        yield Link("arXiv", arxiv)
        yield Link("PDF", f"https://arxiv.org/pdf/{paper.arxiv}")
    if doi := doi_address(paper):
        yield Link("DOI", doi)
    if paper.url:
        yield Link(_host_label(paper.url), paper.url)
    yield from paper.links
    yield from note.links if note else ()


def _host_label(url: str) -> str:
    """Whose page `url` leads to, as readers know it."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return "Page"
    return _HOSTS.get(host, host.removeprefix("www."))


def _people(people: Iterable[Name], known: Container[str]) -> Iterator[Linked]:
    for name in people:
        id = slug(name.plain)
        yield Linked(id if id in known else "", name)


def _topics(entry: Entry, topic_names: Mapping[str, str]) -> Iterator[Linked]:
    known = [given.topic for given in entry.topics if given.topic in topic_names]
    if not known:
        yield Linked("unsorted", "Unsorted")
    for topic in known:
        yield Linked(topic, topic_names[topic])


def _related(entry: Entry, entries: Mapping[str, Entry]) -> Iterator[Suggestion]:
    for related in entry.related:
        if related.key in entries:
            yield Suggestion(row(entries[related.key]), related.reason)


def _lines(origin: Origin) -> str:
    one = origin.line == origin.end_line
    return f"line {origin.line}" if one else f"lines {origin.line}–{origin.end_line}"


def _facts(entry: Entry, topic_names: Mapping[str, str]) -> Iterator[Fact]:
    paper = entry.paper
    labels: dict[Provenance, list[str]] = {}
    for field, label in _FIELDS.items():
        if field in paper.provenance:
            labels.setdefault(paper.provenance[field], []).append(label)
    for known, fields in labels.items():
        yield Fact(", ".join(fields), known.status.value, known.source)
    for given in entry.topics:
        name = topic_names.get(given.topic, given.topic)
        yield Fact("Topic", name, ", ".join(given.evidence))
    for origin in paper.origins:
        yield Fact("Read from", origin.format, f"{origin.path}, {_lines(origin)}")
    yield Fact("In the list", "since", entry.added)
    if entry.aliases:
        yield Fact("Former keys", Status.FOUND.value, ", ".join(entry.aliases))
