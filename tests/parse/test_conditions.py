from __future__ import annotations

import pytest

from podbor.parse.conditions import by_kind, kind_of
from podbor.parse.posting import parse_posting

KINDS = [
    ("оклад 40 000 руб. и премия", "pay"),
    ("45 000 ₽ на руки", "pay"),
    ("график 2/2, смены по 12 часов", "schedule"),
    ("flexible schedule, no weekends", "schedule"),
    ("оплачиваемое обучение и наставник", "training"),
    ("paid training and mentoring", "training"),
    ("ДМС и скидки на абонементы", "benefits"),
    ("dental insurance and PTO", "benefits"),
    ("офис у метро, парковка", "place"),
    ("оформление по договору, оплачиваемый отпуск", "contract"),
    ("дружный коллектив", None),
    ("we laugh a lot", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_condition_has_the_kind_of_its_words(text, kind):
    assert kind_of(text) == kind


def test_conditions_of_a_posting_stand_by_kind():
    posting = parse_posting(
        "Оператор чата\nУсловия:\n- график 2/2\n- ДМС\n- обучение за наш счёт\n- дружный коллектив"
    )
    found = {kind: [s.text for s in lines] for kind, lines in by_kind(posting.conditions).items()}
    assert found == {
        "schedule": ["график 2/2"],
        "training": ["обучение за наш счёт"],
        "benefits": ["ДМС"],
        "other": ["дружный коллектив"],
    }
