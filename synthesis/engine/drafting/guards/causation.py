"""Causal links of a sentence against those of the evidence: turned round, denied, of another cause, or not made at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from synthesis.engine.drafting.guards.disclaimers import DISCLAIMS
from synthesis.engine.drafting.guards.links import CONCEDES, SPEAKS, Link, keys_between, links
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.patterns import lazy_pattern

#: Told beside each other only: in time, in one survey, as higher and lower.
_BESIDE = lazy_pattern(
    r"同期|期间|联系(?![人方客])|同年|同月|当日|那一年|恰逢|其间|与此同时|同时|同步|同一|一致|相关|关联|有关|伴随|并存|之后|以后|此后|随后|(?:后|(?<!小)(?<!千瓦)(?<!瓦)时)(?=，)|当年|当月|次月|次年|未(?:能)?(?:分析|控制|检验|考察|证明|证实|区分|作出)|不能(?:说明|证明)|无法(?:证明|判断|区分)|尚不清楚|混杂|先于|早于|前一|前夕|之前|此前(?!为|是|则|仅|只|\s*\d|的)|无关|并非|高于|低于|更(?=[高低多少好差])|较[高低多少好差]|[越愈]|排除"
    r"|\b(?:also|both|while|after|before|follow(?:s|ed|ing)(?! (?:\w+ )?(?:paths?|routes?|rules?|guidelines?|courses?|suit|approach(?:es)?|strateg(?:y|ies)|models?|lines?|patterns?|principles?)\b)|since|later|associat\w+|correlat\w+|link\w*|relat\w+|unrelated|coincid\w+|alongside|at the same time|meanwhile|although|no (?:evidence|link|causal|leak)|not (?:ask|control|examine|test|show|prove)|confound\w*|who|that had|higher|lower|better"
    r"|in the same (?:\w+|[\w-]+ \w+)|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|the (?:day|week|month|year) (?:after|before)|precaution|unchanged|ruled out|stable|normal)\b",
    re.IGNORECASE,
)
_MEANS = lazy_pattern(
    r"\b(?:through|via|by means of|by way of|with the help of|using|by(?= \w+ing\b))\b", re.IGNORECASE
)
_TIME = lazy_pattern(r"后|时|之后|以后|此后|随后|after|since|later|follow(?:s|ed|ing)", re.IGNORECASE)
#: What is done on purpose, as an answer to what came before.
_RESPONDS = lazy_pattern(
    r"召回|叫停|停产|停运|停业|停课|停飞|整改|出台|紧急|取消|暂停|下架|处罚|罚款|查处|吊销|关闭|撤回|修订|致歉|道歉|辞职|免职|引咎|限速|限行|疏散|封闭|禁止|责令|约谈|撤销|补救|赔偿"
    r"|\b(?:recall\w*|cancel\w*|suspend\w*|halt\w*|withdr[ae]w\w*|bann?(?:ed|s|ing)?|ordered|fined|apologi[sz]\w+|resign\w*|evacuat\w+|impos\w+|introduc\w+|tighten\w*|clos(?:ed|es|ing)"
    r"|shut\w*|grounded|revok\w+|dismiss\w*|sacked|compensat\w+|refund\w*|scrapp\w+|abandon\w+|launched an? (?:inquiry|investigation|review)|as a (?:safety |precautionary )?(?:measure|precaution|response))\b",
    re.IGNORECASE,
)
_LEAVE = lazy_pattern(
    r"\b(?:allow|enabl|permit)(?:s|ed|ing|es)?\b|\b(?:lets?|letting|may|can|entitled|free to)\b", re.IGNORECASE
)
_DENIES = lazy_pattern(
    r"未|不能|无法|无关|并非|混杂|尚不|排除|\b(?:no|not|cannot|unable|unrelated|ruled|confound\w*|coincid\w+)\b|n't\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _weights(evidence: tuple[Passage, ...]) -> dict[str, float]:
    counted = Counter(k for text in evidence for c in text.clauses for k in keys_between(text, c.start, c.end))
    return {key: 1 / number for key, number in counted.items()}


_ENOUGH, _JOINT, _NEARLY, _MOST, _LITTLE = 0.4, 0.5, 0.5, 0.6, 0.25


def link_findings(case: Case) -> Iterator[Finding]:
    """Objections to links that the evidence turns round, denies, gives another cause, or does not make."""
    texts = tuple(text for text in case.evidence if text.language == case.sentence.language)
    weights = _weights(texts)
    theirs = [link for text in texts for link in links(text)]
    told = _chained([o for o in theirs if not o.denied])

    def part(mine: frozenset[str], other: frozenset[str]) -> float:
        whole = sum(weights.get(k, 0.0) for k in mine)
        return sum(weights.get(k, 0.0) for k in mine & other) / whole if whole else 0.0

    for mine in links(case.sentence):
        if mine.denied or _doubted(case.sentence.text, mine):
            continue
        straight = max((min(part(mine.cause, o.cause), part(mine.effect, o.effect)) for o in told), default=0.0)
        crossed = max((min(part(mine.cause, o.effect), part(mine.effect, o.cause)) for o in told), default=0.0)
        swapped = max((min(_overlap(mine.cause, o.effect), _overlap(mine.effect, o.cause)) for o in told), default=0.0)
        if swapped >= _NEARLY and straight < 0.1 and len(told) == 1:
            crossed = max(crossed, swapped)
        against = [
            o for o in theirs if o.denied and not (CONCEDES.fullmatch(o.text) and part(mine.effect, o.cause) > _MOST)
        ]
        denied = max((min(part(mine.cause, o.cause), part(mine.effect, o.effect)) for o in against), default=0.0)
        if crossed >= _ENOUGH and crossed > straight + 0.25:
            yield Finding("cause", "fail", "cause_reversed", (mine.text,))
            return
        if straight >= 0.25 and straight >= denied:
            continue
        unclaimed = next(
            (o for o in against if DISCLAIMS.fullmatch(o.text) and part(mine.cause, o.cause) > _MOST), None
        )
        if unclaimed and denied < _ENOUGH and not any(part(mine.cause, o.cause) > _LITTLE for o in told):
            yield Finding("cause", "check", "cause_upgrade", (mine.text, unclaimed.text))  # of an effect named anew
            return
        if denied >= _ENOUGH and denied > straight + 0.25:
            yield Finding("cause", "fail", "cause_upgrade", (mine.text, next(o.text for o in against if o.denied)))
            return
        later = any(_later(text, mine) for text in texts)
        both = [o for o in told if min(part(mine.cause, o.effect), part(mine.effect, o.effect)) >= _JOINT]
        joint = next((o for o in both if later and part(mine.cause, o.cause) < _LITTLE), None)
        if joint is not None:
            yield Finding("cause", "check", "cause_other", (joint.text,))
            return
        known = any(weights.get(k, 0.0) >= 0.5 for k in mine.cause)
        elsewhere = all(part(mine.cause, o.cause | o.effect) < 0.25 for o in told)
        if known and elsewhere and any(part(mine.effect, _whole_effect(o, texts)) >= 0.5 for o in told):
            yield Finding("cause", "check", "cause_other", (mine.text,))
            return
        if any(part(mine.effect, o.effect) >= _JOINT and _exchanged(case.sentence, mine, o, weights) for o in told):
            yield Finding("cause", "check", "cause_other", (mine.text,))
            return
        beside = _beside(mine, texts, told, weights)
        if beside and not _no_cause(mine, texts, beside):
            level: Literal["fail", "check"] = "check" if _TIME.fullmatch(beside) else "fail"
            yield Finding("cause", level, "cause_upgrade", (mine.text, beside))
            return


def _no_cause(mine: Link, texts: tuple[Passage, ...], beside: str) -> bool:
    """Whether a link only tells by what means something was done, or what an act permits, as the evidence does too."""
    by = mine.text.lower() == "by"
    if by and (beside.startswith("in ") or any(_MEANS.search(text.text) for text in texts)):
        return True  # expanded through franchising: by opening franchised shops; set a record by generating so much
    return bool(_LEAVE.match(mine.text)) and any(_LEAVE.search(text.text) for text in texts)


def _whole_effect(link: Link, texts: tuple[Passage, ...]) -> frozenset[str]:
    """The effect of a link; with what was told before it, where it only points back there (the cut was due to …)."""
    for text in texts:
        for number, (start, end) in enumerate(text.sentences):
            keys = keys_between(text, start, end)
            if link.cause | link.effect <= keys:
                before = keys_between(text, *text.sentences[number - 1]) if number else frozenset[str]()
                back = before if link.effect & before or not link.effect - _POINTS else frozenset[str]()
                return link.effect | back | (keys - link.cause if len(link.effect) < _SHORT else frozenset())
    return link.effect


#: What points back to all that was told before.
_POINTS = frozenset("cut drop ris fall declin chang 公司 称 公司称 变化 下降 增长 减少".split())
_SHORT = 3


def _chained(told: list[Link]) -> list[Link]:
    """The links, and those that two of them make: what the first brings about, the second has as its cause."""
    both = ((one, two) for one in told for two in told if one is not two and _overlap(one.effect, two.cause) >= _JOINT)
    return told + [Link(one.cause, two.effect, False, two.text) for one, two in both if one.cause - two.effect]


def _exchanged(sentence: Passage, mine: Link, told: Link, known: dict[str, float]) -> bool:
    """Whether a cause of which the evidence has nothing stands where the evidence has one of which the sentence has
    nothing."""
    spoken = keys_between(sentence, 0, len(sentence.text))
    cause = mine.cause - mine.effect
    lost = told.cause - told.effect
    return bool(cause and lost) and 3 * sum(k in known for k in cause) <= len(cause) and not lost & spoken


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """How much of the smaller of two sets the other holds; of one key alone, nothing."""
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller > 1 else 0.0


def _later(text: Passage, link: Link) -> bool:
    """Whether a passage names what is said to act only after what is said to come of it."""
    shared = [
        (len(link.cause & keys), len(link.effect & keys), clause.start)
        for clause in text.clauses
        if (keys := keys_between(text, clause.start, clause.end))
    ]
    acting = max(shared, key=lambda row: row[0], default=(0, 0, 0))
    most = max((row[1] for row in shared), default=0)
    told = [start for _, count, start in shared if most and 3 * count >= most]
    return bool(acting[0] and told) and acting[2] > max(told)


def _beside(mine: Link, texts: tuple[Passage, ...], told: list[Link], weights: dict[str, float]) -> str | None:
    """How a sentence of the evidence that names both things tells them beside each other, when nothing links them."""
    known = frozenset(weights)
    cause, effect = mine.cause & known - mine.effect, mine.effect & known - mine.cause
    if not cause or not effect:
        return None
    for text in texts:
        for start, end in (*text.sentences, (0, len(text.text))):
            keys = keys_between(text, start, end)
            here, there = cause & keys, effect & keys
            if 2 * len(here) < len(cause) or 2 * len(there) < len(effect):
                continue
            if any((o.cause | o.effect) & here and (o.cause | o.effect) & there for o in told):
                return None
            beside = _BESIDE.search(text.text, start, end)
            unsaid = SPEAKS.search(text.text, start, end) and not _DENIES.search(text.text, start, end)
            if beside and _TIME.fullmatch(beside.group()) and any((o.cause | o.effect) & there for o in told):
                continue  # the evidence gives it a cause of its own
            if beside and _TIME.fullmatch(beside.group()) and _RESPONDS.search(text.text, start, end):
                continue  # who recalls cars after a fault was found does so for it
            if beside and not unsaid:
                return beside.group()
    return None


_DOUBT = lazy_pattern(
    r"是否|未必|并非|不能|不足以|没有|没能|没法|未能|无法|难以|相关|关联|可能|有关|无关|\b(?:fail\w* to (?:show|establish|find|prove)|whether|(?-i:may)(?! no\b)|might|could(?! no\b)|associat\w+|link\w*|correlat\w+|possibly|after|following|followed)\b",
    re.IGNORECASE,
)


_NOT_SO = lazy_pattern(r"\b(?:not|neither|nor|unable|cannot|no(?! longer\b| more\b))\b|n't\b", re.IGNORECASE)


def _doubted(text: str, link: Link) -> bool:
    """Whether a sentence doubts or denies a link; one that opens with its cause denies the effect at most."""
    opens = text.startswith(link.text)
    return bool(_DOUBT.search(text) or DISCLAIMS.search(text) or (not opens and _NOT_SO.search(text)))
