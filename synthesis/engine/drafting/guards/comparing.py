"""Comparisons of the sentence beside those of the evidence, told in words or standing in its figures.

A swap of the sides is a role error, a swap of the word a direction error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.compare import Comparison, comparisons
from synthesis.engine.drafting.guards.measured import computed
from synthesis.engine.drafting.guards.quality import other_quality
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities.likeness import same_value
from synthesis.engine.patterns import lazy_pattern


@lru_cache(maxsize=64)
def borne_out(case: Case) -> tuple[tuple[int, int], ...]:
    """Spans of the comparisons of the sentence that are as the figures of the evidence stand."""
    found = ((c, computed(case, c)) for c in comparisons(case.sentence))
    return tuple(c.span for c, standing in found if standing is not None and standing.agrees > 0 and standing.sure)


@lru_cache(maxsize=64)
def told_from_other_side(case: Case) -> tuple[tuple[tuple[int, int], Passage, tuple[int, int]], ...]:
    """Comparisons of the sentence that the evidence makes from the other side: span, passage and span there."""
    told = [(text, c) for text in case.evidence for c in comparisons(text)]
    known = frozenset[str]().union(*(c.keys for text in case.evidence for c in text.clauses))
    found = []
    for mine in comparisons(case.sentence):
        for text, other in told:
            if other.word != mine.word or mine.sign == other.sign or _verdict(mine, other) != "same":
                continue
            if not _in_other(case.sentence, mine, text, other, known) and not _then(mine, other):
                found.append((mine.span, text, other.span))
    return tuple(found)


def comparison_findings(case: Case) -> Iterator[Finding]:
    """Objections to comparisons the evidence makes the other way round."""
    yield from beside_findings(case)
    told = [(text, c) for text in case.evidence for c in comparisons(text)]
    known = frozenset[str]().union(*(c.keys for text in case.evidence for c in text.clauses))
    for mine in comparisons(case.sentence):
        theirs = [c for text, c in told if not _in_other(case.sentence, mine, text, c, known) and not _then(mine, c)]
        verdicts = [_verdict(mine, other) for other in theirs if other.word == mine.word]
        if "same" in verdicts:
            continue
        if mine.span in borne_out(case):
            continue
        if (
            _BACK_THEN.match(case.sentence.text, mine.there[0])
            or _bound_told(case, mine)
            or _told_in_figures(case.sentence, mine)
        ):
            continue
        if _NO_ONE.search(case.sentence.text[: mine.there[0]]):
            continue  # nobody filed more than it did: it filed most
        standing = computed(case, mine)
        if standing is not None and standing.agrees < 0:
            level = "fail" if standing.sure else "check"
            yield Finding("direction", level, "direction", (mine.text, standing.wording))
            return
        if "role" in verdicts:
            yield Finding("role", "fail", "role", (mine.text,))
            return
        if "direction" in verdicts:
            other = theirs[[_verdict(mine, o) if o.word == mine.word else "" for o in theirs].index("direction")]
            yield Finding("direction", "fail", "direction", (mine.text, other.text))
            return


_NO_ONE = lazy_pattern(
    r"没有(?:哪|任何|一)[^，。；]{0,20}$|(?:无人|无一)[^，。；]{0,16}$|\b(?:no|none|nobody|nothing)(?: other| one| else)?\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
#: Than it did before: `guards.times` reads it.
_BACK_THEN = lazy_pattern(
    r"\s*(?:it|they|he|she|we) (?:did|was|were|had|used to) (?:before|earlier|previously|in the past|a year ago|last year)\b",
    re.IGNORECASE,
)
_BOUND = lazy_pattern(
    r"[限红][值额线度]|上限|下限|标准|阈值|门槛|\b(?:limits?|thresholds?|standards?|ceilings?|caps?|targets?|quotas?)\b",
    re.IGNORECASE,
)


def _bound_told(case: Case, mine: Comparison) -> bool:
    """Whether the evidence, too, sets things beside the bound that a comparison names, from the same side (above the limit)."""
    bound = _BOUND.search(case.sentence.text, *mine.there) or _BOUND.search(mine.text)
    ways = {1: _ABOVE, -1: _BELOW}
    return bound is not None and any(
        re.search(rf"(?:{ways[mine.sign]})[^.;，。；]{{0,30}}{bound.group()}", text.text, re.IGNORECASE)
        for text in case.evidence
        if mine.sign
    )


_AGAINST = lazy_pattern(
    r"\s?(?:against|versus|vs\.?|compared (?:with|to)|as against|(?:，|,)?\s?(?:而|对比|相比))\s?$", re.IGNORECASE
)


def _told_in_figures(sentence: Passage, mine: Comparison) -> bool:
    """Whether the sentence itself gives the two figures of a comparison behind it: rarer, at 18% against 31%."""
    after = [q for q in sentence.quantities if q.start >= mine.span[1] - len(mine.text) // 2]
    return any(
        one.unit_class == two.unit_class
        and _AGAINST.search(sentence.text[one.end : two.start]) is not None
        and (one.value > two.value) == (mine.sign > 0)
        for one, two in pairwise(after)
    )


def _in_other(sentence: Passage, mine: Comparison, text: Passage, other: Comparison, known: frozenset[str]) -> bool:
    """Whether two comparisons are in different things."""
    common = _compared(sentence, mine) & _compared(text, other)
    return other_quality((sentence, *mine.span), (text, *other.span), common, known)


def _compared(text: Passage, one: Comparison) -> frozenset[str]:
    return frozenset[str]().union(*(text.content_keys(*span) for span in (*one.here, one.there)))


def _then(mine: Comparison, other: Comparison) -> bool:
    """Whether one is with now and the other with then: `guards.times` reads them."""
    return any(
        bool(pattern.search(a.text)) and not pattern.search(b.text)
        for pattern in (_TO_NOW, _NEVER_YET)
        for a, b in ((mine, other), (other, mine))
    )


#: What had not been so until then.
_NEVER_YET = lazy_pattern(
    r"(?:此前|以往|过去|之前|以前|历史上|历来)[^，。；]{0,12}(?:从未|从没|未曾|没有|不曾|未)|\b(?:had )?never (?:before|yet|previously)\b|\bhad never\b|\bnot (?:before|previously)\b",
    re.IGNORECASE,
)
_TO_NOW = lazy_pattern(
    r"(?:比|较|于)(?:现在|如今|目前|今年)|\bthan (?:(?:it|they|that|those) )?(?:is |are |do |does )?(?:now|today|at present|currently)\b",
    re.IGNORECASE,
)


def _verdict(mine: Comparison, other: Comparison) -> str:
    """same | role | direction, or "" when the two are about different things."""
    crossed = bool(mine.second & other.first - other.second) and bool(mine.first & other.second - other.first)
    if "—not" in mine.first | mine.second and "—not" in other.first | other.second:
        crossed = ("—not" in mine.first) != ("—not" in other.first)
        straight = not crossed
    else:
        straight = _alike(mine.second, other.second) and not crossed
    if crossed == straight:
        return ""
    if crossed:
        return "role" if mine.sign == other.sign else "same"
    return "same" if mine.sign == other.sign else "direction"


def _alike(mine: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sides share a word, or one has a word that the segmenter cut shorter on the other: 荣枯线, 荣 枯线."""
    return bool(mine & other) or any(len(a) > 1 < len(b) and (a in b or b in a) for a in mine for b in other)


_ABOVE = r"高于|超过|高出|多于|大于|超出|优于|好于|\b(?:above|exceed(?:s|ed|ing)?|beat(?:s|ing)?|ahead of|topp(?:ed|ing)|surpass(?:ed|es|ing)?|(?:higher|more|better|greater|larger) than)\b"
_BELOW = r"低于|少于|不及|小于|不到|逊于|落后于|\b(?:below|under|short of|miss(?:ed|es|ing)?|behind|(?:lower|less|fewer|worse|smaller) than)\b"
_BESIDE = lazy_pattern(rf"(?:(?P<up>{_ABOVE})|(?P<down>{_BELOW}))(?P<what>[^，。；,;]{{0,24}})$", re.IGNORECASE)


def beside_findings(case: Case) -> Iterator[Finding]:
    """Objections to a figure told as above another that the evidence has it below (高于三年前的29%)."""
    for quantity in case.sentence.quantities:
        mine = _side(case.sentence, quantity.start)
        if not mine:
            continue
        theirs = {
            _side(text, q.start)
            for text in case.evidence
            for q in text.quantities
            if q.unit_class == quantity.unit_class and same_value(q, quantity)
        }
        turned = (start <= quantity.start <= end for (start, end), _, _ in told_from_other_side(case))
        if theirs == {-mine} and not any(turned) and not _denied_there(case.sentence, quantity.start):
            yield Finding("direction", "fail", "direction", (quantity.text.strip(), "—"))
            return
    for date in case.sentence.dates:
        mine = _side(case.sentence, date.start)
        known = {
            _side(t, d.start) for t in case.evidence for d in t.dates if (d.year, d.month) == (date.year, date.month)
        }
        if mine and -mine in known and mine not in known:
            yield Finding("role", "fail", "role", (date.text.strip(),))
            return


def _denied_there(sentence: Passage, start: int) -> bool:
    """Whether a sentence denies something of those beyond a mark: none above it may, only those below it may."""
    clause = clause_at(sentence, start)
    return clause is not None and bool(_NONE_OF.search(clause.text))


_NONE_OF = lazy_pattern(r"[不未没无非]|\b(?:no|not|none|nobody|cannot|never)\b|n't\b", re.IGNORECASE)


def _side(text: Passage, start: int) -> int:
    match = _BESIDE.search(text.text[max(0, start - 40) : start])
    if match is None or any(
        q.end <= start and q.start >= max(0, start - 40) + match.start("what") and q.unit_class != "months"
        for q in text.quantities
    ):
        return 0
    return 1 if match["up"] else -1
