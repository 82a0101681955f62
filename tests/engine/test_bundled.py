"""Every table that comes with the engine says where it is from, and holds nothing else before its rows."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from synthesis.engine import bundled
from synthesis.engine.overlap import data as of_overlap
from synthesis.engine.text import data as of_text

TABLES = [
    pytest.param(package, path.stem, id=path.stem)
    for package in (of_text, of_overlap)
    for path in sorted(Path(str(package.__file__)).parent.glob("*.txt"))
]


@pytest.mark.parametrize(("package", "name"), TABLES)
def test_a_head_and_then_rows(package: ModuleType, name: str) -> None:
    whole = (Path(str(package.__file__)).parent / f"{name}.txt").read_text("utf-8").splitlines()
    found = bundled.rows(package, name)
    assert 0 < len(found) < len(whole)
    assert all(found)


def test_levels_are_numbers_before_what_has_them() -> None:
    level, first = bundled.levels(of_overlap, "zh_characters")[0]
    assert (level, first) == (11, "的")
