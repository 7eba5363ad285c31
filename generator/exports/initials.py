"""Letters at which BibTeX's styles cut names: they take a byte for a letter, a command in braces for one.

Source: O. Patashnik, "Designing BibTeX Styles" (1988), sections 4 and 5: initials, and alpha's labels.
"""

from __future__ import annotations

import re

from generator.text import to_ascii_latex

_WORD = r"(?:^|(?<=[\s~{-]))"
_GIVEN = re.compile(rf"{_WORD}[^\W\d_]")
_FAMILY = re.compile(rf"{_WORD}[^\W\d_]{{1,3}}")


def with_whole_initials(name: str) -> str:
    """A name as `Name.bibtex` has it, with those letters as commands that styles may cut off by themselves:
    the initials of the given names, and the first three letters of the words of the family name.

    >>> print(with_whole_initials("Ångström, Émile José"))
    {\\r{A}}ngström, {\\'{E}}mile José
    """
    if name.isascii():
        return name
    family, comma, given = name.partition(", ")
    return _FAMILY.sub(_commands, family) + comma + _GIVEN.sub(_commands, given)


def _commands(found: re.Match[str]) -> str:
    return "".join(map(_command, found[0]))


def _command(letter: str) -> str:
    """A letter of a script that LaTeX has no commands for stays as it is."""
    latex = to_ascii_latex(letter)
    return latex if latex.startswith("{\\") else letter
