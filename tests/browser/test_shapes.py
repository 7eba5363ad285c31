"""Lists of another shape than most: in Arabic, of one year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.model import Note
from generator.text import Name, Text
from tests.browser.conftest import OpenPage, build_small_site
from tests.browser.samples import entry, library

pytestmark = pytest.mark.browser

ARABIC = entry(
    "ali2022arabic",
    title=Text("نماذج اللغة العربية: دراسة BERT و GPT"),
    authors=(Name("محمد", "العلي"), Name("فاطمة", "حسن")),
    venue=Text("مجلة الحاسوب"),
    year=2022,
    abstract=Text("نقترح في هذه الورقة طريقة BERT جديدة."),
)
# How far the first and the last letter of an element are from its right edge.
FROM_THE_RIGHT = """element => {
    const range = document.createRange();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    const at = (node, place) => {
        range.setStart(node, place);
        range.setEnd(node, place + 1);
        return element.getBoundingClientRect().right - range.getBoundingClientRect().right;
    };
    const last = texts.at(-1);
    return [at(texts[0], 0), at(last, last.data.trimEnd().length - 1)];
}"""


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The address of a list with one paper, in Arabic."""
    root = tmp_path_factory.mktemp("arabic")
    build_small_site(root, library((ARABIC,)))
    return serve(root / "served")


def from_the_right(page: Page, selector: str) -> tuple[float, float]:
    first, last = page.locator(selector).first.evaluate(FROM_THE_RIGHT)
    return first, last


def test_arabic_runs_from_right_to_left(open_page: OpenPage, arabic: str) -> None:
    page = open_page(f"{arabic}papers/{ARABIC.key}/")
    for selector in ("h1", ".rl-abstract"):
        first, last = from_the_right(page, selector)
        assert first < 2 and last > 100, selector
    page.goto(f"{arabic}papers/")
    for selector in (".rl-rows > li", ".rl-rows p"):
        first, last = from_the_right(page, selector)
        assert first < 2 and last > 100, selector
    page.goto(f"{arabic}search/?q=BERT")
    first, last = from_the_right(page, ".rl-hit__title")
    assert first < 2 and last > 100
    assert page.locator("h1").evaluate("element => getComputedStyle(element).direction") == "ltr"


def test_plots_of_few_years_are_not_blown_up(open_page: OpenPage, arabic: str) -> None:
    for at, plot in (("stats/", ".rl-bars"), ("topics/", ".rl-heat")):
        svg = open_page(f"{arabic}{at}").locator(plot)
        box = svg.bounding_box()
        assert box and box["width"] <= float(svg.get_attribute("width") or 0)


def test_plots_have_their_numbers_without_colours_and_on_paper(open_page: OpenPage, arabic: str) -> None:
    page = open_page(f"{arabic}topics/")
    square, table = page.locator(".rl-heat .rl-4").first, page.locator(".rl-table")
    assert table.is_visible()
    page.emulate_media(forced_colors="active")
    number = page.locator(".rl-heat .rl-4 + text").first
    colours = [it.evaluate("element => getComputedStyle(element).fill") for it in (square, number)]
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    arrow = "element => getComputedStyle(element, '::after').backgroundColor"
    assert table.locator("summary").evaluate(arrow) != "rgb(255, 255, 255)"
    page.emulate_media(forced_colors="none", media="print")
    assert not table.is_visible() and page.locator(".rl-heat").is_visible()


def test_a_wide_table_of_a_note_scrolls_by_keyboard_and_fits_on_paper(
    open_page: OpenPage, tmp_path: Path, serve: Callable[[Path], str]
) -> None:
    words = [f"column{number}" for number in range(8)]
    body = "\n".join(f"| {' | '.join(row)} |" for row in (words, ["---"] * 8, words))
    noted = replace(ARABIC, note=Note(path="notes/a.md", body=body))
    build_small_site(tmp_path, library((noted,)))
    page = open_page(f"{serve(tmp_path / 'served')}papers/{ARABIC.key}/", width=390)
    table, place = page.locator(".rl-note table"), page.locator(".rl-note .md-typeset__scrollwrap")
    assert place.get_attribute("tabindex") == "0"
    page.set_viewport_size({"width": 720, "height": 900})
    page.emulate_media(media="print")
    box, note = table.bounding_box(), page.locator(".rl-note").bounding_box()
    assert box and note and box["x"] + box["width"] <= note["x"] + note["width"] + 1
