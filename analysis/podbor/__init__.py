"""podbor."""
