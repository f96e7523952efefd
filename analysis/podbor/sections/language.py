"""Language of a stretch of text: by script, then by letters and words that only others use."""

from __future__ import annotations

import re
from typing import Literal

CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
RUSSIAN_SHARE = 0.2  # of letters; a Russian line may be full of product names
FOREIGN_CYRILLIC = re.compile(r"[іїєґәғқңөұүһў]", re.IGNORECASE)
RUSSIAN_ONLY = re.compile(r"[ыэёъ]", re.IGNORECASE)  # not written in Ukrainian
WORDS = re.compile(r"[^\W\d_]+")
ACCENTED = re.compile(r"[\u00c0-\u024f]")
ENGLISH_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "for",
        "is",
        "with",
        "you",
        "your",
        "our",
        "we",
        "on",
        "are",
        "as",
        "be",
        "or",
        "will",
        "at",
        "an",
        "by",
        "from",
        "this",
        "that",
        "have",
        "all",
        "must",
        "their",
        "customer",
        "experience",
        "skills",
    ]
)
WESTERN_WORDS = frozenset(
    "der die das und ist nicht mit für von den ein eine zu im auf wir sie ihr".split()  # German
    + "le la les des une est et du pour dans avec vous nous sur votre au".split()  # French
    + "el los las una para con por del que su en y".split()  # Spanish
    + "il di che per sono della gli".split()  # Italian
    + "o os da do uma com não são".split()  # Portuguese
    + "i w z na się jest oraz nie".split()  # Polish
    + "ve bir için ile".split()  # Turkish
)
UKRAINIAN_WORDS = frozenset("та що або від досвід робота роботи знання".split())

Language = Literal["ru", "en", "other"]


def language_of(text: str, *, default: Language = "ru") -> Language:
    """Tell Russian from English and from everything else.

    Parameters
    ----------
    text : str
        A line or a document.
    default : str
        Answer for a text without letters.

    Examples
    --------
    >>> language_of("Опыт работы в CRM"), language_of("Answer inbound calls")
    ('ru', 'en')
    >>> language_of("Досвід роботи від 1 року"), language_of("Erfahrung mit Kunden und für die")
    ('other', 'other')
    >>> language_of("2 / 2", default="en")
    'en'
    """
    letters = sum(map(str.isalpha, text))
    if not letters:
        return default
    if text.isascii():
        return _latin(text)
    if len(CYRILLIC.findall(text)) >= RUSSIAN_SHARE * letters:
        return _cyrillic(text)
    if len(LATIN.findall(text)) < letters / 2:
        return "other"
    return _latin(text)


def _cyrillic(text: str) -> Language:
    foreign = len(FOREIGN_CYRILLIC.findall(text))
    russian = len(RUSSIAN_ONLY.findall(text))
    if foreign > russian:
        return "other"
    words = {word.lower() for word in WORDS.findall(text)}
    if not russian and len(words & UKRAINIAN_WORDS) > 1:
        return "other"
    return "ru"


def _latin(text: str) -> Language:
    words = WORDS.findall(text.lower())
    western = sum(map(WESTERN_WORDS.__contains__, words))
    if not western:
        return "en"
    english = sum(map(ENGLISH_WORDS.__contains__, words))
    if western > english and (western > 1 or ACCENTED.search(text)):
        return "other"
    return "en"
