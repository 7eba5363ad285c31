"""Papers in the messages of a chat: who wrote, and when, stands before or above each of them, as WhatsApp,
Signal, Telegram, Slack, Teams and IRC copy or save their messages."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice, pairwise

from generator.sources import mixed
from generator.sources.accounting import may_be_abstract
from generator.sources.found_ids import find_ids
from generator.sources.reader import Reader, Source
from generator.sources.within.undressed import as_it_stands

_TIME = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:[ \u202f\xa0]?[AaPp]\.?[Mm]\.?)?"
_DATE = r"\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?"
_WHEN = rf"(?:(?:{_DATE}|[Tt]oday|[Yy]esterday),?(?: at)?[ \u202f\xa0]{_TIME}|{_TIME},? {_DATE})"
_NAME = r"[^\W\d_][^:<>\[\]\n]{0,40}?"
# '[12/08/2024, 10:32:14] Alice: …', '12.08.24, 10:32 - Alice: …', '10:32 <alice> …'
_BEFORE = re.compile(
    rf"[\s\u200e]{{0,3}}(?:\[{_WHEN}\] ?(?:{_NAME}: |$)|{_WHEN} - (?:{_NAME}: |(?P<of_the_program>))|"
    rf"\[?{_TIME}\]? <[@+ ]?[^\s<>]{{1,30}}> )"
)
# 'alice  10:32 AM', 'Alice, [12.08.2024 10:32]', '[8/12 10:32 AM] Alice'
_ABOVE = re.compile(
    rf"\s{{0,3}}(?:(?P<name>{_NAME})(?:,|:[a-z_]{{2,20}}:| [—-])?\s{{1,3}}(?:\[{_WHEN}\]|{_WHEN}|{_TIME})"
    rf"|\[{_WHEN}\] (?P<who>{_NAME}))\s{{0,3}}"
)
_NO_TEXT = re.compile(
    r"\W*|\u200e?(?:image|video|audio|sticker|GIF|document|Contact card) omitted|<[^<>]{3,40}>"
    r"|(?:This message was|You) deleted(?: this message)?\.?"
)
_WRITTEN = re.compile(r"^.*\S.*$", re.MULTILINE)  # a line that is not blank
_FEW = 2  # messages
_FIRST = 20  # lines, with the beginning of a message among them
_LONGEST = 120  # characters of what stands before or above a message
_REASON = "chat"


def messages(source: Source, choose: Callable[[Source], Reader]) -> Reader | None:
    """The reader of the messages of a chat, each an item of a list, by what `choose` says of them; a list of
    references where they name papers, but tell no abstract. None where the text is no chat."""
    beginning = (found[0] for found in islice(_WRITTEN.finditer(source.text), _FIRST))
    if not any(_before(line) or _above(line) for line in beginning):
        return None
    lines = source.lines
    before = {n: found for n, line in enumerate(lines) if (found := _before(line))}
    above = {n: found[1] or found[2] for n, line in enumerate(lines) if (found := _above(line))}
    if len(before) >= _FEW:
        heads = {n for n, found in before.items() if _is_without_text(found)}
        starts = {n: found.end() for n, found in before.items()}
        said = [_message(line, starts.get(n, 0)) for n, line in enumerate(lines)]
    elif len(set(above.values())) < len(above) and not _are_next_to_each_other(above):
        heads, said = set(above), lines
    else:
        return None
    said = ["" if n in heads else line for n, line in enumerate(said)]
    bare = Source(source.path, "\n".join(said))
    reader = choose(bare)
    if not any(map(may_be_abstract, said)) and any(map(find_ids, said)):
        reader = mixed.REFERENCES
    return reader._replace(read=lambda _: as_it_stands(source, bare, reader, dict.fromkeys(heads, _REASON)))


def _message(line: str, start: int) -> str:
    """A line of a message, the first one as an item of a list."""
    return f"- {line[start:]}" if start else line


def _is_without_text(before: re.Match[str]) -> bool:
    """Whether the program itself speaks, or nothing is said but by a picture."""
    return before["of_the_program"] is not None or bool(_NO_TEXT.fullmatch(before.string, before.end()))


def _before(line: str) -> re.Match[str] | None:
    return _BEFORE.match(line) if line[:4].strip("[ \u200e")[:1].isdigit() else None


def _above(line: str) -> re.Match[str] | None:
    may_be = len(line) <= _LONGEST and (":" in line or "." in line)
    return _ABOVE.fullmatch(line) if may_be else None


def _are_next_to_each_other(above: dict[int, str]) -> bool:
    """Whether some of these lines stand right below one another, as in a programme, so that they head no
    messages."""
    return any(after == n + 1 for n, after in pairwise(sorted(above)))
