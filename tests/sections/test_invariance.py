"""The same posting in other dress gives the same concepts and modality."""

import re

import pytest

import podbor

from support import ROOT

POSTINGS = [
    """Оператор колл-центра
Обязанности:
- приём входящих звонков
- ведение базы клиентов в CRM
- консультирование клиентов по телефону
Требования:
- грамотная устная и письменная речь
- опыт работы в колл-центре от 1 года
- уверенный пользователь ПК
- знание английского языка будет плюсом
Условия:
- график 2/2, обучение за счёт компании""",
    """Менеджер по продажам
Обязанности:
- исходящие звонки по тёплой базе
- работа с возражениями
- подготовка отчётов
Требования:
- опыт продаж от 2 лет
- стрессоустойчивость
- знание Excel приветствуется
Условия:
- оклад 50 000 рублей, офис у метро""",
    """Customer Service Representative
Responsibilities:
- Answer inbound calls
- Enter data into the CRM
- Resolve customer complaints
Requirements:
- High school diploma
- Attention to detail
- Spanish is a plus
Benefits:
- Paid training and health insurance""",
]


def found(text):
    return {(mention.concept, mention.modality) for mention in podbor.extract(text)}


def without_yo(text):
    return text.replace("ё", "е").replace("Ё", "Е")


def with_nbsp(text):
    return re.sub(r"(?<=\w) (?=\w)", "\u00a0", text)


def with_soft_hyphens(text):
    return re.sub(r"(?<=[а-яa-z]{4})(?=[а-яa-z]{4})", "\u00ad", text)


def with_homoglyphs(text):
    """Latin letters that look like Russian ones inside Russian words."""
    return re.sub(r"(?<=[б-яжзиклмнптф])[оае](?=[б-яжзиклмнптф])", latin, text)


def latin(match):
    return {"о": "o", "а": "a", "е": "e"}[match.group()]


def decomposed(text):
    return text.replace("й", "и\u0306")


def with_dots(text):
    return text.replace("\n- ", "\n• ")


def with_line_feeds(text):
    return text.replace("\n", "\r\n")


def flattened(text):
    """One paragraph, as many sites give it."""
    return re.sub(r"\n(?=- )", " ", re.sub(r"(?<![:.])\n(?!- )", ". ", text)).replace("\n", " ")


def as_html(text):
    lines = [re.sub(r"^- (.*)", r"<li>\1</li>", line) for line in text.split("\n")]
    rows = [line if line.startswith("<li>") else f"<p>{line}</p>" for line in lines]
    return "<html><body>" + "".join(rows) + "</body></html>"


@pytest.mark.parametrize("posting", POSTINGS, ids=["operator", "sales", "english"])
@pytest.mark.parametrize(
    "change",
    [
        without_yo,
        with_nbsp,
        with_soft_hyphens,
        with_homoglyphs,
        decomposed,
        with_dots,
        with_line_feeds,
        flattened,
        str.upper,
    ],
)
def test_dress_does_not_change_what_is_found(change, posting):
    changed = change(posting)
    assert found(changed) == found(posting) != set()


@pytest.mark.parametrize("posting", POSTINGS, ids=["operator", "sales", "english"])
def test_html_file_gives_what_the_text_gives(posting, tmp_path):
    (tmp_path / "posting.html").write_text(as_html(posting), encoding="utf-8")
    (tmp_path / "posting.txt").write_text(posting, encoding="utf-8")
    html, text = (podbor.read(tmp_path / f"posting.{form}") for form in ("html", "txt"))
    assert {(m.concept, m.modality) for m in podbor.extract(html)} == found(text.text)


@pytest.mark.parametrize(
    "spelling",
    ["call-центр", "колл-центр", "коллцентр", "call центр", "колл центр", "Call-центр", "КЦ"],
)
def test_spellings_of_call_centre_are_one(spelling):
    cases = {"call-центр": "call-центре", "КЦ": "КЦ"}
    word = cases.get(spelling, spelling + "е")
    text = f"Требования:\n- опыт работы в {word} от 1 года"
    assert ("experience/call_centre", "must") in found(text)


def plain_pairs():
    text = (ROOT / "tests" / "cases" / "plain_translations.tsv").read_text(encoding="utf-8")
    blocks = text.strip().split("\n\n")
    return [[line.split("\t") for line in block.splitlines()] for block in blocks]


def test_plain_translation_gives_the_same_concepts():
    pairs = plain_pairs()
    assert len(pairs) == 40
    texts = [["\n".join(row[side] for row in pair) for side in (0, 1)] for pair in pairs]
    assert sum(found(russian) == found(english) for russian, english in texts) >= 36
