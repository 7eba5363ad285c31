"""What web pages put around papers: buttons, counts, navigation. Recognised only where it fills a line."""

from __future__ import annotations

import re

from generator.sources.pasted.buttons import BUTTONS
from generator.sources.pasted.marks import SUBJECT

_LONGEST = 240

# Reason → whole lines in lower case, as regular expressions without groups that capture.
_PATTERNS: dict[str, tuple[str, ...]] = {
    "page navigation": (
        r"new|subscribe|sign ?in|log ?in|sign ?up|log ?out|register|home|menu|search|advanced search|"
        r"about|help|contact",
        r"skip to (?:main )?content|skip to search form|back to (?:top|list|results|articles|search)|"
        r"view all|show more",
        r"references|bibliography|works cited|literature",
        r"(?:«|<|←|‹|previous|prev)|(?:»|>|→|›|next|next page)|page \d+(?: of \d+)?|"
        r"\d+ ?[-–] ?\d+ of [\d,]+(?: results)?",
        r"show(?:ing)? [\d,]+ ?(?:[-–]|to) ?[\d,]+ of [\d,]+.{0,40}|about [\d,]+ results.{0,30}|"
        r"[\d,]+ results?(?: found)?",
        r"sort by.{0,60}|filters?|filter by.{0,40}|any time|since \d{4}|custom range\W{0,3}|"
        r"include (?:patents|citations)",
        r"view pdf|view html|html \(experimental\)|download(?: pdf)?|full[- ]?text(?: links?)?|"
        r"access paper:?|other formats",
        r"tex source|view license|current browse context:?|change to browse by:?|references & citations|"
        r"export bibtex citation",
        r"nasa ads|google scholar|semantic scholar|bookmark|bibliographic tools|"
        r"bibliographic and citation tools",
        r"code, data,? (?:and )?media(?: associated with this article)?|demos|related papers|"
        r"recommenders and search tools",
        r"cornell university|we gratefully acknowledge .{1,200}|(?:< ?prev)? {0,3}\|? {0,3}(?:next ?>)|"
        r"back arrowgo to .{1,60}|new \| recent \| .{4,20}|\d+ blog links?|\(what is this\?\)|"
        r"dblp - cs bibliography|listing \| bibtex|"
        r"bibsonomy logo.{0,40}|.{3,40} toggle|.{3,50}\(what (?:is|are) .{3,40}\?\)|contact arxiv.{0,60}|"
        r"subscribe to arxiv mailings.{0,60}|web accessibility assistance|arxiv operational status|"
        r"get status notifications.{0,40}|copyright|change to browse by:?",
        r"hugging face's logo.{0,30}|see translation|editpreview|tap or paste here to upload images|"
        r"fields of study|date range|has pdf|journals & conferences|sort by relevance",
        r"about arxivlabs|which authors of this paper are endorsers\?.{0,80}|focus to learn more|"
        r"loading\W{0,4}|load more",
        r"submission history|from: .{1,80}\[view email\]|\[view email\]|\[v\d+\] .{4,60}\(?[\d,]+ ?kb\)?|"
        r"\[v\d+\] \w{3}, \d.{0,40}",
        r"expand|collapse|close|open|copy|copied!?|share|follow|following|unfollow|edit|report|flag|"
        r"print|email|feedback",
        r"privacy(?: policy)?|terms(?: of (?:service|use))?|cookies?(?: policy)?|"
        r"accept(?: all)?(?: cookies)?|© ?\d{4}.{0,80}",
        r"copyright(?: ©)? ?\d{4}.{0,80}|all rights reserved\.?|powered by .{1,40}|made with .{1,40}",
        r"get trending papers in your email inbox.{0,20}|stay informed with .{1,60}|hugging ?face|"
        r"daily papers|trending papers",
        r"by ?ak and the research community|models|datasets|spaces|docs|pricing|papers|posts|enterprise|"
        r"community",
        r"openreview\.net|toggle (?:navigation|dark mode|menu)|(?:back arrow )?go to .{1,60} homepage|"
        r"bibtex record|done|click anywhere on the box above .{0,60}|all submissions|"
        r"your consoles",
        r"active conferences|recent activity|tasks|authors are encouraged .{1,120}",
        r"dark mode|light mode|language|english|settings|account|my (?:library|profile|account|"
        r"citations)|alerts?|metrics",
        r"create alert|set alert|get alerts|merge|add|delete|select all|title|cited by|year|"
        r"cited by year|title cited by year",
        r"(?:title\s+){0,1}cited by\s+year|co-authors.{0,20}|public access.{0,20}|view all|citations|"
        r"h-index|i10-index|articles",
        r"list of computer science bibliographies|dblp|trier \d.{0,40}|refine (?:list|by .{1,30})|"
        r"export record|electronic edition.{0,60}",
        r"jump to (?:abstract|navigation|content|search).{0,20}|browse|archive|proceedings|volumes?|"
        r"events|faq|corrections|submissions",
        r"search v[\d.]{3,9} released .{6,20}|"
        r"(?:(?:arxiv(?: logo)?)? ?> ?)?[\w\-.]{2,12} ?> ?arxiv:\S{4,30}|"
        r"(?:> ?)?(?:cs|math|physics|stat|econ|eess|q-bio|q-fin) ?> ?(?:search|[\w.-]{2,16})|"
        r"search(?:\.\.\.|…)|"
        r"help \| advanced search|"
        r"authors and titles for .{1,60}|\(or arxiv:.{1,40}for this version\)|"
        r"\[? ?(?:total of [\d,]+ entries|showing (?:up to )?[\d,]+ entries per page).{0,80}|"
        r"fewer(?: \| more(?: \| all)?)?|"
        r"(?:new submissions|cross[- ](?:submissions|lists)|replacements|replacement submissions)"
        r"(?: for .{1,40})?(?: ?\(.{0,20}showing .{1,50}\))?|see today's new changes|"
        r"submissions received from .{1,80}|"
        r"(?:showing )?new listings for .{1,60}|"
        r"(?:computer science|mathematics|physics|biology|medicine|psychology|engineering|economics|"
        r"environmental science|"
        r"materials science|chemistry|business|linguistics|education|"
        r"political science)(?:, (?:computer science|"
        r"mathematics|physics|biology|medicine|psychology|engineering|economics|linguistics)){0,3}",
        r"computer science ?>.{1,60}|(?:mathematics|physics|statistics|quantitative (?:biology|finance)|"
        r"economics) ?>.{1,60}",
    ),
    "button": (
        r"[^.:?]{3,120} \+ ?\d{1,2}",
        r"\d{1,6}|»",
        r"\[(?:pdf|html|book|b|c|citation|doc|ps)\](?:\s?\[(?:pdf|html|b|"
        r"c)\])?(?: [\w-]+(?:\.[\w-]+){1,4})?",
        r"[\[(](?:pdf|ps|html|other|tex|abs|bib|code|bibtex|doi|slides|video|poster|supp|arxiv)(?:[,|"
        r"/ ]{1,3}"
        r"(?:pdf|ps|html|other|tex|abs|bib|code|bibtex|doi|slides|video|poster|supp|arxiv)){0,8}[\])]",
        r"△ less|▽ more|read more|see more|show less|less|show abstract|hide abstract|show details|"
        r"view details|details|"
        r"(?:\+|-|show|hide) (?:abstract|details|authors|bibtex)|view (?:paper|abstract|article|"
        r"publication|on .{1,30})",
        r"open in reader|view (?:on|via) .{1,120}|pdf (?:download|full text)|download citation|permalink|"
        r"citation tool",
        r"(?:view )?(?:via )?publisher(?:'s site)?|\[pdf\]|\[reader\]|save to library|create alert",
        r"upvote[ds]?|view (?:model|dataset|space)s?.{0,20}|models citing this paper.{0,9}|"
        r"(?:datasets|spaces|collections) (?:citing|including) this paper.{0,9}",
    ),
    "heading": (
        r"(?:(?:my|our|the|full|complete|current) )?(?:reading list|list of (?:accepted |selected )?papers|"
        r"(?:accepted|selected|recommended|suggested|required|recent|new|optional) (?:papers|readings?)|"
        r"papers to read|papers|abstracts|readings?)"
        r"(?:,? (?:for|from|of|at|in|by) .{2,40}|,? (?:19|20)\d{2})?:?",
        r"must[- ]reads?:?|optional|unsorted|"
        r"misc(?:ellaneous|\.)?|metadata|(?:week|day|lecture|month) \d{1,3}:?",
    ),
    "count": (
        r"(?:[▲△⬆👍❤♥💬⭐★☆🔥+]\ufe0f?\s?)?[\d][\d,.]{0,8} ?[km]?\+?",
        r"\d[\d,.]{0,8}k? (?:likes?|upvotes?|comments?|citations?|views?|replies|reviews?|shares?|"
        r"downloads?|stars?|votes?|"
        r"highly influential citations?|excerpts?|authors?|claps?|points?|reads?)(?:[\s·•|,].{0,60})?",
        r"(?:upvote|cited by|likes?|views?|citations?|comments?|replies|downloads?|stars?|discussions?|"
        r"reviews?)"
        r"\s{0,3}[:·(]?\s{0,3}[\d,.]{1,9}k?\)?",
        r"cited by [\d,]+ ?(?:[·•|].{0,120}|related articles.{0,100})|#\d+ paper of the day|"
        r"[▲△⬆👍❤♥💬⭐★☆🔥·•–—\-+]{1,3}",
        r"\[\d{1,4}\]|\(\d{1,4}\)",
        r"\+ ?\d+ authors?|\d+ authors?|[·•] ?\d+ authors?|save ?alert.{0,20}|\d+ excerpts?, .{1,60}",
    ),
    "who submitted": (
        r"submitted by|submitted by\s?\S{1,40}|posted by .{1,40}|authored by:?|uploaded by .{1,40}|"
        r"shared by .{1,40}",
        r"@[a-z0-9_\-]{2,30}|by:? @?[a-z0-9_\-]{2,30}|\d+ authors? [·•] .{0,40}",
    ),
    "date": (
        r"(?:(?:published|submitted|updated|posted|added) )?(?:on )?(?:jan|feb|mar|apr|may|jun|jul|aug|"
        r"sept?|oct|nov|dec)[a-z]{0,6}\.?"
        r" \d{1,2}(?:st|nd|rd|th)?|on \w{3,9} \d{1,2}, (?:19|20)\d{2}",
        r"\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?",
        r"(?:about |over |almost )?(?:an?|\d+) (?:second|minute|hour|day|week|month|year)s? ago|"
        r"yesterday|today|"
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    ),
    "conference programme": (
        r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|"
        r"sun),? ?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|"
        r"aug|sep|oct|nov|dec)[a-z]{0,6}\.? ?\d{0,2}(?:,? \d{4})?(?:[,·|–-]? .{0,40})?",
        r"(?:poster|oral|spotlight|demo|keynote|plenary|parallel|workshop|morning|afternoon|paper|"
        r"virtual|industry|tutorial|"
        r"invited|lightning|findings|main|technical|business|in-person|conference)\s(?:session|track|"
        r"block)s?\s?"
        r"(?:\d{1,2}[a-z]?|[ivx]{1,4}|[a-f])?(?: ?[:–—,|(·-] ?.{0,80})?",
        r"(?:poster|oral|spotlight|demo|plenary|parallel|virtual|keynote|talk|tutorial|workshop)s?"
        r"(?: (?:session|talk|presentation|paper|track)s?)?(?: ?#?\d{1,4}[a-z]?| [a-f]| [ivx]{1,4})?",
        r"session ?#?(?:\d{1,3}[a-z]?|[a-z]\d?|[ivx]{1,4})(?: ?[:–—-] .{0,80})?|track \d.{0,60}|"
        r"session chairs?:? .{0,80}|chair:? .{0,80}",
        r"(?:(?:grand|great|main|exhibit|exhibition) )?(?:room|halle?|ballroom|auditorium|poster board|"
        r"board) ?#?:? ?"
        r"(?:[a-z]?\d[\w.\-/]{0,9}|[a-z](?:[-/&+][a-z])?)?"
        r"(?: ?[&,+/] ?(?:(?:great|main|grand) )?(?:room|hall|"
        r"ballroom)? ?[a-z]?\d{0,3}(?:\+[a-z]\d{0,2})?){0,4}(?: ?#\d{1,5})?",
        r"(?:coffee|lunch|tea) ?(?:break)?|registration|opening(?: remarks)?|closing(?: remarks|"
        r" session)?|welcome|break|reception|"
        r"panel(?: discussion)?|social event|banquet|breakfast|dinner|best paper awards?",
        r"(?:poster|oral|spotlight|paper|submission|abstract|talk) ?(?:id)? ?[#:]? ?\d{1,5}|paper ?#\d+|"
        r"#\d{1,5}",
        r"(?:spotlight|oral|poster|highlight|in-person|virtual)(?:[ ,/|·-]{1,3}(?:spotlight|oral|poster|"
        r"highlight|in-person|virtual|"
        r"presentation|paper|session)){0,4}",
    ),
    "library link": (
        r"find(?: it)? ?(?:@|at ).{1,40}|get it (?:@|at) ?.{1,40}|full ?view|full ?text ?@ ?.{1,30}|"
        r"check for full ?text|.{2,20} full ?text",
    ),
    "list page": (
        r"skip to .{3,40}|access keys .{0,100}|search results|search within .{3,20}|display options|"
        r"results by year|"
        r"for (?:term|query|author) .{1,80}|(?:per page|items per page|results per page):?[\d ]{0,20}|"
        r"relevance|"
        r"set search alerts?|select all .{2,20}|sorted by .{1,40}|find articles with .{1,40}|save search|"
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
        r"verified email at .{3,60}|based on funding mandates|(?:not )?available|citations per year|"
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
        r"meta review.{0,60}|decision|paper decision",
        r"(?:abstract|tl;dr|keywords?|bibtex|pdf|authors): ?(?:show|hide)|show bibtex|show revisions|"
        r"revisions|add:? .{0,30}comment",
        r"(?:iclr|neurips|icml|emnlp|acl|corl|colm|aistats|tmlr) .{0,30}(?:conference submission|"
        r"submission\d+|blind submission)"
        r".{0,60}|under review.{0,60}",
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
_ANY = re.compile("|".join("(" + "|".join(group) + ")" for group in (*_PATTERNS.values(), (BUTTONS,))))
_REASONS = (*_PATTERNS, "button")
_WORDY = re.compile(r"[\w▲△⬆👍❤♥💬⭐★☆🔥]")


def chrome_reason(line: str) -> str | None:
    """Why a stripped line is no part of a paper, or None where it may be one."""
    if not line or len(line) > _LONGEST:
        return None
    if len(line) == 1 and not line.isdigit():
        return "ornament"
    found = _ANY.fullmatch(line.lower())
    if found and found.lastindex:
        return _REASONS[found.lastindex - 1]
    return None if _WORDY.search(line) else "ornament"
