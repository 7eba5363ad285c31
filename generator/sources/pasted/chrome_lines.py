"""What pages put around papers wherever they are: buttons, counts, dates, headings, programmes."""

from __future__ import annotations

import re

_STUDY = (
    r"(?:computer science|mathematics|physics|biology|medicine|psychology|engineering|economics|"
    r"environmental science|materials science|chemistry|business|linguistics|education|political science|"
    r"geology|geography|sociology|philosophy|history|agricultural and food sciences|art|law)"
)
STUDIES = re.compile(rf"{_STUDY}(?:, {_STUDY}){{0,3}}")  # as Semantic Scholar names them

# Reason → whole lines in lower case, as regular expressions without groups that capture.
LINES: dict[str, tuple[str, ...]] = {
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
        r"tex source|view license|current browse context:?.{0,20}|change to browse by:?|"
        r"references & citations|"
        r"export bibtex citation",
        r"nasa ads|google scholar|semantic scholar|bookmark|bibliographic tools|"
        r"bibliographic and citation tools",
        r"code, data,? (?:and )?media(?: associated with this article)?|demos|related papers|"
        r"recommenders and search tools",
        r"cornell university|we gratefully acknowledge .{1,200}|(?:< ?prev)? {0,3}\|? {0,3}(?:next ?>)|"
        r"back arrowgo to .{1,60}|new \| recent \| .{4,20}|\d+ blog links?(?: \(what is this\?\))?|"
        r"\(what is this\?\)|"
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
        r"copyright(?: ©)? ?\d{4}.{0,80}|copyright © .{3,80}|all rights reserved\.?|powered by .{1,40}|"
        r"made with .{1,40}",
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
        r".{3,60}['’]s articles on arxiv|\[?showing [\d,]+ (?:through [\d,]+ )?of [\d,]+ total entries\]?|"
        r"ungefähr [\d.]+ ergebnisse.{0,20}|environ [\d\s.]+ résultats.{0,20}|"
        r"aproximadamente [\d.]+ resultados.{0,20}|"
        r"找到约 [\d.,]+ 条结果.{0,20}|(?:seit|depuis|desde) \d{4}|\d{4}以来|joined [a-z]+ \d{4}|"
        r"view all \d+ .{4,20}|"
        r"(?:zurück|précédent|anterior|上一页)?\d{2,20}(?:weiter|suivant|siguiente|下一页)|"
        r"\d+ results per page.{0,60}|announcement date \(\w+ first\)|(?:\d+-\d+ ){1,9}\.\.\. \d+-\d+|"
        r"previous\d{2,20}next|page|of [\d,]{1,6}|did you mean .{1,80}|\S{1,60}@[\w.-]{1,60}\.[a-z]{2,10}|"
        r"(?:paper )?(?:submission|abstract registration) (?:start|deadline|end)s?: .{1,220}|"
        r"authors and titles for .{1,60}|\(or arxiv:.{1,40}for this version\)|"
        r"\[? ?(?:total of [\d,]+ entries|showing (?:up to )?[\d,]+ entries per page).{0,80}|"
        r"fewer(?: \| more(?: \| all)?)?|"
        r"(?:new submissions|cross[- ](?:submissions|lists)|replacements|replacement submissions)"
        r"(?: for .{1,40})?(?: ?\(.{0,20}showing .{1,50}\))?|see today's new changes|"
        r"submissions received from .{1,80}|"
        r"(?:showing )?new listings for .{1,60}",
        STUDIES.pattern,
        r"(?:computer science|mathematics|physics|statistics|quantitative (?:biology|finance)|economics|"
        r"electrical engineering and systems science|condensed matter|astrophysics|nonlinear sciences)"
        r" ?>.{1,60}",
        r"high energy physics - (?:experiment|lattice|phenomenology|theory)|nuclear (?:theory|experiment)|"
        r"quantum physics|mathematical physics|general relativity and quantum cosmology",
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
        r"[▲△⬆👍❤♥💬⭐★☆🔥·•–—\-+]{1,3}|\d{1,6}\*",
        r"\[\d{1,4}\]|\(\d{1,4}\)",
        r"\+ ?\d+ authors?|\d+ authors?|[·•] ?\d+ authors?|save ?alert.{0,20}|\d+ excerpts?, .{1,60}",
    ),
    "who submitted": (
        r"submitted by(?: ?\S{1,40})?(?: on [a-z]{3,9} \d{1,2}, \d{4})?|posted by .{1,40}|authored by:?|"
        r"uploaded by .{1,40}|"
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
        r"(?:\[ ?)?(?:(?:grand|great|main|exhibit|exhibition) )?(?:room|halle?|ballroom|auditorium|"
        r"poster board|"
        r"board) ?#?:? ?"
        r"(?:[a-z]?\d[\w.\-/]{0,9}|[a-z](?:[-/&+][a-z])?)?"
        r"(?: ?[&,+/] ?(?:(?:great|main|grand) )?(?:room|hall|"
        r"ballroom)? ?[a-z]?\d{0,3}(?:\+[a-z]\d{0,2})?){0,4}(?: ?#\d{1,5})?(?: \(level \d\))?(?: ?\])?",
        r"(?:coffee|lunch|tea) ?(?:break)?|registration|opening(?: remarks)?|closing(?: remarks|"
        r" session)?|welcome|break|reception|"
        r"panel(?: discussion)?|social event|banquet|breakfast|dinner|best paper awards?",
        r"(?:poster|oral|spotlight|paper|submission|abstract|talk) ?(?:id)? ?[#:]? ?\d{1,5}|paper ?#\d+|"
        r"#\d{1,5}",
        r"(?:spotlight|oral|poster|highlight|in-person|virtual)(?:[ ,/|·-]{1,3}(?:spotlight|oral|poster|"
        r"highlight|in-person|virtual|"
        r"presentation|paper|session)){0,4}",
    ),
}
