"""Splitting a list of names as people write it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.text.escape import fold
from generator.text.name_parts import (
    CJK,
    INITIALS,
    TELLING,
    Parts,
    decode,
    is_organisation,
    split_name,
)

_OTHERS = re.compile(
    r"[,;]?\s*(?:\b(?:and\s+)?(?:et(?:\.\s*|\s+)al\b\.?|others\b)|(?:\band\s+|&\s*)?\b\d+\s+(?:more|others|additional)\b[^,;]{0,40}|…|\.\.\.)\s*$",
    re.IGNORECASE,
)
# One of them stands where _OTHERS matches.
_OTHERS_WORDS = (" al", ".al", "others", "more", "additional", "…", "...")
_LABEL = re.compile(r"\A(?:(?:authors?|by|written by)\s*:\s*|by\s+(?=[A-Z]))", re.IGNORECASE)
_FORMULA_MARK = re.compile(
    r"\$\s*\{?\}?\s*\^[^$]{0,80}\$|\\textsuperscript\{[^{}]{0,80}\}|\\(?:thanks|footnote|footnotemark|orcid)(?:\{[^{}]{0,300}\}|\[[^][]{0,20}\])?|(?<!\\)\^\{[^{}]{0,80}\}"
)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_MARK = re.compile(
    rf"[{_RAISED}](?:\s?[,⁺†‡*]?\s?[{_RAISED}])*|[*∗†‡§¶‖#✉☨⁺]+|\[\d{{1,3}}(?:\s?,\s?\d{{1,3}})*\]"
)
_NUMBER = re.compile(r"(?<=[^\W\d_.])\s{0,2}\d{1,3}(?:(?:\s?,\s?|\s)\d{1,3}(?!\d))*(?![\w])")
_PLAIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏ ,;.-]*")  # without marks, numbers and LaTeX
_AND = re.compile(r"\s+(?:and|&|und|et)\s+|\s*&\s+", re.IGNORECASE)
_AND_WORDS = (" and ", "&", " und ", " et ")  # one of them stands where _AND matches
_COMMAS = re.compile(r"[,、，]")
_SEPARATORS = re.compile(
    r"[:;；](?=\s|$)"
)  # besides commas, where no name is inverted: 'LIGO Collaboration: A. Abbott'
_BEHALF = re.compile(
    r"[,;]? (?:(?:and )?on behalf of (?:the )?(?=\S.{1,150}\Z)|for (?:the )?(?=\S.{1,150}?"
    r"\b(?:collaborations?|consortium|consortia|investigators|(?:study|working|trial) group)\W*\Z))",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?i:(?:Jr|Sr)\.?)|II|III|IV")
_SHORT = 7  # characters of a suffix or a degree at most
_DEGREE = re.compile(r"[Pp][Hh]\.?\s?[Dd]\.?|M\.D\.?|MD|M\.?S[Cc]\.?")


def split_list(text: str, *, inverted: bool = True) -> tuple[list[Parts], bool]:
    """The parts of each name of a list, and whether it says that there are more: 'et al.', 'and 12 more'.

    inverted: whether names may be 'Family, Given'. Total; linear.
    """
    text = fold(text)
    people, group = on_behalf(text)
    parts, more = _split(people, inverted)
    return [*parts, *([Parts(family=group.rstrip("."))] if group else [])], more


def _split(text: str, inverted: bool) -> tuple[list[Parts], bool]:
    if plain := _plain_names(text):
        return _in_one_order(plain, text), False
    whole = _LABEL.sub("", text, count=1)
    text = _without_brackets(whole)
    start = _others_start(text)
    more = start >= 0 or (text != whole and _others_start(whole) >= 0)
    return _names(_without_marks(text[:start] if start >= 0 else text), inverted), more


def on_behalf(text: str) -> tuple[str, str]:
    """The people and the group of a list that goes on with 'for the CMS Collaboration' or 'on behalf of the …
    Group'; the text and '' where it does not, nor where that is in an organisation's own name."""
    if " for " not in text and "ehalf of " not in text:
        return text, ""
    bare = text if _BEHALF.search(text) else _without_brackets(text)  # places may stand behind the group
    found = _BEHALF.search(bare)
    if not found or not found.start():
        return text, ""
    people, group = bare[: found.start()], bare[found.end() :].partition(" ((")[0]
    above = re.split(r"[,;]| and ", people)[-1]
    return (text, "") if is_organisation(above.split() or [""]) else (people, group)


# Most lists: 'Ada M. Lovelace, Jean-Émile van Noether'.
_CAPITAL = f"[{''.join(filter(str.isupper, map(chr, range(0x250))))}]"
_LETTER = "[A-Za-zÀ-ÖØ-öø-ɏ]"
_PLAIN_NAME = (
    rf"{_CAPITAL}(?:{_LETTER}|-(?={_CAPITAL})|\.(?= ))* (?:{_LETTER}(?:{_LETTER}|-(?={_CAPITAL})|\.(?= ))* )*"
    rf"{_CAPITAL}[a-zß-öø-ÿ](?:{_LETTER}|-(?={_CAPITAL}))*"
)
_PLAIN_NAMES = re.compile(rf"{_PLAIN_NAME}(?:, {_PLAIN_NAME})*")
_NO_NAMES = frozenset(("and", "by", "et", "others", "und"))


def _plain_names(text: str) -> list[Parts]:
    """The names of a list that has nothing but whole ones with commas between them; empty for other lists."""
    words = text.lower().replace(",", "").split()
    if not (_PLAIN_NAMES.fullmatch(text) and _NO_NAMES.isdisjoint(words)):
        return []
    if not TELLING.isdisjoint(words):
        return [split_name(name) for name in text.split(", ")]
    return [Parts(given, family) for given, _, family in (name.rpartition(" ") for name in text.split(", "))]


_TWO_FAMILIES = re.compile(r"\s*([^\s,&]{2,40})\s+(?:&|and|und|et)\s+([^\s,&.]{2,40})\s*")


def _names(text: str, inverted: bool) -> list[Parts]:
    if not inverted:
        pieces = _comma_pieces(_SEPARATORS.sub(",", text))
        return _in_one_order([split_name(piece) for piece in pieces], text)
    if ";" in text or "；" in text:
        return [split_name(_AND_FIRST.sub("", piece)) for piece in re.split("[;；]", text) if piece.strip()]
    if two := _TWO_FAMILIES.fullmatch(text):
        return [split_name(two[1]), split_name(two[2])]
    return _in_one_order(_by_and(text) or _by_comma(text), text)


def _others_start(text: str) -> int:
    """Where a list says at its end that there are more names; -1 where it does not."""
    folded = text.lower()
    found = _OTHERS.search(text) if any(word in folded for word in _OTHERS_WORDS) else None
    return found.start() if found else -1


def _in_one_order(names: list[Parts], text: str) -> list[Parts]:
    """The names, 'Koushik MV' read as a given and a family name where most of the list is in that order."""
    initials = [
        name.given.isupper()
        and "." not in name.given
        and INITIALS.fullmatch(name.given) is not None
        and f"{name.family} {name.given}" in text
        for name in names
    ]
    if not any(initials) or 2 * sum(initials) > len(names) or len(names) < 2:
        return names
    return [
        Parts(name.family, name.given, name.suffix) if odd else name
        for name, odd in zip(names, initials, strict=True)
    ]


_AND_FIRST = re.compile(r"^\s*(?:and|&)\s+", re.IGNORECASE)


def _without_marks(text: str) -> str:
    """The list without the marks that point to affiliations."""
    if _PLAIN.fullmatch(text) and "--" not in text:
        return fold(text.replace(" ,", ","))
    text = decode(_FORMULA_MARK.sub("", text))
    return fold(_NUMBER.sub("", _MARK.sub("", text)).replace(" ,", ","))


def _without_brackets(text: str) -> str:
    """The list without what stands in round brackets: affiliations, on arXiv's pages."""
    if "(" not in text:
        return text
    out, depth, start = [], 0, 0
    for found in re.finditer(r"[()]", text):
        if found[0] == "(":
            if depth == 0:
                out.append(text[start : found.start()])
            depth += 1
        elif depth:
            depth -= 1
            start = found.end()
    return "".join(out) + text[start:] if depth == 0 else text


def _by_and(text: str) -> list[Parts]:
    """'Family, Given and Family, Given': every item inverted. Empty if this is another kind of list."""
    items = [item.strip(" ,") for item in _split_by_and(text)]
    if len(items) < 2 or not all(_is_inverted(item) for item in items):
        return []
    return [split_name(item) for item in items]


def _split_by_and(text: str) -> list[str]:
    folded = text.lower()
    return _AND.split(text) if any(map(folded.__contains__, _AND_WORDS)) else [text]


def _is_inverted(item: str) -> bool:
    pieces = [piece.strip() for piece in item.split(",")]
    if len(pieces) == 3:
        return _SUFFIX.fullmatch(pieces[1]) is not None
    return len(pieces) == 2 and all(pieces)


def _comma_pieces(text: str) -> list[str]:
    pieces = [piece.strip() for part in _split_by_and(text) for piece in _COMMAS.split(part)]
    pieces = [piece.removeprefix("and ").removeprefix("& ") for piece in pieces if piece]
    return _with_suffixes(piece for piece in pieces if len(piece) > _SHORT or not _DEGREE.fullmatch(piece))


def _by_comma(text: str) -> list[Parts]:
    pieces = _comma_pieces(text)
    if _are_pairs(pieces):
        return [split_name(f"{a}, {b}") for a, b in zip(pieces[::2], pieces[1::2], strict=True)]
    return [split_name(piece) for piece in pieces]


def _with_suffixes(pieces: Iterable[str]) -> list[str]:
    joined: list[str] = []
    for piece in pieces:
        if joined and len(piece) <= _SHORT and _SUFFIX.fullmatch(piece):
            joined[-1] += f" {piece}"
        else:
            joined.append(piece)
    return joined


def _are_pairs(pieces: list[str]) -> bool:
    """Whether the pieces are family and given names in turn: 'Smith, J., Doe, A. B.', 'Smith, John'.

    Four and more in full are rather family names alone, as in a table: 'Devlin, Chang, Lee, Toutanova'.
    """
    if not pieces or len(pieces) % 2:
        return False
    families, givens = pieces[::2], pieces[1::2]
    if all(INITIALS.fullmatch(given) for given in givens):
        return not any(INITIALS.fullmatch(family) for family in families)
    one = len(pieces) == 2 and not CJK.match(pieces[0]) and _one_word(pieces[0])
    return one and not is_organisation(pieces[0].split())


def _one_word(piece: str) -> bool:
    words = piece.split()
    return len(words) == 1 or all(word.islower() for word in words[:-1])
