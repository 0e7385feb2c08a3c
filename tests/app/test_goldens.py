"""The screen looks as it looked when somebody last looked at it."""

import pytest

from tests.app.goldens import HOME, LOOKS, VIEWS, files, rendered


@pytest.mark.parametrize("name", files())
async def test_golden(name: str) -> None:
    assert await rendered(name) == (HOME / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("look", [look for look in LOOKS if look != "dark"])
async def test_signs_and_words_are_the_same_without_the_colours(look: str) -> None:
    assert await rendered("120x40", look) == await rendered("120x40")


@pytest.mark.parametrize("view", VIEWS)
def test_without_colour_there_is_none(view: str) -> None:
    assert _colours(f"{view}styles-colourless") == set()


@pytest.mark.parametrize("view", VIEWS)
def test_sixteen_colours_are_the_terminals_own(view: str) -> None:
    found = _colours(f"{view}styles-sixteen")
    assert found
    assert all(colour.startswith("color(") for colour in found)


def _colours(name: str) -> set[str]:
    """Every colour in a golden of styles; a style is words for the text, and colours."""
    styles = (HOME / f"{name}.txt").read_text(encoding="utf-8")
    words = {word for line in styles.splitlines() for word in line.rpartition("|")[2].split()}
    return words - {"bold", "dim", "italic", "underline", "reverse", "strike", "not", "default", "on", "none"}
