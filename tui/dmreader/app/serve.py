"""The same reader as a page in a browser on this machine, through textual-serve.

Nobody else gets in: the server listens on the loopback address only, and answers those alone that bring the
key which the printed address holds. So neither another user of the machine nor a page from elsewhere that the
browser happens to show can read the sources. The page loads nothing from anywhere else.
"""

import os
import re
import secrets
import shlex
import socket
import sys
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web
from textual_serve.server import Server

HOST = "127.0.0.1"
PORT = 8000
_TRIED = 20  # ports, from the first on, until one is free
_COOKIE = "dmreader-key"

_FONT = """<link rel="icon" href="data:,"><style>
@font-face { font-family: "Roboto Mono"; src: url("/static/fonts/RobotoMono-VariableFont_wght.ttf"); }
@font-face { font-family: "Roboto Mono"; font-style: italic;
             src: url("/static/fonts/RobotoMono-Italic-VariableFont_wght.ttf"); }
</style>"""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ServeError(Exception):
    """The page could not be served; its text is one sentence."""


class ReaderServer(Server):
    """Serves one command line, to whoever has the key."""

    def __init__(self, command: str, listening: socket.socket) -> None:
        super().__init__(command, host=HOST, port=listening.getsockname()[1], title="dmreader")
        self._listening = listening
        self.key = secrets.token_urlsafe(16)

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"{self.public_url}/?key={self.key}"

    async def on_startup(self, app: web.Application) -> None:
        """Nothing is said before the page can be opened."""

    def serve(self, debug: bool = False) -> None:  # noqa: ARG002 - as the base has it
        """Serve until a signal comes. Nothing is logged: it would hold the names of files."""
        # run_app says where it runs once it does
        web.run_app(self._make_app(), sock=self._listening, print=self._announce, access_log=None)

    def _announce(self, *_: object) -> None:
        print(f"The reader is at {self.address}\nCtrl+C stops it.", flush=True)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Turn away whoever has no key, and pages from elsewhere."""
        asked = request.query.get("key", "")
        held = request.cookies.get(_COOKIE, "")
        known = any(secrets.compare_digest(key.encode(), self.key.encode()) for key in (asked, held))
        origin = request.headers.get("Origin", self.public_url)
        if not known or request.host != f"{HOST}:{self.port}" or origin != self.public_url:
            raise web.HTTPForbidden(text="Open the address that dmreader printed.")
        response = await handler(request)
        if isinstance(response, web.Response):
            self._shut(response, asked)
        return response

    def _shut(self, response: web.Response, key: str) -> None:
        """A page as it is sent: with the font that textual-serve brings; it may fetch from here alone."""
        if response.content_type == "text/html" and response.text:
            own = re.sub(r"<link\b[^>]*>", self._own_link, response.text)
            response.text = own.replace("</head>", _FONT + "</head>", 1)
        here = self.public_url.replace("http", "ws", 1)
        response.headers["Content-Security-Policy"] = (
            "default-src 'self' 'unsafe-inline' data: blob:; frame-ancestors 'none'; "
            f"connect-src 'self' {here}"
        )
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Content-Type-Options"] = "nosniff"
        if key:
            response.set_cookie(_COOKIE, key, httponly=True, samesite="Strict")

    def _own_link(self, link: re.Match[str]) -> str:
        return link[0] if self.public_url in link[0] else ""


def serve(arguments: Sequence[str], port: int | None = None) -> int:
    """Serve `dmreader ARGUMENTS` until it is stopped; returns the exit status. Raises ServeError.

    Without `port` the first free one from 8000 on is taken. Each browser tab has a reader of its own.
    """
    command = [sys.executable, "-m", "dmreader", *arguments]
    server = ReaderServer(shlex.join(command), _listening(port))
    # what the page runs must not serve again, nor think that it has a terminal
    os.environ.pop("TERM", None)
    server.serve()
    return 0


def _listening(port: int | None) -> socket.socket:
    """The port taken, and kept: between looking whether it is free and taking it, another could come."""
    for number in range(PORT, PORT + _TRIED) if port is None else (port,):
        found = socket.socket()
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((HOST, number))
            found.listen()  # two may bind the same port, so long as neither listens
        except OSError:
            found.close()
            continue
        return found
    raise ServeError("no port is free for the page." if port is None else f"port {port} is taken.")
