"""Lists: their own files, and "Cite these papers": what is shown now, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser


def take(page: Page, format: str) -> str:
    """What 'Copy' puts on the clipboard."""
    page.get_by_label("Cite these papers as").select_option(label=format)
    page.locator(".rl-take").get_by_role("button", name="Copy").click()
    expect(page.locator(".rl-take output")).to_contain_text("copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("", ["papers.bib", "papers-with-abstracts.bib"]),
        ("papers/", ["papers.bib", "papers-with-abstracts.bib", "papers.ris", "papers.json", "papers.csv"]),
        ("topics/vision-language/", [f"vision-language.{suffix}" for suffix in ("bib", "ris", "json")]),
        ("authors/shuhuai-ren/", ["shuhuai-ren.bib"]),
        ("years/2023/", ["2023.bib"]),
        ("papers/ren2023prompt/", [f"ren2023prompt.{suffix}" for suffix in ("bib", "ris", "json")]),
    ],
)
def test_every_list_can_be_downloaded(
    open_page: OpenPage, address: str, small_site: Path, path: str, files: list[str]
) -> None:
    page = open_page(address + path)
    links = page.locator("article a[download]")
    got = []
    for link in links.all():
        with page.expect_download() as download:
            link.click()
        got.append(download.value.suggested_filename)
        kept = small_site / "served/reading-list" / str(link.evaluate("a => new URL(a.href).pathname"))[14:]
        assert download.value.path().read_bytes() == kept.read_bytes()
    assert got == files


def test_what_is_narrowed_is_what_is_cited(open_page: OpenPage, address: str, small_site: Path) -> None:
    page = open_page(f"{address}papers/")
    page.get_by_role("combobox", name="Topic", exact=True).select_option(value="vision-language")
    keys = ["li2023mit", "ren2023prompt"]
    expect(page.locator(".rl-rows > li:visible")).to_have_count(len(keys))
    folder = small_site / "served/reading-list/papers"
    for format, suffix in (("BibTeX", ".bib"), ("RIS", ".ris")):
        texts = [(folder / f"{key}{suffix}").read_text(encoding="utf-8") for key in keys]
        assert take(page, format) == "\n".join(texts)
    assert [item["id"] for item in json.loads(take(page, "CSL-JSON"))] == keys
    formatted = take(page, "APA").splitlines()
    assert [line.partition(" (2023). ")[2][:20] for line in formatted] == [
        "M³IT: A Large-Scale ",
        "Prompt Pre-Training ",
    ]
    html = page.evaluate(
        "async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()"
    )
    assert html.count("<p>") == len(keys)
    with page.expect_download() as download:
        page.locator(".rl-take").get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == "selection.txt"
    assert download.value.path().read_text(encoding="utf-8").splitlines() == formatted


def test_a_whole_list_is_cited_in_its_order(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}authors/shuhuai-ren/")
    shown = page.locator(".rl-rows .rl-t").evaluate_all("links => links.map(a => a.href.split('/').at(-2))")
    text = take(page, "BibTeX")
    assert [line.partition("{")[2][:-1] for line in text.splitlines() if line.startswith("@")] == shown
    page.get_by_role("combobox", name="Cite these papers as").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".rl-take").get_by_role("button", name="Copy")).to_be_focused()


def test_a_file_that_cannot_be_had_is_said(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}authors/shuhuai-ren/")
    page.route("**/*.bib", lambda route: route.fulfill(status=503))
    page.locator(".rl-take").get_by_role("button", name="Copy").click()
    expect(page.locator(".rl-take output")).to_have_text("This could not be copied")


def test_results_of_a_search_are_cited(open_page: OpenPage, address: str, small_site: Path) -> None:
    page = open_page(f"{address}search/")
    row = page.locator(".rl-take")
    expect(row).to_have_count(1)
    expect(row).to_be_hidden()
    page.get_by_role("searchbox").fill("prompt twenty-thousand classes")
    expect(page.locator("[data-rl-results] ol a")).to_have_count(1)
    text = (small_site / "served/reading-list/papers/ren2023prompt.bib").read_text(encoding="utf-8")
    assert take(page, "BibTeX") == text
    page.get_by_role("searchbox").fill("mallory")
    expect(page.locator("[data-rl-results] ol a")).to_have_count(20)
    assert len(json.loads(take(page, "CSL-JSON"))) == 20
