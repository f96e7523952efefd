"""Annotated documents from files: JSON, our own lines, and labels of texts that lie elsewhere.

A document is ``{"id", "text", "units": [{"start", "stop", "kind", "concepts", "modality",
"concept_modality"}]}``, offsets half-open, in code points of ``text``.
"""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from zlib import crc32

from podbor.errors import DataError
from podbor.sections.modality import ALWAYS_NOT

ENDS = (".", ":", "?", "!", ";")  # a line that needs no full stop in a paragraph
COLUMNS = ("kind", "concepts", "modality", "text")
FIELDS = ("text", "job_description")  # of a row of a collection, the first that is there
SPLIT_FIELDS = {"duties": "Обязанности:", "requirements": "Требования:", "conditions": "Условия:"}
BLOCK_TAG = re.compile(r"<(br|/p|/li|/div|/ul|/ol|/h\d|p|li|ul|ol|div|h\d)[^>]*>", re.IGNORECASE)
TAG = re.compile(r"<[^>]+>")
SPACED_BREAK = re.compile(r"[ \t]*\n\s*")
SINGLE_LINES = frozenset({"weak_section_lines"})  # label files of lines that stand alone
PARAPHRASES = "para_"  # own files of statements that stand alone
FOLDS = 3
LONGEST_CELL = 10_000_000  # characters

Document = dict[str, Any]


def fold_of(group: str) -> int:
    """Fold of a document, or of a line that stands alone: models are measured without it."""
    return crc32(group.encode()) % FOLDS


def load_documents(path: Path) -> list[Document]:
    """Read annotated documents.

    Parameters
    ----------
    path : Path
        ``.json``: a list of documents; ``.tsv``: our own lines (:func:`own_documents`).

    Raises
    ------
    DataError
        If the file has another form.
    """
    if path.suffix == ".tsv":
        return own_documents(path)
    try:
        documents = json.loads(path.read_text(encoding="utf-8"))
        for document in documents if isinstance(documents, list) else [documents]:
            _ = document["text"], [(u["start"], u["stop"], u["kind"]) for u in document["units"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{path.name}: not annotated documents ({type(error).__name__}: {error})"
        raise DataError(message) from error
    return list(documents)


def own_documents(path: Path) -> list[Document]:
    """Our own annotated lines as documents, parted by blank lines.

    A row is ``kind<TAB>concepts<TAB>modality<TAB>line``; concepts are ids parted by commas, with a
    modality of their own after a colon (``tool/crm:nice``).

    Raises
    ------
    DataError
        If a row has other columns.
    """
    found = []
    for number, block in enumerate(path.read_text(encoding="utf-8").strip().split("\n\n")):
        rows = [line.split("\t") for line in block.splitlines()]
        if any(len(row) != len(COLUMNS) or not row[-1] for row in rows):
            message = f"{path.name}: rows are {', '.join(COLUMNS)}; document {number + 1} is not so"
            raise DataError(message)
        found.append(_document(f"{path.stem}-{number}", rows, "\n"))
    return found


def flattened(document: Document, *, dots: bool = True) -> Document:
    """Put a document into one paragraph, as many sites do, with or without stops at line ends."""
    rows = []
    for unit in document["units"]:
        line = document["text"][unit["start"] : unit["stop"]]
        if dots and not line.endswith(ENDS):
            line = f"{line}."
        rows.append((unit, line if dots else line.rstrip(".;")))
    return {
        "id": f"{document['id']}-flat{'' if dots else '-bare'}",
        "text": " ".join(line for _, line in rows),
        "units": list(_placed(rows, " ")),
    }


def _document(name: str, rows: Sequence[Sequence[str]], between: str) -> Document:
    units = [(_unit(kind, concepts, modality), text) for kind, concepts, modality, text in rows]
    return {
        "id": name,
        "text": between.join(text for _, text in units),
        "units": list(_placed(units, between)),
    }


def _placed(units: Sequence[tuple[Mapping[str, Any], str]], between: str) -> Iterator[Document]:
    at = 0
    for unit, text in units:
        yield {**unit, "start": at, "stop": at + len(text)}
        at += len(text) + len(between)


def _unit(kind: str, concepts: str, modality: str) -> Document:
    ids: list[str] = []
    own: dict[str, str] = {}
    for part in filter(None, concepts.split(",")):
        concept, _, its = part.partition(":")
        ids.append(concept)
        if its or concept in ALWAYS_NOT:
            own[concept] = its or "not"
    overall = modality or ("must" if ids else "-")
    return {"kind": kind, "concepts": ids, "modality": overall, "concept_modality": own}


def labelled_documents(path: Path, *, data: Path) -> list[Document]:
    """Documents of a collection that is not ours, with our labels.

    A label file names its source on the first line (``# ru/postings.jsonl``), each row of it that
    is labelled (``## row checksum``) and the units: ``start, stop, kind, concepts, modality``.

    Parameters
    ----------
    path : Path
        The label file, a ``.tsv``.
    data : Path
        Folder that holds the sources.

    Raises
    ------
    DataError
        If a source is missing, a row of it has changed, or a line has another form.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    texts = _source_texts(data / lines[0].removeprefix("# "))
    documents: list[Document] = []
    for line in lines[1:]:
        if line.startswith("## "):
            documents.append(_labelled(path, texts, line))
            continue
        try:
            start, stop, kind, concepts, modality = line.split("\t")
            place = {"start": int(start), "stop": int(stop)}
        except ValueError as error:
            message = f"{path.name}: {line!r} is not start, stop, kind, concepts, modality"
            raise DataError(message) from error
        documents[-1]["units"].append(_unit(kind, concepts, modality) | place)
    return documents


def _labelled(path: Path, texts: Sequence[str], line: str) -> Document:
    _, row, checksum = line.split()
    text = texts[int(row)]
    if checksum_of(text) != checksum:
        message = f"{path.name}: row {row} of its source is another text now; label it again"
        raise DataError(message)
    return {"id": f"{path.stem}-{row}", "text": text, "units": []}


def checksum_of(text: str) -> str:
    """First 12 digits of the text's SHA-256."""
    return sha256(text.encode("utf-8")).hexdigest()[:12]


@cache
def _source_texts(path: Path) -> tuple[str, ...]:
    try:
        if path.suffix == ".jsonl":
            with path.open(encoding="utf-8") as lines:
                return tuple(row_text(json.loads(line)) for line in lines)
        with path.open(encoding="utf-8", newline="") as lines:
            if path.suffix == ".tsv":
                return tuple(line.rstrip("\n").split("\t")[-1] for line in lines)
            csv.field_size_limit(LONGEST_CELL)
            return tuple(row_text(row) for row in csv.DictReader(lines))
    except (OSError, ValueError) as error:
        message = f"{path}: cannot read this source of labels ({error}); name its folder"
        raise DataError(message) from error


def row_text(row: Mapping[str, Any]) -> str:
    """Text of a row of a collection.  Labels hold offsets into it, so it may not change."""
    for field in FIELDS:
        if row.get(field):
            return _untagged(str(row[field]))
    parts = [(heading, row.get(field)) for field, heading in SPLIT_FIELDS.items()]
    return "\n".join(f"{heading}\n{_untagged(str(text))}" for heading, text in parts if text)


def _untagged(text: str) -> str:
    if "<" in text and ">" in text:
        text = TAG.sub("", BLOCK_TAG.sub("\n", text))
    return SPACED_BREAK.sub("\n", html.unescape(text)).strip()


@dataclass(frozen=True)
class Material:
    """What the models of statements learn from.

    Parameters
    ----------
    gold : list of dict
        Documents on which rules and forms were written too.
    labelled : dict of str to list of dict
        Name of a label file to its documents.
    own : dict of str to list of dict
        Name of a file of our own lines to its documents.
    """

    gold: list[Document]
    labelled: dict[str, list[Document]]
    own: dict[str, list[Document]]

    def counts(self) -> dict[str, Any]:
        """Number of documents and units, for a model's card."""
        groups = {"gold": {"gold": self.gold}, "labelled": self.labelled, "own": self.own}
        return {
            name: {
                "documents": sum(len(documents) for documents in files.values()),
                "units": sum(len(d["units"]) for documents in files.values() for d in documents),
            }
            for name, files in groups.items()
        }


def load_material(
    gold: Iterable[Path], own: Iterable[Path], labels: Iterable[Path], data: Path
) -> Material:
    """Read all files that the models of statements are trained on.

    Parameters
    ----------
    gold : iterable of Path
        Annotated documents, ``.json``.
    own, labels : iterable of Path
        Files, or folders whose ``.tsv`` files are read in the order of their names.
    data : Path
        Folder of the labels' sources.

    Raises
    ------
    DataError
        If a file has another form.
    """
    return Material(
        gold=[document for path in gold for document in load_documents(path)],
        labelled={p.stem: labelled_documents(p, data=data) for p in _tables(labels)},
        own={p.stem: own_documents(p) for p in _tables(own)},
    )


def _tables(paths: Iterable[Path]) -> list[Path]:
    return [
        file for path in paths for file in (sorted(path.glob("*.tsv")) if path.is_dir() else [path])
    ]
