"""The name of a vacancy: candidates among the first lines and behind «требуется», scored."""

from __future__ import annotations

import re
from collections.abc import Iterator

from podbor.parse.job_names import nominative
from podbor.parse.lines import is_employer, is_title
from podbor.parse.place import is_place
from podbor.parse.reading import Reading
from podbor.parse.role import role_of
from podbor.parse.scoring import Candidate, choose
from podbor.records import Value
from podbor.sections.headings import find_headings

LONGEST = 120  # characters
HEAD = 8  # lines
FAR = 1500  # characters in which «требуется …» is looked for
_ASKING = frozenset({"duties", "requirements", "nice", "conditions", "company", "apply"})
_LABEL = re.compile(
    r"(?:(?:конкурс|набор|отбор) на (?:позицию|должность|вакансию)|наименование вакансии"
    r"|название вакансии|вакансия|должность|профессия|позиция|тема|position title|job title"
    r"|title|position"
    r"|vacancy|role|job|opening)\s?(?:[:|—–-]\s?|$)",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"(?:срочно|внимание|вакансия|ищем|ищет|ищу|требу[юе]тся|приглашаем|приглашает|нужен|нужна"
    r"|нужны|набираем|в поиске|открыта вакансия"
    r"|hiring|wanted|we are hiring|we need|needed|seeking|looking for|recruiting)"
    r"(?:\s(?:на (?:работу|постоянную работу)|в (?:команду|штат|компанию)|сейчас|срочно"
    r"|now))*[:!,.\s—–-]+(?:an?\s)?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:срочно|внимание|вакансия|тема|ищем|требу[юе]тся|приглашаем|нужен|нужна|нужны|набираем"
    r"|открыта вакансия|в команду|на работу|hiring|wanted|now hiring"
    r"|we are hiring|job|needed|seeking|urgent(?:ly)?|отклик на)\b[\s:!,.—–-]*)+(?:an?\s)?",
    re.IGNORECASE,
)
_TERMS = (
    r"удал|дистанц|гибрид|офис|график|смен|вахт|полн|частичн|занятост|подработк|без опыта|г\."
    r"|город|м\.|от \d|до \d|з/?п|оклад|₽|руб"
    r"|remote|hybrid|on-?site|full|part|shift|night|day|weekend|contract|temp|m/f|\$|£|€|\d/\d"
    r"|work from home|wfh|обучение|ежедневн|\d,\d+ став"
)
_END = re.compile(
    rf"\s?[(\[]\s?(?=[^)\]]*(?:{_TERMS}))[^)\]]*|\s[—–|•·]\s|\s-\s|\s/\s(?=(?:{_TERMS}))"
    rf"|,\s(?=(?:{_TERMS}))|\s(?:от|до)\s\d|\s\d[\d –—-]{{2,}}\s?(?:₽|руб|тыс|т\.|р\.)|\s\$\d"
    rf"|\s{{3,}}"
    r"|[!.](?:\s|$)|:\s?$|\t|\s(?:wanted|needed|required)\b|[,;:]\s(?=(?:з/?п|зп|оплат|pay|salary|мы\b|we\b))",
    re.IGNORECASE,
)
_PROSE_END = re.compile(
    r"[,.;:!?\n(]|\sна\s(?=работ|постоян|полн|неполн|подработ|склад|врем|лето|сезон|вахт|должност"
    r"|удал|дом|полставк|участ)|\s(?:в|во|для|у|с|со|к|по совместительству|for|in|at|to|who|with"
    r"|on|wanted|that)\s(?!работ|телефон|чат|продаж|клиент|поддержк|входящ|исходящ|опыт|знани"
    r"|качеств|контрол|подбор|персонал|охран|обслуж|call)"
)
_FURNITURE = re.compile(
    r"главная|подслушано|^вакансии\b|/ вакансии|skip to|main content|^careers?\b|^карьера|→|>>"
    r"|кадровое агентство|situations vacant|^(?:job )?vacanc(?:y|ies)$|^jobs?$|открытые позиции"
    r"|назад|home\b|здравствуйте|добрый день|привет|hello|dear|hi\b|отклик|показать"
    r"|^[\W_]*срочно[\W_]*$|(?:^|\s)#\w|вакансия №|опубликован|размещен|posted|дата:|зарплата"
    r"|оплата|₽|\$|руб|we are|мы\b|\?$",
    re.IGNORECASE,
)


def title_of(reading: Reading) -> Value[str] | None:
    """Name of the vacancy, without what is set apart behind it and «Требуется» before it.

    Examples
    --------
    >>> from podbor.parse.reading import read_text
    >>> title_of(read_text("Срочно требуется оператор чата (удалённо), 40 000 руб.")).text
    'оператор чата'
    """
    field = reading.field("title")
    if field:
        return field
    chosen = choose("posting_title", _candidates(reading))
    if chosen is None:
        return None
    return reading.words(chosen.candidate.start, chosen.candidate.stop, chosen.why)


def _candidates(reading: Reading) -> Iterator[Candidate[str]]:
    headings = {
        reading.clean.view(block.start, block.stop)
        for block in reading.document.blocks
        if block.kind == "heading"
    }
    lines = reading.lines
    sections = _section_starts(reading)
    for i, line in enumerate(lines[: HEAD * 2]):
        bare = line.text.lstrip("*#=_ •-—–🔥👉💥❗️‼")
        label = _LABEL.match(bare)
        if label and label.end() < len(bare):
            at = line.start + line.text.index(bare) + label.end()
            yield from _made(reading, at, line.stop, ["label"])
        elif label and i + 1 < len(lines):
            yield from _made(reading, lines[i + 1].start, lines[i + 1].stop, ["label"])
        if i >= HEAD:
            continue
        features = ["first_line"] if i == 0 else []
        features += ["early"] if i < 3 else ["late"]
        if any(start <= line.start < stop for start, stop in headings):
            features.append("heading")
        if line.start in sections:
            features.append("section")
        yield from _made(reading, line.start, line.stop, features)
    for found in _WANTED.finditer(reading.text, 0, FAR):
        end = _PROSE_END.search(reading.text, found.end())
        stop = end.start() if end else min(len(reading.text), found.end() + LONGEST)
        yield from _made(reading, found.end(), stop, ["wanted"])


def _section_starts(reading: Reading) -> set[int]:
    """Where the first lines open a section of a posting: «Требования: Excel»."""
    lines = [(line.start, line.stop) for line in reading.lines[:HEAD]]
    return {
        heading.start
        for heading in find_headings(reading.text, lines, reading.tokens)
        if heading.family in _ASKING
    }


def _made(reading: Reading, start: int, stop: int, features: list[str]) -> Iterator[Candidate[str]]:
    words = reading.text[start:stop]
    lead = re.match(r"[\W_]*", words)
    skip = lead.end() if lead else 0
    wanted = _LEAD.match(words[skip:])
    skip += wanted.end() if wanted else 0
    end = _END.search(words, skip + 2)
    kept = words[skip : end.start() if end else len(words)].rstrip(" \t,.:;!—–-*#_")
    kept = re.sub(r"[^\w)»\"'+#.]+$", "", kept)
    if not any(letter.isalpha() for letter in kept) or len(kept) > LONGEST:
        return
    yield Candidate(
        start + skip, start + skip + len(kept), kept, (*features, *_features(words, kept))
    )


def _features(line: str, kept: str) -> Iterator[str]:
    if is_title(kept) or is_title(nominative(kept)):
        yield "title_word"
    if role_of(kept):
        yield "role"
    if len(kept.split()) > 10:
        yield "long"
    if _FURNITURE.search(line if len(line) < 60 else kept):
        yield "furniture"
    if is_place(kept):
        yield "place"
    if is_employer(kept) and not is_title(kept):
        yield "employer"
    if line.rstrip().endswith(("?", "!")) or (line.rstrip().endswith(":") and not is_title(kept)):
        yield "sentence"
