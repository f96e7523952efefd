"""HTML: lines, blocks, what is dropped, charsets."""

from __future__ import annotations

import pytest

from podbor.errors import ScannedFileError
from podbor.readers import read
from podbor.readers.html import html_text
from podbor.records import Notice
from samples_files import saved

CASES = [
    ("<p>Приём <b>звон</b>ков</p>", "Приём звонков"),
    ("Приём<br>звонков<br/>CRM", "Приём\nзвонков\nCRM"),
    ("<ul><li>CRM<li>чат</ul>", "CRM\nчат"),
    ("<p>Опыт с <highlighttext>CRM</highlighttext>-системами</p>", "Опыт с CRM-системами"),
    ("<div>Обязанности</div><div>звонки</div>", "Обязанности\nзвонки"),
    ("<span>Опыт</span><span>ный</span>", "Опытный"),
    ("<td>Город</td>текст", "Городтекст"),
    ("<table><tr><td>Город</td><td>Тверь</td></tr></table>", "Город\nТверь"),
    ("<dl><dt>Язык</dt><dd>английский</dd></dl>", "Язык\nанглийский"),
    ("<p>  много \n\t пробелов  </p>", "много пробелов"),
    ("<pre>Опыт\n  звонки\n\nCRM</pre>", "Опыт\nзвонки\nCRM"),
    ("&laquo;Ромашка&raquo; &amp; Ко &#8212; ООО", "«Ромашка» & Ко — ООО"),
    ("<li>раз<ul><li>два</li></ul>три</li>", "раз\nдва\nтри"),
    ("просто текст без тегов", "просто текст без тегов"),
    ("C&lt;br&gt;++", "C<br>++"),
    ("<p>a<!-- заметка -->b</p>", "ab"),
    ("<p>оставлено", "оставлено"),
    ("", ""),
]


@pytest.mark.parametrize(("markup", "text"), CASES, ids=[row[0] for row in CASES])
def test_markup_becomes_lines(markup, text):
    assert html_text(markup) == text


DROPPED = "nav header footer aside form script style noscript template svg button select textarea"


@pytest.mark.parametrize("tag", DROPPED.split())
def test_boilerplate_is_dropped(tag):
    assert html_text(f"<p>Опыт</p><{tag}>Вход для соискателей</{tag}><p>CRM</p>") == "Опыт\nCRM"


def test_the_title_of_the_page_is_no_text():
    assert html_text("<html><head><title>Сайт</title></head><body>Опыт</body></html>") == "Опыт"


def test_a_header_with_the_main_heading_stays():
    assert html_text("<header><h1>Вера</h1></header><p>Опыт</p>") == "Вера\nОпыт"


def test_a_page_that_is_all_one_form_is_read():
    assert html_text("<form><p>Опыт</p><button>Отправить</button></form>") == "Опыт"


HIDING = [
    'style="display:none"',
    'style="color:red; DISPLAY : none !important"',
    'style="visibility:hidden"',
    'style="font-size:0"',
    'style="font-size: 0px"',
    'style="opacity:0"',
    "hidden",
    'aria-hidden="true"',
]


@pytest.mark.parametrize("attribute", HIDING)
def test_hidden_elements_are_dropped_and_told(tmp_path, attribute):
    markup = f"<p>Опыт</p><div {attribute}><p>Excel <b hidden>SQL</b></p></div><p>CRM</p>"
    document = read(saved(tmp_path, "cv.html", markup))
    assert document.text == "Опыт\nCRM"
    assert document.notices == (Notice(code="hidden_text", detail="8 characters"),)


SHOWN = [
    'style="display:block"',
    'style="font-size:0.9em"',
    'style="opacity:0.8"',
    'style="opacity: .5"',
    'aria-hidden="false"',
    'class="hidden-print"',
]


@pytest.mark.parametrize("attribute", SHOWN)
def test_shown_elements_stay(tmp_path, attribute):
    document = read(saved(tmp_path, "cv.html", f"<p>Опыт</p><p {attribute}>CRM</p>"))
    assert (document.text, document.notices) == ("Опыт\nCRM", ())


def test_a_hidden_icon_is_no_hidden_text(tmp_path):
    document = read(saved(tmp_path, "cv.html", '<p><i aria-hidden="true">•</i>CRM</p>'))
    assert (document.text, document.notices) == ("CRM", ())


def test_blocks_have_their_kinds(tmp_path):
    markup = "<h2>Навыки</h2><ul><li><p>CRM</p></li></ul><p>Опыт</p><table><td>Тверь</table>"
    document = read(saved(tmp_path, "cv.htm", markup))
    found = [(document.text[b.start : b.stop], b.kind) for b in document.blocks]
    assert found == [
        ("Навыки", "heading"),
        ("CRM", "item"),
        ("Опыт", "paragraph"),
        ("Тверь", "cell"),
    ]


CHARSETS = [
    ('<meta charset="windows-1251">', "cp1251", "cp1251"),
    ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r", "koi8-r"),
    ("<meta charset=utf-8>", "utf-8", "utf-8"),
    ("<meta charset=utf-8>", "cp1251", "cp1251"),
    ("<meta charset=utf-16>", "utf-8", "utf-8"),
    ("<meta charset=nonsense>", "cp1251", "cp1251"),
    ("<meta charset=unicode_escape>", "utf-8", "utf-8"),
    ("", "cp1251", "cp1251"),
    ("", "utf-16", "utf-16-le"),
]


@pytest.mark.parametrize(
    ("meta", "codec", "name"), CHARSETS, ids=[f"{meta} {codec}" for meta, codec, _ in CHARSETS]
)
def test_the_declared_charset_counts_if_it_fits(tmp_path, meta, codec, name):
    data = f"<html><head>{meta}</head><body><p>Приём звонков и заявок</p></body></html>"
    document = read(saved(tmp_path, "cv.html", data.encode(codec)))
    assert (document.text, document.encoding) == ("Приём звонков и заявок", name)


def test_a_page_with_a_picture_only_is_a_scan(tmp_path):
    with pytest.raises(ScannedFileError):
        read(saved(tmp_path, "cv.html", "<body><img src='cv.png'></body>"))
