"""Where the script of a text was changed: told by comparing it with its written form, so that nobody has to store it."""

from __future__ import annotations

from synthesis.engine.patterns import lazy_pattern

_SAME, _CHANGED = "0", "1"
_RUN = lazy_pattern(_CHANGED + "+")


def script_runs(written: str, text: str) -> list[tuple[int, int]]:
    """The maximal runs `[start, end)` in which `text` differs from `written`, ascending. Both have one length.

    Linear in it; raises ValueError when the lengths differ.
    """
    if written == text:
        return []
    flags = "".join([_SAME if a == b else _CHANGED for a, b in zip(written, text, strict=True)])
    return [found.span() for found in _RUN.finditer(flags)]
