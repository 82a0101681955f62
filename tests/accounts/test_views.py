"""Profile, tokens, theme and language as a browser sees them."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from synthesis.accounts import actions, selectors
from tests.world import World

PROFILE = "/account/profile/"


def test_the_profile_needs_sign_in(world: World) -> None:
    answer = world.client(None).get(PROFILE)
    assert answer.status_code == 302
    assert answer["Location"] == f"/account/login/?next={PROFILE}"


def test_name_and_language_are_saved_and_the_language_applies_at_once(world: World) -> None:
    client = world.client("alice")
    answer = client.post(PROFILE, {"name": "Alice <b>", "language": "zh-hans"}, follow=True)
    assert answer.redirect_chain == [(PROFILE, 302)]
    assert 'lang="zh-Hans"' in answer.content.decode()
    assert "Alice &lt;b&gt;" in answer.content.decode()
    assert client.post(PROFILE, {"name": ""}).status_code == 422


def test_a_token_is_shown_once(world: World) -> None:
    client = world.client("alice")
    page = client.post("/account/tokens/create", {"name": "<script>x</script>"}).content.decode()
    plain = re.search(r'value="(collate_[\w-]+)"', page)
    assert plain is not None
    assert selectors.user_of_token(plain[1]) == world.alice
    assert "<script>x" not in page
    again = client.get(PROFILE).content.decode()
    assert plain[1] not in again
    assert "&lt;script&gt;x&lt;/script&gt;" in again


def test_htmx_gets_the_tokens_alone(world: World) -> None:
    page = world.client("alice").post("/account/tokens/create", {"name": "a"}, headers={"HX-Request": "true"})
    assert page.content.decode().strip().startswith('<div id="tokens"')
    refused = world.client("alice").post("/account/tokens/create", {"name": ""}, headers={"HX-Request": "true"})
    assert refused.status_code == 422


def test_tokens_are_revoked_by_their_owner_only(world: World) -> None:
    token, plain = actions.create_token(world.alice, "a")
    url = f"/account/tokens/{token.pk}/revoke"
    assert world.client("dave").post(url).status_code == 404
    assert selectors.user_of_token(plain) == world.alice
    assert world.client("alice").get(url).status_code == 405
    assert world.client("alice").post(url).status_code == 303
    assert selectors.user_of_token(plain) is None


@pytest.mark.parametrize(
    ("wanted", "goes"),
    [
        ("/account/profile/", "/account/profile/"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_the_theme_goes_back_to_pages_of_ours_only(world: World, wanted: str, goes: str) -> None:
    answer = world.client(None).post("/theme", {"theme": "dark", "next": wanted})
    assert (answer.status_code, answer["Location"]) == (303, goes)
    assert answer.cookies["collate_theme"].value == "dark"


def test_an_unknown_theme_means_as_the_system(world: World) -> None:
    client = world.client(None)
    client.post("/theme", {"theme": "dark"})
    assert 'data-theme="dark"' in client.get("/").content.decode()
    client.post("/theme", {"theme": '"><script>'})
    assert "data-theme=" not in client.get("/").content.decode().split("<head>")[0]
    assert client.get("/theme").status_code == 405


def test_the_language_switch_is_remembered_in_the_account(world: World) -> None:
    client = world.client("alice")
    answer = client.post("/account/language", {"language": "zh-hans", "next": PROFILE})
    assert answer["Location"] == PROFILE
    assert 'lang="zh-Hans"' in client.get(PROFILE).content.decode()
    world.alice.refresh_from_db()
    assert world.alice.language == "zh-hans"
    client.post("/account/language", {"language": "tlh"})
    world.alice.refresh_from_db()
    assert world.alice.language == "zh-hans"


def test_anonymous_people_switch_too(world: World) -> None:
    client = Client(headers={"accept-language": "en"})
    assert client.post("/account/language", {"language": "zh-hans", "next": "//evil.example"})["Location"] == "/"
    assert 'lang="zh-Hans"' in client.get("/").content.decode()
