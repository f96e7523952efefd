"""Words to dictionary forms: every normal form of pymorphy3 for Cyrillic, simplemma for Latin.

All forms are kept because a word without its sentence is ambiguous («данных»: данные, данный); two
words match when their sets meet.  Measured in ``docs/figures.md``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

CALL_CENTRE = "коллцентр"  # the one word that normalize folds every spelling to
MEMO_SIZE = 300_000
EXACT_LENGTH = 3  # shorter Latin words are names and acronyms: R, aws, css
VOWELS = frozenset("aeiouy")


class Lemmatizer:
    """Lemma sets of words, remembered.

    Examples
    --------
    >>> sorted(Lemmatizer().lemmas("звонков"))
    ['звонок']
    >>> "handle" in Lemmatizer().lemmas("Handling")
    True
    """

    def __init__(self) -> None:
        self._memo: dict[str, tuple[str, ...]] = {}

    def lemmas(self, word: str) -> tuple[str, ...]:
        """Dictionary forms of a word, lower case, ё written as е; never empty."""
        known = self._memo.get(word)
        if known is None:
            if len(self._memo) >= MEMO_SIZE:
                self._memo.clear()
            known = self._memo[word] = _lemmas(word.lower())
        return known


def _lemmas(word: str) -> tuple[str, ...]:
    if word.startswith(CALL_CENTRE):
        return (CALL_CENTRE,)
    if word[0].isdigit():
        return (word,)
    if "а" <= word[0] <= "я" or word[0] == "ё":
        return _russian(word)
    return _english(word)


def _russian(word: str) -> tuple[str, ...]:
    forms = (parse.normal_form for parse in _pymorphy().parse(word))
    return tuple(dict.fromkeys(form.replace("ё", "е") for form in forms))


def _english(word: str) -> tuple[str, ...]:
    if len(word) <= EXACT_LENGTH:
        return (word,)
    import simplemma

    found = [word, simplemma.lemmatize(word, lang="en").lower()]
    found += [stem for stem in _stems(word) if simplemma.is_known(stem, lang="en")]
    return tuple(dict.fromkeys(found))


def _stems(word: str) -> tuple[str, ...]:
    """Verb stems that simplemma leaves alone: handling, following, escalated."""
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= EXACT_LENGTH and VOWELS & set(stem):
            undoubled = (stem[:-1],) if stem[-1] == stem[-2] else ()
            return (stem, stem + "e", *undoubled)
    return ()


def first_parse(word: str) -> tuple[str, str]:
    """Likeliest dictionary form of a Russian word and its part of speech; ё written as е.

    >>> first_parse("звонков")
    ('звонок', 'NOUN')
    """
    parse = _pymorphy().parse(word)[0]
    return parse.normal_form.replace("ё", "е"), str(parse.tag.POS or "")


def is_direct(word: str) -> bool:
    """Tell whether a Russian word can open a name: nominative, infinitive or a finite verb.

    >>> is_direct("контроль"), is_direct("контролем"), is_direct("вести")
    (True, False, True)
    """
    return any(
        parse.tag.case in {"nomn", None} and parse.tag.POS != "PREP"
        for parse in _pymorphy().parse(word.lower())
    )


def names_a_process(word: str) -> bool:
    """Tell whether a word may be a verbal noun: a nominative of something that does not live.

    >>> names_a_process("нарезка"), names_a_process("водитель")
    (True, False)
    """
    if not "а" <= word[:1].lower() <= "я":
        return True
    tag = _pymorphy().parse(word.lower())[0].tag
    return bool(tag.POS == "NOUN" and tag.case == "nomn" and tag.animacy == "inan")


@cache
def _pymorphy() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")
