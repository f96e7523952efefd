"""Candidate phrases: what a statement names, with coordination split.

«Приём и обработка звонков, ввод данных» names three things: receive calls, handle calls, enter
data.  A statement is cut at punctuation and conjunctions; a part that has only an action borrows
what the next part does it to, a part that has only a thing borrows the action before it.  The
normal form of a phrase is the tuple of its senses: the action first, the rest sorted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from podbor.matching.lemmas import CALL_CENTRE, names_a_process
from podbor.matching.senses import Sense, Senses
from podbor.normalize import Text, normalize
from podbor.records import Statement

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*[+#]*")
CUT = re.compile(r"[.!?;:•·|\n(){}\[\]…—–\"«»/]|\s-\s")  # ends a run of coordinated parts
JOIN = re.compile(r"[,&]|\b(?:и|или|либо|а также|and|or|as well as)\b", re.IGNORECASE)
MOST_SENSES = 7  # in one phrase; prose runs on
NormalForm = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Phrase:
    """A candidate: half-open offsets into the document, its words, its normal form.

    Parameters
    ----------
    start, stop : int
        From its first to its last own word; words borrowed from a neighbour lie outside.
    text : str
        The words at these offsets.
    form : tuple of str
        Senses: the action first, then the rest sorted.
    language : str
        ``ru`` or ``en``.
    kind : str
        Kind of the statement.
    whole : bool
        Nothing was borrowed: the words at the offsets say all of it.
    active : bool
        It begins with an action.
    """

    start: int
    stop: int
    text: str
    form: NormalForm
    language: str
    kind: str
    whole: bool = True
    active: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    stop: int
    sense: Sense


@dataclass(frozen=True, slots=True)
class _Part:
    """The words between two joints."""

    words: tuple[_Word, ...]

    @property
    def actions(self) -> tuple[_Word, ...]:
        return tuple(word for word in self.words if word.sense.role == "action")

    @property
    def things(self) -> tuple[_Word, ...]:
        return tuple(word for word in self.words if word.sense.role == "thing")


class PhraseFinder:
    """Finds the candidate phrases of statements.

    Examples
    --------
    >>> from podbor.records import Statement
    >>> text = "Приём и обработка входящих звонков, ввод данных в CRM"
    >>> statement = Statement(
    ...     start=0, stop=len(text), text=text, kind="duty", modality="must", language="ru"
    ... )
    >>> for phrase in PhraseFinder().find(statement):
    ...     print(phrase.form)
    ('receive', 'call', 'inbound')
    ('handle', 'call', 'inbound')
    ('enter', 'crm', 'data')
    """

    def __init__(self) -> None:
        self._senses = Senses()

    def find(self, statement: Statement) -> tuple[Phrase, ...]:
        """Phrases of one statement, in the order of the text; none for other languages."""
        if statement.language == "other":
            return ()
        clean = normalize(statement.text)
        found = [
            _phrase(statement, clean, part, senses)
            for parts in self._runs(clean.text)
            for part, senses in _completed(parts)
        ]
        return tuple(phrase for phrase in found if phrase.form)

    def form_of(self, text: str) -> NormalForm:
        """Normal form of a text read as one phrase.

        >>> PhraseFinder().form_of("Консультирование клиентов")
        ('advise', 'customer')
        """
        senses = [self._senses.of(word.group()) for word in WORD.finditer(text)]
        return _form([sense for sense in senses if sense.role != "stop"])

    def _runs(self, text: str) -> Iterator[list[_Part]]:
        """Coordinated parts, one list for each stretch between cuts."""
        at = 0
        for cut in [*CUT.finditer(text), None]:
            stop = cut.start() if cut else len(text)
            parts = [part for part in self._parts(text, at, stop) if part.words]
            if parts:
                yield parts
            at = cut.end() if cut else stop

    def _parts(self, text: str, start: int, stop: int) -> Iterator[_Part]:
        at = start
        for joint in [*JOIN.finditer(text, start, stop), None]:
            end = joint.start() if joint else stop
            words = []
            for match in WORD.finditer(text, at, end):
                words += self._words(match)
            yield _Part(tuple(word for word in words if word.sense.role != "stop"))
            at = joint.end() if joint else end

    def _words(self, match: re.Match[str]) -> list[_Word]:
        """One word, or the halves of a hyphenated one that no row lists."""
        if match.group().lower().startswith(CALL_CENTRE):
            return []
        sense = self._senses.of(match.group())
        if sense.listed or "-" not in match.group():
            return [_Word(match.start(), match.end(), sense)]
        return [
            _Word(
                match.start() + part.start(), match.start() + part.end(), self._senses.of(part[0])
            )
            for part in re.finditer(r"[^-]+", match.group())
        ]


def _completed(parts: list[_Part]) -> Iterator[tuple[_Part, list[Sense]]]:
    """Each part with the senses it has and those it borrows."""
    action: Sense | None = None
    for number, part in enumerate(parts):
        own = [word.sense for word in part.words][:MOST_SENSES]
        if not part.things:
            own += _next_things(parts, number, described=bool(part.actions))
        if part.actions:
            action = part.actions[0].sense
        elif action is not None:
            own.insert(0, action)
        yield part, own


def _next_things(parts: list[_Part], number: int, *, described: bool) -> list[Sense]:
    """What the next part with a thing is about: its things, and what describes them if asked."""
    for part in parts[number + 1 :]:
        if part.things:
            words = part.words if described else part.things
            return [word.sense for word in words if word.sense.role != "action"][:MOST_SENSES]
    return []


def _form(senses: list[Sense]) -> NormalForm:
    """Action first, the rest sorted, nothing twice."""
    actions = [sense.name for sense in senses if sense.role == "action"]
    rest = sorted({sense.name for sense in senses} - set(actions[:1]))
    return (*actions[:1], *rest)


def _phrase(statement: Statement, clean: Text, part: _Part, senses: list[Sense]) -> Phrase:
    start, stop = clean.span(part.words[0].start, part.words[-1].stop)
    own = {word.sense for word in part.words}
    return Phrase(
        start=statement.start + start,
        stop=statement.start + stop,
        text=statement.text[start:stop],
        form=_form(senses),
        language=statement.language,
        kind=statement.kind,
        whole=own.issuperset(senses),
        active=_is_active(clean, part, senses),
    )


def _is_active(clean: Text, part: _Part, senses: list[Sense]) -> bool:
    """An action, or a noun that no row lists and that more words follow: «нарезка овощей»."""
    if any(sense.role == "action" for sense in senses):
        return True
    first = part.words[0]
    if len(part.words) < 2 or first.sense.listed or first.sense.role != "thing":
        return False
    return names_a_process(clean.text[first.start : first.stop])
