"""Who the candidate is and what position is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from podbor.normalize import Text
from podbor.normalize.dictionary import is_word, russian_tags
from podbor.parse.dates import scan_periods
from podbor.parse.jobs import quote
from podbor.parse.resume_lines import Line, heading_section, is_title, read_lines, without_bullet
from podbor.records import Quote

_HEADER_LINES = 12
_CYRILLIC_WORD = r"(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{2,}(?:-[А-ЯЁ]{2,})?)"
_CYRILLIC_NAME = re.compile(
    rf"{_CYRILLIC_WORD}(?:[ \t]+(?:{_CYRILLIC_WORD}\.?|[А-ЯЁ]\.)){{0,3}}(?:[ \t]?[А-ЯЁ]\.)?"
)
_LATIN_WORD = r"(?:[A-Z][a-z'’]?[A-Za-zÀ-ſ'’]*(?:-[A-Z][A-Za-zÀ-ſ'’]+)?)"
_LATIN_NAME = re.compile(rf"{_LATIN_WORD}(?:[ \t]+(?:{_LATIN_WORD}|[A-Z]\.)){{0,3}}")
_ANY_WORD = r"[А-ЯЁа-яёA-Za-zÀ-ſ][А-ЯЁа-яёA-Za-zÀ-ſ'’-]+\.?"
_LABELLED_NAME = re.compile(
    r"^[ \t]*(?:(?:ф\.?\s?и\.?\s?о\.?|фамилия,?[ \t]+имя(?:,?[ \t]+отчество)?)(?!\w)\s*[:|—–-]?"
    r"|(?:соискатель|кандидат|(?:full\s|candidate\s)?name|candidate)[ \t]*[:|])[ \t]*"
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
_CONTACT = re.compile(r"@|\+?\d[\d ()-]{8,}\d|linkedin|github|telegram", re.IGNORECASE)
_EMAIL_NAME = re.compile(r"([A-Za-z0-9._-]+)@")
_SEGMENT_END = re.compile(
    r"[,|•;(/@☎✉📞☕]|\s[—–-]\s|\s{2,}|\d|\b(?:тел|моб|tel|phone|e-?mail)\b|[^\w\s.'’-]"
)
_NO_NAME = (
    "резюме resume cv curriculum vitae анкета summary profile objective contact contacts портфолио "
    "сведения соискателе ооо city state company name"
)
_NO_NAMES = frozenset(_NO_NAME.split(" "))


def candidate_name(text: Text) -> Quote | None:
    r"""Name of the candidate as written, or ``None``.

    Looked for behind «ФИО:» and «меня зовут», then at the beginning of the first lines: in
    Cyrillic a given name, a patronymic or a family name the dictionary knows must be among its
    words; in Latin letters contacts must stand near, and one word alone must be in the e-mail.

    Examples
    --------
    >>> from podbor.normalize import normalize
    >>> candidate_name(normalize("Оператор чата\nКротова Анна Львовна, +7 900 000-00-12")).text
    'Кротова Анна Львовна'
    >>> candidate_name(normalize("СВАРЩИК\nТел. 8 900 000-00-12")) is None
    True
    """
    span = _labelled_name(text.text) or _header_name(text.text)
    return quote(text, *span) if span else None


def _labelled_name(view: str) -> tuple[int, int] | None:
    head = view[:3000]
    for pattern in (_LABELLED_NAME, _SPOKEN_NAME):
        for found in pattern.finditer(head):
            words = found["name"].split()
            if not is_title(found["name"]) and not _NO_NAMES & {word.lower() for word in words}:
                return found.span("name")
    return None


def _header_name(view: str) -> tuple[int, int] | None:
    lines = _header(view)
    contacts = " ".join(line.text for line in lines)
    for i, line in enumerate(lines):
        segment = _first_segment(line.text)
        if is_title(segment):
            continue
        below = lines[i + 1] if i + 1 < len(lines) else None
        if below and segment == line.text and _is_family_name(segment) and _is_rest(below.text):
            return line.start, below.start + len(_first_segment(below.text))
        if is_cyrillic_name(segment) or _is_latin_name(segment, contacts):
            start = line.start + line.text.index(segment)
            return start, start + len(segment)
    return None


def _header(view: str) -> list[Line]:
    """First lines, to the first heading that opens a section."""
    lines: list[Line] = []
    for line in read_lines(view[:6000]):
        if len(lines) == _HEADER_LINES or (line.is_heading and lines):
            break
        lines.append(line)
    return lines


def _first_segment(line: str) -> str:
    line = without_bullet(line)
    found = _SEGMENT_END.search(line)
    return (line[: found.start()] if found else line).strip(" \t.:")


def is_cyrillic_name(words: str) -> bool:
    """Tell whether a piece of a line is a person's name.

    Examples
    --------
    >>> is_cyrillic_name("Артём Вдовиченко"), is_cyrillic_name("ЛЬВОВА ДИЛНОЗА БАХОДИРОВНА")
    (True, True)
    >>> is_cyrillic_name("Нижний Новгород"), is_cyrillic_name("Желаемая должность")
    (False, False)
    """
    if not _CYRILLIC_NAME.fullmatch(words) or is_title(words) or heading_section(words):
        return False
    parts = [part for part in words.split() if len(part.rstrip(".")) > 1]
    if _NO_NAMES & {part.lower() for part in parts}:
        return False
    tags = [" ".join(_nominative(part.rstrip("."))) for part in parts]
    given = [("Name" in tag or "Patr" in tag) for tag in tags]
    family = ["Surn" in tag for tag in tags]
    odd = [
        not (is_given or is_family) and is_word(part.rstrip("."))
        for part, is_given, is_family in zip(parts, given, family, strict=True)
    ]
    if len(parts) == 1:
        return given[0] and "Name" in russian_tags(parts[0])[0]
    return (any(given) and sum(odd) <= 1) or (any(family) and not any(odd))


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


def _is_latin_name(words: str, contacts: str) -> bool:
    if not _LATIN_NAME.fullmatch(words) or heading_section(words):
        return False
    parts = [part.lower() for part in words.split()]
    if _NO_NAMES & set(parts) or not _CONTACT.search(contacts):
        return False
    emails = " ".join(_EMAIL_NAME.findall(contacts)).lower()
    in_email = any(len(part) > 2 and _plain(part) in emails for part in parts)
    if in_email:
        return True
    return len(parts) > 1 and not all(is_word(part) for part in parts)


def _plain(word: str) -> str:
    return re.sub(r"[^a-z]", "", word)


_WANTED_HEADING = re.compile(
    r"(?:желаемая (?:должность|позиция)(?: и зарплата)?|desired position(?: and salary)?)",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"(?:(?:желаемая|искомая|предполагаемая)\s(?:должность|позиция|работа|вакансия)"
    r"|цель|должность|вакансия|desired\sposition|position(?:\sdesired|\sapplied\sfor)?"
    r"|job\sobjective|objective|target\s(?:role|position))\s?[:|]\s*",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"(?:ищу\sработу|претендую\sна\s(?:должность|позицию)|на\sдолжность"
    r"|рассматриваю\s(?:должность|вакансию)|looking\sfor\sa\s(?:position|job|role)\s(?:as|of)(?:\san?)?"
    r"|seeking\sa\s(?:position|job|role)\s(?:as|of)(?:\san?)?)(?:\s(?:в\sкачестве|как))?[\s:—–-]+",
    re.IGNORECASE,
)
_WANTED_END = re.compile(
    r"\n|\.(?=\s|$)|;|\s{3,}|\s(?:от|до)?\s?\d[\d ]{3,}\s?(?:₽|руб|т\.р|\$)|\d[\d ]{3,}\s?(?:₽|руб)"
)


def desired_position(text: Text) -> Quote | None:
    r"""Position the candidate looks for, as written, or ``None``.

    Looked for under «Желаемая должность и зарплата», behind a label or «ищу работу», and at last
    as the first line of the header that names a position.

    Examples
    --------
    >>> from podbor.normalize import normalize
    >>> resume = "Анна Кротова\nЖелаемая должность и зарплата\nОператор чата\n50 000 ₽"
    >>> desired_position(normalize(resume)).text
    'Оператор чата'
    >>> desired_position(normalize("Анна Кротова\nГород Тверь")) is None
    True
    """
    for find in (_under_heading, _behind_label, _title_in_header):
        for start, stop in find(text.text):
            kept = text.text[start:stop].rstrip(" \t,.:;|—–-")
            if any(letter.isalpha() for letter in kept):
                return quote(text, start, start + len(kept))
    return None


def _under_heading(view: str) -> Iterator[tuple[int, int]]:
    lines = read_lines(view)
    for line, below in pairwise(lines):
        if _WANTED_HEADING.fullmatch(line.text.strip(" :")):
            yield below.start, _cut(view, below.start)


def _behind_label(view: str) -> Iterator[tuple[int, int]]:
    """Labels count before the first job only: «Должность: …» is a label inside jobs too."""
    period = next(scan_periods(view), None)
    head = view[: period.start] if period else view
    for line in read_lines(head):
        if line.section == "experience":
            break
        if found := _WANTED.match(line.text):
            yield line.start + found.end(), _cut(view, line.start + found.end())
    for found in _SOUGHT.finditer(view):
        yield found.end(), _cut(view, found.end())


def _cut(view: str, start: int) -> int:
    found = _WANTED_END.search(view, start)
    return found.start() if found else len(view)


def _title_in_header(view: str) -> Iterator[tuple[int, int]]:
    name = _labelled_name(view) or _header_name(view) or (-1, -1)
    for i, line in enumerate(_header(view)):
        rest = line.text
        if line.start <= name[0] < line.stop:
            rest = line.text[name[1] - line.start :]
        rest = rest.lstrip(" \t,.|•☕—–-:")
        start = line.stop - len(rest)
        if line.is_heading or any(scan_periods(rest)) or _CONTACT.search(rest):
            continue
        is_banner = i == 0 and name[0] != line.start and rest.isupper() and len(rest.split()) <= 7
        if is_title(rest.split(" / ")[0]) or (
            is_banner and not _NO_NAMES & set(rest.lower().split())
        ):
            yield start, line.stop
