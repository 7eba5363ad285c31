"""How exactly papers are read back from text that they were laid out in, layout by layout.

    python -m benchmarks.pasted_layouts [SEED]

The papers of this list, 20 a file, in each layout as it is pasted: a paragraph a line or wrapped, numbered or
bulleted, set off by blank lines or a rule, a quarter of the abstracts in two paragraphs.
The peer takes each run of lines for a paper and its longest line for the abstract, as simple scripts do.
"""

from __future__ import annotations

import datetime
import random
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import product
from typing import NamedTuple

from benchmarks.lists import own_list
from generator.clean import clean
from generator.model import RawRecord
from generator.sources import read_bytes

PAPERS = 20  # a file
WIDTHS = (0, 76)  # 0: a paragraph a line
MARKS = ("", "{}. ", "[{}] ", "• ")
GAPS = (("\n\n", "\n"), ("\n\n\n", "\n\n"), ("\n\n---\n\n", "\n"))  # between papers, between fields


class Work(NamedTuple):
    """A paper to lay out: its title, names, paragraphs of its abstract, arXiv id and day."""

    t: str
    a: str
    p: tuple[str, ...]
    i: str
    d: datetime.date


Maker = Callable[[Work], Sequence[str | tuple[str, ...]]]
SUBJECTS = "Subjects: Computation and Language (cs.CL); Machine Learning (cs.LG)"
# fmt: off
# Layout → the letters of what it tells of a paper, '/' where its lines always follow one another; the fields.
LAYOUTS: dict[str, tuple[str, Maker]] = {
    "abstract": ("p", lambda w: [w.p]),
    "title, abstract": ("tp", lambda w: [w.t, w.p]),
    "title, authors, abstract": ("tap", lambda w: [w.t, w.a, w.p]),
    "authors, title, abstract": ("tap", lambda w: [w.a, w.t, w.p]),
    "abstract, title, authors": ("tap", lambda w: [w.p, w.t, w.a]),
    "abstract, comment, id, date": ("pid", lambda w: [w.p, "12 pages", f"arXiv:{w.i}", f"Created: {w.d}"]),
    "title, authors, id, date, text": ("tapid", lambda w: [w.t, w.a, f"arXiv:{w.i}", f"{w.d:%d %b %Y}", w.p]),
    "labels": ("tapi", lambda w: [f"Title: {w.t}", f"Authors: {w.a}", "Abstract:", w.p, f"arXiv: {w.i}"]),
    "labels on their own lines": ("tap", lambda w: ["TITLE", w.t, "AUTHORS", w.a, "ABSTRACT", w.p]),
    "Markdown headings": ("tap", lambda w: [f"## {w.t}", f"*{w.a}*", w.p]),
    "arXiv listing": ("tapi/", lambda w: [
        f"arXiv:{w.i} [pdf, html, other]", f"Title: {w.t}", f"Authors: {w.a}", SUBJECTS, w.p]),
    "arXiv page": ("tapid/", lambda w: [
        f"arXiv > cs > arXiv:{w.i}", f"[Submitted on {w.d:%d %b %Y}]", w.t, w.a, "View PDF", w.p,
        SUBJECTS, f"Cite as: arXiv:{w.i} [cs.CL]"]),
    "Hugging Face page": ("tapi/", lambda w: [
        f"arxiv:{w.i}", w.t, f"Published on {w.d:%b %d, %Y}", "· Submitted by", "me", "12", "Authors:",
        *w.a.replace(", ", " ,, ").split(", "), "Abstract", w.p, "View arXiv page", "Add to collection"]),
    "OpenReview": ("tap/", lambda w: [
        w.t, w.a, f"Published: {w.d}, Last Modified: {w.d}", "Abstract:", w.p, "0 Replies"]),
    "ACL Anthology": ("tap/", lambda w: ["pdf bib abs", w.t, w.a.replace(", ", " | "), w.p]),
    "conference programme": ("tap/", lambda w: ["10:30 - 10:45", w.t, w.a, "Poster #12", w.p]),
    "references": ("tai/", lambda w: [f"{w.a}. {w.d:%Y}. {w.t}. arXiv preprint arXiv:{w.i}."]),
}
# fmt: on


def works() -> list[Work]:
    """The papers of this list that are on arXiv, each with a day made of its identifier."""
    made = []
    for paper in (entry.paper for entry in own_list()[0]):
        arxiv = re.fullmatch(r"(\d\d)(\d\d)\.\d{3}(\d\d)", paper.arxiv or "")
        if arxiv and paper.title and paper.abstract:
            day = datetime.date(2000 + int(arxiv[1]), int(arxiv[2]), 1 + int(arxiv[3]) % 28)
            names, abstract = (", ".join(name.plain for name in paper.authors), paper.abstract.source.split())
            made.append(Work(paper.title.source, names, (" ".join(abstract),), arxiv[0], day))
    return made


def lay_out(papers: Sequence[Work], layout: str, width: int, mark: str, gap: str, within: str) -> str:
    """A text of these papers; mark: before each one, with {} for its number."""
    made, make = [], LAYOUTS[layout][1]
    for number, work in enumerate(papers, 1):
        parts = [part for field in make(work) for part in ([field] if isinstance(field, str) else field)]
        parts[0] = re.sub("^(?:## )?", rf"\g<0>{mark.format(number)}", parts[0])
        made.append(within.join(textwrap.fill(part, width) if width else part for part in parts))
    return gap.join(made)


def exact(papers: Sequence[Work], text: str) -> dict[str, int]:
    """How many papers were read ('n'), and how many of them have each field as it was."""
    read = [clean(item) for item in read_bytes(text.encode(), "in.txt") if isinstance(item, RawRecord)]
    known = {" ".join(work.p): work for work in papers} | {work.t: work for work in papers}
    found = {"n": len(read), **dict.fromkeys("ptaid", 0)}
    for paper in read:
        said = [" ".join(part.source.split()) if part else "" for part in (paper.abstract, paper.title)]
        work = known.get(said[0]) or known.get(said[1])
        if work:
            day = [int(paper.details.get(part, 0)) for part in ("month", "day")]
            found["p"] += said[0] == " ".join(work.p)
            found["t"] += said[1] == work.t
            found["a"] += ", ".join(name.plain for name in paper.authors) == work.a
            found["i"] += paper.arxiv == work.i
            found["d"] += paper.created == str(work.d) or day == [work.d.month, work.d.day]
    return found


def peer(papers: Sequence[Work], text: str) -> tuple[int, int]:
    """Runs of lines as papers: how many, and how many abstracts are right."""
    runs = re.split(r"\n\s*\n", text)
    longest = {" ".join(max(run.split("\n"), key=len).split()) for run in runs}
    return len(runs), sum(" ".join(work.p) in longest for work in papers)


def main() -> None:
    """Prints for each layout how many files have the right number of papers, and which fields are equal."""
    chance = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    papers = works()
    for layout, (says, _) in LAYOUTS.items():
        sums: Counter[str] = Counter()
        for width, mark, (gap, within) in product(WIDTHS, MARKS, GAPS):
            some = [_split(work, chance) if "t" in says else work for work in chance.sample(papers, PAPERS)]
            text = lay_out(some, layout, width, mark, gap, "\n" if says.endswith("/") else within)
            found = exact(some, text.replace("\n", chance.choice(("\n", "\r\n"))))
            runs, right = peer(some, text)
            sums.update(found, files=1, whole=found["n"] == PAPERS, peer=runs == PAPERS, right=right)
        total = PAPERS * sums["files"]
        line = "  ".join(
            f"{letter} {100 * sums[letter] / total:6.2f}" for letter in "ptaid" if letter in says
        )
        print(f"{layout:35} counts {sums['whole']} of {sums['files']}  {line}", end="  ")
        print(f"(peer {sums['peer']}, p {100 * sums['right'] / total:.0f})")


def _split(work: Work, chance: random.Random) -> Work:
    """The work, one time in four with its abstract in two paragraphs."""
    parts = re.split(r"(?<=[a-z]\.) (?=[A-Z])", work.p[0])
    whole = len(parts) < 5 or chance.randrange(4)
    return work if whole else work._replace(p=(" ".join(parts[:2]), " ".join(parts[2:])))


if __name__ == "__main__":
    main()
