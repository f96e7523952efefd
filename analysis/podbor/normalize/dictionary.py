"""Is this a word? Asked about few places only, so dictionaries load when first asked."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1)
def _russian() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()


@lru_cache(maxsize=4096)
def russian_tags(word: str) -> tuple[str, ...]:
    """Grammar tags of every reading of a Russian word, guesses included.

    Examples
    --------
    >>> russian_tags("Ксения")
    ('NOUN,anim,femn,Name sing,nomn',)
    """
    return tuple(str(parse.tag) for parse in _russian().parse(word))


@lru_cache(maxsize=4096)
def base_form(word: str) -> str:
    """Dictionary form of a Russian word by its likeliest reading; other words stay.

    Examples
    --------
    >>> base_form("оператором"), base_form("tutor")
    ('оператор', 'tutor')
    """
    if not word or not ("а" <= word[0].lower() <= "я" or word[0] in "ёЁ"):
        return word
    return str(_russian().parse(word)[0].normal_form)


@lru_cache(maxsize=4096)
def is_word(word: str) -> bool:
    """Tell whether a dictionary has this form; Russian or English by its first letter.

    Examples
    --------
    >>> is_word("работа"), is_word("рабо"), is_word("reliable")
    (True, False, True)
    """
    if not word:
        return False
    if "а" <= word[0].lower() <= "я" or word[0] in "ёЁ":
        return bool(_russian().word_is_known(word.lower()))
    from simplemma import is_known

    return is_known(word.lower(), lang="en")
