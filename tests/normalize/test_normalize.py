from __future__ import annotations

import subprocess
import sys
import time

import pytest

from podbor.normalize import fold_yo, normalize
from podbor.normalize.characters import characters
from podbor.normalize.words import one_alphabet


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("a\r\nb\rc\x0bd\x0ce\u2028f\x85g", "a\nb\nc\nd\ne\nf\ng"),
        ("a\r\n\r\nb", "a\n\nb"),
        ("\ufeffи\u0306од, е\u0308лка, cafe\u0301", "йод, ёлка, café"),
        ("5\u202f000\u00a0руб.\u3000", "5 000 руб. "),
        ("при\u00adём зво\u200bнков\u2060", "приём звонков"),
        ("при\u00ad\nём", "приём"),
        ("колл\u2011лист", "колл-лист"),
        ("👩\u200d💻 ✅", "👩💻 ✅"),
        ("a\tb", "a\tb"),
    ],
)
def test_characters_become_plain(text, view):
    assert normalize(text).text == view


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("&laquo;Ромашка&raquo; &#8212; &quot;A&amp;B&quot;", '«Ромашка» — "A&B"'),
        ("от 1&nbsp;года&nbsp", "от 1 года "),
        ("при&shy;ём &amp;amp;amp; чат", "приём & чат"),
        ("R&D, AT&T; &foo; &", "R&D, AT&T; &foo; &"),
    ],
)
def test_entities_become_characters(text, view):
    assert normalize(text).text == view


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("<highlighttext>Оператор</highlighttext> чата", "Оператор чата"),
        ("приём<br/>чат<BR>почта", "приём\nчат\nпочта"),
        ('<p class="x">приём</p>', "\nприём\n"),
        ("&lt;b&gt;приём&lt;/b&gt;", "приём"),
        ("1 < 2 > 0, <you@example.com>, <бр>", "1 < 2 > 0, <you@example.com>, <бр>"),
    ],
)
def test_stray_tags_go(text, view):
    assert normalize(text).text == view


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("рабо-\nта", "работа"),
        ("рабо- \r\n  та", "работа"),
        ("рабо\ufffe\nта, севе\ufffeро\ufffeзапад", "работа, севе-ро-запад"),
        ("северо-\nзапад", "северо-запад"),
        ("informa-\ntion for client-\nfacing staff", "information for client-facing staff"),
        ("приём -\nчат", "приём -\nчат"),
        ("- приём\n- чат", "- приём\n- чат"),
        ("с 9-\n18", "с 9-\n18"),
        ("кол-\nЦентр", "кол-\nЦентр"),
        ("офис-\nmanager", "офис-manager"),
    ],
)
def test_words_cut_at_line_ends_are_joined(text, view):
    assert normalize(text).text == view


@pytest.mark.parametrize(
    ("word", "new"),
    [
        ("Сall", "Call"),
        ("Exсel", "Excel"),
        ("СRM", "CRM"),
        ("CРМ", "CRM"),
        ("СРМ", "CRM"),
        ("Linuх", "Linux"),
        ("paбoты", "работы"),
        ("Oпыт", "Опыт"),
        ("pуб", "руб"),
        ("гpaфик cмeны", "график смены"),
        ("пользователь РС", "пользователь PC"),
        ("С#, С++", "C#, C++"),
    ],
)
def test_look_alike_letters_become_one_alphabet(word, new):
    assert normalize(word).text == new


@pytest.mark.parametrize(
    "text",
    ["1С", "Java-разработчик", "СберKids", "C#", "р/с", "СМС", "web-дизайн", "CRM-система", "IT"],
)
def test_words_of_one_alphabet_stay(text):
    assert normalize(text).edits == ()


def test_word_with_letters_of_no_twin_on_either_side_stays():
    assert one_alphabet("HRменеджер") == "HRменеджер"


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("Офис в центре.Требования: опыт", "Офис в центре. Требования: опыт"),
        ("по ТК РФ;Оформление", "по ТК РФ; Оформление"),
        ("(график 2/2).Условия", "(график 2/2). Условия"),
        ("обслуживание клиентовОбязанности:", "обслуживание клиентов Обязанности:"),
        ("клиентовЧто мы предлагаем", "клиентов Что мы предлагаем"),
        ("вежливостьСтрессоустойчивость и", "вежливость Стрессоустойчивость и"),
        ("работаНавыки", "работа Навыки"),
    ],
)
def test_glued_sentences_and_headings_come_apart(text, view):
    assert normalize(text).text == view


@pytest.mark.parametrize(
    "text",
    [
        "СберБанк, ВкусВилл, МегаФон, МойСклад, АльфаСтрахование",
        "1С:Бухгалтерия, 1с:Предприятие",
        "И.О.Фамилия",
        "ООО «Ромашка»",
        "сайт example.com",
        "iPhone, LinkedIn, JavaScript",
    ],
)
def test_names_are_not_taken_apart(text):
    assert normalize(text).edits == ()


CALL_CENTRES = """
оператор call-центра = оператор коллцентра
в контакт-центре = в коллцентре
Контактного Центра = коллцентра
контактных центров = коллцентров
колл-центров = коллцентров
КОЛЛ-ЦЕНТРЕ = коллцентре
колл центром = коллцентром
сall центр = коллцентр
Сall-центр = коллцентр
контакт центрам = коллцентрам
контактцентр = коллцентр
кол-центр = коллцентр
коллцентры = коллцентры
колл–центр = коллцентр
call- центр = коллцентр
call‑центра = коллцентра
контактный (колл) центр = коллцентр
колл-центер = коллцентр
contact center = коллцентр
contact centres = коллцентр
Call Centre = коллцентр
call-centers = коллцентр
callcenter, contactcenter = коллцентр, коллцентр
центр обработки вызовов = коллцентр
центра обработки телефонных звонков = коллцентра
руководитель ЦОВ = руководитель коллцентр
работа в КЦ = работа в коллцентр
KЦ банка = коллцентр банка
оператор кц = оператор коллцентр
кц-специалист = коллцентр-специалист
"""


@pytest.mark.parametrize("case", CALL_CENTRES.strip().splitlines())
def test_call_centre_folds_to_one_word(case):
    written, _, view = case.partition(" = ")
    assert normalize(written).text == view


@pytest.mark.parametrize(
    "text",
    [
        "протокол центра",
        "контакт с центром",
        "наш центр, центральный офис",
        "контактный центральный телефон",
        "120 кц",
        "мкц, КЦМ, ЦОВы",
        "цех обработки вызовов",
        "дата-центр обработки вызовов",
        "call the center",
        "recall centers",
        "контакт\nЦентр занятости",
    ],
)
def test_other_centres_do_not_fold(text):
    assert normalize(text).edits == ()


@pytest.mark.parametrize(
    "text",
    ["контактного\nцентра", "колл-\nцентра", "call\u00a0-\u00a0центра", "контакт&nbsp;центра"],
)
def test_call_centre_folds_over_other_defects(text):
    clean = normalize(text)
    assert clean.text == "коллцентра"
    assert clean.span(0, 10) == (0, len(text))


def test_rules_that_worked_together_are_named_together():
    assert [edit.rule for edit in normalize("Сall-центр&nbsp;").edits] == [
        "homoglyph+call_centre",
        "entity+space",
    ]


def test_empty_text_has_an_empty_view():
    assert normalize("").text == ""
    assert normalize("").span(0, 0) == (0, 0)


def test_yo_stays_in_the_view():
    assert normalize("приём").text == "приём"
    assert fold_yo("приём, Ёж") == "прием, Еж"


def test_invisible_characters_alone_give_an_empty_view():
    assert [edit.rule for edit in characters("\u200b\ufeff")] == ["zero_width", "zero_width"]
    assert normalize("\u200b\ufeff").text == ""


def test_dictionaries_stay_unloaded_without_a_doubtful_word():
    code = (
        "import sys; from podbor.normalize import normalize; normalize('Сall-центр&nbsp;Exсel'); "
        "sys.exit('pymorphy3' in sys.modules or 'simplemma' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "piece",
    [
        "Оператор Сall-центра: приём;\xa0опыт в контактном центре, знание Exсel &laquo;1&raquo;. ",
        "а",
        "аА",
        "aа",
        "&amp;",
        "<b ",
        "а- \n",
        "call ",
        "и\u0306",
    ],
)
def test_time_grows_with_length_only(piece):
    text = piece * (300_000 // len(piece))
    begin = time.perf_counter()
    normalize(text)
    assert time.perf_counter() - begin < 5  # 0.1-0.5 s on two busy cores; squared time is minutes
