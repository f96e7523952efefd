"""Words to senses: what makes «приём звонков», «принимать вызовы» and “answer calls” comparable.

``corpus/lexicon/senses.yaml`` lists words of one meaning in both languages.  A word that stands in
no row is its own sense: its dictionary form.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from podbor._resources import resource
from podbor.errors import DataError
from podbor.matching.lemmas import Lemmatizer
from podbor.matching.lexicon import read_yaml

Role = Literal["action", "thing", "quality", "stop"]
ROLES: dict[str, Role] = {"actions": "action", "things": "thing", "qualities": "quality"}
ACTION_ENDINGS = ("ние", "тие", "ция", "ировка")  # verbal nouns that no row lists
ACTION_TAGS = frozenset({"INFN", "VERB", "GRND"})
QUALITY_TAGS = frozenset({"ADJF", "ADJS", "PRTF", "PRTS", "COMP"})
THING_TAGS = frozenset({"NOUN"})


@dataclass(frozen=True, slots=True)
class Sense:
    """Meaning of a word: its name, whether a row lists it, and what it does in a phrase."""

    name: str
    role: Role
    listed: bool = False


STOP = Sense("", "stop")


@cache
def lexicon() -> dict[str, Sense]:
    """Sense of every listed word, ё written as е.

    Raises
    ------
    DataError
        If a word stands in two rows.

    Examples
    --------
    >>> lexicon()["прием"] == lexicon()["receive"]
    True
    """
    found: dict[str, Sense] = {}
    for section, rows in _rows().items():
        for name, words in rows.items() if section in ROLES else ():
            sense = Sense(str(name), ROLES[section], listed=True)
            for word in str(words).replace("|", " ").split():
                key = word.lower().replace("ё", "е")
                if found.setdefault(key, sense) != sense:
                    message = f"senses.yaml: {word} stands under {found[key].name} and {name}"
                    raise DataError(message)
    return found


@cache
def _rows() -> dict[str, Any]:
    return dict(read_yaml(resource("corpus", "lexicon/senses.yaml")))


@cache
def generic_senses() -> frozenset[str]:
    """Senses that name nothing by themselves: «клиент», “perform”."""
    return frozenset(_rows()["generic"])


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing about what is done: «наш», «необходимый», “various”."""
    return frozenset(read_yaml(resource("corpus", "lexicon/stop_words.yaml")))


class Senses:
    """Senses of words, remembered.

    Examples
    --------
    >>> senses = Senses()
    >>> senses.of("звонков").name, senses.of("Calls").name, senses.of("нашей").role
    ('call', 'call', 'stop')
    """

    def __init__(self) -> None:
        self._lemmatizer = Lemmatizer()
        self._memo: dict[str, Sense] = {}

    def of(self, word: str) -> Sense:
        """Sense of a word as written."""
        known = self._memo.get(word)
        if known is None:
            known = self._memo[word] = self._find(word.lower())
        return known

    def _find(self, word: str) -> Sense:
        lemmas = self._lemmatizer.lemmas(word)
        if any(lemma in stop_words() for lemma in lemmas[:2]):
            return STOP
        for lemma in lemmas:
            sense = lexicon().get(lemma)
            if sense is not None:
                return sense
        if word[0].isdigit() or (len(word) == 1):
            return STOP
        if "а" <= word[0] <= "я" or word[0] == "ё":
            return _russian(word)
        return Sense(lemmas[-1], "thing")


def _russian(word: str) -> Sense:
    from podbor.matching.lemmas import first_parse

    lemma, tag = first_parse(word)
    if tag in ACTION_TAGS or (tag in THING_TAGS and lemma.endswith(ACTION_ENDINGS)):
        return Sense(lemma, "action")
    if tag in QUALITY_TAGS:
        return Sense(lemma, "quality")
    return Sense(lemma, "thing") if tag in THING_TAGS or tag == "" else STOP
