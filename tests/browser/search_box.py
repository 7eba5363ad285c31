"""The search box as tests use it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


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
