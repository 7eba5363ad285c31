"""A paragraph that is a reference as style guides print it: APA, Harvard, MLA, Chicago, IEEE, Vancouver, ACL.

Only where its form leaves no doubt: names of people, then a year or a title in quotation marks.
"""

from __future__ import annotations

import re

from generator.sources.signs.cited_markdown import without_markdown
from generator.sources.signs.cited_people import NAME, PARTICLE, in_one_order
from generator.sources.signs.cited_venues import PUBMED, VOLUME, venue_in
from generator.sources.signs.journal_names import is_journal
from generator.sources.signs.marks import reading_end
from generator.sources.signs.people import PEOPLE, names_several
from generator.sources.signs.styles import has_kind, in_other_style, with_english_marks

PUBLISHED = (
    "Published ",
    "Appeared ",
    "Accepted ",
    "To appear ",
    "In Proc",
    "In: ",
)  # starts of venues, of no title
_LONGEST = 2000
_PART_OF_NAME = r"(?:(?:[^\W\d_a-z]\.-?){1,3}|[^\W\d_a-z][\w'’\-]*)"  # which no title goes on in
_WHOLE = rf"{_PART_OF_NAME}(?: (?:{PARTICLE} ){{0,2}}{_PART_OF_NAME}){{1,4}}"
_OTHERS = r"(?:(?:,? and |,? & |, |; | )(?:et al\.?|others))"  # nobody follows them
_LINK = r"(?:,? and |,? & |, |; | )"
# Names and what stands between them; '…' and '...' stand for those left out.
_NAMES = (
    rf"(?P<authors>(?:{PARTICLE} ){{0,2}}{NAME}"
    rf"(?:{_OTHERS}|(?:{_LINK}(?:{NAME}|{PARTICLE}|…|\.\.\.)){{1,150}}?{_OTHERS}?))"
)
_PLAIN_QUOTES = str.maketrans("‘’“”", "''\"\"")
_YEAR = r"(?P<year>(?:19|20)\d{2})[a-z]?"
_QUOTED = r"[\"“”](?P<title>[^\"“”]{8,400}?)[.,]{0,2}[\"“”][.,]?"
_CURLY, _STRAIGHT = re.compile("“[^“”]+”"), "\ue000"  # quotations; what stands for straight marks within
_REST = r"(?: (?P<rest>\S.{0,700}))?"
_SINGLE_QUOTED = r"['‘](?P<title>\S.{8,400}?)[.,]{0,2}['’](?:[.,](?= |$)|$)"
_FAMILY = rf"(?:{PARTICLE} ){{0,2}}{NAME}"
_SHORT = rf"(?![^\W\d_]\.){_FAMILY}(?: {_FAMILY}){{0,3}} [^\W\d_a-z]{{1,3}}"
_INVERTED = rf"(?:{PARTICLE} ){{0,2}}{NAME}(?: {NAME})?, (?:[A-Z]\.[- ]?){{1,4}}"
_CAPITALS = r"(?:[^\W\d_a-z][\w.'’:-]*,? |(?:&|of|and|the|in|for) )"  # the words of a journal's name
_PLACE = r"(?:[A-Za-z]?\d\w*(?:, [\w–-]+)? )?"  # its volume and pages
_BEFORE_COMMA = (
    r"(?P<title>[^\W\d_a-z](?:[^.(]|\((?!\d{4})){8,300}), (?P<rest>[A-Z][^,.]{2,100}(?:, \d[^A-Z]{0,60})?)\.?"
)
_TEXT = r"(?P<text>\S.{8,1200})"
# Forms, and what stands in each text that has one, quotation marks being plain.
_FORMS = tuple(
    (mark, re.compile(form))
    for mark, form in (
        (
            ' "',
            rf"{_NAMES},? \({_YEAR}(?:, [^()]{{3,20}})?\)[.,:]? {_QUOTED}{_REST}",
        ),  # Chicago by author and date
        (" '", rf"{_NAMES},? \({_YEAR}\)[.,:]? {_SINGLE_QUOTED}{_REST}"),  # Harvard
        (" (", rf"{_NAMES},? \({_YEAR}(?:, [^()]{{3,20}})?\)(?:[.:]| [–—-]) {_TEXT}"),  # APA
        (" (", rf"(?P<authors>{NAME}) \({_YEAR}\)(?:[.:]| [–—-]) {_TEXT}"),  # in short
        (' "', rf"(?P<authors>{NAME}) \({_YEAR}\)[.,:]? {_QUOTED}{_REST}"),
        (", '", rf"{_NAMES},? {_YEAR}, {_SINGLE_QUOTED}{_REST}"),  # Harvard in Britain and Australia
        ("), ", rf"{_NAMES},? \({_YEAR}\), {_BEFORE_COMMA}"),  # economists'
        ("), ", rf"(?P<authors>{NAME}) \({_YEAR}\), {_BEFORE_COMMA}"),
        (' "', rf"{_NAMES}[.,] {_YEAR}[.,] {_QUOTED}{_REST}"),  # Chicago
        (". ", rf"{_NAMES}\. {_YEAR}\. {_TEXT}"),  # ACL
        (": ", rf"(?P<authors>{_INVERTED}(?:, {_INVERTED}){{0,150}}(?:,? et al\.)?): {_TEXT}"),  # LNCS
        (
            " (",
            rf"(?P<authors>{_INVERTED}(?:, {_INVERTED}){{0,150}}(?: & {_INVERTED}|,? et al\.)?) "
            rf"(?P<title>\S.{{8,400}}?(?<=\w\w))[.?!] "  # Nature
            rf"(?P<rest>(?:{_CAPITALS}{{1,12}}{_PLACE}|Preprint at \S+ )\({_YEAR}\).*)",
        ),
    )
)
# Forms that other text may have too: what `_is_sure` looks for decides.
_UNSURE_FORMS = tuple(
    (mark, re.compile(form))
    for mark, form in (
        (" (", rf"{_NAMES},? \({_YEAR}\) {_TEXT}"),  # Springer
        (". ", rf"{_NAMES}, {_YEAR}\. {_TEXT}"),  # Harvard
        (
            ". ",  # Vancouver
            rf"(?P<authors>{_SHORT}(?:, {_SHORT}){{0,150}}(?: and {_SHORT}|,? et al)?)\. {_TEXT}",
        ),
        (' "', rf"{_NAMES}[.,]{{1,2}} {_QUOTED}{_REST}"),  # MLA, IEEE
        (" '", rf"{_NAMES}[.,]{{1,2}} {_SINGLE_QUOTED}{_REST}"),  # MHRA, Chicago in Britain
        (
            ". ",
            rf"(?P<authors>{_WHOLE}(?:(?:, {_WHOLE}){{1,150}}(?:,? and {_WHOLE})?| and {_WHOLE}))"
            rf"(?<=[^\W\d_]{{2}})\. {_TEXT}",
        ),
        (". ", rf"{_NAMES}(?<=[^\W\d_]{{2}})\. {_TEXT}"),  # BibTeX's plain
        ("; ", rf"(?P<authors>{_INVERTED}(?:; {_INVERTED}){{0,150}}(?:; et al\.)?) {_TEXT}"),  # ACS
    )
)
# Vancouver with the title in front: 'Deep learning. LeCun Y, Bengio Y. Nature. 2015;521(7553):436-44.'
_TITLE_FIRST = re.compile(
    rf"(?P<title>[^.?!]{{8,300}}[.?!]) (?P<authors>{_SHORT}(?:, {_SHORT}){{0,150}}(?:,? et al)?)\. "
    r"(?P<rest>[A-Z][^;]{1,120}?(?:19|20)\d{2}(?: [A-Z][a-z]{2}(?: \d{1,2})?)?;.{1,700})"
)
_TITLE_BEFORE_INITIALS = re.compile(  # 'A title. Lund, D., & Berg, F. ICLR 2015.'
    rf"(?P<title>[^.?!]{{8,300}}[.?!]) "
    rf"(?P<authors>{_INVERTED}(?:, {_INVERTED}){{0,99}}(?:,? (?:&|and) {_INVERTED})?)"
    r"\.? ?(?P<rest>[A-Z][^.]{1,100}?,? \(?(?P<year>(?:19|20)\d{2})\)?\.?)"
)
_STARTS = re.compile(
    rf"(?:{PARTICLE} ){{0,2}}{NAME}"
    rf"(?:{_LINK}(?:{NAME}|{PARTICLE} |et al|…|\.\.\.)| \((?:19|20)\d\d\)(?:[.:,]| [\"“–—-]))"
)
_MARKED = re.compile(r"(?:[ (](?:19|20)\d{2}|[\"“”])")
# A title: 'A', 'mRNA', '3D', '1,25-Dihydroxy', '"Large" and "small"'.
_BEGINS = re.compile(r"[\"“‘'(\[]?(?:[a-z]{0,6}[^\W\d_a-zß-ÿ]|\d[\w,'’()-]*[^\W\d_])")
_INITIALS = re.compile(r"\b[A-Z]\b\.?|\b[A-Z]{2,3}\b(?=,|$)|et al")
_TITLE = re.compile(
    r"(?P<title>.{8,400}?(?:[^.\W]"
    r"(?:[?!]\.|[?!](?=$| [A-Z]| arXiv)|(?<![ .][A-Z])(?<! vs)(?<! al)\.|[)\]\"”’$%]\.)|\.(?= arXiv:)))"
    r"(?: (?P<rest>\S.*))?",
    re.DOTALL,
)
# After a question or a call within a title: the rest of it, and where it was published.
_GOES_ON = re.compile(
    r"(?!In |Proc|Advances|arXiv|Journal)([A-Z][^.]{8,200}[^.A-Z])\. ([A-Za-z].*)", re.DOTALL
)
# After a stop within a title: the part of a series; what stands before 'In' and a venue.
_PART = re.compile(r"((?:Part )?(?:[IVX]{1,5}|\d{1,2})[.:] [A-Z][^.]{4,200}[^.A-Z])\. (\S.*)", re.DOTALL)
# Where the journal of an article ends: 'Arch. Neurol. 1977;34(5)', 'Brain 1977;34', 'The Lancet, 1(61), 469'.
_JOURNAL_ENDS = re.compile(
    r"\.? (?:19|20)\d{2}(?: [A-Z][a-z]{2}(?: \d{1,2})?)?;|, \d{1,4}(?:\(\d[^()]{0,9}\))?, [A-Za-z]?\d"
)
_OF_JOURNAL = re.compile(
    r"\b(?:In|Proc|(?i:journal|annals|acta|archiv\w*|proceedings|transactions|comptes))\b"
)
# 'B, Cell pathology', and what ends within brackets.
_PART_OF_JOURNAL = re.compile(r"(?:Part |Series |Section )?[A-Z](?:, |: |$)|[^()]{0,80}\)")
_IN_SHORT = re.compile(r"\S+|[A-Z]\S* [A-Z]\S*")  # 'J', 'Oral Med'
_LEAST_MORE = 3  # words of a title's second sentence
_JOURNAL_BEHIND = re.compile(  # 'Deep learning, Nature 521, 436–444'
    r"([^,]{8,300}), ([A-Z][^\d,]{2,80} \d{1,4}(?:\(\d{1,4}\))?[,:] ?\d{1,6}[-–]\d{1,6}\.?)"
)
_ENDS_IN_LETTER = re.compile(r"(?P<title>.{8,400} [A-Z])\. (?P<rest>[A-Z].*)", re.DOTALL)
_UP_TO_IN = re.compile(r"(?!In |Proc)([A-Z][^.]{3,200}[^.A-Z])\. (In:? [A-Z].*)", re.DOTALL)
_ADDRESS = re.compile(
    r"[\s,.]*(?:(?:available(?: at| online)?|dispon[ií](?:vel em|ble en)|url|doi)\s?[:.]?\s?)?(?:https?://(?:dx\.)?doi\.org/|doi\s?[:.]?\s?)?"
    r"(?P<doi>10\.\d{4,9}/[^\s\"<>]{1,300}?)[.,;]?(?=\s|$)|"
    r"[\s,.]*(?:(?:available(?: at| online| from)?|dispon[ií](?:vel em|ble en)|url)\s?:?\s?)?(?P<url>https?://[^\s<>\"]{4,500}?)[.,;]?(?=\s|$)",
    re.IGNORECASE,
)
_OF_ADDRESS = re.compile(r"(?:https?://|www\.|doi:? ?|10\.\d{4,9}/)\S+$", re.IGNORECASE)
_ARXIV = re.compile(
    r"\b(?:arxiv(?: preprint)?[\s:,]{1,3}(?:arxiv:\s?)?(?:abs/)?|corr[\s:,]{1,3}abs/)"
    r"(\d{4}\.\d{4,5}(?:v\d+)?)",
    re.IGNORECASE,
)
_STATUS = re.compile(r"(?<=[\d.)])\s?\[[^\W\d_][^\[\]\d:/]{2,30}\]\Z")  # of a reader: '[to read]'


def may_be_cited(text: str) -> bool:
    """Whether a text starts as the names in a reference do, or has a title in front of these."""
    return _STARTS.match(_people_first(text.replace("*", ""))) is not None or has_kind(text)


def _people_first(text: str) -> str:
    """A reference with its title in front, the people put before that; other text as it is. No word of a
    course is before either."""
    text = text[reading_end(text) :]
    ends = "., " in text and text.rstrip(".)")[-4:].isdigit()
    if ends and (told := _TITLE_BEFORE_INITIALS.fullmatch(text)):
        return f"{told['authors'].strip()} ({told['year']}). {told['title']} {told['rest']}"
    found = _TITLE_FIRST.fullmatch(text) if ";" in text else None
    return f"{found['authors']}. {found['title']} {found['rest']}" if found else text


def cited(text: str, listed: bool = False) -> dict[str, str] | None:
    """Title, authors (as lists are written), year, venue, pages and identifiers; None for other text. listed:
    whether other references are around, so that one whole name will do for its people."""
    if len(text) > _LONGEST or not _MARKED.search(text):
        return None
    within = '"' in text and "“" in text
    hidden = _CURLY.sub(lambda found: found[0].replace('"', _STRAIGHT), text) if within else text
    if hidden != text:  # IEEE: '“Hens fed with "Avia" for a year,” Journal'
        said = cited(hidden, listed)
        return {name: value.replace(_STRAIGHT, '"') for name, value in said.items()} if said else None
    text = _people_first(without_markdown(text))
    if not _STARTS.match(text) and not has_kind(text):
        return None
    text = with_english_marks(_STATUS.sub("", text))
    if abroad := in_other_style(text):
        return _parts(abroad)
    marks = text.translate(_PLAIN_QUOTES)
    for forms, sure in ((_FORMS, True), (_UNSURE_FORMS, False)):
        for mark, form in forms:
            found = form.fullmatch(text) if mark in marks else None
            parts = _parts(found.groupdict(default="")) if found else {}
            quoted = found is not None and "title" in found.groupdict()
            if parts and (sure or _is_sure(parts, listed, quoted)):
                return parts
    return None


def _is_sure(parts: dict[str, str], listed: bool, quoted: bool) -> bool:
    """Whether what follows the title is short and has a year, and the names are several or have initials.

    One whole name will do before an arXiv identifier.
    """
    names, venue = parts["authors"], parts.get("venue", "")
    several = any(mark in names for mark in (" and ", "&", "; ")) or _whole_names(names)
    people = several or "arxiv" in parts or _INITIALS.search(names) is not None
    people = people or (listed and PEOPLE.fullmatch(names) is not None)
    people = people or (quoted and names.rpartition(" ")[2].isupper())  # 'Frida BERG'
    named = "" if venue.isdigit() else venue
    journal = is_journal(f"{names} {parts['title']} {named}")  # 'Am. J. Trop. Med. Hyg. 1977;26:1'
    people = people and (quoted or not _are_people(parts["title"]))
    begun = quoted or (_BEGINS.match(parts["title"]) is not None and not journal)
    return people and "year" in parts and len(venue) < 200 and begun


def _are_people(title: str) -> bool:
    """Whether what stands for a title is the rest of a list of people: 'Smith, Jan K. Dahl, Eva Berg'."""
    return ", " in title and _INITIALS.search(title) is not None and names_several(title)


def _whole_names(names: str) -> bool:
    """Whether names are several, of two words each at least: 'Ashish Vaswani, Noam Shazeer'."""
    return "," in names and PEOPLE.fullmatch(names) is not None


def _parts(found: dict[str, str]) -> dict[str, str]:
    title, rest = found.get("title", ""), found.get("rest", "")
    if not title:
        split = _TITLE.fullmatch(found["text"])
        title, rest = (split["title"], split["rest"] or "") if split else (found["text"], "")
        if title.endswith(("?", "!")) and (more := _GOES_ON.fullmatch(rest)):
            title, rest = f"{title} {more[1]}", more[2]
        elif more := _PART.fullmatch(rest) or _UP_TO_IN.fullmatch(rest):
            title, rest = f"{title.rstrip('.')}. {more[1]}", more[2]
        elif journal := _JOURNAL_BEHIND.fullmatch(title):
            title, rest = journal[1], f"{journal[2]} {rest}"
        elif not rest or rest[:4].isdigit():
            title, rest = _of_letter(title, rest)
        elif end := _end_of_title(rest):
            stop = "" if title.endswith(("?", "!")) else "."
            title, rest = f"{title.rstrip('.')}{stop} {rest[:end]}", rest[end:].lstrip(". ")
    if _OF_ADDRESS.match(title):  # people, a year and an address alone
        return {}
    people, year = in_one_order(found["authors"]), found.get("year", "")
    said = {"authors": people, "title": title.rstrip(" .,"), "year": year}
    for address in _ADDRESS.finditer(rest):
        for name, value in address.groupdict(default="").items():
            said.setdefault(name, value)
    for number in PUBMED.finditer(rest):
        said["pmcid" if number["id"].startswith("PMC") else "pmid"] = number["id"]
    if arxiv := _ARXIV.search(rest):
        said["arxiv"] = arxiv[1]
    told = said | venue_in(_ADDRESS.sub("", rest), year)
    told["venue"] = told.get("venue", "").removesuffix(f", {told['year']}")
    return {
        name: value for name, value in told.items() if value and not (name == "venue" and value.isdigit())
    }


def _end_of_title(rest: str) -> int:
    """Where further sentences of a title end that stand before an article's journal: a word or two with
    capitals between stops are the journal's name in short. 0 without them."""
    found = _JOURNAL_ENDS.search(rest)
    end = rest.rfind(". ", 0, found.start()) if found else -1
    if found and end > 0 and _PART_OF_JOURNAL.match(rest, end + 2, found.start()):
        end = rest.rfind(". ", 0, end)
    while end > 0 and _IN_SHORT.fullmatch(
        rest[rest.rfind(". ", 0, end) + 2 : end]
    ):  # 'Oral Med. Oral Pathol'
        end = rest.rfind(". ", 0, end)
    more = rest[: max(end, 0)]
    return end if more.count(" ") + 1 >= _LEAST_MORE and not _OF_JOURNAL.search(more) else 0


def _of_letter(title: str, rest: str) -> tuple[str, str]:
    """A title that ends in one letter, 'Haemophilia A', without the journal of the article behind that."""
    found = _ENDS_IN_LETTER.fullmatch(title)
    if found and (rest or VOLUME.search(found["rest"].rstrip("."))):
        return found["title"], f"{found['rest']}. {rest}".removesuffix(". ")
    return title, rest
