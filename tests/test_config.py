"""Settings: what is accepted, and that each complaint names the file and the place in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.config import find_root, read_config, read_topics
from generator.errors import StopWork


def _topics(folder: Path, text: str | bytes) -> Path:
    path = folder / "topics.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_topics_are_read_in_their_order(tmp_path: Path) -> None:
    path = _topics(tmp_path, "- {id: b, name: B, terms: [x, y z]}\n- {id: a, name: A, parent: b}\n")
    b, a = read_topics(path, "topics.yml")
    assert (b.id, b.name, b.terms, b.parent) == ("b", "B", ("x", "y z"), None)
    assert (a.id, a.parent) == ("a", "b")


def test_terms_with_marks_are_read_as_they_stand(tmp_path: Path) -> None:
    terms = ["x^2", "-y z", "-image^0.5", '"C++"', '"L^p"', "L^p space", "知识"]
    (topic,) = read_topics(
        _topics(tmp_path, json.dumps([{"id": "a", "name": "A", "terms": terms}])), "topics.yml"
    )
    assert topic.terms == tuple(terms)


def test_a_colour_may_be_spelled_either_way(tmp_path: Path) -> None:
    path = _topics(tmp_path, "- {id: a, name: A, color: teal}\n- {id: b, name: B, colour: '#b03060'}\n")
    assert [topic.color for topic in read_topics(path, "topics.yml")] == ["teal", "#b03060"]


def test_no_topics_file_is_no_topics(tmp_path: Path) -> None:
    assert read_topics(tmp_path / "topics.yml", "topics.yml") == ()


@pytest.mark.parametrize("text", ["", "[]", "topics: []", "# nothing yet\n"])
def test_empty_topics_files(tmp_path: Path, text: str) -> None:
    assert read_topics(_topics(tmp_path, text), "topics.yml") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {id: a, name: A, terms: x}", "topics.yml:1: topics[0].terms: expected a list"),
        ("- {id: a, name: A}\n- {name: B}", "topics.yml:2: topics[1].id: is missing"),
        ("- {id: A b, name: A}", "topics.yml:1: topics[0].id: 'A b': expected small letters"),
        (
            "- {id: a, name: A}\n- {id: a, name: B}",
            "topics.yml:2: topics[1].id: 'a' stands at topics[0] already",
        ),
        ("- {id: a, name: A, parent: z}", "topics.yml:1: topics[0].parent: there is no topic 'z'"),
        ("- {id: a, name: A, parent: b}\n- {id: b, name: B, parent: a}", "'a' is above itself"),
        ("- {id: index, name: A}", "topics.yml:1: topics[0].id: 'index' is the name of a page of ours"),
        ("- {id: a, name: ''}", "topics.yml:1: topics[0].name: must not be empty"),
        ("- {id: a, name: A, color: '#12345'}", "topics.yml:1: topics[0].color: '#12345': expected a colour"),
        (
            "- {id: a, name: A, color: '#1234567'}",
            "topics.yml:1: topics[0].color: '#1234567': expected a colour",
        ),
        ("- {id: a, name: A, color: 'url(x)'}", "topics.yml:1: topics[0].color: 'url(x)': expected a colour"),
        (
            "- {id: a, name: A, icon: ../x}",
            "topics.yml:1: topics[0].icon: '../x': expected the name of an icon",
        ),
        ("- {id: a, name: A, icon: material/x}", "topics.yml:1: topics[0].icon: the theme has no icon"),
        (
            "topics:\n- id: a\n  name: A\n  terms:\n  - x\n  color: bleu\n",
            "topics.yml:6: topics[0].color: 'bleu' is no colour: did you mean blue?",
        ),
        ("- id: a\n  name: A\n  terms:\n  - x\n  - ^2\n", "topics.yml:5: topics[0].terms[1]: '^2'"),
        ("- {id: a, name: A, colour: '#12'}", "topics.yml:1: topics[0].colour: '#12': expected a colour"),
        ("- id: a\n  name: A\n  colour: bleu\n", "topics.yml:3: topics[0].colour: 'bleu' is no colour"),
        ("- {id: a, name: A, color: red, colour: red}", "topics.yml:1: topics[0].colour: is not a setting"),
        ("- {id: a, name: A, shade: red}", "topics.yml:1: topics[0].shade: is not a setting"),
        ("- {id: a, name: 7}", "topics.yml:1: topics[0].name: expected text"),
        ("- {id: a, name: A, terms: [x, foo^-1]}", "topics[0].terms[1]: 'foo^-1': expected a number above 0"),
        ("- {id: a, name: A, terms: [foo^abc]}", "topics[0].terms[0]: 'foo^abc': expected a number above 0"),
        ("- {id: a, name: A, terms: [foo^0.0]}", "topics[0].terms[0]: 'foo^0.0': expected a number above 0"),
        ("- {id: a, name: A, terms: [-foo^]}", "topics[0].terms[0]: '-foo^': expected a number above 0"),
        ("- {id: a, name: A, terms: ['-']}", "topics[0].terms[0]: '-': expected a word or a phrase"),
        ("""- {id: a, name: A, terms: ['"-"']}""", "topics[0].terms[0]: '\"-\"': expected a word"),
        ("- {id: a, name: A, terms: [^2]}", "topics[0].terms[0]: '^2': expected a word or a phrase"),
        ("- just text", "topics.yml:1: topics[0]: expected names with values"),
        ("- id: a\n  name: [", "topics.yml:3: not valid YAML"),
        ("- id: a\n\tname: b", "topics.yml:2: not valid YAML"),
        (b"- id: a\n  name: \xff\xfe", "topics.yml: is not UTF-8"),
        ("- {id: a, name: 2026-02-30}", "topics.yml: a value that is none (day is out of range for month)"),
        ("- {id: a, name: !!timestamp x}", "topics.yml: a value that is none"),
    ],
)
def test_a_broken_topics_file_names_the_place(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(StopWork) as caught:
        read_topics(_topics(tmp_path, text), "topics.yml")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_settings_of_a_list(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Ours\nsite_url: https://a.example/list\nextra: {reading_list: {abstracts: in}}\n"
    )
    config = read_config(tmp_path)
    assert (config.site_name, config.site_url) == ("Ours", "https://a.example/list/")
    assert config.abstracts == tmp_path / "in"
    assert config.shown(config.abstracts / "x.txt") == "in/x.txt"
    assert read_config(tmp_path, "http://b.example").site_url == "http://b.example/"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extra: {reading_list: {abstract: x}}", "mkdocs.yml: extra.reading_list.abstract: is not a setting"),
        ("extra: {reading_list: {notes: ../up}}", "expected a path inside the list's folder"),
        ("extra: {reading_list: {notes: /etc}}", "expected a path inside the list's folder"),
        ("site_name: [", "mkdocs.yml:"),
        ("- a list", "mkdocs.yml: expected settings"),
    ],
)
def test_broken_settings_name_the_place(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    with pytest.raises(StopWork) as caught:
        read_config(tmp_path)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "site_dir: .",
        "site_dir: /",
        "site_dir: ../..",
        "site_dir: abstracts",
        "site_dir: docs",
        "site_dir: docs/site",
        "site_dir: link",
        "docs_dir: abstracts/pages",
        "docs_dir: .",
        "extra: {reading_list: {notes: docs/notes}}",
        "extra: {reading_list: {topics: site/topics.yml}}",
    ],
)
def test_what_is_made_has_folders_of_its_own(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    (tmp_path / "abstracts").mkdir()
    (tmp_path / "link").symlink_to("abstracts")
    with pytest.raises(StopWork, match=r"mkdocs\.yml: .*_dir: .*: name a folder of its own"):
        read_config(tmp_path)


def test_a_site_may_lie_outside_the_list(tmp_path: Path) -> None:
    (tmp_path / "list").mkdir()
    (tmp_path / "list" / "mkdocs.yml").write_text("site_dir: ../public")
    assert read_config(tmp_path / "list").site.resolve() == tmp_path / "public"


def test_the_list_is_found_from_inside_it(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n")
    inner = tmp_path / "abstracts" / "2024"
    inner.mkdir(parents=True)
    assert find_root(inner) == tmp_path
    with pytest.raises(StopWork, match="no reading list here"):
        find_root(tmp_path.parent)


@pytest.mark.parametrize(
    "setting",
    [
        "docs_dir: {}",
        "site_dir: {}",
        *(f"extra: {{{{reading_list: {{{{{name}: {{}}}}}}}}}}" for name in ("notes", "topics")),
    ],
)
def test_a_path_with_a_nul_is_none(tmp_path: Path, setting: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(setting.format('"a\\0b"'))
    with pytest.raises(StopWork, match=r"^mkdocs\.yml.*NUL"):
        read_config(tmp_path)
