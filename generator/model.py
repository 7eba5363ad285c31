"""The data that the stages hand on: frozen values, no behaviour beyond what follows from the value itself.

Imports only `text`. Mappings are read-only by agreement: a stage that changes one makes a new one
(`dataclasses.replace`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Literal, NamedTuple, TypedDict

from generator.text import Name, Text

Severity = Literal["error", "warning", "info"]

COLLABORATION = 100  # authors of a paper: of more, nobody is listed for their own sake


class Status(StrEnum):
    """Where a field's value comes from: the input, an outside service, the keeper's note, or a guess."""

    FOUND = "found"
    RESOLVED = "resolved"
    CORRECTED = "corrected"
    GUESSED = "guessed"


class Kind(StrEnum):
    """What sort of publication a paper is; `formats.KINDS` maps each to the types of BibTeX, RIS and CSL."""

    ARTICLE = "article"
    INPROCEEDINGS = "inproceedings"
    PREPRINT = "preprint"
    BOOK = "book"
    CHAPTER = "chapter"
    PROCEEDINGS = "proceedings"
    THESIS = "thesis"
    REPORT = "report"
    DATASET = "dataset"
    SOFTWARE = "software"
    WEBPAGE = "webpage"
    MISC = "misc"


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in an input file.

    path: as the keeper knows it, relative to the list's folder where the file lies in it;
    line, end_line: 1-based, both included; format: name of the reader.
    """

    path: str
    line: int
    end_line: int
    format: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Fields(TypedDict, total=False):
    """What a reader may fill in. Absent means the source does not say.

    Values are as the source gives them, with only the format's own mark-up undone (BibTeX accents and
    braces, XML entities, RIS tags): LaTeX mathematics and macros stay. `clean` does the rest.
    """

    title: str
    authors: Sequence[Name]
    editors: Sequence[Name]
    abstract: str
    year: str
    date: str  # of publication, any usual notation
    venue: str  # journal, proceedings, book or series that holds the paper
    kind: Kind
    arxiv: str
    doi: str
    ids: Mapping[str, str]  # other identifiers by name: acl, openreview, pmid, s2, openalex, isbn, issn …
    url: str
    comment: str
    created: str
    updated: str
    keywords: Sequence[str]
    details: Mapping[str, str]  # volume, number, pages, publisher …: see formats.DETAILS


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One paper exactly as a file tells it. `text`: the lines it was read from, unchanged."""

    origin: Origin
    text: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the keeper should look at. `code`: stable, kebab-case, documented in docs/guide/problems.md;
    `message`: one line that says what to do; `text`: the input concerned, if short."""

    code: str
    severity: Severity
    message: str
    origin: Origin | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Lines that are no paper, left out on purpose. `reason`: short, for instance 'page chrome'; beside: text
    beside records that no reader looked at: what may be an abstract in it is told to the keeper."""

    reason: str
    origin: Origin
    beside: bool = False


ReadItem = RawRecord | Problem | Skipped


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one field of one paper comes from. `source`: 'abstracts/a.txt:12', 'arXiv', 'notes/KEY.md' …"""

    status: Status
    source: str


@dataclass(frozen=True, slots=True)
class Link:
    """A web address that goes with a paper. `label`: for readers, for instance 'Code'."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The facts about one work: no key, no topic.

    year: of publication; created, updated: ISO dates (YYYY, YYYY-MM or YYYY-MM-DD) of the preprint;
    ids: normalised identifiers by name ('arxiv' without version, 'doi' in lower case, 'acl', …);
    more_authors: whether the source names only the first ones ('et al.'); details: see formats.DETAILS;
    provenance: by name of the field.
    """

    title: Text | None = None
    alt_titles: tuple[Text, ...] = ()
    authors: tuple[Name, ...] = ()
    more_authors: bool = False
    editors: tuple[Name, ...] = ()
    year: int | None = None
    venue: Text | None = None
    kind: Kind = Kind.MISC
    abstract: Text | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None
    links: tuple[Link, ...] = ()
    comment: Text | None = None
    created: str | None = None
    updated: str | None = None
    keywords: tuple[str, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    origins: tuple[Origin, ...] = ()
    provenance: Mapping[str, Provenance] = field(default_factory=dict)

    @property
    def title_status(self) -> Status | None:
        """Whether the title was found, resolved, corrected or guessed; None without a title."""
        known = self.provenance.get("title")
        return known.status if known and self.title else None

    @property
    def is_guessed(self) -> bool:
        """Whether the title is a guess."""
        return self.title_status is Status.GUESSED

    @property
    def telling_title(self) -> Text | None:
        """The title, unless it is guessed from an identifier: its letters say nothing of the paper."""
        return None if self.is_guessed and not self.abstract else self.title

    @property
    def arxiv(self) -> str | None:
        """arXiv id without version: '2306.04387' or 'hep-th/9901001'."""
        return self.ids.get("arxiv")

    @property
    def doi(self) -> str | None:
        """DOI in lower case without any prefix: '10.18653/v1/2021.acl-long.1'."""
        return self.ids.get("doi")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One work after merging, before it has a key. preprint: the preprint's own record where `paper` is the
    published version; known_as: keys of the lock's lines that its records have."""

    paper: Paper
    preprint: Paper | None = None
    known_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of topics.yml. terms: as written there (words, phrases, "exact", -not, weights)."""

    id: str
    name: str
    description: str = ""
    terms: tuple[str, ...] = ()
    parent: str | None = None
    color: str | None = None
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """That a paper belongs to a topic. score: 0 to 1; evidence: the words that matched, strongest first."""

    topic: str
    score: float
    evidence: tuple[str, ...]


class Related(NamedTuple):
    """A paper to read next. score: 0 to 1; reason: in words. A tuple: lists make them by the ten thousand."""

    key: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the keeper wrote about a paper in notes/KEY.md. corrections: fields that replace the paper's own;
    body_line: of the file, where the body begins."""

    path: str
    body: str = ""
    body_line: int = 1
    corrections: Fields = field(default_factory=Fields)
    topics: tuple[str, ...] | None = None
    status: Literal["to-read", "reading", "read"] | None = None
    started: str | None = None
    finished: str | None = None
    rating: int | None = None
    tags: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    private: bool = False
    private_fields: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A paper in this library. added: ISO date it first came in; aliases: its former keys;
    topics: the primary one first; possibly: keys of entries that may be the same work;
    preprint: the preprint's own record where `paper` is the published version."""

    key: str
    paper: Paper
    added: str
    aliases: tuple[str, ...] = ()
    topics: tuple[Assignment, ...] = ()
    related: tuple[Related, ...] = ()
    note: Note | None = None
    possibly: tuple[str, ...] = ()
    preprint: Paper | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that is rendered. entries: sorted by key."""

    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to publish. path: relative to docs/; text: with \\n line ends, UTF-8 when written."""

    path: PurePosixPath
    text: str
