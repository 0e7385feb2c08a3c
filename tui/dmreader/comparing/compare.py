"""The whole way from sources to the comparison."""

from collections.abc import Sequence

from dmreader.comparing.groups import group
from dmreader.comparing.links import link
from dmreader.comparing.passages import find_passages
from dmreader.comparing.quoting import find_quotes
from dmreader.comparing.summary import summarise, unique_places
from dmreader.language import Vocabulary, analyse
from dmreader.model import Comparison, Options, Progress, Source


def compare(
    sources: Sequence[Source], options: Options | None = None, progress: Progress | None = None
) -> Comparison:
    """Compare `sources` (one or more) with each other, and each with itself."""
    options = options or Options()
    tell = progress or (lambda _what, _share: None)
    analyses = []
    vocabulary = Vocabulary(options.fold)
    for number, source in enumerate(sources):
        tell(f"reading {source.name}", number / len(sources))
        analyses.append(analyse(source, options, vocabulary))
    tell("finding passages", 0.0)
    passages = find_passages(analyses, options, tell)
    tell("linking sentences", 0.0)
    links = link(analyses, passages, options, tell)
    groups = group(links)
    tell("finding quotations", 0.0)
    quotes = find_quotes(analyses, options, tell) if options.quotes else ()
    unique = unique_places(analyses, passages, links)
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
        summary=summarise(analyses, passages, links, unique, quotes),
    )
