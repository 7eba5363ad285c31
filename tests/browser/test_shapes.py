"""Lists of another shape than most: in Arabic, of one year."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

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
