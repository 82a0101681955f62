"""Landlock (Linux 5.13 and later): a process gives up all files but the ones it names, for itself and its children."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_PATH_BENEATH = 1
_NO_NEW_PRIVILEGES = 38

_EXECUTE, _WRITE, _READ, _LIST = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_TRUNCATE = 1 << 14
#: What a rule on a plain file may hold.
_OF_FILES = _EXECUTE | _WRITE | _READ | _TRUNCATE
_FIRST = (1 << 13) - 1
#: What later versions of the interface can forbid: moving between folders, truncating, device commands.
_LATER = ((2, 1 << 13), (3, _TRUNCATE), (5, 1 << 15))
_TCP, _SCOPES = 0b11, 0b11


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def restrict(readable: Iterable[Path], writable: Iterable[Path]) -> bool:
    """Leave this process only `readable` places (to read and run) and `writable` ones; no TCP, no signals to others.

    False where the kernel has no Landlock; then nothing has changed. Places that do not exist are left out.
    """
    made = ruleset(readable, writable)
    if made is None:
        return False
    try:
        return enter(made)
    finally:
        os.close(made)


def ruleset(readable: Iterable[Path], writable: Iterable[Path]) -> int | None:
    """The descriptor of what `restrict` leaves a process, for `enter`; None where the kernel has no Landlock."""
    libc = _libc()
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))
    if version < 1:
        return None
    handled = _FIRST
    for since, bit in _LATER:
        handled |= bit if version >= since else 0
    rules = _Ruleset(handled, _TCP if version >= 4 else 0, _SCOPES if version >= 6 else 0)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    made = libc.syscall(_CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(size), ctypes.c_uint32(0))
    if made < 0:
        return None
    for place in readable:
        _allow(libc, made, place, _EXECUTE | _READ | _LIST)
    for place in writable:
        _allow(libc, made, place, handled & ~_EXECUTE)
    return int(made)


def enter(made: int) -> bool:
    """Restrict this process to a ruleset; False when the kernel refuses."""
    libc = _libc()
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return bool(libc.syscall(_RESTRICT_SELF, made, ctypes.c_uint32(0)) == 0)


@lru_cache(maxsize=1)
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _allow(libc: ctypes.CDLL, ruleset: int, place: Path, access: int) -> None:
    with suppress(OSError):
        folder = os.open(place, os.O_PATH | os.O_CLOEXEC)
        try:
            rule = _Beneath(access if place.is_dir() else access & _OF_FILES, folder)
            libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), ctypes.c_uint32(0))
        finally:
            os.close(folder)
