"""Pages of topics: the tree, what topics share, plots with their tables, downloads and feeds."""

from __future__ import annotations

import re

from generator.model import Assignment, Entry, Library, Topic
from generator.pages import PageSettings, render
from generator.pages.charts import heat_map
from generator.pages.periods import periods
from generator.text import Text
from tests.browser.samples import entry

TOPICS = (
    Topic("vision", "Vision", "All that sees."),
    Topic("video", "Video & motion", parent="vision"),
    Topic("clips", "Short clips", parent="video"),
    Topic("text", "Text"),
    Topic("empty", "Nothing yet"),
)


def paper(key: str, year: int | None, *topics: str) -> Entry:
    given = tuple(Assignment(topic, 0.5, ()) for topic in topics)
    return entry(key, title=Text(f"Title {key}"), year=year, topics=given)


PAPERS = (
    paper("a", 2020, "vision", "text"),
    paper("b", 2022, "video", "text"),
    paper("c", 2022, "clips"),
    paper("d", None, "text", "vision"),
    paper("e", 2021),
)


def pages(
    site_url: str = "", papers: tuple[Entry, ...] = PAPERS, topics: tuple[Topic, ...] = TOPICS
) -> dict[str, str]:
    settings = PageSettings("A list", site_url=site_url)
    return {str(file.path): file.text for file in render(Library(papers, topics), settings)}


def test_a_topic_shows_what_is_above_and_below() -> None:
    made = pages()
    crumbs = re.search(r'rl-crumbs".*', made["topics/clips.md"])
    assert crumbs and re.findall(r'href="([^"]+)"', crumbs[0]) == ["../../topics/", "../vision/", "../video/"]
    assert '<li><a href="../video/">Video &#38; motion</a> <b>2</b></li>' in made["topics/vision.md"]
    assert "<span>4 papers</span>" in made["topics/vision.md"]
    assert re.findall(r'rl-t" href="../../papers/(\w)/"', made["topics/vision.md"]) == ["b", "c", "a", "d"]
    assert "Below" not in made["topics/text.md"]


def test_the_index_is_a_tree_with_what_is_below_counted() -> None:
    index = pages()["topics/index.md"]
    tree = index[: index.index("Topics by year")]
    assert tree.count('<ul class="rl-topiclist"') == 3
    names = re.findall(r'<a href="../topics/([\w-]+)/">', tree)
    assert names == ["vision", "video", "clips", "text", "empty", "unsorted"]
    assert re.findall(r"<b>(\d+)</b>", tree) == ["4", "2", "1", "3", "0", "1"]


def test_topics_that_share_papers_stand_with_their_numbers() -> None:
    text = pages()["topics/text.md"]
    shared = text[text.index("Shares papers with") : text.index("data-rl-filter")]
    found = re.findall(r'href="../(\w+)/">[^<]+</a> <b>(\d)</b>', shared)
    assert found == [("vision", "3"), ("video", "1")]
    assert "Shares papers with" not in pages()["topics/clips.md"]  # nor with those above it


def test_a_topic_without_papers_says_so() -> None:
    made = pages()
    assert "No paper of the list belongs here yet." in made["topics/empty.md"]
    assert "download" not in made["topics/empty.md"]


def test_a_topic_can_be_taken_along_and_followed() -> None:
    made, published = pages(), pages("https://example.org/")
    for suffix in ("bib", "ris", "json"):
        assert f'href="../text.{suffix}" download' in made["topics/text.md"]
    assert "../text.xml" not in made["topics/text.md"] and "feed.xml" not in made["papers/index.md"]
    assert '<a href="../text.xml">Feed</a>' in published["topics/text.md"]
    assert '<a href="../feed.xml">Feed</a>' in published["papers/index.md"]
    assert "empty.xml" not in published["topics/empty.md"]


def test_readers_of_feeds_find_those_of_the_whole_list() -> None:
    published = pages("https://example.org/")
    for page, root in (("index.md", ""), ("papers/index.md", "../")):
        for file, kind in (("feed.xml", "atom+xml"), ("feed.json", "feed+json")):
            assert f'<link rel="alternate" type="application/{kind}" href="{root}{file}"' in published[page]
        assert "application/atom+xml" not in pages()[page]


def test_each_plot_has_a_table_with_the_same_numbers() -> None:
    made = pages()
    table = made["topics/index.md"].partition("<tbody>")[2]
    video = re.search(r'<a href="video/">.*', table)
    assert video and re.findall(r"<td>(\d)</td>", video[0]) == ["0", "0", "2"]
    text = made["topics/text.md"]
    assert text.index('class="rl-bars"') < text.index("As a table")
    assert re.findall(r"</th><td>(\d)</td>", text) == ["1", "1"]


def test_the_heat_map_says_its_numbers_without_colour() -> None:
    drawn = str(heat_map([("A <b>", {2020: 1, 2021: 8}), ("x" * 90, {})], periods((2020, 2021)), "Both"))
    assert 'role="img" aria-label="Both"' in drawn and "A &#60;b&#62;" in drawn
    assert re.findall(r'<text class="rl-n"[^>]*y="40">(\d+)<', drawn) == ["1", "8"]
    assert re.findall(r'class="rl-(\d)"', drawn) == ["1", "4", "0", "0"]
    assert "x" * 46 not in drawn and "…" in drawn
    whole = "Multilinguality, translation and tokenization"
    assert whole in heat_map([(whole, {2020: 1})], periods((2020,)), "Both")
    narrow = str(heat_map([("A", {2020: 1, 2021: 8}), ("B", {})], periods((2020, 2021)), "Both", narrow=True))
    assert re.findall(r'<text y="(\d+)">', narrow) == ["39", "91"]  # above the squares
    assert re.findall(r'<rect class="rl-." x="(\d+)" y="(\d+)"', narrow)[::2] == [("0", "44"), ("0", "96")]
    assert heat_map([], periods((2020,)), "x") == heat_map([("A", {})], (), "x") == ""


def test_a_topic_has_the_colour_and_icon_of_topics_yml() -> None:
    topics = (
        Topic("vision", "Vision", color="#b03060"),
        Topic("video", "Video", icon="material/video", color="teal"),
        *TOPICS[2:],
    )
    made = pages(topics=topics)
    for path in ("index.md", "topics/index.md", "topics/vision.md"):
        mark = r'<span class="rl-topicmark" style="color: &#35;b03060" aria-hidden="true"></span>Vision<'
        assert re.search(mark, made[path]), path
    for path in ("index.md", "topics/index.md", "topics/video.md"):
        assert re.search(
            r'style="color: teal" aria-hidden="true"><svg[^>]*>.*?</svg>\s*</span>Video<', made[path]
        )
    assert "rl-topicmark" not in made["topics/text.md"]


def test_of_many_topics_above_the_nearest_are_named() -> None:
    chain = tuple(
        Topic(f"level-{n}", f"Level {n}", parent=f"level-{n - 1}" if n else None) for n in range(300)
    )
    made = pages(topics=chain)
    crumbs = re.search(r'rl-crumbs".*', made["topics/level-299.md"])
    named = re.findall(r'href="\.\./(level[^"/]+)/"', crumbs[0]) if crumbs else []
    assert named == ["level-0", "level-1", "level-297", "level-298"]
    assert made["topics/index.md"].count('<ul class="rl-topiclist"') == 300
    assert made["topics/index.md"].count("</ul>") == 300


def test_years_above_a_heat_map_have_room() -> None:
    counts = {2021: 1, 2022: 1}
    assert "’21" in heat_map([("A", counts)], periods(counts), "Papers")
