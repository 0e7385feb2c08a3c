"""Texts, names and labels that would take the terminal over: nothing of them arrives there."""

import html
import json
import os
import re
from pathlib import Path

import pytest

from dmreader import Comparison, Source, compare
from dmreader.exporting.formats import Style, exporter
from tests.cli.running import Command, Terminal
from tests.sources.payloads import DECEIVING, TERMINAL
from tests.sources.test_harmless import must_not_be_shown

PAYLOADS = TERMINAL | DECEIVING
AROUND = "The dancing man was found. Moby tweeted: “Keep dancing {}, sir.” Start <{}> end. He ran {} home.\n"
OURS = re.compile(r"\x1b\[[0-9;]*m")


def text_of(number: int) -> str:
    """A text with every second payload, twice: within a quotation and within a sentence."""
    chosen = list(PAYLOADS.values())[number::2]
    return "".join(AROUND.format(payload, payload, payload) for payload in chosen)


@pytest.fixture(scope="module")
def hostile() -> Comparison:
    """Two sources full of payloads, in their names and titles, too."""
    return compare([Source(f"a{TERMINAL['title, ended by BEL']}", text_of(0)), Source("b\u202e", text_of(1))])


@pytest.mark.parametrize(
    "style",
    [Style(), Style(colour=True), Style(plain=True), Style(ascii=True), Style(width=200)],
    ids=["text", "colour", "plain", "ascii", "wide"],
)
def test_a_printed_text_has_no_sequence_but_our_own(style: Style, hostile: Comparison) -> None:
    out = "".join(exporter("text")(hostile, style))
    if style.colour:
        assert OURS.search(out)
        out = OURS.sub("", out)
    assert [c for c in out if must_not_be_shown(c)] == []
    assert "PWNED" in out  # the words of a payload are words like others


@pytest.mark.parametrize("format_", ["html", "markdown"])
def test_a_document_holds_nothing_that_is_obeyed_or_hidden(format_: str, hostile: Comparison) -> None:
    out = "".join(exporter(format_)(hostile, Style()))
    assert [c for c in out if must_not_be_shown(c)] == []
    assert [c for c in html.unescape(out) if must_not_be_shown(c) and c != "\u00ad"] == []


def test_json_is_ascii_and_holds_the_text_as_it_is(hostile: Comparison) -> None:
    out = "".join(exporter("json")(hostile, Style()))
    assert out.isascii()
    assert [c for c in out if must_not_be_shown(c)] == []
    whole = json.loads(out)
    assert [s["text"] for s in whole["sources"]] == [s.text for s in hostile.sources]
    for passage in whole["passages"]:
        assert all(o["end"] <= len(whole["sources"][o["source"]]["text"]) for o in passage["occurrences"])


def write_hostile(folder: Path) -> list[str]:
    names = ["esc\x1b]0;PWNED\x07.txt", "-rf \u202e\n[bold]x[_bold].txt"]
    for number, name in enumerate(names):
        (folder / name).write_text(text_of(number), encoding="utf-8", errors="surrogatepass")
    return names


def test_names_of_files_are_shown_harmlessly_everywhere(dmreader: Command) -> None:
    names = write_hostile(dmreader.folder)
    for format_ in ("text", "html", "markdown", "json"):
        ran = dmreader(f"--format={format_}", "--", *names)
        assert ran.status == 0, ran.err
        assert [c for c in ran.out + ran.err if must_not_be_shown(c)] == []


def test_a_name_that_is_not_utf_8_is_read_and_told_in_valid_json(dmreader: Command) -> None:
    name = os.fsdecode(b"bad\xff\xfe.txt")
    (dmreader.folder / name).write_text("The dancing man was found in London.")
    ran = dmreader(name, "--format=json")
    assert json.loads(ran.out)["sources"][0]["path"].encode().endswith("bad��.txt".encode())
    assert not re.search(r"\\ud[89a-f]", ran.out)
    assert "bad��" in dmreader(name, "--format=html").out


SEQUENCE = re.compile(
    rb"\x1b\[[0-9:;<=>?!$\"' ]*[@-~]|\x1b[\]PX^_k][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b."
    rb"|[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]|\xc2[\x80-\x9f]",
    re.DOTALL,
)


def kinds(out: bytes) -> set[bytes]:
    """The kinds of control sequences in `out`: their numbers do not matter."""
    return {re.sub(rb"[0-9:;]+", b"#", found)[:24] for found in SEQUENCE.findall(out)}


def paged_through(terminal: Terminal) -> bytes:
    """What the reader writes while everything is looked at once."""
    terminal.wait_for(lambda out: b"dancing" in out)
    for keys in ("n", "\x1b[6~", "]", "\t", "\x1b[6~", "]", "G", "n"):
        before = len(terminal.out)
        terminal.type(keys)
        terminal.wait_for(lambda out, before=before: len(out) > before)  # type: ignore[misc]
    terminal.type("q")
    assert terminal.wait() == 0
    return bytes(terminal.out)


def test_the_screen_writes_the_same_kinds_of_sequences_as_for_honest_texts(dmreader: Command) -> None:
    names = write_hostile(dmreader.folder)
    for number in range(2):
        honest = "".join(AROUND.format(*(f"word {i}",) * 3) for i in range(len(PAYLOADS) // 2))
        (dmreader.folder / f"honest{number}.txt").write_text(honest)
    with dmreader.in_terminal("honest0.txt", "honest1.txt", size=(50, 160)) as terminal:
        honest_kinds = kinds(paged_through(terminal))
    with dmreader.in_terminal("--", *names, size=(50, 160)) as terminal:
        out = paged_through(terminal)
    assert kinds(out) - honest_kinds == set()
    assert not re.search(rb"\x1b\][0-9]*;?[^\x1b\x07]*(PWNED|evil|UFd)", out)
