"""Words that tell running text from titles and names, and the words of one text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_LOWER = re.compile(r"[a-z](?<!\w.)[a-z]{2,}")  # faster than with \b before it
CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
PROSE = frozenset(
    "we our us is are was were has have had been be this these those it its they their that which show "
    "shows shown propose "
    "proposes proposed present presents presented introduce introduces demonstrate demonstrates study "
    "investigate results "
    "can may will does do however paper moreover furthermore i also such there than but not while "
    "although using prove proves "
    "describe describes discuss consider considered find found provide provides report reports develop "
    "developed obtain obtained "
    "der die das und ist sind wird werden wir nous sont est dans cette les des une que el los las una se "
    "es son por para".split()
)
TITLE_WORDS = frozenset(
    "a an the of for in on with and to from by via towards toward using at is are as into through beyond "
    "under over how what why "
    "when can does learning neural networks network model models deep language data image images visual "
    "analysis approach method "
    "methods system systems theory based new large multi self survey graph training knowledge generation "
    "detection recognition "
    "optimal estimation quantum dynamics structure effects effect study evidence evaluation dataset "
    "benchmark efficient robust "
    "improving understanding exploring rethinking attention transformers transformer reinforcement "
    "representation optimization "
    "classification prediction control problem problems fast adaptive".split()
)
_OF_NAMES = frozenset("van von der den del della dos das ter ibn".split())  # words that names have within


class Vocabulary:
    """The words a text uses in lower case: what is not among them may be a name."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: set[str] = set(TITLE_WORDS)
        for text in texts:
            self._words.update(_LOWER.findall(text))
        self._words -= _OF_NAMES

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def share(self, folded: Sequence[str]) -> float:
        """The share of words (in lower case) of three letters and more that are ordinary ones."""
        counted = [word for word in folded if len(word) > 2]
        return sum(map(self._words.__contains__, counted)) / len(counted) if counted else 0.0


def word_count(text: str) -> int:
    """Words, a Chinese, Japanese or Korean character counting half a word."""
    wide = len(CJK.findall(text[:1000])) if not text.isascii() else 0
    return text.count(" ") + 1 + wide // 2
