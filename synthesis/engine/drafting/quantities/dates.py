"""Dates and periods as they stand in a text: absolute, partial, ranges, five-year plans and relative ones.

Not for durations (`5年` alone is a quantity) and not a calendar: nothing is resolved against today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.quantities.numerals import ENGLISH_UNITS, chinese
from synthesis.engine.patterns import lazy_pattern

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_OF = {name: i for i, name in enumerate(_MONTHS, start=1)} | {
    name[:3]: i for i, name in enumerate(_MONTHS, start=1)
}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_DASH = r"\s*(?:[-–—~～]{1,2}|至|到)\s*"
_Y = r"(?:19|20)\d{2}"
# What four digits count when this follows them: no year then.
_COUNTED = (
    "万|亿|家|台|人|元|例|项|个|套|件|名|种|次|米|吨|所|座|辆|户|篇|公里|千米|千瓦|兆瓦|小时|分钟|平方|立方|升|毫升|克|千克|公斤"
    "|斤|亩|公顷|瓦|伏|株|头|张|床|艘|架|本|册|颗|部|余|多|[美欧日港韩加澳]元|英镑|卢布|卢比|[Mm]illion|[Bb]illion|dollars|euros|yuan"
    "|patients|companies|hospitals|units|(?:kilo)?(?:met|lit)(?:re|er)s?|tonn?e?s|people|square|hectares|acres|workers|jobs|households|homes|[kMGT]W|k[mg]|m[lm]|pounds|francs"
)
_N = r"(?:\d{1,3}|[一二两三四五六七八九十百]{1,3}|几|数)"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text, offsets in code points, half-open.

    `month`, `day`, `quarter` (1–4), `half` (1–2), `end_year`, `end_month` are None when not said. `edge` is "start",
    "end", "mid" or "". `relative` is the normalised wording of a date that depends on when it was written
    (`last-year`, `past-30-years`), `plan` the number of a Chinese five-year plan; both leave `year` empty.
    """

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    edge: str = ""
    relative: str = ""
    plan: int | None = None


_ABSOLUTE = [
    rf"(?:[Bb]etween\s+(?P<y>{_Y})\s+and|[Ff]rom\s+(?P<y_>{_Y})\s+(?:to|until|through|till))\s+(?P<y2>{_Y})(?!\d)",
    rf"(?P<y>{_Y})\s*年?(?:{_DASH})(?P<y2>{_Y})(?:\s*年(?![龄轻])|(?![\d.%]))",
    rf"(?P<y>{_Y})(?P<sep>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)",
    (
        rf"(?P<y>{_Y}|[一二][〇零○一二三四五六七八九]{{3}})\s*年\s*(?:度\s*)?"
        rf"(?:(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*(?:月\s*)?(?:{_DASH}(?P<m2>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*)?月份?"
        rf"(?:\s*(?P<d>3[01]|[12]?\d|三?十[一二三四五六七八九]?|二十[一二三四五六七八九]?|[一二三四五六七八九])\s*[日号])?"
        rf"|第?(?P<q>[一二三四1-4])\s*季度|[Qq](?P<q2>[1-4])|(?P<h>[上下])半年|前(?P<qn>[一二三])季度|(?P<q1>首个?季度?)|[前头](?P<ms>\d{{1,2}}|[一二两三四五六七八九十]{{1,2}})个?月)?(?P<edge>年?(?:[底末]|初(?![中级步等期])|中(?![国期欧央亚东西部美俄日韩医药铁石建标考位小学层产高低华科信通粮航远老越非泰等级型秋心介文英山老])))?"
    ),
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<mn>{_MONTH})\s*,?\s*(?P<y>{_Y})",
    rf"(?P<mn>{_MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,\s*(?P<y>{_Y})",
    rf"(?P<mn>{_MONTH})(?:{_DASH}|\s+(?:to|through|until|and)\s+)(?P<mn2>{_MONTH})\s*,?\s*(?:of\s+)?(?P<y>{_Y})(?!\d)",
    rf"(?P<mn>{_MONTH})\s*,?\s*(?:of\s+)?(?P<y>{_Y})(?!\d)",
    rf"[Ff]irst (?P<ms>two|three|four|five|seven|eight|nine|ten|eleven) months of (?P<y>{_Y})(?!\d)",
    (
        rf"(?:(?P<qe>[Qq][1-4]|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Oo]pening|[Cc]losing|[Ff]inal|[Ll]ast)[- ]quarter)"
        rf"|(?P<he>H[12]|(?:[Ff]irst|[Ss]econd|[Oo]pening|[Cc]losing|[Ff]ormer|[Ll]atter|[Ff]inal|[Ll]ast)[- ]half|[Ff]irst six months|[Ll]ast six months|[Ss]econd six months))\s*(?:of\s+)?(?:FY\s*)?(?P<y>{_Y})(?!\d)"
    ),
    rf"(?:(?P<ee>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)(?:\s+of\s+|-)|(?P<em>[Yy]ear-end)\s+)(?P<y>{_Y})(?!\d)",
    rf"(?<![\d.\-/A-Za-z])(?:FY\s*)?(?P<y>{_Y})\s*(?:[Qq](?P<q2>[1-4]))?(?![\d%]|[.,]\d|[-/]\d|\s*(?:{_COUNTED}))",
]
# No year of four digits before 1900 without one of these, or 年.
_BEFORE_YEAR = "|".join(
    rf"(?<=\b{word} )"
    for word in "in In since Since by By from From of until Until till dating dated born circa opened built founded".split()
)
_EARLY = [
    r"(?<!\d)(?P<y>1[0-8]\d{2})\s*年(?![前来间多的之])",
    rf"(?:{_BEFORE_YEAR})(?P<y>1[0-8]\d{{2}})(?![\d%]|[.,]\d|[-/–]\d|\s+(?:[a-z]{{3,}}s\b|million|billion|of\b|people|children|men|women|km|kg|ha|mu|yuan|per|(?:mega|giga|kilo)?(?:watt|met(?:re|er)|gram|ton|lit(?:re|er)|hectare|acre)|[kMGT]Wh?\b))",
]
_PARTIAL = [
    rf"(?<!\d)(?P<m>1[0-2]|0?[1-9])\s*月?{_DASH}(?P<m2>1[0-2]|0?[1-9])\s*月(?:份)?",
    r"(?P<m>1[0-2]|0?[1-9])\s*月(?:\s*(?P<d>3[01]|[12]?\d)\s*[日号])?(?:份|(?P<edge>底|末|初|中旬))?",
    r"(?P<m>十[一二]?|[一二三四五六七八九])月(?:份|(?P<edge>底|末|初))?",
    r"(?:今年)?前(?P<qn>[一二三])个?季度",
    r"(?:第)?(?P<q>[一二三四])季度|(?:今年)?(?P<h>[上下])半年",
    rf"(?P<mn>{_MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)",
    rf"(?<![\d.,])(?P<d>3[01]|[12]?\d)(?:st|nd|rd|th)?\s+(?P<mn>{_MONTH})(?!\w)",
    r"(?<!\w)(?P<mn>January|February|March|April|June|July|August|September|October|November|December|(?<=[Ii]n )May|(?<=[Bb]y )May|(?<=[Ss]ince )May|(?<=[Ff]rom )May|(?<=until )May|(?<=to )May)(?!\w)",
    r"\b(?P<qe>[Qq][1-4])\b|\b(?P<he>H[12])\b",
    r"(?:the\s+)?(?P<he>[Ff]irst|[Ss]econd|[Oo]pening|[Cc]losing|[Ff]ormer|[Ll]atter|[Ff]inal)[- ]half",
    r"(?:the\s+)?(?P<qe>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Oo]pening|[Cc]losing|[Ff]inal)[- ]quarter(?!ly|(?: [a-z]+)? (?:in a row|running|in succession))",
]
_ORDINALS = {
    word: i
    for i, word in enumerate(
        "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
        "twenty-first".split(),
        start=10,
    )
}
_DECADE = (
    r"(?:(?:(?:公元)?(?P<c>\d{1,2}|二十一?|十[一二三四五六七八九]?|[一二三四五六七八九])\s*世纪|上个?世纪(?=\d0年代|.十年代))(?:\s*(?P<dec>\d0|[二三四五六七八九]十)\s*年代)?(?P<edge>[末初中]|[早后晚前中]期|[上下]半叶)?"
    rf"|(?P<dec2>1[0-9]\d0|20\d0)(?:s|年代)|\bthe (?:(?P<em>early|late|mid)[- ])?(?P<den>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b|\b(?:(?P<ee>early|late|mid|(?:beginning|end|start|middle) of the)[- ])?(?P<ce>{'|'.join(_ORDINALS)}|\d{{1,2}}(?=st|nd|rd|th))(?:st|nd|rd|th)?[- ]century\b)"
)
_PLAN = r"[“\"「『]?十(?P<p>[一二三四五六])五[”\"」』]?(?=规划|计划|期间|时期|末|初|以来|收官|开局|[，。、的”\"]|$)|[“\"「『]十(?P<p2>[一二三四五六])五[”\"」』]"
_RELATIVE_ZH = {
    "今年": "this-year",
    "本年度": "this-year",
    "去年": "last-year",
    "上年(?!同期)": "last-year",
    r"(?<!\d)(?:上一|前一)年": "last-year",
    "前年": "before-last-year",
    "明年": "next-year",
    "后年": "after-next-year",
    "上个?月": "last-month",
    "本月": "this-month",
    "本世纪": "this-century",
    "上世纪": "last-century",
}
_RELATIVE_EN = r"(?P<lr>last|this|next)\s+(?P<lu>year|month|quarter|decade|century)(?!\s+of\b)"
_SPAN_ZH = rf"(?P<side>近|最近|过去|未来|今后|此后|此前|连续|以往)(?:的)?(?P<n>{_N})(?:多|余)?(?P<u>个?年|个月|个季度|天|周)(?:来|间|内|以来)?"
_SPAN_EN = (
    r"(?:(?:over|in|during|for)\s+)?the\s+(?P<eside>past|last|next|coming|previous|following|preceding|prior|ensuing|subsequent)\s+"
    r"(?P<en>\d{1,3}|[a-z]+)?\s*(?P<eu>years?|months?|decades?|quarters?(?!\s+of\b)|weeks?)(?P<half>\s+and\s+a\s+half)?"
)


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    value = chinese(text.replace("○", "〇"))
    return int(value) if value is not None else 0


def _quarter(groups: dict[str, str | None]) -> int | None:
    text = groups.get("q") or groups.get("q2")
    if groups.get("q1"):
        return 1
    if text:
        return _number(text)
    english = (groups.get("qe") or "").lower()
    if english.startswith("q"):
        return int(english[1])
    named = (("first", "opening"), ("second",), ("third",), ("fourth", "closing", "final", "last"))
    return next((i for i, words in enumerate(named, start=1) if english.startswith(words)), None)


def _half(groups: dict[str, str | None]) -> int | None:
    text = groups.get("h") or (groups.get("he") or "").lower()
    if not text:
        return None
    return (
        1 if text in {"上", "h1"} or text.startswith(("first", "opening", "former")) else 2
    )  # "last six months" is the second half


def _edge(groups: dict[str, str | None]) -> str:
    text = (groups.get("edge") or groups.get("ee") or groups.get("em") or "").lower()
    for code, signs in (
        ("end", ("底", "末", "end", "晚", "后", "下", "late")),
        ("start", ("初", "beginning", "start", "早", "前", "上", "early")),
        ("mid", ("中", "mid")),
    ):
        if any(sign in text for sign in signs):
            return code
    return ""


def _calendar(match: re.Match[str], base: int = 0) -> DateMention:
    groups = match.groupdict()
    year, month, day = groups.get("y") or groups.get("y_"), groups.get("m"), groups.get("d")
    month_name = (groups.get("mn") or "").rstrip(".").lower()
    last_name = (groups.get("mn2") or "").rstrip(".").lower()
    months = (groups.get("ms") or "").lower()  # the first so many of a year
    if groups.get("qn"):
        months = str(3 * _number(groups["qn"] or ""))
    return DateMention(
        match.start() + base,
        match.end() + base,
        match.group(),
        _number(year) if year else None,
        1 if months else _number(month) if month else _MONTH_OF.get(month_name[:3]),
        _number(day) if day else None,
        quarter=_quarter(groups),
        half=_half(groups),
        end_year=int(groups["y2"]) if groups.get("y2") else None,
        end_month=_end_month(groups.get("m2") or "", last_name, months),
        edge=_edge(groups),
    )


def _end_month(number: str, name: str, months: str) -> int | None:
    if months:
        return ENGLISH_UNITS.get(months) or _number(months)
    return _number(number) if number else _MONTH_OF.get(name[:3]) if name else None


def _decade(match: re.Match[str]) -> DateMention:
    if match["dec2"]:
        year = int(match["dec2"])
    elif match["den"]:
        year = 1920 + 10 * "twenties thirties forties fifties sixties seventies eighties nineties".split().index(
            match["den"].lower()
        )
    elif match["ce"]:
        named = match["ce"].lower()
        year = (_ORDINALS.get(named) or int(named)) * 100 - 100
    else:
        year = (_number(match["c"] or "20") - 1) * 100 + (_number(match["dec"]) if match["dec"] else 0)
    wide = match["dec"] or match["den"] or (match["dec2"] and (match["dec2"][-2:] != "00" or match["dec2"] == "2000"))
    span = year + (9 if wide else 99)
    return DateMention(match.start(), match.end(), match.group(), year, end_year=span, edge=_edge(match.groupdict()))


def _span(match: re.Match[str]) -> DateMention:
    groups = match.groupdict()
    if groups.get("side"):
        side = "next" if groups["side"] in {"未来", "今后", "此后"} else "past"
        if groups["side"] == "连续":
            side = "running"
        count = groups["n"] or ""
        number = str(_number(count)) if count not in {"几", "数"} else "some"
        unit = {"年": "year", "月": "month", "度": "quarter", "天": "day", "周": "week"}[(groups["u"] or "年")[-1]]
    else:
        side = "next" if groups["eside"] in {"next", "coming", "following", "ensuing", "subsequent"} else "past"
        word = (groups["en"] or "1").lower()
        number = word if word.isdigit() else str(ENGLISH_UNITS.get(word, {"ten": 10}.get(word, "some")))
        unit = (groups["eu"] or "").rstrip("s")
        if groups.get("half") and unit == "year" and number.isdigit():
            number, unit = str(12 * int(number) + 6), "month"
    return DateMention(match.start(), match.end(), match.group(), relative=f"{side}-{number}-{unit}")


# Compiled once: `re`'s own cache is too small for all patterns of the guards.
_CALENDARS = tuple(lazy_pattern(pattern) for pattern in _ABSOLUTE + _EARLY + _PARTIAL)
_DECADES, _PLANS = lazy_pattern(_DECADE, re.IGNORECASE), lazy_pattern(_PLAN)
_SPANS = lazy_pattern(_SPAN_ZH), lazy_pattern(_SPAN_EN, re.IGNORECASE)
_RELATIVES_ZH = tuple((lazy_pattern(pattern), key) for pattern, key in _RELATIVE_ZH.items())
_RELATIVES_EN = lazy_pattern(_RELATIVE_EN, re.IGNORECASE)


def _candidates(text: str) -> Iterator[DateMention]:
    for pattern in _CALENDARS:
        for match in pattern.finditer(text):
            yield _calendar(match)
    for match in _DECADES.finditer(text):
        yield _decade(match)
    for match in _PLANS.finditer(text):
        yield DateMention(match.start(), match.end(), match.group(), plan=10 + _number(match["p"] or match["p2"] or ""))
    for pattern in _SPANS:
        for match in pattern.finditer(text):
            yield _span(match)
    for pattern, key in _RELATIVES_ZH:
        for match in pattern.finditer(text):
            yield DateMention(match.start(), match.end(), match.group(), relative=key)
    for match in _RELATIVES_EN.finditer(text):
        yield DateMention(match.start(), match.end(), match.group(), relative=f"{match['lr']}-{match['lu']}".lower())


@lru_cache(maxsize=4096)
def dates_in_folded(text: str) -> tuple[DateMention, ...]:
    """The dates of an already folded text (see `lexicon.fold`), in order, not overlapping, longest first."""
    chosen: list[DateMention] = []
    for mention in sorted(_candidates(text), key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= other.start or mention.start >= other.end for other in chosen):
            chosen.append(mention)
    return tuple(sorted([*chosen, *_other_days(text, chosen)], key=lambda m: m.start))


_DAY = r"(?P<d>3[01]|[12]\d|0?[1-9])"
_UNTIL_DAY = lazy_pattern(rf"\s*(?:[至到~～]|-{{1,2}}|[–—]{{1,2}})\s*(?P<day>{_DAY}\s*[日号])")
_UNTIL_DAY_EN = lazy_pattern(rf"\s*(?:[-–—]|to|through|until)\s*(?P<day>{_DAY})(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)")
_FROM_DAY_EN = lazy_pattern(
    rf"(?P<between>between )?(?<![\d.,$€£-])(?P<day>{_DAY})(?:st|nd|rd|th)?\s*(?:[-–—]|to|through|until|(?(between)and|(?!)))\s*$"
)


def _other_days(text: str, dates: list[DateMention]) -> Iterator[DateMention]:
    """The days that borrow month and year from the date beside them: 5月18日至21日, 18 to 21 May, May 18–21."""
    for date in dates:
        if not date.day:
            continue
        named = not text[date.start].isdigit()  # May 18
        match = _UNTIL_DAY.match(text, date.end) or (_UNTIL_DAY_EN.match(text, date.end) if named else None)
        match = match or _FROM_DAY_EN.search(text, max(0, date.start - 16), date.start)
        if match is not None and not any(d.start < match.end("day") and match.start("day") < d.end for d in dates):
            year = date.year or next((d.year for d in dates if 0 <= d.start - match.end("day") <= 2), None)
            yield DateMention(*match.span("day"), match["day"], year, date.month, int(match["d"]))
