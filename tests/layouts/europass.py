"""The classic Europass CV as rows of a left and a right column."""

from dataclasses import dataclass

from layouts.wording import (
    BASE,
    DEGREES,
    Person,
    day_numbers,
    day_span,
    fact,
    first_position,
    joined,
    phone,
    tongue,
    years,
)

SHOWN = BASE | {"citizenship", "licences"}

WORDS = {
    "en": {
        "document": "Curriculum Vitae",
        "personal": "PERSONAL INFORMATION",
        "position": "JOB APPLIED FOR",
        "about": "PERSONAL STATEMENT",
        "jobs": "WORK EXPERIENCE",
        "education": "EDUCATION AND TRAINING",
        "skills": "PERSONAL SKILLS",
        "additional": "ADDITIONAL INFORMATION",
        "mother": "Mother tongue(s)",
        "others": "Other language(s)",
        "job_skills": "Job-related skills",
        "driving": "Driving licence",
        "courses": "Courses and certifications",
        "present": "Present",
        "sex": "Sex",
        "male": "Male",
        "female": "Female",
        "born": "Date of birth",
        "nationality": "Nationality",
        "business": "Business or sector",
        "in": " in ",
        "note": "Levels: A1 and A2: Basic user - B1 and B2: Independent user - "
        "C1 and C2: Proficient user",
        "frame": "Common European Framework of Reference for Languages",
        "page": "Page {} / {}",
    },
    "ru": {
        "document": "Резюме",
        "personal": "ЛИЧНАЯ ИНФОРМАЦИЯ",
        "position": "ЖЕЛАЕМАЯ ДОЛЖНОСТЬ",
        "about": "О СЕБЕ",
        "jobs": "ОПЫТ РАБОТЫ",
        "education": "ОБРАЗОВАНИЕ И ОБУЧЕНИЕ",
        "skills": "ЛИЧНЫЕ НАВЫКИ",
        "additional": "ДОПОЛНИТЕЛЬНАЯ ИНФОРМАЦИЯ",
        "mother": "Родной язык",
        "others": "Другие языки",
        "job_skills": "Профессиональные навыки",
        "driving": "Водительские права",
        "courses": "Курсы и сертификаты",
        "present": "настоящее время",
        "sex": "Пол",
        "male": "мужской",
        "female": "женский",
        "born": "Дата рождения",
        "nationality": "Гражданство",
        "business": "Отрасль",
        "in": ", ",
        "note": "Уровни: A1 и A2: элементарное владение - B1 и B2: самостоятельное владение - "
        "C1 и C2: свободное владение",
        "frame": "Общеевропейские компетенции владения иностранным языком",
        "page": "Страница {} / {}",
    },
}
TABLE = {
    "en": (
        ("UNDERSTANDING", "", "SPEAKING", "", "WRITING"),
        ("Listening", "Reading", "Spoken interaction", "Spoken production", ""),
    ),
    "ru": (
        ("ПОНИМАНИЕ", "", "ГОВОРЕНИЕ", "", "ПИСЬМО"),
        ("Аудирование", "Чтение", "Диалог", "Монолог", ""),
    ),
}


@dataclass(frozen=True)
class Line:
    """A row: its kind, the left column, the right one; of a table the cells on the right."""

    kind: str
    """section, name, title, place, text, bullet, row, cells, head or note."""
    left: str
    right: str = ""
    cells: tuple[str, ...] = ()


def adjust(person: Person) -> Person:
    """Return the truth as Europass shows it: one position."""
    return first_position(person)


def _personal(person: Person, words: dict[str, str]) -> list[Line]:
    born = person.get("birth_date")
    about = (
        f"{words['sex']} {words[person['sex']]}" if person.get("sex") else "",
        f"{words['born']} {day_numbers(born, '/')}" if born else "",
        f"{words['nationality']} {fact(person, 'citizenship')}"
        if person.get("citizenship")
        else "",
    )
    contacts = [
        person.get("location") or "",
        *(phone(number, "spaced") for number in person.get("phones") or []),
        *(person.get("emails") or []),
        *(person.get("links") or []),
        joined(*about, mark=" | "),
    ]
    lines = [Line("section", words["personal"])]
    if person.get("name"):
        lines.append(Line("name", "", person["name"]))
    lines += [Line("text", "", text) for text in contacts if text]
    lines += [
        Line("title", words["position"], position)
        for position in (person.get("positions") or [])[:1]
    ]
    if person.get("about"):
        lines.append(Line("row", words["about"], person["about"].replace("\n", " ")))
    return lines


def _jobs(person: Person, words: dict[str, str]) -> list[Line]:
    jobs = person.get("jobs") or []
    lines = [Line("section", words["jobs"])] if jobs else []
    for job in jobs:
        lines += [
            Line("title", day_span(job, words["present"]), job["title"]),
            Line("place", "", joined(job["employer"], job.get("location"))),
        ]
        lines += [Line("bullet", "", line) for line in job.get("lines") or []]
        if job.get("industry"):
            lines.append(Line("text", "", f"{words['business']}: {job['industry']}"))
    return lines


def _education(person: Person, words: dict[str, str]) -> list[Line]:
    studies = person.get("education") or []
    lines = [Line("section", words["education"])] if studies else []
    for study in studies:
        degree = DEGREES[person["language"]].get(study.get("level") or "", "")
        lines += [
            Line("title", years(study), joined(degree, study.get("field"), mark=words["in"])),
            Line("place", "", study["institution"]),
        ]
    return lines


def _languages(person: Person, words: dict[str, str]) -> list[Line]:
    language, known = person["language"], person.get("languages") or []
    native = [tongue(one["code"], language) for one in known if one.get("level") == "native"]
    lines = [Line("row", words["mother"], ", ".join(native))] if native else []
    rows = [
        Line("cells", tongue(one["code"], language), "", (one.get("level") or "-",) * 5)
        for one in known
        if one.get("level") != "native"
    ]
    if rows:
        first, second = TABLE[language]
        lines += [Line("head", words["others"], "", first), Line("head", "", "", second), *rows]
        lines += [Line("note", "", words["note"]), Line("note", "", words["frame"])]
    return lines


def _skills(person: Person, words: dict[str, str]) -> list[Line]:
    lines = _languages(person, words)
    skills = person.get("skills") or []
    for number, skill in enumerate(skills):
        lines.append(Line("bullet", "" if number else words["job_skills"], skill))
    if person.get("licences"):
        lines.append(Line("row", words["driving"], ", ".join(person["licences"])))
    return [Line("section", words["skills"]), *lines] if lines else []


def _additional(person: Person, words: dict[str, str]) -> list[Line]:
    courses = person.get("courses") or []
    lines = [Line("section", words["additional"])] if courses else []
    for number, course in enumerate(courses):
        text = joined(course["name"], course.get("institution"), course.get("year"))
        lines.append(Line("row", "" if number else words["courses"], text))
    return lines


def compose(person: Person) -> list[Line]:
    """Return the rows of a person's CV."""
    words = WORDS[person["language"]]
    parts = (_personal, _jobs, _education, _skills, _additional)
    return [line for part in parts for line in part(person, words)]
