"""`reading-list serve`: the site on this machine, rebuilt at each change."""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

import click
from mkdocs.livereload import LiveReloadServer

from generator.commands.build import report, run
from generator.commands.shared import Setup
from generator.config import Config
from generator.errors import StopWork


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.pass_obj
def serve(setup: Setup, host: str, port: int) -> int:
    """Builds the site, serves it on this machine, and builds it again when you change a file."""
    config = setup.config()
    report(config, run(config, pages_only=False, locked=False, quiet=False), as_json=False)
    mount = urlsplit(config.site_url).path or "/"
    try:
        server = LiveReloadServer(
            lambda: _rebuild(setup), host, port, root=str(config.site), mount_path=mount
        )
    except OSError as error:
        raise StopWork(
            f"{host}:{port}: cannot listen there ({error.strerror}): choose another --port"
        ) from error
    for path in _watched(config):
        server.watch(str(path))
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    click.echo(f"Serving on {server.url} until you press Ctrl+C.")
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        server.shutdown()
    return 0


def _rebuild(setup: Setup) -> None:
    try:
        config = setup.config()
        report(config, run(config, pages_only=False, locked=False, quiet=True), as_json=False)
    except StopWork as error:
        click.echo(f"reading-list: {error}; the site stays as it was", err=True)


def _watched(config: Config) -> list[str]:
    paths = (config.mkdocs_file, config.topics_file, config.lock_file, config.abstracts, config.notes)
    return [str(path) for path in paths if path.exists()]
