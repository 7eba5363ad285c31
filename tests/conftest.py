"""What every test shares: one hypothesis profile, and this repository's own list built once."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support import SITE_URL, copy_list, run_program

# The same examples on each run and each machine.
settings.register_profile(
    "reading-list",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("reading-list")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: drives a real Chromium")
    config.addinivalue_line("markers", "tools: runs one of the npm tools or a TeX program")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds the file `path` against the other workers of this run."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def built_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a copy of this repository's list, built for `SITE_URL`; shared, so only to be read."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    root, done = shared / "built-list", shared / "built-list.done"
    with locked(shared / "built-list.lock"):
        if not done.exists():
            copy_list(root)
            built = run_program(root, "build", "--locked", "--site-url", SITE_URL)
            assert built.returncode == 0, built.stdout + built.stderr
            done.touch()
    return root


@pytest.fixture(scope="session")
def built_site(built_list: Path) -> Path:
    """site/ of `built_list`."""
    return built_list / "site"
