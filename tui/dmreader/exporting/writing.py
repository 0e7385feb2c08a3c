"""An export written to a file: whole or not at all, and never over something that would be missed."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dmreader.model import one_line


class WriteError(Exception):
    """An export that cannot be written; the message is one sentence that names the file and the reason."""


def check(path: str, *, inputs: Sequence[str | None] = (), force: bool = False) -> None:
    """Raise `WriteError` if `path` may not be written: to be asked before long work is done for it.

    `inputs` are the paths of the sources (None: a source without a file), which are never overwritten.
    """
    shown = one_line(path)
    with _told(path):
        if _is_stream(path):
            return
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise WriteError(f"{shown}: this is a folder; give the name of a file.")
        if not target.parent.is_dir():
            raise WriteError(f"{shown}: there is no folder {one_line(str(target.parent))} to write to.")
        if any(given and _same(target, given) for given in inputs):
            raise WriteError(f"{shown}: this is one of the sources; a source is never overwritten.")
        if not force and _is_regular(target):
            raise WriteError(_exists(shown))
        if not target.exists() and not os.access(target.parent, os.W_OK | os.X_OK):
            raise WriteError(f"{shown}: nothing may be written in that folder (permission denied).")


def write(
    path: str, pieces: Iterable[str], *, inputs: Sequence[str | None] = (), force: bool = False
) -> None:
    """Write `pieces` to `path` in UTF-8; a file that is there is replaced only with `force`.

    The text goes to a new file beside it, which takes its place when it is whole, so that neither a full disk
    nor a signal leaves half an export. Devices and pipes are written to as they are. Raises `WriteError`.
    """
    check(path, inputs=inputs, force=force)
    target = Path(os.path.realpath(path))
    with _told(path):
        if _is_stream(path):
            _fill(os.open(path, os.O_WRONLY), pieces, sync=False)
            return
        draft = target.with_name(f".dmreader-{os.urandom(6).hex()}.tmp")
        try:
            _fill(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), pieces, sync=True)
            _take_place(draft, target, force)
        except FileExistsError:
            raise WriteError(_exists(one_line(path))) from None
        finally:
            draft.unlink(missing_ok=True)


def _fill(descriptor: int, pieces: Iterable[str], *, sync: bool) -> None:
    with open(descriptor, "w", encoding="utf-8", errors="replace", newline="") as file:
        file.writelines(pieces)
        if sync:
            file.flush()
            os.fsync(descriptor)


def _take_place(draft: Path, target: Path, force: bool) -> None:
    if force:
        if target.exists():
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        draft.replace(target)
        return
    try:
        os.link(draft, target)  # unlike a rename, this never replaces what came there in the meantime
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if target.exists():
            raise FileExistsError from None
        draft.replace(target)


def _is_stream(path: str) -> bool:
    """Whether `path` is there and keeps nothing: a device, a pipe, /dev/stdout when that leads to one."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _same(target: Path, given: str) -> bool:
    with contextlib.suppress(OSError):
        return target.samefile(given)
    return False


def _is_regular(target: Path) -> bool:
    return target.is_file() or target.is_symlink()


def _exists(shown: str) -> str:
    return f"{shown}: this file is there already; --force overwrites it."


_REASONS = {
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ENOSPC: "no space left",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the file system is read-only",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EFBIG: "the file would grow too large",
    errno.EPIPE: "nobody reads from it",
}


@contextlib.contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except ValueError:  # a NUL in the name
        raise WriteError(f"{one_line(path)}: this is not the name of a file.") from None
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()
        raise WriteError(f"{one_line(path)}: this file cannot be written ({one_line(reason)}).") from None
