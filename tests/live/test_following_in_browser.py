"""What follows the live channel in Chromium: nothing that was said is lost behind an answer that was on its way."""

from __future__ import annotations

from playwright.sync_api import Route, expect

from synthesis.workspaces import actions, selectors
from tests.world import World, make_world


def change_role(world: World, role: str) -> None:
    access = world.access("alice")
    actions.change_role(access=access, member=selectors.members_of(access).get(user=world.tom), role=role)


def test_a_change_heard_just_before_an_older_answer_is_shown(open_page, live_stack):
    """The part still waits for its delay when the answer to an earlier change replaces it."""
    world = make_world()
    page = open_page(world.url("members/"), storage_state=world.storage_state("alice", live_stack.url))
    role = page.locator("select[aria-label='Role of Tom']")
    expect(role).to_have_value("tagger")
    held = []

    def hold(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append((route, route.fetch()))

    page.route("**/members/", hold)
    with page.expect_request("**/members/"):
        change_role(world, "reviewer")
    while not held:
        page.wait_for_timeout(10)
    change_role(world, "reader")
    newest = str(world.access("alice").event_seq)
    expect(page.locator("body")).to_have_attribute("data-event-seq", newest)
    route, older = held[0]
    route.fulfill(response=older)
    expect(role).to_have_value("reader")


def test_nothing_is_replaced_while_the_pointer_is_held_on_it(open_page, live_stack):
    world = make_world()
    page = open_page(world.url("members/"), storage_state=world.storage_state("alice", live_stack.url))
    role = page.locator("select[aria-label='Role of Tom']")
    remove = page.get_by_role("listitem").filter(has=role).get_by_role("button", name="Remove")
    remove.hover()
    page.mouse.down()
    with page.expect_event("requestfinished", lambda request: request.url.endswith("/members/")):
        change_role(world, "reviewer")
    page.mouse.up()
    question = page.get_by_role("dialog")
    expect(question).to_contain_text("Remove Tom from this workspace?")
    question.get_by_role("button", name="Cancel").click()
    expect(role).to_have_value("reviewer")


def test_nothing_is_replaced_that_a_question_is_about(open_page, live_stack):
    world = make_world()
    page = open_page(world.url("members/"), storage_state=world.storage_state("alice", live_stack.url))
    member = page.get_by_role("listitem").filter(has=page.get_by_role("combobox", name="Role of Tom"))
    member.get_by_role("button", name="Remove").click()
    with page.expect_event("requestfinished", lambda request: request.url.endswith("/members/")):
        change_role(world, "reviewer")
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(member).to_have_count(0)
