"""Tokens, profile, language: what is stored and what is refused."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from synthesis.accounts import actions, selectors
from synthesis.accounts.models import ApiToken
from synthesis.infra.errors import Conflict, Invalid, NotFound
from synthesis.infra.models import AuditEntry
from tests.world import World


def test_a_token_is_kept_as_its_digest_only(world: World) -> None:
    token, plain = actions.create_token(world.alice, " platform ")
    assert token.name == "platform"
    assert plain not in str(ApiToken.objects.filter(pk=token.pk).values().get())
    assert selectors.user_of_token(plain) == world.alice
    assert selectors.user_of_token(plain + "x") is None
    assert AuditEntry.objects.filter(verb="token.created", target_id=token.pk).count() == 1


def test_a_revoked_token_opens_nothing(world: World) -> None:
    token, plain = actions.create_token(world.alice, "platform")
    actions.revoke_token(token)
    actions.revoke_token(token)
    assert selectors.user_of_token(plain) is None
    assert list(selectors.tokens_of(world.alice)) == []
    assert AuditEntry.objects.filter(verb="token.revoked").count() == 1


def test_the_token_of_somebody_switched_off_opens_nothing(world: World) -> None:
    _, plain = actions.create_token(world.alice, "platform")
    world.alice.is_active = False
    world.alice.save()
    assert selectors.user_of_token(plain) is None


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_token_needs_a_name(world: World, name: str) -> None:
    with pytest.raises(Invalid):
        actions.create_token(world.alice, name)


def test_nobody_hoards_tokens(world: World) -> None:
    for number in range(actions.MAX_TOKENS):
        actions.create_token(world.alice, str(number))
    with pytest.raises(Conflict):
        actions.create_token(world.alice, "one more")


def test_use_is_noted_once_a_minute(world: World) -> None:
    token, plain = actions.create_token(world.alice, "platform")
    actions.note_token_use(plain)
    token.refresh_from_db()
    first = token.last_used
    assert first is not None
    actions.note_token_use(plain)
    token.refresh_from_db()
    assert token.last_used == first
    ApiToken.objects.update(last_used=timezone.now() - 2 * actions.USE_NOTED_EVERY)
    actions.note_token_use(plain)
    token.refresh_from_db()
    assert token.last_used > first


def test_the_tokens_of_others_are_not_there(world: World) -> None:
    token, _ = actions.create_token(world.alice, "platform")
    with pytest.raises(NotFound):
        selectors.get_token(world.bob, token.pk)


def test_the_profile_is_changed_once_and_recorded_once(world: World) -> None:
    actions.change_profile(world.alice, name="Alice A.", language="en")
    actions.change_profile(world.alice, name="Alice A.", language="en")
    world.alice.refresh_from_db()
    assert (world.alice.name, world.alice.language) == ("Alice A.", "en")
    assert AuditEntry.objects.filter(verb="profile.changed").count() == 1
    with pytest.raises(Invalid):
        actions.change_profile(world.alice, name=" ", language="en")
    with pytest.raises(Invalid):
        actions.remember_language(world.alice, "tlh")


def test_the_command_prints_a_token_and_nothing_else(world: World) -> None:
    out = StringIO()
    call_command("token", "ALICE@example.org", stdout=out)
    assert selectors.user_of_token(out.getvalue().strip()) == world.alice


def test_the_command_refuses_a_stranger(world: World) -> None:
    with pytest.raises(CommandError) as caught:
        call_command("token", "nobody@example.org")
    assert caught.value.returncode == 2
