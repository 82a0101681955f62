"""The reader with 300,000 characters and 5,000 tags, in a real browser; run by `make bench`, not part of the suite.

Prints medians over RUNS visits: first readable paint, colours after the data has come, everything on screen.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from synthesis.tagging.models import Excerpt, Tag
from tests.reliability.work import long_text
from tests.world import make_source, make_world

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHARACTERS, TAGS, RUNS = 300_000, 5_000, 5
TIMES = """() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve({
  paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  colours: performance.getEntriesByName("excerpts:paint").at(-1).duration,
  all: performance.now(),
}))))"""


def test_reader(open_page: Callable[..., Page]) -> None:
    world = make_world()
    text = long_text(CHARACTERS // 26, seed=5)[:CHARACTERS]
    source = make_source(world.workspace, world.bob, title="Long", text=text)
    assert source.text is not None
    step = len(text) // TAGS
    headings = list(world.headings.values())
    excerpts = Excerpt.objects.bulk_create(
        Excerpt(
            workspace=world.workspace,
            source=source,
            text=source.text,
            start=n * step,
            end=n * step + 20,
            quote=text[n * step : n * step + 20],
            created_by=world.tom,
        )
        for n in range(TAGS)
    )
    Tag.objects.bulk_create(
        Tag(excerpt=e, heading=headings[n % 4], created_by=world.tom) for n, e in enumerate(excerpts)
    )
    page = open_page("/")
    cookie = world.client("tom").cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": page.url}])
    seen: list[dict[str, float]] = []
    for _ in range(RUNS):
        page.goto(world.url(f"sources/{source.pk}/"))
        expect(page.locator("[data-list]")).not_to_have_attribute("aria-busy", "true", timeout=30_000)
        seen.append(page.evaluate(TIMES))
    rows = {
        "first readable paint": ("paint", 1500),
        f"{TAGS} tags painted after their data": ("colours", 100),
        "everything on screen": ("all", None),
    }
    print(f"\nreader, {len(text)} characters, {TAGS} tags, medians of {RUNS} visits")
    for name, (key, limit) in rows.items():
        wanted = f"   (wanted: at most {limit} ms)" if limit else ""
        print(f"  {name:40} {statistics.median(one[key] for one in seen):7.0f} ms{wanted}")
    assert len(seen) == RUNS
