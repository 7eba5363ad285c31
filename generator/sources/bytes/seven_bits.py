"""Encodings that write letters of other languages in ASCII alone: HZ for Chinese, UTF-7."""

from __future__ import annotations

import re

_SAMPLE = 1 << 18  # bytes
_HZ = re.compile(rb"~\{(?:[!-w][!-~]){2,400}~\}")
_UTF7 = re.compile(
    rb"(?<![A-Za-z0-9+/])\+[A-Za-z/][A-Za-z0-9+/]{1,400}(?:-|(?![A-Za-z0-9+/]))|\+[A-Za-z0-9/]{1,400}-"
)
_LEAST_RUNS, _LEAST_LETTERS = 2, 3


def seven_bits(data: bytes) -> str:
    """'hz' or 'utf-7' where several runs in ASCII bytes are letters written so, and nothing else; else ''."""
    sample = data[:_SAMPLE]
    if not sample.isascii():
        return ""
    if len(_HZ.findall(sample)) >= _LEAST_RUNS and _decodes(data, "hz"):
        return "hz"
    runs = _UTF7.findall(sample) if b"+" in sample else []
    letters = [_letters(run) for run in runs]
    enough = len(runs) >= _LEAST_RUNS and sum(letters) >= _LEAST_LETTERS
    return "utf-7" if enough and all(letters) and _decodes(data, "utf-7") else ""


def _letters(run: bytes) -> int:
    """How many letters or marks beyond ASCII a run in UTF-7 is; 0 where it is anything else."""
    try:
        text = run.decode("utf-7")
    except UnicodeDecodeError:
        return 0
    return len(text) if all(not letter.isascii() and letter.isprintable() for letter in text) else 0


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True
