"""Who may do what: every URL of the resolver, thought from the roles of the product, not from the decorators."""

from __future__ import annotations

from typing import Any

from synthesis.infra.models import JobState
from synthesis.workspaces.selectors import invitation_token
from tests.filled_world import FilledWorld
from tests.security.matrix_api import API
from tests.security.matrix_rooms import ROOMS
from tests.security.matrix_scopes import COMPARISONS, SCOPES
from tests.security.matrix_versions import VERSIONS
from tests.security.rows import ALL, SIGNED_IN, TEAM, Row, fixed, get, of, post


def invited(world: FilledWorld, name: Any) -> dict[str, Any]:
    return {"token": invitation_token(world.invitation)}


def own_token(world: FilledWorld, name: Any) -> dict[str, Any]:
    from synthesis.accounts.models import ApiToken

    world.token(name or "tom")
    return {"token": ApiToken.objects.latest("created").pk}


def others_token(world: FilledWorld, name: Any) -> dict[str, Any]:
    return own_token(world, "tina")


OUTSIDE = {"workspace": False}
OPEN = {"workspace": False, "anonymous": "open"}

# django-allauth's pages: about oneself, none of them knows a workspace.
ALLAUTH = [
    get("account_login", ALL, **OPEN),
    post("account_login", ALL, body=fixed(login="x@example.org", password="wrong"), **OPEN),
    get("account_signup", ALL, **OPEN),
    post("account_signup", ALL, body=fixed(email="not an address"), **OPEN),
    get("account_logout", ALL, **OPEN),
    post("account_logout", ALL, **OPEN),
    get("account_inactive", ALL, **OPEN),
    get("account_reauthenticate", SIGNED_IN, **OUTSIDE),
    post("account_reauthenticate", SIGNED_IN, body=fixed(password="wrong"), **OUTSIDE),
    get("account_email", SIGNED_IN, **OUTSIDE),
    post("account_email", SIGNED_IN, **OUTSIDE),
    get("account_email_verification_sent", ALL, **OPEN),
    get("account_change_password", SIGNED_IN, **OUTSIDE),
    post("account_change_password", SIGNED_IN, **OUTSIDE),
    get("account_set_password", SIGNED_IN, **OUTSIDE),
    post("account_set_password", SIGNED_IN, **OUTSIDE),
    get("account_reset_password", ALL, **OPEN),
    post("account_reset_password", ALL, body=fixed(email="x@example.org"), **OPEN),
    get("account_reset_password_done", ALL, **OPEN),
    get("account_reset_password_from_key", ALL, fixed(uidb36="1", key="set-password"), **OPEN),
    post("account_reset_password_from_key", ALL, fixed(uidb36="1", key="set-password"), **OPEN),
    get("account_reset_password_from_key_done", ALL, **OPEN),
    # No code was asked for: everybody is sent on, home or to the sign-in.
    get("account_confirm_login_code", SIGNED_IN, **OUTSIDE),
    post("account_confirm_login_code", SIGNED_IN, **OUTSIDE),
    get("account_confirm_email", ALL, fixed(key="nothing"), **OPEN),
    post("account_confirm_email", ALL, fixed(key="nothing"), fine=(404,), because="no such link was sent", **OPEN),
]

ACCOUNTS = [
    get("home", ALL, **OPEN),
    get("healthz", ALL, **OPEN),
    get("readyz", ALL, **OPEN),
    post("accounts:set_theme", ALL, body=fixed(theme="dark"), **OPEN),
    post("accounts:set_language", ALL, body=fixed(language="en"), **OPEN),
    get("accounts:profile", SIGNED_IN, **OUTSIDE),
    post("accounts:profile", SIGNED_IN, body=fixed(name="New", language="en"), **OUTSIDE),
    post("accounts:create_token", SIGNED_IN, body=fixed(name="script"), **OUTSIDE),
    post("accounts:revoke_token", SIGNED_IN, own_token, case="one's own", **OUTSIDE),
    post("accounts:revoke_token", frozenset(), others_token, case="another's", **OUTSIDE),
    get("workspaces:create", SIGNED_IN, **OUTSIDE),
    post("workspaces:create", SIGNED_IN, body=fixed(name="New", template="pest", points_per_heading=3), **OUTSIDE),
    get("workspaces:join", ALL, invited, **OPEN),
    post("workspaces:join", SIGNED_IN, invited, **OUTSIDE),
    get("workspaces:job", TEAM, of(lambda w, _: w.job_by("tom", JobState.RUNNING), "job"), anonymous="401", **OUTSIDE),
]

MATRIX: list[Row] = [*ALLAUTH, *ACCOUNTS, *ROOMS, *SCOPES, *COMPARISONS, *VERSIONS, *API]
