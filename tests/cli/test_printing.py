"""What is printed where there is no terminal."""

import json
import re
from typing import Any

import pytest

from tests.cli.running import Command

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def test_without_a_terminal_the_comparison_is_printed_as_text(dmreader: Command) -> None:
    ran = dmreader("a.txt", "b.txt")
    assert (ran.status, ran.err) == (0, "")
    assert "The dancing man was found in London on Monday." in " ".join(ran.out.split())
    assert "He works in a bank." in ran.out
    assert not CONTROL.search(ran.out.replace("\n", ""))
    assert max(map(len, ran.out.splitlines())) <= 80


def test_without_files_it_is_the_three_articles(dmreader: Command) -> None:
    whole = json.loads(dmreader("--format", "json").out)
    assert whole["schema"] == "dmreader/1"
    assert [s["name"] for s in whole["sources"]] == ["000", "001", "002"]


def test_names_labels_and_paths(dmreader: Command) -> None:
    ran = dmreader("a.txt", "-", "a.txt", "--label", "left\x1b", "--format=json", stdin=b"Some words.")
    assert [(s["name"], s["path"]) for s in json.loads(ran.out)["sources"]] == [
        ("left␛", str(dmreader.folder / "a.txt")),
        ("standard input", None),
        ("a", str(dmreader.folder / "a.txt")),
    ]


def test_one_source_is_enough(dmreader: Command) -> None:
    assert dmreader("a.txt").status == 0


def test_commands_of_a_shell_are_read_as_files(dmreader: Command) -> None:
    ran = dmreader.shell("dmreader --format json <(cat a.txt) <(tac a.txt) - <b.txt")
    assert ran.status == 0, ran.err
    assert [len(s["sentences"]) for s in json.loads(ran.out)["sources"]] == [3, 3, 3]


def test_the_length_of_a_passage_and_what_is_overlooked_can_be_set(dmreader: Command) -> None:
    short, long = (
        json.loads(dmreader("a.txt", "b.txt", "--format=json", f"--min-words={n}").out) for n in (4, 9)
    )
    assert min(p["words"] for p in short["passages"]) < 9 <= min(p["words"] for p in long["passages"])
    (dmreader.folder / "loud.txt").write_text("THE DANCING MAN WAS FOUND IN LONDON.")
    alike, unlike = (
        json.loads(dmreader("a.txt", "loud.txt", "--format=json", f"--fold={fold}").out)
        for fold in ("all", "none")
    )
    assert alike["passages"]
    assert not unlike["passages"]


def test_quotations_are_left_out_when_nobody_wants_them(dmreader: Command) -> None:
    found = json.loads(dmreader("a.txt", "b.txt", "--format", "json").out)
    without = json.loads(dmreader("a.txt", "b.txt", "--format", "json", "--no-quotes").out)
    assert found["quotes"]
    assert without["quotes"] == []


@pytest.mark.parametrize(
    ("files", "status"),
    [
        ("a.txt b.txt", 1),
        ("a.txt a.txt", 0),
        ("a.txt loud.txt", 0),
        ("a.txt", 0),
        ("nowhere", 2),
    ],
)
def test_exit_code_tells_whether_the_words_differ(files: str, status: int, dmreader: Command) -> None:
    text = (dmreader.folder / "a.txt").read_text()
    (dmreader.folder / "loud.txt").write_text(text.upper())
    assert dmreader(*files.split(), "--exit-code", "--format=json").status == status
    assert dmreader(*files.split(), "--format=json").status == (2 if status == 2 else 0)


def test_notices_go_to_standard_error_when_the_format_has_no_room_for_them(dmreader: Command) -> None:
    (dmreader.folder / "old.txt").write_bytes("Le café naïf était fermé à midi.".encode("cp1252"))
    ran = dmreader("old.txt", "--format=json")
    assert ran.err == (
        "dmreader: old: The encoding is a guess: it was read as cp1252 (--encoding NAME sets another).\n"
    )
    assert json.loads(ran.out)["sources"][0]["text"].startswith("Le café naïf")
    assert "The encoding is a guess" in " ".join(dmreader("old.txt").out.split())
    assert dmreader("old.txt", "--format=json", "--encoding=cp1252").err == ""


@pytest.mark.parametrize(
    ("arguments", "variables", "coloured"),
    [
        ([], {}, False),
        (["--color=always"], {"NO_COLOR": "1"}, True),
        (["--color=never"], {"FORCE_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"CLICOLOR_FORCE": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--plain"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_those_who_want_it(
    arguments: list[str], variables: dict[str, Any], coloured: bool, dmreader: Command
) -> None:
    assert ("\x1b[" in dmreader("a.txt", "b.txt", *arguments, **variables).out) is coloured


def test_the_width_can_be_set(dmreader: Command) -> None:
    assert 40 < max(map(len, dmreader("a.txt", "b.txt", "--width=60").out.splitlines())) <= 60
    assert 60 < max(map(len, dmreader("a.txt", "b.txt", COLUMNS="100").out.splitlines())) <= 100


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_knows_few_characters_gets_those(encoding: str, dmreader: Command) -> None:
    ran = dmreader("a.txt", "b.txt", PYTHONIOENCODING=encoding)
    assert ran.status == 0, ran.err
    assert ran.out.isascii()
    assert '"Keep dancing,"' in ran.out


def test_documents_are_utf_8_whatever_the_terminal_knows(dmreader: Command) -> None:
    ran = dmreader("a.txt", "b.txt", "--format=html", PYTHONIOENCODING="ascii")
    assert "“Keep dancing,”" in re.sub("<[^>]*>", "", ran.out)


def test_the_plainest_locale_is_enough(dmreader: Command) -> None:
    ran = dmreader("a.txt", "b.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert ran.status == 0, ran.err
