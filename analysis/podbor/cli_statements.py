"""``podbor train statements``, ``podbor train linker``, ``podbor evaluate statements``."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podbor import __version__
from podbor.cli_shared import fail
from podbor.errors import EXIT_BAD_INPUT, PodborError

if TYPE_CHECKING:
    from podbor.annotated import Material

MATERIAL = (
    click.option(
        "--gold",
        multiple=True,
        type=click.Path(path_type=Path, exists=True),
        help="Annotated documents (.json); repeatable.",
    ),
    click.option(
        "--own",
        multiple=True,
        type=click.Path(path_type=Path, exists=True),
        help="Our own lines: a .tsv file or a folder of them; repeatable.",
    ),
    click.option(
        "--labels",
        multiple=True,
        type=click.Path(path_type=Path, exists=True),
        help="Labels of texts that lie under --data: a .tsv file or a folder; repeatable.",
    ),
    click.option(
        "--data",
        default=Path(),
        type=click.Path(path_type=Path),
        help="Folder of the collections that --labels speaks of.",
    ),
    click.option("--out", required=True, type=click.Path(path_type=Path), help="Model folder."),
)


def material_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that name what to learn from."""
    for option in reversed(MATERIAL):
        command = option(command)
    return command


def _material(gold: Any, own: Any, labels: Any, data: Path) -> Material:
    from podbor.annotated import load_material

    try:
        return load_material(gold, own, labels, data)
    except PodborError as error:
        fail(str(error))


def _card(name: str, material: Material, **settings: Any) -> dict[str, Any]:
    return {"name": f"{name} {__version__}", "data": material.counts(), **settings}


@click.command("statements")
@material_options
@click.option("--strength", default=0.2, show_default=True, help="Inverse regularization C.")
def train_statements(
    gold: Any, own: Any, labels: Any, data: Path, out: Path, strength: float
) -> None:
    """Train the classifier of statement kinds."""
    from podbor.sections import train

    material = _material(gold, own, labels, data)
    samples = [*train.samples_of(material)]
    n_pieces = sum(len(sample.pieces) for sample in samples)
    model = train.train(samples, strength=strength)
    card = _card("podbor-statements", material, n_pieces=n_pieces, strength=strength)
    train.save(model, out, card)
    click.echo(json.dumps(card, ensure_ascii=False))


@click.command("linker")
@material_options
def train_linker(gold: Any, own: Any, labels: Any, data: Path, out: Path) -> None:
    """Train the linker of statements to the shipped taxonomy's concepts."""
    from podbor.linking import train
    from podbor.matching import shipped_matcher
    from podbor.taxonomy import Taxonomy

    material = _material(gold, own, labels, data)
    rows = train.rows_from(material, shipped_matcher())
    concepts = sorted(concept.id for concept in Taxonomy.load().matchable)
    linker = train.train(rows, concepts)
    card = _card(
        "podbor-linker",
        material,
        n_statements=len(rows),
        n_concepts=len(concepts),
        threshold=linker.judge.threshold,
        learned_threshold=linker.judge.learned_threshold,
    )
    train.save(linker, out, card)
    click.echo(json.dumps(card, ensure_ascii=False))


@click.command("statements")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--worst", default=10, show_default=True, help="Concepts and units with most errors.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file instead of tables.")
def evaluate_statements_command(files: tuple[Path, ...], worst: int, *, as_json: bool) -> None:
    """Kinds, concepts and modality on annotated documents: tables, confusion, worst errors.

    FILES are .json or .tsv as in corpus/statements; ids beyond a concepts.jsonl beside them count
    as new.
    """
    from podbor.annotated import load_documents
    from podbor.api import statements as find
    from podbor.evaluate import evaluate_statements, inventory_beside, rounded
    from podbor.report.evaluation import statement_tables

    failed = False
    for path in files:
        try:
            documents = load_documents(path)
        except PodborError as error:
            click.echo(f"podbor: {error}", err=True)
            failed = True
            continue
        found = evaluate_statements(documents, find, inventory=inventory_beside(path))
        if as_json:
            figures = {key: value for key, value in found.items() if key != "errors"}
            click.echo(json.dumps({"gold": path.name} | rounded(figures), ensure_ascii=False))
        else:
            click.echo(statement_tables(path.name, found, worst=worst))
    if failed:
        sys.exit(EXIT_BAD_INPUT)
