from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line import run, run_process
from tests.engine.overlap.recount import check
from tests.engine.overlap.samples import BICYCLES, TEA, text

DRAFT = text(TEA[:4]) + BICYCLES[1] + text(TEA[4:])


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    draft, one, two = tmp_path / "draft.txt", tmp_path / "one.txt", tmp_path / "two.txt"
    draft.write_bytes(DRAFT.encode("utf-8-sig"))
    one.write_bytes(text(BICYCLES).encode("gb18030"))
    two.write_bytes(b"")
    return draft, one, two


def test_json_of_the_contract(files: tuple[Path, Path, Path]) -> None:
    draft, one, two = files
    done = run_process("overlap", draft, one, two, "--json")
    assert done.returncode == 0
    report = json.loads(done.stdout)
    check(report, DRAFT, {str(one): text(BICYCLES), str(two): ""})
    (match,) = report["matches"]
    assert match["kind"] == "verbatim"
    assert DRAFT[slice(*match["draft"])] == BICYCLES[1]
    assert report["seconds"] >= 0


def test_text_for_people(files: tuple[Path, Path, Path]) -> None:
    done = run("overlap", *files)
    assert done.returncode == 0
    assert "verbatim" in done.stdout


@pytest.mark.parametrize("arguments", [["nothing.txt"], ["--min-run", "-1"]])
def test_bad_input_is_one_line_and_status_2(files: tuple[Path, Path, Path], arguments: list[str]) -> None:
    done = run("overlap", *files, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_file_that_is_no_text_is_refused(files: tuple[Path, Path, Path]) -> None:
    draft, one, two = files
    two.write_bytes(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 4)
    done = run("overlap", draft, one, two, "--json")
    assert done.returncode == 2
    assert done.stdout == ""


def test_translations_are_listed_when_asked_for(tmp_path: Path) -> None:
    draft, source = tmp_path / "draft.txt", tmp_path / "source.txt"
    draft.write_text("In 2023 the Chengdu government invested 340 million yuan in renovating drainage.", "utf-8")
    source.write_text("别的话。2023年，成都市政府投入3.4亿元改造排水系统。", "utf-8")
    assert "translations" not in json.loads(run("overlap", draft, source, "--json").stdout)
    report = json.loads(run("overlap", draft, source, "--translations", "--json").stdout)
    assert (report["matched"], [one["source"]["span"] for one in report["translations"]]) == (0, [[4, 29]])
    assert "may be translated" in run("overlap", draft, source, "--translations").stdout
