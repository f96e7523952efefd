import json
import math
import shutil

import pytest

import podbor
from podbor.errors import ModelError
from podbor.features.pair import NAMES
from podbor.fit.model import load_model
from podbor.meanings.background import load_background
from podbor.records import Date
from podbor.trades.model import load_trade_model, shipped_trade_model

from support import ROOT

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
    found = match("Навыки: Excel")
    log_odds = found.bias + math.fsum(found.contributions.values())
    assert found.score == pytest.approx(1 / (1 + math.exp(-log_odds)), abs=1e-5)
    assert tuple(found.contributions) == NAMES


def test_reasons_quote_both_texts_and_are_contributions():
    resume = """Опыт работы
Март 2021 — Февраль 2024
Оператор входящей линии
Принимала звонки покупателей, рассказывала о доставке.
"""
    found = match(resume)
    assert found.reasons
    for reason in found.reasons:
        assert reason.points == pytest.approx(found.contributions[reason.feature], abs=1e-3)
        for quote, text in ((reason.posting, POSTING), (reason.resume, resume)):
            assert quote is None or text[quote.start : quote.stop] == quote.text
    titles = {r.resume.text for r in found.reasons if r.feature == "carry_best" and r.resume}
    assert titles == {"Оператор входящей линии"}


def test_what_would_change_the_score_is_missing_and_raises_it():
    found = match("Опыт работы\n2021 — 2024\nКассир\nПринимала оплату.", LINE)
    missing = {evidence.concept for evidence in found.missing}
    assert found.changes
    for change in found.changes:
        assert change.concept in missing
        assert change.score > found.score


def test_more_of_what_is_asked_never_lowers_the_score():
    before = match(TOLD, LINE)
    after = match(TOLD + "Отвечала на жалобы, консультировала клиентов по телефону.\n", LINE)
    assert after.score >= before.score - 0.02


def test_name_does_not_change_the_score():
    resume = "{}\nОператор\nНавыки: Excel, английский язык"
    scores = {match(resume.format(n)).score for n in ("Иванов Пётр Ильич", "Петрова Анна Львовна")}
    assert len(scores) == 1


def test_empty_posting_asks_nothing():
    found = match("Навыки: Excel", "…")
    assert (found.matched, found.missing, found.knockouts) == ((), (), ())


@pytest.mark.parametrize("text", ["", "{}", '{"name": "x", "bias": 0, "features": []}'])
def test_damaged_model_is_refused(tmp_path, text):
    (tmp_path / "model.json").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="podbor train fit"):
        load_model(tmp_path)


def test_model_made_with_another_taxonomy_is_refused(tmp_path):
    folder = ROOT / "models" / "fit"
    data = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    data["made_with"]["taxonomy"] = "0" * 16
    (tmp_path / "model.json").write_text(json.dumps(data), encoding="utf-8")
    shutil.copy(folder / "arrays.npz", tmp_path)
    with pytest.raises(ModelError, match="made with another taxonomy; run `podbor train fit`"):
        load_model(tmp_path)


def test_damaged_model_of_trades_is_refused(tmp_path):
    (tmp_path / "model.npz").write_bytes(b"no arrays")
    with pytest.raises(ModelError, match="podbor train trades"):
        load_trade_model(tmp_path / "model.npz", shipped_trade_model().meanings)


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
    for feature in ("carry_best", "carry_mean", "carry_share", "title_cosine"):
        assert first.contributions[feature] == pytest.approx(
            second.contributions[feature], abs=0.05
        )


WEAK = [
    ("", ""),
    ("Оператор", ""),
    ("", "Опыт работы: оператор, 2020 — 2024"),
    ("…", "…"),
    ("Требуется человек", "x"),
    ("日本語のテキスト", "中文简历"),
    ("\x00\n" * 50, "<script>\n" * 50),
]


@pytest.mark.parametrize(("posting", "resume"), WEAK)
def test_little_to_go_on_gives_a_wide_interval_and_a_warning(posting, resume):
    full = match(TOLD, LINE)
    found = match(resume, posting)
    assert 0 <= found.low <= found.score <= found.high <= 1
    assert not math.isnan(found.score)
    assert {notice.code for notice in found.notices} & {
        "posting_asks_nothing",
        "empty_resume",
        "no_jobs",
        "unknown_language",
    }
    width = log_odds(found.high) - log_odds(found.low)
    assert width > log_odds(full.high) - log_odds(full.low)


def log_odds(chance):
    return math.log(chance / (1 - chance))


def test_other_town_is_a_knockout_and_not_part_of_the_score():
    posting = LINE + "\nМесто работы: Москва, офис"
    resume = "{}, к переезду не готова\n" + TOLD
    here, there = match(resume.format("Москва"), posting), match(resume.format("Пермь"), posting)
    assert here.score == pytest.approx(there.score, abs=0.01)


def test_refusal_of_the_work_lowers_the_score():
    refusal = "Обо мне\nЗвонки не предлагать, телефон и гарнитуру больше не хочу."
    assert match(TOLD + refusal, LINE).score < match(TOLD, LINE).score - 0.01
