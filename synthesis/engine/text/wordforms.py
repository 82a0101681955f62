"""Which of its Traditional forms a character has in which word: 合併, but 並且."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from synthesis.engine import bundled
from synthesis.engine.text import data
from synthesis.engine.text.script import single_forms, to_simplified

_LONGEST = 4


def form_in_word(text: str, place: int) -> str:
    """The Traditional form that the character at `place` of `text` (Simplified) has in a listed word; "" when in none."""
    words = _words()
    for length in range(_LONGEST, 1, -1):
        for start in range(max(0, place - length + 1), place + 1):
            written = words.get(text[start : start + length])
            if written is not None:
                return written[place - start]
    return ""


def by_words(pairs: Mapping[tuple[str, str], int]) -> bool:
    """Whether a page writes such words in these forms rather than character by character; `pairs` counts what it writes."""
    against = 0
    for simplified, written in _words().items():
        if len(written) == 2:
            alone = tuple(single_forms("s2t").get(c, c) for c in simplified)
            against += pairs.get((alone[0], alone[1]), 0) - pairs.get((written[0], written[1]), 0)
    return against <= 0


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """Each word in Simplified characters with its Traditional form."""
    written = " ".join(bundled.rows(data, "zh_word_forms"))
    return dict(zip(to_simplified(written).split(" "), written.split(" "), strict=True))
