"""Reading the word lists under ``corpus/`` that linguists edit."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def read_yaml(path: Path) -> Any:
    """Parse a YAML file with the fast safe loader where libyaml is present.

    Raises
    ------
    yaml.YAMLError
        If the file is no YAML.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - a safe loader
