"""Errors that podbor raises: each names the file and says what to do.

The command line shows ``str(error)`` in English or, through ``error.code``, in Russian.
"""

from __future__ import annotations

EXIT_BAD_INPUT = 2  # exit status of every command for input that podbor refuses


class PodborError(Exception):
    """Anything that podbor refuses; catch this one to catch them all."""


class ReadError(PodborError):
    """A file that cannot be read.

    Parameters
    ----------
    name : str
        File name, without folders.
    detail : str
        What was found, in a few words; never words of the document.
    """

    code = "unreadable"
    what = "cannot be read"
    advice = "open it in its own program and save it again"

    def __init__(self, name: str, detail: str = "") -> None:
        self.name = name
        self.detail = detail
        found = f" ({detail})" if detail else ""
        super().__init__(f"{name}: {self.what}{found}; {self.advice}")

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        """Survive the way back from a worker process."""
        return type(self), (self.name, self.detail)


class MissingFileError(ReadError):
    """No such file."""

    code = "missing"
    what = "no such file"
    advice = "check the path"


class EmptyFileError(ReadError):
    """No bytes, or no words."""

    code = "empty"
    what = "is empty"
    advice = "ask for the file again"


class EncryptedFileError(ReadError):
    """A password is needed."""

    code = "encrypted"
    what = "is protected by a password"
    advice = "save a copy without the password"


class ScannedFileError(ReadError):
    """Pages that are pictures, with no text layer."""

    code = "scanned"
    what = "has no text layer, only pictures of pages"
    advice = "run text recognition (OCR) first or ask for a text version"


class TruncatedFileError(ReadError):
    """A file that is cut off or damaged."""

    code = "truncated"
    what = "is damaged or cut off"
    advice = "download or ask for it again"


class WrongTypeError(ReadError):
    """The content is not what the name says."""

    code = "wrong_type"
    what = "is not what its name says"
    advice = "give it the right ending or save it again"


class UnsupportedFormatError(ReadError):
    """A format that podbor does not read."""

    code = "unsupported"
    what = "has a format that podbor does not read"
    advice = "save it as .docx, .pdf, .txt, .html, .rtf or .odt"


class TooLargeError(ReadError):
    """Over a limit of size, pages or unpacked size."""

    code = "too_large"
    what = "is larger than the limit"
    advice = "give a smaller file or raise the limit"


class TaxonomyError(PodborError):
    """A taxonomy file that breaks its own rules."""


class ModelError(PodborError):
    """A model that is missing, damaged or of another version."""


class DataError(PodborError):
    """A data file (gold, pairs) that has not the form it should have."""
