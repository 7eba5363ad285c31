"""Records that are hard to write: every kind, every set of details, hostile and foreign text in every field.

The same number always gives the same record.
"""

from __future__ import annotations

from random import Random

from generator.formats import DETAILS
from generator.model import Assignment, Entry, Kind, Paper, Provenance, Status
from generator.text import Name, Text

TITLES = (
    r"M$^3$IT: A Large-Scale Dataset towards Multi-Modal Multilingual Instruction Tuning",
    "BERT: Pre-training of Deep Bidirectional Transformers",
    "AT&T's 100% solution: #1 in {sets}, under_scores and $5 to $10",
    "a } , note = {x} , y = {",
    "a }} @article{evil, title={x}} @comment{{",
    r"\input{/etc/passwd} and \write18{rm -rf /} are inert",
    r"The \model of \eg macros \undefined{x}",
    "On C* and C++ and F# ~ tilde ^ caret \\ backslash",
    "<img src=x onerror=alert(1)> </script> &lt;b&gt;",
    "深層学習による自然言語処理",
    "Über die Größe von Åström's naïve Ñandú façade",
    "Привет, мир: модели языка",
    "ΔNLL and α-divergences for ∇-free “quotes” — dashes – …",
    r"Bounds of $O(n \log n)$ and $\frac{a}{b}$ for $x_{i}^{2}$",
    "$unbalanced maths and a lone \\",
    "100\\% of {nested {braces} here} and \\emph{emphasis}",
    "\"Quoted\" `ticks' ''",
    '=HYPERLINK("http://x")',
    "emoji 🎉 and zero\u200bwidth \u202eoverride",
    "@misc{x} percent % comment",
    "A",
    "x" * 400,
)
PEOPLE = (
    Name(given="Jan P.", family="van der Berg"),
    Name(given="Ludwig", family="van Beethoven"),
    Name(given="Martin Luther", family="King", suffix="Jr."),
    Name(family="OpenAI Team"),
    Name(family="Barnes and Noble"),
    Name(given="Łukasz", family="Kaiser"),
    Name(given="Øystein", family="Ødegård"),
    Name(given="伟", family="王"),
    Name(given="Jean-Luc", family="d’Alembert"),
    Name(given="Ana", family="García Márquez"),
    Name(given="A}", family="{Brace"),
    Name(given="Per_cent%", family="Dollar$"),
    Name(given="Xu", family="Sun"),
    Name(given="İbrahim", family="Şahin"),
    Name(given="Émile", family="Zola"),
)
VENUES = (
    "Advances in Neural Information Processing Systems 36 (NeurIPS 2023)",
    "Findings of the Association for Computational Linguistics: ACL 2023",
    "R&D {Letters} #5 100%",
    "Zeitschrift für Ästhetik",
)
DETAIL_VALUES = {
    "series": "Lecture Notes in Computer Science",
    "volume": "36",
    "number": "7",
    "issue_title": "Special Issue & more",
    "pages": "123-145",
    "chapter": "3",
    "edition": "Second",
    "publisher": "Elsevier & Sons",
    "address": "Genève",
    "institution": "ETH Zürich",
    "type": "Technical Report",
    "month": "6",
    "day": "12",
    "language": "english",
    "primaryclass": "cs.CL",
    "note": "To appear, 50% done",
}
URLS = (
    "https://example.org/a_b?c=d%20e&f={x}#frag",
    "https://example.org/~user/paper(1).html",
    "http://例え.テスト/論文",
    "https://aclanthology.org/2023.findings-acl.610",
)
DOIS = (
    "10.18653/v1/2023.findings-acl.610",
    "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
)
KINDS = tuple(Kind)


def hard_entries(count: int, *, complete: bool = True) -> tuple[Entry, ...]:
    """`count` entries. complete: each has author, title and year."""
    random = Random(count)
    return tuple(_entry(number, random, complete) for number in range(count))


def _entry(number: int, random: Random, complete: bool) -> Entry:
    wanted = [name for name in DETAILS if random.random() < 0.4]
    wanted = [name for name in wanted if name != "day" or "month" in wanted]
    people = random.sample(PEOPLE, random.randint(1, 5))
    missing = None if complete else random.choice(("title", "authors", "year"))
    title = (
        f"{random.choice(TITLES)} {number}" if random.random() < 0.8 else f"{number} {random.choice(TITLES)}"
    )
    kind = KINDS[number % len(KINDS)]
    if kind in (Kind.THESIS, Kind.REPORT):
        wanted = [name for name in wanted if name != "publisher"]
    paper = Paper(
        title=Text(title) if missing != "title" else None,
        authors=tuple(people) if missing != "authors" else (),
        editors=tuple(random.sample(PEOPLE, random.randint(0, 2))),
        year=random.randint(1950, 2026) if missing != "year" else None,
        venue=Text(random.choice(VENUES)) if random.random() < 0.8 else None,
        kind=kind,
        abstract=Text(f"{random.choice(TITLES)} {random.choice(TITLES)}") if random.random() < 0.8 else None,
        ids=_ids(random),
        url=random.choice(URLS) if random.random() < 0.7 else None,
        comment=Text("21 pages, 8 figures") if random.random() < 0.3 else None,
        created="2023-06-07" if random.random() < 0.3 else None,
        keywords=("R&D", "x_y", "{z}") if random.random() < 0.3 else (),
        details={name: DETAIL_VALUES[name] for name in wanted},
        provenance={
            "title": Provenance(Status.GUESSED if random.random() < 0.05 else Status.FOUND, "a.txt:1")
        },
    )
    topics = (Assignment(f"topic-{number % 3}", 1.0, ("words",)),) if number % 4 else ()
    return Entry(key=f"record{number:05}", paper=paper, added="2026-01-02", topics=topics)


def _ids(random: Random) -> dict[str, str]:
    known = {
        "arxiv": "2306.04387",
        "doi": random.choice(DOIS),
        "pmid": "12345678",
        "issn": "2049-3630",
        "isbn": "9780306406157",
        "acl": "2023.findings-acl.610",
    }
    return {name: value for name, value in known.items() if random.random() < 0.4}
