"""The positions that a candidate looks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from podbor.parse.dates import line_periods
from podbor.parse.fields import Word
from podbor.parse.lines import Line, is_employer, is_title, without_bullet
from podbor.parse.place import is_place
from podbor.parse.reading import Reading
from podbor.parse.resume_header import CONTACT, NO_NAMES
from podbor.records import Value

MOST = 4
LONGEST = 100  # characters
_WANTED_HEADING = re.compile(
    r"(?:желаем(?:ая|ые) (?:должност[ьи]|позици[яи])(?: и (?:зарплата|заработная плата))?"
    r"|цель(?: резюме| поиска)?"
    r"|desired position(?: and salary)?|(?:career |job )?objective|open to work)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:\d{1,2}[.)]\s)?(?:(?:желаем|иском|предполагаем)(?:ая|ые|ую)\s(?:должност[ьи]|позици[яию]|работ[ау]|вакансию?я?)"
    r"|цель(?: резюме| поиска)?|должность|вакансия|позиция|специальность|хочу работать|хочу"
    r"|кем хочу работать|ищу|ищу работу"
    r"|претендую на (?:должность|вакансию|позицию)|на какую (?:должность|вакансию) претендуете"
    r"|интересует|рассматриваю"
    r"|тема|соискание|desired\s(?:position|job|role)|(?:position|role|job)(?:\s(?:desired"
    r"|applied for|sought|wanted))?|applying for|interested in|post applied for"
    r"|job\sobjective|(?:career )?objective|target\s(?:role|position|job)|job applied for"
    r"|preferred job|looking for|seeking|applying for|title|headline)"
    r"\s?[:|\t]\s*",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"(?:(?:ищу|нужна|найду|рассматриваю|интересует|интересна|хочу найти"
    r"|хотел[а]? бы найти)\s(?:работу|подработку|работа|подработка|вакансию|должность|позицию"
    r"|место)"
    r"|претендую\sна\s(?:должность|позицию|вакансию|место)|на\s(?:должность|вакансию|позицию)"
    r"|по поводу (?:вакансии|должности)"
    r"|отклик на (?:вакансию|должность)|хочу (?:устроиться|работать)|соискани[ея] должности"
    r"|получени[ея] должности|вакансии"
    r"|(?:looking|searching|hoping|applying|considered)\s(?:for\s)?(?:an?\s|the\s|my\s(?:first|next)\s)?(?:[\w-]+\s){0,3}?(?:position|job|role|post|opening)\s(?:as|of)(?:\san?)?"
    r"|(?:seeking|want|obtain|secure)\s(?:an?\s|the\s|my\s(?:first|next)\s)?(?:[\w-]+\s){0,3}?(?:position|job|role|post)\s(?:as|of)(?:\san?)?"
    r"|apply(?:ing)? for the)(?:\s(?:в\sкачестве|как))?[\s:—–-]+",
    re.IGNORECASE,
)
_ROLE_AFTER = re.compile(
    r"(?:open to|looking for|seeking)\s(?:an?\s)?(?P<roles>[A-Z][\w /&-]+?(?:\s(?:and"
    r"|or)\s[A-Z][\w /&-]+?)*)\s(?:roles?|positions?|jobs?)\b"
)
_LEAD = re.compile(
    r"(?:(?:желаемая |искомая )?(?:должность|позиция|вакансия|цель)|job applied for|preferred job"
    r"|position"
    r"|desired (?:position|job)|objective|соискание|должности|в качестве"
    r"|претендую на(?: должность)?|тема|отклик на вакансию|отклик"
    r"|(?:на )?должност[ьи]|получени[ея]|ищу работу|ищу|роль|работать|устроиться|an?|the|to obtain"
    r"|вакансии|part[- ]time|full[- ]time)"
    r"(?:\s*[:|\t,—–-]\s*|\s+)",
    re.IGNORECASE,
)
_END = re.compile(
    r"[\n;!?:]|\.(?=\s|$)|\s{3,}|\s?\(\s?(?=[^)]*\d)|,?\s(?:от|до)?\s?\d[\d ]{3,}\s?(?:₽|руб|т\.р"
    r"|\$)|\d[\d ]{3,}\s?(?:₽|руб|[A-Z]{3}\b)"
    r"|,\s(?:можно|готов|удал|полн|частичн|график|занятость|вахт|на дому|part|full|remote|evening"
    r"|weekend|night|hybrid|\d/\d|in a|with|from|где|чтобы|в компани)"
    r"|\s(?:in a|in an|where|with|seeking|чтобы|у вас|из дома|at your|in your|post\b|role\b)(?=\s"
    r"|,|$)"
    r"|\t|\s\$\d",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(\s/\s|(?<=[а-яa-z])/(?=[А-ЯA-Zа-яa-z])|;\s|\s\|\s|\sили\s|\sлибо\s|\sor\s|\n)"
)


_LIST_JOINT = re.compile(r"(,\s|\s\+\s)")
_LINE_JOINT = re.compile(r"(;\s|\s\|\s|\sили\s|\sлибо\s|\sor\s|\n)")


def desired_positions(reading: Reading, words: dict[str, list[Word]]) -> tuple[Value[str], ...]:
    r"""Positions the candidate looks for, as written.

    Looked for under «Желаемая должность и зарплата», behind a label, in the lines of the header
    that name a position, and at last behind «ищу работу».

    Examples
    --------
    >>> from podbor.parse.reading import read_text
    >>> resume = "Анна Кротова\nЖелаемая должность и зарплата\nОператор чата\n50 000 ₽"
    >>> [position.text for position in desired_positions(read_text(resume), {})]
    ['Оператор чата']
    >>> desired_positions(read_text("Анна Кротова\nГород Тверь"), {})
    ()
    """
    for find in (_under_heading, _behind_label, _title_in_header, _sought):
        found: list[Value[str]] = []
        for start, stop in find(reading):
            end = _before_terms(reading.text, start, stop, words)
            for first, last in _each_position(reading.text, start, end):
                found.append(reading.words(first, last, f"position {find.__name__.strip('_')}"))
            if find is not _title_in_header and found:
                break
        if found:
            return tuple(found[:MOST])
    return ()


def _before_terms(text: str, start: int, stop: int, words: dict[str, list[Word]]) -> int:
    """End before «, частичная занятость» and the like."""
    ends = [
        word.start
        for field in ("employment", "workplace", "schedule")
        for word in words.get(field, [])
        if start + 3 < word.start < stop
        and text[: word.start].rstrip()[-1:] in {",", "(", "|", "—", "–", "-"}
    ]
    return min(ends, default=stop)


def _each_position(view: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Positions of a list: «Оператор / Администратор»."""
    at = start
    pieces = _JOINT.split(view[start:stop])
    if not all(is_title(piece.strip()) for piece in pieces[::2] if piece.strip()):
        pieces = _LINE_JOINT.split(view[start:stop])  # «Специалист по логистике / ВЭД» is one
    pieces = [part for piece in pieces for part in _listed(piece)]
    for piece in pieces:
        kept = piece.strip(" \t,.:;|—–-•*_#")
        lead = re.match(r"[^\w«\"(]+", kept)
        kept = kept[lead.end() :] if lead else kept
        while lead := _LEAD.match(kept):
            kept = kept[lead.end() :]
        cut = _END.search(kept)
        kept = (kept[: cut.start()] if cut else kept).rstrip(" ,.:;—–-*_")
        is_joint = kept.lower() in {"или", "либо", "or", "and"}
        if any(letter.isalpha() for letter in kept) and len(kept) <= LONGEST and not is_joint:
            begin = view.index(kept, at)
            yield begin, begin + len(kept)
        at += len(piece)


def _listed(piece: str) -> list[str]:
    """«Няня, помощница по хозяйству» as two positions with the comma between them."""
    parts = _LIST_JOINT.split(piece)
    are_titles = all(is_title(part.strip()) for part in parts[::2])
    return parts if are_titles else [piece]


def _under_heading(reading: Reading) -> Iterator[tuple[int, int]]:
    for line, below in pairwise(reading.lines):
        if _WANTED_HEADING.fullmatch(line.text.strip(" :*#")) and not below.is_heading:
            words = below.text
            sought = _SOUGHT.search(words) or _ROLE_AFTER.search(words)
            if sought:
                continue
            if len(words) <= LONGEST:
                yield below.start, below.stop


def _behind_label(reading: Reading) -> Iterator[tuple[int, int]]:
    """Labels count before the first job only: «Должность: …» is a label inside jobs too."""
    for line in reading.lines:
        if line.section == "experience":
            break
        if found := _LABEL.match(without_bullet(line.text).strip("*# ")):
            at = line.start + line.text.index(found[0]) + found.end()
            rest = reading.text[at : line.stop]
            if rest and not _SOUGHT.search(rest[:40]):
                yield at, line.stop


def _title_in_header(reading: Reading) -> Iterator[tuple[int, int]]:
    name = reading.name
    taken = (name.candidate.start, name.candidate.stop) if name else (-1, -1)
    seen = False
    for i, line in enumerate(reading.header):
        rest = line.text
        if line.start <= taken[0] < line.stop or taken[0] <= line.start < taken[1]:
            rest = line.text[max(0, taken[1] - line.start) :]
        rest = rest.lstrip(" \t,.|•☕—–-:*#")
        start = line.stop - len(rest)
        if not rest or any(line_periods(rest)) or _is_other(rest):
            if seen:
                return
            continue
        part = re.split(r"\s\|\s|\s[•·]\s|\t", rest)[0]
        if is_title(part.split(" / ")[0]) or (not seen and _is_banner(line, i, rest, taken)):
            seen = True
            yield start, start + len(part)
        elif seen:
            return


def _is_other(rest: str) -> bool:
    is_town = re.match(r"(?:г\.|гор\.|город)\s?[А-ЯЁ]", rest, re.IGNORECASE) is not None
    return bool(CONTACT.search(rest)) or is_town or is_place(rest) or rest.endswith(("!", "?"))


def _is_banner(line: Line, i: int, rest: str, taken: tuple[int, int]) -> bool:
    """Tell whether a line of capitals, or the short line below the name, is the headline."""
    bare = rest.lower().replace(" ", "") if re.fullmatch(r"(?:\w )+\w", rest) else rest.lower()
    if NO_NAMES & set(bare.split()) or is_employer(rest):
        return False
    words = rest.split()
    if i == 0 and taken[0] != line.start and rest.isupper() and len(words) <= 7:
        return True
    below_name = taken[1] > 0 and 0 < line.start - taken[1] <= 3
    return (
        below_name
        and 2 <= len(words) <= 8
        and not rest.endswith((".", ":"))
        and not re.search(r"\d|лет\b|родил|пол\b|муж|жен|[,:]", rest.lower())
    )


def _sought(reading: Reading) -> Iterator[tuple[int, int]]:
    for found in _ROLE_AFTER.finditer(reading.text):
        at = found.start("roles")
        for piece in re.split(r"(\sand\s|\sor\s)", found["roles"]):
            if piece.strip() not in {"and", "or"}:
                yield at, at + len(piece)
            at += len(piece)
        return
    for found in _SOUGHT.finditer(reading.text):
        end = _END.search(reading.text, found.end())
        yield found.end(), end.start() if end else len(reading.text)
