"""What a unit of a pasted text may be, by its own words and by what stands above it."""

from __future__ import annotations

from generator.sources.pasted.scores.context import weigh_in_context
from generator.sources.pasted.scores.kinds import scores_of
from generator.sources.pasted.unit import BLANK, FIRST, WRAPPED, Unit
from generator.sources.signs.words import Vocabulary


def test_a_line_below_a_full_one_may_go_on_with_the_sentence_above_it() -> None:
    above = Unit(1, 1, "We asked sailors how well they slept around", FIRST)
    below = Unit(2, 2, "2 months and at 6 months from their return and a web-based", WRAPPED)
    scores = [{"P": 3.0}, {"T": 3.5}]
    weigh_in_context([above, below], scores)
    assert scores[1] == {"T": 3.5, "P": 2.5}


def test_a_title_with_a_stop_and_a_verb_stays_possible_where_titles_have_stops() -> None:
    text = (
        "The enhancement of catching and of sorting of herring (Clupea harengus) and its young on tarred "
        "nets by boats and by men to which ropes of hemp and lamps of lighthouses have been added."
    )
    assert "T" in scores_of(Unit(1, 1, text, BLANK), Vocabulary([]), stopped=True)
