"""A handler for jobs of tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.infra.work import Handler


@pytest.fixture
def handler(db: None) -> Iterator[Handler]:
    # Not above: this file is loaded before Django is set up when only this folder is tested.
    from synthesis.infra import jobs
    from tests.infra.work import KIND, Handler

    made = Handler()
    jobs.handles(KIND, on_end=made.end)(made.run)
    yield made
    jobs._handlers.pop(KIND)
