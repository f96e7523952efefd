"""A taxonomy as SKOS (W3C Recommendation of 18 August 2009), both ways, through rdflib.

Concepts and roles become ``skos:Concept`` of one scheme; labels, other names, definitions, scope
notes and matches are SKOS's own properties.  What SKOS has no word for (patterns, counts,
evidence, levels, career steps) stands under ``urn:podbor:vocabulary#``, so that export, import and
export again gives the same bytes.  A SKOS file of others has no patterns: its labels serve as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from podbor.errors import TaxonomyError
from podbor.taxonomy.model import (
    FACETS,
    MATCH_KINDS,
    Concept,
    Crosswalk,
    Occurrence,
    Taxonomy,
    match_order,
)
from podbor.taxonomy.roles import Role, RoleConcept

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

SCHEME = "urn:podbor:taxonomy"
BASE = "urn:podbor:concept:"
VOCABULARY = "urn:podbor:vocabulary#"
ESCO_BASE = "http://data.europa.eu/esco/"
ONET_BASE = "urn:onet:"
PATTERNS = (
    ("form", "forms"),
    ("hiddenForm", "hidden"),
    ("block", "block"),
)
FORMATS = {"skos": "turtle", "rdfxml": "xml"}
WORD = re.compile(r"[^\W_]+[+#]*")
SHORT = 3  # letters of a name that is matched as written: C, R, SAP
LANGUAGES = ("ru", "en")
NAMESPACES = re.compile(r"(?:^ +xmlns:\S+\n)+", re.MULTILINE)


def to_skos(taxonomy: Taxonomy, *, form: str = "skos") -> str:
    """Write a taxonomy as Turtle (``skos``) or RDF/XML (``rdfxml``).

    Examples
    --------
    >>> concept = Concept(id="tool/crm", label_ru="CRM-система", label_en="CRM system")
    >>> 'skos:notation "tool/crm"' in to_skos(Taxonomy([concept]))
    True
    """
    graph = _graph(taxonomy)
    text: str = graph.serialize(format=FORMATS[form])
    return _sorted_xml(text) if form == "rdfxml" else text.rstrip("\n") + "\n"


def _sorted_xml(text: str) -> str:
    """RDF/XML in alphabetical order: rdflib writes name spaces and subjects in that of a set."""
    from lxml import etree

    found = NAMESPACES.search(text)
    if found is not None:
        lines = sorted(found.group().splitlines(keepends=True))
        text = text[: found.start()] + "".join(lines) + text[found.end() :]
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(text.encode(), parser)
    for subject in root:
        subject[:] = sorted(subject, key=etree.tostring)
    root[:] = sorted(root, key=_about)
    etree.indent(root)
    xml: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml.decode() + "\n"


def _about(element: Any) -> tuple[str, ...]:
    return tuple(sorted(map(str, element.attrib.values())))


def from_skos(path: Path, *, facet: str = "skill") -> Taxonomy:
    """Read a SKOS file (Turtle, RDF/XML, N-Triples or JSON-LD, by its ending).

    Parameters
    ----------
    path : Path
    facet : str
        Facet of concepts whose notation names none (files of others).

    Raises
    ------
    TaxonomyError
        If the file cannot be parsed, holds no concept, or breaks a rule of SKOS or of ours.
    """
    graph = _parse(path)
    rows = _Reader(graph, facet)
    problems = rows.problems()
    if problems:
        message = f"{path.name}: " + "; ".join(problems[:20])
        raise TaxonomyError(message)
    concepts, roles = rows.concepts(), rows.roles()
    if not concepts and not roles:
        message = f"{path.name}: no skos:Concept in it; give a SKOS file"
        raise TaxonomyError(message)
    return Taxonomy(concepts, roles=roles, occurrences=rows.occurrences())


def _parse(path: Path) -> Graph:
    from rdflib import Graph
    from rdflib.util import guess_format

    graph = Graph()
    try:
        text = path.read_text(encoding="utf-8")
        graph.parse(data=text, format=guess_format(path.name) or "turtle")
    except OSError as error:
        message = f"{path.name}: cannot be read: {error.strerror}"
        raise TaxonomyError(message) from error
    except Exception as error:  # rdflib's parsers share no base class
        line = getattr(error, "lines", None) or getattr(error, "getLineNumber", int)()
        message = f"{path.name}:{line}: not RDF ({type(error).__name__}); check the syntax there"
        raise TaxonomyError(message) from error
    return graph


def _graph(taxonomy: Taxonomy) -> Graph:
    from rdflib import RDF, SKOS, Graph, Namespace, URIRef

    graph = Graph()
    graph.bind("skos", SKOS)
    graph.bind("podbor", Namespace(VOCABULARY))
    evidence: dict[str, list[Occurrence]] = {}
    for item in taxonomy.occurrences:
        evidence.setdefault(item.concept, []).append(item)
    triples = {(URIRef(SCHEME), RDF.type, SKOS.ConceptScheme)}
    for concept in taxonomy.values():
        triples.update(_concept_triples(concept, evidence.get(concept.id, [])))
    for role in taxonomy.roles.values():
        triples.update(_role_triples(role))
    for triple in sorted(triples, key=_by_text):  # the order of RDF/XML is that of insertion
        graph.add(triple)
    return graph


def _by_text(triple: tuple[Any, Any, Any]) -> tuple[str, ...]:
    return tuple(node.n3() for node in triple)


def uri_of(concept_id: str) -> URIRef:
    """URI of a concept or role."""
    from rdflib import URIRef

    return URIRef(BASE + concept_id)


def _shared_triples(record: Concept | Role) -> Iterator[tuple[Any, Any, Any]]:
    """What concepts and roles have in common."""
    from rdflib import RDF, SKOS, Literal, URIRef

    subject = uri_of(record.id)
    yield subject, RDF.type, SKOS.Concept
    yield subject, SKOS.inScheme, URIRef(SCHEME)
    yield subject, SKOS.notation, Literal(record.id)
    for language in LANGUAGES:
        yield subject, SKOS.prefLabel, Literal(record.label(language), lang=language)
        for name in getattr(record, f"alt_{language}"):
            yield subject, SKOS.altLabel, Literal(name, lang=language)
        text = getattr(record, f"definition_{language}")
        if text:
            yield subject, SKOS.definition, Literal(text, lang=language)
    if record.broader:
        yield subject, SKOS.broader, uri_of(record.broader)
        yield uri_of(record.broader), SKOS.narrower, subject
    else:
        yield subject, SKOS.topConceptOf, URIRef(SCHEME)
        yield URIRef(SCHEME), SKOS.hasTopConcept, subject


def _concept_triples(
    concept: Concept, evidence: Iterable[Occurrence]
) -> Iterator[tuple[Any, Any, Any]]:
    from rdflib import SKOS, Literal, Namespace, URIRef

    own = Namespace(VOCABULARY)
    subject = uri_of(concept.id)
    yield from _shared_triples(concept)
    for language in LANGUAGES:
        for name, field in PATTERNS:
            for form in getattr(concept, f"{field}_{language}"):
                yield subject, own[name], Literal(form, lang=language)
        note = getattr(concept, f"note_{language}")
        if note:
            yield subject, SKOS.scopeNote, Literal(note, lang=language)
    for match in concept.matches:
        target = URIRef(match.uri if match.scheme == "esco" else ONET_BASE + match.uri)
        yield subject, SKOS[f"{match.kind}Match"], target
        if match.label:
            yield subject, own.matchLabel, Literal(f"{match.scheme} {match.uri} {match.label}")
    for name, value in (
        ("noMatch", concept.no_match),
        ("count", concept.count),
        ("documents", concept.documents),
        ("group", concept.group),
    ):
        if value:
            yield subject, own[name], Literal(value)
    for item in evidence:
        yield subject, own.evidence, Literal(f"{item.document}:{item.start}-{item.stop}")


def _role_triples(role: Role) -> Iterator[tuple[Any, Any, Any]]:
    from rdflib import SKOS, Literal, Namespace, URIRef

    own = Namespace(VOCABULARY)
    subject = uri_of(role.id)
    yield from _shared_triples(role)
    yield subject, own.level, Literal(role.level)
    for language in LANGUAGES:
        for form in getattr(role, f"block_{language}"):
            yield subject, own.block, Literal(form, lang=language)
    for step in role.next:
        yield subject, own.next, uri_of(step)
    for uri in role.esco:
        yield subject, SKOS.closeMatch, URIRef(uri)
    for name in ("isco", "okz"):
        if getattr(role, name):
            yield subject, own[name], Literal(getattr(role, name))
    for code in role.onet:
        yield subject, own.onet, Literal(code)
    for row in role.concepts:
        text = f"{row.concept} {row.count} {row.documents} {row.lift}"
        yield subject, own.characteristic, Literal(text)


class _Reader:
    """Concepts and roles of a graph."""

    def __init__(self, graph: Graph, facet: str) -> None:
        from rdflib import RDF, SKOS, Namespace

        self._graph = graph
        self._own = Namespace(VOCABULARY)
        self._skos = SKOS
        self._facet = facet
        self._subjects = sorted(set(graph.subjects(RDF.type, SKOS.Concept)), key=str)
        self._ids = {subject: self._id(subject) for subject in self._subjects}

    def problems(self) -> list[str]:
        """Rules of SKOS that the graph breaks."""
        found = []
        for subject in self._subjects:
            for language in LANGUAGES:
                labels = self._texts(subject, self._skos.prefLabel, language)
                if len(labels) > 1:
                    found.append(f"{self._ids[subject]}: {len(labels)} skos:prefLabel @{language}")
            if not any(self._texts(subject, self._skos.prefLabel, name) for name in LANGUAGES):
                found.append(f"{self._ids[subject]}: no skos:prefLabel in ru or en")
            if len(self._broader(subject)) > 1:
                found.append(f"{self._ids[subject]}: two broader concepts; keep one")
        return found

    def concepts(self) -> list[Concept]:
        """All that are not roles."""
        return [
            self._concept(subject)
            for subject in self._subjects
            if not self._ids[subject].startswith("role/")
        ]

    def roles(self) -> list[Role]:
        """All whose id begins with ``role/``."""
        return [
            self._role(subject)
            for subject in self._subjects
            if self._ids[subject].startswith("role/")
        ]

    def occurrences(self) -> list[Occurrence]:
        """Evidence of all concepts."""
        found = []
        for subject in self._subjects:
            for text in self._plain(subject, self._own.evidence):
                document, _, span = text.rpartition(":")
                start, _, stop = span.partition("-")
                found.append(
                    Occurrence(
                        concept=self._ids[subject],
                        document=document,
                        start=int(start),
                        stop=int(stop),
                    )
                )
        return found

    def _id(self, subject: Any) -> str:
        for notation in sorted(map(str, self._graph.objects(subject, self._skos.notation))):
            if notation.partition("/")[0] in {*FACETS, "role"}:
                return notation
        tail = re.split(r"[/#:]", str(subject))[-1]
        slug = re.sub(r"[^A-Za-z0-9]+", "_", tail).strip("_")
        return f"{self._facet}/{slug or 'unnamed'}"

    def _texts(self, subject: Any, predicate: Any, language: str) -> tuple[str, ...]:
        return tuple(
            sorted(
                str(item)
                for item in self._graph.objects(subject, predicate)
                if getattr(item, "language", None) == language
            )
        )

    def _text(self, subject: Any, predicate: Any, language: str) -> str:
        return next(iter(self._texts(subject, predicate, language)), "")

    def _plain(self, subject: Any, predicate: Any) -> tuple[str, ...]:
        return tuple(sorted(str(item) for item in self._graph.objects(subject, predicate)))

    def _one(self, subject: Any, predicate: Any) -> str:
        return next(iter(self._plain(subject, predicate)), "")

    def _broader(self, subject: Any) -> list[str]:
        above = set(self._graph.objects(subject, self._skos.broader))
        above |= set(self._graph.subjects(self._skos.narrower, subject))
        return sorted(self._ids[item] for item in above if item in self._ids)

    def _labels(self, subject: Any) -> dict[str, str]:
        labels = {name: self._text(subject, self._skos.prefLabel, name) for name in LANGUAGES}
        either = labels["en"] or labels["ru"]
        return {f"label_{name}": label or either for name, label in labels.items()}

    def _shared(self, subject: Any) -> dict[str, Any]:
        values: dict[str, Any] = {"id": self._ids[subject], **self._labels(subject)}
        values["broader"] = next(iter(self._broader(subject)), None)
        for name in LANGUAGES:
            values[f"alt_{name}"] = self._texts(subject, self._skos.altLabel, name)
            values[f"definition_{name}"] = self._text(subject, self._skos.definition, name)
            values[f"block_{name}"] = self._texts(subject, self._own.block, name)
        return values

    def _concept(self, subject: Any) -> Concept:
        values = self._shared(subject)
        for name in LANGUAGES:
            values[f"forms_{name}"] = self._texts(subject, self._own.form, name)
            values[f"hidden_{name}"] = self._texts(subject, self._own.hiddenForm, name)
            values[f"note_{name}"] = self._text(subject, self._skos.scopeNote, name)
        ours = str(subject).startswith(BASE)
        if not ours and not values["forms_ru"] + values["forms_en"]:
            values |= self._label_forms(subject)
        return Concept(
            **values,
            matches=self._matches(subject),
            no_match=self._one(subject, self._own.noMatch),
            count=int(self._one(subject, self._own["count"]) or 0),
            documents=int(self._one(subject, self._own.documents) or 0),
            group=bool(self._one(subject, self._own.group)),
        )

    def _label_forms(self, subject: Any) -> dict[str, tuple[str, ...]]:
        """Labels of a concept without patterns, as patterns."""
        named = (self._skos.prefLabel, self._skos.altLabel, self._skos.hiddenLabel)
        return {
            f"forms_{name}": label_patterns(
                text for predicate in named for text in self._texts(subject, predicate, name)
            )
            for name in LANGUAGES
        }

    def _matches(self, subject: Any) -> tuple[Crosswalk, ...]:
        labels = {}
        for text in self._plain(subject, self._own.matchLabel):
            scheme, uri, label = text.split(" ", 2)
            labels[scheme, uri] = label
        found = []
        for kind in MATCH_KINDS:
            for target in self._plain(subject, self._skos[f"{kind}Match"]):
                scheme = "onet" if target.startswith(ONET_BASE) else "esco"
                uri = target.removeprefix(ONET_BASE)
                label = labels.get((scheme, uri), "")
                found.append(Crosswalk(scheme=scheme, kind=kind, uri=uri, label=label))
        return tuple(sorted(found, key=match_order))

    def _role(self, subject: Any) -> Role:
        steps = self._graph.objects(subject, self._own.next)
        return Role(
            **self._shared(subject),
            level=int(self._one(subject, self._own.level) or 2),
            next=tuple(sorted(self._ids[step] for step in steps if step in self._ids)),
            isco=self._one(subject, self._own.isco) or None,
            okz=self._one(subject, self._own.okz) or None,
            esco=self._plain(subject, self._skos.closeMatch),
            onet=self._plain(subject, self._own.onet),
            concepts=tuple(
                sorted(
                    map(_role_concept, self._plain(subject, self._own.characteristic)),
                    key=_by_weight,
                )
            ),
        )


def _role_concept(text: str) -> RoleConcept:
    concept, count, documents, lift = text.split(" ")
    return RoleConcept(
        concept=concept, count=int(count), documents=int(documents), lift=float(lift)
    )


def _by_weight(row: RoleConcept) -> tuple[float, str]:
    return -row.lift * row.documents, row.concept


def label_patterns(labels: Iterable[str]) -> tuple[str, ...]:
    """Patterns that match labels as their words stand; brackets and signs are dropped.

    >>> label_patterns(["use CRM (software)", "R", "C++"])
    ('"C++"', '"R"', 'use CRM software')
    """
    found = set()
    for label in labels:
        words = WORD.findall(label)
        if len(words) == 1 and len(words[0]) <= SHORT:
            found.add(f'"{words[0]}"')
        elif words:
            found.add(" ".join(words))
    return tuple(sorted(found))
