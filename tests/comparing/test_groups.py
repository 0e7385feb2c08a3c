"""Groups do not chain what has nothing in common."""

from dmreader.comparing.groups import group
from dmreader.model import Link, LinkEnd


def tied(a: tuple[int, int], b: tuple[int, int], score: float = 0.9) -> Link:
    return Link(LinkEnd(*a, 0, 1), LinkEnd(*b, 0, 1), "reworded", False, score, "")


def members(links: list[Link]) -> list[list[tuple[int, int]]]:
    return [[(m.source, m.sentence) for m in g.members] for g in group(links)]


def test_a_sentence_in_three_sources_is_one_group() -> None:
    links = [tied((0, 1), (1, 2)), tied((1, 2), (2, 3)), tied((0, 1), (2, 3))]
    assert members(links) == [[(0, 1), (1, 2), (2, 3)]]


def test_a_missing_link_does_not_part_a_group() -> None:
    assert members([tied((0, 1), (1, 2)), tied((1, 2), (2, 3))]) == [[(0, 1), (1, 2), (2, 3)]]


def test_one_weak_link_does_not_chain_two_groups() -> None:
    left = [tied((0, 1), (1, 1)), tied((1, 1), (2, 1)), tied((0, 1), (2, 1))]
    right = [tied((0, 5), (1, 5)), tied((1, 5), (2, 5)), tied((0, 5), (2, 5))]
    bridge = tied((0, 1), (1, 5), 0.55)
    assert len(members([*left, *right, bridge])) == 2


def test_parts_of_one_sentence_are_one_group() -> None:
    assert members([tied((0, 1), (1, 2)), tied((0, 1), (1, 3))]) == [[(0, 1), (1, 2), (1, 3)]]


def part(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> Link:
    return Link(LinkEnd(*a), LinkEnd(*b), "partial", False, 0.9, "")


def test_a_sentence_that_says_two_things_does_not_chain_two_sources() -> None:
    first, second = part((0, 1, 0, 40), (1, 2, 0, 40)), part((0, 1, 45, 90), (2, 3, 0, 45))
    assert members([first, second]) == [[(0, 1), (1, 2)]]
    agreed = part((1, 2, 0, 40), (2, 3, 0, 45))
    assert members([first, second, agreed]) == [[(0, 1), (1, 2), (2, 3)]]


def test_a_sentence_that_another_source_tells_in_two_is_one_group_with_both() -> None:
    links = [part((0, 1, 0, 40), (1, 2, 0, 40)), part((0, 1, 45, 90), (1, 3, 0, 45))]
    assert members(links) == [[(0, 1), (1, 2), (1, 3)]]


def test_stretches_that_overlap_are_one() -> None:
    links = [part((0, 1, 0, 40), (1, 2, 0, 40)), part((0, 1, 5, 60), (2, 3, 0, 45))]
    assert members(links) == [[(0, 1), (1, 2), (2, 3)]]


def test_no_links_no_groups() -> None:
    assert group(()) == ()
