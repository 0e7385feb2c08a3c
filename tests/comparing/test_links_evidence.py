"""Links by quotations, figures and twins: claims that share few words with their partners."""

from dmreader.comparing import compare
from dmreader.model import Link, Source

HARBOUR = """The harbour master closed both gates of the old dock before the storm on Monday evening.
Nobody had seen waves like these since the winter in which the lighthouse lost its lamp.
Fishermen tied their boats with doubled ropes and went home to wait for the morning.
Anna Reyes, who sells tickets at the pier, said: "We have never been so frightened of our own sea."
By noon the council had counted 3,417 damaged roofs between the station and the chapel.
Schools will stay shut until engineers have looked at the walls along the promenade."""

INLAND = """Visitors arriving by train were sent back to the city on Tuesday.
"We have never been so frightened of our own sea," one vendor told listeners of a radio programme.
The railway is going to run buses instead while workers clear the line of sand.
An insurer expects that claims for 3,417 roofs in the old town will be paid within a year.
Bakeries opened as usual and gave away bread to those who had no power."""


def between(*texts: str) -> dict[tuple[int, int], Link]:
    found = compare([Source(f"{n}", t) for n, t in enumerate(texts)]).links
    return {(x.a.sentence, x.b.sentence): x for x in found if (x.a.source, x.b.source) == (0, 1)}


def test_the_same_quotation_ties_sentences_that_tell_it_differently() -> None:
    link = between(HARBOUR, INLAND)[3, 1]
    assert "the same quotation" in link.why


def test_the_same_figure_on_the_same_matter_ties_beside_a_closer_partner() -> None:
    copy = "By noon the council had counted 3,417 damaged roofs between the station and the chapel."
    later = "The 3,417 damaged roofs between the station and the harbour will be mended by a firm from Leeds."
    found = between(HARBOUR, f"{INLAND}\n{copy}\n{later}")
    assert found[4, 5].score > found[4, 6].score
    assert "the same number 3417" in found[4, 6].why


def test_twins_have_the_same_partners() -> None:
    told = "Boats were tied with doubled ropes by the fishermen, who went home and waited for morning."
    line = HARBOUR.split("\n")[2]
    found = between(
        f"{HARBOUR}\nOnly the gulls made any noise at all that night.\n{line}", f"{INLAND}\n{told}"
    )
    assert {(2, 5), (7, 5)} <= found.keys()


def test_a_rival_that_tells_another_part_is_none() -> None:
    first, second = HARBOUR.split("\n")[2], HARBOUR.split("\n")[5]
    told = (
        "the fishermen tied their boats with doubled ropes and went home to wait, and schools will stay shut "
        "until engineers have looked at the walls"
    )
    found = between(HARBOUR, f"{INLAND}\n{told}.")
    assert {a for a, b in found if b == 5} == {HARBOUR.split("\n").index(s) for s in (first, second)}
