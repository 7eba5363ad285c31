"""Papers whose parts a page names in its classes: 'paper-title', 'authors', 'abstract', whatever the site."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from generator.identity import identify
from generator.sources.accounting import may_be_abstract
from generator.sources.chrome import chrome_reason
from generator.sources.html.tree import Element
from generator.sources.signs.labels import match_label

_AUTHORS = frozenset({"author", "authors", "byline", "contributors", "creator", "creators", "speakers"})
_ABSTRACT = frozenset({"abstract", "snippet"})
_NO_ABSTRACT = frozenset({"button", "graphical", "highlights", "link", "short", "teaser", "tldr", "toggle"})
# Titles of something else than a paper.
_NO_TITLE = frozenset(
    "alert album banner book card container dialog footer form group header journal menu modal nav page "
    "popup section series session short sidebar site sub subtitle tab tooltip track widget".split()
)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5"})
_WORDS = 3  # of most titles, at least
_LEAST, _MOST = 8, 500  # characters of a title
_FEW = 2  # papers
_BUTTON = 30  # characters
_PERSON = 60  # characters
_ENOUGH = 150  # characters of an abstract
_INNER = 0.7  # of a text, for an element in it to be what is meant
_ENTRY = re.compile(r"@[A-Za-z]{4,20}\s?\{[^\s{},]{1,80},")
_MARKS = " ,;:·|"
_OPEN = " [("  # brackets around buttons that are left out
_TO_OPEN = re.compile(r"\s*[△▲▽▼] (?:More|Less)\s*$")
_BY = re.compile(r"\s*(?:by|with)\s+(?=[^\W\d_a-z])", re.IGNORECASE)
_SCRIPTS = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")  # without spaces between words


class Named(NamedTuple):
    """A paper of a page: its title, people and abstract as far as they are named, what else is said of it, a
    line each, where its links lead, and its lines in the page. people: one of each person, or one of all."""

    title: str
    people: tuple[str, ...]
    abstract: str
    entry: str
    others: list[str]
    addresses: list[str]
    first: int
    last: int


class Found(NamedTuple):
    """The papers of a page, and the paragraphs outside of them that may be abstracts, each with its line."""

    papers: list[Named]
    outside: list[tuple[str, int]]


def named_papers(root: Element) -> Found:
    """The papers of a page with titles of one kind, people beside each of most; none where an abstract
    stands elsewhere."""
    everything = list(root.elements())
    told = [one for one in everything if not one.names & (_NO_TITLE | _AUTHORS)]
    scopes = _best(one for one in told if "title" in one.names) or _best(
        one for one in told if one.tag in _HEADINGS
    )
    if not scopes:
        return Found([], [])
    within = {id(element) for scope in scopes for part in scope.parts for element in part.elements()}
    outside = [element for element in everything if id(element) not in within]
    if any(is_abstract(element) and len(element.text) > _ENOUGH for element in outside):
        return Found([], [])
    paragraphs = [(element.text, element.first) for element in outside if element.tag == "p"]
    return Found([_told(scope) for scope in scopes], [p for p in paragraphs if _may_be_lost(p[0])])


def _best(titles: Iterable[Element]) -> list[_Scope]:
    """The papers with titles of that kind of which there are most."""
    kinds: defaultdict[object, list[Element]] = defaultdict(list)
    for title in titles:
        kinds[title.kind].append(title)
    lists = (_papers_of(alike) for alike in kinds.values() if len(alike) >= _FEW)
    scopes = max(lists, key=len, default=[])
    return scopes if len(scopes) >= _FEW else []


class _Scope(NamedTuple):
    """A paper's title, and the elements in which all of it stands."""

    title: Element
    parts: list[Element]

    def elements(self) -> Iterator[Element]:
        for part in self.parts:
            yield from part.elements()

    def has_people(self) -> bool:
        return any(map(_is_people, self.elements()))


def _papers_of(titles: Sequence[Element]) -> list[_Scope]:
    """The papers that have these titles; none where they are no titles, or people are seldom beside them."""
    texts = [title.text for title in titles]
    if not all(_LEAST <= len(text) <= _MOST for text in texts):
        kept = [title for title, text in zip(titles, texts, strict=True) if _LEAST <= len(text) <= _MOST]
        if 4 * len(kept) < 3 * len(titles):
            return []
        titles, texts = kept, [title.text for title in kept]
    if 2 * sum(map(_is_title, texts)) < len(texts) or 2 * len(set(texts)) <= len(texts):
        return []
    held: Counter[int] = Counter()  # titles in each element around some
    for title in titles:
        held.update(id(around) for around in _around(title))
    tops = [[title, *takewhile(lambda one: held[id(one)] == 1, _around(title))][-1] for title in titles]
    tag = Counter(top.tag for top in tops).most_common(1)[0][0]
    scopes = [_Scope(title, [top]) for title, top in zip(titles, tops, strict=True) if top.tag == tag]
    scopes = _extended(scopes, {id(top) for top in tops})
    return scopes if 2 * sum(scope.has_people() for scope in scopes) >= len(scopes) else []


def _around(element: Element) -> Iterator[Element]:
    while element.parent is not None:
        element = element.parent
        yield element


def _extended(scopes: Sequence[_Scope], tops: set[int]) -> list[_Scope]:
    """The papers with what stands beside their elements: the 'dt' above a 'dd', people and abstracts
    below."""
    whole = [scope for scope in scopes if scope.has_people()]
    apart = 2 * len(whole) < len(scopes)  # people stand below the title's element
    extended: list[_Scope] = []
    longest = 0
    for scope in scopes:
        top = scope.parts[0]
        below = list(takewhile(lambda inner: id(inner) not in tops, top.below()))
        last = (below or [top])[-1].is_last
        if top.tag == "dd":
            above = [one for one in islice(top.above(), 1) if one.tag == "dt"]
            below = []
        else:
            above = []
            below = (
                below[: longest if last and extended else None]
                if apart
                else [inner for inner in below if any(map(is_abstract, inner.elements()))][:1]
            )
        longest = max(longest, len(below))
        extended.append(_Scope(scope.title, [*above, top, *below]))
    return extended


def _told(scope: _Scope) -> Named:
    elements = list(scope.elements())
    people = [element for element in elements if _is_people(element)]
    ids = set(map(id, people))
    people = [element for element in people if not element.is_within(ids)]
    abstracts = [element for element in elements if is_abstract(element)]
    entry = next((element for element in elements if _ENTRY.match(element.text)), None)
    taken = {id(element) for element in (scope.title, *people, *([entry] if entry else []))}
    abstract = max((element for element in abstracts), key=lambda one: len(one.text), default=None)
    text = ""
    if abstract is not None and len(abstract.text.split()) > _WORDS:
        inner = [one for one in abstract.elements() if one is not abstract and is_abstract(one)]
        most = [one for one in inner if len(one.text) >= _INNER * len(abstract.text)]
        text = abstract_of((most or [abstract])[0])
        taken |= {id(element) for element in abstracts}
    taken |= {id(element) for element in elements if "tldr" in element.names or _is_button(element)}
    others = [line for part in scope.parts for line in part.lines(without=taken)]
    return Named(
        _without_label(scope.title.text, "title"),
        tuple(name for element in people for name in _names(element)),
        text,
        entry.text if entry else "",
        [line.lstrip(_MARKS).rstrip(_OPEN) for line in others if any(map(str.isalnum, line))],
        [address for part in scope.parts for address in part.addresses()],
        min(part.first for part in scope.parts),
        max(part.last for part in scope.parts),
    )


def _is_button(element: Element) -> bool:
    return element.tag == "a" and len(element.text) < _BUTTON and chrome_reason(element.text) == "button"


def _is_people(element: Element) -> bool:
    return bool(element.names & _AUTHORS) and "title" not in element.names and _has_letters(element.text)


def is_abstract(element: Element) -> bool:
    """Whether an element is named as an abstract."""
    named = bool(element.names & _ABSTRACT) and not element.names & _NO_ABSTRACT
    return named and element.tag not in ("a", "summary", "h2", "h3", "h4", "label")


def _names(element: Element) -> list[str]:
    """Each person's name where elements tell them apart, else all in one text."""
    whole = element.text
    for found in (
        [inner.text for inner in element.elements() if inner.address and _is_name(inner.text)],
        [inner.text for inner in element.elements() if inner is not element and _is_single(inner)],
    ):
        if found and 10 * len("".join(found)) >= 7 * len(whole.replace(" ", "")):
            return found
    return [_BY.sub("", _without_label(whole, "authors"))]


def _is_single(element: Element) -> bool:
    named = {"author", "name"} & element.names
    return bool(named) and _is_name(element.text) and not any(map(_is_single, element.children))


def _is_name(text: str) -> bool:
    return len(text) < _PERSON and _has_letters(text) and "," not in text.rstrip(",")


def _has_letters(text: str) -> bool:
    return sum(map(str.isalpha, text)) > 1


def _is_title(text: str) -> bool:
    return identify(text.split(" ", maxsplit=1)[0]) is None and (
        text.count(" ") >= _WORDS - 1 or _SCRIPTS.search(text) is not None
    )


def abstract_of(element: Element) -> str:
    """The paragraphs of an abstract without its label and the links that show all of it."""
    lines = [_TO_OPEN.sub("", line) for line in element.lines()]
    if lines and (label := match_label(lines[0])) and label.field == "abstract":
        lines[0] = label.value
    return "\n\n".join(filter(None, lines))


def _without_label(text: str, field: str) -> str:
    label = match_label(text)
    return label.value if label and label.field == field and label.value else text


def _may_be_lost(text: str) -> bool:
    return may_be_abstract(text) and "cookie" not in text.lower()
