"""The one door to shipped files.

In a wheel they lie inside the package (``podbor/_corpus``, ``podbor/_models``); in a checkout, and
so in an editable install, in ``corpus/`` and ``models/`` at its root.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def resource(kind: str, name: str) -> Path:
    """Path of a shipped file or folder.

    Parameters
    ----------
    kind : str
        ``"corpus"`` or ``"models"``.
    name : str
        Path below it, with forward slashes.

    Raises
    ------
    FileNotFoundError
        If it was not installed.

    Examples
    --------
    >>> resource("corpus", "taxonomy").is_dir()
    True
    >>> resource("corpus", "no-such-file")
    Traceback (most recent call last):
    FileNotFoundError: podbor's own file corpus/no-such-file is missing: reinstall podbor, ...
    """
    package = Path(str(files("podbor")))
    shipped = package / f"_{kind}" / name
    if shipped.exists():
        return shipped
    checkout = package.parent.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / kind / name).exists():
        return checkout / kind / name
    message = (
        f"podbor's own file {kind}/{name} is missing: reinstall podbor, or use a full checkout"
    )
    raise FileNotFoundError(message)
