"""Two formats in one file without anything between them: both are read, or what is not is told."""

from __future__ import annotations

import pytest

from generator.model import Problem, RawRecord, ReadItem, Skipped
from generator.sources import read_bytes

ATTENTION = (
    "The dominant sequence transduction models are based on complex recurrent or convolutional neural "
    "networks in an encoder-decoder configuration. The best performing models also connect the encoder and "
    "decoder through an attention mechanism. We propose a new simple network architecture, the Transformer."
)
BERT = (
    "We introduce a new language representation model called BERT, which stands for Bidirectional Encoder "
    "Representations from Transformers. Unlike recent language representation models, BERT is designed to "
    "pre-train deep bidirectional representations from unlabeled text by jointly conditioning on both left "
    "and right context."
)
TITLE = "Attention Is All You Need"
BERTS = "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding"
PEOPLE = "Jacob Devlin, Ming-Wei Chang, Kenton Lee, Kristina Toutanova"
WRAPPED = ATTENTION.replace("networks in an", "networks in an\n      ")
OPEN = {  # formats in which nothing marks the end of the last record
    "ris": f"TY  - CPAPER\nTI  - {TITLE}\nAU  - Vaswani, Ashish\nPY  - 2017\nAB  - {ATTENTION}",
    "nbib": f"PMID- 10000001\nOWN - NLM\nTI  - {TITLE}\nFAU - Vaswani, Ashish\nDP  - 2017\nAB  - {WRAPPED}",
    "endnote-tags": f"%0 Journal Article\n%T {TITLE}\n%A Vaswani, Ashish\n%D 2017\n%X {ATTENTION}",
    "refworks": f"RT Journal Article\nT1 {TITLE}\nA1 Vaswani, Ashish\nYR 2017\nAB {ATTENTION}",
    "noteexpress": f"{{Reference Type}}: Journal Article\n{{Title}}: {TITLE}\n{{Author}}: Vaswani, Ashish\n"
    f"{{Year}}: 2017\n{{Abstract}}: {ATTENTION}",
    "table": f'Title,Authors,Year,Abstract\n{TITLE},"Vaswani, Ashish",2017,"{ATTENTION}"\n'
    f'{TITLE} (talk),"Vaswani, Ashish",2018,',
    "yaml": f"- title: {TITLE}\n  authors: [Ashish Vaswani]\n  year: 2017\n  abstract: >-\n    {ATTENTION}",
    "toml": f'[[papers]]\ntitle = "{TITLE}"\nauthors = ["Ashish Vaswani"]\nyear = 2017\n'
    f'abstract = "{ATTENTION}"',
    "pubmed": "1. Nature. 2015 May 28;521(7553):436-44. doi: 10.1038/nature14539.\n\n"
    f"{TITLE}.\n\nVaswani A(1).\n\n{ATTENTION}\n\nPMID: 26017442",
}
BELOW = {
    "pasted": f"{BERTS}\n{PEOPLE}\n{BERT}",
    "wrapped": f"{BERTS[:40]}\n{BERTS[40:]}\n{PEOPLE}\n\n{BERT[:101]}\n{BERT[101:]}",
    "labelled": f"Title: {BERTS}\nAuthors: {PEOPLE}\nAbstract: {BERT}",
    "apa": f"Devlin, J., Chang, M.-W., Lee, K., & Toutanova, K. (2019). {BERTS}. NAACL.",
    "link": f"- [{BERTS}](https://arxiv.org/abs/1810.04805)",
    "bibtex": f"@inproceedings{{devlin2019,\n  title = {{{BERTS}}},\n  author = {{Devlin, Jacob}}\n}}",
    "json": f'[\n {{\n  "title": "{BERTS}",\n  "authors": ["Jacob Devlin"],\n  "year": 2019\n }}\n]',
    "toml": f'[[papers]]\ntitle = "{BERTS}"\nauthors = ["Jacob Devlin"]\nyear = 2019',
    "refworks": f"RT Conference Proceedings\nT1 {BERTS}\nA1 Devlin, Jacob\nYR 2019",
    "noteexpress": f"{{Reference Type}}: Journal Article\n{{Title}}: {BERTS}\n{{Author}}: Devlin, Jacob",
    "page": f'---\ntitle: "{BERTS}"\nauthors: [Jacob Devlin]\ndate: 2019-05-24\nabstract: {BERT}\n---',
}


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["right below", "a blank line"])
@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("above", OPEN)
def test_a_paper_below_an_open_record_is_read(above: str, below: str, gap: str) -> None:
    found = _records(f"{OPEN[above]}{gap}{BELOW[below]}\n")
    titles = [record.fields.get("title", "").rstrip(".") for record in found]
    assert [title for title in titles if "talk" not in title] == [TITLE, BERTS]
    assert _folded(found[0].fields.get("abstract", "")) == _folded(ATTENTION)


@pytest.mark.parametrize("above", [*sorted(OPEN.keys() - {"table", "yaml", "toml"}), "pasted"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["right below", "a blank line"])
def test_an_abstract_alone_below_an_open_record_is_told(above: str, gap: str) -> None:
    text = {**OPEN, "pasted": f"{TITLE}\n{ATTENTION}"}[above] + f"{gap}{BERT}\n"
    items = list(read_bytes(text.encode(), "in.txt"))
    told = [item for item in items if isinstance(item, Problem)]
    whole = [item for item in items if isinstance(item, RawRecord) and item.fields.get("abstract") == BERT]
    assert whole or [item.origin and item.origin.end_line for item in told] == [text.count("\n")]


LISTS = {
    "apa": [
        f"Devlin, J., Chang, M.-W., Lee, K., & Toutanova, K. (2019). {BERTS}. NAACL.",
        "LeCun, Y., Bengio, Y., & Hinton, G. (2015). Deep learning. Nature, 521(7553), 436–444.",
    ],
    "links": [
        f"- [{BERTS}](https://arxiv.org/abs/1810.04805)",
        "- [Deep Residual Learning for Image Recognition](https://arxiv.org/abs/1512.03385)",
    ],
    "ids": ["arXiv:1810.04805", "arXiv:1512.03385"],
}


@pytest.mark.parametrize("above", [True, False], ids=["list above", "list below"])
@pytest.mark.parametrize("form", LISTS)
def test_a_list_beside_abstracts_is_read(form: str, above: bool) -> None:
    pasted, items = f"{TITLE}\nAshish Vaswani, Noam Shazeer\n{ATTENTION}", "\n".join(LISTS[form])
    found = _records(f"{items}\n\n{pasted}\n" if above else f"{pasted}\n\n{items}\n")
    assert len(found) == 3
    whole = [record for record in found if record.fields.get("title") == TITLE]
    assert [record.fields.get("abstract") for record in whole] == [ATTENTION]
    assert not any("doi" in record.fields or "arxiv" in record.fields for record in whole)


@pytest.mark.parametrize(
    "below",
    [
        f"Vaswani, A., Shazeer, N., & Polosukhin, I. (2017). {TITLE}. NeurIPS.",
        "arXiv:1706.03762\nhttps://doi.org/10.48550/arXiv.1706.03762",
        "References\n\nLeCun, Y., Bengio, Y., & Hinton, G. (2015). Deep learning. Nature, 521, 436–444.",
    ],
    ids=["cited", "identified", "with what it cites"],
)
def test_what_stands_below_the_one_paper_it_is_about(below: str) -> None:
    text = f"{TITLE}\nAshish Vaswani, Noam Shazeer\n{ATTENTION}\n\n{below}\n"
    assert [record.fields.get("title") for record in _records(text)].count(TITLE) <= 2
    assert _records(text)[0].fields.get("title") == TITLE


def _records(text: str) -> list[RawRecord]:
    items: list[ReadItem] = list(read_bytes(text.encode(), "in.txt"))
    assert not any(isinstance(item, Skipped) and item.reason == "text" for item in items)
    return [item for item in items if isinstance(item, RawRecord)]


def _folded(text: str) -> str:
    return " ".join(text.split())
