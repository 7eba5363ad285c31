"""Lines that are nothing but a site's buttons, links and counters, with or without spaces between them:
`Save Cite Cited by 12`, `[pdf] [supp]`, `View PDFAbstractExport`."""

from __future__ import annotations

_COUNTED = (
    r"all \d+ versions|\d+ citations?|\d+ replies|\d{1,3}\.\d{1,2}k|"
    r"(?:cited by [\d,]+|web of science:? ?\d*|total (?:citations|downloads) ?\d*|\+ ?\d{1,3}|"
    r"\d{1,3}(?:,\d{3}){1,2}|\d{1,6})(?!\d)"  # whole: parts of a long number would be tried in all ways
)
# What can be done with a paper, on its site or in a list of papers.
_OF_PAPERS = (
    "cite|save|like|share|related articles|more|view as html|cached|import into bibtex|bibtex|bib|pdf|"
    "html|abs|"
    "abstract|arxiv|code|video|poster|slides|paper|ps|other|doi|url|url pdf|library search|add to library|"
    "get citation|supplementary(?: material)?|supplemental|supp|project(?: page)?|github|website|data|"
    "software|"
    "openreview|underline|anthology|search|copy|copied|note|dataset|view paper|paper page|arxiv page|"
    "view arxiv page|listen|read|chat|ask|discuss|highlight|attachment|presentation|award|reviews?|export|"
    "export citations?|email|send to|extracts|figures|view pdf|download pdf|download|semantic reader|"
    "save to library|create alert|alert|metrics|highlights|research[- ]article|review article|open access|"
    "full text access|short communication|free (?:pmc )?article\\.?|view blog|resources|bookmark|permalink|"
    "mods xml|mods|ris|endnote|apa|mla|chicago|plain text|html \\(experimental\\)|tex source|revisions|"
    "everyone|upvote|citeproc|"
    "article preview|preview|supporting information|cite this|comment|view (?:pdf )?on [a-z]{2,16}|"
    "view via publisher|markdown|more options(?:…|\\.\\.\\.)?|preformatted|open in reader|fix data|articles|"
    "cited by|public access|co-authors|"
    "(?:show|hide) all abstracts"
)
# What leads elsewhere on the site.
_OF_SITES = (
    "sign in|log ?in|sign up|register|create (?:a )?free account|create (?:an )?account|privacy|terms|"
    "help|about|"
    "contact|my profile|my library|alerts|advanced search|advanced|settings|sort|"
    "sort by (?:citations|year|title|date|relevance)|previous|next|clipboard|home|browse|news|faq|blog|"
    "corrections|submissions|daily|weekly|monthly|trending|latest|top|hot|likes|explore|labs|feedback|"
    "careers|"
    "bluesky|reddit|mendeley|bibsonomy|twitter|facebook|linkedin|feed|browser extension|donate"
)
# The same below results of Google Scholar in other languages.
_ABROAD = (
    r"speichern|zitieren|zitiert von:? \d+|ähnliche artikel|alle \d+ versionen|html-version|enregistrer|"
    r"citer|cité \d+ fois|autres articles|les \d+ versions|guardar|citar|citado por \d+|"
    r"artículos relacionados|"
    r"las \d+ versiones|保存|引用|被引用次数：\d+|相关文章|所有 \d+ 个版本"
)
_SIGNS = "☆|★|»|❞|”|⬇|↗"
_ONE = rf"(?:{_COUNTED}|{_OF_PAPERS}|{_OF_SITES}|{_ABROAD}|{_SIGNS})"
BUTTONS = rf"\[?{_ONE}(?:[\s|·•,/&\[\]]{{0,6}}{_ONE}){{0,16}}\]?"
