"""The board and the draft editor in Chromium with real processes: a draft written live, two people on one sentence."""

from __future__ import annotations

from playwright.sync_api import expect


def people(open_page, live_stack, world, path, *names):
    return [open_page(world.url(path), storage_state=world.storage_state(name, live_stack.url)) for name in names]


def edit(page, number, text):
    """Opens the editor of a sentence and puts `text` into it, unsaved."""
    sentence = page.locator(".sentence").nth(number)
    sentence.focus()
    sentence.press("Enter")
    field = page.locator(".sentence-edit textarea")
    field.fill(text)
    return field


def test_a_draft_is_ordered_written_live_and_edited(open_page, live_stack):
    from tests.world import make_world

    world = make_world()
    (bob,) = people(open_page, live_stack, world, "drafts/", "bob")
    bob.get_by_role("button", name="Draft", exact=True).click()
    expect(bob.locator("#sheet")).to_be_visible()
    sentence = bob.locator(".sentence").first
    sentence.click()
    expect(bob.locator("[data-panel]")).to_contain_text("Rests on")
    field = edit(bob, 0, "销量在2023年升至420万台。")
    field.press("Control+Enter")
    expect(sentence.locator(".words")).to_have_text("销量在2023年升至420万台。")
    expect(bob.locator("#desk-bar")).to_contain_text("Revision 2")
    cite = bob.locator(".cite").first
    assert "start=" in (cite.get_attribute("href") or "")


def test_two_people_save_the_same_sentence(open_page, live_stack, complaints):
    from tests.drafting.written import FIRST, THIRD, write
    from tests.world import make_world

    written = write(make_world())
    world = written.world
    bob, alice = people(open_page, live_stack, world, f"drafts/{written.draft.pk}/", "bob", "alice")
    hers = edit(alice, 0, "爱丽丝的句子。")
    his = edit(bob, 0, "鲍勃的句子。")
    his.press("Control+Enter")
    expect(bob.locator(".sentence .words").first).to_have_text("鲍勃的句子。")
    expect(alice.locator(".edit-note")).to_be_visible()
    hers.press("Control+Enter")
    dialog = alice.locator("#conflict-dialog")
    expect(dialog).to_contain_text("爱丽丝的句子。")
    expect(dialog).to_contain_text("鲍勃的句子。")
    alice.get_by_role("button", name="Merge by hand").click()
    expect(hers).to_have_value("爱丽丝的句子。")
    hers.fill("两人的句子。")
    hers.press("Control+Enter")
    for page in (alice, bob):
        expect(page.locator(".sentence .words").first).to_have_text("两人的句子。")
    assert THIRD not in written.texts()[0]
    # The refused save shows in the console of the browser, as it should.
    complaints[:] = [one for one in complaints if "409" not in one]

    edit(bob, 1, "没有保存的话。")
    alice.locator(".sentence").nth(1).focus()
    alice.keyboard.press("Alt+ArrowUp")
    expect(alice.locator(".sentence .words").nth(1)).to_have_text(FIRST)
    expect(bob.locator(".sentence-edit textarea")).to_have_value("没有保存的话。")
    bob.on("dialog", lambda question: question.accept())
    bob.reload()
    expect(bob.locator(".sentence-edit textarea")).to_have_value("没有保存的话。")
    bob.locator(".sentence-edit textarea").press("Escape")
    bob.get_by_role("button", name="Discard").click()
    expect(bob.locator(".sentence .words").nth(1)).to_have_text(FIRST)

    bob.locator(".sentence").nth(1).focus()
    bob.keyboard.press("Delete")
    expect(bob.locator(".sentence .words", has_text=FIRST)).to_have_count(0)
    bob.get_by_role("button", name="Undo").click()
    expect(alice.locator(".sentence .words", has_text=FIRST)).to_have_count(1)


def test_a_stale_citation_is_told_live_and_cited_anew_on_a_phone(open_page, live_stack):
    from synthesis.tagging import actions_reanchoring
    from synthesis.tagging.models import Excerpt
    from tests.drafting.written import write
    from tests.tagging.test_reanchoring import renew
    from tests.world import make_world

    written = write(make_world())
    world, row = written.world, written.sentences[0]
    quote = row.citations.get().quote
    url = world.url(f"drafts/{written.draft.pk}/")
    bob = open_page(url, width=390, height=560, storage_state=world.storage_state("bob", live_stack.url))
    sentence, panel = bob.locator(".sentence").first, bob.locator("[data-panel]")
    sentence.evaluate("(one) => one.scrollIntoView({ block: 'end' })")
    sentence.click()
    expect(panel).to_contain_text("Rests on")
    covered = "([one, over]) => one.getBoundingClientRect().bottom > over.getBoundingClientRect().top"
    here = [sentence.element_handle(), bob.locator("#panel-place").element_handle()]
    assert not bob.evaluate(covered, here)

    text = renew(world, world.source.text.text.replace(quote, quote.replace("420", "460")))
    expect(bob.locator(".statement .cite[data-unplaced]").first).to_be_visible()
    expect(panel).to_contain_text("waits to be placed")
    waiting = Excerpt.objects.get(quote=quote)
    new = quote.replace("420", "460")
    start = text.text.index(new)
    actions_reanchoring.place_excerpt(
        access=world.access("bob"), excerpt_id=waiting.pk, text_id=text.pk, start=start, end=start + len(new), quote=new
    )
    bob.get_by_role("button", name="Cite it as it reads now").click()
    expect(bob.locator(f"#s-{row.pk} .cite[data-state=stale]")).to_have_count(0)
    expect(panel).to_contain_text("420")
    expect(sentence).to_have_attribute("data-state", "unsupported")


def test_the_board_by_keys_by_mouse_and_live(open_page, live_stack):
    from tests.world import make_excerpt, make_world

    world = make_world()
    make_excerpt(world.source, "老年用户对无感测量的接受度高于预期。", world.headings["T"], world.bob)
    bob, tom = people(open_page, live_stack, world, "outline/", "bob", "tom")
    column = bob.locator(".column[data-heading=T]")
    column.locator("[data-excerpt]").first.focus()
    bob.keyboard.press("n")
    bob.keyboard.type("测量方式")
    bob.keyboard.press("Enter")
    expect(column.locator("[data-point-title]")).to_have_text("测量方式")
    expect(tom.locator(".column[data-heading=T] [data-point-title]")).to_have_text("测量方式")
    expect(tom.locator("[data-new-point]")).to_have_count(0)

    column.locator("[data-unassigned] [data-excerpt]").first.drag_to(column.locator("[data-point] .drop"))
    expect(column.locator("[data-point] [data-excerpt]")).to_have_count(1)
    column.locator("[data-unassigned] [data-excerpt]").first.focus()
    bob.keyboard.press("Alt+ArrowUp")
    cards = column.locator("[data-point] [data-excerpt]")
    expect(cards).to_have_count(2)
    expect(tom.locator(".column[data-heading=T] [data-point] [data-excerpt]")).to_have_count(2)
    second = cards.nth(1).get_attribute("data-excerpt")
    cards.nth(1).focus()
    bob.keyboard.press("Alt+ArrowUp")
    expect(cards.nth(0)).to_have_attribute("data-excerpt", second)
    expect(cards.nth(0)).to_be_focused()
    bob.keyboard.press("Delete")
    expect(cards).to_have_count(1)
    bob.get_by_role("button", name="Undo").click()
    expect(cards).to_have_count(2)
    expect(cards.nth(0)).to_have_attribute("data-excerpt", second)
    column.locator(".point-head").first.focus()
    bob.keyboard.press("Delete")
    expect(column.locator("[data-point]")).to_have_count(0)
    bob.get_by_role("button", name="Undo").last.click()
    expect(cards).to_have_count(2)
    expect(column.locator("[data-point-title]")).to_have_text("测量方式")
