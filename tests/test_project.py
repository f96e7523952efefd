"""Promises about the project's own files."""

import re
import subprocess
import sys

import pytest

import podbor

from support import ROOT

CYRILLIC, LATIN = "а-яёА-ЯЁ", "a-zA-Z"
URI = re.compile(r"http://data\.europa\.eu\S+")
MIXED = re.compile(rf"(?<![\w])(?=\w*[{CYRILLIC}])(?=\w*[{LATIN}])[{CYRILLIC}{LATIN}]+(?![\w])")
PHONE = re.compile(r"(?:\+7|\b8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}")
INVENTED = re.compile(r"(?:\+7|8)[\s(-]*900[\s)-]*000")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")


def texts(*folders):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".txt", ".yaml", ".html", ".csv", ".md", ".tsv"}:
                yield path, path.read_text(encoding="utf-8")


ESCAPE = re.compile(r"\\[a-zA-Z]")  # of a regular expression: r"\bдо"


def test_no_word_of_the_taxonomy_mixes_scripts():
    found = {
        (path.name, word)
        for path, text in texts("corpus/taxonomy", "corpus/headings", "corpus/lexicon")
        for word in MIXED.findall(ESCAPE.sub(" ", text))
    }
    assert found <= {("headings.yaml", "чтo")}


def test_phones_and_addresses_in_the_corpus_are_invented():
    bad = []
    for path, whole in texts("corpus"):
        if path.parent.name == "labels":  # offsets and checksums only
            continue
        text = URI.sub("", whole)  # the digits of an ESCO identifier are no phone
        bad += [(path.name, phone) for phone in PHONE.findall(text) if not INVENTED.match(phone)]
        bad += [(path.name, m) for m in EMAIL.findall(text) if "example" not in m.partition("@")[2]]
    assert bad == []


def test_no_code_lies_under_data():
    assert [p.name for f in ("corpus", "models") for p in (ROOT / f).rglob("*.py")] == []


@pytest.mark.parametrize("name", podbor.__all__)
def test_public_name_is_there_and_documented(name):
    assert getattr(podbor, name).__doc__


def test_unknown_name_is_refused():
    with pytest.raises(AttributeError, match="no attribute 'rnak'"):
        _ = podbor.rnak


def test_import_of_podbor_loads_nothing_heavy():
    code = (
        "import podbor, sys\n"
        "print(sorted({'numpy', 'pandas', 'spacy', 'sklearn', 'pymorphy3'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_records_know_nobody():
    text = (ROOT / "analysis/podbor/records.py").read_text(encoding="utf-8")
    assert "podbor" not in "\n".join(re.findall(r"^(?:from|import) .*", text, re.MULTILINE))
