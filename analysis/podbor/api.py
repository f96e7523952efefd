"""The short ways in: statements and mentions of a text, and a spaCy pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from podbor.records import Document, Mention, Statement
from podbor.sections import analyse

if TYPE_CHECKING:
    from spacy.language import Language


def statements(text: str | Document) -> tuple[Statement, ...]:
    """Statements of a posting or resume.

    Parameters
    ----------
    text : str or Document
        The text itself, or what :func:`podbor.read` gave.

    Returns
    -------
    tuple of Statement
        Each with ``start, stop, kind, modality, language, mentions``; offsets are half-open, in
        code points of the text.

    Examples
    --------
    >>> [s.kind for s in statements("Требования: знание Excel. Условия: график 2/2")]
    ['heading', 'tool', 'heading', 'condition']
    """
    if isinstance(text, Document):
        return analyse(text.text, blocks=text.blocks)
    return analyse(text)


def extract(text: str | Document) -> tuple[Mention, ...]:
    """Taxonomy concepts that a text asks for or shows.

    Returns
    -------
    tuple of Mention
        Each with ``start, stop, concept, modality, text``; sorted by offset.

    Examples
    --------
    >>> [(m.text, m.concept, m.modality) for m in extract("Знание Excel будет плюсом")]
    [('Excel', 'tool/excel', 'nice')]
    >>> extract("Кошка спит на окне.")
    ()
    """
    return tuple(mention for statement in statements(text) for mention in statement.mentions)


def load(language: str = "xx") -> Language:
    """Build a blank spaCy pipeline with ``podbor_skills`` in it.

    Parameters
    ----------
    language : str
        spaCy's code: ``ru``, ``en`` or ``xx`` for mixed texts.

    Examples
    --------
    >>> load("ru").pipe_names
    ['podbor_skills']
    """
    import spacy

    nlp = spacy.blank(language)
    nlp.add_pipe("podbor_skills")
    return nlp
