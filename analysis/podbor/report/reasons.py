"""The reasons of a score as sentences, in Russian and English, with the words of both texts."""

from __future__ import annotations

from collections.abc import Iterator

from podbor.records import Change, Match, Quote, Reason
from podbor.report.messages import Lang, label, say

LONGEST = 80  # characters of a quote

FEATURES: dict[str, tuple[str, str]] = {
    "must_told": (
        "обязательное, показанное в работе: {share}",
        "must-haves shown in work: {share}",
    ),
    "duty_told": ("обязанности, показанные в работе: {share}", "duties shown in work: {share}"),
    "nice_told": (
        "желательное, показанное в работе: {share}",
        "nice-to-haves shown in work: {share}",
    ),
    "concept_cosine": ("сходство навыков и обязанностей", "skills and duties in common"),
    "transfer": (
        "как такой опыт оценивали в похожих парах",
        "how such a background was judged in similar pairs",
    ),
    "carry_best": ("самая близкая работа: {share}", "the nearest job: {share} of it carries over"),
    "carry_mean": ("близость всего опыта: {share}", "of the whole career {share} carries over"),
    "carry_last": ("близость последней работы: {share}", "of the last job {share} carries over"),
    "carry_lines": ("самые близкие дела: {share}", "the nearest tasks: {share} carries over"),
    "carry_share": ("доля близких дел: {share}", "tasks that carry over: {share}"),
    "relevant_years": ("годы близкой работы", "years of near work"),
    "title_cosine": ("близость должностей", "titles alike"),
    "wish_carry": ("близость желаемой должности", "position looked for"),
    "wish_same": ("ищет такую же работу", "looks for the same work"),
    "wish_over": ("ищет должность выше", "looks for a higher position"),
    "level_over": ("занимал должность намного выше", "held a far higher position"),
    "level_under": ("должности намного ниже", "positions far below"),
    "experience_gap": ("не хватает лет опыта: {value:.1f}", "years short: {value:.1f}"),
    "education_gap": ("образование ниже требуемого", "education below what is asked"),
    "language_gap": ("язык ниже требуемого", "language below what is asked"),
    "licence_gap": ("нет требуемых прав", "licence asked for is not named"),
    "topic_refused": ("отказ от части этой работы", "refuses part of this work"),
    "refused": ("отказ от требуемого", "refuses what is asked"),
    "not_wanted": ("есть то, чего не просят", "shows what is not wanted"),
    "workplace_conflict": ("хочет только удалённо", "wants remote work only"),
    "schedule_conflict": ("хочет неполную занятость", "wants part time"),
    "pay_gap": ("ожидания по деньгам выше предложения", "expects more pay than is offered"),
    "meaning_cosine": ("близость смысла", "meanings alike"),
    "line_match": ("совпадение строк по смыслу", "lines alike in meaning"),
    "word_cosine": ("общие редкие слова", "rare words in common"),
    "length": ("длина резюме", "length of the resume"),
    "keywords": ("списки ключевых слов: {share} текста", "lists of keywords: {share} of the text"),
}
WORDS: dict[str, tuple[str, str]] = {
    "asked": ("в вакансии: «{quote}»", "the posting: “{quote}”"),
    "shown": ("в резюме: «{quote}»", "the resume: “{quote}”"),
    "matched": ("требуется: {concept} — {asked}; {shown}", "asked: {concept} — {asked}; {shown}"),
    "missing": ("не найдено: {concept} — {asked}", "not found: {concept} — {asked}"),
    "change": (
        "с «{concept}» оценка была бы {score:.2f}",
        "with “{concept}” the score would be {score:.2f}",
    ),
    "interval": ("{score:.2f} ({low:.2f}–{high:.2f})", "{score:.2f} ({low:.2f}–{high:.2f})"),
}


def reason_text(reason: Reason, lang: Lang) -> str:
    r"""One contribution in words.

    Examples
    --------
    >>> found = Quote(start=0, stop=6, text="Швея\n")
    >>> reason_text(Reason(feature="carry_last", points=-0.5, value=0.1, resume=found), "ru")
    '−0.50 близость последней работы: 10 % (в резюме: «Швея»)'
    """
    text = say(FEATURES, reason.feature, lang, value=reason.value, share=_percent(reason.value))
    quotes = [
        _quoted(key, quote, lang)
        for key, quote in (("asked", reason.posting), ("shown", reason.resume))
        if quote
    ]
    sign = "+" if reason.points >= 0 else "−"
    return f"{sign}{abs(reason.points):.2f} {text}" + (f" ({'; '.join(quotes)})" if quotes else "")


def _percent(value: float) -> str:
    return f"{100 * value:.0f} %" if value == value else "?"  # noqa: PLR0124 - nan


def _quoted(key: str, quote: Quote, lang: Lang) -> str:
    words = " ".join(quote.text.split())
    words = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    return say(WORDS, key, lang, quote=words)


def change_text(change: Change, lang: Lang) -> str:
    """What would change the score, in words."""
    return say(WORDS, "change", lang, concept=label(change.concept, lang), score=change.score)


def explanation(match: Match, lang: Lang) -> Iterator[str]:
    """Sentences of a match: concepts found and missing, contributions, what would change it.

    Knock-outs and warnings are not among them; reports list them apart.
    """
    for evidence in match.matched:
        if evidence.posting and evidence.resume:
            yield say(
                WORDS,
                "matched",
                lang,
                concept=label(evidence.concept, lang),
                asked=_quoted("asked", evidence.posting, lang),
                shown=_quoted("shown", evidence.resume, lang),
            )
    for evidence in match.missing:
        if evidence.posting:
            yield say(
                WORDS,
                "missing",
                lang,
                concept=label(evidence.concept, lang),
                asked=_quoted("asked", evidence.posting, lang),
            )
    yield from (reason_text(reason, lang) for reason in match.reasons)
    yield from (change_text(change, lang) for change in match.changes)
