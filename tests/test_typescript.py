"""Runs the unit tests of the TypeScript under node, bundled as the browser would get it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from project import assets

HERE = Path(__file__).resolve().parent
FILES = sorted(HERE.glob("*/*.test.ts"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_typescript(file: Path, tmp_path: Path) -> None:
    assets.install_modules()
    bundle = tmp_path / "tests.mjs"
    esbuild = [assets.MODULES / ".bin" / "esbuild", file, "--bundle", "--format=esm", "--platform=node"]
    assert run([*map(str, esbuild), f"--outfile={bundle}", "--log-level=warning"]) == (0, "")
    status, said = run([assets.node(), "--test", str(bundle)])
    assert status == 0, said


def run(command: list[str]) -> tuple[int, str]:
    done = subprocess.run(
        command, cwd=HERE.parent, env=assets.environment(), capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr
