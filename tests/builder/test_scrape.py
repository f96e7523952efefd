import csv

import pytest

from podbor.builder.scrape import parts_of
from podbor.readers import read

from support import SHARED, needs_shared

SENTENCE = "Оператор принимает звонки и записывает заявки клиентов в базу. "


def kinds(text, **options):
    return [(part.kind, part.title) for part in parts_of(text, **options)]


@pytest.mark.parametrize(
    "line",
    [
        "Facebook",
        "Поделиться:",
        "Подписаться на блог",
        "Включите, пожалуйста, куки",
        "La página que buscas no está disponible para los usuarios de tu país",
        "Bitte warten Sie kurz: wir prüfen die Anfrage und leiten Sie dann weiter",
        "Wenn die Seite nicht lädt, schreiben Sie uns und wir helfen по почте",
    ],
)
def test_furniture_is_noise(line):
    assert kinds(f"{line}\nРабота оператора\n{SENTENCE * 6}") == [
        ("noise", line),
        ("article", "Работа оператора"),
    ]


@pytest.mark.parametrize(
    "line",
    ["Работа в Facebook и Twitter", "Answer customers by phone and e-mail", "Регистрация заявок"],
)
def test_ordinary_lines_are_kept(line):
    assert kinds(f"{line}\n{SENTENCE * 6}") == [("article", line)]


def test_a_title_that_names_a_role_opens_a_document_far_below_the_last():
    text = "\n".join(["Старший оператор", *[SENTENCE] * 15, "Тренер операторов", *[SENTENCE] * 3])
    found = kinds(text, is_title=lambda line: "ренер" in line)
    assert found == [("article", "Старший оператор"), ("article", "Тренер операторов")]


def test_a_list_item_or_a_sentence_opens_none():
    text = "\n".join(["Оператор", *[SENTENCE] * 15, "• Тренер операторов", "Это тренер.", SENTENCE])
    assert len(kinds(text, is_title=lambda line: "ренер" in line)) == 1


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["Обязанности:", SENTENCE, "Требования:", SENTENCE * 4], "job_description"),
        (["Обязанности:", SENTENCE, "Условия:", SENTENCE * 4], "posting"),
        (
            ["Кто такой оператор?", SENTENCE, "Что он делает?", SENTENCE, "Где?", SENTENCE * 3],
            "faq",
        ),
        ([f"• Оператор {n}" for n in range(20)], "title_list"),
        ([SENTENCE * 6], "article"),
    ],
)
def test_kind_of_a_document_follows_from_its_lines(lines, kind):
    assert [part.kind for part in parts_of("\n".join(lines))] == [kind]


def test_parts_hold_every_line_once():
    text = f"Facebook\n\nРабота\n{SENTENCE * 6}\n\nTwitter\nVk\n"
    parts = parts_of(text)
    assert [
        line for part in parts for line in text[part.start : part.stop].split("\n") if line
    ] == [line for line in text.split("\n") if line]


@needs_shared
def test_noise_of_the_source_document_is_found():
    path = next((SHARED / "seed").glob("*.txt"))
    text = read(path).text
    lines = text.split("\n")
    with (SHARED / "seed" / "segments.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["type"] == "noise"]
    wanted = {
        number
        for row in rows
        for number in range(int(row["start"]), int(row["end"]) + 1)
        if lines[number - 1].strip()
    }
    found = {
        number
        for part in parts_of(text)
        if part.kind == "noise"
        for number in range(text.count("\n", 0, part.start) + 1, text.count("\n", 0, part.stop) + 2)
        if lines[number - 1].strip()
    }
    assert len(found & wanted) >= 0.85 * len(found)
    assert len(found & wanted) >= 0.65 * len(wanted)
