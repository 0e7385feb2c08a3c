"""What is to be said about the sentence at the cursor: who else says it, how, why, and the quotes in it."""

from collections.abc import Iterator

from dmreader.app.glyphs import Glyphs
from dmreader.app.pieces import Piece, Row, held, wrapped
from dmreader.marks import WORDS, Partner, partners
from dmreader.model import Member
from dmreader.reading import Reading
from dmreader.reading.quotations_places import here, place_of

_MARGIN = 1
_INDENT = 3
_NARROW = 60  # cells below which a count is written shortly
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """Small numbers as words."""
    return _COUNTS[number] if 0 <= number < len(_COUNTS) else str(number)


def inspect(reading: Reading, glyphs: Glyphs, width: int) -> list[Row]:
    """The rows of the inspector."""
    if not reading.compared:
        return [[(f" not compared yet{glyphs.ellipsis}", ("quiet",))]]
    if not reading.sentences(reading.cursor.source):
        return [[("nothing stands in this source", ("quiet",))]]
    rows: list[Row] = []
    rows += wrapped(_summary(reading, glyphs, narrow=width < _NARROW), width, _MARGIN, _INDENT - _MARGIN)
    for note in reading.notes.get(reading.cursor, ()):
        for line in note.split("\n"):
            rows += wrapped([(f"{glyphs.note} ", ("key",)), (line, ("strong",))], width, _INDENT)
    for number in reading.marks[reading.cursor.source].sentences[reading.cursor.sentence].quotes:
        rows += wrapped(_quote(reading, glyphs, number), width, _INDENT)
    for partner in reading.partners():
        rows += wrapped(_heading(reading, glyphs, partner), width, _MARGIN, _INDENT - _MARGIN)
        rows += wrapped(_differing(reading, partner), width, _INDENT)
    return rows


def _summary(reading: Reading, glyphs: Glyphs, *, narrow: bool) -> Iterator[Piece]:
    mark = reading.marks[reading.cursor.source].sentences[reading.cursor.sentence]
    everyone = len(reading.comparison.sources)
    dot = f" {glyphs.dot} "
    if not mark.sources:
        said = f"only in {reading.names[reading.cursor.source]}" if everyone > 1 else "the only source"
    elif len(mark.sources) == everyone - 1:
        said = f"in all {in_words(everyone)}" if everyone > 2 else "in both"
    else:
        said = "in " + ", ".join(reading.names[s] for s in sorted(mark.sources | {reading.cursor.source}))
    yield f"{glyphs.marks[mark.kind]} ", (f"sign-{mark.kind}",)
    yield said, ("strong",)
    if mark.kind != "unique":
        yield dot + WORDS[mark.kind], ()
    if mark.repeated:
        yield dot + WORDS["repeat"], ()
    count = len(reading.partners())
    if reading.round is not None:
        origin, at, whole = reading.round
        place = f"{reading.names[origin.source]}:{origin.sentence + 1}"
        yield f"{dot}{_counted(glyphs, at + 1, whole, narrow=narrow)} partners of {place}", ("key",)
    elif count:
        yield dot + _counted(glyphs, 1, count, narrow=narrow), ("key",)


def _counted(glyphs: Glyphs, at: int, whole: int, *, narrow: bool) -> str:
    """Which partner this is, of how many; never parted by a row's end."""
    return f"{at}/{whole}{glyphs.more}" if narrow else held(f"{at} of {whole} {glyphs.more}")


def _quote(reading: Reading, glyphs: Glyphs, number: int) -> Iterator[Piece]:
    quote = reading.comparison.quotes[number]
    places = reading.quotations.places[quote.group]
    carriers = {reading.comparison.quotes[n].source for n in places} - {quote.source}
    text = reading.comparison.sources[quote.source].display[quote.start : quote.end]
    yield f"{glyphs.marks['quote']} ", ("strong",)
    yield f"{quote.kind}", ("strong",)
    if quote.speaker is not None:
        yield f" by {quote.speaker.name}", ("strong",)
    also = ", ".join(reading.names[s] for s in sorted(carriers))
    yield f" {glyphs.dot} {'also in ' + also if also else 'only here'} {glyphs.dot} ", ("quiet",)
    if len(places) > 1:
        at, whole = place_of(reading, number)
        yield held(f"place {at + 1} of {whole}"), ("key",) if here(reading) == number else ("quiet",)
        yield f" {glyphs.dot} ", ("quiet",)
    yield text if len(text) < 60 else text[:59].rstrip() + glyphs.ellipsis, ("quote",)


def _heading(reading: Reading, glyphs: Glyphs, partner: Partner) -> Iterator[Piece]:
    yield (
        f"{reading.names[partner.source]}:{partner.sentence + 1}",
        ("strong",),
    )
    yield f"  {glyphs.marks[partner.relation]} ", (f"sign-{partner.relation}",)
    yield partner.relation, ()
    if partner.source == reading.cursor.source:
        yield f" {glyphs.dot} {WORDS['repeat']}", ()
    if partner.moved:
        yield f" {glyphs.dot} {glyphs.marks['moved']} moved", ()
    why = glyphs.said(reading.comparison.links[partner.link].why)
    yield f" {glyphs.dot} {partner.score:.2f} {glyphs.dot} {why}", ("quiet",)


def _differing(reading: Reading, partner: Partner) -> Iterator[Piece]:
    """The partner's sentence, with what it adds and leaves out against the one at the cursor."""
    comparison = reading.comparison
    ours = comparison.sources[reading.cursor.source].display
    theirs = comparison.sources[partner.source].display
    span = comparison.sentences[partner.source][partner.sentence]
    if span.start < partner.there.start:
        yield theirs[span.start : partner.there.start], ("quiet",)
    at = partner.there.start
    for change in reading.changes(reading.cursor, partner.link):
        if change.there_start > at:
            yield theirs[at : change.there_start], ()
        if change.kind == "same":
            yield theirs[change.there_start : change.there_end], ()
        else:
            if change.end > change.start:
                yield "-" + ours[change.start : change.end], ("left-out",)
                yield " ", ()
            if change.there_end > change.there_start:
                yield "+" + theirs[change.there_start : change.there_end], ("added",)
        at = max(at, change.there_end)
    yield theirs[at : partner.there.end], ()
    if partner.there.end < span.end:
        yield theirs[partner.there.end : span.end], ("quiet",)


def partner_members(reading: Reading) -> dict[int, frozenset[int]]:
    """The sentences to light up, by source: partners of the cursor, and those of the round one is on."""
    lit: dict[int, set[int]] = {}
    origin: tuple[Member, ...] = () if reading.round is None else (reading.round[0],)
    found = list(reading.partners())
    for member in origin:
        found += partners(reading.comparison, reading.marks, *member)
    for each in found:
        lit.setdefault(each.source, set()).add(each.sentence)
    return {s: frozenset(units) for s, units in lit.items()}
