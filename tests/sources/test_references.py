"""Lists of identifiers and addresses, and Markdown lists of papers."""

from __future__ import annotations

import pytest

from tests.sources.structured import problems, read_with_chosen, records, shown, skipped

IDS = """arXiv:2306.04387
2304.04704v2
https://arxiv.org/abs/1706.03762
https://doi.org/10.18653/v1/2021.acl-long.1
10.1038/nature14539
https://aclanthology.org/2022.acl-long.1/
https://openreview.net/forum?id=abcDEF123
hep-th/9901001
"""
RUNNING = """The line of work started with arXiv:1706.03762, then https://arxiv.org/abs/1810.04805 came, then
arXiv:2005.14165 (see also doi:10.1038/nature14539).
"""
AWESOME = """# Awesome papers

A curated list.

## Surveys

- [A Survey of Vision-Language Models](https://arxiv.org/abs/2202.10936) - Du et al., IJCAI 2022
- **VLP: A Survey on Vision-Language Pre-training**. Chen et al. [[paper]](https://arxiv.org/abs/2202.09061) \
[[pdf]](https://arxiv.org/pdf/2202.09061.pdf) [[code](https://github.com/a/b)]
- Something without an identifier at all
"""


def test_one_identifier_a_line_is_a_paper_each() -> None:
    name, items = read_with_chosen(IDS)
    found = [dict(record.fields) for record in records(items)]
    assert name == "references"
    assert [fields.get("arxiv") for fields in found if "arxiv" in fields] == [
        *("2306.04387", "2304.04704", "1706.03762", "hep-th/9901001"),
    ]
    assert [fields["doi"] for fields in found if "doi" in fields] == [
        "10.18653/v1/2021.acl-long.1",
        "10.1038/nature14539",
    ]
    assert [fields["ids"] for fields in found if "ids" in fields] == [
        {"acl": "2022.acl-long.1"},
        {"openreview": "abcDEF123"},
    ]


def test_identifiers_of_any_kind_are_a_paper_each() -> None:
    others = "PMID: 33523284\nPMC8382607\nISBN 978-0-262-03384-8\n"
    found = [dict(record.fields) for record in records(read_with_chosen(IDS + others)[1])]
    assert len(found) == IDS.count("\n") + 3
    assert [fields.get("ids") for fields in found[-3:]] == [
        {"pmid": "33523284"},
        {"pmcid": "PMC8382607"},
        {"isbn": "9780262033848"},
    ]


def test_identifiers_in_running_text_are_a_paper_each() -> None:
    found = [dict(record.fields) for record in records(read_with_chosen(RUNNING)[1])]
    assert found == [
        {"arxiv": "1706.03762"},
        {"arxiv": "1810.04805"},
        {"arxiv": "2005.14165"},
        {"doi": "10.1038/nature14539"},
    ]


def test_identifiers_below_a_heading_without_a_mark_are_a_paper_each() -> None:
    text = "To read:\narXiv:1706.03762\n10.1038/nature14539\nhttps://arxiv.org/abs/1810.04805\n"
    found = [dict(record.fields) for record in records(read_with_chosen(text)[1])]
    assert found == [{"arxiv": "1706.03762"}, {"doi": "10.1038/nature14539"}, {"arxiv": "1810.04805"}]


def test_a_table_of_contents_is_no_part_of_a_list() -> None:
    text = (
        "# Awesome Papers\n\n- [Surveys](#surveys)\n- [Methods](#methods)\n- [Data sets](#data-sets)\n\n"
        "## Surveys\n\n- **Attention Is All You Need** [[paper](https://arxiv.org/abs/1706.03762)]\n\n"
        "[![CC0](https://example.org/zero.png)](https://creativecommons.org/publicdomain/zero/1.0/)\n"
    )
    name, items = read_with_chosen(text)
    assert (name, [record.fields["arxiv"] for record in records(items)]) == ("references", ["1706.03762"])


def test_a_markdown_list_gives_titles_and_one_paper_an_item() -> None:
    items = read_with_chosen(AWESOME)[1]
    assert [(dict(record.fields)["arxiv"], record.fields.get("title")) for record in records(items)] == [
        ("2202.10936", "A Survey of Vision-Language Models"),
        ("2202.09061", "VLP: A Survey on Vision-Language Pre-training"),
    ]
    assert problems(items) == [["reference-without-identifier", 9]]
    assert skipped(items) == [["heading", 1], ["text around the references", 3], ["heading", 5]]


TABLE = """| Title | Venue |
|:--|--:|
| [**M3IT: A Dataset**](https://arxiv.org/abs/2306.04387) | arXiv |

* Attention Is All You Need, *NeurIPS 2017*. [[Paper](https://arxiv.org/abs/1706.03762v5)]
* (*CVPR 2020*) Some Title Without Identifier [[paper]](https://openaccess.thecvf.com/papers/x.pdf)
* Ada Lovelace, Ann Lee, Bob Fox [[paper]](https://arxiv.org/abs/1810.04805)
"""


def test_a_table_and_titles_before_the_first_link() -> None:
    items = read_with_chosen(TABLE)[1]
    assert [record.fields.get("title") for record in records(items)] == [
        "M3IT: A Dataset",
        "Attention Is All You Need",
        "Some Title Without Identifier",
        None,
    ]
    assert skipped(items) == [["header of the table", 1], ["text around the references", 2]]
    assert problems(items) == []


def test_an_abstract_that_names_an_identifier_is_an_abstract() -> None:
    text = (
        "Attention Is All You Need\n\nWe propose the Transformer, a network without recurrence. It extends "
        "arXiv:1409.0473, and experiments on two translation tasks show that it is better. "
        "The code is at https://github.com/tensorflow/tensor2tensor, and a survey of what came later is "
        "elsewhere, since this abstract is long enough to be one already.\n"
    )
    name, items = read_with_chosen(text)
    assert name == "pasted"
    assert len(records(items)) == 1


def test_a_numbered_bibliography_tells_more_than_its_identifiers() -> None:
    text = (
        "1. Devlin, J., Chang, M.-W., Lee, K. and Toutanova, K. (2019). BERT: Pre-training. In Proceedings\n"
        "   of NAACL-HLT, pages 4171–4186. https://doi.org/10.18653/v1/N19-1423\n"
        "2. LeCun Y, Bengio Y, Hinton G. Deep learning. Nature. 2015 May;521(7553):436-44. "
        "doi: 10.1038/nature14539. PMID: 26017442.\n"
        "3. Vaswani, A., & Polosukhin, I. (2017). Attention is all you need. NeurIPS, 30, 5998–6008.\n"
    )
    name, items = read_with_chosen(text)
    found = [dict(record.fields) for record in records(items)]
    assert name == "references"
    assert [(fields["title"], fields["venue"], fields["year"]) for fields in found] == [
        ("BERT: Pre-training", "Proceedings of NAACL-HLT", "2019"),
        ("Deep learning", "Nature", "2015"),
        ("Attention is all you need", "NeurIPS", "2017"),
    ]
    assert found[1]["details"] == {"volume": "521", "number": "7553", "pages": "436-44"}
    assert (found[1]["doi"], found[1]["ids"]) == ("10.1038/nature14539", {"pmid": "26017442"})
    assert [shown(record.fields, record)["authors"][-1] for record in records(items)] == [
        *("Toutanova, K.", "Hinton, G", "Polosukhin, I."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "---\n1706.03762\n1810.04805\n10.1038/nature14539\n",
        "# To read\n1706.03762\n1810.04805\n\n10.1038/nature14539\n",
        "1706.03762\n  attention is nice\n1810.04805\n  this is bert\n10.1038/nature14539\n",
        "We read 1706.03762 (attention), 1810.04805 (BERT), 10.1038/nature14539 (deep learning).",
    ],
    ids=["rule", "heading", "notes", "remarks"],
)
def test_each_identifier_is_a_paper(text: str) -> None:
    name, items = read_with_chosen(text)
    assert name == "references"
    assert [dict(record.fields) for record in records(items)] == [
        *({"arxiv": "1706.03762"}, {"arxiv": "1810.04805"}, {"doi": "10.1038/nature14539"}),
    ]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("(10.1016/S0140-6736(20)30183-5).", {"doi": "10.1016/s0140-6736(20)30183-5"}),
        (
            "https://doi.org/10.1175/1520-0469(1996)053<0946:ASTFHH>2.0.CO;2",
            {"doi": "10.1175/1520-0469(1996)053<0946:astfhh>2.0.co;2"},
        ),
        ("PMID 26017442", {"ids": {"pmid": "26017442"}}),
        ("CorpusID:13756489", {"ids": {"s2": "corpusid:13756489"}}),
    ],
)
def test_identifiers_end_where_they_do(text: str, fields: dict[str, object]) -> None:
    found = [
        dict(record.fields) for record in records(read_with_chosen(f"- {text}\n- arXiv:1706.03762\n")[1])
    ]
    assert found == [fields, {"arxiv": "1706.03762"}]


def test_a_class_or_a_version_behind_an_identifier_is_no_remark() -> None:
    items = read_with_chosen("arXiv:1706.03762 (cs.CL), doi:10.1038/nature14539\n")[1]
    assert [dict(record.fields) for record in records(items)] == [
        {"arxiv": "1706.03762", "doi": "10.1038/nature14539"}
    ]


def test_short_abstracts_below_the_items_of_a_list_are_kept() -> None:
    abstract = (
        "We propose the Transformer, based on attention alone; it is better than what was known before."
    )
    for gap in ("\n\n", "\n  "):
        text = (
            f"- [Attention Is All You Need](https://arxiv.org/abs/1706.03762){gap}{abstract}\n\n"
            f"- [A model called BERT](https://arxiv.org/abs/1810.04805){gap}{abstract}\n"
        )
        found = [dict(record.fields) for record in records(read_with_chosen(text)[1])]
        assert [(fields["arxiv"], fields["abstract"]) for fields in found] == [
            *(("1706.03762", abstract), ("1810.04805", abstract)),
        ]


def test_commas_in_brackets_make_no_table() -> None:
    text = (
        "Attention Is All You Need (Vaswani et al., 2017), arXiv:1706.03762\n"
        "BERT, a language model (Devlin et al., 2019), arXiv:1810.04805\n"
    )
    name, items = read_with_chosen(text)
    assert name == "references"
    found = [record.fields for record in records(items)]
    assert [(fields["arxiv"], fields["title"], fields["year"]) for fields in found] == [
        ("1706.03762", "Attention Is All You Need", "2017"),
        ("1810.04805", "BERT, a language model", "2019"),
    ]


README = """<div align="center">
  <img src="logo.png" width="300">
</div>

# Awesome attention [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

Papers and [code](https://github.com/a/b) that we like. See also [the course](https://example.org/course).

## Models

- [Attention Is All You Need](https://arxiv.org/abs/1706.03762) (Vaswani et al., 2017)
- **Deep Residual Learning for Image Recognition**, *Kaiming He, Xiangyu Zhang*, CVPR 2016. \
[[pdf]](https://arxiv.org/pdf/1512.03385v1.pdf) [[code]](https://github.com/a/c)
- Adam: A Method for Stochastic Optimization. Diederik P. Kingma and Jimmy Ba. ICLR 2015. [[paper]](https://arxiv.org/abs/1412.6980)
- [[EMNLP 2014](https://arxiv.org/abs/1406.1078)] Learning Phrase Representations using RNN Encoder-Decoder [[code]](https://github.com/a/d)
- **[GIN](https://example.org/docs/gin)** from Xu *et al.*: \
<a href="https://openreview.net/forum?id=ryGs6iA5Km">How Powerful are Graph Neural Networks?</a> (ICLR 2019)
- [The library](https://github.com/a/e): a toolbox

### Tables

| Title | Venue | Date | Code |
|:--|:-:|:-:|:-:|
| [**Generative Adversarial Networks**](https://arxiv.org/abs/1406.2661) | NIPS 2014 | 2014-06 | - |

```bash
curl https://arxiv.org/abs/1810.04805
```

[^1]: Mnih, V., & Gregor, K. (2014). \
[Neural Variational Inference and Learning in Belief Networks](https://arxiv.org/abs/1402.0030). *ICML 2014*.

```bibtex
@article{vaswani, title={Attention Is All You Need}, year={2017}}
```
"""


def test_a_readme_gives_titles_people_and_years_and_nothing_that_is_no_paper() -> None:
    name, items = read_with_chosen(README)
    found = [shown(record.fields, record) for record in records(items)]
    told = [(paper.get("title"), paper.get("authors", []), paper.get("year")) for paper in found]
    assert name == "references"
    assert told == [
        ("Attention Is All You Need", ["Vaswani", "et al."], "2017"),
        ("Deep Residual Learning for Image Recognition", ["He, Kaiming", "Zhang, Xiangyu"], "2016"),
        ("Adam: A Method for Stochastic Optimization", ["Kingma, Diederik P.", "Ba, Jimmy"], "2015"),
        ("Learning Phrase Representations using RNN Encoder-Decoder", [], "2014"),
        ("How Powerful are Graph Neural Networks?", ["Xu", "et al."], "2019"),
        ("Generative Adversarial Networks", [], "2014"),
        ("Neural Variational Inference and Learning in Belief Networks", ["Mnih, V.", "Gregor, K."], "2014"),
        ("Attention Is All You Need", [], "2017"),
    ]
    assert [paper.get("venue") for paper in found[1:6]] == ["CVPR", "ICLR", "EMNLP", "ICLR", "NIPS"]
    assert problems(items) == []


def test_links_of_other_notations_are_links() -> None:
    text = (
        "#. A\\. Vaswani, & N. Shazeer. `Attention Is All\n"
        "   You Need <https://arxiv.org/abs/1706.03762>`_, 2017.\n"
        "- [Deep Residual Learning][he], CVPR 2016\n"
        "- Aggregating [Nested Transformers]\n\n"
        "[he]: https://arxiv.org/abs/1512.03385\n[Nested Transformers]: https://arxiv.org/abs/2105.12723\n"
    )
    found = [record.fields for record in records(read_with_chosen(text)[1])]
    assert [(fields["arxiv"], fields.get("title")) for fields in found][:2] == [
        ("1706.03762", "Attention Is All You Need"),
        ("1512.03385", "Deep Residual Learning"),
    ]
    assert [name.plain for name in found[0]["authors"]] == ["A. Vaswani", "N. Shazeer"]


_PEOPLE_LAST = """# Papers
- [Distilling the Knowledge](https://arxiv.org/abs/1503.02531) by Ann Bell, Carl Dahl and Eve Fox, 2015
- [Adam: A Method for Optimization](https://arxiv.org/abs/1412.6980), Ann Bell, Carl Dahl & Eve Fox. ICLR 2015
- Mask R-CNN - Ann Bell et al. - ICCV 2017 - [pdf](https://arxiv.org/abs/1703.06870)
"""


def test_who_stands_behind_and_is_a_person_and_no_venue() -> None:
    _, items = read_with_chosen(_PEOPLE_LAST)
    found = [item.fields for item in records(items)]
    for fields in found[:2]:
        assert [name.family for name in fields["authors"]] == ["Bell", "Dahl", "Fox"]
    assert [fields.get("venue") for fields in found] == [None, "ICLR", None]
    assert found[2]["title"] == "Mask R-CNN"


_ADDRESSES_BELOW = """# Papers
- [Generative Adversarial Networks][gan]
- [Adam: A Method for Stochastic Optimization][2]
- [Deep Residual Learning for Image Recognition]
- [Not named below]

[gan]: https://arxiv.org/abs/1406.2661
[2]: https://arxiv.org/abs/1412.6980 "Adam"
[Deep Residual Learning for Image Recognition]: <https://arxiv.org/abs/1512.03385>
[of no item]: https://arxiv.org/abs/1810.04805
"""


def test_addresses_below_a_list_are_those_of_its_links() -> None:
    _, items = read_with_chosen(_ADDRESSES_BELOW)
    found = [(item.origin.line, item.fields.get("title"), item.fields["arxiv"]) for item in records(items)]
    assert found == [
        (2, "Generative Adversarial Networks", "1406.2661"),
        (3, "Adam: A Method for Stochastic Optimization", "1412.6980"),
        (4, "Deep Residual Learning for Image Recognition", "1512.03385"),
        (10, None, "1810.04805"),
    ]


def test_two_links_with_titles_of_their_own_are_two_papers() -> None:
    text = (
        "- [Attention Is All You Need](https://arxiv.org/abs/1706.03762) and "
        "[How Powerful are Graph Neural Networks?](https://openreview.net/forum?id=ryGs6iA5Km)\n"
        "- **Deep Residual Learning** [[arXiv]](https://arxiv.org/abs/1512.03385) "
        "[[paper]](https://openreview.net/forum?id=abcdefgh)\n"
    )
    found = [record.fields.get("title") for record in records(read_with_chosen(text)[1])]
    assert found == [
        "Attention Is All You Need",
        "How Powerful are Graph Neural Networks?",
        "Deep Residual Learning",
    ]


def test_people_below_an_item_are_its_people() -> None:
    text = (
        "- Attention Is All You Need [[Paper]](https://arxiv.org/abs/1706.03762)\n"
        "    - Ashish Vaswani, Noam Shazeer\n    - Google Brain\n"
        "- Deep Residual Learning [[Paper]](https://arxiv.org/abs/1512.03385)\n    - Kaiming He, Jian Sun\n"
    )
    items = read_with_chosen(text)[1]
    assert [shown(record.fields, record)["authors"] for record in records(items)] == [
        ["Vaswani, Ashish", "Shazeer, Noam"],
        ["He, Kaiming", "Sun, Jian"],
    ]
    assert problems(items) == []


@pytest.mark.parametrize(
    "item",
    [
        "## [{title}](https://arxiv.org/abs/{number})\n\n{abstract}\n\n",
        "- **[{title}](https://arxiv.org/abs/{number})**\n  {abstract}\n\n",
        "- [{title}](https://arxiv.org/abs/{number})\n  - {abstract}\n",
    ],
)
def test_markdown_with_abstracts_is_no_list_of_references(item: str) -> None:
    abstract = (
        "We propose a network without recurrence, and show on two tasks that it is better. " * 5
    ).strip()
    text = "# Daily papers\n\n" + "".join(
        item.format(title=title, number=number, abstract=abstract)
        for title, number in (
            ("Attention Is All You Need", "1706.03762"),
            ("Deep Residual Learning", "1512.03385"),
            ("Generative Adversarial Networks", "1406.2661"),
        )
    )
    found = [record.fields for record in records(read_with_chosen(text)[1])]
    assert [fields["abstract"].strip() for fields in found] == [abstract] * 3


def test_what_stands_around_a_title_is_no_part_of_it() -> None:
    text = """# Attention
| Title | Venue | Code |
|---|---|---|
| [Attention Is All You Need](https://arxiv.org/abs/1706.03762) (Google) | NIPS | - |
| [Efficient Transformers for Everybody Alike](https://example.org/posts/efficient) | - | - |

* Li, H., Li, J., Wang, W.: Deep Residual Learning. Optics Letters (2019) \
[[paper]](https://arxiv.org/abs/1512.03385)`FGAN`
* [[PAPER]](https://arxiv.org/abs/1406.2661) Generative Adversarial Networks for All, NIPS 2014
* **Foundations of attention:** Child et al. (2019) [[paper]](https://arxiv.org/abs/1904.10509)
* Learning Phrase Representations [[Paper]](https://arxiv.org/abs/1406.1078)

    * Kyunghyun Cho, Bart van Merrienboer

    * Note: a version with more figures is elsewhere
"""
    items = read_with_chosen(text)[1]
    found = [shown(record.fields, record) for record in records(items)]
    assert [(paper.get("title"), paper.get("authors", [])) for paper in found] == [
        ("Attention Is All You Need", []),
        ("Efficient Transformers for Everybody Alike", []),
        ("Deep Residual Learning", ["Li, H.", "Li, J.", "Wang, W."]),
        ("Generative Adversarial Networks for All", []),
        (None, ["Child", "et al."]),
        ("Learning Phrase Representations", ["Cho, Kyunghyun", "van Merrienboer, Bart"]),
    ]
    assert [paper.get("venue") for paper in found[:4]] == ["NIPS", None, "Optics Letters", "NIPS"]
    assert problems(items) == []


def test_what_is_no_address_does_no_harm() -> None:
    text = "- arXiv:1706.03762\n- http://[::]:5002/demo\n- arXiv:1512.03385\n"
    name, items = read_with_chosen(text)
    assert name == "references"
    assert [record.fields["arxiv"] for record in records(items)] == ["1706.03762", "1512.03385"]


def test_links_that_lead_elsewhere_are_no_titles() -> None:
    text = (
        "- `adahessian` by [David Samuel](https://github.com/a/b) - https://arxiv.org/abs/2006.00719\n"
        "- See the [SimCLR paper](https://arxiv.org/abs/2002.05709) and our [new tutorial](https://example.org/t)\n"
        "- [Attention Is All You Need](https://arxiv.org/abs/1706.03762)\n"
    )
    found = [record.fields.get("title") for record in records(read_with_chosen(text)[1])]
    assert found == [None, None, "Attention Is All You Need"]


KNOWN_LISTS = """# Papers
1. **Modeling Relational Data with Graph Networks.** ESWC 2018. [paper](https://arxiv.org/pdf/1703.06103.pdf)

    *Michael Schlichtkrull, Thomas N. Kipf.*

**[5]** Simonyan, Karen, and Andrew Zisserman. "**Very deep convolutional networks**." arXiv preprint \
arXiv:1409.1556 (2014). [[pdf]](https://arxiv.org/pdf/1409.1556.pdf) **(VGGNet, very deep!)** :star::star:

- **Anonymous Walk Embeddings (ICML 2018)**
  - Sergey Ivanov and Evgeny Burnaev
  - [[Paper]](https://arxiv.org/pdf/1805.11921.pdf)
  - [[Python Reference]](https://github.com/a/b)
- **Fast R-CNN** (2015), R. Girshick [[pdf]] (http://arxiv.org/pdf/1504.08083)
- <b>Maxout networks for all</b><br>I. Goodfellow, D. Warde-Farley<br>ICML 2013 \
<a href="http://arxiv.org/abs/1302.4389">paper</a>
- **[ICLR'14]** Network in network [[paper]](http://arxiv.org/abs/1312.4400)
* Hanxi Li, Yi Li and Fatih Porikli, DeepTrack: Learning for Visual Tracking, BMVC, 2014. \
[[Paper]](http://arxiv.org/abs/1503.00072)
"""


def test_lists_as_they_are_kept() -> None:
    items = read_with_chosen(KNOWN_LISTS)[1]
    found = [shown(record.fields, record) for record in records(items)]
    assert [(paper["title"], paper.get("authors", []), paper["year"]) for paper in found] == [
        (
            "Modeling Relational Data with Graph Networks",
            ["Schlichtkrull, Michael", "Kipf, Thomas N."],
            "2018",
        ),
        ("Very deep convolutional networks", ["Simonyan, Karen", "Zisserman, Andrew"], "2014"),
        ("Anonymous Walk Embeddings", ["Ivanov, Sergey", "Burnaev, Evgeny"], "2018"),
        ("Fast R-CNN", ["Girshick, R."], "2015"),
        ("Maxout networks for all", ["Goodfellow, I.", "Warde-Farley, D."], "2013"),
        ("Network in network", [], "2014"),
        ("DeepTrack: Learning for Visual Tracking", ["Li, Hanxi", "Li, Yi", "Porikli, Fatih"], "2014"),
    ]
    assert [paper["arxiv"] for paper in found] == [
        *("1703.06103", "1409.1556", "1805.11921", "1504.08083", "1302.4389", "1312.4400", "1503.00072"),
    ]
    assert problems(items) == []


def test_items_with_commas_are_no_rows_of_a_table() -> None:
    text = (
        "- [Generative Adversarial Networks](https://arxiv.org/abs/1406.2661), Ian Goodfellow, 2014\n"
        "- [Deep Residual Learning for Image Recognition](https://arxiv.org/abs/1512.03385), K. He, 2015\n"
    )
    name, items = read_with_chosen(text)
    assert name == "references"
    assert [(record.fields["title"], record.fields.get("venue")) for record in records(items)] == [
        ("Generative Adversarial Networks", None),
        ("Deep Residual Learning for Image Recognition", None),
    ]


def test_several_initials_in_front_are_one_person() -> None:
    text = (
        'D. E. Rumelhart and R. J. Williams, "Learning representations," Nature, vol. 323, pp. 533, 1986, '
        "doi: 10.1038/323533a0.\n"
    )
    fields = records(read_with_chosen(text * 3)[1])[0].fields
    assert [name.family for name in fields["authors"]] == ["Rumelhart", "Williams"]
    assert (fields["title"], fields["venue"]) == ("Learning representations", "Nature")


def test_an_identifier_with_its_class_stands_alone() -> None:
    text = "arXiv:2104.01234v2 [cs.LG]\n  a note below\narXiv:1706.03762v5 [cs.CL]\n  and one more\n"
    found = [(record.origin.line, record.origin.end_line) for record in records(read_with_chosen(text)[1])]
    assert found == [(1, 2), (3, 4)]


LABELLED = """- (NeurIPS 2017) Attention is all you need. Vaswani et al. https://arxiv.org/abs/1706.03762
- **CVPR 2016** Deep Residual Learning for Image Recognition [paper](https://arxiv.org/abs/1512.03385)
- Adam: A Method for Stochastic Optimization, ICLR 2015 [arxiv](https://arxiv.org/abs/1412.6980)
- ICLR 2014 - Auto-Encoding Variational Bayes for All [paper](https://arxiv.org/abs/1312.6114)
- [Journal of Ideas 2019] Language Models are Unsupervised Learners [[pdf](https://arxiv.org/abs/1901.00001)]
- Scaling Laws for Neural Models (LLM). *Letters on models 2020*. [paper](https://arxiv.org/abs/2001.08361)
"""


def test_a_venue_before_or_behind_a_title_is_no_part_of_it() -> None:
    found = [dict(record.fields) for record in records(read_with_chosen(LABELLED)[1])]
    assert [(paper["title"], paper["venue"], paper["year"]) for paper in found] == [
        ("Attention is all you need", "NeurIPS", "2017"),
        ("Deep Residual Learning for Image Recognition", "CVPR", "2016"),
        ("Adam: A Method for Stochastic Optimization", "ICLR", "2015"),
        ("Auto-Encoding Variational Bayes for All", "ICLR", "2014"),
        ("Language Models are Unsupervised Learners", "Journal of Ideas", "2019"),
        ("Scaling Laws for Neural Models (LLM)", "Letters on models", "2020"),
    ]


def test_what_may_be_a_venue_or_part_of_the_title_gives_no_title() -> None:
    text = (
        "- Deep Learning for Maps of Sweden, Northern Norway 2016 [paper](https://arxiv.org/abs/1512.03385)\n"
        "- A Meeting of Experts 2016 - Maps and what they show [paper](https://arxiv.org/abs/1412.6980)\n"
    )
    found = [dict(record.fields) for record in records(read_with_chosen(text)[1])]
    assert [paper.get("title") for paper in found] == [None, None]


def test_people_behind_a_title_and_before_a_venue_are_no_part_of_either() -> None:
    text = (
        "- [LoRA](https://arxiv.org/abs/2106.09685) LoRA: Low-Rank Adaptation of Large Language Models, "
        "Hu et al.\n"
        "- [Deep learning](https://arxiv.org/abs/1512.03385), Yann LeCun, Yoshua Bengio, and G. Hinton, "
        "The review of all sciences, 2015\n"
    )
    found = [shown(record.fields, record) for record in records(read_with_chosen(text)[1])]
    assert [(paper["title"], paper["authors"], paper.get("venue")) for paper in found] == [
        ("LoRA: Low-Rank Adaptation of Large Language Models", ["Hu", "et al."], None),
        (
            "Deep learning",
            ["LeCun, Yann", "Bengio, Yoshua", "Hinton, G."],
            "The review of all sciences",
        ),
    ]


def test_titles_and_addresses_on_lines_in_turn_are_a_paper_each() -> None:
    text = "".join(
        f"**{title}**\nhttps://arxiv.org/abs/{number}\n"
        for title, number in (
            ("Attention Is All You Need", "1706.03762"),
            ("Deep Residual Learning for Image Recognition", "1512.03385"),
            ("Adam: A Method for Stochastic Optimization", "1412.6980"),
        )
    )
    found = [dict(record.fields) for record in records(read_with_chosen(text)[1])]
    assert [(paper["title"], paper["arxiv"]) for paper in found] == [
        ("Attention Is All You Need", "1706.03762"),
        ("Deep Residual Learning for Image Recognition", "1512.03385"),
        ("Adam: A Method for Stochastic Optimization", "1412.6980"),
    ]


def test_a_sentence_around_an_identifier_is_no_title() -> None:
    text = "The line of work started with arXiv:1706.03762, then\nhttps://arxiv.org/abs/1810.04805 came\n"
    assert [dict(record.fields) for record in records(read_with_chosen(text)[1])] == [
        {"arxiv": "1706.03762"},
        {"arxiv": "1810.04805"},
    ]


def test_sentences_behind_a_linked_title_are_its_abstract() -> None:
    abstract = (
        "Deeper neural networks are more difficult to train. We present a learning framework to ease the "
        "training of networks that are deeper than those used before."
    )
    text = (
        f"1. [Deep Residual Learning for Image Recognition](https://arxiv.org/abs/1512.03385) — {abstract}\n"
        "2. [Attention Is All You Need](https://arxiv.org/abs/1706.03762) - A nice overview, with code.\n"
    )
    found = [dict(record.fields) for record in records(read_with_chosen(text)[1])]
    assert [(paper["title"], paper.get("abstract")) for paper in found] == [
        ("Deep Residual Learning for Image Recognition", abstract),
        ("Attention Is All You Need", None),
    ]


def test_an_emoji_before_a_title_changes_nothing() -> None:
    text = "- \U0001f525 **Deep learning at last**, Y. LeCun and G. E. Hinton, 2015. [[pdf](https://arxiv.org/abs/1512.03385)]\n"
    fields = records(read_with_chosen(text * 2)[1])[0].fields
    assert (fields["title"], [name.family for name in fields["authors"]]) == (
        "Deep learning at last",
        ["LeCun", "Hinton"],
    )


def test_a_journal_of_one_word_in_italics_is_no_author() -> None:
    text = "".join(
        f"- [The sums of ledgers that agree, part {n}](https://doi.org/10.1000/{n}), Ada Lovelace and"
        " Emmy Noether, *Vaccine, 2021*\n"
        for n in range(3)
    )
    found = [record.fields for record in records(read_with_chosen(text)[1])]
    assert [(len(fields["authors"]), fields.get("venue")) for fields in found] == [(2, "Vaccine")] * 3


def test_a_reference_in_a_block_quote_is_one_without_its_mark() -> None:
    address = "https://doi.org/10.1000/182"
    said = "Miller, A., Keller, B., & Weber, C. (2024). Lanterns for ledgers. *Ledger Studies*."
    text = f"> {said} [{address}]({address})\n"
    name, items = read_with_chosen(text)
    (record,) = records(items)
    assert name == "references"
    assert (record.fields.get("title"), record.fields.get("doi")) == ("Lanterns for ledgers", "10.1000/182")
    assert record.text == text.strip()
