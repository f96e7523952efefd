"""Cut a file to its documents and drop page furniture.

A scrape is many pages run together: articles, job descriptions, a posting, with share buttons,
robot checks and advertisements between them.  A line is furniture when it stands in
``corpus/lexicon/furniture.yaml``, is in another language than Russian and English, or is a short
line between two such lines.  A document begins at a line that reads like a page title: it names a
role, is no sentence, and either follows furniture or stands far below the last title.  The kind of
a document follows from its headings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml
from podbor.matching.trie import PhraseTrie, fold
from podbor.normalize import normalize
from podbor.sections.headings import find_headings
from podbor.sections.language import language_of

TitleTest = Callable[[str], bool]
PartKind = Literal["article", "job_description", "posting", "faq", "title_list", "noise"]
LEAST_LINES = 14  # between two titles that no furniture parts
MOST_TITLE_WORDS = 22
MOST_SHORT_WORDS = 6
LEAST_WORDS = 25  # of a part that is a document
LEAST_BETWEEN = 60  # words between two stretches of furniture that are a document
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
LETTER = re.compile(r"[^\W\d_]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
WORD = re.compile(r"[^\W_]+")
LIST_MARK = re.compile(r"\s*(?:[•·●▪*–—-]|\d+[.)])\s")
ENDS = tuple(".;,:…!")
LEAST_QUESTIONS = 3
LEAST_TITLES = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A document inside a file: half-open offsets, what it is, and its first line.

    Parameters
    ----------
    start, stop : int
        Into the text of the file.
    kind : str
        ``article``, ``job_description``, ``posting``, ``faq``, ``title_list`` or ``noise``.
    title : str
        Its first line.
    """

    start: int
    stop: int
    kind: PartKind
    title: str


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    stop: int
    text: str
    noise: bool


def _never(_line: str) -> bool:
    return False


def parts_of(text: str, *, is_title: TitleTest = _never) -> tuple[Part, ...]:
    r"""Cut a text to its documents and the furniture between them.

    Parameters
    ----------
    text : str
        As read.
    is_title : callable, optional
        Tells whether a line names a role; by default any line may open a document that follows
        furniture, and none else does.

    Returns
    -------
    tuple of Part
        In the order of the text; together they hold every line that is not blank.

    Examples
    --------
    >>> text = "Facebook\nTwitter\nРабота оператора\n" + "Оператор отвечает на звонки. " * 8
    >>> [(part.kind, part.title) for part in parts_of(text)]
    [('noise', 'Facebook'), ('article', 'Работа оператора')]
    >>> parts_of("")
    ()
    """
    lines = _lines(text)
    runs = list(_runs(lines, is_title))
    between = [_is_between(runs, number) for number in range(len(runs))]
    if len(runs) == 1:  # a file of one short document
        return tuple(_part(text, run, between=False, least=0) for run in runs)
    return tuple(_part(text, run, between=b) for run, b in zip(runs, between, strict=True))


def _lines(text: str) -> list[_Line]:
    found = []
    at = 0
    for raw in text.split("\n"):
        if raw.strip():
            found.append((at, at + len(raw), raw.strip()))
        at += len(raw) + 1
    marks = [_is_furniture(line) for *_, line in found]
    for number in range(1, len(found) - 1):
        if marks[number - 1] and marks[number + 1] and _is_short(found[number][2]):
            marks[number] = True
    return [_Line(*row, noise) for row, noise in zip(found, marks, strict=True)]


def _is_short(line: str) -> bool:
    return len(WORD.findall(line)) <= MOST_SHORT_WORDS and not LIST_MARK.match(line)


def _is_furniture(line: str) -> bool:
    alone, trie = _furniture()
    if fold(line.rstrip(" .:!")) in alone:
        return True
    if _is_foreign(line):
        return True
    return bool(trie.find(normalize(line).text))


def _is_foreign(line: str) -> bool:
    """A line of another language, even with a few Russian words in it."""
    letters = len(LETTER.findall(line))
    if len(LATIN.findall(line)) <= letters / 2:
        return False
    return language_of(CYRILLIC.sub("", line)) == "other"


@cache
def _furniture() -> tuple[frozenset[str], PhraseTrie]:
    rows = read_yaml(resource("corpus", "lexicon/furniture.yaml"))
    return frozenset(fold(line) for line in rows["alone"]), PhraseTrie(rows["inside"])


def _runs(lines: list[_Line], is_title: TitleTest) -> Iterator[list[_Line]]:
    """Lines of one part each: a change to or from furniture parts them, and a title does."""
    run: list[_Line] = []
    for line in lines:
        if run and (line.noise != run[-1].noise or _opens(run, line, is_title)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_between(runs: list[list[_Line]], number: int) -> bool:
    """Tell whether a few lines stand between furniture: they belong to it."""
    if number in {0, len(runs) - 1}:
        return False
    words = sum(len(WORD.findall(line.text)) for line in runs[number])
    return runs[number - 1][-1].noise and runs[number + 1][0].noise and words < LEAST_BETWEEN


def _opens(run: list[_Line], line: _Line, is_title: TitleTest) -> bool:
    if line.noise or len(run) < LEAST_LINES or LIST_MARK.match(line.text):
        return False
    words = len(WORD.findall(line.text))
    if not 2 <= words <= MOST_TITLE_WORDS or line.text.endswith(ENDS):
        return False
    return is_title(line.text)


def _part(text: str, run: list[_Line], *, between: bool, least: int = LEAST_WORDS) -> Part:
    start, stop = run[0].start, run[-1].stop
    noise = between or run[0].noise
    kind: PartKind = "noise" if noise else _kind(text[start:stop], run, least)
    return Part(start, stop, kind, run[0].text)


def _kind(text: str, run: list[_Line], least: int) -> PartKind:
    if len(WORD.findall(text)) < least:
        return "noise"
    clean = normalize(text).text
    families = Counter(heading.family for heading in find_headings(clean, _spans(clean)))
    if families["conditions"] and families["duties"]:
        return "posting"
    questions = sum(line.text.endswith("?") for line in run)
    if questions >= LEAST_QUESTIONS:
        return "faq"
    items = sum(bool(LIST_MARK.match(line.text)) for line in run)
    if items > len(run) / 2 and _mean_words(run) < MOST_SHORT_WORDS and len(run) >= LEAST_TITLES:
        return "title_list"
    return "job_description" if families["duties"] and families["requirements"] else "article"


def _mean_words(run: Iterable[_Line]) -> float:
    counts = [len(WORD.findall(line.text)) for line in run]
    return sum(counts) / len(counts)


def _spans(text: str) -> list[tuple[int, int]]:
    spans = []
    at = 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans
