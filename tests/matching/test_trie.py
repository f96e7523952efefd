import random

import pytest

from podbor.matching.lemmas import Lemmatizer
from podbor.matching.tokens import tokenize
from podbor.matching.trie import PhraseTrie
from podbor.taxonomy.pattern import Gap, parse_pattern


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("входящий звонок", "приём входящих звонков", ["входящих звонков"]),
        ("входящий звонок", "входящие: звонки", []),
        ("входящий звонок", "входящие\nзвонки", []),
        ("входящий звонок", "входящие, звонки", ["входящие, звонки"]),
        ("принимать ~2 звонок", "принимаю звонки", ["принимаю звонки"]),
        ("принимать ~2 звонок", "принимаю все эти звонки", ["принимаю все эти звонки"]),
        ("принимать ~2 звонок", "принимаю все эти новые звонки", []),
        ("^принимать звонок", "приём звонков", ["приём звонков"]),
        ("принимать звонок", "приём звонков", []),
        ("{звонок ~1 обработка}", "звонки: обработка звонков", ["обработка звонков"]),
        ('"CRM"', "CRM и crm", ["CRM"]),
        ("crm", "CRM и crm", ["CRM", "crm"]),
        ("стрессоуст*", "Стрессоустойчивость", ["Стрессоустойчивость"]),
        ("прием", "приём", ["приём"]),
        ("java", "javascript", []),
        ("c++", "C++ и C", ["C++"]),
        ("handle call", "handling calls", ["handling calls"]),
        ("колл-центр", "", []),
    ],
)
def test_form_is_found_in_text(pattern, text, found):
    assert [text[hit.start : hit.stop] for hit in PhraseTrie([pattern]).find(text)] == found


def brute_force(patterns, text):
    """Every form from every word by plain recursion over its steps: shortest end each."""
    lemmas, tokens, found = Lemmatizer(), tokenize(text), set()

    def fits(step, word):
        return any(set(lemmas.lemmas(a.text)) & set(lemmas.lemmas(word)) for a in step)

    def ends(steps, at, reach):
        if not steps:
            return [at]
        if isinstance(steps[0], Gap):
            return [e for n in range(steps[0].size + 1) for e in ends(steps[1:], at + n, reach)]
        if at >= reach or not fits(steps[0], tokens.words[at]):
            return []
        return ends(steps[1:], at + 1, reach)

    for number, pattern in enumerate(patterns):
        for first in range(len(tokens.words)):
            stops = [e for s in parse_pattern(pattern) for e in ends(s, first, tokens.reach[first])]
            if stops:
                found.add((tokens.starts[first], tokens.stops[min(stops) - 1], number))
    return found


@pytest.mark.parametrize("seed", range(20))
def test_trie_finds_what_brute_force_finds(seed):
    rng = random.Random(seed)
    vocabulary = "приём звонок клиент данные стали обработка вести call handle agent".split()
    text = "".join(
        rng.choice([*vocabulary, "звонков", "клиентов", "данных", "calls"])
        + rng.choice([" ", " ", " ", ", ", ". ", "\n"])
        for _ in range(300)
    )

    def pattern():
        first, second, third = rng.sample(vocabulary, 3)
        return rng.choice(
            [
                f"{first} {second}",
                f"{first} ~{rng.randint(1, 3)} ({second}|{third})",
                f"[{first}] {second} ~1 {third}",
                f"{{{first} ~1 {second}}}",
                f"({first}|{second} {third}) {first}",
                first,
            ]
        )

    patterns = [pattern() for _ in range(60)]
    hits = {(hit.start, hit.stop, hit.form) for hit in PhraseTrie(patterns).find(text)}
    assert hits == brute_force(patterns, text)


def test_long_text_takes_linear_time():
    trie = PhraseTrie(["принимать ~4 звонок", "{клиент ~4 звонок}"])
    assert len(trie.find("принимать звонок " * 20_000)) >= 20_000
