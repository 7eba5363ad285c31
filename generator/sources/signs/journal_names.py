"""Names of journals in short, as MEDLINE and ISO 4 write them."""

from __future__ import annotations

from collections.abc import Sequence

_SHORTENED = frozenset(
    "J Int Clin Med Res Sci Rev Proc Acad Natl Am Eur Br Nat Biol Chem Phys Eng Lett Commun Surg Ann Arch "
    "Acta Adv Appl Curr Opin Mol Exp Environ Technol Trans Biomed Pharm Pharmacol Pharmacother Immunol "
    "Neurosci Neurol Psychol Physiol Oncol Cardiol Pediatr Paediatr Dis Rep Soc Assoc Nutr Biotechnol "
    "Biochem Biophys Microbiol Genet Anal Mater Hematol Endocrinol Metab Dermatol Ophthalmol Radiol Urol "
    "Gastroenterol Hepatol Orthop Anesth Nurs Educ Epidemiol Toxicol Pollut Manag Syst Comput Stat Math "
    "Astrophys Astron Geophys Hydrol Ecol Evol Zool Bot Vet Plast Reconstr Thorac Vasc Infect Virol "
    "Parasitol Hyg BMC BMJ PLoS EMBO ACS Angew Org Inorg Electrochem Spectrosc Artif Jpn Scand Ther "
    "Perspect Gynecol Obstet Rheumatol Nephrol Otolaryngol Neurosurg Psychiatr Rehabil Lasers Trop Cytol "
    "Pathol Histochem Cytochem Ind Agric Sens Actuators Bioeng Biosci Interdiscip Crit Biosyst".split()
)
_SMALL = frozenset("of the and in & de for".split())


def is_journal(text: str) -> bool:
    """Whether a line is the name of a journal in short: 'Br J Cancer', 'Proc. Natl. Acad. Sci. U.S.A.'."""
    words = text.replace(".", " ").split()
    named = all(word[0].isupper() or word[0] == "(" or word in _SMALL for word in words)
    if len(words) < 2 or not named:
        return False
    short = sum(map(_SHORTENED.__contains__, words))
    return 3 * short >= len(words) and (short > words.count("J") or _begins_journal(words))


def _begins_journal(words: Sequence[str]) -> bool:
    """Whether words begin as 'J Trauma' does, and not as a person's name, 'J A Thomas', does."""
    return words[0] == "J" and len(words[1]) > 1 and words.count("J") == 1
