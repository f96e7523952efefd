"""Figures of ``podbor evaluate statements`` as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

LONGEST_QUOTE = 110  # characters of a unit
WIDTH = 12


def statement_tables(name: str, found: Mapping[str, Any], *, worst: int) -> str:
    """Tables of one annotated file.

    Parameters
    ----------
    name : str
        Of the file.
    found : dict
        What :func:`podbor.evaluate.evaluate_statements` gave.
    worst : int
        How many concepts, and how many units, with most errors to show.
    """
    return "\n".join(_lines(name, found, worst))


def _lines(name: str, found: Mapping[str, Any], worst: int) -> Iterator[str]:
    kinds = found["kind_group"]
    yield f"{name}: {found['documents']} documents, {found['units']} units"
    yield ""
    yield f"kinds, 5 groups: accuracy {kinds['accuracy']:.3f}, macro F1 {kinds['macro_f1']:.3f}"
    yield f"kinds, fine: macro F1 {found['kind_fine']['macro_f1']:.3f}"
    yield from _confusion(found["confusion"])
    yield ""
    yield _row("concepts", ["P", "R", "F1", "right", "extra", "missed"])
    for key in ("concepts", "duty", "skill", "new"):
        yield _row(key, _cells(found[key]))
    modality = found["modality"]
    if modality["n"]:
        yield ""
        yield f"modality of {modality['n']} found concepts: accuracy {modality['accuracy']:.3f}"
        for label in ("not", "nice"):
            yield _row(label, _cells(modality[label]))
    yield from _worst(found["errors"], worst)


def _cells(figures: Mapping[str, Any]) -> list[str]:
    shares = [f"{figures[key]:.3f}" for key in ("p", "r", "f1")]
    return [*shares, *(str(figures[key]) for key in ("tp", "fp", "fn"))]


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:{WIDTH}}" + "".join(f"{cell:>{WIDTH}}" for cell in cells)


def _confusion(counts: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Rows are what people said, columns what was found."""
    groups = sorted({*counts, *(found for row in counts.values() for found in row)})
    yield _row("people \\ us", groups)
    for group in sorted(counts):
        yield _row(group, [str(counts[group].get(found, 0)) for found in groups])


def _worst(errors: Sequence[Mapping[str, Any]], worst: int) -> Iterator[str]:
    missed = Counter(concept for error in errors for concept in error["missed"])
    extra = Counter(concept for error in errors for concept in error["extra"])
    for title, counter in (("most missed", missed), ("most often extra", extra)):
        if counter:
            rows = sorted(counter.items(), key=lambda row: (-row[1], row[0]))[:worst]
            yield ""
            yield f"{title}: " + ", ".join(f"{concept} {n}" for concept, n in rows)
    ranked = sorted(errors, key=lambda e: (-len(e["missed"]) - len(e["extra"]), e["document"]))
    if ranked[:worst]:
        yield ""
        yield "worst units:"
    for error in ranked[:worst]:
        quote = " ".join(error["text"].split())[:LONGEST_QUOTE]
        kind = f"{error['kind'][0]} → {error['kind'][1]}" if len(set(error["kind"])) > 1 else ""
        yield f"  {error['document']} {kind} «{quote}»"
        for label in ("missed", "extra"):
            if error[label]:
                yield f"    {label}: {', '.join(error[label])}"


FIT_FIGURES = ("spearman", "ndcg5", "auc", "brier", "ece")


def fit_tables(name: str, found: Mapping[str, Any], *, worst: int) -> str:
    """Tables of one file of graded pairs: ours, baselines, without each group, worst pairs.

    Parameters
    ----------
    name : str
        Of the file.
    found : dict
        What :func:`podbor.evaluate_fit.evaluate_pairs` gave.
    worst : int
        How many pairs to show.
    """
    return "\n".join(_fit_lines(name, found, worst))


def _fit_lines(name: str, found: Mapping[str, Any], worst: int) -> Iterator[str]:
    yield f"{name}: {found['pairs']} pairs; value [95 % interval, drawn over postings]"
    yield _fit_row("", FIT_FIGURES)
    yield _fit_row("podbor", _fit_cells(found["podbor"]))
    for baseline, figures in found["baselines"].items():
        kept = {key: figures[key] for key in ("spearman", "ndcg5", "auc")}
        yield _fit_row(baseline, _fit_cells(kept))
    yield ""
    yield "ours with one group of features silenced"
    for group, figures in found["without"].items():
        yield _fit_row(group, _fit_cells(figures))
    yield ""
    yield "worst pairs: grade, expected grade, score, what weighed most"
    for row in found["worst"][:worst]:
        most = ", ".join(f"{feature} {points:+.2f}" for feature, points in row["most"].items())
        yield (
            f"  {row['posting']} {row['resume']}: {row['grade']:.1f} {row['expected']:.2f} "
            f"{row['score']:.2f} {most}"
        )


def _fit_row(name: str, cells: Sequence[str]) -> str:
    return f"{name:16}" + "".join(f"{cell:>22}" for cell in cells)


def _fit_cells(figures: Mapping[str, Any]) -> list[str]:
    cells = []
    for key in FIT_FIGURES:
        if key not in figures:
            cells.append("")
            continue
        value, low, high = figures[key]
        cells.append(f"{value:.3f} [{low:.2f}, {high:.2f}]")
    return cells
