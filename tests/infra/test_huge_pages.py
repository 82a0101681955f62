"""Which memory of the fork server may be put into huge pages: whole ones, private, of no file."""

from __future__ import annotations

from synthesis.infra.parsers.huge_pages import whole_pages

PAGE = 0x200000
MAPS = """\
555555400000-555555600000 rw-p 00000000 fe:00 260386                     /usr/bin/python3
5555556ff000-555555c01000 rw-p 00000000 00:00 0                          [heap]
7ffff0000000-7ffff0200000 rw-p 00000000 00:00 0
7ffff0200000-7ffff0400000 r--p 00000000 00:00 0
7ffff0400000-7ffff0600000 rw-s 00000000 00:05 77                         /memfd:order
7ffff0700000-7ffff08fffff rw-p 00000000 00:00 0
7ffff7ffd000-7ffff7fff000 rw-p 00000000 00:00 0                          [anon: loader]
7ffffffde000-7fffffffff00 rw-p 00000000 00:00 0                          [stack]
"""  # fmt: skip


def test_whole_pages_of_own_memory() -> None:
    assert whole_pages(MAPS, PAGE) == [0x555555800000, 0x555555A00000, 0x7FFFF0000000]
