"""What the shipped taxonomy promises."""

import pytest

from podbor.matching.roles import RoleMatcher
from podbor.taxonomy import Taxonomy
from podbor.taxonomy.tables import card_of, role_frame, stats_of, to_csv, to_frame, tree_lines

LEVELS = range(1, 9)


@pytest.fixture(scope="module")
def taxonomy():
    return Taxonomy.load()


def test_every_concept_has_four_forms_in_each_language(taxonomy):
    few = [
        concept.id
        for concept in taxonomy.matchable
        if min(
            len({*concept.forms_ru, *concept.hidden_ru, concept.label_ru}),
            len({*concept.forms_en, *concept.hidden_en, concept.label_en}),
        )
        < 4
    ]
    assert few == []


def test_every_concept_is_defined_in_both_languages(taxonomy):
    bare = [c.id for c in taxonomy.matchable if not c.definition_ru or not c.definition_en]
    assert bare == []


def test_duties_and_skills_have_a_match_or_say_that_there_is_none(taxonomy):
    asked = [c for c in taxonomy.matchable if c.facet in {"duty", "skill"}]
    assert [c.id for c in asked if bool(c.matches) == bool(c.no_match)] == []


def test_no_label_belongs_to_two_concepts(taxonomy):
    for language in ("ru", "en"):
        labels = [concept.label(language) for concept in taxonomy.values()]
        assert {label for label in labels if labels.count(label) > 1} == set()


def test_roles_have_levels_codes_and_steps_upwards(taxonomy):
    roles = taxonomy.roles
    assert len(roles) >= 25
    for role in roles.values():
        assert role.level in LEVELS
        assert role.isco is not None
        assert role.okz is not None
        for step in role.next:
            assert roles[step].level >= role.level - 1, (role.id, step)
    assert roles["role/agent"].isco == "5244"
    assert roles["role/chat_agent"].isco == "4222"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Оператор call-центра", ["role/agent"]),
        ("Оператор колл центра на входящие звонки", ["role/agent"]),
        ("Тренер контакт-центра", ["role/trainer"]),
        ("Руководитель группы контактного центра", ["role/team_lead"]),
        ("Call Center Supervisor", ["role/supervisor"]),
        ("Специалист технической поддержки", ["role/technical_support_agent"]),
        ("Кинооператор", []),
        ("Оператор ПК", []),
        ("Оператор 1С", []),
        ("Оператор станков с ЧПУ", []),
        ("To call a bet in poker", []),
    ],
)
def test_titles_give_roles_and_homonyms_do_not(taxonomy, title, expected):
    found = RoleMatcher(taxonomy.roles.values()).find(title)
    assert [item.concept for item in found][:1] == expected


def test_every_concept_is_reached_from_the_top(taxonomy):
    lines = "\n".join(tree_lines(taxonomy))
    assert [name for name in (*taxonomy, *taxonomy.roles) if f" {name} " not in lines] == []


def test_tables_hold_every_concept(taxonomy):
    frame = to_frame(taxonomy)
    assert list(frame.index) == list(taxonomy)
    assert set(role_frame(taxonomy)["role"]) == set(taxonomy.roles)
    assert to_csv(taxonomy).count("\n") == len(taxonomy) + 1
    assert sum(row["concepts"] for row in stats_of(taxonomy)) == len(taxonomy.matchable) + len(
        taxonomy.roles
    )


def test_a_card_shows_definition_matches_and_evidence(taxonomy):
    card = "\n".join(card_of(taxonomy, "duty/handle_inbound_calls", language="ru"))
    for words in ("приём и обработка", "definition:", "esco exactMatch:", "evidence:", "places in"):
        assert words in card


def test_an_unknown_id_gets_the_nearest(taxonomy):
    with pytest.raises(KeyError, match="did you mean duty/upsell"):
        card_of(taxonomy, "duty/upsel")
