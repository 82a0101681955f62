"""Rises that became falls and falls that became rises: which way a course went last, whatever the order of its telling.

先降后升, 下降之后又上升, "fell at first and then recovered", "returned to profit after a loss" are one course.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from synthesis.engine.drafting.guards.types import Passage
from synthesis.engine.patterns import lazy_pattern


class Pole(NamedTuple):
    """A rise or fall as told: class, +1 or −1 with denials counted in, half-open span, words of what moves."""

    axis: str
    sign: int
    start: int
    end: int
    thing: frozenset[str] = frozenset()


#: Keys that tell how something moves, not what.
_MANNER = frozenset("first initial brief short early sharp steep slight modest temporary".split())
_AXES = frozenset({"amount", "result", "state", "speed"})
_ON_ZH = lazy_pattern(r"后|转|再|又|陷入|继而|随即|变为|变成|至|到|扭转[^，。；]*，")
_FIRST_ZH = lazy_pattern(r"先|起初|最初|一度|由|从|扭转|一开始|短暂")
_AFTER_ZH = lazy_pattern(r"[之以年月]后|后(?=[因又再转开随])")
_BACK_ZH = lazy_pattern(r"之前|以前|前(?=[，一曾])")
#: What was so before is told after what it became: 出现亏损，此前是盈利的.
_WAS_BEFORE = lazy_pattern(r"[，；](?:而)?(?:此前|之前|原先|原本|先前|以前)[^，。；]{0,4}$")
_ON_EN = lazy_pattern(
    r"\b(?:then|before|later|subsequently|afterwards|and (?:eventually|finally)|(?:in)?to)\b", re.IGNORECASE
)
_FIRST_EN = lazy_pattern(r"\b(?:at )?first\b|\binitial(?:ly)?\b|\bfrom\b|\bturn(?:s|ed|ing)\b|\bonce\b", re.IGNORECASE)
_AFTER_EN = lazy_pattern(r"\b(?:after|following)\s(?:(?!\bthen\b)[\w'’-]+\s){0,4}$", re.IGNORECASE)
_BEFORE_EN = lazy_pattern(r"\bbefore\s(?:\w+\s){0,2}$|\bthen\b", re.IGNORECASE)
_WHOLE = (
    ("amount", 1, lazy_pattern(r"[先由][降跌减抑低]\w?[后转][升涨增扬高]|止跌回升|触底反弹|触底回升|不降反升")),
    ("amount", -1, lazy_pattern(r"[先由][升涨增扬高]\w?[后转][降跌减抑低]|冲高回落|见顶回落|不升反降|不增反降")),
    ("result", 1, lazy_pattern(r"扭亏|由负转正|由亏转盈|转亏为盈")),
    ("result", -1, lazy_pattern(r"由正转负|由盈转亏|转盈为亏")),
    ("result", 1, lazy_pattern(r"\b(?:return\w*|swung|swing\w*|mov\w+|back|went|came|turn\w*)(?: back)? (?:in)?to (?:a |an |the )?(?:\w+ )?(?:profit\w*|surplus|black)\b|\bback in (?:profit|surplus|the black)\b|\bturned (?:a profit|profitable)\b", re.IGNORECASE)),
    ("result", -1, lazy_pattern(r"\b(?:return\w*|swung|swing\w*|mov\w+|back|went|slipp?\w*|f[ae]ll\w*|plung\w+|slid\w*|turn\w*)(?: back)? (?:in)?to (?:a |an |the )?(?:\w+ )?(?:loss\w*|deficit|red)\b|\b(?:swung|swing\w*|turn\w*|mov\w+|went) from (?:a |an )?(?:\w+ ){0,3}(?:profit|surplus) (?:[^,.;]{0,30} )?to (?:a |an )?(?:\w+ )?(?:loss|deficit)\b", re.IGNORECASE)),
)  # fmt: skip


def courses(text: Passage, poles: Sequence[Pole]) -> Iterator[Pole]:
    """The courses of a passage as poles of the class "turn …", each at the pole it ended in."""
    for axis, sign, pattern in _WHOLE:
        for match in pattern.finditer(text.text):
            yield Pole(f"turn {axis}", sign, *match.span())
    for begin, stop in text.sentences:
        for axis in _AXES:
            inside = sorted({p for p in poles if p.axis == axis and begin <= p.start < stop}, key=lambda p: p.start)
            if len(inside) == 2 and inside[0].sign == -inside[1].sign:
                first, second = inside
                things = first.thing - _MANNER, second.thing - _MANNER
                apart = all(things) and not things[0] & things[1]
                last = None if apart else _last(text, begin, first, second)
                if last is not None:
                    yield last._replace(axis=f"turn {axis}")


def _last(text: Passage, begin: int, first: Pole, second: Pole) -> Pole | None:
    """Which of two poles came last; None when the sentence does not tell."""
    before, between = text.text[begin : first.start], text.text[first.end : second.start]
    if text.language == "zh":
        if _WAS_BEFORE.search(between):
            return first
        if _BACK_ZH.search(between):
            return None
        return second if (_FIRST_ZH.search(before) and _ON_ZH.search(between)) or _AFTER_ZH.search(between) else None
    if _AFTER_EN.search(between):
        return first
    if _AFTER_EN.search(before):
        return second
    if _BEFORE_EN.search(between):
        return second
    return second if _ON_EN.search(between) and _FIRST_EN.search(before + between) else None
