"""The built site is valid HTML, by the Nu Html Checker."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

JAR = Path(__file__).parents[1] / "tools/node_modules/vnu-jar/build/dist/vnu.jar"


@pytest.mark.tools
def test_every_page_is_valid_html(built_site: Path) -> None:
    checked = subprocess.run(
        [
            "java",
            "-Xss4m",
            "-jar",
            JAR,
            "--skip-non-html",
            "--format",
            "json",
            "--exit-zero-always",
            built_site,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = json.loads(checked.stderr)["messages"]
    wrong = [
        f"{message['url'].rpartition('/site/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] != "info"
    ]
    assert not wrong, "\n".join([f"{len(wrong)} errors", *wrong[:40]])
