"""The meter in Chromium: a copied sentence is underlined and named while it is typed, and the total follows."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.test_draft import edit, people

COPIED = "基层诊所仍以台式血压计为主，更换意愿有限。"
OWN = "诊所暂时不想换设备。"


def test_a_copied_sentence_is_underlined_named_and_counted(open_page, live_stack, complaints):
    from tests.drafting.written import write
    from tests.world import make_source, make_world

    written = write(make_world())
    world = written.world
    (bob,) = people(open_page, live_stack, world, f"drafts/{written.draft.pk}/", "bob")
    total, marks = bob.locator("#draft-meter [data-total]"), bob.locator(".meter-under mark")
    expect(total).to_have_text("0.0%")
    field = edit(bob, 0, "")
    field.press_sequentially(f"据了解，{COPIED}")
    expect(marks).to_have_text([COPIED[:-1]])
    expect(total).not_to_have_text("0.0%")
    link = bob.locator(".meter-runs a")
    expect(link).to_have_text(world.source.title)
    assert "start=" in (link.get_attribute("href") or "")
    # The letters behind the field lie exactly under those in it.
    under, over = bob.locator(".meter-under").bounding_box(), field.bounding_box()
    assert (under["x"], under["y"], under["width"]) == (over["x"], over["y"], over["width"])
    popover = bob.locator("#cite-popover")
    marks.first.scroll_into_view_if_needed()
    box = marks.first.bounding_box()
    bob.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2)
    expect(popover).to_contain_text(world.source.title)
    bob.mouse.move(5, 5)
    expect(popover).to_be_hidden()
    field.press("ArrowLeft")
    field.press("ArrowLeft")
    expect(popover).to_contain_text(world.source.title)
    # A source that comes while somebody writes.
    field.fill(OWN)
    expect(marks).to_have_count(0)
    expect(total).to_have_text("0.0%")
    make_source(world.workspace, world.bob, title="新来源", text=f"题目\n大家说，{OWN}然后继续用旧的")
    field.press("End")
    field.press_sequentially("然后继续用旧的")
    expect(link).to_have_text("新来源")
    expect(total).not_to_have_text("0.0%")

    # No answer is said, and nothing that was typed is lost.
    bob.route("**/measure", lambda route: route.abort())
    field.press("Backspace")
    expect(bob.locator(".meter-note")).to_contain_text("Not measured")
    complaints[:] = [one for one in complaints if "ERR_FAILED" not in one]
    expect(field).to_have_value(f"{OWN}然后继续用旧")
