"""What the search loads and when; results while a reader types; failures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.search_box import box, results, type_query

pytestmark = pytest.mark.browser

# What stands in the box each time that its results change.
WATCH_TYPING = """() => {
  window.seen = [];
  const input = document.querySelector(".md-search__input");
  const note = () => window.seen.push(input.value);
  new MutationObserver(note).observe(document.querySelector("#rl-results"), { childList: true });
}"""


def test_nothing_is_loaded_before_a_reader_searches(open_page: OpenPage, address: str) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert not [url for url in asked if "/search/" in url]
    assert not [url for url in asked if "search_index" in url]


def test_a_pointer_on_the_box_loads_the_index(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    with page.expect_request("**/search/index.json"):
        box(page).hover()


def test_the_first_of_many_papers_are_loaded_in_pieces(small_site: Path) -> None:
    index = json.loads((small_site / "served/reading-list/search/index.json").read_text(encoding="utf-8"))
    for folder, size in index["per_file"].items():
        files = list((small_site / "served/reading-list/search" / folder).iterdir())
        assert len(files) == -(-index["papers"] // size)


def test_results_come_while_a_reader_types(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    box(page).click()
    page.evaluate(WATCH_TYPING)
    page.keyboard.type("prompt pre-training with twenty thousand classes", delay=60)
    expect(results(page).first.locator("mark")).to_have_count(6)
    seen = page.evaluate("window.seen")
    assert len(seen) > 3
    assert any(0 < len(typed) < 20 for typed in seen)


def test_while_a_reader_types_only_the_first_results_are_loaded(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    box(page).click()
    page.evaluate("""() => {
      const list = document.querySelector("#rl-results");
      new MutationObserver((_, watching) => {
        watching.disconnect();
        list.querySelector("a").dataset.seen = "before";
        const files = performance.getEntriesByType("resource").map(({ name }) => name);
        const loaded = (folder) => files.filter((name) => name.includes(`/search/${folder}/`)).length;
        window.first = [list.children.length, loaded("heads"), loaded("sentences")];
      }).observe(list, { childList: true });
    }""")
    page.keyboard.insert_text("mallory")
    expect(results(page).first).to_be_visible()
    shown, heads, sentences = page.evaluate("window.first")
    assert (shown, sentences) == (3, 0)
    assert 1 <= heads <= 3
    page.keyboard.press("ArrowDown")
    expect(results(page)).to_have_count(9)
    expect(results(page).first).to_have_attribute("aria-selected", "true")
    expect(results(page).first).to_have_attribute("data-seen", "before")


def test_what_is_pasted_is_completed_at_once(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    box(page).fill("mallory")
    expect(results(page)).to_have_count(9)
    box(page).fill("")
    box(page).evaluate("""(field) => {
      field.value = "mallory";
      window.pasted = performance.now();
      new MutationObserver((_, watching) => {
        if (document.querySelectorAll("#rl-results [role=option]").length < 9) return;
        window.waited = performance.now() - window.pasted;
        watching.disconnect();
      }).observe(document.querySelector("#rl-results"), { childList: true });
      field.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
    }""")
    page.wait_for_function("window.waited")
    assert page.evaluate("window.waited") < 400  # at rest, as after letters, it would be later


def test_what_is_pasted_is_looked_for_at_once(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    type_query(page, "mallory")
    asked = box(page).evaluate("""(field) => new Promise((done) => {
      const load = window.fetch;
      let asked = 0;
      window.fetch = (...given) => { asked++; return load(...given); };
      setTimeout(() => done(asked)); // before any timer that the search may set
      field.value = "perspicacity";
      field.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
    })""")
    assert asked == 1


@pytest.mark.parametrize("width", [1280, 390])
def test_the_box_opens_without_motion(open_page: OpenPage, address: str, width: int) -> None:
    """Each frame of it would take time from the search, and results would fade in late."""
    page = open_page(address, width=width)
    page.keyboard.press("/")
    page.keyboard.insert_text("mallory")
    moving = page.evaluate("""document.getAnimations().map(({ effect }) => effect.target)
      .filter((moved) => moved.closest(".md-search")).map((moved) => moved.className)""")
    assert moving == []


def test_what_is_typed_before_the_script_is_there_is_looked_for(open_page: OpenPage, address: str) -> None:
    page = open_page("about:blank")
    page.add_init_script("""document.addEventListener("readystatechange", () => {
      const field = document.querySelector(".md-search__input");
      if (document.readyState !== "interactive") return;
      field.focus();
      field.value = "POMP";
    })""")
    page.goto(address)
    expect(results(page)).to_have_count(1)
    expect(results(page).first).to_be_visible()


def test_the_last_of_quick_changes_wins(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}search/")
    page.route("**/search/*/*.json*", slow)
    for field, found in (
        (page.get_by_role("searchbox"), page.locator("[data-rl-results] ol a")),
        (box(page), results(page)),
    ):
        field.focus()
        for query in ("mallory", "prompt", "xqzjw", "mallory", "POMP"):
            field.fill(query)
            page.wait_for_timeout(30)
        expect(found).to_have_count(1)
        expect(found.first).to_contain_text("Prompt Pre-Training")
        page.wait_for_timeout(400)
        expect(found).to_have_count(1)
    page.wait_for_load_state("networkidle")


def slow(route: Route) -> None:
    """Files that are asked for first come last."""
    route.request.frame.page.wait_for_timeout(40)
    route.continue_()


def test_a_search_that_cannot_be_loaded_says_so(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    page.route("**/search/**", lambda route: route.abort())
    box(page).click()
    expect(page.locator(".md-search").get_by_role("status")).to_contain_text("cannot be loaded")
    page.unroute("**/search/**")
    type_query(page, "POMP")
