"""Pieces wrapped into rows."""

import pytest

from dmreader.app.pieces import held, wrapped


@pytest.mark.parametrize("width", range(1, 40))
def test_what_is_held_together_is_never_parted(width: int) -> None:
    pieces = [("in all three · ", ()), (held("1 of 4 ▸"), ("key",)), (" partners of one:3", ())]
    rows = ["".join(text for text, _ in row) for row in wrapped(pieces, width)]
    assert " ".join(row.strip() for row in rows).replace(" ", "") == "inallthree·1of4▸partnersofone:3"
    assert all(len(row) <= width for row in rows)
    assert "\u00a0" not in "".join(rows)
    if width >= 8:
        assert any("1 of 4 ▸" in row for row in rows)
