"""`compose` and `verify` with `--provider model`: the server's own settings, no database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line import run
from tests.model_server import KEY, ModelServer, Reply, model_server

QUOTE = "2023年，国内可穿戴血压计销量达到420万台，同比增长18.5%。"
WORDING = "国内可穿戴血压计在2023年的销量为420万台，同比增幅为18.5%。"


@pytest.fixture
def server(settings) -> Iterator[ModelServer]:
    with model_server({"420万台": WORDING}) as running:
        settings.MODEL_ADDRESS = running.address
        settings.MODEL_ADDRESSES = [running.address.removesuffix("/v1")]
        settings.MODEL_KEY = KEY
        settings.MODEL_NAMES = {"write": "m", "plan": "", "judge": "j"}
        yield running


@pytest.fixture
def brief(tmp_path: Path) -> str:
    path = tmp_path / "brief.json"
    data = {"heading": "经济", "brief": "", "excerpts": [{"id": "a", "source": "甲", "text": QUOTE}]}
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return str(path)


def test_compose_by_the_model(server: ModelServer, brief: str) -> None:
    done = run("compose", brief, "--json", "--provider", "model")
    answer = json.loads(done.stdout)
    assert answer["provider"] == "model"
    (sentence,) = answer["points"][0]["sentences"]
    assert (sentence["text"], sentence["cites"], sentence["state"]) == (WORDING, ["a"], "supported")
    assert [asked.what for asked in server.asked] == ["plan", "write", "judge"]
    assert KEY not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("reply", "word"), [(Reply("bad key", status=401), "no answer"), (Reply("[]"), "cannot be used")]
)
def test_a_model_that_fails_is_bad_input(server: ModelServer, brief: str, reply: Reply, word: str) -> None:
    server.behave = lambda _asked: reply
    done = run("compose", brief, "--provider", "model")
    assert done.returncode == 2
    assert word in done.stderr


def test_no_model_configured(settings, brief: str) -> None:
    settings.MODEL_ADDRESS = ""
    done = run("compose", brief, "--provider", "model")
    assert done.returncode == 2
    assert "MODEL_ADDRESS" in done.stderr


def test_an_address_that_is_not_allowed(server: ModelServer, settings, brief: str) -> None:
    settings.MODEL_ADDRESSES = ["api.example.com"]
    assert run("compose", brief, "--provider", "model").returncode == 2
    assert not server.asked


def test_a_second_opinion_can_only_lower(server: ModelServer, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [
        {"sentence": WORDING, "evidence": [QUOTE]},
        {"sentence": WORDING.replace("420", "910"), "evidence": [QUOTE]},
    ]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    no = {"verdicts": [{"id": "S1", "supported": False, "reason": "口径不同"}]}
    server.behave = lambda _asked: Reply(json.dumps(no, ensure_ascii=False))
    done = run("verify", str(path), "--provider", "model")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first["state"] == "check"
    assert first["reasons"] == [{"guard": "support", "code": "judge", "detail": "口径不同"}]
    assert second["state"] == "unsupported"
    assert len(server.asked) == 1  # what the guards refuse needs no second opinion
