"""The cite box: tabs by mouse and keyboard, the clipboard, and the plain files without scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

PAPER = "papers/ren2023prompt/"


def copied(page: Page) -> str:
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator(".rl-cite-said")).to_contain_text("copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_each_tab_copies_its_file(open_page: OpenPage, address: str, small_site: Path) -> None:
    page = open_page(address + PAPER)
    folder = small_site / "served/reading-list/papers"
    for tab, suffix in (("BibTeX", ".bib"), ("RIS", ".ris"), ("CSL-JSON", ".json")):
        page.get_by_role("tab", name=tab).click()
        expect(page.get_by_role("tabpanel")).to_contain_text("Twenty-Thousand")
        assert copied(page) == (folder / f"ren2023prompt{suffix}").read_text(encoding="utf-8")


def test_formatted_citations_are_loaded_when_opened(
    open_page: OpenPage, address: str, small_site: Path
) -> None:
    page = open_page(address + PAPER)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/papers/" in request.url else None)
    page.get_by_role("tab", name="Formatted").click()
    expect(page.locator("#cite dt")).to_have_count(8)
    assert asked == [f"{address}papers/ren2023prompt.cite.json"]
    text = (small_site / "served/reading-list/papers/ren2023prompt.cite.json").read_text(encoding="utf-8")
    assert page.locator("#cite dt span").all_text_contents() == [style for style, _ in json.loads(text)]
    page.get_by_role("button", name="Copy APA").click()
    expect(page.locator(".rl-cite-said")).to_have_text("APA copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#cite dd p").first.text_content()


def test_tabs_work_by_keyboard(open_page: OpenPage, address: str) -> None:
    page = open_page(address + PAPER)
    page.get_by_role("tab", name="BibTeX").focus()
    for key, name in (
        ("ArrowRight", "RIS"),
        ("End", "Formatted"),
        ("ArrowRight", "BibTeX"),
        ("ArrowLeft", "Formatted"),
    ):
        page.keyboard.press(key)
        tab = page.get_by_role("tab", name=name)
        expect(tab).to_be_focused()
        expect(tab).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("tab", selected=False)).to_have_count(3)


def test_on_paper_there_are_references_and_no_buttons(open_page: OpenPage, address: str) -> None:
    page = open_page(address + PAPER)
    page.get_by_role("tab", name="Formatted").click()
    expect(page.locator("#cite dt")).to_have_count(8)
    page.emulate_media(media="print")
    expect(page.locator("#cite dd").first).to_be_visible()
    for shown_on_screens in ("button", ".rl-after"):
        for control in page.locator(f"#cite {shown_on_screens}").all():
            expect(control).to_be_hidden()


def test_without_scripts_the_files_are_links(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAPER)
    assert page.get_by_role("tab").count() == 0
    expect(page.locator("#cite pre")).to_contain_text("@inproceedings{ren2023prompt")
    for name in ("BibTeX", "RIS", "CSL-JSON"):
        link = page.locator("#cite").get_by_role("link", name=name)
        answer = page.request.get(f"{address}papers/{str(link.get_attribute('href')).removeprefix('../')}")
        assert answer.ok
    context.close()


def test_the_files_are_told_and_the_theme_asks_for_nothing_beside_them(
    chromium: Browser, address: str, small_site: Path
) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + PAPER, wait_until="networkidle")
    assert [url for url in asked if "sitemap" in url] == []
    kept = (small_site / "served/reading-list" / PAPER / "index.html").read_text(encoding="utf-8")
    for html in (kept, page.content()):
        assert re.findall(r'<link rel="alternate" type="application/[^"]+" href="([^"]+)"', html) == [
            f"../ren2023prompt.{suffix}" for suffix in ("bib", "ris", "json")
        ]
    page.close()
