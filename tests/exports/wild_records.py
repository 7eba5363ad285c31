"""Records nobody would write: any character of any script, TeX's, Markdown's and spreadsheets' own signs in
every field, names of every make, every set of missing facts.

Unlike in `hard_records`, texts are put together from pieces by chance. The same numbers always give the same
records.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from random import Random

from generator.formats import DETAILS
from generator.model import Entry, Kind, Paper, Provenance, Status
from generator.text import Name, Text

_LISTS: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("wild_pieces.json").read_text(encoding="utf-8")
)
PIECES, GIVEN, FAMILY, URLS, DOIS = (_LISTS[name] for name in ("pieces", "given", "family", "urls", "dois"))
SUFFIXES = ("", "", "", "", "", "", "Jr.", "Sr.", "III", "IV")
_ASSIGNED = [
    code for code in range(0x20, 0x20000) if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")
]
MISSING = ("title", "authors", "year")
PAGES = ("1-9", "e1-e9", "S12-S34", "1,3,5-7", "iv", "12-", "é-ü", "1-2-3", "{1}-2", "L1-L9")
KINDS = tuple(Kind)


def wild_entries(count: int, *, complete: bool = True, seed: int = 7) -> tuple[Entry, ...]:
    """`count` entries. complete: each has author, title and year."""
    random = Random(f"{seed} {count} {complete}")
    return tuple(_entry(number, random, complete) for number in range(count))


def text(random: Random, most: int = 9) -> str:
    """Pieces by chance, with and without blanks between them."""
    out = []
    for _ in range(random.randint(1, most)):
        out.append(random.choice(PIECES) if random.random() < 0.85 else chr(random.choice(_ASSIGNED)))
        out.append(" " if random.random() < 0.75 else "")
    whole = "".join(out)
    shape = random.random()
    return whole.upper() if shape < 0.04 else whole * 40 if shape < 0.06 else whole


def name(random: Random) -> Name:
    """A person or a body; now and then of pieces."""
    if random.random() < 0.06:
        return Name(given=text(random, 2), family=text(random, 3), suffix=random.choice(SUFFIXES))
    given = random.choice(GIVEN)
    if random.random() < 0.02:
        return Name(given=given or "Ana")
    suffix = random.choice(SUFFIXES) if given else ""
    return Name(given=given, family=random.choice(FAMILY), suffix=suffix)


def _own_name(number: int) -> Name:
    """A name that few others share the first letters with: alpha tells no more than 26 of one label apart."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return Name(
        given="Ana", family="".join(letters[number // 26**place % 26] for place in range(3)).capitalize()
    )


def _people(random: Random, most: int) -> tuple[Name, ...]:
    return tuple(one for _ in range(random.randint(0, most)) if (one := name(random)))


def _entry(number: int, random: Random, complete: bool) -> Entry:
    missing = set() if complete else {what for what in MISSING if random.random() < 0.5}
    details = {name: _detail(name, random) for name in DETAILS if random.random() < 0.3}
    guessed = Provenance(Status.GUESSED if random.random() < 0.05 else Status.FOUND, "a.txt:1")
    title = Text(f"{text(random)} T{number}" if random.random() < 0.7 else text(random)) or Text(f"T{number}")
    people = _people(random, 5) or (_own_name(number),)
    paper = Paper(
        title=None if "title" in missing else title,
        authors=() if "authors" in missing else people,
        editors=_people(random, 2),
        year=None if "year" in missing else random.choice((1543, 1950, 1999, 2023, 2026)),
        venue=(Text(text(random, 5)) or None) if random.random() < 0.7 else None,
        kind=KINDS[number % len(KINDS)],
        abstract=(Text(text(random, 30)) or None) if random.random() < 0.7 else None,
        ids=_ids(random),
        url=random.choice(URLS) if random.random() < 0.6 else None,
        comment=(Text(text(random, 4)) or None) if random.random() < 0.2 else None,
        created="2023-06-07" if random.random() < 0.3 else None,
        keywords=tuple(filter(None, (Text(text(random, 2)).source for _ in range(random.choice((0, 0, 3)))))),
        details={name: value for name, value in details.items() if value},
        provenance={"title": guessed},
    )
    return Entry(key=f"wild{number:05}", paper=paper, added="2026-01-02")


def _detail(name: str, random: Random) -> str:
    if name == "month":
        return str(random.randint(1, 12))
    if name == "day":
        return str(random.randint(1, 28))
    if name == "pages":
        return random.choice(PAGES)
    if name in ("volume", "number", "chapter") and random.random() < 0.7:
        return str(random.randint(1, 99))
    return Text(text(random, 3)).source


def _ids(random: Random) -> dict[str, str]:
    known = {
        "arxiv": random.choice(("2306.04387", "cs/0701001", "math.ag/0309136")),
        "doi": random.choice(DOIS),
        "pmid": "12345678",
        "pmcid": "PMC1234567",
        "issn": "2049-3630",
        "isbn": "9780306406157",
        "acl": "2023.findings-acl.610",
    }
    return {name: value for name, value in known.items() if random.random() < 0.4}
