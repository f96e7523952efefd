import pytest

import podbor
from podbor.errors import ModelError
from podbor.features import FEATURES, compare, pair_features
from podbor.fit.model import load_background, load_model, shipped_background, shipped_model
from podbor.records import Date

MONTH = Date(year=2026, month=11)
POSTING = """Оператор
Требования:
опыт работы от 3 лет
английский язык
знание Excel
Без холодных звонков"""


def match(resume, posting=POSTING):
    return podbor.score(posting, resume, today=MONTH)


def test_matched_concepts_quote_both_texts():
    resume = "Навыки: MS Excel"
    (evidence,) = [e for e in match(resume).matched if e.concept == "tool/excel"]
    assert POSTING[evidence.posting.start : evidence.posting.stop] == evidence.posting.text
    assert resume[evidence.resume.start : evidence.resume.stop] == evidence.resume.text
    assert "Excel" in evidence.resume.text


def test_missing_concepts_are_told():
    assert "tool/excel" in [e.concept for e in match("Навыки: вязание").missing]


def test_short_experience_is_a_knockout_with_numbers():
    resume = "Опыт работы\nМарт 2023 — Февраль 2024\nОператор"
    (found,) = [k for k in match(resume).knockouts if k.code == "experience_short"]
    assert found.detail == "12 < 36"
    assert found.posting.text == "от 3 лет"


def test_missing_language_is_a_knockout():
    assert ("language_missing", "language/english") in [
        (k.code, k.concept) for k in match("Навыки: Excel").knockouts
    ]


def test_russian_resume_shows_russian():
    posting = "Требования: русский язык"
    assert [k.code for k in match("Навыки: ввод данных в таблицы", posting).knockouts] == []


def test_knockouts_do_not_stand_in_matched():
    found = match("Навыки: Excel")
    assert {k.concept for k in found.knockouts} & {e.concept for e in found.matched} == set()


def test_refused_must_have_is_a_knockout():
    posting = "Обязанности:\n- исходящий обзвон клиентов"
    found = match("Навыки: вежливость. Исходящий обзвон не предлагать", posting)
    assert [(k.code, k.concept) for k in found.knockouts] == [
        ("concept_refused", "duty/make_outbound_calls")
    ]


def test_contributions_sum_to_the_score():
    import math

    found = match("Навыки: Excel")
    log_odds = shipped_model().bias + math.fsum(found.contributions.values())
    assert found.score == pytest.approx(1 / (1 + math.exp(-log_odds)), abs=1e-6)
    assert set(found.contributions) == set(FEATURES)


def test_name_does_not_change_the_score():
    resume = "{}\nОператор\nНавыки: Excel, английский язык"
    scores = {match(resume.format(n)).score for n in ("Иванов Пётр Ильич", "Петрова Анна Львовна")}
    assert len(scores) == 1


def test_empty_posting_asks_nothing():
    found = match("Навыки: Excel", "…")
    assert (found.matched, found.missing, found.knockouts) == ((), (), ())


def test_features_are_in_order():
    posting, resume = podbor.parse_posting(POSTING), podbor.parse_resume("Навыки: Excel")
    found = pair_features(posting, resume, compare(posting, resume), shipped_background())
    assert tuple(found) == FEATURES


@pytest.mark.parametrize("text", ["", "{}", '{"name": "x", "bias": 0, "features": []}'])
def test_damaged_model_is_refused(tmp_path, text):
    path = tmp_path / "model.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="podbor train fit"):
        load_model(path)


def test_damaged_background_is_refused(tmp_path):
    path = tmp_path / "background.npz"
    path.write_bytes(b"no arrays")
    with pytest.raises(ModelError, match="podbor train background"):
        load_background(path)


KEYWORDS = (
    "входящие звонки, исходящие звонки, консультирование клиентов, работа с жалобами, CRM, Excel, "
    "грамотная речь, ввод данных, чат, отчётность, обучение операторов, контроль качества"
)
TOLD = """Опыт работы
Март 2021 — Февраль 2024
Оператор входящей линии
Принимала входящие звонки покупателей, консультировала по заказам.
Разбирала жалобы, вела карточки в CRM.
"""
LINE = """Оператор
Обязанности:
- приём входящих звонков
- консультирование клиентов
- работа с жалобами"""


def test_list_of_keywords_ranks_below_work_that_is_told():
    assert match(f"Ключевые навыки\n{KEYWORDS}", LINE).score < match(TOLD, LINE).score


def test_position_wanted_is_no_evidence():
    wanted = "Желаемая должность и зарплата\nОператор\nОпыт работы\n2015 — 2020\nШвея\nШила шторы."
    plain = "Опыт работы\n2015 — 2020\nШвея\nШила шторы."
    posting = "Оператор\nТребования: грамотная речь"
    first, second = match(wanted, posting), match(plain, posting)
    title = "title_coverage"
    assert first.contributions[title] == second.contributions[title]
