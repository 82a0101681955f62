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
    agree,
    bare_zh,
    clause_en,
    content_en,
    differ_en,
    tells_both,
)
from synthesis.engine.drafting.conflict_names import clause_zh
from synthesis.engine.drafting.evidence.facts import Fact
from synthesis.engine.drafting.evidence.flaws import split_attribution
from synthesis.engine.drafting.evidence.units import Unit
from synthesis.engine.drafting.lexicon.words import words_of
from synthesis.engine.drafting.verify import verify_sentence
from synthesis.engine.patterns import lazy_pattern

# Of 99 contradictions seeded in 87 sets all but two are found with these, and nothing else.
_ALIKE, _EACH = 0.40, 0.30
_AGAIN = 0.42
_FAR = 4  # times: who measures the same comes nearer
_SHARED = {"zh": 2, "en": 3}  # words that must be the same, however rare they are
_AIMED = lazy_pattern(
    r"将(?=[^，。；]{1,10}[到至])|计划|拟|力争|目标|\b(?:plans?|aims?|target|by 20[3-9]\d)\b", re.IGNORECASE
)

_SAID_THAT = lazy_pattern(
    r"^[^,;]{3,90}? (?:show|conclude|report|find|say|estimate|suggest|indicate|state|note|reveal|confirm|calculate|claim|found|said)(?:e?d|s)? that "
)
_NUMBER = lazy_pattern(r"(?<![\d.,])\d[\d.,]*")
# What a sentence leaves to its source to say, or is new of its kind only beside another.
_LEFT_TO_SOURCE = lazy_pattern(
    r"全[省市县区州镇]|[本该各我][国省市县区州镇馆院校厂店司行港企]|公司|新一代|新型|新款|\b(?:the|its|our) (?:county|city|company|firm|region|plant|country|state|group)\b(?:['’]s)?\s?"
)
_OF_THINGS = frozenset({"entity", "direction", "polarity", "quantifier", "number"})

_PAIR = 2
#: When it was, which is compared apart.
_WHEN = lazy_pattern(r"[今去前明上]年[底末初]?|年[底末初]|全年|[上下]半年|一共|总共|共有")

Weights = Mapping[str, float]


@lru_cache(maxsize=8192)
def _signs(text: str, language: str) -> frozenset[str]:
    """What a text says, in words (Chinese) or stems, and the numbers in it but years."""
    numbers = {n.rstrip(".,") for n in _NUMBER.findall(text)}
    told = frozenset(f"#{n}" for n in numbers if not re.fullmatch(r"(?:19|20)\d\d", n))
    if language == "zh":
        bare = _WHEN.sub("", bare_zh(split_attribution(text, "zh")[1]))
        keys = (w.key for w in words_of(bare, "zh") if w.content and len(w.text) > 1)
        return frozenset("".join(sorted(k)) if len(k) == _PAIR else k for k in keys) | told  # 电耗, 耗电
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
        clauses = _clause_en(first, a), _clause_en(second, b)
        if differ_en(first, a, second, b):
            return False
    one, two = (
        _signs(clause, first.language) - _signs(fact.phrase, first.language)
        for clause, fact in zip(clauses, (a, b), strict=True)
    )
    # Our turnover, in a letter of the firm that another names.
    one, two = one | (_signs(first.source, first.language) & two), two | (_signs(second.source, first.language) & one)
    if len(one & two) < _SHARED[first.language] or bool(_AIMED.search(clauses[0])) != bool(_AIMED.search(clauses[1])):
        return False

    def weight(signs: frozenset[str]) -> float:
        return sum(weights.get(sign, 0.0) for sign in signs)

    held, other = weight(one), weight(two)
    if not held or not other or 2 * weight(one & two) < _ALIKE * (held + other):
        return False
    wholes = [_signs(u.text, u.language) for u in (first, second)]
    return min(weight(one & wholes[1]) / held, weight(two & wholes[0]) / other) >= _EACH


def same_words(first: Unit, second: Unit, weights: Weights) -> bool:
    """Whether two sentences of one language share most of what is rare in them; 0.42 and more have, of all pairs of 87 sets,
    only those that say the same or contradict each other."""
    one, two = (_signs(u.text, u.language) for u in (first, second))
    shared = sum(weights.get(sign, 0.0) for sign in one & two)
    held = sum(weights.get(sign, 0.0) for signs in (one, two) for sign in signs)
    return first.language == second.language and len(one & two) >= _SHARED["en"] and 2 * shared >= _AGAIN * held > 0


def _clause_en(unit: Unit, fact: Fact) -> str:
    """The clause of an English figure, with what stands before it when it opens with its verb: X, both A and B, came to …"""
    clause = clause_en(unit.text, fact)
    at = unit.text.find(clause)
    return unit.text[: at + len(clause)] if at > 0 and _VERB_FIRST.match(clause) else clause


_VERB_FIRST = lazy_pattern(
    r"\s*(?:amounted|came|was|were|is|are|has|have|had|reached|rose|fell|grew|stood|totalled|dropped|climbed)\b"
)


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
    found = [r for r in verdict.reasons if r.guard in _OF_THINGS and not (r.parts and r.parts[0] in _MEASURES)]
    again = {
        f.phrase for f in first.facts if f is not a and f.unit_class == a.unit_class and agree(f, a)
    }  # 4 in 10 (40%)
    found = [r for r in found if not (r.code == "figure" and r.parts[0] in {b.phrase, *again})]
    return {r.code for r in found if r.parts[:1] != (b.phrase,) or r.code == "numbered"}


#: Names of how many there are, which differ from source to source.
_MEASURES = frozenset("数量 存量 保有量 总量 总数 数目 规模 总规模 总额 金额 合计 总计".split())


def _with_lead(unit: Unit, fact: Fact) -> str:
    """The clause of a figure with a short one before it that says of whom: 受访的高中生中，61.3%…; Among men, 38%…"""
    if unit.language == "zh":
        clause = clause_zh(unit.text, fact)
        lead = re.search(rf"(?:^|[，；。])([^，；。]{{2,16}}[中里内])，{re.escape(clause)}", unit.text)
        return f"{lead.group(1)}，{clause}" if lead else clause
    clause = SAYS_EN.sub("", _SAID_THAT.sub("", clause_en(unit.text, fact)))
    lead = re.match(rf"((?:Among|Of|In|For) [^,]{{3,40}}, ){re.escape(clause)}", unit.text)
    return f"{lead.group(1)}{clause}" if lead else clause[:1].upper() + clause[1:]
