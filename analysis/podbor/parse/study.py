"""Education and courses: entries of the parts of a resume that are about studies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml
from podbor.parse.dates import line_periods, scan_months
from podbor.parse.lines import Line, after_heading, without_bullet
from podbor.parse.place import is_place
from podbor.parse.reading import Reading
from podbor.records import Study, Value

INSTITUTION = re.compile(
    r"университет|институт|академи[яию]|колледж|техникум|училищ|\bшкол[аеуы]\b|гимнази|лице[йяе]|\bПТУ\b|\bПУ\b"
    r"|\bСОШ\b|консерватори|\b[А-Я]{0,4}Г[А-Я]{0,4}У\b|\bНИУ\b|\bГБПОУ\b|\bвуз|филиал"
    r"|\b(?:university|college|institute|school|academy|polytechnic|universit[àäéy]t?|lyceum|gymnasium"
    r"|sixth form|seminary|conservatory|faculty|hochschule|fachhochschule|[ée]cole|escuela"
    r"|universidad"
    r"|vidyalaya|institution|universidade|politecnico|lycée)\b|(?-i:\bUC [A-Z]|\bUniv\b|\bHigh$)",
    re.IGNORECASE,
)
_NO_SCHOOL = re.compile(
    r"(?:high|vocational|secondary|trade|middle|technical) school (?:diploma|certificate|education"
    r"|equiv\w*)"
    r"|(?:college|university) (?:degree|diploma|education|level)|school leaving|some college"
    r"|автошкол\w*"
    r"|faculty of|факультет\w*",
    re.IGNORECASE,
)
PROVIDER = re.compile(
    r"учебн|\bУЦ\b|центр|академ|школ|университет|колледж|институт|coursera|udemy|stepik|степик|skillbox"
    r"|нетологи|гикбрейнс|geekbrains|skyeng|яндекс|hexlet|edx|linkedin learning|academy|institute"
    r"|center"
    r"|centre|college|university|school|ООО|АНО|ГБУ|\binc\b|\bltd\b|council|association|foundation|board"
    r"|training|трениг|мастерская|студия|клуб|ассоциац|палата|агентство|гильди|learning|guild|society",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?<![\d/.\-+№#$])(?:19[5-9]\d|20[0-3]\d)(?![\d/%₽]|[.,]\d|\s?(?:руб|час|ч\b|чел))"
)
_EDGE_YEAR = re.compile(
    r"^[\W_]*(?P<first>(?:19|20)\d\d)(?!\d)(?=\W|$)|(?<![\d/.\-+№#$])(?P<last>(?:19|20)\d\d)(?:\s?(?:г\.?|года?|год))?[)\].;,\s]*$"
    r"|[(\[,|\t–—·-]\s?(?P<middle>(?:19|20)\d\d)(?:\s?(?:г\.?|года?))?(?=[)\],|\t:·]|\s[—–|-])"
)
_SKIP = re.compile(
    r"^(?:gpa|средний балл|honou?rs?\b|dean|relevant coursework|coursework|incoming courses"
    r"|activities"
    r"|minor\b|thesis|тема диплома|дипломная|grade\b|cgpa|achievements?|modules|projects?\b"
    r"|cum laude"
    r"|красный диплом|диплом с отличием|relevant courses|memberships?|показать|show more|subjects"
    r"|awards?\b"
    r"|city:|город:|page \d|стр)",
    re.IGNORECASE,
)
_LABELS = {
    "school": (
        r"учебное заведение|учреждение|заведение|вуз|место уч[её]бы|организация|где"
        r"|institution|school|university|college"
    ),
    "name": (
        r"специальность|направление|квалификация|degree|major|field of study|название(?: курса)?"
        r"|курс|speciali[sz]ation|course|programme|program|факультет"
    ),
    "level": r"уровень(?: образования)?|образование|высшее|education|level|qualification",
    "year": (
        r"год(?: окончания| прохождения| выпуска)?|годы(?: обучения)?|период(?: обучения)?|dates?"
        r"|дата окончания|year(?: of passing| of graduation)?|окончил[аи]?|когда"
    ),
}
_LABEL = re.compile(
    "|".join(rf"(?P<{name}>(?:{words}))" for name, words in _LABELS.items()).join(
        (r"^(?:\d{1,2}[.)]\s)?(?:", r")\s?[:|\t—–-]\s*")
    ),
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(
    r"название(?: курса)?|учебное заведение|год окончания|уровень образования|специальность"
    r"|course name|institution name|year of completion",
    re.IGNORECASE,
)
_HEADER_CELL = re.compile(
    r"(?:diploma / degree|diploma|degree|school|institution|year|major|course|provider|level|from"
    r"|to|dates?|name|board|university"
    r"|учебное заведение|специальность|год(?: окончания)?|уровень|название|организация|факультет"
    r"|курс|где|когда|board / university"
    r"|examination|exam|percentage|passing year|score|qualification|certificate|issuer"
    r"|organi[sz]ation)",
    re.IGNORECASE,
)
_TRIM = " \t,.;:|—–-()·•/*_#"
LONGEST = 260  # characters of a line that names a school
LONGEST_WITHOUT = 110


@cache
def _levels() -> tuple[list[tuple[str, re.Pattern[str]]], list[tuple[str, re.Pattern[str]]]]:
    groups = read_yaml(resource("corpus", "lexicon/degrees.yaml"))
    return (
        [(level, _pattern(patterns)) for level, patterns in groups["written"].items()],
        [(level, _pattern(patterns)) for level, patterns in groups["institutions"].items()],
    )


def _pattern(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Level:
    """A level of education in a text: half-open offsets and its name."""

    start: int
    stop: int
    name: str


_ACRONYM = re.compile(r"\b[А-Я]{0,4}Г[А-Я]{0,4}У\b")  # ТвГУ, МГУ


@lru_cache(maxsize=8192)
def find_levels(text: str) -> tuple[Level, ...]:
    """Levels that a text names in words, sorted, not overlapping.

    Examples
    --------
    >>> [level.name for level in find_levels("высшее или среднее специальное")]
    ['higher', 'vocational']
    >>> [level.name for level in find_levels("High school diploma or GED; B.S. in Physics")]
    ['secondary', 'secondary', 'bachelor']
    """
    folded = text.lower().replace("ё", "е")
    found: list[Level] = []
    for name, pattern in _levels()[0]:
        for match in pattern.finditer(folded):
            if match.end() > match.start() and not any(
                match.start() < each.stop and each.start < match.end() for each in found
            ):
                found.append(Level(match.start(), match.end(), name))
    return tuple(sorted(found, key=_level_start))


def _level_start(level: Level) -> int:
    return level.start


def level_of_school(words: str) -> str | None:
    """Level that the kind of school suggests.

    Examples
    --------
    >>> level_of_school("Тверской колледж связи"), level_of_school("Springfield State University")
    ('vocational', 'bachelor')
    """
    folded = words.lower().replace("ё", "е")
    if _ACRONYM.search(words):
        return "higher"
    return next((name for name, pattern in _levels()[1] if pattern.search(folded)), None)


@dataclass(slots=True)
class _Row:
    """A line of studies: its words without bullet and label, and what was seen in it."""

    start: int
    text: str
    label: str
    bullet: bool
    after_blank: bool
    school: bool
    date: bool
    level: bool

    @property
    def stop(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.text)


def education(reading: Reading) -> tuple[Study, ...]:
    """Schools, in the order of the text."""
    rows = [row for row in _rows(_study_lines(reading)) if not _SKIP.match(row.text)]
    studies = [_study(entry, reading) for entry in _entries(rows)]
    return tuple(study for study in studies if study is not None)


def courses(reading: Reading, name: Value[str] | None = None) -> tuple[Study, ...]:
    """Courses and certificates, in the order of the text.

    Parameters
    ----------
    reading : Reading
    name : Value of str, optional
        The person's name: where it stands below courses, as beside LinkedIn's margin, they end.
    """
    lines = [line for line in _before_name(reading, name) if line.section == "courses"]
    rows = list(_rows([_after_heading(line) for line in lines if _has_words(line)]))
    found = [_course(entry, reading) for entry in _course_entries(rows)]
    return tuple(course for course in found if course is not None)


def _before_name(reading: Reading, name: Value[str] | None) -> Iterator[Line]:
    """Lines but for those from the name down to the next heading."""
    at = reading.clean.view(name.start, name.stop)[0] if name else -1
    is_behind = False
    for line in reading.lines:
        is_behind = not line.is_heading and (is_behind or line.start <= at < line.stop)
        if not is_behind:
            yield line


def _has_words(line: Line) -> bool:
    """Headings count where words follow them, or where they are a level themselves."""
    return not line.is_heading or bool(after_heading(line)[1]) or bool(find_levels(line.text))


def _study_lines(reading: Reading) -> list[Line]:
    lines = [line for line in reading.lines if line.section == "education"]
    if lines:
        return [_after_heading(line) for line in lines if _has_words(line)]
    return list(_loose_lines(reading))


def _loose_lines(reading: Reading) -> Iterator[Line]:
    """Sentences about studies in a text without such a heading."""
    for line in reading.lines:
        if line.section not in {None, "about", "other", "personal"} or not INSTITUTION.search(
            line.text
        ):
            continue
        at = 0
        for sentence in re.split(r"(?<=[а-яёa-z)»\d]{2}[.;])\s", line.text):
            start = line.start + line.text.index(sentence, at)
            at += len(sentence)
            has_reason = (
                _YEAR.search(sentence) or find_levels(sentence) or _STUDIED.search(sentence)
            )
            if has_reason and _is_school(sentence) and not _WORKED.search(sentence):
                yield Line(start, start + len(sentence), sentence, True, line.section, False)


_STUDIED = re.compile(
    r"окончил|закончил|учил|учусь|диплом|graduat|studied|degree|образован|earned a", re.IGNORECASE
)
_WORKED = re.compile(
    r"работал|работаю|преподавал|учител[ья] (?!лемма)|worked (?:at|as)|teacher at|обучал|курс\b"
    r"|курсы|course\b|стажиров"
    r"|тренинг|вебинар|сертификат|certificate|workshop|прош(?:[её]л|ла)",
    re.IGNORECASE,
)


def _after_heading(line: Line) -> Line:
    """What stands after «Образование:» in the same line."""
    if not line.is_heading:
        return line
    start, rest = after_heading(line)
    if not rest:
        return line
    return Line(start, start + len(rest), rest, True, line.section, False)


def _is_school(text: str) -> bool:
    return bool(INSTITUTION.search(_NO_SCHOOL.sub(lambda m: " " * len(m[0]), text)))


def _rows(lines: Sequence[Line]) -> Iterator[_Row]:
    carried = ""  # label that fills the line above
    for line in lines:
        text = line.text
        cells = [cell.strip(" |") for cell in re.split(r"\t|\|", text) if cell.strip(" |")]
        if not cells or (len(cells) > 1 and all(_HEADER_CELL.fullmatch(cell) for cell in cells)):
            continue
        kept = without_bullet(text)
        bullet = kept != text
        kept = kept.lstrip("*_# |")
        label = _LABEL.match(kept)
        rest = kept[label.end() :] if label else kept
        alone = _LABEL_ALONE.fullmatch(kept)
        if alone or (label and not rest):
            carried = _label_of(kept)
            continue
        kept = rest.rstrip("*_ |") if label else kept.rstrip("*_ |")
        if not kept or len(kept) > LONGEST:
            continue
        start = line.start + text.index(kept)
        name = (label.lastgroup or "" if label else "") or carried
        carried = ""
        yield _Row(
            start, kept, name, bullet, line.after_blank,
            school=(_is_school(kept) and name in {"", "school", "level"}) or name == "school",
            date=_has_date(kept),
            level=name != "school" and any(
                not _is_school_word(level, kept) for level in find_levels(kept)
            ),
        )  # fmt: skip


def _label_of(words: str) -> str:
    """What a label speaks of, with or without its colon."""
    found = _LABEL.match(words) or _LABEL.match(f"{words}:")
    return (found.lastgroup or "") if found else ""


def _has_date(text: str) -> bool:
    """Tell whether a row has a year at its edge, a period or a month."""
    if _EDGE_YEAR.search(text):
        return True
    return bool(next(iter(line_periods(text)), None) or next(scan_months(text), None))


def _is_school_word(level: Level, text: str) -> bool:
    """«High school» in the name of a school is no level."""
    words = text[level.start : level.stop].lower()
    return words == "high school" and _is_school(text)


def _entries(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Rows of one school each."""
    entry: list[_Row] = []
    kept = [row for row in rows if _may_belong(row)]
    if len({row.label for row in kept}) > 2 and all(row.label for row in kept):
        yield from _by_labels(kept)
        return
    levels_lead = bool(kept) and kept[0].level and _is_level_alone(kept[0])
    dates_trail = bool(kept) and _is_date_alone(kept[-1])
    for i, row in enumerate(kept):
        below = kept[i + 1] if i + 1 < len(kept) else None
        leads = not dates_trail and _is_date_alone(row) and below is not None and below.school
        has_school = any(each.school for each in entry)
        if entry and ((leads and has_school) or _begins_anew(entry, row, levels_lead=levels_lead)):
            yield entry
            entry = []
        entry.append(row)
    if entry:
        yield entry


def _may_belong(row: _Row) -> bool:
    return (
        row.school or row.date or row.level or bool(row.label) or len(row.text) <= LONGEST_WITHOUT
    )


def _is_date_alone(row: _Row) -> bool:
    return row.date and not _pieces(row)


def _begins_anew(entry: list[_Row], row: _Row, *, levels_lead: bool) -> bool:
    """Tell whether a row cannot belong to the entry so far."""
    has_school = any(each.school for each in entry)
    has_date = any(each.date for each in entry)
    has_level = any(each.level for each in entry)
    if row.label and any(each.label == row.label for each in entry):
        return True
    if row.school and has_school:
        return True
    if row.date and has_date:
        return has_school or has_level
    if row.level and has_school and _is_level_alone(row):
        return levels_lead or has_level
    if row.level and has_school and has_level:
        return not levels_lead  # «Магистр», school, «MBA, управление …»
    return row.after_blank and has_school and (row.date or row.level) and has_date


def _is_level_alone(row: _Row) -> bool:
    levels = find_levels(row.text)
    return len(levels) == 1 and levels[0].stop - levels[0].start >= len(row.text) - 12


def _study(entry: list[_Row], reading: Reading) -> Study | None:
    begin, end = _years(entry, reading)
    school = _school(entry, reading)
    level = _level(entry, reading, school)
    name = _speciality(entry, reading, school)
    if school is None and not (level and (name or end)):
        return None
    start, stop = reading.clean.span(entry[0].start, entry[-1].stop)
    return Study(
        start=start, stop=stop, level=level, institution=school, name=name, begin=begin, end=end
    )


def _years(entry: list[_Row], reading: Reading) -> tuple[int | None, int | None]:
    for row in entry:
        for period in line_periods(row.text):
            return period.begin.year, None if period.current else (period.end or period.begin).year
    for row in entry:
        for month in scan_months(row.text):
            return None, month.begin.year
    found = [year for row in entry for year, _, _ in _edge_years(row.text)]
    found = found or [int(match[0]) for row in entry for match in _YEAR.finditer(row.text)]
    found = [year for year in found if year <= reading.today.year + 8]
    if not found:
        return None, None
    return (found[0] if len(found) > 1 and found[0] < found[-1] else None), found[-1]


def _edge_years(text: str) -> Iterator[tuple[int, int, int]]:
    """Years set apart at the ends of a text or between its parts, with their offsets."""
    for match in _EDGE_YEAR.finditer(text):
        name = match.lastgroup or "last"
        if 1950 <= int(match[name]) <= 2035:
            yield int(match[name]), match.start(name), match.end(name)


_SPLIT = re.compile(
    r"\s[—–-]\s|\s{2,}|\t+|\s[·•]\s|\s?\|\s?|;\s?|(?<=[а-яёa-z]{3})\.\s(?=[А-ЯЁA-Z«])"
)


def _pieces(row: _Row) -> list[tuple[int, int, str]]:
    """Parts of a row between dashes and bars, dates taken out, with offsets."""
    text = row.text
    holes = [(p.start, p.stop) for p in line_periods(text)]
    holes += [(m.start, m.stop) for m in scan_months(text)]
    holes += [(start, stop) for _, start, stop in _edge_years(text)]
    masked = list(text)
    for start, stop in holes:
        masked[start:stop] = "\t" * (stop - start)
    view = "".join(masked)
    found, at = [], 0
    for gap in [*_SPLIT.finditer(view), None]:
        part = view[at : gap.start()] if gap else view[at:]
        piece = part.strip(_TRIM.replace(")", "").replace("(", "").replace(".", ""))
        piece = re.sub(r"^(?:г\.|год[а]?\b|гг\.)\s*|\s*\(\s*\)?$|^\)\s*", "", piece)
        if any(letter.isalpha() for letter in piece):
            start = row.start + at + part.index(piece)
            found.append((start, start + len(piece), piece))
        at = gap.end() if gap else at
    return found


def _clauses(start: int, words: str) -> list[tuple[int, int, str]]:
    """Clauses between commas; quotation marks and brackets hold together."""
    found = []
    for match in re.finditer(r"(?:«[^»]*»|\"[^\"]*\"|\([^)]*\)|[^,«\"(])+", words):
        piece = match[0].strip(" .:")
        if any(letter.isalpha() for letter in piece):
            at = start + match.start() + match[0].index(piece)
            found.append((at, at + len(piece), piece))
    return found


_SCHOOL_LEAD = re.compile(
    r"^(?:(?:я\s)?(?:окончил|закончил|выпускни|учусь|учил)[а-яё]*\s(?:в\s)?|студент(?:ка)?\s"
    r"|graduated from\s(?:the\s)?"
    r"|studied at\s|диплом\s|at\s|from\s|в\s(?=[А-ЯЁ]))",
    re.IGNORECASE,
)
_SCHOOL_NAME = re.compile(
    r"[А-ЯЁ][А-ЯЁа-яё-]+(?:\s[а-яё-]+(?:ий|ый|ой|ого|его|ому|ему|ом|ем|ая|ую)){0,4}\s(?:университет|институт|академи|колледж|техникум|училищ|школ|гимнази|лице)[а-яё]*"
    r"(?:\s[а-яё]+(?:и|ов|ев|ей|ы|я|ий|а|ого)\b){0,4}(?:\s(?:№\s?\d+|«[^»]+»))?"
    r"|(?:ПТУ|СПТУ|ПУ|СОШ|[А-ЯЁ]+Г[А-ЯЁ]*У)(?:[\s-]?№?\s?\d+)?"
    r"|(?:школ|лице|гимнази|училищ|колледж|техникум)[а-яё]*\s(?:№\s?\d+|«[^»]+»)"
    r"|(?:[A-Z][\w'’.-]+\s){1,5}(?:University|College|Institute|School|Academy|Polytechnic)(?:\s(?:of|for)(?:\s(?:[A-Z][\w'’-]+|and|the|&))+)?"
)


def _school(entry: list[_Row], reading: Reading) -> Value[str] | None:
    for row in entry:
        if row.label == "school":
            start, _stop, words = (
                _pieces(row)[0] if _pieces(row) else (row.start, row.stop, row.text)
            )
            return reading.words(start, start + _school_end(words), "school labelled")
    for row in entry:
        for start, _, piece in _pieces(row):
            for first, _, clause in _clauses(start, piece):
                if not _is_school(clause):
                    continue
                lead = _SCHOOL_LEAD.match(clause)
                shift = lead.end() if lead else 0
                words = clause[shift:]
                inner = _SCHOOL_NAME.search(words)
                has_verb = _STUDIED.search(words) is not None
                if inner and (
                    has_verb
                    or not (words[0].isupper() or words[0].isdigit() or words[0] in '«"')
                    or len(words.split()) > 9
                ):
                    begin = first + shift + inner.start()
                    return reading.words(begin, begin + len(inner[0]), "school in a sentence")
                end = first + shift + _school_end(words)
                if row.stop - 1 <= first + len(clause):
                    end = _wrapped_end(entry, row, end)
                return reading.words(first + shift, end, "school")
    return None


def _wrapped_end(entry: list[_Row], row: _Row, end: int) -> int:
    """Where a school's name ends that goes on in the next row: «… имени ⏎ Тукаевых»."""
    below = next((each for each in entry if each.start > row.start), None)
    if below is None or below.label or below.date or below.level or below.after_blank:
        return end
    if _UNFINISHED.search(row.text) or re.fullmatch(r"[«\"“][^»\"”]+[»\"”]", below.text):
        return below.stop if len(below.text.split()) <= WRAPPED_WORDS else end
    return end


_UNFINISHED = re.compile(r"\b(?:имени|им\.|of|and|for|the|&)$")
WRAPPED_WORDS = 3  # of a school's name in a row of their own


def _school_end(words: str) -> int:
    kept = re.sub(r"\s*\([^)]*$", "", words)
    kept = re.sub(r"\s*\((?![А-ЯЁA-Z]{2,8}\))[^)]*\)$", "", kept)
    kept = re.sub(r"\s+[A-Z][\w.' -]+,\s[A-Z]{2}$", "", kept)
    return len(kept.rstrip(" ,.:;"))


def _level(entry: list[_Row], reading: Reading, school: Value[str] | None) -> Value[str] | None:
    named = level_of_school(school.text) if school else None
    for row in entry:
        for level in sorted(find_levels(row.text), key=_is_vague):
            start, stop = row.start + level.start, row.start + level.stop
            if school and _within(reading.clean.span(start, stop), school):
                continue
            if level.name == "secondary" and named == "vocational":
                continue
            if level.name == "incomplete_higher" and named in {"vocational", "secondary"}:
                continue
            return reading.value(start, stop, level.name, "level of education")
    if school and named:
        return reading.original(
            school.start, school.stop, named, "level by the school", inferred=True
        )
    return None


def _is_vague(level: Level) -> bool:
    """«Высшее образование (Бакалавр)» is a bachelor's."""
    return level.name == "higher"


def _within(span: tuple[int, int], value: Value[str]) -> bool:
    return value.start <= span[0] and span[1] <= value.stop


_FIELD_LEAD = re.compile(
    r"^(?:по специальности|специальность|специализация|направление(?: подготовки)?|квалификация"
    r"|degree|major(?:ed)?|in|of|field of study|по направлению|спец\.)\s*[:—–-]?\s*",
    re.IGNORECASE,
)
_FACULTY = re.compile(r"(?:факультет|кафедра|faculty of|department)", re.IGNORECASE)


def _speciality(
    entry: list[_Row], reading: Reading, school: Value[str] | None
) -> Value[str] | None:
    options: list[tuple[int, int, str]] = []
    for row in entry:
        if row.label == "name":
            return reading.words(row.start, row.stop, "speciality labelled")
        for start, _, piece in _pieces(row):
            for first, last, clause in _clauses(start, piece):
                span = reading.clean.span(first, last)
                if school and span[0] < school.stop and school.start < span[1]:
                    continue
                found = _field_words(first, clause)
                if found:
                    options.append(found)
    best = next((o for o in options if _FIELD_LEAD.match(o[2])), None)
    best = best or next((o for o in options if not _FACULTY.match(o[2])), None)
    best = best or (options[0] if options else None)
    if best is None:
        return None
    lead = _FIELD_LEAD.match(best[2])
    start = best[0] + (lead.end() if lead else 0)
    return reading.words(start, best[1], "speciality") if start < best[1] else None


def _field_words(start: int, clause: str) -> tuple[int, int, str] | None:
    """What is left of a clause beside its level."""
    levels = find_levels(clause)
    words, at = clause, start
    if levels:
        last = levels[-1]
        words = clause[last.stop :]
        lead = re.match(
            r"[\s,:()—–-]*(?:degree\b|diploma\b|образование\b)?[\s,:()—–-]*(?:in\b|of\b"
            r"|по\b(?: специальности| направлению)?)?[\s«\"]*",
            words,
            re.IGNORECASE,
        )
        skip = lead.end() if lead else 0
        at, words = start + last.stop + skip, words[skip:]
    kept = words.strip(' .,;:()»"')
    if len(kept) < 3 or not any(c.isalpha() for c in kept) or _SKIP.match(kept):
        return None
    if is_place(kept) or _PLACE.fullmatch(kept):
        return None
    at += words.index(kept)
    return at, at + len(kept), kept


_PLACE = re.compile(
    r"г\.\s?[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*|[A-Z]{2}|diploma|degree|образование|год[а]?|г\.?|очн\w*|заочн\w*"
    r"|\w+ форма(?: обучения)?|class of|graduated",
    re.IGNORECASE,
)


def _course_entries(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Rows of one course each: as many as the years tell, else one."""
    if any(row.label for row in rows):
        yield from _by_labels(rows)
        return
    n_years = sum(bool(list(_edge_years(row.text))) or row.date for row in rows)
    size = len(rows) // n_years if n_years and len(rows) % n_years == 0 else 0
    is_even = size in {1, 2, 3} and all(
        sum(row.date for row in rows[i : i + size]) == 1 for i in range(0, len(rows), size)
    )
    if is_even and not (size > 1 and all(row.bullet for row in rows)):
        for i in range(0, len(rows), size):
            yield list(rows[i : i + size])
        return
    entry: list[_Row] = []
    for row in rows:
        joins = entry and not row.bullet and not row.after_blank and _continues(entry, row)
        if entry and not joins:
            yield entry
            entry = []
        entry.append(row)
    if entry:
        yield entry


def _continues(entry: list[_Row], row: _Row) -> bool:
    """Tell whether a row is the provider or the year of the course above."""
    if any(each.date for each in entry) and row.date:
        return False
    only_year = row.date and not _pieces(row)
    return (
        only_year
        or bool(PROVIDER.search(row.text) and not PROVIDER.search(entry[-1].text))
        or (re.match(r"(?:issued|выдан)", row.text, re.IGNORECASE) is not None)
    )


def _by_labels(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    entry: list[_Row] = []
    for row in rows:
        if entry and (not row.label or any(each.label == row.label for each in entry)):
            yield entry
            entry = []
        entry.append(row)
    if entry:
        yield entry


def _course(entry: list[_Row], reading: Reading) -> Study | None:
    pieces = [(row, piece) for row in entry for piece in _pieces(row)]
    pieces = [
        (row, piece)
        for row, piece in pieces
        if not _SKIP.match(piece[2]) and not _NO_COURSE.fullmatch(piece[2])
    ]
    if not pieces:
        return None
    years = [year for row in entry for year, _, _ in _edge_years(row.text)]
    years = years or [m.begin.year for row in entry for m in scan_months(row.text)]
    years = years or [(p.end or p.begin).year for row in entry for p in line_periods(row.text)]
    labelled = {row.label: piece for row, piece in pieces if row.label}
    name, school = _course_names(pieces)
    name, school = labelled.get("name", name), labelled.get("school", school)
    if name is None or len(name[2]) > LONGEST_WITHOUT:
        return None
    start, stop = reading.clean.span(entry[0].start, entry[-1].stop)
    return Study(
        start=start,
        stop=stop,
        institution=reading.words(school[0], school[1], "course school") if school else None,
        name=reading.words(*_unquoted(name), "course"),
        end=years[-1] if years else None,
    )


_NO_COURSE = re.compile(
    r"issued|выдан[оа]?|нет|none|[\d\s./]+|показать ещ[её]|show more", re.IGNORECASE
)
_Part = tuple[int, int, str]


def _course_names(pieces: list[tuple[_Row, _Part]]) -> tuple[_Part | None, _Part | None]:
    """Name and provider: on rows of their own, parted by a dash, or by the last comma."""
    first = pieces[0][1]
    others = [piece for _, piece in pieces[1:]]
    if others:
        school = next((piece for piece in others if PROVIDER.search(piece[2])), others[0])
        clauses = _clauses(first[0], first[2])
        if (
            pieces[1][0] is not pieces[0][0]
            and len(clauses) > 1
            and PROVIDER.search(clauses[-1][2])
            and not PROVIDER.search(school[2])
        ):
            return _until(first, clauses[-1]), clauses[-1]
        if (
            PROVIDER.search(first[2])
            and not PROVIDER.search(school[2])
            and re.match(r"(?:УЦ|[Уу]чебный центр|Академия)", first[2])
        ):
            return school, first
        return first, school
    clauses = _clauses(first[0], first[2])
    bracket = re.search(r"\(([^)]+)\)$", first[2])
    if bracket and any(c.isalpha() for c in bracket[1]) and len(clauses) == 1:
        at = first[0] + bracket.start(1)
        stop = first[0] + len(first[2][: bracket.start()].rstrip())
        return (first[0], stop, first[2][: bracket.start()].rstrip()), (
            at,
            at + len(bracket[1]),
            bracket[1],
        )
    if len(clauses) < 2:
        return first, None
    return _until(first, clauses[-1]), clauses[-1]


def _until(piece: _Part, clause: _Part) -> _Part:
    """What a piece has before its last clause."""
    words = piece[2][: clause[0] - piece[0]].rstrip(" ,.:;")
    return piece[0], piece[0] + len(words), words


def _unquoted(piece: _Part) -> tuple[int, int]:
    """Offsets without quotation marks that hold the whole name, and without «курс» before them."""
    start, stop, words = piece
    lead = re.match(
        r"(?:курс[ы]?|тренинг|course|workshop|семинар|программа|профессиональная переподготовка"
        r"|переподготовка|вебинар)\s(?=[«\"“])",
        words,
        re.IGNORECASE,
    )
    if lead:
        start, words = start + lead.end(), words[lead.end() :]
    if len(words) > 2 and words[0] in '«"“' and words[-1] in '»"”' and words.count(words[0]) == 1:
        return start + 1, stop - 1
    return start, stop
