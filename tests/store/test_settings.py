"""Settings: who wins, what is wrong is told with its line, and what is shown can be kept."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dmreader.store.configuration import Configuration, configuration_path, configure
from dmreader.store.settings import Settings, SettingsError
from dmreader.store.showing import show_configuration


def file(folder: Path, text: str) -> dict[str, str]:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return {"DMREADER_CONFIG": str(path)}


def test_nothing_given_is_the_defaults(tmp_path: Path) -> None:
    found = configure(environ={"HOME": str(tmp_path)}, no_file=True)
    assert found.settings == Settings()
    assert set(found.origins.values()) == {"default"}


def test_command_line_over_environment_over_file_over_default(tmp_path: Path) -> None:
    environ = file(tmp_path, 'theme = "a"\nglyphs = "ascii"\nmin_words = 5\n')
    environ |= {"DMREADER_THEME": "b", "DMREADER_MIN_WORDS": "6"}
    found = configure({"theme": "c", "glyphs": None}, environ=environ)
    assert (found.settings.theme, found.settings.min_words, found.settings.glyphs) == ("c", 6, "ascii")
    assert found.origins["theme"] == "--theme"
    assert found.origins["min_words"] == "$DMREADER_MIN_WORDS"
    assert found.origins["glyphs"].endswith("config.toml, line 2")
    assert found.origins["sync"] == "default"


def test_no_file_leaves_the_file_out(tmp_path: Path) -> None:
    assert configure(environ=file(tmp_path, "sync = false\n"), no_file=True).settings.sync


def test_unknown_setting_is_a_warning_with_its_line(tmp_path: Path) -> None:
    text = '# notes\nfold = [\n  "case",\n]\n\nthem = """\nsync = 1\n"""\nsync = false\n'
    found = configure(environ=file(tmp_path, text))
    assert found.settings.fold == {"case"}
    assert not found.settings.sync
    [warning] = found.warnings
    assert "line 6: there is no setting them; theme is meant" in warning
    assert "\n" not in warning


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("\nmouse = 1\n", 2, "true or false"),
        ("min_words = true", 1, "whole number"),
        ("min_words = 0", 1, "from 1 to 1000"),
        ("sync = true\nglyphs = 'runes'", 2, "unicode or ascii"),
        ("fold = ['case', 'colour']", 1, "list of case"),
        ("fold = 'case'", 1, "list of case"),
        ("theme = 3", 1, "text"),
        ("keys = 'n'", 1, "table"),
        ("[keys]\nnext = 3", 1, "keys as text"),
        ("theme = 'a'\nsync = yes", 2, "not TOML"),
    ],
)
def test_wrong_value_is_one_sentence_with_file_and_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    with pytest.raises(SettingsError) as error:
        configure(environ=file(tmp_path, text))
    assert words in str(error.value)
    assert f"line {line}" in str(error.value)
    assert "config.toml" in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(("text", "value"), [("no", False), ("1", True), ("OFF", False), ("True", True)])
def test_switches_of_the_environment(text: str, value: bool) -> None:
    assert configure(environ={"DMREADER_MOUSE": text}, no_file=True).settings.mouse is value


@pytest.mark.parametrize(
    "variable", ["DMREADER_MOUSE", "DMREADER_MIN_WORDS", "DMREADER_GLYPHS", "DMREADER_FOLD"]
)
def test_wrong_environment_names_the_variable(variable: str) -> None:
    with pytest.raises(SettingsError, match=variable):
        configure(environ={variable: "maybe"}, no_file=True)


def test_a_named_file_must_be_there_and_the_usual_one_need_not(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such settings file"):
        configure(environ={"DMREADER_CONFIG": str(tmp_path / "none.toml")})
    with pytest.raises(SettingsError, match="cannot be read"):
        configure(environ={"DMREADER_CONFIG": str(tmp_path)})
    assert configuration_path({}).name == "config.toml"


def test_a_home_that_is_a_file_has_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home").touch()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert configure(environ={}).settings == Settings()


def test_keys_take_text_and_lists(tmp_path: Path) -> None:
    environ = file(tmp_path, '[keys]\n"next" = "n, ctrl+n"\nback = ["b", "backspace"]\noff = ""\n')
    assert configure(environ=environ).settings.keys == {
        "next": "n,ctrl+n",
        "back": "b,backspace",
        "off": "",
    }


def test_secure_by_the_pagers_variable() -> None:
    assert configure(environ={"LESSSECURE": "1"}, no_file=True).settings.secure
    assert not configure(environ={"LESSSECURE": "1", "DMREADER_SECURE": "no"}, no_file=True).settings.secure


def test_what_is_shown_can_be_kept_as_a_file(tmp_path: Path) -> None:
    given: dict[str, object] = {
        "theme": 'a "b" \\ \x1b[31m \u202e',
        "fold": ["dashes", "case"],
        "sync": False,
    }
    first = configure(given, environ=file(tmp_path, "[keys]\nnext = 'n'\n"))
    shown = show_configuration(first)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "# from: --theme\n" in shown
    again = configure(environ=file(tmp_path, shown))
    assert again.settings == first.settings
    assert again.warnings == ()


@given(st.text(), st.text(min_size=1), st.text())
def test_any_text_is_shown_as_valid_toml(theme: str, command: str, origin: str) -> None:
    settings = Settings(theme=theme, keys={command: theme})
    origins = dict.fromkeys(settings._fields, origin)
    shown = show_configuration(Configuration(settings, origins))
    assert tomllib.loads(shown)["theme"] == theme
    assert tomllib.loads(shown)["keys"] == {command: theme}
