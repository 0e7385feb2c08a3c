"""Going through the places of one quotation."""

from typing import NamedTuple

from dmreader.reading.reading import Reading


class PlaceOf(NamedTuple):
    """Place number `at` (from 0) of the `whole` of one quotation."""

    at: int
    whole: int


def here(reading: Reading) -> int | None:
    """The quote one is at: the one gone to last, else the first in the sentence that is also elsewhere."""
    row = reading.marks[reading.cursor.source].sentences
    if reading.cursor.sentence >= len(row):
        return None
    numbers = row[reading.cursor.sentence].quotes
    if reading.quote in numbers:
        return reading.quote
    several = (n for n in numbers if place_of(reading, n).whole > 1)
    return next(several, numbers[0] if numbers else None)


def place_of(reading: Reading, quote: int) -> PlaceOf:
    """Which place of its quotation a quote is."""
    places = reading.quotations.places[reading.comparison.quotes[quote].group]
    return PlaceOf(places.index(quote), len(places))


def go(reading: Reading, quote: int) -> None:
    """To a quote."""
    found = reading.comparison.quotes[quote]
    reading.jump(reading.at(found.source, found.start))
    reading.quote = quote


def step(reading: Reading, direction: int) -> PlaceOf | None:
    """To the next place of the quotation one is at, round and round; None where there is no quotation."""
    quote = here(reading)
    if quote is None:
        return None
    at, whole = place_of(reading, quote)
    places = reading.quotations.places[reading.comparison.quotes[quote].group]
    at = (at + direction) % whole
    if whole > 1:
        go(reading, places[at])
    return PlaceOf(at, whole)
