"""A site -> an address of this computer where it can be seen."""

from __future__ import annotations

import socket
import sys
import threading
from typing import TYPE_CHECKING

from edu.problems import Code, EduError, Problem

if TYPE_CHECKING:
    from starlette.applications import Starlette

ADDRESS = "127.0.0.1"
FIRST_PORT = 8710
_PORTS = 50
"""How many ports from the first on are tried where none is asked for."""


def open_port(port: int | None) -> socket.socket:
    """Return a socket at `port` of this computer, or where that is None at the first free one; raise EduError."""
    for number in range(FIRST_PORT, FIRST_PORT + _PORTS) if port is None else (port,):
        if found := _try_port(number):
            return found
    raise EduError([Problem(Code.PORT_TAKEN, values={"port": port or FIRST_PORT})])


def _try_port(port: int) -> socket.socket | None:
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would let two share a port
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((ADDRESS, port))
        found.listen()
    except OSError:
        found.close()
        return None
    return found


def serve_site(site: Starlette, port: socket.socket) -> None:
    """Serve `site` at `port` from now on, in a thread that ends with the process and leaves its signals alone."""
    from uvicorn import Config, Server

    config = Config(site, log_config=None, log_level="critical", access_log=False, lifespan="off", ws="none")
    threading.Thread(target=Server(config).run, kwargs={"sockets": [port]}, daemon=True).start()
