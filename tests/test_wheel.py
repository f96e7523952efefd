"""The wheel and the sdist hold what they should, and the wheel works away from the checkout."""

import subprocess
import sys
import tarfile
import venv
import zipfile

import pytest

from support import ROOT

SHIPPED = {
    "corpus/headings": "podbor/_corpus/headings",
    "corpus/lexicon": "podbor/_corpus/lexicon",
    "corpus/samples": "podbor/_corpus/samples",
    "corpus/taxonomy": "podbor/_corpus/taxonomy",
    "models/documents": "podbor/_models/documents",
    "models/fit": "podbor/_models/fit",
    "models/linker": "podbor/_models/linker",
    "models/statements": "podbor/_models/statements",
    "models/trades": "podbor/_models/trades",
    "analysis/podbor": "podbor",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The sdist, and the wheel that is built from it."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return {path.suffix: path for path in out.iterdir()}


def folder_files(folder):
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("folder", SHIPPED)
def test_wheel_holds_every_file_of_a_shipped_folder(built, folder):
    prefix = f"{SHIPPED[folder]}/"
    names = zipfile.ZipFile(built[".whl"]).namelist()
    inside = {name.removeprefix(prefix) for name in names if name.startswith(prefix)}
    inside = {name for name in inside if folder != "analysis/podbor" or not name.startswith("_")}
    wanted = {n for n in folder_files(folder) if folder != "analysis/podbor" or n[0] != "_"}
    assert inside == wanted


def test_wheel_holds_one_package(built):
    names = zipfile.ZipFile(built[".whl"]).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"podbor"}


def test_wheel_holds_no_pairs(built):
    names = zipfile.ZipFile(built[".whl"]).namelist()
    assert [name for name in names if "pairs/" in name] == []


def test_sdist_holds_what_the_tests_need(built):
    with tarfile.open(built[".gz"]) as archive:
        names = archive.getnames()
    parts = {"/".join(name.split("/")[1:]) for name in names}
    assert {"Makefile", "README.md", "tests/test_wheel.py", "corpus/pairs/grades.csv"} <= parts


def test_wheel_works_away_from_the_checkout(built, tmp_path):
    """An environment that sees this one's libraries, but podbor only from the wheel."""
    venv.create(tmp_path / "env", with_pip=False)
    site = next((tmp_path / "env").glob("lib/python*/site-packages"))
    zipfile.ZipFile(built[".whl"]).extractall(site)
    ours = [path for path in sys.path if "site-packages" in path]
    (site / "libraries.pth").write_text("\n".join(ours), encoding="utf-8")
    code = "import podbor, podbor.cli; print(podbor.__file__); podbor.cli.main(['demo'])"
    done = subprocess.run(
        [str(tmp_path / "env" / "bin" / "python"), "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(tmp_path) in done.stdout.splitlines()[0]
    assert "podbor rank" in done.stdout
