"""The screen looks as it looked when somebody last looked at it."""

import pytest

from tests.app.goldens import HOME, LOOKS, files, rendered


@pytest.mark.parametrize("name", files())
async def test_golden(name: str) -> None:
    assert await rendered(name) == (HOME / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("look", [look for look in LOOKS if look != "dark"])
async def test_signs_and_words_are_the_same_without_the_colours(look: str) -> None:
    assert await rendered("120x40", look) == await rendered("120x40")


def test_without_colour_there_is_none() -> None:
    styles = (HOME / "styles-colourless.txt").read_text(encoding="utf-8")
    words = {word for line in styles.splitlines() for word in line.rpartition("|")[2].split()}
    assert words <= {
        "bold",
        "dim",
        "italic",
        "underline",
        "reverse",
        "strike",
        "not",
        "default",
        "on",
        "none",
    }


def test_sixteen_colours_are_the_terminals_own() -> None:
    styles = (HOME / "styles-sixteen.txt").read_text(encoding="utf-8")
    assert "color(4)" in styles
    assert not any("#" in line.rpartition("|")[2] for line in styles.splitlines())
