"""Patterns that open with free text are slow to search; what they need to match is looked for first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from synthesis.engine.patterns import lazy_pattern

_FREE = lazy_pattern(r"\(\?P<\w+>\[\^[^\]]*\](?:\{[\d,]+\}|\+|\*)\??\)")


class Forms:
    """Patterns searched in order, each only where its fixed words stand."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._pairs = [(lazy_pattern(_fixed(p), re.IGNORECASE), lazy_pattern(p, re.IGNORECASE)) for p in patterns]

    def matches(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """The matches in text[start:end], pattern after pattern."""
        stop = len(text) if end is None else end
        for fixed, pattern in self._pairs:
            if fixed.search(text, start, stop):
                yield from pattern.finditer(text, start, stop)


def _fixed(pattern: str) -> str:
    """A pattern without the free text at its ends; free text in the middle may be anything."""
    opened = _FREE.match(pattern)
    body = pattern[opened.end() :] if opened else pattern
    last = list(_FREE.finditer(body))
    if last and last[-1].end() == len(body):
        body = body[: last[-1].start()]
    return _FREE.sub(r"[^。]*?", body)
