"""Files of a taxonomy: reading what people write and what the builder made, and writing the latter.

A built folder holds ``concepts.jsonl``, ``roles.jsonl`` and ``occurrences.jsonl``: one JSON object
a line, sorted, empty fields left out, so that a change shows as a changed line.  A folder of
``*.yaml`` lists is read too: the simplest way to write a taxonomy of one's own.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from podbor._resources import resource
from podbor.errors import TaxonomyError
from podbor.taxonomy.model import Concept, Crosswalk, Occurrence, Taxonomy
from podbor.taxonomy.roles import Role, RoleConcept

CONCEPTS, ROLES, OCCURRENCES = "concepts.jsonl", "roles.jsonl", "occurrences.jsonl"
BUILT = (CONCEPTS, ROLES, OCCURRENCES)
SORTED = ("alt_ru", "alt_en", "block_ru", "block_en", "next", "esco", "onet")  # of a role
INTEGERS = frozenset({"count", "documents", "level"})


@cache
def shipped_taxonomy() -> Taxonomy:
    """The taxonomy that comes with podbor, read once per process."""
    return read_taxonomy(resource("corpus", "taxonomy"))


def read_taxonomy(folder: Path) -> Taxonomy:
    """Read a folder.

    Raises
    ------
    TaxonomyError
        If a file is missing, cannot be parsed or breaks a rule; names file and line.
    """
    if not (folder / CONCEPTS).is_file():
        return Taxonomy(_read_yaml_folder(folder))
    return Taxonomy(
        [concept_of(row, where) for where, row in _read_lines(folder / CONCEPTS)],
        roles=[role_of(row, where) for where, row in _read_lines(folder / ROLES)],
        occurrences=[
            Occurrence(concept=concept, document=document, start=start, stop=stop)
            for _, row in _read_lines(folder / OCCURRENCES)
            for document, concepts in row.items()
            for concept, spans in concepts.items()
            for start, stop in spans
        ],
    )


def write_taxonomy(taxonomy: Taxonomy, folder: Path) -> None:
    """Write the built files, all or none: to a temporary place, then renamed.

    Raises
    ------
    OSError
        If the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        new = Path(place)
        _write_lines(new / CONCEPTS, map(row_of, taxonomy.values()))
        _write_lines(new / ROLES, map(row_of, taxonomy.roles.values()))
        _write_lines(new / OCCURRENCES, _by_document(taxonomy.occurrences))
        for name in BUILT:
            shutil.move(new / name, folder / name)


def _by_document(occurrences: Iterable[Occurrence]) -> Iterator[dict[str, Any]]:
    """One row a document: concept to its offsets."""
    found: dict[str, dict[str, list[list[int]]]] = {}
    for item in occurrences:
        spans = found.setdefault(item.document, {}).setdefault(item.concept, [])
        spans.append([item.start, item.stop])
    for document in sorted(found):
        yield {document: found[document]}


def row_of(record: Concept | Role) -> dict[str, Any]:
    """A record as a JSON object, empty fields left out.

    >>> row_of(Concept(id="tool/crm", label_ru="CRM-система", label_en="CRM"))
    {'id': 'tool/crm', 'label_ru': 'CRM-система', 'label_en': 'CRM'}
    """
    row = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if value not in (field.default, ()):
            row[field.name] = _plain(value)
    return row


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Crosswalk | RoleConcept):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return value


def concept_of(row: dict[str, Any], where: str, *, group: bool = False) -> Concept:
    """A concept from a JSON or YAML object.

    Raises
    ------
    TaxonomyError
        If a key is missing or unknown.
    """
    values = _values(Concept, row, where)
    values["matches"] = tuple(_nested(Crosswalk, item, where) for item in row.get("matches") or ())
    for key in ("label_ru", "label_en"):
        values.setdefault(key, "")
    values["broader"] = values.get("broader") or None
    values["group"] = bool(row.get("group", group))
    return Concept(**values)


def role_of(row: dict[str, Any], where: str) -> Role:
    """A role from a JSON or YAML object.

    Raises
    ------
    TaxonomyError
        If a key is missing or unknown.
    """
    values = _values(Role, row, where)
    items = row.get("concepts") or ()
    values["concepts"] = tuple(_nested(RoleConcept, item, where) for item in items)
    for key in ("label_ru", "label_en"):
        values.setdefault(key, "")
    for key in SORTED:
        values[key] = tuple(sorted(values.get(key, ())))
    return Role(**values)


def _values(kind: type[Concept | Role], row: Any, where: str) -> dict[str, Any]:
    """Fields of a record: lists to tuples of str, the rest to str or int."""
    if not isinstance(row, dict) or not row.get("id"):
        message = f"{where}: an entry without id: {str(row)[:60]!r}"
        raise TaxonomyError(message)
    known = {field.name for field in fields(kind)}
    unknown = set(row) - known
    if unknown:
        message = f"{where}: {row['id']}: unknown keys {sorted(unknown)}; known are {sorted(known)}"
        raise TaxonomyError(message)
    values: dict[str, Any] = {}
    for key, value in row.items():
        if isinstance(value, list):
            values[key] = tuple(str(item) for item in value)
        elif value is not None:
            values[key] = int(value) if key in INTEGERS else str(value)
    return values


def _nested(kind: Any, item: Any, where: str) -> Any:
    try:
        return kind(**item)
    except TypeError as error:
        message = f"{where}: {str(item)[:60]!r} is no {kind.__name__}: {error}"
        raise TaxonomyError(message) from error


def _read_lines(path: Path) -> Iterator[tuple[str, Any]]:
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path.name}:{number}"
        try:
            yield where, json.loads(line)
        except ValueError as error:
            message = f"{where}: not a JSON object: {error}; run podbor taxonomy build again"
            raise TaxonomyError(message) from error


def _write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _read_yaml_folder(folder: Path) -> Iterator[Concept]:
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        message = f"{folder}: no concepts.jsonl and no *.yaml files; see docs/taxonomy.md"
        raise TaxonomyError(message)
    for path in paths:
        for where, row in read_rows(path):
            yield concept_of(row, where, group=path.name.startswith("groups"))


def read_rows(path: Path) -> Iterator[tuple[str, Any]]:
    """Entries of a YAML list, each with its file and line.

    Raises
    ------
    TaxonomyError
        If the file is no YAML or no list.
    """
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        loader = base(path.read_text(encoding="utf-8"))
        root = loader.get_single_node()
        if root is None:
            return
        if not isinstance(root, yaml.SequenceNode):
            message = f"{path.name}: must be a list (docs/taxonomy.md)"
            raise TaxonomyError(message)
        for node in root.value:
            yield f"{path.name}:{node.start_mark.line + 1}", loader.construct_document(node)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        message = f"{path.name}: not a YAML file: {error}"
        raise TaxonomyError(message) from error
