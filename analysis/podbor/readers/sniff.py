"""What the first bytes say a file is, whatever its name says."""

from __future__ import annotations

from podbor.errors import EncryptedFileError, UnsupportedFormatError, WrongTypeError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Office files, and DOCX under a password
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
FOREIGN = {  # first bytes → what to call it, where a text was promised
    b"PK\x03\x04": "a zip inside",
    b"PK\x05\x06": "a zip inside",
    b"%PDF-": "a PDF inside",
    b"\x89PNG": "a picture inside",
    b"\xff\xd8\xff": "a picture inside",
    b"GIF8": "a picture inside",
    b"\x1f\x8b": "a gzip inside",
    b"7z\xbc\xaf\x27\x1c": "an archive inside",
    b"Rar!\x1a": "an archive inside",
}
PACKED = frozenset({"docx", "odt"})


def refuse_disguise(name: str, data: bytes, file_format: str) -> None:
    """Refuse a file whose first bytes are those of another format.

    Parameters
    ----------
    name : str
        File name, for the error.
    data : bytes
    file_format : str
        What the ending of the name promises.

    Raises
    ------
    EncryptedFileError
        If it is a Word document under a password.
    UnsupportedFormatError
        If it is an old Office file.
    WrongTypeError
        If it is anything else that it should not be.

    Examples
    --------
    >>> refuse_disguise("cv.txt", b"%PDF-1.7", "txt")
    Traceback (most recent call last):
    podbor.errors.WrongTypeError: cv.txt: is not what its name says (a PDF inside); give it the...
    """
    if data.startswith(OLE):
        if ENCRYPTED_PACKAGE in data:
            raise EncryptedFileError(name)
        raise UnsupportedFormatError(name, "an old Office file")
    if file_format in PACKED:
        if not data.startswith(b"PK"):
            raise WrongTypeError(name, "not a zip, as every document of this kind is")
    elif file_format != "pdf":
        for mark, what in FOREIGN.items():
            if data.startswith(mark):
                raise WrongTypeError(name, what)
