"""People who are already here; a cache without old rate-limit counters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.world import World


@pytest.fixture
def world(db: None) -> World:
    # Not above: this file is loaded before Django is set up when only this folder is tested.
    from django.core.cache import cache

    from tests.world import make_world

    cache.clear()
    return make_world()
