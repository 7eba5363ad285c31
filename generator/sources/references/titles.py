"""What a list calls its papers: titles among links, emphasised words, venues and people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from generator.sources.references.links import LINK
from generator.sources.references.said import CITED, behind_names, people_in, said_of_paper
from generator.sources.references.venues import label_behind, label_in_front
from generator.sources.signs.cited import cited
from generator.sources.signs.marks import mark_end, reading_end
from generator.sources.signs.notes import VENUE_YEAR
from generator.sources.signs.people import like_names
from generator.sources.signs.words import CJK

# Link texts that say what is behind a link, not what the paper is called.
_PAPER = (
    r"paper|pdf|arxiv|arxiv preprint|abs|abstract|html|doi|openreview|acl|anthology|publication|full ?text"
)
TO_PAPER = re.compile(rf"\W{{0,4}}(?:link to )?(?:{_PAPER})\W{{0,4}}", re.IGNORECASE)
GENERIC = re.compile(
    rf"\W{{0,4}}(?:{_PAPER}|link|links|code|github|project|project page|page|website|"
    r"web|homepage|demo|video|slides|"
    r"poster|blog|url|here|bib|bibtex|data|dataset|model|"
    r"models|huggingface|hf|"
    r"official|\S+ paper|(?:tech(?:nical)? )?report|"
    r"pytorch|tensorflow|supp|talk|code \w+|\w+ code|neurips|icml|iclr|cvpr|iccv|"
    r"eccv|emnlp|naacl|"
    r"\d{1,2} [a-z]{3,9}\.? \d{4}|[a-z]{3,9}\.? \d{1,2},? \d{4}|"
    r"(?:[a-z]+[- ']?\d{2,4})|\d+|arxiv(?:[: ]|, )\S+|https?:.*|10\.\d.*|\d{4}\.\d{4,5}\S*)\W{0,4}",
    re.IGNORECASE,
)
# Before and after a title in a list: '(*CVPR 2020*)', '[ICLR]', a date; ', *NeurIPS 2017*.', '(CVPR 2020)'.
_LABEL = re.compile(
    r"\s*(?:\*{0,2}[(\[][^()\[\]]{1,40}[)\]]\*{0,2}|`[^`]{1,40}`|\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?)?[\s|:]*"
)
_VENUE_AND_YEAR = re.compile(
    r"\W{0,4}[A-Z](?:[\w&.'’/-]+,? ?){1,3}(?:\b|['’])(?:(?:19|20)\d{2}|(?<=['’])\d{2})\W{0,4}"
)
_VENUE = re.compile(r"[\s,.]*(?:\*[^*]{2,60}\*|[(\[][^()\[\]]{2,60}[)\]])?[\s.,:|–(\[-]*\Z")
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)|`")
_ARROW = re.compile(r"(?<=\S)\s{1,9}(?:-{1,6}>|[→➔➜⇒])\s*\Z")  # at what an address follows
_FORMULA = re.compile(r"(\$[^$]{1,200}\$)")
_EMPHASISED = re.compile(
    r"\*\*([^*]{8,300})\*\*|[\"“]([^\"”]{8,300})[\"”]|(?<![\w*])\*([^*]{20,300})\*(?![\w*])"
)
_BEFORE_TITLE = re.compile(
    r"\A\W{0,4}(?:paper|pdf|arxiv)?[\s:]*\d{4}\.\d{4,5}(?:v\d+)?[\])]?[\s:.-]+(?=\S)", re.IGNORECASE
)
_MORE = re.compile(
    r"\s?:\s?(?:(?P<quote>[\"“])|\s(?=[A-Z]))(?P<text>[^*\[\]|(\"“]{8,300}?)[\s,.]*(?=[*\[|(\"”]|\Z)"
)
_TITLE_AND_MORE = re.compile(  # people or the year, within the text of a link
    r"(?P<title>.{12,300}?)(?:[,.;]?[\"”]?\s[(\[](?P<cited>[^()\[\]]{3,80})[)\]]"
    r"|[,.;]\s(?P<people>[^\W\d_a-z][^,()]{1,60}?,? et al\b.{0,20}?)|, (?P<year>(?:19|20)\d{2}))"
)
# Behind a title that people follow.
_STOP = re.compile(r"(?<=[\w)?!]{2})[.]{1,2}\s|\s·\s")
_WORDS_ALONE = 4  # in a row, or a link that leads elsewhere: what is shorter may be the name of a method
_SHORT = 2  # words
_LEAST_CHARACTERS = 6  # of a title in Chinese or Japanese, which stands without spaces
NO_TITLE = re.compile(  # initials; words to a reader
    r"\b[A-Z]\. [A-Z]|\b(?:[Yy]ou can|[Pp]lease|[Hh]elp us|[Ww]e['’](?:d|re|ve)|I['’](?:m|ve|d))\b"
)
_FAR, _MOST_COMMAS = 500, 8  # characters and commas up to the people behind a title
_PEOPLE_BEHIND = re.compile(r", | [–—-]{1,2} ")
_ARTICLE = re.compile(r"[ ,–—-]{1,3}(?:An?|The) ")
_SURE_PEOPLE = re.compile(r"\bet\.? ?al\b|\b[A-Z]\b")
_ENDS_DATED = re.compile(r"\s(?:19|20)\d{2}\W*\Z")
_CLOSES = re.compile(r"\s?(?:[.,]|\((?:19|20)\d{2}\))")
# What sites write behind a title in the title of their page.
_SITE = re.compile(
    r"(?<=\w\w)(?: \| [^|]{3,300}| [-–] (?:PubMed|PMC|arXiv(?:\.org)?|ScienceDirect|OpenReview|IEEE .{4,60}|"
    r"ACL Anthology|Semantic Scholar|JSTOR|SpringerLink|PLOS|Nature|Science|SSRN|bioRxiv|medRxiv|"
    r"ResearchGate|Academia\.edu|Oxford Academic|Cambridge Core|Europe PMC|eLife|MDPI|Frontiers|Hugging Face|"
    r"Papers With Code|.{0,40}Wiley Online Library))+\Z"
)
_EMOJI = re.compile(r"\A(?:[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]\ufe0f?){1,3}\s+")
_FOOTNOTE = re.compile(r"\A(?:#\. |(?:\.\. )?\[\^?[^\[\]]{1,40}\]:?\s{1,3}(?=[^\W\d_a-z]))")


def title_of(text: str, links: Sequence[tuple[str, str]], own: str) -> str:
    """What an item calls its paper, as it stands there: the text of the link to it (own), emphasised text,
    the text of another link, or what stands before the first link; '' if unsure."""
    if own:
        return own
    body = unmarked(text)
    for found in _EMPHASISED.finditer(body):
        title = found[1] or found[2] or found[3]
        if found[1] and _goes_on(body[found.end() :]):
            continue
        least = _WORDS_ALONE if text.startswith("|") else 2 if _is_closed(body[found.end() :]) else 3  # words
        names = title.endswith(":") or _are_people(title, f"{body[: found.start()]}|{body[found.end() :]}")
        dated = _ENDS_DATED.search(title) and len(body[: found.start()].split()) >= _WORDS_ALONE
        if len(title.split()) >= least and may_be_title(title) and not names and not dated:
            return _linked(title)
    for name, _ in links:
        if len(name.split()) >= _WORDS_ALONE and may_be_title(name) and not people_in(name):
            return name
    if text.startswith("|"):
        return ""
    return behind_names(LINK.split(body)[0])[1] or _beside_links(body)


def _are_people(words: str, rest: str) -> bool:
    """Whether emphasised words are people, none being named beside them: 'Biases, Learning, Networks'."""
    return people_in(plain(words)) != "" and "authors" not in said_of_paper(rest)


def _goes_on(rest: str) -> bool:
    """Whether behind words in bold and a colon the title stands in quotation marks, or goes on itself:
    '**Humans in 4D**: Reconstructing and Tracking Humans with Transformers'."""
    more = _MORE.match(rest)
    if not more:
        return False
    text = more["text"]
    return more["quote"] is not None or (_is_one_title(plain(text)) and not text.endswith((".", "!", "?")))


def _beside_links(body: str) -> str:
    """The title that stands before the first link of an item or, where nothing does, behind it."""
    link = LINK.search(body)
    if not link:
        return ""
    before = _VENUE.sub(_unless_short, _LABEL.sub("", body[: link.start()], count=1))
    behind = "" if before.strip(" [(") else LINK.split(body[link.end() :])[0].strip(" []()-:,")
    front = label_in_front(before)
    if front and not front.venue:
        return ""
    texts = (before[front.end :] if front else before, behind)
    title = next((title for text in texts if (title := _without_label(text))), "")
    return title or (before.strip(" [(") if _is_short_title(before.strip(" [("), link[2]) else "")


def _is_short_title(text: str, link: str) -> bool:
    """Whether two words in capitals, which are no person, stand right before a link that leads to a paper."""
    words = text.split()
    ordinary = len(words) == _SHORT and text.replace(" ", "").isalpha() and like_names(text, 0.0) < 0
    return ordinary and all(word[0].isupper() for word in words) and TO_PAPER.fullmatch(link) is not None


def _unless_short(found: re.Match[str]) -> str:
    """What is left of brackets behind a title: all of them where they hold its abbreviation."""
    word = found[0].strip("() .,:–-")
    short = found[0].lstrip().startswith("(") and word.isalnum() and any(map(str.isupper, word))
    return found[0] if short and not VENUE_YEAR.match(f"{word} 2000") else ""


def _without_label(text: str) -> str:
    """The title with which a text begins, without a venue behind it; '' if unsure."""
    label = label_behind(text)
    if label and not label.venue:
        return ""
    text = _before_people(text[: label.start] if label else text)
    texts = (_above_people(text), text)
    return next((text for text in texts if _is_one_title(plain(text))), "")


def _before_people(text: str) -> str:
    """A text without the people behind its dash or its commas; '' where these may be places."""
    for place in islice(_PEOPLE_BEHIND.finditer(text[:_FAR]), _MOST_COMMAS):
        people = people_in(text[place.end() :].rstrip(" -–—"))
        if people:
            sure = place[0] != ", " or people.count(", ") > 1 or _SURE_PEOPLE.search(people)
            return text[: place.start()] if sure else ""
    return text


def _above_people(text: str) -> str:
    """The sentences with which a text begins, up to people, their venue or a list."""
    title = ""
    for sentence in _STOP.split(text):
        if title and (sentence.count(",") > 1 or _VENUE_AND_YEAR.match(sentence) or people_in(sentence)):
            break
        title += f". {sentence}" if title else sentence
    return title


def _is_closed(rest: str) -> bool:
    """Whether a comma, a stop, a year, or a link without a title stands behind emphasised text."""
    link = LINK.match(rest.lstrip(" [("))
    return _CLOSES.match(rest) is not None or (link is not None and GENERIC.fullmatch(link[2]) is not None)


def _linked(text: str) -> str:
    """A text without the address of a link that it consists of."""
    link = LINK.fullmatch(text.strip())
    return link[2] if link else text


def may_be_title(name: str) -> bool:
    """Whether the text of a link to a paper may be its title: '(Vaswani et al., 2017)' is none."""
    generic = GENERIC.fullmatch(name) or _VENUE_AND_YEAR.fullmatch(name) or CITED.fullmatch(name)
    return not generic and (len(name.split()) > 1 or len(CJK.findall(name)) >= _LEAST_CHARACTERS)


def _is_one_title(text: str) -> bool:
    """Whether a text is a title and nothing else: one sentence of some words, no list of names."""
    words = text.split()
    joined = any(mark in text for mark in ("://", " et al", " | ", "。")) or NO_TITLE.search(text)
    return 3 <= len(words) <= 30 and not joined and not words[0][0].islower() and not people_in(text)


def named_with_more(title: str) -> dict[str, str]:
    """A title without the name of its page's site, and the people and the year that stand with it: 'A title
    (Lund et al., 2015)', 'Lund and Berg (2015) "A title"', 'A title, Ada Lund, Bo Berg, Eva Falk'."""
    title = without_site(title)
    if whole := cited(title.strip(" []*")):
        return {name: whole[name] for name in ("title", "authors", "year", "venue") if name in whole}
    told = _TITLE_AND_MORE.fullmatch(title)
    said = said_of_paper(told["cited"] or told["people"] or told["year"]) if told else {}
    name = told["title"] if told and said else title
    front = _before_people(title) if name == title else ""
    if " " in front and front != title and not _ARTICLE.match(title[len(front) :]):
        name, said = front, {"authors": title[len(front) :].strip(" ,–—-")}
    return said | ({"title": plain(_BEFORE_TITLE.sub("", name))} if name else {})


def without_site(title: str) -> str:
    """A title without the name of the site that shows it behind it, or an arrow that leads to an address."""
    return _ARROW.sub("", _SITE.sub("", title))


def without_links(text: str, instead: str) -> str:
    """A text with the words of its links alone; `instead` of those that only say what they lead to."""
    return LINK.sub(lambda link: instead if link[1] or _says_nothing(link[2]) else link[2], text)


def _says_nothing(name: str) -> bool:
    """Whether the text of a link only says what it leads to."""
    return GENERIC.fullmatch(name) is not None and not _VENUE_AND_YEAR.fullmatch(name)


def plain(text: str) -> str:
    """A text without marks of emphasis, and without stops and quotation marks around it."""
    if "$" not in text:
        return _EMPHASIS.sub("", text).strip(' .,:"“”')
    parts = _FORMULA.split(text)  # where stars are no marks
    return "".join(part if n % 2 else _EMPHASIS.sub("", part) for n, part in enumerate(parts)).strip(
        ' .,:"“”'
    )


def unmarked(text: str) -> str:
    """An item without its number, bullet, emoji, or mark of a footnote or citation."""
    text = _FOOTNOTE.sub("", text)
    text = text[mark_end(text) :]
    return _EMOJI.sub("", text[reading_end(text) :])
