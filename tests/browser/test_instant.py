"""With `navigation.instant` the theme puts a page in place of another: all that runs on a page still does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, build_small_site
from tests.browser.samples import library, real_papers

pytestmark = pytest.mark.browser

CLOSED_AFTER = 200  # milliseconds; the theme closes the search box 125 after it has put another page in place
SITE_URL = "https://list.example/reading-list/"
SETTINGS = f"""site_url: {SITE_URL}
theme:
  name: material
  features: [navigation.instant, navigation.tabs]
"""


@pytest.fixture(scope="module")
def instant(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    root = tmp_path_factory.mktemp("instant")
    build_small_site(root, library(real_papers()), more=SETTINGS)
    address = serve(root / "served")
    sitemap = root / "served/reading-list/sitemap.xml"  # the theme takes the pages it lists for its own
    sitemap.write_text(sitemap.read_text(encoding="utf-8").replace(SITE_URL, address), encoding="utf-8")
    return address


def go(page: Page, tab: str, url: str) -> None:
    page.get_by_role("navigation", name="Tabs").get_by_role("link", name=tab).click()
    page.wait_for_url(url)


def test_all_that_runs_on_a_page_runs_after_an_instant_navigation(open_page: OpenPage, instant: str) -> None:
    page = open_page(instant)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.same = true")

    go(page, "Papers", f"{instant}papers/")
    page.get_by_role("combobox", name="Order", exact=True).select_option(label="Title")
    expect(page.get_by_role("heading", name="Title", level=2)).to_be_visible()
    expect(page.get_by_role("combobox", name="Cite these papers as")).to_be_visible()

    page.wait_for_timeout(CLOSED_AFTER)
    page.keyboard.press("/")
    page.keyboard.type("POMP")
    expect(page.locator("#rl-results").get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{instant}papers/ren2023prompt/")
    page.locator(".rl-cite-bar > .rl-cite-copy").click()
    expect(page.locator(".rl-cite-said")).to_have_text("BibTeX copied")
    assert str(page.evaluate("navigator.clipboard.readText()")).startswith("@inproceedings{ren2023prompt,")

    go(page, "Topics", f"{instant}topics/")
    expect(page.locator("article svg rect").first).to_be_visible()
    assert page.evaluate("window.same")


def test_the_page_of_results_works_after_an_instant_navigation(open_page: OpenPage, instant: str) -> None:
    page = open_page(f"{instant}papers/")
    page.wait_for_load_state("networkidle")
    page.evaluate(
        """(address) => {
      window.same = true;
      const link = document.createElement("a");
      link.href = `${address}search/?q=vision`;
      document.querySelector("article").append(link);
      link.click();
    }""",
        instant,
    )
    page.wait_for_url(f"{instant}search/?q=vision")
    links = page.locator("[data-rl-results] ol a")
    expect(links).not_to_have_count(0)
    page.get_by_role("searchbox").fill("POMP")
    expect(links).to_have_count(1)
    page.wait_for_url(f"{instant}search/?q=POMP")
    go(page, "Papers", f"{instant}papers/")
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("POMP")
    expect(links).to_have_count(1)
    assert page.evaluate("window.same")
