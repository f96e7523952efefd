"""``podbor taxonomy …``: build, look at, export and import a taxonomy."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podbor.cli_shared import fail
from podbor.errors import PodborError

if TYPE_CHECKING:
    from podbor.builder.build import Built
    from podbor.builder.curation import Curation
    from podbor.errors import ReadError
    from podbor.taxonomy.model import Taxonomy

DOCS = click.argument("docs", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
WHERE = click.option(
    "--taxonomy",
    "folder",
    type=click.Path(path_type=Path, exists=True),
    help="Folder of another taxonomy than the shipped one.",
)
LANG = click.option("--lang", type=click.Choice(["ru", "en"]), default="en", show_default=True)
TOP = click.option("--top", default=30, show_default=True, type=click.IntRange(1))


@click.group()
def taxonomy() -> None:
    """Build a taxonomy from documents, look at it, export and import it."""


def _load(folder: Path | None) -> Taxonomy:
    from podbor.taxonomy import Taxonomy

    try:
        return Taxonomy.load(folder)
    except PodborError as error:
        fail(str(error))


def _unreadable(error: ReadError) -> None:
    click.echo(f"podbor: {error}", err=True)


@taxonomy.command()
@DOCS
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write.")
@click.option(
    "--curation",
    type=click.Path(path_type=Path),
    help="Folder of decisions (docs/taxonomy.md); without it the proposals are the taxonomy.",
)
@click.option(
    "--min-documents",
    default=2,
    show_default=True,
    type=click.IntRange(1),
    help="Least documents that name a proposal.",
)
def build(docs: tuple[Path, ...], out: Path, curation: Path | None, min_documents: int) -> None:
    """Build a taxonomy from files and folders DOCS."""
    from podbor.builder.build import build as make
    from podbor.builder.curation import read_curation
    from podbor.taxonomy.files import write_taxonomy

    try:
        decided: Curation | None = read_curation(curation) if curation else None
        built = make(docs, curation=decided, min_documents=min_documents, on_error=_unreadable)
        write_taxonomy(built.taxonomy, out)
    except (PodborError, OSError) as error:
        fail(str(error))
    click.echo(json.dumps(_summary(built), ensure_ascii=False))


def _summary(built: Built) -> dict[str, Any]:
    return {
        "documents": len(built.sources),
        "concepts": len(built.taxonomy.matchable),
        "groups": len(built.taxonomy) - len(built.taxonomy.matchable),
        "roles": len(built.taxonomy.roles),
        "occurrences": len(built.taxonomy.occurrences),
        "uncovered": len(built.uncovered),
    }


@taxonomy.command()
@DOCS
@WHERE
@click.option("--min-documents", default=1, show_default=True, type=click.IntRange(1))
@TOP
def diff(docs: tuple[Path, ...], folder: Path | None, min_documents: int, top: int) -> None:
    """Show what DOCS would add: groups of phrases that no concept speaks for."""
    from podbor.builder.build import uncovered_in
    from podbor.builder.naming import label_of

    try:
        found = uncovered_in(docs, _load(folder), on_error=_unreadable)
    except PodborError as error:
        fail(str(error))
    wanted = [proposal for proposal in found if proposal.documents >= min_documents]
    for proposal in wanted[:top]:
        phrases = [phrase for _, phrase in proposal.phrases]
        row = {
            "facet": proposal.group.facet,
            "documents": proposal.documents,
            "count": len(phrases),
            "ru": label_of(phrases, "ru"),
            "en": label_of(phrases, "en"),
            "senses": list(proposal.group.forms[0]),
        }
        click.echo(json.dumps(row, ensure_ascii=False))
    click.echo(f"{len(wanted)} groups; the first {min(top, len(wanted))} shown", err=True)


@taxonomy.command()
@DOCS
@WHERE
def coverage(docs: tuple[Path, ...], folder: Path | None) -> None:
    """Count the duties and requirements of DOCS that get a concept, one JSON object a document."""
    from podbor.builder.build import coverage_of

    try:
        for row in coverage_of(docs, _load(folder), on_error=_unreadable):
            click.echo(json.dumps(row, ensure_ascii=False))
    except PodborError as error:
        fail(str(error))


@taxonomy.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["skos", "rdfxml", "json", "csv"]),
    default="skos",
    show_default=True,
)
@click.option("--out", type=click.Path(path_type=Path), help="File to write; else stdout.")
@WHERE
def export(form: str, out: Path | None, folder: Path | None) -> None:
    """Write the taxonomy as SKOS (Turtle or RDF/XML), JSON or CSV."""
    from podbor.taxonomy.tables import to_csv, to_json

    loaded = _load(folder)
    if form in {"skos", "rdfxml"}:
        from podbor.taxonomy.skos import to_skos

        text = to_skos(loaded, form=form)
    else:
        text = to_json(loaded) if form == "json" else to_csv(loaded)
    if out is None:
        click.echo(text, nl=False)
    else:
        _write(out, text)


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, encoding="utf-8", newline="", delete=False
        ) as file:
            file.write(text)
        os.replace(file.name, path)  # noqa: PTH105 - a name, not a Path
    except OSError as error:
        fail(f"{path.name}: cannot be written: {error.strerror}")


@taxonomy.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write.")
@LANG
def import_(file: Path, out: Path, lang: str) -> None:
    """Read a SKOS file (.ttl, .rdf, .nt, .jsonld) or a CSV file of ESCO into a folder."""
    from podbor.taxonomy.esco import from_esco
    from podbor.taxonomy.files import write_taxonomy
    from podbor.taxonomy.skos import from_skos

    try:
        read = from_esco(file, language=lang) if file.suffix.lower() == ".csv" else from_skos(file)
        write_taxonomy(read, out)
    except (PodborError, OSError) as error:
        fail(str(error))
    click.echo(json.dumps({"concepts": len(read), "roles": len(read.roles)}))


@taxonomy.command()
@click.argument("concept")
@WHERE
@LANG
def show(concept: str, folder: Path | None, lang: str) -> None:
    """Show everything about a CONCEPT or role (its id)."""
    from podbor.taxonomy.tables import card_of

    try:
        click.echo("\n".join(card_of(_load(folder), concept, language=lang)))
    except KeyError as error:
        fail(str(error.args[0]))


@taxonomy.command()
@click.option("--facet", help="Only this facet, or 'role'.")
@WHERE
@LANG
def tree(facet: str | None, folder: Path | None, lang: str) -> None:
    """Show the hierarchy."""
    from podbor.taxonomy.tables import tree_lines

    lines: Iterator[str] = tree_lines(_load(folder), language=lang, facet=facet)
    click.echo("\n".join(lines))


@taxonomy.command()
@click.argument("text")
@WHERE
@LANG
def search(text: str, folder: Path | None, lang: str) -> None:
    """Find concepts and roles whose id or a name holds TEXT."""
    loaded = _load(folder)
    wanted = text.casefold()
    for concept in loaded.search(text):
        click.echo(f"{concept.id}\t{concept.label(lang)}")
    for role in loaded.roles.values():
        if any(wanted in name.casefold() for name in (role.id, *role.names)):
            click.echo(f"{role.id}\t{role.label(lang)}")


@taxonomy.command()
@WHERE
def stats(folder: Path | None) -> None:
    """Count concepts, forms, evidence, matches and roles: one JSON object a facet."""
    from podbor.taxonomy.tables import stats_of

    for row in stats_of(_load(folder)):
        click.echo(json.dumps(row, ensure_ascii=False))


@click.command("taxonomy")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@WHERE
@click.option("--proposal", is_flag=True, help="Measure the machine's grouping of these files.")
def evaluate_taxonomy_command(
    files: tuple[Path, ...], folder: Path | None, *, proposal: bool
) -> None:
    """Agreement of a taxonomy, or of the machine's proposal, with annotated units."""
    from podbor.annotated import load_documents
    from podbor.builder.measure import concept_spans, proposal_spans
    from podbor.evaluate import evaluate_taxonomy, rounded

    for path in files:
        try:
            documents = load_documents(path)
        except PodborError as error:
            fail(str(error))
        label = proposal_spans(documents) if proposal else concept_spans(_load(folder))
        figures = rounded(evaluate_taxonomy(documents, label))
        click.echo(json.dumps({"gold": path.name} | figures))


@taxonomy.command()
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write.")
@click.option("--format", "form", type=click.Choice(["svg", "png"]), default="svg")
@WHERE
@LANG
def picture(out: Path, form: str, folder: Path | None, lang: str) -> None:
    """Draw the tree and the matrix of roles and groups (needs matplotlib)."""
    from podbor.report.taxonomy_picture import draw_matrix, draw_tree

    loaded = _load(folder)
    out.mkdir(parents=True, exist_ok=True)
    draw_tree(loaded, out / f"taxonomy-tree.{form}", language=lang)
    draw_matrix(loaded, out / f"taxonomy-roles.{form}", language=lang)
