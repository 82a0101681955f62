"""How mistakes are told: a page for people, a fragment for htmx, a problem document for scripts."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.test import RequestFactory

from synthesis.infra.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    TooMany,
    csrf_failure,
    response_for,
    server_error,
    wants_json,
)

CASES = [
    (NotFound(), 404),
    (Http404(), 404),
    (Forbidden("Only owners."), 403),
    (Invalid("Not so.", code="shape", fields={"name": "Too long."}), 400),
    (Conflict("Too late.", current={"version": 3}), 409),
    (TooMany(), 429),
]


def request(path: str = "/w/", **headers: str) -> Any:
    made = RequestFactory().get(path, headers=headers)
    made.user = AnonymousUser()
    made.csp_nonce = "n"
    return made


@pytest.mark.parametrize(("error", "status"), CASES)
def test_scripts_get_a_problem_document(error: Exception, status: int) -> None:
    answer = response_for(request(accept="application/json"), error)
    assert answer is not None
    body = json.loads(answer.content)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert (answer.status_code, body["status"]) == (status, status)
    assert {"type", "title", "detail"} <= set(body)
    assert body["title"]


def test_problems_carry_what_the_caller_needs() -> None:
    invalid = json.loads(response_for(request("/api/v1/x"), CASES[3][0]).content)
    assert (invalid["code"], invalid["fields"], invalid["detail"]) == ("shape", {"name": "Too long."}, "Not so.")
    conflict = json.loads(response_for(request("/jobs/x"), CASES[4][0]).content)
    assert conflict["current"] == {"version": 3}


@pytest.mark.django_db
@pytest.mark.parametrize(("error", "status"), CASES)
def test_people_get_a_page(error: Exception, status: int) -> None:
    answer = response_for(request(), error)
    assert answer is not None
    assert answer.status_code == status
    assert b"<html" in answer.content
    assert str(error) in answer.content.decode()


def test_a_fault_of_ours_is_not_told_as_theirs() -> None:
    assert response_for(request(), KeyError("x")) is None


@pytest.mark.django_db
def test_pages_for_faults_and_stale_forms() -> None:
    assert server_error(request()).status_code == 500
    assert csrf_failure(request()).status_code == 403


def test_who_wants_json() -> None:
    assert wants_json(request("/api/v1/workspaces"))
    assert wants_json(request("/w/", accept="application/json"))
    assert not wants_json(request("/w/", accept="text/html,application/xhtml+xml"))
