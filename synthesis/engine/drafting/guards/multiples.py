"""How many times one thing is another, or what part of it: as the sentence says it, beside the figures of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import permutations

from synthesis.engine.drafting.guards.measured import alike_measured, fit, side_keys, to_compare
from synthesis.engine.drafting.guards.nearness import tells
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

_IS_ZH = lazy_pattern(
    r"(?P<a>[^，。；：]{1,40}?)(?:只有|仅有|仅为|仅是|只是|不到|不足|相当于|达到?|约为|约是|约合|正好是|恰[好为是]*|几乎是|大致是|[是为])(?:了|约|近|超过?|逾)?(?P<b>[^，。；：]{1,24}?)的(?:近|约|大约|整整|不到|不足|超过?|逾|将近)?$"
)
_MORE_ZH = lazy_pattern(
    r"(?P<a>[^，。；：]{1,40}?)比(?P<b>[^，。；：]{1,24}?)(?:高出?|多出?|大|贵|长|重|增加)(?:了|约|近|超过?)?$"
)
_BEFORE_EN = lazy_pattern(
    r"(?P<a>[^.;,]{2,90}?)(?:\s(?:only|just|about|around|nearly|almost|roughly|some|over|more than|less than|under|fully|at|to|by))*\s$",
    re.IGNORECASE,
)
_AFTER_EN = lazy_pattern(
    r"\s?(?:times\s)?(?:(?:as|so)\s\w+(?:\s[\w'’-]+){0,5}?\sas|(?:larger|bigger|higher|greater|more|longer|heavier)(?:\s[\w'’-]+){0,3}\sthan|(?:of\s|that of\s|those of\s|what\s|the\s\w+\sof\s|of\sthe\s\w+\sof\s|of\sthat\s(?:of|for|at|in)\s))\s?(?P<b>[^.;,]{2,70})",
    re.IGNORECASE,
)


_FIGURE = lazy_pattern(r"\d")


@dataclass(frozen=True, slots=True)
class Multiple:
    """A figure that says how many times its first side is the second, and both sides."""

    quantity: Quantity
    first: frozenset[str]
    second: frozenset[str]
    text: str
    start: int


@lru_cache(maxsize=2048)
def multiples(text: Passage) -> tuple[Multiple, ...]:
    """The multiples and parts of a passage that name both sides."""
    found = []
    for quantity in text.quantities:
        if quantity.unit_class not in {"fold", "percent"} or quantity.high is not None:
            continue
        begin, stop = text.sentence_span(quantity.start)
        spans = next(_sides(text, quantity, begin, stop), None)
        if spans is None:
            continue
        first, second = side_keys(text, (spans[0],)), side_keys(text, (spans[1],))
        if not first - second and _FIGURE.search(text.text, *spans[1]):
            continue  # nearly half of the 96 pumps: no other thing
        if not first - second:
            first |= side_keys(text, ((begin, spans[0][0]),))
        if first - second and second - first:
            wording = text.text[spans[0][0] : max(spans[1][1], quantity.end)].strip()
            found.append(Multiple(quantity, first - second, second - first, wording, quantity.start))
    return tuple(found)


def _sides(
    text: Passage, quantity: Quantity, begin: int, stop: int
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The spans of the two sides of a figure, the one it is told of first."""
    start = max(begin, *(text.text.rfind(mark, begin, quantity.start) + 1 for mark in "，,；;"))
    before = text.text[start : quantity.start]
    if text.language == "zh":
        patterns = (_IS_ZH, _MORE_ZH) if quantity.unit_class == "fold" else (_IS_ZH,)
        for pattern in patterns:
            if match := pattern.search(before):
                yield _moved(match.span("a"), start), _moved(match.span("b"), start)
        return
    opened = _BEFORE_EN.fullmatch(before)
    after = _AFTER_EN.match(text.text, quantity.end, stop)
    if opened and after:
        yield _moved(opened.span("a"), start), after.span("b")


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


@lru_cache(maxsize=256)
def judged_multiples(case: Case) -> tuple[tuple[Multiple, int, str], ...]:
    """The multiples of the sentence of which the evidence has both sides: 1 as it says, −1 the other way round, with the
    figures; those that neither way gives are left out."""
    found = []
    for mine in multiples(case.sentence):
        begin, stop = case.sentence.sentence_span(mine.start)
        items = to_compare(case, case.sentence.text[begin:stop], begin, stop)
        rows = []
        for one, other in permutations(items, 2):
            if not alike_measured(one, other) or one.value <= 0 or other.value <= 0:
                continue
            score = fit(one.keys, other.keys, mine.first, mine.second)
            if score:
                says = _says(mine.quantity, one.value, other.value)
                rows.append((says, score, f"{one.label.quantity.text.strip()}、{other.label.quantity.text.strip()}"))
        if any(says > 0 for says, _, _ in rows):
            found.append((mine, 1, ""))
        elif rows and (best := max(rows, key=lambda r: r[1]))[0] < 0:
            found.append((mine, -1, best[2]))
    return tuple(found)


def _says(quantity: Quantity, one: Decimal, other: Decimal) -> int:
    """1 when a figure tells what the first value is of the second, −1 when it tells the reverse, 0 for neither."""
    scale = 100 if quantity.unit_class == "percent" else 1
    if tells(quantity, one / other * scale, reckoned=True):
        return 1
    return -1 if tells(quantity, other / one * scale, reckoned=True) else 0


def multiple_holds(case: Case, quantity: Quantity) -> bool:
    """Whether a figure is as many times, or as large a part of, another thing as the figures of both give."""
    return any(mine.quantity is quantity and says > 0 for mine, says, _ in judged_multiples(case))


def multiple_findings(case: Case) -> Iterator[Finding]:
    """Objections to multiples that the evidence has the other way round."""
    for mine, says, wording in judged_multiples(case):
        if says < 0:
            yield Finding("number", "fail", "misbound", (mine.quantity.text.strip(), wording, mine.text))
            return
