"""Notes as Markdown: what was written, on which words, and nothing that Markdown would take for its own."""

from pathlib import Path

from dmreader.model import Place, Source
from dmreader.store.notebook import Notebook
from dmreader.store.notes_text import notes_text


def test_every_item_is_written_with_its_words(tmp_path: Path) -> None:
    text = "The ship left at dawn. Nobody *waved* at <it>. It was cold on the quay that day."
    other = "The ship left at dawn, they say, and it was cold."
    sources = [Source("one", text), Source("two", other)]
    book = Notebook(sources, tmp_path / "s.db")
    book.add("bookmark", [Place(0, 46, 80)])
    book.add("note", [Place(0, 23, 46)], "Really?\n# no <b>heading</b>")
    book.add("apart", [Place(0, 0, 22), Place(1, 0, 21)])
    said = notes_text(sources, book.items, book.lost)
    book.close()
    assert said.index("The ship left") < said.index("Nobody") < said.index("It was cold")
    assert "> Nobody \\*waved\\* at \\<it\\>.\n>\n> (one)\n" in said
    assert "Really?\n\\# no \\<b\\>heading\\</b\\>\n" in said
    assert "## Do not belong together" in said
    assert said.count("> (two)") == 1
    assert "No longer" not in said
    assert "## No longer in these sources" in notes_text(sources, [], book.items)


def test_what_a_terminal_could_obey_is_not_kept(tmp_path: Path) -> None:
    book = Notebook([Source("a", "Some words.")], tmp_path / "s.db")
    item = book.add("note", [Place(0, 0, 4)], "a\x1b]52;c;x\x07b\u202ec\nd")
    book.close()
    assert "\x1b" not in item.body
    assert "\u202e" not in item.body
    assert item.body.endswith("\nd")
