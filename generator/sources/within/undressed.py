"""Records of a format in a mail, or behind what a mail or a page puts before each line: the mail's head,
greeting and signature, marks of quotation, indentation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model import RawRecord, ReadItem, Skipped
from generator.sources.accounting import is_blank
from generator.sources.reader import Reader, Source, is_one_of
from generator.sources.signs.furniture import cleared, is_greeting

_HEAD = re.compile(
    r"(?:From [^\n]{3,200}\n)?(?:[A-Z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t]+\S[^\n]*\n){0,40}){2,60}(?=\s)"
)
_OF_A_MAIL = re.compile(r"^(?:From|Subject|Date|To):", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]{0,3}(?:> ?){1,9}", re.MULTILINE)
_INDENTS = (" ", "\t", "\u00a0")
_SAMPLE = 60_000
_FEW = 3  # lines
_LINE = 200  # characters
_ENDS = ("}", ")", "]", ">", "ER  -")  # of a record


def undressed(source: Source, choose: Callable[[Source], Reader], texts: Sequence[Reader]) -> Reader | None:
    """The reader of the records in a text once it is bare, by what `choose` says of that; None where the
    text is bare already, or left to one of `texts`."""
    text, mail = _without_mail(source)
    bare = Source(source.path, _dedented(_unquoted(text)))
    if bare.text == source.text:
        return None
    reader = choose(bare)
    if is_one_of(reader, texts):
        return None
    return reader._replace(read=lambda _: as_it_stands(source, bare, reader, mail))


def _without_mail(source: Source) -> tuple[str, dict[int, str]]:
    """The text, its lines empty that are of a mail but no part of its matter; their indexes, each with the
    reason."""
    found = _HEAD.match(source.text)
    head: dict[int, str] = {}
    if found and len(_OF_A_MAIL.findall(found[0])) > 1:
        head = dict.fromkeys(range(found[0].count("\n")), "head of the mail")
    elif not is_greeting(source.text.lstrip()[:_LINE].partition("\n")[0]):
        return source.text, {}
    lines, removed = cleared(["" if n in head else line for n, line in enumerate(source.lines)])
    signature = [n for n, reason in removed.items() if reason == "signature"]
    if any(source.lines[n].rstrip().endswith(_ENDS) for n in signature):  # it is within a record
        for n in signature:
            lines[n] = source.lines[n]
            del removed[n]
    return "\n".join(lines), head | removed


def _unquoted(text: str) -> str:
    """The text without marks of quotation, where half of its lines have them."""
    if not _QUOTED.search(text, 0, _SAMPLE):
        return text
    marks = len(_QUOTED.findall(text))
    written = sum(map(bool, map(str.strip, text.split("\n"))))
    return _QUOTED.sub("", text) if marks == written or (marks >= _FEW and 2 * marks > written) else text


def _dedented(text: str) -> str:
    """The text without the white space that each of its lines begins with."""
    if not text.lstrip("\n").startswith(_INDENTS):
        return text
    lines = text.split("\n")
    indents = [line[: -len(line.lstrip("".join(_INDENTS)))] for line in lines if not is_blank(line)]
    common = min(indents, key=len, default="")
    if len(indents) < _FEW or not common or not all(indent.startswith(common) for indent in indents):
        return text
    return "\n".join(line.removeprefix(common) for line in lines)


def as_it_stands(source: Source, bare: Source, reader: Reader, mail: Mapping[int, str]) -> Iterator[ReadItem]:
    """What `reader` reads in the bare text, each record with its lines as they stand in the file."""
    lines = source.lines
    for index, reason in sorted(mail.items()):
        if lines[index].strip():
            yield Skipped(reason, source.origin(index + 1, index + 1, reader.name))
    for item in reader.read(bare):
        if isinstance(item, RawRecord):
            first, last = item.origin.line, item.origin.end_line
            yield replace(item, text="\n".join(lines[first - 1 : last]))
        else:
            yield item
