"""Resumes as PDF: LinkedIn, Europass, two with a side column, and one as from LaTeX."""

from itertools import groupby
from typing import Any

from layouts import europass
from layouts.drawing import (
    A4,
    LETTER,
    SANS,
    SERIF,
    Box,
    Row,
    Run,
    Sheet,
    Style,
    fpdf_pdf,
    reportlab_pdf,
    rows_of,
    width_of,
    wrap,
)
from layouts.flow import Item, Plan, about, bullets, compose, each, name, texts
from layouts.layout import Layout
from layouts.wording import (
    BASE,
    BOTH,
    CEFR,
    DEGREES,
    LEVELS,
    SHORT_DEGREES,
    SPOKEN_LEVELS,
    Person,
    fact,
    first_position,
    joined,
    length,
    months_in,
    phone,
    relevel,
    span,
    tongues,
    years,
)

PLAIN, BOLD, SLANTED = SANS


def _degree(study: Person, language: str, degrees: dict[str, dict[str, str]]) -> str:
    return joined(degrees[language].get(study.get("level") or "", ""), study.get("field"))


# ---- LinkedIn -------------------------------------------------------------------------------

_LINKEDIN = {
    "en": {
        "contact": "Contact",
        "skills": "Top Skills",
        "about": "Summary",
        "jobs": "Experience",
        "education": "Education",
        "short": "less than a year",
    },
    "ru": {
        "contact": "Способы связаться",
        "skills": "Основные навыки",
        "about": "Общие сведения",
        "jobs": "Опыт работы",
        "education": "Образование",
        "short": "менее года",
    },
}
_LINKEDIN_LEVELS = {
    language: {
        "native": "Native or Bilingual",
        "A1": "Elementary",
        "A2": "Elementary",
        "B1": "Limited Working",
        "B2": "Professional Working",
        "C1": "Full Professional",
        "C2": "Full Professional",
    }
    for language in ("en", "ru")
}
_LINKEDIN_DEGREES = {
    "en": DEGREES["en"] | {"vocational": "Associate degree"},
    "ru": DEGREES["ru"] | {"higher": "Диплом специалиста"},
}
_LINKEDIN_SIDE = {
    "heading": Style(font=PLAIN, size=12, color="#ffffff", before=16, keep=True),
    "text": Style(font=PLAIN, size=8.5, color="#e1e8ec", before=3),
}
_LINKEDIN_MAIN = {
    "name": Style(font=PLAIN, size=22, color="#191919"),
    "headline": Style(font=PLAIN, size=11, color="#191919", before=2),
    "place": Style(font=PLAIN, size=10, color="#8c8c8c", before=2),
    "heading": Style(font=PLAIN, size=14, color="#191919", before=20, keep=True),
    "employer": Style(font=PLAIN, size=12, color="#191919", before=12, keep=True),
    "title": Style(font=PLAIN, size=11, color="#191919", before=4, keep=True),
    "dates": Style(font=PLAIN, size=10, color="#666666", before=3),
    "text": Style(font=PLAIN, size=10, color="#191919", before=4),
}


def _linkedin_adjust(person: Person) -> Person:
    cut = {key: (person.get(key) or [])[:1] for key in ("phones", "emails")}
    return first_position(person) | cut | {
        "skills": (person.get("skills") or [])[:3],
        "courses": [
            {"name": course["name"], "institution": None, "year": None}
            for course in person.get("courses") or []
        ],
        "languages": relevel(person, {"A1": "A2", "C2": "C1"}),
    }  # fmt: skip


def _linkedin_link(link: str) -> str:
    kind = "LinkedIn" if link.startswith("linkedin.com") else "Other"
    return f"{link} ({kind})"


def _linkedin_side(person: Person) -> list[Item]:
    words, said = _LINKEDIN[person["language"]], _linkedin_adjust(person)
    parts = {
        words["contact"]: [
            *(f"{number} (Mobile)" for number in said["phones"]),
            *said["emails"],
            *(_linkedin_link(link) for link in person.get("links") or []),
        ],
        words["skills"]: said["skills"],
        "Languages": tongues(person, _LINKEDIN_LEVELS, "{} ({})"),
        "Certifications": [course["name"] for course in said["courses"]],
    }
    return [
        item
        for heading, lines in parts.items()
        if lines
        for item in (Item("heading", heading), *texts("text", lines))
    ]


def _linkedin_jobs(person: Person) -> list[Item]:
    language = person["language"]
    words, mark = _LINKEDIN[language], {"en": "• ", "ru": "- "}[language]
    items: list[Item] = []
    for employer, group in groupby(person.get("jobs") or [], lambda job: job["employer"]):
        jobs = list(group)
        items.append(Item("employer", employer))
        if len(jobs) > 1:
            items.append(Item("dates", length(sum(map(months_in, jobs)), language)))
        for job in jobs:
            dates = span(job, language, "long", dash=" - ", now="Present")
            same = job["begin"] == job.get("end") and "-" not in job["begin"]
            lasted = words["short"] if same else length(months_in(job), language)
            items += [
                Item("title", job["title"]),
                Item("dates", f"{dates} ({lasted})"),
                Item("dates", job.get("location") or ""),
                *texts("text", [mark + line for line in job.get("lines") or []]),
            ]
    return [item for item in items if item.text]


def _linkedin_education(person: Person) -> list[Item]:
    items = []
    for study in person.get("education") or []:
        when = years(study, " - ")
        degree = _degree(study, person["language"], _LINKEDIN_DEGREES)
        items += [
            Item("employer", study["institution"]),
            Item("dates", joined(degree, f"({when})" if when else "", mark=" · ")),
        ]
    return items


def _linkedin_main(person: Person) -> list[Item]:
    words = _LINKEDIN[person["language"]]
    items = [
        Item("name", person.get("name") or ""),
        *texts("headline", (person.get("positions") or [])[:1]),
        Item("place", person.get("location") or ""),
    ]
    parts = {"about": about, "jobs": _linkedin_jobs, "education": _linkedin_education}
    for part, make in parts.items():
        found = make(person)
        items += [Item("heading", words[part])] * bool(found) + found
    return [item for item in items if item.text]


def linkedin_pdf(person: Person) -> bytes:
    """Return LinkedIn's «Save to PDF»."""
    footer = Style(font=PLAIN, size=8, color="#8c8c8c")
    sheet = Sheet(
        size=LETTER,
        columns=(
            rows_of(_linkedin_side(person), _LINKEDIN_SIDE, 22, 160),
            rows_of(_linkedin_main(person), _LINKEDIN_MAIN, 224, 358),
        ),
        boxes=(Box(x=0, y=0, width=204, height=792, color="#293e49"),),
        footer=lambda page, pages: Run(510, f"Page {page} of {pages}", footer),
        title="Profile",
    )
    return reportlab_pdf(sheet)


# ---- Europass -------------------------------------------------------------------------------

_BLUE = "#0e4194"
_EUROPASS = {
    "section": Style(font=BOLD, size=8.5, color=_BLUE, before=14, keep=True),
    "name": Style(font=BOLD, size=12, color="#3f3a38"),
    "title": Style(font=BOLD, size=9.5, color=_BLUE, before=7, keep=True),
    "place": Style(font=PLAIN, size=8.5, color="#3f3a38", before=1),
    "text": Style(font=PLAIN, size=8.5, color="#3f3a38", before=2),
    "row": Style(font=PLAIN, size=8.5, color="#3f3a38", before=5),
    "bullet": Style(font=PLAIN, size=8.5, color="#3f3a38", before=1, mark="▪ "),
    "head": Style(font=PLAIN, size=6.5, color=_BLUE, before=4, keep=True),
    "cells": Style(font=PLAIN, size=8.5, color="#3f3a38", before=3),
    "note": Style(font=SLANTED, size=6.5, color="#3f3a38", before=2),
}
_LEFT = Style(font=PLAIN, size=8.5, color=_BLUE)
_LEFT_ROOM, _RIGHT, _ROOM = 140, 190, 365


def _europass_rows(line: europass.Line) -> list[Row]:
    """Return the rows of a line: the left column right-aligned, as wide as it needs."""
    style = _EUROPASS[line.kind]
    left_style = style if line.kind == "section" else _LEFT
    left = wrap(line.left, left_style, _LEFT_ROOM) if line.left else []
    indent = width_of(style.mark, style)
    right = wrap(line.right, style, _ROOM - indent) if line.right else []
    rows = [Row(height=style.before)]
    for number in range(max(len(left), len(right), 1)):
        runs = []
        if number < len(left):
            x = 170 - width_of(left[number], left_style)
            runs.append(Run(x, left[number], left_style))
        if number == 0 and style.mark:
            runs.append(Run(_RIGHT, style.mark, style))
        if number < len(right):
            runs.append(Run(_RIGHT + indent, right[number], style))
        runs += [
            Run(_RIGHT + 73 * place, cell, style)
            for place, cell in enumerate(line.cells)
            if cell and number == 0
        ]
        ruled = line.kind in {"section", "cells"} and number == 0
        rule = (_RIGHT, _RIGHT + _ROOM) if ruled else None
        rows.append(Row(height=style.size * 1.34, runs=tuple(runs), rule=rule, keep=style.keep))
    return rows


def europass_pdf(person: Person) -> bytes:
    """Return the classic Europass CV."""
    words = europass.WORDS[person["language"]]
    small = Style(font=PLAIN, size=7, color="#3f3a38")
    sheet = Sheet(
        size=A4,
        columns=([row for line in europass.compose(person) for row in _europass_rows(line)],),
        footer=lambda page, pages: Run(500, words["page"].format(page, pages), small),
        title=words["document"],
    )
    return reportlab_pdf(sheet)


# ---- a coloured bar on the left -------------------------------------------------------------


def _contacts(kind: str, style: str) -> Any:
    def make(person: Person) -> list[Item]:
        return texts(
            kind,
            [
                *(phone(number, style) for number in person.get("phones") or []),
                *(person.get("emails") or []),
                person.get("location") or "",
                *(person.get("links") or []),
            ],
        )

    return make


def _headline(person: Person) -> list[Item]:
    return texts("headline", (person.get("positions") or [])[:1])


def _skills(person: Person) -> list[Item]:
    return texts("bullet", person.get("skills") or [])


def _licences(person: Person) -> list[Item]:
    return texts("text", [fact(person, "licences")])


def _bar_job(job: Person, language: str) -> list[Item]:
    now = {"en": "present", "ru": "по н. в."}[language]
    dates = span(job, language, {"en": "slash", "ru": "dot"}[language], dash=" – ", now=now)
    return [
        Item("dates", dates),
        Item("title", job["title"]),
        Item("sub", joined(job["employer"], job.get("location"), mark=" | ")),
        *bullets(job),
    ]


def _bar_study(study: Person, language: str) -> list[Item]:
    return [
        Item("dates", years(study)),
        Item("title", study["institution"]),
        Item("sub", _degree(study, language, DEGREES)),
    ]


def _bar_course(course: Person, _language: str) -> list[Item]:
    text = joined(course["name"], course.get("institution"), course.get("year"), mark=" | ")
    return [Item("bullet", text)]


_BAR_SIDE = Plan(
    headings={
        "en": {
            "contacts": "Contact",
            "skills": "Skills",
            "languages": "Languages",
            "licences": "Driving licence",
        },
        "ru": {
            "contacts": "Контакты",
            "skills": "Навыки",
            "languages": "Языки",
            "licences": "Водительские права",
        },
    },
    makers={
        "contacts": _contacts("text", "brackets"),
        "skills": _skills,
        "languages": lambda person: texts("text", tongues(person, CEFR, "{} — {}")),
        "licences": _licences,
    },
)
_BAR_MAIN = Plan(
    headings={
        "en": {
            "name": "",
            "headline": "",
            "about": "Profile",
            "jobs": "Professional experience",
            "education": "Education",
            "courses": "Courses",
        },
        "ru": {
            "name": "",
            "headline": "",
            "about": "Обо мне",
            "jobs": "Опыт работы",
            "education": "Образование",
            "courses": "Курсы",
        },
    },
    makers={
        "name": name,
        "headline": _headline,
        "about": about,
        "jobs": each("jobs", _bar_job),
        "education": each("education", _bar_study),
        "courses": each("courses", _bar_course),
    },
)
_BAR_SIDE_STYLES = {
    "heading": Style(
        font=BOLD, size=10, color="#ffffff", before=16, upper=True, rule=True, keep=True
    ),
    "text": Style(font=PLAIN, size=8, color="#f2f6f6", before=4),
    "bullet": Style(font=PLAIN, size=8, color="#f2f6f6", before=3, mark="• "),
}
_BAR_STYLES = {
    "name": Style(font=BOLD, size=20, color="#1f4e5f"),
    "headline": Style(font=PLAIN, size=12, color="#555555", before=3),
    "heading": Style(
        font=BOLD, size=11, color="#1f4e5f", before=16, upper=True, rule=True, keep=True
    ),
    "dates": Style(font=PLAIN, size=8, color="#777777", before=8, keep=True),
    "title": Style(font=BOLD, size=9.5, before=1, keep=True),
    "sub": Style(font=SLANTED, size=8.5, color="#555555", before=1),
    "text": Style(font=PLAIN, size=8.5, before=2),
    "bullet": Style(font=PLAIN, size=8.5, before=2, mark="• "),
}


def sidebar_pdf(person: Person) -> bytes:
    """Return two columns with a coloured bar on the left; the bar is drawn last."""
    sheet = Sheet(
        size=A4,
        columns=(
            rows_of(compose(person, _BAR_MAIN), _BAR_STYLES, 212, 348),
            rows_of(compose(person, _BAR_SIDE), _BAR_SIDE_STYLES, 20, 148),
        ),
        boxes=(Box(x=0, y=0, width=188, height=842, color="#1f4e5f"),),
        title="CV",
    )
    return reportlab_pdf(sheet)


# ---- a narrow column on the right -----------------------------------------------------------


def _right_job(job: Person, language: str) -> list[Item]:
    now = {"en": "Now", "ru": "по настоящее время"}[language]
    return [
        Item("title", job["title"]),
        Item("sub", job["employer"]),
        Item("dates", span(job, language, "short", dash=" – ", now=now)),
        Item("dates", job.get("location") or ""),
        *bullets(job),
    ]


def _right_study(study: Person, language: str) -> list[Item]:
    return [
        Item("title", _degree(study, language, SHORT_DEGREES)),
        Item("sub", study["institution"]),
        Item("dates", years(study)),
    ]


def _right_course(course: Person, _language: str) -> list[Item]:
    return [
        Item("entry", course["name"]),
        Item("text", joined(course.get("institution"), course.get("year"))),
    ]


def _right_languages(person: Person) -> list[Item]:
    return [
        Item("text" if number else "entry", text)
        for known in tongues(person, LEVELS, "{}\n{}")
        for number, text in enumerate(known.split("\n"))
    ]


_RIGHT_MAIN = Plan(
    headings={
        "en": {
            "name": "",
            "headline": "",
            "about": "",
            "jobs": "Employment history",
            "education": "Education",
        },
        "ru": {
            "name": "",
            "headline": "",
            "about": "",
            "jobs": "Опыт работы",
            "education": "Образование",
        },
    },
    makers={
        "name": name,
        "headline": _headline,
        "about": about,
        "jobs": each("jobs", _right_job),
        "education": each("education", _right_study),
    },
)
_RIGHT_SIDE = Plan(
    headings={
        "en": {
            "contacts": "Details",
            "citizenship": "Nationality",
            "licences": "Driving license",
            "skills": "Skills",
            "languages": "Languages",
            "courses": "Courses",
        },
        "ru": {
            "contacts": "Контактные данные",
            "citizenship": "Гражданство",
            "licences": "Водительское удостоверение",
            "skills": "Ключевые навыки",
            "languages": "Языки",
            "courses": "Курсы",
        },
    },
    makers={
        "contacts": _contacts("text", "spaced"),
        "citizenship": lambda person: texts("text", [fact(person, "citizenship")]),
        "licences": _licences,
        "skills": lambda person: texts("text", person.get("skills") or []),
        "languages": _right_languages,
        "courses": each("courses", _right_course),
    },
)
_RIGHT_STYLES = {
    "name": Style(font=BOLD, size=22, color="#111111"),
    "headline": Style(font=PLAIN, size=11, color="#b5472f", before=3),
    "heading": Style(font=BOLD, size=13, color="#b5472f", before=18, keep=True),
    "title": Style(font=BOLD, size=10, before=8, keep=True),
    "sub": Style(font=PLAIN, size=9, before=1, keep=True),
    "dates": Style(font=PLAIN, size=8, color="#888888", before=2),
    "text": Style(font=PLAIN, size=8.5, before=3),
    "bullet": Style(font=PLAIN, size=8.5, before=2, mark="– "),
}
_RIGHT_SIDE_STYLES = {
    "heading": Style(font=BOLD, size=10, color="#b5472f", before=16, keep=True),
    "entry": Style(font=BOLD, size=8, before=5, keep=True),
    "text": Style(font=PLAIN, size=8, before=3),
}


def sidebar_right_pdf(person: Person) -> bytes:
    """Return two columns, the narrow one on the right, written line by line across both."""
    sheet = Sheet(
        size=A4,
        columns=(
            rows_of(compose(person, _RIGHT_MAIN), _RIGHT_STYLES, 44, 336),
            rows_of(compose(person, _RIGHT_SIDE), _RIGHT_SIDE_STYLES, 412, 150),
        ),
        boxes=(Box(x=396, y=0, width=199, height=842, color="#f4efe9"),),
        by_line=True,
        title="Resume",
    )
    return fpdf_pdf(sheet)


# ---- LaTeX ----------------------------------------------------------------------------------


def _latex_contacts(person: Person) -> list[Item]:
    said = [
        person.get("location"),
        *(phone(number, "spaced") for number in person.get("phones") or []),
        *(person.get("emails") or []),
        *(person.get("links") or []),
    ]
    return texts("contact", [joined(*said, mark=" | ")])


def _latex_job(job: Person, language: str) -> list[Item]:
    dates = span(job, language, "short", dash=" – ", now={"en": "Present", "ru": "н. в."}[language])
    return [
        Item("title", job["title"], dates),
        Item("sub", job["employer"], job.get("location") or ""),
        *bullets(job),
    ]


def _latex_study(study: Person, language: str) -> list[Item]:
    return [
        Item("title", study["institution"], years(study)),
        Item("sub", _degree(study, language, DEGREES)),
    ]


def _latex_course(course: Person, _language: str) -> list[Item]:
    year = str(course["year"]) if course.get("year") else ""
    return [Item("bullet", joined(course["name"], course.get("institution")), year)]


_LATEX = Plan(
    headings={
        "en": {
            "name": "",
            "headline": "",
            "contacts": "",
            "education": "Education",
            "jobs": "Experience",
            "skills": "Technical Skills",
            "courses": "Certifications",
            "languages": "Languages",
        },
        "ru": {
            "name": "",
            "headline": "",
            "contacts": "",
            "education": "Образование",
            "jobs": "Опыт работы",
            "skills": "Навыки",
            "courses": "Курсы и сертификаты",
            "languages": "Языки",
        },
    },
    makers={
        "name": name,
        "headline": _headline,
        "contacts": _latex_contacts,
        "education": each("education", _latex_study),
        "jobs": each("jobs", _latex_job),
        "skills": lambda person: texts("text", [", ".join(person.get("skills") or [])]),
        "courses": each("courses", _latex_course),
        "languages": lambda person: texts(
            "text", [", ".join(tongues(person, SPOKEN_LEVELS, "{} ({})"))]
        ),
    },
)
_LATEX_STYLES = {
    "name": Style(font=SERIF[0], size=22, color="#000000", centre=True),
    "headline": Style(font=SERIF[2], size=10.5, color="#000000", before=3, centre=True),
    "contact": Style(font=SERIF[0], size=8.5, color="#000000", before=4, centre=True),
    "heading": Style(font=SERIF[1], size=12, color="#000000", before=13, rule=True, keep=True),
    "title": Style(font=SERIF[1], size=9.5, color="#000000", before=6, keep=True),
    "sub": Style(font=SERIF[2], size=9, color="#000000", before=1),
    "text": Style(font=SERIF[0], size=9, color="#000000", before=3),
    "bullet": Style(font=SERIF[0], size=9, color="#000000", before=2, mark="• "),
}


def latex_pdf(person: Person) -> bytes:
    """Return one column with dates on the right, as LaTeX templates have it."""
    side = Style(font=SERIF[0], size=9, color="#000000")
    sheet = Sheet(
        size=LETTER,
        columns=(rows_of(compose(person, _LATEX), _LATEX_STYLES, 50, 512, side),),
        top=40,
    )
    return reportlab_pdf(sheet)


LAYOUTS = [
    Layout(
        name="linkedin_pdf",
        suffix=".pdf",
        render=linkedin_pdf,
        shown=BASE,
        languages=BOTH,
        adjust=_linkedin_adjust,
    ),
    Layout(
        name="europass_pdf",
        suffix=".pdf",
        render=europass_pdf,
        shown=europass.SHOWN,
        languages=BOTH,
        adjust=europass.adjust,
    ),
    Layout(
        name="sidebar_pdf",
        suffix=".pdf",
        render=sidebar_pdf,
        shown=BASE | {"licences"},
        languages=BOTH,
        adjust=first_position,
    ),
    Layout(
        name="sidebar_right_pdf",
        suffix=".pdf",
        render=sidebar_right_pdf,
        shown=BASE | {"licences", "citizenship"},
        languages=BOTH,
        adjust=first_position,
    ),
    Layout(
        name="latex_pdf",
        suffix=".pdf",
        render=latex_pdf,
        shown=BASE,
        languages=BOTH,
        adjust=first_position,
    ),
]
