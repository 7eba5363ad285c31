"""The page of all results."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.search_box import type_query

pytestmark = pytest.mark.browser


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
