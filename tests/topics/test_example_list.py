"""The topics of this repository's own list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.config import read_topics
from generator.model import Entry, Topic
from generator.topics.parts import parts
from generator.topics.terms import TermIndex, parse_term
from tests.support import ROOT
from tests.topics_support import ids


def test_the_topics_of_the_example_are_the_keepers() -> None:
    topics = read_topics(ROOT / "topics.yml", "topics.yml")
    assert len(topics) == 19
    assert all(topic.terms for topic in topics)
    assert not [term for topic in topics for term in topic.terms if parse_term(term) is None]


def test_no_term_is_fitted_to_one_paper(example: tuple[Sequence[Entry], Sequence[Topic]]) -> None:
    entries, topics = example
    texts = [" ".join(part.text for part in parts(entry.paper)) for entry in entries]
    sources = {source for topic in topics for source in topic.terms}
    terms = {term for source in sources if (term := parse_term(source))}
    index = TermIndex(terms)
    folded = Counter(term for text in texts for term in {match.term for match in index.matches(text)})
    lower = [text.lower() for text in texts]
    literal = {source: re.sub(r"\^[\d.]+$", "", source).strip('-"').lower() for source in sources}
    assert [term.source for term in terms if folded[term] == 1] == []
    assert [source for source, word in literal.items() if sum(word in text for text in lower) == 1] == []


def test_no_term_is_the_name_of_a_system(example: tuple[Sequence[Entry], Sequence[Topic]]) -> None:
    """Names are what abstracts only ever write with a capital; so are these, which are no names."""
    of_the_field = {"MLLM", "MLLMs", "VL", "VLM", "VLMs", "VLP", "LLM", "3D", "Chinese", "English"}
    entries, topics = example
    index = TermIndex(term for topic in topics for source in topic.terms if (term := parse_term(source)))
    written: dict[str, set[str]] = {}
    for entry in entries:
        abstract = entry.paper.abstract.plain if entry.paper.abstract else ""
        for match in index.matches(abstract):
            words = re.findall(r"[^\W_]+", abstract[match.start : match.end])
            opens = match.start == 0 or abstract[: match.start].rstrip().endswith((".", ":", "?", "!"))
            capital = [word for word in words[opens:] if word != word.lower() or word.isdigit()]
            written.setdefault(match.term.source, set()).add(" ".join(capital))
    names = {source: said for source, said in written.items() if "" not in said}
    assert {word for said in names.values() for words in said for word in words.split()} <= of_the_field


def test_the_example_has_its_topics(example: tuple[Sequence[Entry], Sequence[Topic]]) -> None:
    entries, _ = example
    assert all(1 <= len(entry.topics) <= 4 for entry in entries)
    by_title = {entry.paper.title.plain: entry for entry in entries if entry.paper.title}
    survey = next(entry for title, entry in by_title.items() if title == "A Survey of Large Language Models")
    assert ids(survey)[0] == "surveys"
