import json
from typing import get_args

import pytest

from podbor import annotated
from podbor.errors import DataError
from podbor.records import Kind
from podbor.taxonomy import Taxonomy

from support import ROOT, SHARED, needs_shared

OWN = """title\t\t\tОператор
duty\tduty/handle_inbound_calls\t\tприём звонков
skill\ttool/excel:nice,tool/crm\t\tCRM, Excel желательно
experience\texperience/none_required\t\tопыт не нужен

title\t\t\tПовар
"""


def test_own_lines_become_documents_with_units(tmp_path):
    (tmp_path / "own.tsv").write_text(OWN, encoding="utf-8")
    first, second = annotated.own_documents(tmp_path / "own.tsv")
    lines = [first["text"][unit["start"] : unit["stop"]] for unit in first["units"]]
    assert lines == ["Оператор", "приём звонков", "CRM, Excel желательно", "опыт не нужен"]
    assert [unit["kind"] for unit in first["units"]] == ["title", "duty", "skill", "experience"]
    assert first["units"][2]["concept_modality"] == {"tool/excel": "nice"}
    assert first["units"][3]["concept_modality"] == {"experience/none_required": "not"}
    assert [unit["modality"] for unit in first["units"]] == ["-", "must", "must", "must"]
    assert second["text"] == "Повар"


@pytest.mark.parametrize(
    ("dots", "text"),
    [
        (True, "Оператор. приём звонков. CRM, Excel желательно. опыт не нужен."),
        (False, "Оператор приём звонков CRM, Excel желательно опыт не нужен"),
    ],
)
def test_document_can_be_flattened(tmp_path, dots, text):
    (tmp_path / "own.tsv").write_text(OWN, encoding="utf-8")
    flat = annotated.flattened(annotated.own_documents(tmp_path / "own.tsv")[0], dots=dots)
    assert flat["text"] == text
    unit = flat["units"][1]
    assert flat["text"][unit["start"] : unit["stop"]].rstrip(".") == "приём звонков"


@pytest.mark.parametrize("row", ["duty\tприём звонков", "duty\t\t\t", "duty приём"])
def test_own_lines_of_another_form_are_refused(tmp_path, row):
    (tmp_path / "own.tsv").write_text(row, encoding="utf-8")
    with pytest.raises(DataError, match=r"own\.tsv: rows are kind, concepts, modality, text; docu"):
        annotated.load_documents(tmp_path / "own.tsv")


def labelled(tmp_path, checksum):
    (tmp_path / "rows.jsonl").write_text(
        json.dumps({"text": "<p>Обязанности</p><li>приём&nbsp;звонков</li>"}), encoding="utf-8"
    )
    lines = ["# rows.jsonl", f"## 0 {checksum}", "0\t11\theading\t\t", "12\t25\tduty\tduty/x\tnice"]
    (tmp_path / "labels.tsv").write_text("\n".join(lines), encoding="utf-8")
    return annotated.labelled_documents(tmp_path / "labels.tsv", data=tmp_path)


def test_labels_hold_for_the_text_that_they_were_written_on(tmp_path):
    (document,) = labelled(tmp_path, annotated.checksum_of("Обязанности\nприём\u00a0звонков"))
    duty = document["units"][1]
    assert document["text"][duty["start"] : duty["stop"]] == "приём\u00a0звонков"
    assert (duty["concepts"], duty["modality"]) == (["duty/x"], "nice")


def test_labels_of_a_text_that_changed_are_refused(tmp_path):
    with pytest.raises(DataError, match=r"labels\.tsv: row 0 of its source is another text now"):
        labelled(tmp_path, "0" * 12)


def test_labels_without_their_source_are_refused(tmp_path):
    (tmp_path / "labels.tsv").write_text("# nowhere.jsonl\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"nowhere\.jsonl: cannot read this source of labels"):
        annotated.labelled_documents(tmp_path / "labels.tsv", data=tmp_path)


FILES = sorted((ROOT / "corpus" / "statements").glob("*.tsv"))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_our_own_lines_use_known_kinds_and_concepts(path):
    units = [unit for doc in annotated.own_documents(path) for unit in doc["units"]]
    known = {concept.id for concept in Taxonomy.load().matchable}
    assert {unit["kind"] for unit in units} <= {*get_args(Kind)}
    assert {concept for unit in units for concept in unit["concepts"]} <= known


def test_own_documents_are_as_many_as_promised():
    documents = [
        doc for path in FILES if "para_" not in path.stem for doc in annotated.own_documents(path)
    ]
    assert len(documents) >= 150


@needs_shared
@pytest.mark.parametrize("name", ["callcentre_postings", "resumes_livecareer"])
def test_labels_of_the_collections_still_fit(name):
    path = ROOT / "corpus" / "labels" / f"{name}.tsv"
    documents = annotated.labelled_documents(path, data=SHARED / "data")
    assert len(documents) > 100
    assert all(u["stop"] <= len(d["text"]) for d in documents for u in d["units"])


def test_label_files_hold_no_words_of_the_texts():
    for path in sorted((ROOT / "corpus" / "labels").glob("*.tsv")):
        text = path.read_text(encoding="utf-8")
        assert text.isascii()
