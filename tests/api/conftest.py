"""A filled world, a store of its own, and callers with tokens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.api.caller import Caller
    from tests.filled_world import FilledWorld


@pytest.fixture(autouse=True)
def store(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def world(db: None) -> FilledWorld:
    # Not above: this file is loaded before Django is set up when only this folder is tested.
    from tests.filled_world import make_filled_world

    return make_filled_world()


@pytest.fixture
def caller(world: FilledWorld) -> Caller:
    """The editor's script."""
    from tests.api.caller import Caller

    return Caller(world, "bob")
