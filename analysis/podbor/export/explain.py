"""Which rule decided each value: what ``podbor parse --explain`` prints."""

from __future__ import annotations

from collections.abc import Iterator

from podbor.export.values import plain, values_of
from podbor.records import Posting, Resume

LONGEST = 60  # characters of a quote


def explain(record: Resume | Posting) -> Iterator[str]:
    r"""One line a value: field, value, words, offsets, page, confidence, rule.

    Examples
    --------
    >>> from podbor.parse.posting import parse_posting
    >>> for line in explain(parse_posting("Оператор чата\nОплата от 40 000 ₽ на руки")):
    ...     print(line)
    title = Оператор чата  «Оператор чата» 0:13 (0...) posting_title clear; ... points: ...
    salary = from 40000 RUB/month net  «от 40 000 ₽» 21:32 (0.9...) pay clear; ... points: ...
    """
    for name, value in values_of(record):
        words = " ".join(value.text.split())
        words = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
        page = f" page {value.page}" if value.page else ""
        guess = " inferred" if value.inferred else ""
        yield (
            f"{name} = {plain(value.value)}  «{words}» {value.start}:{value.stop}{page} "
            f"({value.confidence:.2f}{guess}) {value.why}"
        )
