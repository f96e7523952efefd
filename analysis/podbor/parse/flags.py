"""Wording of a posting that may discriminate: shown to a person, judged by no machine."""

from __future__ import annotations

import re
from functools import cache

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml
from podbor.parse.reading import Reading
from podbor.records import Value

NOT = "not"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    named = read_yaml(resource("corpus", "lexicon/flags.yaml"))
    return tuple(
        (kind, re.compile("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE))
        for kind, patterns in named.items()
    )


def flags(reading: Reading) -> tuple[Value[str], ...]:
    """Wording that limits by age, sex, appearance, nationality, family or habits.

    Examples
    --------
    >>> from podbor.parse.reading import read_text
    >>> [(f.value, f.text) for f in flags(read_text("Приглашаем девушек до 30 лет"))]
    [('sex', 'Приглашаем девушек'), ('age', 'до 30 лет')]
    >>> flags(read_text("Регистрация обращений, женская одежда, молодая компания"))
    ()
    """
    text = reading.text
    silent = [
        m.span() for kind, pattern in _patterns() if kind == NOT for m in pattern.finditer(text)
    ]
    found = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(text) if kind != NOT else ():
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            stop = match.end() - (len(match[0]) - len(match[0].rstrip(" ,.")))
            if not any(first < stop and start < last for first, last in silent):
                found.append(reading.value(start, stop, kind, f"flag {kind}"))
    return tuple(sorted(found, key=_start))


def _start(value: Value[str]) -> int:
    return value.start
