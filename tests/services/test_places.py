"""Where services live: directories of others are refused or left alone, sockets always fit."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from project import places
from project.embedded import Postgres, Valkey
from project.places import Account, Home, ServiceError, own_directory


def test_a_directory_is_made_private(open_directory: Path) -> None:
    made = own_directory(open_directory / "new", None)
    assert made.stat().st_mode & 0o777 == 0o700


def test_a_link_in_place_of_the_directory_is_refused(open_directory: Path) -> None:
    (open_directory / "elsewhere").mkdir()
    (open_directory / "link").symlink_to(open_directory / "elsewhere")
    with pytest.raises(ServiceError, match="does not belong"):
        own_directory(open_directory / "link", None)


def test_another_account_is_told_apart(open_directory: Path) -> None:
    (open_directory / "ours").mkdir()
    somebody = Account(os.geteuid() + 12345, os.getegid() + 12345)
    with pytest.raises(ServiceError):
        own_directory(open_directory / "ours", somebody)


def test_an_account_reaches_only_through_open_doors(open_directory: Path) -> None:
    inner = open_directory / "outer" / "inner"
    inner.mkdir(parents=True)
    somebody = Account(54321, 54321)
    for made in (inner, inner.parent):
        made.chmod(0o711)
    everybody_may_pass = all(parent.stat().st_mode & 0o001 for parent in inner.parents)
    assert somebody.reaches(inner) == everybody_may_pass
    (open_directory / "outer").chmod(0o700)
    assert not somebody.reaches(inner)
    assert Account(os.geteuid(), os.getegid()).reaches(inner)


def test_no_mode_of_a_found_directory_changes(open_directory: Path) -> None:
    found = open_directory / "found"
    found.mkdir(mode=0o700)
    Home.of(found / "var")
    assert found.stat().st_mode & 0o777 == 0o700


def test_sockets_fit_however_deep_the_folder(open_directory: Path) -> None:
    deep = open_directory / ("中文 folder " * 6) / ("x" * 100)
    home = Home.of(deep)
    for socket in (Postgres(home).sockets / ".s.PGSQL.5432.lock", Valkey(home).socket):
        assert len(os.fsencode(socket)) <= places.LONGEST_SOCKET_NAME
    assert Home.of(deep) == home


def test_two_folders_never_share(open_directory: Path) -> None:
    homes = [Home.of(open_directory / name / ("x" * 120)) for name in ("a", "b")]
    assert homes[0].data != homes[1].data
    assert homes[0].sockets != homes[1].sockets
