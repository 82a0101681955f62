"""Which of two events came first: as the sentence orders them, beside the dates the evidence has of them and its own order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.date_fits import plain
from synthesis.engine.drafting.guards.dates import inherited
from synthesis.engine.drafting.guards.forms import Forms
from synthesis.engine.drafting.guards.measured import side_keys
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities.find import DateMention
from synthesis.engine.patterns import lazy_pattern

_THEN_ZH = "随后|之后|然后|接着|其后|后来|此后|继而|紧接着|而后|稍后"
_ZH = [
    rf"(?:首先|先行?|率先)(?P<x>[^，。；]{{2,40}})，(?:直到|直至)?(?:{_THEN_ZH}|再|才|又|最后|并在?[^，。；]{{0,8}}后)(?:又|才|再|则|接着)?(?P<y>[^。；]{{2,40}})",
    rf"(?P<x>[^，。；]{{2,40}})，(?:直到|并于?|且)?(?P<y>[^，。；]{{0,12}}(?:{_THEN_ZH})(?:又|才|再|则|接着)?[^，。；]{{2,40}})",
    r"(?P<x>[^，。；]{2,40}?)(?:之后|以后|(?<![今最落售背战前先事随其此然而稍])后)，?(?:又|才|再|便|就|则)?(?P<y>(?!的|续|台|期|者|方|勤|端|市|备|排)[^，。；]{3,40})",
    r"(?P<y>[^，。；]{2,40}?)(?:之前|以前|(?<![目此当先提年月日周天期向生在])前)，?(?P<x>(?!的|者|景|列|端|沿|提|后|往|期|[一两二三四五六七八九十几数半\d])[^，。；]{3,40})",
    r"(?P<x>[^，。；]{2,40}?)(?:早于|先于)(?P<y>[^，。；]{2,40})",
    r"(?P<y>[^，。；]{2,40}?)(?:晚于|迟于|后于)(?P<x>[^，。；]{2,40})",
    r"(?P<x>[^，。；]{2,40}?)在前，(?P<y>[^，。；]{2,40}?)在后",
    r"(?P<y>[^，。；]{2,40})，(?:在此之前|此前|之前)(?:便|就|已经?|还|曾)*(?P<x>[^，。；]{3,40})",
    r"(?P<x>[^，。；]{2,40}?)比(?P<y>[^，。；]{2,40}?)(?:更|还|要|来得)?(?:早|先)(?=$|[，。；了一半数\d])",
    r"(?P<y>[^，。；]{2,40}?)比(?P<x>[^，。；]{2,40}?)(?:更|还|要|来得)?(?:晚|迟)(?=$|[，。；了一半数\d])",
]  # fmt: skip
_NOT_YEAR = r"(?!(?:about |around |the )?(?:\d|january|february|march|april|may \d|june|july|august|september|october|november|december|that\b|this\b|which|tax))"
_EN = [
    r"(?:\bfirst (?P<x>[^.;,]{4,90}?),?(?: and| but)? (?:then|later|subsequently|afterwards|only then|only later) (?P<y>[^.;]{4,90}))",
    r"^\s*(?:before|prior to)\s(?P<y>[^.;,]{4,90}), (?P<x>[^.;]{4,110})",
    r"^\s*(?:after|following|once|having)\s(?P<x>[^.;,]{4,90}), (?P<y>[^.;]{4,110})",
    rf"(?P<x>[^.;,]{{4,90}}?),? (?:(?:well|long|shortly|just|some time|months|years) )?(?:before|earlier than|prior to|preceded|(?:was|were|is|are) followed by) {_NOT_YEAR}(?P<y>[^.;,]{{4,90}})",
    rf"(?P<y>[^.;,]{{4,90}}?),? (?:(?:well|long|shortly|just|some time|months|years|only) )?(?:after|later than|following|(?<!was )(?<!were )(?<!is )(?<!are )followed(?! by)) {_NOT_YEAR}(?P<x>[^.;,]{{4,90}})",
    r"(?P<x>[^.;,]{4,90}?),? (?:and|but) (?:then|later|subsequently|afterwards|only later|only then) (?P<y>[^.;,]{4,90})",
    r"(?P<x>[^.;,]{4,90}?) had already (?P<x2>[^.;,]{4,90}?) (?:when|by the time) (?P<y>[^.;,]{4,90})",
    r"\bby the time (?P<y>[^.;,]{4,90}), (?P<x>[^.;]{4,90})",
]  # fmt: skip
_FORMS = {"zh": Forms(_ZH), "en": Forms(_EN)}
_MODAL = lazy_pattern(
    r"如果|若|一旦|须|应当?|必须|方可|才能|\b(?:if|unless|until|whether|must|should|shall|can|may|might|would|need)\b",
    re.IGNORECASE,
)
_RELATIVE_YEARS = {"last-year": -1, "this-year": 0, "next-year": 1, "past-1-year": -1, "next-1-year": 1}
_AT_HEAD = lazy_pattern(
    r"\s*(?:and|but|while|then|later|later that year|by|in|on|since|from|until|early|late|mid|it was|only)?\s*(?:in|on|by|the|early|late|mid)?\s*[-]?(?:the\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ordered:
    """Two events as told, the earlier first: what each is told with, and the wording."""

    earlier: frozenset[str]
    later: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class Dated:
    """An event of the evidence: what it is told with, its date, and that as a scale with its first and last month."""

    keys: frozenset[str]
    date: DateMention
    scale: str
    first: int
    last: int


@lru_cache(maxsize=2048)
def orders(text: Passage) -> tuple[Ordered, ...]:
    """The events of a passage that its words put in order."""
    found = []
    for begin, stop in text.sentences:
        if _MODAL.search(text.text, begin, stop):
            continue
        for match in _FORMS[text.language].matches(text.text, begin, stop):
            spans = [_whole(text, match, "x", begin)]
            if match.groupdict().get("x2"):
                spans.append(match.span("x2"))
            earlier, later = side_keys(text, tuple(spans)), side_keys(text, (_whole(text, match, "y", begin),))
            if earlier - later and later - earlier:
                found.append(Ordered(earlier - later, later - earlier, match.group().strip()))
    return tuple(found)


_EVENT = lazy_pattern(r"\b(?:was|were|is|are|has|have|had|did|\w{3,}ed)\b", re.IGNORECASE)


def _whole(text: Passage, match: re.Match[str], name: str, begin: int) -> tuple[int, int]:
    """The span of an event, from the begin of the sentence where it is an aside without a verb (…, a third more, after …)."""
    start, end = match.span(name)
    aside = start == match.start() and start > begin and not _EVENT.search(text.text, start, end)
    behind = text.text[:start].rstrip().endswith(",")
    return (begin, end) if aside and behind and text.language == "en" else (start, end)


@lru_cache(maxsize=2048)
def dated_events(text: Passage) -> tuple[Dated, ...]:
    """The events of a passage that have a date of their own."""
    dates = [plain(d) for d in inherited(text)]
    found = []
    for date in dates:
        scale = _scale(date)
        begin, stop = text.sentence_span(date.start)
        if scale is None:
            continue
        low = max((d.end for d in dates if begin <= d.end <= date.start), default=begin)
        high = min((d.start for d in dates if date.end <= d.start < stop), default=stop)
        span = (date.end, high)
        if text.language == "en" and not _AT_HEAD.fullmatch(text.text, low, date.start):
            span = (low, date.start)
        keys = side_keys(text, (span,))
        if keys:
            found.append(Dated(keys, date, *scale))
    return tuple(found)


def _scale(date: DateMention) -> tuple[str, int, int] | None:
    """The scale a date lies on (absolute, of one year, relative) with its first and last month; None for a period."""
    if date.end_year or date.end_month or date.plan is not None:
        return None
    if date.relative:
        year = _RELATIVE_YEARS.get(date.relative)
        name = "relative"
    else:
        year, name = (date.year, "absolute") if date.year else (0, "year")
    if year is None or (name == "year" and not (date.month or date.quarter or date.half)):
        return None
    start, length = 12 * year, 12
    if date.month:
        start, length = start + date.month - 1, 1
    elif date.quarter:
        start, length = start + 3 * (date.quarter - 1), 3
    elif date.half:
        start, length = start + 6 * (date.half - 1), 6
    days = 31
    at = days * start + (date.day - 1 if date.day and date.month else 0)
    return name, at, at if date.day and date.month else at + days * length - 1


def order_findings(case: Case) -> Iterator[Finding]:
    """Objections to events told in the other order than their dates, or than all of the evidence tells them."""
    texts = [text for text in case.evidence if text.language == case.sentence.language]
    events = [event for text in texts for event in dated_events(text)]
    told = [order for text in texts for order in orders(text)]
    for mine in orders(case.sentence):
        verdicts = [v for one in events for other in events if (v := _by_dates(mine, one, other))]
        verdicts += [(sign, other.text) for other in told if (sign := _by_words(mine, other))]
        if verdicts and all(sign < 0 for sign, _ in verdicts):
            yield Finding("number", "fail", "order", (mine.text, verdicts[0][1]))
            return


def _by_dates(mine: Ordered, one: Dated, other: Dated) -> tuple[int, str] | None:
    """1 or −1 where two events of one scale are those of an order and came so or the other way, with their dates."""
    if one.scale != other.scale or not one.last < other.first:
        return None
    sign = _sign(mine, one.keys - other.keys, other.keys - one.keys)
    return (sign, f"{one.date.text.strip()} → {other.date.text.strip()}") if sign else None


def _by_words(mine: Ordered, other: Ordered) -> int:
    return _sign(mine, other.earlier, other.later)


def _sign(mine: Ordered, earlier: frozenset[str], later: frozenset[str]) -> int:
    """1 where what is told as earlier and later is so, −1 where it is the other way round, 0 where neither is clear."""
    straight = len(mine.earlier & earlier), len(mine.later & later)
    crossed = len(mine.earlier & later), len(mine.later & earlier)
    if all(straight) and (not all(crossed) or sum(straight) > _CLEARLY * sum(crossed)):
        return 1
    return -1 if all(crossed) and (not all(straight) or sum(crossed) > _CLEARLY * sum(straight)) else 0


_CLEARLY = 2
