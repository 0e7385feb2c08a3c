"""A terminal that is gone: noticed even where the signal of it is not heard, as under `nohup`."""

import select


def hung_up(descriptor: int = 0) -> bool:
    """Whether nobody can ever type on `descriptor` again."""
    if not hasattr(select, "poll"):
        return False
    asked = select.poll()
    asked.register(descriptor, 0)  # the end is told without being asked for
    return any(events & (select.POLLHUP | select.POLLERR) for _, events in asked.poll(0))
