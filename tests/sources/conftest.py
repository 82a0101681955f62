"""What tests of sources share: a world, and a store of their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.world import World


@pytest.fixture(autouse=True)
def store(settings, tmp_path: Path) -> Path:
    """The default storage in a folder of this test; gives the folder of kept originals."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media" / "sources"


@pytest.fixture
def world(db) -> World:
    # Not above: this file is loaded before Django is set up when only this folder is tested.
    from tests.world import make_world

    return make_world()
