import pytest

from podbor.errors import TaxonomyError
from podbor.matching.matcher import ConceptMatcher
from podbor.taxonomy import Taxonomy
from podbor.taxonomy.esco import from_esco
from podbor.taxonomy.skos import from_skos, to_skos

FOREIGN = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix e: <http://example.org/c/> .
e:welding a skos:Concept ; skos:prefLabel "weld metal"@en ;
    skos:altLabel "arc welding"@en, "TIG"@en ; skos:broader e:metal .
e:metal a skos:Concept ; skos:prefLabel "work with metal"@en .
"""


@pytest.fixture(scope="module")
def shipped():
    return Taxonomy.load()


@pytest.mark.parametrize(("form", "ending"), [("skos", "ttl"), ("rdfxml", "rdf")])
def test_export_import_export_gives_the_same_bytes(shipped, tmp_path, form, ending):
    text = to_skos(shipped, form=form)
    path = tmp_path / f"taxonomy.{ending}"
    path.write_text(text, encoding="utf-8")
    read = from_skos(path)
    assert to_skos(read, form=form) == text
    assert dict(read) == dict(shipped)
    assert read.roles == shipped.roles
    assert read.occurrences == shipped.occurrences


def test_skos_is_valid(shipped):
    from rdflib import SKOS, Graph

    graph = Graph()
    graph.parse(data=to_skos(shipped), format="turtle")
    concepts = set(graph.subjects(predicate=SKOS.notation))
    assert len(concepts) == len(shipped) + len(shipped.roles)
    for concept in concepts:
        labels = [label.language for label in graph.objects(concept, SKOS.prefLabel)]
        assert sorted(labels) == ["en", "ru"], concept
        above = set(graph.objects(concept, SKOS.broader))
        top = set(graph.objects(concept, SKOS.topConceptOf))
        assert len(above) + len(top) == 1, f"{concept} is an orphan or has two parents"
        preferred = {str(label) for label in graph.objects(concept, SKOS.prefLabel)}
        assert not preferred & {str(label) for label in graph.objects(concept, SKOS.altLabel)}


def test_labels_of_a_foreign_scheme_are_found_in_text(tmp_path):
    path = tmp_path / "metal.ttl"
    path.write_text(FOREIGN, encoding="utf-8")
    taxonomy = from_skos(path)
    assert taxonomy["skill/welding"].broader == "skill/metal"
    found = ConceptMatcher(taxonomy).find("Arc welding and TIG, but no tig")
    assert [item.concept for item in found] == ["skill/welding", "skill/welding"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("@prefix skos: <x> .\nskos:a a", r"bad.ttl:\d+: not RDF"),
        ("", "no skos:Concept in it"),
        (FOREIGN + 'e:metal skos:prefLabel "metal"@en .', "2 skos:prefLabel @en"),
        (FOREIGN + "e:x a skos:Concept .", "no skos:prefLabel in ru or en"),
        (FOREIGN + "e:metal skos:broader e:welding .", "form a cycle"),
        (
            FOREIGN + 'e:y a skos:Concept ; skos:prefLabel "y"@en ; skos:narrower e:welding .',
            "two broader concepts",
        ),
    ],
)
def test_malformed_skos_is_refused(tmp_path, text, message):
    path = tmp_path / "bad.ttl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TaxonomyError, match=message):
        from_skos(path)


ESCO = """conceptType,conceptUri,skillType,preferredLabel,altLabels,description
KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/1,knowledge,employment law,"labour law
law of work",The law.
KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/2,skill/competence,type at speed,,Fast.
Occupation,http://data.europa.eu/esco/occupation/3,,call centre agent,telemarketer,Calls.
"""


def test_esco_csv_becomes_concepts_and_roles(tmp_path):
    path = tmp_path / "esco.csv"
    path.write_text(ESCO, encoding="utf-8")
    taxonomy = from_esco(path)
    assert list(taxonomy) == ["knowledge/1", "skill/2"]
    assert taxonomy["knowledge/1"].alt_en == ("labour law", "law of work")
    assert [role.names for role in taxonomy.roles.values()] == [
        ("call centre agent", "telemarketer")
    ]
    found = ConceptMatcher(taxonomy).find("Knowledge of labour law; type at speed")
    assert [item.concept for item in found] == ["knowledge/1", "skill/2"]


@pytest.mark.parametrize(
    ("text", "message"),
    [("a,b\n1,2\n", "no column conceptUri"), ("conceptUri,preferredLabel\n", "no rows")],
)
def test_another_csv_is_refused(tmp_path, text, message):
    path = tmp_path / "x.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TaxonomyError, match=message):
        from_esco(path)
