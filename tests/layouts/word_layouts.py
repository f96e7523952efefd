"""Resumes of word processors: Word with styles and with a table, Europass, ODT and RTF."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as Word
from docx.shared import Cm, Pt, RGBColor

from layouts import europass
from layouts.flow import Item, Maker, Plan, about, bullets, compose, each, name, pairs, texts
from layouts.layout import Layout
from layouts.wording import (
    BASE,
    BOTH,
    DEGREES,
    LEVELS,
    SHORT_DEGREES,
    SPOKEN_LEVELS,
    Person,
    facts,
    first_position,
    joined,
    phone,
    span,
    tongues,
    years,
)

_STAMP = (2026, 10, 1, 9, 0, 0)
_CONDITIONS = frozenset({"salary", "employment", "workplace", "schedule", "relocation", "travel"})


def _rezip(data: bytes) -> bytes:
    """Return an archive with every date the same."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for info in old.infolist():
            entry = zipfile.ZipInfo(info.filename, _STAMP)
            new.writestr(entry, old.read(info), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _saved(document: Word, title: str) -> bytes:
    properties = document.core_properties
    properties.created = properties.modified = datetime(*_STAMP, tzinfo=UTC).replace(tzinfo=None)
    properties.title, properties.author, properties.comments = title, "", ""
    buffer = io.BytesIO()
    document.save(buffer)
    return _rezip(buffer.getvalue())


def _degree(study: Person, language: str, degrees: dict[str, dict[str, str]]) -> str:
    return joined(degrees[language].get(study.get("level") or "", ""), study.get("field"))


def _positions(person: Person) -> list[Item]:
    return texts("headline", person.get("positions") or [])


def _told(*keys: str) -> Maker:
    return lambda person: pairs(facts(person, keys))


# ---- Word with styles -----------------------------------------------------------------------


def _word_contacts(person: Person) -> list[Item]:
    labels = {"en": ("Tel.", "E-mail"), "ru": ("Тел.", "E-mail")}[person["language"]]
    said = [
        person.get("location"),
        *(f"{labels[0]}: {phone(number, 'brackets')}" for number in person.get("phones") or []),
        *(f"{labels[1]}: {email}" for email in person.get("emails") or []),
    ]
    return texts("text", [joined(*said, mark=", "), *(person.get("links") or [])])


def _word_job(job: Person, language: str) -> list[Item]:
    return [
        Item("title", job["title"]),
        Item("sub", joined(job["employer"], job.get("location"))),
        Item("dates", span(job, language, "title", dash=" – ")),
        *bullets(job),
    ]


def _word_study(study: Person, language: str) -> list[Item]:
    return [
        Item("title", study["institution"]),
        Item("text", joined(_degree(study, language, DEGREES), years(study, "–"))),
    ]


def _word_course(course: Person, _language: str) -> list[Item]:
    return [Item("bullet", joined(course["name"], course.get("institution"), course.get("year")))]


_WORD = Plan(
    headings={
        "en": {
            "name": "",
            "positions": "",
            "contacts": "",
            "about": "Professional Summary",
            "jobs": "Work Experience",
            "education": "Education",
            "courses": "Training and Certifications",
            "skills": "Key Skills",
            "languages": "Languages",
            "facts": "Additional Information",
        },
        "ru": {
            "name": "",
            "positions": "",
            "contacts": "",
            "about": "О себе",
            "jobs": "Опыт работы",
            "education": "Образование",
            "courses": "Курсы и тренинги",
            "skills": "Ключевые навыки",
            "languages": "Иностранные языки",
            "facts": "Дополнительная информация",
        },
    },
    makers={
        "name": name,
        "positions": _positions,
        "contacts": _word_contacts,
        "about": about,
        "jobs": each("jobs", _word_job),
        "education": each("education", _word_study),
        "courses": each("courses", _word_course),
        "skills": lambda person: texts("bullet", person.get("skills") or []),
        "languages": lambda person: texts("bullet", tongues(person, LEVELS, "{} – {}")),
        "facts": _told(
            "salary", "employment", "schedule", "workplace", "relocation", "travel",
            "citizenship", "licences",
        ),
    },
)  # fmt: skip
_WORD_STYLES = {
    "name": "Title",
    "headline": "Subtitle",
    "heading": "Heading 1",
    "title": "Heading 2",
    "bullet": "List Bullet",
}


def word_docx(person: Person) -> bytes:
    """Return a Word file with headings and lists."""
    document = Document()
    for item in compose(person, _WORD):
        paragraph = document.add_paragraph(style=_WORD_STYLES.get(item.kind))
        if item.kind == "pair":
            paragraph.add_run(f"{item.side}: ").bold = True
        run = paragraph.add_run(item.text)
        run.bold = True if item.kind == "sub" else None
        run.italic = True if item.kind == "dates" else None
    return _saved(document, person.get("name") or "")


# ---- Word with a table ----------------------------------------------------------------------

_TABLE_WORDS = {
    "en": {
        "name": "Full name",
        "born": "Date of birth",
        "phones": "Phone",
        "emails": "E-mail",
        "links": "Links",
        "location": "City",
        "positions": "Desired position",
        "about": "About me",
        "jobs": "WORK EXPERIENCE",
        "education": "EDUCATION",
        "courses": "COURSES",
        "languages": "Languages",
        "skills": "Skills",
        "conditions": "TERMS",
        "other": "OTHER",
    },
    "ru": {
        "name": "ФИО",
        "born": "Дата рождения",
        "phones": "Телефон",
        "emails": "Эл. почта",
        "links": "Ссылки",
        "location": "Место жительства",
        "positions": "Желаемая должность",
        "about": "О себе",
        "jobs": "ОПЫТ РАБОТЫ",
        "education": "ОБРАЗОВАНИЕ",
        "courses": "КУРСЫ",
        "languages": "Знание языков",
        "skills": "Навыки",
        "conditions": "УСЛОВИЯ",
        "other": "ПРОЧЕЕ",
    },
}
_Rows = list[tuple[str, list[str]]]


def _table_personal(person: Person, words: dict[str, str]) -> _Rows:
    born = ".".join(reversed((person.get("birth_date") or "").split("-")))
    return [
        (words["name"], [person.get("name") or ""]),
        (words["positions"], person.get("positions") or []),
        (words["born"], [born]),
        (words["location"], [person.get("location") or ""]),
        (words["phones"], [phone(number, "local") for number in person.get("phones") or []]),
        (words["emails"], person.get("emails") or []),
        (words["links"], person.get("links") or []),
    ]


def _table_jobs(person: Person) -> _Rows:
    language = person["language"]
    style, now = {"en": ("slash", "to date"), "ru": ("dot", "наст. время")}[language]
    return [
        (
            span(job, language, style, dash=" – ", now=now),
            [
                job["title"],
                joined(job["employer"], job.get("location")),
                *(f"- {line}" for line in job.get("lines") or []),
            ],
        )
        for job in person.get("jobs") or []
    ]


def _table_education(person: Person) -> _Rows:
    return [
        (years(study, "–"), [study["institution"], _degree(study, person["language"], DEGREES)])
        for study in person.get("education") or []
    ]


def _table_courses(person: Person) -> _Rows:
    return [
        (str(course.get("year") or ""), [joined(course["name"], course.get("institution"))])
        for course in person.get("courses") or []
    ]


def _table_conditions(person: Person) -> _Rows:
    keys = ("salary", "employment", "workplace", "schedule", "relocation", "travel")
    return [(label, [answer]) for label, answer in facts(person, keys)]


def _table_other(person: Person, words: dict[str, str]) -> _Rows:
    told = facts(person, ("citizenship", "work_permit", "licences"))
    return [
        (words["languages"], tongues(person, SPOKEN_LEVELS, "{} – {}")),
        (words["skills"], ["; ".join(person.get("skills") or [])]),
        *((label, [answer]) for label, answer in told),
        (words["about"], (person.get("about") or "").splitlines()),
    ]


def word_table_docx(person: Person) -> bytes:
    """Return a Word file that is one table of labels or dates and answers."""
    words = _TABLE_WORDS[person["language"]]
    document = Document()
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    parts = (
        ("", _table_personal(person, words)),
        (words["conditions"], _table_conditions(person)),
        (words["education"], _table_education(person)),
        (words["courses"], _table_courses(person)),
        (words["jobs"], _table_jobs(person)),
        (words["other"], _table_other(person, words)),
    )
    for heading, rows in parts:
        said = [(label, lines) for label, lines in rows if any(lines)]
        if heading and said:
            cells = table.add_row().cells
            merged = cells[0].merge(cells[1])
            merged.paragraphs[0].add_run(heading).bold = True
        for label, lines in said:
            cells = table.add_row().cells
            cells[0].width, cells[1].width = Cm(4.5), Cm(12)
            cells[0].text = label
            cells[1].text = lines[0]
            for line in lines[1:]:
                if line:
                    cells[1].add_paragraph(line)
    return _saved(document, "")


# ---- Europass -------------------------------------------------------------------------------

_BLUE = RGBColor(0x0E, 0x41, 0x94)


def _europass_row(table: Any, line: europass.Line) -> None:
    cells = table.add_row().cells
    left = cells[0].paragraphs[0].add_run(line.left)
    left.font.color.rgb = _BLUE
    left.font.bold = line.kind == "section"
    if line.cells:
        for cell, text in zip(cells[1:], line.cells, strict=True):
            cell.text = text
        return
    merged = cells[1].merge(cells[5])
    mark = "▪ " if line.kind == "bullet" else ""
    run = merged.paragraphs[0].add_run(mark + line.right)
    run.bold = line.kind in {"title", "name"}
    run.italic = line.kind == "note"
    if line.kind == "title":
        run.font.color.rgb = _BLUE


def europass_docx(person: Person) -> bytes:
    """Return the classic Europass CV, a table as its Word file is."""
    words = europass.WORDS[person["language"]]
    document = Document()
    document.styles["Normal"].font.size = Pt(9)
    section = document.sections[0]
    section.header.paragraphs[0].text = words["document"]
    table = document.add_table(rows=0, cols=6)
    for line in europass.compose(person):
        _europass_row(table, line)
    return _saved(document, words["document"])


# ---- LibreOffice ----------------------------------------------------------------------------


def _libre_contacts(person: Person) -> list[Item]:
    labels = {
        "en": ("Address", "Mobile", "Email", "Web"),
        "ru": ("Адрес", "Моб. телефон", "Почта", "Профиль"),
    }[person["language"]]
    said = [
        (labels[0], [person.get("location") or ""]),
        (labels[1], [phone(number, "spaced") for number in person.get("phones") or []]),
        (labels[2], person.get("emails") or []),
        (labels[3], person.get("links") or []),
    ]
    return pairs((label, one) for label, values in said for one in values)


def _libre_job(job: Person, language: str) -> list[Item]:
    now = {"en": "present", "ru": "по настоящее время"}[language]
    return [
        Item("row", job["employer"], span(job, language, "long", dash=" – ", now=now)),
        Item("sub", job["title"]),
        *bullets(job),
    ]


def _libre_study(study: Person, language: str) -> list[Item]:
    return [
        Item("row", study["institution"], years(study, "–")),
        Item("text", _degree(study, language, SHORT_DEGREES)),
    ]


def _libre_course(course: Person, _language: str) -> list[Item]:
    return [
        Item(
            "row", joined(course["name"], course.get("institution")), str(course.get("year") or "")
        )
    ]


_LIBRE = Plan(
    headings={
        "en": {
            "name": "",
            "positions": "",
            "contacts": "Personal details",
            "jobs": "Employment",
            "skills": "Skills",
            "education": "Education",
            "courses": "Courses",
            "languages": "Languages",
            "facts": "Other",
            "about": "About me",
        },
        "ru": {
            "name": "",
            "positions": "",
            "contacts": "Личные данные",
            "jobs": "Трудовая деятельность",
            "skills": "Навыки",
            "education": "Образование",
            "courses": "Курсы",
            "languages": "Языки",
            "facts": "Прочее",
            "about": "О себе",
        },
    },
    makers={
        "name": name,
        "positions": lambda person: _positions(first_position(person)),
        "contacts": _libre_contacts,
        "jobs": each("jobs", _libre_job),
        "skills": lambda person: texts("bullet", person.get("skills") or []),
        "education": each("education", _libre_study),
        "courses": each("courses", _libre_course),
        "languages": lambda person: texts("text", tongues(person, LEVELS, "{}: {}")),
        "facts": _told("salary", "travel", "licences"),
        "about": about,
    },
)
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "text", "style", "manifest", "meta")
)


_ODT_FORMS = {
    "name": '<text:p text:style-name="Title">{}</text:p>',
    "headline": '<text:p text:style-name="Subtitle">{}</text:p>',
    "heading": '<text:h text:style-name="Heading_20_1" text:outline-level="1">{}</text:h>',
    "row": "<text:p>{side}<text:tab/><text:span>{}</text:span></text:p>",
    "pair": "<text:p>{side}:<text:s/>{}</text:p>",
    "bullet": "<text:list-item><text:p>{}</text:p></text:list-item>",
}


def _odt_block(item: Item) -> str:
    form = _ODT_FORMS.get(item.kind, '<text:p text:style-name="Standard">{}</text:p>')
    return form.format(escape(item.text), side=escape(item.side))


def libre_odt(person: Person) -> bytes:
    """Return a text document of LibreOffice, written by hand."""
    body: list[str] = []
    before = ""
    for item in compose(person, _LIBRE):
        if (item.kind == "bullet") != (before == "bullet"):
            body.append("<text:list>" if item.kind == "bullet" else "</text:list>")
        body.append(_odt_block(item))
        before = item.kind
    body += ["</text:list>"] * (before == "bullet")
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    kind = "application/vnd.oasis.opendocument.text"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
    )
    files = {
        "mimetype": kind,
        "content.xml": f'{head}<office:document-content {_NAMESPACES} office:version="1.3">'
        f"<office:body><office:text>{''.join(body)}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f'{head}<office:document-styles {_NAMESPACES} office:version="1.3">'
        '<office:styles><style:style style:name="Standard" style:family="paragraph"/>'
        "</office:styles></office:document-styles>",
        "META-INF/manifest.xml": f'{head}<manifest:manifest {_NAMESPACES} manifest:version="1.3">'
        f"{entries}</manifest:manifest>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, text in files.items():
            packing = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(path, _STAMP), text, packing)
    return buffer.getvalue()


# ---- RTF ------------------------------------------------------------------------------------


def _rtf_contacts(person: Person) -> list[Item]:
    said = [
        *(phone(number, "local") for number in person.get("phones") or []),
        *(person.get("emails") or []),
        *(person.get("links") or []),
        person.get("location") or "",
    ]
    return texts("text", said)


def _rtf_job(job: Person, language: str) -> list[Item]:
    now = {"en": "now", "ru": "наст. вр."}[language]
    return [
        Item("dates", span(job, language, {"en": "slash", "ru": "dot"}[language], now=now)),
        Item("title", joined(job["employer"], job.get("location"))),
        Item("sub", job["title"]),
        *bullets(job),
    ]


def _rtf_study(study: Person, language: str) -> list[Item]:
    when = years(study, "-")
    return [
        Item("text", study["institution"] + (f" ({when})" if when else "")),
        Item("text", _degree(study, language, DEGREES)),
    ]


def _rtf_course(course: Person, _language: str) -> list[Item]:
    said = (course.get("year"), course["name"], course.get("institution"))
    return [Item("text", joined(*said, mark=" - "))]


_RTF = Plan(
    headings={
        "en": {
            "name": "",
            "contacts": "",
            "positions": "Objective",
            "facts": "",
            "education": "Education",
            "jobs": "Experience",
            "courses": "Professional development",
            "languages": "Languages",
            "skills": "Skills",
            "about": "Personal qualities",
        },
        "ru": {
            "name": "",
            "contacts": "",
            "positions": "Цель",
            "facts": "",
            "education": "Образование",
            "jobs": "Опыт работы",
            "courses": "Повышение квалификации",
            "languages": "Языки",
            "skills": "Профессиональные навыки",
            "about": "Личные качества",
        },
    },
    makers={
        "name": name,
        "contacts": _rtf_contacts,
        "positions": lambda person: texts("text", (person.get("positions") or [])[:1]),
        "facts": _told("salary", "employment", "schedule", "relocation"),
        "education": each("education", _rtf_study),
        "jobs": each("jobs", _rtf_job),
        "courses": each("courses", _rtf_course),
        "languages": lambda person: texts("text", [", ".join(tongues(person, LEVELS, "{} ({})"))]),
        "skills": lambda person: texts("text", [", ".join(person.get("skills") or [])]),
        "about": about,
    },
)
_RTF_FORMS: dict[str, str] = {
    "name": r"\pard\qc\b\fs32 {}\b0\fs22\par",
    "heading": r"\pard\sb240\b\fs26 {}\b0\fs22\par",
    "title": r"\pard\b {}\b0\par",
    "sub": r"\pard\i {}\i0\par",
    "bullet": r"\pard\li360\fi-360 \bullet\tab {}\par",
}


def _rtf_text(text: str, encoding: str) -> str:
    out = []
    for char in text:
        if char in "\\{}":
            out.append("\\" + char)
        elif ord(char) < 128:
            out.append(char)
        else:
            try:
                out.append(f"\\'{char.encode(encoding)[0]:02x}")
            except UnicodeEncodeError:
                out.append(f"\\u{ord(char)}?")
    return "".join(out)


def rtf_plain(person: Person) -> bytes:
    """Return an RTF file in the code page of its language."""
    page = {"en": 1252, "ru": 1251}[person["language"]]
    charset = {1252: 0, 1251: 204}[page]

    def rtf(text: str) -> str:
        return _rtf_text(text, f"cp{page}")

    lines = [
        rf"{{\rtf1\ansi\ansicpg{page}\deff0{{\fonttbl{{\f0\fcharset{charset} Arial;}}}}\f0\fs22"
    ]
    for item in compose(person, _RTF):
        text = f"{item.side}: {item.text}" if item.kind == "pair" else item.text
        lines.append(_RTF_FORMS.get(item.kind, r"\pard {}\par").replace("{}", rtf(text)))
    return "\r\n".join([*lines, "}"]).encode("ascii")


def _layout(
    render: Callable[[Person], bytes],
    suffix: str,
    shown: frozenset[str],
    adjust: Callable[[Person], Person] | None = None,
) -> Layout:
    return Layout(
        name=render.__name__,
        suffix=suffix,
        render=render,
        shown=shown,
        languages=BOTH,
        adjust=adjust,
    )


LAYOUTS = [
    _layout(europass_docx, ".docx", europass.SHOWN, europass.adjust),
    _layout(word_docx, ".docx", BASE | _CONDITIONS | {"citizenship", "licences"}),
    _layout(
        word_table_docx, ".docx", BASE | _CONDITIONS | {"citizenship", "work_permit", "licences"}
    ),
    _layout(libre_odt, ".odt", BASE | {"salary", "travel", "licences"}, first_position),
    _layout(
        rtf_plain,
        ".rtf",
        BASE | {"salary", "employment", "schedule", "relocation"},
        first_position,
    ),
]
