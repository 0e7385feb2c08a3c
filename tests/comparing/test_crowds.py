"""Many sources with the same passages: the rows of flags are those of marking every two sources."""

import random

from dmreader.comparing.crowds import Crowds


def test_rows_are_those_of_marking_word_by_word() -> None:
    dice = random.Random(7)
    for words, sources in ((1, 1), (30, 5), (257, 19)):
        crowds = Crowds(words, sources)
        wanted = [bytearray(words) for _ in range(sources)]
        for _ in range(12):
            first = dice.randrange(words)
            length = dice.randint(1, words - first)
            members = dice.sample(range(sources), dice.randint(1, sources))
            crowds.put(sum(1 << s for s in members), first, length)
            for s in members:
                wanted[s][first : first + length] = b"\1" * length
        assert list(crowds.rows()) == wanted
