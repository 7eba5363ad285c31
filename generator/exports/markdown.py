"""Markdown: a list of references with links, ready for a README or a page."""

from __future__ import annotations

from collections.abc import Sequence

from generator.exports.facts import address, arxiv_address, doi_address, names, real_venue
from generator.model import Entry, Paper
from generator.text import escape_html


def write_markdown(entries: Sequence[Entry]) -> str:
    """One list item a paper."""
    return "".join(f"- {reference(entry.paper)}\n" for entry in entries)


def reference(paper: Paper) -> str:
    """Authors, title, venue, year and links of one paper, on one line."""
    venue = real_venue(paper)
    title = escape_html(paper.title.plain) if paper.title else "Untitled"
    link = best_address(paper)
    parts = [
        escape_html(", ".join(names(paper.authors))),
        f"[**{title}**]({_target(link)})" if link else f"**{title}**",
        ", ".join(filter(None, [f"*{escape_html(venue.plain)}*" if venue else "", str(paper.year or "")])),
        " ".join(_identifiers(paper)),
    ]
    return ". ".join(part for part in parts if part)


def best_address(paper: Paper) -> str | None:
    """The paper's own address, or its DOI's, or its arXiv page."""
    return address(paper) or doi_address(paper) or arxiv_address(paper)


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
