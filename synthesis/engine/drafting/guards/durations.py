"""Lengths of time that the evidence says in another way: a year, week 68, 2019–2023, the past five years, 9 to 17 o'clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from synthesis.engine.drafting.guards.nearness import tells
from synthesis.engine.drafting.guards.types import Case, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

_UNIT_OF = {
    "months": {"year": 12, "month": 1, "quarter": 3, "decade": 120, "century": 1200},
    "seconds": {"week": 604800, "day": 86400, "hour": 3600, "minute": 60},
}
_ONE_EN = lazy_pattern(
    r"\b(?:an?|one|per|each|every|the)[ -](year|month|quarter|decade|century|week|day|hour|minute)\b", re.IGNORECASE
)
_NTH_EN = lazy_pattern(r"\b(year|month|quarter|decade|week|day|hour|minute) (\d{1,3})\b", re.IGNORECASE)
_A_YEAR = lazy_pattern(
    r"年均|每年|年度|全年|按年|/年|(?<![\d一二三四五六七八九十两几当去上今明后前次翌历近])年(?=[产销发供处接吞加运输用耗排](?!生|展|布|表))|同比|同期|去年|上年|[人户]均年|\b(?:annual\w*|yearly|a year|per year|year-round)\b",
    re.IGNORECASE,
)
_YEARLY = lazy_pattern(r"一年|全年|年内|\b(?:one|single|a|that|the)\b", re.IGNORECASE)


# 一周 for 每周, 一天 for 日均.
_EACH_ZH: dict[tuple[str, Decimal | int], re.Pattern[str]] = {
    ("months", 1): lazy_pattern(r"每个?月|月均|环比|上个?月"),
    ("seconds", 604800): lazy_pattern(r"每个?(?:周|星期)|周均"),
    ("seconds", 86400): lazy_pattern(r"每[天日]|日均|当[天日]"),
    ("seconds", 3600): lazy_pattern(r"每个?小时|/小时"),
}


def duration(case: Case, quantity: Quantity) -> bool:
    """A length of time the evidence says in another way: a year, week 68, 2019–2023, past five years."""
    units = _UNIT_OF[quantity.unit_class]
    wanted = abs(quantity.value)
    if wanted == 12 and quantity.unit_class == "months" and _YEARLY.match(quantity.text):
        return any(any(d.year for d in text.dates) or _A_YEAR.search(text.text) for text in case.evidence) or _spanned(
            case.evidence, wanted
        )
    if quantity.unit_class == "seconds" and any(wanted == h for text in case.evidence for h in _clocked(text.text)):
        return True
    if quantity.unit_class == "months" and _months_apart(case, quantity):
        return True
    if quantity.unit_class == "seconds" and any(tells(quantity, 86400 * d, reckoned=True) for d in _days_apart(case)):
        return True
    each = _EACH_ZH.get((quantity.unit_class, wanted))
    if each is not None and any(each.search(text.text) for text in case.evidence):
        return True
    days = [abs(q.value) / 86400 for text in case.evidence for q in text.quantities if q.unit_class == "seconds"]
    spans = [abs(q.value) for text in case.evidence for q in text.quantities if q.unit_class == "months"]
    if quantity.unit_class == "months" and any(_as_long(d, wanted) for d in days):
        return True
    if quantity.unit_class == "seconds" and any(_as_long(wanted / 86400, m) for m in spans):
        return True
    periods: dict[Decimal | int, str] = {3: "quarter", 6: "half"}
    period = periods.get(wanted, "") if quantity.unit_class == "months" else ""
    if period and any(getattr(date, period) for text in case.evidence for date in text.dates):
        return True
    for text in case.evidence:
        if any(units.get(m[1].lower()) == wanted for m in _ONE_EN.finditer(text.text)):
            return True
        if any(units.get(m[1].lower(), 0) * int(m[2]) == wanted for m in _NTH_EN.finditer(text.text)):
            return True
    return quantity.unit_class == "months" and _spanned(case.evidence, wanted)


def _as_long(days: Decimal, months: Decimal) -> bool:
    """Whether days or weeks are called so many months: 30 days, 12 weeks for three months."""
    length = 365 * months / 12
    return days == 30 * months or abs(days - length) <= length * Decimal("0.085")


_HALF = "凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜间"
_CLOCK = lazy_pattern(
    rf"(?P<ah>{_HALF})?(?<!\d)(?P<a>\d{{1,2}})(?:[时点:：](?P<am>[0-5]\d)?分?)?(?:\s*(?P<ap>[ap])\.?m\b\.?)?\s*(?:至|到|-|–|—|to|until|and)\s*"
    rf"(?P<next>次日|翌日|第二天)?(?P<bh>{_HALF})?(?P<b>\d{{1,2}})(?=[时点:：]|\s*[ap]\.?m\b)(?:[时点:：](?P<bm>[0-5]\d)?分?)?(?:\s*(?P<bp>[ap])\.?m\b)?",
    re.IGNORECASE,
)
_PM = frozenset("p 下午 傍晚 晚上 晚间 晚 夜间".split())


def _clocked(text: str) -> Iterator[int]:
    """Seconds between two times of day: 9时至17时, 上午9点至下午5点, 9 a.m. to 5 p.m., 1 to 5 p.m."""
    for match in _CLOCK.finditer(text):
        first = _half(match["ap"] or match["ah"], int(match["a"]))
        second = _half(match["bp"] or match["bh"], int(match["b"]))
        if first is None and match["bp"]:
            first = _carried(second, int(match["b"]), int(match["a"]), after=False)
        elif second is None and not match["next"]:
            second = _carried(first, int(match["a"]), int(match["b"]), after=True)
        start = 60 * _hour(int(match["a"]), first) + int(match["am"] or 0)
        end = 60 * _hour(int(match["b"]), second) + int(match["bm"] or 0)
        yield 60 * ((end - start) % 1440)


def _half(named: str | None, hour: int) -> bool | None:
    """Whether an hour is one after noon by the word for its half of the day; None without one."""
    if not named or hour > 12:
        return None
    if named == "中午":
        return hour not in (10, 11)
    if hour == 12 and not named.isascii():
        return named in {"上午", "下午"}  # 晚上12点 is midnight, 上午12点 noon
    return named.lower() in _PM


def _carried(half: bool | None, named: int, bare: int, *, after: bool) -> bool | None:
    """The half of an hour without one: that of the other when it leaves them in order, else the opposite one."""
    if half is None or bare > 12:
        return None
    return half if (bare % 12 >= named % 12) == after or bare == named else not half


def _hour(hour: int, afternoon: bool | None) -> int:
    return hour if afternoon is None else hour % 12 + (12 if afternoon else 0)


_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def _days_apart(case: Case) -> Iterator[Decimal]:
    """The days between every two days of the evidence, both counted too: 23 or 24 from 4 to 27 March."""
    days = [
        365 * (d.year or 0) + _DAYS_BEFORE[d.month - 1] + d.day
        for text in case.evidence
        for d in text.dates
        if d.month and d.day
    ]
    for first, second in combinations(days, 2):
        gap = abs(first - second)
        yield from (Decimal(gap), Decimal(gap + 1)) if 0 < gap < 800 else ()


_FROM_JANUARY = lazy_pattern(r"1\s*[-—–至到~～]+\s*(\d{1,2})月")


def _months_apart(case: Case, quantity: Quantity) -> bool:
    """四个月 for 由6月推迟至10月, 前5个月 for 1—5月."""
    dates = [d for text in case.evidence for d in text.dates if d.month]
    if case.sentence.text[: quantity.start].endswith(("前", "头")):
        return any((d.month == 1 and d.end_month == quantity.value) or d.month == quantity.value for d in dates) or any(
            m[1] == str(quantity.value) for text in case.evidence for m in _FROM_JANUARY.finditer(text.text)
        )
    if any(_span_of_months(text, quantity) for text in case.evidence):
        return True
    gaps = {
        abs(12 * ((a.year or b.year or 0) - (b.year or a.year or 0)) + (a.month or 0) - (b.month or 0))
        for a, b in combinations(dates, 2)
        if not any("次年" in text.text or "翌年" in text.text for text in case.evidence)
    }
    for text in case.evidence:
        gaps |= {abs(int(a - b)) for a, b in combinations(_marked_months(text.text), 2)}
    return quantity.value in gaps or any(tells(quantity, Decimal(gap), reckoned=True) for gap in gaps if gap)


_MARKED = lazy_pattern(
    r"(?P<open>年初|年头)|(?<!\d)(?P<n>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?P<part>初|末|底|上旬|下旬)?|(?P<close>年末|年底)"
)
_HAN = "一二三四五六七八九十"


def _marked_months(text: str) -> list[Decimal]:
    """The months gone by in a year at its marks, where the year's begin is one: 0 and 8 for 从年初…降至8月末."""
    found = []
    for m in _MARKED.finditer(text):
        if m["open"] or m["close"]:
            found.append(Decimal(0 if m["open"] else 12))
        else:
            number = (
                int(m["n"])
                if m["n"].isdigit()
                else {"十": 10, "十一": 11, "十二": 12}.get(m["n"]) or _HAN.index(m["n"]) + 1
            )
            found.append(Decimal(number - (m["part"] in {"初", "上旬"})))
    return found if Decimal(0) in found else []


_UNTIL = lazy_pattern(r"\s*(?:至|到|—|-|–|to|until|through)\s*(?:次年|翌年|the following )?", re.IGNORECASE)


def _span_of_months(text: Passage, quantity: Quantity) -> bool:
    """五个月 for 11月至次年3月, both ends counted."""
    months = [d for d in text.dates if d.month and not d.day]
    spans: list[tuple[int | None, int | None]] = [(d.month, d.end_month) for d in months if d.end_month]
    spans += [(a.month, b.month) for a, b in pairwise(months) if _UNTIL.fullmatch(text.text, a.end, b.start)]
    return any(((b or 0) - (a or 0)) % 12 + 1 == quantity.value for a, b in spans)


def _spanned(texts: tuple[Passage, ...], months: Decimal) -> bool:
    years = sorted({y for text in texts for d in text.dates for y in (d.year, d.end_year) if y})
    spans = [b - a for a, b in combinations(years, 2)]
    if any(months in (12 * n, 12 * (n + 1)) or (months % 120 == 0 and abs(12 * n - months) <= 24) for n in spans):
        return True
    for date in (d for text in texts for d in text.dates):
        side, _, rest = date.relative.partition("-")
        number, _, unit = rest.partition("-")
        counted = side in {"past", "next", "running"} and number.isdigit()
        if counted and int(number) * _UNIT_OF["months"].get(unit, 0) == months:
            return True
    return False
