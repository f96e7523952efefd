"""The command line: JSON Lines on stdout where machines read, talk on stderr.

Heavy libraries are imported inside the commands, so ``podbor --help`` stays fast.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podbor import __version__
from podbor.cli_audit import audit
from podbor.cli_parse import evaluate_fields_command, parse, train_documents_command
from podbor.cli_shared import fail
from podbor.cli_statements import evaluate_statements_command, train_linker, train_statements
from podbor.cli_taxonomy import evaluate_taxonomy_command, taxonomy
from podbor.cli_train import evaluate_fit_command, train_background, train_fit, train_trades
from podbor.errors import EXIT_BAD_INPUT, ReadError

if TYPE_CHECKING:
    from podbor.records import Date, Posting
    from podbor.report.messages import Lang

PIPE_WIDTH = 120  # columns of a table that no terminal shows
FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
LANG = click.option(
    "--lang", type=click.Choice(["ru", "en"]), help="Language of the report; else the posting's."
)
TODAY = click.option(
    "--today", metavar="YYYY-MM", help="What “to present” counts to; the current month if left out."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="podbor", prog_name="podbor")
def main() -> None:
    """Find duties and skills in Russian and English postings and resumes; rank with reasons."""


@main.command()
@click.argument("posting", type=click.Path(path_type=Path))
@FILES
@click.option("--out", type=click.Path(path_type=Path), help="Write the table: .csv or .jsonl.")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1), help="Processes.")
@click.option("--top", type=click.IntRange(1), help="Show only the first N on the terminal.")
@LANG
@TODAY
def rank(
    posting: Path,
    files: tuple[Path, ...],
    out: Path | None,
    jobs: int,
    top: int | None,
    lang: Lang | None,
    today: str | None,
) -> None:
    """Rank resumes (files or folders) against a POSTING."""
    if out is not None and out.suffix.lower() not in {".csv", ".jsonl"}:
        fail(f"{out.name}: a ranking is written as .csv or .jsonl")
    wanted = _posting(posting, lang)
    _rank(wanted, list(files), out=out, jobs=jobs, top=top, lang=lang, today=_date(today))


def _rank(
    posting: Posting,
    files: list[Path],
    *,
    out: Path | None,
    jobs: int,
    top: int | None,
    lang: Lang | None,
    today: Date | None,
) -> None:
    from rich.console import Console

    from podbor.ranking import rank_all
    from podbor.report import print_ranking, write_ranking

    chosen = lang or _language(posting)
    with _progress(chosen) as advance:
        places = rank_all(posting, files, jobs=jobs, today=today, progress=advance)
    if not any(item.match for _, item in places):
        for _, item in places:
            click.echo(item.reason, err=True)
        fail(_nothing_to_rank(chosen))
    width = None if sys.stdout.isatty() else PIPE_WIDTH
    print_ranking(Console(width=width), posting, places, lang=chosen, top=top)
    if out is not None:
        write_ranking(places, out, lang=chosen)
        click.echo(_written(out, chosen), err=True)


def _written(path: Path, lang: Lang) -> str:
    from podbor.report.messages import TEXTS, say

    return say(TEXTS, "written", lang, path=path)


def _nothing_to_rank(lang: Lang) -> str:
    if lang == "ru":
        return "ни одно резюме не прочитано, ранжировать нечего"
    return "no resume could be read; there is nothing to rank"


class _progress:  # noqa: N801 - used as a function
    """A bar on a terminal, nothing in a pipe."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._bar: Any = None

    def __enter__(self) -> Callable[[int, int], None] | None:
        if not sys.stderr.isatty():
            return None
        from rich.console import Console
        from rich.progress import Progress

        from podbor.report.messages import TEXTS, say

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._bar.start()
        task = self._bar.add_task(say(TEXTS, "reading", self._lang), total=None)

        def advance(done: int, total: int) -> None:
            self._bar.update(task, completed=done, total=total)

        return advance

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()


def _language(posting: Posting) -> Lang:
    from podbor.sections.language import language_of

    return "en" if language_of(posting.document.text) == "en" else "ru"


def _posting(path: Path, lang: Lang | None = None) -> Posting:
    from podbor.parse.posting import parse_posting

    try:
        return parse_posting(path)
    except ReadError as error:
        fail(_error_text(error, lang))


def _error_text(error: ReadError, lang: Lang | None) -> str:
    if lang != "ru":
        return str(error)
    from podbor.report.messages import error_text

    return error_text(error, "ru")


def _date(text: str | None) -> Date | None:
    from podbor.records import Date

    if text is None:
        return None
    year, _, month = text.partition("-")
    try:
        return Date(year=int(year), month=int(month))
    except ValueError:
        fail(f"--today {text}: give a year and a month, such as 2026-11")


@main.command()
@click.argument("posting", type=click.Path(path_type=Path))
@click.argument("resume", type=click.Path(path_type=Path))
@LANG
@TODAY
def score(posting: Path, resume: Path, lang: Lang | None, today: str | None) -> None:
    """Score one RESUME against one POSTING: a JSON object with every quote."""
    from podbor.ranking import Candidate, rank_one
    from podbor.report.files import as_jsonl

    wanted = _posting(posting, lang)
    item = rank_one(wanted, Candidate(resume.name, resume), today=_date(today))
    if item.match is None:
        fail(item.reason)
    click.echo(as_jsonl([(1, item)], lang=lang or _language(wanted)), nl=False)


@main.command()
@FILES
def statements(files: tuple[Path, ...]) -> None:
    """Split files to statements: kind, modality, language, concepts, offsets."""
    from podbor.api import statements as find

    _each_file(files, lambda path: _found_in(path, find))


@main.command()
@FILES
def extract(files: tuple[Path, ...]) -> None:
    """Find the taxonomy's concepts in files."""
    from podbor.api import extract as find

    _each_file(files, lambda path: _found_in(path, find))


def _found_in(path: Path, find: Callable[[Any], Iterable[Any]]) -> list[dict[str, Any]]:
    """What a function finds in a file, one dict each."""
    from podbor.readers import read

    return [{"file": path.name} | asdict(found) for found in find(read(path))]


def _each_file(files: tuple[Path, ...], rows: Callable[[Path], Any]) -> None:
    """Print the rows of each file; a file that fails is reported and the rest goes on."""
    n_read = 0
    for path in files:
        try:
            found = list(rows(path))
        except ReadError as error:
            click.echo(f"podbor: {error}", err=True)
            continue
        n_read += 1
        for row in found:
            click.echo(json.dumps(row, ensure_ascii=False))
    if not n_read:
        raise click.exceptions.Exit(EXIT_BAD_INPUT)


@main.command()
@click.option("--out", type=click.Path(path_type=Path), help="Also write the table here.")
@LANG
def demo(out: Path | None, lang: Lang | None) -> None:
    """Rank the shipped samples and say what to try next."""
    from podbor._resources import resource
    from podbor.records import Date

    samples = resource("corpus", "samples")
    for path in sorted((samples / "postings").iterdir()):
        _rank(
            _posting(path),
            [samples / "resumes"],
            out=None,
            jobs=1,
            top=5,
            lang=lang,
            today=Date(year=2026, month=11),
        )
    if out is not None:
        first = min((samples / "postings").iterdir())
        _rank(_posting(first), [samples / "resumes"], out=out, jobs=1, top=1, lang=lang, today=None)
    click.echo(_next_steps(samples))


def _next_steps(samples: Path) -> str:
    return "\n".join(
        (
            "Try next / Что дальше:",
            f"  podbor rank {samples / 'postings'}/<posting> {samples / 'resumes'} --out table.csv",
            "  podbor rank YOUR-POSTING.docx YOUR-RESUMES/ --lang ru",
            "  podbor score POSTING RESUME     every quote behind one score",
            "  podbor statements POSTING       what each line asks for",
            "  notebooks/01-extract.ipynb      the same from Python",
        )
    )


@main.group()
def train() -> None:
    """Make the models again from data."""


@main.group()
def evaluate() -> None:
    """Print figures on annotated files."""


main.add_command(audit)
main.add_command(parse)
main.add_command(taxonomy)
evaluate.add_command(evaluate_fields_command)
evaluate.add_command(evaluate_fit_command)
evaluate.add_command(evaluate_taxonomy_command)
evaluate.add_command(evaluate_statements_command)
train.add_command(train_background)
train.add_command(train_documents_command)
train.add_command(train_fit)
train.add_command(train_statements)
train.add_command(train_linker)
train.add_command(train_trades)
