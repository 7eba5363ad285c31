"""What tests of topics share."""

from __future__ import annotations

import pytest

from generator.config import read_config
from generator.model import Entry, Topic
from generator.pipeline import build_library
from tests.support import ROOT


@pytest.fixture(scope="module")
def example() -> tuple[tuple[Entry, ...], tuple[Topic, ...]]:
    built = build_library(read_config(ROOT), today="2026-01-01", locked=True)
    return built.library.entries, built.library.topics
