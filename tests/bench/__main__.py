"""`python -m tests.bench [--words N ...] [--only NAME ...] [--patience S]`: dmreader beside other programs.

With `--reader` the screen is measured instead, with `--passages` passages alone against one pass over the
words, with `--quotations` the time of finding these, with `--links` how right links are and what their scores
say (with `--texts FOLDER`, that of `fit_links`, how right changed words are, too).
"""

import argparse
from pathlib import Path

from tests.bench.engine import table
from tests.bench.programs import PROGRAMS


def main() -> None:
    """Measure and print Markdown tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--words", type=int, nargs="+", default=[5_000, 50_000], help="words of each text")
    parser.add_argument("--only", nargs="+", choices=list(PROGRAMS), default=list(PROGRAMS))
    parser.add_argument("--patience", type=float, default=60.0, help="processor seconds for a program")
    parser.add_argument("--reader", action="store_true", help="measure the reader on the screen instead")
    parser.add_argument("--passages", action="store_true", help="measure passages alone instead")
    parser.add_argument("--quotations", action="store_true", help="measure the finding of quotations instead")
    parser.add_argument("--links", action="store_true", help="measure how right links are instead")
    parser.add_argument("--texts", type=Path, metavar="FOLDER", help="annotated texts, for --links")
    asked = parser.parse_args()
    if asked.reader:
        from tests.bench import reader

        reader.main()
        return
    if asked.passages:
        from tests.bench import passages

        print(passages.table(asked.words))
        return
    if asked.quotations:
        from tests.bench import quotations

        print(quotations.report())
        return
    if asked.links:
        from tests.bench import link_accuracy

        print(link_accuracy.report(asked.texts))
        return
    for words in asked.words:
        print(table(words, asked.only, asked.patience), end="\n\n")


if __name__ == "__main__":
    main()
