"""The Reading page, and the bar that narrows lists."""

from __future__ import annotations

import re
from typing import Any

from generator.model import Assignment, Entry, Library, Note, Topic
from generator.pages import PageSettings, render
from generator.pages.filters import filter_bar
from generator.pages.reading import reading_page
from generator.text import Text
from tests.browser.samples import entry

TOPICS = {
    "all": Topic("all", "All"),
    "one": Topic("one", "First", parent="all"),
    "two": Topic("two", "Second"),
    "none": Topic("none", "Nobody's"),
}


def paper(key: str, year: int | None = 2020, topic: str = "one", **note: Any) -> Entry:
    said = Note(path=f"notes/{key}.md", **note) if note else None
    given = (Assignment(topic, 0.5, ()),) if topic else ()
    return entry(key, title=Text(f"Title {key}"), year=year, topics=given, note=said)


READ = (
    paper("a", status="reading", started="2024-03-02"),
    paper("b", status="reading", started="2024-05-01"),
    paper("c", status="to-read", tags=("method",)),
    paper("d", status="read", finished="2024-02-28", rating=5),
    paper("e", status="read", finished="2024-02-03"),
    paper("f", status="read", finished="2023"),
    paper("g", status="read"),
    paper("h", status="read", finished="2024-02-09", private=True),
    paper("i"),
)


def test_reading_tells_what_is_read_now_next_and_when_it_was_finished() -> None:
    text = reading_page(READ).text
    assert re.findall(r"<h2>(.*?)</h2>", text) == ["Now", "Next", "February 2024", "2023", "Read"]
    assert re.findall(r'papers/(\w)/"', text) == ["b", "a", "c", "d", "e", "f", "g"]
    assert "since 2024-05-01" in text and "finished 2024-02-28" in text and "Rated 5 of 5" in text


def test_reading_says_what_to_do_where_nothing_is_marked() -> None:
    for papers in ((), READ[-1:]):
        assert "reading-list note KEY" in reading_page(papers).text


def test_only_what_notes_hold_is_offered() -> None:
    bare = filter_bar([paper("a", 2020), paper("b", 2021)], TOPICS)
    assert [field.name for field in bare] == ["sort"]
    assert filter_bar([paper("a")], TOPICS, by_topic=True) == ()
    offered = {field.name: [choice.value for choice in field.choices] for field in filter_bar(READ, TOPICS)}
    assert offered == {
        "status": ["to-read", "reading", "read"],
        "rating": ["5"],
        "tag": ["method"],
        "sort": ["oldest", "title", "venue", "rating"],
    }
    hidden = [paper("a", tags=("secret",), status="read", rating=3, private=True), paper("b")]
    assert [field.name for field in filter_bar(hidden, TOPICS)] == ["sort"]


def test_the_whole_list_is_narrowed_by_topic_and_year_too() -> None:
    papers = [paper("a", 2020), paper("b", None, ""), paper("c", 2022, "two")]
    offered = {f.name: [c.value for c in f.choices] for f in filter_bar(papers, TOPICS, by_topic=True)}
    assert offered["topic"] == ["all", "one", "two", "unsorted"]
    assert offered["year"] == ["undated", "2022", "2020"]


def test_rows_carry_what_they_are_narrowed_by() -> None:
    topics = (Topic("one", "First"),)
    papers = (paper("a", status="reading", rating=4, tags=("x|y", 'say "z"')), paper("b"))
    made = {str(f.path): f.text for f in render(Library(papers, topics), PageSettings("A list"))}
    wanted = 'data-status="reading" data-rating="4" data-tags="x&#124;y&#10;say &#34;z&#34;"'
    by_topic = f'data-topics="one" {wanted}'
    for path, mine in (("papers/index.md", by_topic), ("topics/one.md", wanted)):
        assert f"<li {mine}>" in made[path] and "data-rl-filter hidden" in made[path]
    assert "data-topics" not in made["years/2020.md"] and "rl-stars" in made["years/2020.md"]
