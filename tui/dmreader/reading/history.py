"""Where the reader has been."""

from dmreader.model import Member


class History:
    """Places to go back to, and forward again; at most `limit` are kept."""

    def __init__(self, limit: int = 500) -> None:
        self._back: list[Member] = []
        self._forward: list[Member] = []
        self._limit = limit

    def leave(self, place: Member) -> None:
        """Remember `place` before jumping away from it; what was forward is forgotten."""
        if not self._back or self._back[-1] != place:
            self._back.append(place)
            del self._back[: -self._limit]
        self._forward.clear()

    def back(self, here: Member) -> Member | None:
        """The place before; `here` can then be come forward to."""
        return self._turn(self._back, self._forward, here)

    def forward(self, here: Member) -> Member | None:
        """The place that `back` left."""
        return self._turn(self._forward, self._back, here)

    def clear(self) -> None:
        """Forget everything, as when sentences are cut anew."""
        self._back.clear()
        self._forward.clear()

    @staticmethod
    def _turn(come: list[Member], go: list[Member], here: Member) -> Member | None:
        while come:
            place = come.pop()
            if place != here:
                go.append(here)
                return place
        return None
