"""Resumes as web pages and plain texts: SuperJob, HTML, text, Markdown, Rabota.ru, JSON Resume."""

import json
import textwrap
from collections.abc import Callable
from html import escape
from typing import Any

from layouts.flow import Item, Maker, Plan, about, bullets, compose, each, name, pairs, texts
from layouts.layout import Layout
from layouts.wording import (
    BASE,
    BOTH,
    DEGREES,
    LEVELS,
    RUSSIAN,
    SHORT_DEGREES,
    SPOKEN_LEVELS,
    Languages,
    Person,
    chain,
    day,
    day_numbers,
    fact,
    facts,
    first_position,
    joined,
    length,
    months_in,
    pay,
    phone,
    plural,
    relevel,
    since,
    span,
    tongue,
    tongues,
    total_length,
    years,
)

_TERMS = frozenset({"employment", "schedule", "workplace", "relocation", "travel"})


def _degree(study: Person, language: str, degrees: dict[str, dict[str, str]]) -> str:
    return joined(degrees[language].get(study.get("level") or "", ""), study.get("field"))


# ---- SuperJob -------------------------------------------------------------------------------

_SUPERJOB_LEVELS = {
    "ru": {
        "A1": "базовый",
        "A2": "базовый",
        "B1": "разговорный",
        "B2": "разговорный",
        "C1": "свободно владею",
        "C2": "свободно владею",
    }
}
_Rows = list[tuple[str, str]]


def _superjob_languages(person: Person) -> Person:
    """Return the person with foreign languages only, at the levels that the site knows."""
    known = relevel(person, {"A1": "A2", "B2": "B1", "C2": "C1"})
    return person | {"languages": [one for one in known if one.get("level") != "native"]}


def _table(rows: _Rows) -> str:
    cells = "".join(
        f'<tr><td class="label">{escape(label)}</td><td>{text}</td></tr>\n'
        for label, text in rows
        if text
    )
    return f"<table>\n{cells}</table>\n" if cells else ""


def _lines(lines: list[str]) -> str:
    return "<br>\n".join(escape(line) for line in lines)


def _superjob_head(person: Person) -> str:
    born = person.get("birth_date")
    sex = {"male": "Мужчина", "female": "Женщина"}.get(person.get("sex") or "", "")
    age = plural(2026 - int(born[:4]), "год", "года", "лет") if born else ""
    rows = [
        ("Желаемая должность", _lines((person.get("positions") or [])[:1])),
        ("Заработная плата", pay(person["salary"], "ru") if person.get("salary") else ""),
        ("Занятость", fact(person, "employment")),
        ("Место работы", fact(person, "workplace")),
        ("График работы", fact(person, "schedule")),
        ("Город", escape(person.get("location") or "")),
        ("Переезд", fact(person, "relocation")),
        ("Командировки", fact(person, "travel")),
        ("Гражданство", fact(person, "citizenship")),
        ("Пол, возраст", joined(sex, f"{age} ({day(born, 'ru')})" if born else "")),
    ]
    contacts = [
        ("Телефон", _lines([phone(one, "brackets") for one in person.get("phones") or []])),
        ("E-mail", _lines(person.get("emails") or [])),
    ]
    updated = person.get("updated")
    stamp = f'<p class="date">Обновлено {day(updated, "ru")}</p>\n' if updated else ""
    title = f"<h1>{escape(person['name'])}</h1>\n" if person.get("name") else ""
    return stamp + title + _table(contacts) + _table(rows)


def _superjob_jobs(person: Person) -> str:
    parts = []
    for job in person.get("jobs") or []:
        dates = span(job, "ru", "long", dash=" — ", now="по настоящее время")
        rows = [
            ("Период работы", f"{dates} ({length(months_in(job), 'ru')})"),
            ("Должность", escape(job["title"])),
            ("Компания", escape(job["employer"])),
            ("Город", escape(job.get("location") or "")),
            ("Сфера деятельности", escape(job.get("industry") or "")),
            ("Обязанности", _lines(job.get("lines") or [])),
        ]
        parts.append(f'<div class="job">\n{_table(rows)}</div>\n')
    heading = f"<h2>Опыт работы {total_length(person, 'ru')}</h2>\n" if parts else ""
    return heading + "".join(parts)


def _superjob_education(person: Person) -> str:
    studies = [
        [
            ("Уровень образования", SHORT_DEGREES["ru"].get(study.get("level") or "", "")),
            ("Учебное заведение", escape(study["institution"])),
            ("Специальность", escape(study.get("field") or "")),
            ("Год окончания", str(study.get("end") or "")),
        ]
        for study in person.get("education") or []
    ]
    courses = [
        [
            ("Название курса", escape(course["name"])),
            ("Учебное заведение", escape(course.get("institution") or "")),
            ("Год окончания", str(course.get("year") or "")),
        ]
        for course in person.get("courses") or []
    ]
    return "".join(
        f"<h2>{heading}</h2>\n" + "".join(map(_table, tables))
        for heading, tables in (("Образование", studies), ("Курсы и тренинги", courses))
        if tables
    )


def _superjob_rest(person: Person) -> str:
    known = _superjob_languages(person)
    rows = [
        ("Ключевые навыки", _lines([", ".join(person.get("skills") or [])])),
        ("Иностранные языки", _lines(tongues(known, _SUPERJOB_LEVELS, "{} — {}"))),
        ("Водительские права", fact(person, "licences")),
        ("О себе", _lines((person.get("about") or "").splitlines())),
    ]
    body = _table(rows)
    return f"<h2>Навыки и дополнительные сведения</h2>\n{body}" if body else ""


def superjob_html(person: Person) -> bytes:
    """Return a printed page of SuperJob."""
    parts = (_superjob_head, _superjob_jobs, _superjob_education, _superjob_rest)
    body = "".join(part(person) for part in parts)
    title = escape(joined("Резюме", *(person.get("positions") or [])[:1], mark=" "))
    return (
        '<!DOCTYPE html>\n<html lang="ru">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>td.label {{ color: #888; width: 180px }}</style>\n"
        '</head>\n<body>\n<div class="header">SuperJob</div>\n'
        f'{body}<div class="footer">© SuperJob. Поиск работы и подбор персонала</div>\n'
        "</body>\n</html>\n"
    ).encode()


# ---- HTML -----------------------------------------------------------------------------------


def _print_job(job: Person, language: str) -> list[Item]:
    dates = span(job, language, "short", dash=" — ", now={"en": "now", "ru": "сейчас"}[language])
    return [
        Item("title", job["title"]),
        Item("sub", joined(job["employer"], job.get("location"), mark=" · ")),
        Item("dates", dates),
        *bullets(job),
    ]


def _print_study(study: Person, language: str) -> list[Item]:
    return [
        Item("title", study["institution"]),
        Item("sub", _degree(study, language, DEGREES)),
        Item("dates", years(study, "–")),
    ]


def _comma_course(course: Person, _language: str) -> list[Item]:
    return [Item("bullet", joined(course["name"], course.get("institution"), course.get("year")))]


def _contacts(style: str) -> Maker:
    def make(person: Person) -> list[Item]:
        said = [
            *(phone(number, style) for number in person.get("phones") or []),
            *(person.get("emails") or []),
            *(person.get("links") or []),
            person.get("location") or "",
        ]
        return texts("contact", said)

    return make


def _headline(person: Person) -> list[Item]:
    return texts("headline", (person.get("positions") or [])[:1])


def _skill_list(person: Person) -> list[Item]:
    return texts("bullet", person.get("skills") or [])


def _told(*keys: str) -> Maker:
    return lambda person: pairs(facts(person, keys))


_PRINT = Plan(
    headings={
        "en": {
            "name": "",
            "headline": "",
            "contacts": "",
            "about": "About",
            "jobs": "Experience",
            "education": "Education",
            "courses": "Courses and certificates",
            "skills": "Skills",
            "languages": "Languages",
            "facts": "Preferences",
        },
        "ru": {
            "name": "",
            "headline": "",
            "contacts": "",
            "about": "О себе",
            "jobs": "Опыт",
            "education": "Образование",
            "courses": "Курсы и сертификаты",
            "skills": "Навыки",
            "languages": "Языки",
            "facts": "Пожелания к работе",
        },
    },
    makers={
        "name": name,
        "headline": _headline,
        "contacts": _contacts("brackets"),
        "about": about,
        "jobs": each("jobs", _print_job),
        "education": each("education", _print_study),
        "courses": each("courses", _comma_course),
        "skills": _skill_list,
        "languages": lambda person: texts("bullet", tongues(person, SPOKEN_LEVELS, "{} — {}")),
        "facts": _told("employment", "workplace"),
    },
)
_TAGS = {
    "name": "<h1>{}</h1>",
    "headline": '<p class="headline"><strong>{}</strong></p>',
    "contact": "<address>{}</address>",
    "heading": "<h2>{}</h2>",
    "title": "<h3>{}</h3>",
    "sub": '<p class="company">{}</p>',
    "dates": "<p><time>{}</time></p>",
    "bullet": "<li>{}</li>",
}


def print_html(person: Person) -> bytes:
    """Return a simple page of headings and lists."""
    lines: list[str] = []
    before = ""
    for item in [*compose(person, _PRINT), Item("end", "")]:
        if (item.kind == "bullet") != (before == "bullet"):
            lines.append("<ul>" if item.kind == "bullet" else "</ul>")
        text = f"{item.side}: {item.text}" if item.kind == "pair" else item.text
        if text:
            lines.append(_TAGS.get(item.kind, "<p>{}</p>").format(escape(text)))
        before = item.kind
    body = "\n".join(lines)
    title = escape(person.get("name") or "CV")
    return (
        f'<!DOCTYPE html>\n<html lang="{person["language"]}">\n<head><meta charset="utf-8">'
        f"<title>{title}</title></head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    ).encode()


# ---- plain text -----------------------------------------------------------------------------


def _plain_contacts(person: Person) -> list[Item]:
    labels = {"en": ("Phone", "Email", "Link"), "ru": ("Телефон", "E-mail", "Ссылка")}
    names = labels[person["language"]]
    said = [
        (names[0], [phone(number, "local") for number in person.get("phones") or []]),
        (names[1], person.get("emails") or []),
        (names[2], person.get("links") or []),
    ]
    return pairs((label, one) for label, values in said for one in values)


def _plain_job(job: Person, language: str) -> list[Item]:
    now = {"en": "present", "ru": "н.в."}[language]
    dates = span(job, language, {"en": "slash", "ru": "dot"}[language], dash=" - ", now=now)
    return [
        Item("title", joined(dates, job["title"], mark="  ")),
        Item("line", joined(job["employer"], job.get("location"))),
        *bullets(job),
    ]


def _plain_study(study: Person, language: str) -> list[Item]:
    return [
        Item("title", joined(years(study, "-"), study["institution"], mark="  ")),
        Item("line", _degree(study, language, DEGREES)),
    ]


def _plain_course(course: Person, language: str) -> list[Item]:
    return [Item("line", f"* {item.text}") for item in _comma_course(course, language)]


_PLAIN = Plan(
    headings={
        "en": {
            "name": "",
            "headline": "",
            "contacts": "CONTACT INFORMATION",
            "facts": "",
            "about": "SUMMARY",
            "jobs": "WORK EXPERIENCE",
            "education": "EDUCATION",
            "courses": "TRAINING",
            "skills": "SKILLS",
            "languages": "LANGUAGES",
        },
        "ru": {
            "name": "",
            "headline": "",
            "contacts": "КОНТАКТЫ",
            "facts": "",
            "about": "О СЕБЕ",
            "jobs": "ОПЫТ РАБОТЫ",
            "education": "ОБРАЗОВАНИЕ",
            "courses": "КУРСЫ",
            "skills": "НАВЫКИ",
            "languages": "ЯЗЫКИ",
        },
    },
    makers={
        "name": name,
        "headline": lambda person: texts("headline", person.get("positions") or []),
        "contacts": _plain_contacts,
        "facts": _told(
            "location", "citizenship", "work_permit", "relocation", "travel", "salary", "licences"
        ),
        "about": about,
        "jobs": each("jobs", _plain_job),
        "education": each("education", _plain_study),
        "courses": each("courses", _plain_course),
        "skills": _skill_list,
        "languages": lambda person: texts("bullet", tongues(person, LEVELS, "{} - {}")),
    },
)


def plain_txt(person: Person) -> bytes:
    """Return a text with headings in capitals and long lines broken."""
    wrapper = textwrap.TextWrapper(92, break_on_hyphens=False, break_long_words=False)
    lines: list[str] = []
    for item in compose(person, _PLAIN):
        if item.kind in {"heading", "title"} and lines and not lines[-1].isupper():
            lines.append("")
        match item.kind:
            case "pair":
                lines.append(f"{item.side}: {item.text}")
            case "bullet":
                lines += wrapper.wrap(f"* {item.text}")
            case "text":
                lines += wrapper.wrap(item.text)
            case _:
                lines.append(item.text)
    return ("\n".join(lines) + "\n").encode()


# ---- Markdown -------------------------------------------------------------------------------


def _markdown_job(job: Person, language: str) -> list[Item]:
    now = {"en": "present", "ru": "по настоящее время"}[language]
    dates = span(job, language, "long", dash=" – ", now=now)
    return [
        Item("title", joined(job["title"], job["employer"], mark=" — ")),
        Item("dates", joined(dates, job.get("location"))),
        *bullets(job),
    ]


def _markdown_study(study: Person, language: str) -> list[Item]:
    return [
        Item("title", study["institution"]),
        Item("text", joined(_degree(study, language, DEGREES), years(study, "–"))),
    ]


_MARKDOWN = Plan(
    headings={
        "en": {
            "name": "",
            "headline": "",
            "contacts": "",
            "skills": "Skills",
            "jobs": "Experience",
            "education": "Education",
            "courses": "Certificates",
            "languages": "Languages",
            "facts": "Other",
            "about": "About me",
        },
        "ru": {
            "name": "",
            "headline": "",
            "contacts": "",
            "skills": "Навыки",
            "jobs": "Опыт работы",
            "education": "Образование",
            "courses": "Сертификаты",
            "languages": "Языки",
            "facts": "Другое",
            "about": "Обо мне",
        },
    },
    makers={
        "name": name,
        "headline": _headline,
        "contacts": _contacts("spaced"),
        "skills": lambda person: texts("text", [", ".join(person.get("skills") or [])]),
        "jobs": each("jobs", _markdown_job),
        "education": each("education", _markdown_study),
        "courses": each("courses", _comma_course),
        "languages": lambda person: texts("bullet", tongues(person, SPOKEN_LEVELS, "**{}**: {}")),
        "facts": _told("licences"),
        "about": about,
    },
)
_MARKS = {
    "name": "# {}\n",
    "headline": "**{}**\n",
    "contact": "- {}",
    "heading": "\n## {}\n",
    "title": "\n### {}\n",
    "dates": "*{}*\n",
    "text": "{}\n",
    "bullet": "- {}",
    "pair": "**{side}:** {}\n",
}


def markdown_md(person: Person) -> bytes:
    """Return a Markdown file."""
    lines = [_MARKS[i.kind].format(i.text, side=i.side) for i in compose(person, _MARKDOWN)]
    return ("\n".join(lines).replace("\n\n\n", "\n\n").strip() + "\n").encode()


# ---- Rabota.ru, Zarplata.ru -----------------------------------------------------------------


def _zarplata_head(person: Person) -> list[Item]:
    updated = person.get("updated")
    labels = {"salary": "Зарплата", "location": "Город проживания", "schedule": "График"}
    keys = "salary employment workplace schedule location relocation travel citizenship".split()
    said = [
        ("Резюме обновлено", day_numbers(updated, ".") if updated else ""),
        ("Претендую на должность", next(iter(person.get("positions") or []), "")),
        *facts(person, keys, labels),
    ]
    return pairs(said)


def _zarplata_contacts(person: Person) -> list[Item]:
    return pairs(
        [
            *(("Телефон", phone(number, "brackets")) for number in person.get("phones") or []),
            *(("Электронная почта", email) for email in person.get("emails") or []),
        ]
    )


def _zarplata_job(job: Person, _language: str) -> list[Item]:
    return [
        Item("title", since(job)),
        Item("text", job["title"]),
        Item("text", joined(job["employer"], job.get("location"))),
        Item("text", f"Сфера деятельности: {job['industry']}" if job.get("industry") else ""),
        Item("text", "Обязанности и достижения:" if job.get("lines") else ""),
        *bullets(job),
    ]


def _zarplata_study(study: Person, language: str) -> list[Item]:
    level = SHORT_DEGREES[language].get(study.get("level") or "", "")
    return [
        Item("title", joined(level, study.get("end"))),
        Item("pair", study["institution"], "Учебное заведение"),
        Item("pair", study.get("field") or "", "Специальность"),
    ]


def _zarplata_course(course: Person, _language: str) -> list[Item]:
    held = joined(course.get("institution"), course.get("year"))
    return [Item("bullet", course["name"] + (f" ({held})" if held else ""))]


_ZARPLATA = Plan(
    headings={
        "ru": {
            "name": "",
            "head": "",
            "contacts": "Контактная информация",
            "jobs": "Опыт работы",
            "education": "Образование",
            "courses": "Курсы, тренинги",
            "languages": "Знание языков",
            "skills": "Профессиональные навыки",
            "licences": "Водительское удостоверение",
            "about": "О себе",
        }
    },
    makers={
        "name": name,
        "head": _zarplata_head,
        "contacts": _zarplata_contacts,
        "jobs": each("jobs", _zarplata_job),
        "education": each("education", _zarplata_study),
        "courses": each("courses", _zarplata_course),
        "languages": lambda person: texts("text", tongues(person, LEVELS, "{} язык — {}")),
        "skills": _skill_list,
        "licences": lambda person: texts("text", [fact(person, "licences")]),
        "about": about,
    },
)


def zarplata_txt(person: Person) -> bytes:
    """Return the text of a resume on Rabota.ru or Zarplata.ru."""
    lines: list[str] = []
    for item in compose(person, _ZARPLATA):
        if not item.text:
            continue
        if item.kind in {"heading", "title"} and lines and lines[-1]:
            lines.append("")
        text = f"{item.side}: {item.text}" if item.kind == "pair" else item.text
        lines += ["— " + text if item.kind == "bullet" else text]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


# ---- JSON Resume ----------------------------------------------------------------------------


def _full(record: dict[str, Any]) -> dict[str, Any]:
    """Return the record without what is not said."""
    return {key: value for key, value in record.items() if value not in (None, "", [], {})}


def _json_adjust(person: Person) -> Person:
    cut = {key: (person.get(key) or [])[:1] for key in ("phones", "emails")}
    links = person.get("links") or []
    plain = [link for link in links if not _network(link)]
    others = [link for link in links if link not in plain[:1]]
    return first_position(person) | cut | {"links": plain[:1] + others}


def _network(link: str) -> str:
    hosts = {"linkedin.com": "LinkedIn", "github.com": "GitHub", "t.me": "Telegram"}
    return hosts.get(link.split("/", maxsplit=1)[0], "")


def _json_basics(person: Person) -> dict[str, Any]:
    said = _json_adjust(person)
    plain = [link for link in said["links"] if not _network(link)][:1]
    city, _, region = (person.get("location") or "").partition(", ")
    return _full(
        {
            "name": person.get("name"),
            "label": next(iter(said["positions"]), None),
            "email": next(iter(said["emails"]), None),
            "phone": next((phone(number, "spaced") for number in said["phones"]), None),
            "url": next(iter(plain), None),
            "summary": person.get("about"),
            "location": _full({"city": city, "region": region}),
            "profiles": [
                {"network": _network(link) or "Web", "username": link.split("/")[-1], "url": link}
                for link in said["links"]
                if link not in plain
            ],
        }
    )


def _json_job(job: Person) -> dict[str, Any]:
    return _full(
        {
            "name": job["employer"],
            "position": job["title"],
            "location": job.get("location"),
            "startDate": job.get("begin"),
            "endDate": job.get("end"),
            "highlights": job.get("lines"),
        }
    )


def _json_study(study: Person, language: str) -> dict[str, Any]:
    return _full(
        {
            "institution": study["institution"],
            "area": study.get("field"),
            "studyType": SHORT_DEGREES[language].get(study.get("level") or ""),
            "startDate": str(study.get("begin") or ""),
            "endDate": str(study.get("end") or ""),
        }
    )


def json_resume(person: Person) -> bytes:
    """Return a file of JSON Resume 1.0.0."""
    language, levels = person["language"], SPOKEN_LEVELS[person["language"]]
    updated = person.get("updated")
    record = {
        "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
        "basics": _json_basics(person),
        "work": [_json_job(job) for job in person.get("jobs") or []],
        "education": [_json_study(study, language) for study in person.get("education") or []],
        "certificates": [
            _full(
                {
                    "name": course["name"],
                    "issuer": course.get("institution"),
                    "date": str(course.get("year") or ""),
                }
            )
            for course in person.get("courses") or []
        ],
        "skills": [{"name": skill} for skill in person.get("skills") or []],
        "languages": [
            _full(
                {
                    "language": tongue(known["code"], language),
                    "fluency": levels[known["level"]].capitalize() if known.get("level") else None,
                }
            )
            for known in person.get("languages") or []
        ],
        "meta": _full(
            {"version": "v1.0.0", "lastModified": f"{updated}T09:00:00" if updated else None}
        ),
    }
    return (json.dumps(_full(record), ensure_ascii=False, indent=2) + "\n").encode()


def _layout(
    render: Callable[[Person], bytes],
    suffix: str,
    shown: frozenset[str],
    languages: Languages,
    adjust: Callable[[Person], Person] | None = None,
) -> Layout:
    return Layout(
        name=render.__name__,
        suffix=suffix,
        render=render,
        shown=shown,
        languages=languages,
        adjust=adjust,
    )


_SITE = BASE - {"links"} | _TERMS | {"salary", "citizenship", "licences", "updated"}
_TOLD = {"citizenship", "work_permit", "relocation", "travel", "salary", "licences"}

LAYOUTS = [
    _layout(superjob_html, ".html", _SITE, RUSSIAN, chain(first_position, _superjob_languages)),
    _layout(print_html, ".html", BASE | {"employment", "workplace"}, BOTH, first_position),
    _layout(plain_txt, ".txt", BASE | _TOLD, BOTH),
    _layout(markdown_md, ".md", BASE | {"licences"}, BOTH, first_position),
    _layout(zarplata_txt, ".txt", _SITE, RUSSIAN, first_position),
    _layout(json_resume, ".json", BASE | {"updated"}, BOTH, _json_adjust),
]
