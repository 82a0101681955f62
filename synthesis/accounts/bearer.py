"""Who sends a request with `Authorization: Bearer …`: the outside API's way in, beside the session's cookie."""

from __future__ import annotations

from django.http import HttpRequest

from synthesis.accounts import actions, selectors
from synthesis.accounts.models import User

SCHEME = "bearer"


def token_of(request: HttpRequest) -> str:
    """The token that the request carries, "" for none."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == SCHEME else ""


def user_of_request(request: HttpRequest) -> User | None:
    """The person whose token the request carries, noting its use; None without a token that works."""
    plain = token_of(request)
    user = selectors.user_of_token(plain) if plain else None
    if user is not None:
        actions.note_token_use(plain)
    return user
