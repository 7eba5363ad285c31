"""Lines of people that say where their paper appeared: what is told apart, and what is left as it is."""

from __future__ import annotations

import pytest

from generator.sources.signs.bylines import byline

TWO = "Ada Q. Merrow and Piet Kroon"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"{TWO} (TOIS 2023)", {"venue": "TOIS", "year": "2023"}),
        (f"{TWO} [TOIS, 2023]", {"venue": "TOIS", "year": "2023"}),
        (f"by {TWO}, TOIS 2023", {"venue": "TOIS", "year": "2023"}),
        (f"{TWO}. J. Inf. Sci., 2021.", {"venue": "J. Inf. Sci.", "year": "2021"}),
        (f"{TWO} — Annals of reading, 2021", {"venue": "Annals of reading", "year": "2021"}),
        (f"{TWO} | Tide Tables | 2019", {"venue": "Tide Tables", "year": "2019"}),
        (f"{TWO} · SIGIR'23", {"venue": "SIGIR", "year": "2023"}),
        (f"SIGIR 2023. {TWO}", {"venue": "SIGIR", "year": "2023"}),
        (f"2023, {TWO}", {"year": "2023"}),
        (f"{TWO}, arXiv 2301.01234", {"arxiv": "2301.01234"}),
        (f"{TWO}. SIGIR. arXiv:2301.01234", {"venue": "SIGIR", "arxiv": "2301.01234"}),
    ],
)  # fmt: skip
def test_what_a_line_of_people_says_more(line: str, said: dict[str, str]) -> None:
    assert byline(line) == {"authors": TWO, **said}


def test_people_left_out_are_told() -> None:
    assert byline("P. Kroon et al. (SIGIR 2023)") == {
        "authors": "P. Kroon et al.",
        "venue": "SIGIR",
        "year": "2023",
    }


@pytest.mark.parametrize(
    "line",
    [
        TWO,
        "Ranking by reading time, 2023",
        "Universal Design - A Solution for Old Workplaces?, 2021",
        "Reading Time, Writing Time and Tide 2021",
        "Merrow A, Kroon P. Query expansion with few documents. J Inf Sci. 2021;47:12-20.",
        "He K, Zhang X (2016) Deep residual learning. In: Proceedings of the conference on vision",
        "In 2021, Ada Merrow and Piet Kroon asked ten readers what they had read, and when they had read it.",
        "Nature Methods, 2021",
        "OSF REGISTRATION NUMBER 10.17605/OSF.IO/ABCDE.",
        "Trial Registration: https://doi.org/10.17605/OSF.IO/ABCDE",
    ],
)
def test_other_lines_are_left_as_they_are(line: str) -> None:
    assert byline(line) is None
