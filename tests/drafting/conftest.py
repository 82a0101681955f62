"""A small world, and one with a draft in it: two points under T and E, three sentences, cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.drafting.written import Written
    from tests.world import World


@pytest.fixture
def world(db) -> World:
    # Not above: this file is loaded before Django is set up when only this folder is tested.
    from tests.world import make_world

    return make_world()


@pytest.fixture
def written(world) -> Written:
    from tests.drafting.written import write

    return write(world)
