"""How the program ends: an exit code and at most one line, whatever becomes of its input and output."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Program

ROOT = Path(__file__).parents[2]
REFERENCE = "@article{a, title = {A Title of a Paper}, author = {Ng, A.}}\n"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def _run(folder: Path, command: str) -> tuple[int, str]:
    """Exit code and standard error of a line of shell in which `$R` is the program."""
    line = command.replace("$R", f"{sys.executable} -m generator")
    done = subprocess.run(["sh", "-c", line], cwd=folder, env=ENVIRONMENT, capture_output=True, check=False)
    return done.returncode, done.stderr.decode()


@pytest.fixture
def refs(tmp_path: Path) -> Path:
    (tmp_path / "refs.bib").write_text(REFERENCE)
    return tmp_path


def test_a_reader_that_stops_early_is_no_error(refs: Path) -> None:
    """More lines are written than a pipe holds, so that one of them finds nobody there."""
    (refs / "many.bib").write_text("".join(REFERENCE.replace("{a,", f"{{a{n},") for n in range(2_000)))
    code, said = _run(refs, "{ $R read many.bib; echo $? >code; } | head -n 1 >first")
    assert (code, said, (refs / "code").read_text()) == (0, "", "0\n")


def test_closed_output_and_input_are_no_error(refs: Path) -> None:
    assert _run(refs, "$R read refs.bib >&-") == (0, "")
    code, said = _run(refs, "$R read - <&-")
    assert code == 1 and "-:1: warning: is empty" in said


def test_a_full_disk_is_told_in_one_line(refs: Path) -> None:
    code, said = _run(refs, "$R read refs.bib --json >/dev/full")
    assert code == 2 and len(said.splitlines()) == 1
    assert "the output: No space left on device: check the path, its permissions and the space left" in said


def test_an_interrupted_run_says_so(program: Program, refs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.commands.read.open_file", interrupted)
    run = program("read", str(refs / "refs.bib"))
    assert (run.code, run.err.strip()) == (130, "reading-list: interrupted; nothing is left half-done")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (
            ("export", "csv", "-o", "nowhere/x.csv"),
            "nowhere/x.csv: No such file or directory: check the path",
        ),
        (("add", "abstracts"), "abstracts: is a folder; name the files in it, such as abstracts/*"),
        (
            ("add", "nowhere.txt"),
            "nowhere.txt: no such file, and neither an arXiv id, a DOI nor a web address",
        ),
        (("note", "nobody"), "there is no paper with the key 'nobody': 'reading-list export csv' lists all"),
        (("rename", "promt", "x"), "no paper has the key 'promt': 'reading-list export csv' lists all"),
        (("serve", "--host", "no.such.host.invalid"), "choose another --port, or --host"),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(
    program: Program, new_list: Path, command: tuple[str, ...], said: str
) -> None:
    assert program("build", "--pages-only").code == 0 and new_list
    run = program(*command)
    assert run.code == 2
    assert run.err.startswith(("reading-list: ", "info: ")) and said in run.err.splitlines()[-1]


def test_a_wrong_call_says_where_to_read_on(program: Program) -> None:
    for arguments, command in ((("read",), "reading-list read"), (("raed",), "reading-list")):
        run = program(*arguments)
        assert run.code == 2
        assert run.err.strip().endswith(f"('{command} --help' says more)")
