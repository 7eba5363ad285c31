"""Lines that sites write above, below and beside their papers, word for word, in small letters."""

from __future__ import annotations

# What stands in the head or the foot of a page only. A few words between two such lines are no paper.
_AROUND = {
    "arXiv": (
        "skip to main content|about|help|contact|menu|cornell university|"
        "in just 3 minutes help us improve arxiv:|"
        "annual global survey|we gratefully acknowledge support from|"
        "the simons foundation and member institutions.|advanced search|all fields|"
        "open search|go|open navigation menu|quick links|login|help pages|journal reference|"
        "acm classification|msc classification|arxiv identifier|arxiv author id|orcid|new submissions|"
        "cross-lists|cross-list|replacements|see recent articles|see today's new changes|feedback?|"
        "show abstracts|hide abstracts|show abstracts hide abstracts|results per page. sort results by|"
        "full-text links:|license icon view license|(view license)|export bibtex citation loading...|"
        "arxivlabs: experimental projects with community collaborators|bibsonomy logo|reddit logo|"
        "code, data, media|all|cs|math|stat|eess|econ|physics|q-bio|q-fin|nlin|"
        "about arxivlabs|contact arxiv|subscribe to arxiv mailings|"
        "web accessibility assistance|arxiv operational status|get status notifications via email or slack|"
        "arxiv-issued doi via datacite|arxiv-issued doi via datacite (pending registration)|"
        "doi(s) linking to related resources|focus to learn more"
    ),
    "Hugging Face": (
        "log in|sign up|company|website|tos|careers|system theme|daily papers|trending papers|"
        "get trending papers in your email inbox!|enterprise|inference endpoints|huggingchat|changelog"
    ),
    "proceedings": (
        "proceedings of machine learning research|[edit]|[bib][citeproc]|github account|mlresearchpress|"
        "neurips proceedings|back"
    ),
    "cookies": (
        "accept all|accept all cookies|reject|reject all|decline|allow all|allow all cookies|cookie settings|"
        "cookie preferences|manage preferences|manage cookies|customise|customize|necessary|preferences|"
        "marketing|this website uses cookies|this site uses cookies|your privacy, your choice|"
        "we value your privacy"
    ),
    "OpenReview": (
        "names|emails|personal links|education & career history|advisors, relations & conflicts|expertise|"
        "recent publications|publications|suggest name|suggest email|suggest url|suggest position|"
        "suggest relation|suggest expertise|"
        "openreview.net|search openreview...|toggle navigation|back arrow|your consoles|hosting a venue|"
        "all venues|about openreview|sponsors|donate|join the team|frequently asked questions|"
        "terms of use|terms of use / privacy policy|privacy policy|accept (oral)|accept (spotlight)|"
        "accept (poster)|all submissions|recent activity|active conferences|reject|withdrawn submissions|"
        "desk rejected submissions|please see the venue website for more information."
    ),
    "Google Scholar": (
        "clear|case law|scholar|follow|following|profiles|my profile|my library|get my own profile|any time|"
        "custom range...|"
        "sort by relevance|sort by date|any type|review articles|include patents|include citations|"
        "the system can't perform the operation now. try again later."
    ),
    "Google Scholar in other languages": (
        "beliebige zeit|zeitraum wählen...|nach relevanz sortieren|nach datum sortieren|beliebige sprache|"
        "seiten auf deutsch|alle typen|übersichtsarbeiten|patente einschließen|zitate einschließen|"
        "alert erstellen|datenschutzerklärung|nutzungsbedingungen|hilfe|artikel|mein profil|"
        "meine bibliothek|anmelden|date indifférente|période spécifique...|trier par pertinence|"
        "trier par date|toutes les langues|rechercher les pages en français|tous les types|"
        "articles de revue|inclure les brevets|inclure les citations|créer l'alerte|confidentialité|"
        "conditions d'utilisation|aide|mon profil|ma bibliothèque|connexion|cualquier momento|"
        "intervalo específico...|ordenar por relevancia|ordenar por fecha|cualquier idioma|"
        "buscar sólo páginas en español|cualquier tipo|artículos de revisión|incluir patentes|"
        "incluir citas|crear alerta|privacidad|condiciones|ayuda|artículos|mi perfil|mi biblioteca|"
        "iniciar sesión|时间不限|自定义范围...|按相关性排序|按日期排序|不限语言|中文网页|简体中文网页|"
        "类型不限|评论性文章|包括专利|包含引用|创建快讯|隐私权|条款|帮助|文章|学术搜索|我的个人资料|"
        "我的图书馆|登录"
    ),
    "Semantic Scholar": (
        "author pages are created from data sourced from our academic publisher partnerships and public "
        "sources.|more filters|sort by recency|sort by citation count|citing authors|referenced authors|"
        "skip to search form|skip to account menu|search|sign in|create free account|"
        "figures and tables from this paper|ask this paper|beta|ai-powered|ai-generated|supplemental content|"
        "citation type|has pdf|stay connected with semantic scholar|what is semantic scholar?|"
        "learn more|about us|publishers|blog|ai2 careers|product|product overview|semantic reader|"
        "scholar's hub|beta program|release notes|api|api overview|api tutorials|api documentation|"
        "api gallery|research|research team|research areas|librarians|tutorials|proudly built by ai2|"
        "collaborators & attributions|terms of service|api license agreement|"
        "collaborators & attributions •terms of service•privacy policy•api license agreement"
    ),
    "DBLP": (
        "dblp computer science bibliography|home|home > persons|browse|blog|statistics|update feed|"
        "xml dump|rdf dump|persons|conferences|journals|series|repositories|person information|refine list|"
        "refinements active!|zoomed in on ?? of ?? records|view refined list in|dblp search|"
        "export refined list as|sparql queries|manage site settings|coauthor index"
    ),
    "ACL Anthology": (
        "acl logo acl anthology|news(current)|faq(current)|corrections(current)|submissions(current)|"
        "news(current)(current)|faq(current)(current)|corrections(current)(current)|"
        "submissions(current)(current)|search...|show all abstracts|hide all abstracts|"
        "show all abstractshide all abstracts|show all abstracts hide all abstracts"
    ),
    "PubMed": (
        "skip to main page content|u.s. flag|an official website of the united states government|"
        "here's how you know|here’s how you know|dot gov|the .gov means it’s official.|https|"
        "the site is secure.|nih nlm logo|pubmed logo|show account info|user guide|create rss|"
        "create alert create rss|advanced clipboard|save email|send to|sort by:|best match|most recent|"
        "display options|my ncbi filters|results by year|reset|publication date|text availability|"
        "article attribute|article type|associated data|additional filters|reset all filters|"
        "free full text|books and documents|custom range|1 year|5 years|10 years|"
        "first page previous page next page last page|show more results|follow ncbi|connect with nlm|"
        "ncbi literature resources|mesh pmc bookshelf disclaimer|national library of medicine|"
        "8600 rockville pike|bethesda, md 20894|web policies|foia|hhs vulnerability disclosure|"
        "accessibility|nlm|nih|hhs|usa.gov"
    ),
}

# What stands beside each of the papers of a page.
_BESIDE = {
    "Semantic Scholar": "view citations|view all|view 1 excerpt|see all|topics|copy ai generated text",
    "DBLP": (
        "view|electronic edition via doi|electronic edition via doi (open access)|unpaywalled version|"
        "no references & citations available|references & citations|authority control:|export record|bibtex|"
        "ris|rdf|rdf n-triples|rdf turtle|rdf/xml|xml|dblp key:|ask others|google|internet archive scholar|"
        "citeseerx|pubpeer|orkg|share record|mastodon|bluesky|reddit|bibsonomy|linkedin|persistent url:"
    ),
    "ACL Anthology": (
        "more options…|more options...|copy citation:|fix data|copy bibtex to clipboard|markdown|"
        "pdf cite search fix data|export citation|preformatted"
    ),
    "PubMed": (
        "randomized controlled trial|clinical trial|meta-analysis|systematic review|comparative study|"
        "multicenter study|observational study|case reports|editorial|letter|historical article|"
        "free pmc article|free article|no abstract available"
    ),
}


AROUND_PAPERS = frozenset(line for lines in _AROUND.values() for line in lines.split("|"))
OF_SITES = AROUND_PAPERS.union(line for lines in _BESIDE.values() for line in lines.split("|"))
