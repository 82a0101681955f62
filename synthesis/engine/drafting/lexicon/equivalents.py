"""Hand-vetted equivalents: words that may stand for each other in any sentence of the kind we verify.

Never names, drugs or materials. Each line is one group; the first word is its representative.
"""

from __future__ import annotations

from synthesis.engine.drafting.lexicon.equivalents_en import GROUPS_EN
from synthesis.engine.drafting.lexicon.equivalents_zh import GROUPS_ZH


def _groups(lines: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in lines.strip().splitlines():
        words = line.split()
        for word in words:
            table.setdefault(word, words[0])
    return table


EQUIVALENT_ZH: dict[str, str] = _groups(GROUPS_ZH)
EQUIVALENT_EN: dict[str, str] = _groups(GROUPS_EN)


def variants_zh(word: str) -> list[str]:
    """The words of the group of a Chinese word, itself first."""
    head = EQUIVALENT_ZH.get(word)
    return [word] if head is None else [word, *(w for w, h in EQUIVALENT_ZH.items() if h == head and w != word)]
