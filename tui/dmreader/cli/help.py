"""The help, the same under every Python and at every width."""

import argparse

WIDTH = 79

USAGE = "dmreader [OPTION]... [FILE]..."

ABOUT = """Read several sources side by side: what they share, what each alone says, who said what.
Without FILE the three articles that come with dmreader are opened; - is standard input."""

NOTES = """On a terminal dmreader opens its reader; elsewhere, and with --plain, --format, -o or --corrected,
it prints the comparison: as it was found, the same for everybody, unless --corrected asks for your
corrections too. What the reader exports has them. NO_COLOR and FORCE_COLOR are honoured. Exit status: 0
done, 2 trouble; with --exit-code, 1 when the sources differ."""


class Formatter(argparse.HelpFormatter):
    """argparse's own layout, held still: versions of Python differ in how they list an option's value."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=WIDTH)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        if not action.option_strings:
            return str(action.metavar)
        value = f" {action.metavar}" if action.metavar else ""
        return ", ".join(action.option_strings) + value
