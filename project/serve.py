"""The web process: uvicorn on a socket that the supervisor opened.

The supervisor keeps the socket, so that a web process that dies and comes back refuses nobody in between: the kernel
lets new connections wait. A deployment without our supervisor runs `uvicorn project.asgi:application` instead.
"""

from __future__ import annotations

import socket
import sys
import warnings

import uvicorn

# Event streams never end by themselves; without a limit they would hold up every stop.
SECONDS_TO_FINISH = 2


def main() -> None:
    # WhiteNoise gives its files, which are small, as an iterator that Django reads whole; no news at every start.
    warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")
    listening = socket.socket(fileno=int(sys.argv[1]))
    config = uvicorn.Config(
        "project.asgi:application",
        lifespan="off",
        access_log=False,
        server_header=False,
        log_level="warning",
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
    )
    uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main()
