import pytest

from podbor.linking.clauses import clauses_of
from podbor.linking.unlinked import find_unlinked


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("приём звонков, ввод данных", ["приём звонков", "ввод данных"]),
        ("приём и обработка звонков", ["приём", "обработка звонков"]),
        ("Answer phones Greet guests", ["Answer phones", "Greet guests"]),
        ("Работа в CRM-системе", []),
        ("", []),
    ],
)
def test_statement_is_cut_to_clauses(text, clauses):
    assert [text[start:stop] for start, stop in clauses_of(text)] == clauses


@pytest.mark.parametrize(
    ("text", "kind", "taken", "found"),
    [
        ("нарезка овощей", "duty", [], ["нарезка овощей"]),
        ("сварка труб, приём звонков", "duty", [(12, 26)], ["сварка труб"]),
        ("AutoCAD, Компас", "tool", [], ["AutoCAD", "Компас"]),
        ("приём звонков", "duty", [(0, 13)], []),
        ("график 2/2, оклад", "condition", [], []),
        ("и так далее", "duty", [], []),
        ("", "duty", [], []),
    ],
)
def test_clear_names_without_a_concept_are_found(text, kind, taken, found):
    assert [text[start:stop] for start, stop in find_unlinked(text, kind, taken)] == found
