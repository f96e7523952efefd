"""Texts that must give no concept, and texts that must not break anything."""

import time

import pytest

import podbor

NOTHING = """
Подтвердите, что запросы отправляли вы, а не робот
Включите JavaScript и файлы cookie, чтобы продолжить
Поделиться: ВКонтакте, Одноклассники, Telegram
Читайте также: 10 CRM-систем для колл-центра
Условия: график 2/2, ДМС, обучение английскому языку, тренинги по продажам
Мы предлагаем: бесплатное обучение работе в CRM и Excel
О компании: мы принимаем миллион звонков в год и помогаем клиентам с 2009 года
Benefits: health insurance, paid training in customer service, language courses
About us: our agents answer calls around the clock in nine languages
We are an equal opportunity employer and value diversity
"""


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_offers_company_talk_and_furniture_give_no_concept(text):
    assert [m.concept for m in podbor.extract(text) if m.modality != "not"] == []


@pytest.mark.xfail(strict=True, reason="an advertisement of one line that opens like a duty")
def test_single_line_advertisement_gives_no_concept():
    assert podbor.extract("Купить CRM-систему для колл-центра со скидкой 30 %") == ()


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Требования: опыт с JavaScript", "tool/java"),
        ("Обязанности: проводить опрос клиентов", "knowledge/operating_systems"),
        ("Оператор ПК: набор текста", "experience/call_centre"),
        ("Требования: опыт работы оператором ПК", "experience/call_centre"),
        ("Требования: опыт работы оператором станков с ЧПУ", "experience/call_centre"),
    ],
)
def test_look_alike_is_not_taken_for_the_concept(text, concept):
    assert concept not in {mention.concept for mention in podbor.extract(text)}


BAD = {
    "empty": "",
    "spaces": " \n\t ",
    "binary": "".join(map(chr, range(32))) * 50,
    "surrogates": "Обязанности: приём \ud800 звонков\udfff",
    "emoji": "🙂👩\u200d💻✅" * 300,
    "ukrainian": "Обов'язки: приймання дзвінків, консультування клієнтів у чаті та телефоном.",
    "kazakh": "Міндеттері: қоңырауларға жауап беру, клиенттерге кеңес беру, есеп жүргізу",
    "german": "Aufgaben: Beantwortung von Anrufen und die Betreuung der Kunden mit CRM",
    "brackets": "([{" * 4_000,
    "commas": "," * 20_000,
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_bad_text_gives_a_result_that_quotes_it(text):
    for statement in podbor.statements(text):
        assert text[statement.start : statement.stop] == statement.text
        for quote in (*statement.mentions, *statement.unlinked):
            assert statement.start <= quote.start <= quote.stop <= statement.stop
            assert text[quote.start : quote.stop] == quote.text


@pytest.mark.parametrize("name", ["emoji", "ukrainian", "kazakh", "german", "binary"])
def test_other_languages_and_junk_are_not_linked(name):
    assert podbor.extract(BAD[name]) == ()


def seconds(text):
    start = time.process_time()
    podbor.statements(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "line",
    [
        "приём звонков, ввод данных и отчёты ",  # one long line
        "приём звонков\n",  # many lines
        "excel preferred ",  # cues without end
        "( желательно Excel ",  # brackets that do not close
        "опыт от 1 года, ",  # durations
    ],
)
def test_time_grows_with_the_length_and_not_faster(line):
    short, long = line * (25_000 // len(line)), line * (100_000 // len(line))
    seconds(short)  # memos
    assert seconds(long) < 8 * seconds(short) + 1
