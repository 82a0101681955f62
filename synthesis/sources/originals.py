"""Where the bytes of uploads live: received into a temporary file under a hard cap, kept under their hash.

Not here: what may be uploaded (`synthesis.infra.uploads`) and who may (`synthesis.sources.actions`).
"""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage

from synthesis.infra import uploads

INCOMING = "incoming"


def largest_upload() -> int:
    """Bytes that one file may have: the setting SOURCE_MAX_BYTES, else `uploads.MAX_BYTES`."""
    return int(getattr(settings, "SOURCE_MAX_BYTES", uploads.MAX_BYTES))


class TooLarge(Exception):
    """The stream is longer than `limit` bytes; nothing of it was kept."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit} bytes")
        self.limit = limit


@contextmanager
def received(chunks: Iterable[bytes], limit: int) -> Iterator[Path]:
    """A temporary file with the bytes of `chunks`, gone at the end unless `keep` moved it.

    Raises TooLarge at the first chunk that passes `limit` bytes; never holds more than one chunk in memory.
    """
    folder = _incoming_folder()
    handle, name = tempfile.mkstemp(dir=folder)
    path = Path(name)
    try:
        size = 0
        with os.fdopen(handle, "wb") as out:
            for chunk in chunks:
                size += len(chunk)
                if size > limit:
                    raise TooLarge(limit)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        yield path
    finally:
        path.unlink(missing_ok=True)


def _incoming_folder() -> str | None:
    """A folder on the storage's own disk, so that keeping a file is one rename; None for the system's."""
    try:
        folder = Path(default_storage.path(INCOMING))
    except RuntimeError:  # the storage has no place on this machine
        return None
    folder.mkdir(parents=True, exist_ok=True)
    return str(folder)


def name_of(workspace_id: uuid.UUID, sha256: str) -> str:
    """The storage name of the bytes with this hash in a workspace."""
    return f"sources/{workspace_id}/{sha256}"


def keep(path: Path, name: str) -> None:
    """Moves the file to the storage name `name`: whole or not at all, and once however many do it at a time."""
    if default_storage.exists(name):
        return
    if _incoming_folder() is None:
        with path.open("rb") as content:
            default_storage.save(name, File(content))
        return
    target = Path(default_storage.path(name))
    target.parent.mkdir(parents=True, exist_ok=True)
    path.chmod(0o640)
    path.replace(target)


def open_original(name: str) -> File:
    """The kept bytes, open for reading. Raises FileNotFoundError."""
    return default_storage.open(name, "rb")


@contextmanager
def local_path(name: str) -> Iterator[Path]:
    """The kept bytes as a file on this machine, for parsers. Raises FileNotFoundError."""
    try:
        path = Path(default_storage.path(name))
    except RuntimeError:  # the storage has no place on this machine
        with tempfile.NamedTemporaryFile() as copy, open_original(name) as content:
            shutil.copyfileobj(content, copy)
            copy.flush()
            yield Path(copy.name)
        return
    if not path.is_file():
        raise FileNotFoundError(name)
    yield path
