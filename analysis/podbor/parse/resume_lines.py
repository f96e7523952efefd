"""Lines of a resume: which are headings, which name a position, an employer, a stretch of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from podbor.normalize.dictionary import russian_tags

Section = Literal["experience", "education", "other"]

_DECORATION = " \t=*#:•·_–—-▪►>|"

_EXPERIENCE = (
    r"(?:(?:мой |общий |профессиональный |трудовой |релевантный )?(?:опыт|стаж)"
    r"(?: (?:моей )?работы)?"
    r"|(?:предыдущие |последние )?места? работы|где (?:я )?работала?|трудов(?:ой путь"
    r"|ая деятельность)"
    r"|карьера|что я делала?|профессиональная деятельность|история работы|до этого"
    r"|(?:work |working |professional |relevant |related |employment |career |job |other "
    r"|additional "
    r"|customer service )*(?:experience|history|background)|employment|work|career|positions held)"
)
_EDUCATION = (
    r"(?:образов(?:ание|\.)?|основное образование|об(?:разование и о)?бучение|уч[её]ба|учусь"
    r"|повышение квалификации(?:, курсы| / курсы| и курсы)?|(?:дополнительное )?образование и курсы"
    r"|дополнительное образование|курсы(?: и тренинги)?|тренинги|тесты, экзамены"
    r"|(?:электронные )?сертификаты|education(?: and training| & training| and certifications)?"
    r"|(?:academic|educational) (?:background|history|qualifications)"
    r"|(?:professional )?(?:training|development|certifications?)(?:/courses)?|certificates"
    r"|licenses(?: and certifications)?|courses|coursework|tests, examinations"
    r"|electronic certificates)"
)
_OTHER = (
    r"(?:(?:ключевые |профессиональные |основные |личные )?(?:навыки|компетенции|качества|умения)"
    r"|обо мне|о себе|про себя|личное|дополнительн(?:ая информация|о)|рекомендации|пожелания"
    r"|знание языков|(?:иностранные )?языки|умею|владею|чем владею|инструменты|программы|портфолио"
    r"|опыт вождения|гражданство, время в пути до работы|контакты|личные данные|хобби|интересы"
    r"|желаемая должность(?: и зарплата)?|кратко|цель|почему уш[её]л|хочу"
    r"|(?:professional |executive |career )?(?:summary|profile|overview|objective)|highlights"
    r"|(?:core |key |technical |professional |top |additional )?(?:skills?|qualifications"
    r"|competencies)"
    r"|languages?|interests|hobbies|references|publications|affiliations|memberships"
    r"|professional affiliations|awards(?: and honors)?|honors|(?:additional|personal) information"
    r"|driving experience|about me|desired position(?: and salary)?|contacts?|tools|other"
    r"|activities"
    r"|volunteer(?:ing| work| experience)?|community (?:service|involvement))"
)
_TOTAL = r"(?:\s*[—–:-]+\s*\d.*)?"
_SECTIONS: tuple[tuple[Section, re.Pattern[str]], ...] = (
    ("experience", re.compile(_EXPERIENCE + _TOTAL, re.IGNORECASE)),
    ("education", re.compile(_EDUCATION, re.IGNORECASE)),
    ("other", re.compile(_OTHER, re.IGNORECASE)),
)
_INLINE = re.compile(r"\s*([^:\n—–]{2,40}?)\s?(?::|\s[—–-])\s")

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
    r"|dispatcher|controller|volunteer|merchandiser|stylist|collector|teller|salesperson|ceo|cto"
    r"|cfo|partner|strategist|producer|librarian|translator|interpreter|pharmacist|physician"
    r"|surveyor|planner|handler|packer|picker|cleaner|housekeeper|custodian|co-op)s?\b",
    re.IGNORECASE,
)
_EMPLOYER = re.compile(
    r"(?<![\w])(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ГК|УК|СК|НПО|ФГУП|МУП|ГБУ|ГБУЗ|МБОУ|ФГБУ|АНО|ГУП|ТЦ"
    r"|ТК)(?!\w)"
    r"|[«\"„“][^»\"”\n]{2,60}[»\"”]"
    r"|(?i:\b(?:банк|завод|магазин|компания|фирма|студия|агентство|холдинг|больница|поликлиника"
    r"|гостиница|отель|ресторан|кафе|такси|библиотека|сеть|маркетплейс|провайдер|клиника|фабрика"
    r"|комбинат|школа|автосалон|кофейня|склад|столовая|салон)\b)"
    r"|\b(?:Inc|LLC|Ltd|Corp|Corporation|Company|Co|GmbH|Group|Bank|Hospital|Stores?|Restaurant"
    r"|Labs?"
    r"|Systems|Services|Solutions|Technologies|Analytics|Partners|Associates|Center|Centre|School"
    r"|Hotel|Provider)\b"
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
        A blank line, or the beginning of the text, is above.
    section : {"experience", "education", "other"} or None
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
        if not text:
            after_blank = True
            continue
        heading = heading_section(text)
        section = heading or section
        at = start + raw.index(text)
        lines.append(Line(at, at + len(text), text, after_blank, section, heading is not None))
        after_blank = False
    return lines


def _raw_lines(view: str) -> Iterator[tuple[int, str]]:
    start = 0
    for raw in view.split("\n"):
        yield start, raw
        start += len(raw) + 1


def heading_section(line: str) -> Section | None:
    """Section that a heading opens; ``None`` for any other line.

    Examples
    --------
    >>> heading_section("== Места работы =="), heading_section("Учёба: колледж связи")
    ('experience', 'education')
    >>> heading_section("Работала в отделе образования") is None
    True
    """
    bare = line.strip(_DECORATION)
    if len(bare) <= 60 and (section := _section_of(bare)):
        return section
    inline = _INLINE.match(line)
    return _section_of(inline[1].strip(_DECORATION)) if inline else None


def _section_of(bare: str) -> Section | None:
    return next((section for section, pattern in _SECTIONS if pattern.fullmatch(bare)), None)


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


def is_employer(text: str) -> bool:
    """Tell whether a text looks like the name of an employer.

    Examples
    --------
    >>> is_employer("ООО «Ромашка»"), is_employer("Globex Systems LLC"), is_employer("Саратов")
    (True, True, False)
    """
    return bool(_EMPLOYER.search(text))


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


def is_duration(line: str) -> bool:
    """Tell whether a line is a stretch of time and nothing else («2 года 9 месяцев»)."""
    return bool(_ONLY_DURATION.fullmatch(line))


def read_duration(found: re.Match[str]) -> int:
    """Months that :data:`DURATION` matched."""
    if found["months"]:
        return int(found["months"])
    return round(float(found["years"].replace(",", ".")) * 12) + int(found["more"] or 0)
