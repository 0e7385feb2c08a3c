"""The whole comparison: order of steps, progress, cancelling, determinism, any number of sources."""

import gc
from collections.abc import Sequence

import pytest

from dmreader.comparing import compare
from dmreader.model import Cancelled, Comparison, Options, Source

TEXT = "The baker accused the carpenter of stealing seventeen copper kettles. Nobody believed him."


@pytest.mark.parametrize("number", [0, 1, 2, 5])
def test_any_number_of_sources(number: int) -> None:
    sources = [Source(str(k), f"{TEXT} That was version {k}.") for k in range(number)]
    comparison = compare(sources)
    assert len(comparison.sentences) == len(comparison.summary.sources) == number
    assert len(comparison.summary.pairs) == number * (number - 1) // 2
    if number > 1:
        assert {o.source for o in comparison.passages[0].occurrences} == set(range(number))


def test_empty_sources_among_others() -> None:
    comparison = compare([Source("a", ""), Source("b", TEXT), Source("c", TEXT)])
    assert comparison.sentences[0] == ()
    assert comparison.summary.sources[0].shared == 0.0
    assert comparison.summary.sources[1].verbatim == 1.0


def test_the_same_sources_give_the_same_comparison(seeds: Sequence[Source], comparison: Comparison) -> None:
    assert compare(seeds) == comparison


def test_progress_runs_from_the_reading_to_the_sum(seeds: Sequence[Source]) -> None:
    told: list[tuple[str, float]] = []
    compare(seeds, progress=lambda what, share: told.append((what, share)))
    assert told[0] == (f"reading {seeds[0].name}", 0.0)
    assert told[-1] == ("summing up", 1.0)
    assert all(0.0 <= share <= 1.0 for _, share in told)


def test_raising_from_progress_stops_at_once(seeds: Sequence[Source]) -> None:
    told: list[tuple[str, float]] = []
    compare(seeds, progress=lambda what, share: told.append((what, share)))
    for last in range(len(told)):
        calls = 0

        def stop(_what: str, _share: float, last: int = last) -> None:
            nonlocal calls
            calls += 1
            if calls > last:
                raise Cancelled

        with pytest.raises(Cancelled):
            compare(seeds, progress=stop)
        assert calls == last + 1
        assert gc.isenabled()


def test_folding_is_switched(seeds: Sequence[Source]) -> None:
    options = Options()
    sensitive = compare(seeds, Options(fold=options.fold - {"case", "tokenisation"}))
    insensitive = compare(seeds, options)
    assert sensitive.summary.sources[2].verbatim < insensitive.summary.sources[2].verbatim


def test_unrelated_texts_share_next_to_nothing() -> None:
    from tests.comparing.test_passages import UNRELATED

    comparison = compare([Source(str(k), t) for k, t in enumerate(UNRELATED)])
    assert [s.verbatim for s in comparison.summary.sources] == [0.0, 0.0, 0.0]
