"""References in the styles of other countries and fields: GB/T 7714 with its marks of kinds ('Title[J].
Journal, 2021, 8(2).'), German lists ('Family, Given: Title. In: Journal 8 (2021), S. 14–40.'), Russian ones
('Title // Journal. 2021. Vol. 8.'), those of physics; and words between names and marks of quotation that
other languages have."""

from __future__ import annotations

import re

from generator.sources.signs.words import CJK

_INVERTED = (
    r"(?:(?:van|von|de|der|den|zu) ){0,2}[^\W\d_a-z][\w'’\-]+(?: [^\W\d_a-z][\w'’\-]+)?, "
    r"[^\W\d_a-z][\w.'’\-]*(?: [^\W\d_a-z][\w.'’\-]*){0,3}"
)
_KIND = re.compile(r"\s?\[(?:[JCMDRNPSAZ]|EB|DB)(?:/OL)?\](?=//|[.,:．：\s]|$)")
_CHINESE = re.compile(  # what stands behind the kind
    r"(?://\s?|[.,:．：]\s?)(?P<venue>[^.．]+?|.+?)(?:[.．]\s[^,.]+?(?::|：)[^,.]+?)?,\s?(?P<year>(?:19|20)\d{2})"
    r"(?:,\s?(?P<volume>\d{1,4}))?(?:\s?\((?P<number>[^()]{1,12})\))?"
    r"(?:\s?[:：]\s?(?P<pages>\w[\w+.-]{0,12}(?:\s?[-–—]\s?\w+)?))?[.．]?(?: (?P<tail>.+))?"
)
_GERMAN = re.compile(
    rf"(?P<authors>{_INVERTED}(?:\s?[/;]\s?{_INVERTED}){{0,60}}(?:,? (?:u\.\s?a\.|et al\.))?)"
    r"(?: \((?P<when>(?:19|20)\d{2})\))?: (?P<title>\S.{4,400}?)[.,]? In: (?P<rest>\S.{4,700})"
)
_LONGEST = 700  # characters behind the title
_EDITORS = re.compile(r"\A[^()]{3,120}\((?:Hg|Hrsg|Ed|Eds)\.?\)(?::|,) ")
_IN_GERMAN = re.compile(
    r"(?P<venue>.+?)(?:,? (?:Bd\. |Jg\. )?(?P<volume>\d{1,4})(?:[./](?P<issue>\d{1,4}))?,? "
    r"\((?P<year>(?:19|20)\d{2})\)|"
    r"[,.] (?:[^\W\d_][^,\d]{2,40} )?(?P<printed>(?:19|20)\d{2}))"
    r"(?:,? (?:H|Nr|Heft)\.? ?(?P<number>\d{1,4}))?(?:[,:]? S\. ?(?P<pages>\d+(?:\s?[-–—]\s?\d+)?)f{0,2})?"
    r"[.,]?(?: (?P<tail>.+))?"
)
_INITIALED = (
    r"(?:[^\W\d_a-z]\.[ -]?){1,4}(?:(?:van|von|de|der|den) ){0,2}[^\W\d_a-z][\w'’\-]+"
    r"(?: [^\W\d_a-z][\w'’\-]+)?"
)
_PHYSICS = re.compile(  # 'A. Lund and B. Berg, A title, Phys. Rev. B 12, 345 (2001)', '…, JHEP 05 (2019) 003'
    rf"(?P<authors>{_INITIALED}(?:, {_INITIALED}){{0,100}}(?:,? (?:and|&) {_INITIALED}|,? et al\.)?), "
    r"(?P<title>(?![^\W\d_]\.)\w.{8,300}?), (?P<venue>[^\W\d_a-z][^,\d]{1,60}) (?P<volume>\d{1,4})"
    r"(?:\((?P<number>\d{1,4})\))?(?:, (?P<first>\w[\w.–-]{0,20}))? \((?P<year>(?:19|20)\d{2})\)"
    r"(?:,? (?P<pages>\d[\w–-]{0,20}))?(?:[.,;]\s?(?P<tail>.{0,200}))?"
)
_JAPANESE = re.compile(  # IPSJ: 'Lund, A. and Berg, B.: A title, A Journal, Vol. 8, No. 2, pp. 14-40 (2021).'
    r"(?P<authors>[^:：()\[\]\d]{2,300}?)[:：] ?[「『]?(?P<title>[^「」『』]{4,300}?)[」』]?[,，] ?"
    r"(?P<venue>[^,，\d]{2,120}?)[,，] ?(?:Vol\. ?|第)(?P<volume>\d{1,4})巻?"
    r"(?:[,，] ?(?:No\. ?|第)(?P<number>\d{1,4})号?)?"
    r"(?:[,，] ?pp?\. ?(?P<pages>\d+(?:\s?[-–]\s?\d+)?))?(?: ?[(（]|[,，] ?)"
    r"(?P<year>(?:19|20)\d{2})[)）]?[.．]?(?: (?P<tail>.{1,200}))?"
)
_CYRILLIC = r"[^\W\d_a-z][\w'’-]+,? (?:[^\W\d_a-z]\.\s?-?){1,3}"
_GOST = re.compile(  # 'Lund A. B., Berg C. A title // Journal. 2021. Vol. 8, No. 2. P. 14–40.'
    rf"(?P<authors>{_CYRILLIC}(?:, {_CYRILLIC}){{0,30}}(?:и др\. |et al\. )?)(?P<title>\S.{{4,400}}?) // "
    r"(?P<venue>[^/]{3,200}?)\.(?: [–—-])? (?:[^.\d]{2,30}[,:] )?(?P<year>(?:19|20)\d{2})"
    r"(?:[.,](?: [–—-])? (?:[Vv]ol|[VvТт])\. ?(?P<volume>\d{1,4}))?"
    r"(?:[.,]?(?: [–—-])? ?(?:\(|№ ?|N[or]?\.? ?)(?P<number>\d{1,4})\)?)?"
    r"(?:[.,](?: [–—-])? [PpСсCc]{1,2}\. ?(?P<pages>\d+(?:\s?[-–—]\s?\d+)?))?[.,]?(?: (?P<tail>.{1,200}))?"
)
_LATIN = re.compile(rf"{_INVERTED}(?:,? (?:and|&) {_INVERTED}|, {_INVERTED}){{0,60}}")
_AND = re.compile(  # not in 'Ortega y Gasset'
    r",? (?:et|und) (?=[^\W\d_a-z])|(?<=\.),? (?:y|e|og|och|en) (?=[^\W\d_a-z][\w'’-]+,? [^\W\d_a-z])"
)
_AND_WORDS = (" et ", " und ", ". y ", ". e ", ". og ", ". och ", ". en ", "., y ")
_HEAD = re.compile(r"[(\"“«„]|(?:19|20)\d{2}")  # ends the names
_LOW = re.compile(r"„([^„“”\"]{4,400})[“”]")
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]*(?: [^\W\d_][\w'’.-]*){0,4}|et al\.?|等")


def has_kind(text: str) -> bool:
    """Whether a text has a mark of GB/T 7714 for what kind of publication it tells of, or a volume's in
    Japanese."""
    return ("[" in text and _KIND.search(text) is not None) or ("巻" in text and "pp." in text)


def in_other_style(text: str) -> dict[str, str] | None:
    """Authors, title, year and the rest, as it is written in English, of a reference in the style of another
    country; None for other text."""
    if "[" in text and (kind := _KIND.search(text)):
        return _chinese(text[: kind.start()], text[kind.end() :])
    if ": " in text and "In: " in text and (found := _GERMAN.fullmatch(text)):
        told = _IN_GERMAN.fullmatch(_EDITORS.sub("", found["rest"]))
        names = (
            re.sub(r"\s?/\s?", "; ", found["authors"]).replace("u. a.", "et al.").replace("u.a.", "et al.")
        )
        return _in_english(names, found["title"], found["when"] or "", told) if told else None
    if text[1:2] == "." and (found := _PHYSICS.fullmatch(text)):
        return _in_english(found["authors"], found["title"], "", found)
    if ("Vol." in text or "巻" in text) and (found := _JAPANESE.fullmatch(text)):
        return _japanese(found)
    if " // " in text and (found := _GOST.fullmatch(text)):
        names = re.sub(r"(?<=\w),? (?=[^\W\d_a-z]\.)", ", ", found["authors"].replace("., ", ".; "))
        return _in_english(names.replace("и др.", "; et al.").strip(), found["title"], "", found)
    return None


def _japanese(found: re.Match[str]) -> dict[str, str] | None:
    names = found["authors"]
    people = [name for name in re.split(r"[,，、・] ?", names) if name]
    if CJK.search(names) and all(map(_NAME.fullmatch, people)):
        names = "; ".join(people)
    elif not _LATIN.fullmatch(names):
        return None
    return _in_english(names, found["title"], "", found)


def _chinese(head: str, behind: str) -> dict[str, str] | None:
    names, stop, title = re.sub(r"[．。]\s?", ". ", head).partition(". ")
    told = _CHINESE.fullmatch(behind) if len(behind) < _LONGEST else None
    people = [name for name in re.split(r"[,，;；]\s?", names) if name]
    if not stop or not title or not told or not all(map(_NAME.fullmatch, people)):
        return None
    between = "; " if CJK.search(names) else ", "
    return _in_english(between.join("et al" if name == "等" else name for name in people), title, "", told)


def _in_english(names: str, title: str, year: str, told: re.Match[str]) -> dict[str, str]:
    said = told.groupdict(default="")
    number = said["number"] or said.get("issue", "")
    volume = f" {said['volume']}" if said["volume"] else ""
    volume += f"({number})" if number and volume else ""
    where = said["pages"] or said.get("first", "")
    pages = f", pp. {where}" if where else ""
    return {
        "authors": names,
        "title": title.strip(),
        "year": year or said["year"] or said.get("printed", ""),
        "rest": f"{said['venue'].strip(' ,')}{volume}{pages}. {said['tail']}".rstrip(),
    }


def with_english_marks(text: str) -> str:
    """A reference with English quotation marks, 'and' before the last of its names, and addresses without
    brackets."""
    if "<http" in text:
        text = re.sub(r"<(https?://[^<>\s]{4,500})>", r"\1", text)
    if "«" in text:
        text = re.sub(r"«\s?", "“", re.sub(r"\s?»", "”", text))
    if "„" in text:
        text = _LOW.sub(r"“\1”", text)
    if any(word in text for word in _AND_WORDS):
        found = _HEAD.search(text)
        head = text[: found.start()] if found else ""
        text = f"{_AND.sub(' & ', head)}{text[len(head) :]}"
    return text
