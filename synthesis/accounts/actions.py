"""Everything that changes a person's own account, beyond what django-allauth does."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from synthesis.accounts.models import ApiToken, User, digest_of
from synthesis.infra import audit
from synthesis.infra.errors import Conflict, Invalid

# Recognisable in a log or a leaked file; the rest is 256 random bits.
TOKEN_PREFIX = "collate_"  # noqa: S105 - a mark, not a secret
MAX_TOKENS = 20
# `last_used` is written at most this often, so that a busy script costs no write a request.
USE_NOTED_EVERY = timedelta(minutes=1)


@transaction.atomic
def create_token(user: User, name: str) -> tuple[ApiToken, str]:
    """Makes a bearer token for `user`; returns its row and the token itself, which is kept nowhere.

    Raises Invalid for an empty or overlong name, Conflict when the person has MAX_TOKENS already.
    """
    name = name.strip()
    if not name or len(name) > 80:
        message = _("Give the token a name of up to 80 characters, so that you recognise it later.")
        raise Invalid(message, fields={"name": message})
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if ApiToken.objects.filter(user=user, revoked__isnull=True).count() >= MAX_TOKENS:
        raise Conflict(_("You have twenty tokens already. Revoke one that you no longer use."), code="too_many_tokens")
    plain = TOKEN_PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(user=user, name=name, digest=digest_of(plain))
    audit.record("token.created", token, actor_id=user.pk, workspace_id=None, after={"name": name})
    return token, plain


@transaction.atomic
def revoke_token(token: ApiToken) -> None:
    """Makes the token useless from now on; revoking twice is no error."""
    if ApiToken.objects.filter(pk=token.pk, revoked__isnull=True).update(revoked=timezone.now()):
        audit.record("token.revoked", token, actor_id=token.user_id, workspace_id=None, before={"name": token.name})


def note_token_use(plain: str) -> None:
    """Remembers that the token was used now; at most one write a minute."""
    now = timezone.now()
    stale = Q(last_used__isnull=True) | Q(last_used__lt=now - USE_NOTED_EVERY)
    ApiToken.objects.filter(stale, digest=digest_of(plain)).update(last_used=now)


@transaction.atomic
def change_profile(user: User, *, name: str, language: str) -> User:
    """Changes name and stored language ("" follows the browser). Raises Invalid."""
    name = name.strip()
    if not name or len(name) > 80:
        message = _("Enter the name others will see, up to 80 characters.")
        raise Invalid(message, fields={"name": message})
    _check_language(language)
    row = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    before = {"name": row.name, "language": row.language}
    after = {"name": name, "language": language}
    if after != before:
        row.name, row.language = name, language
        row.save(update_fields=["name", "language"])
        audit.record("profile.changed", row, actor_id=row.pk, workspace_id=None, before=before, after=after)
    return row


def remember_language(user: User, language: str) -> None:
    """Stores the language that the person switched to. Raises Invalid for one we do not have."""
    _check_language(language)
    User.objects.filter(pk=user.pk).exclude(language=language).update(language=language)


def _check_language(language: str) -> None:
    if language and language not in dict(settings.LANGUAGES):
        message = _("Choose a language from the list.")
        raise Invalid(message, fields={"language": message})
