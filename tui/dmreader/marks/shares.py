"""Shares as every view and every export says them."""


def percent(share: float) -> str:
    """A share as readers read it; what is not nothing or all is never rounded to it."""
    whole = round(share * 100)
    if share > 0 and whole == 0:
        whole = 1
    if share < 1 and whole == 100:
        whole = 99
    return f"{whole}%"
