"""Encodings that write letters of other languages in ASCII alone: HZ for Chinese, UTF-7."""

from __future__ import annotations

import re

_SAMPLE = 1 << 18  # bytes
_HZ = re.compile(rb"~\{(?:[!-w][!-~]){2,400}~\}")
_UTF7 = re.compile(rb"\+[A-Za-z0-9/]{1,400}-")
_LEAST_HZ, _LEAST_UTF7 = 2, 3  # runs


def seven_bits(data: bytes) -> str:
    """'hz' or 'utf-7' where several runs in ASCII bytes are letters written so, and nothing else; else ''."""
    sample = data[:_SAMPLE]
    if not sample.isascii():
        return ""
    if len(_HZ.findall(sample)) >= _LEAST_HZ and _decodes(data, "hz"):
        return "hz"
    runs = _UTF7.findall(sample) if b"-" in sample else []
    letters = [_letters(run) for run in runs]
    return "utf-7" if len(runs) >= _LEAST_UTF7 and all(letters) and _decodes(data, "utf-7") else ""


def _letters(run: bytes) -> bool:
    """Whether a run in UTF-7 is letters or marks beyond ASCII."""
    try:
        text = run.decode("utf-7")
    except UnicodeDecodeError:
        return False
    return bool(text) and all(not letter.isascii() and letter.isprintable() for letter in text)


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True
