"""The meter's answer while typing, over a few sources and over a thousand; a throw-away database, no part of the suite.

`pytest -q -s -p no:randomly tests/bench/meter/bench_meter.py` prints milliseconds on the server: the first question, which
reads all sources; then the median and the 95th of a hundred; and the first one after a source was added.
"""

from __future__ import annotations

import json
import os
import random
import time

from synthesis.drafting import views_meter, warm_index
from synthesis.infra.pacing import Pace
from tests.bench.overlap.bench import filler
from tests.drafting.written import write
from tests.world import make_source, make_world

SOURCES, LENGTH, ASKED = int(os.environ.get("BENCH_SOURCES", "1000")), 30_000, 100


def test_meter(db: None, monkeypatch) -> None:
    monkeypatch.setattr(views_meter, "PACE", Pace(most=1_000_000, seconds=1))
    written, rng = write(make_world()), random.Random(7)
    client, url = written.world.client("bob"), written.url("measure")

    def asked(text: str) -> float:
        start = time.perf_counter()
        answer = client.post(url, json.dumps({"text": text}), content_type="application/json")
        assert answer.json()["state"] == "ready"
        return 1000 * (time.perf_counter() - start)

    different = [filler(rng, LENGTH) for _ in range(60)]
    for count in (4, SOURCES):
        for number in range(count):
            text, at = different[number % 60], rng.randrange(LENGTH)
            make_source(
                written.world.workspace, written.world.bob, title=f"{count}-{number}", text=text[at:] + text[:at]
            )
        copied = different[0][1000:1050]
        first = asked(copied)
        times = sorted(asked(f"{copied}{n}") for n in range(ASKED))
        make_source(
            written.world.workspace, written.world.bob, title=f"one more {count}", text=f"多{filler(rng, 3000)}"
        )
        again = asked(copied)
        size = sum(one.index.nbytes for one in warm_index.SHELF._kept.values()) / 1e6
        print(
            f"\n{count} sources: first {first:.0f} ms, median {times[ASKED // 2]:.0f}, 95th {times[int(ASKED * 0.95)]:.0f},"
            f" after a new source {again:.0f} ms, index {size:.0f} MB"
        )
