import json

import pytest

from podbor.builder.build import build, coverage_of, uncovered_in
from podbor.builder.curation import read_curation
from podbor.errors import DataError, TaxonomyError
from podbor.taxonomy import Taxonomy
from podbor.taxonomy.files import BUILT, row_of, write_taxonomy

from support import ROOT, SHARED, needs_shared

CORPUS = ROOT / "corpus"
needs_checkout = pytest.mark.skipif(
    not (CORPUS / "documents").is_dir(), reason="needs a checkout with corpus/documents"
)
COOKS = (
    "Повар\n\nОбязанности:\n- приготовление салатов и супов\n- нарезка овощей\n- уборка кухни\n"
    "Требования:\n- опыт работы поваром\n- аккуратность\n"
)


@pytest.fixture(scope="module")
def curation():
    return read_curation(CORPUS / "taxonomy" / "curation")


@pytest.fixture(scope="module")
def own(curation):
    return build([CORPUS / "documents"], curation=curation)


@pytest.fixture
def cooks(tmp_path):
    folder = tmp_path / "cooks"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(COOKS, encoding="utf-8")
    return folder


FROM_DOCUMENTS = frozenset({"count", "documents", "alt_ru", "alt_en"})


@needs_checkout
def test_committed_concepts_are_what_the_build_gives(own):
    """Without ../shared: all but what the source document adds."""
    shipped = {c.id: row_of(c) for c in Taxonomy.load().values()}
    built = {c.id: row_of(c) for c in own.taxonomy.values()}

    def stated(rows):
        return {
            name: {key: value for key, value in row.items() if key not in FROM_DOCUMENTS}
            for name, row in rows.items()
        }

    assert stated(built) == stated(shipped)
    assert own.taxonomy.occurrences == tuple(
        item for item in Taxonomy.load().occurrences if item.document.startswith(("ru/", "en/"))
    )


@needs_checkout
@needs_shared
def test_committed_taxonomy_is_what_the_build_gives(curation, tmp_path):
    built = build([CORPUS / "documents", SHARED / "seed"], curation=curation)
    write_taxonomy(built.taxonomy, tmp_path)
    for name in BUILT:
        assert (tmp_path / name).read_bytes() == (CORPUS / "taxonomy" / name).read_bytes(), name


@needs_checkout
def test_two_builds_give_the_same_bytes(curation, own, tmp_path):
    again = build([CORPUS / "documents"], curation=curation)
    for folder, built in (("one", own), ("two", again)):
        write_taxonomy(built.taxonomy, tmp_path / folder)
    for name in BUILT:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@needs_checkout
def test_every_role_has_a_document_in_both_languages_and_concepts(own):
    for language in ("ru", "en"):
        names = {path.stem for path in (CORPUS / "documents" / language).iterdir()}
        assert {f"role/{name}" for name in names} == set(own.taxonomy.roles)
    assert [role.id for role in own.taxonomy.roles.values() if len(role.concepts) < 10] == []


@needs_checkout
@pytest.mark.parametrize(
    ("role", "concept"),
    [
        ("role/telesales_agent", "duty/make_cold_calls"),
        ("role/resource_planner", "duty/plan_resources"),
        ("role/quality_analyst", "duty/evaluate_call_quality"),
        ("role/recruiter", "duty/post_job_ads"),
        ("role/system_administrator", "duty/administer_network"),
    ],
)
def test_characteristic_concepts_stand_out(own, role, concept):
    lifts = {row.concept: row.lift for row in own.taxonomy.roles[role].concepts}
    assert lifts[concept] > 3


def test_another_profession_is_built_without_curation(cooks):
    taxonomy = build([cooks]).taxonomy
    labels = {concept.label_ru for concept in taxonomy.matchable}
    assert {"приготовление салатов", "нарезка овощей", "уборка кухни", "аккуратность"} <= labels
    assert [role.label_ru for role in taxonomy.roles.values()] == ["повар"]
    assert {item.document for item in taxonomy.occurrences} == {"0", "1", "2", "3"}


def test_what_a_single_document_names_is_no_concept(cooks):
    (cooks / "9.txt").write_text("Повар\n\nОбязанности:\n- заточка ножей\n", encoding="utf-8")
    labels = {concept.label_ru for concept in build([cooks]).taxonomy.matchable}
    assert "заточка ножей" not in labels
    assert "заточка ножей" in {
        concept.label_ru for concept in build([cooks], min_documents=1).taxonomy.matchable
    }


def test_offsets_quote_the_document(cooks):
    taxonomy = build([cooks]).taxonomy
    quoted = {COOKS[item.start : item.stop] for item in taxonomy.occurrences}
    assert "нарезка овощей" in quoted


def test_diff_lists_what_the_shipped_taxonomy_lacks(cooks):
    found = uncovered_in([cooks], Taxonomy.load())
    assert any("нарезка овощей" in {p.text for _, p in proposal.phrases} for proposal in found)


def test_coverage_counts_statements_with_a_concept(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Обязанности:\n- приём входящих звонков\n- полёт на Луну\n", encoding="utf-8")
    (row,) = coverage_of([path], Taxonomy.load())
    assert (row["statements"], row["covered"], row["share"]) == (2, 1, 0.5)


def test_a_folder_without_documents_is_refused(tmp_path):
    with pytest.raises(DataError, match="no document with text"):
        build([tmp_path])


def test_documents_without_duties_are_refused(tmp_path):
    (tmp_path / "a.txt").write_text("Погода сегодня хорошая.\n" * 3, encoding="utf-8")
    with pytest.raises(DataError, match=r"no duty or skill|no document with text"):
        build([tmp_path])


def test_an_unreadable_file_is_told_of_and_the_rest_goes_on(cooks):
    (cooks / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    told = []
    assert len(build([cooks], on_error=told.append).sources) == 4
    assert [error.name for error in told] == ["bad.pdf"]


def test_a_failed_write_leaves_the_old_files(cooks, tmp_path, monkeypatch):
    out = tmp_path / "out"
    write_taxonomy(build([cooks]).taxonomy, out)
    before = {name: (out / name).read_bytes() for name in BUILT}

    def broken(*_args, **_options):
        message = "disk full"
        raise OSError(message)

    monkeypatch.setattr("podbor.taxonomy.files.row_of", broken)
    with pytest.raises(OSError, match="disk full"):
        write_taxonomy(Taxonomy.load(), out)
    assert {name: (out / name).read_bytes() for name in BUILT} == before


def test_a_damaged_line_is_named(tmp_path, cooks):
    write_taxonomy(build([cooks]).taxonomy, tmp_path / "t")
    path = tmp_path / "t" / "concepts.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], "{", *lines[1:]]), encoding="utf-8")
    with pytest.raises(TaxonomyError, match=r"concepts.jsonl:2: not a JSON object"):
        Taxonomy.load(tmp_path / "t")


def test_evidence_holds_no_words(own):
    row = json.dumps(
        [[i.concept, i.document, i.start, i.stop] for i in own.taxonomy.occurrences],
        ensure_ascii=False,
    )
    assert not any("а" <= letter <= "я" for letter in row)
