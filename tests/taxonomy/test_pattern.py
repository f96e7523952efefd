import pytest

from podbor.taxonomy.pattern import Atom, Gap, parse_pattern


def words(pattern):
    """Sequences of a pattern as text: alternatives joined by a bar, gaps as ~n."""
    return [
        " ".join(
            f"~{step.size}" if isinstance(step, Gap) else "|".join(sorted(a.text for a in step))
            for step in steps
        )
        for steps in parse_pattern(pattern)
    ]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("приём звонков", ["приём звонков"]),
        ("(приём|обработка) звонков", ["обработка|приём звонков"]),
        ("^принимать ~2 звонок", ["принимать ~2 звонок"]),
        ("[входящий] звонок", ["входящий звонок", "звонок"]),
        ("a [b] ~1 c", ["a b ~1 c", "a ~1 c"]),
        ("(call|phone call) log", ["call log", "phone call log"]),
        ("{звонок ~1 приём}", ["звонок ~1 приём", "приём ~1 звонок"]),
        ("клиенто-ориентированность", ["клиенто ориентированность"]),
        ("опыт [в ~2 сфере]", ["опыт в ~2 сфере", "опыт"]),
        ("[a] ~1 b", ["a ~1 b", "b"]),
    ],
)
def test_pattern_stands_for_sequences(pattern, expected):
    assert words(pattern) == expected


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [("звонок", "word"), ("^звонить", "family"), ("стресс*", "prefix"), ('"CRM"', "exact")],
)
def test_atom_has_its_kind(pattern, kind):
    (((atom,),),) = [[sorted(step) for step in steps] for steps in parse_pattern(pattern)]
    assert atom == Atom(kind, pattern.strip('^*"'))


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("(звонок", "does not close"),
        ("звонок)", "closes nothing"),
        ("~2 звонок", "begins and ends with a word"),
        ("звонок ~2", "begins and ends with a word"),
        ("a ~9 b", "a gap is ~1 to ~4"),
        ("стр*", "at least 4 letters"),
        ("", "begins and ends"),
        ("[звонок]", "may be left out"),
        ("(a b|c d|e f) (a b|c d|e f) " * 5, "split it"),
        ("a ~ b", "cannot read"),
    ],
)
def test_pattern_that_breaks_a_rule_is_refused(pattern, message):
    with pytest.raises(ValueError, match=message):
        parse_pattern(pattern)
