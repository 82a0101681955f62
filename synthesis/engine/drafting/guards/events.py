"""Which date belongs to which event: adopted in November, in force from March; begun in 2017, opened in 2022.

Events are known by groups of verbs. An event is misdated when the evidence dates it otherwise and gives its date in the
sentence to an event of another group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.date_fits import date_fits
from synthesis.engine.drafting.guards.dates import inherited
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities.find import DateMention
from synthesis.engine.patterns import lazy_pattern

_GROUPS = {
    "adopt": r"通过|颁布|公布|发布|印发|出台|签发|\b(?:adopted|passed|enacted|promulgated|published|issued|released|unveiled)\b",
    "force": r"施行|生效|实施|\b(?:(?:c[ao]mes?|coming|enter(?:ed|s)?|went|goes|put|been) (?:in ?to|in) force|(?:took|tak(?:es?|ing|en)) effect|effective)\b",
    "start": r"开工|动工|始建|开建|奠基|破土|\b(?:broke ground|(?:construction|work|building) (?:on [\w ]{1,30} )?(?:began|started|begins?|starts?)|began building)\b",
    "finish": r"竣工|完工|建成|封顶|落成|\b(?:completed|finished|topped out)\b",
    "open": r"开通|通车|投产|投运|开业|启用|投用|投入(?:使用|运营|运行)|开馆|开园|开放|\b(?:opened|(?:entered|went into|came into) (?:service|operation)|commissioned|came on stream|inaugurated)\b",
    "apply": r"\bbec(?:ame|omes?) applicable|applicable(?= (?:from|since|as of|on)\b)|\bappl(?:y|ies|ied)(?= (?:from|since|as of)\b)",
    "propose": r"提出|提议|申请|申报|立项|\b(?:proposed|filed|applied|submitted)\b",
    "approve": r"批准|获批|核准|批复|\b(?:approv(?:ed|al)|authori[sz](?:ed|ation)|licensed)\b",
    "market": r"上市|挂牌|登陆|发售|\b(?:listed|went (?:public|on sale)|launched|reached (?:\w+ )?(?:pharmacies|shops|stores|shelves|market))\b",
    "found": r"成立|创立|创办|组建|\b(?:founded|incorporated)\b",
    "set_up": r"设立|\b(?:established|set up)\b",
    "buy": r"收购|并购|\b(?:acquired|took over|bought)\b",
    "end": r"关闭|停产|停运|终止|废止|退市|解散|\b(?:closed|shut|expired|ceased|repealed|dissolved|abolished)\b",
    "sign": r"签署|签约|签订|\bsigned\b",
    "office": r"当选|就任|上任|任命|\b(?:elected|took office|appointed)\b",
}
_EVENT = lazy_pattern("|".join(f"(?P<{name}>{words})" for name, words in _GROUPS.items()), re.IGNORECASE)
_AFTERWARDS = lazy_pattern(r"\s*[于在]\s*")
_BESIDE_EN = lazy_pattern(
    r"[^,;:.]{0,30}?\b(?:in|on|from|since|by|until|of)(?: the)?(?: (?:end|start|beginning|middle) of)?\s+",
    re.IGNORECASE,
)
_ASIDE = lazy_pattern(r"\b(?:after|before|later|earlier|following|since|until)\b|[;:]", re.IGNORECASE)
_ASIDE_ZH = lazy_pattern(r"[；：]|之后|以后|此前|前后|[^，]，[^，]*，")
_REACH = 40
_KIN = frozenset({"found", "open", "set_up"})  # a firm is set up when founded, a laboratory when opened


def event_findings(case: Case) -> Iterator[Finding]:
    """Objections to events told with the date of another event."""
    theirs = [pair for text in case.evidence for pair in _dated_events(text)]
    for event, date in _dated_events(case.sentence):
        own = [d for e, d in theirs if _same(e, event)]
        other = [d for e, d in theirs if not _same(e, event) and date_fits(date, d)]
        if own and other and not any(date_fits(date, d) or date_fits(d, date) for d in own):
            yield Finding("number", "fail", "date_bound", (date.text.strip(), own[0].text.strip()))
            return


def _same(one: str, other: str) -> bool:
    """Whether two groups may tell one event."""
    return one == other or ("set_up" in {one, other} and {one, other} <= _KIN)


@lru_cache(maxsize=2048)
def _dated_events(text: Passage) -> tuple[tuple[str, DateMention], ...]:
    """Events with the one date that stands next to each, no other event between the two."""
    events = list(_EVENT.finditer(text.text))
    dates = [d for d in inherited(text) if (d.year or d.month) and not d.relative and d.end_year is None]
    found = []
    for match in events:
        span = text.sentence_span(match.start())
        low = max((e.end() for e in events if e.end() <= match.start()), default=span[0])
        high = min((e.start() for e in events if e.start() >= match.end()), default=span[1])
        before = [d for d in dates if max(low, span[0], match.start() - _REACH) <= d.start and d.end <= match.start()]
        after = [d for d in dates if match.end() <= d.start and d.end <= min(high, span[1], match.end() + _REACH)]
        chosen = _next(text, match, before, after)
        if chosen is not None:
            found.append((str(match.lastgroup), chosen))
    return tuple(found)


def _next(
    text: Passage, match: re.Match[str], before: list[DateMention], after: list[DateMention]
) -> DateMention | None:
    """Chinese dates stand before their verb unless 于 follows it, English ones after it, else before it."""
    if text.language == "zh":
        if after and _AFTERWARDS.fullmatch(text.text, match.end(), after[0].start):
            return after[0]
        return _unbroken(text, before, match, _ASIDE_ZH)
    if after and _BESIDE_EN.fullmatch(text.text, match.end(), after[0].start):
        return after[0]
    return None if after else _unbroken(text, before, match, _ASIDE)


def _unbroken(
    text: Passage, before: list[DateMention], match: re.Match[str], aside: re.Pattern[str]
) -> DateMention | None:
    """The date before an event, when nothing between the two says that it is of something else."""
    return None if not before or aside.search(text.text, before[-1].end, match.start()) else before[-1]
