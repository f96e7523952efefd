import json

import pytest

from podbor.errors import TaxonomyError
from podbor.taxonomy import Concept, Taxonomy

from support import SHARED, needs_shared

GROUP = Concept(id="tool/software", label_ru="программы", label_en="software", group=True)


def concept(concept_id="tool/crm", **fields):
    return Concept(id=concept_id, label_ru="ЦРМ", label_en="CRM", **fields)


@needs_shared
def test_shipped_taxonomy_has_the_inventory_with_its_labels():
    lines = (SHARED / "gold" / "concepts.jsonl").read_text(encoding="utf-8").splitlines()
    inventory = {row["id"]: (row["label_ru"], row["label_en"]) for row in map(json.loads, lines)}
    shipped = {c.id: (c.label_ru, c.label_en) for c in Taxonomy.load().matchable}
    assert {key: shipped.get(key) for key in inventory} == inventory


def test_every_shipped_concept_is_under_a_group_of_its_facet():
    taxonomy = Taxonomy.load()
    loose = [
        c.id
        for c in taxonomy.matchable
        if not taxonomy.broader(c.id) or taxonomy[taxonomy.broader(c.id)[-1]].facet != c.facet
    ]
    assert loose == []


def test_every_facet_has_at_most_twelve_top_groups():
    taxonomy = Taxonomy.load()
    tops = [c.facet for c in taxonomy.values() if c.group and c.broader is None]
    assert {facet: tops.count(facet) for facet in tops if tops.count(facet) > 12} == {}


def test_every_shipped_concept_has_forms_in_both_languages():
    bare = [c.id for c in Taxonomy.load().matchable if not c.forms_ru or not c.forms_en]
    assert bare == []


def test_narrower_and_broader_are_each_others_inverse():
    taxonomy = Taxonomy([GROUP, concept(broader="tool/software")])
    assert taxonomy.broader("tool/crm") == ("tool/software",)
    assert taxonomy.narrower("tool/software") == ("tool/crm",)


def test_search_finds_labels_in_both_languages():
    taxonomy = Taxonomy([GROUP, concept()])
    assert [c.id for c in taxonomy.search("ПРОГ")] == ["tool/software"]
    assert [c.id for c in taxonomy.search("crm")] == ["tool/crm"]
    assert taxonomy.search("абак") == ()


@pytest.mark.parametrize(
    ("concepts", "message"),
    [
        ([concept(), concept()], "tool/crm: stands twice"),
        ([concept("gadget/crm")], "an id is facet/slug"),
        ([concept(broader="tool/none")], "broader tool/none is not a concept"),
        (
            [concept("tool/a", broader="tool/b"), concept("tool/b", broader="tool/a")],
            "form a cycle",
        ),
        ([concept(forms_ru=("(битрикс",))], r"form '\(битрикс': a bracket does not close"),
        ([Concept(id="tool/x", label_ru="", label_en="x")], "both label_ru and label_en"),
        (
            [Concept(id="tool/x", label_ru="x", label_en="x", group=True, forms_ru=("x",))],
            "no forms",
        ),
    ],
)
def test_taxonomy_that_breaks_a_rule_is_refused(concepts, message):
    with pytest.raises(TaxonomyError, match=message):
        Taxonomy(concepts)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- id: [", "tool.yaml: not a YAML file"),
        ("id: tool/crm", "tool.yaml: must be a list"),
        ("- label_ru: x", "tool.yaml:1: an entry without id"),
        ("- {id: tool/x, label_ru: x, label_en: x, form: y}", r"unknown keys \['form'\]"),
    ],
)
def test_taxonomy_file_of_another_form_is_refused_by_name(tmp_path, text, message):
    (tmp_path / "tool.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(TaxonomyError, match=message):
        Taxonomy.load(tmp_path)


def test_folder_without_files_is_refused(tmp_path):
    with pytest.raises(TaxonomyError, match=r"no \*.yaml files"):
        Taxonomy.load(tmp_path)
