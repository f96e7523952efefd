"""Every value of a record with the name of its field, in the order of the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass
from typing import Any

from podbor.parse.conditions import by_kind
from podbor.records import (
    Ability,
    Hours,
    Job,
    Pay,
    Posting,
    Resume,
    Spoken,
    Statement,
    Study,
    Value,
)

SKIPPED = frozenset({"document", "statements"})


def values_of(record: Resume | Posting) -> Iterator[tuple[str, Value[Any]]]:
    """Names such as ``salary``, ``phones[0]``, ``jobs[1].title`` and their values.

    Examples
    --------
    >>> from podbor.parse.posting import parse_posting
    >>> [name for name, _ in values_of(parse_posting("Оператор чата, график 2/2"))]
    ['title', 'schedule[0]']
    """
    for field in fields(record):
        if field.name not in SKIPPED:
            yield from _values(field.name, getattr(record, field.name))


def _values(name: str, found: Any) -> Iterator[tuple[str, Value[Any]]]:
    if isinstance(found, Value):
        yield name, found
    elif isinstance(found, tuple):
        for i, each in enumerate(found):
            yield from _values(f"{name}[{i}]", each)
    elif isinstance(found, (Job, Study)) or (is_dataclass(found) and name == "personal"):
        for field in fields(found):  # a dataclass by the test above
            yield from _values(f"{name}.{field.name}", getattr(found, field.name))


def as_dict(record: Resume | Posting) -> dict[str, Any]:
    """The whole record as dicts and lists, the document by its name and format.

    A posting gets its duties, requirements with modality, tools and conditions by kind beside the
    statements they are taken from; a resume its abilities.
    """
    row = asdict(record)
    document = row.pop("document")
    found = {"file": document["name"], "format": document["format"]} | row
    if isinstance(record, Resume):
        return found | {"abilities": [_ability(ability) for ability in record.abilities]}
    return found | _offers(record)


def _ability(ability: Ability) -> dict[str, Any]:
    last = ability.last_used
    return {
        "concept": ability.concept,
        "listed": ability.listed,
        "shown": ability.shown,
        "months": ability.months,
        "last_used": asdict(last) if last else None,
    }


def _offers(posting: Posting) -> dict[str, Any]:
    conditions = {
        kind: [_line(statement) for statement in statements]
        for kind, statements in by_kind(posting.conditions).items()
    }
    return {
        "duties": [_line(statement) for statement in posting.duties],
        "requirements": [
            _line(statement) | {"kind": statement.kind, "modality": statement.modality}
            for statement in posting.requirements
        ],
        "tools": sorted({mention.concept for mention in posting.tools}),
        "conditions": conditions,
    }


def _line(statement: Statement) -> dict[str, Any]:
    return {
        "text": statement.text,
        "start": statement.start,
        "stop": statement.stop,
        "concepts": sorted({mention.concept for mention in statement.mentions}),
    }


def plain(value: Any) -> str:
    """A value in a few characters.

    Examples
    --------
    >>> plain(Pay(minimum=40000, currency="RUB", period="month"))
    'from 40000 RUB/month'
    >>> plain(Spoken(code="en", level="B2"))
    'en B2'
    """
    if isinstance(value, Pay):
        return _pay(value)
    if isinstance(value, Spoken):
        return " ".join(part for part in (value.code, value.level) if part)
    if isinstance(value, Hours):
        low, high = f"{value.minimum:g}", f"{value.maximum:g}"
        return f"{low if low == high else f'{low}-{high}'} h/{value.per}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _pay(pay: Pay) -> str:
    low, high = (None if each is None else f"{each:.10g}" for each in (pay.minimum, pay.maximum))
    if low == high:
        bounds = low or ""
    elif low and high:
        bounds = f"{low}-{high}"
    else:
        bounds = f"from {low}" if low else f"to {high}"
    unit = f"{pay.currency or '?'}/{pay.period or '?'}"
    tax = "" if pay.gross is None else " gross" if pay.gross else " net"
    return f"{bounds} {unit}{tax}{' + bonus' if pay.bonus else ''}"
