"""Links by quotations, figures and twins: claims that share few words with their partners."""

import pytest

from dmreader.comparing import compare
from dmreader.comparing.links.evidence import Evidence
from dmreader.comparing.links.figures import same_figure
from dmreader.comparing.links.sentences import Sentences
from dmreader.comparing.links.twins import share
from dmreader.language import Vocabulary, analyse
from dmreader.model import Link, Options, Source

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


def sentences(*texts: str) -> Sentences:
    options = Options(quotes=False)
    vocabulary = Vocabulary(options.fold)
    return Sentences([analyse(Source(f"{n}", t), options, vocabulary) for n, t in enumerate(texts)])


def test_the_same_quotation_ties_sentences_that_tell_it_differently() -> None:
    link = between(HARBOUR, INLAND)[3, 1]
    assert "the same quotation" in link.why


def test_the_same_figure_on_the_same_matter_ties_beside_a_closer_partner() -> None:
    copy = "By noon the council had counted 3,417 damaged roofs between the station and the chapel."
    later = "The 3,417 damaged roofs between the station and the harbour will be mended by a firm from Leeds."
    found = between(HARBOUR, f"{INLAND}\n{copy}\n{later}")
    assert found[4, 5].score > found[4, 6].score
    assert "the same number 3,417" in found[4, 6].why


def test_a_figure_is_a_claim_only_beside_other_rare_words() -> None:
    same = "The 3,417 damaged roofs between the station and the harbour will be mended."
    other = "There were 3,417 visitors on the last day of the fair."
    found = sentences(HARBOUR, f"{same}\n{other}\n{INLAND}")
    start = found.first[1]
    assert same_figure(found, (4, start))
    assert not same_figure(found, (4, start + 1))


def test_a_twin_passes_on_what_it_is_tied_to() -> None:
    line = HARBOUR.split("\n")[2]
    found = sentences(f"{HARBOUR}\n{line}", INLAND)
    evidence = Evidence(found)
    twins, partner = (2, 6), found.first[1]
    assert share(found, {twins: evidence.of(*twins)}, {(2, partner): 0.8}) == {
        (6, partner): pytest.approx(0.8)
    }
    assert share(found, {twins: evidence.of(*twins)}, {(2, partner): 0.2}) == {}


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
