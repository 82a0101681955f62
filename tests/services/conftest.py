"""Directories for services of their own: open to the database's account, gone at the end, nothing outside of them."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from project import places
from tests import environment


@pytest.fixture
def open_directory(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty directory that every account may enter, as pytest's own are not; the usual places elsewhere lie in it too."""
    made = Path(tempfile.mkdtemp(dir=os.environ[environment.ROOT]))
    made.chmod(0o711)
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    monkeypatch.setattr(places, "SHARED_HOME", made / "shared")
    yield made
    shutil.rmtree(made, ignore_errors=True)
