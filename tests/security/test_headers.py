"""Nonces, downloads that can run nothing, forms; the headers of every response are looked at by the permission walk."""

from __future__ import annotations

import re

from tests.filled_world import FilledWorld
from tests.security.rows import OWNER


def test_a_nonce_is_used_once(world: FilledWorld) -> None:
    client = world.client(OWNER)
    found = {client.get("/").headers["Content-Security-Policy"] for _ in range(3)}
    assert len(found) == 3


def test_scripts_carry_the_nonce_of_their_response(world: FilledWorld) -> None:
    response = world.client(OWNER).get(world.url())
    (nonce,) = re.findall(r"'nonce-([\w-]+)'", response.headers["Content-Security-Policy"])
    scripts = re.findall(r"<script\b[^>]*>", response.content.decode())
    assert scripts
    assert all(f'nonce="{nonce}"' in script for script in scripts if "application/json" not in script)


def test_originals_are_downloads_in_a_sandbox(world: FilledWorld) -> None:
    response = world.client("cara").get(world.url(f"sources/{world.source.pk}/file"))
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content).decode() == world.text.text
    for close in response._resource_closers:
        close()


def test_pages_of_members_stay_out_of_shared_caches(world: FilledWorld) -> None:
    for tail in ("", "sources/", "excerpts/", "drafts/", f"sources/{world.source.pk}/text", "members/"):
        headers = world.client(OWNER).get(world.url(tail)).headers
        private = "private" in headers.get("Cache-Control", "") or "no-store" in headers.get("Cache-Control", "")
        assert private or "Cookie" in headers.get("Vary", ""), tail


def test_forms_need_their_token(world: FilledWorld) -> None:
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(world.alice, backend="allauth.account.auth_backends.AuthenticationBackend")
    for tail, body in (
        ("delete", {"name": "Wearables"}),
        ("sources/paste", {"text": "a"}),
        ("undo", {}),
        ("sources/upload", {}),
    ):
        assert client.post(world.url(tail), body).status_code == 403, tail


def test_after_signing_in_people_stay_here(world: FilledWorld) -> None:
    from tests.world import PASSWORD

    body = {"login": "alice@example.org", "password": PASSWORD, "next": "https://example.com/"}
    assert world.client(None).post("/account/login/", body).headers["Location"] == "/"
    for path in ("/theme", "/account/language"):
        answer = world.client("alice").post(path, {"theme": "dark", "language": "en", "next": "//example.com/"})
        assert "example.com" not in answer.headers.get("Location", ""), path
