"""The policy's words. That every response carries them is tested in tests/security."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from synthesis.infra.csp import ContentSecurityPolicyMiddleware, nonce, policy


def test_the_nonce_is_put_in() -> None:
    assert "script-src 'nonce-abc' 'strict-dynamic'" in policy("abc")
    assert "unsafe" not in policy("abc")


def test_templates_get_the_nonce_of_the_header() -> None:
    seen: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(nonce(request)["csp_nonce"])
        return HttpResponse()

    response = ContentSecurityPolicyMiddleware(view)(HttpRequest())
    assert f"'nonce-{seen[0]}'" in response.headers["Content-Security-Policy"]
    assert nonce(HttpRequest()) == {"csp_nonce": ""}


def test_a_policy_of_its_own_is_kept() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Content-Security-Policy": "sandbox"})

    assert ContentSecurityPolicyMiddleware(view)(HttpRequest()).headers["Content-Security-Policy"] == "sandbox"
