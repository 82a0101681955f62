"""Two things that have changed places, found without grammar: exchanged back, the sentence reads like its evidence.

Catches what the role guard cannot parse. Members of one list (A和B, A、B) may change places and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from synthesis.engine.drafting.guards.compare import comparisons
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.lexicon.entities import COMMON_EN
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_LISTED = lazy_pattern(r"\s*(?:、|和|与|及|以及|或|跟|同|,|，|/|and|or|, and|, or)\s*(?:the )?")
_MOST = 9


def swap_findings(case: Case) -> Iterator[Finding]:
    """An objection for the first pair of words whose exchange restores the wording of the evidence."""
    if comparisons(case.sentence):
        return  # A高于B and B低于A: read as a whole by `guards.compare`
    for clause in case.sentence.clauses:
        for first, second in combinations(_candidates(case, case.sentence, clause.sentence), 2):
            if first.start < clause.start or first.end > clause.end or first.key == second.key:
                continue
            if any(_restored(case.sentence, first, second, text) for text in case.evidence):
                yield Finding("role", "fail", "swap", (first.text, second.text))
                return


def _candidates(case: Case, text: Passage, sentence: int) -> list[Word]:
    """The nominal words of a sentence that stand once in it and also in the evidence."""
    start, end = text.sentences[sentence]
    words = [w for w in text.words if start <= w.start and w.end <= end and w.content and len(w.text) > 1]
    if text.language == "zh":
        words = [w for w in words if not w.tag.startswith(("v", "a", "d")) or w.tag == "vn"]
    else:
        words = [w for w in words if w.text.lower() not in COMMON_EN or w.text[:1].isupper()]
    low = text.text[start:end].lower()
    known = [w for w in words if low.count(w.text.lower()) == 1]
    return [w for w in known if any(w.text.lower() in p.text.lower() for p in case.evidence)][:_MOST]


def _restored(sentence: Passage, first: Word, second: Word, evidence: Passage) -> bool:
    here, there = sentence.text.lower(), evidence.text.lower()
    a, b = first.text.lower(), second.text.lower()
    if there.count(a) != 1 or there.count(b) != 1 or _listed(a, b, there) or _listed(a, b, here):
        return False
    sides = [_sides(here, w.start, w.end, sentence.language) for w in (first, second)]
    kept = sum(
        _found(left + word, there) + _found(word + right, there)
        for (left, right), word in zip(sides, (a, b), strict=True)
        if left and right
    )
    back = [_found(left + word, there) if left else -1 for (left, _), word in zip(sides, (b, a), strict=True)] + [
        _found(word + right, there) if right else -1 for (_, right), word in zip(sides, (b, a), strict=True)
    ]
    possible = [hit for hit in back if hit >= 0]
    return kept == 0 and sum(possible) >= 3 and sum(possible) >= len(possible) - 1


def _found(piece: str, text: str) -> int:
    return int(piece in text)


def _listed(a: str, b: str, text: str) -> bool:
    """Whether two words that stand once in a text are neighbours in a list."""
    first, second = sorted(((text.find(a), len(a)), (text.find(b), len(b))))
    return _LISTED.fullmatch(text[first[0] + first[1] : second[0]]) is not None


def _sides(text: str, start: int, end: int, language: str) -> tuple[str, str]:
    """The neighbouring character (Chinese) or word (English) on both sides, "" at an end or at punctuation."""
    if language == "zh":
        left, right = text[max(0, start - 1) : start], text[end : end + 1]
        return (left if left.isalnum() else ""), (right if right.isalnum() else "")
    before, after = re.search(r"([\w'’-]+ )$", text[:start]), re.match(r"(?:['’]s)?( [\w'’-]+)", text[end:])
    return (before.group(1) if before else ""), (after.group() if after else "")
