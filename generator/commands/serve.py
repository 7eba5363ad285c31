"""`reading-list serve`: the site on this machine, rebuilt at each change."""

from __future__ import annotations

import logging
from pathlib import Path
from urllib.parse import urlsplit

import click
from mkdocs.livereload import LiveReloadServer

from generator.commands.build import report, run
from generator.commands.shared import Setup, pass_setup
from generator.config import Config
from generator.errors import StopWork
from generator.publish import own_pages


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@pass_setup
def serve(setup: Setup, host: str, port: int) -> int:
    """Builds the site, serves it on this machine, and builds it again when you change a file."""
    config = setup.config()
    report(config, run(config, pages_only=False, locked=False, quiet=False), as_json=False)
    mount = urlsplit(config.site_url).path or "/"
    server = _Server(lambda: _rebuild(setup), host, port, root=str(config.site), mount_path=mount)
    for path in _watched(config):
        server.watch(str(path))
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        server.shutdown()
    return 0


class _Server(LiveReloadServer):
    """MkDocs' server, which listens only once `serve` is called; it says then where it is."""

    def server_bind(self) -> None:
        try:
            super().server_bind()
        except OSError as error:
            host, port, *_ = self.server_address
            message = (
                f"{host!s}:{port}: cannot listen there ({error.strerror}): choose another --port, or --host"
            )
            raise StopWork(message) from error

    def server_activate(self) -> None:
        super().server_activate()
        click.echo(f"Serving on {self.url} until you press Ctrl+C.")


def _rebuild(setup: Setup) -> None:
    try:
        config = setup.config()
        report(config, run(config, pages_only=False, locked=False, quiet=True), as_json=False)
    except StopWork as error:
        click.echo(f"reading-list: {error}; the site stays as it was", err=True)


def _watched(config: Config) -> list[Path]:
    """What the keeper writes: what a build writes calls for no other build."""
    paths = (config.mkdocs_file, config.topics_file, config.lock_file, config.abstracts, config.notes)
    return [*(path for path in paths if path.exists()), *(path for path, _ in own_pages(config.docs))]
