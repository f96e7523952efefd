"""Which words of a job's entry are its title and which its employer.

The words around the dates are cut to pieces (lines, parts of lines, clauses); every piece is a
candidate for both, scored by its features (``corpus/lexicon/scoring.yaml``).  People write all
their jobs the same way, so a second round favours the places that the first round found most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml
from podbor.normalize.dictionary import base_form
from podbor.parse.lines import (
    Line,
    has_legal_form,
    is_bullet,
    is_duration,
    is_employer,
    is_title,
    without_bullet,
)
from podbor.parse.place import is_place
from podbor.parse.role import role_of
from podbor.parse.scoring import Candidate, points_of

MOST_BELOW = 6  # lines below the dates that may name the job
LONGEST_PIECE = 110
LONGEST_LINE = 160
MOST_PIECES = 24
LEAST_TITLE = 3.0  # points: a word of positions, the usual place or a label
LEFT_OVER, LEFT_BEHIND_FORM = 2.5, 0.25  # points lost for words that no name takes
_TRIM = " \t,.;:|—–-()/▪•·*>→☕#_"
_SEPARATOR = re.compile(
    r"\s*(?:\||\t|;|\s[—–·•-]\s|\s{2,}"
    r"|(?<![.\s(][А-ЯЁA-Z])(?<!Ltd)(?<!Inc)(?<!Pvt)(?<!Co)(?<!Corp)(?<!Sp)(?<!Sr)(?<!Jr)(?<!St)"
    r"(?<!Dr)(?<! г)\.\s(?=[А-ЯЁA-Z«])"
    r"|\s@\s|\sat\s(?=[A-Z]))\s*"
)
_TITLE_LABEL = re.compile(
    r"(?:должность|позиция|профессия|job title|position(?: held)?|title|role|designation"
    r"|в должности)\s?(?:[:|\t—–-]\s*|$)",
    re.IGNORECASE,
)
_EMPLOYER_LABEL = re.compile(
    r"(?:наименование организации|название компании|компания|организация|работодатель|место работы"
    r"|предприятие|фирма|название организации|company(?: name)?|employer"
    r"|organi[sz]ation)\s?(?:[:|\t—–-]\s*|$)",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"(?:обязанности|достижения|функции|функционал|responsibilities|duties|achievements"
    r"|key achievements|период(?: работы)?"
    r"|dates?|даты|город|регион|location|сфера(?: деятельности)?|отрасль|industry|причина (?:ухода"
    r"|увольнения)|result|results"
    r"|результат(?:ы)?|business or sector|стек|stack|tools|технологии|reason for leaving|hours"
    r"|salary|supervisor|чем занимал[а-яё]*"
    r"|задачи|что делал[а-яё]*|основные обязанности|должностные обязанности|reporting to|team"
    r"|команда|проект|график)\s?(?::|—|–|-|$)",
    re.IGNORECASE,
)
_EMPLOYMENT = re.compile(
    r"^(?:full[- ]time|part[- ]time|contract|freelance|self[- ]employed|internship|permanent"
    r"|temporary|seasonal|remote|hybrid|on[- ]site"
    r"|полная занятость|частичная занятость|удал[её]нно|стажировка|проектная работа"
    r"|совместительство|полный день)"
    r"(?:\b.{0,30})?$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(  # labels of dates, heads of tables
    r"(?:duration|period|dates?|from|to|период(?: работы)?|даты|срок|стаж|time|when|where|employer"
    r"|position|company|role|title|c|с|по|г\.?|гг\.?)",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?:www\.|https?:|\b[\w-]+\.(?:ru|com|org|net|example)\b)")
_SUFFIX_CLAUSE = re.compile(r",\s(?=(?:LLC|Inc|Ltd|L\.?P|Corp|LLP|PLC|Co|GmbH|S\.?A|Pvt)\b)")
_CLAUSE = re.compile(r"(?:[«\"“„][^»\"”\n]*[»\"”]|\([^)]*\)|[^,(«\"“„])+")
_STREET = re.compile(
    r"\b(?:ул|улица|просп|пр-т|street|st|ave|avenue|road|rd|м)\b\.?\s", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that may name a job.

    ``slot`` says where they stand: ``T0`` the first line of the entry, above its dates, ``B``
    before the dates in their line, ``A`` after them, ``D1`` the line below; then the number of the
    part of the line.
    ``rest`` is what the same part of the line holds beside a clause of it.
    """

    start: int
    stop: int
    words: str
    slot: str
    order: int
    label: str = ""
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """Title and employer of a job, either of which may be missing, with the points of both."""

    title: Piece | None
    employer: Piece | None
    why_title: str = ""
    why_employer: str = ""


def name_jobs(entries: Sequence[list[Piece]]) -> list[Names]:
    """Title and employer of each entry from its pieces; see the module's docstring.

    Parameters
    ----------
    entries : sequence of list of Piece
        All jobs of one resume.
    """
    features = {
        piece: (tuple(_title_features(piece)), tuple(_company_features(piece)))
        for pieces in entries
        for piece in pieces
    }
    first = [_best(pieces, features, Counter(), Counter()) for pieces in entries]
    titles = Counter(_place_of(names.title) for names in first if names.title)
    employers = Counter(_place_of(names.employer) for names in first if names.employer)
    if len(entries) < 2:
        return first
    return [_best(pieces, features, titles, employers) for pieces in entries]


def _place_of(piece: Piece) -> str:
    return piece.slot


_Features = dict[Piece, tuple[tuple[str, ...], tuple[str, ...]]]  # as title, as employer


def _best(
    pieces: list[Piece], features: _Features, titles: Counter[str], employers: Counter[str]
) -> Names:
    """Pair of pieces with the most points; one may be missing."""
    as_title = [(_scored("title", features[p][0], titles, p), p) for p in pieces]
    as_employer = [(_scored("company", features[p][1], employers, p), p) for p in pieces]
    best, points = Names(None, None), 0.0
    for title_points, title in [
        *((s, p) for s, p in as_title if s[0] >= LEAST_TITLE),
        ((0.0, ""), None),
    ]:
        for company_points, company in [
            *((s, p) for s, p in as_employer if s[0] > 0),
            ((0.0, ""), None),
        ]:
            if title and company and title.start < company.stop and company.start < title.stop:
                continue
            total = (
                title_points[0]
                + company_points[0]
                - _left_over(title, company)
                + _order(title, company)
            )
            if total > points + 1e-9:
                best, points = Names(title, company, title_points[1], company_points[1]), total
    return best


def _scored(
    field: str, features: Iterable[str], slots: Counter[str], piece: Piece
) -> tuple[float, str]:
    names = list(features)
    total = sum(slots.values())
    if slots[piece.slot] > 1 and slots[piece.slot] * 2 >= total:
        names.append("usual_place")
    elif slots[piece.slot] > 1 and slots[piece.slot] * 4 >= total:
        names.append("frequent_place")
    candidate = Candidate(piece.start, piece.stop, piece.words, tuple(names))
    points = points_of(field, candidate)
    return (
        points,
        f"{'job title' if field == 'title' else 'employer'}; {points:g} points: {', '.join(names)}",
    )


def _left_over(title: Piece | None, company: Piece | None) -> float:
    """Points lost for words of a part of a line that neither name takes and that are no place."""
    rest = {words for piece in (title, company) if piece for words in piece.rest}
    lost = 0.0
    for words in sorted(rest):
        names = [piece.words for piece in (title, company) if piece]
        taken = any(words in name or name in words for name in names)
        if not taken and not _is_aside(words):
            lost += LEFT_BEHIND_FORM if company and _may_be_left(company, words) else LEFT_OVER
    return lost


def _may_be_left(company: Piece, words: str) -> bool:
    """«служба» behind «УК «Дом»» is no part of its name."""
    if has_legal_form(company.words):
        return True
    return words in company.rest and (
        words[0].islower() or (len(words.split()) <= 2 and words.istitle())
    )


def _order(title: Piece | None, company: Piece | None) -> float:
    """Names that stand beside each other are likelier."""
    if not title or not company:
        return 0.0
    return 1.0 if abs(title.order - company.order) <= 1 else 0.0


@lru_cache(maxsize=8192)
def _is_aside(words: str) -> bool:
    bare = words.strip(_TRIM)
    return (
        is_place(bare)
        or bool(re.fullmatch(r"[A-Z]{2}|г\.?\s?[А-ЯЁ][\w-]+|\([^)]*\)|[A-Z][a-z]+", bare))
        or bool(_EMPLOYMENT.match(bare) or _SITE.search(bare) or _STREET.search(bare))
        or len(bare) < 3
    )


def _title_features(piece: Piece) -> Iterator[str]:
    words = piece.words
    yield from _common_features(piece)
    if piece.label:
        yield "label" if piece.label == "title" else "other_label"
    if is_title(words):
        yield "title_word"
    if is_title(words) and role_of(words):
        yield "role"
    yield from _employer_features(words)
    if "," in re.sub(r"\([^)]*\)", "", words):
        yield "comma"
    if _NOTE.search(words):
        yield "note"
    if piece.slot[0] in "AB" and words[0].isupper():
        yield "beside_dates"
    if len(words.split()) > 8:
        yield "long"


def _company_features(piece: Piece) -> Iterator[str]:
    words = piece.words
    yield from _common_features(piece)
    if piece.label:
        yield "label" if piece.label == "employer" else "other_label"
    yield from _employer_features(words)
    if is_title(words):
        yield "title_word"
    if _NOTE.search(words):
        yield "note"
    if words[0].isupper() or words[0] in '«"“„' or words[0].isdigit():
        yield "capital"
    else:
        yield "small"
    yield from _company_place(piece)
    if len(words.split()) > 8:
        yield "long"
    if "," in words:
        yield "comma"


def _employer_features(words: str) -> Iterator[str]:
    """How surely the words name an employer."""
    if has_legal_form(words):
        yield "employer_word"
    elif is_employer(words):
        yield "employer_hint"


def _company_place(piece: Piece) -> Iterator[str]:
    """How the place of a piece suits an employer."""
    if piece.order <= 1:
        yield "near"
    beside = any(is_title(other) for other in piece.rest)
    if piece.slot[0] != "D" and piece.slot.split(".")[1] == "0" and not beside:
        yield "own_line"
    if beside and not is_employer(piece.words):
        yield "beside_title"


@cache
def _industries() -> re.Pattern[str]:
    names = read_yaml(resource("corpus", "lexicon/industries.yaml"))
    return re.compile(rf"(?:{'|'.join(re.escape(name.lower()) for name in names)})(?=$|[,;•(])")


def _is_industry(words: str) -> bool:
    """Tell whether a line is hh.ru's industry of an employer: «• Разработка сайтов»."""
    bare = words.lower()
    return bool(
        _industries().match(bare.lstrip("•—- "))
        or (bare.startswith("•") and len(bare) < 45 and not bare.endswith((".", ";", ",")))
    )


_NOTE = re.compile(
    r"\((?=(?i:part|full|casual|contract|freelance|seasonal|temp|intern|по совмест|подработ)"
    r"|[^)]*(?:\d|\S+\s\S+\s\S+\s\S+))[^)]*\)$"
)
_PLACE_TAIL = re.compile(r",\s[A-Z][\w. -]+,\s[A-Z]{2}$|\s[A-Z][\w-]+,\s[A-Z]{2}$")


def _town_tail(words: str) -> bool:
    """Tell whether the last clause is a town («Стоматология «Улыбка», Новочебоксарск»)."""
    head, comma, tail = words.rpartition(", ")
    if not comma or is_title(tail) or is_employer(tail):
        return False
    return is_place(tail) or (len(tail.split()) <= 2 and tail.istitle() and bool(is_employer(head)))


def _common_features(piece: Piece) -> Iterator[str]:
    words = piece.words
    yield "piece"
    if is_place(words) or re.fullmatch(r"(?:г\.\s?)?[А-ЯЁ][а-яё-]+,\s?(?:www\S+|[\w.]+)?", words):
        yield "place"
    if _is_industry(words):
        yield "industry"
    if _PLACE_TAIL.search(words) or (piece.rest == () and _town_tail(words)):
        yield "place_tail"
    if _EMPLOYMENT.match(words):
        yield "employment"
    if _SITE.search(words):
        yield "site"
    if words.endswith((".", "!", ";")) and len(words.split()) > 4:
        yield "sentence"
    if re.search(r"[.!?]\s", words) and len(words.split()) > 5:
        yield "sentence"


def pieces_of(
    lines: Sequence[Line], extent: tuple[int, int], dates: tuple[int, int], place: tuple[int, int]
) -> list[Piece]:
    """Pieces of an entry, in the order of the text.

    Parameters
    ----------
    lines : sequence of Line
    extent : (int, int)
        First and last line of the entry.
    dates : (int, int)
        First and last line of its dates.
    place : (int, int)
        Offsets of the dates.
    """
    pieces: list[Piece] = []
    for i in range(extent[0], dates[0]):
        pieces += _of_line(lines[i].text, lines[i].start, f"T{i - extent[0]}")
    first, last = lines[dates[0]], lines[dates[1]]
    pieces += _of_line(first.text[: max(0, place[0] - first.start)], first.start, "B")
    at = max(place[1], last.start)
    pieces += _of_line(last.text[at - last.start :], at, "A")
    has_own = any(is_title(p.words) for p in pieces) and any(is_employer(p.words) for p in pieces)
    pieces += _below(lines, dates[1] + 1, extent[1], has_own=has_own)
    return list(_numbered(pieces))[:MOST_PIECES]


_TOLD_TITLE = re.compile(
    r"(?:работал[аи]?|была?|я|являюсь|устроил(?:ся|ась)|трудил(?:ся|ась))\s(?P<ru>[а-яё-]+(?:\s[а-яё-]+){0,4}?)(?=\s(?:в|на|у|во)\s|[,.:;]|$)"
    r"|(?:as an?|been an?|am an?|was an?|worked as"
    r"|job as)\s(?P<en>[\w-]+(?:\s[\w-]+){0,4}?)(?=\s(?:at|with|in|for|where)\b|[,.:;]|$)",
    re.IGNORECASE,
)
_TOLD_EMPLOYER = re.compile(
    r"\s(?:в|на|у|во)\s(?P<ru>(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|МБУ|ГБУ|МБОУ)\s(?:«[^»]+»|[А-ЯЁ][а-яё]+)(?:\s(?:«[^»]+»|[А-ЯЁ]\.\s?[А-ЯЁ]?\.?))?|(?:[а-яё-]+\s){0,2}«[^»]+»)"
    r"|\s(?:at|with|for)\s(?P<en>[A-Z][\w'’&.-]+(?:\s(?:of\s|and\s|&\s)?[A-Z][\w'’&.-]+){0,5})"
)


def told_pieces(text: str, sentence: tuple[int, int]) -> list[Piece]:
    """Title and employer that a sentence tells: «работала оператором в ООО «Такси-Вояж»»."""
    pieces: list[Piece] = []
    for label, pattern in (("title", _TOLD_TITLE), ("employer", _TOLD_EMPLOYER)):
        for found in pattern.finditer(text, *sentence):
            name = "ru" if found["ru"] else "en"
            words = found[name].rstrip(" .")
            if label == "title" and not is_title(words) and not is_title(nominative(words)):
                continue
            start = found.start(name)
            pieces.append(Piece(start, start + len(words), words, f"S.{label}", len(pieces), label))
            break
    return pieces


@lru_cache(maxsize=8192)
def nominative(words: str) -> str:
    """«оператором колл-центра» with its first noun as dictionaries have it."""
    first, _, rest = words.partition(" ")
    return f"{base_form(first)} {rest}".strip()


def _numbered(pieces: list[Piece]) -> Iterator[Piece]:
    """Pieces with the number of their part of a line; clauses share it."""
    order, part = -1, ""
    for piece in pieces:
        own = ".".join(piece.slot.split(".")[:2])
        if own != part:
            order, part = order + 1, own
        yield replace(piece, order=order)


def _below(lines: Sequence[Line], start: int, last: int, *, has_own: bool) -> Iterator[Piece]:
    """Pieces of the lines below the dates, as far as they name the job."""
    depth, label = 0, ""
    for line in lines[start : min(last, start + MOST_BELOW + 3) + 1]:
        if line.is_heading or depth == MOST_BELOW:
            return
        text = line.text
        if _is_passed_over(text):
            continue
        if _begins_description(line, has_own=has_own):
            if depth == 0 and not has_own and _may_name(text):
                yield from _of_line(text, line.start, "D1")
            return
        depth += 1
        found = list(_of_line(text, line.start, f"D{depth}"))
        yield from (replace(piece, label=piece.label or label) for piece in found)
        label = _bare_label(text)


_PASSED_OVER = re.compile(
    r"(?:период|dates?|даты|город|регион|location|сфера|отрасль|industry)", re.IGNORECASE
)


def _is_passed_over(text: str) -> bool:
    """Tell whether names may go on behind the line: a duration, a label of dates or town."""
    return is_duration(text) or (_has_other_label(text) and bool(_PASSED_OVER.match(text)))


def _has_other_label(text: str) -> bool:
    """Tell whether the line is labelled as something else than a name: «Обязанности:»."""
    return bool(_OTHER_LABEL.match(without_bullet(text))) and not _EMPLOYER_LABEL.match(text)


def _is_item(text: str) -> bool:
    """Tell whether the line is an item of a list of duties."""
    return is_bullet(text) and not _is_industry(text)


def _begins_description(line: Line, *, has_own: bool) -> bool:
    """Tell whether the line no longer names the job; stricter where its dates have words beside."""
    text = line.text
    is_sentence = text.endswith((".", ";", ":"))
    if _has_other_label(text) or _is_item(text):
        return True
    if len(text) > LONGEST_LINE or (len(text) > 60 and is_sentence):
        return True
    return has_own and (line.after_blank or is_sentence or len(text) > 80)


def _may_name(text: str) -> bool:
    """Tell whether the first line of a description may name the job all the same."""
    if _has_other_label(text):
        return False
    return not _is_item(text) or is_title(without_bullet(text).split(",")[0])


def _bare_label(text: str) -> str:
    """Label that fills its line and speaks of the next one: «Компания»."""
    bare = text.strip(_TRIM)
    if _TITLE_LABEL.fullmatch(bare):
        return "title"
    return "employer" if _EMPLOYER_LABEL.fullmatch(bare) else ""


def _of_line(text: str, start: int, slot: str) -> Iterator[Piece]:
    """Parts of a line and, of parts with commas, their clauses and beginnings."""
    at = 0
    number = 0
    for part in _parts(text) if not has_label(text) else _LABELLED_PARTS.split(text):
        begin = text.index(part, at)
        at = begin + len(part)
        kept, shift, label = _bare(part)
        if not any(letter.isalpha() for letter in kept) or is_duration(kept.strip("()")):
            continue
        if _NO_NAME.fullmatch(kept):
            continue
        place = start + begin + shift
        if len(kept) <= LONGEST_PIECE:
            yield Piece(place, place + len(kept), kept, f"{slot}.{number}", 0, label)
        if not is_place(kept):
            yield from _clauses(kept, place, f"{slot}.{number}", label)
        number += 1


_LABELLED_PARTS = re.compile(r";\s|\s\|\s|\t")
_COLON = re.compile(r":\s")


def has_label(text: str) -> bool:
    """Tell whether a line is one label with its value: «Должность: старший оператор»."""
    bare = without_bullet(text).lstrip(_TRIM)
    return bool(_TITLE_LABEL.match(bare) or _EMPLOYER_LABEL.match(bare))


def _parts(text: str) -> Iterator[str]:
    for part in _SEPARATOR.split(text[:400]):
        if not part or not part.strip():
            continue
        halves = _COLON.split(part, maxsplit=1)
        if len(halves) == 2 and all(len(half.split()) > 1 for half in halves):
            yield from halves  # "Brightwell Energy: Complaints Advisor"
        else:
            yield part


def _bare(part: str) -> tuple[str, int, str]:
    """Part without bullet, label and ends; how much went in front; which label."""
    kept = without_bullet(part).lstrip(_TRIM)
    lead = _SYMBOLS_BEFORE.match(kept)
    kept = kept[lead.end() :] if lead else kept
    shift = len(part) - len(kept)
    label = ""
    for name, pattern in (("title", _TITLE_LABEL), ("employer", _EMPLOYER_LABEL)):
        found = pattern.match(kept)
        if found:
            label, shift, kept = name, shift + found.end(), kept[found.end() :]
    lead = _PREPOSITION.match(kept)
    if lead:
        shift, kept = shift + lead.end(), kept[lead.end() :]
    kept = _SYMBOLS_AFTER.sub("", kept.rstrip(_TRIM.replace(")", "").replace(".", "")))
    if kept.endswith(".") and not re.search(r"(?:\b[А-ЯЁA-Z]|Inc|Ltd|Co|Corp|LLC)\.$", kept):
        kept = kept[:-1]
    return kept, shift, label


_SYMBOLS_BEFORE = re.compile(r"[^\w«\"„“(]+")
_SYMBOLS_AFTER = re.compile(r"[^\w»\"”).!+#]+$")
_PREPOSITION = re.compile(r"(?:в|у|во)\s(?=(?:компани|ООО|ИП|АО|ЗАО|[А-ЯЁ«]))", re.IGNORECASE)


def _clauses(words: str, start: int, slot: str, label: str) -> Iterator[Piece]:
    joined = _SUFFIX_CLAUSE.sub(lambda m: "\0" + m[0][1:], words)
    clauses: list[tuple[int, str]] = []
    for found in _CLAUSE.finditer(joined):
        clause = found[0]
        lead = len(clause) - len(clause.lstrip())
        clause = clause.strip().replace("\0", ",")
        if clause:
            clauses.append((found.start() + lead, clause))
    if len(clauses) < 2:
        bracket = re.search(r"\s\([^)]*\)$", words)
        if bracket and bracket.start() > 2:
            yield Piece(
                start,
                start + bracket.start(),
                words[: bracket.start()],
                slot,
                0,
                label,
                (bracket[0],),
            )
        return
    for i, (at, clause) in enumerate(clauses):
        others = tuple(text for j, (_, text) in enumerate(clauses) if j != i)
        bare = re.sub(r"\s\([^)]*\)$", "", clause)
        yield Piece(
            start + at,
            start + at + len(bare),
            bare,
            f"{slot}.{i}",
            0,
            label if i == 0 else "",
            others,
        )
    for i in range(1, len(clauses) - 1):  # «Старший оператор, вторая линия, ООО «Ромашка»»
        stop = clauses[i][0] + len(clauses[i][1])
        rest = tuple(text for _, text in clauses[i + 1 :])
        yield Piece(start, start + stop, words[:stop], f"{slot}.to{i}", 0, label, rest)
    for i in range(1, len(clauses) - 1):
        at = clauses[i][0]
        rest = tuple(text for _, text in clauses[:i])
        yield Piece(start + at, start + len(words), words[at:], f"{slot}.from{i}", 0, "", rest)
