"""One posting, many resumes: a table of scores with reasons, in which no file is lost."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from podbor.errors import PodborError, ReadError
from podbor.fit.score import score
from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume
from podbor.readers import SUFFIXES
from podbor.records import Date, Document, Match, Posting, Resume

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "rank",
    "score",
    "file",
    "candidate",
    "position",
    "experience_months",
    "matched",
    "missing",
    "not_wanted",
    "knockouts",
    "status",
    "reason",
    "warnings",
    "match",
)
CHUNK = 4  # files handed to a worker at a time


@dataclass(frozen=True, slots=True)
class Candidate:
    """A resume to rank: the name shown in the table and where it comes from."""

    file: str
    source: str | os.PathLike[str] | Document | Resume


@dataclass(frozen=True, slots=True)
class Ranked:
    """What became of one resume: a match, or the reason why there is none."""

    file: str
    status: str
    reason: str = ""
    candidate: str | None = None
    position: str | None = None
    experience_months: int | None = None
    warnings: tuple[str, ...] = ()
    fingerprint: str = ""
    match: Match | None = None


def rank(
    posting: str | os.PathLike[str] | Document | Posting,
    resumes: str | os.PathLike[str] | Iterable[Any],
    *,
    jobs: int = 1,
    today: Date | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> pd.DataFrame:
    """Rank resumes against a posting.

    Parameters
    ----------
    posting : path, str, Document or Posting
        What to rank against.
    resumes : path or iterable of path, str, Document or Resume
        Files, folders (searched through), texts or records.
    jobs : int
        Worker processes.
    today : Date, optional
        What «по настоящее время» counts to; the current month by default.
    progress : callable, optional
        Called with (done, all) after each file.

    Returns
    -------
    pandas.DataFrame
        One row per resume, best first, columns :data:`COLUMNS`; files that could not be read come
        last with ``status`` and ``reason``.  ``matched``, ``missing`` and ``not_wanted`` hold lists
        of concept ids, ``knockouts`` and ``warnings`` lists of codes, ``match`` the :class:`Match`.

    Raises
    ------
    ReadError
        If the posting cannot be read.

    Examples
    --------
    >>> table = rank("Требования: Excel", ["Навыки: Excel. Оператор", "Повар, сварщик"])
    >>> table[["rank", "file", "status", "matched"]].values.tolist()
    [[1, 'text 1', 'ok', ['tool/excel']], [2, 'text 2', 'ok', []]]
    """
    import pandas as pd

    found = rank_all(posting, resumes, jobs=jobs, today=today, progress=progress)
    rows = [_row(place, item) for place, item in found]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    return table.astype({"rank": "Int64", "experience_months": "Int64"})


def rank_all(
    posting: str | os.PathLike[str] | Document | Posting,
    resumes: str | os.PathLike[str] | Iterable[Any],
    *,
    jobs: int = 1,
    today: Date | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[tuple[int | None, Ranked]]:
    """Do the work of :func:`rank` and give places with records instead of a table."""
    wanted = parse_posting(posting)
    candidates = collect(resumes)
    done: list[Ranked] = []
    for item in _work(wanted, candidates, jobs, today):
        done.append(item)
        if progress:
            progress(len(done), len(candidates))
    return list(_places(_mark_duplicates(sorted(done, key=_order))))


def collect(resumes: str | os.PathLike[str] | Iterable[Any]) -> list[Candidate]:
    """List the resumes to read, sorted by name; folders are searched through.

    Names are relative to the folder given; two different sources never share a name.
    """
    single = isinstance(resumes, (str, os.PathLike, Document, Resume))
    sources: list[Any] = [resumes] if single else list(resumes)  # type: ignore[arg-type]
    found: list[Candidate] = []
    for number, source in enumerate(sources, 1):
        found += _candidates(source, number)
    return _distinct(found)


def _candidates(source: Any, number: int) -> Iterator[Candidate]:
    path = _as_path(source)
    if path is None:
        name = source.document.name if isinstance(source, Resume) else getattr(source, "name", "")
        yield Candidate(name or f"text {number}", source)
    elif path.is_dir():
        for file in sorted(path.rglob("*")):
            relative = file.relative_to(path)
            if file.is_file() and not any(part.startswith(".") for part in relative.parts):
                yield Candidate(relative.as_posix(), file)
    else:
        yield Candidate(path.name, path)


def _as_path(source: Any) -> Path | None:
    if isinstance(source, os.PathLike):
        return Path(source)
    if isinstance(source, str) and "\n" not in source and 0 < len(source) <= 1024:
        path = Path(source)
        if path.exists() or path.suffix.lower() in SUFFIXES:
            return path
    return None


def _distinct(candidates: list[Candidate]) -> list[Candidate]:
    """Drop a file given twice; number different files of one name by their paths' order."""
    by_name: dict[str, dict[str, Candidate]] = {}
    for candidate in candidates:
        path = _as_path(candidate.source)
        key = str(path.resolve()) if path else f"text {id(candidate.source)}"
        by_name.setdefault(candidate.file, {}).setdefault(key, candidate)
    found = []
    for name in sorted(by_name):
        same = [by_name[name][key] for key in sorted(by_name[name])]
        found += [
            Candidate(name if i == 0 else f"{name} ({i + 1})", candidate.source)
            for i, candidate in enumerate(same)
        ]
    return found


def _work(
    posting: Posting, candidates: Sequence[Candidate], jobs: int, today: Date | None
) -> Iterator[Ranked]:
    if jobs <= 1 or len(candidates) < 2:
        for candidate in candidates:
            yield rank_one(posting, candidate, today=today)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(
        max_workers=min(jobs, len(candidates)),
        mp_context=get_context("spawn"),
        initializer=_start_worker,
        initargs=(posting, today),
    ) as pool:
        yield from pool.map(_in_worker, candidates, chunksize=CHUNK)


_WORKER: dict[str, Any] = {}  # what one worker process keeps between files


def _start_worker(posting: Posting, today: Date | None) -> None:
    _WORKER.update(posting=posting, today=today)


def _in_worker(candidate: Candidate) -> Ranked:
    return rank_one(_WORKER["posting"], candidate, today=_WORKER["today"])


def rank_one(posting: Posting, candidate: Candidate, *, today: Date | None = None) -> Ranked:
    """Read and score one resume; a file that cannot be read gives a row, not an exception."""
    try:
        resume = parse_resume(candidate.source, today=today)
    except ReadError as error:
        return Ranked(candidate.file, error.code, reason=str(error))
    except PodborError as error:
        return Ranked(candidate.file, "error", reason=str(error))
    except Exception as error:  # noqa: BLE001 - one bad file never stops a batch
        reason = f"{candidate.file}: podbor failed on it ({type(error).__name__}); please report it"
        return Ranked(candidate.file, "error", reason=reason)
    document = resume.document
    match = score(posting, resume, today=today)
    notices = (*document.notices, *match.notices)
    return Ranked(
        file=candidate.file,
        status="ok",
        candidate=resume.name.text if resume.name else None,
        position=resume.position.text if resume.position else None,
        experience_months=resume.experience_months,
        warnings=tuple(dict.fromkeys(notice.code for notice in notices)),
        fingerprint=sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        match=match,
    )


def _order(item: Ranked) -> tuple[float, str]:
    return -(item.match.score if item.match else -1.0), item.file


def _mark_duplicates(items: list[Ranked]) -> Iterator[Ranked]:
    """Note a text that an earlier row has already."""
    from dataclasses import replace

    seen: dict[str, str] = {}
    for item in items:
        first = seen.setdefault(item.fingerprint, item.file) if item.fingerprint else item.file
        if first != item.file:
            yield replace(item, warnings=(*item.warnings, f"duplicate_of {first}"))
        else:
            yield item


def _places(items: Iterable[Ranked]) -> Iterator[tuple[int | None, Ranked]]:
    for place, item in enumerate(items, 1):
        yield (place if item.match else None), item


def _row(place: int | None, item: Ranked) -> dict[str, Any]:
    match = item.match
    return {
        "rank": place,
        "score": match.score if match else None,
        "file": item.file,
        "candidate": item.candidate,
        "position": item.position,
        "experience_months": item.experience_months,
        "matched": [e.concept for e in match.matched] if match else [],
        "missing": [e.concept for e in match.missing] if match else [],
        "not_wanted": [e.concept for e in match.not_wanted] if match else [],
        "knockouts": [k.code for k in match.knockouts] if match else [],
        "status": item.status,
        "reason": item.reason,
        "warnings": list(item.warnings),
        "match": match,
    }
