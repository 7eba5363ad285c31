"""Splitting an author field by BibTeX's rules ("Tame the BeaST", N. Markey, section 11) and BibLaTeX's."""

from __future__ import annotations

import re

from generator.text.escape import clean_control
from generator.text.from_bibtex import from_bibtex
from generator.text.name_lists import split_list
from generator.text.name_parts import CAPITAL_PARTICLES, CJK, LAST_SUFFIX, SUFFIX, Parts
from generator.text.value import Text

_AND = re.compile(r" and(?= )", re.IGNORECASE)
_ET_AL = r"et\.?[ ~]*al\b\.?"
_MARKED_ET_AL = rf"(?:\\[a-z]{{2,6}}\{{|\{{(?:\\[a-z]{{2}} )?){_ET_AL}\}}"  # \emph{et al.}, {\it et al.}
_OTHERS = re.compile(
    rf"(?:^|(?<![\s,])[\s,]+)(?:(?:and )?(?:{_ET_AL}|{_MARKED_ET_AL})|and others)\.?$|^others\.?$",
    re.IGNORECASE,
)
_COMMA = re.compile(r"(?<!\\),")  # \, is a thin space
_AMPERSAND = re.compile(r" \\?&(?= )")
_COMMA_OR_AMPERSAND = re.compile(rf"{_COMMA.pattern}|{_AMPERSAND.pattern}")
_SEMICOLON = re.compile(";(?= |$)")
_SPACE = re.compile(r"(?: |(?<!\\)~)+")  # \~ is an accent
_CONTROL_SPACE = re.compile(r"(?<!\\)\\ ")  # "E.\ Knuth": a space between words
# "J. F. Kennedy, Jr."; where roman numbers may be initials, there are others: not "Ivanov, IV".
_ONLY_SUFFIX = re.compile(r",\s*[JS]n?r\.?\Z|\.\s?[^\s,.]+,\s*(?:II|III|IV)\Z")
_HOMONYM = re.compile(r"0\d{3}")  # DBLP's number of one among people of one name
_APART = re.compile(r"(?:(?<=\b[dDlL]['’])|(?<=\b[aAeE]l-)) (?=\w)")  # "d' Alembert", as Zotero exports it
_RAISED = re.compile(r"(?:\$\s*\^\{?[\d,* ]{1,12}\}?\s*\$|\\textsuperscript\{[\d,* ]{1,12}\})$")
_POINTERS = "*∗†‡§¶,⁰¹²³⁴⁵⁶⁷⁸⁹ "  # to addresses and footnotes, behind a name
_PLAIN = re.compile(r"(?:[^\W_]|[ .]|-(?!-))*")
_EXTENDED = re.compile(r"\s*([a-z]+(?:-i)?)\s*=\s*(.*)", re.DOTALL)
_GIVEN = re.compile(r"([^\W\d_]{3,20}) (?:[^\W\d_]\.|[^\W\d_]{3,20})")
_NO_GIVEN = CAPITAL_PARTICLES | {"Ben", "San"}


def split_bibtex_list(value: str) -> tuple[list[Parts], bool]:
    """The parts of each name of an author field, decoded, and whether it says that there are more people."""
    spaced = _CONTROL_SPACE.sub(" ", clean_control(value))
    folded = " ".join(spaced.split()).removeprefix("and ").removesuffix(" and")
    named = _OTHERS.sub("", folded)
    people = [parts for item in _split(named, _AND) if item.strip() for parts in _people(item)]
    return people, named != folded


def _split(value: str, separator: re.Pattern[str]) -> list[str]:
    """`value` at the matches of `separator` that lie outside braces. An unclosed brace hides nothing."""
    out, depth, start = [], 0, 0
    hidden = _balanced(value)
    for found in re.finditer(rf"[{{}}]|{separator.pattern}", value, separator.flags):
        if found[0] == "{":
            depth += hidden
        elif found[0] == "}":
            depth = max(depth - hidden, 0)
        elif depth == 0:
            out.append(value[start : found.start()])
            start = found.end()
    return [*out, value[start:]]


def _balanced(value: str) -> int:
    return int(value.count("{") == value.count("}"))


def _people(item: str) -> list[Parts]:
    """The name that an item is; the names, where it is none for BibTeX: with more than two commas, with
    semicolons (an & before one makes it a reference to a character), or with commas and & between people."""
    item = item.strip(" ,") if "&" in item else item.strip(" ,;")
    if "&" not in item and len(several := _split(item, _SEMICOLON)) > 1:
        return [parts for one in several if one.strip(" ,;") for parts in _people(one)]
    pieces = [piece.strip() for piece in _split(item, _COMMA)]
    extended = [_EXTENDED.fullmatch(piece) for piece in pieces]
    if (len(pieces) == 3 or "& " in item) and not any(extended) and (full := _full_names(item)):
        return list(map(_parts, full))
    if len(pieces) < 4 or any(extended):
        return [_parts(item)]
    if _are_pairs(pieces):
        return [_parts(", ".join(pair)) for pair in zip(pieces[::2], pieces[1::2], strict=True)]
    return split_list(item)[0]


def _are_pairs(pieces: list[str]) -> bool:
    """Whether family and given names stand in turn, 'Smith, John Adam, Doe, Jane': each first one is a word,
    which would leave half of the people without a given name, and a second one is more than a word."""
    families, givens = pieces[::2], pieces[1::2]
    single = all(family.isalpha() and len(family) > 1 for family in families)
    return len(pieces) % 2 == 0 and single and any(map(_is_given, givens))


def _is_given(piece: str) -> bool:
    """Whether a piece is two given names, or one and an initial, and no family name of two words."""
    found = _GIVEN.fullmatch(piece)
    return found is not None and found[1] not in _NO_GIVEN


def _full_names(item: str) -> list[str]:
    """The names of a list with commas and & between people as they sign, or & alone between 'Family, Given';
    none where it is one name."""
    sides = [side.strip() for side in _split(item, _AMPERSAND)]
    if len(sides) > 1 and all(len(_split(side, _COMMA)) == 2 for side in sides):
        return sides
    full = [stripped for piece in _split(item, _COMMA_OR_AMPERSAND) if (stripped := piece.strip())]
    return full if len(full) > 1 and all(map(_is_full_name, full)) else []


def _is_full_name(piece: str) -> bool:
    """Whether a piece may have a given and a family name: no 'Jr.', no 'Luther King', no 'Barnes'."""
    words = _words(piece)
    return 1 < len(words) < 5 and "{" not in words[0][:1] and not any(map(SUFFIX.fullmatch, words))


def _parts(item: str) -> Parts:
    pieces = [piece.strip() for piece in _split(item, _COMMA)]
    extended = [_EXTENDED.fullmatch(piece) for piece in pieces if piece]
    named = {found[1]: found[2].strip() for found in extended if found}
    if all(extended) and ("family" in named or "given" in named):
        return _extended(named)
    words = [_words(piece) for piece in pieces]
    if len(words) == 1:
        return _first_von_last(words[0])
    if len(words) == 2:
        if _ONLY_SUFFIX.search(item):
            return _first_von_last(words[0])._replace(suffix=_decode(" ".join(words[1])))
        closing = len(words[0]) > 1 and LAST_SUFFIX.fullmatch(words[0][-1]) is not None  # Scopus
        return _decoded(words[1], words[0][: -1 if closing else None], words[0][-1:] if closing else [])
    given, suffix = [word for piece in words[2:] for word in piece], words[1]
    if SUFFIX.fullmatch(" ".join(given)) and not SUFFIX.fullmatch(" ".join(suffix)):  # Scopus
        given, suffix = suffix, given
    return _decoded(given, words[0], suffix)


def _words(piece: str) -> list[str]:
    words = [word for word in _split(piece, _SPACE) if word]
    return words[:-1] if len(words) > 1 and _HOMONYM.fullmatch(words[-1]) else words


def _first_von_last(words: list[str]) -> Parts:
    if _is_family_first(words):
        return _decoded(words[1:], words[:1], [])
    lower = [index for index, word in enumerate(words[:-1]) if _is_lower(word)]
    start = lower[0] if lower else max(len(words) - 1, 0)
    return _decoded(words[:start], words[start:], [])


def _is_family_first(words: list[str]) -> bool:
    """Whether a name is in Chinese, Japanese or Korean and in the order of these: 陈 晓华, not 晓华 陈."""
    return len(words) == 2 and all(map(CJK.fullmatch, words)) and not len(words[0]) > len(words[1]) == 1


def _is_lower(word: str) -> bool:
    """BibTeX's case of a word: that of its first letter outside braces, or of a leading accent's letter."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    first = next((mark for mark in _decode(word) if mark.isalpha()), "")
    return first.islower()


def _decoded(given: list[str], family: list[str], suffix: list[str]) -> Parts:
    parts = Parts(*(_decode(" ".join(words)) for words in (given, family, suffix)))
    return parts._replace(family=_APART.sub("", parts.family))


def _decode(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    plain = Text(from_bibtex(_RAISED.sub("", text))).plain
    return plain.rstrip(_POINTERS) or plain


def _extended(parts: dict[str, str]) -> Parts:
    family = " ".join(part for part in (parts.get("prefix", ""), parts.get("family", "")) if part)
    return Parts(
        _decode(_unquoted(parts.get("given", ""))),
        _decode(_unquoted(family)),
        _decode(parts.get("suffix", "")),
    )


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
