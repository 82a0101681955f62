"""The list in Chromium with real processes: many files at once, live states, refusals, undo, a second person."""

from __future__ import annotations

from playwright.sync_api import expect

from synthesis.sources import actions
from tests.world import make_source, make_world


def test_many_files_at_once_and_somebody_watching(open_page, live_stack, tmp_path):
    world = make_world()
    bob, cara = (
        open_page(world.url("sources/"), storage_state=world.storage_state(name, live_stack.url))
        for name in ("bob", "cara")
    )
    (tmp_path / "<b>eins<b>.txt").write_text("Erster Text.\n\nMit zwei Absätzen.")
    (tmp_path / "zwei.md").write_text("# Überschrift\n\nEin Absatz über Messgeräte.")
    (tmp_path / "drei.txt").write_bytes("第三份材料记录了用户的反馈。".encode("gb18030"))
    (tmp_path / "leer.txt").write_bytes(b"")
    files = sorted(str(path) for path in tmp_path.iterdir() if path.suffix in {".txt", ".md"})
    bob.set_input_files("input[type=file]", files)
    refused = bob.locator("#uploads li")
    expect(refused).to_have_count(1)
    expect(refused).to_contain_text("leer.txt")
    expect(refused).to_contain_text("The file is empty.")
    for page in (bob, cara):
        ready = page.locator("#source-list li[data-state=ready]")
        expect(ready).to_have_count(4)
        expect(page.locator("#source-list")).to_contain_text("<b>eins<b>.txt")
    bob.set_input_files("input[type=file]", [files[-1]])
    expect(bob.locator("#uploads li").last).to_contain_text("Already here")

    row = bob.locator("#source-list li", has_text="drei")
    row.locator("summary").click()
    row.get_by_role("button", name="Delete").click()
    expect(row).to_have_count(0)
    expect(cara.locator("#source-list li", has_text="drei")).to_have_count(0)
    bob.get_by_role("button", name="Undo").click()
    expect(row).to_have_count(1)
    expect(cara.locator("#source-list li", has_text="drei")).to_have_count(1)


def test_an_answer_on_its_way_hides_no_later_change(open_page, live_stack):
    world = make_world()
    others = [make_source(world.workspace, world.alice, title=one, text=one) for one in ("zwei", "drei")]
    sources, held = [world.source, *others], []

    def rename(source, title):
        actions.rename_source(access=world.access("alice"), source=source, title=title)

    def hold(route):
        if len(held) < len(sources):
            held.append((route, route.fetch()))
        else:
            route.continue_()

    page = open_page(world.url("sources/"), storage_state=world.storage_state("bob", live_stack.url))
    page.route("**/sources/?row=*", hold)
    for number, source in enumerate(sources):
        with page.expect_request("**/sources/?row=*"):
            rename(source, f"Neu {number}")
    while len(held) < len(sources):
        page.wait_for_timeout(20)
    rename(sources[0], "Am neuesten")
    newest = str(world.access("alice").event_seq)
    expect(page.locator("body")).to_have_attribute("data-event-seq", newest)
    for route, response in held:
        route.fulfill(response=response)
    for title in ("Am neuesten", "Neu 1", "Neu 2"):
        expect(page.locator("#source-list li", has_text=title)).to_have_count(1)


def test_a_row_is_not_renewed_while_the_pointer_is_held_on_it(open_page, live_stack):
    world = make_world()
    page = open_page(world.url("sources/"), storage_state=world.storage_state("bob", live_stack.url))
    title = page.locator("#source-list li a").first
    title.hover()
    page.mouse.down()
    with page.expect_event("requestfinished", lambda request: "?row=" in request.url):
        actions.rename_source(access=world.access("alice"), source=world.source, title="Neu")
    page.mouse.up()
    page.wait_for_url(f"**{world.url(f'sources/{world.source.pk}/')}**")


def test_a_newer_text_takes_nothing_that_is_being_entered(open_page, live_stack):
    world = make_world()
    page, other = (
        open_page(
            world.url(f"sources/{world.source.pk}/info/"), storage_state=world.storage_state(name, live_stack.url)
        )
        for name in ("bob", "alice")
    )
    page.fill("[name=publisher]", "Ein Verlag")
    for one in (page, other):
        one.locator("#versions summary").click()
    other.fill("#version-text", "另一段完全不同的文字。")
    other.get_by_role("button", name="Add the pasted text").click()
    notice = page.locator("#toasts", has_text="The source has a newer text")
    expect(notice).to_have_count(1)
    expect(page.locator("[name=publisher]")).to_have_value("Ein Verlag")
    notice.get_by_role("button", name="Reload").click()
    expect(page.locator("#versions")).to_contain_text("Version 2")
    expect(page.locator("[name=publisher]")).to_have_value("")

    page.locator("#versions summary").click()
    for number, text in enumerate(("", "Noch nicht fertig")):
        page.fill("#version-text", text)
        with page.expect_response("**/versions/?seen=*"):
            actions.rename_source(access=world.access("alice"), source=world.source, title=f"Neu {number}")
        page.wait_for_timeout(100)
        expect(page.locator("#version-text")).to_be_visible()
        expect(page.locator("#version-text")).to_have_value(text)
