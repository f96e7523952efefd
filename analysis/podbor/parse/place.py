"""Where a person lives, where the work is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml
from podbor.parse.lines import Line
from podbor.parse.reading import Reading
from podbor.records import Value

_TOWN = (
    r"[А-ЯЁ][а-яё]+(?:[- ](?:на[- ])?[А-ЯЁ][а-яё]+){0,2}"
    r"|[A-ZÀ-Ž][\w.'’À-ž]+(?:[ -][A-ZÀ-Ž][\w.'’À-ž]+){0,2}"
)
_US = re.compile(
    r"(?<![\w])(?P<place>[A-Z][\w.'’-]+(?:\s(?:of\s)?[A-Z][\w.'’-]+){0,2},\s"
    r"(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKNR]|P[AER]|RI"
    r"|S[CDK]|T[NX]|UT|V[AT]|W[AIVY]|BC|AB|MB|NS|NB|NL|QC|ON|NSW|VIC|QLD))(?![A-Za-z])"
)
_LABEL = re.compile(
    r"(?:проживаю?(?:ет|ние)?|место (?:жительства|проживания|нахождения|работы)"
    r"|адрес(?: проживания| места работы)?"
    r"|город(?: проживания| работы)?|регион|местоположение|живу(?: в)?|локация|location|address"
    r"|city"
    r"|based in|lives? in|resides? in|living in|current location|residence|work location"
    r"|job location"
    r"|place of residence|town|территория|населенный пункт|место|home)\s*(?:[:|—–-]|\b(?=\s))\s*",
    re.IGNORECASE,
)
_SHORT = re.compile(rf"(?<!\w)(?:г\.|гор\.|город)\s?(?P<place>{_TOWN})")
_TRIM = " \t,.;:|—–-•·()📍🏠"


@cache
def _known() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of known towns (with a country or region behind) and of countries."""
    lists = read_yaml(resource("corpus", "lexicon/places.yaml"))
    names = [name.strip() for key in ("ru", "en") for name in lists[key].split(",")]
    countries = "|".join(re.escape(name.strip()) for name in lists["countries"].split(","))
    towns = "|".join(re.escape(name) for name in sorted(set(names), key=_length))
    return (
        re.compile(
            rf"(?<![\w«-])(?P<place>(?:{towns}))(?![\w-])(?P<country>,\s(?:{countries})(?![\w-]))?"
        ),
        re.compile(rf"(?<!\w)(?P<place>{_TOWN}),\s(?:[A-Z][\w ]+,\s)?(?:{countries})(?![\w-])"),
        re.compile(rf"(?:{countries}|Remote|Удал[её]нно)"),
    )


def _length(name: str) -> tuple[int, str]:
    return -len(name), name


def home(
    reading: Reading, header: list[Line], skip: tuple[tuple[int, int], ...]
) -> Value[str] | None:
    """Town of a resume: behind a label, else in the header.

    Parameters
    ----------
    reading : Reading
    header : list of Line
        Lines above the first part of the text, and those of its personal part.
    skip : tuple of (int, int)
        Offsets of what is no place: the name, the position.
    """
    for line, below in pairwise(header):
        if _LABEL.fullmatch(f"{line.text.rstrip(' :')}:"):
            for start, stop in _first_place(below.text, 0):
                return reading.words(below.start + start, below.start + stop, "place labelled")
    for find in (_labelled, _american, _with_country, _town):
        for line in header:
            for start, stop in find(line.text):
                begin, end = line.start + start, line.start + stop
                if not any(begin < last and first < end for first, last in skip):
                    return reading.words(begin, end, f"place {find.__name__.strip('_')}")
    return None


def _labelled(text: str) -> Iterator[tuple[int, int]]:
    label = _LABEL.match(text.lstrip(_TRIM)) or re.search(
        r"(?:^|[\s(])(?:Проживает|Живу в|Lives in|Reside in|Based in|Город|Location"
        r"|Address)\s?:?\s",
        text,
    )
    if not label:
        return
    at = label.end() + (len(text) - len(text.lstrip(_TRIM)) if label.string is not text else 0)
    yield from _first_place(text, at)


def _first_place(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Town at the beginning of an address."""
    rest = text[at:]
    american = _US.search(rest)
    if american:
        yield at + american.start("place"), at + american.end("place")
        return
    short = _SHORT.search(rest)
    if short:
        yield at + short.start("place"), at + short.end("place")
        return
    known = _known()[0].search(rest)
    if known:
        yield at + known.start("place"), at + known.end()
        return
    town = re.match(
        rf"\s*(?:г\.?\s|пос\.?\s|с\.\s|п\.\s|пгт\.?\s)?(?P<place>{_TOWN})(?=$|[,.;(|·•]|\s[—–-]|\s{{2,}})",
        rest,
    )
    if town:
        stop = town.end("place")
        country = re.match(r",\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?$", rest[stop:])
        yield at + town.start("place"), at + stop + (country.end() if country else 0)


def _american(text: str) -> Iterator[tuple[int, int]]:
    for found in _US.finditer(text):
        yield found.span("place")


def _with_country(text: str) -> Iterator[tuple[int, int]]:
    found = _known()[1].search(text)
    if found:
        yield found.span()


def _town(text: str) -> Iterator[tuple[int, int]]:
    short = _SHORT.search(text)
    if short:
        yield short.span("place")
    for found in _known()[0].finditer(text):
        yield found.start("place"), found.end()


def work_place(reading: Reading, lines: list[Line]) -> Value[str] | None:
    """Town of a posting, in the first of these lines that names one."""
    for line in lines:
        label = _LABEL.match(line.text)
        if label and line.text[: label.end()].rstrip()[-1:] in ":|—–-":
            for start, stop in _first_place(line.text, label.end()):
                return reading.words(line.start + start, line.start + stop, "place labelled")
    for find in (_american, _with_country, _town):
        for line in lines:
            for start, stop in find(line.text):
                return reading.words(
                    line.start + start, line.start + stop, f"place {find.__name__.strip('_')}"
                )
    return None


@lru_cache(maxsize=8192)
def is_place(words: str) -> bool:
    """Tell whether words are a known town, with or without its country or state.

    Examples
    --------
    >>> is_place("Нижний Новгород"), is_place("Oakland, CA"), is_place("Анна Кротова")
    (True, True, False)
    """
    return bool(_US.fullmatch(words)) or any(each.fullmatch(words) for each in _known())
