"""Whether two figures measure one thing, told by words that few of the excerpts have: what two clauses share counts the
more the rarer it is among the excerpts compared.

For figures whose measure has no name, or two names. Whether their values differ is `conflict_claims.agree`.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from synthesis.engine.drafting.conflict_claims import (
    SAYS_EN,
    bare_zh,
    bigrams,
    clause_en,
    content_en,
    differ_en,
    tells_both,
)
from synthesis.engine.drafting.conflict_names import clause_zh
from synthesis.engine.drafting.evidence.facts import Fact
from synthesis.engine.drafting.evidence.flaws import split_attribution
from synthesis.engine.drafting.evidence.units import Unit
from synthesis.engine.drafting.verify import verify_sentence
from synthesis.engine.patterns import lazy_pattern

# Of 87 contradictions seeded in 75 sets all but five score 0.40 and more; of all other pairs less than four times apart the
# highest is 0.35.
_ALIKE, _EACH = 0.40, 0.30
_FAR = 4  # times: who measures the same comes nearer
_SHARED = 3  # words (character pairs) that must be the same, however rare they are

_SAID_THAT = lazy_pattern(
    r"^[^,;]{3,90}? (?:show|conclude|report|find|say|estimate|suggest|indicate|state|note|reveal|confirm|calculate|claim|found|said)(?:e?d|s)? that "
)
_NUMBER = lazy_pattern(r"(?<![\d.,])\d[\d.,]*")
# What a sentence leaves to its source to say, or is new of its kind only beside another.
_LEFT_TO_SOURCE = lazy_pattern(
    r"全[省市县区州镇]|[本该各我][国省市县区州镇馆院校厂店司行港企]|公司|新一代|新型|新款|\b(?:the|its|our) (?:county|city|company|firm|region|plant|country|state|group)\b(?:['’]s)?\s?"
)
_OF_THINGS = frozenset({"entity", "direction", "polarity", "quantifier", "number"})

Weights = Mapping[str, float]


@lru_cache(maxsize=8192)
def _signs(text: str, language: str) -> frozenset[str]:
    """What a text says, in character pairs (Chinese) or stems, and the numbers in it but years."""
    numbers = {n.rstrip(".,") for n in _NUMBER.findall(text)}
    told = frozenset(f"#{n}" for n in numbers if not re.fullmatch(r"(?:19|20)\d\d", n))
    if language == "zh":
        return bigrams(bare_zh(split_attribution(text, "zh")[1])) | told
    return content_en(_SAID_THAT.sub("", text), "") | told


def weights_of(units: Sequence[Unit]) -> Weights:
    """How much each sign of the excerpts tells: log((n + 1) / other excerpts that have it, at least 1), n excerpts in all."""
    held: dict[str, set[str]] = {}
    for unit in units:
        held.setdefault(unit.excerpt_id, set()).update(_signs(unit.text, unit.language))
    counts = Counter(sign for signs in held.values() for sign in signs)
    return {sign: math.log((len(held) + 1) / max(1, count - 1)) for sign, count in counts.items()}


def told_alike(first: Unit, a: Fact, second: Unit, b: Fact, weights: Weights) -> bool:
    """Whether the clauses of two figures of one language, time and class share most of what is rare in them."""
    low, high = sorted((a.value, b.value))
    if low * _FAR < high or tells_both(first, a, second, b):
        return False
    if first.language == "zh":
        clauses = clause_zh(first.text, a), clause_zh(second.text, b)
    else:
        clauses = clause_en(first.text, a), clause_en(second.text, b)
        if differ_en(first, a, second, b):
            return False
    one, two = (
        _signs(clause, first.language) - _signs(fact.phrase, first.language)
        for clause, fact in zip(clauses, (a, b), strict=True)
    )
    if len(one & two) < _SHARED:
        return False

    def weight(signs: frozenset[str]) -> float:
        return sum(weights.get(sign, 0.0) for sign in signs)

    held, other = weight(one), weight(two)
    if not held or not other or 2 * weight(one & two) < _ALIKE * (held + other):
        return False
    wholes = [_signs(u.text, u.language) for u in (first, second)]
    return min(weight(one & wholes[1]) / held, weight(two & wholes[0]) / other) >= _EACH


def other_thing(first: Unit, a: Fact, second: Unit, b: Fact) -> bool:
    """Whether two figures are of different things (urban and rural households, 产量 and 销量): each clause, told with the
    other's figure, is objected to by the verifier against the other sentence for something else than the figure.

    What one sentence leaves to its source (全市, 本馆, the county) or who says so is no difference."""
    forth, back = _objections(first, a, second, b), _objections(second, b, first, a)
    return bool(forth and back) or "numbered" in forth | back


def _objections(first: Unit, a: Fact, second: Unit, b: Fact) -> set[str]:
    clause = _with_lead(first, a)
    if a.phrase not in clause:
        return set()
    told = clause.replace(a.phrase, b.phrase, 1) + ("。" if first.language == "zh" else ".")
    told = _LEFT_TO_SOURCE.sub(lambda m: m.group() if m.group() in second.text else "", told)
    verdict = verify_sentence(told, [second.text], glossary=re.findall(r"\w+", first.source))
    found = [r for r in verdict.reasons if r.guard in _OF_THINGS]
    return {r.code for r in found if r.parts[:1] != (b.phrase,) or r.code == "numbered"}


def _with_lead(unit: Unit, fact: Fact) -> str:
    """The clause of a figure with a short one before it that says of whom: 受访的高中生中，61.3%…; Among men, 38%…"""
    if unit.language == "zh":
        clause = clause_zh(unit.text, fact)
        lead = re.search(rf"(?:^|[，；。])([^，；。]{{2,16}}[中里内])，{re.escape(clause)}", unit.text)
        return f"{lead.group(1)}，{clause}" if lead else clause
    clause = SAYS_EN.sub("", _SAID_THAT.sub("", clause_en(unit.text, fact)))
    lead = re.match(rf"((?:Among|Of|In|For) [^,]{{3,40}}, ){re.escape(clause)}", unit.text)
    return f"{lead.group(1)}{clause}" if lead else clause[:1].upper() + clause[1:]
