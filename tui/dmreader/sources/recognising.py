"""What bytes that are no text evidently are, so that a message can say so."""

_BEGINNINGS = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (such as .doc)"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ\x00", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"(\xb5/\xfd", "a compressed file"),
)
_ZIP = b"PK\x03\x04"
_IN_ZIP = (
    (b"mimetypeapplication/epub+zip", "an EPUB book"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"word/", "a Word document"),
    (b"META-INF/container.xml", "an EPUB book"),
    (b"xl/", "a spreadsheet"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b")) + b"\x7f"


def evidently(data: bytes) -> str | None:
    """What `data` is, with its article, if it is a well-known kind of file that is no plain text."""
    if data.startswith(_ZIP):
        # names stand in the list at the end, the kind of an EPUB or OpenDocument file at the beginning
        ends = data[:4096] + data[-65536:]
        return next((what for sign, what in _IN_ZIP if sign in ends), "a ZIP archive")
    return next((what for sign, what in _BEGINNINGS if data.startswith(sign)), None)


def control_share(data: bytes) -> float:
    """The share of `data` that are control characters which texts do not have, from 0 to 1."""
    return 1 - len(data.translate(None, _CONTROLS)) / len(data) if data else 0.0
