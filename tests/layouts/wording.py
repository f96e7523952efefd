"""Words, dates, telephones and pay as resumes print them, Russian and English."""

from collections.abc import Callable, Iterable
from typing import Any

Person = dict[str, Any]
Languages = frozenset[str]

BOTH: Languages = frozenset({"en", "ru"})
RUSSIAN: Languages = frozenset({"ru"})
BASE = frozenset(
    "name phones emails links location positions jobs education courses languages skills".split()
)
NBSP = "\u00a0"
THIS_MONTH = (2026, 11)

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
}
_SHORT_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "ru": "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.",
}
_MONTHS_OF = (  # «с марта», «12 октября»
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
)
_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_TONGUES = {
    "en": {
        "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian",
        "cy": "Welsh", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian",
        "fr": "French", "ga": "Irish", "gd": "Scottish Gaelic", "hi": "Hindi", "hy": "Armenian",
        "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean",
        "ky": "Kyrgyz", "mr": "Marathi", "nl": "Dutch", "pa": "Punjabi", "pl": "Polish",
        "pt": "Portuguese", "ru": "Russian", "ta": "Tamil", "te": "Telugu", "tg": "Tajik",
        "tl": "Tagalog", "tr": "Turkish", "tt": "Tatar", "uk": "Ukrainian", "ur": "Urdu",
        "uz": "Uzbek", "vi": "Vietnamese", "yo": "Yoruba", "zh": "Chinese", "zu": "Zulu",
    },
    "ru": {
        "af": "Африкаанс", "ar": "Арабский", "az": "Азербайджанский", "ba": "Башкирский",
        "be": "Белорусский", "cv": "Чувашский", "de": "Немецкий", "en": "Английский",
        "es": "Испанский", "fa": "Персидский", "fr": "Французский", "he": "Иврит",
        "hi": "Хинди", "hy": "Армянский", "it": "Итальянский", "ja": "Японский",
        "ka": "Грузинский", "kk": "Казахский", "ko": "Корейский", "ky": "Киргизский",
        "pl": "Польский", "pt": "Португальский", "ru": "Русский", "sr": "Сербский",
        "tg": "Таджикский", "tr": "Турецкий", "tt": "Татарский", "uk": "Украинский",
        "ur": "Урду", "uz": "Узбекский", "vi": "Вьетнамский", "zh": "Китайский",
    },
}  # fmt: skip

LEVELS: dict[str, dict[str, str]] = {
    "en": {
        "native": "native", "A1": "beginner", "A2": "elementary", "B1": "intermediate",
        "B2": "upper-intermediate", "C1": "advanced", "C2": "proficient",
    },
    "ru": {
        "native": "родной", "A1": "начальный", "A2": "базовый", "B1": "средний",
        "B2": "выше среднего", "C1": "продвинутый", "C2": "в совершенстве",
    },
}  # fmt: skip
SPOKEN_LEVELS: dict[str, dict[str, str]] = {
    "en": {
        "native": "native speaker", "A1": "beginner", "A2": "basic", "B1": "conversational",
        "B2": "upper intermediate", "C1": "fluent", "C2": "proficient",
    },
    "ru": {
        "native": "родной", "A1": "начальный уровень", "A2": "со словарём", "B1": "разговорный",
        "B2": "выше среднего", "C1": "свободно", "C2": "в совершенстве",
    },
}  # fmt: skip
CEFR: dict[str, dict[str, str]] = {
    language: {level: level for level in ("A1", "A2", "B1", "B2", "C1", "C2")} | {"native": native}
    for language, native in (("en", "native"), ("ru", "родной"))
}

DEGREES: dict[str, dict[str, str]] = {
    "en": {
        "secondary": "High school diploma",
        "vocational": "Vocational school diploma",
        "incomplete_higher": "Incomplete higher education",
        "higher": "Higher education",
        "bachelor": "Bachelor's degree",
        "master": "Master's degree",
        "doctorate": "Doctorate",
    },
    "ru": {
        "secondary": "Среднее общее образование",
        "vocational": "Среднее специальное образование",
        "incomplete_higher": "Неоконченное высшее образование",
        "higher": "Высшее образование",
        "bachelor": "Бакалавр",
        "master": "Магистр",
        "doctorate": "Кандидат наук",
    },
}
SHORT_DEGREES: dict[str, dict[str, str]] = {
    "en": DEGREES["en"]
    | {"secondary": "High school", "vocational": "Associate degree", "doctorate": "PhD"}
    | {"bachelor": "Bachelor", "master": "Master"},
    "ru": {
        "secondary": "Среднее",
        "vocational": "Среднее специальное",
        "incomplete_higher": "Неоконченное высшее",
        "higher": "Высшее",
        "bachelor": "Бакалавр",
        "master": "Магистр",
        "doctorate": "Кандидат наук",
    },
}

_EMPLOYMENT = {
    "en": {
        "full_time": "full time",
        "part_time": "part time",
        "project": "project work",
        "temporary": "temporary",
        "contract": "independent contractor",
        "internship": "internship",
        "volunteer": "volunteering",
    },
    "ru": {
        "full_time": "полная занятость",
        "part_time": "частичная занятость",
        "project": "проектная работа",
        "temporary": "временная работа",
        "contract": "договор ГПХ",
        "internship": "стажировка",
        "volunteer": "волонтёрство",
    },
}
_WORKPLACE = {
    "en": {"office": "office", "remote": "remote", "hybrid": "hybrid", "field": "field work"},
    "ru": {
        "office": "в офисе",
        "remote": "удалённая работа",
        "hybrid": "гибридный формат",
        "field": "разъездная работа",
    },
}
_SCHEDULE = {
    "en": {
        "day": "day shifts",
        "night": "night shifts",
        "evening": "evening shifts",
        "rotating": "rotating shifts",
        "flexible": "flexible hours",
        "weekend": "weekends",
        "rotation": "fly-in fly-out rotation",
        "full_day": "full day",
    },
    "ru": {
        "day": "дневные смены",
        "night": "ночные смены",
        "evening": "вечерние смены",
        "rotating": "сменный график",
        "flexible": "гибкий график",
        "weekend": "работа в выходные",
        "rotation": "вахта",
        "full_day": "полный день",
    },
}
_PERIODS = {
    "en": {
        period: f"per {period}"
        for period in ("hour", "shift", "day", "week", "month", "year", "project")
    },
    "ru": {
        "hour": "в час",
        "shift": "за смену",
        "day": "в день",
        "week": "в неделю",
        "year": "в год",
        "project": "за проект",
    },
}
_SIGNS = {"RUB": "₽", "KZT": "₸", "USD": "$", "EUR": "€", "GBP": "£"}

FACT_LABELS = {
    "en": {
        "salary": "Desired salary",
        "employment": "Employment",
        "workplace": "Workplace",
        "schedule": "Schedule",
        "location": "Location",
        "relocation": "Relocation",
        "travel": "Business trips",
        "citizenship": "Citizenship",
        "work_permit": "Work permit",
        "licences": "Driving licence",
    },
    "ru": {
        "salary": "Желаемая зарплата",
        "employment": "Занятость",
        "workplace": "Формат работы",
        "schedule": "График работы",
        "location": "Город",
        "relocation": "Переезд",
        "travel": "Командировки",
        "citizenship": "Гражданство",
        "work_permit": "Разрешение на работу",
        "licences": "Водительские права",
    },
}


def month_of(value: str) -> tuple[int, int | None]:
    """Return year and month of `2019-03`, year and `None` of `2019`."""
    year, _, month = value.partition("-")
    return int(year), int(month) if month else None


def month_name(month: int, language: str) -> str:
    """Return the name of a month: `March`, `март`."""
    return _MONTHS[language].split()[month - 1]


def date(value: str, language: str, style: str) -> str:
    """Return a month as printed; a bare year stays a year."""
    year, month = month_of(value)
    if month is None:
        return str(year)
    match style:
        case "long":
            return f"{month_name(month, language)} {year}"
        case "title":
            return f"{month_name(month, language).capitalize()} {year}"
        case "short":
            return f"{_SHORT_MONTHS[language].split()[month - 1]} {year}"
        case "slash":
            return f"{month:02}/{year}"
        case "dot":
            return f"{month:02}.{year}"
        case _:
            msg = f"no such style of dates: {style}"
            raise ValueError(msg)


def span(job: Person, language: str, style: str, *, dash: str = " – ", now: str = "") -> str:
    """Return the period of a job: `March 2021 – Present`."""
    if not job.get("begin"):
        return ""
    begin = date(job["begin"], language, style)
    if job.get("end"):
        return f"{begin}{dash}{date(job['end'], language, style)}"
    now = now or {"en": "Present", "ru": "настоящее время"}[language]
    return f"{begin}{dash}{now}" if job.get("current") else begin


def since(job: Person) -> str:
    """Return the period of a job in a Russian sentence: «с марта 2019 по май 2021»."""
    if not job.get("begin"):
        return ""
    year, month = month_of(job["begin"])
    begin = f"с {_MONTHS_OF.split()[month - 1]} {year}" if month else f"с {year}"
    if job.get("current"):
        return f"{begin} по настоящее время"
    return f"{begin} по {date(job['end'], 'ru', 'long')}" if job.get("end") else begin


def day_span(job: Person, now: str) -> str:
    """Return the period of a job with days, as in Europass: `01/03/2021 – 31/05/2022`."""
    if not job.get("begin"):
        return ""
    year, month = month_of(job["begin"])
    begin = f"01/{month:02}/{year}" if month else str(year)
    if not job.get("end"):
        return f"{begin} – {now}" if job.get("current") else begin
    year, month = month_of(job["end"])
    return f"{begin} – " + (f"{_LAST_DAYS[month - 1]}/{month:02}/{year}" if month else str(year))


def plural(number: int, one: str, few: str, many: str) -> str:
    """Return a number with its Russian noun: «2 года»."""
    if number % 10 == 1 and number % 100 != 11:
        return f"{number} {one}"
    if number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14}:
        return f"{number} {few}"
    return f"{number} {many}"


def length(months: int, language: str) -> str:
    """Return a length of time: `2 years 4 months`, «2 года 4 месяца»."""
    years, rest = divmod(months, 12)
    if language == "ru":
        said = [plural(years, "год", "года", "лет"), plural(rest, "месяц", "месяца", "месяцев")]
    else:
        said = [
            f"{number} {noun}" + ("s" if number > 1 else "")
            for number, noun in ((years, "year"), (rest, "month"))
        ]
    return " ".join(part for part in said if not part.startswith("0"))


def months_in(job: Person) -> int:
    """Return the months of a job, both ends counted; whole years where it has only years."""
    if not job.get("begin"):
        return 0
    year, month = month_of(job["begin"])
    last_year, last_month = month_of(job["end"]) if job.get("end") else THIS_MONTH
    if month is None or last_month is None:
        return 12 * max(last_year - year, 1)
    return 12 * (last_year - year) + last_month - month + 1


def total_length(person: Person, language: str) -> str:
    """Return the length of all jobs together."""
    return length(sum(months_in(job) for job in person.get("jobs") or []), language)


def years(study: Person, dash: str = " – ") -> str:
    """Return the years of a study: `2014 – 2018`, or the only one that is known."""
    return dash.join(str(study[key]) for key in ("begin", "end") if study.get(key))


def day(value: str, language: str) -> str:
    """Return a day of the form `2026-10-19` in words: «19 октября 2026»."""
    year, month, number = (int(part) for part in value.split("-"))
    if language == "ru":
        return f"{number} {_MONTHS_OF.split()[month - 1]} {year}"
    return f"{month_name(month, language)} {number}, {year}"


def day_numbers(value: str, mark: str) -> str:
    """Return a day of the form `2026-10-19` as numbers: `19.10.2026`."""
    return mark.join(reversed(value.split("-")))


def phone(number: str, style: str = "spaced") -> str:
    """Return an E.164 number as people write it: `spaced`, `brackets` or `local`."""
    if number.startswith("+7") and len(number) == 12:
        code, a, b, c = number[2:5], number[5:8], number[8:10], number[10:]
        head = {"spaced": f"+7 {code}", "brackets": f"+7 ({code})", "local": f"8 ({code})"}[style]
        return f"{head} {a}-{b}-{c}"
    if number.startswith("+1") and len(number) == 12:
        code, a, b = number[2:5], number[5:8], number[8:]
        return {
            "spaced": f"+1 {code}-{a}-{b}",
            "brackets": f"({code}) {a}-{b}",
            "local": f"{code}.{a}.{b}",
        }[style]
    return number


def _amount(value: float, currency: str, language: str, *, cents: bool) -> str:
    number = f"{value:,.2f}" if cents else f"{value:,}"
    sign = _SIGNS.get(currency, currency)
    if language == "ru":
        return f"{number.replace(',', NBSP).replace('.', ',')}{NBSP}{sign}"
    return f"{sign}{number}" if len(sign) == 1 else f"{sign} {number}"


def pay(salary: Person, language: str) -> str:
    """Return the wanted pay in words: `from $44 per hour + bonus`."""
    ends = [salary.get("minimum"), salary.get("maximum")]
    cents = any(end is not None and end != int(end) for end in ends)
    low, high = (
        None if end is None else _amount(end, salary["currency"], language, cents=cents)
        for end in ends
    )
    if low and high:
        text = low if low == high else f"{low} – {high}"
    else:
        words = ("от", "до") if language == "ru" else ("from", "up to")
        text = f"{words[0]} {low}" if low else f"{words[1]} {high}"
    parts = [text, _PERIODS[language].get(salary.get("period") or "", "")]
    if (gross := salary.get("gross")) is not None:
        before = {"en": ("after tax", "before tax"), "ru": ("на руки", "до вычета налогов")}
        parts.append(before[language][gross])
    if salary.get("bonus"):
        parts.append({"en": "+ bonus", "ru": "+ премия"}[language])
    return " ".join(part for part in parts if part)


def ready(person: Person, key: str) -> str:
    """Return the answer to moving (`relocation`) or business trips (`travel`)."""
    said = person[key]
    if person["language"] == "en":
        what = {"relocation": "willing to relocate", "travel": "ready for business trips"}[key]
        return what if said else f"not {what}"
    word = "готова" if person.get("sex") == "female" else "готов"
    what = {"relocation": "к переезду", "travel": "к командировкам"}[key]
    return f"{word} {what}" if said else f"не {word} {what}"


def fact(person: Person, key: str) -> str:
    """Return what the person says on a condition of work, empty when nothing."""
    value, language = person.get(key), person["language"]
    if value in (None, [], ""):
        return ""
    lists = {"employment": _EMPLOYMENT, "workplace": _WORKPLACE, "schedule": _SCHEDULE}
    if key in lists:
        return ", ".join(lists[key][language].get(item, item) for item in value)
    if key in {"relocation", "travel"}:
        return ready(person, key)
    if key == "salary":
        return pay(value, language)
    if key == "licences":
        label = {"en": "category", "ru": "категория"} if len(value) == 1 else _CATEGORIES
        return f"{label[language]} {', '.join(value)}"
    return value if isinstance(value, str) else ", ".join(value)


_CATEGORIES = {"en": "categories", "ru": "категории"}


def facts(
    person: Person, keys: Iterable[str], labels: dict[str, str] | None = None
) -> list[tuple[str, str]]:
    """Return label and answer of each condition that the person speaks about."""
    names = FACT_LABELS[person["language"]] | (labels or {})
    said = ((names[key], fact(person, key)) for key in keys)
    return [(label, answer) for label, answer in said if answer]


def tongue(code: str, language: str) -> str:
    """Return the name of a language."""
    return _TONGUES[language][code]


def tongues(person: Person, levels: dict[str, dict[str, str]], form: str) -> list[str]:
    """Return the person's languages by a form like `{} ({})`; only the name without a level."""
    language = person["language"]
    return [
        form.format(tongue(known["code"], language), levels[language][known["level"]])
        if known.get("level")
        else tongue(known["code"], language)
        for known in person.get("languages") or []
    ]


def joined(*parts: str | int | None, mark: str = ", ") -> str:
    """Return the parts that are there, joined."""
    return mark.join(str(part) for part in parts if part)


def first_position(person: Person) -> Person:
    """Return the person with only the first of the positions looked for."""
    return person | {"positions": (person.get("positions") or [])[:1]}


def relevel(person: Person, levels: dict[str, str]) -> list[Person]:
    """Return the person's languages with levels changed by a table."""
    return [
        known | {"level": levels.get(known.get("level"), known.get("level"))}
        for known in person.get("languages") or []
    ]


def chain(*changes: Callable[[Person], Person]) -> Callable[[Person], Person]:
    """Return one change made of several."""

    def change(person: Person) -> Person:
        for step in changes:
            person = step(person)
        return person

    return change
