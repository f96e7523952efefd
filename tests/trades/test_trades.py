import numpy as np
import pytest

from podbor.errors import DataError, ModelError
from podbor.meanings import shipped_background
from podbor.trades.lexicon import load_trades, shipped_trades
from podbor.trades.model import load_trade_model, save_trade_model, shipped_trade_model
from podbor.trades.train import Example, examples_of_lines, train_trades

from support import ROOT

TITLES = [
    ("Оператор call-центра (удалённо)", "inbound_support"),
    ("Менеджер по телефонным продажам", "telesales"),
    ("СВАРЩИК НАКС", "construction_trades"),
    ("Медицинский регистратор", "reception"),
    ("Customer Service Representative", "inbound_support"),
    ("Line cook", "cook"),
    ("Senior Software Developer", "software"),
]


@pytest.mark.parametrize(("title", "trade"), TITLES)
def test_title_names_its_trade(title, trade):
    trades = shipped_trades()
    assert trades.ids[trades.of_title(title.lower())[0]] == trade


def test_title_of_no_trade():
    assert shipped_trades().of_title("берёзовая роща") == ()


def test_work_carries_fully_into_itself_and_never_more():
    carries = shipped_trades().carries
    assert (np.diag(carries) == 1).all()
    assert carries.min() >= 0
    assert carries.max() == 1


TOLD = [
    (
        "Отвечала на звонки держателей карт, объясняла списания, блокировала карты",
        "inbound_support",
    ),
    ("Варил супы и горячее, закупал мясо и овощи, следил за чистотой кухни", "cook"),
    ("Answered about eighty customer calls a day on billing and outages", "inbound_support"),
    ("Wrote Python services, reviewed code, fixed bugs in the payment module", "software"),
]


@pytest.mark.parametrize(("text", "trade"), TOLD)
def test_what_was_done_tells_the_trade_without_a_title(text, trade):
    chances = shipped_trade_model().chances("", text)
    assert shipped_trades().ids[int(chances.argmax())] == trade
    assert chances.sum() == pytest.approx(1, abs=1e-3)


def test_lines_name_trades_of_the_lexicon():
    found = list(examples_of_lines([ROOT / "corpus" / "trades"]))
    assert {example.trade for example in found} == set(range(len(shipped_trades())))


@pytest.mark.parametrize("row", ["cook\tru\tповар", "no_trade\tru\tповар\tварил"])
def test_bad_line_is_refused_by_file_and_number(tmp_path, row):
    (tmp_path / "lines.tsv").write_text(f"cook\tru\tповар\tварил\n{row}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"lines\.tsv: line 2 is not trade"):
        list(examples_of_lines([tmp_path]))


@pytest.mark.parametrize("text", ["[]", "trades: {}", "trades: {a: {ru: [x]}}"])
def test_bad_lexicon_is_refused_by_name(tmp_path, text):
    path = tmp_path / "trades.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"trades\.yaml: not a lexicon of trades"):
        load_trades(path)


def test_model_comes_back_from_disk(tmp_path):
    meanings, number = shipped_background().meanings, shipped_trades().number
    examples = [
        Example("", text, (), number[trade], str(i)) for i, (text, trade) in enumerate(TOLD * 3)
    ]
    made = train_trades(examples, meanings)
    save_trade_model(made, tmp_path / "model.npz")
    again = load_trade_model(tmp_path / "model.npz", meanings)
    for text, trade in TOLD:
        assert again.learned("", text) == pytest.approx(made.learned("", text), abs=1e-2)
        assert shipped_trades().ids[int(again.learned("", text).argmax())] == trade


def test_one_trade_is_not_enough_to_learn():
    with pytest.raises(ValueError, match="two trades"):
        train_trades([Example("повар", "варил", (), 0, "a")], shipped_background().meanings)


def test_model_of_other_meanings_is_refused(tmp_path):
    from podbor.meanings import Meanings

    made = shipped_trade_model()
    save_trade_model(made, tmp_path / "model.npz")
    other = Meanings(made.meanings.keys, made.meanings.vectors[:, :4])
    with pytest.raises(ModelError, match="other trades or meanings"):
        load_trade_model(tmp_path / "model.npz", other)
