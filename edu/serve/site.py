"""The pages of a course in memory -> a web site for this computer's own browser, which tells it of each change."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import asdict, dataclass, field, replace

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from edu.bench import Bench
from edu.serve.keys import list_keys

HOSTS = ("127.0.0.1", "localhost")
"""The names that a browser may call us by: a page of the network that leads its own name here (DNS rebinding) gets nothing."""

_TICK = 0.05
"""Seconds between two looks at the board: the thread that writes on it knows nothing of this one's loop."""

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}

Told = Mapping[str, str]
"""A problem as it is shown: its level, the word for that, place, message, hint and code."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What is shown now: the pages by name, the problems, and the line that counts them."""

    pages: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Told, ...] = ()
    count: str = ""

    def describe(self) -> str:
        """Return what a browser needs to know of it, as one line of JSON; a page's hash tells whether it changed."""
        hashes = {name: hashlib.sha256(page).hexdigest() for name, page in self.pages.items()}
        return json.dumps({"pages": hashes, "problems": self.problems, "count": self.count})


@dataclass(slots=True)
class Board:
    """Where the newest notice hangs; None while the first pages are being made.

    `looked` are the pages that browsers asked for, the last one first: those that are open are among them. `bench` is what
    the pages of the notice were made from, where a browser may ask for the keys of their texts.
    """

    notice: Notice | None = None
    looked: tuple[str, ...] = ()
    bench: Bench | None = None

    def show(self, name: str, page: bytes) -> None:
        """Put a page up at once if somebody may be looking at it: its problems are told when all are known."""
        if self.notice and name in self.looked and self.notice.pages.get(name) != page:
            self.notice = replace(self.notice, pages={**self.notice.pages, name: page})


def make_site(board: Board, shell: bytes, policy: str) -> Starlette:
    """Return the site that shows what hangs on `board` within the page `shell`, which has the Content-Security-Policy `policy`.

    Nothing but what is in memory is served.
    """

    async def show_shell(request: Request) -> Response:
        return HTMLResponse(shell, headers={**_HEADERS, "Content-Security-Policy": policy})

    async def show_page(request: Request) -> Response:
        name = request.path_params["name"]
        page = board.notice.pages.get(name) if board.notice else None
        if page is None:
            return PlainTextResponse("", 404, headers=_HEADERS)
        board.looked = tuple(dict.fromkeys((name, *board.looked)))
        return HTMLResponse(page, headers=_HEADERS)

    def show_keys(request: Request) -> Response:  # not async: it takes a while, and others are served meanwhile
        keys = list_keys(board.bench, request.path_params["name"]) if board.bench else {}
        return JSONResponse({tag: [asdict(key) for key in found] for tag, found in keys.items()}, headers=_HEADERS)

    async def tell(request: Request) -> Response:
        return StreamingResponse(_tell_changes(board), media_type="text/event-stream", headers=_HEADERS)

    routes = [
        Route("/.events", tell),
        Route("/.page/{name:path}", show_page),
        Route("/.keys/{name:path}", show_keys),
        Route("/", show_shell),
        Route("/{file}.html", show_shell),
        Route("/{lang}/{file}.html", show_shell),
    ]
    return Starlette(routes=routes, middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False)])


async def _tell_changes(board: Board) -> AsyncIterator[str]:
    """Yield each new notice as a server-sent event (HTML Standard, 9.2)."""
    seen = None
    while True:
        if board.notice is not seen and board.notice:
            seen = board.notice
            yield f"data: {seen.describe()}\n\n"
        await asyncio.sleep(_TICK)
