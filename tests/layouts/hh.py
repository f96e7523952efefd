"""Resumes as hh.ru gives them out: printed (PDF, RTF, HTML, TXT) and from the site (DOCX)."""

from collections.abc import Sequence

from layouts.hh_content import SHOWN, Content, Job, Person, Study, as_shown, content
from layouts.hh_pdf import as_pdf
from layouts.hh_writing import (
    Line,
    WordFile,
    escaped,
    raw_tag,
    rtf_file,
    rtf_row,
    tag,
)
from layouts.layout import Layout

FULL, SPLIT = [10200], [2300, 10200]  # right ends of cells in twips
MANY_JOBS, MANY_SKILLS = 2, 6  # from here on the site hides some behind «Показать ещё»


def as_txt(person: Person) -> bytes:
    """Return the plain text: as a table read row by row, or as the newer page copied."""
    page = content(person)
    words = page.words
    wishes = [page.position, page.pay, *_roles(page), *page.work, page.road]
    blocks = [
        [page.top, page.name, page.age_line],
        page.contacts,
        page.living,
        [words.desired, "", *wishes],
    ]
    for i, job in enumerate(page.jobs):
        blocks.append(["" if i else page.experience, "", *_txt_job(page, job)])
    if page.education:
        blocks.append([words.education])
    for level, studies in page.education:
        rows = [line for study in studies for line in _txt_study(page, study)]
        blocks.append([words.levels[level] if level else "", *rows])
    blocks += [*_txt_rest(page), [page.footer]]
    return "\n\n".join(_joined(block) for block in blocks if any(block)).encode() + b"\n"


def _txt_rest(page: Content) -> list[list[str]]:
    """Blocks below the education."""
    words = page.words
    blocks = []
    for title, studies in page.extra:
        blocks.append([title, "", *(line for study in studies for line in _txt_study(page, study))])
    if page.languages or page.skills:
        blocks.append([page.skills_title])
    if page.languages:
        blocks.append([words.languages_label, *page.languages])
    if page.skills:
        blocks.append([words.skills_label, ("; " if page.newer else "  ").join(page.skills)])
    if page.driving:
        blocks.append([words.driving, "", *page.driving])
    if page.recommendations or page.about:
        blocks.append([words.additional])
    for label, lines in _notes(page):
        blocks.append([label, *lines])
    return blocks


def _joined(block: Sequence[str]) -> str:
    """A block's lines; a blank line is kept only after a title."""
    lines = [line for i, line in enumerate(block) if line or (i == 1 and block[0])]
    return "\n".join(lines).strip("\n")


def _txt_job(page: Content, job: Job) -> list[str]:
    about = [job.company, job.place, job.industry]
    about.append(f"• {job.subindustry}" if job.subindustry else "")
    if page.newer:
        return [*about, f"{job.period} {job.duration}".strip(), job.position, *job.text]
    return [job.period, job.duration, *about, job.position, *job.text]


def _txt_study(page: Content, study: Study) -> list[str]:
    if page.newer:
        return [study.name, study.year, study.note]
    return [study.year, study.name, study.note]


def _roles(page: Content) -> list[str]:
    label, roles = page.roles
    return [label, *roles] if label else []


def _notes(page: Content) -> list[tuple[str, list[str]]]:
    notes = {page.words.recommendations: page.recommendations, page.words.about: page.about}
    return [(label, lines) for label, lines in notes.items() if lines]


# RTF


def as_rtf(person: Person) -> bytes:
    """Return the RTF: one table, whose rows have two cells where the print has two columns."""
    page = content(person)
    words = page.words
    head = [("hint", page.top), ("name", page.name), ("text", page.age_line)]
    rows = [_full(*head), _full(*_texts(page.contacts)), _full(*_texts(page.living))]
    rows.append(_title(words.desired))
    wish, pay = [("position", page.position)], [("pay", page.pay)]
    rows.append(rtf_row([wish, pay], [7200, 10200]) if page.pay else _full(*wish))
    rows.append(_full(*_texts([*_roles(page), *page.work, page.road])))
    if page.jobs:
        rows.append(_title(page.experience))
    rows += [_rtf_job(job) for job in page.jobs]
    if page.education:
        rows.append(_title(words.education))
    for level, studies in page.education:
        rows.append(_full(("level", words.levels.get(level, ""))))
        rows += [_rtf_study(study) for study in studies]
    for title, studies in page.extra:
        rows += [_title(title), *map(_rtf_study, studies)]
    if page.languages or page.skills:
        rows.append(_title(page.skills_title))
    if page.languages:
        rows.append(_split([("hint", words.languages_label)], _texts(page.languages)))
    if page.skills:
        tags = [("text", "  ".join(page.skills))]
        rows.append(_split([("hint", words.skills_label)], tags))
    if page.driving:
        rows += [_title(words.driving), _split([], _texts(page.driving))]
    notes = _notes(page)
    rows += [_title(words.additional)] * bool(notes)
    rows += [_split([("hint", label)], _texts(lines)) for label, lines in notes]
    return rtf_file(rows, page.footer)


def _texts(lines: Sequence[str]) -> list[Line]:
    return [("text", line) for line in lines]


def _full(*lines: Line) -> str:
    return rtf_row([lines], FULL) if any(text for _, text in lines) else ""


def _title(text: str) -> str:
    return rtf_row([[("section", text)]], FULL, rule=True)


def _split(left: Sequence[Line], right: Sequence[Line]) -> str:
    return rtf_row([left, right], SPLIT)


def _rtf_job(job: Job) -> str:
    right = [
        ("company", job.company),
        ("hint", job.place),
        ("hint", job.industry),
        ("hint", f"• {job.subindustry}" if job.subindustry else ""),
        ("title", job.position),
        *_texts(job.text),
    ]
    return _split([("hint", job.period), ("hint", job.duration)], right)


def _rtf_study(study: Study) -> str:
    return _split([("hint", study.year)], [("title", study.name), ("text", study.note)])


# HTML


def as_html(person: Person) -> bytes:
    """Return the page behind «Простой текст · txt»; its classes are hh.ru's own."""
    page = content(person)
    words = page.words
    footer = tag("p", page.footer, "info-footer")
    parts = [footer] * page.newer
    parts += [tag("p", page.top)] * bool(page.top)
    parts += [tag("p", page.name, "resume__title")] * bool(page.name)
    parts += [f"{tag('p', page.age_line)}<br>", *_html_contacts(page)]
    parts += [tag("p", line) for line in page.living]
    parts += _html_wishes(page)
    if page.jobs:
        jobs = "\n".join(_html_job(job) for job in page.jobs)
        parts += [_block(page.experience), raw_tag("ul", f"\n{jobs}\n")]
    if page.education:
        rows = []
        for level, studies in page.education:
            rows += [tag("li", words.levels[level])] if level else []
            rows += [_html_study(study) for study in studies]
        parts += [_block(words.education), _list(rows)]
    for title, studies in page.extra:
        parts += [_block(title), _list([_html_study(study) for study in studies])]
    parts += _html_skills(page)
    if page.driving:
        lines = [escaped(line) for line in page.driving]
        parts += [_block(words.driving), "<br>".join(lines)]  # text without an element of its own
    notes = [_html_note(page, label, lines) for label, lines in _notes(page)]
    parts += [_block(words.additional), _list(notes)] if notes else []
    parts += [footer] * (not page.newer)
    head = f'<meta charset="utf-8">{tag("title", page.name or page.position)}'
    style = raw_tag("style", ".resume__title{font-size:24px}.resume__block{color:#707070}")
    text = "\n".join(parts)
    return (
        f"<!DOCTYPE html>\n<html><head>{head}{style}</head>\n"
        f'<body class="resume__body">\n{text}\n</body></html>\n'
    ).encode()


def _block(title: str) -> str:
    return tag("p", title, "resume__block")


def _list(items: Sequence[str], css: str = "") -> str:
    return raw_tag("ul", "\n" + "\n".join(items) + "\n", css)


def _html_contacts(page: Content) -> list[str]:
    """Contacts; the remark on the preferred one is grey."""
    lines = []
    for line in page.contacts:
        way, mark, note = line.partition(" — ")
        remark = tag("span", f"{mark}{note}", "info") if mark else ""
        lines.append(raw_tag("p", escaped(way) + remark))
    return [*lines, "<br>"] if lines else lines


def _html_wishes(page: Content) -> list[str]:
    label, roles = page.roles
    parts = [_block(page.words.desired)]
    parts += [tag("p", page.position, "resume__position")] * bool(page.position)
    parts += [tag("p", page.pay, "resume__salary")] * bool(page.pay)
    if label:
        items = [tag("li", role.lstrip("—• "), "resume-profession-role") for role in roles]
        parts += [tag("p", label), _list(items, "resume-profession-roles") + "<br>"]
    return parts + [tag("p", line) for line in [*page.work, page.road]]


def _html_job(job: Job) -> str:
    text = "<br>".join(escaped(line) for line in job.text)
    parts = [
        tag("span", job.company, "resume-experience__company"),
        tag("p", job.place, "info"),
        tag("p", job.industry) if job.industry else "",
        _list([tag("li", job.subindustry, "resume-subindustry")]) if job.subindustry else "",
        tag("p", f"{job.period} {job.duration}".strip(), "bloko-form-hint"),
        tag("p", job.position, "resume-experience__position"),
        raw_tag("p", text),
    ]
    return raw_tag("li", "\n".join(part for part in parts if part), "resume-experience")


def _html_study(study: Study) -> str:
    """A school; what was studied stands in a stray paragraph behind its item."""
    name = tag("span", study.name, "resume-education__name") if study.name else ""
    year = tag("p", study.year, "bloko-form-hint") if study.year else ""
    note = f"\n{tag('p', study.note)}" if study.note else ""
    return raw_tag("li", name + year, "resume-education") + note


def _html_skills(page: Content) -> list[str]:
    items = []
    if page.languages:
        rows = []
        for line in page.languages:
            name, mark, level = line.partition(" — ")
            grade = tag("span", f"{mark}{level}", "info") if mark else ""
            rows.append(raw_tag("li", escaped(name) + grade))
        label = tag("span", page.words.languages_label, "bloko-form-hint")
        items.append(raw_tag("li", label + _list(rows, "resume-skils__item"), "resume-skils"))
    if page.skills:
        last = len(page.skills) - 1
        tags = [
            tag("span", skill if i == last else f"{skill}; ") for i, skill in enumerate(page.skills)
        ]
        label = tag("span", page.words.skills_label, "bloko-form-hint")
        items.append(
            raw_tag("li", label + raw_tag("p", "".join(tags), "resume-skils__item"), "resume-skils")
        )
    return [_block(page.skills_title), _list(items)] if items else []


def _html_note(page: Content, label: str, lines: Sequence[str]) -> str:
    css = "resume-additional" if page.newer else "resume-skils"
    text = raw_tag("p", "<br>".join(escaped(line) for line in lines), f"{css}__item")
    return raw_tag("li", tag("span", label, "bloko-form-hint") + text, css)


# The site's Word file


def as_docx(person: Person) -> bytes:
    """Return the Word file that an employer saves from the site."""
    page = content(person)
    words = page.words
    file = WordFile(whole=page.newer)
    _word_head(file, page)
    file.leave()
    file.add("hint", page.stamp)
    file.add("position", page.position, page.pay)
    file.add("text", *_roles(page), *page.work)
    _word_jobs(file, page)
    if page.skills:
        file.section(words.skills_title[0])
        _word_list(file, page, "text", page.skills, MANY_SKILLS)
    if page.driving:
        file.section(words.driving)
        file.add("text", *page.driving)
    if page.newer and page.jobs:
        file.section(words.portfolio)
    for label, lines in reversed(_notes(page)):
        file.section(label)
        file.add("text", *lines)
    for level, studies in page.education:
        file.section(words.level_titles[level] if level else words.education)
        _word_studies(file, studies)
    if page.languages:
        file.section(words.languages_label)
        file.add("text", *page.languages)
    for title, studies in page.extra:
        file.section(title)
        _word_studies(file, studies)
    file.section(words.passport)
    file.add("text", *page.permits, page.road)
    return file.data()


def _word_head(file: WordFile, page: Content) -> None:
    words = page.words
    if page.name:
        file.section(page.name, "name")
        file.leave()
    file.section(words.personal)
    file.add("text", f"{page.sex}, {page.age}")
    if page.contacts:
        file.section(words.contacts)
        file.add("text", *page.contacts)
    file.section(words.birthday)
    file.add("text", page.birthday)
    if page.place or page.moving:
        file.section(words.place)
        file.add("text", ", ".join(part for part in (page.place, page.moving) if part))


def _word_jobs(file: WordFile, page: Content) -> None:
    """Period, length, company, about it, position, and all of the text in one paragraph."""
    if page.jobs:
        file.section(page.experience)
    for i, job in enumerate(page.jobs):
        if i == MANY_JOBS:
            file.add("text", page.words.more[page.newer])
        file.add("hint", job.period, job.duration)
        file.add("company", job.company)
        industry = ", ".join(part for part in (job.industry, job.subindustry) if part)
        file.add("hint", "\n".join(part for part in (job.place, industry) if part))
        file.add("company", job.position)
        file.add("text", "\n".join(job.text))


def _word_list(file: WordFile, page: Content, look: str, lines: Sequence[str], many: int) -> None:
    file.add(look, *lines[:many])
    if len(lines) > many:
        file.add(look, page.words.more[page.newer], *lines[many:])


def _word_studies(file: WordFile, studies: Sequence[Study]) -> None:
    for study in studies:
        file.add("hint", study.year)
        file.add("company", study.name)
        file.add("text", study.note)


LANGUAGES = frozenset({"ru", "en"})
LAYOUTS: dict[str, Layout] = {
    name: Layout(
        name=name, suffix=suffix, render=render, shown=SHOWN, languages=LANGUAGES, adjust=as_shown
    )
    for name, suffix, render in (
        ("hh_pdf", ".pdf", as_pdf),
        ("hh_rtf", ".rtf", as_rtf),
        ("hh_docx", ".docx", as_docx),
        ("hh_html", ".html", as_html),
        ("hh_txt", ".txt", as_txt),
    )
}
