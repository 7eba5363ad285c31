"""What `-` stands for."""

from __future__ import annotations

import sys

from generator.sources import MAX_BYTES


def standard_input() -> bytes:
    """What is piped or typed in, no more than is read; nothing where the caller has closed it."""
    return sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""
