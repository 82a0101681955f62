"""Constructions that name both parties of a dealing: A's takeover of B, B raised it from A, 收购乙的是甲, 乙的贷款来自甲.

Each is a pattern over a sentence in which every party is one sign, so that names of any wording fit and no third party
stands between the two. They are surer than what `guards.dealings` reads of a verb and the marks before its parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from synthesis.engine.drafting.guards.constructions_en import CONSTRUCTIONS_EN
from synthesis.engine.drafting.guards.constructions_zh import CONSTRUCTIONS_ZH
from synthesis.engine.drafting.guards.dealings import Deal, same
from synthesis.engine.drafting.guards.parties import Party
from synthesis.engine.drafting.guards.types import Clause, Passage
from synthesis.engine.patterns import lazy_pattern

#: The first of the signs that stand for parties, in the private use area; a sentence has at most so many.
_SIGN, _MOST = 0xE000, 40
#: Frames that say least: what is got of somebody may be a loan.
_GENERAL = frozenset({"give", "pay"})
_CLEFT = lazy_pattern(r"\bit (?:is|was) (?P<x>[\ue000-\ue0ff])(?:,[^,]*,)? (?:that|who|which) ", re.IGNORECASE)


def constructed(text: Passage, who: Sequence[tuple[Clause, tuple[Party, ...]]]) -> Iterator[Deal]:
    """The dealings the constructions of a passage tell; `who` has the parties of each of its clauses."""
    table = CONSTRUCTIONS_ZH if text.language == "zh" else CONSTRUCTIONS_EN
    for number, (start, end) in enumerate(text.sentences):
        clauses = [c for c, _ in who if c.sentence == number]
        inside = [p for c, found in who if c.sentence == number for p in found][:_MOST]
        if not clauses or len(inside) < 2:
            continue
        signed = _signed(text, inside, start, end)
        taken: dict[frozenset[int], set[str]] = {}
        for frame, pattern in table:
            for match in pattern.finditer(signed):
                first, second = (ord(match[name]) - _SIGN for name in "ab")
                giver, getter = inside[first], inside[second]
                before = taken.setdefault(frozenset({first, second}), set())
                if frame in before or (before and frame in _GENERAL) or same(giver, getter):
                    continue
                before.add(frame)
                yield _deal(text, clauses, frame, giver, getter)


def _signed(text: Passage, inside: Sequence[Party], start: int, end: int) -> str:
    """A sentence with a sign for each party."""
    parts, at = [], start
    for number, party in enumerate(inside):
        if party.start < at:
            continue
        parts += [text.text[at : party.start], chr(_SIGN + number)]
        at = party.end
    signed = "".join(parts) + text.text[at:end]
    if text.language == "zh":
        return signed.strip()
    return _CLEFT.sub(r"\g<x> ", re.sub(r"\s+", " ", signed).strip())


def _deal(text: Passage, clauses: Sequence[Clause], frame: str, giver: Party, getter: Party) -> Deal:
    first, last = sorted((giver.start, getter.start))
    over = [c for c in clauses if c.end > first and c.start <= last]
    keys = {w.key for c in over for w in c.words if w.content}
    named = {w.key for p in (giver, getter) for w in text.words if p.start <= w.start and w.end <= p.end}
    figures = {
        f"{q.unit_class} {abs(q.value).normalize()}" for q in text.quantities if over[0].start <= q.start < over[-1].end
    }
    return Deal(frame, giver, getter, frozenset((keys - named) | figures), over[0], sure=True)
