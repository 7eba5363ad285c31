"""Plots of years stay readable, however far apart the years of the papers are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.charts import heat_map, spark, year_bars
from generator.pages.periods import Period, narrow_labels, periods


def _years(columns: tuple[Period, ...]) -> list[str]:
    return [" ".join(column.label()) for column in columns]


@pytest.mark.parametrize(
    ("years", "columns"),
    [
        ((2019,), ["2019"]),
        ((2022, 2019), ["2019", "2020", "2021", "2022"]),
        ((1948, 2021, 2023), ["1948", "…", "2021", "2022", "2023"]),
        (range(2000, 2017), ["2000 –01", *(f"20{n:02} –{n + 1:02}" for n in range(2, 17, 2))]),
        (
            (*range(1890, 1900), *range(1985, 2005)),
            ["1890 –94", "1895 –99", "…", "1985 –89", "1990 –94", "1995 –99", "2000 –04"],
        ),
    ],
)
def test_the_columns_of_a_plot(years: tuple[int, ...], columns: list[str]) -> None:
    assert _years(periods(years)) == columns


@pytest.mark.parametrize(
    ("years", "labels"),
    [
        ((2019,), ["2019"]),
        ((2008, 2010), ["’08", "’09", "’10"]),
        ((1924, 2023), ["’24", "…", "’23"]),
        ((1924, 2024), ["19 24", "…", "20 24"]),
        (
            range(1650, 2000, 20),
            ["16 50 –99", "17 00 –49", "17 50 –99", "18 00 –49", "18 50 –99", "19 00 –49", "19 50 –99"],
        ),
    ],
)
def test_narrow_columns_tell_their_century_where_it_differs(years: Iterable[int], labels: list[str]) -> None:
    assert [" ".join(label) for label in narrow_labels(periods(tuple(years)))] == labels


@given(st.sets(st.integers(1000, 2100), min_size=1))
def test_every_year_is_in_one_column_and_few_columns_are_needed(years: set[int]) -> None:
    columns = periods(years)
    assert len(columns) <= 16
    for year in years:
        assert sum(column.first <= year <= column.last for column in columns) == 1
    assert not any(column.gap and column.count(dict.fromkeys(years, 1)) for column in columns)
    assert all(before.last + 1 == after.first for before, after in pairwise(columns))


def test_an_old_paper_leaves_room_for_names_beside_plots() -> None:
    counts = {1948: 1, **dict.fromkeys(range(2002, 2024), 3)}
    columns = periods(counts)
    width = re.search(r'width="(\d+)"', spark(counts, columns))
    assert width and int(width[1]) < 120
    assert heat_map([("A", counts)], columns, "x").count("<rect") == len(columns) - 1  # none for the gap
    bars = year_bars(counts, "x")
    assert bars.count("<rect") == len(columns) - 1 and 'class="rl-bars rl-dense"' in bars
    assert re.findall(r'class="rl-end"[^>]*>([^<]*)<', bars) == ["1948", "–49", "2022", "–23"]
