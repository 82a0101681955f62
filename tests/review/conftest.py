"""What tests of review share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.world import World


@pytest.fixture
def world(db) -> World:
    # Not above: this file is loaded before Django is set up when only this folder is tested.
    from tests.world import make_world

    return make_world()
