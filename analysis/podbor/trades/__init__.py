"""Trades: kinds of work, and how far one carries into another.

A trade is wider than a role of the taxonomy and covers professions outside it: what a recruiter
knows of a welder who applies as an operator.  Titles are labelled by
``corpus/lexicon/trades.yaml``; a trained classifier (``models/trades``) tells the rest
by what the person did.
"""

from podbor.trades.lexicon import Trades, shipped_trades
from podbor.trades.model import TradeModel, shipped_trade_model

__all__ = ["TradeModel", "Trades", "shipped_trade_model", "shipped_trades"]
