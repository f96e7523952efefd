import pytest

from podbor.builder.curation import curate, read_curation
from podbor.errors import TaxonomyError
from podbor.taxonomy import Concept

CONCEPTS = """
- id: duty/take_calls
  label_ru: приём вызовов
  label_en: take calls
  forms_ru: [принимать вызов]
- id: duty/answer_calls
  label_ru: ответ на звонки
  label_en: answer calls
  forms_ru: [отвечать на звонок]
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts" / "duty.yaml").write_text(CONCEPTS, encoding="utf-8")
    return tmp_path


def decide(folder, text, proposals=(), patterns_of=None):
    (folder / "decisions.yaml").write_text(text, encoding="utf-8")
    return curate(proposals, read_curation(folder), patterns_of=patterns_of or {})


def test_merge_joins_forms_and_drops_the_other(folder):
    found = decide(folder, "- {merge: [duty/answer_calls], into: duty/take_calls, reason: same}")
    assert list(found) == ["duty/take_calls"]
    assert found["duty/take_calls"].forms_ru == ("принимать вызов", "отвечать на звонок")


def test_merge_of_a_phrase_adds_the_patterns_it_stands_for(folder):
    found = decide(
        folder,
        "- {merge: [журнал вызовов], into: duty/take_calls, reason: machine translation}",
        patterns_of={"журнал вызовов": ("журнал вызов",)},
    )
    assert "журнал вызов" in found["duty/take_calls"].forms_ru


def test_rename_label_define_and_match_change_one_concept(folder):
    found = decide(
        folder,
        """
- {rename: duty/take_calls, to: duty/handle_calls, reason: clearer}
- {label: duty/handle_calls, ru: обработка вызовов, reason: clearer}
- {define: duty/handle_calls, ru: Отвечает., en: Answers., note_en: Not chats.}
- match: duty/handle_calls
  esco: [{kind: close, uri: 'http://data.europa.eu/esco/skill/1', label: x}]
""",
    )
    concept = found["duty/handle_calls"]
    assert (concept.label_ru, concept.label_en) == ("обработка вызовов", "take calls")
    assert (concept.definition_en, concept.note_en) == ("Answers.", "Not chats.")
    assert [(match.scheme, match.kind) for match in concept.matches] == [("esco", "close")]


def test_split_moves_phrases_to_a_new_concept(folder):
    found = decide(
        folder,
        """
- split: duty/take_calls
  into:
  - {id: duty/take_video_calls, label_ru: видео, label_en: video, phrases: [принимать вызов]}
  reason: two things
""",
    )
    assert found["duty/take_calls"].forms_ru == ()
    assert found["duty/take_video_calls"].forms_ru == ("принимать вызов",)


def test_add_forms_adds_and_drops(folder):
    found = decide(
        folder,
        "- {add_forms: duty/take_calls, ru: [брать трубку], drop: [принимать вызов], reason: odd}",
    )
    assert found["duty/take_calls"].forms_ru == ("брать трубку",)


def test_reject_removes_a_concept_and_keeps_what_stood_under_it(folder):
    below = Concept(id="duty/x", label_ru="а", label_en="b", broader="duty/take_calls")
    found = decide(folder, "- {reject: [duty/take_calls], reason: noise}", proposals=[below])
    assert sorted(found) == ["duty/answer_calls", "duty/x"]
    assert found["duty/x"].broader is None


def test_settings_leave_proposals_out(folder):
    (folder / "settings.yaml").write_text("- {keep_proposals: false, reason: x}", encoding="utf-8")
    proposal = Concept(id="duty/x", label_ru="а", label_en="b")
    assert "duty/x" not in decide(folder, "", proposals=[proposal])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "- {merge: [duty/take_cals], into: duty/answer_calls, reason: x}",
            "did you mean duty/take",
        ),
        ("- {merge: [a b], into: duty/none, reason: x}", r"decisions.yaml:1: merge: duty/none"),
        ("\n- {label: duty/take_calls, ru: x}", r"decisions.yaml:2: label needs a reason"),
        ("- {joins: duty/take_calls}", "a decision begins with one of"),
        ("- {define: duty/take_calls, de: x}", r"unknown keys \['de'\]"),
        (
            "- {rename: duty/take_calls, to: duty/answer_calls, reason: x}",
            "an id that no concept has",
        ),
        ("a: b", "must be a list"),
        ("- [", "not a YAML file"),
        (
            "- {add_forms: duty/take_calls, ru: [отвечать на звонок], reason: x}",
            "'отвечать на звонок' belongs to duty/answer_calls and duty/take_calls",
        ),
    ],
)
def test_errors_name_file_line_and_fix(folder, text, message):
    with pytest.raises(TaxonomyError, match=message):
        decide(folder, text)


def test_a_shared_form_is_allowed_when_declared(folder):
    text = """
- {add_forms: duty/take_calls, ru: [отвечать на звонок], reason: x}
- {share: [отвечать на звонок], reason: both}
"""
    assert "отвечать на звонок" in decide(folder, text)["duty/take_calls"].forms_ru


def test_a_concept_declared_twice_is_refused(folder):
    (folder / "concepts" / "more.yaml").write_text(CONCEPTS, encoding="utf-8")
    with pytest.raises(TaxonomyError, match=r"more.yaml:2: duty/take_calls is declared twice"):
        read_curation(folder)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(TaxonomyError, match="no such folder"):
        read_curation(tmp_path / "none")
