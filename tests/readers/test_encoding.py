"""Which encoding a text comes in, told from short texts of several kinds."""

from __future__ import annotations

import pytest

from podbor.readers import read
from podbor.readers.encoding import decode
from samples_files import RESUME, saved

RUSSIAN = {
    "resume": RESUME,
    "posting": (
        "Требуется оператор\nОбязанности:\n- приём входящих звонков;\n- консультации клиентов\n"
        "Условия: график 2/2, оклад 60 000 ₽\n".replace("₽", "руб.")
    ),
    "capitals": (
        "ОПЕРАТОР КОНТАКТНОГО ЦЕНТРА\nОБЯЗАННОСТИ\nПРИЁМ ЗВОНКОВ\nТРЕБОВАНИЯ\nГРАМОТНАЯ РЕЧЬ\n"
    ),
    "skills with Latin": (
        "Навыки: Excel, CRM, 1С, Word\nBitrix24 и Zendesk - уверенно\nEnglish B2\n"
        "Python, SQL - базово\nявляюсь частным лицом\n"
    ),
    "words with я, ё, ю": (
        "Ёлкина Юлия\nЯ являюсь старшим специалистом\nЁмкая подача, ясная речь\n"
        "Юридический отдел\nЛюблю своё дело, ещё учусь\n"
    ),
    "marks": (
        "«Служба поддержки» - ООО «Ромашка»\nЗвонки: 60 в день; жалобы: 5 %\n"
        "Оценка (средняя) 4,8!\nПочта: vera@example.com\nТел. +7 900 000-00-12\n"
    ),
    "one line": "приём и обработка входящих звонков",
    "CRLF": "Опыт работы\r\nоператор чата\r\nВедение базы\r\nГород Тверь\r\nТелефон есть\r\n",
}
PAGES = ("utf-8", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866", "mac-cyrillic")


def encoded(text, codec):
    """The text without what the old pages lack, and its bytes."""
    if codec in {"cp866", "koi8-r"}:
        text = text.translate(str.maketrans("«»—", '""-'))
    return text, text.encode(codec)


@pytest.mark.parametrize("codec", PAGES)
@pytest.mark.parametrize("kind", RUSSIAN)
def test_a_short_russian_text_is_told(kind, codec):
    text, data = encoded(RUSSIAN[kind], codec)
    assert decode(data) == (text, codec)


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")],
    ids=lambda value: value,
)
def test_a_byte_order_mark_decides_and_goes(codec, name):
    assert decode("\n Опыт работы".encode(codec)) == ("\n Опыт работы", name)


WESTERN = [
    "Zoë Müller, Café Noël\nTeam lead – support\nRésumé of a naïve reader\n",
    "Customer service agent\n“Best agent” of the year… twice\nHandled 60 calls a day\n",
    "José Núñez\nSpanish (native), English (fluent)\nMálaga\n",
]


@pytest.mark.parametrize("text", WESTERN, ids=range(len(WESTERN)))
def test_western_accents_are_cp1252(text):
    assert decode(text.encode("cp1252")) == (text, "cp1252")


def test_plain_english_is_utf8():
    assert decode(b"Handled calls\r\n") == ("Handled calls\r\n", "utf-8")


def test_utf8_cut_inside_a_letter_stays_utf8():
    assert decode("Приём звонков".encode()[:-1]) == ("Приём звонко\ufffd", "utf-8")


def test_one_bad_byte_does_not_turn_utf8_to_rubbish():
    data = RESUME.encode() + b"\xff" + RESUME.encode()
    assert decode(data) == (f"{RESUME}\ufffd{RESUME}", "utf-8")


@pytest.mark.parametrize(
    "data",
    [bytes(range(32)) * 9, b"\x00\x01\x02text" * 20, b"\xff\xfe" + bytes([0, 0xD8]) * 90],
    ids=["controls", "zeros", "halves of characters"],
)
def test_binary_data_are_no_text(data):
    with pytest.raises(ValueError, match="binary data, not text"):
        decode(data)


def test_line_ends_of_a_text_file_stay_and_its_mark_goes(tmp_path):
    document = read(saved(tmp_path, "cv.txt", b"\xef\xbb\xbf" + " Опыт\r\n\r\nCRM \r".encode()))
    assert document.text == " Опыт\r\n\r\nCRM \r"
    assert document.encoding == "utf-8"
    assert [document.text[b.start : b.stop] for b in document.blocks] == ["Опыт", "CRM"]


def test_marks_of_markdown_stay(tmp_path):
    document = read(saved(tmp_path, "cv.md", "# Опыт\n- **CRM**\n"))
    assert (document.format, document.text) == ("md", "# Опыт\n- **CRM**\n")
