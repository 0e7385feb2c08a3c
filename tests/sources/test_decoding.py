"""Bytes made into text: what is known, what is guessed and said, what is refused."""

import pytest

from dmreader.sources import SourceError
from dmreader.sources.decoding import decode

WESTERN = "“Le café naïf”, dit-elle — où ça s’est passé à l’école. Les élèves étaient très déçus.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_that_says_so_is_read_without_a_word(encoding: str) -> None:
    assert decode(WESTERN.encode(encoding), "a") == (WESTERN, ())


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_tells_the_order(mark: str) -> None:
    assert decode(("\ufeff" + WESTERN).encode(mark), "a") == (WESTERN, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "cp1252"),
        ("Die Bürger räumten größtenteils die Straßen, schöne Grüße aus Köln.", "latin-1"),
        ("Żołnierze zaczęli się wycofywać. Łódź, Gdańsk i Kraków są piękne.", "cp1250"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy. Vláda schválila nový zákon.", "iso8859-2"),
        ("Президент сказал, что страна будет развиваться. Встреча в Москве.", "cp1251"),
        ("Президент сказал, что страна будет развиваться. Встреча в Москве.", "koi8-r"),
        ("Ο πρωθυπουργός είπε ότι η κυβέρνηση θα λάβει μέτρα.", "cp1253"),
        ("首相は記者会見で述べた。東京で会議が開かれた。", "shift_jis"),
        ("首相は記者会見で述べた。東京で会議が開かれた。", "iso2022_jp"),
        ("总理在记者会上表示，政府将采取措施。北京举行了会议。", "gb18030"),
        ("ראש הממשלה אמר כי הממשלה תנקוט צעדים. ירושלים היא עיר יפה. ", "cp1255"),
        (WESTERN, "utf-16-le"),
        (WESTERN, "utf-16-be"),
        ("Встреча в Москве прошла хорошо. " * 3, "utf-16-le"),
    ],
)
@pytest.mark.parametrize("times", [1, 4000])
def test_what_does_not_say_its_encoding_is_guessed_and_that_is_said(
    text: str, encoding: str, times: int
) -> None:
    found, notices = decode((text * times).encode(encoding), "a")
    assert found == text * times
    assert len(notices) == 1
    assert "guess" in notices[0]
    assert "--encoding" in notices[0]


@pytest.mark.parametrize(
    ("data", "text", "places"),
    [
        ("café ".encode() + b"caf\xe9", "café caf�", 1),
        ("“quoted” ".encode() + b"\xed\xa0\x80", "“quoted” ���", 1),
        (b"caf" + b"\xc3", "caf�", 1),
        (b"slash \xc0\xaf and \xc0\x9b[31m", "slash �� and ��[31m", 2),
    ],
)
def test_damaged_utf_8_stays_utf_8_and_the_damage_is_counted(data: bytes, text: str, places: int) -> None:
    found, notices = decode(data, "a")
    assert found == text
    assert [notice.split()[0] for notice in notices] == [str(places)]


def test_a_cut_utf_16_text_is_read_to_the_cut() -> None:
    found, notices = decode("two".encode("utf-16")[:-1], "a")
    assert found == "tw�"
    assert notices[0].startswith("1 place is not valid utf-16")


def test_utf_7_is_never_decoded() -> None:
    assert decode(b"+ADw-script+AD4-", "a") == ("+ADw-script+AD4-", ())


def test_the_encoding_that_is_asked_for_is_used() -> None:
    assert decode("naïve".encode("mac_roman"), "a", "mac_roman") == ("naïve", ())
    assert decode(WESTERN.encode("utf-8-sig"), "a", "utf-8") == (WESTERN, ())
    with pytest.raises(SourceError, match=r"^a: this is not text in ascii\.$"):
        decode(WESTERN.encode(), "a", "ascii")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"{\\rtf1 Hello", "an RTF document"),
        (b"PK\x03\x04....word/document.xml", "a Word document"),
        (b"PK\x03\x04" + bytes(9000) + b"word/document.xml", "a Word document"),
        (b"PK\x03\x04....mimetypeapplication/epub+zip", "an EPUB book"),
        (b"PK\x03\x04....a.txt", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "an old Office document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"\x7fELF\x02", "a program"),
        (bytes(1000), "binary data"),
        (bytes(range(256)) * 50, "binary data"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, what: str) -> None:
    with pytest.raises(SourceError) as refused:
        decode(data, "some/file")
    assert str(refused.value).startswith("some/file: this ")
    assert what in str(refused.value)


def test_a_text_with_a_stray_nul_is_a_text() -> None:
    assert decode(b"The dancing man\x00 was found in London.", "a")[0].count("\0") == 1
