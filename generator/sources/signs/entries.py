"""An item of a list that begins with its paper's title: `Title (Lewis et al., 2020)`, `"Title" by A. Author`,
`**Title** – A. Author and B. Author, Venue 2020. A sentence.`, `Title - address`.

The title ends where its mark-up does; without any, before the first bracket, dash, comma or stop that people
and a year follow, or by an address that nothing else stands beside.
"""

from __future__ import annotations

import re

from generator.sources.found_ids import find_ids
from generator.sources.signs.beside_titles import (
    AROUND,
    EMPTY,
    INITIALS,
    YEAR,
    beside_title,
    speaks,
    without_ids,
)
from generator.sources.signs.cited import cited
from generator.sources.signs.forms import PART_OF_SERIES
from generator.sources.signs.marks import bare
from generator.sources.signs.people import JOINED, NAMES, OTHERS, all_names, names_in

_MARKED = re.compile(
    r"(?P<strong>\*\*|__)(?=\S)(?P<bold>.{8,400}?)(?<=\S)(?P=strong)|"
    r"(?P<link>\[[^\[\]]{8,400}\]\(\S{4,2000}?\))|[\"“](?P<quoted>[^\"“”]{8,400})[\"”]|"
    r"(?P<light>[*_])(?=[^\s*_])(?P<italic>[^*]{8,400}?)(?<=[^\s*_])(?P=light)(?!\w)"
)
_QUOTED = re.compile(r"[\"“](.+)[\"”][.,]?")
_LEADING = frozenset("at from in is on see to under via".split())  # to an address, so that no title ends so
_DASHES = ("-", "–", "—")
_IDS = ("arxiv", "doi", "url")
_MORE = frozenset("*|")  # of which each sets off something besides a title
_FAR = 400  # characters of a title
_LONGEST = 1600  # characters of an item
_PLACES = (  # where a title may end, the surer ones first
    re.compile(r" (?=[(\[])| ?[–—|·•] | -{1,2} |\t+|[,.]? (?=by [^\W\d_a-z])"),
    re.compile(r"[,.?!:] "),
)
_DAY_READ = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}[:,]?\s{1,4}(?=\S+ \S+ \S)")  # of a log
_PEOPLE_FRONT = re.compile(
    r"(?P<names>[^\W\d_a-z][^*_\"“\[\]():—–]{2,200}?)(?:,? \(?(?P<year>(?:19|20)\d{2})\)?)?"
    r"(?: ?[—–:]| -{1,2}|,) (?=[*_\"“\[])"
)
_FAMILY = r"(?:(?:[Vv]an|[Dd]e|[Vv]on|[Dd]en|[Dd]er) ){0,2}[^\W\d_a-z][\w'’-]{1,30}"
_CITED_FRONT = re.compile(  # '(Vaswani et al., 2017) A title', 'Lund and Berg 2017 - A title'
    rf"[(\[]?(?P<names>{_FAMILY}(?:(?:, | and | & ){_FAMILY}){{0,3}}(?P<others>,? et al\.?)?)"
    r"(?:,? [(\[]?(?P<year>(?:19|20)\d{2})[a-z]?[)\]]{0,2})?"
    r"(?P<mark>(?<=[)\]])|[:,]| [-–—|]|(?<=\d)\.) (?P<title>[^\W_a-z].{8,300})"
)
_STOPS = re.compile(
    rf"(?P<title>\w.{{15,400}}?[.?!]) (?P<authors>{NAMES}(?:, {NAMES}){{0,60}}(?:,? and {NAMES})?)\. "
    r"(?:In )?(?P<venue>[A-Z][^.?!]{1,100}?)[ ,(]{1,2}(?P<year>(?:19|20)\d{2})\)?\.?"
)
_YEAR_BEHIND = re.compile(r",? [(\[]?((?:19|20)\d{2})[)\]]?\.?$")
_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d{2}\)?\.?$")
_REMARK, _ABSTRACT = 6, 15  # words of a sentence about a paper at least, and of its abstract
_LEAST, _MOST = 3, 40  # words of a title that nothing marks
_FULL_NAME = 3  # words
_SUBJECT = (
    4  # words of what a colon behind them sets off: '**Foundations of attention:** Child et al. (2019)'
)
_WORD = re.compile(r"[^\W\d_]{2}")
_SENTENCE = re.compile(r"[\s,;()]{0,3}[a-z]{2,}\b(?!:)")


def entry(text: str) -> dict[str, str] | None:
    """Title, authors (as lists are written), year, venue, identifiers and the `remark` behind them; None for
    other text."""
    text = text[found.end() :] if text[:1].isdigit() and (found := _DAY_READ.match(text)) else text
    if text.count("”") > text.count("“"):  # the rest of a title
        return None
    title, url, rest = _marked(text)
    if not title:
        return None if cited(text) else _below_people(text) or _behind_families(text) or _unmarked(rest)
    who = beside_title(title)
    if who and "authors" in who and "year" in who and not who["remark"]:
        return None if _is_reference(text) else _behind_people(who, rest.lstrip(AROUND))
    said = beside_title(rest) if rest.strip(AROUND) else None
    return {"title": title, **({"url": url} if url else {}), **said} if said else None


def _is_reference(text: str) -> bool:
    """Whether an item is a reference as style guides print it, with nothing but a venue behind its title."""
    said = cited(text)
    words = said.get("venue", "").split() if said else []
    prose = len(words) > _REMARK and 2 * sum(word[0].islower() for word in words) > len(words)
    return said is not None and not prose


def told_in_remark(remark: str) -> str:
    """The field of a sentence behind an item: 'abstract', 'comment' where it is too short for one, '' for a
    word or two."""
    words = len(remark.split())
    return "abstract" if words >= _ABSTRACT else "comment" if words >= _REMARK else ""


def _marked(text: str) -> tuple[str, str, str]:
    """The title that stands in marks at the start of a text, the address that it links to, and the rest; an
    empty title where nothing is marked."""
    found = _MARKED.match(text)
    if found is None:
        return "", "", text
    title, url = bare(found[0])
    title = found["quoted"] or found["italic"] or title
    title = quoted[1] if (quoted := _QUOTED.fullmatch(title)) else title
    if title.endswith(":") and len(title.split()) <= _SUBJECT:
        return "", "", text
    return _plain(title), url, text[found.end() :]


def _below_people(text: str) -> dict[str, str] | None:
    """An item with people, perhaps a year, and a dash in front of a title that marks set off:
    'Lund & Berg — *A title* (2015)', 'Lund et al. (2017): "A title"'."""
    found = _PEOPLE_FRONT.match(text)
    names = names_in(found["names"]) if found else ""
    if not found or not (JOINED.search(names) or OTHERS.search(names)):
        return None
    title, url, rest = _marked(text[found.end() :])
    said = beside_title(rest) if title and rest.strip(AROUND) else {"remark": ""}
    if not title or said is None or "authors" in said:
        return None
    year = {"year": found["year"]} if found["year"] else {}
    return {"title": title, "authors": names, **year, **({"url": url} if url else {}), **said}


def _behind_families(text: str) -> dict[str, str] | None:
    """A title with families, 'et al.' or two of them, and a year in front or behind, as texts cite papers."""
    found = _CITED_FRONT.match(text) if " et al" in text[:80] or YEAR.search(text, 0, 80) else None
    if not found or not (found["others"] or (found["year"] and JOINED.search(found["names"]))):
        return None
    behind = None if found["year"] else _YEAR_BEHIND.search(found["title"])
    title = (found["title"][: behind.start()] if behind else found["title"]).rstrip(". ")
    year = found["year"] or (behind[1] if behind else "")
    if not _may_be_title(title):
        return None
    return {"title": title, "authors": found["names"], "remark": "", **({"year": year} if year else {})}


def _behind_people(who: dict[str, str], text: str) -> dict[str, str] | None:
    """An item with people and year in front: the title is what is marked, or what follows up to its stop."""
    title, url, remark = _marked(text)
    if not title:
        title, _, remark = text.partition(". ")
        if not _may_be_title(title):
            return None
    left, ids = without_ids(remark)
    own = {"url": url} if url else {}
    return {**who, **own, **ids, "title": _plain(title), "remark": left.lstrip(AROUND).rstrip()}


def _unmarked(text: str) -> dict[str, str] | None:
    """An item whose title nothing marks, and which is no reference that begins with its people."""
    if found := _before_people(text):
        return found
    for place in (place for places in _PLACES for place in places.finditer(text, 8, _FAR)):
        title = text[: place.start() + (place[0][0] in "?!")]
        said = beside_title(text[place.start() :]) if _may_be_title(title) else None
        if said and _is_sure(said, text[place.start() :].lstrip()):
            return {"title": _plain(title), **said}
    return _with_address(text)


def _before_people(text: str) -> dict[str, str] | None:
    """A title with a stop, whole names and a venue with its year: `Title. Ada Smith, Jon Dahl. Venue 2020.`;
    one person alone has initials."""
    ends = len(text) < _LONGEST and _ENDS_IN_YEAR.search(text, len(text) - len("(2020)."))
    found = _STOPS.fullmatch(text) if ends else None
    if not found or names_in(found["title"].rstrip(".")):
        return None
    names = found["authors"]
    several = JOINED.search(names) or INITIALS.match(names)
    return {**found.groupdict(), "title": found["title"].rstrip("."), "remark": ""} if several else None


def _with_address(text: str) -> dict[str, str] | None:
    """A title that nothing but an address stands beside."""
    left, ids = without_ids(text)
    if not ids or _is_within(text):
        return None
    title = EMPTY.sub("", left).strip(AROUND + "[]")
    year = YEAR.search(title, max(len(title) - len("2000"), 0))
    ends = not left.rstrip().endswith(":") and title.rpartition(" ")[2].lower() not in _LEADING
    whole = _begins_title(title) and ends and not year and not _MORE & set(title)
    said = {"title": title, "remark": "", **ids}
    head, _, people = title.rpartition(". ")
    if head and names_in(people) and (JOINED.search(people) or INITIALS.match(people)):
        return {**said, "title": head, "authors": people} if _may_be_title(head) else None
    sentence = PART_OF_SERIES.sub(" ", title).replace(". ", " ", 1)
    return said if whole and _may_be_title(sentence) else None


def _is_within(text: str) -> bool:
    """Whether words stand before and behind the addresses, as in a sentence."""
    ids = find_ids(text) if "](" not in text else ()
    return bool(ids and _WORD.search(text[: ids[0].start]) and _SENTENCE.match(text, ids[-1].end))


def _begins_title(text: str) -> bool:
    """Whether a text begins with a number or a word that is no plain one in small letters: 'miRNA', '3D'."""
    word = re.split(r"[\W_]", text, maxsplit=1)[0]
    return bool(word) and not (word.isalpha() and word.islower())


def _is_sure(said: dict[str, str], rest: str) -> bool:
    """Whether people and a year, or one of them in its usual form, follow a title that nothing marks: several
    people between dashes and an address are told so too."""
    if "authors" in said:
        dashed = rest.startswith(_DASHES) and not said.keys().isdisjoint(_IDS) and all_names(said["authors"])
        return "year" in said or bool(dashed) or OTHERS.search(said["authors"]) is not None
    return "year" in said and rest.startswith(("(", "["))


def _may_be_title(text: str) -> bool:
    """Whether a text is a title and no sentence, no names and no address."""
    words = text.split()
    if (
        not _LEAST <= len(words) <= _MOST
        or "://" in text
        or ". " in text
        or text.count("(") != text.count(")")
    ):
        return False
    people = names_in(text) and (len(words) <= _FULL_NAME or JOINED.search(text))
    return not speaks(text) and not people and text[0] not in "*_"


def _plain(title: str) -> str:
    return title.strip().rstrip(":,. ").strip("*_ ")
