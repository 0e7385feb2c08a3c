"""The whole way from sources to the comparison."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from dmreader.language import Vocabulary, analyse
from dmreader.model import Comparison, Options, Progress, Quote, Source, Span

Cut = Callable[[tuple[tuple[Span, ...], ...]], None]
"""Takes the sentences of every source."""


def compare(
    sources: Iterable[Source],
    options: Options | None = None,
    progress: Progress | None = None,
    *,
    cut: Cut | None = None,
) -> Comparison:
    """Compare `sources` (none or more) with each other, and each with itself.

    `progress` is called with what is being done and how much of that is done, often enough that raising
    `Cancelled` from it stops the comparison at once. `cut` is called once with the sentences, as soon as they
    are known, for who shows them already. The same sources give the same comparison, always.
    Raises `TypeError` for anything but sources: a string could be a text or the name of a file.
    """
    given = tuple(sources) if isinstance(sources, Iterable) else (sources,)
    if isinstance(sources, str | Source) or not all(isinstance(source, Source) for source in given):
        raise TypeError("compare() takes a list of sources: Source('a name', 'a text') or load('a file')")
    if not isinstance(options, Options | None):
        raise TypeError(f"compare() takes its options as Options(min_words=5), not as {options!r}")
    with collector_resting():
        return _compare(given, options or Options(), progress or _nobody, cut or _nobody)


def _nobody(*_: object) -> None:
    """Takes what nobody asked for."""


def _compare(sources: Sequence[Source], options: Options, tell: Progress, cut: Cut) -> Comparison:
    analyses = []
    vocabulary = Vocabulary(options.fold)
    for number, source in enumerate(sources):
        tell(f"reading {source.name}", number / len(sources))
        analyses.append(analyse(source, options, vocabulary))
    cut(tuple(a.sentences for a in analyses))
    from dmreader.comparing.coverage import Coverage  # who shows sentences already need not wait for these
    from dmreader.comparing.groups import group
    from dmreader.comparing.links import link
    from dmreader.comparing.passages import find_passages
    from dmreader.comparing.summary import summarise, unique_places

    tell("finding passages", 0.0)
    passages = find_passages(analyses, options, tell)
    tell("finding quotations", 0.0)
    quotes: tuple[Quote, ...] = ()
    if options.quotes:
        from dmreader.comparing.quoting import find_quotes  # more modules than all the rest

        quotes = find_quotes(analyses, tell)
    tell("linking sentences", 0.0)
    links = link(analyses, tell, quotes)
    groups = group(links)
    tell("summing up", 0.0)
    covered = Coverage(analyses, passages, links)
    unique = unique_places(analyses, covered, links)
    tell("summing up", 0.5)
    summary = summarise(analyses, covered, links, quotes)
    tell("summing up", 1.0)
    return Comparison(
        sources=tuple(sources),
        options=options,
        sentences=tuple(a.sentences for a in analyses),
        passages=passages,
        links=links,
        groups=groups,
        quotes=quotes,
        facts=(),
        unique=unique,
        summary=summary,
    )


@contextmanager
def collector_resting() -> Iterator[None]:
    """Comparing makes millions of objects that stay: looking for garbage among them doubles its time.

    Whoever goes on with them at once, and then is done with them, lets it rest for longer.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
