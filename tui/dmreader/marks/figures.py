"""Figures as readers read them, the same on screen and in every export."""


def percent(share: float) -> str:
    """A share as readers read it; what is not nothing or all is never rounded to it."""
    whole = round(share * 100)
    if share > 0 and whole == 0:
        whole = 1
    if share < 1 and whole == 100:
        whole = 99
    return f"{whole}%"


def counted(number: int, thing: str) -> str:
    """`1 sentence`, `1,020 sentences`."""
    return f"{number:,} {thing}{'s' * (number != 1)}"
