import subprocess
import sys

import pytest
import spacy

import podbor

TEXT = "Требования: уверенное владение Excel, опыт работы в CRM."


@pytest.mark.parametrize("language", ["ru", "en", "xx"])
def test_component_finds_concepts_in_a_blank_pipeline(language):
    nlp = spacy.blank(language)
    nlp.add_pipe("podbor_skills")
    doc = nlp(TEXT)
    found = [(s.text, s.id_, s.label_) for s in doc.spans["podbor"]]
    assert ("Excel", "tool/excel", "tool") in found
    assert ("CRM", "tool/crm", "tool") in found


def test_component_gives_the_same_in_a_pipe():
    nlp = spacy.blank("ru")
    nlp.add_pipe("podbor_skills")
    texts = [TEXT, "", "Кошка спит."]
    docs = [nlp(t) for t in texts]
    one = [[s.id_ for s in doc.spans["podbor"]] for doc in docs]
    assert [[s.id_ for s in doc.spans["podbor"]] for doc in nlp.pipe(texts)] == one


def test_component_gives_what_extract_gives():
    nlp = spacy.blank("ru")
    nlp.add_pipe("podbor_skills")
    text = "Обязанности: спокойно говорить с рассерженными людьми, приём звонков"
    doc = nlp(text)
    spans = [(s.start_char, s.end_char, s.id_) for s in doc.spans["podbor"]]
    assert spans == [(m.start, m.stop, m.concept) for m in podbor.extract(text)] != []


def test_component_works_after_others_and_keeps_overlaps():
    nlp = spacy.blank("ru")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "TOOL", "pattern": "Excel"}])
    nlp.add_pipe("podbor_skills", last=True)
    doc = nlp("Требования: грамотная устная и письменная речь, Excel.")
    spans = doc.spans["podbor"]
    assert [ent.text for ent in doc.ents] == ["Excel"]
    assert spans.has_overlap
    assert {"skill/verbal_communication", "skill/written_communication"} <= {s.id_ for s in spans}


def test_component_comes_back_from_disk(tmp_path):
    nlp = spacy.blank("ru")
    nlp.add_pipe("podbor_skills", config={"spans_key": "skills", "statements": False})
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    doc, other = nlp(TEXT), again(TEXT)
    want = [(s.start, s.end, s.id_) for s in doc.spans["skills"]]
    assert [(s.start, s.end, s.id_) for s in other.spans["skills"]] == want != []


def test_component_reads_another_taxonomy(tmp_path):
    entry = "- {id: tool/loom, label_ru: ткацкий станок, label_en: power loom, forms_ru: [станок]}"
    (tmp_path / "tool.yaml").write_text(entry, encoding="utf-8")
    nlp = spacy.blank("ru")
    nlp.add_pipe("podbor_skills", config={"taxonomy": str(tmp_path), "statements": False})
    doc = nlp("Работа на станке")
    assert [s.id_ for s in doc.spans["podbor"]] == ["tool/loom"]


def test_component_setting_of_a_wrong_type_is_refused():
    with pytest.raises(Exception, match="spans_key"):
        spacy.blank("ru").add_pipe("podbor_skills", config={"spans_key": ["a"]})


def test_blank_pipeline_does_not_load_the_matcher():
    code = "import spacy, sys; spacy.blank('ru'); print('pymorphy3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
