"""Lines of a resume: which are headings, which name a position, an employer, a stretch of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml
from podbor.normalize.dictionary import russian_tags
from podbor.parse.dates import line_periods

Section = str  # of corpus/headings/resume.yaml: experience, education, courses, skills …
_DECORATION = " \t=*#:•·_–—-▪►>|"
MEMO = 8192  # short texts remembered: the same pieces are asked about for every field
LONGEST_HEADING = 60  # characters
_JOINT = r"(?:\s*(?:,|/|&|\+|\bи\b|\band\b)\s*)"
_INLINE = re.compile(
    r"\s*([^:\n—–\t]{2,40}?)(?:(?<=Знание языков)\s|\s?(?::|\s[—–-])\s|\t|\s{2,}|\s(?=[▪•]\s))"
)


@cache
def _sections() -> tuple[tuple[Section, re.Pattern[str]], ...]:
    """Pattern of each section's headings."""
    named = read_yaml(resource("corpus", "headings/resume.yaml"))
    return tuple(
        (section, re.compile("|".join(f"(?:{p})" for p in patterns).replace(r"\j", _JOINT)))
        for section, patterns in named.items()
    )


_TITLE_STEMS = (
    "оператор специалист менеджер инженер мастер директор руководител начальник администратор "
    "кассир консультант продав диспетчер секретар бухгалтер экономист водител курьер "
    "разработчик программист аналитик тренер супервиз супервайзер агент представител "
    "ассистент помощни стажёр стажер эксперт координатор методист библиотекар учител "
    "преподавател медсестр сестра врач фельдшер повар официант бармен бариста хостес упаковщ "
    "грузчик кладовщи слесар сварщик электрик электромонт электрослесар механик монтажник "
    "разнорабоч рабочий охранник дежурн актёр актер дизайнер маркетолог рекрутер рекрутёр "
    "юрист интервьюер планировщик операционист делопроизводител швея флорист парикмахер "
    "наставник лаборант товаровед мерчендайзер промоутер телемаркетолог логист заведующ "
    "заместител управляющ технолог геодезист сметчик редактор корректор копирайтер переводчик "
    "архитектор тестировщик сборщик комплектовщи уборщи няня воспитател психолог регистратор "
    "вожат токар фрезеровщик маляр штукатур плотник прораб косметолог массажист фармацевт "
    "провизор экспедитор снабженец закупщик нотариус прапорщик самозанят сотрудни референт "
    "резчик станочник наладчик формовщи тимлид стажист ресёрчер"
)
_TITLE_RU = re.compile(
    r"(?<![а-яё])(?:авто|электро|газо|электрогазо|видео|теле|веб)?"
    # «диспетчерская служба», «логистика» name no person
    rf"(?:{_TITLE_STEMS.replace(' ', '|')})(?!ск|ик[аиу])[а-яё]*",
    re.IGNORECASE,
)
_TITLE_EN = re.compile(
    r"\b(?:manager|specialist|agent|representative|rep|associate|assistant|engineer|developer"
    r"|supervisor|director|coordinator|analyst|clerk|cashier|chef|cook|server|teacher|accountant"
    r"|nurse|technician|consultant|advisor|adviser|officer|administrator|receptionist|secretary"
    r"|intern|lead|leader|president|executive|operator|driver|designer|architect|programmer"
    r"|trainer|tutor|advocate|counselor|bookkeeper|auditor|recruiter|planner|buyer|barista"
    r"|bartender|waiter|waitress|host|hostess|founder|owner|scientist|researcher|attorney"
    r"|paralegal|mechanic|electrician|welder|worker|aide|therapist|photographer|editor|writer"
    r"|instructor|professor|expeditor|steward|registrar|pilot|guard|inspector|foreman|estimator"
    r"|setter|student|apprentice|trainee|freelancer|crew|team member|deckhand|foreman|taker"
    r"|lecturer|telecaller|caller|caregiver"
    r"|baker|tailor|nanny|janitor|tester|machinist|carpenter|plumber|painter|installer|fitter|laborer"
    r"|labourer|expert|sergeant|lieutenant|superintendent|principal|lecturer|paramedic|midwife|dentist"
    r"|treasurer|underwriter|adjuster|broker|realtor|butcher|porter|concierge|fellow|illustrator"
    r"|videographer|copywriter|stocker|loader|attendant|busser|dishwasher|expediter|scheduler"
    r"|dispatcher|controller|volunteer|merchandiser|stylist|collector|teller|salesperson|ceo|cto"
    r"|cfo|partner|strategist|producer|librarian|translator|interpreter|pharmacist|physician"
    r"|surveyor|planner|handler|packer|picker|cleaner|housekeeper|custodian|co-op)s?\b",
    re.IGNORECASE,
)
_STRONG_EMPLOYER = re.compile(
    r"(?<![\w])(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ГК|НПО|ФГУП|МУП|ГБУ|ГБУЗ|МБОУ|МАОУ|МБДОУ|МАДОУ|МБУ|ФГБУ|АНО|ГУП"
    r"|ЧОП|ЧОО|ТОО|КГУ|ФКУ|ТСН|ТСЖ|ОсОО|КГП)(?!\w)"
    r"|[«\"„“][^»\"”\n]{2,60}[»\"”]"
    r"|\b(?:Inc|LLC|Ltd|Limited|Corp|Corporation|GmbH|PLC|LLP|Pvt|L\.P|Sp\. z o\.o|s\.r\.o)\b"
    r"|\b[A-Z]\w+ Co\b\.?"
)
_EMPLOYER = re.compile(
    r"(?<![\w])(?:УК|СК|ТЦ|ТК|КЦ)(?!\w)"
    r"|(?i:\b(?:банк|завод|магазин|компания|фирма|студия|агентство|холдинг|больница|поликлиника"
    r"|гостиница|отель|ресторан|кафе|такси|библиотека|сеть|маркетплейс|провайдер|клиника|фабрика"
    r"|комбинат|школа|автосалон|кофейня|склад|столовая|салон|институт|университет|колледж|техникум"
    r"|аптека|стоматология|автоколонна|отделение|участок|управление|администрация|редакция|издательство"
    r"|ателье|пекарня|автосервис|киоск|доставка|лицей|гимназия|клуб|бюро|трест|депо|автобаза|совхоз"
    r"|колхоз|бригада|интернет-магазин|супермаркет|парикмахерская|служба доставки|центр|музей|театр"
    r"|санаторий|автошкола|типография|мастерская|пиццерия|цех|войсковая часть|в/ч|турфирма"
    r"|онлайн-школа|предприятие|телеком)\b)"
    r"|\b(?:Company|Co|Group|Bank|Hospital|Stores?|Restaurant|Labs?|Systems|Services|Solutions|Technologies"
    r"|Analytics|Partners|Associates|Center|Centre|School|Hotel|Provider|Institute|University|College"
    r"|Academy|Clinic|Pharmacy|Union|Airlines|Airways|Army|Navy|Logistics|Insurance|Foods|Mills|Market"
    r"|Warehouse|Supply|Energy|Electric|Freight|Transport|Telecom|Media|Studios?|Agency|Foundation"
    r"|Council|Library|Museum|Bakery|Caf[eé]|Grill|Kitchen|Inn|Resort|Motors|Dental|Homes|Properties"
    r"|Realty|Industries|Manufacturing|Software|Networks|Mutual|Assurance|Brokers|Holdings|Ventures"
    r"|Consulting|Staffing|Outsourcing|Nursery|Grocery|Shelter|Express|Co-op|Cooperative|Bistro|Diner"
    r"|Burger|Pizza|Coffee|Boutique|Depot|Trust|NHS|Trucking|Contact Services|Broadband|Mobile"
    r"|Farms?|County|Parish|Pediatrics|Importers|Utilities|Health Network|Housing Association"
    r"|Roofing|Plumbing|Construction|Builders|Retail|Outfitters|Apparel|Furniture|Appliances?|Hospice)\b"
)
_BULLET = re.compile(r"\s*(?:[-–—•*·▪►>+✓✔]+|\d{1,2}[.)](?!\d))\s*")

_RU_YEARS = r"(?:года|год|лет|г\.|г(?!\w))"
DURATION = (
    rf"(?:(?P<years>\d{{1,2}}(?:[.,]\d)?)\s?\+?\s?(?:{_RU_YEARS}|years?|yrs?\.?)"
    r"(?:(?:\s|,\s|\sи\s|\sand\s)(?P<more>\d{1,2})\s?(?:мес[а-яё]*\.?|months?|mos?\.?))?"
    r"|(?P<months>\d{1,3})\s?(?:мес[а-яё]*\.?|months?|mos?\.?))(?!\w)"
)
_ONLY_DURATION = re.compile(rf"\s*[(]?{DURATION}[)]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank; ``start:stop`` has no blanks at its ends.

    Parameters
    ----------
    start, stop : int
    text : str
    after_blank : bool
        A blank line, or the beginning of the text, is above; one below a Markdown heading of the
        third level or deeper counts as none.
    section : str or None
        Under which heading it stands.
    is_heading : bool
    """

    start: int
    stop: int
    text: str
    after_blank: bool
    section: Section | None
    is_heading: bool


def read_lines(view: str) -> list[Line]:
    r"""Lines with the sections they stand in.

    Examples
    --------
    >>> lines = read_lines("Анна\nОпыт работы — 5 лет\nШвея\nОбразование: ПТУ")
    >>> [(line.section, line.is_heading) for line in lines]
    [(None, False), ('experience', True), ('experience', False), ('education', True)]
    """
    lines: list[Line] = []
    section: Section | None = None
    after_blank = True
    for start, raw in _raw_lines(view):
        text = raw.strip()
        if not text:  # a blank line below «### Оператор — ООО «Ромашка»» sets nothing apart
            after_blank = not (lines and lines[-1].text.startswith("###"))
            continue
        if FURNITURE.search(text):
            continue
        is_value = bool(lines) and _INDUSTRY_LABEL.fullmatch(lines[-1].text) is not None
        heading = (
            None if is_value else heading_section(text, within=section, after_blank=after_blank)
        )
        section = heading or section
        at = start + raw.index(text)
        lines.append(Line(at, at + len(text), text, after_blank, section, heading is not None))
        after_blank = False
    return _without_industries(lines)


_INDUSTRY_LABEL = re.compile(  # its value «Образование» on the next line is no heading
    r"(?:сфера(?: деятельности)?|отрасль|industry|business or sector)\s?:?", re.IGNORECASE
)


def _without_industries(lines: list[Line]) -> list[Line]:
    """«Образование» below the dates of a job is the industry of its employer, no heading."""
    last_dates = -INDUSTRY_REACH - 1
    for i, line in enumerate(lines):
        if line.section == "experience" and not line.is_heading:
            if next(iter(line_periods(line.text)), None) or is_duration(line.text):
                last_dates = i
            continue
        is_heading = line.is_heading and line.section == "education" and not line.after_blank
        if not is_heading or not _is_industry_at(lines, i, last_dates):
            continue
        for j in range(i, len(lines)):
            if lines[j].is_heading and j > i:
                break
            lines[j] = replace(lines[j], section="experience", is_heading=False)
    return lines


def _is_industry_at(lines: list[Line], i: int, last_dates: int) -> bool:
    """Tell whether a heading stands among the names of a job: just below dates, or just above."""
    if not i or lines[i - 1].section != "experience":
        return False
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    if i - last_dates <= INDUSTRY_REACH and not is_bullet(lines[i - 1].text):
        return not _STUDY_LINE.search(below) and bool(is_title(below) or is_bullet(below))
    period = next(iter(line_periods(below)), None)
    return period is not None and period.begin.month is not None and _ends_in_duration(below)


def _ends_in_duration(text: str) -> bool:
    """Tell whether hh.ru's length of a job stands behind its dates."""
    found = re.search(DURATION, text, re.IGNORECASE)
    return found is not None and found.end() == len(text)


_STUDY_LINE = re.compile(
    r"(?:19|20)\d\d|высшее|среднее|бакалавр|магистр|универс|институт|колледж|школа|академи|техникум"
    r"|училищ|degree|bachelor|master|diploma|university|college|school|institute|academy",
    re.IGNORECASE,
)
INDUSTRY_REACH = 5  # lines from the dates of a job to its industry


FURNITURE = re.compile(  # of every page
    r"(?:^|•\s+)(?:резюме обновлено|resume updated)\b|^(?:page|стр(?:аница|\.)?)\s\d+(?:\s?(?:of"
    r"|из|/)\s?\d+)?$"
    r"|^показать ещ[её]$|^show more$",
    re.IGNORECASE,
)


def after_heading(line: Line) -> tuple[int, str]:
    """Offset and words of what stands behind the heading in its line; no words if nothing does.

    Examples
    --------
    >>> after_heading(read_lines("Учёба: колледж")[0])
    (7, 'колледж')
    """
    found = _INLINE.match(line.text) or re.match(r"[^:]{2,40}:", line.text)
    if not found:
        return line.stop, ""
    rest = line.text[found.end() :]
    kept = rest.lstrip(" \t▪•:")
    return line.start + found.end() + len(rest) - len(kept), kept


def _raw_lines(view: str) -> Iterator[tuple[int, str]]:
    start = 0
    for raw in view.split("\n"):
        yield start, raw
        start += len(raw) + 1


def heading_section(
    line: str, *, within: Section | None = None, after_blank: bool = True
) -> Section | None:
    """Section that a heading opens; ``None`` for any other line.

    Parameters
    ----------
    line : str
    within : str or None
        The section so far: in jobs, «Достижения:» and "Tools: Excel" are labels of the job.
    after_blank : bool
        A blank line is above.

    Examples
    --------
    >>> heading_section("== Места работы =="), heading_section("Учёба: колледж связи")
    ('experience', 'education')
    >>> heading_section("Работала в отделе образования") is None
    True
    >>> heading_section("Проекты: страхование", within="experience") is None
    True
    """
    if line[:1] in _BULLETS and line[:1] != line[-1:]:
        return None
    line = _NUMBER.sub("", line)
    bare = re.sub(r"\s\([^)]*\)$", "", line.strip(_DECORATION))
    section = _section_of(bare) if len(bare) <= LONGEST_HEADING else None
    if section is None and _looks_like_heading(line, bare, after_blank=after_blank):
        section = _section_by_stem(bare)
    if section:
        is_label = line.rstrip().endswith(":") and not after_blank
        if not (within == "experience" and section in JOB_LABELS and is_label):
            return section
        return None
    return _inline_section(line, within, after_blank=after_blank)


def _inline_section(line: str, within: Section | None, *, after_blank: bool) -> Section | None:
    """Section that a label with words behind it opens («Образование: колледж связи»)."""
    inline = _INLINE.match(line)
    if not inline or not line or line[0] in _BULLETS:
        return None
    section = _section_of(inline[1].strip(_DECORATION))
    if section == "languages" and within == "skills" and not _names_language(line[inline.end() :]):
        return None  # "Languages: Python, Go" among skills
    if within == "experience" and section in JOB_LABELS | {"experience"}:
        return section if section in {"skills", "about"} and after_blank else None
    return section


@cache
def _languages() -> frozenset[str]:
    named = read_yaml(resource("corpus", "lexicon/languages.yaml"))
    return frozenset(name for names in named.values() for kind in names.values() for name in kind)


def _names_language(words: str) -> bool:
    """Tell whether a text names a language that people speak."""
    return any(word in _languages() for word in re.findall(r"[^\W\d_]+", words.lower()))


_NUMBER = re.compile(r"^(?:\d{1,2}|[IVX]{1,4})[.)]\s")  # «12. Трудовая деятельность:»
JOB_LABELS = frozenset({"other", "skills", "about", "courses"})  # labels inside jobs
_BULLETS = "-–—•*·▪►>+✓✔"


def _looks_like_heading(line: str, bare: str, *, after_blank: bool) -> bool:
    """Tell whether a short line is set apart: in capitals, framed, or ending in a colon."""
    if not 0 < len(bare.split()) <= 5 or any(letter.isdigit() for letter in bare):
        return False
    framed = line[0] in "=*#_" or line.startswith("--")
    if line.startswith("###"):  # «### Школа № 5» names an entry
        return False
    return framed or bare.isupper() or (line.rstrip().endswith(":") and after_blank)


@cache
def _stems() -> tuple[tuple[Section, re.Pattern[str]], ...]:
    named = read_yaml(resource("corpus", "headings/resume_stems.yaml"))
    return tuple(
        (section, re.compile(rf"\b(?:{'|'.join(stems)})")) for section, stems in named.items()
    )


def _section_by_stem(bare: str) -> Section | None:
    folded = " ".join(bare.lower().replace("ё", "е").split())
    return next((section for section, pattern in _stems() if pattern.search(folded)), None)


@lru_cache(maxsize=4096)
def _section_of(bare: str) -> Section | None:
    if not bare or bare.endswith((".", ";")):
        return None
    folded = " ".join(bare.lower().replace("ё", "е").split())
    return next((section for section, p in _sections() if p.fullmatch(folded)), None)


@lru_cache(maxsize=MEMO)
def is_title(text: str) -> bool:
    """Tell whether a short text names a position.

    Examples
    --------
    >>> is_title("Старший оператор, вторая линия"), is_title("Sales Associate/Cashier")
    (True, True)
    >>> is_title("приёмная генерального директора"), is_title("helped the manager with all orders")
    (False, False)
    """
    words = text.split()
    if not 0 < len(words) <= 14 or text.endswith(("!", "?")):
        return False
    if russian := _TITLE_RU.search(" ".join(words[:3])):
        return any("sing,nomn" in tag for tag in russian_tags(russian[0]))
    if len(words) > 10 or not _TITLE_EN.search(text):
        return False
    letters = [word for word in words if word[0].isalpha() and len(word) > 3]
    capital = [word for word in letters if word[0].isupper()]
    return len(capital) * 3 >= len(letters) * 2 or len(words) <= 3


@lru_cache(maxsize=MEMO)
def is_employer(text: str) -> bool:
    """Tell whether a text looks like the name of an employer.

    Examples
    --------
    >>> is_employer("ООО «Ромашка»"), is_employer("Globex Systems LLC"), is_employer("Саратов")
    (True, True, False)
    """
    return has_legal_form(text) or bool(_EMPLOYER.search(text))


@lru_cache(maxsize=MEMO)
def has_legal_form(text: str) -> bool:
    """Tell whether a text has what only names of employers have: a legal form, or quotation marks.

    Examples
    --------
    >>> has_legal_form("ИП Саакян"), has_legal_form("Менеджер контактного центра")
    (True, False)
    """
    return bool(_STRONG_EMPLOYER.search(text))


def without_bullet(line: str) -> str:
    """Line without the bullet or number in front.

    Examples
    --------
    >>> without_bullet("• приём звонков"), without_bullet("2) чат")
    ('приём звонков', 'чат')
    """
    found = _BULLET.match(line)
    return line[found.end() :] if found and found.end() < len(line) else line


def is_bullet(line: str) -> bool:
    """Tell whether a line begins with a bullet or a number."""
    return without_bullet(line) is not line and without_bullet(line) != line


@lru_cache(maxsize=MEMO)
def is_duration(line: str) -> bool:
    """Tell whether a line is a stretch of time and nothing else («2 года 9 месяцев»)."""
    return bool(_ONLY_DURATION.fullmatch(line))


def read_duration(found: re.Match[str]) -> int:
    """Months that :data:`DURATION` matched."""
    if found["months"]:
        return int(found["months"])
    return round(float(found["years"].replace(",", ".")) * 12) + int(found["more"] or 0)
