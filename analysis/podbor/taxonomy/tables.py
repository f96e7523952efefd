"""A taxonomy as tables, JSON and text for people."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from podbor.taxonomy.files import row_of
from podbor.taxonomy.model import FACETS, Concept, Taxonomy
from podbor.taxonomy.roles import Role

if TYPE_CHECKING:
    import pandas as pd

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # first characters that a spreadsheet runs
MOST_EVIDENCE = 12  # places shown on a card
MOST_CONCEPTS = 15  # of a role on its card
LANGUAGES = ("ru", "en")


def to_json(taxonomy: Taxonomy) -> str:
    """Concepts, roles and evidence as one JSON object."""
    value = {
        "concepts": [row_of(concept) for concept in taxonomy.values()],
        "roles": [row_of(role) for role in taxonomy.roles.values()],
        "occurrences": [
            [item.concept, item.document, item.start, item.stop] for item in taxonomy.occurrences
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def to_csv(taxonomy: Taxonomy) -> str:
    """One row a concept; lists joined by `` | ``; cells that a spreadsheet would run are quoted."""
    rows = list(concept_rows(taxonomy))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]) if rows else ["id"], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def concept_rows(taxonomy: Taxonomy) -> Iterator[dict[str, Any]]:
    """Flat rows of concepts."""
    for concept in taxonomy.values():
        yield {
            "id": concept.id,
            "facet": concept.facet,
            "broader": concept.broader or "",
            "group": concept.group,
            "label_ru": concept.label_ru,
            "label_en": concept.label_en,
            "alt_ru": " | ".join(concept.alt_ru),
            "alt_en": " | ".join(concept.alt_en),
            "definition_ru": concept.definition_ru,
            "definition_en": concept.definition_en,
            "n_forms_ru": len(concept.forms_ru),
            "n_forms_en": len(concept.forms_en),
            "count": concept.count,
            "documents": concept.documents,
            "matches": " | ".join(f"{m.scheme} {m.kind} {m.uri}" for m in concept.matches),
        }


def to_frame(taxonomy: Taxonomy) -> pd.DataFrame:
    """Concepts as a DataFrame, indexed by id.

    >>> import podbor
    >>> to_frame(podbor.Taxonomy.load()).loc["tool/crm", "label_en"]
    'CRM'
    """
    import pandas as pd

    return pd.DataFrame(list(concept_rows(taxonomy))).set_index("id")


def role_frame(taxonomy: Taxonomy) -> pd.DataFrame:
    """Concepts of roles as a DataFrame: role, concept, count, documents, lift."""
    import pandas as pd

    rows = [
        {
            "role": role.id,
            "concept": row.concept,
            "count": row.count,
            "documents": row.documents,
            "lift": row.lift,
        }
        for role in taxonomy.roles.values()
        for row in role.concepts
    ]
    return pd.DataFrame(rows, columns=["role", "concept", "count", "documents", "lift"])


def stats_of(taxonomy: Taxonomy) -> Iterator[dict[str, Any]]:
    """Counts for each facet, then for roles."""
    for facet in FACETS:
        concepts = [concept for concept in taxonomy.matchable if concept.facet == facet]
        if not concepts:
            continue
        yield {
            "facet": facet,
            "groups": sum(c.group and c.facet == facet for c in taxonomy.values()),
            "concepts": len(concepts),
            "forms_ru": sum(len(concept.forms_ru) for concept in concepts),
            "forms_en": sum(len(concept.forms_en) for concept in concepts),
            "occurrences": sum(concept.count for concept in concepts),
            "without_evidence": sum(not concept.count for concept in concepts),
            "matched": sum(bool(concept.matches) for concept in concepts),
            "no_match": sum(bool(concept.no_match) for concept in concepts),
        }
    if taxonomy.roles:
        yield {
            "facet": "role",
            "concepts": len(taxonomy.roles),
            "with_concepts": sum(bool(role.concepts) for role in taxonomy.roles.values()),
        }


def tree_lines(
    taxonomy: Taxonomy, *, language: str = "en", facet: str | None = None
) -> Iterator[str]:
    """The hierarchy, two spaces a level, with counts."""
    for name in FACETS:
        top = [c for c in taxonomy.values() if c.facet == name and c.broader is None]
        if top and facet in {None, name}:
            yield name
            yield from _branches(taxonomy, top, language, 1)
    roles = [role for role in taxonomy.roles.values() if role.broader is None]
    if roles and facet in {None, "role"}:
        yield "role"
        yield from _role_branches(taxonomy, roles, language, 1)


def _branches(
    taxonomy: Taxonomy, concepts: Iterable[Concept], language: str, depth: int
) -> Iterator[str]:
    for concept in concepts:
        count = f"  ×{concept.count}" if concept.count else ""
        yield f"{'  ' * depth}{concept.id}  {concept.label(language)}{count}"
        below = [taxonomy[name] for name in taxonomy.narrower(concept.id)]
        yield from _branches(taxonomy, below, language, depth + 1)


def _role_branches(
    taxonomy: Taxonomy, roles: Iterable[Role], language: str, depth: int
) -> Iterator[str]:
    for role in sorted(roles, key=_by_level):
        yield f"{'  ' * depth}{role.id}  {role.label(language)}  level {role.level}"
        below = [other for other in taxonomy.roles.values() if other.broader == role.id]
        yield from _role_branches(taxonomy, below, language, depth + 1)


def _by_level(role: Role) -> tuple[int, str]:
    return role.level, role.id


def card_of(taxonomy: Taxonomy, name: str, *, language: str = "en") -> Iterator[str]:
    """Everything about a concept or a role, line by line.

    Raises
    ------
    KeyError
        If there is none; suggests the nearest id.
    """
    if name in taxonomy.roles:
        return _role_card(taxonomy, taxonomy.roles[name], language)
    if name in taxonomy:
        return _concept_card(taxonomy, taxonomy[name], language)
    import difflib

    near = difflib.get_close_matches(name, [*taxonomy, *taxonomy.roles], n=1)
    message = f"{name} is no concept or role" + (f"; did you mean {near[0]}?" if near else "")
    raise KeyError(message)


def _concept_card(taxonomy: Taxonomy, concept: Concept, language: str) -> Iterator[str]:
    yield concept.id
    yield f"  ru: {concept.label_ru}"
    yield f"  en: {concept.label_en}"
    if concept.definition(language):
        yield f"  definition: {concept.definition(language)}"
    note = concept.note_ru if language == "ru" else concept.note_en
    if note:
        yield f"  note: {note}"
    above = " < ".join(taxonomy[name].label(language) for name in taxonomy.broader(concept.id))
    if above:
        yield f"  broader: {above}"
    for title, values in (
        ("also ru", concept.alt_ru),
        ("also en", concept.alt_en),
        ("narrower", taxonomy.narrower(concept.id)),
        ("forms ru", concept.forms_ru),
        ("forms en", concept.forms_en),
        ("not", concept.blocks),
    ):
        if values:
            yield f"  {title}: {'; '.join(values)}"
    for match in concept.matches:
        yield f"  {match.scheme} {match.kind}Match: {match.uri} {match.label}".rstrip()
    if concept.no_match:
        yield f"  no match: {concept.no_match}"
    yield f"  evidence: {concept.count} places in {concept.documents} documents"
    places = [item for item in taxonomy.occurrences if item.concept == concept.id]
    for item in places[:MOST_EVIDENCE]:
        yield f"    {item.document} {item.start}-{item.stop}"
    if len(places) > MOST_EVIDENCE:
        yield f"    … {len(places) - MOST_EVIDENCE} more"


def _role_card(taxonomy: Taxonomy, role: Role, language: str) -> Iterator[str]:
    yield role.id
    yield f"  ru: {role.label_ru}"
    yield f"  en: {role.label_en}"
    definition = role.definition_ru if language == "ru" else role.definition_en
    if definition:
        yield f"  definition: {definition}"
    yield f"  level: {role.level}   ISCO: {role.isco or '–'}   ОКЗ: {role.okz or '–'}"
    for title, values in (
        ("kind of", (role.broader,) if role.broader else ()),
        ("next", role.next),
        ("also ru", role.alt_ru),
        ("also en", role.alt_en),
        ("not", role.blocks),
        ("ESCO", role.esco),
        ("O*NET", role.onet),
    ):
        if values:
            yield f"  {title}: {'; '.join(values)}"
    for row in role.concepts[:MOST_CONCEPTS]:
        concept = taxonomy.get(row.concept)
        label = concept.label(language) if concept else row.concept
        yield f"    ×{row.lift:<5} {row.count:>3} in {row.documents}  {label}"
