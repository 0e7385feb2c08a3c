"""Files, pipes and folders: what is read and what is refused."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dmreader.sources import SourceError, articles, load, load_all, source
from dmreader.sources import opening as opened


def refusal(path: object) -> str:
    with pytest.raises(SourceError) as refused:
        load(str(path))
    message = str(refused.value)
    assert message.endswith(".")
    assert "\n" not in message
    return message


def test_a_file_becomes_a_source(tmp_path: Path) -> None:
    file = tmp_path / "morning.txt"
    file.write_bytes("The café.\r\nIt is open.".encode("utf-8-sig"))
    found = load(str(file))
    assert (found.name, found.text, found.path) == ("morning", "The café.\nIt is open.", str(file))
    assert (found.notices, found.encoding) == ((), None)
    assert load(str(file), label="a name").name == "a name"
    assert load(str(file), encoding="utf-8").encoding == "utf-8"


def test_the_path_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    monkeypatch.chdir(tmp_path)
    assert load("./a.txt").path == str(tmp_path / "a.txt")


def test_hidden_characters_are_counted_in_a_notice() -> None:
    found = source("a", "x\x1b[31m y\x1b[0m z\u202e\r\n")
    assert found.notices == (
        "3 hidden characters are shown as stand-ins: U+001B escape (2 times), U+202E right-to-left override.",
    )


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.txt", "there is no such file."),
        ("folder", "this is a folder, not a text."),
        ("folder/none/x.txt", "there is no such file."),
        ("loop", "this link leads to itself."),
        ("dangling", "this link leads to nothing."),
        ("fifo", "this is a named pipe; lead it to standard input, as in: dmreader - < PIPE."),
        ("zero", "this is a device, not a text."),
        ("empty.txt", "there is no text in it."),
        ("blank.txt", "there is no text in it."),
        ("bom.txt", "there is no text in it."),
        ("x" * 300, "the name is too long for a file."),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(name: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "dangling").symlink_to("nothing")
    (tmp_path / "zero").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_text(" \n\t\n")
    (tmp_path / "bom.txt").write_bytes(b"\xef\xbb\xbf")
    assert refusal(tmp_path / name) == f"{tmp_path / name}: {reason}"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Text.")
    (tmp_path / "secret.txt").chmod(0)
    assert "permission denied" in refusal(tmp_path / "secret.txt")


def test_a_slip_of_the_finger_is_helped(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Text.")
    assert refusal(tmp_path / "artcle.txt").endswith("there is no such file (but there is article.txt).")


def test_an_address_is_not_fetched() -> None:
    assert refusal("http://127.0.0.1:9/") == (
        "http://127.0.0.1:9/: nothing is fetched from the web; save the page and give the file."
    )


def test_odd_names_are_refused_harmlessly() -> None:
    assert refusal("") == "(an empty name): there is no such file."
    assert refusal("a\0b") == "a␀b: this is not the name of a file."
    assert refusal("no\n\x1b]0;PWNED\x07such\udcff") == "no␊␛]0;PWNED␇such�: there is no such file."


def test_a_name_that_a_terminal_would_obey_is_shown_harmlessly(tmp_path: Path) -> None:
    file = tmp_path / "esc\x1b]0;PWNED\x07\u202ename.txt"
    file.write_text("Text.")
    assert load(str(file)).name == "esc␛]0;PWNED␇�name"


def test_a_size_that_the_system_tells_wrongly_is_not_believed() -> None:
    assert "Pid:" in load("/proc/self/status").text


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "LARGEST", 2**20)
    (tmp_path / "large.txt").write_text("word " * (2**20 // 5 + 1))
    assert "larger than 1 MB" in refusal(tmp_path / "large.txt")


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"From a pipe.")))
    found = load("-")
    assert (found.name, found.text, found.path) == ("standard input", "From a pipe.", None)
    with pytest.raises(SourceError, match=r"^standard input: it can be read only once\.$"):
        load_all(["-", "/dev/stdin"])


def test_standard_input_that_is_closed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal("-") == "standard input: it is closed."


def test_what_a_shell_opened_is_read() -> None:
    """As in `dmreader <(command)`: a pipe that is open already, and whose writer is slow."""
    with subprocess.Popen(["sh", "-c", "sleep 0.2; echo From a command."], stdout=subprocess.PIPE) as command:
        assert command.stdout
        descriptor = command.stdout.fileno()
        found = load(f"/dev/fd/{descriptor}")
    assert (found.name, found.text) == (f"pipe {descriptor}", "From a command.\n")


def test_the_same_file_twice_is_allowed_and_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "link.txt").symlink_to("a.txt")
    found = load_all([str(tmp_path / "a.txt"), str(tmp_path / "link.txt"), str(tmp_path / "a.txt")])
    assert [(s.name, s.notices) for s in found] == [
        ("a", ()),
        ("link", ("This is the same file as a.",)),
        ("a (2)", ("This is the same file as a.",)),
    ]


@pytest.mark.parametrize("name", ["empty.txt", os.devnull])
def test_beside_others_a_text_may_be_empty(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "a.txt").write_text("Words.")
    nothing, some = load_all([str(tmp_path / name), str(tmp_path / "a.txt")])
    assert (nothing.text, some.text) == ("", "Words.")
    assert nothing.notices == ("There is no text in it.",)
    with pytest.raises(SourceError, match="there is no text in it"):
        load_all([str(tmp_path / name), str(tmp_path / "empty.txt")])


def test_too_many_are_refused_before_any_is_read() -> None:
    with pytest.raises(SourceError, match=r"^300 sources are given, and 256 are the most"):
        load_all(["nowhere"] * 300)


def test_the_articles_are_three_and_end_with_lf() -> None:
    assert [(a.name, a.path) for a in articles()] == [("000", None), ("001", None), ("002", None)]
