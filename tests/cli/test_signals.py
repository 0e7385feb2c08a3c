"""Signals while something is read, compared or printed."""

import signal

import pytest

from tests.cli.running import Command

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]

LONG = """
import sys, time
import dmreader.comparing

def compare(sources, options, progress):
    for step in range(1200):
        progress("linking sentences", step / 1200)
        print("begun", file=sys.stdout, flush=True)
        time.sleep(0.1)

dmreader.comparing.compare = compare
"""


ELSEWHERE = """
import signal, threading
threading.Thread(target=threading.Event().wait, daemon=True).start()
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
"""


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_long_work_at_once_with_its_status(number: signal.Signals, dmreader: Command) -> None:
    path = dmreader.changed(LONG)
    with dmreader.in_terminal("a.txt", "--format=json", PYTHONPATH=path) as terminal:
        terminal.wait_for("begun")
        terminal.kill(number)
        assert terminal.wait() == 128 + number
    assert b"Traceback" not in terminal.out
    assert b"dmreader:" not in terminal.out


HALF_MADE = """
import sys, time
import dmreader.comparing

class Slow:
    def __set_name__(self, owner, name):
        print("begun", file=sys.stdout, flush=True)
        for _ in range(1200):
            time.sleep(0.1)

class Half:
    def __init__(self):
        class Interrupted:
            slow = Slow()
        self.whole = True

    def __del__(self):
        self.whole

def compare(sources, options, progress):
    Half()

dmreader.comparing.compare = compare
"""


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_within_what_wraps_or_complains_is_a_signal_all_the_same(
    number: signal.Signals, dmreader: Command
) -> None:
    path = dmreader.changed(HALF_MADE)
    with dmreader.in_terminal("a.txt", "--format=json", PYTHONPATH=path) as terminal:
        terminal.wait_for("begun")
        terminal.kill(number)
        assert terminal.wait() == 128 + number
    assert bytes(terminal.out).strip() in (b"begun", b"begun\r\n^C")


def test_control_c_ends_it_while_it_waits_for_words_from_the_keyboard(dmreader: Command) -> None:
    with dmreader.in_terminal("-", "--format=json") as terminal:
        terminal.wait_for("dmreader: type or paste the text; Ctrl+D on a line of its own ends it.")
        terminal.type("some words\x03")
        assert terminal.wait() == 130
    assert b"Traceback" not in terminal.out


def test_control_c_is_heard_though_it_interrupts_no_read(dmreader: Command) -> None:
    """As in the instant before the read; here because another thread is told of it."""
    path = dmreader.changed(ELSEWHERE)
    with dmreader.in_terminal("-", "--format=json", PYTHONPATH=path) as terminal:
        terminal.wait_for("dmreader: type or paste the text; Ctrl+D on a line of its own ends it.")
        terminal.type("some words\x03")
        assert terminal.wait(seconds=20) == 130


def test_what_nohup_ignores_stays_ignored(dmreader: Command) -> None:
    path = dmreader.changed("import signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n" + LONG)
    with dmreader.in_terminal("a.txt", "--format=json", PYTHONPATH=path) as terminal:
        terminal.wait_for("begun")
        terminal.kill(signal.SIGHUP)
        before = terminal.out.count(b"begun")
        terminal.wait_for(lambda out: out.count(b"begun") > before + 1)


def test_long_work_tells_how_far_it_is_and_wipes_that_out(dmreader: Command) -> None:
    path = dmreader.changed("import dmreader.cli.progress\ndmreader.cli.progress._PATIENCE = 0\n")
    with dmreader.in_terminal("a.txt", "b.txt", "--format=json", PYTHONPATH=path) as terminal:
        assert terminal.wait() == 0
    before, _, after = bytes(terminal.out).partition(b"{")
    assert before.count(b"%") >= 1
    assert before.endswith(b"\r\x1b[K")
    assert b"\x1b" not in after
    assert dmreader("a.txt", "b.txt", "--format=json", PYTHONPATH=path).err == ""


def test_writing_a_file_is_told_and_wiped_out_too(dmreader: Command) -> None:
    path = dmreader.changed("import dmreader.cli.progress\ndmreader.cli.progress._PATIENCE = 0\n")
    with dmreader.in_terminal("a.txt", "b.txt", "-o", "page.html", PYTHONPATH=path) as terminal:
        assert terminal.wait() == 0
    assert b"writing, 0.0 million characters" in terminal.out
    assert bytes(terminal.out).endswith(b"\r\x1b[K")
