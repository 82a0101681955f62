"""The ordered event log of a workspace."""

from __future__ import annotations

import uuid

import pytest
from django.db import transaction

from synthesis.infra import bell, events
from synthesis.infra.models import Event
from synthesis.infra.policy import Permission

ALL = Permission.READ_WORKSPACE


@pytest.mark.django_db
def test_numbers_count_up_for_each_workspace() -> None:
    one, other = uuid.uuid4(), uuid.uuid4()
    seqs = [events.emit(place, "a.b", {}, audience=ALL).seq for place in (one, one, other, one)]
    assert seqs == [1, 2, 1, 3]


@pytest.mark.django_db(transaction=True)
def test_an_event_belongs_to_the_transaction_of_its_change() -> None:
    with pytest.raises(RuntimeError):
        events.emit(uuid.uuid4(), "a.b", {}, audience=ALL)


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_leaves_no_event_and_no_gap() -> None:
    place = uuid.uuid4()
    with transaction.atomic():
        events.emit(place, "a.b", {}, audience=ALL)
    with pytest.raises(ValueError):
        emit_and_fail(place)
    with transaction.atomic():
        events.emit(place, "a.b", {}, audience=ALL)
    assert list(Event.objects.filter(workspace_id=place).order_by("seq").values_list("seq", flat=True)) == [1, 2]


@pytest.mark.django_db
def test_the_bell_rings_after_the_commit(monkeypatch, django_capture_on_commit_callbacks) -> None:
    rung: list[object] = []
    monkeypatch.setattr(bell, "ring", rung.append)
    place = uuid.uuid4()
    with django_capture_on_commit_callbacks(execute=True):
        events.emit(place, "a.b", {}, audience=ALL)
        assert rung == []
    assert rung == [place]


def test_a_bell_without_redis_raises_nothing(settings, caplog) -> None:
    settings.REDIS_URL = "unix:///nowhere/at/all.sock"
    bell.client.cache_clear()
    bell.ring(uuid.uuid4())
    bell.client.cache_clear()
    assert "the bell did not ring" in caplog.text


def emit_and_fail(place: uuid.UUID) -> None:
    with transaction.atomic():
        events.emit(place, "a.b", {}, audience=ALL)
        raise ValueError
