"""ODT to text: every paragraph and heading in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from podbor.errors import EmptyFileError, EncryptedFileError, WrongTypeError
from podbor.readers.drafting import Draft
from podbor.readers.limits import Limits
from podbor.readers.packed import opened
from podbor.records import Document, Notice

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
MOST_SPACES = 100  # that one text:s element may stand for


def read_odt(name: str, data: bytes, limits: Limits) -> Document:
    """Read an OpenDocument text.

    Raises
    ------
    EncryptedFileError
        If a password is needed.
    WrongTypeError, EmptyFileError, ReadError
        If it is another kind of zip, has no words, is damaged or too large.
    """
    draft = Draft()
    with opened(name, data, limits) as package:
        if "content.xml" not in package.names:
            raise WrongTypeError(name, "a zip without content.xml")
        if "META-INF/manifest.xml" in package.names:
            manifest = package.read("META-INF/manifest.xml")
            if b"encryption-data" in manifest:
                raise EncryptedFileError(name)
        root = package.tree("content.xml")
    hidden = _hidden_styles(root)
    n_hidden = 0
    for element in root.iter(f"{TEXT}p", f"{TEXT}h"):
        if next(element.iterancestors(f"{TEXT}note"), None) is not None:
            continue
        text = "".join(_texts(element, hidden))
        n_hidden += len("".join("".join(element.itertext()).split())) - len("".join(text.split()))
        for line in text.split("\n"):
            draft.add(line, kind=_kind(element))
    if not draft.text:
        raise EmptyFileError(name, "no words in the document")
    notices = (Notice(code="hidden_text", detail=f"{n_hidden} characters"),) if n_hidden > 0 else ()
    return Document(name=name, format="odt", text=draft.text, blocks=draft.blocks, notices=notices)


def _hidden_styles(root: Any) -> frozenset[str]:
    """Names of styles whose text is not displayed."""
    return frozenset(
        style.get(f"{STYLE}name", "")
        for style in root.iter(f"{STYLE}style")
        for properties in style.iter(f"{STYLE}text-properties")
        if properties.get(f"{TEXT}display") == "none"
    )


def _texts(element: Any, hidden: frozenset[str]) -> Iterator[str]:
    if element.get(f"{TEXT}style-name") in hidden:
        return
    yield element.text or ""
    for child in element:
        if child.tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c", "1")
            yield " " * min(int(count) if count.isdigit() else 1, MOST_SPACES)
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif child.tag not in {f"{TEXT}note", f"{TEXT}p", f"{TEXT}h"} and isinstance(
            child.tag, str
        ):
            yield from _texts(child, hidden)
        yield child.tail or ""


def _kind(element: Any) -> str:
    if element.tag == f"{TEXT}h":
        return "heading"
    if next(element.iterancestors(f"{TEXT}list-item"), None) is not None:
        return "item"
    return (
        "cell"
        if next(element.iterancestors(f"{TABLE}table-cell"), None) is not None
        else "paragraph"
    )
