"""A report ordered and read, tags judged by keys, a draft approved: in Chromium, with real processes and two people."""

from __future__ import annotations

import re

from playwright.sync_api import expect


def test_a_report_appears_by_itself_and_is_read_by_keys(open_page, live_stack):
    from tests.overlap.reports import COPIED, OWN
    from tests.review.drafts import make_draft
    from tests.world import make_world

    world = make_world()
    last = "研究团队用柔性薄膜代替充气袖带，使单次测量时间缩短到20秒。"
    draft = make_draft(world, sentences=[(COPIED, [world.excerpts[1]]), (OWN * 3, []), (last, [world.excerpts[0]])])
    bob = open_page(world.url("overlap-reports/"), storage_state=world.storage_state("bob", live_stack.url))
    tom = open_page(world.url("overlap-reports/"), width=390, storage_state=world.storage_state("tom", live_stack.url))
    bob.evaluate(
        "async (url) => { const token = document.querySelector('meta[name=csrf-token]').content;"
        " const made = await fetch(url, {method: 'POST', headers: {'X-CSRFToken': token, Accept: 'application/json'}});"
        " location.href = (await made.json()).url; }",
        world.url(f"drafts/{draft.pk}/check-overlap"),
    )
    expect(bob.locator(".report-figures")).to_be_visible()
    # Tom's list follows without a reload.
    expect(tom.locator(".report-row[data-state=ready]")).to_have_count(1)

    passages = bob.locator(".passage")
    expect(passages).to_have_count(2)
    bob.keyboard.press("j")
    expect(passages.nth(0)).to_have_attribute("aria-current", "true")
    bob.keyboard.press("j")
    expect(bob.locator(".match[aria-current]").first).to_have_attribute("data-passage", "2")
    expect(bob).to_have_url(re.compile(r"#p2$"))
    bob.locator(".match[data-passage='1']").first.click()
    expect(passages.nth(0)).to_have_attribute("aria-current", "true")

    mark = passages.nth(1)
    mark.locator(".mark-form summary").click()
    mark.locator("textarea").fill("数字要重算")
    mark.locator("button[value=rewrite]").click()
    expect(bob.locator(".passage[data-mark=rewrite] .mark-comment")).to_have_text("数字要重算")
    expect(bob.locator("#report-marks .count")).to_have_text(["2", "1", "0", "1"])

    total = bob.locator(".report-figures dd").first
    before = total.text_content()
    bob.locator("[name=hide][value=verbatim]").check()
    expect(total).not_to_have_text(before or "")
    # Chosen while the answer to another choice is on its way: both hold.
    wanted = [bob.locator(f"#report-settings [name={name}]") for name in ("quotes", "titles")]
    for box in wanted:
        expect(box).not_to_be_checked()
    bob.evaluate("() => { for (const name of ['quotes', 'titles']) document.querySelector(`[name=${name}]`).click(); }")
    expect(bob.locator("#report-settings:not(.htmx-request)")).to_be_visible()
    bob.reload()
    for box in wanted:
        expect(box).to_be_checked()

    tom.locator(".report-row a").first.click()
    expect(tom.locator(".report-figures dd").first).to_have_text(total.text_content() or "-")
    assert tom.evaluate("document.documentElement.scrollWidth") <= 390


def test_tags_are_judged_by_keys_and_the_tagger_sees_it(open_page, live_stack):
    from tests.world import make_world

    world = make_world()
    rita = open_page(world.url("review/"), storage_state=world.storage_state("rita", live_stack.url))
    tom = open_page(world.url("review/?show=returned"), storage_state=world.storage_state("tom", live_stack.url))
    cards = rita.locator(".review-card")
    expect(cards).to_have_count(3)
    rita.keyboard.press("j")
    first = cards.nth(0).get_attribute("id")
    rita.keyboard.press("a")
    expect(cards).to_have_count(2)
    rita.locator(".toast button.small").first.click()
    expect(rita.locator(f"#{first}")).to_have_count(1)
    expect(cards).to_have_count(3)

    by_tom = rita.locator(".review-card[data-tagger='Tom']").first
    by_tom.click()
    by_tom.focus()
    rita.keyboard.press("r")
    rita.keyboard.type("This is about people, not technology.")
    rita.keyboard.press("Control+Enter")
    expect(cards).to_have_count(2)
    # The tagger's page follows without a reload.
    expect(tom.locator(".review-card")).to_contain_text("This is about people, not technology.")

    rita.locator(".review-bar form button").click()
    rita.locator("#confirm-dialog [data-confirm-yes]").click()
    expect(cards).to_have_count(0)


def test_a_draft_is_approved(open_page, live_stack):
    from synthesis.review import actions
    from tests.review.drafts import make_draft
    from tests.world import make_world

    world = make_world()
    draft = make_draft(world)
    rita = open_page(world.url("review/?show=drafts"), storage_state=world.storage_state("rita", live_stack.url))
    expect(rita.locator(".empty")).to_be_visible()
    actions.submit_draft(access=world.access("bob"), draft=draft, comment="请先看第一点。")
    card = rita.locator(f"#draft-{draft.pk}")
    expect(card).to_contain_text("请先看第一点。")
    card.locator("form[action$=approve] button").click()
    rita.locator("#confirm-dialog [data-confirm-yes]").click()
    expect(card).to_have_count(0)
    draft.refresh_from_db()
    assert draft.state == "approved"
