"""Topics: terms, classification with evidence, what the keeper's hand decides, suggestions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.config import read_config, read_topics
from generator.model import Entry, Note, Paper, Topic
from generator.pipeline import build_library
from generator.text import Text
from generator.topics import classify, explain, suggest
from generator.topics.parts import parts
from generator.topics.phrases import Phrase, phrases
from generator.topics.suggest import _fit, _near_double
from generator.topics.terms import TermIndex, parse_term

ROOT = Path(__file__).parents[1]
CASES = yaml.safe_load((ROOT / "tests/cases/topics/terms.yml").read_text(encoding="utf-8"))

DISTILLATION = Topic(
    "distillation", "Knowledge distillation", "Transferring knowledge from teacher to student models."
)
RETRIEVAL = Topic("retrieval", "Image retrieval", "Finding images by text.", ("image-text retrieval^2",))
GRAPHS = Topic("graphs", "Graphs", terms=("graph", "-paragraph"))


def entry(key: str, title: str, abstract: str = "", **more: Any) -> Entry:
    paper = Paper(title=Text(title), abstract=Text(abstract) if abstract else None)
    return Entry(key=key, paper=paper, added="2024-01-01", **more)


def ids(found: Entry) -> list[str]:
    return [assignment.topic for assignment in found.topics]


@pytest.fixture(scope="module")
def example() -> tuple[tuple[Entry, ...], tuple[Topic, ...]]:
    built = build_library(read_config(ROOT), today="2026-01-01", locked=True)
    return built.library.entries, built.library.topics


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["term"]))
def test_term(case: dict[str, Any]) -> None:
    term = parse_term(case["term"])
    assert term is not None
    matches = TermIndex([term]).matches(case["text"])
    assert [case["text"][match.start : match.end] for match in matches] == case["found"]


@pytest.mark.parametrize(
    ("source", "weight", "exact", "excludes"),
    [
        ("a b", 1, False, False),
        ("a^0.5", 0.5, False, False),
        ('-"Ab"', 1, True, True),
        ("-a^3", -3, False, False),
        ("-a", 1, False, True),
    ],
)
def test_how_a_term_is_written(source: str, weight: float, exact: bool, excludes: bool) -> None:
    term = parse_term(source)
    assert term is not None
    assert (term.weight, term.exact, term.excludes) == (weight, exact, excludes)


@pytest.mark.parametrize("source", ["", "-", '""', "^", "a^0", "…"])
def test_a_term_without_a_word_is_none(source: str) -> None:
    assert parse_term(source) is None


@given(st.text(max_size=40), st.text(max_size=200))
def test_any_text_is_a_term_and_can_be_searched(source: str, text: str) -> None:
    term = parse_term(source)
    for match in TermIndex([term] if term else []).matches(text):
        assert 0 <= match.start < match.end <= len(text)


def test_evidence_is_in_the_papers_own_words() -> None:
    title = "Knowledge Distillations for Image–Text Retrieval"
    (found,) = classify([entry("a", title)], [DISTILLATION, RETRIEVAL])
    told = {assignment.topic: assignment.evidence[0] for assignment in found.topics}
    assert told == {"distillation": "Knowledge Distillations", "retrieval": "Image–Text Retrieval"}
    assert all(0 < assignment.score <= 1 for assignment in found.topics)


def test_a_paper_that_says_nothing_of_any_topic_has_none() -> None:
    (found,) = classify([entry("a", "Weather in Norway")], [DISTILLATION, RETRIEVAL])
    assert found.topics == ()


def test_a_term_with_minus_keeps_a_paper_out() -> None:
    inside, outside = classify([entry("a", "On graphs"), entry("b", "Graphs in a paragraph")], [GRAPHS])
    assert (ids(inside), ids(outside)) == (["graphs"], [])


def test_the_title_weighs_more_than_the_results() -> None:
    abstract = "We propose a method. Experiments on image-text retrieval show that it outperforms others."
    (found,) = classify([entry("a", "A knowledge distillation method", abstract)], [RETRIEVAL, DISTILLATION])
    assert ids(found)[0] == "distillation"


@pytest.mark.parametrize(
    ("title", "placed"),
    [
        ("A dynamic knowledge distillation", True),
        ("Graphs and their knowledge distillations", True),
        ("Distilled graphs", False),  # another word than the keeper's
        ("Graphs of other kinds", False),
    ],
)
@pytest.mark.parametrize("said_by", [1, 40, 60])
def test_a_term_in_the_title_places_the_paper(title: str, placed: bool, said_by: int) -> None:
    topics = [
        Topic("small", "Small", terms=("knowledge distillation",)),
        Topic("g", "Graphs", terms=("graph^3",)),
    ]
    others = [entry(f"k{n}", "Weather", "On knowledge distillation." * (n < said_by)) for n in range(60)]
    abstract = "We study graphs. " * 3
    found = classify([entry("a", title, abstract), *others], topics)[0]
    assert ("small" in ids(found)) is placed


def test_a_term_in_the_title_of_every_paper_places_them() -> None:
    entries = [entry(f"k{n}", "On graphs") for n in range(60)]
    assert [ids(found) for found in classify(entries, [GRAPHS])] == [["graphs"]] * 60


def test_a_term_of_less_weight_or_with_others_against_it_does_not_place_a_paper() -> None:
    topics = [
        Topic("a", "A", terms=("graph^0.1",)),
        Topic("b", "B", terms=("graph", "-weather^2")),
        RETRIEVAL,
    ]
    (found,) = classify([entry("a", "Weather graphs for image-text retrieval")], topics)
    assert ids(found) == ["retrieval"]


def test_what_the_title_brings_comes_before_what_it_serves() -> None:
    topics = [Topic("a", "Images"), Topic("b", "Graphs")]
    graphs, images = classify([entry("g", "Graphs for images"), entry("i", "Images for graphs")], topics)
    assert (ids(graphs)[0], ids(images)[0]) == ("b", "a")


def test_placed_by_hand() -> None:
    note = Note(path="notes/a.md", topics=("retrieval", "unknown", "retrieval"))
    (found,) = classify([entry("a", "Knowledge distillation", note=note)], [DISTILLATION, RETRIEVAL])
    assert [(a.topic, a.score, a.evidence) for a in found.topics] == [("retrieval", 1.0, ("placed by hand",))]


def test_the_keepers_word_stands_beyond_four_topics() -> None:
    topics = [Topic(f"t{n}", f"Topic {n}", terms=("graph",)) for n in range(6)]
    wanted = ("t5", "t1", "t2", "t3", "t4", "t0")
    by_hand, by_words = classify(
        [entry("a", "Graphs", note=Note(path="notes/a.md", topics=wanted)), entry("b", "Graphs")], topics
    )
    assert (ids(by_hand), len(by_words.topics)) == (list(wanted), 4)


def test_papers_placed_by_hand_are_examples_for_others() -> None:
    placed = entry("a", "Sign language glosses", note=Note(path="notes/a.md", topics=("retrieval",)))
    other = entry("b", "Glosses of a sign language", "We study sign language glosses.")
    assert [ids(found) for found in classify([placed, other], [RETRIEVAL, GRAPHS])] == [["retrieval"]] * 2
    alone = classify([replace(placed, note=None), other], [RETRIEVAL, GRAPHS])
    assert [ids(found) for found in alone] == [[], []]


def test_a_topic_below_another_stands_for_both() -> None:
    above = Topic("learning", "Distillation", terms=("distillation",))
    below = replace(DISTILLATION, parent="learning")
    (found,) = classify([entry("a", "Knowledge distillation")], [above, below])
    assert ids(found) == ["distillation"]


def test_explain_tells_of_every_topic() -> None:
    entries = [entry("a", "Knowledge distillation"), entry("b", "Graphs")]
    told = explain(entries, [RETRIEVAL, DISTILLATION, GRAPHS], "a")
    assert [a.topic for a in told] == ["distillation", "graphs", "retrieval"]
    assert told[0].evidence[0] == "Knowledge distillation"
    assert told[1].score == 0
    against = Topic("learning", "Learning", terms=("knowledge", "-distillation"))
    (kept_out,) = explain(entries, [against], "a")
    assert (kept_out.score, kept_out.evidence) == (0, ("-distillation",))
    (weaker,) = explain(entries, [replace(against, terms=("knowledge", "-distillation^0.2"))], "a")
    assert weaker.evidence == ("Knowledge", "-distillation")
    with pytest.raises(KeyError):
        explain(entries, [GRAPHS], "c")


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


def _names(topics: Iterable[Topic]) -> list[str]:
    return [topic.name for topic in topics]


def test_suggested_topics_cover_the_list(example: tuple[Sequence[Entry], Sequence[Topic]]) -> None:
    entries, _ = example
    topics = suggest(entries)
    assert 8 <= len(topics) <= 25
    assert len({name.casefold() for name in _names(topics)}) == len(topics)
    covered = [entry for entry in classify(entries, topics) if entry.topics]
    assert len(covered) >= 0.9 * len(entries)
    assert suggest(tuple(reversed(entries))) == topics


def test_suggested_topics_cover_a_list_of_titles(example: tuple[Sequence[Entry], Sequence[Topic]]) -> None:
    entries = [entry(e.key, e.paper.title.plain) for e in example[0] if e.paper.title]
    topics = suggest(entries)
    covered = [entry for entry in classify(entries, topics) if entry.topics]
    assert len(covered) >= 0.95 * len(entries)


def test_suggested_names_have_their_numbers_and_capitals() -> None:
    titles = [
        "SARS-CoV-2 Infection in Children",
        "Outcomes of SARS-CoV-2 Infection",
        "mRNA Vaccines for Adults",
        "Trust in mRNA Vaccines",
        "Reduction of CO2: Gas Separation",
        "GAS SEPARATION AND MRNA VACCINES",
        *[f"{word} {word}ing" for word in "tulip poppy daisy rose lily iris".split()],
    ]
    names = _names(suggest([entry(f"k{n}", title) for n, title in enumerate(titles)]))
    assert {"SARS-CoV-2 infection", "mRNA vaccines", "Gas separation"} <= set(names)


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_suggesting_for_a_handful_of_papers(count: int) -> None:
    entries = [
        entry(f"k{n}", "Graph neural networks", "We study graph neural networks.") for n in range(count)
    ]
    assert len(suggest(entries)) <= 1


def test_a_term_with_minus_and_weight_counts_against() -> None:
    text_only = Topic("text", "Graphs", terms=("graph", "-image^2"))
    entries = [entry("a", "On graphs"), entry("b", "Images of graphs", "Images and graphs.")]
    alone, beside = (found.topics for found in explained(entries, text_only))
    assert alone[0].score > beside[0].score


def explained(entries: Sequence[Entry], topic: Topic) -> list[Entry]:
    return [replace(one, topics=explain(entries, [topic], one.key)) for one in entries]


def test_a_title_that_says_the_kind_of_paper_decides_the_primary_topic() -> None:
    surveys = Topic("surveys", "Surveys", "Surveys and reviews.")
    abstract = "We review knowledge distillation. Teacher models teach student models."
    (found,) = classify([entry("a", "Knowledge distillation: A survey", abstract)], [DISTILLATION, surveys])
    assert ids(found) == ["surveys", "distillation"]
    (other,) = classify([entry("a", "Knowledge distillation", abstract)], [DISTILLATION, surveys])
    assert ids(other)[0] == "distillation"


def test_a_title_that_ends_in_a_kind_of_paper_says_it() -> None:
    data = Topic("data", "Datasets", terms=("dataset^0.8", "corpus^0.8"))
    analysis = Topic("analysis", "Analysis", terms=("analysis^0.8",))
    abstract = "Knowledge distillation needs texts. Teacher models teach student models."
    titles = ["Distilled: A Knowledge Distillation Dataset", "Knowledge Distillation without a Dataset"]
    titles += ["Knowledge Distillation by Semantic Analysis"]
    found = classify([entry("a", title, abstract) for title in titles], [DISTILLATION, data, analysis])
    assert [ids(paper)[0] for paper in found] == ["data", "distillation", "distillation"]


def test_words_said_again_in_another_form_speak_less() -> None:
    forms = Topic("forms", "Forms", terms=("structured", "structure-aware", "structure learning"))
    words = Topic("words", "Words", terms=("ontology", "syntax-aware", "markup learning"))
    title = "Structured, structure-aware structure learning, ontology, syntax-aware markup learning"
    strongest, other = explain([entry("a", title)], [forms, words], "a")
    assert (strongest.topic, len(strongest.evidence)) == ("words", len(other.evidence))
    assert strongest.score > other.score


def test_suggested_names_are_phrases(example: tuple[Sequence[Entry], Sequence[Topic]]) -> None:
    names = _names(suggest(example[0]))
    assert sum(len(name.replace("-", " ").split()) > 1 for name in names) >= 0.7 * len(names)


def test_words_of_a_description_are_not_found_in_another_sense() -> None:
    models = Topic("models", "Transformer", "Models built on the Transformer architecture")
    said, other = classify(
        [entry("a", "A transformer for code"), entry("b", "A transformation of code")], [models]
    )
    assert said.topics[0].score > 1.4 * (other.topics[0].score if other.topics else 0.0)
    kept = Topic("kept", "Programs", terms=("transformer",))
    (found,) = classify([entry("b", "A transformation of code")], [kept])
    assert ids(found) == ["kept"]


def test_a_name_of_initials_is_found_spelled_out() -> None:
    graphs = Topic("gnn", "GNN", "Graph neural networks applied to code")
    plain = replace(graphs, name="Models")
    paper = [entry("a", "Bugs found by graph neural networks")]
    (named,), (other,) = (explain(paper, [topic], "a") for topic in (graphs, plain))
    assert named.score > other.score


@pytest.mark.parametrize("between", [" & ", " + ", " | ", " / ", ", "])
def test_names_side_by_side_speak_alone(between: str) -> None:
    topics = [Topic("both", f"Compression{between}pruning"), Topic("and", "Compression and pruning")]
    apart = [explain([entry("a", "Pruning")], [topic], "a")[0].score for topic in topics]
    assert apart[0] == apart[1]


def test_a_chinese_description_is_found_by_its_words() -> None:
    topic = Topic("images", "扩散模型", "去噪、图像生成。")
    papers = [entry("a", "图像生成的新方法"), entry("b", "成像与生物图")]
    assert [ids(paper) for paper in classify(papers, [topic])] == [["images"], []]


def test_suggested_names_differ_in_more_than_their_last_word(
    example: tuple[Sequence[Entry], Sequence[Topic]],
) -> None:
    names = [re.sub(r"\W*(pre-?)?(learning|training|models?)$", "", n) for n in _names(suggest(example[0]))]
    assert len(set(names)) == len(names)
    assert not [one for one in names for other in names if one != other and f" {one} " in f" {other} "]


def test_suggested_names_go_where_they_fit_best() -> None:
    fields = ["code search", "code completion", "image retrieval", "protein folding", "speech translation"]
    fields += ["chess openings", "violin lessons", "glacier movement"]
    entries = [
        entry(f"{field}{n}", f"On {field}", f"We study {field} and {field} alone, case {n}.")
        for field in fields
        for n in range(4)
    ]
    surveys = [
        entry(f"s{n}", f"A survey of {word} research", f"We survey what {word} research has found so far.")
        for n, word in enumerate(["tulip", "orchid", "poppy", "daisy"])
    ]
    names = {name.lower() for name in _names(suggest([*entries, *surveys]))}
    assert {*fields, "survey"} <= names


def test_suggested_names_are_written_as_in_the_papers() -> None:
    abstracts = [
        "We train VLP models with vision-language data; a vision language corpus is new; it is large.",
        "Vision-language tasks need VLP models; a vision language corpus of vision-language use.",
    ]
    names = {phrase.name for phrase in phrases([entry(f"k{n}", "On it", a) for n, a in enumerate(abstracts)])}
    assert "VLP models" in names
    assert "vision language" not in names, "said of something else more often than alone"
    assert not names & {"models", "data", "tasks"}


def test_suggested_names_are_whole_and_keep_the_capitals_of_names() -> None:
    abstract = "We study acute respiratory distress syndrome. Kernels of Bayes, and Bayes, are molecular."
    names = {phrase.name for phrase in phrases([entry(f"k{n}", "On it", abstract) for n in range(2)])}
    assert {"acute respiratory distress syndrome", "Bayes"} <= names
    assert "molecular" not in names


def test_suggested_names_begin_with_the_word_that_belongs_to_them() -> None:
    abstracts = [
        "By structural equation modeling we study tulips. Large poppies bloom. Large-scale forecasts.",
        "A structural equation modeling of tulips; new poppies. We report clinical trials.",
        "Structural equation modeling. Poppies. Clinical trials and statistical analysis.",
        "Other clinical trials. A statistical analysis of large-scale forecasts.",
        *["Nothing of it."] * 10,
    ]
    names = {phrase.name for phrase in phrases([entry(f"k{n}", "On it", a) for n, a in enumerate(abstracts)])}
    assert {"structural equation modeling", "poppies", "forecasts"} <= names
    assert not names & {"equation modeling", "large poppies", "clinical trials", "statistical analysis"}


def test_suggested_names_have_what_is_joined_to_them() -> None:
    titles = ["Out-of-distribution detection with energy", "A baseline for out-of-distribution detection"]
    titles += ["Chain-of-thought prompting elicits reasoning", "Reasoning by chain-of-thought prompting"]
    titles += [f"Head and Neck Cancer in {where}" for where in ("mice", "Wales", "dogs")]
    titles += ["Tulips", "Poppies", "Roses", "Lilies"]
    names = _names(suggest([entry(f"k{number}", title) for number, title in enumerate(titles)]))
    assert {"Out-of-distribution detection", "Chain-of-thought prompting", "Head and neck cancer"} <= {*names}


def test_suggested_names_say_neither_how_a_study_was_done_nor_begin_with_a_verb() -> None:
    titles = ["Clinical significance of poppies", "Poppies: clinical significance"]
    titles += ["Tulips in a mouse model", "A mouse model of tulips"]
    titles += ["Tea ameliorates cognitive deficits", "Milk ameliorates cognitive deficits"]
    names = _names(suggest([entry(f"k{number}", title) for number, title in enumerate(titles)]))
    assert "Cognitive deficits" in names
    assert not {*names} & {"Clinical significance", "Mouse model", "Ameliorates cognitive deficits"}


def test_suggested_names_of_five_words_are_whole() -> None:
    abstracts = [
        "We met severe acute respiratory syndrome coronavirus infections.",
        "The severe acute respiratory syndrome coronavirus versus nothing.",
        "Low repetitive transcranial magnetic stimulation.",
        "High frequency repetitive transcranial magnetic stimulation versus nothing.",
        *["Nothing of it."] * 10,
    ]
    names = {phrase.name for phrase in phrases([entry(f"k{n}", "On it", a) for n, a in enumerate(abstracts)])}
    assert "severe acute respiratory syndrome coronavirus" in names
    assert "repetitive transcranial magnetic stimulation" in names
    assert not any("versus" in name for name in names)


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (
            (
                "基于知识图谱的问答系统研究",
                "面向医疗领域的知识图谱构建",
                "问答系统中的知识图谱",
                "神经机器翻译的平行语料",
                "平行语料对机器翻译的影响",
                "低资源语言的机器翻译",
            ),
            {"知识图谱", "机器翻译"},
        ),
        (
            (
                "知識グラフを用いた質問応答システム",
                "医療の知識グラフの構築",
                "質問応答のための知識グラフ",
                "機械翻訳のための対訳コーパス",
                "対訳コーパスによる機械翻訳の改善",
                "低資源言語の機械翻訳",
            ),
            {"知識グラフ", "機械翻訳"},
        ),
        (
            (
                "Машинный перевод для редких языков",
                "Оценка качества: машинный перевод",
                "Граф знаний для поиска",
                "Открытый граф знаний",
            ),
            {"Машинный перевод", "Граф знаний"},
        ),
    ],
)
def test_topics_are_suggested_in_other_scripts(
    titles: tuple[str, ...], expected: set[str], tmp_path: Path
) -> None:
    others = [f"{word} {word}ing" for word in "tulip poppy daisy rose lily iris".split()]
    topics = suggest([entry(f"k{n}", title) for n, title in enumerate([*titles, *others])])
    assert expected <= set(_names(topics))
    rows = [{"id": topic.id, "name": topic.name, "terms": list(topic.terms)} for topic in topics]
    (tmp_path / "topics.yml").write_text(yaml.safe_dump(rows, allow_unicode=True), encoding="utf-8")
    assert len(read_topics(tmp_path / "topics.yml", "topics.yml")) == len(topics)


def test_a_survey_that_titles_do_not_speak_of_is_no_kind_of_paper() -> None:
    said = Phrase("survey", dict.fromkeys(range(4), 0.5), titles=1)
    assert _fit(said) < _fit(replace(said, titles=2))


def test_suggested_names_are_free_of_small_words_of_other_languages() -> None:
    texts = [
        "Die maschinelle Übersetzung mit wenig Daten.",
        "Wir prüfen die maschinelle Übersetzung mit wenig Daten.",
        "La traduction pour les langues",
        "Les langues dans la traduction pour les langues",
    ]
    entries = [entry(f"k{n}", "…", text) for n, text in enumerate([*texts, *["Nothing of it."] * 10])]
    names = [phrase.name.lower().split() for phrase in phrases(entries)]
    assert ["maschinelle", "übersetzung"] in names
    assert not {name[end] for name in names for end in (0, -1)} & {"die", "mit", "les", "pour", "dans"}


def test_initials_are_the_same_name() -> None:
    assert _near_double("Large language models", "LLMs")
    assert not _near_double("Large language models", "LSTM")


def test_a_number_makes_no_other_name() -> None:
    assert _near_double("COVID pandemic", "COVID-19 pandemic")
    assert not _near_double("COVID-19 pandemic", "SARS-CoV-2 infection")


def test_a_list_of_many_fields_gets_enough_topics() -> None:
    entries = [
        entry(f"{word}{n}", f"The {word} lessons", f"We study {word} lessons, case {n}.")
        for word, count in zip(
            "violin chess glacier tulip weather bread ceramic choir".split(), [2] * 8, strict=True
        )
        for n in range(count)
    ]
    entries += [entry(f"x{n}", f"Otherwise {n}", f"Nothing of it {n}.") for n in range(40)]
    topics = suggest(entries)
    assert 8 <= len(topics) <= 25


def test_a_short_list_gets_topics_of_two_papers() -> None:
    fields = "graph video speech poetry protein weather chess violin glacier tulip".split()
    entries = [
        entry(f"{field}{n}", f"{field} segmentation", f"We study {field} segmentation with {field} grammars.")
        for field in fields
        for n in range(2)
    ]
    assert len(suggest(entries)) >= 8


def test_words_that_introduce_a_description_speak_for_no_topic() -> None:
    topics = [
        Topic("dataset", "dataset", "Papers that introduce or release a data set of code"),
        Topic("synthesis", "synthesis", "Program synthesis, producing programs from examples"),
    ]
    paper = entry("a", "Pointer networks", "We introduce a way of producing pointers and release several.")
    assert all(not found.evidence for found in explain([paper], topics, "a"))
