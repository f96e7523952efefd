"""Who the candidate is and what position is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from podbor.normalize.dictionary import is_word, russian_tags
from podbor.parse.lines import Line, heading_section, is_employer, is_title, without_bullet
from podbor.parse.place import is_place
from podbor.parse.reading import Reading
from podbor.parse.scoring import Candidate, Chosen, choose
from podbor.records import Value

_HEADER_LINES = 12
_CYRILLIC_WORD = r"(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{2,}(?:-[А-ЯЁ]{2,})?)"
_CYRILLIC_NAME = re.compile(
    rf"{_CYRILLIC_WORD}(?:[ \t]+(?:{_CYRILLIC_WORD}\.?|[А-ЯЁ]\.)){{0,3}}(?:[ \t]?[А-ЯЁ]\.)?"
)
_LATIN_WORD = r"(?:[A-Z][a-z'’]?[A-Za-zÀ-ſ'’]*(?:-[A-Z][A-Za-zÀ-ſ'’]+)?)"
_LATIN_NAME = re.compile(rf"{_LATIN_WORD}(?:[ \t]+(?:{_LATIN_WORD}|[A-Z]\.)){{0,3}}")
_ANY_WORD = r"[А-ЯЁа-яёA-Za-zÀ-ſ][А-ЯЁа-яёA-Za-zÀ-ſ'’-]+\.?"
_LABELLED_NAME = re.compile(
    r"^[ \t]*(?:\d{1,2}[.)]\s)?(?:(?:ф\.?\s?и\.?\s?о\.?"
    r"|фамилия,?[ \t]+имя(?:,?[ \t]+отчество)?)(?!\w)\s*[:|—–-]?"
    r"|(?:соискатель|кандидат|(?:full\s|candidate\s)?name|candidate)(?:[ \t]*[:|]|\t"
    r"|[ ]{2,}))[ \t]*"
    rf"(?P<name>{_ANY_WORD}(?:[ \t]+{_ANY_WORD}){{0,3}})[ \t]*(?=$|[,.|;(\n])",
    re.IGNORECASE | re.MULTILINE,
)
_SPOKEN_NAME = re.compile(
    r"(?:(?i:меня\sзовут|my\sname\sis)|(?<![^\W_])Я,)\s+"
    rf"(?P<name>{_CYRILLIC_NAME.pattern}|{_LATIN_NAME.pattern})",
)
_FAMILY_END = re.compile(
    r"(?:[оеё]ва?|[иы]на?|ск(?:ий|ая)|цк(?:ий|ая)|енко|[юу]к|ян|дзе|швили)$", re.IGNORECASE
)
CONTACT = re.compile(r"@|\+?\d[\d ()-]{8,}\d|linkedin|github|telegram", re.IGNORECASE)
_EMAIL_NAME = re.compile(r"(?<![A-Za-z0-9._-])([A-Za-z0-9._-]{1,64})@")
_SEGMENT_END = re.compile(
    r"[,|•;(/@☎✉📞☕]|\s[—–-]\s|\s{2,}|\d|\b(?:тел|моб|tel|phone|e-?mail)\b|[^\w\s.'’\"“”‐‑-]"
)
_NO_NAME = (
    "резюме resume cv curriculum vitae анкета summary profile objective contact contacts портфолио "
    "сведения соискателе ооо city state company name"
)
NO_NAMES = frozenset(_NO_NAME.split(" "))


def candidate_name(reading: Reading) -> Value[str] | None:
    r"""Name of the candidate as written, or ``None``.

    Candidates stand behind «ФИО:» and «меня зовут» and at the beginning of the first lines; what
    speaks for and against each is scored (:mod:`podbor.parse.scoring`).

    Examples
    --------
    >>> from podbor.parse.reading import read_text
    >>> candidate_name(read_text("Оператор чата\nКротова Анна Львовна, +7 900 000-00-12")).text
    'Кротова Анна Львовна'
    >>> candidate_name(read_text("СВАРЩИК\nТел. 8 900 000-00-12")) is None
    True
    """
    chosen = reading.name
    if chosen is None:
        return None
    return reading.words(chosen.candidate.start, chosen.candidate.stop, chosen.why)


def choose_name(reading: Reading) -> Chosen[str] | None:
    """The best candidate for the name; ``Reading.name`` remembers it."""
    return choose("name", _candidates(reading))


def _candidates(reading: Reading) -> Iterator[Candidate[str]]:
    yield from _labelled_names(reading.text)
    lines = reading.header
    contacts = [i for i, line in enumerate(lines) if CONTACT.search(line.text)]
    emails = _plain(" ".join(_EMAIL_NAME.findall(reading.text)).lower())
    for i, line in enumerate(lines):
        segment = _first_segment(line.text)
        if not segment or not _SHAPE.fullmatch(segment):
            continue
        below = lines[i + 1] if i + 1 < len(lines) else None
        start = line.start + line.text.index(segment)
        stop = start + len(segment)
        words = segment
        if below and segment == line.text and _continues(segment, below.text):
            rest = _first_segment(below.text)
            stop = below.start + below.text.index(rest) + len(rest)
            words = f"{segment} {rest}"
        near = any(abs(i - place) <= 3 for place in contacts)
        features = [*_name_features(words, emails), *_name_place(i, line, segment)]
        if near:
            features.append("contacts_near")
        yield Candidate(start, stop, words, tuple(features))


def _labelled_names(view: str) -> Iterator[Candidate[str]]:
    for pattern, feature, size in (
        (_LABELLED_NAME, "label", len(view)),
        (_SPOKEN_NAME, "spoken", 3000),
    ):
        for found in pattern.finditer(view, 0, size):
            words = found["name"]
            if not is_title(words) and not NO_NAMES & {word.lower() for word in words.split()}:
                yield Candidate(*found.span("name"), words, (feature, "words_2_3"))


def _continues(segment: str, below: str) -> bool:
    """Tell whether the name goes on below («Кротова» / «Анна Львовна», "Ann" / "LEE")."""
    rest = _first_segment(below)
    if rest != below.strip() or not rest or len(segment.split()) > 2 or len(rest.split()) > 2:
        return False
    if _is_family_name(segment) and len(segment.split()) == 1 and _is_rest(below):
        return True
    if len(segment.split()) == 2 and len(rest.split()) == 1 and _PATRONYMIC.search(rest.lower()):
        return True
    if _is_latin(segment) and _is_latin(rest) and len(segment.split()) == len(rest.split()) == 1:
        return not is_title(rest) and not is_word(rest.lower()) and not heading_section(rest)
    given = "Name" in " ".join(_nominative(segment.split(maxsplit=1)[0]))
    is_word_only = is_word(rest.lower()) and "Surn" not in " ".join(russian_tags(rest))
    return given and len(rest.split()) == 1 and _is_family_name(rest) and not is_word_only


def _name_features(words: str, emails: str) -> Iterator[str]:
    parts = [part for part in words.split() if len(part.rstrip(".")) > 1]
    small = [part.lower() for part in parts]
    tags = [" ".join(_nominative(part.rstrip("."))) for part in parts]
    if any("Name" in tag for tag in tags):
        yield "given"
    if any(
        "Patr" in tag or _PATRONYMIC.search(part) for tag, part in zip(tags, small, strict=True)
    ):
        yield "patronymic"
    if any("Surn" in tag for tag in tags) or any(_FAMILY_END.search(part) for part in parts):
        yield "family"
    yield _case_of(words)
    if len(words.split()) in {2, 3, 4, 5}:
        yield "words_2_3"
    elif len(words.split()) == 1:
        yield "one_word"
    in_email = any(len(p) > 2 and _plain(_latin(p)) in emails for p in small if _plain(_latin(p)))
    if in_email:
        yield "in_email"
    known = [is_word(part.rstrip(".").lower()) for part in parts]
    odd = [
        k and not ("Name" in t or "Patr" in t or "Surn" in t)
        for k, t in zip(known, tags, strict=True)
    ]
    if parts and all(odd) and not in_email:
        yield "dictionary"
    yield from _other_meanings(words, small)


def _other_meanings(words: str, small: list[str]) -> Iterator[str]:
    """What else the words may be: a job, a heading, a company, a town."""
    if is_title(words) or NO_NAMES & set(small):
        yield "job_title"
    if heading_section(words):
        yield "heading"
    if is_employer(words):
        yield "organisation"
    if is_place(words):
        yield "place"


_PARTICLES = frozenset(
    "de la van der den von di da dos del bin ibn al el оглы кызы уулу угли".split(" ")
)


def _case_of(words: str) -> str:
    """How a name is written: in capitals, with capitals, or small."""
    if words.isupper():
        return "upper_case"
    parts = [part for part in words.split() if part.lower() not in _PARTICLES]
    return "title_case" if all(not p[0].isalpha() or p[0].isupper() for p in parts) else "small"


def _name_place(i: int, line: Line, segment: str) -> Iterator[str]:
    if i == 0:
        yield "first_line"
    yield "early" if i < 4 else "late"
    if line.text.strip() == segment:
        yield "alone"


def _is_latin(word: str) -> bool:
    return bool(re.fullmatch(r"[A-ZÀ-Ž][\w'’.À-ž‐‑-]*", word))


def _latin(word: str) -> str:
    """Cyrillic word in Latin letters, as e-mail addresses have it."""
    return "".join(_LETTERS.get(letter, letter) for letter in word)


_LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f h ts ch sh sch _ y _ e yu ya".split(" "),
        strict=True,
    )
)
_PATRONYMIC = re.compile(r"(?:ович|евич|ьич|овна|евна|ична|оглы|кызы|угли)$")
_SHAPE = re.compile(r"[^\W\d_][\w'’.\"“”«»-]*(?:\s[\w'’.\"“”«»()-]+){0,6}")


def header_lines(reading: Reading) -> list[Line]:
    """First lines, to the first heading that opens a section other than contacts.

    Where a side column comes first («Contact», «Top Skills» of LinkedIn), the lines above the
    first heading of a summary or of jobs are the header.
    """
    lines: list[Line] = []
    for line in reading.lines:
        if len(lines) == _HEADER_LINES or (
            line.is_heading and lines and line.section != "personal"
        ):
            break
        if not line.is_heading:
            lines.append(line)
    return lines if not _has_side_column(reading) else lines + _below_side_column(reading)


def _has_side_column(reading: Reading) -> bool:
    first = reading.lines[0] if reading.lines else None
    return first is not None and first.is_heading and first.section in {"personal", "skills"}


def _below_side_column(reading: Reading) -> list[Line]:
    """The lines just above the heading of the summary or of the jobs."""
    for i, line in enumerate(reading.lines):
        if line.is_heading and line.section in {"about", "experience"} and i > 2:
            return [each for each in reading.lines[max(0, i - 4) : i] if not each.is_heading]
    return []


def _first_segment(line: str) -> str:
    line = without_bullet(line).strip("#* ")
    found = _SEGMENT_END.search(line)
    return (line[: found.start()] if found else line).strip(" \t.:")


def _nominative(word: str) -> list[str]:
    return [tag for tag in russian_tags(word) if "nomn" in tag]


def _is_family_name(word: str) -> bool:
    if not re.fullmatch(_CYRILLIC_WORD, word):
        return False
    return bool(_FAMILY_END.search(word)) or any("Surn" in tag for tag in _nominative(word))


def _is_rest(line: str) -> bool:
    """Tell whether a line holds a given name and a patronymic («Мария Петровна»)."""
    words = _first_segment(line)
    if not _CYRILLIC_NAME.fullmatch(words) or len(words.split()) > 2:
        return False
    first, *others = words.split()
    return any("Name" in tag for tag in _nominative(first)) and all(
        any("Patr" in tag for tag in _nominative(word)) for word in others
    )


def _plain(word: str) -> str:
    return re.sub(r"[^a-z]", "", word)
