"""One thing at two times: higher than in 2019, 比去年少, beside the figures that the evidence has of it then and now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.earlier import told_from_earlier
from synthesis.engine.drafting.guards.moves import told_at
from synthesis.engine.drafting.guards.readings import Reading
from synthesis.engine.drafting.guards.types import Passage
from synthesis.engine.patterns import lazy_pattern

_YEAR = r"(?:19|20)\d\d"
_SPAN_ZH = r"[一二两三四五六七八九十\d]+(?:年|个月)前"
_REF_ZH = rf"(?:(?P<y>{_YEAR})年|现在|如今|目前|今年|本[月季]|去年|上年|前年|前一年|上一年|此前|以往|过去|当年|上个?月|上个?季度?|{_SPAN_ZH})(?:同期|同月)?(?:的?(?:水平|数字|数量|规模))?"
_UP_ZH, _DOWN_ZH = "高多大长贵重", "低少小短轻"
_ZH = (
    lazy_pattern(
        rf"(?:比|较){_REF_ZH}(?:更|还|要|略|稍|明显|大幅)?(?P<w>便宜|[{_UP_ZH}{_DOWN_ZH}])(?=$|[，。；出了些得]|约|近|\d)"
    ),
    lazy_pattern(rf"(?P<w>[{_UP_ZH}]于|超过|超出|超越|[{_DOWN_ZH}]于|不及|不如){_REF_ZH}(?=$|[，。；的])"),
    lazy_pattern(
        rf"(?:与|和|同|跟|相较于?|相比于?){_REF_ZH}(?:相比)?，[^，。；]{{1,30}}?(?:更|较|偏)(?P<w>便宜|[{_UP_ZH}{_DOWN_ZH}])(?=$|[，。；])"
    ),
)
_EN = (
    lazy_pattern(
        r"\b(?P<w>more|fewer|less|higher|lower|larger|smaller|bigger|greater|longer|shorter|cheaper|dearer|costlier|heavier|lighter)\b(?!\s(?:slow|rapid|quick)\w+)[^.;,]{0,60}?"
        r"\bthan (?:it |they |that |those )?(?:was |were |had been |did |had |they were )?(?:"
        rf"(?:in|at|during|for) (?:the )?(?:end of )?(?:(?P<y>{_YEAR})|(?:previous|preceding|prior|same|earlier) \w+|(?:year|month|quarter) (?:before|earlier))"
        r"|(?:a|the|one|two|three|four|five|ten|\d+) (?:years?|months?|quarters?|decades?|weeks?) (?:before|earlier|ago|previously)|last (?:year|month|quarter|season)|(?:before|previously|formerly)\b"
        r"|(?:(?:it|they|that|those) )?(?:is |are |do |does )?(?:now|today|nowadays|at present|currently|this (?:year|month|quarter|season))\b)",
        re.IGNORECASE,
    ),
)
_DOWN = lazy_pattern(rf"[{_DOWN_ZH}]于?|便宜|不[及如]|fewer|less|lower|smaller|shorter|cheaper|lighter", re.IGNORECASE)


@lru_cache(maxsize=2048)
def then_and_now(text: Passage) -> tuple[Reading, ...]:
    """The comparisons of one thing with itself at another time, as readings of an amount."""
    return tuple(_read(text))


def _read(text: Passage) -> Iterator[Reading]:
    for pattern in _ZH if text.language == "zh" else _EN:
        for match in pattern.finditer(text.text):
            clause = clause_at(text, match.start("w"))
            if clause is None:
                continue
            begin, stop = text.sentences[clause.sentence]
            year = int(match["y"]) if match["y"] else None
            others = [d.year for d in text.dates if begin <= d.start < stop and d.year and d.year != year]
            back = year is not None and bool(others) and max(others) < year  # of the earlier time beside the later
            back = back or told_from_earlier(text, clause, *match.span("w"))
            sign = -1 if (_DOWN.fullmatch(match["w"]) is not None) != back else 1
            yield from told_at(text, "amount", sign, match["w"], match.start("w"), match.end("w"))
