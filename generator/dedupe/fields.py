"""Merging the records of one work field by field: the better source wins, each field keeps its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from generator.identity import arxiv_year, title_key
from generator.model import Kind, Paper, Provenance, Status, Work
from generator.text import Text

_T = TypeVar("_T")
_STATUS_RANK = {Status.CORRECTED: 0, Status.RESOLVED: 1, Status.FOUND: 2, Status.GUESSED: 4}
_NO_STATUS = 3
_PUBLISHED = frozenset(
    {Kind.ARTICLE, Kind.INPROCEEDINGS, Kind.BOOK, Kind.CHAPTER, Kind.THESIS, Kind.REPORT, Kind.PROCEEDINGS}
)
_SINGLE = ("title", "authors", "editors", "year", "venue", "url", "comment")


def merge_records(papers: Sequence[Paper], known_as: Sequence[str] = ()) -> Work:
    """One work of the records of one work (at least one), whatever their order."""
    ordered = sorted(papers, key=_order)
    published = [paper for paper in ordered if paper.kind in _PUBLISHED]
    preprints = [paper for paper in ordered if paper.kind is Kind.PREPRINT]
    whole = _merged([*published, *(paper for paper in ordered if paper.kind not in _PUBLISHED)])
    preprint = _merged(preprints) if published and preprints else _preprint_of(whole)
    return Work(paper=whole, preprint=preprint, known_as=tuple(sorted(set(known_as))))


def _order(paper: Paper) -> tuple[Any, ...]:
    """Richer records first; then by their place, so that the order of files says nothing."""
    filled = sum(bool(getattr(paper, name)) for name in (*_SINGLE, "ids", "details"))
    return -filled, [str(origin) for origin in paper.origins], paper.title.source if paper.title else ""


def _preprint_of(paper: Paper) -> Paper | None:
    """The arXiv record that a published paper's arXiv id stands for."""
    if paper.arxiv is None or paper.kind not in _PUBLISHED:
        return None
    source = Provenance(Status.RESOLVED, f"arXiv:{paper.arxiv}")
    held = {name: value for name, value in paper.details.items() if name == "primaryclass"}
    kept = {
        name: where for name, where in paper.provenance.items() if name in ("title", "authors", "abstract")
    }
    return replace(
        paper,
        kind=Kind.PREPRINT,
        venue=None,
        year=arxiv_year(paper.arxiv),
        url=f"https://arxiv.org/abs/{paper.arxiv}",
        ids={"arxiv": paper.arxiv},
        details=held,
        provenance={**kept, "year": source, "url": source, "arxiv": source},
    )


def _merged(papers: Sequence[Paper]) -> Paper:
    if len(papers) == 1:
        return papers[0]
    chosen = {name: _best(papers, name) for name in _SINGLE}
    provenance = {name: _where(paper, name) for name, paper in chosen.items() if paper}
    title = chosen["title"].title if chosen["title"] else None
    abstract = max((p for p in papers if p.abstract), key=_length, default=None)
    if abstract:
        provenance["abstract"] = _where(abstract, "abstract")
    return replace(
        papers[0],
        **{name: getattr(paper, name) for name, paper in chosen.items() if paper},
        more_authors=bool(chosen["authors"] and chosen["authors"].more_authors),
        abstract=abstract.abstract if abstract else None,
        alt_titles=_other_titles(title, papers),
        kind=_best_kind(papers),
        ids=_united(papers, lambda paper: paper.ids),
        details=_details(chosen["venue"], papers),
        links=_distinct((link for paper in papers for link in paper.links), lambda link: link.url),
        keywords=_distinct((word for paper in papers for word in paper.keywords), str.casefold),
        created=min((paper.created for paper in papers if paper.created), default=None),
        updated=max((paper.updated for paper in papers if paper.updated), default=None),
        origins=tuple(
            sorted({o for p in papers for o in p.origins}, key=lambda o: (o.path, o.line, o.end_line))
        ),
        provenance=_provenance(papers) | provenance,
    )


def _length(paper: Paper) -> int:
    return len(paper.abstract.source) if paper.abstract else 0


def _best(papers: Sequence[Paper], name: str) -> Paper | None:
    """The record whose value stands: the surer status, then the published record, then the fuller value."""
    having = [(at, paper) for at, paper in enumerate(papers) if getattr(paper, name)]
    return min(having, key=lambda item: _field_rank(item[1], name, item[0]), default=(0, None))[1]


def _field_rank(paper: Paper, name: str, at: int) -> tuple[int, bool, bool, int, int]:
    known = paper.provenance.get(name)
    status = _STATUS_RANK[known.status] if known else _NO_STATUS
    cut, full = (paper.more_authors, _fullness(paper)) if name == "authors" else (False, 0)
    return status, paper.kind not in _PUBLISHED, cut, -full, at


def _fullness(paper: Paper) -> int:
    """Full given names before initials, more authors before fewer."""
    return sum(len(name.given.replace(".", "")) > 1 for name in paper.authors) + len(paper.authors)


def _where(paper: Paper, name: str) -> Provenance:
    place = str(paper.origins[0]) if paper.origins else "input"
    return paper.provenance.get(name, Provenance(Status.FOUND, place))


def _other_titles(title: Text | None, papers: Sequence[Paper]) -> tuple[Text, ...]:
    own = [p.title for p in papers if p.title and not p.is_guessed]
    others = [*own, *(alt for p in papers for alt in p.alt_titles)]
    seen = title_key(title.source) if title else ""
    return _distinct(
        (other for other in others if title_key(other.source) != seen), lambda other: title_key(other.source)
    )


def _best_kind(papers: Sequence[Paper]) -> Kind:
    told = [paper.kind for paper in papers if paper.kind is not Kind.MISC]
    return told[0] if told else Kind.MISC


def _details(venue: Paper | None, papers: Sequence[Paper]) -> dict[str, str]:
    """Volume and pages go with the venue they are told with; other kinds of record only tell a class."""
    held = dict(venue.details) if venue else {}
    allowed = [p for p in papers if venue is None or p.kind is venue.kind or p.kind is Kind.MISC]
    for paper in allowed:
        held = {**paper.details, **held}
    for paper in papers:
        held = {**{n: v for n, v in paper.details.items() if n in ("primaryclass", "language")}, **held}
    return held


def _united(papers: Sequence[Paper], of: Callable[[Paper], Mapping[str, str]]) -> dict[str, str]:
    out: dict[str, str] = {}
    for paper in papers:
        out = {**of(paper), **out}
    return out


def _provenance(papers: Sequence[Paper]) -> dict[str, Provenance]:
    out: dict[str, Provenance] = {}
    for paper in papers:
        out = {**paper.provenance, **out}
    return out


def _distinct(values: Iterable[_T], name: Callable[[_T], str]) -> tuple[_T, ...]:
    out: dict[str, _T] = {}
    for value in values:
        out.setdefault(name(value), value)
    return tuple(out.values())
