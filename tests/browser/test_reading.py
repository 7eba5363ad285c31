"""What a reader does: search, copy a citation, switch to dark, read on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "papers/",
    "papers/li2023mit/",
    "papers/guess2021words/",
    "papers/long2019title/",
    "topics/",
    "topics/vision-language/",
    "topics/surveys/",
    "topics/unsorted/",
    "authors/",
    "authors/shuhuai-ren/",
    "years/",
    "years/2023/",
    "venues/",
    "venues/neurips/",
    "reading/",
    "stats/",
    "404.html",
)


OPEN_ALL = "document.querySelectorAll('details').forEach(details => details.open = true)"


def search(page: Page, query: str) -> list[str]:
    """Puts `query` into the header's search box; the addresses of the results, best first."""
    page.get_by_role("combobox", name="Search").click()
    page.keyboard.insert_text(query)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    links = page.locator(".md-search-result__link").all()
    return [str(link.get_attribute("href")).partition("?")[0] for link in links]


def test_search_finds_the_paper(open_page: OpenPage, address: str) -> None:
    for query, path in (
        ("M3IT", "papers/li2023mit/"),
        ("POMP", "papers/ren2023prompt/"),
        ("Twenty-Thousand", "papers/ren2023prompt/"),
        ("dataset towards", "papers/li2023mit/"),
        ("Aston Zhang", "papers/ren2023prompt/"),
        ("perspicacity", "papers/guess2021words/"),
        ("Ying-VLM", "papers/li2023mit/"),
    ):
        assert address + path in search(open_page(address), query)[:2], query


def test_search_works_from_a_page_below(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}papers/ren2023prompt/")
    assert search(page, "M3IT")[0] == f"{address}papers/li2023mit/"
    page.locator(".md-search-result__link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "M³IT: A Large-Scale Dataset towards Multi-Modal Multilingual Instruction Tuning"
    )
    assert page.title().startswith("M³IT: A Large-Scale Dataset")


def test_the_large_button_and_the_slash_key_open_the_search(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    page.get_by_role("button", name="Search titles").click()
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()


def test_search_opens_on_a_phone(open_page: OpenPage, address: str) -> None:
    page = open_page(address, width=390)
    page.get_by_role("button", name="Search titles").click()
    page.keyboard.type("POMP")
    expect(page.locator(".md-search-result__link").first).to_have_attribute(
        "href", f"{address}papers/ren2023prompt/"
    )


def test_the_copy_button_gives_the_bibtex_that_is_shown(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}papers/li2023mit/")
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    download = page.request.get(f"{address}papers/li2023mit.bib").text()
    assert copied.startswith("@") and "li2023mit" in copied
    assert copied.strip() == download.strip()


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_the_mark_of_a_guessed_title_is_as_wide_as_its_text(open_page: OpenPage, address: str) -> None:
    mark = open_page(address + "papers/guess2021words/").get_by_text("Guessed title.").locator("..")
    expect(mark).to_have_css("margin-inline-end", "0px")


def test_colours_follow_the_system_until_a_reader_chooses(open_page: OpenPage, address: str) -> None:
    light = background(open_page(address))
    page = open_page(address, scheme="dark")
    assert background(page) != light
    page.locator("label[for=__palette_1]").click()
    assert background(page) == light
    page.goto(f"{address}papers/li2023mit/")
    assert background(page) == light


def test_the_typefaces_come_from_the_site(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('16px Faustina') && document.fonts.check('16px Figtree')")
    loaded = page.evaluate(
        "[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)"
    )
    assert {"Faustina", "Figtree"} <= set(loaded)


def test_a_phone_needs_no_sideways_scrolling(open_page: OpenPage, address: str) -> None:
    page = open_page(address, width=360)
    for path in PAGES:
        page.goto(address + path)
        page.evaluate(OPEN_ALL)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    page.goto(f"{address}topics/")
    expect(page.locator(".rl-topicmark svg")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_accessibility_violation(open_page: OpenPage, address: str, scheme: str) -> None:
    page = open_page(address, scheme=scheme)
    axe = Axe()
    for path in PAGES:
        page.goto(address + path)
        page.evaluate(OPEN_ALL)
        found = [violation["id"] for violation in axe.run(page).response["violations"]]
        assert found == [], path


def test_the_keyboard_reaches_the_content(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}papers/li2023mit/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-content') !== null")


def test_the_drawer_of_a_paper_leads_to_the_lists(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}papers/li2023mit/", width=390)
    page.locator("label.md-header__button[for=__drawer]").click()
    page.get_by_role("navigation", name="Navigation").get_by_role("link", name="Topics").click()
    page.wait_for_url(f"{address}topics/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Topics")


def test_an_empty_list_says_what_to_do(open_page: OpenPage, empty_address: str) -> None:
    page = open_page(empty_address)
    expect(page.locator(".rl-empty")).to_contain_text("reading-list add")
    page.goto(f"{empty_address}reading/")
    expect(page.locator(".rl-empty")).to_contain_text("reading-list note")
    for path in ("papers/", "topics/", "authors/", "years/", "venues/", "stats/"):
        page.goto(empty_address + path)
        expect(page.locator(".rl-none")).to_be_visible()
