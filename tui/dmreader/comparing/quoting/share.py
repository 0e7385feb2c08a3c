"""What the members of a group of same quotations tell each other: speaker and kind."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from dmreader.comparing.quoting.names import Name, clash
from dmreader.comparing.quoting.wording import Wording
from dmreader.language.quotes.kinds import Kind
from dmreader.language.quotes.speakers import Mention
from dmreader.model import QuoteKind, Speaker


class Told(Protocol):
    """What one source says of a quotation."""

    @property
    def kind(self) -> Kind: ...
    @property
    def speaker(self) -> Mention | None: ...


def shared_kind(k: int, members: Sequence[int], alone: Sequence[Told]) -> QuoteKind:
    """The kind of quotation `k`: its own where told, else what most others of its group are told to be."""
    own = alone[k].kind
    if own.told or len(members) == 1:
        return own.kind
    votes = Counter(alone[m].kind.kind for m in members if alone[m].kind.told)
    if own.kind == "scare" or not votes:
        return own.kind
    return min(votes, key=lambda kind: (-votes[kind], kind))


def shared_speaker(
    k: int,
    members: Sequence[int],
    quotes: Sequence[Wording],
    alone: Sequence[Told],
    names: Sequence[Name | None],
) -> Speaker | None:
    """The speaker of quotation `k`: whom its own source names, else the best supported of its group.

    One who is only described (a user, another) keeps the words that describe him, but takes a name from the
    group where there is one.
    """
    own = alone[k].speaker
    name = names[k]
    if own is not None and name is not None and not name.describes:
        return Speaker(own.name, own.start, own.end)
    best = _best(k, members, quotes, alone, names)
    if best is None:
        return Speaker(own.name, own.start, own.end) if own else None
    mention = alone[best].speaker
    assert mention is not None
    source = quotes[best].source
    if own is not None:
        return Speaker(own.name, own.start, own.end)
    if source == quotes[k].source:
        return Speaker(mention.name, mention.start, mention.end)
    return Speaker(mention.name, None, None, source)


def _best(
    k: int,
    members: Sequence[int],
    quotes: Sequence[Wording],
    alone: Sequence[Told],
    names: Sequence[Name | None],
) -> int | None:
    """The member that names the speaker best: a name rather than a description, agreed on, in the same source."""
    best, most = None, (0.0, 0.0, 0.0)
    for m in members:
        mention, name = alone[m].speaker, names[m]
        if m == k or mention is None or name is None:
            continue
        agreed = sum(
            alone[j].speaker is not None and not clash(name, names[j]) and bool(names[j]) for j in members
        )
        worth = (
            float(not name.describes),
            agreed + mention.confidence,
            float(quotes[m].source == quotes[k].source),
        )
        if worth > most:
            best, most = m, worth
    return best
