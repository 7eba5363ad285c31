"""Text is text: whatever a paper's fields hold, nothing runs and everything is shown as it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.text import Text
from tests.browser.conftest import OpenPage
from tests.browser.samples import PAYLOADS

pytestmark = pytest.mark.browser

# Opens what is closed, moves the pointer over everything, and tells what the page became.
LOOK = """() => {
  document.querySelectorAll("details").forEach(details => details.open = true);
  const all = [...document.querySelectorAll("body *")];
  all.forEach(element => element.dispatchEvent(new MouseEvent("mouseover", {bubbles: true})));
  const text = selector =>
    (document.querySelector(selector)?.textContent ?? "").split(/\\s+/).join(" ").trim();
  const ours = ["cite", "lists", "selection"].map(name => `[src$="/assets/${name}.js"]`).join();
  const foreign =
    `article :is(script:not(${ours}), img, iframe, object, embed, style, form:not([data-rl-filter]))`;
  const armed = element => [...element.attributes].some(attribute => attribute.name.startsWith("on"));
  return {
    ran: window.__x ?? null,
    active: all.filter(element => element.matches(foreign) || armed(element)).map(one => one.outerHTML),
    protocols: [...new Set([...document.links].map(link => link.protocol))],
    whole: document.querySelector("body > .md-container > .md-footer .md-copyright") !== null,
    title: document.title,
    description: document.querySelector("meta[name=description]")?.content ?? "",
    heading: text("h1"),
    abstract: text(".rl-abstract"),
    known: text(".rl-known cite"),
    people: [...document.querySelectorAll(".rl-authors a")].map(link => link.textContent),
  };
}"""


def assert_inert(seen: dict[str, Any], where: str) -> None:
    assert seen["ran"] is None, where
    assert seen["active"] == [], where
    assert set(seen["protocols"]) <= {"http:", "https:"}, where
    assert seen["whole"], where


def test_a_paper_of_hostile_text_is_shown_as_it_stands(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    for number, payload in enumerate(PAYLOADS):
        page.goto(f"{address}papers/hostile{number}/")
        seen = page.evaluate(LOOK)
        assert_inert(seen, payload)
        if "$" in payload:  # mathematics: its text is not its source
            continue
        plain = Text(payload).plain
        assert seen["heading"] == plain
        assert seen["known"] == plain
        assert seen["abstract"] == Text(f"{payload} then {payload}").plain
        assert seen["title"] == f"{plain} - Vision and language"
        assert seen["description"].startswith(plain[:100].rsplit(" ", 1)[0])
        assert len(seen["people"]) == 2


def test_nothing_runs_in_lists(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    for path in (
        "",
        "papers/",
        "topics/",
        "topics/surveys/",
        "reading/",
        "years/2020/",
        "authors/",
        "venues/",
        "stats/",
    ):
        page.goto(address + path)
        assert_inert(page.evaluate(LOOK), path)


def test_nothing_runs_in_the_search(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    box = page.get_by_role("combobox", name="Search")
    box.click()
    for query in ("script", "onerror", "Mallory", "javascript", "href", "heading"):
        box.fill(query)
        page.wait_for_function(
            "query => [...document.querySelectorAll('.md-search-result__item mark')]"
            ".some(mark => query.toLowerCase().startsWith(mark.textContent.toLowerCase()))",
            arg=query,
        )
        assert page.evaluate("window.__x ?? null") is None
        active = ".md-search-result :is(img, iframe, script, svg[onload], [onmouseover], [onerror], h1 h1)"
        assert page.locator(active).count() == 0


def test_no_page_is_lost_to_hostile_text(small_site: Path) -> None:
    pages = small_site / "served/reading-list/papers"
    assert {f"hostile{number}" for number in range(len(PAYLOADS))} <= {page.name for page in pages.iterdir()}
