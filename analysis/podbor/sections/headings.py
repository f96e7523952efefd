"""Section headings, on lines of their own and inside flattened text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml
from podbor.matching.tokens import Tokens
from podbor.matching.trie import Hit, PhraseTrie
from podbor.normalize import fold_yo

MAX_WORDS = 12  # in a line that is a heading as a whole
LEAST_SHARE = 0.5  # of its letters that a pattern covers
WORD = re.compile(r"[^\W_]+")
BEFORE = re.compile(r"(?:^|[.!?;:•·●▪*\n)»\"…–—-]|\d\.)\s*[*«\"_#=]*\s*$")
COLON = re.compile(r"\s*[»\"*_]*\s*(?::|\?:|\?)[ \t]*[*_]*")
DASH = re.compile(r"\s*[–—-]\s+(?=[\w«])")
TOTAL = re.compile(r"\s*[–—-]\s*(?=\d+\s*(?:год|лет|мес|year|month))", re.IGNORECASE)
SHOUTED = 0.4  # of the letters; «call-центр» is written small by then
SHORT_VALUE = 70  # characters after a label such as «График работы:»


@dataclass(frozen=True, slots=True, order=True)
class Heading:
    """A heading: half-open offsets, colon included, its family, and whether it opens a section.

    A label with its value on the same line («График работы: 2/2») opens none.
    """

    start: int
    stop: int
    family: str
    lasting: bool = True


@cache
def _lexicon() -> tuple[PhraseTrie, tuple[tuple[str, bool], ...]]:
    """Trie of all patterns; for each its family and whether it is sure."""
    families = read_yaml(resource("corpus", "headings/headings.yaml"))
    rows = [
        (pattern, family, level == "sure")
        for family, levels in families.items()
        for level, patterns in levels.items()
        for pattern in patterns
    ]
    return PhraseTrie(row[0] for row in rows), tuple((row[1], row[2]) for row in rows)


def find_headings(
    text: str, lines: list[tuple[int, int]], tokens: Tokens | None = None
) -> list[Heading]:
    """Headings of a text, sorted, not overlapping.

    Parameters
    ----------
    text : str
        Clean view.
    lines : list of (int, int)
        Offsets of its lines, bullets and white space stripped.
    tokens : Tokens, optional
        Its words, where they are known already.

    Examples
    --------
    >>> text = "Обязанности: приём звонков. Требования: грамотная речь"
    >>> [(text[h.start : h.stop], h.family) for h in find_headings(text, [(0, len(text))])]
    [('Обязанности: ', 'duties'), ('Требования: ', 'requirements')]
    >>> find_headings("Выполняю требования регламента", [(0, 30)])
    []
    """
    trie, rows = _lexicon()
    hits = trie.find(text, tokens)
    found: list[Heading] = []
    at = 0
    for start, stop in lines:
        while at < len(hits) and hits[at].start < start:
            at += 1
        first = at
        while at < len(hits) and hits[at].start < stop:
            at += 1
        inside = [hit for hit in hits[first:at] if hit.stop <= stop]
        found += _in_line(text, start, stop, inside, rows)
    return found


def _in_line(
    text: str, start: int, stop: int, hits: list[Hit], rows: tuple[tuple[str, bool], ...]
) -> list[Heading]:
    if not hits:
        return []
    whole = _whole_line(text, start, stop, hits, rows)
    if whole:
        return [whole]
    found: list[Heading] = []
    for hit in sorted(hits, key=_longest_first):
        if found and hit.start < found[-1].stop:
            continue
        family, sure = rows[hit.form]
        end = _inline_end(text, start, stop, hit, sure=sure)
        if end is not None:
            label = not sure and hit.start == start and 0 < stop - end <= SHORT_VALUE
            found.append(Heading(hit.start, end, family, lasting=not label))
    return found


def _longest_first(hit: Hit) -> tuple[int, int, int]:
    return hit.start, -hit.stop, hit.form


def _whole_line(
    text: str, start: int, stop: int, hits: list[Hit], rows: tuple[tuple[str, bool], ...]
) -> Heading | None:
    """Read the line as one heading: short, mostly covered, no sentence end inside."""
    line = text[start:stop]
    if len(WORD.findall(line)) > MAX_WORDS or line.rstrip(' *»"').endswith((".", ";", ",")):
        return None
    if ":" in line.rstrip(" :*") or ". " in line:
        return None
    best = max(hits, key=_length)
    share = LEAST_SHARE if line.rstrip(" *_=").endswith((":", "?", "…")) else 0.75
    covered = len("".join(WORD.findall(text[best.start : best.stop])))
    if covered < share * len("".join(WORD.findall(line))):
        return None
    return Heading(start, stop, rows[best.form][0])


def _length(hit: Hit) -> tuple[int, int, int]:
    return hit.stop - hit.start, -hit.start, -hit.form


def _inline_end(text: str, start: int, stop: int, hit: Hit, *, sure: bool) -> int | None:
    """Where the heading ends if the hit is one: a colon follows, or it opens a capital."""
    opens = BEFORE.search(text[max(start, hit.start - 12) : hit.start])
    colon = COLON.match(text, hit.stop, stop)
    capital = text[hit.start].isupper()
    if colon and (opens or capital):
        return colon.end()
    if not (sure and capital) or _shouts(text[start : hit.start] + text[hit.stop : stop]):
        return None
    total = TOTAL.match(text, hit.stop, stop)
    if total and hit.start == start:  # «Опыт работы — 4 года»
        return total.end()
    after = text[hit.stop : stop].lstrip(" –—-")
    boundary = opens or text[hit.start : hit.stop].isupper()
    if not after[:1].isupper() and after[:1] not in {"•", "·", "—", "-", "*", "●"}:
        return None
    if not boundary and _goes_on(text, hit):
        return None
    dash = DASH.match(text, hit.stop, stop)
    return dash.end() if dash else hit.stop


def _shouts(text: str) -> bool:
    """Tell whether the line goes on in capitals, so that they set nothing apart."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(str.isupper, letters)) > SHOUTED * len(letters)


def _goes_on(text: str, hit: Hit) -> bool:
    """Tell whether the words before belong with it: «наши Требования», «о Требованиях»."""
    before = WORD.findall(text[max(0, hit.start - 20) : hit.start])
    return bool(before) and len(fold_yo(before[-1])) <= 3


def strip_bullets(text: str, start: int, stop: int) -> tuple[int, int]:
    """Offsets of a line without its bullet, number and white space.

    >>> text = "  - приём звонков; "
    >>> start, stop = strip_bullets(text, 0, len(text))
    >>> text[start:stop]
    'приём звонков;'
    """
    bullet = BULLET.match(text, start, stop)
    if bullet:
        start = bullet.end()
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return start, stop


BULLET = re.compile(
    r"\s*(?:[-–—•·●▪■□✓✔✅➢►▶*+>oо○◦](?=\s)|[-–—•·●▪■✓✔✅➢►▶*○◦]|\(?\d{1,2}[.)](?=\s|[^\W\d]))*\s*"
)
