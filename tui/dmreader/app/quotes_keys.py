"""Commands of the list of quotations: moving, ordering, filtering."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from dmreader.app.quotes_field import WordsField
from dmreader.app.quotes_view import QuotesView
from dmreader.reading.quotations_filter import ORDERS, WHICH, Order, QuotationFilter

T = TypeVar("T")


def down(view: QuotesView) -> None:
    """The next quotation."""
    view.choose(view.at + 1)


def up(view: QuotesView) -> None:
    """The quotation before."""
    view.choose(view.at - 1)


def page_down(view: QuotesView) -> None:
    """One screenful on."""
    view.choose(view.at + max(1, view.rows.size.height - 1))


def page_up(view: QuotesView) -> None:
    """One screenful back."""
    view.choose(view.at - max(1, view.rows.size.height - 1))


def first(view: QuotesView) -> None:
    """The first one listed."""
    view.choose(0)


def last(view: QuotesView) -> None:
    """The last one listed."""
    view.choose(len(view.listed) - 1)


def place_next(view: QuotesView) -> None:
    """The next place of the chosen quotation."""
    _place(view, 1)


def place_previous(view: QuotesView) -> None:
    """The place before."""
    _place(view, -1)


def _place(view: QuotesView, step: int) -> None:
    if view.chosen is not None:
        view.place = (view.place + step) % len(view.chosen.quotes)
        view.draw()


def scroll_down(view: QuotesView) -> None:
    """Scroll the places."""
    view.detail.scroll(max(1, view.detail.size.height // 2))


def scroll_up(view: QuotesView) -> None:
    """Scroll the places back."""
    view.detail.scroll(-max(1, view.detail.size.height // 2))


def differing_next(view: QuotesView) -> None:
    """The next one in which words or speaker differ."""
    _differing(view, 1)


def differing_previous(view: QuotesView) -> None:
    """The one before."""
    _differing(view, -1)


def _differing(view: QuotesView, step: int) -> None:
    for away in range(1, len(view.listed) + 1):
        at = (view.at + step * away) % len(view.listed)
        if view.listed[at].differs or view.listed[at].disputed:
            view.choose(at)
            return
    view.say("In none of these words or speaker differ.")


def reorder(view: QuotesView) -> None:
    """Another order."""
    orders: tuple[Order, ...] = tuple(ORDERS)
    view.order = orders[(orders.index(view.order) + 1) % len(orders)]
    view.list_anew()


def words(view: QuotesView) -> None:
    """Type words to list only what holds them."""
    field = WordsField(view.asked.words, placeholder="words, names, tags", select_on_focus=False)
    view.mount(field, before=view.keys_line)
    field.focus()


def speaker(view: QuotesView) -> None:
    """Those of the next speaker, the most quoted one first."""
    _speaker(view, 1)


def speaker_back(view: QuotesView) -> None:
    """Those of the speaker before."""
    _speaker(view, -1)


def _speaker(view: QuotesView, step: int) -> None:
    names = ("", *view.reading.quotations.speakers)
    view.ask(replace(view.asked, speaker=_turned(names, view.asked.speaker, step)))


def kind(view: QuotesView) -> None:
    """Those of the next kind."""
    kinds = (None, *sorted({kind for q in view.reading.quotations.all for kind in q.kinds}))
    view.ask(replace(view.asked, kind=_turned(kinds, view.asked.kind)))


def source(view: QuotesView) -> None:
    """Those that the next source carries."""
    sources = (None, *range(len(view.reading.comparison.sources)))
    view.ask(replace(view.asked, source=_turned(sources, view.asked.source)))


def which(view: QuotesView) -> None:
    """Those of one source alone, of all, those that differ, and those that are doubtful."""
    view.ask(replace(view.asked, which=_turned(WHICH, view.asked.which)))


def clear(view: QuotesView) -> None:
    """List all."""
    view.ask(QuotationFilter())


def panes(view: QuotesView) -> None:
    """To the place in the panes, where only sentences are shown in which its speaker is quoted."""
    quote = None if view.quote is None else view.reading.comparison.quotes[view.quote]
    if quote is None or quote.speaker is None:
        view.say("Nobody is named here.")
        return
    view.reading.choose(view.reading.filter._replace(speaker=quote.speaker.name))
    view.chosen_quote = view.quote
    view.dismiss(None)


def _turned(row: Sequence[T], now: T, step: int = 1) -> T:
    return row[(row.index(now) + step) % len(row)]
