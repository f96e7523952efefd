"""Name a group: identifier, labels, patterns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from podbor.linking.phrases import NormalForm, Phrase
from podbor.matching.families import families
from podbor.matching.lemmas import first_parse, is_direct
from podbor.matching.senses import QUALITY_TAGS, lexicon
from podbor.matching.trie import fold

LONGEST_LABEL = 7  # words
MOST_FORMS = 12  # patterns of a concept
LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia".split(" "),
        strict=True,
    )
)  # ICAO Doc 9303, as in passports
WORD = re.compile(r"[^\W_]+[+#]*")
NAME = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*[+#]*")


def slug_of(form: NormalForm) -> str:
    """Identifier made of English names of senses; other words are written in Latin letters.

    >>> slug_of(("prepare", "report", "смета"))
    'prepare_report_smeta'
    """
    text = "_".join(form)
    latin = "".join(LETTERS.get(letter, letter) for letter in text.lower())
    return re.sub(r"[^a-z0-9]+", "_", latin).strip("_") or "unnamed"


def label_of(phrases: Iterable[Phrase], language: str) -> str:
    """The words most often written for a group; of equals the shorter, then the first by letter.

    Phrases that borrow words from a neighbour name a group only where no other does.
    """
    given = [p for p in phrases if p.language == language and _is_name(p)]
    whole = [phrase for phrase in given if phrase.whole and len(phrase.form) > 1]
    whole = [phrase for phrase in whole if _stands_alone(phrase)] or whole
    texts = Counter(" ".join(phrase.text.split()).casefold() for phrase in whole or given)
    if not texts:
        return ""
    return min(texts, key=lambda text: (-texts[text], len(text), text))


def _stands_alone(phrase: Phrase) -> bool:
    """Its first word is no oblique case and its last no adjective: «контроль отгрузок»."""
    if phrase.language != "ru":
        return True
    words = WORD.findall(phrase.text)
    return is_direct(words[0]) and first_parse(words[-1])[1] not in QUALITY_TAGS


def _is_name(phrase: Phrase) -> bool:
    """Few enough words, and nothing but words."""
    tokens = phrase.text.split()
    return len(tokens) <= LONGEST_LABEL and all(NAME.fullmatch(token) for token in tokens)


def gloss(form: NormalForm, language: str) -> str:
    """Word-for-word reading of a normal form, for a group that has no phrase in a language.

    >>> gloss(("receive", "call"), "en"), gloss(("receive", "call"), "ru")
    ('receive call', 'принимать звонок')
    """
    if language == "en":
        return " ".join(slug_of((sense,)).replace("_", " ") for sense in form)
    return " ".join(_first_russian().get(sense, sense) for sense in form)


def _first_russian() -> dict[str, str]:
    found: dict[str, str] = {}
    for word, sense in lexicon().items():
        if "а" <= word[0] <= "я":
            found.setdefault(sense.name, word)
    return found


def pattern_of(phrase: Phrase) -> str | None:
    """Pattern (docs/taxonomy.md) that finds a phrase's own words again; None if it is one word.

    >>> phrase = Phrase(0, 24, "приём входящих звонков", ("receive", "call"), "ru", "duty")
    >>> pattern_of(phrase)
    '^прием входящий звонок'
    """
    words = [fold(word) for word in WORD.findall(phrase.text)]
    if not phrase.whole or not 2 <= len(words) <= LONGEST_LABEL:
        return None
    if phrase.language == "en":
        return " ".join(words)
    lemmas = [first_parse(word)[0] for word in words]
    head = f"^{lemmas[0]}" if lemmas[0] in families() else lemmas[0]
    return " ".join((head, *lemmas[1:]))
