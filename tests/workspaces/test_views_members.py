"""Members, invitation links and joining, as a browser sees them."""

from __future__ import annotations

import re

import pytest

from synthesis.workspaces import actions, selectors
from synthesis.workspaces.models import Invitation, Member
from tests.world import PASSWORD, World

HTMX = {"HX-Request": "true"}


def member_of(world: World, who: str) -> Member:
    return Member.objects.get(workspace=world.workspace, user=world.people[who])


def link(world: World, role: str = "tagger") -> str:
    invitation = actions.create_invitation(access=world.access("alice"), role=role)
    return f"/join/{selectors.invitation_token(invitation)}/"


def test_everybody_sees_the_members_owners_see_addresses(world: World) -> None:
    page = world.client("tom").get(world.url("members/")).content.decode()
    assert "Tina" in page
    assert "tina@example.org" not in page
    assert "/join/" not in page
    assert "tina@example.org" in world.client("alice").get(world.url("members/")).content.decode()
    assert world.client("dave").get(world.url("members/")).status_code == 404


def test_an_owner_changes_roles_in_place(world: World) -> None:
    url = world.url(f"members/{member_of(world, 'tina').pk}/role")
    page = world.client("alice").post(url, {"role": "reviewer"}, headers=HTMX).content.decode()
    assert page.strip().startswith('<section id="members"')
    assert member_of(world, "tina").role == "reviewer"
    assert world.client("alice").post(url, {"role": "tagger"})["Location"] == world.url("members/")
    assert world.client("alice").post(url, {"role": "king"}).status_code == 400
    assert world.client("bob").post(url, {"role": "owner"}).status_code == 403
    assert world.client("dave").post(url, {"role": "owner"}).status_code == 404
    other = world.url(f"members/{Member.objects.get(user=world.dave).pk}/role")
    assert world.client("alice").post(other, {"role": "owner"}).status_code == 404


def test_an_owner_who_steps_down_loses_the_controls_at_once(world: World) -> None:
    actions.change_role(access=world.access("alice"), member=member_of(world, "bob"), role="owner")
    url = world.url(f"members/{member_of(world, 'alice').pk}/role")
    page = world.client("alice").post(url, {"role": "tagger"}, headers=HTMX).content.decode()
    assert "<select" not in page


def test_people_leave_and_are_removed(world: World) -> None:
    leave = world.url(f"members/{member_of(world, 'tom').pk}/remove")
    assert world.client("tina").post(leave).status_code == 403
    assert world.client("tom").post(leave)["Location"] == "/"
    assert world.client("tom").get(world.url()).status_code == 404
    remove = world.url(f"members/{member_of(world, 'tina').pk}/remove")
    assert "Tina" not in world.client("alice").post(remove, headers=HTMX).content.decode()
    last = world.url(f"members/{member_of(world, 'alice').pk}/remove")
    assert world.client("alice").post(last).status_code == 400
    htmx = world.client("cara").post(world.url(f"members/{member_of(world, 'cara').pk}/remove"), headers=HTMX)
    assert (htmx.status_code, htmx["HX-Redirect"]) == (204, "/")


def test_links_are_made_shown_and_revoked(world: World) -> None:
    client = world.client("alice")
    page = client.post(world.url("invitations/create"), {"role": "reviewer"}, headers=HTMX).content.decode()
    address = re.search(r'value="http://testserver(/join/[^"]+/)"', page)
    assert address is not None
    assert world.client(None).get(address[1]).status_code == 200
    invitation = Invitation.objects.get()
    assert world.client("bob").post(world.url("invitations/create"), {"role": "owner"}).status_code == 403
    assert world.client("bob").post(world.url(f"invitations/{invitation.pk}/revoke")).status_code == 403
    assert client.post(world.url("invitations/create"), {"role": ""}).status_code == 400
    gone = client.post(world.url(f"invitations/{invitation.pk}/revoke"), headers=HTMX).content.decode()
    assert "/join/" not in gone
    assert world.client(None).get(address[1]).status_code == 404


def test_the_link_says_who_invites_to_what(world: World) -> None:
    page = world.client(None).get(link(world)).content.decode()
    for word in ("Wearables", "Alice", "tagger", "/account/signup/?next=%2Fjoin%2F", "/account/login/?next=%2Fjoin%2F"):
        assert word in page
    assert "alice@example.org" not in page


def test_a_new_person_signs_up_comes_back_and_joins(world: World) -> None:
    address = link(world)
    client = world.client(None)
    page = client.get(address).content.decode()
    sign_up = re.search(r'href="(/account/signup/\?next=[^"]+)"', page)
    assert sign_up is not None
    form = client.get(sign_up[1]).content.decode()
    wanted = re.search(r'name="next" value="([^"]+)"', form.split("<main")[1])
    assert wanted is not None
    data = {"name": "Nora", "email": "nora@example.org", "password1": PASSWORD, "next": wanted[1]}
    assert client.post("/account/signup/", data)["Location"] == address
    assert client.post(address)["Location"] == world.url()
    assert client.get(world.url()).status_code == 200
    assert "You are a member already" in client.get(address).content.decode()


def test_joining_needs_sign_in_and_a_post(world: World) -> None:
    address = link(world)
    assert world.client(None).post(address)["Location"].startswith("/account/login/?next=/join/")
    assert world.client("dave").get(address).status_code == 200
    assert world.client("dave").get(world.url()).status_code == 404
    assert world.client("dave").post(address)["Location"] == world.url()
    assert member_of(world, "dave").role == "tagger"


@pytest.mark.parametrize("token", ["x", "a:b:c", "%3Cscript%3E"])
def test_a_link_that_is_none_is_told_kindly(world: World, token: str) -> None:
    answer = world.client(None).get(f"/join/{token}/")
    assert answer.status_code == 404
    assert "This invitation no longer works" in answer.content.decode()
