"""The one exception parsers raise on purpose."""

from __future__ import annotations


class Unreadable(Exception):
    """The document cannot be read; the message is for the log, "encrypted" is known to callers.

    `code` is what people are told by: "unreadable", or a more exact one of `sources.reasons`.
    """

    def __init__(self, message: str = "", *, code: str = "unreadable") -> None:
        super().__init__(message)
        self.code = code
