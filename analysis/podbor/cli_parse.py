"""``podbor parse`` and ``podbor evaluate fields``: files to records, how often that is right."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podbor.errors import EXIT_BAD_INPUT, ReadError

if TYPE_CHECKING:
    from podbor.records import Posting, Resume

    Record = Posting | Resume

FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
EXPLAIN = click.option("--explain", is_flag=True, help="Say which rule decided each value.")


def _format(*names: str) -> Callable[[Any], Any]:
    return click.option(
        "--format",
        "form",
        type=click.Choice(names),
        default="jsonl",
        show_default=True,
        help="Form of the records.",
    )


@click.group()
def parse() -> None:
    """Read files to records."""


@parse.command("posting")
@FILES
@_format("jsonl", "schema-org", "csv")
@EXPLAIN
def parse_posting_command(files: tuple[Path, ...], form: str, explain: bool) -> None:
    """Read postings."""
    from podbor.parse.posting import parse_posting

    _print_all(files, parse_posting, form=form, explained=explain)


@parse.command("resume")
@FILES
@_format("jsonl", "json-resume", "csv")
@EXPLAIN
@click.option(
    "--today", metavar="YYYY-MM", help="What “to present” counts to; the current month if left out."
)
def parse_resume_command(
    files: tuple[Path, ...], form: str, explain: bool, today: str | None
) -> None:
    """Read resumes."""
    from podbor.parse.resume import parse_resume

    month = _date(today)
    _print_all(files, lambda path: parse_resume(path, today=month), form=form, explained=explain)


def _date(text: str | None) -> Any:
    from podbor.records import Date

    if text is None:
        return None
    year, _, month = text.partition("-")
    try:
        return Date(year=int(year), month=int(month))
    except ValueError:
        click.echo(f"podbor: --today {text}: give a year and a month, such as 2026-11", err=True)
        raise click.exceptions.Exit(EXIT_BAD_INPUT) from None


def _print_all(
    files: tuple[Path, ...], read: Callable[[Path], Record], *, form: str, explained: bool
) -> None:
    """Print each file's record; a file that fails is reported and the rest goes on."""
    n_read = 0
    for path in files:
        try:
            record = read(path)
        except ReadError as error:
            click.echo(f"podbor: {error}", err=True)
            continue
        click.echo(_shown(record, form, explained=explained, first=n_read == 0), nl=False)
        n_read += 1
    if not n_read:
        raise click.exceptions.Exit(EXIT_BAD_INPUT)


def _shown(record: Record, form: str, *, explained: bool, first: bool) -> str:
    if explained:
        from podbor.export.explain import explain

        return "".join(f"{line}\n" for line in (f"# {record.document.name}", *explain(record)))
    if form == "csv":
        from podbor.export.table import as_csv

        return as_csv([record], header=first)
    return json.dumps(_object(record, form), ensure_ascii=False) + "\n"


def _object(record: Any, form: str) -> dict[str, Any]:
    found: dict[str, Any]
    if form == "json-resume":
        found = record.to_json_resume()
    elif form == "schema-org":
        found = record.to_job_posting()
    else:
        from podbor.export.values import as_dict

        found = as_dict(record)
    return found


@click.command("fields")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--split", type=click.Choice(["dev", "test"]), help="Only this half of the files.")
@click.option("--errors", is_flag=True, help="List the values that were wrong or missing.")
def evaluate_fields_command(folder: Path, split: str | None, errors: bool) -> None:
    """Figures of the parsers on texts with truth files (NAME.txt with NAME.json) in FOLDER."""
    from podbor.evaluate_fields import evaluate_folder, lines_of

    figures = evaluate_folder(folder, split=split)
    for line in lines_of(figures):
        click.echo(line)
    for mistake in figures.mistakes if errors else ():
        click.echo(
            f"{mistake.document} {mistake.field}: too many {mistake.wrong}, "
            f"missing {mistake.missing}"
        )


def _sources(name: str) -> Callable[[Any], Any]:
    return click.option(
        f"--{name}",
        f"{name}s",
        multiple=True,
        required=True,
        type=click.Path(path_type=Path, exists=True),
        help="Texts of this kind: a folder of .txt, or .jsonl or .csv with a text column "
        f"({name}).",
    )


@click.command("documents")
@_sources("resume")
@_sources("posting")
@_sources("other")
@click.option(
    "--most", default=600, show_default=True, help="Texts taken of each file, evenly spread."
)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Model folder.")
def train_documents_command(
    resumes: tuple[Path, ...],
    postings: tuple[Path, ...],
    others: tuple[Path, ...],
    most: int,
    out: Path,
) -> None:
    """Train what tells resumes, postings and other texts apart."""
    from podbor.parse.train import save_documents, train_documents
    from podbor.texts import texts_of

    rows: list[tuple[str, str]] = []
    for kind, paths in (("resume", resumes), ("posting", postings), ("other", others)):
        for path in paths:
            files = _text_files(path) if path.is_dir() else [path]
            texts = [text for file in files for text in texts_of(file, fields=TEXT_FIELDS)]
            step = max(1, len(texts) // most)
            rows += [(text, kind) for text in texts[::step] if text.strip()]
    model = train_documents(rows)
    save_documents(model, out / "model.json")
    click.echo(json.dumps({key: model[key] for key in ("texts", "recall")}))


def _text_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in {".txt", ".md"})


TEXT_FIELDS = ("text", "job_description")
