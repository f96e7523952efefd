"""A resume as a flow of items (headings, titles, bullets …), written by each format its own way."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from layouts.wording import Person


@dataclass(frozen=True)
class Item:
    """A paragraph: what it is, its text, and what stands beside it on the same line."""

    kind: str
    """name, headline, contact, heading, title, sub, dates, text, bullet or pair."""
    text: str
    side: str = ""
    """The other end of the line: right-aligned dates; of a `pair` the label before the text."""


Maker = Callable[[Person], list[Item]]
Part = Callable[[Person, str], list[Item]]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How a layout orders and words the parts of a resume."""

    headings: dict[str, dict[str, str]]
    """By language: heading by part, in the order of printing; no heading where empty."""
    makers: dict[str, Maker]
    """By part: its items; nothing is printed of a part without items."""


def compose(person: Person, plan: Plan) -> list[Item]:
    """Return the whole resume."""
    items: list[Item] = []
    for part, heading in plan.headings[person["language"]].items():
        found = [item for item in plan.makers[part](person) if item.text]
        if found:
            items += [Item("heading", heading)] * bool(heading) + found
    return items


def each(key: str, form: Part) -> Maker:
    """Return the maker of a list of jobs, studies or courses."""

    def make(person: Person) -> list[Item]:
        return [item for one in person.get(key) or [] for item in form(one, person["language"])]

    return make


def bullets(job: Person, kind: str = "bullet") -> list[Item]:
    """Return what the person did in a job."""
    return [Item(kind, line) for line in job.get("lines") or []]


def about(person: Person) -> list[Item]:
    """Return what the person tells about themselves, a paragraph a line."""
    return [Item("text", line) for line in (person.get("about") or "").splitlines()]


def texts(kind: str, lines: Iterable[str]) -> list[Item]:
    """Return lines of one kind."""
    return [Item(kind, line) for line in lines]


def pairs(said: Iterable[tuple[str, str]]) -> list[Item]:
    """Return labelled answers."""
    return [Item("pair", answer, label) for label, answer in said]


def name(person: Person) -> list[Item]:
    """Return the name."""
    return texts("name", [person.get("name") or ""])
