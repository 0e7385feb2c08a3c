"""Why a source cannot be read, in words."""

import errno

from dmreader.model import one_line


class SourceError(Exception):
    """A source that cannot be read; the message is one sentence that names the source and the reason."""


_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.EACCES: "this file may not be read (permission denied)",
    errno.EPERM: "this file may not be read (permission denied)",
    errno.EISDIR: "this is a folder, not a text",
    errno.ELOOP: "this link leads to itself",
    errno.ENAMETOOLONG: "the name is too long for a file",
    errno.ENXIO: "this is a device or a socket, not a text",
    errno.EMFILE: "too many files are open",
}


def refusal(path: str, reason: str) -> SourceError:
    """The error that says, in one harmless sentence, why the source at `path` is not read."""
    shown = "standard input" if path == "-" else one_line(path) or "(an empty name)"
    return SourceError(f"{shown}: {reason}.")


def system_refusal(path: str, error: OSError) -> SourceError:
    """The same for what the system says."""
    words = one_line(error.strerror or str(error)).lower()
    return refusal(path, _REASONS.get(error.errno or 0) or f"this file cannot be read ({words})")
