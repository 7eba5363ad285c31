"""Texts without papers are refused with one problem that covers them; nothing is made of them."""

from __future__ import annotations

import json

import pytest

from generator.model import Problem, RawRecord, Skipped
from generator.sources import read_bytes
from tests.hang import ends_in_time

OTHERS = {
    "licence": """MIT License

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files, to deal in the Software without restriction, including without limitation
the rights to use, copy, modify, merge, publish and distribute copies of the Software.

The above copyright notice and this permission notice shall be included in all copies of the Software.
""",
    "readme": """# A parser of options

Install the package with your package manager, then import the module in your script. The default options
are read from a file in your home directory, and you can override them on the command line.

## Configuration

Please see the file `config.toml` for all of the options.
""",
    "settings": """# When set, unknown hosts are refused
Host server.example.org
Port 22
User git
IdentityFile ~/.ssh/id_ed25519
ServerAliveInterval=60
ForwardAgent no;
""",
    "messages": """[    0.004000] BIOS-provided physical RAM map:
[    0.004010] NX (Execute Disable) protection: active
2023-10-01 12:00:01,123 INFO Starting server on port 8080
2023-10-01 12:00:02,456 WARN Could not connect to localhost, retrying
""",
    "numbers": "0, 0xa30febcfd9c2825f\n1, 0x8c9fd7b0e5d2a1c4\n2, 0x1f2e3d4c5b6a7988\n3, 0x99aabbccddeeff00\n",
    "recorded": """interactions:
- request:
    body: ''
    headers:
      accept:
      - '*/*'
    method: GET
    uri: https://api.crossref.org/works/10.1038/nature14539
  response:
    content: '{"status":"ok","message":{"DOI":"10.1038/nature14539","title":["Deep
      learning"]}}'
    status_code: 200
version: 1
""",
    "recorded by Ruby": """---
http_interactions:
- request:
    method: get
    uri: http://example.org/
    body:
      encoding: US-ASCII
      string: ''
  response:
    status:
      code: 200
recorded_with: VCR 2.0.0
""",
    "api": """openapi: 3.0.0
info:
  title: Sample API
  description: A server of users.
  version: 0.1.9
servers:
  - url: http://api.example.com/v1
    description: Main server
""",
}


@pytest.mark.parametrize("line", ["a:", "A.\n", "1 a", "-\nb"])
def test_letters_by_the_line_are_refused_in_time(line: str) -> None:
    text = f"{line}\n" * (100_000 // (len(line) + 1))
    with ends_in_time():
        items = list(read_bytes(text.encode(), "in.txt"))
    assert [type(item) for item in items] == [Problem]


@pytest.mark.parametrize("kind", OTHERS)
def test_a_text_without_papers_is_refused(kind: str) -> None:
    text = OTHERS[kind]
    items = list(read_bytes(text.encode(), "in.txt"))
    assert [type(item) for item in items] == [Problem]
    assert items[0].origin is not None
    assert (items[0].origin.line, items[0].origin.end_line) == (1, text.count("\n") + 1)


@pytest.mark.parametrize(
    "value",
    [
        {"name": "a", "version": "1.0.0", "description": "Parses options", "scripts": {"test": "jest"}},
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": "Options",
            "description": "All of them",
        },
    ],
    ids=["package", "schema"],
)
def test_json_of_a_program_is_passed_over(value: dict[str, object]) -> None:
    items = list(read_bytes(json.dumps(value, indent=1).encode(), "in.json"))
    assert [type(item) for item in items] == [Skipped]


@pytest.mark.parametrize(
    "titles",
    [
        [
            "attention is all you need",
            "deep residual learning for image recognition",
            "adam: a method for stochastic optimization",
        ],
        [
            "How do you install software? Package managers and their users",
            "Automatic repair of bugs in compilers",
        ],
        ["Evaluating Large Language Models Trained on Code", "$\\ell_1$ regression", "Git is for scientists"],
    ],
    ids=["small letters", "about programs", "formulas"],
)
def test_titles_are_no_other_text(titles: list[str]) -> None:
    items = read_bytes("\n".join(titles).encode(), "in.txt")
    assert len([item for item in items if isinstance(item, RawRecord)]) == len(titles)


@pytest.mark.parametrize(
    "abstract",
    [
        "Nous présentons une nouvelle version d'un analyseur syntaxique. L'installation du serveur et les "
        "options de configuration sont décrites. Les arguments et les scripts permettent de "
        "traiter des corpus.",
        "Wir stellen eine neue Version eines Parsers vor. Die Installation des Servers und das Plugin werden "
        "beschrieben. Die Ergebnisse zeigen, dass der Compiler schneller ist und die Syntax einfacher wird.",
        "Presentamos una nueva version del parser con scripts y un plugin para el server. Los resultados "
        "muestran que la variable y el default mejoran la precision del compiler.",
    ],
    ids=["French", "German", "Spanish"],
)
def test_abstracts_on_programs_in_other_languages_are_no_other_text(abstract: str) -> None:
    assert any(isinstance(item, RawRecord) for item in read_bytes(abstract.encode(), "in.txt"))
