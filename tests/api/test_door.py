"""Who may come in, and how mistakes are told."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client
from django.utils import timezone

from synthesis.accounts.models import ApiToken
from tests.api.caller import Caller
from tests.filled_world import FilledWorld


def test_openapi_describes_every_endpoint(client: Client, world: FilledWorld) -> None:
    document = client.get("/api/v1/openapi.json").json()
    assert {
        "/api/v1/workspaces",
        "/api/v1/workspaces/{workspace}/members",
        "/api/v1/workspaces/{workspace}/sources",
        "/api/v1/workspaces/{workspace}/sources/{source}",
        "/api/v1/workspaces/{workspace}/sources/{source}/text",
        "/api/v1/workspaces/{workspace}/excerpts",
        "/api/v1/workspaces/{workspace}/drafts",
        "/api/v1/workspaces/{workspace}/drafts/{draft}",
        "/api/v1/workspaces/{workspace}/overlap-reports",
        "/api/v1/workspaces/{workspace}/overlap-reports/{report}",
        "/api/v1/workspaces/{workspace}/exports/{name}",
        "/api/v1/workspaces/{workspace}/events",
        "/api/v1/jobs/{job}",
    } <= set(document["paths"])
    assert {"type": "http", "scheme": "bearer"} in document["components"]["securitySchemes"].values()


@pytest.mark.parametrize("header", [None, "Bearer nonsense", "Basic YTpi", "Bearer ", "Bearer \u00e9"])
def test_no_token_no_entry(world: FilledWorld, header: str | None) -> None:
    answer = Client(headers={"authorization": header} if header else {}).get("/api/v1/workspaces")
    assert answer.status_code == 401
    assert answer["content-type"] == "application/problem+json"
    assert answer["WWW-Authenticate"] == "Bearer"


def test_the_session_is_no_entry(world: FilledWorld) -> None:
    assert world.client("alice").get("/api/v1/workspaces").status_code == 401


def test_a_revoked_token_and_a_closed_account_are_no_entry(world: FilledWorld) -> None:
    bob, tom = Caller(world, "bob"), Caller(world, "tom")
    ApiToken.objects.filter(user=world.bob).update(revoked=timezone.now())
    world.tom.is_active = False
    world.tom.save()
    assert bob.get("/workspaces").status_code == tom.get("/workspaces").status_code == 401


def test_use_of_a_token_is_noted(world: FilledWorld, caller: Caller) -> None:
    caller.get("/workspaces")
    assert ApiToken.objects.get(user=world.bob).last_used is not None


def test_problems_are_in_the_callers_language(world: FilledWorld) -> None:
    english = Caller(world, "bob", "en").get(f"sources/{uuid.uuid4()}")
    chinese = Caller(world, "bob", "zh-CN,zh;q=0.9").get(f"sources/{uuid.uuid4()}")
    assert english.status_code == chinese.status_code == 404
    assert english.json()["title"] == "Not found"
    assert chinese["Content-Language"] == "zh-hans"


def test_unknown_paths_are_problems(caller: Caller) -> None:
    answer = caller.get("/no/such/thing")
    assert answer.status_code == 404
    assert answer["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "body",
    ["{", "[]", '"text"', "null", '{"name": 5}', '{"name": "a", "surprise": 1}', "[" * 5000],
)
def test_a_body_that_does_not_fit_is_told(caller: Caller, body: str) -> None:
    answer = caller.post("/workspaces", body)
    assert answer.status_code == 400
    assert answer.json()["code"] in {"json", "schema"}


def test_what_cannot_be_stored_is_no_fault(caller: Caller) -> None:
    assert caller.post("/workspaces", {"name": "a\x00b"}).status_code == 201
    assert caller.get("excerpts", heading="P\x00").json()["items"] == []
