"""Chromium for the browser tests: found, or installed where we may, or said exactly what to install.

python -m project.browser
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The shell is Chromium without windows; a page of its own costs it a quarter of the processor time.
SHELL = "chromium-headless-shell"
SYSTEM_NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No requests of Chromium's own: the tests' machine is closed, and their errors would drown ours.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
ADVICE = """\
The browser tests need Chromium. Install one of:
    apt install chromium-headless-shell fonts-noto-cjk  (Debian; as root; elsewhere chromium)
    .venv/bin/python -m playwright install chromium     (any Linux or macOS; needs a network)
or set CHROMIUM=/path/to/chromium."""


def executable() -> str | None:
    """The path of a Chromium: CHROMIUM, the system's, else Playwright's own; None when there is none."""
    wanted = os.environ.get("CHROMIUM")
    candidates = [wanted] if wanted else [shutil.which(name) for name in SYSTEM_NAMES]
    for candidate in candidates:
        if candidate and os.access(candidate, os.X_OK):
            return candidate
    return None if wanted else playwright_executable()


def playwright_executable() -> str | None:
    """The browser that `playwright install` put into its cache, if it did."""
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    found = sorted(
        [*cache.glob("chromium-*/chrome-linux*/chrome"), *cache.glob("chromium_headless_shell-*/*/*headless*shell")]
    )
    return str(found[-1]) if found else None


def install() -> str | None:
    """Chromium and CJK fonts from the system's packages when we are root, else Playwright's Chromium. Its path, or None."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _apt("update", "-q")
        _apt("install", "-qy", "fonts-noto-cjk")
        if not executable() and not _apt("install", "-qy", SHELL):
            _apt("install", "-qy", "chromium")
    if not executable():
        command = [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
    return executable()


def install_shell() -> None:
    """The shell beside a Chromium with windows, where the system's list of packages has it and we may."""
    if os.geteuid() == 0 and shutil.which("apt-cache") and not shutil.which(SHELL) and not os.environ.get("CHROMIUM"):
        known = subprocess.run(["apt-cache", "show", SHELL], capture_output=True, check=False)
        if known.returncode == 0:
            print("Installing Chromium's shell without windows ...", file=sys.stderr, flush=True)
            _apt("install", "-qy", "--no-install-recommends", SHELL)


def _apt(*arguments: str) -> bool:
    # Where there is no network, that is soon known.
    command = ["apt-get", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20", *arguments]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
    return done.returncode == 0


def has_chinese_fonts() -> bool:
    """Whether fontconfig knows a font with Chinese; True where fontconfig cannot be asked."""
    if not shutil.which("fc-list"):
        return True
    return bool(subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout.strip())


def main() -> int:
    if not executable() or (os.geteuid() == 0 and not has_chinese_fonts()):
        print("Installing Chromium ...", file=sys.stderr, flush=True)
        if not install():
            print(ADVICE, file=sys.stderr)
            return 1
    install_shell()
    if not has_chinese_fonts():
        print(
            "No Chinese font is installed; pictures of pages will show boxes. Debian: apt install fonts-noto-cjk",
            file=sys.stderr,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
