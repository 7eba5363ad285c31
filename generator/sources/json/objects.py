"""What an object of JSON is: a paper, a group of papers, or none."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.sources.json.passages import has_passages

# Members in which services wrap a paper: Hugging Face, OpenReview, DBLP, Zenodo, INSPIRE, DataCite, Zotero,
# Semantic Scholar, DOAJ, ReadCube, scholarly, Elasticsearch, ORCID.
WRAPPERS = (
    *("paper", "content", "info", "metadata", "attributes", "data", "node", "citedPaper", "citingPaper"),
    *("bibjson", "article", "bib", "_source", "work"),
)
# What names of members begin with in Dublin Core, PRISM and other vocabularies, and end with in Solr (HAL).
_AROUND_NAME = re.compile(r"^[a-z]{1,12}:(?=[a-z])|_[a-z]$")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")

_TITLES = frozenset(
    "title titles maintitle title_display display_name paper_title paperabstract preprint_title dc:title "
    "title_s article_title document_title titel titre título titolo 标题 论文标题 题名".split()
) | {"article title", "document title", "paper title"}
_PAPERS = frozenset(
    "papers articles publications works contributions talks presentations submissions posters sessions "
    "accepted_papers items entries".split()
)  # in which a programme or a list by topics has its papers
_NAMED = frozenset({"name", "authors", "abstract"})
_TOLD = frozenset({"authors", "author", "creators", "abstract", "year", "doi", "arxiv", "arxiv_id"})
_BESIDE = frozenset({"abstract", "year", "venue", "journal", "conference", "doi", "arxiv", "pdf", "paper"})
_OF_PROGRAMS = frozenset({"version", "license", "dependencies", "repository"})
DEEPEST = 3  # lists in objects in objects
_PROGRAMS = frozenset("scripts dependencies devDependencies jsonrpc openapi swagger compilerOptions".split())


@lru_cache(maxsize=10_000)  # names are few, and each record has them
def member_name(name: object) -> str:
    """The name of a member as `names` has it: small letters and digits, without prefix."""
    return _NOT_LETTERS.sub("", _AROUND_NAME.sub("", str(name).lower()))


def looks_like_paper(value: object) -> bool:
    """Whether an object has a title, itself or in the member that services wrap a paper in; or a name, and
    people and an abstract, as conferences' sites write it."""
    for _ in range(4):
        if not isinstance(value, dict):
            return False
        names = {str(name).lower() for name in value}  # cheaper than `member_name`
        if _TITLES & names or names >= _NAMED or ("passages" in names and has_passages(value)):
            return True
        value = next((value[name] for name in WRAPPERS if isinstance(value.get(name), dict)), None)
    return False


def no_paper(value: dict[str, object]) -> str:
    """Why an object that a service keeps beside its papers is none; '' for a paper."""
    data = value.get("data")
    inner = data if isinstance(data, dict) else value
    if inner.get("itemType") in ("note", "attachment", "annotation"):
        return f"Zotero {inner['itemType']}"
    if "$schema" in value or isinstance(value.get("properties"), dict) or not _PROGRAMS.isdisjoint(value):
        return "schema or package of a program"
    own, forum = value.get("id"), value.get("forum")
    return "OpenReview review or comment" if own and forum and own != forum else ""


def is_surely_paper(value: object) -> bool:
    """Whether an object has a title, and people or the like."""
    return isinstance(value, dict) and looks_like_paper(value) and not _TOLD.isdisjoint(value)


def is_named_paper(value: dict[str, object]) -> bool:
    """Whether an object has a name, people and what a paper has besides, and is no program or package."""
    names = {str(name).lower() for name in value}
    return names >= {"name", "authors"} and not names.isdisjoint(_BESIDE) and names.isdisjoint(_OF_PROGRAMS)


def are_papers(members: list[object], depth: int) -> bool:
    """Whether a list has papers, or groups of them."""
    return any(looks_like_paper(one) or is_group(one, depth) for one in members)


def is_group(value: object, depth: int) -> bool:
    """Whether an object of a list holds papers and is none, be it one with a title, as sessions have."""
    if not isinstance(value, dict) or depth >= DEEPEST or not _TOLD.isdisjoint(value):
        return False
    lists = [
        member
        for name, member in value.items()
        if isinstance(member, list) and str(name).lower() in _PAPERS and member
    ]
    return any(are_papers(members, depth + 1) for members in lists)


def holds_papers(value: dict[str, object], depth: int) -> bool:
    """Whether what an object holds under any name are papers for sure, with people or the like."""
    lists = [member for member in value.values() if isinstance(member, list)]
    if any(is_surely_paper(one) for members in lists for one in members):
        return True
    return depth < DEEPEST and any(
        holds_papers(member, depth + 1) for member in value.values() if isinstance(member, dict)
    )
