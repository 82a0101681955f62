"""Management commands as a person runs them: arguments in; status, standard output and standard error out.

`run` stays in this process, which saves the second that a new one takes to start. `run_process` starts one: where it
matters that nothing else is printed, or what a fresh start brings along.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Answer:
    """`returncode` is 0, 1 or 2 as in the contract; what was printed was UTF-8."""

    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str | Path) -> Answer:
    """`manage.py ARGUMENTS` in this process. Must not be used where a test holds a database transaction."""
    os.environ.setdefault("SECRET_KEY", "tests only")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
    from django.core.management import ManagementUtility

    out, err = io.BytesIO(), io.BytesIO()
    said, complained = io.TextIOWrapper(out, "utf-8"), io.TextIOWrapper(err, "utf-8")
    status: object = 0
    with redirect_stdout(said), redirect_stderr(complained):
        try:
            ManagementUtility(["manage.py", *map(str, arguments)]).execute()
        except SystemExit as ended:
            status = ended.code
    said.flush()
    complained.flush()
    return Answer(
        status if isinstance(status, int) else int(status is not None), out.getvalue().decode(), err.getvalue().decode()
    )


def run_process(*arguments: str | Path) -> Answer:
    """`manage.py ARGUMENTS` in a process of its own."""
    command = [sys.executable, str(ROOT / "manage.py"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    return Answer(done.returncode, done.stdout, done.stderr)
