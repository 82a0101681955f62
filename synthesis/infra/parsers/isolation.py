"""What the child does to itself before it looks at a document: limits, no network, another user."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_NOBODY = 65534


def confine(limits: Mapping[str, Any], needed: Sequence[Path]) -> None:
    """Put the limits on; cut the network off; become nobody when root, if nobody can reach the files `needed` later."""
    _limit(resource.RLIMIT_AS, int(limits["memory"]))
    _limit(resource.RLIMIT_CPU, int(limits["cpu"]))
    _limit(resource.RLIMIT_FSIZE, int(limits["file_size"]))
    _limit(resource.RLIMIT_NOFILE, int(limits["open_files"]))
    _limit(resource.RLIMIT_CORE, 0)
    _cut_network()
    if os.getuid() == 0 and all(map(_reachable, needed)):
        # A container may forbid it; the other limits hold all the same.
        with contextlib.suppress(OSError):
            os.setgroups([])
            os.setresgid(_NOBODY, _NOBODY, _NOBODY)
            os.setresuid(_NOBODY, _NOBODY, _NOBODY)


def _limit(what: int, value: int) -> None:
    _, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    # A little room above the soft limit of processor time, so that its signal comes before the kill.
    spare = 2 if what == resource.RLIMIT_CPU and hard == resource.RLIM_INFINITY else 0
    resource.setrlimit(what, (value, value + spare))


def _cut_network() -> None:
    """An empty network namespace where the system allows one, and in any case no sockets from Python."""
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(_CLONE_NEWNET) != 0:
            libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
    sys.addaudithook(_refuse_sockets)


def _refuse_sockets(event: str, args: tuple[Any, ...]) -> None:
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"}:
        raise PermissionError(f"{event} is not allowed in a parser")


def _reachable(file: Path) -> bool:
    """Whether somebody who is neither owner nor in the group may read `file`, and run it if anybody may."""
    try:
        mode = file.stat().st_mode
        wanted = 0o005 if mode & 0o100 else 0o004
        return all(folder.stat().st_mode & 0o001 for folder in file.parents) and mode & wanted == wanted
    except OSError:
        return False
