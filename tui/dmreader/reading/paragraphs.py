"""Where a text is parted into paragraphs."""


def parting(text: str) -> int:
    """How many line ends part two paragraphs: two where empty lines do it, else one.

    Without an empty line every line is a paragraph. With them a line may be a verse, an item of a list or a
    line of a program.
    """
    return 2 if "\n\n" in text else 1
