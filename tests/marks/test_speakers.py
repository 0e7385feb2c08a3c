"""To whom sources give the same words."""

import pytest

from dmreader.marks import disputed, speakers
from dmreader.model import Quote, Speaker


def _quotes(*names: str) -> list[Quote]:
    """One quote a source; a name in brackets is a pronoun for nobody known."""
    return [
        Quote(n, 0, 1, "statement", Speaker(name.strip("()"), 0, 1, known="(" not in name), (), (), 0)
        for n, name in enumerate(names)
    ]


def test_names_that_differ_in_case_only_are_one_and_say_which_sources_give_them() -> None:
    (found,) = speakers(_quotes("Ms Fairbanks", "ms fairbanks"))
    assert (found.name, found.sources, found.times) == ("Ms Fairbanks", (0, 1), 2)


def test_a_pronoun_is_told_only_where_nobody_is_named() -> None:
    assert [s.name for s in speakers(_quotes("Mr Smith", "(he)"))] == ["Mr Smith"]
    (found,) = speakers(_quotes("(she)", "(she)"))
    assert (found.name, found.known) == ("she", False)


@pytest.mark.parametrize(
    ("names", "differ"),
    [
        (("Mr Smith", "the baker"), True),
        (("Mr Smith", "John Smith"), False),
        (("the mayor", "the baker"), True),
        (("(he)", "(she)"), False),
        (("Jane Doe", "@jane_d"), False),
        (("@one", "@two"), True),
        (("李明", "王文斌"), True),
        (("發言人王文斌", "王文斌"), False),
        ((), False),
    ],
)
def test_speakers_differ_whose_names_share_no_word(names: tuple[str, ...], differ: bool) -> None:
    assert disputed(speakers(_quotes(*names))) is differ
