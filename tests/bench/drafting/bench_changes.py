"""A thousand random edits, additions, removals, moves, restorations, locks and regenerations of a small draft.

    python -m pytest tests/bench/drafting/bench_changes.py -q -s -p no:randomly

After each one: no citation out of range, nothing without a citation that no person wrote, and what people wrote or
locked as it was before every regeneration. Every fiftieth time the draft is exported, too.
"""

from __future__ import annotations

import collections
import random
from typing import Any

import pytest

from synthesis.drafting import actions_outline, measure
from tests.drafting.rewritten import check, one_change
from tests.drafting.written import write
from tests.world import make_world

STEPS = 1000


def test_a_thousand_changes(db: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        measure, "verdict_of", lambda text, quotes, put_right=(): ("check", {"checks": {}, "reasons": []})
    )
    monkeypatch.setattr(measure, "overlap_of", lambda workspace_id, text: {"ratio": 0, "longest_run": 0, "runs": []})
    world = make_world()
    written = write(world)
    for key in ("T", "E"):
        actions_outline.create_point(access=world.access("bob"), heading=world.headings[key], title=key)
    dice = random.Random(11)
    done: collections.Counter[str] = collections.Counter()
    for step in range(STEPS):
        done[one_change(written, dice)] += 1
        check(written)
        if step % 50 == 49:
            answer = world.client("bob").get(world.url(f"exports/md?draft={written.draft.pk}"))
            assert answer.status_code == 200
    print("\n" + ", ".join(f"{name} {count}" for name, count in sorted(done.items())))
    print(f"revisions {written.fresh().revision}")
