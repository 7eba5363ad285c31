"""A guard against reading that does not end: no measure of speed, which `benchmarks/` print."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

_MOST = 10  # seconds of the processor; what is guarded takes a small part of one


@contextmanager
def ends_in_time() -> Iterator[None]:
    """Fails where what is within takes far longer than it should: an input is as long as it takes for time
    by the square of its length to be noticed."""
    start = time.process_time()
    yield
    assert time.process_time() - start < _MOST
