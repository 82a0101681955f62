"""Which addresses of language models this server may call: an allow-list, so that nobody's form can reach inwards.

An entry is a host (`api.example.com`: https on its usual port) or an origin (`http://10.0.0.5:8000`: exactly that).
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

MAX_ADDRESS = 300


class AddressRefused(ValueError):
    """`code` says why: form, https, or host."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def checked_address(address: str, allowed: Sequence[str]) -> str:
    """The address without a slash at its end when it is allowed. Raises AddressRefused."""
    address = address.strip().rstrip("/")
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise AddressRefused("form") from error
    host = (parts.hostname or "").rstrip(".")
    plain = address.isascii() and not any(c.isspace() or ord(c) < 33 or c in "\\%" for c in address)
    if (
        not plain
        or len(address) > MAX_ADDRESS
        or parts.scheme not in {"http", "https"}
        or not host
        or parts.username is not None
        or parts.password is not None
        or parts.query
        or parts.fragment
        or ".." in parts.path
    ):
        raise AddressRefused("form")
    origin = f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{f':{port}' if port else ''}"
    if any(entry.rstrip("/").lower() == origin for entry in allowed if "://" in entry):
        return address
    if not any(entry.lower() == host for entry in allowed if "://" not in entry):
        raise AddressRefused("host")
    if parts.scheme != "https" or port not in {None, 443}:
        raise AddressRefused("https")
    return address
