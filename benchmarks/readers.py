"""How long reading takes and how much memory, beside other programs on the same work; what odd files cost.

    python -m benchmarks.readers [PAPERS]        10,000 by default

Papers are made of the sentences, names and titles of this repository's list. What is timed is all that
`read --json` does before it prints: records, their facts, a guessed title. Seconds are processor time; the
limits are 5 s for 10,000 pasted abstracts, 10 s for 10,000 BibTeX entries, 1 s for 100 KB of one character.
Memory is what a process of its own takes to read the file, beyond the program.
"""

from __future__ import annotations

import csv
import io
import json
import re
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from textwrap import fill

import rispy
from bibtexparser.entrypoint import parse_string

from benchmarks.lists import own_list, resampled
from generator.clean import clean
from generator.exports import EXPORTERS
from generator.guess import guess_title
from generator.model import Entry, RawRecord
from generator.sources import read_bytes, read_file
from generator.text import Name, Text

_CHARACTERS = (
    string.punctuation
    + " aTZ09\t\n\r\0\x0b\x85\xa0\xad\u0301\u200b\u200d\u2028\u202e\ufeffßøЖעह漢。、；（「“’…—•▲∑€†²ﬁ😀"
)
# Where a character stands 100,000 times: format → what is before it and after it.
_HOSTS = {
    "text": ("", ""),
    "authors": ("Title: A title\nAuthors: ", "\nAbstract: We present a thing that is good.\n"),
    "first page": ("A title\n", "\nGoogle Research\nAbstract\nWe present a thing.\n1 Introduction\nIt is.\n"),
    "BibTeX": ("@article{k, title={", "}, year={2020}}\n"),
    "BibTeX names": ("@article{k, title={A title}, author={", "}}\n"),
    "RIS": ("TY  - JOUR\nTI  - ", "\nER  - \n"),
    "nbib": ("PMID- 1\nTI  - ", "\nAU  - Smith J\n"),
    "CSV": ('title,authors\n"', '",a\n'),
    "JSON": ('[{"title": "', '", "abstract": "a"}]'),
    "XML": ("<xml><records><record><titles><title>", "</title></titles></record></records></xml>"),
    "HTML": ("<!doctype html><html><body><p>", "</p></body></html>"),
}  # fmt: skip
_PIECES = [*"[ { $ \\ ` ' ~ - a. \\( {\\em ``a www. https:// \\c{ (a a,".split(" "), "https://a.b "]


def pasted(entries: Sequence[Entry], width: int = 10_000) -> str:
    """Title, authors and abstract, wrapped to `width`, with a blank line between papers."""
    return "\n\n".join("\n".join(fill(part, width) for part in _parts(entry)) for entry in entries) + "\n"


def _parts(entry: Entry) -> list[str]:
    title, abstract = entry.paper.title, entry.paper.abstract
    authors = ", ".join(name.plain for name in entry.paper.authors)
    return [part for part in (title and title.source, authors, abstract and abstract.source) if part]


def layouts(entries: Sequence[Entry]) -> dict[str, str]:
    """Name of a file → what it holds: the same papers in each."""
    return {
        "abstracts.txt": "\n".join(_parts(entry)[-1] for entry in entries),
        "pasted.txt": pasted(entries),
        "wrapped.txt": pasted(entries, 76),
        "papers.bib": EXPORTERS["bibtex"].write(entries),
        "papers.ris": EXPORTERS["ris"].write(entries),
        "papers.csv": EXPORTERS["csv"].write(entries),
        "papers.jsonl": EXPORTERS["jsonl"].write(entries),
    }


# What others make of the same text: records, without the facts of a paper.
PEERS: Mapping[str, tuple[str, Callable[[str], int]]] = {
    **dict.fromkeys(
        ("pasted.txt", "wrapped.txt"),
        ("a script that splits at blank lines", lambda text: len(re.split(r"\n\s*\n", text.strip()))),
    ),
    "papers.bib": ("bibtexparser", lambda text: len(parse_string(text).entries)),
    "papers.ris": ("rispy", lambda text: len(rispy.loads(text))),
    "papers.csv": ("csv", lambda text: len(list(csv.DictReader(io.StringIO(text))))),
    "papers.jsonl": ("json", lambda text: len([json.loads(line) for line in text.splitlines()])),
}


def seconds_of(work: Callable[..., int], *args: object) -> tuple[float, int]:
    """Processor time and result."""
    start = time.process_time()
    result = work(*args)
    return time.process_time() - start, result


def read_all(data: bytes, name: str) -> int:
    """Reads a file as the command does; how many papers are in it."""
    records = [item for item in read_bytes(data, name) if isinstance(item, RawRecord)]
    return len([guess_title(clean(record)) for record in records])


def speed(folder: Path, count: int) -> None:
    """A line a layout: seconds, papers a second, memory, and the peer's seconds."""
    for name, text in layouts(resampled(own_list()[0], count)).items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        seconds, found = seconds_of(read_all, path.read_bytes(), name)
        print(f"{name:<14}{len(text) / 1e6:6.1f} MB {found:>7,} papers {seconds:6.2f} s", end="")
        print(f" {found / seconds:>7,.0f} papers/s, memory {memory(path)}", end="")
        if name in PEERS:
            peer, work = PEERS[name]
            theirs, parsed = seconds_of(work, text)
            print(f"; {peer} {theirs:.2f} s for {parsed:,}: {seconds / theirs:.1f} times", end="")
        print(flush=True)


def memory(path: Path) -> str:
    """What reading a file takes beyond the program itself, in a process of its own (Linux)."""
    command = [sys.executable, "-m", "benchmarks.readers", "--memory", str(path)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def print_memory(path: Path) -> None:
    """The greatest memory while a file is read (its bytes included), less what the process had before."""
    list(read_bytes(b"Abstract: We show this.", path.name))
    before = _peak()
    items = list(read_file(path, path.name))
    taken = _peak() - before
    print(f"{taken / 1e6:.0f} MB = {taken / path.stat().st_size:.1f} times the file, {len(items):,} items")


def _peak() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def hostile(folder: Path) -> None:
    """The slowest character of each format, LaTeX that never ends, and a line of 100 MB."""
    for name, (before, after) in _HOSTS.items():
        files = {c: f"{before}{c * 100_000}{after}".encode() for c in _CHARACTERS}
        worst, c = max((seconds_of(read_all, data, "x")[0], c) for c, data in files.items())
        print(
            f"100,000 times one of {len(files)} characters as {name}: at most {worst:.2f} s ({c!r})",
            flush=True,
        )
    for piece in _PIECES:
        short, long = (seconds_of(render, piece * (n // len(piece)))[0] for n in (25_000, 100_000))
        print(f"text and names of 100 KB of {piece!r}: {long:.2f} s, {long / short:.1f} times that of 25 KB")
    (folder / "line.txt").write_bytes(b"word " * 20_000_000)
    print(f"a line of 100 MB: memory {memory(folder / 'line.txt')}")


def render(source: str) -> int:
    """Every reading and rendering of a text and of names."""
    text = Text(source)
    names = [*Name.parse_list(source), *Name.from_bibtex_list(source)]
    return sum(map(len, (text.plain, text.html, text.bibtex, Text.from_bibtex(source).plain))) + len(names)


def main() -> None:
    """Prints a line a measurement."""
    if sys.argv[1:2] == ["--memory"]:
        print_memory(Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            speed(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
            hostile(Path(folder))


if __name__ == "__main__":
    main()
