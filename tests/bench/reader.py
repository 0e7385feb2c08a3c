"""The reader measured in a pseudo-terminal against the same machine's floors, in the same run.

`python -m tests.bench.reader` prints, for three panes of 100,000 lines with ten marks a line: the first
picture, a step and a page from the key press to the last byte of the frame, and memory; and what a bare
`import textual.app` and a Textual program that repaints one line take on the same machine at the same time.
Runs of the program and of its floor take turns, so that a busy machine slows both.
"""

import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from fcntl import ioctl

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
LARGE_ALONE = """
from tests.bench.reader_large import received
made = received()
with open("/proc/self/status") as status:
    print(next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024)
"""
LARGE = "from tests.bench.reader_large import main; main()"


class Terminal:
    """A program in a pseudo-terminal whose bytes are read and thrown away."""

    def __init__(self, program: str) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            os.execv(sys.executable, [sys.executable, "-c", program])

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


def started(program: str, quiet: float = 0.3) -> tuple[Terminal, float]:
    """A running program, and the milliseconds until its first picture was complete."""
    terminal = Terminal(program)
    return terminal, (terminal.frame(quiet=quiet) - terminal.started) * 1000


def exits_after() -> float:
    """Milliseconds of a bare `import textual.app`."""
    begun = time.perf_counter()
    pid = os.posix_spawn(sys.executable, [sys.executable, "-c", BARE], os.environ)
    os.waitpid(pid, 0)
    return (time.perf_counter() - begun) * 1000


def said(name: str, row: Sequence[float]) -> str:
    """A row of figures in one line."""
    row = sorted(row)
    middle, late = statistics.median(row), row[int(len(row) * 0.95)]
    return f"{name:34} min {row[0]:7.1f}  median {middle:7.1f}  p95 {late:7.1f} ms"


def main() -> None:
    """Measure and print."""
    imports, articles = [], []
    for _ in range(7):
        imports.append(exits_after())
        terminal, first = started(ARTICLES)
        articles.append(first)
        terminal.end()
    print(said("import textual.app", imports))
    print(said("first picture, three articles", articles))
    print(f"  ratio of minima {min(articles) / min(imports):.2f}, of medians "
          f"{statistics.median(articles) / statistics.median(imports):.2f}")  # fmt: skip
    floor, _ = started(ONE_LINE)
    reader, first = started(LARGE, quiet=1.5)
    print(f"first picture, 3 x 100,000 lines {first:7.0f} ms (the lines are made first)")
    base, steps, pages = [], [], []
    for turn in range(60):
        base.append(floor.press("j"))
        steps.append(reader.press("j"))
        pages.append(reader.press("\x1b[6~" if turn % 2 else " "))
    print(said("one line repainted (floor)", base))
    print(said("one step, 3 x 100,000 lines", steps))
    print(said("one page, 3 x 100,000 lines", pages))
    p95 = [sorted(row)[int(len(row) * 0.95)] for row in (base, steps, pages)]
    print(f"  p95: a step is {p95[1] / p95[0]:.1f}, a page {p95[2] / p95[0]:.1f} times the floor")
    alone = subprocess.run([sys.executable, "-c", LARGE_ALONE], capture_output=True, text=True, check=True)
    data, bare = float(alone.stdout), floor.memory()
    print(
        f"memory {reader.memory():.0f} MB, of which the comparison itself {data:.0f} MB; floor {bare:.0f} MB"
    )
    floor.end()
    reader.end()


if __name__ == "__main__":
    main()
