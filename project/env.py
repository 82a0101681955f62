"""Typed reading of environment variables; a bad value stops the start with the variable's name."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


class BadSetting(Exception):
    """An environment variable holds something that cannot be used."""


def boolean(name: str, default: bool) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise BadSetting(f"{name} must be 1 or 0, not {value!r}")


def words(name: str, default: str) -> list[str]:
    """A comma-separated list without empty entries."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def database(url: str) -> dict[str, Any]:
    """Django's connection settings of `postgresql://user:password@host:port/name?host=/socket/dir`.

    Raises BadSetting when the scheme is not PostgreSQL's or no database is named.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise BadSetting("DATABASE_URL must begin with postgresql://")
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise BadSetting("DATABASE_URL names no database")
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or query.get("user", "")),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host") or parts.hostname or "",
        "PORT": str(parts.port or query.get("port", "")),
    }


def celery_broker(url: str) -> str:
    """Celery's spelling of a Redis address: it wants `redis+socket://` where redis-py wants `unix://`."""
    if url.startswith("unix://"):
        return "redis+socket://" + url[len("unix://") :].replace("?db=", "?virtual_host=")
    return url
