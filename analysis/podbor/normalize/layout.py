"""What layout left behind: stray tags, words cut at line ends, sentences run together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from podbor.normalize.dictionary import is_word
from podbor.normalize.text import Edit

_INLINE = (
    "a|abbr|b|big|code|em|font|highlighttext|i|img|mark|nobr|noindex|s|small|span|strong|sub|sup|u"
)
_BLOCK = "blockquote|br|div|h[1-6]|hr|li|ol|p|pre|section|table|tbody|thead|tr|ul"
_TAG = re.compile(
    rf"</?(?:(?P<inline>{_INLINE})|(?P<block>{_BLOCK})|(?P<cell>t[dh]))(?=[\s/>])[^<>]{{0,400}}>",
    re.IGNORECASE,
)
_TAG_MEANS = {"inline": "", "block": "\n", "cell": " "}

# «рабо-\nта»; U+FFFE is the hyphen that pdfium saw at a line end, with or without the line end
_CUT = re.compile(
    r"(?<=[a-zа-яё])(?:(?:-|(?P<soft>\xad))[ \t]*\n[ \t]*|\ufffe[ \t]*\n?[ \t]*)(?=[a-zа-яё])"
    r"|(?P<stray>[\ufffe\xad])"
)
_WORD_LETTERS = 40
_LETTERS_BEFORE = re.compile(r"[A-Za-zА-Яа-яЁё]*$")
_LETTERS_AFTER = re.compile(r"[a-zа-яё]*")

_GLUED_SENTENCE = re.compile(
    r"(?<=[^\W\d_])[.!?;:](?=[А-ЯЁ])|(?<=[)»])[.!?;:](?=[А-ЯЁ])|;(?=[А-ЯЁ])"
)
_GLUED_WORD = re.compile(r"(?<=[а-яё])[А-ЯЁ](?=[а-яё ])")
_HEADING_START = re.compile(
    r"Обязанност|Требован|Услови|Задач|Функционал|Опыт|Навык|График|Образован|Должност|Ключев"
    r"|Преимуществ|Будет (?:плюсом|преимуществом)|О (?:компании|нас)"
    r"|(?:Что|Чем|Мы|Наши|Ваши|Вам)(?= )"
)
_BEGINNING = re.compile(r"[А-ЯЁ]?[а-яё]*$")
_ENDING = re.compile(r"[А-ЯЁ][а-яё]*")


def tags(text: str) -> Iterator[Edit]:
    r"""Nothing for a stray inline tag, a line end for a stray block tag.

    Examples
    --------
    >>> line = "приём <highlighttext>звонков</highlighttext><br>a < b"
    >>> [(edit.start, edit.replacement) for edit in tags(line)]
    [(6, ''), (28, ''), (44, '\n')]
    """
    if "<" not in text:
        return
    for found in _TAG.finditer(text):
        yield Edit(found.start(), found.end(), _TAG_MEANS[found.lastgroup or ""], "tag")


def line_ends(text: str) -> Iterator[Edit]:
    r"""Join a word cut at a line end: without the hyphen if a dictionary has the joined form.

    Examples
    --------
    >>> [edit.replacement for edit in line_ends("рабо-\nта, колл-\nцентр, звонки -\nи чат")]
    ['', '-']
    """
    if not ("-" in text or "\xad" in text or "\ufffe" in text):
        return
    for found in _CUT.finditer(text):
        if found["stray"]:
            yield Edit(found.start(), found.end(), "", "zero_width")
            continue
        joined = "" if found["soft"] or _is_cut(text, found.start(), found.end()) else "-"
        yield Edit(found.start(), found.end(), joined, "line_end_hyphen")


def _is_cut(text: str, start: int, stop: int) -> bool:
    """Tell whether the hyphen at ``start`` is only there because the line ended."""
    before = _LETTERS_BEFORE.search(text[max(0, start - _WORD_LETTERS) : start])
    after = _LETTERS_AFTER.match(text[stop : stop + _WORD_LETTERS])
    left, right = before[0] if before else "", after[0] if after else ""
    if left[-1:].isascii() != right[:1].isascii():
        return False
    if is_word(left + right):
        return True
    # no English dictionary has every word: «micro-\nservises» is cut, «client-\nfacing» is not
    return left.isascii() and right.isascii() and not (is_word(left) and is_word(right))


def glued(text: str) -> Iterator[Edit]:
    """Put a space between sentences, or a word and a heading, that lost it.

    Examples
    --------
    >>> [edit.start for edit in glued("Офис в центре.Требования: опыт клиентовОбязанности")]
    [14, 39]
    >>> list(glued("СберБанк, ВкусВилл, 1С:Бухгалтерия, 1с:Бухгалтерия"))
    []
    """
    if text.isascii():
        return
    edits = [*_glued_sentences(text), *_glued_words(text)]
    yield from sorted(edits, key=_start)


def _start(edit: Edit) -> int:
    return edit.start


def _glued_sentences(text: str) -> Iterator[Edit]:
    for found in _GLUED_SENTENCE.finditer(text):
        before = text[max(0, found.start() - 2) : found.start()]
        if found[0] == ";" or (not before[-1:].isupper() and before.lower() != "1с"):
            yield Edit(found.end(), found.end(), " ", "glued")


def _glued_words(text: str) -> Iterator[Edit]:
    for found in _GLUED_WORD.finditer(text):
        at = found.start()
        before = _BEGINNING.search(text[max(0, at - _WORD_LETTERS) : at])
        left = before[0] if before else ""
        if len(left) >= 3 and _is_glued(left, text[at : at + _WORD_LETTERS]):
            yield Edit(at, at, " ", "glued")


def _is_glued(left: str, rest: str) -> bool:
    if _HEADING_START.match(rest):
        return True
    ending = _ENDING.match(rest)
    right = ending[0] if ending else ""
    is_name = left[:1].isupper()  # «АльфаСтрахование»
    return not is_name and min(len(left), len(right)) >= 5 and is_word(left) and is_word(right)
