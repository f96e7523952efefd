import podbor

RESUME = """Анна Пробная
Опыт работы
Март 2020 — Февраль 2022
ООО «Ромашка»
Оператор колл-центра
- приём входящих звонков
Июнь 2018 — Декабрь 2018
Кафе «Липа»
Официант
- обслуживание гостей
Навыки
Excel
Холодные звонки не предлагать"""


def test_concept_carries_its_job_and_months():
    shown = podbor.parse_resume(RESUME).shown
    calls = next(item for item in shown if item.mention.concept == "duty/handle_inbound_calls")
    assert (calls.job.employer.text, calls.months) == ("ООО «Ромашка»", 24)


def test_listed_skill_has_no_job():
    shown = podbor.parse_resume(RESUME).shown
    excel = next(item for item in shown if item.mention.concept == "tool/excel")
    assert (excel.job, excel.months) == (None, None)


def test_refused_work_is_not_shown():
    resume = podbor.parse_resume(RESUME)
    refused = {m.concept for m in resume.mentions if m.modality == "not"}
    assert "duty/make_cold_calls" in refused
    assert refused.isdisjoint(item.mention.concept for item in resume.shown)
