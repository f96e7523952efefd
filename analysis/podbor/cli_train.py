"""``podbor train background | trades | fit`` and ``evaluate fit``: the models behind the score."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podbor.cli_shared import fail
from podbor.errors import EXIT_BAD_INPUT, DataError, PodborError

if TYPE_CHECKING:
    from podbor.trades.train import Example

EXISTING = click.Path(path_type=Path, exists=True)
OUT = click.option("--out", required=True, type=click.Path(path_type=Path), help="Model folder.")


@click.command("background")
@click.argument("files", nargs=-1, required=True, type=EXISTING)
@OUT
def train_background(files: tuple[Path, ...], out: Path) -> None:
    """Learn rarity and meanings of words from collections: .jsonl, .csv, .json, .tsv, folders."""
    from podbor.meanings.background import save_background
    from podbor.meanings.train import make_background
    from podbor.sections import analyse
    from podbor.texts import records_of

    def documents() -> Iterator[tuple[str, list[str]]]:
        for path in files:
            if path.suffix == ".tsv":
                lines = {line.split("\t")[-1].strip() for line in _lines(path)}
                yield "\n".join(sorted(lines)), []
                continue
            for title, text in records_of(path):
                whole = f"{title}\n{text}"
                yield whole, [m.concept for s in analyse(whole) for m in s.mentions]

    try:
        background = make_background(documents())
    except (PodborError, ValueError) as error:
        fail(str(error))
    save_background(background, out / "background.npz")
    click.echo(json.dumps({"words": len(background.meanings.keys)}))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


@click.command("trades")
@click.option("--resumes", multiple=True, type=EXISTING, help="Collection of resumes; repeatable.")
@click.option("--postings", multiple=True, type=EXISTING, help="Of postings; repeatable.")
@click.option(
    "--lines", multiple=True, type=EXISTING, help="Folder of .tsv: trade, language, title, text."
)
@OUT
def train_trades(
    resumes: tuple[Path, ...], postings: tuple[Path, ...], lines: tuple[Path, ...], out: Path
) -> None:
    """Train the classifier of trades on jobs whose titles the lexicon knows, and on lines."""
    from podbor.meanings.background import shipped_background
    from podbor.trades import train as trades
    from podbor.trades.model import save_trade_model

    meanings = shipped_background().meanings
    try:
        examples = [*_examples(resumes, postings), *trades.examples_of_lines(lines)]
        right = trades.held_out_accuracy(examples, meanings, folds=3)
        model = trades.train_trades(examples, meanings)
    except (PodborError, ValueError) as error:
        fail(str(error))
    save_trade_model(model, out / "model.npz")
    figures = {"jobs": len(examples), "held_out": {k: round(v, 3) for k, v in right.items()}}
    (out / "figures.json").write_text(json.dumps(figures) + "\n", encoding="utf-8")
    click.echo(json.dumps(figures))


def _examples(resumes: tuple[Path, ...], postings: tuple[Path, ...]) -> Iterator[Example]:
    from podbor.fit.train import TODAY
    from podbor.parse.posting import parse_posting
    from podbor.parse.resume import parse_resume
    from podbor.records import Document
    from podbor.texts import records_of
    from podbor.trades.train import example_of_posting, examples_of_resume

    def document(title: str, text: str) -> Document:
        return Document(name="text", format="txt", text=f"{title}\n{text}" if title else text)

    for path in resumes:
        for number, (title, text) in enumerate(records_of(path)):
            record = parse_resume(document(title, text), today=TODAY)
            yield from examples_of_resume(record, f"{path.name}:{number}")
    for path in postings:
        for number, (title, text) in enumerate(records_of(path)):
            found = example_of_posting(
                parse_posting(document(title, text)), f"{path.name}:{number}"
            )
            if found:
                yield found


@click.command("fit")
@click.option(
    "--pairs",
    multiple=True,
    required=True,
    type=EXISTING,
    help="Graded pairs: a folder (postings/, resumes/, grades.csv), .json or .jsonl; repeatable.",
)
@click.option(
    "--collections",
    multiple=True,
    type=EXISTING,
    help="Where texts lie that a folder of grades names by checksum; repeatable.",
)
@OUT
@click.option("--strength", default=0.05, show_default=True, help="Inverse regularization C.")
def train_fit(
    pairs: tuple[Path, ...], collections: tuple[Path, ...], out: Path, strength: float
) -> None:
    """Train the fit classifier on graded pairs."""
    from podbor.fit.pairs import load_collections, load_pairs

    try:
        texts = load_collections(collections)
        graded = [pair for path in pairs for pair in load_pairs(path, collections=texts)]
        figures = _train_fit(graded, out, strength)
    except PodborError as error:
        fail(str(error))
    click.echo(json.dumps(figures, ensure_ascii=False))


def _train_fit(graded: list[Any], out: Path, strength: float) -> dict[str, Any]:
    from podbor.evaluate import evaluate_fit, rounded
    from podbor.fit.model import save_model
    from podbor.fit.pairs import digest_of
    from podbor.fit.train import learning_curve, train

    model, classifier, matrix = train(graded, strength=strength)
    rows = [
        (pair.posting_id, pair.grade, float(score))
        for pair, score in zip(graded, classifier.held_out_, strict=True)
    ]
    try:
        held_out = rounded(evaluate_fit(rows))
    except DataError as error:
        click.echo(f"warning: not measured: {error}", err=True)
        held_out = None
    curve = [[n, round(area, 3)] for n, area in learning_curve(matrix, graded)]
    figures = {"pairs": len(graded), "held_out": held_out, "learning_curve": curve}
    data = digest_of((p.posting_id, p.resume_id, p.grade) for p in graded)
    save_model(model, out, strength=strength, data=data, **figures)
    for note in classifier.notes_:
        click.echo(f"warning: only {note}", err=True)
    return figures


@click.command("fit")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--worst", default=10, show_default=True, help="Pairs with the largest errors.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file instead of tables.")
def evaluate_fit_command(files: tuple[Path, ...], worst: int, *, as_json: bool) -> None:
    """Figures of the score on graded pairs beside TF-IDF, BM25, overlap and length.

    FILES are JSON, JSON Lines or folders as `podbor train fit` reads.
    """
    from podbor.evaluate import rounded
    from podbor.evaluate_fit import evaluate_pairs
    from podbor.report.evaluation import fit_tables

    failed = False
    for path in files:
        try:
            found = evaluate_pairs(path)
        except PodborError as error:
            click.echo(f"podbor: {error}", err=True)
            failed = True
            continue
        if as_json:
            found["worst"] = found["worst"][:worst]
            line = json.dumps({"pairs_file": path.name} | rounded(found), ensure_ascii=False)
            click.echo(line)
        else:
            click.echo(fit_tables(path.name, found, worst=worst))
    if failed:
        sys.exit(EXIT_BAD_INPUT)
