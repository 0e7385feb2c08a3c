"""The command line: arguments made into one of the other rooms' work."""

from dmreader.cli.run import run

__all__ = ["run"]
