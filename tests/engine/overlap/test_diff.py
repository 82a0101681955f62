from __future__ import annotations

from synthesis.engine.overlap.diff import diff_runs
from tests.engine.overlap.samples import BICYCLES, TEA


def shown(a: str, b: str) -> list[tuple[str, str, str]]:
    return [(run.kind, a[slice(*run.draft)], b[slice(*run.source)]) for run in diff_runs(a, b)]


def test_what_was_changed() -> None:
    assert shown("茶园只采一芽一叶。", "茶園在谷雨前只采一芽两叶。") == [
        ("equal", "茶园", "茶園"),
        ("changed", "", "在谷雨前"),
        ("equal", "只采一芽", "只采一芽"),
        ("changed", "一", "两"),
        ("equal", "叶。", "叶。"),
    ]


def test_script_width_and_marks_are_no_change() -> None:
    assert {kind for kind, *_ in shown("臺灣ＡＢＣ，「茶」", "台湾abc 茶！")} == {"equal"}


def test_a_swapped_sentence_is_moved() -> None:
    runs = shown(TEA[0] + BICYCLES[2], BICYCLES[2] + TEA[0])
    assert ("moved", TEA[0], TEA[0]) in runs or ("moved", BICYCLES[2], BICYCLES[2]) in runs


def test_empty_sides() -> None:
    assert shown("", "") == []
    assert shown("茶", "") == [("changed", "茶", "")]
    assert shown("", "茶") == [("changed", "", "茶")]
    assert shown("。", "！") == [("changed", "。", "！")]
