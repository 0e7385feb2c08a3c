"""`python -m dmreader` and the `dmreader` command."""

import sys


def main() -> int:
    """Run the command line; returns the exit status."""
    try:
        from dmreader.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # before, or after, the command line minds signals itself
        return 130


if __name__ == "__main__":
    sys.exit(main())
