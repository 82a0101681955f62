"""From a click on a citation to its words in the source, in a real browser; run by `make bench`, not part of the suite.

A draft that cites 60 sources of 100,000 characters each, deep in their texts. Prints the median, and the longest, of CLICKS
clicks on different citations: until a frame in which the marked words stand in the view. Once with the pointer jumping to
the citation, once with it resting there for a moment before, as people's do.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import transaction

from synthesis.drafting import actions
from synthesis.infra.models import Job, JobState
from tests.drafting.written import made
from tests.reliability.work import long_text
from tests.world import make_excerpt, make_source, make_world

if TYPE_CHECKING:
    from playwright.sync_api import Page

SOURCES, CHARACTERS, CLICKS, WANTED = 60, 100_000, 20, 300
# The clock goes on over a navigation.
WATCH = """
addEventListener("click", () => sessionStorage.setItem("clicked", String(Date.now())), true);
const marked = () => {
  const range = [...(CSS.highlights?.get("active") ?? [])][0];
  if (!range) return document.querySelector("[data-cited]");
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
};
const look = () => {
  const box = marked()?.getBoundingClientRect();
  const clicked = sessionStorage.getItem("clicked");
  if (clicked && box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight) window.seen = Date.now() - Number(clicked);
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


def test_click(open_page: Callable[..., Page]) -> None:
    world = make_world()
    whole = long_text((SOURCES + 2) * CHARACTERS // 26, seed=5)
    cited = []
    for number in range(SOURCES):
        text = whole[number * CHARACTERS : (number + 1) * CHARACTERS]
        source = make_source(world.workspace, world.bob, title=f"Source {number}", text=text)
        at = text.index("。", int(CHARACTERS * (0.1 + 0.8 * number / SOURCES))) + 1
        cited.append(make_excerpt(source, text[at : text.index("。", at) + 1].strip(), world.headings["T"], world.tom))
    draft = actions.create_draft(access=world.access("bob"), keys=["T"], points=1)
    Job.objects.filter(pk=draft.job_id).update(state=JobState.DONE)
    sentences = [made(f"这是第{n}句，依据一处来源。", [one]) for n, one in enumerate(cited)]
    part = {"heading_id": world.headings["T"].pk, "title": "引用", "sentences": sentences}
    with transaction.atomic():
        actions.write_draft(draft_id=draft.pk, written=[part], findings={})
    page = open_page("/")
    cookie = world.client("bob").cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": page.url}])
    page.add_init_script(WATCH)
    print(f"\nclick to words, {SOURCES} sources of {CHARACTERS} characters, {CLICKS} clicks")
    for rest in (0, 300):
        times = []
        for number in range(CLICKS):
            page.goto(world.url(f"drafts/{draft.pk}/"))
            page.evaluate("sessionStorage.removeItem('clicked')")
            place = page.locator(".cite").nth((2 * number + (rest > 0)) * SOURCES // (2 * CLICKS))
            place.scroll_into_view_if_needed()
            page.mouse.move(5, 5)
            if rest:
                place.hover()
                page.wait_for_timeout(rest)
            place.click()
            times.append(page.wait_for_function("window.seen").json_value())
        told = f"median {statistics.median(times):.0f} ms, longest {max(times):.0f} ms"
        print(f"  pointer there for {rest:3} ms: {told}   (wanted: at most {WANTED} ms)")
        assert len(times) == CLICKS
