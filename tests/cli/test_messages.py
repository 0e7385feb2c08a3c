"""Trouble: one sentence on standard error, exit status 2, never a traceback."""

import pytest

from tests.cli.running import Command


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bb.txt"], "bb.txt: there is no such file (but there is b.txt)."),
        (["nowhere/c"], "nowhere/c: there is no such file."),
        (["."], ".: this is a folder, not a text."),
        (["a.txt", "/dev/zero"], "/dev/zero: this is a device, not a text."),
        (["/dev/null"], "/dev/null: there is no text in it."),
        ([""], "(an empty name): there is no such file."),
        (["-", "-"], "standard input: it can be read only once."),
        (["a.txt", "--label=x", "--label=y"], "there are more labels (2) than files (1)."),
        (["-o", "out.xyz"], "out.xyz: no format has this suffix; give --format, or one of "),
        (["-o", "."], ".: this is a folder; give the name of a file."),
        (["--min-words=0"], "--min-words: a number from 1 to 1000 is wanted, not 0;"),
        (["-o", ""], "-o/--output: the name of a file is wanted;"),
        (["--config=none.toml"], "none.toml: there is no such settings file."),
        (["no\x1b]0;PWNED\x07such\n\u202efile"], "no␛]0;PWNED␇such␊�file: there is no such file."),
        (["--no\x1bsuch"], "there is no option --no␛such"),
    ],
)
def test_trouble_is_one_sentence(arguments: list[str], said: str, dmreader: Command) -> None:
    ran = dmreader(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"dmreader: {said}")
    assert ran.err.count("\n") == 1
    assert ran.err.endswith(".\n")


BROKEN = """
import dmreader.exporting.formats

def exporter(*_):
    raise RuntimeError("secret \\x1b[31m")

dmreader.exporting.formats.exporter = exporter
"""


def test_what_was_not_foreseen_is_one_sentence_and_more_only_when_asked(dmreader: Command) -> None:
    path = dmreader.changed(BROKEN)
    ran = dmreader("a.txt", "b.txt", PYTHONPATH=path)
    assert ran.status == 2
    assert ran.err == (
        "dmreader: something went wrong that should not (RuntimeError: secret ␛[31m);"
        " DMREADER_DEBUG=1 shows where.\n"
    )
    assert "Traceback" in dmreader("a.txt", PYTHONPATH=path, DMREADER_DEBUG="1").err


def test_version(dmreader: Command) -> None:
    from dmreader import __version__

    assert dmreader("--version").out == f"dmreader {__version__}\n"


def test_the_settings_in_force_are_shown(dmreader: Command) -> None:
    ran = dmreader("--show-config", "--min-words=9")
    assert ran.status == 0
    assert "min_words = 9" in ran.out


def test_a_strange_setting_is_told_and_nothing_is_lost(dmreader: Command) -> None:
    (dmreader.folder / "my.toml").write_text("colour = 1\n")
    ran = dmreader("--config", "my.toml", "--format=json")
    assert ran.status == 0
    assert ran.err.startswith("dmreader: my.toml, line 1: there is no setting colour")
