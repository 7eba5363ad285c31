"""Where a reference says that its paper was published: venue, volume, number, pages and year."""

from __future__ import annotations

import re

PUBMED = re.compile(r"[\s.;]*PMC?ID: ?(?P<id>(?:PMC)?\d{1,9})")
_PAGES = re.compile(r",? (?:pages?|pp?\.?) ?([A-Za-z]?\d[\w.]*(?: ?[-–—]{1,2} ?\w+)?)\b")
_MONTH = re.compile(r"(?<=\d{4}) [A-Z][a-z]{2}(?: \d{1,2})?(?=;\d|:\d|\.(?:\s|$)|$)")
_AHEAD = re.compile(
    r"[\s.;]*\b(?:Epub|Online|eCollection)\b (?:ahead of print|(?:19|20)\d{2})[\w ]{0,8}\.?|"
    r"[\s.;]*\bPublished online(?: [A-Z][a-z]{2,8}\.?(?: \d{1,2})?,?)? (?:19|20)\d{2}\.?"
)
_END_YEAR = re.compile(
    r"[\s,.(]+(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]{0,7}\.? |[a-z]{3}\. )?"
    r"(?:19|20)\d{2}\)?$"
)
_IN = re.compile(r"^in:? ", re.IGNORECASE)
VOLUME = re.compile(
    r"[.,]? (?:(?:19|20)\d{2};)?(?:v(?:ol)?\. ?)?(?!(?:19|20)\d{2}\b)(?P<volume>\d{1,4})"
    r"(?: ?\((?P<number>\d{1,5}(?:[-–/]\d{1,5})?|(?:\d{1,3} )?(?:Suppl|Pt)\b[\w. ]{0,6})\))?"
    r"(?:(?: ?: ?|, )(?P<pages>[A-Za-z]?\d+(?:\.e\d+)?(?: ?[-–—]{1,2} ?\w{0,3}\d+(?:\.e\d+)?)?))?$"
)
_VOLUME_AND_YEAR = re.compile(  # MLA, Chicago: '82.3 (1977): 869-76', '21(9) (2021): 40'
    r"(?<!,) (?P<volume>\d{1,4})(?:\.(?P<number>\d{1,4})|\((?P<issue>\d{1,5}(?:[-–/]\d{1,5})?)\))?"
    r" \((?:(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? )?(?:19|20)\d{2}\)"
    r"(?:: (?P<pages>[A-Za-z]?\d[\w.]*(?: ?[-–—]{1,2} ?[\w.]+)?))?$"
)
_NUMBER = re.compile(r", (?:no?\.|n[°º]|núm\.|Nr\.) ?(\d{1,5}(?:[-–/]\d{1,5})?)\b")
_ACCESS = re.compile(  # when a reader looked, and how
    r"[\s.,]*(?:\[Online\]\.?(?: Available:?)?|"
    r"\(?\b(?:Accessed(?: on)?|Acesso em|viewed|retrieved|consulté le|abgerufen am):? .{6,24}?\d{4}\)?)[.,]?"
)
_BESIDE = re.compile(  # what reports and curricula say of an article behind it
    r"[\s.;,]{0,3}[(\[]?\b(?:Status|Open [Aa]ccess|Impact [Ff]actor|J?IF(?=[ :=]{1,3}\d)|"
    r"Times [Cc]ited|Cited by|Citations(?=:| \d)|Quartile|My contribution)\b[ :=].*",
    re.DOTALL,
)
_NO_VENUE = re.compile(
    r"(?:\A(?:19|20)\d{2}, |,? )arXiv:\S+(?: \[[\w.-]+\])?\Z|\APreprint at(?: \(\d{4}\)?)?\Z"
)
_ISO = re.compile(  # ISO 690, as Word writes it: 'Journal. 2021, Vol. 8, 2, pp. 14-40.'
    r"\. (?:19|20)\d{2}, Vol\. (?P<volume>\d{1,4})(?:, (?P<number>\d{1,4})(?![\d-]))?"
)
_YEAR_INSIDE = re.compile(r" ((?:19|20)\d{2}), (?=\d)")  # 'Science 2012, 337 (6096), 816–821'
_ISSUE = re.compile(r"(?<=\w)\((\d{1,5}(?:[-–/]\d{1,5})?)\)\Z")  # without a volume
_PLACES = {"issue": "number"}
_YEAR_IN = re.compile(r"(?<![\d.:/–-])((?:19|20)\d{2})(?![\d:/]|[-–]\d)")


def _in_one_form(found: re.Match[str]) -> str:
    return f" {found['volume']}" + (f"({found['number']})" if found["number"] else "")


def venue_in(rest: str, year: str) -> dict[str, str]:
    """What follows the title: where it was published, volume, number and pages, its year if none is known."""
    rest = _ACCESS.sub("", _BESIDE.sub("", rest))
    years = _YEAR_IN.findall(rest)
    paged = _PAGES.search(rest)
    rest = _MONTH.sub("", _AHEAD.sub("", PUBMED.sub("", rest)))
    rest = _NUMBER.sub(r"(\1)", _ISO.sub(_in_one_form, rest) if "ol. " in rest else rest)
    venue = _IN.sub("", _PAGES.sub("", rest)).strip(" .,;–—-")
    venue = _NO_VENUE.sub("", venue).rstrip(" .,;")
    venue = _YEAR_INSIDE.sub(
        lambda found: " " if found[1] == (year or next(iter(years), "")) else found[0], venue
    )
    venue = venue if _VOLUME_AND_YEAR.search(venue) else _END_YEAR.sub("", venue)
    known = {"pages": paged[1]} if paged else {}
    if volume := _VOLUME_AND_YEAR.search(venue) or VOLUME.search(venue):
        venue = venue[: volume.start()]
        known |= {_PLACES.get(name, name): value for name, value in volume.groupdict().items() if value}
    elif issue := _ISSUE.search(venue):
        venue, known = venue[: issue.start()], {**known, "number": issue[1]}
    if years and not year:
        known["year"] = years[-1]
    return {**known, "venue": venue.strip(" .,;")}
