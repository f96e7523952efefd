"""An unfit resume that was doctored stays below a fit one, and the doctoring is told."""

import pytest

from podbor.features.attacks import is_prompt

from .attacks_support import ATTACKS, PROMPTS, Attacked, keywords, plain_score, tries, triples

LEAST_TRIPLES = 30
LEAST_GAIN = 0.01  # of a score; what gains nothing needs no warning
MOST_UNSEEN = 0.04  # share of tries that may gain unseen: a duty or two in other words


def report(attack: str, failed: list[Attacked]) -> str:
    lines = "\n".join(attacked.line() for attacked in failed)
    return f"{attack}: {len(failed)} of {len(tries(attack))} fail\n{lines}"


def test_triples_are_many_and_of_both_languages():
    found = triples()
    assert len({(t.posting, t.unfit) for t in found}) >= LEAST_TRIPLES
    assert {t.posting.partition("-")[0] for t in found} == {"ru", "en"}


def test_keywords_are_sixty_or_more():
    assert min(len(keywords(triple)) for triple in triples()) >= 60


def test_unfit_resumes_rank_below_fit_ones_without_attacks():
    failed = [
        f"{t.posting} | {t.unfit} | {t.fit}"
        for t in triples()
        if plain_score(t.posting, t.unfit) >= plain_score(t.posting, t.fit)
    ]
    assert failed == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacked_resume_ranks_below_a_fit_one(attack):
    failed = [attacked for attacked in tries(attack) if attacked.after >= attacked.fit]
    assert not failed, report(attack, failed)


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_is_warned_of(attack):
    _, code = ATTACKS[attack]
    gained = [a for a in tries(attack) if a.after > a.before + LEAST_GAIN]
    failed = [attacked for attacked in gained if code not in attacked.codes]
    assert len(failed) <= MOST_UNSEEN * len(tries(attack)), report(attack, failed)


@pytest.mark.parametrize("sentence", PROMPTS)
def test_sentence_for_the_machine_is_known(sentence):
    assert is_prompt(sentence)


HONEST = """
Оценивала звонки по чек-листу, в среднем 95 баллов из 100.
Инструкции соблюдаю, правила не нарушаю.
Писала инструкции для чат-бота и оценивала его ответы.
Ranked second of twenty agents by booked visits.
Followed system instructions and rated calls on a 100 point scale.
Wrote prompts for an AI assistant used by the support team.
"""


@pytest.mark.parametrize("sentence", HONEST.strip().splitlines())
def test_sentence_about_work_is_no_prompt(sentence):
    assert not is_prompt(sentence)
