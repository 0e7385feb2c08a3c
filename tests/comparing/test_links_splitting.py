"""What one source tells in one sentence and another in two: each half is tied to its own counterpart."""

from collections.abc import Sequence

from dmreader.comparing.links import link
from dmreader.comparing.links.sentences import Sentences
from dmreader.comparing.links.splitting import split
from dmreader.language import Analysis, Vocabulary, analyse
from dmreader.model import Link, Options, Source

MERGED = """The ferry left the island before sunrise with forty passengers and a brass band on board.
The harbour master lowered the yellow flag at noon, and three fishermen carried the broken mast to the chapel.
Nobody could say when the lighthouse would be repaired."""

APART = """Before sunrise the ferry left the island with a brass band and forty passengers on board.
At noon the harbour master lowered the yellow flag.
Three fishermen carried the broken mast to the chapel.
Nobody could say when the lighthouse would be repaired."""


def analyses(*texts: str) -> Sequence[Analysis]:
    options = Options(quotes=False)
    vocabulary = Vocabulary(options.fold)
    return [analyse(Source(f"{n}", t), options, vocabulary) for n, t in enumerate(texts)]


def linked(*texts: str) -> Sequence[Link]:
    return link(analyses(*texts), lambda _what, _share: None)


def cut(*texts: str) -> Sequence[Sequence[str]]:
    """The parts of each source."""
    sentences = split(Sentences(analyses(*texts)))
    found: list[list[str]] = [[] for _ in texts]
    for source, part in zip(sentences.source, sentences.parts, strict=True):
        found[source].append(texts[source][part.start : part.end])
    return found


def test_halves_are_tied_to_their_own_counterparts() -> None:
    tied = {
        (MERGED[x.a.start : x.a.end], x.b.sentence)
        for x in linked(MERGED, APART)
        if (x.a.source, x.a.sentence, x.b.source) == (0, 1, 1)
    }
    assert tied == {
        ("The harbour master lowered the yellow flag at noon,", 1),
        ("and three fishermen carried the broken mast to the chapel.", 2),
    }


def test_parts_keep_the_number_of_their_sentence() -> None:
    pairs = {(x.a.sentence, x.b.sentence) for x in linked(MERGED, APART) if x.a.source != x.b.source}
    assert pairs == {(0, 0), (1, 1), (1, 2), (2, 3)}


def test_counterparts_may_stand_anywhere() -> None:
    ferry, flag, mast, light = APART.split("\n")
    here, _ = cut(MERGED, "\n".join((mast, light, ferry, flag)))
    assert "The harbour master lowered the yellow flag at noon," in here


def test_a_sentence_told_in_one_is_left_whole() -> None:
    assert [len(x) for x in cut(MERGED, MERGED)] == [3, 3]
    assert [len(x) for x in cut(MERGED)] == [3]


def test_third_source_shows_where_to_cut_the_others() -> None:
    assert [len(x) for x in cut(MERGED, MERGED, APART)] == [4, 4, 4]


def test_marks_without_spaces_end_a_half() -> None:
    merged = "港务长中午降下了黄色的旗帜，三名渔夫把折断的桅杆抬到了教堂。"
    apart = "港务长中午降下了黄色的旗帜。三名渔夫把折断的桅杆抬到了教堂。"
    assert cut(merged, apart)[0] == ["港务长中午降下了黄色的旗帜，", "三名渔夫把折断的桅杆抬到了教堂。"]


def test_hyphens_and_apostrophes_cut_nothing() -> None:
    merged = "Old car sellers fear a self-driving taxi fleet roaming through Manchester every night."
    apart = "Old car sellers fear a self.\nDriving taxi fleet roaming through Manchester every night."
    assert cut(merged, apart)[0] == [merged]
