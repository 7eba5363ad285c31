"""Remembers the features of papers between runs, so that a new paper costs what a new paper needs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from generator import atomic
from generator.model import Paper
from generator.related.features import Features, features, fingerprint

FILE = "related.npz"
# Changes when `features` does, or what it reads of a text.
FORMAT = 4
# Of the papers: as few new ones are sooner counted again than written down with all others.
FEW_NEW = 0.01
_KEPT = ("prints", "lengths", "ids", "weights", "ends", "sizes", "shown")


def read_features(papers: Sequence[Paper], cache_dir: Path | None) -> list[Features]:
    """The features of all papers; those that `cache_dir` knows are not counted again."""
    if cache_dir is None:
        return [features(paper) for paper in papers]
    prints = [fingerprint(paper) for paper in papers]
    known = _load(cache_dir / FILE)
    found = [known.get(mark) or features(paper) for mark, paper in zip(prints, papers, strict=True)]
    new = sum(mark not in known for mark in prints)
    if new > FEW_NEW * len(papers):
        with suppress(OSError):  # a full or read-only disk only costs the time again
            atomic.write_if_changed(cache_dir / FILE, _dump(prints, found), sync=False)
    return found


def _dump(prints: Sequence[bytes], found: Sequence[Features]) -> bytes:
    target = io.BytesIO()
    texts = [item.shown.encode("utf-8", "surrogatepass") for item in found]
    np.savez(
        target,
        format=np.array([FORMAT]),
        prints=np.frombuffer(b"".join(prints), dtype=np.uint8),
        lengths=np.array([len(item.ids) for item in found], dtype=np.int64),
        ids=np.concatenate([item.ids for item in found]) if found else np.empty(0, np.uint64),
        weights=np.concatenate([item.weights for item in found]) if found else np.empty(0, np.float32),
        ends=np.concatenate([item.ends for item in found]) if found else np.empty(0, np.int32),
        sizes=np.array([len(text) for text in texts], dtype=np.int64),
        shown=np.frombuffer(b"".join(texts), dtype=np.uint8),
    )
    return target.getvalue()


def _load(path: Path) -> dict[bytes, Features]:
    """What the file remembers; nothing where there is none, or one that cannot be used."""
    try:
        with np.load(path, allow_pickle=False) as file:
            if file["format"].tolist() != [FORMAT]:
                return {}
            kept = {name: file[name] for name in _KEPT}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return {}
    ends, text_ends = np.cumsum(kept["lengths"]).tolist(), np.cumsum(kept["sizes"]).tolist()
    prints, shown = kept["prints"].tobytes(), kept["shown"].tobytes()
    known: dict[bytes, Features] = {}
    begin = text_begin = 0
    for number, (end, text_end) in enumerate(zip(ends, text_ends, strict=True)):
        known[prints[16 * number : 16 * number + 16]] = Features(
            kept["ids"][begin:end],
            kept["weights"][begin:end],
            shown[text_begin:text_end].decode("utf-8", "surrogatepass"),
            kept["ends"][begin:end],
        )
        begin, text_begin = end, text_end
    return known
