import pytest

from podbor.matching import ConceptMatcher, shipped_matcher
from podbor.normalize import normalize
from podbor.taxonomy import Concept, Taxonomy


def matcher(**fields):
    concept = Concept(id="duty/train_staff", label_ru="обучение", label_en="train", **fields)
    return ConceptMatcher(Taxonomy([concept]))


def test_block_removes_a_hit():
    found = matcher(forms_ru=("обучение ~1 сотрудник",), block_ru=("пройти обучение",))
    assert [f.concept for f in found.find("обучение новых сотрудников")] == ["duty/train_staff"]
    assert found.find("пройти обучение сотрудников") == []


def test_longest_of_overlapping_hits_is_kept():
    found = matcher(forms_ru=("обучение", "обучение ~1 сотрудник"))
    (hit,) = found.find("обучение новых сотрудников")
    assert (hit.start, hit.stop, hit.form) == (0, 26, "обучение ~1 сотрудник")


CASES = """
приём входящих звонков -> duty/handle_inbound_calls
принимать входящие вызовы -> duty/handle_inbound_calls
Handle inbound calls from customers -> duty/handle_inbound_calls
исходящий обзвон клиентов -> duty/make_outbound_calls
стрессоустойчивость -> skill/stress_resistance
Опыт работы в контактном центре от года -> experience/call_centre
Experience in a call center -> experience/call_centre
уверенный пользователь ПК -> skill/computer_literacy
грамотная речь -> skill/verbal_communication
ведение базы в CRM -> tool/crm
обучение и адаптация новых операторов -> duty/train_staff
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_shipped_forms_find(case):
    text, _, concept = case.partition(" -> ")
    found = shipped_matcher().find(normalize(text).text)
    assert concept in [hit.concept for hit in found]


@pytest.mark.parametrize(
    "text",
    [
        "Кошка спит на окне.",
        "Работа без опыта рядом с домом".replace("без опыта ", ""),
        "кинооператор ищет камеру",
        "The weather is fine today.",
        "протокол центра подписан",
    ],
)
def test_shipped_forms_find_nothing(text):
    assert shipped_matcher().find(normalize(text).text) == []
