"""Names in texts without blanks between words, Chinese and Japanese: runs of characters that stand before and
after ever other ones (H. Feng et al., "Accessor Variety Criteria for Chinese Word Extraction", 2004)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generator.topics.parts import Part

SHORTEST, LONGEST = 2, 12
# A run that has the same neighbour more often than this is a part of a longer one.
MOSTLY = 0.5

# Han and Katakana; names of topics have no Hiragana in them.
_CHUNK = re.compile(r"[\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
# What ends a name: small words, and words of the trade of writing papers.
_BETWEEN = re.compile(
    "本文|我们|我們|一种|一種|一个|一個|基于|基於|面向|针对|針對|通过|通過|利用|使用|采用|採用|提出|研究|方法|实验|實驗|结果|結果"
    "|表明|分析|应用|應用|问题|問題|进行|進行|实现|實現|提高|改进|改進|影响|影響|相关|相關|有效|综述|綜述|任务|重要"
    "|本研究|本論文|本稿|論文|提案|手法|検討|実験|評価|改善|向上|構築|構建|构建|設計|设计|比较|比較|可以|以及|其中|因此|由于|由於"
    "|[的了和与與或是在将將把被及该該这這那也而且并並于於让讓等]"
)
_NEVER_FIRST, _NEVER_LAST = "从從以其为為", "中上时時"
_NO_NAMES = frozenset("模型 系统 系統 数据 數據 技术 技術 システム データ モデル".split())


def free_runs(texts: Sequence[Sequence[Part]]) -> Iterator[tuple[str, dict[int, float]]]:
    """Each run that at least two papers have, with how much of each paper it is.

    texts: of each paper its parts.
    """
    amounts: dict[str, dict[int, float]] = defaultdict(dict)
    before: dict[str, Counter[str]] = defaultdict(Counter)
    after: dict[str, Counter[str]] = defaultdict(Counter)
    for number, parts in enumerate(texts):
        for text, weight in parts:
            for run, left, right in _runs(text):
                amounts[run][number] = amounts[run].get(number, 0.0) + weight
                before[run][left] += 1
                after[run][right] += 1
    for run, found in amounts.items():
        if len(found) > 1 and run not in _NO_NAMES and _free(before[run]) and _free(after[run]):
            yield run, found


def _runs(text: str) -> Iterator[tuple[str, str, str]]:
    """Every run of two characters and more, with the character before and after it; '' for none."""
    for match in _CHUNK.finditer(text):
        for chunk in _BETWEEN.split(match[0]):
            for first in range(len(chunk)):
                for end in range(first + SHORTEST, min(len(chunk), first + LONGEST) + 1):
                    if chunk[first] not in _NEVER_FIRST and chunk[end - 1] not in _NEVER_LAST:
                        yield chunk[first:end], chunk[max(first - 1, 0) : first], chunk[end : end + 1]


def _free(neighbours: Counter[str]) -> bool:
    most = max((count for char, count in neighbours.items() if char), default=0)
    return most <= MOSTLY * neighbours.total()
