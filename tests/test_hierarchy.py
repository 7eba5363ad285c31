"""A paper of a topic belongs to those above it: on pages, in files, in feeds, in the search."""

from __future__ import annotations

from generator.exports import export_files, feed_files
from generator.hierarchy import above, papers_by_topic, topics_of
from generator.model import Assignment, Entry, Library, Topic
from generator.search import search
from generator.text import Text
from tests.browser.samples import entry

TOPICS = (
    Topic("seeing", "Seeing"),
    Topic("video", "Video", parent="seeing"),
    Topic("clips", "Clips", parent="video"),
    Topic("text", "Text"),
)
KNOWN = {topic.id: topic for topic in TOPICS}


def paper(key: str, *topics: str) -> Entry:
    given = tuple(Assignment(topic, 0.5, ()) for topic in topics)
    return entry(key, title=Text(f"Title {key}"), year=2020, topics=given)


PAPERS = (paper("a", "clips", "text"), paper("b", "seeing"), paper("c", "gone"))


def test_what_is_above_comes_after_the_papers_own_topics() -> None:
    assert above("clips", KNOWN) == ("video", "seeing") and above("text", KNOWN) == ()
    assert topics_of(PAPERS[0], KNOWN) == ("clips", "text", "video", "seeing")
    assert topics_of(PAPERS[2], KNOWN) == ()
    odd = {id: Topic(id, id, parent=parent) for id, parent in (("x", "y"), ("y", "x"), ("z", "gone"))}
    assert above("x", odd) == ("y", "x") and above("z", odd) == ()


def test_papers_are_listed_in_all_topics_above() -> None:
    found = papers_by_topic(PAPERS, TOPICS)
    assert {id: [entry.key for entry in papers] for id, papers in found.items()} == {
        "seeing": ["a", "b"],
        "video": ["a"],
        "clips": ["a"],
        "text": ["a"],
        "unsorted": ["c"],
    }


def test_files_and_feeds_of_a_topic_hold_what_is_below() -> None:
    library = Library(PAPERS, TOPICS)
    files = {str(file.path): file.text for file in export_files(library)}
    assert "Title a" in files["topics/video.bib"] and "Title a" in files["topics/seeing.ris"]
    feeds = feed_files(library, title="A list", description="", site_url="https://example.org/")
    assert "Title a" in {str(file.path): file.text for file in feeds}["topics/video.xml"]


def test_the_search_finds_what_is_below_a_topic() -> None:
    assert [hit.key for hit in search(PAPERS, "topic:video", TOPICS)] == ["a"]
    assert {hit.key for hit in search(PAPERS, "topic:seeing", TOPICS)} == {"a", "b"}
