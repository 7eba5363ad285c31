"""Web addresses of papers: those that hold an identifier in a form of their own, or lead through a proxy."""

from __future__ import annotations

import re

_WEB = re.compile(r"(?:https?:)?//|www\.", re.IGNORECASE)
# https://www-nature-com.proxy.example.edu/, as EZproxy writes names of hosts.
_PROXIED = re.compile(
    r"(?:https?://)(?P<host>(?:[a-z0-9]{1,30}-){1,5}(?:com|org|net|gov|edu|io|uk))\.[a-z0-9.-]{4,80}(?::\d{2,5})?/",
    re.IGNORECASE,
)
_FORMS = tuple(
    (re.compile(rf"(?:https?:)?//(?:[a-z0-9-]{{1,30}}\.){{0,3}}{form}", re.IGNORECASE), identifier)
    for form, identifier in (
        # Their DOIs end in what stands in the address.
        (r"nature\.com/(?:articles|nature/journal/\S{1,60}/(?:full|abs|pdf))/([a-z][\w.-]{4,40}?)"
         r"(?:\.pdf|\.html)?(?:[/?#]\S*)?", r"10.1038/\1"),
        (r"elifesciences\.org/(?:articles|content)/(\d{5,6})(?:v\d)?(?:[/?#]\S*)?", r"10.7554/eLife.\1"),
        (r"(?:bio|med)rxiv\.org/content/\S{0,30}early/[\d/]{8,10}/([\d.]{6,25}\d)(?:\.full\S*|[./?#]\S*)?",
         r"10.1101/\1"),
        (r"plos\.org/\w{1,30}/article\S{0,40}[?&]id=(?:info:doi/)?(10\.1371/[\w.]{5,40})(?:&\S*)?", r"\1"),
        (r"(?:scirate\.com|papers\.cool)/arxiv/(\d{4}\.\d{4,5})\S{0,20}", r"arXiv:\1"),
        (r"arxiv\.org/ftp/\S{1,30}/(\d{4}\.\d{4,5})\.pdf", r"arXiv:\1"),
        (r"ncbi\.nlm\.nih\.gov/(?:pubmed)?/?\?term=(\d{5,9})(?:&\S*)?", r"PMID:\1"),
        (r"europepmc\.org/(?:article|abstract)/med/(\d{4,9})(?:[/?#]\S*)?", r"PMID:\1"),
        (r"(?:europepmc\.org|ncbi\.nlm\.nih\.gov)/(?:pmc/)?(?:articles?|abstract)/(?:PMC/)?(PMC\d{4,9})(?:[/?#]\S*)?",
         r"\1"),
    )
)  # fmt: skip


def identifier_in(address: str) -> str:
    """The identifier that stands in an address of one of these forms; else the address, without a proxy."""
    if not _WEB.match(address):
        return address
    proxied = _PROXIED.match(address)
    if proxied:
        address = f"https://{proxied['host'].replace('-', '.')}/{address[proxied.end() :]}"
    for form, identifier in _FORMS:
        if found := form.fullmatch(address):
            return found.expand(identifier)
    return address
