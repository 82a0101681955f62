"""How long an answer of a language model may take."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from synthesis.infra import model_client
from tests.model_server import ModelServer, Reply, model_server

SILENCE = 10_000.0  # seconds, of a clock that only the server moves


@pytest.fixture
def clock(monkeypatch) -> SimpleNamespace:
    now = SimpleNamespace(at=0.0)

    def later(seconds: float) -> None:
        now.at += seconds

    monkeypatch.setattr(model_client, "time", SimpleNamespace(monotonic=lambda: now.at, sleep=later))
    return now


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server({}) as running:
        yield running


def ask(server: ModelServer, clock: SimpleNamespace, *, pieces: int, apart: float) -> str:
    """An answer in `pieces`, `apart` seconds from one another."""

    def later() -> None:
        clock.at += apart

    server.behave = lambda _asked: Reply("字" * pieces, pieces=pieces, before=later)
    data = json.dumps({"evidence": []})
    return model_client.complete(
        address=server.address,
        key="",
        model="m",
        instructions="x",
        data=data,
        schema={"type": "object"},
        most=100,
        alive=lambda _characters: None,
        stall=SILENCE,
    ).text


def test_a_slow_answer_is_not_silent_while_pieces_arrive(server, clock):
    assert ask(server, clock, pieces=8, apart=100) == "字" * 8
    assert len(server.asked) == 1


def test_an_answer_without_an_end_is_given_up_and_not_asked_for_again(server, clock):
    with pytest.raises(model_client.ModelError) as given_up:
        ask(server, clock, pieces=4, apart=700)
    assert given_up.value.code == "slow"
    assert len(server.asked) == 1
