"""What a person may see of accounts: their own, and who stands behind a token."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet

from synthesis.accounts.models import ApiToken, User, digest_of
from synthesis.infra.errors import NotFound


def user_of_token(plain: str) -> User | None:
    """The active person whose unrevoked token this is, else None. Looked up by digest: nothing to time."""
    token = (
        ApiToken.objects.select_related("user")
        .filter(digest=digest_of(plain), revoked__isnull=True, user__is_active=True)
        .first()
    )
    return token.user if token else None


def tokens_of(user: User) -> QuerySet[ApiToken]:
    """The person's tokens that still work, newest first."""
    return ApiToken.objects.filter(user=user, revoked__isnull=True).order_by("-created")


def get_token(user: User, token_id: uuid.UUID) -> ApiToken:
    """One of the person's own tokens. Raises NotFound."""
    token = ApiToken.objects.filter(user=user, pk=token_id).first()
    if token is None:
        raise NotFound
    return token


def user_of_email(email: str) -> User | None:
    """The active person with this address, in any case of letters."""
    return User.objects.filter(email__iexact=email.strip(), is_active=True).first()
