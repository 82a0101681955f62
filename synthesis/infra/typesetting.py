"""PDF by typst, in a process of its own with limits, without network, with the fonts that are installed with Collate.

`typeset(template, data)`: the template is ours, a file of typst's language; everything that people wrote comes as
`data`, which the template reads by `json(bytes(sys.inputs.data))`. A string of data is never markup.

The same data gives the same bytes on every machine: no system fonts, and the time is said by the caller. The fonts are
Noto Serif SC and Noto Sans SC; characters that neither has are spelled out by `spelled`.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from synthesis.infra.sandbox import Limits
from synthesis.infra.typesetting_fonts import characters_of, folder

_ROOT = Path(__file__).resolve().parents[2]
#: The child's whole program: isolated Python has no path of ours, so it is put in first.
_BOOT = "import sys; sys.path.insert(0, sys.argv[1]); from synthesis.infra.typesetting_child import main; main()"
#: A report of some thousand passages takes ten seconds; what takes longer than this is told so.
LIMITS = Limits(cpu=60, wall=60.0)
#: Nothing of the caller's secrets.
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/", "LANG": "C.UTF-8", "MALLOC_ARENA_MAX": "2"}
_SHOWN = 2000


class TypesettingFailed(Exception):
    """`code`: timeout, or died; `detail` is for the log."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


def typeset(template: str, data: Mapping[str, Any], *, made: datetime, limits: Limits = LIMITS) -> bytes:
    """The PDF of `template` filled with `data`; `made` is the time that stands in the file. Raises TypesettingFailed."""
    with tempfile.TemporaryDirectory(prefix="collate-typst-") as room:
        # The child may run as another user.
        Path(room).chmod(0o777)
        job = {
            "template": template,
            "data": json.dumps(spelled(data), ensure_ascii=False),
            "made": int(made.timestamp()),
            "room": room,
            "fonts": str(folder()),
            "limits": asdict(limits),
        }
        try:
            done = subprocess.run(
                [sys.executable, "-I", "-c", _BOOT, str(_ROOT)],
                input=json.dumps(job, ensure_ascii=False).encode(),
                capture_output=True,
                timeout=limits.wall,
                cwd=room,
                env=_ENVIRONMENT,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise TypesettingFailed("timeout", f"more than {limits.wall:.0f} s") from late
    if done.returncode == -signal.SIGXCPU:
        raise TypesettingFailed("timeout", f"more than {limits.cpu} s of processor time")
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        raise TypesettingFailed("died", f"status {done.returncode} {done.stderr[-_SHOWN:].decode('utf-8', 'replace')}")
    return done.stdout


def spelled(data: Any) -> Any:
    """`data` with the characters that the fonts lack as 〔U+20BB7〕: a reader sees that there is one, and which."""
    if isinstance(data, str):
        return data.translate({ord(one): f"〔U+{ord(one):04X}〕" for one in set(data) if _is_missing(one)})
    if isinstance(data, Mapping):
        return {name: spelled(value) for name, value in data.items()}
    return [spelled(one) for one in data] if isinstance(data, (list, tuple)) else data


# Where the fonts have gaps: Han characters beyond the first plane and those there for old encodings, pictures, and scripts
# that are neither Chinese nor Latin, Greek, Cyrillic or Hebrew.
_LACKING = ((0x20000, 0x40000), (0xF900, 0xFB00), (0x1F000, 0x20000), (0x600, 0x1D00), (0xA800, 0xD800))


@cache
def _is_missing(character: str) -> bool:
    point = ord(character)
    return any(start <= point < end for start, end in _LACKING) and point not in characters_of("NotoSerifSC")
