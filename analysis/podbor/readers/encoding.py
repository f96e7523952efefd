"""Bytes to text: which of the encodings that Russian texts come in this is.

Byte order marks and valid UTF-8 decide at once.  Between the single-byte code pages the decoding
that reads most like Russian wins: common letters count for it; rare letters, capitals inside
words and symbols inside words count against it.
"""

from __future__ import annotations

import codecs
import re

from podbor.errors import WrongTypeError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CYRILLIC_PAGES = ("cp1251", "koi8-r", "cp866", "mac-cyrillic")
SAMPLE = 20_000  # bytes looked at
BIGRAMS = frozenset(
    "ст но то на ен ов ни ра во ко пр ро ре ос ль от та ри не по ан го ал де ер ол ло те ва ор ка"
    " ли за ет ла ие ла ел ам ия да ит ть ат ом тр ки му об ве ми ду ск пе от ис ак бо ти се кл лю"
    " ма ру ас бл ны ый ая ог ти ны ци вл до ин ад си ле ви ла нт та ес он ам ой ел им ие".split()
)
WORD = re.compile(r"[А-Яа-яЁё]{2,}")
UPPER_INSIDE = re.compile(r"[а-яё][А-ЯЁ]")
HIGH_PAIR = re.compile(rb"(?<=[\x80-\xff])[\x80-\xff]")
LETTER_SYMBOL = re.compile(
    r"[А-Яа-яёЁ][^\w\s.,;:!?()\"'«»/\\*+=%&№…–—-]"
    r"|[^\w\s.,;:!?()\"'«»„“”/\\*+=%&№•·…–—-][А-Яа-яёЁ]"
    r"|\u00a0(?=[а-яё])"  # a capital of cp1251 read as another page
)
ODD = re.compile(r"[ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЄЇІіґєјЅѕї\u2500-\u25a0\u0080-\u009f]")
MOST_CONTROLS = 0.02  # share of control characters in a text
GOOD_PER_BAD = 10  # letters of several bytes for each byte that fits none


def decode(data: bytes) -> tuple[str, str]:
    """Decode a text file.

    Returns
    -------
    (str, str)
        The text without byte order mark, and the codec's name.

    Raises
    ------
    ValueError
        If the bytes are no text.

    Examples
    --------
    >>> decode("Приём звонков и заявок".encode("koi8-r"))
    ('Приём звонков и заявок', 'koi8-r')
    >>> decode(bytes(range(32)) * 9)
    Traceback (most recent call last):
    ValueError: binary data, not text
    """
    for mark, codec in BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(codec, "replace")
            return _text_only(text, wide=codec != "utf-8"), codec
    wide = _wide(data)
    if wide:
        return _text_only(data.decode(wide, "replace"), wide=True), wide
    utf8 = data.decode("utf-8", "replace")
    if _is_utf8(data, utf8):
        return _text_only(utf8), "utf-8"
    codec = single_byte(data[:SAMPLE])
    return _text_only(data.decode(codec, "replace")), codec


def decoded(name: str, data: bytes) -> tuple[str, str]:
    """Decode a file.

    Raises
    ------
    WrongTypeError
        If the bytes are no text.
    """
    try:
        return decode(data)
    except ValueError as error:
        raise WrongTypeError(name, str(error)) from error


def checked(name: str, text: str) -> str:
    """The text, unless it is binary.

    Raises
    ------
    WrongTypeError
        If it is.
    """
    try:
        return _text_only(text)
    except ValueError as error:
        raise WrongTypeError(name, str(error)) from error


def _is_utf8(data: bytes, text: str) -> bool:
    """Tell whether bytes are UTF-8, perhaps cut inside a letter or with a rare bad byte."""
    n_bad = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if n_bad <= 0:
        return True
    n_letters = sum(character > "\x7f" for character in text[:SAMPLE]) - n_bad
    return n_letters >= GOOD_PER_BAD * n_bad


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is 0 or 4 (Latin and Cyrillic planes)."""
    sample = data[: SAMPLE // 2 * 2]
    if len(sample) < 8 or len(data) % 2:
        return None
    planes = (b"\x00", b"\x04")
    for codec, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        low = sample[::2] if codec == "utf-16-le" else sample[1::2]
        share = sum(high.count(plane) for plane in planes) / len(high)
        if share > 0.9 and low.count(b"\x00") < 0.1 * len(low):
            return codec
    return None


def single_byte(data: bytes) -> str:
    """Pick the code page that reads best; letters with accents here and there are cp1252."""
    high = sum(byte >= 0x80 for byte in data)
    if len(HIGH_PAIR.findall(data)) < 0.3 * high:
        return "cp1252"
    best, best_score = "cp1251", float("-inf")
    for codec in CYRILLIC_PAGES:
        value = russian_score(data.decode(codec, "replace"))
        if value > best_score:
            best, best_score = codec, value
    return best


def russian_score(text: str) -> float:
    """How much a decoding reads like Russian, per character; higher is better."""
    words = WORD.findall(text)
    pairs = [word[i : i + 2].lower() for word in words for i in range(len(word) - 1)]
    common = sum(pair in BIGRAMS for pair in pairs)
    bad = 3 * len(UPPER_INSIDE.findall(text)) + 3 * len(LETTER_SYMBOL.findall(text))
    bad += 4 * len(ODD.findall(text)) + 4 * text.count("\ufffd")
    return (common - bad) / (len(text) or 1)


def _text_only(text: str, *, wide: bool = False) -> str:
    sample = text[:SAMPLE]
    bad = sum(character < " " and character not in "\t\n\r\f\v" for character in sample)
    if wide:
        bad += sample.count("\ufffd")  # halves of characters: no UTF-16 at all
    if bad > MOST_CONTROLS * len(sample):
        message = "binary data, not text"
        raise ValueError(message)
    return text
