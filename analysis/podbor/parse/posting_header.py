"""Who hires, where, since when: what stands above and around the text of a posting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from podbor.parse.dates import MONTH, read_month
from podbor.parse.lines import Line, is_employer, is_title
from podbor.parse.place import is_place, work_place
from podbor.parse.reading import Reading
from podbor.parse.scoring import Candidate, choose
from podbor.records import Value

HEAD = 12  # lines
MOST_BY_FORM = 21  # names in quotation marks or with a legal form that are weighed
_LABEL = re.compile(
    r"(?:компания|работодатель|организация|предприятие|наниматель|employer|company(?: name)?"
    r"|hiring (?:company|organization)|организация-работодатель|наименование (?:организации"
    r"|компании)|клиент|заказчик|client)"
    r"\s?(?:[:|]\s?|$)",
    re.IGNORECASE,
)
_NAME = (
    r"(?:(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ГК|УК|СК|НПО|ФГУП|МУП|ГБУЗ|ГБУ|МБОУ|МАДОУ|МБДОУ|ФГБУ|АНО|ГУП|ТЦ|ТК|КГП|ТОО|ЧУ"
    r"|ОсОО|ЧУП|УП|СПК|ФКУ|МКУ)[ \t]?(?:[«\"„][^»\"“\n]{2,60}[»\"“]"
    r"|[А-ЯЁ][а-яё]+(?:\s[А-ЯЁ]\.\s?[А-ЯЁ]?\.?)?)"
    r"|[«\"][А-ЯЁA-Z][^»\"\n]{1,60}[»\"])"
)
_RUSSIAN = re.compile(_NAME)
_COMPANY_LEAD = re.compile(
    r"(?:компани[яюией]+|фирм[аеу]|сеть|завод|клиник[аеу]|магазин[а-яё]*|школ[аеу]|агентств[оа]|центр|кафе"
    r"|ресторан|банк|студи[яюи]|служб[аеу]|автошкол[аеу]|отель|пекарн[яюи]|типографи[яюи]"
    r"|группа компаний"
    r"|сервис|холдинг|производство|автосервис|поликлиник[аеу]|детский сад|колл-центр|контакт-центр"
    r"|маркетплейс|фабрик[аеу]|оператор связи|провайдер|аптек[аи]|сеть [а-яё]+)\s$",
    re.IGNORECASE,
)
_FAMILY_BEFORE = re.compile(
    r"(?:[а-яё]+(?:ая|ий|ый|ой|ое)\s){0,2}(?:групп[аы] компаний|такси|банк[а]?|сеть(?: магазинов"
    r"| аптек| клиник| салонов| кофеен| ресторанов| кафе)?"
    r"|детский сад|школ[аы]|клиник[аи]|фабрик[аи]|комбинат|пекарн[яи]|кафе|ресторан"
    r"|салон(?: [а-яё]+)?)\s$",
    re.IGNORECASE,
)
_ENGLISH_LEAD = re.compile(
    r"(?:^|[.!?\n]\s?)(?P<name>[A-Z][\w&.'’-]+(?:\s(?:&\s|and\s|of\s)?[A-Z][\w&.'’-]+){0,4})"
    r"(?:\s(?:is|are|has|was|runs|makes|sells|operates|provides|helps|serves|seeks|needs|builds|keeps|offers)\b|,\s(?:a|an|the)\s)"
)
_AT = re.compile(
    r"(?:join|at|with|for|about|here at|welcome to|work for|About"
    r"|Join)\s(?P<name>[A-Z][\w&.'’-]+(?:\s(?:&\s|and\s)?[A-Z][\w&.'’-]+){0,4})"
)
_SUFFIX = re.compile(
    r"\b(?:Inc|LLC|Ltd|Limited|Corp|Corporation|Company|Co|GmbH|Group|Bank|Hospital|Stores?|Services|Solutions"
    r"|Systems|Technologies|Partners|Associates|Center|Centre|School|Hotel|Energy|Logistics|Foods|Health"
    r"|Insurance|Staffing|Clinic|Utilities|Freight|Care|Labs?|Academy|College|Kitchen|Electric|Trust|Council"
    r"|plc|LLP|Bistro|Grill|Airlines|Telecom|Networks?|Credit Union|Medical|Supply|Recruitment"
    r"|Agency)\b\.?"
)
_NO_EMPLOYER = re.compile(
    r"^(?:call|email|e-mail|звон|пиш)|\d{3}[- )]|[«\"][^»\"]*,|отклик|показать|проверенн|отзыв"
    r"|вакансия|опубликован|сегодня|вчера|занятость|опыт|график|₽|руб|\$|£|€"
    r"|з/п|зарплат|оплат|posted|apply|salary|full[- ]time|part[- ]time|job type|job details"
    r"|benefits|about"
    r"|remote|hybrid|days ago|applicants|easy apply|save|рабочие часы|формат работы|оформление|@"
    r"|тел\.|\d{5,}"
    r"|urgently|confidential|\\brs\\.|p\\.m\\b|hiring|confidential|\brs\.|p\.m\b|^nights?$|^days$"
    r"|^evenings?$|^weekends$|^смен|responsibilities|requirements|you will|we are|требу|ищем|мы\b"
    r"|ваш|уровень|резюме",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"кадров[а-яё]+ (?:агентств|компани|центр)[а-яё]*|рекрутингов[а-яё]+"
    r"|агентств[а-яё]+ (?:по )?(?:подбор|персонал|кадр)[а-яё]*"
    r"|(?:для|у|компани[ияюей]|к|в|от)\s(?:нашего|нашему|наш)\s(?:клиент|заказчик"
    r"|партн[её]р)[а-яё]*|наш (?:клиент|заказчик)\b"
    r"|(?:компани[яюией]+|организаци[яюией]+)[- ](?:клиент|заказчик)[а-яё]*|в интересах (?:клиент"
    r"|заказчик)[а-яё]*"
    r"|staffing (?:agency|firm|company)|recruit(?:ing|ment) (?:agency|firm|company"
    r"|consultan)[a-z]*|employment agency"
    r"|\b(?:our|my) client\b|on behalf of (?:our|a) client|staffing is (?:hiring|recruiting"
    r"|looking)|one of our clients",
    re.IGNORECASE,
)
_OPENINGS = re.compile(
    r"(?:требу[юе]тся|нужн[оы]|нужен|ищем|набираем|приглашаем|открыт[оы]|количество (?:вакансий"
    r"|мест|рабочих мест|вакантных мест)|вакансий|мест"
    r"|всего|возьм[её]м|ещ[её]|наберём|рабочих мест)\s?[:—–-]?\s?(?P<before>\d{1,3}|один|одного"
    r"|двух|двое|два|тр[её]х|трое|три|четыр[её]х|четверо|четыре|пять|пятерых|пяти|шесть|шестерых"
    r"|шести|семь|семи|восемь|восьми|десять|десяти)\s?"
    r"(?:человек|вакан|мест|сотрудник|оператор|специалист|продав|водител|сварщик|курьер|менеджер|охранник|новых|уборщ|повар|$|\n)"
    r"|(?P<people>\d{1,3}|двух|тр[её]х|четыр[её]х|пятерых|пяти|шести|семи|восьми"
    r"|десяти)\s(?:вакантных мест|вакансии|вакансий|открытых (?:вакансий|позиций)|ставки в отделе)"
    r"|(?:openings?|positions?|vacanc(?:y|ies)|number of (?:openings|positions|hires)|headcount"
    r"|hires)\s?(?:available)?\s?[:—–-]\s?(?P<label>\d{1,3})"
    r"|(?P<count>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)\s(?:new\s"
    r"|full[- ]time\s|part[- ]time\s|open\s|more\s)*(?:openings|positions|vacancies|seats|spots"
    r"|roles|hires|people needed|drivers needed)"
    r"|(?:vacancies|openings|positions|posts|количество мест|мест|нужно человек|человек"
    r"|вакансий)\s?[:—–-]\s?(?P<colon>\d{1,3}|two|three|four|five|six)"
    r"|(?:нужны|ищем|требуются|набираем|наберём|возьмём)"
    r"\s(?P<verb>двух|тр[её]х|четыр[её]х|пятерых|шестерых|\d{1,2})\s"
    r"|(?:требу[юе]тся|нужны|ищем|приглашаем|наберём|возьмём)"
    r"\s(?P<few>двое|трое|четверо|пятеро"
    r"|двух|тр[её]х|четыр[её]х|пятерых|шестерых)\s"
    r"|(?:hiring|need|looking for|recruiting|seeking|fill|adding|bring on)\s(?P<hiring>\d{1,3}|two"
    r"|three|four|five|six|seven|eight|nine|ten|twelve)\s(?!\+?\s?(?:years?|yrs|months?|hours?"
    r"|days?|weeks?|minutes?|times?|more years|shifts?)\b)",
    re.IGNORECASE,
)
_NUMBERS = {
    "один": 1, "одного": 1, "двух": 2, "двое": 2, "два": 2,
    "трех": 3, "трёх": 3, "трое": 3, "три": 3,
    "четырех": 4, "четырёх": 4, "четверо": 4, "четыре": 4,
    "пять": 5, "пятерых": 5, "пятеро": 5, "пяти": 5,
    "шесть": 6, "шестерых": 6, "двенадцать": 12, "шести": 6, "семь": 7, "семи": 7,
    "восемь": 8, "восьми": 8, "десять": 10, "десяти": 10,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
_DAY = (
    rf"(?:(?P<day>\d\d?)\s(?P<word>{MONTH})(?:\s(?P<year>(?:20)\d\d))?"
    rf"|(?P<word2>{MONTH})\s(?P<day2>\d\d?)(?:st|nd|rd|th)?,?\s(?P<year2>20\d\d)"
    r"|(?P<day3>\d\d?)(?P<sep>[./])(?P<month3>\d\d?)[./](?P<year3>20\d\d)|(?P<iso>20\d\d-\d\d-\d\d))"
)
_ONLY_DAY = re.compile(_DAY, re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:опубликован[ао]?|размещен[ао]?|размещено|заявка открыта|открыта|ad placed|placed|listed"
    r"|дата (?:публикации|размещения)|от|обновлен[ао]?|posted(?: on)?|published|date posted|дата)"
    rf"\s?[:—–-]?\s?{_DAY}",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:актуальна? до|действу[а-яё]+ до|при[её]м (?:откликов|резюме|заявок|анкет) до"
    r"|отклик[а-яё]* (?:принимаем\s)?до"
    r"|резюме (?:принимаем |присылайте |ждём |ждем )?до|до|срок[а-яё]*:?|closing date|apply by"
    r"|applications? (?:close|due|deadline)s?(?: on| by)?"
    r"|deadline|closes(?: on)?|open until|before|by|until)"
    rf"\s?[:—–-]?\s?{_DAY}",
    re.IGNORECASE,
)


def employer(reading: Reading, title: Value[str] | None) -> Value[str] | None:
    """Name of the company that hires, as written."""
    field = reading.field("employer")
    if field:
        return field
    chosen = choose("employer", _employers(reading, title))
    return (
        reading.words(chosen.candidate.start, chosen.candidate.stop, chosen.why) if chosen else None
    )


def _employers(reading: Reading, title: Value[str] | None) -> Iterator[Candidate[str]]:
    """Words that may name the company, with what speaks for them."""
    yield from _employers_by_line(reading, title)
    yield from _employers_by_form(reading.text)
    yield from _employers_in_sentences(reading.text)


def _employers_by_line(reading: Reading, title: Value[str] | None) -> Iterator[Candidate[str]]:
    """Names behind labels and in the first lines."""
    text = reading.text
    after = reading.clean.view(title.start, title.stop)[1] if title else 0
    lines = reading.lines
    for i, line in enumerate(lines):
        label = _LABEL.match(line.text)
        if label and label.end() < len(line.text):
            yield _candidate(
                line.start + label.end(), _unbracketed(line.text[label.end() :]), ["label"]
            )
        elif label and i + 1 < len(lines):
            yield _candidate(lines[i + 1].start, _unbracketed(lines[i + 1].text), ["label"])
        elif i < HEAD and line.start >= after:
            yield from _header_names(line, i)
        elif i < HEAD and line.stop > after + 3:  # the title's own line goes on
            rest = _AFTER_TITLE.sub("", text[after : line.stop])
            yield from _header_names(replace(line, start=line.stop - len(rest), text=rest), 0)


def _employers_by_form(text: str) -> Iterator[Candidate[str]]:
    """Russian names in quotation marks or behind a legal form."""
    for found in islice(_RUSSIAN.finditer(text), MOST_BY_FORM):
        words, start = found[0].strip(), found.start()
        features = _form_features(text, start, words)
        family = _FAMILY_BEFORE.search(text, max(0, start - 40), start)
        if family and words[0] in '«"':
            start = family.start()
            words = text[start : found.end()].strip()
            features.append("company_lead")
        yield _candidate(start, words, features)


def _form_features(text: str, start: int, words: str) -> list[str]:
    """What speaks for a Russian name: its form, the words before it, its place in the text."""
    features = ["quoted" if "«" in words or '"' in words else "form"]
    if re.match(r"(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ТОО|ГБУЗ|МБОУ|МАДОУ|АНО|ГБУ|МУП)\b", words):
        features.append("form")
    if _COMPANY_LEAD.search(text[max(0, start - 30) : start]):
        features.append("company_lead")
    if start * 3 < len(text):
        features.append("early")
    return features


def _employers_in_sentences(text: str) -> Iterator[Candidate[str]]:
    """English names that are the subject of a sentence or stand behind "at"."""
    for pattern, feature in ((_ENGLISH_LEAD, "subject"), (_AT, "at")):
        for found in list(pattern.finditer(text[:6000]))[:12]:
            words = found["name"].rstrip(".")
            if words.split()[0].lower() in _COMMON or _NO_EMPLOYER.search(words):
                continue
            features = [feature]
            if _SUFFIX.search(words):
                features.append("suffix")
            if text.count(words) > 1:
                features.append("repeated")
            yield _candidate(found.start("name"), words, features)


_COMMON = frozenset(
    "the this we our you your it if what about as a an in at on for by job title pay must please "
    "schedule "
    "location duties requirements benefits company position full part how why who when there they "
    "he she all "
    "each every no not some most that these those i my monday tuesday wednesday thursday friday "
    "saturday sunday "
    "experience training english spanish customer team".split(" ")
)


_AFTER_TITLE = re.compile(r"^(?:\W|wanted\b|needed\b|required\b)+", re.IGNORECASE)


def _unbracketed(words: str) -> str:
    """Employer without «(грузоперевозки)» behind it."""
    return re.sub(r"\s\([^)]*\)\s*$", "", words)


def _header_names(line: Line, i: int) -> Iterator[Candidate[str]]:
    at = 0
    for piece in re.split(r"(\s[·•|]\s|\s[—–]\s|\t|\s{3,})", line.text):
        words = piece.strip(" \t,.·•|—–-")
        if words:
            start = line.start + line.text.index(words, at)
            place = re.search(r",\s(?:г\.\s?)?[А-ЯЁA-Z][\w-]+(?:,?\s[A-Z]{2})?$", words)
            us_town = re.search(r",\s[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?,?\s[A-Z]{2}$", words)
            if us_town:
                words = words[: us_town.start()]
                place = None
            if (
                place
                and not is_employer(words[place.start() :])
                and is_place(words[place.start() + 2 :])
            ):
                words = words[: place.start()]
            features = list(_header_features(words, i))
            if features:
                yield _candidate(start, words, features)
        at += len(piece)


def _header_features(words: str, i: int) -> Iterator[str]:
    if (not words[0].isupper() and words[0] not in '«"') or len(words) > 70 or ":" in words:
        return
    named = _RUSSIAN.search(words)
    if named and len(words) - named.end() > 3 and not words[named.end() :].startswith((" (", ",")):
        return  # a sentence that begins with the name
    if _NO_EMPLOYER.search(words) or is_place(words) or words.endswith((".", "!", "?")):
        return
    yield "header"
    if i <= 1:
        yield "below_title"
    if is_employer(words) or _SUFFIX.search(words):
        yield "suffix"
    if is_title(words) and not is_employer(words):
        yield "job_title"
    if len(words.split()) > 6:
        yield "long"
    if re.match(r"[А-ЯЁA-Z][\w-]+(?:,\s|\sул|\sпр)", words):
        yield "place"


def _candidate(start: int, words: str, features: list[str]) -> Candidate[str]:
    kept = words.strip(" \t,;:|")
    if kept.endswith(".") and not re.search(r"\b[А-ЯЁA-Z]\.$|(?:Inc|Ltd|Co|Corp)\.$", kept):
        kept = kept.rstrip(".")
    begin = start + words.index(kept) if kept else start
    return Candidate(begin, begin + len(kept), kept, tuple(features))


def agency(reading: Reading) -> Value[bool] | None:
    """True where an agency writes for a client; ``None`` where nothing says so."""
    found = _AGENCY.search(reading.text)
    return reading.value(*found.span(), True, "agency words") if found else None


def openings(reading: Reading) -> Value[int] | None:
    """How many people are wanted, where the posting gives a number."""
    for found in _OPENINGS.finditer(reading.text):
        name = next(n for n, words in found.groupdict().items() if words)
        words = found[name].lower()
        number = int(words) if words.isdigit() else _NUMBERS.get(words.replace("ё", "е"), 0)
        if 0 < number < 500:
            return reading.value(*found.span(), number, "openings")
    return None


def published(reading: Reading) -> Value[str] | None:
    """Day of publication, ISO 8601."""
    return _day(reading, _PUBLISHED, "published") or _last_day(reading)


def _last_day(reading: Reading) -> Value[str] | None:
    """The date below a letter: the last line, nothing but a day."""
    last = reading.lines[-1] if reading.lines else None
    found = _ONLY_DAY.fullmatch(last.text.strip(" .г")) if last else None
    day = _iso(found, reading.today.year) if found else None
    return (
        reading.value(last.start, last.stop, day, "published; the last line")
        if last and day
        else None
    )


def until(reading: Reading) -> Value[str] | None:
    """Last day of application, ISO 8601."""
    return _day(reading, _UNTIL, "until")


def _day(reading: Reading, pattern: re.Pattern[str], why: str) -> Value[str] | None:
    for found in pattern.finditer(reading.text):
        day = _iso(found, reading.today.year)
        if day:
            return reading.value(*found.span(), day, why)
    return None


def _iso(found: re.Match[str], this_year: int) -> str | None:
    groups = found.groupdict()
    if groups["iso"]:
        return groups["iso"]
    word = groups["word"] or groups["word2"]
    day = int(groups["day"] or groups["day2"] or groups["day3"])
    month = read_month(word) if word else int(groups["month3"])
    if groups["sep"] == "/":  # "11/03/2026" is American
        day, month = month, day
    year = int(groups["year"] or groups["year2"] or groups["year3"] or this_year)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year}-{month:02}-{day:02}"


def town(reading: Reading) -> Value[str] | None:
    """Town of the work."""
    field = reading.field("location")
    return field or work_place(reading, reading.lines)
