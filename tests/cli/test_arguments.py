"""How a command line is read."""

from pathlib import Path

import pytest

from dmreader.cli.arguments import Asked, parse, with_options
from dmreader.cli.errors import CommandError, Shown
from dmreader.exporting import FORMATS


def complaint(*arguments: str) -> str:
    with pytest.raises(CommandError) as refused:
        parse(arguments)
    return str(refused.value)


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        ([], ()),
        (["a", "b"], ("a", "b")),
        (["a", "--label", "x", "b", "--force", "-", "c"], ("a", "b", "-", "c")),
        (["--", "-rf", "--label"], ("-rf", "--label")),
        (["a", "--force", "--", "--", "-o"], ("a", "--", "-o")),
        (["-o", "x.json", "a"], ("a",)),
    ],
)
def test_files_stand_anywhere_and_anything_after_two_dashes_is_one(
    arguments: list[str], files: tuple[str, ...]
) -> None:
    assert parse(arguments).files == files


@pytest.mark.parametrize("names", [[], ["a"], ["a", "-", "b c"]])
def test_names_alone_ask_for_what_the_options_ask_for_when_they_are_not_given(names: list[str]) -> None:
    assert parse(names) == with_options(names) == Asked(files=tuple(names))


def test_labels_are_collected_in_order() -> None:
    assert parse(["--label", "x", "a", "--label=y"]).labels == ("x", "y")


def test_settings_are_given_only_when_they_are_asked_for() -> None:
    assert set(parse([]).settings.values()) == {None}
    asked = parse(
        ["--min-words", "7", "--no-mouse", "--no-quotes", "--ascii", "--theme=nord", "--fold", "case, quotes"]
    )
    assert {name: value for name, value in asked.settings.items() if value is not None} == {
        "min_words": 7,
        "mouse": False,
        "quotes": False,
        "glyphs": "ascii",
        "theme": "nord",
        "fold": ["case", "quotes"],
    }
    assert parse(["--fold", "none"]).settings["fold"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--labell", "x", "a"],
            "there is no option --labell (is --label meant?); dmreader --help lists them all.",
        ),
        (["--lab", "x"], "there is no option --lab (is --label meant?); dmreader --help lists them all."),
        (["--json"], "there is no option --json (is --format json meant?); dmreader --help lists them all."),
        (["--force=yes"], "--force: no value is taken; dmreader --help says more."),
        (["--zebra"], "there is no option --zebra; dmreader --help lists them all."),
        (["-z"], "there is no option -z; dmreader --help lists them all."),
        (
            ["--min-words", "many"],
            "--min-words: a whole number is wanted, not 'many'; dmreader --help says more.",
        ),
        (["--width", "3"], "--width: a number from 20 to 1000 is wanted, not 3; dmreader --help says more."),
        (["--encoding", "zzz"], "--encoding: there is no encoding 'zzz'; dmreader --help says more."),
        (["--encoding", "rot13"], "--encoding: there is no encoding 'rot13'; dmreader --help says more."),
        (["--label"], "--label: a value is missing; dmreader --help says more."),
        (["-o"], "-o/--output: a value is missing; dmreader --help says more."),
        (["--port", "0"], "--port: a number from 1 to 65535 is wanted, not 0; dmreader --help says more."),
        (["--port", "8001"], "--port is for the page of --serve; give both."),
        (["--serve", "--format=json"], "--serve shows a page and --format prints; give one of them."),
        (["--serve", "--plain"], "--serve shows a page and --plain prints; give one of them."),
        (
            ["--config=x", "--no-config"],
            "--config names a settings file and --no-config reads none; give one of them.",
        ),
    ],
)
def test_a_mistake_is_told_in_a_sentence_that_helps(arguments: list[str], said: str) -> None:
    assert complaint(*arguments) == said


def test_a_file_that_looks_like_an_option_is_told_how_to_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "-x").touch()
    monkeypatch.chdir(tmp_path)
    said = "there is no option -x (the file of that name is ./-x); dmreader --help lists them all."
    assert complaint("-x") == said


@pytest.mark.parametrize("option", ["--format", "--color", "--fold"])
def test_a_wrong_choice_is_told_with_the_choices(option: str) -> None:
    said = complaint(option, "wrong")
    assert "'wrong'" in said
    assert {"--format": "json", "--color": "never", "--fold": "accents"}[option] in said


def test_help_is_whole_and_fits_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    with pytest.raises(Shown) as shown:
        parse(["a", "--help", "--nonsense"])
    text: str = shown.value.args[0]
    assert max(map(len, text.splitlines())) < 80
    options = {"-o", "--format", "--label", "--force", "--color", "--width", "--plain", "--exit-code"}
    assert all(f"{option} " in text or f"{option}," in text for option in options)
    assert all(name in text for name in FORMATS)
    assert "choose" not in text
