"""A small library: real, well-known papers, and one paper for each hostile text, the text in every field."""

from __future__ import annotations

from typing import Any

from generator.model import (
    Assignment,
    Entry,
    Kind,
    Library,
    Link,
    Note,
    Origin,
    Paper,
    Provenance,
    Related,
    Status,
    Topic,
)
from generator.text import Name, Text

PAYLOADS = (
    '<img src=x onerror="window.__x=1">',
    '"><script>window.__x=1</script>',
    "</script><script>window.__x=1</script>",
    "<svg onload=window.__x=1>",
    "</title><script>window.__x=1</script>",
    "[a](javascript:window.__x=1)",
    "<javascript:window.__x=1>",
    "vbscript:window.__x=1",
    "data:text/html,<script>window.__x=1</script>",
    '*e*{ onmouseover="window.__x=1" }',
    "{{ 7*7 }} {% raw %} {# c #}",
    '--8<-- "mkdocs.yml"',
    "$<img src=x onerror=window.__x=1>$",
    r"$\text{<svg/onload=window.__x=1>}$",
    r"$\href{javascript:window.__x=1}{x}$",
    "<!-- unclosed -- >",
    "<!--page-content-->",
    "<![CDATA[",
    "&lt;b&gt; &amp; AT&T x<y & a>b",
    "# not a heading",
    "| a | b | c |",
    "***",
    "    four leading spaces",
    "[^1]: foot",
    "*[LLM]: abbr",
    "~~~ fence",
    "``` fence",
    "a title with a newline\ntemplate: 404.html",
    "a } , note = {x} , y = {",
    "a }} @article{evil, title={x}} @comment{{",
    r"\input{/etc/passwd} \write18{id}",
    "=HYPERLINK(1)",
    "- a list: of, 'things' # yes",
    "1. a numbered list",
    "[" * 200,
    "zero\u200bwidth \u202eand bidi\u202c",
    "</section></article></main>",
    '<h1 id="x">heading</h1>',
    "<details><summary>x",
    "---",
)

TOPICS = (
    Topic("vision-language", "Vision & language", "Images <and> text, learnt together.", parent="surveys"),
    Topic("language-models", "Language models", "Text alone."),
    Topic("surveys", "Surveys", icon="material/translate"),
)


_OF_THE_ENTRY = ("topics", "related", "note", "possibly")


def entry(key: str, **changes: Any) -> Entry:
    """An entry with the paper's fields in `changes`; `added` and `_OF_THE_ENTRY` are the entry's own."""
    own = {name: changes.pop(name) for name in _OF_THE_ENTRY if name in changes}
    added = changes.pop("added", "2024-03-01")
    provenance = {
        "title": Provenance(changes.pop("title_status", Status.FOUND), f"abstracts/a.txt:{len(key)}"),
        "authors": Provenance(Status.RESOLVED, "arXiv"),
    }
    paper = Paper(origins=(Origin("abstracts/a.txt", 3, 5, "pasted"),), provenance=provenance, **changes)
    return Entry(key=key, paper=paper, added=added, **own)


def hostile(number: int, payload: str) -> Entry:
    """A paper with `payload` in every field."""
    return entry(
        f"hostile{number}",
        title=Text(payload),
        alt_titles=(Text(payload),),
        authors=(Name("Eve", payload), Name(payload, "Mallory")),
        venue=Text(payload),
        year=2020,
        abstract=Text(f"{payload} then {payload}"),
        keywords=(payload, "plain"),
        comment=Text(payload),
        url=payload,
        links=(Link(payload, payload),),
        ids={"arxiv": payload, "doi": payload},
        details={"publisher": payload, "pages": payload},
        topics=(Assignment("surveys", 0.5, (payload,)),),
        related=(Related("li2023mit", 0.4, payload),),
    )


def library(papers: tuple[Entry, ...]) -> Library:
    return Library(tuple(sorted(papers, key=lambda entry: entry.key)), TOPICS)


def real_papers() -> tuple[Entry, ...]:
    """Papers that the tests search for; one has a note, one a guessed title, one no topic."""
    vision = (Assignment("vision-language", 0.9, ("image-text", "vision")),)
    return (
        entry(
            "li2023mit",
            title=Text("M$^3$IT: A Large-Scale Dataset towards Multi-Modal Multilingual Instruction Tuning"),
            authors=tuple(map(Name.parse, ("Lei Li", "Yuwei Yin", "Shuhuai Ren", "Qi Liu"))),
            venue=Text("arXiv"),
            year=2023,
            kind=Kind.PREPRINT,
            ids={"arxiv": "2306.04387"},
            url="https://arxiv.org/abs/2306.04387",
            abstract=Text(
                "We introduce the Multilingual Instruction Tuning (M$^3$IT) dataset with Ying-VLM."
            ),
            links=(Link("Code", "https://huggingface.co/datasets/MMInstruction/M3IT"),),
            topics=vision,
            related=(Related("ren2023prompt", 0.7, "shared author: Shuhuai Ren"),),
            note=Note(
                path="notes/li2023mit.md",
                body="See *also* [here](#cite) and [POMP](ren2023prompt.md).\n\n- a point with $x_i^2$",
                status="reading",
                started="2024-05-03",
                rating=4,
                tags=("dataset",),
            ),
            added="2024-05-02",
        ),
        entry(
            "ren2023prompt",
            title=Text("Prompt Pre-Training with Twenty-Thousand Classes"),
            authors=tuple(map(Name.parse, ("Shuhuai Ren", "Aston Zhang", "Xu Sun"))),
            venue=Text("Advances in Neural Information Processing Systems 36 (NeurIPS 2023)"),
            year=2023,
            kind=Kind.INPROCEEDINGS,
            abstract=Text(
                "This work proposes POMP, memory-efficient, $129\\times$ faster, with $\\frac{a}{b}$."
            ),
            topics=vision,
        ),
        entry(
            "guess2021words",
            title=Text("Words that a guess is made of"),
            title_status=Status.GUESSED,
            abstract=Text("An abstract that came without its title, about perspicacity."),
            possibly=("ren2023prompt",),
        ),
        entry(
            "long2019title",
            title=Text("A" + "ntidisestablishmentarianism" * 8 + " and $\\sum_{i=1}^{n} x_i$"),
            authors=tuple(Name(f"Given{n}", f"Family{n}") for n in range(40)),
            venue=Text("IEEE Transactions on Multimedia 26(3)"),
            year=2019,
            url="https://example.org/" + "a" * 300,
            abstract=Text("$" + "+".join(f"x_{{{n}}}^{{2}}" for n in range(60)) + "$ and " + "w" * 300),
            topics=(Assignment("language-models", 0.8, ("text",)),),
        ),
    )


def hostile_papers() -> tuple[Entry, ...]:
    return tuple(hostile(number, payload) for number, payload in enumerate(PAYLOADS))
