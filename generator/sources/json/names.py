"""The members of JSON records in which services and people put each field, in the order they are tried.

Among them OpenReview (API 1 and 2), Hugging Face daily papers, OpenAlex, Semantic Scholar, Crossref,
DataCite, DBLP, the arXiv dataset, INSPIRE, NASA ADS, Europe PMC, PubMed's summaries, bioRxiv, HAL, CORE,
DOAJ, Lens, ORCID, Scopus, Springer, IEEE, Unpaywall, Zenodo, Papers with Code, ORKG, PubTator, Zotero,
Mendeley, Paperpile, ReadCube, and this program's own lines. A name is compared without regard to case, '_',
'-' and a prefix; a dot leads into an object.
"""

from __future__ import annotations

from collections.abc import Mapping


def _listed(names: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    return {field: tuple(text.split()) for field, text in names.items()}


NAMES = _listed(
    {
        "title": (
            "title paper.title content.title displayname papertitle titledisplay titles maintitle name "
            "preprinttitle headline"
        ),
        "abstract": (
            "abstract paper.summary content.abstract summary abstracttext paperabstract abstractnote "
            "abstract.p abstracts descriptions description preprintabstract shortdescription"
        ),
        "authors": (
            "authorsparsed authors paper.authors content.authors authorships author authornames "
            "authordisplay creators authors.author authorlist.author authorlist authorlist.person "
            "authorstring creator authors.authors zauthors contributors.personname authfullname "
            "preprintauthors publicationinfo.authors contributors.contributor "
            "names.authors"
        ),
        "editors": "editors editor",
        "venue": (
            "containertitle journalref content.venue primarylocation.source hostvenue "
            "publicationvenue venue journal journal.name journaltitle journalinfo.journal.title "
            "publicationinfo.journaltitle publicationtitle proceedingstitle journals publicationname "
            "journalname container customfields.journal pub publication conferencename parent.title "
            "collectiontitle booktitle conference proceedings eventtitle proceeding fulljournalname "
            "source.sourcetitle publicationinfo.publishedin.label publicationinfo.publishedin "
            "source"
        ),
        "date": (
            "publicationdate publisheddate publishedprint published issued publishedonline "
            "paper.publishedat publishedat pubdate date firstpublicationdate posted publishdate "
            "datereleased preprintdate datepublished coverdate dateissued publicationdates publishtime "
            "produceddate"
        ),
        "year": (
            "year publicationyear pubyear content.year journalinfo.yearofpublication "
            "publicationinfo.year publicationinfo.publishedyear yearpublished produceddatey "
            "source.publishyear"
        ),
        "doi": (
            "doi externalids.doi content.doi ids.doi dois serialnumber.doi identifiers.doi extids.doi "
            "pids.doi.identifier doiid doidata.doi biorxivdoi idnumber"
        ),
        "arxiv": (
            "arxiv arxivid externalids.arxiv paper.id ids.arxiv paperids.arxiv eprint arxiveprints "
            "archiveid serialnumber.arxiv identifiers.arxiv extids.arxiv paperarxivid eid"
        ),
        "url": (
            "ee url link urlabs paperurl absurl entryid primarylocation.landingpageurl "
            "bestoalocation.landingpageurl html pdfurl paperlink openaccesspdf.url pdf repositorycode "
            "site htmlurl abstracturl puburl uri s2url links.selfhtml websites downloadurl link.url"
        ),
        "kind": (
            "kind itemtype entrytype publicationvenue.type types.resourcetypegeneral type publicationtypes "
            "typecrossref documenttype types.bibtex types.citeproc resourcetype.subtype "
            "resourcetype.id doctype genre publicationtype pubtypelist.pubtype pubtype server contenttype "
            "aggregationtype"
        ),
        "comment": "comment comments arxivcomment",
        "keywords": (
            "keywords keyword content.keywords paper.aikeywords subject tags topics fieldsofstudy "
            "keywordlist.keyword subjects tasks authkeywords indexterms.authorterms.terms "
            "keywords.authorkeywords"
        ),
        "volume": (
            "volume container.vol biblio.volume journal.volume journalinfo.volume journalvolume "
            "publicationinfo.journalvolume parent.volume container.volume customfields.journal.volume "
            "journal.journalvolume source.volume"
        ),
        "number": (
            "issue number container.iss biblio.issue journalinfo.issue parent.issue "
            "publicationinfo.journalissue container.issue customfields.journal.issue "
            "journal.number issueidentifier source.issue"
        ),
        "pages": (
            "pages pagerange pageinfo page pagination journal.pages journalpages "
            "customfields.journal.pages publicationinfo.artid source.pages.range"
        ),
        "first page": (
            "biblio.firstpage container.sp start publicationinfo.pagestart startpage startingpage "
            "container.firstpage pages.firstpage"
        ),
        "last page": (
            "biblio.lastpage container.ep end publicationinfo.pageend endpage endingpage container.lastpage "
            "pages.lastpage"
        ),
        "publisher": "publisher server preprintplatform",
        "isbn": "isbn",
        "issn": "issn",
        "primaryclass": "primarycategory primaryclass arxivclass",
        "created": "created",
        "updated": "updated updatedate",
    }
)
IDS = _listed(
    {
        "pmid": ("pmid pubmedid externalids.pubmed ids.pmid serialnumber.pmid identifiers.pmid extids.pmid"),
        "pmcid": "pmcid externalids.pubmedcentral ids.pmcid extids.pmcid",
        "ads": "bibcode",
        "hal": "halid",
        "acl": "acl aclid externalids.acl ids.acl",
        "dblp": "externalids.dblp ids.dblp dblp",
        "s2": "paperid ids.s2",
        "openalex": "ids.openalex openalexid openalex",
        "openreview": "ids.openreview openreview openreviewid",
        "citekey": "citekey key citationkey bibkey texkeys userdata.citekey",
    }
)
