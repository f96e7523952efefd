import json

import pytest
from click.testing import CliRunner

from podbor.cli import main

DOCUMENT = "Пекарь\n\nОбязанности:\n- замес теста\n- выпечка хлеба\n- приём звонков клиентов\n"


def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["taxonomy", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def documents(tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(2):
        (folder / f"{number}.txt").write_text(DOCUMENT, encoding="utf-8")
    return folder


def test_build_writes_a_folder_that_the_other_commands_read(documents, tmp_path):
    out = tmp_path / "out"
    summary = json.loads(run("build", documents, "--out", out).output)
    assert summary["documents"] == 2
    assert "выпечка хлеба" in run("tree", "--lang", "ru", "--taxonomy", out).output
    assert "выпечка хлеба" in run("search", "хлеб", "--lang", "ru", "--taxonomy", out).output
    rows = [json.loads(line) for line in run("stats", "--taxonomy", out).output.splitlines()]
    assert {"facet": "role", "concepts": 1, "with_concepts": 1} in rows


def test_diff_and_coverage_speak_of_new_documents(documents):
    rows = [json.loads(line) for line in run("diff", documents).stdout.splitlines()]
    assert "выпечка хлеба" in {row["ru"] for row in rows}
    covered = [json.loads(line) for line in run("coverage", documents).output.splitlines()]
    assert [row["covered"] for row in covered] == [1, 1]


@pytest.mark.parametrize("form", ["skos", "rdfxml", "json", "csv"])
def test_export_goes_to_stdout_and_to_a_file(tmp_path, form):
    path = tmp_path / f"taxonomy.{form}"
    run("export", "--format", form, "--out", path)
    assert path.read_text(encoding="utf-8") == run("export", "--format", form).output


def test_import_reads_what_export_wrote(tmp_path):
    path = tmp_path / "taxonomy.ttl"
    run("export", "--out", path)
    run("import", path, "--out", tmp_path / "copy")
    again = run("export", "--taxonomy", tmp_path / "copy").output
    assert again == path.read_text(encoding="utf-8")


def test_show_speaks_both_languages():
    assert "definition: Answers customers" in run("show", "duty/handle_inbound_calls").output
    assert "ISCO: 5244" in run("show", "role/agent", "--lang", "ru").output


def test_pictures_repeat_byte_for_byte(tmp_path):
    for name in ("one", "two"):
        run("picture", "--out", tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files == ["taxonomy-roles.svg", "taxonomy-tree.svg"]
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "duty/upsel"], "did you mean duty/upsell"),
        (["build", "EMPTY", "--out", "OUT"], "no document with text"),
        (["build", "DOCS", "--out", "OUT", "--curation", "NONE"], "no such folder"),
    ],
)
def test_bad_input_is_named_and_nothing_is_written(documents, tmp_path, arguments, message):
    (tmp_path / "empty").mkdir()
    names = {"EMPTY": tmp_path / "empty", "OUT": tmp_path / "out", "DOCS": documents}
    places = [names.get(argument, argument) for argument in arguments]
    assert message in run(*places, code=2).output
    assert not (tmp_path / "out").exists()


def test_evaluate_prints_agreement_with_annotated_units(tmp_path):
    text = "Обязанности:\nприём входящих звонков\nввод данных в CRM"
    unit = {"kind": "duty", "modality": "must", "concept_modality": {}}
    units = [
        {"start": 13, "stop": 35, "concepts": ["duty/handle_inbound_calls"], **unit},
        {"start": 36, "stop": 53, "concepts": ["tool/crm"], **unit},
    ]
    path = tmp_path / "gold.json"
    path.write_text(json.dumps([{"id": "a", "text": text, "units": units}]), encoding="utf-8")
    result = CliRunner().invoke(main, ["evaluate", "taxonomy", str(path)])
    assert json.loads(result.output)["coverage"] == 1.0
    result = CliRunner().invoke(main, ["evaluate", "taxonomy", str(path), "--proposal"])
    assert json.loads(result.output)["bcubed"]["f1"] == 1.0
