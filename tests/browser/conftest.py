"""A small site, built once and served on this machine below /reading-list/, and a Chromium to look at it."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator.citations import citation_files, find_pandoc
from generator.exports import export_files
from generator.model import Library
from generator.pages import PageSettings, render
from generator.search import search_files
from generator.site import build_site
from tests.browser.samples import TOPICS, hostile_papers, library, real_papers
from tests.conftest import locked

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()

OpenPage = Callable[..., Page]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def build_small_site(
    root: Path, papers: Library, site_name: str = "Vision and language", more: str = "theme: material\n"
) -> None:
    """Writes `papers` below `root` and builds `root`/served/reading-list/, as a new list would. more: what
    stands in mkdocs.yml besides the name."""
    formatted = citation_files(papers.entries, root / ".cache", find_pandoc()).files
    settings = PageSettings(site_name, "Papers on images and text.", formatted=bool(formatted))
    found = search_files(papers.entries, papers.topics)
    for file in (*render(papers, settings), *export_files(papers), *found, *formatted):
        target = root / "docs" / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8", newline="\n")
    (root / "mkdocs.yml").write_text(f"site_name: {site_name}\n{more}", encoding="utf-8")
    problems = build_site(
        root / "mkdocs.yml", root / "served/reading-list", topics=papers.topics, latest="2024-05-02"
    )
    assert problems == ()


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds reading-list/, the site of the sample library; with and without papers."""
    base = tmp_path_factory.getbasetemp()
    root = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "small-site"
    with locked(root.with_suffix(".lock")):
        if not (root / "done").exists():
            root.mkdir()
            build_small_site(root, library((*real_papers(), *hostile_papers())))
            build_small_site(root / "none", Library((), ()))
            (root / "done").touch()
    assert len(TOPICS) == 3
    return root


class Server(ThreadingHTTPServer):
    """Says nothing of a browser that goes away before it has read an answer."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder on 127.0.0.1 until the tests end; gives the address of reading-list/ in it."""
    servers: list[Server] = []

    def start(folder: Path) -> str:
        server = Server(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/reading-list/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def address(small_site: Path, serve: Callable[[Path], str]) -> str:
    """Where the sample library's site is."""
    return serve(small_site / "served")


@pytest.fixture(scope="session")
def empty_address(small_site: Path, serve: Callable[[Path], str]) -> str:
    """Where the site of a list without papers is."""
    return serve(small_site / "none/served")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """Opens an address in a fresh context. Fails the test if the page asked any other host for something,
    or if a script failed."""
    contexts = []
    foreign: list[str] = []
    errors: list[str] = []

    def open_(url: str, *, width: int = 1280, scheme: str = "light") -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith(("http://127.0.0.1:", "data:", "blob:http://127.0.0.1:"))
                else foreign.append(request.url)
            ),
        )
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert foreign == []
    assert errors == []
