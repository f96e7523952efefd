"""Names in the lists of skills of a resume, as the person wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from podbor.parse.lines import after_heading, without_bullet
from podbor.parse.reading import Reading
from podbor.records import Value

_SEPARATOR = re.compile(r"\s*(?:[,;|•·▪\t\n]|\s{2,}|\s[—–]\s)\s*")
_LABEL = re.compile(r"(?:[^\W\d_][\w&/ +-]{1,40}?)\s*(?::|\s[—–|]\s|\|)\s+(?=\S)")
_LEVEL = re.compile(
    r"^(?:продвинутый|средний|начальный)\s+уровень$|^навыки$|^skills$|^прочее$", re.IGNORECASE
)
LONGEST = 70  # characters of a name; more is a sentence
LONGEST_SENTENCE = 9  # words


def listed_skills(reading: Reading) -> tuple[Value[str], ...]:
    """Names under headings of skills, each once, in the order of the text.

    Sentences among them stay whole where they are short and are left to the statements where they
    are long.
    """
    found: dict[str, Value[str]] = {}
    lines = [line for line in reading.lines if line.section == "skills"]
    for i, line in enumerate(lines):
        start, words = line.start, line.text
        if line.is_heading:
            start, words = after_heading(line)
            if not words:
                continue
        wrapped = i > 0 and not lines[i - 1].is_heading and _goes_on(lines[i - 1].text, words)
        for first, last in _names(words):
            if wrapped and first == 0:
                continue  # the second half of a name that the page broke is read with the first
            if last == len(words) and i + 1 < len(lines) and _goes_on(words, lines[i + 1].text):
                stop = _first_end(lines[i + 1].text)
                value = reading.words(start + first, lines[i + 1].start + stop, "skill listed")
            else:
                value = reading.words(start + first, start + last, "skill listed")
            found.setdefault(value.value.lower(), value)
    return tuple(found.values())


def _goes_on(line: str, below: str) -> bool:
    """Tell whether a comma list was broken in the middle of a name."""
    if line.count(",") < 3 or line.rstrip().endswith((",", ";", ".")) or len(line) < 60:
        return False
    return bool(re.match(r"[^,;:•]{1,40}(?:,|$)", below)) and not _LABEL.match(below)


def _first_end(line: str) -> int:
    found = re.search(r"[,;.]|$", line)
    return found.start() if found else len(line)


def _names(words: str) -> Iterator[tuple[int, int]]:
    bare = without_bullet(words)
    at = len(words) - len(bare)
    label = _LABEL.match(bare)
    if label and not _is_name_with_dash(bare, label):
        at += label.end()
        bare = bare[label.end() :]
    for start, stop in _between(bare):
        name = bare[start:stop]
        if (
            len(name) <= LONGEST
            and len(name.split()) <= LONGEST_SENTENCE
            and not _LEVEL.match(name)
        ):
            yield at + start, at + stop


def _is_name_with_dash(words: str, label: re.Match[str]) -> bool:
    """«Excel — уверенно» is a skill with its level, «Программы: Word, Excel» a label."""
    return ":" not in label[0] and ("|" not in label[0] or words.count("|") > 1)


def _between(words: str) -> Iterator[tuple[int, int]]:
    """Stretches between separators; brackets keep their commas."""
    depth, start = 0, 0
    places = {match.start(): match.end() for match in _SEPARATOR.finditer(words)}
    i = 0
    while i < len(words):
        depth += (words[i] == "(") - (words[i] == ")" and depth > 0)
        if i in places and depth == 0:
            yield from _stripped(words, start, i)
            start = i = places[i]
            continue
        i += 1
    yield from _stripped(words, start, len(words))


def _stripped(words: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    piece = words[start:stop]
    kept = piece.lstrip(" :;,*•-–—`").rstrip(" .:;,*•-–—`")
    kept = kept.removeprefix(". ")
    if any(letter.isalnum() for letter in kept):
        begin = start + piece.index(kept)
        yield begin, begin + len(kept)
