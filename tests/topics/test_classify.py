"""Which topics a paper has, with evidence, and what the keeper's hand decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.model import Entry, Note, Topic
from generator.topics import classify, explain
from tests.topics_support import entry, ids

DISTILLATION = Topic(
    "distillation", "Knowledge distillation", "Transferring knowledge from teacher to student models."
)
RETRIEVAL = Topic("retrieval", "Image retrieval", "Finding images by text.", ("image-text retrieval^2",))
GRAPHS = Topic("graphs", "Graphs", terms=("graph", "-paragraph"))


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


def test_words_that_introduce_a_description_speak_for_no_topic() -> None:
    topics = [
        Topic("dataset", "dataset", "Papers that introduce or release a data set of code"),
        Topic("synthesis", "synthesis", "Program synthesis, producing programs from examples"),
    ]
    paper = entry("a", "Pointer networks", "We introduce a way of producing pointers and release several.")
    assert all(not found.evidence for found in explain([paper], topics, "a"))


def test_words_that_hyphens_tie_to_a_small_word_are_one() -> None:
    topics = [Topic("shapes", "Shapes", "Made by text-to-3D models."), Topic("reading", "Reading")]
    papers = [entry("a", "Text-to-3D with Two Cameras"), entry("b", "Reading Texts"), entry("c", "How to Go")]
    assert [ids(found) for found in classify(papers, topics)] == [["shapes"], ["reading"], []]
