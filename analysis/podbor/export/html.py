"""Records as HTML for notebooks: the values in a table, and the text with the evidence marked."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from podbor.export.values import plain, values_of
from podbor.records import Posting, Resume, Value

LONGEST = 20_000  # characters of the text shown
STYLE = "white-space:pre-wrap;max-height:30em;overflow:auto;border:1px solid #ccc;padding:.5em"


def record_html(record: Resume | Posting) -> str:
    """Table of values and the text with their evidence marked; everything escaped.

    Examples
    --------
    >>> from podbor.parse.posting import parse_posting
    >>> "<mark" in record_html(parse_posting("Оператор чата"))
    True
    >>> "<script" in record_html(parse_posting("Оператор <script>alert(1)</script>"))
    False
    """
    found = list(values_of(record))
    rows = "".join(_row(name, value) for name, value in found)
    head = "<tr><th>field</th><th>value</th><th>words</th><th>confidence</th></tr>"
    warnings = "".join(f"<li>{escape(n.code)} {escape(n.detail)}</li>" for n in record.notices)
    text = "".join(_marked(record.document.text[:LONGEST], found))
    return (
        f"<div><b>{type(record).__name__}</b><table>{head}{rows}</table>"
        f"<ul>{warnings}</ul><div style='{STYLE}'>{text}</div></div>"
    )


def _row(name: str, value: Value[Any]) -> str:
    cells = (name, plain(value.value), value.text[:80], f"{value.confidence:.2f}")
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _marked(text: str, found: list[tuple[str, Value[Any]]]) -> Iterator[str]:
    """Text with marks around the evidence; of overlapping values the first one is marked."""
    at = 0
    for name, value in sorted(found, key=_start):
        if value.start < at or value.stop > len(text):
            continue
        yield escape(text[at : value.start])
        evidence = escape(text[value.start : value.stop])
        yield f"<mark title='{escape(name, quote=True)}'>{evidence}</mark>"
        at = value.stop
    yield escape(text[at:])


def _start(pair: tuple[str, Value[Any]]) -> tuple[int, int]:
    return pair[1].start, -pair[1].stop
