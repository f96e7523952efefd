"""README's Python and console blocks are run and must print what they show."""

import shlex

import pytest
from click.testing import CliRunner
from sybil import Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from podbor.cli import main

from support import ROOT


def run_console(example):
    command, _, expected = example.parsed.partition("\n")
    result = CliRunner().invoke(main, shlex.split(command)[2:])
    assert (result.output.split(), result.exit_code) == (expected.split(), 0)


README = Sybil([PythonCodeBlockParser(), CodeBlockParser("console", run_console)]).parse(
    ROOT / "README.md"
)


@pytest.mark.parametrize("example", list(README), ids=lambda example: f"line {example.line}")
def test_readme_example(example, monkeypatch):
    monkeypatch.chdir(ROOT)
    example.evaluate()


def test_readme_shows_every_command():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in main.commands if f"podbor {name}" not in text] == []


def test_readme_shows_both_kinds_of_block():
    kinds = {example.parsed.startswith("$ podbor") for example in README}
    assert kinds == {True, False}
