"""`manage.py compose` as the contract has it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line import run, run_process
from tests.engine.drafting.compose_samples import ZH_T


def written(path: Path, data: object) -> str:
    path.write_text(data if isinstance(data, str) else json.dumps(data, ensure_ascii=False), "utf-8")
    return str(path)


def brief(**changes: object) -> dict[str, object]:
    rows = [{"id": e.id, "source": e.source, "text": e.text} for e in ZH_T]
    return {"heading": "T", "brief": "固态电池", "excerpts": rows, **changes}


def test_json_alone_on_standard_output(tmp_path: Path) -> None:
    done = run_process("compose", written(tmp_path / "a.json", brief()), "--json", "--points", "2")
    assert done.returncode == 0
    answer = json.loads(done.stdout)
    assert answer["provider"] == "rules"
    assert len(answer["points"]) == 2


def test_for_people_the_draft_is_text(tmp_path: Path) -> None:
    done = run("compose", written(tmp_path / "a.json", brief()))
    assert done.stdout.startswith("T\n")
    assert "[t4, t5]" in done.stdout


@pytest.mark.parametrize(
    "data",
    [
        "not json",
        "[]",
        {"heading": "T"},
        {"heading": "T", "excerpts": []},
        {"heading": "T", "excerpts": [{"id": "a"}]},
        {"heading": "T", "excerpts": [{"id": "a", "text": "甲。"}, {"id": "a", "text": "乙。"}]},
        {"heading": 3, "excerpts": [{"id": "a", "text": "甲。"}]},
    ],
)
def test_bad_input_is_one_line_and_status_two(tmp_path: Path, data: object) -> None:
    refused = run("compose", written(tmp_path / "a.json", data), "--json")
    assert refused.returncode == 2
    assert refused.stdout == ""
    assert len(refused.stderr.strip().splitlines()) == 1


def test_no_points_or_no_file_is_bad_input(tmp_path: Path) -> None:
    for arguments in ([written(tmp_path / "a.json", brief()), "--points", "0"], [str(tmp_path / "none.json")]):
        assert run("compose", *arguments).returncode == 2
