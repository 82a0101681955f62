"""The one exception parsers raise on purpose."""

from __future__ import annotations


class Unreadable(Exception):
    """The document cannot be read; the message is for the log, "encrypted" is known to callers."""
