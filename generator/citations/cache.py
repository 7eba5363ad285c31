"""Formatted references kept from run to run, by what they were made of; all may be deleted at any time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from generator.atomic import write_if_changed


def read_cache(path: Path) -> dict[str, str]:
    """Digest → HTML; empty where there is no file or it is damaged."""
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    known = isinstance(kept, dict) and all(isinstance(value, str) for value in kept.values())
    return kept if known else {}


def write_cache(path: Path, references: Mapping[str, str]) -> None:
    """Replaces the file by `references`, unless it holds them. A disk that refuses costs only time later."""
    text = json.dumps(references, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    try:
        write_if_changed(path, text.encode(), sync=False)
    except OSError:
        return
