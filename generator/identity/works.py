"""Whether two records are of the same work: one judgement, for the lock and for duplicates alike.

A judgement is certain only where the records leave no honest doubt: a wrong merge costs the keeper more than
a question. What speaks for and against is told in words.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from generator.identity.abstracts import Overlap, overlap
from generator.identity.fingerprints import folded_abstract
from generator.identity.folding import fold
from generator.identity.titles import TitleMatch, compare_titles
from generator.model import Kind, Paper
from generator.text import Name

# Identifiers that one work only has. ISBN and ISSN belong to the book or journal around it.
STRONG_IDS = ("doi", "arxiv", "acl", "openreview", "pmid", "pmcid", "s2", "openalex", "dblp", "ads")
# What a record without title, abstract and identifier is known by: a digest of all it says.
RECORD_ID = "record"
# Of these a work has at most one, so that two different ones tell two works apart.
_ONLY_ONE = ("arxiv", "acl", "pmid", "pmcid")
# DOIs of preprint servers and archives stand beside the publisher's DOI of the same work.
_PREPRINT_DOI = re.compile(
    r"10\.(?:48550|1101|2139|21203|31219|31234|31235|20944|26434|36227|22541|5281|6084|17605|31222|32388|33774"
    r"|14293|12688|7287|55458|64898)/"
)
_PUBLISHED = frozenset({Kind.ARTICLE, Kind.INPROCEEDINGS, Kind.CHAPTER, Kind.BOOK, Kind.PROCEEDINGS})
# Words of a title from which on equality is no chance.
_NAMES_A_WORK = 3
_TELLING_TITLE = 4
_LOOSE = frozenset({Kind.PREPRINT, Kind.MISC, Kind.WEBPAGE})


class Judgement(Enum):
    """SAME: certain, merge; MAYBE: the keeper decides; DIFFERENT: nothing speaks for one work."""

    SAME = "same"
    MAYBE = "maybe"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement, and in words what speaks for one work and what against.

    by_id: an identifier is shared; apart: what speaks against holds for whatever either is merged with;
    may_continue: one may be an edited form of the other.
    """

    judgement: Judgement
    reasons: tuple[str, ...]
    against: tuple[str, ...] = ()
    by_id: bool = False
    apart: bool = False
    may_continue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What a record is known by, folded for comparing.

    ids: of STRONG_IDS by name; titles: folded, all forms known; people: folded family names in order;
    fingerprints: of all abstracts known; abstract: folded, where at hand; place: volume, number, page.
    """

    ids: Mapping[str, str]
    titles: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    year: int | None = None
    kind: Kind = Kind.MISC
    fingerprints: tuple[str, ...] = ()
    abstract: str = ""
    place: tuple[str, str, str] = ("", "", "")
    venue: str = ""


def traits_of(paper: Paper) -> Traits:
    """What a paper is known by. A guessed title is no trait; without any, it is what the record says."""
    abstract, mark = folded_abstract(paper.abstract.source) if paper.abstract else ("", "")
    ids, titles = strong_ids(paper.ids, paper.kind), _titles(paper)
    return Traits(
        ids=ids if ids or titles or mark else {RECORD_ID: _digest(paper)},
        titles=titles,
        people=tuple(fold_name(name) for name in paper.authors),
        year=paper.year,
        kind=paper.kind,
        fingerprints=(mark,) if mark else (),
        abstract=abstract,
        place=_place(paper.details),
        venue=fold(paper.venue.source) if paper.venue else "",
    )


def _titles(paper: Paper) -> tuple[str, ...]:
    own = (paper.title,) if paper.title and not paper.is_guessed else ()
    return tuple(
        dict.fromkeys(folded for title in (*own, *paper.alt_titles) if (folded := fold(title.source)))
    )


def _digest(paper: Paper) -> str:
    """20 hex digits of what a record says: an address alone, people and a year, a citation key."""
    said = [
        sorted(paper.ids.items()),
        [name.plain for name in (*paper.authors, *paper.editors)],
        [paper.year, paper.venue.source if paper.venue else None, paper.url],
        [paper.comment.source if paper.comment else None, sorted(paper.details.items())],
    ]
    return hashlib.sha1(json.dumps(said).encode(), usedforsecurity=False).hexdigest()[:20]


def fold_name(name: Name) -> str:
    """A person's family name (a given name where there is none) for comparing."""
    return fold(name.family or name.given)


def _place(details: Mapping[str, str]) -> tuple[str, str, str]:
    first_page = re.split(r"[-–—,]", details.get("pages", ""), maxsplit=1)[0]
    return details.get("volume", "").strip(), details.get("number", "").strip(), first_page.strip()


def strong_ids(ids: Mapping[str, str], kind: Kind) -> dict[str, str]:
    """The identifiers that name this very work; an ISBN counts for a whole book only.

    A DOI of the ACL Anthology names its Anthology id as well.
    """
    known = {name: ids[name] for name in (*STRONG_IDS, RECORD_ID) if name in ids}
    if kind is Kind.BOOK and "isbn" in ids:
        known["isbn"] = ids["isbn"]
    found = re.fullmatch(r"10\.(?:18653|3115)/v1/(.{3,60})", known.get("doi", ""))
    if found and "acl" not in known:
        known["acl"] = found[1].upper() if re.fullmatch(r"[a-z]\d\d-\d{4}", found[1]) else found[1]
    return known


def marks(traits: Traits) -> tuple[str, ...]:
    """The identifiers as 'name:value', for looking up."""
    return tuple(f"{name}:{value}" for name, value in traits.ids.items())


def compare(one: Traits, other: Traits) -> Verdict:
    """Judges whether two records are of one work."""
    return _judge(_gather(one, other))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    shared: tuple[str, ...]
    clashing: tuple[str, ...]
    title: TitleMatch
    abstract: Overlap
    people: float | None
    first_author: bool | None
    years: int | None
    one_published: bool
    kinds_clash: bool
    place_clash: bool
    same_venue: bool
    length: int
    crowd: int


def _gather(one: Traits, other: Traits) -> _Evidence:
    return _Evidence(
        shared=tuple(f"{n} {v}" for n, v in one.ids.items() if other.ids.get(n) == v),
        clashing=tuple(_clashes(one.ids, other.ids)),
        title=compare_titles(one.titles, other.titles),
        abstract=overlap(one.abstract, other.abstract, one.fingerprints, other.fingerprints),
        people=_common_people(one.people, other.people),
        first_author=one.people[0] == other.people[0] if one.people and other.people else None,
        years=abs(one.year - other.year) if one.year and other.year else None,
        one_published=one.kind in _LOOSE or other.kind in _LOOSE,
        kinds_clash=_kinds_clash(one.kind, other.kind),
        place_clash=_place_clash(one.place, other.place),
        same_venue=bool(one.venue) and one.venue == other.venue,
        length=min((len(t.split()) for t in (*one.titles, *other.titles)), default=0),
        crowd=min(len(one.people), len(other.people)),
    )


def _clashes(one: Mapping[str, str], other: Mapping[str, str]) -> Iterable[str]:
    for name in _ONLY_ONE:
        if name in one and name in other and one[name] != other[name]:
            yield name
    dois = one.get("doi"), other.get("doi")
    if dois[0] and dois[1] and dois[0] != dois[1] and not any(_PREPRINT_DOI.match(d or "") for d in dois):
        yield "doi"


def _common_people(one: tuple[str, ...], other: tuple[str, ...]) -> float | None:
    """How many of the shorter list's people are in the other; None where a list is empty."""
    if not one or not other:
        return None
    return len(set(one) & set(other)) / min(len(set(one)), len(set(other)))


def _kinds_clash(one: Kind, other: Kind) -> bool:
    """A thesis, a book, a dataset is no article of the same name; a preprint may be any of them."""
    if one is other or Kind.MISC in (one, other) or Kind.WEBPAGE in (one, other):
        return False
    if Kind.PREPRINT in (one, other):
        return bool({one, other} & {Kind.DATASET, Kind.SOFTWARE, Kind.THESIS, Kind.PROCEEDINGS})
    return True


def _place_clash(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    return any(a and b and a != b for a, b in zip(one, other, strict=True))


def _judge(seen: _Evidence) -> Verdict:
    against = tuple(_against(seen))
    if seen.shared:
        return _judge_by_id(seen, against)
    reasons = tuple(_reasons_for(seen))
    if not against and _certain(seen):
        return Verdict(Judgement.SAME, reasons, may_continue=True)
    judgement = Judgement.MAYBE if _doubtful(seen) else Judgement.DIFFERENT
    return Verdict(
        judgement,
        (*reasons,),
        (*against, *(["different abstracts"] if seen.abstract.apart else [])),
        apart=bool(against),
        may_continue=judgement is Judgement.MAYBE and not against and not _stranger(seen),
    )


def _judge_by_id(seen: _Evidence, against: tuple[str, ...]) -> Verdict:
    reasons = tuple(f"same {mark}" for mark in seen.shared)
    if _shared_in_error(seen):
        return Verdict(Judgement.MAYBE, reasons, against, by_id=True, apart=True)
    return Verdict(Judgement.SAME, reasons, by_id=True, may_continue=True)


def _stranger(seen: _Evidence) -> bool:
    """Another abstract, and no people that agree."""
    return seen.abstract.apart and (seen.people or 0) < 0.5


def _shared_in_error(seen: _Evidence) -> bool:
    """An identifier that two plainly different records share is one somebody copied by mistake."""
    if seen.title is TitleMatch.OTHER_PART or "arxiv" in seen.clashing:
        return True
    if seen.title is TitleMatch.DIFFERENT and all(mark.startswith("isbn") for mark in seen.shared):
        return True  # a chapter told as a book, a volume of a set
    stranger = seen.people is not None and seen.people < 0.5
    return seen.title is TitleMatch.DIFFERENT and (stranger or seen.people is None) and seen.abstract.apart


def _certain(seen: _Evidence) -> bool:
    if seen.abstract.twin:
        if seen.title in (TitleMatch.EQUAL, TitleMatch.NEAR, TitleMatch.EXTENDED, TitleMatch.UNKNOWN):
            return True
        return seen.title is TitleMatch.DIFFERENT and (seen.abstract.equal or _same_people(seen))
    if seen.title is not TitleMatch.EQUAL or seen.abstract.apart:
        return False
    if seen.abstract.close:
        return seen.people is None or seen.people >= 0.5
    return _same_reference(seen)


def _same_reference(seen: _Evidence) -> bool:
    """Two references without abstracts to compare: title, people and year have to agree."""
    if not seen.first_author or (seen.people or 0) < 0.5 or seen.length < 2:
        return False
    if seen.years is None:
        return seen.length > _TELLING_TITLE and _same_people(seen)
    telling = seen.length >= _TELLING_TITLE or (_same_people(seen) and (seen.crowd >= 2 or seen.same_venue))
    return telling and seen.years <= (2 if seen.one_published else 0)


def _same_people(seen: _Evidence) -> bool:
    return seen.people == 1 and bool(seen.first_author)


def _doubtful(seen: _Evidence) -> bool:
    if seen.abstract.twin or (seen.abstract.close and seen.title is not TitleMatch.DIFFERENT):
        return True
    if seen.title is TitleMatch.EQUAL:
        return not _namesake(seen)
    if seen.title in (TitleMatch.NEAR, TitleMatch.EXTENDED):
        return not seen.abstract.apart and (seen.people or 0) >= 0.5 and not seen.clashing
    return False


def _namesake(seen: _Evidence) -> bool:
    """Another work that happens to bear the title: by other people, or one of many 'Introduction's."""
    if seen.people == 0 and seen.length < _NAMES_A_WORK:
        return True
    elsewhere = bool(seen.clashing) or seen.place_clash or seen.abstract.apart
    return elsewhere and (seen.people == 0 or seen.length < 2)


def _reasons_for(seen: _Evidence) -> Iterable[str]:
    words = {
        TitleMatch.EQUAL: "same title",
        TitleMatch.NEAR: "nearly the same title",
        TitleMatch.EXTENDED: "one title continues the other",
    }
    if seen.title in words:
        yield words[seen.title]
    if seen.abstract.equal:
        yield "same abstract"
    elif seen.abstract.twin or seen.abstract.close:
        yield f"abstracts alike ({seen.abstract.share:.0%})"
    if seen.people:
        yield "same authors" if seen.people == 1 else "authors in common"


def _against(seen: _Evidence) -> Iterable[str]:
    for name in seen.clashing:
        yield f"different {name}"
    if seen.title is TitleMatch.OTHER_PART:
        yield "titles name different parts, years or forms"
    if seen.abstract.other_part and seen.title is not TitleMatch.EQUAL:
        yield "abstracts name different parts or years"
    if seen.people == 0:
        yield "no author in common"
    if seen.kinds_clash:
        yield "different kinds of publication"
    if seen.place_clash and not seen.one_published:
        yield "different volume, number or pages"
