"""Short forms of a sentence written out as its evidence has them, before any guard looks: FDA, Food and Drug Administration."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from synthesis.engine.patterns import lazy_pattern

_SHORT = lazy_pattern(r"(?<![A-Za-z0-9&-])([A-Z]{2,6})(?![A-Za-z0-9&-])")
#: A name of two and more capitalised words, the small words of names between them.
_LONG = lazy_pattern(
    r"\b(?!(?:The|An?|In|On|At|For|By|From|But|And|When|While)\b)[A-Z][a-z]+(?:(?:-|\s+(?:(?:of|the|and|for|on|in|to|de)\s+){0,2})[A-Z][a-z]+)+\b"
)
_WORD = lazy_pattern(r"[A-Za-z]+")
_SMALL = frozenset("of the and for on in to de".split())


def as_evidenced(sentence: str, evidence: Sequence[str]) -> str:
    """`sentence` with the initials and the names written in full that the evidence has only in the other form.

    A pair counts when the initials of one name, small words left out or kept, are the letters of the other; a text that
    holds both forms needs no help.
    """
    everything = " ".join(evidence)
    theirs, mine = _forms(everything), _forms(sentence)
    for short in sorted(mine[0] - theirs[0]):
        fitting = sorted(long for long in theirs[1] if short in _initials(long) and long not in sentence)
        if len(fitting) == 1:
            sentence = _written_out(sentence, short, fitting[0])
    for long in sorted(mine[1] - theirs[1]):
        fitting = sorted(_initials(long) & theirs[0] - mine[0])
        if len(fitting) == 1:
            sentence = sentence.replace(long, fitting[0])
    return sentence


def _written_out(sentence: str, short: str, long: str) -> str:
    return _SHORT.sub(lambda match: long if match[1] == short else match[0], sentence)


@lru_cache(maxsize=2048)
def _forms(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The initials and the long names of a text."""
    return frozenset(_SHORT.findall(text)), frozenset(m.group() for m in _LONG.finditer(text))


def _initials(name: str) -> frozenset[str]:
    words = _WORD.findall(name)
    told = ("".join(w[0] for w in some).upper() for some in (words, [w for w in words if w not in _SMALL]))
    return frozenset(t for t in told if len(t) >= 2)
