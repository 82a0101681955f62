"""Short and long forms of Chinese names, seen in their characters alone."""

from __future__ import annotations

import re


def within(short: str, text: str, reach: int) -> bool:
    """Whether the characters of `short` stand in this order in some stretch of at most `reach` characters of a text
    without a mark between them."""
    pattern = r"[^，。；：、\s]{0,6}?".join(map(re.escape, short))
    return any(len(m.group()) <= reach for m in re.finditer(pattern, text))


def stretched(name: str, text: str) -> bool:
    """Whether a text has a shorter form of `name`: begins alike, keeps three characters or more in order (京沪高铁)."""
    for match in re.finditer(re.escape(name[:2]), text):
        at, kept = 2, 2
        for char in text[match.end() : match.end() + len(name)]:
            found = name.find(char, at)
            if found < 0:
                break
            at, kept = found + 1, kept + 1
        if kept >= 3 and len(name) > kept:
            return True
    return False
