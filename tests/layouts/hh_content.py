"""What a resume on hh.ru says about a person, before it is laid out on paper.

Beside the truth keys a person may bring `sex` (`male`/`female`), `birth` (`2000-11-12`), `about`
(text), and a job may bring `city`, `site`, `industry`, `duties` (list or text).  What is missing
is invented from the `id`, the same on every run.
"""

import datetime as dt
import random
import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from layouts.hh_words import NBSP, WORDS, Words

Person = dict[str, Any]
UPDATED = "2026-11-01"  # where a person has no date of its own
SHOWN = frozenset(
    "name phones emails links location citizenship work_permit relocation travel positions salary "
    "employment workplace schedule jobs education courses languages licences skills updated".split()
)
_JOB = ("title", "employer", "begin", "end", "current")
_STUDY = ("level", "institution", "field", "end")
_COURSE = ("name", "institution", "year")
_CERTIFICATE = re.compile(r"сертификат|удостоверени|certificat|certified", re.IGNORECASE)
_TEST = re.compile(r"\bтест|экзамен|\b(test|exam|ielts|toefl)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Job:
    """A job as hh.ru prints it."""

    begin: str  # «Март 2017»
    end: str
    duration: str
    company: str
    place: str  # city and site
    industry: str
    subindustry: str
    position: str
    text: list[str]

    @property
    def period(self) -> str:
        """Both ends on one line: «Март 2017 — Июнь 2019»."""
        return f"{self.begin} — {self.end}" if self.begin else ""


@dataclass(frozen=True, kw_only=True)
class Study:
    """A school or a course: the year stands on the left, the rest on the right."""

    year: str
    name: str
    note: str


@dataclass(frozen=True, kw_only=True)
class Content:
    """All lines of a resume, in the order and with the words of hh.ru."""

    words: Words
    newer: bool  # the newer template: «Тип занятости», «Навыки», «₽»
    top: str  # «Резюме с сайта hh.ru», over some resumes without a name
    name: str
    sex: str
    age: str
    birthday: str
    age_line: str
    contacts: list[str]
    place: str
    moving: str
    living: list[str]
    permits: list[str]
    position: str
    pay: str
    roles: tuple[str, list[str]]
    work: list[str]
    road: str
    total: str
    jobs: list[Job]
    education: list[tuple[str, list[Study]]]
    extra: list[tuple[str, list[Study]]]
    languages: list[str]
    skills: list[str]
    driving: list[str]
    recommendations: list[str]
    about: list[str]
    footer: str
    stamp: str  # «Резюме обновлено 20.04.2015 16:24»

    @property
    def experience(self) -> str:
        """Title of the jobs: «Опыт работы — 5 лет 3 месяца»."""
        return f"{self.words.experience} — {self.total}" if self.total else self.words.experience

    @property
    def skills_title(self) -> str:
        """Title of languages and skills."""
        return self.words.skills_title[self.newer]


def dice(person: Person, topic: str) -> random.Random:
    """Chances of one topic; they depend on the person's id alone."""
    return random.Random(f"{person.get('id') or person.get('name')}:{topic}")


def is_newer(person: Person) -> bool:
    """Whether the newer template prints the person, with «Формат работы»."""
    places = set(person.get("workplace") or ())
    older = set(person.get("schedule") or ()) & set(WORDS["ru"].schedule)
    if bool(places - {"remote"}) != bool(older):
        return not older
    return dice(person, "template").random() < 0.5


def as_shown(person: Person) -> Person:
    """Return the truth as hh.ru's templates show it."""
    shown = deepcopy(person)
    newer = is_newer(person)
    words = WORDS[person["language"]]
    shown["updated"] = person.get("updated") or UPDATED
    shown["positions"] = list(person.get("positions") or ())[:1]
    shown["salary"] = _salary(person)
    said = set(person.get("employment") or ())
    shown["employment"] = [kind for kind in words.employment[newer] if kind in said]
    said = set(person.get("workplace") or ())
    places = words.workplace if newer else {"remote": words.remote}
    shown["workplace"] = [place for place in places if place in said]
    said = set(person.get("schedule") or ())
    shown["schedule"] = [item for item in words.schedule if item in said and not newer]
    shown["jobs"] = _jobs(person, shown["updated"])
    studies = [_only(study, _STUDY) for study in person.get("education") or ()]
    shown["education"] = sorted(studies, key=lambda study: -(study["end"] or 0))
    courses = [_only(course, _COURSE) for course in person.get("courses") or ()]
    kinds = list(words.extra)
    courses.sort(key=lambda course: (kinds.index(_kind(course)), -(course["year"] or 0)))
    shown["courses"] = courses
    known = person.get("languages") or ()
    shown["languages"] = sorted(known, key=lambda item: item.get("level") != "native")
    return shown


def content(person: Person) -> Content:
    """Return the lines of a person's resume."""
    shown = as_shown(person)
    words = WORDS[person["language"]]
    newer = is_newer(person)
    woman = _is_woman(person)
    birth = _birth(person, shown)
    updated = dt.date.fromisoformat(shown["updated"])
    years = updated.year - birth.year - ((updated.month, updated.day) < (birth.month, birth.day))
    age = f"{years}{NBSP}{_plural(years, words.year)}"
    birthday = f"{birth.day} {words.days[birth.month - 1]} {birth.year}"
    place = _place(person, words)
    moving = _moving(person, words, woman=woman)
    clock = f"{dice(person, 'hour').randint(8, 22):02}:{dice(person, 'minute').randint(0, 59):02}"
    return Content(
        words=words,
        newer=newer,
        top="" if person.get("name") or dice(person, "top").random() < 0.5 else words.on_site,
        name=person.get("name") or "",
        sex=words.sex[woman],
        age=age,
        birthday=birthday,
        age_line=f"{words.sex[woman]}, {age}, {words.born[woman]} {birthday}",
        contacts=_contacts(person, words, newer=newer),
        place=place,
        moving=moving,
        living=_living(person, words, place, moving, newer=newer),
        permits=_permits(person, words),
        position="".join(shown["positions"]),
        pay=_pay(person, shown["salary"], words, newer=newer),
        roles=_roles(shown["positions"], words, newer=newer),
        work=_work(shown, words, newer=newer),
        road=f"{words.road}: {dice(person, 'road').choice(words.roads)}",
        total=_total(shown["jobs"], shown["updated"], words),
        jobs=_printed_jobs(person, shown, words),
        education=_education(person, shown["education"], words),
        extra=_extra(shown["courses"], words),
        languages=[_language(item, words) for item in shown["languages"]],
        skills=list(person.get("skills") or ()),
        driving=_driving(person, words),
        recommendations=_recommendations(person, shown, words),
        about=_about(person, words),
        footer=_footer(person, updated, clock, words),
        stamp=f"{words.updated} {updated:%d.%m.%Y} {clock}",
    )


def _only(record: Person, keys: Iterable[str]) -> Person:
    return {key: record.get(key) for key in keys}


def _plural(number: int, forms: tuple[str, str, str]) -> str:
    if number % 10 == 1 and number % 100 != 11:
        return forms[0] if forms[1] != forms[2] or number == 1 else forms[2]
    few = number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14}
    return forms[1] if few else forms[2]


# Pay and work


def _salary(person: Person) -> Person | None:
    """One amount a month without premium: hh.ru asks for no more; other pay is not printed."""
    said = person.get("salary")
    if not said:
        return None
    amount = said.get("minimum") or said.get("maximum")
    period = said.get("period") or "month"
    if not amount or period not in {"month", "year"}:
        return None
    if period == "year":
        amount = round(amount / 12, -2)
    return {
        "minimum": int(amount),
        "maximum": int(amount),
        "currency": said["currency"],
        "period": "month" if person["language"] == "ru" else None,
        "gross": False if said.get("gross") is False else None,
        "bonus": False,
    }


def _pay(person: Person, salary: Person | None, words: Words, *, newer: bool) -> str:
    if not salary:
        return ""
    gap = dice(person, "gap").choice((NBSP, "\u2009", "\u202f"))  # all three are seen
    amount = f"{salary['minimum']:,}".replace(",", gap)
    sign = words.currency[newer].get(salary["currency"], salary["currency"])
    return f"{amount}{NBSP}{sign}" + (f" {words.net}" if salary["gross"] is False else "")


def _roles(positions: Sequence[str], words: Words, *, newer: bool) -> tuple[str, list[str]]:
    """Label and lines of the specialities: «— …» below «Специализации:», or «• …» below an area."""
    if not positions:
        return "", []
    wanted = positions[0].lower()
    found = dict.fromkeys(role for word, role in words.role_names if word in wanted)
    mark = "—" if newer else "•"
    lines = [f"{mark} {role}" for role in list(found)[:2] or [words.other_role]]
    return (words.roles if newer else words.area), lines


def _work(shown: Person, words: Words, *, newer: bool) -> list[str]:
    kinds = [words.employment[newer][kind] for kind in shown["employment"]]
    if newer:
        items = [words.workplace[place] for place in shown["workplace"]]
    else:
        items = [words.schedule[item] for item in shown["schedule"]]
        items += [words.remote] * ("remote" in shown["workplace"])
    labels = (words.employment_label[newer], words.work_label[newer])
    pairs = zip(labels, (kinds, items), strict=True)
    return [f"{label}: {', '.join(values)}" for label, values in pairs if values]


# Jobs


def _jobs(person: Person, updated: str) -> list[Person]:
    """Jobs with months, the newest first; a job without an end goes on."""
    jobs = []
    for job in person.get("jobs") or ():
        record = _only(job, _JOB)
        begin, end = (str(job.get(key) or "") for key in ("begin", "end"))
        record["begin"] = f"{begin}-01" if re.fullmatch(r"\d{4}", begin) else begin or None
        last = min(f"{end}-12", updated[:7]) if re.fullmatch(r"\d{4}", end) else end
        record["end"] = last or None
        record["current"] = not last and bool(begin)
        jobs.append(record)
    return sorted(jobs, key=lambda job: job["begin"] or "", reverse=True)


def _index(month: str) -> int:
    """Months since year 0."""
    year, number = (int(part) for part in month.split("-")[:2])
    return year * 12 + number - 1


def _length(months: int, words: Words) -> str:
    parts = [(months // 12, words.year), (months % 12, words.month)]
    return " ".join(f"{n}{NBSP}{_plural(n, forms)}" for n, forms in parts if n)


def _total(jobs: Sequence[Person], updated: str, words: Words) -> str:
    """Length of all jobs together; months with two jobs count once."""
    worked: set[int] = set()
    for job in jobs:
        if job["begin"]:
            worked.update(range(_index(job["begin"]), _index(job["end"] or updated) + 1))
    return _length(len(worked), words)


def _month(month: str, words: Words) -> str:
    year, number = month.split("-")[:2]
    return f"{words.months[int(number) - 1]}{NBSP}{year}"


def _printed_jobs(person: Person, shown: Person, words: Words) -> list[Job]:
    given = sorted(
        person.get("jobs") or (), key=lambda job: str(job.get("begin") or ""), reverse=True
    )
    jobs = []
    for job in shown["jobs"]:
        same = ("title", "employer")
        source = next(one for one in given if all(one.get(key) == job[key] for key in same))
        topic = f"job {job['employer']} {job['title']} {job['begin']}"
        industry, subindustry = dice(person, topic).choice(words.industries)
        if source.get("industry"):
            industry, subindustry = source["industry"], ""
        end = job["end"] or shown["updated"]
        months = _index(end) - _index(job["begin"]) + 1 if job["begin"] else 0
        jobs.append(
            Job(
                begin=_month(job["begin"], words) if job["begin"] else "",
                end=_month(job["end"], words) if job["end"] else words.now,
                duration=_length(months, words),
                company=job["employer"] or "",
                place=_company_place(person, source, topic),
                industry=industry,
                subindustry=subindustry,
                position=job["title"] or "",
                text=_duties(person, source, topic, words),
            )
        )
    return jobs


def _company_place(person: Person, job: Person, topic: str) -> str:
    """City and site; a third of the jobs has both, a third only the city."""
    chance = dice(person, f"{topic} place").random()
    city = job.get("city") or ((person.get("location") or "") if chance < 0.67 else "")
    site = job.get("site") or ("www.example.com/" if chance < 0.33 else "")
    return ", ".join(part for part in (city, site) if part)


def _duties(person: Person, job: Person, topic: str, words: Words) -> list[str]:
    said = job.get("duties")
    if isinstance(said, str):
        return said.splitlines()
    chances = dice(person, f"{topic} duties")
    said = said or chances.sample(words.duties, chances.randint(3, 6))
    mark = chances.choice(("• ", "- ", ""))
    if not mark:
        return [f"{line}." for line in said]
    return [f"{mark}{line};" for line in said[:-1]] + [f"{mark}{said[-1]}."]


# Education


def _kind(course: Person) -> str:
    name = course["name"] or ""
    if _CERTIFICATE.search(name):
        return "certificates"
    return "tests" if _TEST.search(name) else "courses"


def _education(
    person: Person, studies: Sequence[Person], words: Words
) -> list[tuple[str, list[Study]]]:
    """Schools below their levels."""
    groups = []
    for level, group in groupby(studies, key=lambda study: study["level"]):
        rows = []
        for study in group:
            chances = dice(person, f"faculty {study['institution']} {study['end']}")
            faculty = chances.choice(words.faculties) if chances.random() < 0.4 else ""
            note = ", ".join(part for part in (faculty, study["field"]) if part)
            rows.append(
                Study(
                    year=str(study["end"] or ""),
                    name=study["institution"] or "",
                    note=note if study["field"] else "",
                )
            )
        groups.append((level or "", [row for row in rows if row.name or row.note or row.year]))
    return groups


def _extra(courses: Sequence[Person], words: Words) -> list[tuple[str, list[Study]]]:
    """Courses, tests, certificates, each below its title."""
    return [
        (
            words.extra[kind],
            [
                Study(
                    year=str(course["year"] or ""),
                    name=course["name"] or "",
                    note=course["institution"] or "",
                )
                for course in group
            ],
        )
        for kind, group in groupby(courses, key=_kind)
    ]


def _language(item: Person, words: Words) -> str:
    name = words.languages[item["code"]]
    level = item.get("level")
    return f"{name} — {words.grades[level]}" if level else name


# The person


def _is_woman(person: Person) -> bool:
    if person.get("sex"):
        return person["sex"] == "female"
    parts = (person.get("name") or "").lower().split()
    if any(part.endswith(("вич", "ьич", "оглы")) for part in parts):
        return False
    if any(part.endswith(("вна", "чна", "кызы", "ова", "ева", "ина", "ская")) for part in parts):
        return True
    if parts and person["language"] == "en":
        return parts[0].endswith(("a", "ie", "ine", "elle", "ah"))
    return dice(person, "sex").random() < 0.5


def _birth(person: Person, shown: Person) -> dt.date:
    if person.get("birth"):
        return dt.date.fromisoformat(person["birth"])
    starts = [int(job["begin"][:4]) - 20 for job in shown["jobs"] if job["begin"]]
    starts += [study["end"] - 22 for study in shown["education"] if study["end"]]
    chances = dice(person, "birth")
    latest = int(shown["updated"][:4]) - 19
    year = min([*starts, latest]) - chances.randint(0, 3)
    return dt.date(year, chances.randint(1, 12), chances.randint(1, 28))


def _phone(number: str, *, newer: bool) -> str:
    """`+79000000012` as «+7 (900) 0000012», newer «+7 (900) 000-00-12»."""
    match = re.fullmatch(r"(\+\d{1,3}?)(\d{3})(\d{3})(\d{2})(\d{2})", number)
    if not match:
        return number
    country, area, *rest = match.groups()
    tail = "-".join(rest) if newer else "".join(rest)
    return f"{country}{NBSP}({area}){NBSP}{tail}"


def _contacts(person: Person, words: Words, *, newer: bool) -> list[str]:
    phones = [_phone(phone, newer=newer) for phone in person.get("phones") or ()]
    ways = [*phones, *(person.get("emails") or ())]
    if ways:
        best = len(phones) if phones and len(ways) > len(phones) else 0
        best = best if dice(person, "preferred").random() < 0.3 else 0
        ways[best] += f" — {words.preferred}"
    if phones and dice(person, "comment").random() < 0.3:
        ways[0] += f" • {dice(person, 'comment').choice(words.comments)}"
    links = [_link(link, words, newer=newer) for link in person.get("links") or ()]
    if phones and newer and dice(person, "max").random() < 0.3:
        links.append(f"max: {phones[0]}")
    return ways + links


def _link(link: str, words: Words, *, newer: bool) -> str:
    lower = link.lower()
    if "t.me/" in lower:
        return f"{'telegram' if newer else 'Telegram'}: {link}"
    if "linkedin." in lower:
        return link if newer else f"LinkedIn: {link}"
    return link if newer else f"{words.other_link}: {link}"


def _place(person: Person, words: Words) -> str:
    location = person.get("location") or ""
    stations = words.metros.get(location)
    if stations and dice(person, "metro").random() < 0.7:
        return f"{location}, {words.metro}{NBSP}{dice(person, 'metro').choice(stations)}"
    return location


def _moving(person: Person, words: Words, *, woman: bool) -> str:
    parts = []
    if person.get("relocation"):
        where = dice(person, "places")
        places = f" ({where.choice(words.places)})" if where.random() < 0.4 else ""
        parts.append(words.move[woman] + places)
    elif person.get("relocation") is False:
        parts.append(words.stay[woman])
    if person.get("travel"):
        rare = dice(person, "rare").random() < 0.25
        parts.append((words.rare_trips if rare else words.trips)[woman])
    elif person.get("travel") is False:
        parts.append(words.no_trips[woman])
    return ", ".join(parts)


def _living(person: Person, words: Words, place: str, moving: str, *, newer: bool) -> list[str]:
    lines = [f"{words.lives[newer]}: {place}"] if place else []
    countries, permits = (
        ", ".join(person.get(key) or ()) for key in ("citizenship", "work_permit")
    )
    if countries:
        permit = f", {words.permit}: {permits}" if permits else ""
        lines.append(f"{words.citizenship}: {countries}{permit}")
    elif permits:
        lines.append(f"{words.permit_alone}: {permits}")
    return [*lines, moving[0].upper() + moving[1:]] if moving else lines


def _permits(person: Person, words: Words) -> list[str]:
    labels = {"citizenship": words.citizenship, "work_permit": words.permission}
    return [
        f"{label}: {', '.join(person[key])}" for key, label in labels.items() if person.get(key)
    ]


def _driving(person: Person, words: Words) -> list[str]:
    licences = person.get("licences") or []
    if not licences:
        return []
    car = dice(person, "car").random() < 0.5
    return [words.car] * car + [f"{words.licence}{NBSP}{', '.join(licences)}"]


def _recommendations(person: Person, shown: Person, words: Words) -> list[str]:
    """A referee at an earlier employer, for a quarter of the people."""
    firms = [job["employer"] for job in shown["jobs"] if job["employer"]]
    chances = dice(person, "recommendations")
    if not firms or chances.random() > 0.25:
        return []
    return [firms[-1], chances.choice(words.referees)]


def _about(person: Person, words: Words) -> list[str]:
    if person.get("about"):
        return str(person["about"]).splitlines()
    chances = dice(person, "about")
    return chances.sample(words.abouts, chances.randint(0, 4))


def _footer(person: Person, updated: dt.date, clock: str, words: Words) -> str:
    """Surname and name, and when the resume was updated; a fifth is without the time."""
    when = f"{words.updated} {updated.day} {words.days[updated.month - 1]} {updated.year}"
    if dice(person, "clock").random() < 0.8:
        when += f" {words.at} {clock}"
    name = " ".join((person.get("name") or "").split()[:2])
    return f"{name}  •  {when}" if name else when
