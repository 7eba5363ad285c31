"""`reading-list serve`: listens, builds again at a change, stops when told."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest

from tests.commands.conftest import Program


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _shown(address: str, words: str, *, seconds: float = 60) -> bool:
    """Whether the page at `address` has the words within so many seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if words in answer.read().decode():
                    return True
        except (URLError, OSError):
            pass
        time.sleep(0.1)
    return False


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl+C ends a program also where the tests run in the background of a shell, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("new_list")
def test_a_port_in_use_is_one_line(program: Program) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        run = program("serve", "--port", str(port))
    assert run.code == 2
    assert f"127.0.0.1:{port}: cannot listen there" in run.err and "--port" in run.err
    assert "Serving on" not in run.out


@pytest.mark.usefixtures("interruptible")
def test_it_serves_under_the_sites_path_and_builds_again_at_a_change(new_list: Path) -> None:
    settings = new_list / "mkdocs.yml"
    text = settings.read_text()
    settings.write_text(re.sub("(?m)^site_url:.*", "site_url: https://example.org/reading-list/", text))
    about = new_list / "docs" / "about.md"
    about.parent.mkdir(exist_ok=True)
    about.write_text("# About\n\nFirst words.\n")
    port = _free_port()
    command = [sys.executable, "-m", "generator", "-C", str(new_list), "serve", "--port", str(port)]
    address = f"http://127.0.0.1:{port}/reading-list/about/"
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        try:
            assert _shown(address, "First words")
            about.write_text("# About\n\nSecond words.\n")
            assert _shown(address, "Second words")
        finally:
            running.send_signal(signal.SIGINT)
            try:
                out, err = running.communicate(timeout=30)
            except subprocess.TimeoutExpired:
                running.kill()
                raise
    assert running.returncode == 0
    assert "/reading-list/" in out and "Stopped." in out and "Traceback" not in err
