"""Parts of a whole in another form: 0.91 and 91 %, 130 % of the target and three tenths above it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from synthesis.engine.drafting.guards.nearness import tells
from synthesis.engine.drafting.guards.types import Case, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

#: What is told as a decimal between nought and one.
_RATE = {
    "zh": lazy_pattern(
        r"率|比例|占比|比重|份额|灵敏度|敏感度|敏感性|特异[度性]|精[确密]?度|准确度|概率|可能性|召回|得分"
    ),
    "en": lazy_pattern(
        r"\b(?:sensitivity|specificity|accuracy|precision|recall|rates?|share|proportion|fraction|probability|likelihood|ratio)\b"
    ),
}
_OF = {
    "zh": lazy_pattern(r"(?:完成|达到?|实现|为|是|相当于|占|仅及)[^，。；]{0,14}$"),
    "en": lazy_pattern(
        r"\s?(?:%|percent|per cent)?\s?of (?:the|its|their|an?|that|those|what|last|initial|\w+['’]s)\b"
    ),
}
_ABOVE = {
    "zh": lazy_pattern(r"超[出过额]?|[高多]出|高于|多于|[高多](?=[^，。；]{0,4}$)|溢价"),
    "en": lazy_pattern(r"\b(?:exceed\w*|above|over|more|higher|beat\w*|surpass\w*|overshot|ahead|outperform\w*)\b"),
}
_BELOW = {
    "zh": lazy_pattern(r"低于|少于|[差欠缺短]|不及|未及|低了?(?=[^，。；]{0,4}$)|少了?(?=[^，。；]{0,4}$)"),
    "en": lazy_pattern(r"\b(?:below|under|short|less|lower|fewer|miss\w*|undershot|behind)\b"),
}
_WHOLE = Decimal(100)
_NEAR = {"zh": 16, "en": 48}


def told_in_hundredths(case: Case, quantity: Quantity) -> bool:
    """Whether a share, or a difference of shares, is one that the evidence tells in another form."""
    if quantity.unit_class not in {"percent", "point"}:
        return False
    value = abs(quantity.value)
    for text in case.evidence:
        decimals = [100 * q.value for q in _decimals(text)]
        if quantity.unit_class == "percent" and any(tells(quantity, one, reckoned=True) for one in decimals):
            return True
        if quantity.unit_class == "point" and any(a - b == value for a, b in permutations(decimals, 2)):
            return True
        if quantity.unit_class == "percent" and _beyond_the_whole(case.sentence, quantity, text):
            return True
    return False


def _decimals(text: Passage) -> Iterator[Quantity]:
    """The plain figures between nought and one of a sentence that speaks of a rate."""
    for q in text.quantities:
        start, end = text.sentence_span(q.start)
        if q.unit_class == "number" and 0 < q.value < 1 and _RATE[text.language].search(text.text, start, end):
            yield q


def _beyond_the_whole(sentence: Passage, quantity: Quantity, text: Passage) -> bool:
    near = sentence.text[max(0, quantity.start - _NEAR[sentence.language]) : quantity.end + _NEAR[sentence.language]]
    above, below = (bool(words[sentence.language].search(near)) for words in (_ABOVE, _BELOW))
    for q in text.quantities:
        if q.unit_class != "percent" or not _is_of_something(text, q):
            continue
        if above and q.value > _WHOLE and tells(quantity, q.value - _WHOLE, reckoned=True):
            return True
        if below and q.value < _WHOLE and tells(quantity, _WHOLE - q.value, reckoned=True):
            return True
    return False


def _is_of_something(text: Passage, quantity: Quantity) -> bool:
    """Whether a share is told of a target, a plan, another figure."""
    if text.language == "en":
        return _OF["en"].match(text.text, quantity.end) is not None
    before = text.text[max(0, quantity.start - 18) : quantity.start]
    return before.endswith("的") and _OF["zh"].search(before[:-1]) is not None
