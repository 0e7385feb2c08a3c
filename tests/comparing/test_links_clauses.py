"""Parts that nobody tells apart are weighed as one, clauses that pair up are tied to each other."""

from collections.abc import Sequence

from dmreader.comparing.links import link
from dmreader.comparing.links.joining import join, seams
from dmreader.comparing.links.linking import weighed
from dmreader.comparing.links.sentences import Sentences
from dmreader.language import Analysis, Vocabulary, analyse
from dmreader.model import Options, Source

HERE = """The ferry left the island before sunrise with forty passengers and a brass band on board.
The harbour master lowered the yellow flag at noon; three fishermen carried the broken mast to the chapel.
Nobody could say when the lighthouse would be repaired."""

THERE = """Before sunrise the ferry left the island with a brass band and forty passengers on board.
At noon the harbour master took down the yellow flag; the broken mast was carried to the chapel by fishermen.
Nobody could say when the lighthouse would be repaired."""


def analyses(*texts: str) -> Sequence[Analysis]:
    options = Options(quotes=False)
    vocabulary = Vocabulary(options.fold)
    return [analyse(Source(f"{n}", t), options, vocabulary) for n, t in enumerate(texts)]


def tied(*texts: str) -> set[tuple[str, str]]:
    """What is tied of the first two sources."""
    return {
        (texts[0][x.a.start : x.a.end], texts[1][x.b.start : x.b.end])
        for x in link(analyses(*texts), lambda _what, _share: None)
        if (x.a.source, x.b.source) == (0, 1)
    }


def units(*texts: str) -> Sequence[Sequence[str]]:
    """What is weighed of each source."""
    sentences = weighed(analyses(*texts), lambda _what, _share: None).sentences
    found: list[list[str]] = [[] for _ in texts]
    for source, part in zip(sentences.source, sentences.parts, strict=True):
        found[source].append(texts[source][part.start : part.end])
    return found


def test_parts_that_nobody_tells_apart_are_weighed_as_one() -> None:
    assert [len(x) for x in units(HERE, THERE)] == [3, 3]


def test_parts_that_one_source_tells_apart_stay_apart_in_all() -> None:
    apart = THERE.replace("flag; the", "flag. The")
    assert [len(x) for x in units(HERE, THERE, apart)] == [4, 4, 4]


def test_part_that_another_source_leaves_out_stays_apart() -> None:
    without = THERE.replace("; the broken mast was carried to the chapel by fishermen", "")
    assert len(units(HERE, without)[0]) == 4


def test_clauses_of_sentences_that_both_sources_have_are_tied_to_each_other() -> None:
    assert {
        (
            "The harbour master lowered the yellow flag at noon;",
            "At noon the harbour master took down the yellow flag;",
        ),
        (
            "three fishermen carried the broken mast to the chapel.",
            "the broken mast was carried to the chapel by fishermen.",
        ),
    } <= tied(HERE, THERE)


def test_short_sentences_are_not_cut_at_commas() -> None:
    here, there = (t.replace("; ", ", ") for t in (HERE, THERE))
    whole = here.split("\n")[1]
    assert whole in {a for a, _ in tied(here, there)}


def test_long_sentences_are_cut_at_commas_if_they_are_not_nearly_the_same() -> None:
    here = "Sailors sang a slow song about the drowned captain of the northern fleet, "
    there = "The old sailors sang slowly about a captain from the northern fleet who had drowned, "
    here, there = (
        text.replace("; ", ", ").replace(start, before + start.lower())
        for text, before, start in ((HERE, here, "The harbour"), (THERE, there, "At noon"))
    )
    assert len([a for a, _ in tied(here, there) if a in here.split("\n")[1]]) > 1
    assert len([a for a, _ in tied(here, here) if a in here.split("\n")[1]]) == 1


def test_clause_that_is_told_nowhere_is_not_tied() -> None:
    alone = "no bishop ever counted the silver spoons of Utrecht"
    here = HERE.replace("; three fishermen carried the broken mast to the chapel", f": {alone}")
    there = THERE.replace("; the broken mast was carried to the chapel by fishermen", "")
    assert not any(alone in a for a, _ in tied(here, there))


def test_joined_parts_are_what_the_parts_were() -> None:
    sentences = Sentences(analyses(HERE))
    assert seams(sentences) == [1]
    joined, home = join(sentences, {})
    assert home == [0, 1, 1, 2]
    assert [p.end for p in joined.parts] == [s.end for s in joined.analyses[0].sentences]


def test_words_within_a_sentence_are_a_part_of_it() -> None:
    sentences = Sentences(analyses(HERE))
    u = sentences.within(0, 1, 3)
    part = sentences.parts[u]
    assert HERE[part.start : part.end] == "ferry left"
    assert (part.sentence, sentences.source[u], len(sentences.rows[u])) == (0, 0, 2)
    assert sentences.within(0, 1, 3) == u
    assert sentences.within(0, 0, len(sentences.rows[0])) == 0
