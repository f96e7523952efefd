"""A document on its way to a record: its clean view, and values made from stretches of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml
from podbor.matching.tokens import Tokens, tokenize
from podbor.normalize import Text, normalize
from podbor.parse.lines import Line, read_lines
from podbor.parse.scoring import Chosen
from podbor.records import Date, Document, Quote, Value

T = TypeVar("T")
EMPHASIS_MARK = re.compile(r"\*\*\S|^#{1,4} \S", re.MULTILINE)  # a text in Markdown
EMPHASIS = re.compile(r"(?<![\w*])[*_`]+(?=[^\s*_`])|(?<=[^\s*_`])[*_`]+(?![\w*])")
TODAY = Date(year=2026, month=11)  # of a text that came without a date
UNKNOWN_RULE = 0.9  # confidence of a rule that was never measured


@dataclass(frozen=True)
class Reading:
    """What the field parsers share: each part is worked out once, when first asked for.

    Parameters
    ----------
    document : Document
    clean : Text
        Clean view of the document's text, with hidden stretches blanked out; parsers search
        ``clean.text``.
    today : Date
        What «по настоящее время» counts to.
    """

    document: Document
    clean: Text
    today: Date

    @property
    def text(self) -> str:
        """The clean view."""
        return self.clean.text

    @cached_property
    def lines(self) -> list[Line]:
        """Lines with the sections of a resume."""
        return read_lines(self.text)

    @cached_property
    def name(self) -> Chosen[str] | None:
        """The candidate's name and what speaks for it."""
        from podbor.parse.resume_header import choose_name

        return choose_name(self)

    @cached_property
    def header(self) -> list[Line]:
        """The lines that say who the person is."""
        from podbor.parse.resume_header import header_lines

        return header_lines(self)

    @cached_property
    def tokens(self) -> Tokens:
        """Words of the clean view."""
        return tokenize(self.text)

    def value(
        self, start: int, stop: int, value: T, why: str, *, inferred: bool = False
    ) -> Value[T]:
        """Value read from ``text[start:stop]``.

        Parameters
        ----------
        start, stop : int
            Offsets into the clean view.
        value : object
            In the field's terms.
        why : str
            The rule; what follows a semicolon is detail.
        inferred : bool
            A guess.
        """
        start, stop = self.clean.span(start, stop)
        return self.original(start, stop, value, why, inferred=inferred)

    def original(
        self, start: int, stop: int, value: T, why: str, *, inferred: bool = False
    ) -> Value[T]:
        """Value whose offsets point into the document's own text."""
        return Value(
            value=value,
            start=start,
            stop=stop,
            text=self.clean.original[start:stop],
            page=self._page(start),
            confidence=confidence_of(why),
            why=why,
            inferred=inferred,
        )

    def words(self, start: int, stop: int, why: str) -> Value[str]:
        """Value that is the words themselves, white space folded."""
        value = self.value(start, stop, "", why)
        return Value(
            value=" ".join(value.text.split()),
            start=value.start,
            stop=value.stop,
            text=value.text,
            page=value.page,
            confidence=value.confidence,
            why=why,
        )

    def quote(self, start: int, stop: int) -> Quote:
        """Quote of the original for a stretch of the clean view."""
        start, stop = self.clean.span(start, stop)
        return Quote(start=start, stop=stop, text=self.clean.original[start:stop])

    def field(self, name: str) -> Value[str] | None:
        """Value of a named field of JSON, or ``None``."""
        return next(iter(self.fields(name)), None)

    def fields(self, name: str) -> list[Value[str]]:
        """Values of the fields of that name."""
        found = []
        for block in self.document.blocks:
            if block.kind == f"field:{name}":
                text = self.document.text[block.start : block.stop]
                found.append(self.original(block.start, block.stop, text, f"field:{name}"))
        return found

    @cached_property
    def _pages(self) -> tuple[list[int], list[int | None]]:
        blocks = self.document.blocks
        return [block.start for block in blocks], [block.page for block in blocks]

    def _page(self, place: int) -> int | None:
        starts, pages = self._pages
        i = bisect_right(starts, place) - 1
        return pages[i] if i >= 0 else None


_SMALL_CYRILLIC, _SMALL_LATIN = re.compile(r"[а-я]"), re.compile(r"[a-z]")
HEAD = 2000  # characters by which the script of a text is told


def is_cyrillic(text: str) -> bool:
    """Tell whether a text has more small Cyrillic than small Latin letters at its head.

    Examples
    --------
    >>> is_cyrillic("Оператор CRM"), is_cyrillic("Chat agent")
    (True, False)
    """
    head = text[:HEAD]
    return len(_SMALL_CYRILLIC.findall(head)) > len(_SMALL_LATIN.findall(head))


def read(document: Document, today: Date) -> Reading:
    """Begin to read: clean the text and blank out what nobody sees on the page."""
    clean = normalize(document.text)
    if EMPHASIS_MARK.search(document.text):
        clean = Text(clean.original, EMPHASIS.sub(_blank, clean.text), clean.edits)
    return Reading(document=document, clean=clean, today=today)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def read_text(text: str, today: Date = TODAY) -> Reading:
    """Begin to read a text that came from no file."""
    return read(Document(name="", format="txt", text=text), today)


@cache
def _confidences() -> dict[str, float]:
    shares: dict[str, float] = read_yaml(resource("corpus", "lexicon/confidence.yaml"))
    return shares


def confidence_of(why: str) -> float:
    """Share of the readings by a rule that were right on the development files.

    Parameters
    ----------
    why : str
        The rule; what follows a semicolon is detail.

    Examples
    --------
    >>> 0 < confidence_of("e-mail") <= 1
    True
    """
    return _confidences().get(why.partition(";")[0], UNKNOWN_RULE)
