"""Answers the browser of this machine, and nobody else.

Every address begins with a secret that the command prints, so that another user of the machine, or
a page of another site that guesses the port, is told nothing. A name in the `Host` header that is
not this machine's is refused: no site can point a name of its own here and read the picture.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer

from journeymap.errors import OptionError
from journeymap.labels import labels_for
from journeymap.watch.choice import Choice, choice_of
from journeymap.watch.page import SCRIPT, STYLE, page, part
from journeymap.watch.preview import Preview, Shot

LOOPBACK = "127.0.0.1"

_HEARTBEAT = 15.0
"""After how many seconds of silence a browser is asked whether it is still there."""

_IDLE = 60.0
"""How long a connection may say nothing, in seconds."""

_POLICY = {
    "page": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "picture": "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; "
    "frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox",
}

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

_TEXT = "text/plain; charset=utf-8"


class Server(ThreadingHTTPServer):
    """Serves a preview on this machine's own address."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, preview: Preview, chosen: Choice, port: int = 0) -> None:
        """Take a port; nothing is answered before `serve_forever`.

        Args:
            preview: What is shown.
            chosen: What the command was told.
            port: The port; 0 for any that is free.

        Raises:
            OSError: The port is taken.
        """
        super().__init__((LOOPBACK, port), Handler)
        self.preview, self.chosen = preview, chosen
        self.secret = secrets.token_urlsafe(12)
        names = (LOOPBACK, "localhost", "[::1]")
        self.hosts = {f"{name}:{self.server_port}" for name in names}
        if self.server_port == 80:
            self.hosts |= set(names)

    def server_bind(self) -> None:
        """Take the port without asking anybody what this machine is called, which can take long."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, self.server_address[1]

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://{LOOPBACK}:{self.server_port}/{self.secret}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that goes away in the middle of an answer is no error."""


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "journeymap"
    sys_version = ""
    timeout = _IDLE

    def do_GET(self) -> None:
        """Answer with the page, what belongs to it, the picture, or the events."""
        if self.headers.get_all("Host") not in [[host] for host in self.server.hosts]:
            self._refuse(HTTPStatus.FORBIDDEN, "This preview is for this machine only.")
            return
        path, _, query = self.path.partition("?")
        start = f"/{self.server.secret}/"
        is_known = hmac.compare_digest(path[: len(start)].encode(), start.encode())
        answer = _ANSWERS.get(path[len(start) :]) if is_known else None
        if answer is None:
            self._refuse(HTTPStatus.NOT_FOUND, "There is nothing here.")
            return
        try:
            choice = choice_of(query)
        except OptionError as error:
            self._refuse(HTTPStatus.BAD_REQUEST, str(error))
            return
        answer(self, choice)

    do_HEAD = do_GET  # noqa: N815

    def _not_allowed(self) -> None:
        # What the request carries is not read, so nothing more can come by this connection.
        self.close_connection = True
        self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, "Only GET and HEAD.", {"Allow": "GET, HEAD"})

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _not_allowed  # noqa: N815

    def page(self, choice: Choice) -> None:
        """Answer with the page around the picture."""
        preview = self.server.preview
        shot = preview.shot(choice)
        wanted = choice.language or self.server.chosen.language or None
        labels = labels_for(wanted, preview.language)
        made = page(shot.title, choice, self.server.chosen, labels)
        self._send(made, "text/html; charset=utf-8")

    def picture(self, choice: Choice) -> None:
        """Answer with the last good picture."""
        svg = self.server.preview.shot(choice).svg
        if svg is None:
            self._refuse(HTTPStatus.NOT_FOUND, "There is no picture yet.")
        else:
            self._send(svg, "image/svg+xml", policy="picture")

    def script(self, choice: Choice) -> None:
        """Answer with the script of the page."""
        del choice
        self._send(part(SCRIPT), "text/javascript; charset=utf-8")

    def style(self, choice: Choice) -> None:
        """Answer with the style of the page."""
        del choice
        self._send(part(STYLE), "text/css; charset=utf-8")

    def events(self, choice: Choice) -> None:
        """Tell what is to be shown, now and after each change, until one of both goes away."""
        self._head(HTTPStatus.OK, "text/event-stream", {"Connection": "close"})
        self.close_connection = True
        preview = self.server.preview
        is_new = self.command == "GET"
        while self.command == "GET" and not preview.is_closed:
            if is_new:
                shot = preview.shot(choice)
                self.wfile.write(f"data: {_told(shot, choice)}\n\n".encode())
            else:
                self.wfile.write(b":\n\n")
            is_new = preview.wait(shot.version, _HEARTBEAT)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a request that cannot be understood."""
        del message, explain
        self.close_connection = True
        self._refuse(HTTPStatus(code), HTTPStatus(code).phrase)

    def log_message(self, *words: object) -> None:
        """Say nothing."""

    def _refuse(
        self, status: HTTPStatus, text: str, headers: Mapping[str, str] | None = None
    ) -> None:
        self._send(f"{text}\n".encode(), _TEXT, status=status, headers=headers)

    def _send(
        self,
        data: bytes,
        kind: str,
        *,
        status: HTTPStatus = HTTPStatus.OK,
        policy: str = "page",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        length = {"Content-Length": str(len(data))}
        self._head(status, kind, {**length, **(headers or {})}, policy)
        if self.command != "HEAD":
            self.wfile.write(data)

    def _head(
        self, status: HTTPStatus, kind: str, headers: Mapping[str, str], policy: str = "page"
    ) -> None:
        self.send_response(status)
        told = {"Content-Type": kind, "Content-Security-Policy": _POLICY[policy], **_HEADERS}
        for name, value in {**told, **headers}.items():
            self.send_header(name, value)
        self.end_headers()


_ANSWERS: Mapping[str, Callable[[Handler, Choice], None]] = {
    "": Handler.page,
    "picture.svg": Handler.picture,
    "events": Handler.events,
    SCRIPT: Handler.script,
    STYLE: Handler.style,
}
"""Everything that can be asked for; no path is ever looked up among files."""


def _told(shot: Shot, choice: Choice) -> str:
    query = "&".join(part for part in (choice.query, f"v={shot.drawn}") if part)
    return json.dumps(
        {
            "version": shot.version,
            "title": shot.title,
            "alt": shot.alt,
            "picture": None if shot.svg is None else f"picture.svg?{query}",
            "width": shot.width,
            "faults": shot.faults,
            "notes": shot.notes,
        },
        ensure_ascii=False,
    )
