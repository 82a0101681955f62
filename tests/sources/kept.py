"""Looking into the store from outside."""

from __future__ import annotations

from pathlib import Path


def kept(store: Path) -> list[str]:
    """Names of all files under the media folder, whatever they are."""
    return sorted(path.name for path in store.parent.rglob("*") if path.is_file())
