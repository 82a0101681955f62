"""Makes `synthesis/engine/text/data/single_forms.txt` anew from the installed OpenCC: `python -m tests.engine.text.single_forms`."""

from __future__ import annotations

from pathlib import Path

import opencc

from synthesis.engine.text import data
from synthesis.engine.text.script import _COLUMNS

FILE = Path(data.__file__).parent / "single_forms.txt"
HEAD = """\
# What conversions of OpenCC (Apache licence 2.0) make of single characters; made by tests/engine/text/single_forms.py.
# Each line: the character, then its form by s2t, s2tw, s2hk, t2s and t2hk. Characters that none of them changes are left out.
"""
EAST_ASIAN = (range(0x2E80, 0xD800), range(0xF900, 0xFB00), range(0x20000, 0x323B0))


def table() -> str:
    """A head, then a line for each character that one of the conversions changes: itself, then what each makes of it."""
    # One a line, so that no phrase rule joins two of them.
    alone = "\n".join(chr(point) for points in EAST_ASIAN for point in points)
    columns = [alone.split("\n"), *(opencc.OpenCC(name).convert(alone).split("\n") for name in _COLUMNS)]
    lines = ("".join(forms) for forms in zip(*columns, strict=True) if len(set(forms)) > 1)
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    FILE.write_text(table(), "utf-8")
