"""How well and how fast the search finds papers, in Chromium, beside the theme's own search.

Known-item queries are made from the data by rule. For each, the place of the paper asked for: the mean of its
inverse (MRR), 0 where it is not among the first 20. The theme's own search is Material's worker with the
settings and the documents (title, authors, abstract, topics …) that its plugin would give it. Papers: this
repository's list, and 10,000 made of its words and sentences, each with three rare words.
"""

from __future__ import annotations

import gzip
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar, NamedTuple

import material  # type: ignore[import-untyped]
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.lists import own_list
from benchmarks.search_queries import KINDS, Query, generated, known_items
from generator.model import Entry, Library, Topic
from generator.pages import PageSettings, render
from generator.search import search_files
from generator.site import build_site

CHROMIUM = "/usr/bin/chromium"
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split()
SEEN = 20
TYPED, LONG_TITLES = 12, 60
PAGES_WITHOUT_PAPERS = ("index.md", "search/index.md")
MATERIAL = Path(material.__file__).parent / "templates/assets/javascripts"

FIND = """async ([base, queries, seen]) => {
  const { Engine } = await import(new URL("assets/javascripts/search-engine.js", base));
  const engine = await Engine.open(new URL("search/", base));
  const found = [];
  for (const query of queries) {
    const results = await engine.search(query);
    found.push((await results.hits(0, seen)).map((hit) => hit.key));
  }
  return found;
}"""
FIND_MATERIAL = """async ([worker, docs, queries, seen]) => {
  const search = new Worker(worker);
  const ask = (message) => new Promise((done) => {
    search.onmessage = (event) => done(event.data);
    search.postMessage(message);
  });
  const fields = { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } };
  const config = { lang: ["en"], separator: "[\\\\s\\\\-]+", pipeline: ["stopWordFilter"], fields };
  const start = performance.now();
  await ask({ type: 0, data: { config, docs, options: { suggest: false } } });
  const ready = performance.now() - start;
  const found = [];
  for (const query of queries) {
    const { data } = await ask({ type: 2, data: query });
    found.push(data.items.slice(0, seen).map((pages) => pages[0].location.split("/")[1]));
  }
  return [found, ready, (performance.now() - start - ready) / queries.length];
}"""
# A title as it is typed: the first few results of each letter, in the end more, with sentences.
EACH_LETTER = """async ([base, title]) => {
  const { Engine } = await import(new URL("assets/javascripts/search-engine.js", base));
  const engine = await Engine.open(new URL("search/", base));
  for (let size = 1; size <= title.length; size++) {
    await (await engine.search(title.slice(0, size))).hits(0, 3, false);
  }
  await (await engine.search(title)).hits(0, 8);
}"""
# From the last letter typed to the moment at which its results stand in the page.
WATCH = """() => {
  const input = document.querySelector("[data-md-component=search-query]");
  const list = document.querySelector("#rl-results");
  window.shown = 0;
  input.addEventListener("input", () => { window.typed = performance.now(); });
  new MutationObserver(() => {
    if (window.shown < window.typed) window.shown = performance.now();
  }).observe(list, { childList: true });
}"""


class Typed(NamedTuple):
    """A query typed into a page just opened. wait: milliseconds; loaded: bytes of the search's files, scripts
    and styles included, gzipped."""

    wait: float
    loaded: int


class Gzipped(SimpleHTTPRequestHandler):
    """Serves files as a web host does, over connections kept open, the search's packed beforehand; counts the
    bytes of the search."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each body waits 40 ms for the other side to have the head
    loaded = 0
    packed: ClassVar[dict[Path, bytes]] = {}

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = self.packed.get(path) or gzip.compress(path.read_bytes(), 6)
        if "/search" in self.path:
            type(self).loaded += len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Gzipped, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/reading-list/"
    server.shutdown()
    server.server_close()


def build(entries: Sequence[Entry], topics: Sequence[Topic], root: Path) -> Path:
    """A site with the search of all papers, and of its pages the home page alone."""
    start = time.process_time()
    files = list(search_files(entries, topics))
    took = time.process_time() - start
    site = root / "served/reading-list"
    Gzipped.packed = {site / file.path: gzip.compress(file.text.encode(), 6) for file in files}
    size = sum(map(len, Gzipped.packed.values()))
    print(f"  index: {took:.1f} s of CPU, {len(files)} files, {size / 1e6:.2f} MB gzipped")
    pages = render(Library((), tuple(topics)), PageSettings("Papers"))
    for file in (*files, *(page for page in pages if str(page.path) in PAGES_WITHOUT_PAPERS)):
        target = root / "docs" / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8")
    nav = "nav: [index.md]"
    (root / "mkdocs.yml").write_text(f"site_name: Papers\ntheme: material\n{nav}\n", encoding="utf-8")
    build_site(root / "mkdocs.yml", site)
    (root / "served/material").symlink_to(MATERIAL)
    return root / "served"


def documents(entries: Sequence[Entry], topics: Sequence[Topic]) -> list[dict[str, str]]:
    """What the theme's plugin writes into search_index.json for the pages of papers."""
    names = {topic.id: topic.name for topic in topics}
    return [
        {
            "location": f"papers/{entry.key}/",
            "title": entry.paper.title.plain if entry.paper.title else entry.key,
            "text": " ".join(f"<p>{part}</p>" for part in _texts(entry, names)),
        }
        for entry in entries
    ]


def _texts(entry: Entry, names: dict[str, str]) -> Iterator[str]:
    paper = entry.paper
    yield ", ".join(name.plain for name in paper.authors)
    yield f"{paper.venue.plain if paper.venue else ''} {paper.year or ''}"
    yield ", ".join(names.get(given.topic, "") for given in entry.topics)
    yield paper.abstract.plain if paper.abstract else ""
    yield entry.key


def reciprocal(found: Sequence[str], right: frozenset[str]) -> float:
    return next((1 / place for place, key in enumerate(found, 1) if key in right), 0.0)


def by_kind(queries: Sequence[Query], found: Sequence[Sequence[str]]) -> dict[str, float]:
    """MRR for each kind of query."""
    scores: dict[str, list[float]] = {}
    for query, keys in zip(queries, found, strict=True):
        scores.setdefault(query.kind, []).append(reciprocal(keys, query.right))
    return {kind: statistics.mean(values) for kind, values in scores.items()}


@contextmanager
def window(browser: Browser) -> Iterator[BrowserContext]:
    """A window that stands open: for a new one Chromium loads pages of its own, 0.2 s of processor time."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.new_page().wait_for_timeout(3000)
    yield context
    context.close()


def typed(context: BrowserContext, address: str, text: str, delay: float) -> Typed:
    """Opens the home page, of which nothing is kept, and types `text` into the search; delay 0 pastes it."""
    page = context.new_page()
    context.new_cdp_session(page).send("Network.clearBrowserCache")
    Gzipped.loaded = 0
    page.goto(address)
    page.evaluate(WATCH)
    page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    page.wait_for_function("true")  # else what Playwright needs for it is loaded while the page searches
    page.keyboard.press("/")
    if delay:
        page.keyboard.type(text, delay=delay)
    else:
        page.keyboard.press("Control+V")
    page.wait_for_function("window.shown > window.typed && document.querySelector('.rl-hit')")
    wait = page.evaluate("window.shown - window.typed")
    page.wait_for_timeout(900)
    page.close()
    return Typed(wait, Gzipped.loaded)


def show_typing(browser: Browser, address: str, queries: Sequence[Query]) -> None:
    for delay, how in ((0, "pasted"), (90, "a letter each 90 ms")):
        with window(browser) as context:
            found = [typed(context, address, query.text, delay) for query in queries]
        waits, loads = [one.wait for one in found], [one.loaded / 1000 for one in found]
        print(
            f"  typed into a page just opened, {how}: first results after {statistics.median(waits):.0f} ms"
            f" (worst of {len(found)}: {max(waits):.0f}), {statistics.median(loads):.0f} KB gzipped"
            f" (most: {max(loads):.0f})"
        )


def show_long_titles(browser: Browser, address: str, entries: Sequence[Entry]) -> None:
    """What the longest titles load where no letter is passed over: the most that typing can."""
    titles = {entry.paper.title.plain for entry in entries if entry.paper.title}
    loads = []
    for title in sorted(titles, key=lambda title: (-len(title), title))[:LONG_TITLES]:
        context = browser.new_context()
        page = context.new_page()
        Gzipped.loaded = 0
        page.goto(address)
        page.evaluate(EACH_LETTER, [address, title])
        context.close()
        loads.append(Gzipped.loaded / 1000)
    print(
        f"  the {len(loads)} longest titles, letter by letter: {statistics.median(loads):.0f} KB gzipped"
        f" (most: {max(loads):.0f})"
    )


def measure(
    name: str, entries: Sequence[Entry], topics: Sequence[Topic], browser: Browser, each: int
) -> None:
    queries = known_items(entries, each)
    print(f"{name}: {len(entries)} papers, {len(queries)} queries")
    with tempfile.TemporaryDirectory() as folder, served(build(entries, topics, Path(folder))) as address:
        some = [query for query in queries if query.kind in ("title", "title with a typo", "author and year")]
        show_typing(browser, address, random.Random(3).sample(some, TYPED))
        if "--typed" in sys.argv:
            return
        page = browser.new_page()
        page.goto(address)
        texts = [query.text for query in queries]
        timed = _timed(lambda: page.evaluate(FIND, [address, texts, SEEN]))
        ours = by_kind(queries, timed[0])
        theirs, ready, mean = _material(page, address, entries, topics, queries)
        for kind in KINDS:
            if kind in ours:
                print(f"  {kind:34} MRR {ours[kind]:.3f}   the theme's search {theirs[kind]:.3f}")
        print(f"  a query, files read as needed: {timed[1] * 1000 / len(queries):.1f} ms")
        print(f"  the theme's search: ready after {ready:.0f} ms, then a query: {mean:.1f} ms")
        page.close()
        show_long_titles(browser, address, entries)


def _material(
    page: Page, address: str, entries: Sequence[Entry], topics: Sequence[Topic], queries: Sequence[Query]
) -> tuple[dict[str, float], float, float]:
    worker = next((MATERIAL / "workers").glob("search.*.min.js")).name
    place = address.replace("reading-list/", f"material/workers/{worker}")
    texts = [query.text for query in queries]
    found, ready, mean = page.evaluate(FIND_MATERIAL, [place, documents(entries, topics), texts, SEEN])
    return by_kind(queries, found), ready, mean


def _timed(work: Callable[[], list[list[str]]]) -> tuple[list[list[str]], float]:
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def main() -> None:
    """Prints the figures; --quick leaves the 10,000 papers out, --typed all but the time a reader waits."""
    entries, topics = own_list()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        measure("this list", entries, topics, browser, 104)
        if "--quick" not in sys.argv:
            measure("made papers", generated(entries, 10_000), topics, browser, 60)
        browser.close()


if __name__ == "__main__":
    main()
