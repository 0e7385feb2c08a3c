"""What the members of a group of same quotations tell each other: speaker and kind."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from dmreader.comparing.quoting.names import Name
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


_CARRIED = frozenset(("tweet", "post", "caption", "sign", "invitation"))


def shared_kind(k: int, members: Sequence[int], alone: Sequence[Told]) -> QuoteKind:
    """The kind of quotation `k`: its own where told, else what most others of its group are told to be.

    That somebody said it yields to what another place tells more exactly: that it was tweeted, or on a sign.
    """
    own = alone[k].kind
    if len(members) == 1 or own.kind == "scare" or (own.told and own.kind != "statement"):
        return own.kind
    votes = Counter(alone[m].kind.kind for m in members if alone[m].kind.told and m != k)
    carried = [kind for kind in votes if kind in _CARRIED]
    if own.told and not carried:
        return own.kind
    return min(carried or votes or [own.kind], key=lambda kind: (-votes[kind], kind))


class Namer:
    """Names the speakers of one group of quotations."""

    def __init__(
        self,
        members: Sequence[int],
        quotes: Sequence[Wording],
        alone: Sequence[Told],
        names: Sequence[Name | None],
    ) -> None:
        self._quotes, self._alone, self._names = quotes, alone, names
        agreed = Counter(name.core for m in members if (name := names[m]) and not name.describes)
        self._best: dict[int, int] = {}
        for m in sorted(members, key=lambda m: -self._worth(m, agreed)):
            if names[m] is not None:
                self._best.setdefault(quotes[m].source, m)
                self._best.setdefault(-1, m)

    def _worth(self, m: int, agreed: Counter[frozenset[str]]) -> float:
        """A name is worth more than a description, one that others agree on more than one that stands
        alone.
        """
        mention, name = self._alone[m].speaker, self._names[m]
        if mention is None or name is None:
            return 0.0
        return (0.0 if name.describes else 1.0 + agreed[name.core]) + mention.confidence

    def speaker(self, k: int) -> Speaker | None:
        """The speaker of quotation `k`: whom its own source names for it, else the best supported of its
        group.

        Whom only another source names has no place in this one, or that of a pronoun, and the number of that
        source.
        """
        own = self._alone[k].speaker
        best = self._best.get(-1)
        if own is not None and own.known:
            return Speaker(own.name, own.start, own.end)
        best = best if best is None else self._nearest(k, best)
        found = self._alone[best].speaker if best is not None else None
        if own is not None:
            named = found is not None and found.known and best is not None and not self._describes(best)
            if not named or found is None or best is None:
                return Speaker(own.name, own.start, own.end, known=False)
            return Speaker(found.name, own.start, own.end, self._elsewhere(k, best))
        if found is None or best is None:
            return None
        source = self._elsewhere(k, best)
        if source is None:
            return Speaker(found.name, found.start, found.end, known=found.known)
        return Speaker(found.name, None, None, source, found.known)

    def _nearest(self, k: int, best: int) -> int:
        """The quotation from which `k` takes its speaker: one of its own source where that names one, too."""
        near = self._best.get(self._quotes[k].source)
        if near is None:
            return best
        return near if self._describes(best) or not self._describes(near) else best

    def _describes(self, m: int) -> bool:
        name = self._names[m]
        return name is None or name.describes

    def _elsewhere(self, k: int, m: int) -> int | None:
        """The source of quotation `m`, unless it is that of `k`, too."""
        source = self._quotes[m].source
        return None if source == self._quotes[k].source else source
