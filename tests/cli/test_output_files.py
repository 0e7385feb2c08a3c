"""`-o`: a file is whole or not there, and nothing is lost by it."""

import json
import os
import signal
import stat
from pathlib import Path

import pytest

from dmreader.exporting.writing import WriteError, write
from tests.cli.running import Command


def test_the_suffix_says_the_format(dmreader: Command) -> None:
    for name, beginning in (
        ("x.json", '{"schema"'),
        ("x.html", "<!doctype html"),
        ("x.md", "#"),
        ("x.TXT", "2 "),
    ):
        ran = dmreader("a.txt", "b.txt", "-o", name)
        assert (ran.status, ran.out, ran.err) == (0, "", "")
        assert (dmreader.folder / name).read_text().lower().lstrip().startswith(beginning)


def test_a_format_that_is_given_goes_before_the_suffix(dmreader: Command) -> None:
    assert dmreader("a.txt", "-o", "x.html", "--format=json").status == 0
    json.loads((dmreader.folder / "x.html").read_text())


def test_a_dash_is_standard_output(dmreader: Command) -> None:
    assert dmreader("a.txt", "-o", "-").out == dmreader("a.txt").out


def test_a_file_is_overwritten_only_with_force(dmreader: Command) -> None:
    file = dmreader.folder / "x.json"
    file.write_text("precious")
    ran = dmreader("a.txt", "-o", "x.json")
    assert (ran.status, ran.err) == (
        2,
        "dmreader: x.json: this file is there already; --force overwrites it.\n",
    )
    assert file.read_text() == "precious"
    assert dmreader("a.txt", "-o", "x.json", "--force").status == 0
    json.loads(file.read_text())


@pytest.mark.parametrize("name", ["a.txt", "./a.txt", "link.txt", "hard.txt"])
def test_a_source_is_never_overwritten(name: str, dmreader: Command) -> None:
    before = (dmreader.folder / "a.txt").read_text()
    (dmreader.folder / "link.txt").symlink_to("a.txt")
    os.link(dmreader.folder / "a.txt", dmreader.folder / "hard.txt")
    ran = dmreader("b.txt", "a.txt", "-o", name, "--force")
    assert (ran.status, ran.err) == (
        2,
        f"dmreader: {name}: this is one of the sources; a source is never overwritten.\n",
    )
    assert (dmreader.folder / "a.txt").read_text() == before


class TestWriting:
    """The same, without the command around it."""

    def test_a_new_file_may_be_read_by_whom_the_mask_lets(self, tmp_path: Path) -> None:
        before = os.umask(0o027)
        try:
            write(str(tmp_path / "x"), ["a", "“b”"])
        finally:
            os.umask(before)
        assert (tmp_path / "x").read_bytes() == "a“b”".encode()
        assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640

    def test_an_overwritten_file_keeps_its_rights(self, tmp_path: Path) -> None:
        (tmp_path / "x").write_text("old")
        (tmp_path / "x").chmod(0o600)
        write(str(tmp_path / "x"), ["new"], force=True)
        assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o600

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "target").write_text("old")
        (tmp_path / "link").symlink_to("target")
        write(str(tmp_path / "link"), ["new"], force=True)
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "target").read_text() == "new"

    def test_what_fails_halfway_leaves_nothing(self, tmp_path: Path) -> None:
        def pieces() -> "list[str]":
            raise KeyboardInterrupt

        (tmp_path / "x").write_text("old")
        with pytest.raises(KeyboardInterrupt):
            write(str(tmp_path / "x"), (piece for _ in range(2) for piece in pieces()), force=True)
        assert [p.name for p in tmp_path.iterdir()] == ["x"]
        assert (tmp_path / "x").read_text() == "old"

    def test_a_file_that_came_in_the_meantime_is_not_replaced(self, tmp_path: Path) -> None:
        def pieces() -> "list[str]":
            (tmp_path / "x").write_text("theirs")
            return ["ours"]

        with pytest.raises(WriteError, match="there already"):
            write(str(tmp_path / "x"), (piece for _ in range(1) for piece in pieces()))
        assert (tmp_path / "x").read_text() == "theirs"
        assert len(list(tmp_path.iterdir())) == 1

    def test_a_file_system_without_hard_links_does_as_well(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def no_link(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr("dmreader.exporting.writing.os.link", no_link)
        write(str(tmp_path / "x"), ["new"])
        assert [p.name for p in tmp_path.iterdir()] == ["x"]

    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            ("folder", "this is a folder; give the name of a file."),
            ("none/x", "there is no folder "),
            ("a\0b", "a␀b: this is not the name of a file."),
            ("x" * 300, "this file cannot be written (the name is too long)."),
        ],
    )
    def test_where_nothing_can_be_written_the_reason_is_told(
        self, name: str, reason: str, tmp_path: Path
    ) -> None:
        (tmp_path / "folder").mkdir()
        with pytest.raises(WriteError) as refused:
            write(str(tmp_path / name), ["x"])
        assert reason in str(refused.value)
        assert [p.name for p in tmp_path.iterdir()] == ["folder"]

    def test_devices_are_written_to_and_stay_devices(self) -> None:
        write("/dev/null", ["x"], force=True)
        assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
        with pytest.raises(WriteError, match=r"^/dev/full: this file cannot be written \(no space left\)\.$"):
            write("/dev/full", ["x"])


SLOW = """
import sys, time
import dmreader.exporting.formats

def slowly(comparison, style):
    yield "half"
    print("begun", file=sys.stderr, flush=True)
    time.sleep(60)

dmreader.exporting.formats.exporter = lambda name: slowly
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_no_half_written_file(number: signal.Signals, dmreader: Command) -> None:
    with dmreader.in_terminal("a.txt", "-o", "x.json", PYTHONPATH=dmreader.changed(SLOW)) as terminal:
        terminal.wait_for("begun")
        assert len(list(dmreader.folder.iterdir())) == 3
        terminal.kill(number)
        assert terminal.wait() == 128 + number
    assert sorted(p.name for p in dmreader.folder.iterdir()) == ["a.txt", "b.txt"]
    assert b"Traceback" not in terminal.out


def test_a_file_that_may_not_be_written_is_told_before_a_source_is_read(dmreader: Command) -> None:
    (dmreader.folder / "x.json").write_text("kept")
    ran = dmreader("missing.txt", "-o", "x.json")
    assert ran.err == "dmreader: x.json: this file is there already; --force overwrites it.\n"
    assert ran.status == 2
