"""Chromium for the browser tests: found, or installed where we may, or said exactly what to install.

python -m project.browser
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SYSTEM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
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
    apt install chromium fonts-noto-cjk              (Debian, Ubuntu; as root)
    .venv/bin/python -m playwright install chromium  (any Linux or macOS; needs a network)
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
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-qy", "chromium", "fonts-noto-cjk"]):
            subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
    if not executable():
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
    return executable()


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
    if not has_chinese_fonts():
        print(
            "No Chinese font is installed; pictures of pages will show boxes. Debian: apt install fonts-noto-cjk",
            file=sys.stderr,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
