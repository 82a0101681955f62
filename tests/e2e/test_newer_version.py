"""A newer version of a source in the browser: excerpts come along, and a person places the one whose passage changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.live_stack import LiveStack

FIRST = (
    "年度观察\n\n"
    "第一段说明观察的方法和对象，共有十二个小组参加，每组配有一名记录员。\n\n"
    "第二段记下结果：多数小组在三周以内完成了任务，只有两组要求延长时间。\n\n"
    "第三段讨论不足，记录方式前后不一，给比较带来了困难，需要在下一轮改进。\n"
)
EXACT, FUZZY, MOVED = "共有十二个小组参加", "多数小组在三周以内完成了任务", "记录方式前后不一"
SECOND = FIRST.replace("在三周以内完成了任务", "用不到三周就完成了全部任务").replace(
    "只有两组要求延长时间。", "只有两组要求延长时间，理由各不相同。"
)
HIGHLIGHTED = """() => [...(CSS.highlights.get("active") ?? [])].map((one) => {
  const range = document.createRange();
  range.setStart(one.startContainer, one.startOffset);
  range.setEnd(one.endContainer, one.endOffset);
  return range.toString();
})"""


def test_a_newer_version_takes_excerpts_along(
    open_page: Callable[..., Page], live_stack: LiveStack, tmp_path: Any
) -> None:
    from synthesis.tagging.models import Excerpt
    from tests.world import make_excerpt, make_source, make_world

    world = make_world()
    source = make_source(world.workspace, world.bob, title="年度观察", text=FIRST)
    excerpts = {quote: make_excerpt(source, quote, world.headings["T"], world.bob) for quote in (EXACT, FUZZY, MOVED)}
    page = open_page(world.url(f"sources/{source.pk}/info/"), storage_state=world.storage_state("bob", live_stack.url))
    (tmp_path / "新版.txt").write_text(SECOND)
    page.locator("#versions summary").click()
    page.set_input_files("#version-file", str(tmp_path / "新版.txt"))
    page.get_by_role("button", name="Add as the newer version").click()
    expect(page.locator("#versions")).to_contain_text("Version 2")
    expect(page.locator("#versions")).to_contain_text("新版.txt")

    page.goto(world.url("reanchoring/"))
    cards = page.locator("[data-waiting-excerpt]")
    expect(cards).to_have_count(1)
    expect(cards.locator("del").first).to_be_visible()
    expect(cards.locator("ins").first).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Every excerpt has its place")).to_be_visible()

    source.refresh_from_db()
    for quote, excerpt in excerpts.items():
        excerpt.refresh_from_db()
        assert excerpt.text_id == source.text_id
        assert source.text.text[excerpt.start : excerpt.end] == excerpt.quote
        assert (excerpt.quote == quote) == (quote != FUZZY)
    changed = Excerpt.objects.get(pk=excerpts[FUZZY].pk)
    assert "不到三周" in changed.quote
    page.goto(world.url(f"sources/{source.pk}/versions/1/?start={FIRST.index(MOVED)}&end={FIRST.index(MOVED) + 8}"))
    expect(page.get_by_text("This is version 1 of the text")).to_be_visible()
    assert page.evaluate(HIGHLIGHTED) == [MOVED]
