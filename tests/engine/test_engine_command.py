"""How every engine command fails: one line on standard error, 2 for the caller's mistake and 1 for ours."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from manage import ON_FILES
from synthesis.management.engine_command import BadInput, EngineCommand


class Failing(EngineCommand):
    """Raises what it is told to."""

    def __init__(self, fault: Exception) -> None:
        super().__init__()
        self.fault = fault

    def answer(self, **options: Any) -> Any:
        raise self.fault


@pytest.mark.parametrize(
    ("fault", "arguments", "status", "line"),
    [
        (BadInput("文件.txt: no\nsuch file"), [], 2, "文件.txt: no such file"),
        (ValueError("odd"), [], 1, "ValueError: odd"),
        (ValueError("odd"), ["--nonsense"], 2, "unrecognized arguments: --nonsense"),
    ],
)
def test_a_failure_is_one_line(
    fault: Exception, arguments: list[str], status: int, line: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        Failing(fault).run_from_argv(["manage.py", "failing", *arguments])
    assert ended.value.code == status
    out, err = capfd.readouterr()
    assert out == ""
    assert err == line + "\n"


def test_the_place_of_a_fault_is_shown_on_demand() -> None:
    with pytest.raises(ValueError, match="odd"):
        Failing(ValueError("odd")).run_from_argv(["manage.py", "failing", "--traceback"])


def test_what_starts_without_the_apps_is_an_engine_command() -> None:
    for name in ON_FILES:
        assert issubclass(import_module(f"synthesis.management.commands.{name}").Command, EngineCommand)
