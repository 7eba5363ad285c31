"""MkDocs run on a list: settings completed, topics in the navigation, the same bytes twice."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from pathlib import Path

import pytest
import yaml
from mkdocs.utils.yaml import get_yaml_loader

from generator.errors import StopWork
from generator.exports import export_files
from generator.model import Library
from generator.pages import PageSettings, render
from generator.site import build_site, site_config, topic_navigation
from generator.text import escape_html
from tests.browser.samples import TOPICS, library, real_papers

ROOT = Path(__file__).parents[1]


def write_list(root: Path, papers: Library, mkdocs: str = "site_name: A list\ntheme: material\n") -> Path:
    for file in (*render(papers, PageSettings("A list")), *export_files(papers)):
        target = root / "docs" / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8", newline="\n")
    (root / "mkdocs.yml").write_text(mkdocs, encoding="utf-8")
    return root / "mkdocs.yml"


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list with site/ built from it."""
    root = tmp_path_factory.mktemp("list")
    mkdocs = write_list(root, library(real_papers()))
    url = "https://list.example/reading-list/"
    assert build_site(mkdocs, root / "site", topics=TOPICS, site_url=url, latest="2024-05-02") == ()
    return root


def test_a_second_run_gives_the_same_bytes(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    url = "https://list.example/reading-list/"
    build_site(built / "mkdocs.yml", tmp_path / "again", topics=TOPICS, site_url=url, latest="2024-05-02")
    assert hashes(tmp_path / "again") == hashes(built / "site")
    assert os.environ["SOURCE_DATE_EPOCH"] == "1000000000"


def test_the_sitemap_has_the_dates_of_the_papers(built: Path) -> None:
    sitemap = (built / "site/sitemap.xml").read_text(encoding="utf-8")
    address = "https://list.example/reading-list/papers/li2023mit/"
    assert f"<loc>{address}</loc><lastmod>2024-05-02</lastmod>" in sitemap


def test_the_search_is_ours_and_the_theme_loads_no_index_of_its_own(built: Path) -> None:
    assert not (built / "site/search/search_index.json").exists()
    page = (built / "site/index.html").read_text(encoding="utf-8")
    assert 'name="search"' not in page and 'id="search"' not in page
    assert 'src="assets/javascripts/search.js"' in page and 'role="combobox"' in page
    assert "data-rl-results" in (built / "site/search/index.html").read_text(encoding="utf-8")


def test_the_parts_of_the_search_are_asked_for_at_once(built: Path) -> None:
    """A part that only another names would be asked for a round trip later."""
    page = (built / "site/index.html").read_text(encoding="utf-8")
    preloaded = re.findall(r'<link rel="modulepreload" href="assets/javascripts/([\w-]+\.js)">', page)
    scripts = (built / "site/assets/javascripts").glob("search-*.js")
    assert sorted(preloaded) == sorted(script.name for script in scripts)


def test_paper_pages_are_small(built: Path) -> None:
    assert (built / "site/papers/ren2023prompt/index.html").stat().st_size < 15_000


def test_bibtex_is_a_block_inside_its_section(built: Path) -> None:
    page = (built / "site/papers/li2023mit/index.html").read_text(encoding="utf-8")
    section = page[page.index('id="cite"') :].partition("</section>")[0]
    assert '<pre class="highlight"><code>@' in section
    assert "```" not in page and "markdown=" not in page
    assert "<em>also</em>" in page


def test_topics_are_in_the_navigation_and_papers_are_not(built: Path) -> None:
    page = (built / "site/topics/vision-language/index.html").read_text(encoding="utf-8")
    navigation = page[page.index('data-md-type="navigation"') : page.index("<article")]
    assert all(f"/{topic.id}/" in navigation or f'"{topic.id}/' in navigation for topic in TOPICS[1:])
    assert "unsorted/" in navigation and "li2023mit" not in navigation


def test_nothing_is_fetched_from_elsewhere(built: Path) -> None:
    for page in (built / "site").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "googleapis" not in text and "gstatic" not in text
        assert 'src="http' not in text and 'stylesheet" href="http' not in text


def test_topic_navigation_fills_only_the_topics_entry(tmp_path: Path) -> None:
    nav = ["index.md", {"Themes": "topics/index.md"}, {"More": ["a.md"]}]
    filled = topic_navigation(nav, TOPICS[:1], tmp_path)
    assert filled == [
        "index.md",
        {"Themes": ["topics/index.md", "topics/vision-language.md"]},
        {"More": ["a.md"]},
    ]
    assert topic_navigation(None, TOPICS, tmp_path) is None


def test_settings_of_the_list_win(tmp_path: Path) -> None:
    given = "site_name: A list\ntheme:\n  name: material\n  language: de\nnav:\n  - Start: index.md\n"
    config = site_config(write_list(tmp_path, Library((), ()), given), tmp_path / "site")
    assert config.theme["language"] == "de"
    assert config.theme["font"] is False
    assert config.nav == [{"Start": "index.md"}]
    assert any(directory.endswith("generator/theme") for directory in config.theme.dirs)


def test_warnings_of_mkdocs_are_problems(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    mkdocs = write_list(tmp_path, Library((), ()))
    (tmp_path / "docs/more.md").write_text("[nowhere](missing.md)\n", encoding="utf-8")
    problems = build_site(mkdocs, tmp_path / "site")
    assert [(problem.code, problem.severity) for problem in problems] == [("site-builder", "warning")]
    assert "missing.md" in problems[0].message
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("plugins: [no-such-plugin]", "no-such-plugin"),
        ("hooks: [hook.py]", "division by zero"),
        ("theme: {name: material, features: 3}", "'int' is not iterable"),
        ("1: 2", "keywords must be strings"),
    ],
)
def test_settings_that_mkdocs_or_its_theme_cannot_use_stop_the_work_in_one_line(
    tmp_path: Path, settings: str, said: str
) -> None:
    mkdocs = write_list(tmp_path, Library((), ()), f"site_name: A list\n{settings}\n")
    (tmp_path / "hook.py").write_text("1 / 0\n")
    with pytest.raises(StopWork, match=r"^mkdocs\.yml: MkDocs cannot build the site: ") as stopped:
        build_site(mkdocs, tmp_path / "site")
    assert said in str(stopped.value) and "\n" not in str(stopped.value)


def test_a_page_that_mkdocs_cannot_read_stops_the_work_in_one_line(tmp_path: Path) -> None:
    mkdocs = write_list(tmp_path, Library((), ()))
    (tmp_path / "docs/more.md").write_bytes(b"caf\xe9\n")
    with pytest.raises(StopWork, match=r"^mkdocs\.yml: MkDocs cannot build the site: .*more\.md") as stopped:
        build_site(mkdocs, tmp_path / "site")
    assert "\n" not in str(stopped.value)


def test_the_look_of_this_list_is_the_look_of_every_list() -> None:
    def read(path: Path) -> dict[str, object]:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=get_yaml_loader())
        assert isinstance(loaded, dict)
        return loaded

    own, default = read(ROOT / "mkdocs.yml"), read(ROOT / "generator/templates/mkdocs.yml")
    theme = own["theme"]
    assert isinstance(theme, dict)
    assert {name: value for name, value in theme.items() if name != "custom_dir"} == default["theme"]
    for name in ("plugins", "markdown_extensions", "validation"):
        assert own[name] == default[name]


def test_the_names_of_a_site_are_text_wherever_they_stand(tmp_path: Path) -> None:
    hostile = '</title><img src=x onerror="x"> {{ 7*7 }} &amp;'
    settings = yaml.safe_dump({"site_name": hostile, "site_description": hostile, "theme": "material"})
    build_site(write_list(tmp_path, library(real_papers()[:2]), settings), tmp_path / "site")
    for page in (tmp_path / "site").rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert "<img src=x" not in html and "&amp;lt;" not in html, page
        assert escape_html(hostile) in html or page.name != "index.html", page


@pytest.mark.parametrize(
    "given", ["[footnotes, def_list, toc: {permalink: true}]", "{def_list: , toc: {permalink: true}}"]
)
def test_extensions_of_the_list_stand_beside_ours(tmp_path: Path, given: str) -> None:
    mkdocs = write_list(
        tmp_path, library(real_papers()), f"site_name: A list\nmarkdown_extensions: {given}\n"
    )
    config = site_config(mkdocs, tmp_path / "site")
    assert {"md_in_html", "def_list", "pymdownx.superfences"} <= set(config.markdown_extensions)
    assert config.mdx_configs["toc"] == {"permalink": True}
    build_site(mkdocs, tmp_path / "site")
    assert "<em>also</em>" in (tmp_path / "site/papers/li2023mit/index.html").read_text(encoding="utf-8")


def test_extensions_that_are_no_list_stop_the_work(tmp_path: Path) -> None:
    mkdocs = write_list(tmp_path, Library((), ()), "site_name: A list\nmarkdown_extensions: footnotes\n")
    with pytest.raises(StopWork, match="markdown_extensions"):
        build_site(mkdocs, tmp_path / "site")


def test_a_full_disk_is_none_of_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_file(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("mkdocs.utils.write_file", write_file)
    with pytest.raises(OSError, match="No space left on device") as stopped:
        build_site(write_list(tmp_path, Library((), ())), tmp_path / "site")
    assert stopped.value.filename == str(tmp_path / "site")
