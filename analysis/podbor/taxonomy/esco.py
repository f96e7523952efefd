"""A taxonomy from ESCO's CSV files (``skills_en.csv``, ``occupations_en.csv`` and our slices)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from podbor.errors import TaxonomyError
from podbor.taxonomy.model import Concept, Taxonomy
from podbor.taxonomy.roles import Role
from podbor.taxonomy.skos import ESCO_BASE, label_patterns

COLUMNS = frozenset({"conceptUri", "preferredLabel"})
KNOWLEDGE = "knowledge"
LARGEST_FIELD = 1_000_000  # characters


def from_esco(path: Path, *, language: str = "en") -> Taxonomy:
    """Read one of ESCO's CSV files: occupations become roles, everything else concepts.

    Parameters
    ----------
    path : Path
        With the columns ``conceptUri`` and ``preferredLabel``; ``altLabels``, ``description``,
        ``skillType``, ``iscoGroup`` and ``conceptType`` are read where they are.
    language : str
        Of the labels: ``en``, or ``ru`` for a translation of one's own.

    Raises
    ------
    TaxonomyError
        If the file has not these columns or no row.
    """
    rows = list(_rows(path))
    concepts: dict[str, Concept] = {}
    roles: dict[str, Role] = {}
    for row in rows:
        if "/occupation/" in row["conceptUri"]:
            role = _role(row, language)
            roles.setdefault(role.id, role)
        else:
            concept = _concept(row, language)
            concepts.setdefault(concept.id, concept)
    if not concepts and not roles:
        message = f"{path.name}: no rows; give a CSV file of ESCO"
        raise TaxonomyError(message)
    return Taxonomy(concepts.values(), roles=roles.values())


def _rows(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(LARGEST_FIELD)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = COLUMNS - set(reader.fieldnames or ())
            if missing:
                message = f"{path.name}:1: no column {', '.join(sorted(missing))}; give ESCO's CSV"
                raise TaxonomyError(message)
            for row in reader:
                if row["conceptUri"] and row["preferredLabel"]:
                    yield {key: value or "" for key, value in row.items() if key}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        message = f"{path.name}: not a CSV file in UTF-8: {error}"
        raise TaxonomyError(message) from error


def _names(row: dict[str, str]) -> tuple[str, ...]:
    lines = row.get("altLabels", "").splitlines()
    return tuple(sorted({line.strip() for line in lines if line.strip()}))


def _slug(row: dict[str, str]) -> str:
    return row["conceptUri"].removeprefix(ESCO_BASE).rsplit("/", 1)[-1]


def _concept(row: dict[str, str], language: str) -> Concept:
    facet = KNOWLEDGE if row.get("skillType", "").strip() == KNOWLEDGE else "skill"
    label = row["preferredLabel"].strip()
    forms = label_patterns((label, *_names(row)))
    english = language == "en"
    return Concept(
        id=f"{facet}/{_slug(row)}",
        label_ru=label,
        label_en=label,
        forms_ru=() if english else forms,
        forms_en=forms if english else (),
        alt_ru=() if english else _names(row),
        alt_en=_names(row) if english else (),
        definition_en=" ".join(row.get("description", "").split()) if english else "",
    )


def _role(row: dict[str, str], language: str) -> Role:
    label = row["preferredLabel"].strip()
    english = language == "en"
    return Role(
        id=f"role/{_slug(row)}",
        label_ru=label,
        label_en=label,
        alt_ru=() if english else label_patterns(_names(row)),
        alt_en=label_patterns(_names(row)) if english else (),
        isco=row.get("iscoGroup", "").lstrip("C") or None,
        esco=(row["conceptUri"],),
    )
