"""This repository's own list, read once."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.config import read_config
from generator.model import Entry, Topic
from generator.pipeline import build_library
from tests.support import ROOT


@pytest.fixture(scope="session")
def known() -> tuple[Sequence[Entry], Sequence[Topic]]:
    library = build_library(read_config(ROOT), today="2026-01-01", locked=False).library
    return library.entries, library.topics
