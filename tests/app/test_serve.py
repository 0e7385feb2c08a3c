"""The reader as a page: only who has the key gets in, nothing is fetched from elsewhere, keys work."""

import asyncio
import http.client
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pyte
import pytest

from dmreader.app import serve
from tests.whole.terminal import Understood

_PATIENCE = 60  # seconds; a busy machine is no failure

Answer = tuple[int, dict[str, str], str]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page on two texts."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "a.txt").write_text("The ship left the harbour at dawn.\nNobody waved.\n")
    (folder / "b.txt").write_text("At last. The ship left the harbour at dawn.\n")
    command = [sys.executable, "-m", "dmreader", "--serve", "--no-config", "a.txt", "b.txt"]
    environ = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "XDG_STATE_HOME": str(folder / "state")}
    server = subprocess.Popen(command, cwd=folder, env=environ, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    line = server.stdout.readline()
    assert line.startswith("The reader is at http://127.0.0.1:")
    yield line.split()[-1]
    server.send_signal(signal.SIGINT)
    assert server.wait(_PATIENCE) in (0, 130)
    server.stdout.close()


def ask(address: str, path: str, **headers: str) -> Answer:
    """What the server answers to a plain request."""
    parts = urlsplit(address)
    assert parts.hostname is not None
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=_PATIENCE)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, dict(answer.getheaders()), body


def test_the_page_loads_nothing_from_elsewhere(address: str) -> None:
    parts = urlsplit(address)
    status, headers, body = ask(address, f"/?{parts.query}")
    assert status == 200
    assert "googleapis" not in body
    assert all(link.startswith(parts.netloc) for link in body.split("http://")[1:] if "w3.org" not in link)
    assert "https://" not in body
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "SameSite=Strict" in headers["Set-Cookie"]
    assert "HttpOnly" in headers["Set-Cookie"]


@pytest.mark.parametrize("path", ["/", "/?key=wrong", "/ws", "/static/js/textual.js"])
def test_without_the_key_nobody_gets_in(address: str, path: str) -> None:
    status, _, body = ask(address, path)
    assert status == 403
    assert body == "Open the address that dmreader printed."


def test_pages_from_elsewhere_do_not_get_in(address: str) -> None:
    query = urlsplit(address).query
    assert ask(address, f"/ws?{query}", Origin="http://evil.example")[0] == 403
    assert ask(address, f"/?{query}", Host="evil.example:8000")[0] == 403


def test_two_pages_never_want_the_same_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "PORT", 20_000 + os.getpid() % 10_000)
    with serve._listening(None) as first, serve._listening(None) as second:
        assert first.getsockname()[1] < second.getsockname()[1]


async def test_keys_reach_the_reader_and_its_screen_comes_back(address: str) -> None:
    """What a browser does, without one: the key is held as a cookie, keys and screen go over a websocket."""
    parts = urlsplit(address)
    origin = f"http://{parts.netloc}"
    screen = pyte.Screen(100, 20)
    stream, understood = pyte.ByteStream(screen), Understood()
    # the cookie of an address of numbers is kept only by a jar that is told so
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        async with session.get(address) as page:
            assert page.status == 200
        where = f"{origin}/ws?width=100&height=20"
        async with asyncio.timeout(_PATIENCE), session.ws_connect(where, origin=origin) as socket:

            async def sees(words: str) -> None:
                while not any(words in row for row in screen.display):
                    message = await socket.receive()
                    assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message.type
                    if message.type is aiohttp.WSMsgType.BINARY:
                        stream.feed(understood(message.data))

            await sees("harbour at dawn")
            await sees("sentence 1/2")
            await socket.send_json(["stdin", "j"])
            await sees("sentence 2/2")
            await socket.send_json(["resize", {"width": 60, "height": 20}])
            screen.resize(20, 60)
            await socket.send_json(["stdin", "k"])
            await sees("sentence 1/2")


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_in_a_real_browser_the_reader_reads(address: str, tmp_path: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as found:
        browser = found.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1000, "height": 600})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        screen = pyte.Screen(400, 100)  # larger than the page's
        stream, understood = pyte.ByteStream(screen), Understood()

        def heard(frame: bytes | str) -> None:
            stream.feed(understood(frame) if isinstance(frame, bytes) else b"")

        def sees(words: str) -> None:
            end = time.monotonic() + _PATIENCE
            while not any(words in row for row in screen.display):
                assert time.monotonic() < end, f"never seen: {words!r} in {screen.display}"
                page.wait_for_timeout(50)

        page.on("websocket", lambda ws: ws.on("framereceived", heard))
        page.goto(address)
        page.wait_for_selector("body.-first-byte", timeout=1000 * _PATIENCE)
        page.mouse.click(300, 300)  # before that no key arrives
        sees("harbour at dawn")
        sees("sentence 1/2")
        page.keyboard.press("j")
        sees("sentence 2/2")
        page.screenshot(path=tmp_path / "page.png")
        browser.close()
    assert all(url.startswith("http://127.0.0.1:") for url in asked)
    assert (tmp_path / "page.png").stat().st_size > 5000
