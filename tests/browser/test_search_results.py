"""What the search in a real browser finds: what the program finds, and what it shows of that."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from generator.search import Tables, find
from tests.browser.conftest import OpenPage
from tests.browser.search_box import box, paths, results, type_query
from tests.support import ROOT

pytestmark = pytest.mark.browser

ENGINE = """async ([address, queries]) => {
  const { Engine } = await import(address + "assets/javascripts/search-engine.js");
  const engine = await Engine.open(address + "search/");
  const found = [];
  for (const query of queries) {
    const results = await engine.search(query);
    const hits = await results.hits(0, 30);
    found.push([results.total, hits.map(({ key, sentence, title, marks }) =>
      [key, sentence, marks(title), marks(sentence)])]);
  }
  return found;
}"""


TERMS = """async ([address, texts]) => {
  const { Analysis } = await import(address + "assets/javascripts/search-terms.js");
  const analysis = new Analysis(await (await fetch(address + "search/index.json")).json());
  return texts.map((text) => analysis.terms(text));
}"""


QUERIES = (
    "M3IT",
    "dataset towards",
    "distilation",
    "instruction tunning multilingual",
    "pre training",
    "pretraining",
    "re",
    "p",
    "twenty-thousand classes",
    "ren 2023",
    "author:ren",
    "prompt year:2020-2024 author:re",
    "year:2020",
    "year:2021-",
    "year:2021-9999",
    "year:-2021",
    "year:1850-2025",
    "year:2025-1850",
    "year:-",
    "M$^3$IT",
    "{M}$^{3}${IT} $",
    'topic:"vision language"',
    '"instruction tuning"',
    '"tuning instruction"',
    "2306.04387",
    "https://arxiv.org/abs/2306.04387v2",
    "arXiv:2306.04387v2 étitle:prompt title:prompt",
    "hep-th/9901001v3",
    r"\cite{ren2023prompt} @article{ren2023prompt, \citecitecite{",
    "“instruction tuning”",
    "authors:ren topics:vision",
    "\\" + "cite" * 3000,
    "arxiv.org/" * 1500,
    "script onerror",
    "mallory",
    "constructor __proto__",
    "=HYPERLINK(1)",
    "a title with a newline",
    "zerowidth",
    "xqzjw",
    "知识",
    "",
    '"with a strong"',
    "twenty " * 1500,
    "x" * 10_000,
    '"' * 5000,
    "?!… --- ((( ;;; ]]",
    "\u202eתורפכ\u202c مرحبا",
    "🙂 prompt 👩\u200d🔬",
    "pre\u0301dicti\u0308on re\u0301n",
    "ＰＯＭＰ　２０２３",
    "α-divergence ΑΛΦΑ ς",
    "İstanbul ǅ ﬁne ß",
    "author:",
    "author: ren",
    "author:ren topic:",
    "journal:nature prompt",
    '"a "nested" quote" prompt',
    '"unclosed phrase',
    'author:"ren',
    "year:-5",
    "year:-2020-",
    "year:abcd prompt",
    "<b>prompt</b> &amp; %3Cimg%3E",
    "\x00prompt\ttraining\n\r",
)


def tables(site: Path) -> Tables:
    folder = site / "reading-list/search"
    return Tables(lambda path: (folder / path).read_text(encoding="utf-8"))


def test_terms_are_those_of_the_program(open_page: OpenPage, address: str) -> None:
    cases = yaml.safe_load((ROOT / "tests/cases/search/terms.yml").read_text(encoding="utf-8"))
    found = open_page(address).evaluate(TERMS, [address, [text for text, _ in cases]])
    assert found == [wanted for _, wanted in cases]


def test_results_are_those_of_the_program(open_page: OpenPage, address: str, small_site: Path) -> None:
    found = open_page(address).evaluate(ENGINE, [address, list(QUERIES)])
    ours = tables(small_site / "served")
    for query, (total, hits) in zip(QUERIES, found, strict=True):
        wanted = list(find(ours, query))
        assert (query, total) == (query, len(wanted))
        assert (query, [hit[0] for hit in hits]) == (query, [hit.key for hit in wanted[:30]])
        assert [hit[1] for hit in hits] == [hit.sentence for hit in wanted[:30]]
        if query.isascii():
            marks = [
                [list(map(list, hit.title_marks)), list(map(list, hit.sentence_marks))] for hit in wanted
            ]
            assert [hit[2:] for hit in hits] == marks[:30]


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("m3it", "papers/li2023mit/"),
        ("{M}$^3${IT}", "papers/li2023mit/"),
        ("POMP", "papers/ren2023prompt/"),
        ("classes", "papers/ren2023prompt/"),
        ("shuhuai ren", "papers/ren2023prompt/"),
        ("perspicacty", "papers/guess2021words/"),
        ("datasets", "papers/li2023mit/"),
        ("pretraining", "papers/ren2023prompt/"),
        ("author:zhang year:2023", "papers/ren2023prompt/"),
        ('"multilingual instruction tuning"', "papers/li2023mit/"),
    ],
)
def test_the_first_result(open_page: OpenPage, address: str, query: str, path: str) -> None:
    page = open_page(address)
    type_query(page, query)
    assert paths(results(page), address)[0] == path


def test_a_result_says_who_when_and_why(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    type_query(page, "memory-efficient aston")
    first = results(page).first
    expect(first).to_contain_text("Prompt Pre-Training with Twenty-Thousand Classes")
    expect(first).to_contain_text("Shuhuai Ren, Aston Zhang, Xu Sun · 2023")
    expect(first).to_contain_text("This work proposes POMP, memory-efficient")
    expect(first.locator("mark")).to_have_text(["Aston", "memory-efficient"])


def test_results_are_where_the_theme_has_them(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    type_query(page, "mallory")
    items = page.locator(".md-search-result__list > .md-search-result__item")
    expect(items).to_have_count(9)
    expect(items.locator("> a.md-search-result__link")).to_have_count(9)


@pytest.mark.parametrize("where", ["", "search/?q=mallory"])
def test_hostile_titles_in_results_run_nothing(open_page: OpenPage, address: str, where: str) -> None:
    page = open_page(address + where)
    for query in ("mallory", "script", "img src onerror", "javascript", "<svg onload=window.__x=1>"):
        type_query(page, query)
        assert page.evaluate("window.__x") is None
        scope = ":is(.md-search-result, [data-rl-results])"
        assert page.locator(f"{scope} :is(img, script, iframe, svg, style)").count() == 0
        for link in page.locator(f"{scope} a").all():
            assert str(link.get_attribute("href")).startswith(address)


def test_a_hostile_query_runs_nothing(open_page: OpenPage, address: str) -> None:
    page = open_page(f"{address}search/?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.__x%3D1%3E")
    expect(page.get_by_role("searchbox")).to_have_value("<img src=x onerror=window.__x=1>")
    expect(page.locator("[data-rl-results] ol a").first).to_be_visible()
    assert page.evaluate("window.__x") is None


def test_half_a_letter_in_a_query_is_no_failure(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    box(page).click()
    box(page).evaluate("""(field) => {
      field.value = "mallory \\ud83d";
      field.dispatchEvent(new Event("input"));
    }""")
    expect(results(page)).to_have_count(9)
