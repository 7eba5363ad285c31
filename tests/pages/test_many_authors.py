"""The hundreds of authors of a collaboration are all named, and do not bury those whom the list is about."""

from __future__ import annotations

import re

from generator.metadata import coins_span, head_block
from generator.model import Entry, Library
from generator.pages import PageSettings, render
from generator.text import Name, Text
from tests.browser.samples import entry


def _by(key: str, people: int) -> Entry:
    names = tuple(Name(family=f"Family{number}", given="A.") for number in range(people))
    return entry(key, title=Text(key), authors=names)


def _pages(*entries: Entry) -> dict[str, str]:
    return {str(file.path): file.text for file in render(Library(entries, ()), PageSettings("A list"))}


def test_an_author_has_a_page_for_a_paper_of_few_authors() -> None:
    made = _pages(_by("collaboration", 150), _by("detector", 2))
    assert {path for path in made if path.startswith("authors/") and path.endswith(".md")} == {
        "authors/index.md", "authors/a-family0.md", "authors/a-family1.md",
    }  # fmt: skip
    assert made["authors/a-family0.md"].count('class="rl-t"') == 2
    page = made["papers/collaboration.md"]
    assert re.findall(r'href="\.\./\.\./authors/([^"/]+)/"', page) == ["a-family0", "a-family1"]


def test_every_author_is_named_the_later_ones_below_a_heading() -> None:
    page = _pages(_by("collaboration", 150))["papers/collaboration.md"]
    shown, _, more = page.partition('<details class="rl-authors">')
    assert "A. Family39<" in shown and "A. Family40" not in shown.partition("rl-authors")[2]
    assert "and 110 more authors" in more and "A. Family40, " in more and "A. Family149" in more
    assert "<details" not in _pages(_by("few", 40))["papers/few.md"].partition("</header>")[0]


def test_a_row_of_a_list_stays_small_and_the_papers_files_name_everybody() -> None:
    paper = _by("collaboration", 150)
    assert coins_span(paper.paper).count("rft.au=") == 100
    assert head_block(paper, "").count("citation_author") == 150
