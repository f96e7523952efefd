import json

import pytest
from click.testing import CliRunner

from podbor.cli import main

OWN = """title\t\t\tОператор колл-центра
heading\t\t\tОбязанности:
duty\tduty/handle_inbound_calls\t\tприём входящих звонков
duty\ttool/excel\t\tнарезка овощей
heading\t\t\tТребования:
tool\ttool/excel\tnice\tзнание Excel будет плюсом
"""


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.tsv"
    path.write_text(OWN, encoding="utf-8")
    return path


def run(*args):
    return CliRunner().invoke(main, ["evaluate", "statements", *map(str, args)])


def test_tables_show_confusion_and_the_worst_units(gold):
    output = run(gold).output
    assert "gold.tsv: 1 documents, 6 units" in output
    assert "people \\ us" in output
    assert "most missed: tool/excel 1" in output
    assert "«нарезка овощей»" in output
    assert "missed: tool/excel" in output


def test_json_gives_the_figures_of_the_measuring_script(gold):
    figures = json.loads(run("--json", gold).output)
    assert figures["concepts"]["fn"] == 1
    assert figures["concepts"]["tp"] == 2
    assert figures["modality"]["nice"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "tp": 1, "fp": 0, "fn": 0}
    assert "errors" not in figures


def test_bad_file_is_named_and_the_others_are_measured(gold, tmp_path):
    (tmp_path / "bad.json").write_text("{}", encoding="utf-8")
    result = run(tmp_path / "bad.json", gold)
    assert result.exit_code == 2
    assert "bad.json: not annotated documents" in result.output
    assert "gold.tsv: 1 documents" in result.output


@pytest.mark.parametrize("command", ["statements", "linker"])
def test_training_names_the_file_it_cannot_read(tmp_path, command):
    (tmp_path / "own.tsv").write_text("duty приём", encoding="utf-8")
    args = ["train", command, "--own", str(tmp_path / "own.tsv"), "--out", str(tmp_path / "m")]
    result = CliRunner().invoke(main, args)
    assert result.exit_code == 2
    assert "own.tsv: rows are kind, concepts, modality, text" in result.output
    assert not (tmp_path / "m").exists()
