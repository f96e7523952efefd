"""Pay: amounts of money, which of them is the pay, and in what terms.

``pay words → bounds → currency, period, tax``; amounts of other things («скидка 5 000 ₽», "$2M in
revenue") are candidates too and lose by their features.  Currencies are a short table of our own:
babel names currencies but reads no «т.р.» or «₽».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from podbor.parse.lines import Line
from podbor.parse.reading import Reading, is_cyrillic
from podbor.parse.scoring import Candidate, Chosen, rank
from podbor.records import Pay, Value

_CURRENCIES = {
    "RUB": r"₽|руб(?:л[а-яё]*)?\b\.?|р\.(?!\w)|р\b|rub\b|rur\b",
    "USD": r"us\$|\$|usd\b|доллар[а-яё]*|dollars?\b",
    "EUR": r"€|eur\b|евро\b|euros?\b",
    "GBP": r"£|gbp\b|фунт[а-яё]*|pounds?\b",
    "KZT": r"₸|kzt\b|тенге\b|тг\b\.?",
    "BYN": r"byn\b|бел\.?\s?руб[а-яё]*\.?|br\b",
    "UAH": r"₴|uah\b|грн\b\.?|гривен[а-яё]*",
    "UZS": r"uzs\b|сум(?:ов)?\b",
    "KGS": r"kgs\b|сом(?:ов)?\b",
    "INR": r"₹|inr\b|rupees?\b|rs\b\.?",
    "PHP": r"₱|php\b|pesos?\b",
    "PLN": r"pln\b|zł",
    "CAD": r"ca?\$|cad\b",
    "AUD": r"au?\$|aud\b",
}
# Belarusian and Canadian before Russian and American: «бел. руб.», "CA$"
_ORDER = tuple(sorted(_CURRENCIES, key=("BYN", "CAD", "AUD").__contains__, reverse=True))
_UNIT = "|".join(f"(?:{_CURRENCIES[code]})" for code in _ORDER)
_NUMBER = r"\d{1,3}(?:[ .,'’]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d{1,2}(?!\d))?"
_TIMES = (
    r"тысяч[аи]?\b|тыс\b\.?|т\.?\s?(?=р\b|р\.|руб|₽)|т\.(?!\w)|тр\b|к\b|k\b|млн\b\.?|million\b"
    r"|lakhs?\b|lacs?\b|lpa\b|(?-i:M)\b"
)


def _amount_pattern(name: str) -> str:
    return (
        rf"(?P<unit_{name}>{_UNIT})?\s?(?P<number_{name}>{_NUMBER})\s?(?P<times_{name}>{_TIMES})?"
        rf"\s?(?P<after_{name}>{_UNIT})?"
    )


_MONEY = re.compile(
    r"(?<![\w.,/:№#+])(?:(?P<from>от|from|starting (?:at|from)|minimum|не менее|min)\s(?:of\s)?)?"
    r"(?:(?P<upto>до|up\sto|max(?:imum)?|не более)\s)?"
    + _amount_pattern("a")
    + r"(?:(?:\s?/?\s?(?:per |an |a |в )?(?:hour|hr|час|year|yr|month|mo|week|wk|месяц))?"
    r"\s?(?P<joint>[-–—]{1,2}|\bдо\b|\bto\b|\.\.\.?|…)\s?"
    + _amount_pattern("b")
    + r")?(?![\d:%]|/\d|\s?%|[.,-]\d)",
    re.IGNORECASE,
)
_PERIODS = (
    ("hour", r"(?:/|в |за |per |an |a |каждый )\s?(?:час\b|ч\b|hour|hr\b)|hourly|почасов|/h\b|p/h"),
    ("shift", r"(?:/|в |за |per |a )\s?(?:смен[ау]|выход|shift)"),
    ("day", r"(?:/|в |за |per |a )\s?(?:день|сутки|day)|daily"),
    ("week", r"(?:/|в |за |per |a )\s?(?:недел[юя]|week|wk\b)|weekly"),
    (
        "month",
        r"(?:/|в |за |per |a )\s?(?:мес\b\.?|месяц|month|mo\b)|monthly|ежемесячно|p\.?m\.?\b",
    ),
    (
        "year",
        r"(?:/|в |за |per |a |an )\s?(?:год\b|year|yr\b|annum)|annual|yearly|p\.?\s?a\b\.?|lpa",
    ),
    ("project", r"за проект|за объект|per project"),
)
_PERIOD = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _PERIODS), re.IGNORECASE)
_PERIOD_BEFORE = re.compile(
    r"(?P<hour>час(?:овая|\b)|почасов|hourly)|(?P<shift>за смену|смена)|(?P<month>месяц|monthly)"
    r"|(?P<year>годов|annual|yearly)|(?P<week>weekly|недел)",
    re.IGNORECASE,
)
_CANADA = re.compile(r",\s(?:ON|QC|BC|AB|MB|SK|NS|NB|NL|PE)\b|\bCanada\b|\bCAD\b")
_AUSTRALIA = re.compile(r",\s(?:NSW|VIC|QLD)\b|\bAustralia\b|\bAUD\b")
_GROSS = re.compile(
    r"до вычета|до удержания|до налог|\bgross\b|гросс|before tax|до ндфл|pre-?tax|без вычета"
    r"|грязными",
    re.IGNORECASE,
)
_NET = re.compile(
    r"на руки|чистыми|\bnet\b|нетто|after tax|после вычета|take[- ]home|за вычетом", re.IGNORECASE
)
_BONUS = re.compile(
    r"(?:\+|плюс|plus|and|с)\s?(?:[а-яёa-z]+\s){0,2}(?:%|процент|преми|бонус|чаев|tips|commission"
    r"|bonus|incentive|надбавк|kpi|кпэ|ote)|(?:оклад|ставка|base)[^.\n]{0,40}\+|\+\s?(?:%|kpi)"
    r"|(?:бонус|преми|процент)[а-яё]*\s(?:от|за|с|по|до|в)|\bcommission\b|plus tips|bonus(?:es)?\b"
    r"|преми[яию]|бонус[ыа]?\b|sign-?on",
    re.IGNORECASE,
)
_BONUS_LINE = re.compile(
    r"(?:годов|квартальн|ежеквартальн|ежемесячн|месячн)[а-яё]*\s(?:преми|бонус)|преми[яию]\s(?:до"
    r"|за|по|от|в размере|\d)|(?:^|\n)[\W]*(?:преми|бонус)[а-яё]*\b(?! карт| програм)"
    r"|(?:annual|quarterly|monthly|performance|safety|sign-?on|signing|retention|attendance"
    r"|production|year-end)\sbonus|\bcommissions?\b(?! of inquiry)|plus tips|\btips\b"
    r"|bonus(?:es)?\s(?:each|every|of|for|per|paid|on|plan|up)"
    r"|процент(?:ы|ов)? (?:от|с|за)|\d\s?%\s(?:от|с)\s(?!скид)|\d\s?% ваши|чаевы|бонус(?:ы|ами"
    r"|ов)?\b(?! карт| програм|\sдля клиент)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"по деньгам|по оплате|деньги\b|з[./]?\s?п\b|зарплат|заработн|оклад|доход|оплат[аы]|ставка"
    r"|платим|заработок|вознагражд"
    r"|получ(?:ать|аете|ите|ишь)|salary|\bpay(?:ing|s)?\b|compensation|\bwage|\brate\b|remuneration"
    r"|earn|\bbase\b|\boffer(?:ing)?\b|\bote\b|package|ctc",
    re.IGNORECASE,
)
_DESIRED = re.compile(
    r"(?:желаем|ожидаем|хочу|хотел|от\b|не ниже|не меньше|пожелани|ожидани|desired|expect"
    r"|looking for"
    r"|target|sought|required|минимальн)[^.\n]{0,50}$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"скидк|товар|оборот|чек|бюджет|стоимост|цен[аеы]\b|штраф|обед|питани|компенсац|подарок|сертифик"
    r"|курс|обучени|проезд|жиль|абонемент|рефера|приведи|друг[а]?\b|за клиента|покупк|заказ"
    r"|выручк|сумм[аеуы]|страхов|кредит|ипотек|взнос|revenue|sales of|budget|discount|referral"
    r"|tuition"
    r"|401|worth|save[ds]?\b|saving|accounts?\b|orders?\b|invoice|portfolio|balance|refund|stipend"
    r"|gift|deductible|allowance|insurance|reimburs|customers?\b|clients?\b|клиент|абонент|звонк"
    r"|company|грант|фонд|медосмотр|книжк|кэшбэк|обслужив|объ[её]м|продаж на|контракт",
    re.IGNORECASE,
)
_EXTRA = re.compile(
    r"преми|бонус|доплат|надбавк|аванс|sign|bonus|подъ[её]мн|выплат|компенс|материальн",
    re.IGNORECASE,
)
_AFTER_OTHER = re.compile(
    r"\s?(?:sign|bonus|referral|gift|worth|stipend|discount|in (?:revenue|sales)|на (?:обед|питани"
    r"|проезд"
    r"|книг|спорт)|в подарок|за (?:обед|друга|отзыв|каждого)|шт|чел|клиент|звонк|квартир|премии"
    r"|заказ"
    r"|tuition|match|annual(?:ly)? (?:tuition|in)|customers|accounts|households|employees|people)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?](?=\s+[A-ZА-ЯЁ«])|\n|;|•")
_PLAUSIBLE = {  # least and most of a period: RUB, other currencies
    "hour": ((80, 5000), (2, 500)),
    "shift": ((700, 30000), (15, 3000)),
    "day": ((700, 60000), (15, 4000)),
    "week": ((3000, 300000), (50, 20000)),
    "month": ((10000, 1500000), (100, 3000000)),
    "year": ((120000, 20000000), (3000, 40000000)),
    "project": ((500, 10000000), (10, 1000000)),
    None: ((10000, 1500000), (8, 5000000)),
}
HEAD_LINES = 30  # in which a line that holds an amount alone is the pay
NEAR = 60  # characters of the sentence in which labels are looked for
MOST_MONEY = 400  # amounts looked at: a price list is no posting


def salary(reading: Reading, *, wanted: bool = False) -> Value[Pay] | None:
    """Pay that a posting offers or, with ``wanted``, that a resume asks for.

    Parameters
    ----------
    reading : Reading
    wanted : bool
        The text is a resume: amounts inside jobs are results, not pay.
    """
    ranked = rank("pay", _candidates(reading, wanted=wanted))
    if not ranked:
        return None
    best = ranked[0]
    candidate = best.candidate
    pay = _completed(candidate.value, reading, ranked, wanted=wanted)
    return reading.value(candidate.start, candidate.stop, pay, best.why)


def _completed(pay: Pay, reading: Reading, ranked: list[Chosen[Pay]], *, wanted: bool) -> Pay:
    """Russian pay without a period is a month's; bonuses may stand elsewhere in a posting."""
    period = pay.period
    if pay.currency == "USD" and _CANADA.search(reading.text):
        pay = replace(pay, currency="CAD")  # «$52,000» in Toronto, ON
    if pay.currency == "USD" and _AUSTRALIA.search(reading.text):
        pay = replace(pay, currency="AUD")
    if period is None and pay.currency in {"RUB", "KZT", "BYN", "UAH", "UZS", "KGS"}:
        period = "month"
    if period is None and is_cyrillic(reading.text):
        period = "month"
    bonus = any(_has_bonus(reading.text, chosen.candidate) for chosen in ranked[:2])
    if not bonus and not wanted:
        bonus = bool(_BONUS_LINE.search(reading.text))
    return replace(pay, period=period, bonus=bonus)


def _candidates(reading: Reading, *, wanted: bool) -> Iterator[Candidate[Pay]]:
    text = reading.text
    cyrillic = is_cyrillic(reading.document.text)
    jobs = _job_parts(reading) if wanted else []
    below = _under_desired(reading.lines) if wanted else []
    for n_found, found in enumerate(_MONEY.finditer(text)):
        if n_found >= MOST_MONEY:
            return
        pay = _pay(text, found, cyrillic=cyrillic)
        if pay is None:
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        stop = found.start() + len(found[0].rstrip())
        features = [*_features(text, found, pay), *_place(reading, start, stop, pay)]
        if any(first <= start < last for first, last in jobs):
            features.append("in_job")
        is_below = any(first <= start < last for first, last in below)
        if is_below or (wanted and _DESIRED.search(text, max(0, start - NEAR), start)):
            features.append("desired")
        yield Candidate(start, stop, pay, tuple(features))


def _under_desired(lines: list[Line]) -> list[tuple[int, int]]:
    """Lines right below «Желаемая должность и зарплата»."""
    return [
        (line.start, line.stop)
        for above, line in pairwise(lines)
        if above.is_heading and above.section == "desired"
    ]


def _job_parts(reading: Reading) -> list[tuple[int, int]]:
    return [
        (line.start, line.stop)
        for line in reading.lines
        if line.section in {"experience", "education", "courses", "other", "references"}
    ]


def _pay(text: str, found: re.Match[str], *, cyrillic: bool) -> Pay | None:
    """Bounds, currency and period of a match; ``None`` where it is plainly no money."""
    low, high = _amount(found, "a"), _amount(found, "b")
    has_unit = bool(found["unit_a"] or found["after_a"] or found["unit_b"] or found["after_b"])
    has_times = bool(found["times_a"] or found["times_b"])
    if not has_unit and not has_times:
        if (low or 0) < 1000 and (high or 0) < 1000:
            return None
        if 1900 <= (low or 0) <= 2100 or not _LABEL.search(_lead(text, found, NEAR)):
            return None  # a year, or a number that nothing calls pay
    if (
        low is not None
        and high is not None
        and not found["times_a"]
        and (low * 100 <= high or _times(found["times_b"]) == "lakh")
    ):
        low *= _TIMES_BY.get(_times(found["times_b"]), 1)  # «35-50 т.р.»
    if high is not None and low is not None and high < low:
        high = None
    minimum, maximum = low, high
    if high is None:
        minimum = None if found["upto"] else low
        maximum = None if found["from"] else low
    if minimum is None and maximum is None:
        return None
    return Pay(
        minimum=_whole(minimum),
        maximum=_whole(maximum),
        currency=_currency(found, cyrillic=cyrillic),
        period=_period(text, found),
        gross=_tax(text, found),
        bonus=False,
    )


def _whole(amount: float | None) -> float | None:
    return int(amount) if amount is not None and amount == int(amount) else amount


_TIMES_BY = {"thousand": 1000, "million": 1_000_000, "lakh": 100_000}


def _times(words: str | None) -> str:
    if not words:
        return ""
    small = words.lower()
    if small.startswith(("млн", "million")) or small == "m":
        return "million"
    return "lakh" if small.startswith(("lakh", "lac", "lpa")) else "thousand"


def _amount(found: re.Match[str], name: str) -> float | None:
    number = found[f"number_{name}"]
    if number is None:
        return None
    digits = re.sub(r"[ '’]", "", number)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?", digits):
        whole, _, cents = (
            re.sub(r"[.,](?=\d{3}(?!\d))", "", digits).replace(",", ".").partition(".")
        )
        digits = f"{whole}.{cents or 0}"
    amount = float(digits.replace(",", "."))
    return amount * _TIMES_BY.get(_times(found[f"times_{name}"]), 1)


_CURRENCY = tuple((code, re.compile(_CURRENCIES[code], re.IGNORECASE)) for code in _ORDER)


def _currency(found: re.Match[str], *, cyrillic: bool) -> str | None:
    for name in ("unit_a", "after_b", "after_a", "unit_b"):
        words = found[name]
        if words:
            return next((code for code, pattern in _CURRENCY if pattern.fullmatch(words)), None)
    tail = found.string[found.end() : found.end() + 8].lstrip(" ")
    for code, pattern in _CURRENCY:
        if pattern.match(tail):
            return code
    return "RUB" if cyrillic else None


def _period(text: str, found: re.Match[str]) -> str | None:
    tail = _tail(text, found, 40)
    inside = _PERIOD.search(found[0])
    after = _PERIOD.search(tail)
    if after and not re.search(r"\d", tail[: after.start()]):
        return after.lastgroup
    if inside:
        return inside.lastgroup
    before = _PERIOD_BEFORE.search(_lead(text, found, 30))
    return before.lastgroup if before else None


def _tax(text: str, found: re.Match[str]) -> bool | None:
    around = _lead(text, found, NEAR) + " " + _tail(text, found, NEAR)
    if _NET.search(around):
        return False
    return True if _GROSS.search(around) else None


def _has_bonus(text: str, candidate: Candidate[Pay]) -> bool:
    line = text.rfind("\n", 0, candidate.start) + 1
    end = text.find("\n", candidate.stop)
    end = len(text) if end < 0 else end
    around = text[max(line, candidate.start - NEAR) : min(end, candidate.stop + NEAR * 2)]
    return bool(_BONUS.search(around))


def _lead(text: str, found: re.Match[str], length: int) -> str:
    """Words before an amount in its sentence."""
    before = text[max(0, found.start() - length) : found.start()]
    return _SENTENCE.split(before)[-1]


def _tail(text: str, found: re.Match[str], length: int) -> str:
    """Words after an amount in its sentence."""
    after = text[found.end() : found.end() + length]
    end = _SENTENCE.search(after)
    return after[: end.start()] if end else after


def _features(text: str, found: re.Match[str], pay: Pay) -> Iterator[str]:
    """What speaks for and against an amount as the pay."""
    yield "amount"
    yield from _form_features(found, pay)
    lead, tail = _lead(text, found, NEAR), _tail(text, found, NEAR)
    labels = list(_LABEL.finditer(lead))
    if labels:
        yield "label"
    elif _LABEL.search(tail[:30]):
        yield "label_after"
    if pay.period:
        yield "period"
    if pay.gross is not None:
        yield "tax"
    yield from _counter_features(lead, tail, labels[-1].start() if labels else -1)
    yield _plausibility(pay)


def _form_features(found: re.Match[str], pay: Pay) -> Iterator[str]:
    """How the amount is written: with a currency, in thousands, as a range."""
    has_unit = bool(found["unit_a"] or found["after_a"] or found["unit_b"] or found["after_b"])
    if has_unit:
        yield "currency"
    if found["times_a"] or found["times_b"]:
        yield "multiplier"
    elif not has_unit:
        yield "bare"
    if pay.minimum is not None and pay.maximum is not None and pay.minimum != pay.maximum:
        yield "range"
    elif found["from"] or found["upto"]:
        yield "bound"


def _counter_features(lead: str, tail: str, last_label: int) -> Iterator[str]:
    """Words behind the last label of pay that make the amount another thing or an extra."""
    others = [each.start() for each in _OTHER.finditer(lead)]
    if (others and others[-1] > last_label) or _AFTER_OTHER.match(tail):
        yield "other_thing"
    extras = [each.start() for each in _EXTRA.finditer(lead)]
    if extras and extras[-1] > last_label:
        yield "extra"


def _plausibility(pay: Pay) -> str:
    """Whether people are paid as much for such a period."""
    amount = pay.minimum if pay.minimum is not None else pay.maximum
    bounds = _PLAUSIBLE.get(pay.period, _PLAUSIBLE[None])[0 if pay.currency == "RUB" else 1]
    return "plausible" if amount and bounds[0] <= amount <= bounds[1] else "implausible"


def _place(reading: Reading, start: int, stop: int, pay: Pay) -> Iterator[str]:
    text = reading.text
    begin = text.rfind("\n", 0, start) + 1
    end = text.find("\n", stop)
    end = len(text) if end < 0 else end
    if start * 4 < len(text):
        yield "early"
    before, after = re.sub(r"[\W_]+", "", text[begin:start]), text[stop:end]
    if not before and len(after) < 45 and text.count("\n", 0, begin) < HEAD_LINES and pay.currency:
        yield "pay_line"
    if len(before) > 2 * NEAR:
        yield "long_before"
    for block in reading.document.blocks:
        if (
            block.kind == "field:salary"
            and block.start <= reading.clean.span(start, stop)[0] < block.stop
        ):
            yield "field"
