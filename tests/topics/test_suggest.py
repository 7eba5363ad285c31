"""Topics that are suggested for a list: their names and what they cover."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.config import read_topics
from generator.model import Entry, Topic
from generator.topics import classify, suggest
from generator.topics.phrases import Phrase, phrases
from generator.topics.suggest import _fit, _near_double
from tests.topics_support import entry


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


def test_suggested_names_are_phrases(example: tuple[Sequence[Entry], Sequence[Topic]]) -> None:
    names = _names(suggest(example[0]))
    assert sum(len(name.replace("-", " ").split()) > 1 for name in names) >= 0.7 * len(names)


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


def test_a_survey_that_titles_do_not_speak_of_is_no_kind_of_paper() -> None:
    said = Phrase("survey", dict.fromkeys(range(4), 0.5), titles=1)
    assert _fit(said) < _fit(replace(said, titles=2))
