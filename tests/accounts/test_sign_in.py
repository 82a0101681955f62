"""Signing up, in and out, and resetting a password; in our own pages."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from synthesis.accounts.models import User
from tests.world import PASSWORD, World

LOGIN = "/account/login/"


def sign_in(client: Client, email: str = "alice@example.org", password: str = PASSWORD, **extra: str) -> Any:
    return client.post(LOGIN, {"login": email, "password": password, **extra})


def test_sign_up_leads_to_next_and_remembers_name_and_language(world: World) -> None:
    client = world.client(None)
    data = {"name": "Nora", "email": "nora@example.org", "password1": PASSWORD, "next": "/w/new"}
    answer = client.post("/account/signup/", data)
    assert (answer.status_code, answer["Location"]) == (302, "/w/new")
    nora = User.objects.get(email="nora@example.org")
    assert (nora.name, nora.language) == ("Nora", "en")
    assert client.get("/w/new").status_code == 200


def test_sign_up_tells_that_an_address_is_taken(world: World) -> None:
    data = {"name": "Nora", "email": "ALICE@example.org", "password1": PASSWORD}
    answer = world.client(None).post("/account/signup/", data)
    assert answer.status_code == 200
    assert 'aria-invalid="true"' in answer.content.decode()


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_sign_in_never_leads_elsewhere(world: World, settings: Any, wanted: str) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "evil.example"]
    assert sign_in(world.client(None), next=wanted)["Location"] == "/"


def test_sign_in_keeps_next_between_its_pages(world: World) -> None:
    page = world.client(None).get(LOGIN, {"next": "/w/new"}).content.decode()
    assert 'href="/account/signup/?next=%2Fw%2Fnew"' in page
    assert '<input type="hidden" name="next" value="/w/new"' in page


def test_the_session_changes_its_key_at_sign_in(world: World) -> None:
    client = world.client(None)
    session = client.session
    session["seen"] = True
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    assert sign_in(client).status_code == 302
    assert client.session.session_key != before


def test_the_stored_language_applies_where_the_browser_has_no_choice(world: World) -> None:
    User.objects.filter(pk=world.alice.pk).update(language="zh-hans")
    client = world.client(None)
    sign_in(client)
    assert 'lang="zh-Hans"' in client.get("/").content.decode()
    chosen = world.client(None)
    chosen.cookies["collate_language"] = "en"
    sign_in(chosen)
    assert 'lang="en"' in chosen.get("/").content.decode()


def test_wrong_passwords_run_into_a_limit_that_is_told_plainly(world: World) -> None:
    client = world.client(None)
    pages = [sign_in(client, password="wrong").content.decode() for _ in range(11)]
    assert "Too many failed" not in pages[0]
    assert "Too many failed" in pages[-1]
    # The right password does not help for now, and nobody is signed in.
    assert sign_in(client).status_code == 200
    assert client.get("/w/new").status_code == 302


def test_a_limit_of_the_page_is_a_429_page(world: World, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    client = world.client(None)
    for _ in range(2):
        assert sign_in(client, password="wrong").status_code == 200
    answer = sign_in(client)
    assert answer.status_code == 429
    assert "dist/app.css" in answer.content.decode()


def test_a_password_is_reset_by_a_link_that_works_once(world: World) -> None:
    User.objects.filter(pk=world.alice.pk).update(language="en")
    client = world.client(None)
    answer = client.post("/account/password/reset/", {"email": "alice@example.org"})
    assert answer["Location"] == "/account/password/reset/done/"
    message = mail.outbox[0]
    assert message.to == ["alice@example.org"]
    assert message.alternatives == []
    assert "Hello from" not in message.body
    link = re.search(r"http://testserver(/\S+)", message.body)
    assert link is not None
    page = client.get(link[1], follow=True)
    new = "another long pass phrase 7"
    done = client.post(page.redirect_chain[-1][0], {"password1": new, "password2": new})
    assert done.status_code == 302
    assert sign_in(world.client(None), password=new).status_code == 302
    again = world.client(None).get(link[1]).content.decode()
    assert "This link no longer works" in again


def test_the_mail_is_in_the_language_of_its_reader(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from allauth.account.adapter import DefaultAccountAdapter
    from django.utils.translation import get_language

    seen = []
    monkeypatch.setattr(DefaultAccountAdapter, "send_mail", lambda *a: seen.append(get_language()))
    User.objects.filter(pk=world.alice.pk).update(language="zh-hans")
    world.client(None).post("/account/password/reset/", {"email": "alice@example.org"})
    assert seen == ["zh-hans"]


def test_signing_out_needs_a_post(world: World) -> None:
    client = world.client("alice")
    assert "Sign out?" in client.get("/account/logout/").content.decode()
    assert client.get("/w/new").status_code == 200
    assert client.post("/account/logout/")["Location"] == "/"
    assert client.get("/w/new").status_code == 302


ANONYMOUS = ["login/", "signup/", "password/reset/", "password/reset/done/", "password/reset/key/done/"]
ANONYMOUS += ["password/reset/key/1-set-password/", "inactive/", "confirm-email/", "confirm-email/abc/"]
SIGNED_IN = ["logout/", "password/change/", "password/set/", "email/", "reauthenticate/", "confirm-email/abc/"]


@pytest.mark.parametrize(("who", "path"), [*((None, p) for p in ANONYMOUS), *(("alice", p) for p in SIGNED_IN)])
def test_every_page_of_django_allauth_wears_our_look(world: World, who: str | None, path: str) -> None:
    answer = world.client(who).get(f"/account/{path}", follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert all(name and name.startswith(("account/", "components/", "base", "home")) for name in _templates(answer))
    assert 'class="entrance"' in page
    assert "Menu:" not in page


def _templates(answer: Any) -> list[str]:
    """Names of the templates of files; forms render Django's own widgets, which are no pages."""
    names = [template.name for template in answer.templates if template.name]
    return [name for name in names if not name.startswith("django/")]


@pytest.mark.parametrize("path", ["login/code/confirm/", "login/code/", "phone/verify/", "signup/passkey/"])
def test_ways_in_that_we_do_not_have_are_closed(world: World, path: str) -> None:
    assert world.client(None).get(f"/account/{path}").status_code in {302, 404}


def test_a_reset_does_not_tell_who_has_an_account(world: World, settings: Any) -> None:
    settings.ACCOUNT_PREVENT_ENUMERATION = True
    answers = [
        world.client(None).post("/account/password/reset/", {"email": f"{name}@example.org"})
        for name in ("alice", "nobody")
    ]
    assert [answer["Location"] for answer in answers] == ["/account/password/reset/done/"] * 2
    assert [message.to for message in mail.outbox] == [["alice@example.org"], ["nobody@example.org"]]
    assert "there is no account" in " ".join(mail.outbox[1].body.split())
    assert "Hello from" not in mail.outbox[1].body
    # Signing up with an address that is taken is told all the same.
    data = {"name": "Nora", "email": "alice@example.org", "password1": PASSWORD}
    assert "already registered" in world.client(None).post("/account/signup/", data).content.decode()


def test_ten_wrong_passwords_a_minute_shut_one_account_and_not_the_others(world: World, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "60/m/ip,10/m/key"}
    client = world.client(None)
    pages = [sign_in(client, password="wrong").content.decode() for _ in range(11)]
    assert "Too many failed" not in pages[9]
    assert "Too many failed" in pages[10]
    assert sign_in(client, "bob@example.org").status_code == 302


def test_a_changed_password_leads_back_to_the_account(world: World) -> None:
    client = world.client(None)
    sign_in(client)
    new = "another long pass phrase 7"
    data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert client.post("/account/password/change/", data)["Location"] == "/account/profile/"
    assert "Your password has been changed." in client.get("/account/profile/").content.decode()
    assert sign_in(world.client(None), password=new).status_code == 302


def test_the_address_is_changed_by_adding_and_confirming_the_new_one(world: World) -> None:
    client = world.client(None)
    sign_in(client)
    client.post("/account/email/", {"action_add": "", "email": "new@example.org"})
    message = mail.outbox[0]
    assert message.to == ["new@example.org"]
    link = re.search(r"http://testserver(/\S+)", message.body)
    assert link is not None
    client.post(link[1])
    client.post("/account/email/", {"action_primary": "", "email": "new@example.org"})
    world.alice.refresh_from_db()
    assert world.alice.email == "new@example.org"
    assert sign_in(world.client(None), "new@example.org").status_code == 302
