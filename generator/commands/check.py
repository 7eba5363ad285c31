"""`reading-list check`: the lint of a list, and of what is exported from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import click
import yaml

from generator.atomic import create
from generator.check import Finding, check_bibliography, check_library
from generator.commands.shared import Setup, note_of, pass_setup
from generator.commands.shown import exit_for, print_json, print_problems, problem_json
from generator.config import Config
from generator.model import Entry, Library


@click.command()
@click.option("--bib", is_flag=True, help="Look at what is exported: what a bibliography would show wrong.")
@click.option(
    "--fix",
    is_flag=True,
    help="With --bib: after asking, put corrections into new notes; for a note that is there, print them.",
)
@click.option("--yes", is_flag=True, help="With --fix: do not ask.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a problem, a line each.")
@pass_setup
def check(setup: Setup, bib: bool, fix: bool, yes: bool, as_json: bool) -> int:
    """Lists what to look at: guessed titles, missing authors, papers in no topic, suspect duplicates …

    \b
    reading-list check                 the list
    reading-list check --bib           what is exported: missing fields, capitals, 'et al.' …
    reading-list check --bib --fix     … and notes with the corrections, where that is possible
    """
    if fix and (not bib or as_json):
        raise click.ClickException("--fix goes with --bib, and not with --json")
    library = setup.library()
    findings = check_bibliography(library.entries) if bib else []
    problems = [finding.problem for finding in findings] if bib else check_library(library)
    if as_json:
        for problem in problems:
            print_json(problem_json(problem))
    else:
        print_problems(problems, err=False)
        if not problems:
            click.echo("Nothing to look at.")
    if fix:
        _fix(setup.config(), library, findings, ask=not yes)
    return exit_for(problems)


def _fix(config: Config, library: Library, findings: Sequence[Finding], *, ask: bool) -> None:
    """Writes a new note for each paper that has corrections and none yet; prints the lines for the others."""
    corrections = dict(_corrections(findings))
    if not corrections:
        click.echo("Nothing here can be corrected without you.")
    for entry in library.entries:
        if entry.key in corrections:
            _correct(config, entry, corrections[entry.key], ask=ask)


def _corrections(findings: Sequence[Finding]) -> Iterator[tuple[str, Mapping[str, object]]]:
    together: dict[str, dict[str, object]] = {}
    for finding in findings:
        if finding.correction:
            together.setdefault(finding.key, {}).update(finding.correction)
    yield from together.items()


def _correct(config: Config, entry: Entry, correction: Mapping[str, object], *, ask: bool) -> None:
    lines = yaml.safe_dump(dict(correction), allow_unicode=True, sort_keys=False, width=1000)
    path = note_of(config, entry)
    if path.exists():
        click.echo(f"\nAdd to the front matter of {config.shown(path)}:\n{lines}", nl=False)
        return
    click.echo(f"\n{config.shown(path)}, new:\n{lines}", nl=False)
    if not ask or click.confirm("Create this note?", default=True):
        create(path, f"---\n{lines}---\n".encode())
