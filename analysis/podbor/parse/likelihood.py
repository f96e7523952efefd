"""Is this a resume, a posting, or something else? And what a reader should be warned of."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from functools import cache
from typing import Any

from podbor._resources import resource
from podbor.parse.dates import count_impossible, line_periods
from podbor.parse.reading import Reading
from podbor.records import Notice, Posting, Resume

LEAST_LIKELY = 0.5  # below it a record carries a warning
LONGEST = 20_000  # characters looked at
GARBLED = re.compile(r"[\ufffd\ue000-\uf8ff]|\(cid:\d+\)")  # fonts without a map to letters
GARBLED_SHARE = 0.01
FEW_WORDS = 12  # known ones, from which a text is believed
MOST_LINES = 400  # looked at for periods
HUGE = 100  # pages


def features_of(reading: Reading) -> dict[str, float]:
    """Numbers of what the text has, as logarithms of counts or shares of 1,000 characters."""
    view = reading.text[:LONGEST]
    size = max(len(view), 200) / 1000
    sections = Counter(line.section for line in reading.lines if line.is_heading)
    periods = sum(len(line_periods(line.text)) for line in reading.lines[:MOST_LINES])
    counts = {"periods": periods / size, "length": size}
    for section in ("experience", "education", "skills", "languages", "about", "desired"):
        counts[f"heading {section}"] = min(1.0, sections[section])
    return {name: math.log1p(count) for name, count in counts.items()}


_WORD = re.compile(r"[^\W\d_]{2,}")
KINDS = ("other", "posting", "resume")


def words_of(reading: Reading) -> frozenset[str]:
    """Words of the text in small letters, ё as е, each once."""
    return frozenset(_WORD.findall(reading.text[:LONGEST].lower().replace("ё", "е")))


@cache
def _model() -> dict[str, Any]:
    path = resource("models", "documents/model.json")
    model: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return model


def resume_likelihood(reading: Reading) -> float:
    """Chance that the text is a resume."""
    return _chances(reading)["resume"]


def posting_likelihood(reading: Reading) -> float:
    """Chance that the text is a job posting."""
    return _chances(reading)["posting"]


def _chances(reading: Reading) -> dict[str, float]:
    """Chances of resume, posting and other, which add up to 1."""
    model = _model()
    features = features_of(reading)
    words = [model["words"][word] for word in sorted(words_of(reading)) if word in model["words"]]
    share = 1 / math.sqrt(max(1, len(words)))
    trust = min(1.0, len(words) / FEW_WORDS)  # nothing is said of a text of unknown words
    sums = []
    for i, kind in enumerate(KINDS):
        weights = model["weights"][kind]
        total = weights["intercept"] + sum(weights[key] * features[key] for key in features)
        sums.append(trust * (total + share * sum(word[i] for word in words)))
    top = max(sums)
    powers = [math.exp(each - top) for each in sums]
    return {kind: round(power / sum(powers), 4) for kind, power in zip(KINDS, powers, strict=True)}


def warnings_of(record: Resume | Posting) -> tuple[Notice, ...]:
    """The document's notices and what the record itself gives reason to warn of."""
    found = list(record.document.notices)
    kind = "resume" if isinstance(record, Resume) else "posting"
    if record.likelihood < LEAST_LIKELY:
        found.append(Notice(code=f"not_a_{kind}", detail=f"{record.likelihood:.2f}"))
    text = record.document.text
    n_garbled = len(GARBLED.findall(text))
    if n_garbled > GARBLED_SHARE * len(text):
        found.append(Notice(code="garbled_text", detail=f"{n_garbled} characters"))
    if n_impossible := count_impossible(text):
        found.append(Notice(code="impossible_dates", detail=str(n_impossible)))
    pages = record.document.n_pages or 0
    if pages >= HUGE:
        found.append(Notice(code="huge", detail=f"{pages} pages"))
    return tuple(found)
