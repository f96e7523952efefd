"""What reports say, in Russian and English."""

from __future__ import annotations

from typing import Literal

from podbor.errors import ReadError
from podbor.records import KnockOut
from podbor.taxonomy import Taxonomy

Lang = Literal["ru", "en"]

COLUMNS: dict[str, tuple[str, str]] = {
    "rank": ("№", "#"),
    "score": ("оценка", "score"),
    "file": ("файл", "file"),
    "candidate": ("кандидат", "candidate"),
    "experience": ("опыт", "experience"),
    "matched": ("есть", "matched"),
    "missing": ("не найдено", "missing"),
    "knockouts": ("стоп-факторы", "knock-outs"),
    "status": ("статус", "status"),
}
TEXTS: dict[str, tuple[str, str]] = {
    "ranked": (
        "{ranked} из {all} резюме ранжированы по вакансии «{title}»",
        "{ranked} of {all} resumes ranked against “{title}”",
    ),
    "untitled": ("без названия", "untitled"),
    "unread": ("Не прочитаны:", "Not read:"),
    "warned": ("Обратите внимание:", "Please note:"),
    "more": ("и ещё {n}", "and {n} more"),
    "written": ("Записано: {path}", "Written: {path}"),
    "years": ("{years} г. {months} мес.", "{years} y {months} m"),
    "human": (
        "Оценка помогает читать резюме, решение принимает человек.",
        "The score helps to read resumes; people decide.",
    ),
    "reading": ("Чтение резюме", "Reading resumes"),
}
KNOCKOUTS: dict[str, tuple[str, str]] = {
    "experience_short": (
        "опыта меньше, чем нужно ({detail} мес.)",
        "too little experience ({detail} months)",
    ),
    "concept_refused": ("отказ в резюме: {concept}", "refused in the resume: {concept}"),
    "language_missing": ("не указан язык: {concept}", "language not stated: {concept}"),
    "education_missing": ("не указано: {concept}", "not stated: {concept}"),
    "licence_missing": ("не указаны права: {detail}", "driving licence not stated: {detail}"),
    "place_differs": ("другой город, без переезда", "another town, not ready to move"),
}
STATUSES: dict[str, tuple[str, str]] = {
    "ok": ("ok", "ok"),
    "missing": ("нет файла", "missing"),
    "empty": ("пустой", "empty"),
    "encrypted": ("под паролем", "encrypted"),
    "scanned": ("скан без текста", "scanned"),
    "truncated": ("повреждён", "damaged"),
    "wrong_type": ("не тот формат", "wrong type"),
    "unsupported": ("формат не читается", "unsupported"),
    "too_large": ("слишком большой", "too large"),
    "unreadable": ("не читается", "unreadable"),
    "error": ("ошибка", "error"),
}
NOTICES: dict[str, tuple[str, str]] = {
    "hidden_text": ("скрытый текст, не учтён", "hidden text, left out"),
    "scanned_page": ("страница-картинка без текста", "a page that is a picture without text"),
    "recognized_text": ("текст распознан программой", "text recognized by a program"),
    "cut_off": ("файл обрезан, прочитано начало", "cut off, the beginning was read"),
    "not_a_resume": ("не похоже на резюме", "does not look like a resume"),
    "not_a_posting": ("не похоже на вакансию", "does not look like a job posting"),
    "huge": ("очень длинный документ", "a very long document"),
    "columns": ("колонки, прочитаны по очереди", "columns, read one after the other"),
    "garbled_text": ("часть букв не читается", "some letters cannot be read"),
    "impossible_dates": ("невозможные даты, пропущены", "impossible dates, left out"),
    "posting_asks_nothing": ("в вакансии нет требований", "the posting asks for nothing"),
    "empty_resume": ("в резюме нет текста", "the resume has no text"),
    "no_jobs": ("не найдены места работы", "no jobs found"),
    "unknown_language": ("язык не русский и не английский", "neither Russian nor English"),
    "copied_from_posting": (
        "строки скопированы из вакансии, не учтены",
        "lines copied from the posting, left out",
    ),
    "prompt_like": ("обращение к программе, не учтено", "speaks to the program, left out"),
    "repeated_text": ("повторы текста, учтены один раз", "repeated text, counted once"),
    "keyword_list": ("длинный список ключевых слов", "a long list of keywords"),
    "duplicate_of": ("тот же текст, что в", "the same text as"),
}
REASONS: dict[str, str] = {
    "missing": "файл не найден; проверьте путь",
    "empty": "файл пуст; запросите его заново",
    "encrypted": "файл защищён паролем; сохраните копию без пароля",
    "scanned": "в файле только изображения страниц; распознайте текст (OCR) или запросите текст",
    "truncated": "файл повреждён или обрезан; скачайте или запросите его заново",
    "wrong_type": "содержимое не соответствует расширению; переименуйте или пересохраните файл",
    "unsupported": "формат не читается; сохраните как .docx, .pdf, .txt, .html, .rtf или .odt",
    "too_large": "файл больше допустимого; дайте файл меньше или поднимите предел",
    "unreadable": "файл не читается; откройте его в своей программе и сохраните заново",
    "error": "podbor не справился с файлом; сообщите об этом",
}


def say(table: dict[str, tuple[str, str]], key: str, lang: Lang, **values: object) -> str:
    """Pick a text in the wanted language and fill it; an unknown key is shown as it is.

    >>> say(TEXTS, "more", "ru", n=3)
    'и ещё 3'
    """
    pair = table.get(key)
    return key if pair is None else pair[0 if lang == "ru" else 1].format(**values)


def label(concept: str | None, lang: Lang) -> str:
    """Preferred label of a concept of the shipped taxonomy, else its id."""
    if concept is None:
        return ""
    known = Taxonomy.load().get(concept)
    return known.label(lang) if known else concept


def knockout(found: KnockOut, lang: Lang) -> str:
    """Say a knock-out in words."""
    return say(KNOCKOUTS, found.code, lang, concept=label(found.concept, lang), detail=found.detail)


def reason(status: str, given: str, lang: Lang) -> str:
    """Say why a file was not ranked; the English reason is the error's own text."""
    if lang == "en" or not given:
        return given
    name = given.partition(": ")[0]
    return f"{name}: {REASONS.get(status, given)}"


def notice(warning: str, lang: Lang) -> str:
    """Say a warning of the table in words; what follows its code stays.

    >>> notice("duplicate_of a.txt", "en")
    'the same text as a.txt'
    """
    code, space, rest = warning.partition(" ")
    return say(NOTICES, code, lang) + space + rest


def error_text(error: ReadError, lang: Lang) -> str:
    """Text of a read error in the wanted language."""
    return reason(error.code, str(error), lang)


def experience(months: int | None, lang: Lang) -> str:
    """Months as years and months; empty when unknown.

    >>> experience(50, "ru"), experience(None, "en")
    ('4 г. 2 мес.', '')
    """
    if months is None:
        return ""
    return say(TEXTS, "years", lang, years=months // 12, months=months % 12)
