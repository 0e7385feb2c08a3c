"""For every command of notes, editors and views: where it starts, what is pressed, what is true then."""

from collections.abc import Callable

from dmreader.app.aligned import AlignedView
from dmreader.app.asking import Ask
from dmreader.app.notes_keeping import Keeping, keeping
from dmreader.app.notes_list import NotesPicker
from dmreader.app.overlooking import Overlooking
from dmreader.app.overview import Overview
from dmreader.app.picker import Picker
from dmreader.model import Member
from tests.app.cases_reader import Case, Holds, at, on, told

M = Member


def _kept(holds: Callable[[Keeping], object]) -> Holds:
    return lambda screen: holds(keeping(screen))


def _aligned(holds: Callable[[AlignedView], object]) -> Holds:
    return lambda s: isinstance(s.app.screen, AlignedView) and holds(s.app.screen)


def _overview(holds: Callable[[Overview], object]) -> Holds:
    return lambda s: isinstance(s.app.screen, Overview) and holds(s.app.screen)


def _links(kept: Keeping) -> int:
    return len(kept.reading.comparison.links)


CASES: dict[str, Case] = {
    "overview": Case(M(0, 0), "o", on(Overview)),
    "aligned": Case(M(0, 0), "p", on(AlignedView)),
    "note": Case(M(0, 1), "a h i enter", _kept(lambda k: [i.body for i in k.here("note")] == ["hi"])),
    "note-everywhere": Case(M(0, 0), "A x enter", _kept(lambda k: len(k.reading.noted) == 3)),
    "bookmark": Case(M(0, 1), "B", _kept(lambda k: k.reading.noted == {M(0, 1)})),
    "notes": Case(M(0, 1), "B apostrophe", on(NotesPicker)),
    "note-next": Case(M(0, 1), "B j j B g right_parenthesis right_parenthesis", at(0, 3)),
    "note-previous": Case(M(0, 1), "B G left_parenthesis", at(0, 1)),
    "note-remove": Case(M(0, 1), "B D", _kept(lambda k: not k.book.items and not k.reading.noted)),
    "note-restore": Case(M(0, 1), "B D Z", _kept(lambda k: k.reading.noted == {M(0, 1)})),
    "notes-export": Case(M(0, 1), "B X", on(Ask)),
    "correct": Case(M(0, 0), "C", on(Picker)),
    "tie": Case(M(0, 1), "equals_sign tab equals_sign", _kept(lambda k: _links(k) == 7)),
    "editor": Case(M(0, 0), "e", told("one is not a file.")),
    "overlook": Case(M(0, 0), "z", on(Overlooking)),
    "reload": Case(M(0, 0), "f5", told("Nothing has changed.")),
    "aligned-enter": Case(M(0, 0), "p j enter", at(2, 2)),
    "aligned-order": Case(M(0, 0), "p o", _aligned(lambda v: v.aligned.base == 1)),
    "aligned-fold": Case(M(0, 0), "p f", _aligned(lambda v: v.shown == "folded")),
    "aligned-next": Case(M(0, 0), "p n", _aligned(lambda v: v.reading.cursor == M(0, 2))),
    "aligned-previous": Case(M(0, 2), "p N", _aligned(lambda v: v.reading.cursor == M(0, 0))),
    "aligned-down": Case(M(0, 0), "p j", _aligned(lambda v: v.rows.entry == v.aligned.row_of(M(0, 0)) + 1)),
    "aligned-up": Case(M(0, 1), "p k", _aligned(lambda v: v.rows.entry == v.aligned.row_of(M(0, 1)) - 1)),
    "aligned-page-down": Case(M(0, 0), "p space", _aligned(lambda v: v.rows.entry > 3)),
    "aligned-page-up": Case(M(0, 5), "p b", _aligned(lambda v: v.rows.entry < v.aligned.row_of(M(0, 5)) - 3)),
    "aligned-first": Case(M(0, 4), "p g", _aligned(lambda v: v.rows.entry == 0)),
    "aligned-last": Case(M(0, 0), "p G", _aligned(lambda v: v.rows.entry == len(v.aligned.rows) - 1)),
    "aligned-right": Case(M(0, 0), "p l", _aligned(lambda v: v.reading.cursor == M(1, 0))),
    "aligned-left": Case(M(0, 0), "p h", _aligned(lambda v: v.reading.cursor == M(2, 1))),
    "aligned-leave": Case(M(0, 0), "p escape", at(0, 0)),
    "overview-enter": Case(M(0, 3), "o enter", at(0, 3)),
    "overview-down": Case(M(0, 0), "o j", _overview(lambda v: v.subjects[v.at] == (0, 2))),
    "overview-up": Case(M(0, 0), "o k", _overview(lambda v: v.subjects[v.at] == (2,))),
    "overview-right": Case(M(0, 0), "o l", _overview(lambda v: v.tie == 1)),
    "overview-left": Case(M(0, 0), "o l l h", _overview(lambda v: v.tie == 1)),
    "overview-other-end": Case(M(0, 3), "o tab enter", at(1, 1)),
    "overview-first": Case(M(0, 0), "o l l g", _overview(lambda v: v.tie == 0)),
    "overview-last": Case(M(0, 0), "o G", _overview(lambda v: v.tie == len(v.ties) - 1 == 2)),
    "overview-picture": Case(M(0, 0), "o p", _overview(lambda v: v.picture.dots)),
    "overview-leave": Case(M(0, 0), "o escape", at(0, 0)),
}
