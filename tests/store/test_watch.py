"""Files are watched by asking what they are now."""

import os
from pathlib import Path

from dmreader.model import Source
from dmreader.store.watch import Watch


def test_a_changed_file_is_told_until_it_is_accepted(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("one")
    second.write_text("two")
    watch = Watch([Source("a", "one", "one", path=str(first)), Source("x", "", ""),
                   Source("b", "two", "two", path=str(second))])  # fmt: skip
    assert watch.changed() == []
    second.write_text("twice")
    assert watch.changed() == [2]
    assert watch.changed() == [2]
    watch.accept([2])
    assert watch.changed() == []
    new = tmp_path / "new"
    new.write_text("one")
    os.replace(new, first)
    assert watch.changed() == [0]
    watch.accept()
    first.unlink()
    assert watch.changed() == []
