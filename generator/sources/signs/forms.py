"""How identifiers, dates and parts of series are written, as expressions to build others from."""

from __future__ import annotations

import re

from generator.sources.signs.labels import FIELD_OF

ARXIV_ID = r"(?:\d{4}\.\d{4,5}|[a-z][a-z\-]{1,9}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,3})?"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_DAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? )?"
_TIME = (
    r"(?:[T ,]{1,2}\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[AaPp][Mm])?"
    r"(?: ?(?:Z|[A-Z]{3,4}|[+-]\d{2}:?\d{2}))?)?"
)
DATE = (
    rf"(?:{_DAY}\d{{1,2}}(?:st|nd|rd|th)? {MONTH}\.?,? (?:19|20)\d{{2}}{_TIME}|"
    rf"{_DAY}{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d{{2}}{_TIME}|{MONTH}\.?,? (?:19|20)\d{{2}}|"
    rf"\d{{1,2}}-{MONTH}-(?:19|20)\d{{2}}|(?:19|20)\d{{2}}[ -]{MONTH}[ -]\d{{1,2}}(?!\d)|"
    rf"(?:19|20)\d{{2}}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d){_TIME}|(?:19|"
    rf"20)\d{{2}}-(?:0[1-9]|1[0-2])(?![\d.])|"
    r"(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:19|20)\d{2}|"
    r"(?:19|20)\d{2} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?|(?:19|20)\d{2})"
)
DATE_WORDS = "|".join(
    sorted(
        (re.escape(w) for w, f in FIELD_OF.items() if f in ("date", "created", "updated", "year")),
        key=len,
        reverse=True,
    )
)
WORD_AND_DATE = re.compile(
    rf"(?:(?P<word>{DATE_WORDS})\s?[:：]?\s{{0,3}})?(?P<date>{DATE})(?![\w/-]|\.\d)", re.IGNORECASE
)
PART_OF_SERIES = re.compile(
    r"\. (?:Part )?(?:[IVX]{1,5}|\d{1,2})\. (?=[A-Z])"
)  # of several papers: 'Ledgers of Malaysia. II. Sums'
# What stands before a paper in arXiv's lists: '[3] arXiv:2401.01234 (cross-list from cs.LG) [pdf, other]'.
LISTED_BY_ARXIV = re.compile(
    r"(?:(?:\[\d{1,4}\]|\d{1,5}\.)\s{1,4})?arXiv:\S{7,20} (?:\([^()]{4,40}\) )?\[(?:pdf|ps|html|other)\b.*"
)
