"""`reading-list`, also as `python -m generator`."""

from __future__ import annotations

import io
import os
import sys

import click

from generator.cli import cli
from generator.errors import StopWork


def main() -> None:
    """Runs the command line; every way out is an exit code and at most one line on standard error."""
    sys.exit(_exit_code())


def _exit_code() -> int:
    code, message = _outcome()
    if message:
        click.echo(f"reading-list: {message}", err=True)
    return code


def _outcome() -> tuple[int, str]:
    """The exit code and what to say; a broken pipe (`… | head`) is no error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what its encoding lacks is shown as a number
            stream.reconfigure(errors="backslashreplace")
    try:
        code = cli.main(prog_name="reading-list", standalone_mode=False)
        if sys.stdout:  # None where the caller has closed it
            sys.stdout.flush()
        outcome = code if isinstance(code, int) else 0, ""
    except StopWork as error:
        outcome = error.exit_code, str(error)
    except click.exceptions.Exit as error:
        outcome = error.exit_code, ""
    except click.UsageError as error:
        more = f" ('{error.ctx.command_path} --help' says more)" if error.ctx else ""
        outcome = 2, error.format_message() + more
    except click.ClickException as error:
        outcome = 2, error.format_message()
    except (click.Abort, KeyboardInterrupt):
        outcome = 130, "interrupted; nothing is left half-done"
    except (BrokenPipeError, SystemExit):  # click leaves by the second where a write finds the pipe broken
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        outcome = 0, ""
    except OSError as error:
        place = error.filename or "the output"
        outcome = 2, f"{place}: {error.strerror or error}: check the path, its permissions and the space left"
    return outcome


if __name__ == "__main__":
    main()
