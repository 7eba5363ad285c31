"""Every link inside the built site leads somewhere, to its fragment; nothing is loaded from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.support import SITE_URL


class Page(HTMLParser):
    """The ids of a page, and where its elements point to."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.targets: list[tuple[str, str]] = []
        self.is_redirect = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids |= {values[name] for name in ("id", "name") if name in values}
        self.is_redirect |= tag == "meta" and values.get("http-equiv", "").lower() == "refresh"
        for name in ("href", "src", "poster", "data", "action"):
            if name in values:
                self.targets.append((tag, values[name]))
        for candidate in filter(None, values.get("srcset", "").split(",")):
            self.targets.append((tag, candidate.split()[0]))


@cache
def parse(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def pages(site: Path) -> Iterator[tuple[str, Page]]:
    """Each page with its address."""
    for path in sorted(site.rglob("*.html")):
        yield urljoin(SITE_URL, path.relative_to(site).as_posix().removesuffix("index.html")), parse(path)


def file_of(site: Path, address: str) -> Path | None:
    """The file that a server of plain files gives for an address below `SITE_URL`."""
    path = site / unquote(urlsplit(address).path.removeprefix(urlsplit(SITE_URL).path))
    path = path / "index.html" if address.partition("#")[0].endswith("/") else path
    return path if path.is_file() else None


def broken(site: Path, address: str, target: str) -> str | None:
    """What is wrong with a link, or None."""
    whole = urljoin(address, target)
    if not whole.startswith(SITE_URL):
        return None
    where, _, fragment = whole.partition("#")
    file = file_of(site, where.partition("?")[0])
    if file is None:
        return "leads nowhere"
    if fragment and file.suffix == ".html" and unquote(fragment) not in parse(file).ids:
        return "names a place that the page does not have"
    return None


def test_every_link_inside_the_site_leads_somewhere(built_site: Path) -> None:
    found = list(pages(built_site))
    assert sum(len(page.targets) for _, page in found) > 1000
    wrong = {
        f"{target} {what}": address
        for address, page in found
        if not address.endswith("/404.html")
        for _, target in page.targets
        if (what := broken(built_site, address, target))
    }
    assert not wrong, "\n".join(f"{place}: {what}" for what, place in sorted(wrong.items())[:40])


def test_nothing_is_loaded_from_another_site(built_site: Path) -> None:
    """Elements that a browser fetches by itself; a link is followed only by the reader."""
    fetched = {"script", "img", "link", "iframe", "source", "video", "audio", "object", "embed", "form"}
    foreign = {
        (tag, target)
        for address, page in pages(built_site)
        for tag, target in page.targets
        if tag in fetched and urlsplit(urljoin(address, target)).netloc != urlsplit(SITE_URL).netloc
    }
    assert not foreign


@pytest.mark.parametrize("kind", ["*.css", "*.js"])
def test_no_style_or_script_names_another_site_to_load_from(built_site: Path, kind: str) -> None:
    loads = re.compile(r"""(?:url\(|@import\s|import\(|importScripts\()\s*["']?(?:https?:)?//[^"')\s]+""")
    named = {
        path.relative_to(built_site).as_posix(): found
        for path in built_site.rglob(kind)
        if (found := loads.findall(path.read_text(encoding="utf-8")))
    }
    assert not named


def test_every_page_can_be_reached_from_the_first(built_site: Path) -> None:
    start = built_site / "index.html"
    seen, new = {start}, [start]
    while new:
        path = new.pop()
        address = urljoin(SITE_URL, path.relative_to(built_site).as_posix().removesuffix("index.html"))
        for _, target in parse(path).targets:
            whole = urljoin(address, target).partition("#")[0].partition("?")[0]
            file = file_of(built_site, whole) if whole.startswith(SITE_URL) else None
            if file and file.suffix == ".html" and file not in seen:
                seen.add(file)
                new.append(file)
    missed = {path for path in built_site.rglob("*.html") if not parse(path).is_redirect} - seen
    assert {path.relative_to(built_site).as_posix() for path in missed} <= {"404.html"}
