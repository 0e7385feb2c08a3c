"""The reader measured in a pseudo-terminal against the same machine's floors, in the same run.

`python -m tests.bench --reader` prints: of the three articles the first picture, the answer to the first key
and the picture with all marks, against a bare `import textual.app`; for three panes of 100,000 lines with ten
marks a line a step and a page, from the key press to the last byte of the frame, against a Textual program
that repaints one line; what another width takes; and memory. A program and its floor take turns, so that a
busy machine slows both; processor time is told beside the time on the wall, which is longer where other
programs want the processors, too. It is that of the process that reads: the one that compares has another.
"""

import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from fcntl import ioctl

from dmreader.app.flow import Flow, Spot
from dmreader.model import Source
from dmreader.reading import uncompared
from tests.bench.reader_large import LINES, lines

COLUMNS, ROWS = 160, 48
_QUIET = 0.06  # seconds without a byte that end a frame

BARE = "import textual.app, os; os._exit(0)"
ONE_LINE = """
from textual.app import App
from textual.widget import Widget
from textual.strip import Strip
from textual.geometry import Region
from rich.segment import Segment
class Line(Widget):
    n = 0
    DEFAULT_CSS = "Line { height: 1; }"
    def render_line(self, y): return Strip([Segment(f"ready {self.n}")])
class Floor(App):
    def compose(self): yield Line()
    def on_key(self, event):
        line = self.query_one(Line); line.n += 1; line.refresh()
Floor().run()
"""
ARTICLES = "from dmreader.__main__ import main; import sys; sys.exit(main())"
LARGE = "from tests.bench.reader_large import main; main()"


PICTURE = b"sentence 1/"  # stands in the last line, which is painted last: first without Textual, then by it
MARKED = "% ·".encode()  # stands in the headers as soon as the texts are compared
ANSWERED = b"sentence 2/"  # stands in the last line when the key for the next sentence has been heard
TURNS = 9  # starts of the program, and of its floor, in turns
PRESSES = 60


class Terminal:
    """A program in a pseudo-terminal whose bytes are read and thrown away."""

    def __init__(self, program: str, home: str = "") -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            if home:
                os.environ.update(HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home)
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            self.fd = 0
            self.resize(COLUMNS)
            os.execv(sys.executable, [sys.executable, "-c", program])

    def resize(self, columns: int) -> None:
        """Give it so many columns."""
        ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))

    def shows(self, needle: bytes, patience: float = 60.0) -> tuple[float, float]:
        """Milliseconds since the start until `needle` is written, and those of them that the program ran."""
        seen, until = b"", time.perf_counter() + patience
        while needle not in seen:
            if not select.select([self.fd], [], [], max(0.0, until - time.perf_counter()))[0]:
                raise TimeoutError(f"{needle!r} was never written")
            seen = seen[-len(needle) :] + os.read(self.fd, 1 << 16)
        return (time.perf_counter() - self.started) * 1000, self.ran()

    def ran(self) -> float:
        """Milliseconds of processor time so far, the children's left out."""
        with open(f"/proc/{self.pid}/schedstat") as told:
            return int(told.read().split()[0]) / 1e6

    def frame(self, patience: float = 60.0, quiet: float = _QUIET) -> float:
        """Read until nothing comes for a while; the time of the last byte, or of the asking if none came."""
        last, until = 0.0, time.perf_counter() + patience
        while True:
            left = until - time.perf_counter() if not last else quiet
            if left <= 0 or not select.select([self.fd], [], [], left)[0]:
                return last
            try:
                if not os.read(self.fd, 1 << 16):
                    return last
            except OSError:
                return last
            last = time.perf_counter()

    def press(self, keys: str) -> float:
        """Milliseconds from a key press to the last byte of its frame."""
        begun = time.perf_counter()
        os.write(self.fd, keys.encode())
        return (self.frame(2.0) - begun) * 1000

    def memory(self) -> float:
        """Resident megabytes."""
        with open(f"/proc/{self.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024

    def end(self) -> None:
        """Stop it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def exits_after() -> tuple[float, float]:
    """Milliseconds of a bare `import textual.app`, and those of them that it ran."""
    begun = time.perf_counter()
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # In a session of its own, as the reader: a busy machine gives every session its share.
    pid = os.posix_spawn(sys.executable, [sys.executable, "-c", BARE], environ, setsid=True)
    _, _, used = os.wait4(pid, 0)
    return (time.perf_counter() - begun) * 1000, (used.ru_utime + used.ru_stime) * 1000


def said(name: str, row: Sequence[float]) -> str:
    """A row of figures in one line."""
    row = sorted(row)
    middle, late = statistics.median(row), row[int(len(row) * 0.95)]
    return f"{name:40} min {row[0]:7.1f}  median {middle:7.1f}  p95 {late:7.1f} ms"


def main() -> None:
    """Measure and print."""
    _starts()
    floor = Terminal(ONE_LINE)
    floor.frame(quiet=0.5)
    reader = Terminal(LARGE)
    reader.shows(PICTURE, 120.0)
    reader.frame(5.0, 1.0)
    print(f"\nThree panes of {LINES:,} lines, ten marks a line; key press to the last byte of its frame.")
    keys = {
        "one line repainted (floor)": (floor, ("j", "j")),
        "one step": (reader, ("j", "j")),
        "one page": (reader, (" ", "\x1b[6~")),
    }
    taken: dict[str, list[float]] = {name: [] for name in keys}
    for turn in range(PRESSES):
        for name, (terminal, pressed) in keys.items():
            taken[name].append(terminal.press(pressed[turn % 2]))
    for name, row in taken.items():
        print(said(name, row))
    base, step, page = (sorted(row)[int(PRESSES * 0.95)] for row in taken.values())
    print(f"  p95: a step is {step / base:.1f}, a page {page / base:.1f} times the floor (goals 4 and 6)")
    _widths(reader)
    print(f"memory: {reader.memory():.0f} MB, of which the floor has {floor.memory():.0f} MB (goal 150)")
    floor.end()
    reader.end()


def _starts() -> None:
    bare, texts, marked, answered = [], [], [], []
    with tempfile.TemporaryDirectory() as home:
        for _ in range(TURNS):
            bare.append(exits_after())
            terminal = Terminal(ARTICLES, home)
            texts.append(terminal.shows(PICTURE))
            marked.append(terminal.shows(MARKED))
            terminal.end()
            terminal = Terminal(ARTICLES, home)
            terminal.shows(PICTURE)
            os.write(terminal.fd, b"j")
            answered.append(terminal.shows(ANSWERED))
            terminal.end()
    print(f"From exec to the last byte, {TURNS} starts in turns; wall, then processor time of that process.")
    rows = (
        ("import textual.app, and leave", bare),
        ("first picture: texts, heads, last line", texts),
        ("a key pressed at once is answered", answered),
        ("the picture with all marks", marked),
    )
    for name, row in rows:
        print(said(name, [wall for wall, _ in row]))
        print(said("", [ran for _, ran in row]))
    for name, row in rows[1:]:
        wall, ran = (min(r[i] for r in row) / min(b[i] for b in bare) for i in (0, 1))
        print(f"  {name}: {wall:.2f} times the import, {ran:.2f} in processor time")
    print("  (goal: the first picture within 1.30 times)")


def _widths(reader: Terminal) -> None:
    """A pane alone and back, and another width of the terminal: every row is another one."""
    alone = [reader.press("m") for _ in range(20)]
    print(said("a pane maximised, or back", alone))
    resized = []
    for turn in range(10):
        begun = time.perf_counter()
        reader.resize(COLUMNS - 10 * (turn % 2 == 0))
        resized.append((reader.frame(2.0, 0.3) - begun) * 1000)
    print(said("terminal resized (Textual waits first)", resized))
    text = "\n".join(lines(0)[: 1_000_000 // 12])
    rows = uncompared([Source("a", text)]).sentences[0]
    flow = Flow(text, rows, 48, airy=True)
    begun = time.perf_counter()
    for unit in range(len(rows)):
        flow.rows(unit)
    whole = (time.perf_counter() - begun) * 1000
    begun = time.perf_counter()
    Flow(text, rows, 52, airy=True).window(Spot(len(rows) // 2, 0), ROWS)
    shown = (time.perf_counter() - begun) * 1000
    print(
        f"a million words wrapped anew: the rows in view {shown:.2f} ms, all of them {whole:.0f} ms (goal 40)"
    )


if __name__ == "__main__":
    main()
