"""For every command of the quotations: where it starts, what is pressed, and what must be true then.

The made comparison has four quotations: one of the captain in `one` and `two`, in other words; one in `one`
alone, one in `two`, one in `three`.
"""

from collections.abc import Callable

from dmreader.app.quotes_field import WordsField
from dmreader.app.quotes_view import QuotesView
from dmreader.model import Member
from tests.app.cases_reader import Case, Holds, at

M = Member


def _view(holds: Callable[[QuotesView], object]) -> Holds:
    return lambda s: isinstance(s.app.screen, QuotesView) and holds(s.app.screen)


def _groups(*groups: int) -> Holds:
    return _view(lambda v: [q.group for q in v.listed] == list(groups))


CASES: dict[str, Case] = {
    "quotes": Case(M(0, 0), "Q", _groups(0, 1, 2, 3)),
    "place-next": Case(M(0, 2), "asterisk", at(1, 2)),
    "place-previous": Case(M(1, 2), "number_sign", at(0, 2)),
    "quotes-enter": Case(M(0, 0), "Q j enter", at(0, 4)),
    "quotes-place-next": Case(M(0, 2), "Q l enter", at(1, 2)),
    "quotes-place-previous": Case(M(1, 2), "Q h enter", at(0, 2)),
    "quotes-words": Case(M(0, 0), "Q slash", _view(lambda v: isinstance(v.focused, WordsField))),
    "quotes-which": Case(M(0, 0), "Q f", _groups(1, 2, 3)),
    "quotes-speaker": Case(M(0, 0), "Q s", _groups(0)),
    "quotes-speaker-back": Case(M(0, 0), "Q S", _groups(2)),
    "quotes-kind": Case(M(0, 0), "Q t", _groups(1)),
    "quotes-source": Case(M(0, 0), "Q c", _groups(0, 1)),
    "quotes-clear": Case(M(0, 0), "Q c F", _groups(0, 1, 2, 3)),
    "quotes-order": Case(M(0, 0), "Q o o", _groups(0, 2, 1, 3)),
    "quotes-panes": Case(
        M(1, 3), "Q p", lambda s: s.app.screen is s and s.reading.filter.speaker == "the mayor"
    ),
    "quotes-next": Case(M(1, 3), "Q n", _view(lambda v: v.at == 0)),
    "quotes-previous": Case(M(0, 4), "Q N", _view(lambda v: v.at == 0)),
    "quotes-down": Case(M(0, 0), "Q j", _view(lambda v: v.at == 1)),
    "quotes-up": Case(M(0, 4), "Q k", _view(lambda v: v.at == 0)),
    "quotes-page-down": Case(M(0, 0), "Q space", _view(lambda v: v.at == 3)),
    "quotes-page-up": Case(M(2, 3), "Q b", _view(lambda v: v.at == 0)),
    "quotes-first": Case(M(1, 3), "Q g", _view(lambda v: v.at == 0)),
    "quotes-last": Case(M(0, 0), "Q G", _view(lambda v: v.at == 3)),
    "quotes-scroll-down": Case(M(0, 2), "Q J", _view(lambda v: v.detail.first == 2), (60, 14)),
    "quotes-scroll-up": Case(M(0, 2), "Q J J K", _view(lambda v: v.detail.first == 2), (60, 14)),
    "quotes-leave": Case(M(0, 1), "Q j escape", at(0, 1)),
}
