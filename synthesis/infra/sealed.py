"""Secrets at rest: sealed under a key derived from the server's, opened only where they are used.

A copy of the database is worth nothing without SECRET_KEY. Not for passwords, which are hashed and never opened.
"""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class CannotOpen(Exception):
    """The secret was sealed under a key that this server no longer has."""


def seal(secret: str, purpose: str) -> bytes:
    """`secret` encrypted and authenticated (Fernet); only the same purpose opens it."""
    return _box(purpose).encrypt(secret.encode())


def unseal(sealed: bytes, purpose: str) -> str:
    """The secret. Raises CannotOpen."""
    try:
        return _box(purpose).decrypt(bytes(sealed)).decode()
    except InvalidToken as error:
        raise CannotOpen(purpose) from error


def _box(purpose: str) -> MultiFernet:
    """Sealing uses SECRET_KEY, opening SECRET_KEY_FALLBACKS, too, so that the server's key can be changed."""
    return MultiFernet([Fernet(_key(key, purpose)) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(master: str | bytes, purpose: str) -> bytes:
    """32 bytes by HKDF (RFC 5869): one master key gives unrelated keys for every purpose."""
    derived = HKDF(SHA256(), length=32, salt=b"collate sealed", info=purpose.encode()).derive(
        master if isinstance(master, bytes) else master.encode()
    )
    return base64.urlsafe_b64encode(derived)
