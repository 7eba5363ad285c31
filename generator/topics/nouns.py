"""What can be the name of a topic: words that end in a noun and are not of the trade of writing papers."""

from __future__ import annotations

from collections.abc import Sequence

# Words of the trade of writing papers: they name no topic, alone or in a phrase.
_GENERIC = frozenset(
    """ability able absolute academic accuracy achieve achieved achieves achieving additional additionally
    advance advanced advances advantage affect aim aims allow allowing allows amount analyses
    analyze approach approaches art aspect aspects assume attention available average base based
    baseline baselines benefit best better big boost boosting bring building called capability
    capabilities capable capture case cases category challenge challenges challenging change changes
    comprised comprising
    character characteristic characteristics choice clear close collection combination
    combine combined common community compare compared comparable comparing comparison competing
    competitive complex component components comprehensive computation computational compute conduct
    conducted consider considerable consist consistent consistently contain containing contribution
    contributions core correct cost costs create critical current currently date decrease define
    demonstrate demonstrated demonstrates depend design designed designs desirable detail detailed
    details develop developed development difference different difficult difficulty direct direction
    directions directly discover discuss diverse downstream dramatic early ease easy effect
    effective effectively effectiveness effects efficacy efficiency efficient efficiently effort
    elaborate emerging empirical empirically employ enable enables enabling end enhance enhanced
    enhances enhancing enormous ensure entire especially essential establish estimate evaluate
    evaluated evaluating evaluations evidence examine example examples excellent exist existing
    expensive experiment experimental experiments explain explicit explicitly exploit exploiting
    exploration explore explored expose expressive extend extended extensive extent extra extremely
    facilitate factor factors fail fast feature features field finally find finding findings
    finetuned fixed flexible focus focused focuses following force form formulate found framework
    frameworks free frequently fully function fundamental furthermore future gain gains gap general
    generalist generally generated generic github goal good great greatly group growing half hand
    help helps high higher highest highly hope huge human idea identify impact importance important
    impressive improve improved improvement improvements improves improving include includes
    including incorporate increase increasing independent indicate individual information inherent
    initial input inputs insight insights inspired instance instances integrate intend interest
    intermediate introduce introduced introducing investigate involve issue issues items iterative
    joint jointly key kind known lack large larger large-scale later latest lead leading leads learn
    learned learning learns level leverage leverages leveraging limit limitation limitations limited
    line long lot low lower main maintaining major making manner many margin massive match materials
    matter means measure mechanism mechanisms method methods million mode model models modern module
    modules multiple natural nature necessary need negative network networks new node notable
    noteworthy novel number numerous object objective objectives observation observe obtain obtained
    offer offers open operations optimal optimize option order original outcome output outputs
    outperform outperforming outperforms overall overcome paper papers parameter parameters part
    particular parts past perform performance performances performing performs perspective phase
    phenomenon pipeline play point points popular positive possible potential powerful practical
    practice precise predict predicted present presented presents previous previously primary
    principle prior problem problems procedure process processes processing produce progress project
    prominent promising promote proper property propose proposed proposes provide provided provides
    providing public publicly publish purpose quality quantity quick range rapid rarely rate ratio
    reach ready real recent recently reduce reduced reduces reducing regard related relevant
    reliable remain remains remarkable report represent representing require required requirement
    requirements requires requiring research researchers resource resources respect result resulting
    results reveal review rich robust robustness role run safe sample samples scale scaling scenario
    scenarios scheme science score scores scratch section seek select selected selecting separate
    sequence series serve set sets setting settings setup several shed short show showing shown
    shows sign significant significantly similar simple simply single size small smaller solely
    solution solutions solve source space special specialized specific specifically split spite
    stage standard start state states step steps still strategies strategy strength strengths strong
    stronger structure struggle study subject subset substantial success successful successfully
    suffer sufficient suggest suite suitable superior superiority support surpass surpasses
    surpassing surprising system systems tackle target task tasks team technique techniques term
    terms test tests thorough time tool top total trained training trade trend true try type types
    typical typically ultimate underlying understand understood unified unify unique universal
    update use user users utilize utilizing valuable value values variants variety verify version
    view ways weak weight weights well-known wide widely wide-range work works world year years
    yield approximation initialization initializing structural structure structures pair pairs unlabeled
    labeled pretrained pre-trained sheds light unifying rethinking revisiting beyond unseen aligned alignment
    semantics understanding vocabulary patient patients participant participants cohort pilot print
    prospective questionnaire randomised randomized retrospective unveiling versus implication
    implications facing undergo undergoes undergoing undergone modulate modulates modulated modulating
    revolutionize revolutionized ill affects alters causes induces inhibits prevents promotes protects reveals
    suppresses""".split()
)


# Small words of other languages: no name begins or ends with one.
_SMALL = frozenset(
    """als auch auf aus bei das dass dem den der des die diese dieser dieses durch ein eine einem einen einer
    eines für gegen ihre ist kann können mit nach nicht oder ohne sich sind sowie und unter von werden wie wir
    wird wurde wurden zum zur zwischen über
    aux avec cette dans entre leur les nous par pour que qui sans sont sur une
    como con del desde durante en esta este hasta las los más para por sin sobre sus un una unos unas
    com das dos nas nos não pela pelo uma
    dei della delle gli nel nella sono
    een het naar uit voor wordt zijn
    situ vitro vivo
    без для его из или как между над под при это что""".split()
)
# Of the words of the trade those that end a name well: "language models", "representation learning".
_HEADS = frozenset(
    "analysis data evaluation learning model models network networks search training understanding".split()
)
# Nouns that are the name of a topic only with another: "type prediction".
_VAGUE_ALONE = frozenset(
    """action actions application applications classification code codes completion detection distribution
    distributions estimation expression expressions extraction generation graph graphs identification image
    images interaction interactions management prediction predictions reaction reactions recognition selection
    software text treatment treatments variation variations""".split()
)
_OF_ADJECTIVES = (
    "al",
    "ed",
    "ive",
    "ic",
    "ous",
    "able",
    "ible",
    "ary",
    "ful",
    "less",
    "ical",
    "ant",
    "ent",
    "lar",
    "linear",
)
# Nouns that end like adjectives; all in -ment are nouns too.
_NOUNS = frozenset(
    """accident agent animal archive arithmetic bed boundary cable canal chemical client clinic coefficient
    constant content determinant dictionary epidemic event fabric feed glossary gradient heuristic
    hospital implant infant ingredient interval invariant journal library logic metric mineral music
    mutant nutrient pandemic participant patent patient plant pollutant proposal reagent referral removal
    retrieval reversal rodent salary seed signal solvent speed statistic student summary survival table
    talent topic traffic trial variable variant vocabulary""".split()
)
# And those that may open one: "structural equation modeling", "large language models".
OPENING = frozenset(
    """complex computational critical early general high human joint large low major multiple natural network
    object optimal parameter positive pre-trained pretrained random sequence single small structural structure
    system time universal user""".split()
)
# Verbs that stand before what they are done to: "ameliorates cognitive deficits".
_VERBS = ("ates", "izes", "ifies")
# What may be said of a study in any field: how it was done, not on what.
_OF_ANY_STUDY = frozenset(
    f"{modifier} {noun}"
    for noun, modifiers in {
        "analysis": "data multivariate numerical regression sensitivity statistical theoretical univariate",
        "application": "clinical practical",
        "course": "clinical",
        "data": "observational",
        "group": "control",
        "manifestation": "clinical",
        "model": "animal mouse murine rat",
        "option": "therapeutic treatment",
        "presentation": "clinical",
        "regression": "linear logistic",
        "relevance": "clinical",
        "report": "case",
        "significance": "biological clinical diagnostic prognostic statistical",
        "simulation": "numerical",
        "study": "clinical observational pilot prospective retrospective",
        "testing": "psychometric",
        "trial": "clinical control controlled placebo-controlled",
    }.items()
    for modifier in modifiers.split()
)
_NO_NOUNS = frozenset(
    "zero shot aware grained driven guided based free dense sparse open deep long rank multi quantum".split()
)


def tells_something(word: str) -> bool:
    """Whether a word is neither of the trade nor a small one, be it a name or only said of what has one."""
    return len(word) > 3 and not word.endswith("ly") and word not in _GENERIC and word not in _SMALL


def names_something(words: Sequence[str]) -> bool:
    """Whether words end in what could be a noun and none is of the trade, but for the last one at times."""
    *others, last = words
    generic = any(word in _GENERIC for word in others) or (last in _GENERIC and last not in _HEADS)
    if generic or any(len(word) < 3 or word.endswith("ly") for word in words):
        return False
    if any(word.endswith(_VERBS) for word in others):
        return False
    if words[0] in _SMALL or last in _SMALL:
        return False
    if not others and (last in _HEADS or last in _VAGUE_ALONE):
        return False
    said = " ".join(words)
    if said in _OF_ANY_STUDY or said.removesuffix("s") in _OF_ANY_STUDY:
        return False
    adjective = last.endswith(_OF_ADJECTIVES) and not last.endswith("ment") and last not in _NOUNS
    return not adjective and last not in _NO_NOUNS
