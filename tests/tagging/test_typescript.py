"""Runs the unit tests of the reader's TypeScript under node, bundled as the browser would get it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from project import assets

HERE = Path(__file__).resolve().parent


def test_tagging_modules(tmp_path: Path) -> None:
    assets.install_modules()
    bundle = tmp_path / "tagging.test.mjs"
    esbuild = [
        assets.MODULES / ".bin" / "esbuild",
        HERE / "tagging.test.ts",
        "--bundle",
        "--format=esm",
        "--platform=node",
    ]
    _run([*map(str, esbuild), f"--outfile={bundle}", "--log-level=warning"])
    _run([assets._node(), "--test", str(bundle)])


def _run(command: list[str]) -> None:
    done = subprocess.run(
        command, cwd=HERE.parents[1], env=assets._environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
