"""The search in a real browser: it finds what the program finds, by mouse, keyboard and on a phone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect

from generator.search import Tables, find
from tests.browser.conftest import OpenPage
from tests.support import ROOT

pytestmark = pytest.mark.browser

ENGINE = """async ([address, queries]) => {
  const { Engine } = await import(address + "assets/javascripts/search-engine.js");
  const engine = await Engine.open(address + "search/");
  const found = [];
  for (const query of queries) {
    const results = await engine.search(query);
    const hits = await results.hits(0, 30);
    found.push([results.total, hits.map(({ key, sentence, title, marks }) =>
      [key, sentence, marks(title), marks(sentence)])]);
  }
  return found;
}"""
TERMS = """async ([address, texts]) => {
  const { Analysis } = await import(address + "assets/javascripts/search-terms.js");
  const analysis = new Analysis(await (await fetch(address + "search/index.json")).json());
  return texts.map((text) => analysis.terms(text));
}"""
# What stands in the box each time that its results change.
WATCH_TYPING = """() => {
  window.seen = [];
  const input = document.querySelector(".md-search__input");
  const note = () => window.seen.push(input.value);
  new MutationObserver(note).observe(document.querySelector("#rl-results"), { childList: true });
}"""
QUERIES = (
    "M3IT",
    "dataset towards",
    "distilation",
    "instruction tunning multilingual",
    "pre training",
    "pretraining",
    "re",
    "p",
    "twenty-thousand classes",
    "ren 2023",
    "author:ren",
    "prompt year:2020-2024 author:re",
    "year:2020",
    "year:2021-",
    "year:-2021",
    "year:1850-2025",
    "year:2025-1850",
    "year:-",
    "M$^3$IT",
    "{M}$^{3}${IT} $",
    'topic:"vision language"',
    '"instruction tuning"',
    '"tuning instruction"',
    "2306.04387",
    "https://arxiv.org/abs/2306.04387v2",
    "script onerror",
    "mallory",
    "constructor __proto__",
    "=HYPERLINK(1)",
    "a title with a newline",
    "zerowidth",
    "xqzjw",
    "知识",
    "",
    '"with a strong"',
    "twenty " * 1500,
    "x" * 10_000,
    '"' * 5000,
    "?!… --- ((( ;;; ]]",
    "\u202eתורפכ\u202c مرحبا",
    "🙂 prompt 👩\u200d🔬",
    "pre\u0301dicti\u0308on re\u0301n",
    "ＰＯＭＰ　２０２３",
    "α-divergence ΑΛΦΑ ς",
    "İstanbul ǅ ﬁne ß",
    "author:",
    "author: ren",
    "author:ren topic:",
    "journal:nature prompt",
    '"a "nested" quote" prompt',
    '"unclosed phrase',
    'author:"ren',
    "year:-5",
    "year:-2020-",
    "year:abcd prompt",
    "<b>prompt</b> &amp; %3Cimg%3E",
    "\x00prompt\ttraining\n\r",
)


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search")


def results(page: Page) -> Locator:
    return page.locator("#rl-results").get_by_role("option")


def paths(links: Locator, address: str) -> list[str]:
    return [str(link.get_attribute("href")).removeprefix(address) for link in links.all()]


def type_query(page: Page, query: str) -> None:
    """Puts `query` in, all at once, and waits for its results."""
    box(page).click()
    box(page).fill("")
    expect(results(page)).to_have_count(0)
    page.keyboard.insert_text(query)
    expect(results(page).first).to_be_visible()


def tables(site: Path) -> Tables:
    folder = site / "reading-list/search"
    return Tables(lambda path: (folder / path).read_text(encoding="utf-8"))


def as_lists(marks: Sequence[tuple[int, int]]) -> list[list[int]]:
    return [[start, end] for start, end in marks]


def test_terms_are_those_of_the_program(open_page: OpenPage, address: str) -> None:
    cases = yaml.safe_load((ROOT / "tests/cases/search/terms.yml").read_text(encoding="utf-8"))
    found = open_page(address).evaluate(TERMS, [address, [text for text, _ in cases]])
    assert found == [wanted for _, wanted in cases]


def test_results_are_those_of_the_program(open_page: OpenPage, address: str, small_site: Path) -> None:
    found = open_page(address).evaluate(ENGINE, [address, list(QUERIES)])
    ours = tables(small_site / "served")
    for query, (total, hits) in zip(QUERIES, found, strict=True):
        wanted = list(find(ours, query))
        assert (query, total) == (query, len(wanted))
        assert (query, [hit[0] for hit in hits]) == (query, [hit.key for hit in wanted[:30]])
        assert [hit[1] for hit in hits] == [hit.sentence for hit in wanted[:30]]
        if query.isascii():
            marks = [
                [list(map(list, hit.title_marks)), list(map(list, hit.sentence_marks))] for hit in wanted
            ]
            assert [hit[2:] for hit in hits] == marks[:30]


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("m3it", "papers/li2023mit/"),
        ("{M}$^3${IT}", "papers/li2023mit/"),
        ("POMP", "papers/ren2023prompt/"),
        ("classes", "papers/ren2023prompt/"),
        ("shuhuai ren", "papers/ren2023prompt/"),
        ("perspicacty", "papers/guess2021words/"),
        ("datasets", "papers/li2023mit/"),
        ("pretraining", "papers/ren2023prompt/"),
        ("author:zhang year:2023", "papers/ren2023prompt/"),
        ('"multilingual instruction tuning"', "papers/li2023mit/"),
    ],
)
def test_the_first_result(open_page: OpenPage, address: str, query: str, path: str) -> None:
    page = open_page(address)
    type_query(page, query)
    assert paths(results(page), address)[0] == path


def test_a_result_says_who_when_and_why(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    type_query(page, "memory-efficient aston")
    first = results(page).first
    expect(first).to_contain_text("Prompt Pre-Training with Twenty-Thousand Classes")
    expect(first).to_contain_text("Shuhuai Ren, Aston Zhang, Xu Sun · 2023")
    expect(first).to_contain_text("This work proposes POMP, memory-efficient")
    expect(first.locator("mark")).to_have_text(["Aston", "memory-efficient"])


def test_results_come_while_a_reader_types(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    box(page).click()
    page.evaluate(WATCH_TYPING)
    page.keyboard.type("prompt pre-training with twenty thousand classes", delay=60)
    expect(results(page).first.locator("mark")).to_have_count(6)
    seen = page.evaluate("window.seen")
    assert len(seen) > 3
    assert any(0 < len(typed) < 20 for typed in seen)


def test_results_are_where_the_theme_has_them(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    type_query(page, "mallory")
    items = page.locator(".md-search-result__list > .md-search-result__item")
    expect(items).to_have_count(9)
    expect(items.locator("> a.md-search-result__link")).to_have_count(9)


def test_the_address_of_any_page_may_hold_a_query(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}papers/?q=POMP")
    expect(box(page)).to_have_value("POMP")
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


def test_nothing_is_loaded_before_a_reader_searches(open_page: OpenPage, address: str) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert not [url for url in asked if "/search/" in url]
    assert not [url for url in asked if "search_index" in url]


def test_by_keyboard_alone(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}papers/ren2023prompt/")
    for key in ("/", "s", "f"):
        page.keyboard.press(key)
        expect(box(page)).to_be_focused()
        page.keyboard.press("Escape")
        expect(box(page)).not_to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("mallory")
    expect(results(page).last).to_have_text("All 40 results")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1)).to_have_attribute("aria-selected", "true")
    chosen = str(results(page).nth(1).get_attribute("id"))
    expect(box(page)).to_have_attribute("aria-activedescendant", chosen)
    expect(box(page)).to_be_focused()
    target = str(results(page).nth(1).get_attribute("href"))
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_enter_opens_the_first_result_of_what_is_typed_now(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    page.keyboard.press("/")
    page.keyboard.type("POMP")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}papers/ren2023prompt/")


def test_tab_leaves_the_search(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    type_query(page, "POMP")
    page.keyboard.press("Tab")
    expect(results(page).first).not_to_be_visible()
    expect(box(page)).to_have_attribute("aria-expanded", "false")


def test_the_number_of_results_is_announced(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    type_query(page, "POMP")
    status = page.locator(".md-search").get_by_role("status")
    expect(status).to_have_text("1 result")
    box(page).fill("xqzjw")
    expect(status).to_have_text("Nothing found")
    expect(page.locator(".md-search .rl-search-hints")).to_be_visible()
    box(page).fill("")
    expect(status).to_have_text("Type to search")


def test_all_results_have_a_page_with_an_address(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    type_query(page, "mallory")
    page.get_by_role("option", name="All 40 results").click()
    page.wait_for_url(f"{address}search/?q=mallory")
    links = page.locator("[data-rl-results] ol a")
    expect(links).to_have_count(20)
    page.get_by_role("button", name="More results").click()
    expect(links).to_have_count(40)
    page.get_by_role("searchbox", name="Search this list").fill("POMP")
    expect(links).to_have_count(1)
    page.wait_for_url(f"{address}search/?q=POMP")
    page.reload()
    expect(links).to_have_count(1)


def test_the_page_of_results_is_there_without_a_query(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}search/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")
    expect(page.locator("[data-rl-results] .rl-search-hints")).to_be_visible()


@pytest.mark.parametrize("where", ["", "search/?q=mallory"])
def test_hostile_titles_in_results_run_nothing(open_page: OpenPage, address: str, where: str) -> None:
    page = open_page(address + where)
    for query in ("mallory", "script", "img src onerror", "javascript", "<svg onload=window.__x=1>"):
        type_query(page, query)
        assert page.evaluate("window.__x") is None
        scope = ":is(.md-search-result, [data-rl-results])"
        assert page.locator(f"{scope} :is(img, script, iframe, svg, style)").count() == 0
        for link in page.locator(f"{scope} a").all():
            assert str(link.get_attribute("href")).startswith(address)


def test_a_hostile_query_runs_nothing(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}search/?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.__x%3D1%3E")
    expect(page.get_by_role("searchbox")).to_have_value("<img src=x onerror=window.__x=1>")
    expect(page.locator("[data-rl-results] ol a").first).to_be_visible()
    assert page.evaluate("window.__x") is None


def test_the_first_of_many_papers_are_loaded_in_pieces(small_site: Path) -> None:
    index = json.loads((small_site / "served/reading-list/search/index.json").read_text(encoding="utf-8"))
    for folder, size in index["per_file"].items():
        files = list((small_site / "served/reading-list/search" / folder).iterdir())
        assert len(files) == -(-index["papers"] // size)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_an_open_search_has_no_accessibility_violation(
    open_page: OpenPage, address: str, width: int, scheme: str
) -> None:
    page = open_page(address, width=width, scheme=scheme)
    page.evaluate("document.querySelector('[data-md-toggle=search]').click()")
    expect(box(page)).to_be_focused()
    page.wait_for_timeout(400)
    assert violations(page) == []
    page.keyboard.type("prompt")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    page.goto(f"{address}search/?q=prompt")
    expect(page.locator("[data-rl-results] ol a").first).to_be_visible()
    assert violations(page) == []


def violations(page: Page) -> Sequence[Any]:
    return [violation["id"] for violation in Axe().run(page).response["violations"]]


def test_what_is_chosen_is_seen_in_a_readers_own_colours(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    page.emulate_media(forced_colors="active")
    type_query(page, "mallory")
    page.keyboard.press("ArrowDown")
    style = "(link) => getComputedStyle(link).outlineStyle"
    assert results(page).nth(0).evaluate(style) == "solid"
    assert results(page).nth(1).evaluate(style) == "none"


def test_results_fit_on_a_phone(open_page: OpenPage, address: str) -> None:
    page = open_page(address, width=360)
    page.locator("label.md-header__button[for=__search]").click()
    expect(box(page)).to_be_focused()
    page.keyboard.type("antidisestablishmentarianism")
    expect(results(page).first).to_be_visible()
    page.wait_for_function("document.documentElement.scrollWidth <= 360")  # the box has opened
    assert page.evaluate("document.querySelector('.md-search__scrollwrap').scrollWidth") <= 360
    page.locator(".md-search__form label[for=__search]").click()
    expect(results(page).first).not_to_be_visible()


def test_a_search_that_cannot_be_loaded_says_so(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    page.route("**/search/**", lambda route: route.abort())
    box(page).click()
    expect(page.locator(".md-search").get_by_role("status")).to_contain_text("cannot be loaded")
    page.unroute("**/search/**")
    type_query(page, "POMP")


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


def test_a_pointer_on_the_box_loads_the_index(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    with page.expect_request("**/search/index.json"):
        box(page).hover()


def test_results_stay_where_sentences_cannot_be_loaded(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    page.route("**/search/sentences/*", lambda route: route.abort())
    page.goto(f"{address}search/?q=mallory")
    links = page.locator("[data-rl-results] ol a")
    more = page.get_by_role("button", name="More results")
    expect(links).to_have_count(20)
    more.click()
    expect(page.locator("[data-rl-results] p[role=status]")).to_contain_text("offline")
    page.unroute("**/search/sentences/*")
    more.click()
    expect(links).to_have_count(40)


def test_the_address_follows_when_typing_rests(open_page: OpenPage, address: str) -> None:
    """Browsers refuse to change an address many times in a row."""
    page = open_page(f"{address}search/")
    page.evaluate("""() => {
      window.changes = 0;
      const change = history.replaceState.bind(history);
      history.replaceState = (...given) => { window.changes++; change(...given); };
    }""")
    page.get_by_role("searchbox").press_sequentially("prompt pre-training", delay=40)
    page.wait_for_url(f"{address}search/?q=prompt+pre-training")
    assert page.evaluate("window.changes") < 5


def test_half_a_letter_in_a_query_is_no_failure(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    box(page).click()
    box(page).evaluate("""(field) => {
      field.value = "mallory \\ud83d";
      field.dispatchEvent(new Event("input"));
    }""")
    expect(results(page)).to_have_count(9)
