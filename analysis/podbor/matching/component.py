"""spaCy component ``podbor_skills``: concepts as spans of ``doc.spans["podbor"]``.

spaCy imports this module for every ``spacy.blank()`` (entry point ``spacy_factories``), so nothing
heavy but spaCy itself is imported at its top; the rest of podbor never imports it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup


class SkillsComponent:
    """Puts the concepts of a text into ``doc.spans``.

    The concept id stands in ``span.id_``, its facet in ``span.label_``; overlapping spans are kept;
    the component needs no other one before it and works after any.

    Parameters
    ----------
    nlp : Language
        The pipeline; only its vocabulary is used, by spaCy itself.
    name : str
        Of this instance in the pipeline.
    spans_key : str
        Key in ``doc.spans``.
    taxonomy : str or None
        Folder of another taxonomy than the shipped one.
    statements : bool
        Read the text as a posting or resume and leave out concepts in conditions, company talk and
        headings; ``False`` gives every form found.

    Examples
    --------
    >>> import spacy
    >>> nlp = spacy.blank("ru")
    >>> _ = nlp.add_pipe("podbor_skills")
    >>> doc = nlp("Требования: уверенное владение Excel")
    >>> [(span.text, span.id_, span.label_) for span in doc.spans["podbor"]]
    [('Excel', 'tool/excel', 'tool')]
    """

    def __init__(
        self,
        nlp: Language,
        name: str = "podbor_skills",
        *,
        spans_key: str = "podbor",
        taxonomy: str | None = None,
        statements: bool = True,
    ) -> None:
        self.name = name
        self.spans_key = spans_key
        self.taxonomy = taxonomy
        self.statements = statements

    @cached_property
    def matcher(self) -> Any:
        """Matcher of the chosen taxonomy, built at the first text."""
        from podbor.matching.matcher import ConceptMatcher, shipped_matcher
        from podbor.taxonomy import Taxonomy

        if self.taxonomy is None:
            return shipped_matcher()
        return ConceptMatcher(Taxonomy.load(self.taxonomy))

    def __call__(self, doc: Doc) -> Doc:
        """Add the spans to a doc and give it back."""
        spans = []
        for start, stop, concept in self._found(doc.text):
            span = doc.char_span(
                start,
                stop,
                label=concept.partition("/")[0],
                span_id=concept,
                alignment_mode="expand",
            )
            if span is not None:
                spans.append(span)
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=spans)
        return doc

    def _found(self, text: str) -> Iterable[tuple[int, int, str]]:
        if self.statements:
            from podbor.sections import analyse

            chosen = None if self.taxonomy is None else self.matcher  # None: the linker helps too
            for statement in analyse(text, matcher=chosen):
                for mention in statement.mentions:
                    yield mention.start, mention.stop, mention.concept
            return
        from podbor.normalize import normalize

        clean = normalize(text)
        for found in self.matcher.find(clean.text):
            yield *clean.span(found.start, found.stop), found.concept

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the settings; the shipped taxonomy is part of podbor, not of the pipeline."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        settings = {
            "spans_key": self.spans_key,
            "statements": self.statements,
            "taxonomy": self.taxonomy,
        }
        text = json.dumps(settings, ensure_ascii=False, sort_keys=True)
        (folder / "settings.json").write_text(text + "\n", encoding="utf-8")

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> SkillsComponent:
        """Read settings that :meth:`to_disk` wrote."""
        settings = json.loads((Path(path) / "settings.json").read_text(encoding="utf-8"))
        self.spans_key = settings["spans_key"]
        self.statements = settings["statements"]
        self.taxonomy = settings["taxonomy"]
        self.__dict__.pop("matcher", None)
        return self


@Language.factory(
    "podbor_skills", default_config={"spans_key": "podbor", "taxonomy": None, "statements": True}
)
def make_podbor_skills(
    nlp: Language, name: str, spans_key: str, taxonomy: str | None, statements: bool
) -> SkillsComponent:
    """Build the component; spaCy checks the types of the settings."""
    return SkillsComponent(nlp, name, spans_key=spans_key, taxonomy=taxonomy, statements=statements)
