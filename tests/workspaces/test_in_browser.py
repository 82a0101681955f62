"""From the landing page to a second person in the workspace, in a real browser and without a word of help."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.world import PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Page


def sign_up(page: Page, name: str) -> None:
    page.get_by_label("Name").fill(name)
    page.locator("main [name=email]").fill(f"{name.lower()}@example.org")
    page.locator("main [name=password1]").fill(PASSWORD)
    page.get_by_role("button", name="Create the account").click()


def test_two_people_meet_by_a_link(open_page: Callable[..., Page]) -> None:
    owner = open_page("/")
    owner.get_by_role("link", name="Create an account").click()
    sign_up(owner, "Olga")
    owner.get_by_role("link", name="New workspace").click()
    owner.get_by_role("textbox", name="Name").fill("Report")
    owner.get_by_role("button", name="Create the workspace").click()
    expect(owner.get_by_role("heading", name="Add the first sources")).to_be_visible()
    owner.get_by_role("link", name="Invite people").click()
    owner.get_by_role("button", name="Create a link").click()
    address = owner.get_by_role("textbox", name="Invitation link").input_value()

    guest = open_page(address, width=390)
    expect(guest.get_by_role("heading", name="Report")).to_be_visible()
    guest.get_by_role("link", name="Create an account and join").click()
    sign_up(guest, "Gus")
    guest.get_by_role("button", name="Join").click()
    expect(guest.get_by_role("heading", name="Report", level=1)).to_be_visible()
    # The owner's page learns of it by itself.
    expect(owner.locator("#members")).to_contain_text("Gus")

    owner.reload()  # a list that renews itself at this moment would take the choice with it
    # The list shows the choice before the server has it; the guest may look only after its answer.
    with owner.expect_response(lambda answer: answer.url.endswith("/role")):
        owner.locator("#members li", has_text="Gus").get_by_role("combobox").select_option("reader")
    expect(owner.locator("#members li", has_text="Gus").get_by_role("combobox")).to_have_value("reader")
    guest.reload()
    expect(guest.get_by_role("heading", name="You are a reader here")).to_be_visible()
    expect(guest.locator("body")).to_have_attribute("data-live", "open")

    owner.locator("#members li", has_text="Gus").get_by_role("button", name="Remove").click()
    owner.locator("#confirm-dialog").get_by_role("button", name="Remove").click()
    expect(owner.locator("#members")).not_to_contain_text("Gus")
    # The guest's page is told so, and asks no more.
    expect(guest.locator("body")).to_have_attribute("data-live", "closed")


def test_a_token_is_made_and_copied(open_page: Callable[..., Page]) -> None:
    page = open_page("/account/signup/", permissions=["clipboard-read", "clipboard-write"])
    sign_up(page, "Olga")
    page.goto("/account/profile/")
    page.get_by_label("What is the token for?").fill("platform")
    page.get_by_role("button", name="Create a token").click()
    shown = page.get_by_label("The new token")
    expect(shown).to_be_visible()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == shown.input_value()
