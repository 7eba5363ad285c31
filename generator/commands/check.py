"""`reading-list check`: the lint of a list."""

from __future__ import annotations

import click

from generator.check import check_library
from generator.commands.shared import Setup, exit_for, print_json, print_problems, problem_json


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a problem, a line each.")
@click.pass_obj
def check(setup: Setup, as_json: bool) -> int:
    """Lists what to look at: guessed titles, missing authors, papers in no topic, suspect duplicates …"""
    problems = check_library(setup.library())
    if as_json:
        for problem in problems:
            print_json(problem_json(problem))
    else:
        print_problems(problems, err=False)
        if not problems:
            click.echo("Nothing to look at.")
    return exit_for(problems)
