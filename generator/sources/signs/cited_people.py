"""The people of a reference, in a form that lists are written in."""

from __future__ import annotations

import re

NAME = r"[^\W\d_a-z][\w.'’\-]*"
PARTICLE = r"(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu|y)"
_LEFT_OUT = re.compile(r",? ?(?:…|\.\.\.),?(?= )")
_SHORT_NAME = re.compile(r"(?=.*[a-zß-ÿ]|.* \S{1,3}$)(.{2,60}) ([^\W\d_a-z]{1,5})")
_FIRST_INVERTED = re.compile(
    rf"((?:{PARTICLE} ){{0,2}}{NAME}(?:[ -](?:{PARTICLE} )?{NAME})?), "
    r"([^\W\d_a-z](?:[\w'’\-]+|(?= [A-Z]\b)|(?=,|$))(?: [A-Z]\b\.?)*)(?=, (?:and )?\S+ |,? et al|$)"
)
_WORD = r"[^\W\d_a-z][\w'’\-]+"
_PAIRS = re.compile(rf"{_WORD}, {_WORD}(?:, {_WORD}, {_WORD}){{0,30}},? (?:and|&) {_WORD}, {_WORD}")
_FAMILY_FIRST = re.compile(  # 'DE LA CRUZ Maria'
    r"([^\W\d_a-zß-ÿ]{2,}(?:[ '’-][^\W\d_a-zß-ÿ]{2,}){0,3}) ([^\W\d_a-zß-ÿ][^\W\d_A-ZÀ-Þ][\w.'’ -]*)"
)
_BETWEEN = re.compile(r", (?:and |& )?| (?:and|&|et) ")


def in_one_order(names: str) -> str:
    """The names in a form that lists are written in: MLA and Chicago turn round the first name alone."""
    if _LEFT_OUT.search(names):
        names = _LEFT_OUT.sub("", names) + ", et al."
    if _PAIRS.fullmatch(names):
        return re.sub(r"(, [^,]+?)(?:,| and| &)(?= )", r"\1;", names)
    short = with_commas(family_first(names))
    first = _FIRST_INVERTED.match(names) if short == names else None
    if first and all(" " in part for part in re.split(", (?:and )?", names)[2:]):
        return f"{first[2]} {first[1]}{names[first.end() :]}"
    return short


def with_commas(names: str) -> str:
    """Names with their initials last (Vancouver, Springer, PubMed) in the form 'Family, G; Family, H'."""
    whole = names[:-1] if names.endswith(".") and "." not in names[:-1] else names
    parts = re.split(",? and |, ", whole)
    if len(parts) > 1 and all(_SHORT_NAME.fullmatch(part) for part in parts if part.rstrip(".") != "et al"):
        return "; ".join(_SHORT_NAME.sub(r"\1, \2", part) for part in parts)
    return names


def family_first(names: str) -> str:
    """Names with the family's in capitals in front, as French lists have them, in the form 'FAMILY, Given;
    FAMILY, Given'; other names as they are."""
    if one := _FAMILY_FIRST.fullmatch(names):
        return f"{one[2]} {one[1]}"
    parts = _BETWEEN.split(names)
    found = [_FAMILY_FIRST.fullmatch(part) for part in parts]
    return "; ".join(f"{one[1]}, {one[2]}" for one in found if one) if all(found) else names
