"""Raised figures kept apart from the figures before them: 10⁶ is not 106, and 12.5 with a mark is not 12.51."""

from __future__ import annotations

import re

_FIGURES = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_ONLY = re.compile(r"[+\-−]?[0-9]+(?:\s*[,，–\-−]\s*[0-9]+)*[+\-−]?|[+\-−]|\([0-9]+\)")


def raised(words: str) -> str:
    """`words` in raised figures when they are nothing else (and blanks around); other raised words stay as they are."""
    return words.translate(_FIGURES) if _ONLY.fullmatch(words.strip()) else words
