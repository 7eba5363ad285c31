"""Markdown: a list of references with links, ready for a README or a page.

What a reference does not show follows it in a comment, which no page shows: whoever reads the list again has
the whole record.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.exports.cells import cells
from generator.exports.facts import address, arxiv_address, authors_and_others, doi_address, names, real_venue
from generator.formats import CSV_COLUMNS
from generator.model import Entry, Paper
from generator.text import Name, comment_json, escape_html

_NOT_KEPT = frozenset({"key", "topics", "added"})


def write_markdown(entries: Sequence[Entry]) -> str:
    """One list item a paper."""
    return "".join(f"- {reference(entry.paper)}{_comment(entry)}\n" for entry in entries)


def reference(paper: Paper) -> str:
    """Authors, title, venue, year and links of one paper, on one line."""
    venue = real_venue(paper)
    title = (escape_html(paper.title.plain) if paper.title else "") or "Untitled"
    link = best_address(paper)
    parts = [
        escape_html(_authors(paper)),
        f"[**{title}**]({_target(link)})" if link else f"**{title}**",
        ", ".join(filter(None, [f"*{escape_html(venue.plain)}*" if venue else "", str(paper.year or "")])),
        " ".join(_identifiers(paper)),
    ]
    return ". ".join(part for part in parts if part)


def best_address(paper: Paper) -> str | None:
    """The paper's own address, or its DOI's, or its arXiv page."""
    return address(paper) or doi_address(paper) or arxiv_address(paper)


def _authors(paper: Paper) -> str:
    """Without the full stop of 'Jr.' or 'et al.' at the end: one follows."""
    return ", ".join(names(authors_and_others(paper))).removesuffix(".")


def _comment(entry: Entry) -> str:
    """The cells that the reference does not show, or not so that they are read as what they are."""
    paper, values = entry.paper, cells(entry)
    titled = paper.title and paper.title.plain
    values["title_status"] = values.get("title_status", "") if titled else "missing"
    shown = {"title", "year", "doi", "arxiv"}
    if real_venue(paper) == paper.venue:
        shown.add("venue")
    if address(paper) not in (doi_address(paper), arxiv_address(paper)):
        shown.add("url")
    if Name.parse_list(_authors(paper)) == authors_and_others(paper):
        shown.add("authors")
    kept = [name for name in CSV_COLUMNS if name not in shown | _NOT_KEPT]
    more = {name: values[name] for name in kept if values.get(name)}
    return f" <!-- {comment_json(more)} -->" if more else ""


def _identifiers(paper: Paper) -> list[str]:
    links = [
        (f"doi:{paper.doi}", doi_address(paper)),
        (f"arXiv:{paper.arxiv}", arxiv_address(paper)),
    ]
    return [f"[{escape_html(label)}]({_target(link)})" for label, link in links if link]


def _target(link: str) -> str:
    """A link's target for Markdown: parentheses, brackets and marks of emphasis encoded."""
    for mark in "()[]*_~`!'$":
        link = link.replace(mark, f"%{ord(mark):02X}")
    return link
