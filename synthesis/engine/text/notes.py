"""Marks of footnotes as plain text writes superscripts: `^③`, `^[3]`. The sign of raising goes, the mark stays."""

from __future__ import annotations

import regex

from synthesis.engine.text.pipeline import Mend

_RAISED = regex.compile(r"(?<=[^\s^])\^(?=[①-⑳❶-❿]|\[\d{1,3}\])")


def note_mends(text: str) -> list[Mend]:
    """Repairs of kind "note_mark", ascending: the `^` between a word and its circled or bracketed note number."""
    return [Mend(m.start(), m.end(), "", "note_mark", 0.95) for m in _RAISED.finditer(text)]
