"""`manage.py read` from outside: one JSON document, or one line and status 2."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.command_line import run, run_process


def test_prints_the_contract_as_json(tmp_path: Path) -> None:
    source = tmp_path / "夜间.txt"
    source.write_text("夜間開放產(chǎn)業(yè)報告\n\n圖書館(510(k))正在更新設(shè)備。", "utf-8")
    done = run_process("read", source, "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert set(answer) == {
        "title",
        "language",
        "text",
        "original",
        "blocks",
        "sentences",
        "repairs",
        "damage",
        "warnings",
    }
    assert answer["text"] == "夜间开放产业报告\n\n图书馆(510(k))正在更新设备。"
    assert answer["language"] == "zh-Hant"
    assert set(answer["blocks"][0]) == {"start", "end", "kind", "level", "page"}


@pytest.mark.parametrize("content", [None, b"", b"MZ\x90\x00\x00", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_bad_input_is_one_line_and_status_2(tmp_path: Path, content: bytes | None) -> None:
    source = tmp_path / "bad.pdf"
    if content is not None:
        source.write_bytes(content)
    done = run("read", str(source))
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.split(": ")[0] in {str(source), source.name}


def bundle(folder: Path, **documents: str) -> Path:
    path = folder / "材料.zip"
    with zipfile.ZipFile(path, "w") as package:
        for name, text in documents.items():
            package.writestr(f"一季度/{name}.txt", text)
        package.writestr("__MACOSX/._a", "litter")
    return path


def test_a_zip_of_one_document_is_that_document(tmp_path: Path) -> None:
    done = run("read", str(bundle(tmp_path, 报告="第一段说明方法。")), "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert (answer["text"], answer["title"]) == ("第一段说明方法。", "报告")


def test_of_a_zip_of_several_one_is_named(tmp_path: Path) -> None:
    path = bundle(tmp_path, 甲="甲的正文。", 乙="乙的正文。")
    done = run("read", str(path))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "甲.txt, 乙.txt" in done.stderr
    assert f"{path}/NAME" in done.stderr
    done = run("read", f"{path}/一季度/乙.txt", "--json")
    assert json.loads(done.stdout)["text"] == "乙的正文。"
    done = run("read", f"{path}/丙.txt")
    assert done.returncode == 2
    assert "一季度/甲.txt" in done.stderr
    plain = tmp_path / "丁.txt"
    plain.write_text("丁的正文。", "utf-8")
    assert run("read", f"{plain}/NAME").returncode == 2
