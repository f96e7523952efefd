"""Telephones, e-mails and links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from podbor.parse.dates import line_periods
from podbor.parse.reading import Reading, is_cyrillic
from podbor.records import Value

EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*@[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)+")
LINK = re.compile(
    r"(?<![\w@.])(?:https?://[^\s,;|<>()\[\]]+"
    r"|(?:www\.|t\.me/|vk\.com/|(?:[a-z]{2,3}\.)?linkedin\.com/|github\.com/|gitlab\.com/"
    r"|behance\.net/|hh\.ru/|career\.habr\.com/)[^\s,;|<>()\[\]]*"
    r"|[A-Za-z0-9][A-Za-z0-9-]*\.(?:com|org|net|ru|io|dev|me|рф)/[^\s,;|<>()\[\]]+"
    r"|(?<=Telegram: )@[A-Za-z]\w{3,}|(?<=telegram: )@[A-Za-z]\w{3,})",
)
PHONE = re.compile(
    r"(?<![\w/.,@+-])(?:\+\s?\d{1,3}|8|7|1)?[ \u2009.–—-]?\(?\d{2,5}\)?(?:[ .–—-]{0,3}\d{2,4}){2,4}"
    r"(?![\w@]|[.,/–—-]\d|\s?(?:₽|руб|\$|€|%|р\.))"
)
SOMEONE_ELSE = re.compile(
    r"рекоменд|руководител|начальник|поручител|referee|reference|supervisor:|emergency",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b\d\d?\.\d\d?\.(?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b")
_NUMBER_OF = re.compile(
    r"(?:ИНН|ОГРН|СНИЛС|КПП|БИК|паспорт|счёт|сч[её]т|полис|№|\bID|SSN|account)\s?:?\s?№?\s?$",
    re.IGNORECASE,
)
OF_OTHERS = frozenset({"experience", "education", "courses", "references"})
LEAST_DIGITS, MOST_DIGITS = 10, 15


def emails(reading: Reading) -> tuple[Value[str], ...]:
    """E-mail addresses in the order of the text, each once, in small letters."""
    found = (
        reading.value(*match.span(), match[0].lower(), "e-mail")
        for match in EMAIL.finditer(reading.text)
    )
    return _once(found)


def links(reading: Reading) -> tuple[Value[str], ...]:
    """Links in the order of the text, each once, as written."""
    return _once(_links(reading))


def _links(reading: Reading) -> Iterator[Value[str]]:
    elsewhere = [
        (line.start, line.stop) for line in reading.lines if line.section in OF_OTHERS
    ]  # sites of employers and schools
    for match in LINK.finditer(reading.text):
        if any(start <= match.start() < stop for start, stop in elsewhere):
            continue
        kept = match[0].rstrip(".:!?'\"»")
        yield reading.value(match.start(), match.start() + len(kept), kept, "link")


def phones(reading: Reading) -> tuple[Value[str], ...]:
    """Telephones of the person in the order of the text, each once, as E.164.

    Years, amounts and numbers of documents are none, nor are telephones of referees.
    """
    return _once(_phones(reading))


def _phones(reading: Reading) -> Iterator[Value[str]]:
    text = reading.text
    russian = "RU" if is_cyrillic(reading.document.text) else "US"
    for match in PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if not LEAST_DIGITS <= len(digits) <= MOST_DIGITS or any(line_periods(match[0])):
            continue
        if _DAY.search(match[0]) or _NUMBER_OF.search(
            text, max(0, match.start() - 12), match.start()
        ):
            continue
        number = e164(match[0], russian)
        if number and not _is_of_someone_else(reading, match.start()):
            start = match.start() + len(match[0]) - len(match[0].lstrip(" .–—-"))
            yield reading.value(start, match.end(), number, "phone")


def e164(words: str, region: str) -> str | None:
    """Number as E.164 by Google's tables (``phonenumbers``), which know every country's lengths.

    Examples
    --------
    >>> e164("8 (900) 000-12-34", "RU"), e164("(312) 555-0142", "US"), e164("2015 2018", "RU")
    ('+79000001234', '+13125550142', None)
    """
    import phonenumbers

    digits = re.sub(r"\D", "", words)
    if len(digits) == 11 and (digits.startswith("89") or (region == "RU" and digits[0] in "78")):
        words = f"+7{digits[1:]}"
    try:
        number = phonenumbers.parse(words, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _is_of_someone_else(reading: Reading, place: int) -> bool:
    """Tell whether a telephone stands among references."""
    line = next((line for line in reading.lines if line.start <= place < line.stop), None)
    if line is None:
        return False
    if line.section == "references":
        return True
    before = line.text[: place - line.start]
    return bool(SOMEONE_ELSE.search(before))


def _once(values: Iterator[Value[str]]) -> tuple[Value[str], ...]:
    seen: dict[str, Value[str]] = {}
    for value in values:
        seen.setdefault(value.value, value)
    return tuple(seen.values())
