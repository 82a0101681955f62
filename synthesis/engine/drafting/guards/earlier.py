"""Comparisons told from the earlier time: 前年比去年大, were higher before, used to be longer than they are now.

What was more then is less now, so that such a reading runs the other way.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.guards.types import Clause, Passage
from synthesis.engine.patterns import lazy_pattern

_COMPARATIVE = {
    "zh": lazy_pattern(r"^[更较]|^[高大多长快强好贵重低小少短慢弱差轻]$|^便宜$|^(?:[高多大长快好]于|超过|超出|[低少小短慢差]于|不及|不如)$"),
    "en": lazy_pattern(r"(?:\ber|[a-z]er|more|less|fewer|better|worse)(?: than)?$|^more\b|^less\b", re.IGNORECASE),
}  # fmt: skip
_THEN = {
    "zh": lazy_pattern(
        r"前年|去年|上年|上个?[月季周]|昨[天日]|此前|从前|以前|过去|当年|原先|原来|往年|早年|早先|(?:[一二两三四五六七八九十几\d]+(?:年|个月|周|天)|疫情|战|改革|改造|实施|调整|合并)(?:之|以)?前"
    ),
    "en": lazy_pattern(
        r"\b(?:used to|previously|formerly|earlier|in the past|once|back then|had been|(?:\w+ )?(?:years?|months?|weeks?|days?) (?:ago|before|earlier)|in (?:the )?(?:1[89]|20)\d\d(?:s\b|\b)|last (?:year|month|week|quarter|season)|before(?! (?:long|he|she|they)\b))\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
_NOW = {
    "zh": lazy_pattern(r"现在|如今|目前|今[年天日]|本[月季周]|当前|眼下|后来|之后"),
    "en": lazy_pattern(
        r"\b(?:now|today|nowadays|at present|currently|this (?:year|month|week|quarter|season))\b", re.IGNORECASE
    ),
}
_THAN = {
    "zh": lazy_pattern(r"(?:比|较|于|超过|超出|不及|不如|和|与|同)"),
    "en": lazy_pattern(r"\bthan\b|\bcompared (?:with|to)\b", re.IGNORECASE),
}
#: Times before, when nothing is set against them.
_ONCE = lazy_pattern(
    r"(?<!than )(?<!ahead of )(?<!above )(?<!below )(?<!over )(?<!from )(?<!since )(?<!against )(?<!behind )(?<!on )(?<!with )(?<!to )(?<!unlike )"
    r"\b(?:used to|previously|formerly|in the past|back then|had been|(?:a|one|two|three|five|ten|\d+) (?:years?|months?|weeks?) (?:ago|before|earlier)|before(?= the\b|\s*(?:$|[,.;|])))",
    re.IGNORECASE,
)
_BEFORE_LAST = lazy_pattern(r"前年|\bthe year before last\b|\btwo years (?:ago|earlier|before)\b", re.IGNORECASE)
_WAS = lazy_pattern(r"\b(?:was|were|had|used to|did)\b|\w{2,}ed\b", re.IGNORECASE)
_PART = {"zh": lazy_pattern(r"[，。；：]"), "en": lazy_pattern(r"[.;:]|, (?:and|but|while|though|although|whereas|yet)\b|\b(?:but|whereas)\b")}  # fmt: skip


def told_from_earlier(text: Passage, clause: Clause, start: int, end: int) -> bool:
    """Whether the comparative at [start, end) is told of an earlier time than the one it is set against."""
    language = text.language
    if not _COMPARATIVE[language].search(text.text[start:end]) or text.text[:start].endswith("to "):
        return False  # pressed to lower prices: a verb
    begin, stop = text.sentences[clause.sentence]
    if language == "en":
        begin = max([m.end() for m in _PART["en"].finditer(text.text, begin, start)], default=begin)
        cut = _PART["en"].search(text.text, end, stop)
        stop = cut.start() if cut else stop
        return _english(text.text, begin, start, end, stop)
    begin, stop = clause.start, clause.end
    return _chinese(text, begin, start, end, stop)


def _english(text: str, begin: int, start: int, end: int, stop: int) -> bool:
    than = _THAN["en"].search(text, start, stop)
    if than:
        told = text[begin:start] + " | " + text[end : max(end, than.start())]
        return bool(_THEN["en"].search(told) and _NOW["en"].search(text, than.end(), stop))
    if not _WAS.search(text, begin, stop):
        return False
    comma = text.find(",", end, stop)
    told = text[begin:start] + " | " + text[end : comma if comma >= 0 else stop]
    return bool(_ONCE.search(told)) and not _NOW["en"].search(told)


def _chinese(text: Passage, begin: int, start: int, end: int, stop: int) -> bool:
    folded = text.text
    than = folded.rfind("比", begin, start)
    after = (than + 1, start) if than >= 0 else (end, stop)
    head = folded[begin : than if than >= 0 else start]
    mark = folded[slice(*after)]
    early = max(_THEN["zh"].finditer(head), key=lambda m: m.start(), default=None)
    if early is not None:
        if _NOW["zh"].search(mark):
            return True
        return bool(_BEFORE_LAST.fullmatch(early.group())) and bool(re.search(r"去年|上年", mark))
    dated = [
        [d for d in text.dates if d.year and a <= d.start < b]
        for a, b in ((begin, than if than >= 0 else start), after)
    ]
    if len(dated[0]) == len(dated[1]) == 1 and not re.search(r"[^\d年月日]{9}", mark):
        times = [(d[0].year or 0, d[0].month or 0) for d in dated]
        return times[0] < times[1]
    days = [_DAY.findall(part) for part in (head, mark)]
    return len(days[0]) == len(days[1]) == 1 and _WEEK.index(days[0][0]) < _WEEK.index(days[1][0])


_DAY = lazy_pattern(r"周([一二三四五六日])")
_WEEK = "一二三四五六日"
