"""A statement added to what the evidence says: a part of a sentence for which no word of the evidence stands.

A re-expression keeps something of what it re-expresses, a word, a piece of a compound, a figure. A part that says two
things or more and keeps nothing of them is an addition (…，并获得税收减免). What only leads in, limits or denies is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from synthesis.engine.drafting.guards.coverage import covered
from synthesis.engine.drafting.guards.entity_en import derived
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.lexicon.stop import LIGHT_EN, LIGHT_ZH
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_JOINT = lazy_pattern(
    r"而且|并且|以及|[并且](?=[^非不未且])|\b(?:and|while|but|which|who|because|as|with)\b", re.IGNORECASE
)
#: What frames a statement, asks or denies.
_NO_STATEMENT = lazy_pattern(
    r"^[并且而但也]*(?:就|与|同|和|在|据|从|对|以|经|借助|通过|除|若|如|只要|一旦|至于|随着|根据|按照|作为|总的|总体|由此|可见)|(?:中|上|下|里|时|后|前|来看|来说|而言|之外|一事|的话|推测|认为|表示|指出|介绍|透露|坦言|披露|宣布|分析|显示|表明|回应|称|说)$"
    r"|不|未|无|没|非|难|否|尚|仅|只|可能|或许|预计|有望"
    r"|\b(?:no|not|nor|never|none|neither|nobody|nothing|nowhere|few|little|hardly|barely|unless|without|pending|unable|if|whether|though|although|may|might|could|likely|according"
    r"|compared|instead|than|it|they|this|these|that|so)\b|n't\b",
    re.IGNORECASE,
)
_LEAST = 2
#: How much of the rest must stand in the evidence; a Chinese word does by one of its characters.
_CLOSE = {"zh": 0.7, "en": 0.8}


def addition_findings(case: Case) -> Iterator[Finding]:
    """An objection to the first of several parts that states something of its own."""
    spoken = case.sentence
    raw = frozenset(w.text.lower() for text in case.evidence for w in text.words)
    letters = frozenset("".join(text.text for text in case.evidence))
    stated = [(q.start, q.end) for q in spoken.quantities] + [(d.start, d.end) for d in spoken.dates]
    said = {w.start: _kept(w, case, raw, letters) for w in spoken.words if _says(w)}
    parts = list(_parts(spoken))
    for start, end in parts if len(parts) > 1 else ():
        told = spoken.text[start:end].strip(" ，,。.;；")
        if _NO_STATEMENT.search(told) or any(s < end and start < e for s, e in stated):
            continue
        kept = [known for at, known in said.items() if start <= at < end]
        rest = [known for at, known in said.items() if not start <= at < end]
        if len(kept) < _LEAST or any(kept) or sum(rest) < _CLOSE[spoken.language] * len(rest):
            continue  # the rest too free to tell an addition from another wording
        yield Finding("support", "check", "addition", (told,))
        return


def _parts(text: Passage) -> Iterator[tuple[int, int]]:
    """The clauses, divided where a conjunction joins two predicates: half-open spans."""
    for clause in text.clauses:
        edges = [0, *(m.start() for m in _JOINT.finditer(clause.text)), len(clause.text)]
        for low, high in pairwise(edges):
            if low < high:
                yield clause.start + low, clause.start + high


def _says(word: Word) -> bool:
    return word.content and word.text not in LIGHT_ZH and word.text.lower() not in LIGHT_EN


def _kept(word: Word, case: Case, raw: frozenset[str], letters: frozenset[str]) -> bool:
    """Whether anything of the word stands in the evidence; of a Chinese one, a character is enough."""
    if covered(word, case) or derived(word.text, raw):
        return True
    return word.tag != "en" and not word.text.isascii() and any(char in letters for char in word.text)
