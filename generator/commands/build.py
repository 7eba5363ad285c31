"""`reading-list build`: the site."""

from __future__ import annotations

import click

from generator.commands.shared import Setup, in_ci, pass_setup, today
from generator.commands.shown import count, exit_for, print_json, print_problems, problem_json, progress
from generator.config import Config
from generator.pipeline import Outcome, build_site, write_pages


@click.command()
@click.option("--pages-only", is_flag=True, help="Stop when docs/ is written; do not run MkDocs.")
@click.option(
    "--locked",
    is_flag=True,
    help="Give no key: a paper without a line in papers.lock.jsonl stops the build (always so in CI).",
)
@click.option("--strict", is_flag=True, help="Exit with 1 where there is a problem to look at.")
@click.option("--site-url", metavar="URL", help="Where the site will be, in place of site_url in mkdocs.yml.")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON.")
@pass_setup
def build(
    setup: Setup, pages_only: bool, locked: bool, strict: bool, site_url: str | None, as_json: bool
) -> int:
    """Builds the site from abstracts/, notes/, topics.yml and papers.lock.jsonl, in site/.

    The old site stays whole until the new one is ready. Works without a network.
    """
    config = setup.config(site_url)
    outcome = run(config, pages_only=pages_only, locked=locked or in_ci(), quiet=as_json)
    report(config, outcome, as_json=as_json)
    return exit_for(outcome.problems) if strict else 0


def run(config: Config, *, pages_only: bool, locked: bool, quiet: bool) -> Outcome:
    """Builds docs/ and, but for `pages_only`, site/. Raises StopWork where that cannot be."""
    with progress("Building", quiet=quiet) as bar:

        def say(label: str, done: int | None = None, total: int | None = None) -> None:
            bar.update(bar.task_ids[0], description=label, completed=done, total=total)

        work = write_pages if pages_only else build_site
        return work(config, today=today(), locked=locked, say=say)


def report(config: Config, outcome: Outcome, *, as_json: bool) -> None:
    """Says what was built and what to look at."""
    if as_json:
        print_json(
            {
                "papers": outcome.papers,
                "topics": outcome.topics,
                "new": outcome.new,
                "written": outcome.written,
                "removed": outcome.removed,
                "unchanged": outcome.unchanged,
                "site": config.shown(config.site) if outcome.site else None,
                "problems": [problem_json(problem) for problem in outcome.problems],
            }
        )
        return
    print_problems(outcome.problems)
    new = f" ({outcome.new} new)" if outcome.new else ""
    pages = f"{outcome.written} written, {outcome.removed} removed, {outcome.unchanged} unchanged"
    click.echo(f"{count(outcome.papers, 'paper')}{new} in {count(outcome.topics, 'topic')}; files: {pages}.")
    if outcome.site:
        click.echo(f"The site is in {config.shown(config.site)}/; 'reading-list serve' shows it.")
