import time

import pytest

from podbor.sections import analyse
from podbor.sections.language import language_of

CASES = """
Требования: знание Excel -> tool/excel must
Требования: знание Excel будет плюсом -> tool/excel nice
Будет плюсом: знание Excel -> tool/excel nice
Требования: желательно знание Excel -> tool/excel nice
Требования: знание Excel приветствуется -> tool/excel nice
Требования: знание Excel (желательно) -> tool/excel nice
Requirements: Excel is a plus -> tool/excel nice
Requirements: Excel preferred, not required -> tool/excel nice
Nice to have: Excel -> tool/excel nice
Требования: Excel не требуется -> tool/excel not
Требования: без Excel -> tool/excel not
Requirements: no Excel needed -> tool/excel not
Requirements: Excel is not required -> tool/excel not
Требования: опыт не требуется -> experience/none_required not
Требования: опыт не менее года, знание Excel -> tool/excel must
Требования: стрессоустойчивость, знание Excel будет плюсом -> skill/stress_resistance must
Требования: без вредных привычек, знание Excel -> tool/excel must
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_concept_has_modality(case):
    text, _, expected = case.partition(" -> ")
    concept, modality = expected.split()
    found = {m.concept: m.modality for s in analyse(text) for m in s.mentions}
    assert found.get(concept) == modality


LANGUAGES = """
Приём входящих звонков -> ru
Опыт работы с CRM Bitrix24, Excel, Word -> ru
Answer inbound calls -> en
Досвід роботи від 1 року, знання англійської -> other
Қазақ тілін білу міндетті -> other
Wir suchen Mitarbeiter für den Kundendienst -> other
Nous recherchons un agent pour le service client -> other
Buscamos agentes para el centro de llamadas -> other
"""


@pytest.mark.parametrize("case", LANGUAGES.strip().splitlines())
def test_language_is_told(case):
    text, _, language = case.partition(" -> ")
    assert language_of(text) == language


def test_other_languages_are_not_linked():
    text = "Обов'язки: приймання дзвінків, робота в CRM та Excel. Досвід від року."
    assert [m for s in analyse(text) for m in s.mentions] == []


@pytest.mark.parametrize("words", ["no excel ", "excel is a plus, ", "без Excel не менее "])
def test_hostile_line_takes_little_time(words):
    start = time.process_time()
    analyse(words * (60_000 // len(words)))
    assert time.process_time() - start < 10
