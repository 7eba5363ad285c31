"""What setting a page does to words, as text copied from a PDF shows it: broken at a line's end, `ﬁ` as one.

A hyphen at the end of a line may also be the word's own (`state-of-the-art`), and in most texts it is:
programs that wrap text break words nowhere else. So a text's broken words are looked for by what no word is
(`-tion`, `-ing` at the start of a line), and only where there are some of them, not one among hundreds, the
other hyphens are asked about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import starmap

BREAK = "\u00ad"  # soft hyphen: at the end of a line in place of one that is none of the word's own
_BREAKS = (BREAK, "\u00ac")  # as some programs copy it
_BEFORE = re.compile(r"(?:^|[\s(\[\"'“‘—–])(?:[^\W\d_]+(-)){0,3}([^\W\d_]+)-$")
_AFTER = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"(?=\b([^\W\d_]+-[^\W\d_]+))")
_NO_WORD = re.compile(
    r"(?:[aeiouclpsr]|ten)?[ts]ion(?:s|al|ally|ed|ing)?|ings?|ments?|i?t?ies|i?ty|t?ive(?:s|ly)?|t?ively|i?cal(?:ly)?|"
    r"tures?|t?ial(?:ly)?|cial(?:ly)?|[aet]?nc(?:e|es|y|ies)|ness|ous(?:ly)?|i[sz](?:e|ed|es|ing|ations?)|"
    r"[aeit]?b(?:le|ly|ility)|[aciln]?ated|[lmtz]?ations?|(?:di|fi)cations?|tients?|tween|tory|tors?|larly?|tal|nal|"
    r"ly|ers?|ed|est|ful(?:ly)?|is[mt]s?|ures?|ular|ules?|gies|gy|phy|sis|ses|[bdgklmnprt]ers?|[bdgklmnprtv]ed|[bdglmnprt]les?|"
    r"[bdfgkpt]ling|[bdfgkpt]led|n?ant(?:ly)?|d?ent(?:ly)?|ematical(?:ly)?|[mt]ance|dom|hood|ship|teins?|"
    r"ung(?:en)?|lich(?:e[rs]?)?|keit(?:en)?|ci(?:ón|ones)|miento|dad(?:es)?"
)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# Parts of long words that are no words themselves, before the hyphen.
_NO_WORD_BEFORE = frozenset(
    """accu addi algo analy archi asso associ associa behav chal char charac clas clini compu con concen
    condi cor corre demon deter devel diag dif dis disor ef effec effi elec estab evalu evi exam
    expe experi expres fea fol func fur gener hier hy iden identi impor improv indi infor interac
    investi knowl lan lang mea mecha mem mod mul nega neu obser opti param partici perfor popula
    poten prac predic prob proba prog quan regu rela rep represen respec sam sig signif signifi sim
    simi solu spe stan struc stud sug sur symp syn sys tech tem therm tra tran tri typi un unsuper
    vari vec""".split()
)
# Words of two and three letters, and what stands for one before a hyphen.
_SHORT_WORDS = frozenset(
    """ad al an as at bi by co cm de di do du ex go hz if in is it km kg le la mg ml mm ms my no of off on or
    per pi re so to tv uk un up us vs we add age air all any app arm art ash bag bar bed bee big bin bio bit
    bot box bus buy cap car cat cis cue cup cut dag day der des die dim dip dna dog dot dry ear eco egg end
    ent epi era eye far fat fed fee few fit fly for fun gap gas gay gel geo get gut had has hay her his hip
    hit hop hot how hub ice ill ion iso its jet job key kin kit lab lag law lay leg let lid lie log lot low
    man map mat max mid min mix mri neo net new non not now nut odd oil old one opt out own oxo pan pay pen
    pet pig pin pit pop pot pre pro put rat raw ray red rib rim rna rod row run saw say sea see set sex she
    six ski sky sod son spy sub sum sun tag tan tap tax tea ten the tie tin tip too top toy tri tub two und
    une uni use van via von war was way web wet who why win yes you zoo
    chi eta mu nu phi psi rho tau xi sn""".split()
)
_SYLLABLES = frozenset(
    "am an as at be can do for go he in is it me my no of or per so some the to us we".split()
)
_HARDLY_ANY = 0.05  # of the hyphens at line ends: so many words have their own before what looks like no word
_SHORT, _FEW, _JUSTIFIED = (
    40,
    3,
    0.8,
)  # characters of a line; lines of a justified text, the least share of one length
_BLANKS = re.compile(r"(?<=\S) {2,}")
# What follows a hyphen that stands for the rest of a word: `pre- and post-training`.
SUSPENDED = frozenset("and or to und oder bis et ou y o e nor but vs versus".split())
# Words that stand before a hyphen of their own, and behind one.
_FIRST = frozenset(
    """all anti bi co cross deep double down dual encoder end fine first four full half hand high image inter
    intra large life light long low macro meta micro mid multi near next non off on one open out over peer
    person post pre quasi real self semi short single small socio state step sub super task third
    three time top two under up well whole wide world zero""".split()
)
_JOINED = frozenset("inter out over pre sub under".split())  # and what mostly is one word with what follows
_SHORTEST = 3  # letters that words mostly have more of
_SECOND = frozenset(
    """adaptive agnostic analysis answering art associated aware based being centered centric class coding
    containing context decoder dependent depth derived dimensional distribution domain driven effect effective
    efficient end free grained guided hoc induced invariant language learning level life like linear
    making mediated modal negative of off old order oriented parametric person positive quality range
    rank rate related resolution scale sectional shot source specific stage standing step supervised
    supervision term the theoretic time to trained training trivial tuned tuning type up vocabulary wide wise
    world""".split()
)


def without_typesetting(lines: Sequence[str]) -> list[str]:
    """The lines of a text as they were before they were set.

    BREAK stands at the end of each line where a hyphen was that only breaks a word; in a text that has such
    lines, letters set as one (`ﬁ`) are letters again.
    """
    kept = [line if line.isascii() else _marked(line) for line in _ragged(lines)]
    broken = list(_broken(kept))
    soft = any(line.endswith(BREAK) for line in kept)
    signs = sum(starmap(_sign, {(before, after) for _, before, after in broken}))
    if not soft and (signs < 1 or signs <= _HARDLY_ANY * len(broken)):
        return kept
    text = "\n".join(kept).lower()
    words = Counter([*_AFTER.findall(text), *_COMPOUND.findall(text)])
    words.subtract(part for _, before, after in broken for part in (before.lower(), after))
    for n, before, after in broken:
        if _sign(before, after) or not _is_compound(before, after, words):
            kept[n] = kept[n].rstrip()[:-1] + BREAK
    return [line if line.isascii() else line.translate(_LIGATURES) for line in kept]


def _ragged(lines: Sequence[str]) -> Sequence[str]:
    """The lines of a justified text with single blanks between words: most long ones end in one column."""
    long = [line for line in lines if len(line) > _SHORT]
    spread = [len(line) for line in long if "  " in line and "  " in line.strip()]
    if len(spread) < _FEW or 3 * len(spread) < len(long):
        return lines
    width, count = Counter(spread).most_common(1)[0]
    if count < _JUSTIFIED * len(spread):
        return lines
    return [_BLANKS.sub(" ", line) if len(line) == width and "  " in line else line for line in lines]


def _marked(line: str) -> str:
    bare = line.rstrip()
    return bare[:-1] + BREAK if bare.endswith(_BREAKS) and bare[-2:-1].isalpha() else line


def _broken(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Lines that end in a hyphen and go on with a small letter: index, the letters before it, and behind.

    A hyphen stands before the letters of a compound (`graph-struc-`), whose next hyphen may be its own.
    """
    for n, line in enumerate(lines[:-1]):
        if "-" in line[-4:] and (before := _BEFORE.search(line.rstrip().rpartition(" ")[2])):
            after = _AFTER.match(lines[n + 1].lstrip())
            if after and after[0][0].islower():
                word = before[2]
                yield n, (before[1] or "") + (word if len(word) <= _SHORTEST else word.lower()), after[0]


def _is_shortened(word: str) -> bool:
    """Whether letters in front of a hyphen are no word: `AI-based`, `pH-dependent`."""
    return len(word) <= _SHORTEST and not word[1:].islower()


def _sign(before: str, after: str) -> float:
    """How far one of the two is no word, so that the hyphen breaks one: 1 for sure, less for what may be a
    name: `alt-text`."""
    word = before.lstrip("-")
    if word.lower() in _NO_WORD_BEFORE or _NO_WORD.fullmatch(after):
        return 1.0
    syllable = 1 < len(word) <= _SHORTEST and word.islower() and word not in _SHORT_WORDS
    return (1.0 if len(word) < _SHORTEST else 0.5) if syllable else 0.0


def _is_compound(before: str, after: str, words: Counter[str]) -> bool:
    """Whether the hyphen is the word's own: the text has the word so, or its parts are words that stand so.

    words: of the text, and its compounds; how often each stands there in one line.
    """
    if len(before) == 1 or _is_shortened(before) or after in SUSPENDED:
        return True
    before = before.lower()
    if words[f"{before}-{after}"]:
        return True
    if before[0] == "-" or words[before + after]:
        return not words[before.lstrip("-") + after]
    known = words[before] > 0 and words[after] > 0 and before not in _SYLLABLES
    return known or after in _SECOND or (before in _FIRST and before not in _JOINED)
