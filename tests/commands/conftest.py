"""A list in a temporary folder and the program run on it, in this process."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.__main__ import main

ABSTRACT = (
    "This work proposes POMP, a prompt pre-training method for vision-language models. Being memory and "
    "computation efficient, POMP enables the learned prompt to condense semantic information for a rich "
    "set of visual concepts with over twenty-thousand classes."
)


@dataclass(frozen=True)
class Run:
    """What a run of the program gave."""

    code: int
    out: str
    err: str

    @property
    def json_lines(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


Program = Callable[..., Run]


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Program:
    """Runs `reading-list ARG…` in `tmp_path` on a fixed day."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704067200")
    monkeypatch.delenv("CI", raising=False)

    def run(*args: str) -> Run:
        monkeypatch.setattr(sys, "argv", ["reading-list", *args])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Run(code, said.out, said.err)

    return run


@pytest.fixture
def new_list(program: Program, tmp_path: Path) -> Path:
    """A new list with one pasted abstract; the program is in its folder."""
    assert program("new", ".").code == 0
    (tmp_path / "abstracts" / "one.txt").write_text(ABSTRACT + "\n")
    return tmp_path


@pytest.fixture
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that belongs to no list."""
    folder = tmp_path_factory.mktemp("outside")
    shutil.rmtree(folder)
    folder.mkdir()
    return folder
