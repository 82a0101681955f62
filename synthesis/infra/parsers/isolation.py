"""What the child does to itself before it looks at a document: limits, no network, another user."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import resource
import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from synthesis.infra.parsers.landlock import enter, restrict, ruleset

#: Kinds whose parsers write nothing, not even for a moment.
WITHOUT_ROOM = frozenset({"txt", "csv", "subtitles", "html"})
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_NOBODY = 65534
_KEEP_CAPABILITIES = 8
_CAPABILITY_VERSION = 0x20080522
_PASS_FOLDERS = 1 << 2  # CAP_DAC_READ_SEARCH
#: Places of the system that programs read: libraries, fonts, time zones, what the machine can do.
_SYSTEM = (
    *("/usr", "/lib", "/lib64", "/bin", "/opt", "/etc/fonts", "/etc/ld.so.cache"),
    # LibreOffice as Debian packs it keeps its settings and its list of extensions apart, and does not start without;
    # without the list of fonts it opens every font of the machine.
    *("/etc/libreoffice", "/var/lib/libreoffice", "/var/spool/libreoffice", "/var/cache/fontconfig"),
    *("/etc/localtime", "/etc/mime.types", "/etc/nsswitch.conf", "/etc/passwd", "/dev/urandom"),
    *("/proc/cpuinfo", "/proc/meminfo", "/proc/self", "/sys/devices/system/cpu", "/sys/fs/cgroup"),
)


#: Descriptors of rulesets lie above those that a child rearranges.
_ABOVE = 200


def confine(limits: Mapping[str, Any], needed: Sequence[Path], room: Path | None) -> None:
    """Put the limits on; no sockets; leave only programs to read, and `room` to write; become nobody when root.

    Without a `room` nothing can be written. `needed` are files that are opened later. Where nobody could not reach them
    (Python under a root-only folder), the child keeps one right of root, to pass closed folders, and only when Landlock
    holds it inside the programs' places; without Landlock it stays root then.
    """
    places, reachable = ready(tuple(needed))
    _limit(resource.RLIMIT_AS, int(limits["memory"]))
    _limit(resource.RLIMIT_CPU, int(limits["cpu"]), most=int(limits["cpu_most"]))
    _limit(resource.RLIMIT_FSIZE, int(limits["file_size"]))
    _limit(resource.RLIMIT_NOFILE, int(limits["open_files"]))
    _limit(resource.RLIMIT_CORE, 0)
    sys.addaudithook(_refuse_sockets)
    # A container may forbid any of it; the other limits hold all the same.
    with contextlib.suppress(OSError, AttributeError):
        if room is not None:
            held = restrict(places, (room, Path(os.devnull)))
        else:
            closed = without_room(tuple(needed))
            held = closed is not None and enter(closed)
        if os.getuid() == 0 and (reachable or held):
            _become_nobody(passing_folders=not reachable)


@lru_cache(maxsize=32)
def ready(needed: tuple[Path, ...]) -> tuple[tuple[Path, ...], bool]:
    """The places that stay readable when `needed` are, and whether anybody may read all of those.

    Nothing of it depends on a document: asked for before the fork, it costs the children nothing.
    """
    return _programs(needed), all(map(_reachable, needed))


@lru_cache(maxsize=32)
def without_room(needed: tuple[Path, ...]) -> int | None:
    """The descriptor of the ruleset for a child without a room, alike for all of them; None without Landlock.

    Made before the fork. A room's ruleset cannot be: what one child adds to it, the next would have, too.
    """
    # What stands for the process itself is another process before the fork.
    places = [place for place in ready(needed)[0] if place != Path("/proc/self")]
    made = ruleset(places, (Path(os.devnull),))
    if made is None:
        return None
    kept = fcntl.fcntl(made, fcntl.F_DUPFD_CLOEXEC, _ABOVE)
    os.close(made)
    _kept.append(kept)
    return kept


_kept: list[int] = []


def close_all_above(last: int) -> None:
    """Close every descriptor above `last` but the rulesets."""
    for kept in sorted(_kept):
        os.closerange(last + 1, kept)
        last = kept
    os.closerange(last + 1, os.sysconf("SC_OPEN_MAX"))


def _programs(needed: Sequence[Path]) -> tuple[Path, ...]:
    """Where code and what it loads late lies; not the folder of the installation, which may hold its data."""
    package = Path(__file__).resolve().parents[2]
    places = [package, Path(sys.prefix), Path(sys.base_prefix), *needed]
    places.extend(Path(p) for p in sys.path if p and Path(p) != package.parent)
    return tuple(dict.fromkeys(p for p in [*places, *map(Path, _SYSTEM)] if p != Path("/") and p.exists()))


@lru_cache(maxsize=1)
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _become_nobody(*, passing_folders: bool) -> None:
    libc = _libc()
    if passing_folders:
        libc.prctl(_KEEP_CAPABILITIES, 1, 0, 0, 0)
    os.setgroups([])
    os.setresgid(_NOBODY, _NOBODY, _NOBODY)
    os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    if passing_folders:
        header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
        # effective, permitted, inheritable; twice, for the lower and the upper 32 capabilities
        kept = (ctypes.c_uint32 * 6)(_PASS_FOLDERS, _PASS_FOLDERS, 0, 0, 0, 0)
        if libc.capset(ctypes.byref(header), ctypes.byref(kept)) != 0:
            raise OSError(ctypes.get_errno(), "capset")


def _limit(what: int, value: int, *, most: int = 0) -> None:
    _, hard = resource.getrlimit(what)
    # A little room above the soft limit of processor time, so that its signal comes before the kill.
    most = max(most, value + (2 if what == resource.RLIMIT_CPU else 0))
    if hard != resource.RLIM_INFINITY:
        value, most = min(value, hard), min(most, hard)
    resource.setrlimit(what, (value, most))


def cut_network() -> None:
    """Move this process and all it forks into an empty network namespace, where the system allows one."""
    with contextlib.suppress(OSError, AttributeError):
        libc = _libc()
        if libc.unshare(_CLONE_NEWNET) != 0:
            libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


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


def grant_time(seconds: int) -> None:
    """This process may use the processor for `seconds` more than it was allowed, up to its hard limit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if soft != resource.RLIM_INFINITY:
        wanted = soft + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
