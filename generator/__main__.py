"""`reading-list`, also as `python -m generator`."""

from __future__ import annotations

import os
import sys

import click

from generator.cli import cli
from generator.errors import StopWork


def main() -> None:
    """Runs the command line; every way out is an exit code and at most one line on standard error."""
    sys.exit(_exit_code())


def _exit_code() -> int:
    try:
        code = cli.main(prog_name="reading-list", standalone_mode=False)
        sys.stdout.flush()
    except StopWork as error:
        return _say(str(error), error.exit_code)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        return _say("interrupted; nothing is left half-done", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _say(f"{error.filename or 'a file'}: {error.strerror or error}", 2)
    return code if isinstance(code, int) else 0


def _say(message: str, code: int) -> int:
    click.echo(f"reading-list: {message}", err=True)
    return code


if __name__ == "__main__":
    main()
