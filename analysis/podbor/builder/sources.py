"""From paths to documents cut to parts, each with its statements and phrases."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from podbor.builder.scrape import Part, parts_of
from podbor.errors import DataError, ReadError
from podbor.linking.phrases import Phrase, PhraseFinder
from podbor.matching.matcher import ConceptMatcher
from podbor.readers import read
from podbor.records import Mention, Statement
from podbor.sections.analyse import ASKING, analyse

TABLES = frozenset({".tsv", ".csv", ".jsonl"})  # tables beside documents, such as a list of parts


@dataclass(frozen=True, slots=True)
class Source:
    """A document as the builder sees it.

    Parameters
    ----------
    id : str
        File name without its ending, after the name of its folder; ``#n`` is the n-th document of
        a file that holds several.
    sha256 : str
        Of the text of the file.
    kind : str
        As in :class:`~podbor.builder.scrape.Part`.
    title : str
        Its first line.
    statements : tuple of Statement
        Offsets point into the text of the file.
    phrases : tuple of Phrase
        Candidates, in the order of the text.
    """

    id: str
    sha256: str
    kind: str
    title: str
    statements: tuple[Statement, ...]
    phrases: tuple[Phrase, ...]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Mentions of all statements, in the order of the text."""
        return tuple(mention for statement in self.statements for mention in statement.mentions)


def read_sources(
    paths: Iterable[Path],
    *,
    matcher: ConceptMatcher,
    is_title: Callable[[str], bool] | None = None,
    on_error: Callable[[ReadError], None] | None = None,
) -> tuple[Source, ...]:
    """Read files and folders; a file that cannot be read is told of and left out.

    Raises
    ------
    DataError
        If nothing could be read.
    """
    finder = PhraseFinder()
    found: list[Source] = []
    for folder, path in _files(paths):
        try:
            text = read(path).text
        except ReadError as error:
            if on_error is not None:
                on_error(error)
            continue
        name = f"{folder}/{path.stem}" if folder else path.stem
        found += sources_of(name, text, matcher=matcher, finder=finder, is_title=is_title)
    if not found:
        message = "no document with text was found; give files or folders of .txt, .md, .docx …"
        raise DataError(message)
    return tuple(found)


def sources_of(
    name: str,
    text: str,
    *,
    matcher: ConceptMatcher,
    finder: PhraseFinder,
    is_title: Callable[[str], bool] | None = None,
) -> Iterator[Source]:
    """Documents of one text; furniture is left out."""
    parts = parts_of(text, is_title=is_title) if is_title else parts_of(text)
    content = [part for part in parts if part.kind != "noise"]
    checksum = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    for number, part in enumerate(content, 1):
        statements = _statements(text, part, matcher)
        yield Source(
            id=f"{name}#{number}" if len(content) > 1 else name,
            sha256=checksum,
            kind=part.kind,
            title=part.title,
            statements=statements,
            phrases=tuple(
                phrase
                for statement in statements
                if statement.kind in ASKING
                for phrase in finder.find(statement)
            ),
        )


def _statements(text: str, part: Part, matcher: ConceptMatcher) -> tuple[Statement, ...]:
    """Statements of a part, with offsets into the whole text.

    A taxonomy of one's own hints at kinds of lines with its own concepts; an empty one leaves that
    to the shipped one, so that a build does not depend on what it replaces.
    """
    hints = matcher if matcher.n_forms else None
    found = analyse(text[part.start : part.stop], matcher=matcher, hints=hints)
    return tuple(_moved(statement, part.start) for statement in found)


def _moved(statement: Statement, by: int) -> Statement:
    from dataclasses import replace

    return replace(
        statement,
        start=statement.start + by,
        stop=statement.stop + by,
        mentions=tuple(
            replace(mention, start=mention.start + by, stop=mention.stop + by)
            for mention in statement.mentions
        ),
    )


def _files(paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Files with the name of their folder inside the one that was given, sorted."""
    for path in paths:
        if path.is_dir():
            for inner in sorted(path.rglob("*")):
                if inner.is_file() and inner.suffix.lower() not in TABLES:
                    yield inner.parent.relative_to(path).as_posix().removeprefix("."), inner
        else:
            yield "", path
