"""--serve: what the page runs, and one sentence when it cannot be."""

import sys

import pytest

from dmreader.cli.errors import CommandError
from dmreader.cli.serving import is_served, serve, without_serving


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (["--serve", "a", "b"], ["a", "b"]),
        (["a", "--port", "9000", "--serve", "--theme", "nord"], ["a", "--theme", "nord"]),
        (["--port=9000", "--serve", "--", "--serve", "--port"], ["--", "--serve", "--port"]),
    ],
)
def test_the_page_runs_the_same_arguments(given: list[str], kept: list[str]) -> None:
    assert without_serving(given) == kept


def test_standard_input_cannot_be_served() -> None:
    with pytest.raises(CommandError, match="standard input"):
        serve(["--serve", "-"], ["-"], None)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    monkeypatch.delitem(sys.modules, "dmreader.app.serve", raising=False)
    with pytest.raises(CommandError, match=r"pip install 'dmreader\[web\]'"):
        serve(["--serve"], [], None)


def test_a_taken_port_is_said() -> None:
    pytest.importorskip("textual_serve")
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CommandError, match=r"port \d+ is taken"):
            serve(["--serve"], [], taken.getsockname()[1])


def test_the_served_program_knows_that_it_is() -> None:
    assert is_served({"TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"})
    assert not is_served({})
