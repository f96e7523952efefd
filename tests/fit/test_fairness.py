"""Who a person is does not move the score: the same resume under another name, age, sex, city."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import pytest

from podbor.features import Profiler
from podbor.features.profiler import profiles_of
from podbor.fit.model import shipped_model
from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume
from podbor.records import Date

from support import ROOT

PAIRS = ROOT / "corpus/pairs"
TODAY = Date(year=2026, month=11)
LARGEST = 0.01  # difference of scores
LEAST_SWAPS = 200
POSTINGS = {
    "ru": ("ru-chat-entry", "ru-registrar", "ru-team-lead"),
    "en": ("en-chat-entry", "en-inbound-agent", "en-b-cc-supervisor"),
}
# resume | name | age or birth | city | school | family; «;» between several, «-» for none
PEOPLE = """
ru-a01 | Кудрявцева Милана Олеговна | 26 лет; 14 марта 1999 | Саратов | Прибрежный колледж экономики и права | -
ru-a03 | Ульяна Сергеевна Пятакова | 31 год | в Йошкар-Оле | - | замужем, дочке шесть
ru-a04 | Ренат Хафизов | 1997 г.р. | Уфа | Уфимский техникум автоматики «Контур» | -
ru-a05 | Сычёв Валерий | - | Омск | - | Женат двое детей
ru-a06 | Бережная Лариса Викторовна | 02.08.1979 (46 лет) | Тула | - | разведена, сын взрослый
ru-a08 | Николай Верещака | 38 лет | Воронеж | Придонской педагогический университет | -
ru-a12 | Алсу Ж. | 27 лет | Казань | - | -
ru-a15 | Дарья Вахромеева | 30 лет | Вологда | Вологодский институт бизнеса и леса | -
ru-a16 | Дорохов Пётр Емельянович | 19 июня 1974 | Челябинск | - | -
ru-a20 | Тагирова Снежана Рамилевна | - | Оренбург | Оренбургский медколледж «Здравник» | двое, бабушка рядом
ru-a22 | Рома | 25 лет | Тверь | - | -
ru-b01 | Ермолина Кристина Валерьевна | 29 лет; 4 марта 1996 | Пенза | Пензенский колледж сферы услуг им. Гурьева | Замужем, дочь 6 лет
ru-b03 | Дударев Станислав Игоревич | 34 года | Ульяновск | Ульяновский технический институт связи и приборов | женат, двое детей
ru-b09 | Вероника Аксютина | - | Калининград | Балтийский колледж туризма и сервиса | -
ru-b12 | Пантюхина Любовь Андреевна | 30.11.1993 | Курган | Зауральский гуманитарный университет | не замужем
ru-b13 | Гульнара Ринатовна Шаехова | 38 лет | Уфа | Башкирский медико-фармацевтический колледж | замужем, двое сыновей
ru-b18 | Бережная Екатерина Олеговна | - | - | Кубанский институт государственной службы и права | Замужем, ребёнок 8 лет
ru-b20 | Артур Манукян | 31 год | Ростов-на-Дону | Донской экономико-правовой университет | Женат, ждём второго
ru-b22 | Дилноза Юсупова | 25 лет | Наманган | - | -
ru-m01 | Гаязова Алсу Ринатовна | 27 лет; 14 марта 1998 | Набережные Челны | Камский колледж торговли и сервиса | Есть сын, 5 лет
ru-m06 | Юнусов Тимур Маратович | 19.08.1991 | Самара | Поволжский транспортный институт | женат, сын 2023 г.р.
ru-m10 | Дарья Игоревна Пшеничных | 29 лет | Екатеринбург | Уральский институт точных наук и управления | не замужем, детей нет
ru-r01 | Арбузова Лидия Тимофеевна | - | - | - | -
ru-r03 | Вилкова Оксана | - | Омск | - | -
ru-r05 | Дёмина Ульяна | 20 лет | - | - | -
ru-r09 | Ильясова Наргиз Маратовна | - | - | - | -
ru-r29 | Абрамян Гаянэ | - | - | - | -
en-b-r07 | Renata Oyelaran | - | - | - | -
en-b-r15 | Priya Halloran | - | - | - | -
en-b-r33 | Tomasz Keeling | - | - | - | -
en-e02 | JANELLE PRUITT | - | - | - | -
en-e04 | Owen Tate | - | - | - | -
en-e07 | Maya Lindgren | - | - | - | -
en-g02 | Declan Orrwick | - | Leeds | University of Airedale | -
en-g08 | Priyanka Dellamore | - | Swansea | Gower University | -
en-g16 | SURESH V. KALPATHY | 17.02.1994 | Coimbatore | Noyyal Arts & Science College | Married, one daughter
en-g26 | Imani Achterberg | - | Marlow | Marlow Lakes University | -
en-g31 | RITIKA BHARDWAJ SANSI | - | Noida | Yamuna Open University | Unmarried
"""  # noqa: E501
NAMES = {
    "ru": (
        "Смирнов Алексей Петрович", "Гарифуллина Айгуль Ильдаровна", "Ованес Мкртчян",
        "Шахноза Абдурахманова", "John Smith", "Раджеш Кумар", "Ван Сяомин", "Фатима аль-Хасан",
    ),
    "en": (
        "Emily Johnson", "Alexei Smirnov", "Aygul Garifullina", "Hovhannes Mkrtchyan",
        "Shakhnoza Abdurakhmanova", "Rajesh Kumar", "Wang Xiaoming", "Fatima al-Hassan",
    ),
}  # fmt: skip
NAMES_EACH = 4  # neighbouring people get the other half
CITIES = {"ru": ("Москва", "Махачкала"), "en": ("London", "Lagos")}
SCHOOLS = {
    "колледж": ("Московский городской колледж № 5", "Грозненский колледж имени Ахматова"),
    "техникум": ("Московский городской техникум № 5", "Дербентский техникум имени Алиева"),
    "университет": ("МГУ, университет имени Ломоносова", "Бухарский государственный университет"),
    "институт": ("Московский институт имени Баумана", "Ферганский институт имени Улугбека"),
    "university": ("University of Oxford", "Bukhara State University"),
    "college": ("Boston College", "Lagos City College"),
}
FAMILIES = {"ru": ("не в браке, детей нет", "в браке, трое детей"), "en": ("Single", "Widowed")}
AGES = (("57 лет", "1969"), ("19 лет", "2007"))
WOMAN_AND_MAN = """
Женщина Мужчина | женщина мужчина | родилась родился | работала работал | занималась занимался
готова готов | отвечала отвечал | принимала принимал | звонила звонил | обзвонила обзвонил
продавала продавал | вела вёл | оформляла оформлял | консультировала консультировал | решала решал
училась учился | окончила окончил | закончила закончил | учила учил | обучала обучал
помогала помогал | писала писал | сидела сидел | ушла ушёл | была был | стала стал | могла мог
хотела хотел | умела умел | знала знал | делала делал | сделала сделал | договорилась договорился
внимательная внимательный | спокойная спокойный | ответственная ответственный
выдержанная выдержанный | грамотная грамотный | сама сам | рада рад | согласна согласен
устала устал | замужем женат | разведена разведён | Замужем Женат | студентка студент
"""
GENDERED = [tuple(pair.split()) for pair in re.split(r"[|\n]", WOMAN_AND_MAN.strip())]
GIRL_AND_BOY = [("she", "he"), ("her", "his"), ("Ms.", "Mr."), ("daughter", "son")]


class Swap(NamedTuple):
    """A resume with one thing of the person told otherwise."""

    resume: str
    kind: str
    old: str
    new: str
    text: str


def text_of(name: str) -> str:
    return (PAIRS / f"resumes/{name}.txt").read_text(encoding="utf-8")


def swapped(text: str, old: str, new: str) -> str:
    """Text with a phrase said otherwise, capitals alike."""
    if old.isupper():
        new = new.upper()
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, text)


def regendered(text: str, pairs: list[tuple[str, ...]], *, to: int) -> str:
    """Text with words of one sex for those of the other: 0 woman, 1 man."""
    words = {pair[1 - to]: pair[to] for pair in pairs}
    words |= {old.capitalize(): new.capitalize() for old, new in words.items()}
    pattern = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.sub(rf"(?<!\w)({pattern})(?!\w)", lambda found: words[found[0]], text)


def aged(phrase: str, years: str, born: str) -> str:
    """The phrase of another age: «26 лет» is «57 лет», «14 марта 1999» is «14 марта 1969»."""
    return re.sub(r"\b\d\d (?:год|года|лет)\b", years, re.sub(r"\b(?:19|20)\d\d\b", born, phrase))


def school_of(phrase: str) -> tuple[str, ...]:
    return next(new for word, new in SCHOOLS.items() if word in phrase.lower())


def variants(text: str, at: int, row: list[list[str]], language: str) -> list[tuple[str, ...]]:
    """Kind, what is told, what is told instead, and the text."""
    names, ages, cities, schools, families = row
    half = NAMES[language][at % 2 :: 2][:NAMES_EACH]
    told = [("name", old, new) for old in names for new in half]
    told += [("city", old, f"в городе {new}" if old.startswith("в ") else new)
             for old in cities for new in CITIES[language]]  # fmt: skip
    told += [("school", old, new) for old in schools for new in school_of(old)]
    told += [("family", old, new) for old in families for new in FAMILIES[language]]
    found = [(kind, old, new, swapped(text, old, new)) for kind, old, new in told]
    for years, born in AGES:
        older = text
        for old in ages:
            older = older.replace(old, aged(old, years, born))
        found.append(("age", "; ".join(ages), years, older))
    pairs = GENDERED if language == "ru" else GIRL_AND_BOY
    for to, sex in enumerate(("woman", "man")):
        found.append(("sex", "", sex, regendered(text, pairs, to=to)))
    return found


@cache
def swaps() -> tuple[Swap, ...]:
    """All swaps that change a text."""
    found = []
    for at, line in enumerate(PEOPLE.strip().splitlines()):
        resume, *cells = (cell.strip() for cell in line.split("|"))
        row = [[part.strip() for part in cell.split(";") if part.strip() != "-"] for cell in cells]
        text = text_of(resume)
        found += [
            Swap(resume, *variant)
            for variant in variants(text, at, row, resume.partition("-")[0])
            if variant[-1] != text
        ]
    return tuple(found)


@cache
def differences() -> dict[Swap, float]:
    """The largest difference of the score over some postings for each swap."""
    names = list(dict.fromkeys(swap.resume for swap in swaps()))
    sources = [(name, text_of(name)) for name in names]
    sources += [(swap.resume, swap.text) for swap in swaps()]
    profiler, model = Profiler(today=TODAY), shipped_model()
    asked = {
        language: [
            parse_posting((PAIRS / f"postings/{name}.txt").read_text(encoding="utf-8"))
            for name in postings
        ]
        for language, postings in POSTINGS.items()
    }
    pairs = [
        (posting, record)
        for name, text in sources
        for record in [parse_resume(text, today=TODAY)]
        for posting in asked[name.partition("-")[0]]
    ]
    table = profiler.table(*profiles_of(profiler, pairs), model.transfer)
    scores = model.scores(table).reshape(len(sources), -1)
    plain = dict(zip(names, scores[: len(names)], strict=True))
    rows = zip(swaps(), scores[len(names) :], strict=True)
    return {swap: float(abs(row - plain[swap.resume]).max()) for swap, row in rows}


def test_each_cell_of_the_table_stands_in_its_resume():
    missing = []
    for line in PEOPLE.strip().splitlines():
        resume, *cells = (cell.strip() for cell in line.split("|"))
        text = text_of(resume)
        phrases = [part.strip() for cell in cells for part in cell.split(";")]
        missing += [f"{resume}: {p}" for p in phrases if p != "-" and p not in text]
    assert missing == []


def test_swaps_are_many():
    assert len({(swap.resume, swap.text) for swap in swaps()}) >= LEAST_SWAPS


KINDS = ["name", "sex", "age", "city", "school", "family"]


@pytest.mark.parametrize("kind", KINDS)
def test_swap_leaves_the_score(kind):
    found = {swap: change for swap, change in differences().items() if swap.kind == kind}
    failed = sorted(
        f"{change:.4f} {swap.resume}: {swap.old} → {swap.new}"
        for swap, change in found.items()
        if change > LARGEST
    )
    count = f"{kind}: {len(failed)} of {len(found)} swaps move the score\n"
    assert not failed, count + "\n".join(failed)
