"""Make `.venv` and install what the requirements files pin; the only file that the machine's own Python runs.

Standard library only, and written so that an old Python can still parse it and be told that it is too old.
Not for anything that needs an installed package: that is `project.prepare` and `project.supervisor`.

    python3 -I project/bootstrap.py          what `make run` needs
    python3 -I project/bootstrap.py --dev    what `make test` needs as well
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed"


def interpreter() -> str:
    """The path of a Python that is new enough: this one, or another on PATH. Exits with one line when there is none."""
    if sys.version_info[:2] >= OLDEST:
        return sys.executable
    for minor in range(20, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
    found = ".".join(str(part) for part in sys.version_info[:2])
    raise SystemExit(f"Collate needs Python 3.11 or newer; this is {found}. Try: make PYTHON=/path/to/python3.11 ...")


def fingerprint(files: list[Path]) -> str:
    """A hash of the requirements files and of the Python in use: equal means that there is nothing to install."""
    digest = hashlib.sha256(repr(OLDEST).encode())
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def make_venv() -> Path:
    """The virtual environment's Python, made again when missing or broken (its folder was moved, its Python removed).

    What a link leads to is used only where it was made for this folder, and never made again: raises SystemExit.
    """
    python = VENV / "bin" / "python"
    linked = VENV.is_symlink()
    home = STAMP.read_text("utf-8").partition("\n")[2] if STAMP.is_file() else "" if linked else str(VENV)
    usable = python.exists() and home == str(VENV)
    if (
        usable
        and subprocess.run([str(python), "-c", "import pip"], stderr=subprocess.DEVNULL, check=False).returncode == 0
    ):
        return python
    if linked:
        raise SystemExit(
            f".venv is a link to {VENV.resolve()}, which was not made for this folder and will not be touched."
            " Remove the link (rm .venv) and try again; a .venv of its own is made then."
        )
    command = [interpreter(), "-m", "venv", *(["--clear"] if VENV.exists() else []), str(VENV)]
    if subprocess.run(command, check=False).returncode != 0:
        raise SystemExit("python -m venv failed. On Debian and Ubuntu: apt install python3-venv")
    return python


def install(dev: bool) -> None:
    """Install the pinned packages unless the stamp says that they are there. Raises SystemExit with pip's own status."""
    python = make_venv()
    files = [ROOT / "requirements.txt"] + ([ROOT / "requirements-dev.txt"] if dev else [])
    runtime, everything = fingerprint(files[:1]), fingerprint(files)
    present = STAMP.read_text("utf-8").partition("\n")[0].split() if STAMP.is_file() else []
    if everything in present:
        return
    print("Installing", " and ".join(file.name for file in files), "... (about a minute)", flush=True)
    command = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    for file in files:
        command += ["-r", str(file)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        raise SystemExit(done.returncode)
    STAMP.write_text(" ".join(sorted({runtime, everything})) + "\n" + str(VENV), "utf-8")


def main() -> None:
    os.environ.pop("PYTHONHOME", None)
    # Two commands started at once in one folder must not install over each other.
    with (ROOT / "requirements.txt").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        install("--dev" in sys.argv[1:])


if __name__ == "__main__":
    main()
