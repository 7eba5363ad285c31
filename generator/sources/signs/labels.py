"""Words in front of a value (`Title: …`, `Abstract—…`) and the field that each one stands for."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

# Field → the words that announce it, in lower case. '-': words that are known, but stand for no field of
# ours.
WORDS: dict[str, str] = {
    "title": (
        "title|full title|paper title|article title|paper|标题|题目|题名|论文标题|论文题目|论文名称|论文全名|"
        "タイトル|論文名|제목|titre|título|titel|"
        "titolo|tytuł|název|название|заглавие"
    ),
    "authors": (
        "author|authors|author(s)|firstauthor|by|name|names|creator|creators|作者|著者|저자|auteurs|autores|autoren|auteur|autor|autori|"
        "autore|autorzy|autoři|авторы|автор"
    ),
    "abstract": (
        "abstract|abs|summary|description|摘要|要旨|概要|抄録|초록|résumé|resumen|resumo|zusammenfassung|"
        "аннотация|реферат|riassunto|kurzfassung|sommario|samenvatting|streszczenie|abstrakt"
    ),
    "keywords": (
        "keyword|keywords|uncontrolled keywords|key words|index terms|keyphrases|key "
        "phrases|tags|关键词|关键字|キーワード|mots-clés|"
        "mots clés|palabras clave|palavras-chave|schlagwörter|schlüsselwörter|ключевые слова|parole chiave|"
        "trefwoorden|słowa kluczowe|klíčová slova|키워드"
    ),
    "comment": (
        "comment|comments|note|notes|my notes|my comments|reading notes|remarks|remark|my take|my thoughts|"
        "my opinion|my view|thoughts|takeaways|key takeaways|main takeaways|quotes|"
        "key quotes|annotations|critique|personal notes|open questions|backlinks|"
        "kommentar|kommentare|anmerkung|anmerkungen|commentaire|"
        "commentaires|remarque|remarques|comentario|comentarios|commento|commenti|备注|注释|备考"
    ),
    "venue": (
        "journal-ref|journal ref|journal reference|journal|venue|published in|publication|conference|"
        "conference name|booktitle|proceedings|source|appears in|published at|accepted at|"
        "accepted to|accepted by|publication venue|container|book title|event|zeitschrift|revue|"
        "revista|rivista|tijdschrift|czasopismo|časopis|журнал|期刊|会议|会议/年份|会议/期刊|"
        "期刊/会议|发表会议|论文发表|期刊名称|会议名称|刊物|来源|发表于|雑誌|학술지"
    ),
    "arxiv": "arxiv|arxiv id|arxiv identifier|arxiv-id|eprint|cite as|arxiv link|arxiv url",
    "doi": "doi|digital object identifier|related doi|doi link",
    "url": (
        "url|link|links|pdf|web|website|paper link|paper url|html|openreview|acl anthology|论文|论文地址|"
        "论文链接|论文下载|论文下载链接|原文链接|链接|网址|lien|enlace|"
        "論文|論文リンク|リンク|논문|논문 링크|링크"
    ),
    "code": (
        "code|github|code url|code link|project|project page|project website|homepage|demo|"
        "repository|code and data|data|dataset|video|slides|supplementary|代码|代码地址|代码链接|"
        "代码和数据集|官方代码|开源代码|开源地址|主页|项目|项目主页|项目地址|项目链接|数据集|解读|视频|"
        "コード|プロジェクトページ|코드|프로젝트"
    ),
    "year": (
        "year|publication year|pub year|年份|发表年份|出版年份|"
        "jahr|année|año|ano|anno|jaar|rok|год|発行年|연도"
    ),
    "date": (
        "date|published|publication date|published on|published online|date published|pub date|"
        "online first|first online|first published online|published date|"
        "online publication date|date of publication|available online|first published|issue date|"
        "erschienen|erscheinungsdatum|veröffentlicht|date de publication|publié|publié le|"
        "fecha de publicación|publicado|data di pubblicazione|pubblicato|"
        "日期|时间|发表日期|发表时间|发布日期|发布时间|出版日期|日付|公開日|発行日|발행일|datum|fecha|дата"
    ),
    "created": (
        "created|submitted|submitted on|submission date|first submitted|date submitted|received|"
        "date written|originally announced|announced|date created|posted|posted on|v1|"
        "eingereicht|soumis le|enviado|提交日期|提交时间|投稿日期"
    ),
    "updated": (
        "updated|last updated|last revised|revised|modified|last modified|date modified|date updated"
    ),
    "volume": "volume|vol",
    "number": "issue|number|no",
    "pages": "pages|page|pp|page(s)",
    "publisher": "publisher",
    "isbn": "isbn",
    "issn": "issn",
    "language": "language",
    "pmid": "pmid|pubmed id",
    "pmcid": "pmcid|pmc id",
    "openalex": "openalex|openalex id",
    "acl": "anthology id|acl anthology id|acl id",
    "primaryclass": "primary category|primary class|primary subject",
    "type": "type|document type|publication type|article type",
    "-": (
        "subjects|subject|categories|category|msc-class|msc classes|acm-class|acm classes|report-no|"
        "report number|license|licence|affiliation|affiliations|institution|institutions|email|"
        "emails|correspondence|corresponding author|citation|citations|cited by|area|track|"
        "primary area|secondary area|copyright|rating|decision|id|paper id|presenter|speaker|"
        "session|room|location|status|proxy|report no|editor|editors|paperhash|bibtex|tl;dr|tldr|"
        "tl; dr|one-sentence summary|lay summary|country|references|submission history|reviewer|"
        "submission number|primary subject area|confirmation|rights|guessed title|month|address|sig|bibkey|"
        "cite (acl)|cite (informal)|cite|date added to ieee xplore|electronic issn|funding agency|"
        "cite key|citekey|citation key|isbn information|issn information|conference location|msc class|"
        "acm class|item type|library catalog|library catalogue|date added|accessed|short title|call number|"
        "journal abbr|divisions|depositing user|date deposited|uri|additional information|official url|"
        "identification number|related urls|faculty|collections|due|due date|label|labels|priority|date read|"
        "checklist|assignee|assigned to|members|attachments|read|score|my rating|read on"
    ),
}
FIELD_OF: dict[str, str] = {word: field for field, words in WORDS.items() for word in words.split("|")}
# Words that also start a sentence or a title; a label only where a line or a value makes it one.
WEAK = frozenset(
    (
        "abs|annotations|announced|area|attachments|backlinks|by|category|checklist|critique|due|label|labels|"
        "members|open questions|priority|quotes|read|score|takeaways|thoughts|"
        "code|code and data|comment|conference|container|country|data|"
        "dataset|decision|demo|description|editor|event|github|html|id|issue|journal|language|link|"
        "location|name|names|no|note|notes|number|openreview|page|paper|pdf|proceedings|project|project page|"
        "project website|publication|references|remark|remarks|rights|room|session|source|speaker|"
        "status|subject|subjects|summary|tags|track|type|v1|venue|video|web|website"
    ).split("|")
)
# Those that may stand on a line of their own above the value.
ALONE = frozenset(
    (
        "abstract|affiliation|affiliations|arxiv|arxiv id|author|author(s)|authors|comments|description|doi|"
        "index terms|journal|journal reference|key words|keywords|pmid|publication date|resumen|resumo|"
        "résumé|summary|title|tl;dr|tldr|venue|zusammenfassung|kurzfassung|riassunto|samenvatting|streszczenie|"
        "аннотация|autoren|auteurs|autores|авторы|schlagwörter|mots-clés|palabras clave|palavras-chave|"
        "parole chiave|trefwoorden|ключевые слова|キーワード|タイトル|作者|关键词|抄録|摘要|标题|"
        "概要|著者|要旨|초록"
    ).split("|")
)
# Those that reports of Zotero have besides, in a column of their own.
_OF_REPORTS: dict[str, str] = {
    **dict.fromkeys(("proceedings title", "publication title", "website title", "blog title"), "venue"),
    "extra": "comment",
    **dict.fromkeys(
        (
            "# of pages|# of volumes|num pages|archive|archive id|attachments|book author|contributor|"
            "edition|format|loc. in archive|medium|meeting name|place|report type|series|series editor|"
            "series number|series title|thesis type|translator|university|version|website type"
        ).split("|"),
        "-",
    ),
}
_DECOR = " \t*_#>"
_LABEL = re.compile(
    r"[*_>#\s\-•]{0,8}([^\W\d_][\w();（） ./\-]{0,28}?)\s{0,3}[*_]{0,3}\s{0,2}[:：]"
    r"\s{0,3}(?P<marks>[*_]{0,3}\s{0,9})(?=(\S?))"
)
_DASHED = re.compile(
    r"[*_>#\s]{0,8}(?:(?P<word>abstract|summary|index terms|keywords|key words|résumé|resumen|"
    r"zusammenfassung)[*_]{0,3}\s{0,3}(?:[—–]|--{0,2}|\.(?=\s))|"
    r"(?P<other>title|authors?)(?:\.(?=\s)|\s[-—–](?=\s)))[*_]{0,3}\s{0,9}(?=\S)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r" ?\(|（")
_SUBJECT = re.compile(r"\([a-z\-]{2,12}(?:\.[A-Za-z\-]{2,12})?\)")  # as arXiv names subjects
SUBJECT_END = re.compile(rf"{_SUBJECT.pattern}\Z")
_IN_BOLD = re.compile(
    r"(\*\*|__|\*|_)(?P<word>abstract|summary|keywords)(?P<other>)[:.]?\1:?\s{1,9}(?=\S)", re.IGNORECASE
)
_LEAST = 60  # characters of the first line of an abstract below which 'ABSTRACT' may be of a title
_LEAST_WHOLE = 300  # below which 'Abstract' may be
_BRACKETED = re.compile(r"[\[【(]\s?([^\W\d_][\w ;.\-]{0,24}?)\s?[\]】)][:：]?\s{0,9}")
# A picture before a label, '👥 **Authors:** …', or in its place.
_PICTURE = re.compile(
    r"[*_>\-•\s]{0,4}(?P<picture>[\u2190-\u2bff\U0001f300-\U0001faff])"
    r"[\ufe0f\u200d\u2640-\u2642\U0001f300-\U0001faff]{0,4}\s{0,3}"
)
_PICTURED = {
    **dict.fromkeys("👥👤🧑👩👨✍", "authors"),
    **dict.fromkeys("🏫🏛", "-"),
    **dict.fromkeys("📅📆🗓", "date"),
}
_DATE = re.compile(r"(?:19|20)\d\d(?:-\d\d){0,2}|(?:[A-Z][a-z]{2,8} )?(?:\d{1,2}, )?(?:19|20)\d\d")


class Label(NamedTuple):
    """field: as in WORDS; value: what follows, '' where the label stands alone; weak: may be the text's own
    words."""

    field: str
    value: str
    weak: bool


def match_label(text: str) -> Label | None:
    """The label at the start of a stripped line, if it is one that we know."""
    pictured = None if text[:8].isascii() else _PICTURE.match(text)
    return _behind_picture(pictured, text[pictured.end() :]) if pictured else _in_words(text)


def _in_words(text: str) -> Label | None:
    head = text[:48]
    if ":" in head or "：" in head:
        found = _LABEL.match(text)
        word = " ".join(found[1].lower().split()) if found else ""
        plain = _ASIDE.split(word)[0]  # 'Abstract (English)'
        field = FIELD_OF.get(word) or (FIELD_OF.get(plain) if plain not in WEAK else None)
        if found and field:
            decorated = any(mark in text[: found.start("marks")] for mark in "*_")
            value = text[found.end() if decorated else found.start("marks") :].strip()
            sure = _SUBJECT.search(value) or sum(map(found[0].count, "*_")) > 1  # '**Summary**: …'
            return Label(field, value, word in WEAK and not sure)
    if "\t" in head and (label := _in_columns(text)):
        return label
    found = _DASHED.match(text) or _IN_BOLD.match(text)
    if found:
        word = found["word"] or found["other"]
        return Label(FIELD_OF[word.lower()], text[found.end() :].strip(), False)
    if text[:1] in "[【(":
        return _bracketed(text)
    least = (
        _LEAST if text.startswith("ABSTRACT ") else _LEAST_WHOLE if text.startswith("Abstract ") else math.inf
    )
    if len(text) > least and (text[9].isupper() or text[9].isdigit()) and not text.isupper():
        return Label("abstract", text[9:], False)
    return _alone(text)


def _behind_picture(pictured: re.Match[str], text: str) -> Label | None:
    """Of the form `👥 **Authors:** A. Lund` or `👥 A. Lund`; '✅ Summary' alone may head a list's end."""
    field = _PICTURED.get(pictured["picture"], "")
    plain = text[:1].isupper() and not any(mark in text for mark in (" | ", ":", "："))
    if field and (_DATE.fullmatch(text) if field == "date" else plain):
        return Label(field, text, False)
    label = _in_words(text)
    return None if label and not label.value and "summary" in text.lower() else label


def _in_columns(text: str) -> Label | None:
    """Of the form `Publication<tab>Nature`, as reports of Zotero are copied: no header of a table."""
    word, _, value = text.partition("\t")
    name = word.strip().lower()
    field = FIELD_OF.get(name) or _OF_REPORTS.get(name)
    if not field or "\t" in value.strip() or value.strip().lower() in FIELD_OF:
        return None
    return Label("-" if field == "updated" else field, value.strip(), False)


def _bracketed(text: str) -> Label | None:
    """Of the form `[Abstract] We …` or `【摘要】…`."""
    found = _BRACKETED.match(text)
    field = FIELD_OF.get(found[1].lower()) if found else None
    if (
        not found
        or text[found.end() :].startswith("[")
        or field not in ("title", "authors", "abstract", "keywords", "venue", "year", "date")
    ):
        return None
    return Label(field, text[found.end() :].strip(), False)


def _alone(text: str) -> Label | None:
    if len(text) > 40:
        return None
    word = text.strip(_DECOR).lower().rstrip(":：").rstrip(_DECOR)
    return Label(FIELD_OF[word], "", False) if word in ALONE and word in FIELD_OF else None


_SUMMARY = re.compile(r"(?:abs|summary|description)\s?[:：]\s{0,9}(?=\S)", re.IGNORECASE)


def without_summary_label(text: str) -> str:
    """A paragraph without `Summary:` or the like before it."""
    found = _SUMMARY.match(text)
    return text[found.end() :] if found else text
