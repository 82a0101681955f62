"""The first file that a fresh machine runs."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def test_an_old_python_can_read_it_and_be_told() -> None:
    assert ast.parse((ROOT / "project" / "bootstrap.py").read_text("utf-8"), feature_version=(3, 7)).body


def test_it_needs_nothing_installed() -> None:
    tree = ast.parse((ROOT / "project" / "bootstrap.py").read_text("utf-8"))
    modules = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    modules |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {module.split(".")[0] for module in modules} <= sys.stdlib_module_names


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_installed_so(name: str) -> None:
    for line in (ROOT / name).read_text("utf-8").splitlines():
        requirement = line.split("#")[0].split(";")[0].strip()
        if not requirement or ";" in line.split("#")[0]:
            continue
        found = re.fullmatch(r"([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==(\S+)", requirement)
        assert found, f"not pinned: {line}"
        assert importlib.metadata.version(found[1]) == found[2]


def test_the_lock_file_of_npm_names_no_address() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text("utf-8")


def test_a_new_requirement_changes_the_fingerprint(tmp_path: Path) -> None:
    from project import bootstrap

    file = tmp_path / "requirements.txt"
    file.write_text("a==1\n")
    before = bootstrap.fingerprint([file])
    assert bootstrap.fingerprint([file]) == before
    file.write_text("a==2\n")
    assert bootstrap.fingerprint([file]) != before


@pytest.mark.parametrize("stamp", ["", "fingerprint\n/elsewhere/.venv"])
def test_another_folders_environment_behind_a_link_stays_as_it_is(tmp_path: Path, stamp: str) -> None:
    theirs, ours = tmp_path / "theirs", tmp_path / "ours"
    (theirs / "bin").mkdir(parents=True)
    (theirs / "bin" / "python").symlink_to(sys.executable)
    (theirs / "bin" / "kept").touch()
    if stamp:
        (theirs / "installed").write_text(stamp)
    (ours / "project").mkdir(parents=True)
    shutil.copy(ROOT / "project" / "bootstrap.py", ours / "project")
    (ours / "requirements.txt").touch()
    (ours / ".venv").symlink_to(theirs)
    before = sorted(theirs.rglob("*"))

    command = [sys.executable, "-I", "project/bootstrap.py"]
    done = subprocess.run(command, cwd=ours, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.startswith(f".venv is a link to {theirs}")
    assert sorted(theirs.rglob("*")) == before
    assert (ours / ".venv").is_symlink()
