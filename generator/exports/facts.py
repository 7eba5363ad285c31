"""Facts about a paper that several exporters need in the same way."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from urllib.parse import quote

from generator.formats import OTHER
from generator.model import Kind, Paper, Status
from generator.text import OTHERS, Name, Text, fold, safe_url

_ARCHIVE = re.compile(r"(arxiv|corr)\b", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-+|[‐-―−])\s*")
_IN_ADDRESS = "/:;()._-+*,!~'@&=$"
_NUMBERED = re.compile(r"[A-Za-z]{0,3}\d+[A-Za-z]?")

GUESSED_TITLE = "The title of the next entry is guessed."


def real_venue(paper: Paper) -> Text | None:
    """The venue, unless nothing of it is shown, or the paper is a preprint and it only names its archive."""
    if paper.kind is Kind.PREPRINT and paper.venue and paper.arxiv and _ARCHIVE.match(paper.venue.plain):
        return None
    return paper.venue if paper.venue and paper.venue.plain else None


def address(paper: Paper) -> str | None:
    """The paper's own web address, safe to follow, or None."""
    return safe_url(paper.url) if paper.url else None


def doi_address(paper: Paper) -> str | None:
    """Where its DOI leads, its marks that no address may have encoded ('<' and '#' in the DOIs of some)."""
    return safe_url(f"https://doi.org/{quote(paper.doi, safe=_IN_ADDRESS)}") if paper.doi else None


def arxiv_address(paper: Paper) -> str | None:
    """Its page at arXiv."""
    return safe_url(f"https://arxiv.org/abs/{paper.arxiv}") if paper.arxiv else None


def page_range(pages: str) -> tuple[str, str]:
    """First and last page of '12--34', '12-34' or '12–34'; the last is '' for one page or several ranges.

    >>> page_range("12--34")
    ('12', '34')
    """
    parts = _RANGE.split(pages.strip())
    if len(parts) == 2 and all(_NUMBERED.fullmatch(part) for part in parts):
        return parts[0], parts[1]
    return pages.strip(), ""


def names(people: Sequence[Name]) -> list[str]:
    """The names as readers write them."""
    return [person.plain for person in people]


def authors_and_others(paper: Paper) -> tuple[Name, ...]:
    """The authors, and 'et al.' where the source names only the first ones: for formats that people read and
    for those that say it so, 'et al.,' in RIS and EndNote."""
    return (*paper.authors, OTHERS) if paper.more_authors and paper.authors else paper.authors


def listed_name(name: Name) -> str:
    """`family_first`, with two commas for the first one in an organisation's own name, as EndNote wants."""
    if not name.given and not name.suffix and "," in name.family:
        return name.family.replace(",", ",,", 1)
    return family_first(name)


def family_first(name: Name) -> str:
    """'Family, Given, Suffix'; one part that holds a blank ends in a comma, so that it stays whole."""
    if not name.given and not name.suffix:
        return f"{name.family}," if " " in name.family else name.family
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)


def date_parts(paper: Paper) -> list[int]:
    """Year, month and day of publication as far as they are known: [], [2023], [2023, 7] or [2023, 7, 12]."""
    if not paper.year:
        return []
    parts = [paper.year]
    for name, most in (("month", 12), ("day", 31)):
        value = paper.details.get(name, "")
        if not (value.isascii() and value.isdigit() and 1 <= int(value) <= most):
            break
        parts.append(int(value))
    return parts


def single_values(paper: Paper) -> dict[str, str]:
    """Every field that is one line of text, by our name, as Unicode; what is not known is absent."""
    texts = {"title": paper.title, "venue": paper.venue, "abstract": paper.abstract, "comment": paper.comment}
    values = {name: fold(value) for name, value in paper.details.items()}
    values |= {name: text.plain for name, text in texts.items() if text}
    values |= {"year": str(paper.year or ""), "url": address(paper) or "", "doi": fold(paper.doi or "")}
    values |= {"created": paper.created or "", "updated": paper.updated or ""}
    values["title_status"] = Status.GUESSED.value if paper.is_guessed else ""
    return {name: value for name, value in values.items() if value}


def other_ids(paper: Paper, placed: Container[str]) -> dict[str, str]:
    """Identifiers that have no place of their own in a format, by name."""
    return {name: fold(value) for name, value in sorted(paper.ids.items()) if name not in placed}


def other_values(values: Mapping[str, str], placed: Container[str]) -> dict[str, str]:
    """The values that OTHER names and that a format has no place for."""
    return {name: values[name] for name in OTHER if name in values and name not in placed}


def reference_values(paper: Paper) -> dict[str, str]:
    """`single_values` for formats without a place for a thesis's or report's institution (it is the publisher
    there) and whose readers take proceedings for a paper (so the kind is said)."""
    changed = single_values(paper)
    values = dict(changed)
    if paper.kind is Kind.PROCEEDINGS:
        changed["kind"] = paper.kind.value
    if paper.kind in (Kind.THESIS, Kind.REPORT) and "institution" in values and "publisher" not in values:
        changed["publisher"] = changed.pop("institution")
    return changed
