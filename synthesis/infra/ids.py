"""Public identifiers: UUIDs whose order is the order of their making."""

from __future__ import annotations

import os
import time
import uuid


def uuid7() -> uuid.UUID:
    """A version 7 UUID (RFC 9562 section 5.7): 48 bits of Unix milliseconds, the rest random.

    Sorted by time, so that primary keys built from it keep an index compact.
    """
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (2**48 - 1)) << 80 | int.from_bytes(os.urandom(10), "big")
    value &= ~(0xF << 76) & ~(0x3 << 62)
    return uuid.UUID(int=value | 0x7 << 76 | 0x2 << 62)


def uuid_or_none(text: str) -> uuid.UUID | None:
    """The identifier a text spells, None for any other text."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
