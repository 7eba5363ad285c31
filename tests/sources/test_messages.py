"""Messages of chats; each program's form has a case in tests/cases/references/chat-*.yml."""

from __future__ import annotations

import pytest

from generator.sources import READERS
from generator.sources.reader import Source
from generator.sources.within.messages import messages


@pytest.mark.parametrize(
    "text",
    [
        "09:00 AM Ada Miller: Lanterns for Ledgers\n09:30 AM Bruno Keller: Sums\n10:00 AM Ada: Slips\n",
        "Ada Miller 09:00 AM\nBruno Keller 09:30 AM\nAda Miller 10:00 AM\n",
        "Ada Miller, 12.08.2024 10:30\nLanterns for Ledgers\nBruno Keller, 12.08.2024 11:30\nSums\n",
        "Lanterns for Ledgers\nhttps://arxiv.org/abs/2305.10601\n",
        "",
    ],
    ids=["programme", "speakers", "once-each", "links", "nothing"],
)
def test_times_of_other_texts_are_of_no_chat(text: str) -> None:
    assert messages(Source("in.txt", text), lambda _: READERS[0]) is None
