import zipfile
from io import BytesIO

import pytest

import podbor

import build_samples
from support import ROOT

SAMPLES = ROOT / "corpus" / "samples"


def parts(data):
    archive = zipfile.ZipFile(BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", build_samples.FORMATS)
def test_sample_is_what_its_source_gives(name):
    path, data = build_samples.build(name)
    committed = (SAMPLES / path).read_bytes()
    if path.suffix == ".docx":
        assert parts(committed) == parts(data)
    elif path.suffix == ".pdf":  # compression differs between zlib builds, words do not
        assert podbor.read(SAMPLES / path).text != ""
    else:
        assert committed == data


@pytest.mark.parametrize("name", build_samples.FORMATS)
def test_sample_is_read_with_every_word_of_its_source(name):
    path, _ = build_samples.build(name)
    document = podbor.read(SAMPLES / path)
    read = "".join(document.text.split())
    source = (build_samples.SOURCES / f"{name}.txt").read_text(encoding="utf-8")
    lines = [text for kind, text in build_samples.parse(source) if kind != "blank"]
    assert [line for line in lines if "".join(line.split()) not in read] == []
    assert document.notices == ()


def test_no_sample_is_left_over():
    made = {build_samples.build(name)[0].as_posix() for name in build_samples.FORMATS}
    there = {p.relative_to(SAMPLES).as_posix() for p in SAMPLES.rglob("*.*") if p.suffix != ".md"}
    assert there == made


def test_samples_are_as_many_as_promised():
    assert len(list((SAMPLES / "postings").iterdir())) >= 3
    assert len(list((SAMPLES / "resumes").iterdir())) >= 15
