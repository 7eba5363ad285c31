"""Runs MkDocs on docs/ into a folder beside the published site."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import get_yaml_loader

from generator.errors import StopWork
from generator.model import Problem, Topic
from generator.text import escape_html

_THEME = Path(str(files("generator") / "theme"))
_DEFAULTS = Path(str(files("generator") / "templates" / "mkdocs.yml"))
_TOPICS_INDEX = "topics/index.md"
_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}  # no setting mends it
_CLOCK = "SOURCE_DATE_EPOCH"  # https://reproducible-builds.org/specs/source-date-epoch/


def build_site(
    mkdocs_file: Path,
    out: Path,
    *,
    topics: Sequence[Topic] = (),
    site_url: str | None = None,
    latest: str = "",
) -> tuple[Problem, ...]:
    """Builds docs/ into `out`, whose content is replaced, and returns what MkDocs warned about.

    topics: put into the navigation, below Topics; site_url: in place of the one in mkdocs.yml;
    latest: ISO date of the last addition: the one date that MkDocs' own files carry.
    Raises StopWork where MkDocs cannot build the site, OSError where the disk does not take it.
    """
    with _warnings() as said, _clock(latest):
        try:
            config = site_config(mkdocs_file, out, topics=topics, site_url=site_url)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        except Exception as error:  # hooks, plugins and templates raise what they like
            if isinstance(error, OSError) and error.errno in _DISK:
                error.filename = error.filename or str(out)  # a write that fails does not say where
                raise
            why = "; ".join([*said, " ".join(str(error).split()) or type(error).__name__])
            raise StopWork(f"{mkdocs_file.name}: MkDocs cannot build the site: {why}") from error
    return tuple(Problem("site-builder", "warning", message) for message in said)


def site_config(
    mkdocs_file: Path, out: Path, *, topics: Sequence[Topic] = (), site_url: str | None = None
) -> MkDocsConfig:
    """The settings that MkDocs is run with: the list's own, and ours where it has none.

    Raises what MkDocs raises for settings that it refuses.
    """
    settings = _with_defaults(_read(mkdocs_file), _read(_DEFAULTS))
    settings |= {"site_dir": str(out), "use_directory_urls": True, "strict": False}
    if site_url is not None:
        settings["site_url"] = site_url
    settings["nav"] = topic_navigation(settings["nav"], topics, _docs_dir(mkdocs_file, settings))
    config = load_config(str(mkdocs_file), **settings)
    for name in ("site_name", "site_description", "site_author"):
        if config[name]:
            config[name] = Markup(escape_html(config[name]))  # some templates escape, some do not: once
    own_dirs = 1 if config.theme.custom_dir else 0
    if str(_THEME) not in map(os.path.realpath, config.theme.dirs):
        config.theme.dirs.insert(own_dirs, str(_THEME))
    return config


def topic_navigation(nav: Any, topics: Sequence[Topic], docs: Path) -> Any:
    """`nav` of mkdocs.yml with a page a topic below the index of topics, wherever that stands alone."""
    if not isinstance(nav, list):
        return nav
    pages = [f"topics/{topic.id}.md" for topic in topics]
    if (docs / "topics/unsorted.md").exists():
        pages.append("topics/unsorted.md")
    return [_with_pages(item, pages) for item in nav]


def _with_pages(item: Any, pages: list[str]) -> Any:
    if item == _TOPICS_INDEX:
        return {"Topics": [item, *pages]}
    if isinstance(item, dict):
        return {name: [at, *pages] if at == _TOPICS_INDEX else at for name, at in item.items()}
    return item


def _docs_dir(mkdocs_file: Path, settings: Mapping[str, Any]) -> Path:
    return mkdocs_file.parent / str(settings.get("docs_dir") or "docs")


def _read(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8-sig") as file:
        read = yaml.load(file, Loader=get_yaml_loader())
    return read if isinstance(read, dict) else {}


def _with_defaults(given: Mapping[str, Any], defaults: Mapping[str, Any]) -> dict[str, Any]:
    """`given`, completed by `defaults`; of `theme` and `markdown_extensions` each by itself."""
    theme = given.get("theme")
    named = theme if isinstance(theme, dict) else {}
    settings = {**defaults, **{name: value for name, value in given.items() if value is not None}}
    settings["theme"] = {**defaults["theme"], **named}
    extensions = given.get("markdown_extensions")
    if isinstance(extensions, list | dict):  # else MkDocs says what is wrong
        settings["markdown_extensions"] = _by_name(defaults["markdown_extensions"]) | _by_name(extensions)
    return settings


def _by_name(extensions: Any) -> dict[str, Any]:
    """Extensions of Markdown by name, with their settings: our pages need theirs beside the list's."""
    if isinstance(extensions, dict):
        return extensions
    named = [item if isinstance(item, dict) else {item: {}} for item in extensions]
    return {name: options for item in named for name, options in item.items()}


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Gathers what MkDocs and its plugins warn about, each said once, and keeps it from the terminal."""
    said: list[str] = []

    class Gather(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            message = " ".join(record.getMessage().split())
            if message not in said:
                said.append(message)

    logger, handler = logging.getLogger("mkdocs"), Gather(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)


@contextmanager
def _clock(latest: str) -> Iterator[None]:
    """While MkDocs runs, its clock stands at `latest`, or at the start of 1970 where that is empty."""
    before = os.environ.get(_CLOCK)
    moment = datetime.fromisoformat(latest).replace(tzinfo=UTC).timestamp() if latest else 0
    os.environ[_CLOCK] = str(int(moment))
    try:
        yield
    finally:
        if before is None:
            del os.environ[_CLOCK]
        else:
            os.environ[_CLOCK] = before
