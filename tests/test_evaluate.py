import importlib.util
import json
import random

import pytest

import podbor
from podbor import annotated, evaluate
from podbor.errors import DataError

from support import SHARED, needs_shared


def script(name):
    spec = importlib.util.spec_from_file_location(name, SHARED / "eval" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@needs_shared
def test_statement_figures_are_those_of_the_measuring_script():
    path = SHARED / "gold" / "resumes.dev.json"
    documents = annotated.load_documents(path)[:6]
    inventory = evaluate.inventory_beside(path)
    ours = evaluate.evaluate_statements(documents, podbor.statements, inventory=inventory)
    theirs = script("score_statements").score(documents, podbor.statements)
    for name in (
        "documents",
        "units",
        "kind_group",
        "kind_fine",
        "concepts",
        "duty",
        "skill",
        "new",
    ):
        assert evaluate.rounded(ours[name]) == evaluate.rounded(theirs[name])
    assert evaluate.rounded(ours["modality"]) == evaluate.rounded(theirs["modality"])


@needs_shared
def test_fit_figures_are_those_of_the_measuring_script():
    rng = random.Random(1)
    rows = [(f"p{i % 5}", rng.choice([0, 0.5, 1, 2, 3]), round(rng.random(), 1)) for i in range(80)]
    measure = script("score_fit")
    assert evaluate.fit_figures(rows) == pytest.approx(measure.figures(rows))
    theirs = measure.interval(rows)
    ours = evaluate.evaluate_fit(rows)
    assert {name: ours[name][1:] for name in theirs} == {
        name: pytest.approx(value) for name, value in theirs.items()
    }


GOLD = [
    {
        "id": "a",
        "text": "Приём звонков. Условия",
        "units": [
            {
                "start": 0,
                "stop": 14,
                "kind": "duty",
                "concepts": ["duty/handle_inbound_calls", "new:duty/juggle"],
                "modality": "must",
                "concept_modality": {},
            },
            {"start": 15, "stop": 22, "kind": "heading", "concepts": [], "modality": "-"},
        ],
    }
]


def fake(text):
    mention = {"start": 0, "stop": 5, "concept": "duty/handle_inbound_calls", "modality": "nice"}
    one = podbor.records.Mention(**mention, text=text[:5])
    return [
        podbor.records.Statement(
            start=0,
            stop=14,
            text=text[:14],
            kind="duty",
            modality="must",
            language="ru",
            mentions=(one,),
        )
    ]


def test_figures_of_a_small_file():
    found = evaluate.evaluate_statements(GOLD, fake)
    assert found["kind_group"] == {
        "accuracy": 0.5,
        "macro_f1": 0.5,
        "f1": {"duty": 1.0, "heading": 0.0},
    }
    assert found["concepts"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "tp": 1, "fp": 0, "fn": 0}
    assert found["new"]["fn"] == 1
    assert found["modality"]["accuracy"] == 0.0
    assert found["modality"]["nice"]["fp"] == 1


def test_perfect_ranking_has_perfect_figures():
    rows = [("p", 3, 0.99), ("p", 2, 0.9), ("p", 1, 0.1), ("p", 0, 0.01)]
    found = evaluate.fit_figures(rows)
    assert (found["spearman"], found["ndcg5"], found["auc"]) == pytest.approx((1, 1, 1))
    assert found["brier"] == pytest.approx((0.0001 + 0.01 + 0.01 + 0.0001) / 4)


def test_constant_scores_rank_nothing():
    rows = [("p", 3, 0.5), ("p", 0, 0.5)]
    assert evaluate.fit_figures(rows)["spearman"] == 0
    assert evaluate.fit_figures(rows)["auc"] == 0.5


@pytest.mark.parametrize("text", ["{", "[1]", '[{"text": "a"}]', '{"a": 1}'])
def test_file_of_another_form_is_refused_by_name(tmp_path, text):
    path = tmp_path / "gold.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"gold\.json: not annotated documents"):
        annotated.load_documents(path)


def test_pairs_with_one_grade_are_refused():
    with pytest.raises(DataError, match="two different grades"):
        evaluate.evaluate_fit([("p", 1, 0.2), ("p", 1, 0.3)])


def test_missing_resume_in_pairs_is_refused(tmp_path):
    path = tmp_path / "pairs.json"
    pairs = {
        "postings": {"p": "x"},
        "resumes": {},
        "pairs": [{"posting": "p", "resume": "r", "grades": [1]}],
    }
    path.write_text(json.dumps(pairs), encoding="utf-8")
    with pytest.raises(DataError, match="not graded pairs"):
        evaluate.fit_rows(path, lambda *_: 0.5)
