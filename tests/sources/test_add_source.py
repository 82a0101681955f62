"""Adding files: one source for the same bytes, nothing kept of what is refused."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from synthesis.infra.errors import Conflict, Forbidden, Invalid, NotFound
from synthesis.infra.models import AuditEntry, Event, Job
from synthesis.sources import actions
from synthesis.sources.models import Source, SourceState
from tests.sources.kept import kept
from tests.world import make_world

TEXT = "柔性压力膜的厚度约为零点三毫米。\n样机在三家社区诊所试用了两个月。\n".encode()


def add(world, who="bob", data=TEXT, name="试用记录.txt", **extra):
    return actions.add_source(access=world.access(who), file_name=name, chunks=[data[:7], data[7:]], **extra)


def test_keeps_the_bytes_under_their_hash_and_queues_the_reading(world, store):
    result = add(world)
    source = result.source
    assert not result.already
    digest = hashlib.sha256(TEXT).hexdigest()
    assert (source.sha256, source.size, source.state) == (digest, len(TEXT), SourceState.QUEUED)
    assert (store / str(world.workspace.pk) / digest).read_bytes() == TEXT
    assert source.title == "试用记录"
    job = Job.objects.get(pk=source.job_id)
    assert (job.kind, job.args) == ("sources.extract", {"source": str(source.pk)})
    assert AuditEntry.objects.filter(target_id=source.pk).values_list("verb", flat=True).get() == "source.added"
    assert Event.objects.filter(kind="source.changed", payload__source=str(source.pk)).exists()


def test_the_same_bytes_are_one_source(world, store):
    first, second = add(world), add(world, who="alice", name="anders.txt")
    assert second.already
    assert second.source.pk == first.source.pk
    assert Job.objects.count() == 1
    assert len(kept(store)) == 1


def test_other_workspaces_know_nothing_of_it(world):
    add(world)
    dave = world.people["dave"]
    from synthesis.workspaces.models import Member
    from synthesis.workspaces.policy import access_to

    elsewhere = access_to(dave, Member.objects.get(user=dave).workspace_id)
    assert not actions.add_source(access=elsewhere, file_name="a.txt", chunks=[TEXT]).already


def test_a_deleted_one_may_be_added_anew(world):
    first = add(world).source
    actions.delete_source(access=world.access("bob"), source=first)
    again = add(world)
    assert not again.already
    assert again.source.pk != first.pk
    with pytest.raises(Conflict):
        actions.restore_source(access=world.access("bob"), source=first)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("leer.txt", b""),
        ("../../etc/passwd.txt", TEXT),
        ("C:\\Temp\\a.txt", TEXT),
        ("bericht.pdf", b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 500),
    ],
)
def test_refusals_keep_nothing(world, store, name, data):
    with pytest.raises(Invalid) as refusal:
        add(world, name=name, data=data)
    assert str(refusal.value)
    assert kept(store) == []
    assert Source.objects.count() == 1  # the world's own
    assert Job.objects.count() == 0


def test_a_stream_is_cut_at_the_limit_without_reading_on(world, store, settings):
    settings.SOURCE_MAX_BYTES = 1000
    given = []

    def endless():
        while True:
            given.append(1)
            yield b"x" * 400

    with pytest.raises(Invalid) as refusal:
        actions.add_source(access=world.access("bob"), file_name="gross.txt", chunks=endless())
    assert refusal.value.code == "too_large"
    assert len(given) == 3
    assert kept(store) == []


@pytest.mark.parametrize("who", ["cara", "tom", "rita"])
def test_only_owners_and_editors_add(world, store, who):
    with pytest.raises(Forbidden):
        add(world, who=who)
    assert kept(store) == []


def test_strangers_rows_are_not_found(world):
    dave = world.people["dave"]
    from synthesis.workspaces.models import Member
    from synthesis.workspaces.policy import access_to

    elsewhere = access_to(dave, Member.objects.get(user=dave).workspace_id)
    for act in (actions.delete_source, actions.restore_source, actions.retry_source):
        with pytest.raises(NotFound):
            act(access=elsewhere, source=world.source)


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_nothing_pasted(world, text):
    with pytest.raises(Invalid):
        actions.paste_text(access=world.access("bob"), text=text)


def test_pasted_text_is_a_file_of_its_own(world):
    text = "可穿戴设备的佩戴舒适度调查\n\n受访者中有六成愿意整夜佩戴。\x00\ud800"
    source = actions.paste_text(access=world.access("bob"), text=text).source
    assert source.title == "可穿戴设备的佩戴舒适度调查"
    assert source.file_name.endswith(".txt")
    assert actions.paste_text(access=world.access("bob"), text=text).already


@pytest.mark.django_db(transaction=True)
def test_ten_at_once_make_one_source(store):
    world = make_world()
    access = world.access("bob")
    start = Barrier(10)

    def upload(_number):
        try:
            start.wait(timeout=20)
            return actions.add_source(access=access, file_name="same.txt", chunks=[TEXT]).already
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        already = list(pool.map(upload, range(10)))
    assert sorted(already) == [False] + [True] * 9
    assert Source.objects.filter(file_name="same.txt").count() == 1
    assert Job.objects.count() == 1
    assert len(kept(store)) == 1
