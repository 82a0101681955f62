"""The meter's answer: named runs of a sentence, the draft's total with it, and an index that follows the sources."""

from __future__ import annotations

import json
import threading
import uuid

import numpy as np
import pytest

from tests.drafting.written import FIRST
from tests.world import TEXT, make_source

COPIED = "基层诊所仍以台式血压计为主，更换意愿有限"
OTHER = "河蟹在秋季的夜晚成群结队地游向近海产卵。"


@pytest.fixture(autouse=True)
def unhurried(monkeypatch) -> None:
    from synthesis.drafting import views_meter
    from synthesis.infra.pacing import Pace

    monkeypatch.setattr(views_meter, "PACE", Pace(most=80, seconds=10))


def ask(written, text, sentence="", who="bob", **more):
    client = written.world.client(who)
    body = {"text": text, "sentence": str(sentence)}
    return client.post(written.url("measure"), json.dumps(body), content_type="application/json", **more)


def test_a_copied_run_is_named_and_counts_in_the_total(written) -> None:
    first = written.sentences[0]
    before = ask(written, first.text, first.pk).json()
    assert before["state"] == "ready"
    assert before["runs"] == []
    text = f"据说{COPIED}。"
    answer = ask(written, text, first.pk).json()
    (run,) = answer["runs"]
    start, end = run["own"]
    assert text[start:end] == COPIED
    assert run["source"]["title"] == written.world.source.title
    assert (run["passage"], TEXT[slice(*run["source"]["span"])]) == (COPIED, COPIED)
    assert f"start={run['source']['span'][0]}" in run["url"]
    assert answer["sentence"]["matched"] == run["length"] == 19
    assert answer["draft"]["matched"] - before["draft"]["matched"] == 19
    # A new sentence counts beside the others instead of in the place of one.
    added = ask(written, text).json()
    assert added["draft"]["counted"] > answer["draft"]["counted"]


def test_sources_that_come_and_go(written) -> None:
    from django.utils import timezone

    sentence = written.sentences[0].pk
    assert ask(written, OTHER, sentence).json()["runs"] == []
    source = make_source(written.world.workspace, written.world.bob, title="河蟹", text=f"河蟹\n{OTHER}")
    (run,) = ask(written, OTHER, sentence).json()["runs"]
    assert run["source"]["title"] == "河蟹"
    assert len(ask(written, COPIED, sentence).json()["runs"]) == 1
    source.deleted = timezone.now()
    source.save()
    answer = ask(written, OTHER, sentence).json()
    assert (answer["runs"], answer["sources"]) == ([], 1)


def test_other_workspaces_are_not_compared_with(written) -> None:
    from synthesis.workspaces.models import Workspace

    make_source(Workspace.objects.get(name="Elsewhere"), written.world.dave, title="别处", text=OTHER)
    assert ask(written, OTHER).json()["runs"] == []


def test_who_may_ask(written) -> None:
    assert ask(written, "x", who="alice").status_code == 200
    assert ask(written, "x", who="tom").status_code == 403
    assert ask(written, "x", who="cara").status_code == 403
    assert ask(written, "x", who="dave").status_code == 404


def test_awkward_questions(written) -> None:
    assert ask(written, "长" * 4001).status_code == 400
    assert ask(written, "x", "no id").status_code == 400
    assert ask(written, "\ud800").json()["state"] == "ready"
    assert ask(written, "", uuid.uuid4()).json()["sentence"]["counted"] == 0


def test_whoever_asks_without_end_waits(written, monkeypatch) -> None:
    from synthesis.drafting import views_meter
    from synthesis.infra.pacing import Pace

    monkeypatch.setattr(views_meter, "PACE", Pace(most=2, seconds=1000))
    assert [ask(written, "x").status_code for _ in range(3)] == [200, 200, 429]
    assert ask(written, "x", who="alice").status_code == 200


def test_too_many_sources_are_said(written, monkeypatch) -> None:
    from synthesis.drafting import selectors_meter

    monkeypatch.setattr(selectors_meter, "MOST_CHARACTERS", 10)
    assert ask(written, FIRST).json() == {"state": "too_much", "sources": 1, "runs": []}


def test_a_saved_sentence_against_a_great_many_sources_is_measured_alike(written, monkeypatch) -> None:
    from synthesis.drafting import measure

    text, workspace = f"据说{COPIED}，也是。", written.world.workspace.pk
    few = measure.overlap_of(workspace, text)
    monkeypatch.setattr(measure, "EVERY_RUN", 10)
    assert measure.overlap_of(workspace, text) == few
    assert measure.overlap_of(workspace, "基层诊所很少。") == {"ratio": 0.0, "longest_run": 0, "runs": []}


def test_an_index_in_the_making_is_asked_for_again(written, monkeypatch) -> None:
    from synthesis.drafting import selectors_meter
    from synthesis.drafting.warm_index import Shelf

    shelf = Shelf()
    begun, go_on = threading.Event(), threading.Event()

    def slow(ids):
        begun.set()
        go_on.wait(10)
        return iter(())

    maker = threading.Thread(target=shelf.of, args=(written.world.workspace.pk, (uuid.uuid4(),), slow))
    maker.start()
    begun.wait(10)
    monkeypatch.setattr(selectors_meter, "SHELF", shelf)
    answer = ask(written, FIRST)
    assert (answer.status_code, answer.json()["state"]) == (202, "preparing")
    go_on.set()
    maker.join()
    assert ask(written, FIRST).json()["state"] == "ready"


def test_what_was_read_once_is_not_read_again_and_room_is_bounded() -> None:
    from synthesis.drafting.warm_index import Shelf

    asked: list[list[uuid.UUID]] = []

    def read(ids):
        asked.append(list(ids))
        return ((one, np.arange(1, 1001, dtype=np.uint32)) for one in asked[-1])

    a, b, c = (uuid.uuid4() for _ in range(3))
    shelf, here, there = Shelf(most_bytes=8000), uuid.uuid4(), uuid.uuid4()
    shelf.of(here, (a, b), read)
    assert shelf.of(here, (a, b), read) is shelf.of(here, (a, b), read)
    assert len(shelf.of(here, (b, c), read).texts) == 2
    assert asked == [[a, b], [c]]
    shelf.of(there, (a,), read)
    shelf.of(here, (b, c), read)
    assert asked[2:] == [[a], [b, c]]
