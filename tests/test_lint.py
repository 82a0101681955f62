"""Ruff, mypy, import-linter, djlint and tsc: what `make lint` says is part of the suite."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from project import assets

ROOT = Path(__file__).resolve().parent.parent
# A fifth of mypy's time goes into looking for garbage, of which a single run makes little; it switches that on again.
MYPY = "import gc; gc.disable(); gc.enable = gc.disable; from mypy.__main__ import console_entry; console_entry()"
TOOLS = {
    "ruff check": ["-m", "ruff", "check", "--no-cache", "."],
    "ruff format": ["-m", "ruff", "format", "--no-cache", "--check", "."],
    "mypy": ["-c", MYPY],
    "import-linter": ["-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"],
    "djlint": ["-m", "djlint", "templates", "--lint", "--quiet"],
}


@pytest.mark.parametrize("tool", TOOLS)
def test_python_tool_has_nothing_to_say(tool: str) -> None:
    done = subprocess.run([sys.executable, *TOOLS[tool]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def test_typescript_is_well_typed() -> None:
    if not any((ROOT / "static" / "src").rglob("*.ts")):
        return
    done = assets.type_check()
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
