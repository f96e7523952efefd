from __future__ import annotations

import pytest
from hypothesis import given

from podbor.parse.likelihood import (
    features_of,
    posting_likelihood,
    resume_likelihood,
    warnings_of,
    words_of,
)
from podbor.parse.reading import read_text
from podbor.records import Document, Notice, Posting, Resume

from strategies import ru_en_text

RESUMES = {
    "hh": """Лунина Вера Павловна
+7 900 000-00-41, vera@example.com
Желаемая должность и зарплата
Администратор
Опыт работы — 3 года
Март 2022 — Февраль 2025
ООО «Лютик»
Администратор
Запись гостей, касса, заказ канцелярии.
Образование
Среднее специальное
2018
Тверской колледж сервиса
Навыки
Excel, касса
Обо мне
Спокойная, люблю порядок""",
    "plain": """сварщик, ищу работу
опыт:
2016-2020 завод «Луч», варил трубы
2020-2025 бригада, металлоконструкции
учился в ПТУ, закончил в 2015 году
о себе: не опаздываю, есть права категории B
телефон +7 900 000-00-42""",
    "english": """Dana Brook
(312) 555-0141 | dana@example.com
Summary
Retail clerk with four years behind the counter.
Experience
Sales Clerk, Green Store LLC, May 2019 to June 2023
- Counted the till and helped customers
Education
High school diploma, 2018
Skills
Cash register, Excel, Spanish""",
}

POSTINGS = {
    "russian": """Администратор салона
ООО «Лютик», Тверь
от 45 000 руб. на руки
Обязанности:
- встреча гостей, запись по телефону
Требования:
- опыт работы от 1 года, грамотная речь
Условия:
- график 2/2, оформление по ТК РФ
Отклики ждём на почту job@example.com""",
    "short": """Требуется кладовщик на склад. Сменный график 2/2, зарплата от 50 000 рублей,
оформление по ТК, питание. Обязанности: приёмка товара, сборка заказов. Без опыта, обучим.
Звоните +7 900 000-00-43""",
    "english": """Sales Clerk
Green Store LLC is hiring a full-time clerk in Reno, NV.
Pay: $17 an hour plus benefits
Responsibilities:
- help customers and keep the shelves full
Requirements:
- high school diploma, one year of experience, must be able to lift 30 lbs
We offer paid time off and health insurance. Apply today.""",
}

STORIES = {
    "recipe": """Шарлотка с яблоками. Взбейте четыре яйца со стаканом сахара, всыпьте муку, добавьте
нарезанные яблоки и выпекайте сорок минут при ста восьмидесяти градусах. Подавайте со сметаной.""",
    "story": """The river had risen in the night. Mara pulled the boat up to the third step and
looked for the dog, which had gone to sleep under the apple tree and would not be moved.""",
    "rental": """Сдаю однокомнатную квартиру у парка, пятый этаж, окна во двор. Есть холодильник и
стиральная машина. Залог за месяц, счётчики отдельно.""",
    "blank": "",
}

ARTICLES = {
    "news": """В субботу в городском парке открыли каток. Лёд залили ещё в ноябре, но из-за оттепели
праздник перенесли. Первыми на лёд вышли школьники: хоккейная команда сыграла с командой родителей
и проиграла со счётом три один. В павильоне поили чаем, у входа играл духовой оркестр. По словам
смотрителя, каток будет открыт до марта, если позволит погода. Вечером над прудом был салют.""",
    "contract": """Договор купли-продажи. Продавец передаёт, а покупатель принимает и оплачивает
товар по приложению. Право собственности переходит в момент подписания накладной. Споры стороны
решают переговорами, а если согласия нет, в арбитражном суде по месту нахождения ответчика. Договор
составлен в двух экземплярах, имеющих равную силу. За просрочку уплачивается пеня.""",
    "history": """The mill was built in 1843 by two brothers who had quarrelled with the town. It
burned in 1871 and was raised again in brick. During the war its wheels ground acorns; after it they
stood still, and the river was turned into a canal. In 1968 the roof fell in. Today only the chimney
and a wall are left, and the storks that nest there are counted by school children each spring.""",
}


OTHERS = POSTINGS | STORIES | ARTICLES


@pytest.mark.parametrize("text", RESUMES.values(), ids=RESUMES)
def test_resume_is_likely_a_resume(text):
    assert resume_likelihood(read_text(text)) > 0.5


@pytest.mark.parametrize(
    "text",
    [*POSTINGS.values(), *STORIES.values(), *ARTICLES.values()],
    ids=[*POSTINGS, *STORIES, *ARTICLES],
)
def test_other_text_is_no_resume(text):
    assert resume_likelihood(read_text(text)) < 0.5


@pytest.mark.parametrize("text", POSTINGS.values(), ids=POSTINGS)
def test_posting_is_likely_a_posting(text):
    assert posting_likelihood(read_text(text)) > 0.5


@pytest.mark.parametrize("text", RESUMES.values(), ids=RESUMES)
def test_resume_is_no_posting(text):
    assert posting_likelihood(read_text(text)) < 0.5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ёлка, ёлка и ЕЛКА", {"елка"}),
        ("I am a Clerk: 2 clerks, C++", {"am", "clerk", "clerks"}),
        ("a 1 — ?", set()),
        ("", set()),
    ],
)
def test_words_are_small_and_counted_once(text, words):
    assert words_of(read_text(text)) == words


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("Опыт работы\nповар\nОбразование\nПТУ", {"experience", "education"}),
        ("Skills\nExcel", {"skills"}),
        ("Обязанности\nзвонки", set()),
        ("", set()),
    ],
)
def test_headings_of_a_resume_are_features(text, headings):
    features = features_of(read_text(text))
    assert {
        n.partition(" ")[2] for n, size in features.items() if "heading" in n and size
    } == headings


def document(n_pages: int | None = None, *notices: Notice) -> Document:
    return Document(name="", format="pdf", text="", n_pages=n_pages, notices=notices)


HIDDEN = Notice(code="hidden_text", detail="3")


@pytest.mark.parametrize(
    ("record", "notices"),
    [
        (
            Resume(document=document(), likelihood=0.31),
            (Notice(code="not_a_resume", detail="0.31"),),
        ),
        (
            Posting(document=document(), likelihood=0.1),
            (Notice(code="not_a_posting", detail="0.10"),),
        ),
        (Resume(document=document(140)), (Notice(code="huge", detail="140 pages"),)),
        (Resume(document=document(None, HIDDEN)), (HIDDEN,)),
        (
            Posting(document=document(100, HIDDEN), likelihood=0.0),
            (
                HIDDEN,
                Notice(code="not_a_posting", detail="0.00"),
                Notice(code="huge", detail="100 pages"),
            ),
        ),
    ],
)
def test_warnings_name_what_is_odd(record, notices):
    assert warnings_of(record) == notices


@pytest.mark.parametrize(
    "record",
    [
        Resume(document=document()),
        Resume(document=document(2), likelihood=0.5),
        Posting(document=document(99), likelihood=0.9),
    ],
)
def test_ordinary_record_has_no_warning(record):
    assert warnings_of(record) == ()


@given(ru_en_text())
def test_chances_are_between_0_and_1(text):
    reading = read_text(text)
    resume, posting = resume_likelihood(reading), posting_likelihood(reading)
    assert min(resume, posting) >= 0
    assert resume + posting <= 1.0001
