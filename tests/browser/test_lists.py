"""What a reader does with lists and notes: narrow, order, share the address; cards of linked papers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

SHOWN = ".rl-rows > li:visible"


def titles(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(f"{SHOWN} .rl-t").all_inner_texts()]


def choose(page: Page, label: str, choice: str) -> None:
    page.get_by_role("combobox", name=label, exact=True).select_option(label=choice)


def test_a_list_is_narrowed_by_what_the_keeper_says(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}papers/")
    everything = len(titles(page))
    for label, choice in (("Status", "Reading"), ("Rating", "4"), ("Tag", "dataset")):
        choose(page, label, choice if label != "Rating" else "4 or more")
        assert [title[:4] for title in titles(page)] == ["M³IT"], label
        expect(page.get_by_role("status").filter(has_text=" of ")).to_have_text(f"1 of {everything} papers")
        page.get_by_role("button", name="Reset").click()
        expect(page.locator(SHOWN)).to_have_count(everything)
    choose(page, "Topic", "Unsorted")
    assert titles(page) == ["Words that a guess is made of"]
    assert page.locator(".rl-part:visible").count() == 1


def test_a_choice_stands_in_the_address(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}papers/")
    choose(page, "Year", "2019")
    choose(page, "Order", "Title")
    assert page.url.endswith("papers/#year=2019&sort=title")
    again = open_page(page.url)
    expect(again.locator(SHOWN)).to_have_count(1)
    expect(again.get_by_role("combobox", name="Order", exact=True)).to_have_value("title")
    again.get_by_role("button", name="Reset").click()
    expect(again).to_have_url(f"{address}papers/")
    again.goto(f"{address}papers/#year=1234&sort=<img>")
    assert len(titles(again)) > 4


def test_a_topic_is_ordered_by_keyboard(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}topics/vision-language/")
    assert [title[:4] for title in titles(page)] == ["M³IT", "Prom"]
    page.get_by_role("combobox", name="Order", exact=True).focus()
    page.keyboard.type("Ven")
    page.keyboard.press("Tab")
    expect(page.get_by_role("heading", name="Venue", level=2)).to_be_visible()
    assert [title[:4] for title in titles(page)] == ["M³IT", "Prom"]
    choose(page, "Order", "Rating")
    assert [title[:4] for title in titles(page)] == ["M³IT", "Prom"]
    choose(page, "Order", "Oldest first")
    expect(page.get_by_role("heading", name="Oldest first", level=2)).to_be_visible()
    choose(page, "Order", "Newest first")
    expect(page.get_by_role("heading", name="2023", level=2)).to_be_visible()


def test_without_a_script_lists_and_notes_are_whole(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.goto(f"{address}topics/vision-language/")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    expect(page.locator("[data-rl-filter]")).to_be_hidden()
    assert [title[:4] for title in titles(page)] == ["M³IT", "Prom"]
    page.goto(f"{address}papers/li2023mit/")
    link = page.locator(".rl-note").get_by_role("link", name="POMP")
    expect(link).to_have_attribute("href", "../ren2023prompt/")
    told = "Prompt Pre-Training with Twenty-Thousand Classes — Shuhuai Ren, Aston Zhang, Xu Sun, 2023"
    expect(link).to_have_attribute("title", told)
    expect(page.locator(".rl-note math")).to_have_count(1)
    context.close()


def test_a_card_tells_of_the_linked_paper_until_escape(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}papers/li2023mit/")
    link = page.locator(".rl-note").get_by_role("link", name="POMP")
    card = page.get_by_role("tooltip")
    link.focus()
    expect(card).to_contain_text("Shuhuai Ren, Aston Zhang, Xu Sun, 2023")
    expect(link).to_have_attribute("aria-describedby", "rl-card")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    link.hover()
    card.hover()
    expect(card).to_be_visible()
    page.locator("h1").hover()
    expect(card).to_have_count(0)


def test_no_page_asks_for_a_file_that_is_not_there(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    missing: list[str] = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    for path in ("papers/li2023mit/", "topics/vision-language/", "papers/", "reading/"):
        page.goto(address + path, wait_until="networkidle")
    assert missing == []


def test_what_is_printed_is_dark_on_light(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}papers/li2023mit/", scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    colours = """[getComputedStyle(document.body).backgroundColor,
                  getComputedStyle(document.querySelector("h1")).color]"""
    assert page.evaluate(colours) == ["rgb(255, 255, 255)", "rgb(22, 33, 28)"]
    page.goto(f"{address}topics/")
    expect(page.locator(".rl-heat")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('td')).color") != "rgb(255, 255, 255)"
