"""What sites of one kind put around papers: libraries, profiles, publishers, reviews, mails."""

from __future__ import annotations

from generator.sources.pasted.marks import SUBJECT

# Reason → whole lines in lower case, as regular expressions without groups that capture.
LINES: dict[str, tuple[str, ...]] = {
    "library link": (
        r"find(?: it)? ?(?:@|at ).{1,40}|get it (?:@|at) ?.{1,40}|full ?view|full ?text ?@ ?.{1,30}|"
        r"check for full ?text|.{2,20} full ?text",
    ),
    "list page": (
        r"skip to .{3,40}|access keys .{0,100}|search results|search within .{3,20}|display options|"
        r"results by year|"
        r"for (?:term|query|author) .{1,80}|(?:per page|items per page|results per page):?[\d ]{0,20}|"
        r"relevance|"
        r"set search alerts?|select (?:all|item) .{2,20}|sorted by .{1,40}|find articles with .{1,40}|"
        r"save search|"
        r"download selected .{2,20}|(?:list|graph) view|prior works|derivative works|origin paper|"
        r"open in:?|"
        r"articles \d+ ?[–-] ?\d+|home > .{1,40}|search [\d,]{4,15} papers .{0,60}|related searches|"
        r"acl anthology|about us|any type|all fields|(?:news|faq|corrections|submissions)\(current\)|"
        r"volume \d{1,4}: .{10,200}|alphaxiv|.{2,12} (?:proceedings|\d{4} open access)(?: search)?|"
        r"page \d+|"
        r"(?:\d+ ){2,12}(?:next|>|»)|trending research|browse state-of-the-art.{0,200}|volume \d{1,4}|"
        r"\[edit\]",
        r"conference program(?:me)?|program(?:me)?(?: (?:at a glance|schedule|overview))?|schedule|"
        r"accept(?:ed)? \((?:oral|poster|spotlight)s?\)|reject(?:ed)?|(?:main conference|"
        r"datasets and benchmarks) track",
        r"edited by:? .{3,200}|.{3,200} \(editors?\)|site last built .{4,120}|"
        r"this site last compiled .{4,120}",
    ),
    "profile page": (
        r"(?:figure|table) \d{1,3}|.{2,80} \(opens in a new tab\)|(?:no )?verified email(?: at .{3,60})?|"
        r"based on funding mandates|(?:not )?available|citations per year|"
        r"all\s+since \d{4}|(?:citations|h-index|i10-index)(?:\s+[\d,]{1,9}){1,2}|\d+ articles?|"
        r"person information|coauthor index|showing all [\d,]+ records|(?:19|20)\d{2} ?[–-] ?today|see faq|"
        r"what is the meaning of the colors .{3,60}|follow author\W{0,3}|claim author page|citing authors|"
        r"referenced authors|publications|affiliation: .{3,150}|sort by most influential papers|"
        r"follow author\W{0,3} claim author page",
    ),
    "site notice": (
        rf"{SUBJECT}(?:[ ,;]{{1,3}}{SUBJECT}){{0,9}}",
        r"(?:this|the) (?:paper|article|work) (?:has been|is) (?:recommended|featured) .{1,80}|"
        r"this is an automated message .{0,200}|ai-generated summary|"
        r"paper[s]? (?:abstract|page) .{0,6}|community|edit preview|upload images.{0,200}|comment$",
        r"sign up or log in to comment.{0,20}|paper submitter.{0,40}|your need to confirm .{0,80}|reply\W?",
        r"collection [•·] \d+ items?.{0,60}|browse \d+ collections? that includes? this paper|"
        r"add to collections?.{0,20}|view arxiv page view pdf.{0,60}",
        r"cite arxiv\.org/abs/\S+ in a .{1,120}|no (?:model|dataset|space|collection)s? (?:linking|"
        r"including) this paper",
        r"published on [a-z]{3,9} \d{1,2}(?:, \d{4})?[·• ]{0,4}(?:submitted by.{0,40})?|(?:·|"
        r"•) submitted by.{0,40}",
        r"copy to clipboard|please (?:log in|sign in|enable).{0,100}|javascript (?:is )?.{0,60}|"
        r"an error occurred.{0,60}",
        r"the system can't perform the operation now.{0,40}|.{2,30}'s logo|stay connected with .{1,40}|"
        r"learn more|"
        r"what is (?:semantic scholar|arxiv|dblp|openreview)\?|corpus id:? ?\d{1,12}|share this paper|"
        r"(?:background|methods?|results?|highly influential) citations|arxiv-issued doi via .{3,40}|"
        r"please see the venue website .{0,60}|ask a follow-up|scholar labs.{0,60}|"
        r"last updated on .{4,60}|all metadata released .{4,80}|.{0,12}dblp (?:was|has been) .{4,120}|"
        r".{0,120}privacy policy.{0,60}(?:terms|imprint|code of|cookie|contact).{0,60}|"
        r".{0,120}(?:terms|imprint|code of|cookie|contact).{0,60}privacy policy.{0,60}",
        r"you(?:'re| are) (?:offline|not logged in).{0,60}|we use cookies.{0,160}|"
        r"this site uses cookies.{0,160}",
    ),
    "publisher page": (
        r"(?:research[- ]article|(?:review[- ])?article|short[- ]paper|survey|demonstration|"
        r"extended[- ]abstract|"
        r"keynote|tutorial|chapter|conference paper|opinion) ?(?:open access|public access|free access)? ?"
        r"(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} (?:19|20)\d{2}",
        r"(?:(?:original|review|research|short|survey|invited|regular|full length)[- ])?"
        r"(?:research )?(?:article|paper|communication)s?|chapter|conference paper|"
        r"(?:full )?open access|free access|elsevier|springer(?: nature)?|"
        r"(?:new|confirmatory|contradictory) results|follow this preprint|(?:author )?affiliations|"
        r"author links open overlay panel|authors? info(?:rmation)?(?: & claims)?|authors and affiliations|"
        r"show authors|all authors|expand all|"
        r"cites? in|papers?|patents?|full|text views|document sections|figures|footnotes|"
        r"add to mendeley|get rights and content|outline|highlights|explore all metrics|[\d.,]+k? accesses|"
        r"[\d.,]+k? altmetric(?: mentions)?|altmetric|cite this(?: (?:article|paper|chapter))?|how to cite|"
        r"suggested citation:?|save twitter linkedin facebook|similar articles|cited by|related material|"
        r"bibtex(?: endnote apa| paper supplemental)|"
        r"abstract ?full text ?(?:info/history ?)?metrics.{0,30}|info/history|"
        r"this article is a preprint and has not been (?:certified by )?peer[- ]review.{0,60}|"
        r"competing interest statement|the authors? ha(?:ve|s) declared no competing interests?\.?|"
        r"issn information:?|index terms|recommendations|issue|section|published|technical tracks|"
        r"vol(?:\.|ume) \d{1,4}(?:,? no\.? \d{1,4})?(?:: .{1,40})?|"
        r"volume \d{1,4}, (?:issue [\w-]{1,9}, )?(?:pages? )?.{2,60}|"
        r"article no\.: \d{1,6}, pages? .{1,20}|\d{1,4} pages posted: .{4,80}",
    ),
    "review page": (
        r"(?:published|submitted): .{1,60}, last modified: .{1,60}|"
        r"\d{1,2} \w{3,9} \d{4} \(modified: .{1,40}\).{0,120}",
        r"everyone|readers: ?.{0,4}everyone|(?:\d+ )?repl(?:y|ies)|official review.{0,60}|"
        r"meta review.{0,60}|decision|paper decision|"
        r"(?:decision|official comment|comment) ?by .{2,80}(?:19|20)\d{2}.{0,80}everyone.{0,40}",
        r"(?:abstract|tl;dr|keywords?|bibtex|pdf|authors): ?(?:show|hide)|show bibtex|show revisions|"
        r"revisions|add:? .{0,30}comment",
        r"(?:iclr|neurips|icml|emnlp|acl|corl|colm|aistats|tmlr) .{0,30}(?:conference submission|"
        r"submission\d+|blind submission)"
        r".{0,60}|under review.{0,60}",
        r"(?:student paper|verify author list|certifications|assigned action editor|resubmission|paper type|"
        r"license|checklist): .{2,200}|"
        r"supplementary material: (?:zip|pdf)|no (?:authors?|acknowledgement section|"
        r"external funding).{0,200}|code of ethics:.{0,300}|"
        r"submission guidelines:.{0,200}|"
        r"anonymous (?:authors?|url):?.{0,200}|reciprocal reviewing:?.{0,100}|"
        r"(?:cc by(?:-nc)?(?:-sa|-nd)? 4\.0|cc0 1\.0)",
    ),
    "end of a mail": (
        r"this (?:message|e-?mail|alert) (?:was|is) (?:being )?sent (?:to|by|from) .{2,200}",
        r"you(?:(?:['’]re| are) receiving| (?:have )?received) this (?:message|e-?mail|alert).{0,200}",
        r"(?:list|cancel|edit|manage|update) (?:your )?(?:e-?mail )?(?:alerts?|preferences|subscriptions?)"
        r"(?:: ?\S{3,160})?|(?:to )?unsubscribe.{0,200}|view (?:this e-?mail )?in (?:your )?browser",
    ),
}
