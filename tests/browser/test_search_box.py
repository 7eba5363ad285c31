"""The search box: by mouse, by keyboard alone, on a phone, in a reader's own colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.search_box import box, results, type_query

pytestmark = pytest.mark.browser


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


@pytest.mark.parametrize("how", ["key", "pointer"])
def test_results_open_in_other_tabs_and_the_box_stays(open_page: OpenPage, address: str, how: str) -> None:
    page = open_page(address)
    type_query(page, "mallory")
    expect(results(page)).to_have_count(9)
    page.keyboard.press("ArrowDown")
    target = str(results(page).first.get_attribute("href"))
    with page.context.expect_page() as opened:
        if how == "key":
            page.keyboard.press("Control+Enter")
        else:
            results(page).first.click(modifiers=["Control"])
    opened.value.wait_for_url(target)
    assert page.url == address
    expect(results(page).first).to_be_visible()


def test_escape_leads_back_to_where_a_reader_was(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}topics/")
    link = page.locator("article a").nth(1)
    link.focus()
    page.keyboard.press("/")
    page.keyboard.type("mallory")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    expect(results(page).first).not_to_be_visible()


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


def test_where_no_paper_has_a_phrase_its_words_are_looked_for(open_page: OpenPage, address: str) -> None:
    said = "Nothing has what stands in quotes. Without quotes: 1 result"
    page = open_page(address)
    type_query(page, '"memory-eficient" venue:"information processing"')
    expect(page.locator(".md-search").get_by_role("status")).to_have_text(said)
    expect(results(page)).to_contain_text("Prompt Pre-Training")
    page.goto(f"{address}search/?q=“Classes twenty-thousand”")
    expect(page.locator("[data-rl-results] p[role=status]")).to_have_text(said)
    expect(page.locator("[data-rl-results] ol a")).to_contain_text("Prompt Pre-Training")


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
    type_query(page, "mallory")
    expect(results(page)).to_have_count(9)  # more than fit
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


def test_the_address_of_any_page_may_hold_a_query(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}papers/?q=POMP")
    expect(box(page)).to_have_value("POMP")
    expect(results(page)).to_have_count(1)
    expect(results(page).first).to_be_visible()
