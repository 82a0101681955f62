"""A filled world and a store of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.filled_world import FilledWorld


@pytest.fixture(autouse=True)
def store(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def world(db: None) -> FilledWorld:
    # Not above: this file is loaded before Django is set up when only this folder is tested.
    from django.core.cache import cache

    from tests.filled_world import make_filled_world

    cache.clear()
    return make_filled_world()
