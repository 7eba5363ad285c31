"""Lines that name where people work, as they stand below them: 'Department of Physics, ETH Zurich'."""

from __future__ import annotations

import re

PLACES = r"(?:Department|School|Faculty|Institute|University|College|Laboratory|Cent(?:er|re))"
# By the first of the parts between commas.
_WORKPLACE = re.compile(
    rf"[\d*†‡¹²³⁴]{{0,3}}\s?(?:The )?(?:{PLACES} (?:of|for) [\w&.’' -]{{3,60}}|"
    r"(?:[A-Z][\w.’'-]{0,30} ){1,5}(?:University|Institute|College|Hospital|Academy|Library|Museum|"
    r"Observatory))(?:, [A-Z].{0,120})?"
)


def is_workplace(text: str) -> bool:
    """Whether a whole line may be where people work, by its first words."""
    return _WORKPLACE.fullmatch(text) is not None
