import pytest

import podbor

CASES = """
Требования: уверенное знание Excel -> tool/excel level confident
Требования: базовое знание Excel -> tool/excel level basic
Требования: английский язык B2 -> language/english level B2
Requirements: fluent English -> language/english level fluent
Requirements: basic Excel -> tool/excel level basic
Требования: знание Excel -> tool/excel level None
Требования: опыт продаж от 2 лет -> experience/sales min_months 24
Требования: опыт продаж от 1 до 3 лет -> experience/sales max_months 36
Требования: опыт продаж от полугода -> experience/sales min_months 6
Requirements: 2+ years of sales experience -> experience/sales min_months 24
Требования: опыт продаж -> experience/sales min_months None
Обязанности: ежедневно готовить отчёты -> duty/prepare_reports frequency daily
Duties: prepare weekly reports -> duty/prepare_reports frequency weekly
Обязанности: готовить отчёты -> duty/prepare_reports frequency None
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_concept_has_attribute(case):
    text, _, expected = case.partition(" -> ")
    concept, name, value = expected.split()
    found = {mention.concept: mention for mention in podbor.extract(text)}
    assert str(getattr(found[concept], name)) == value


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Требования: знание Excel или 1С", [1, 1]),
        ("Requirements: SQL or Excel", [1, 1]),
        ("Требования: знание Excel, 1С", [None, None]),
        ("Требования: знание Excel и 1С", [None, None]),
    ],
)
def test_alternatives_share_a_number(text, groups):
    tools = [m for m in podbor.extract(text) if m.concept in {"tool/excel", "tool/1c", "tool/sql"}]
    assert [mention.either for mention in tools] == groups


def test_level_of_one_skill_is_not_given_to_the_next():
    found = {m.concept: m.level for m in podbor.extract("Требования: базовый Excel, 1С")}
    assert found == {"tool/excel": "basic", "tool/1c": None}
