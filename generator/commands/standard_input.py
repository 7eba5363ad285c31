"""What `-` stands for."""

from __future__ import annotations

import sys


def standard_input() -> bytes:
    """What is piped or typed in; nothing where the caller has closed it."""
    return sys.stdin.buffer.read() if sys.stdin else b""
