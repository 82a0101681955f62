"""Figures that are not a numeral followed by a unit: 三分之一, 过半, 翻一番, one third, doubled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from synthesis.engine.drafting.quantities import numerals
from synthesis.engine.drafting.quantities.qualifiers import qualifier_around
from synthesis.engine.drafting.quantities.types import Quantity
from synthesis.engine.drafting.quantities.units import UNITS
from synthesis.engine.patterns import lazy_pattern

_HUNDRED = Decimal(100)
_FEW = "one|two|three|four|five|six|seven|eight|nine"
_NO_MEASURE = "of (?:view|order|sale|care|contact|entry)"  # after point
_CN = r"[零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?"
_PARTS = lazy_pattern(
    rf"(?P<den>百|千|万|{_CN}|\d+)分之(?P<num>{_CN}|{numerals.ARABIC})(?:(?:至|到|[-–~])(?P<top>{_CN}|{numerals.ARABIC}))?"
)
_SLASH = lazy_pattern(r"(?<![\d./])(?P<num>[1-9])\s?/\s?(?P<den>[2-9]|10)(?![\d./])")
_TENTHS = lazy_pattern(
    r"(?P<num>[一二两三四五六七八九])成(?P<half>半|[一二三四五六七八九](?![级甲乙家类大个等线农资产轮期批十百千万亿岁年月日名位层项种次]))?(?![立为果本员功熟就长])"
)
_HALF = lazy_pattern(
    r"(?P<over>过半数?|半数以上|超过?(?:一半|半数))|(?P<near>近半数?|近一半)|一半|半数|减半|腰斩|(?<![A-Za-z])halv(?:ed|es|ing)|(?<![\w-])half(?![\w-])",
    re.IGNORECASE,
)
_HALF_OF = lazy_pattern(
    r"\bhalf an? (?P<unit>decade|century|day|hour|minute|second|million|billion|dozen)\b|半(?:个)?(?P<zh>小时|世纪|天)",
    re.IGNORECASE,
)
#: A quarter of a second, three quarters of a kilometre, 四分之一秒: a part of a unit is an amount of it.
_PART_OF_UNIT = lazy_pattern(
    rf"\b(?:(?P<num>an?|one|two|three|four) )?(?P<part>half|(?:third|quarter|fifth|tenth)s?)(?: of)? an? (?P<unit>[a-z]+(?:[ -][a-z]+)?)\b"
    rf"|(?P<den>{_CN}|\d+)分之(?P<top>{_CN}|\d+)(?P<zh>个?小时|分钟|秒钟?|毫秒|个月|公里|千米|米(?![饭粉])|厘米|毫米|公斤|千克|吨|亩|公顷|平方公里|平方米|升(?![级高降温至到])|毫升|世纪|千瓦时|千瓦|兆瓦)",
    re.IGNORECASE,
)
_POINT = lazy_pattern(
    r"(?P<num>an?|one|two|three|half|\d)?[- ]?(?:(?P<den>quarters?|half|thirds?|tenths?|fifths?)[- ](?:of )?)?an?[- ]percentage[- ]point\b|"
    rf"(?P<num2>an?|{_FEW})[- ](?P<den2>quarters?|half|thirds?|tenths?|fifths?)[- ](?:of (?:an? |one )?(?:percentage[- ])?)?points?\b"
    rf"|(?P<num3>\d+(?:\.\d+)?|{_FEW}|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)[- ](?:full )?(?P<points>points?)(?! {_NO_MEASURE})\b",
    re.IGNORECASE,
)
_PART_POINT = lazy_pattern(
    rf"\b(?:(?P<half>half)(?: of)?|(?P<num>an?|{_FEW})[- ](?P<den>quarters?|thirds?|fifths?|tenths?)(?: of)?|(?P<bare>quarter) of) an? point\b(?! {_NO_MEASURE})",
    re.IGNORECASE,
)
_DOZEN = lazy_pattern(rf"\b(?:(?P<n>an?|{_FEW}|ten|\d{{1,3}}) )dozen\b", re.IGNORECASE)
_PART_SCALE = lazy_pattern(
    r"\b(?:(?:an?|one) (?P<one>quarter|third)|(?P<n>two|three) (?P<parts>quarters|thirds)) of an? (?P<scale>million|billion)\b",
    re.IGNORECASE,
)
_ONE_IN = lazy_pattern(
    rf"\b(?P<num>{_FEW}|[1-9]) (?:(?:in|out of)(?: every| each)?|of (?:every|each)) (?P<den>{_FEW}|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|\d{{1,3}})\b(?!\s*(?:million|thousand|years|%|percent|\d))",
    re.IGNORECASE,
)
_QUANTILES = {"quintile": 20, "fifth": 20, "quartile": 25, "quarter": 25, "decile": 10, "tenth": 10}
_QUANTILE = lazy_pattern(
    r"\b(?:the|its|their)\s(?:[a-z]+\s)?(?:top|bottom|highest|lowest|richest|poorest|wealthiest|upper|lower|worst|best|oldest|youngest|largest|smallest|biggest)"
    r"(?:[ -](?:income|earning|paid|performing|wealth|scoring))?[ -](?P<part>quintile|quartile|decile|fifth|tenth|quarter)\b(?! of (?:the )?(?:year|\d))",
    re.IGNORECASE,
)
_ONE_OF_GROUP = lazy_pattern(
    rf"(?:每(?P<den>{_CN}|\d+)(?:[名位人户家个只台所元辆件]|个人)?(?:左右|上下)?|(?<![一二三四五六七八九几数])(?P<ten>十)[名位人户家个只台所辆件](?=[^，。；\d]{{0,4}}[里中]))[^，。；\d]{{0,12}}?(?:[里中]，)?(?:约|大约|就|便|平均|仅|只|里|中)*有(?:近|约)?(?P<num>{_CN}|\d+)[名位人户家个只台所元辆件]"
    rf"|\b(?P<one>{_FEW}) [a-z-]+(?: [a-z-]+)? (?:(?:in|out of)(?: every| each)?|of (?:every|each)) (?P<of>{_FEW}|ten|twelve|twenty)\b(?!\s*(?:million|thousand|years|%|percent|\d|(?:(?!now|then|still|already|also|never|always|often|only|who|which|that|there)[a-z]+ )?[a-z]{{3,}}s\b))",
    re.IGNORECASE,
)
_OF_EVERY = lazy_pattern(
    rf"\b(?:of|in|out of) every (?P<den>ten|twelve|twenty|{_FEW}|\d{{1,3}}) [a-z]+,? (?:only |about |some |nearly |over )?(?P<num>{_FEW}|\d{{1,3}})\b(?! ?%)",
    re.IGNORECASE,
)
_ROUGHLY = lazy_pattern(r"约|平均|左右|上下")
_ORDINAL_EN = lazy_pattern(
    r"(?<![\w-])(?:(?P<word>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)|(?P<n>\d{1,3})(?:st|nd|rd|th))"
    r"(?!\w)(?![\s-]+(?:quarter|half|century|part(?:y|ies)|countries|sector|hand|world|reading|edition|january|february|march|april|may|june|july|august|september|october|november|december|of (?:january|february|march|april|may|june|july|august|september|october|november|december)|to none)\b)(?!,)",
    re.IGNORECASE,
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_HALF_UNIT = {"decade": ("60", "年", "months"), "century": ("600", "年", "months"), "世纪": ("600", "年", "months"), "day": ("43200", "天", "seconds"), "天": ("43200", "天", "seconds"), "hour": ("1800", "小时", "seconds"), "小时": ("1800", "小时", "seconds"), "minute": ("30", "分钟", "seconds"), "second": ("0.5", "秒", "seconds"), "million": ("500000", "", "number"), "billion": ("500000000", "", "number"), "dozen": ("6", "", "number")}  # fmt: skip
_AND_HALF = lazy_pattern(
    rf"(?P<n>{_CN}|\d+)(?:个半(?P<u>小时|月|世纪|百分点)|(?P<v>个?[年月天]|小时|个世纪|倍)半(?![年径导]))"
    rf"|\b(?P<en>one|two|three|four|five|six|\d+|an?)(?:[ -]and[ -]a[ -](?P<part>half|quarter)[ -](?P<w>hours?|years?|months?|decades?|days?|weeks?|minutes?|centuries|percentage points?|kilomet(?:re|er)s?|miles?|times|(?P<scale>million|billion)(?: (?P<of>[a-z]+))?)| (?P<x>hours?|years?|months?|decades?|days?)[ -]and[ -]a[ -](?P<part2>half|quarter))\b",
    re.IGNORECASE,
)
_IN_PARTS = lazy_pattern(
    rf"(?P<yuan>{_CN}|\d+)[元块](?P<jiao>[一二两三四五六七八九]|\d)(?:角|毛钱?)(?:(?P<fen>[一二两三四五六七八九]|\d)分)?"
    rf"|(?P<h>{_CN}|\d+)个?小时(?P<m>{_CN}|\d+)分(?![钟之])"
)
_A_LONG_TIME = lazy_pattern(
    r"\b(?:for|lasts?|lasted|lasting|takes?|took|taking|within|over|after|spans?|spanning|than|about|around|nearly|almost|roughly|another|further)\s(?P<one>(?:a|one) (?P<w>year|month|decade|century|week|day|hour))(?! (?:ago|earlier|later|before|after|old|on\b|and)|s\b|-)",
    re.IGNORECASE,
)


def _scaled_half(text: str, match: re.Match[str]) -> Quantity:
    """Two and a half million euros."""
    part = Decimal("0.25" if match["part"].lower() == "quarter" else "0.5")
    value = (_whole(match["en"]) + part) * numerals.ENGLISH_SCALES[match["scale"].lower()]
    unit = UNITS.get((match["of"] or "").lower())
    end = match.end() if unit else match.end("scale")
    name, kind, factor = (unit.name, unit.unit_class, unit.factor) if unit else ("", "number", Decimal(1))
    qualifier = qualifier_around(text, match.start(), end)
    return Quantity(match.start(), end, text[match.start() : end], value * factor, None, name, kind, qualifier)


_FORTNIGHT = lazy_pattern(r"\b(?:(?P<n>an?|one|two|three)\s)?fortnights?\b", re.IGNORECASE)
_HALF_YEAR = lazy_pattern(r"(?<![上下前后大])半年|half a year", re.IGNORECASE)
_DOUBLE = lazy_pattern(
    r"翻(?:了)?(?P<times>[一两二三四五])番|翻倍|翻番|成倍(?:增长)?"
    r"|(?<![A-Za-z])(?P<en>doubl(?:ed|es|ing|e)|trebl(?:ed|es|ing)|tripl(?:ed|es|ing|e)|quadrupl(?:ed|es|ing|e)|twofold|threefold|fourfold|twice)(?![A-Za-z-])",
    re.IGNORECASE,
)
_GROWN = lazy_pattern(
    r"(?P<verb>攀升|跃升|激增|猛增|飙升|扩张|增大|暴增|增长|增加|提高|提升|上升|扩大|上涨|高出|多出|增|涨)(?:了)?(?:约|近|超过?|逾|将近|接近)?(?P<n>\d+(?:\.\d+)?|[一两二三四五六七八九十]+)(?P<more>[多余])?倍"
)
#: A third runway is one more, not 33 % of it.
_ONE_MORE = (
    "time year term title party generation phase runway country bank company plant factory store shop school hospital round stage reactor"
    " unit line bridge port airport terminal film edition study survey trial report option person man woman child group member case site branch centre"
    " center station attempt vote wave dose model version product city region supplier bidder firm fund loan contract project deal order week month day"
    " season century language route road tunnel well mine ship satellite launch shift floor applicant candidate partner operator court"
).replace(" ", "|")
_FRACTION = lazy_pattern(
    r"(?<![A-Za-z])(?<!of the )(?<!the last )(?<!the past )(?!(?:four|five|six|seven|eight|nine) quarters)(?P<num>a|an|one|two|three|four|five|six|seven|eight|nine)[- ]"
    rf"(?!(?:third|fourth|fifth|sixth|eighth|tenth)\s(?:{_ONE_MORE})\b)(?P<den>"
    + "|".join(sorted(numerals.ENGLISH_FRACTIONS, key=len, reverse=True))
    + r")(?![A-Za-z])(?!\s+(?:of\s+(?:19|20)\d\d|time|year|party|generation|phase))",
    re.IGNORECASE,
)
_ROMAN = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_GRADE_ZH = lazy_pattern(r"(?<![A-Za-z])(?P<n>[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)\s?(?P<unit>期|类|级|型|代)")
_GRADE_EN = lazy_pattern(
    r"\b(?P<unit>phase|class|grade|stage|type|tier|level)[\s-](?P<n>III|II|IV|I|V|[1-9])\b", re.IGNORECASE
)
_FOLDS = {"dou": 2, "two": 2, "twi": 2, "tri": 3, "tre": 3, "thr": 3, "qua": 4, "fou": 4}


def _numeral(text: str) -> Decimal:
    if text[0].isdigit():
        return numerals.arabic(text)
    return numerals.chinese(text) or Decimal(0)


def fixed_quantities(text: str) -> list[Quantity]:
    """Such figures of a folded text, in order, not overlapping."""
    chosen: list[Quantity] = []
    for quantity in sorted(_all(text), key=lambda q: (q.start - q.end, q.start)):
        if all(quantity.end <= other.start or quantity.start >= other.end for other in chosen):
            chosen.append(quantity)
    return sorted(chosen, key=lambda q: q.start)


def _make(text: str, match: re.Match[str], value: Decimal, unit: str, kind: str, inner: str = "") -> Quantity:
    start, end = match.span()
    qualifier = inner or qualifier_around(text, start, end)
    return Quantity(start, end, match.group(), value, None, unit, kind, qualifier)


def _all(text: str) -> Iterator[Quantity]:
    yield from _shares(text)
    yield from _folds(text)
    for pattern in (_GRADE_ZH, _GRADE_EN):
        for match in pattern.finditer(text):
            number = match["n"].upper()
            value = Decimal(_ROMAN.get(number) or int(number))
            yield Quantity(match.start(), match.end(), match.group(), value, None, match["unit"].lower(), "count", "")
    yield from _said_in_words(text)
    for match in _FORTNIGHT.finditer(text):
        count = {"a": 1, "one": 1, "two": 2, "three": 3}.get((match["n"] or "a").lower(), 1)
        yield _make(text, match, Decimal(1209600 * count), "天", "seconds")
    for match in _AND_HALF.finditer(text):
        word = match["u"] or match["v"] or match["w"] or match["x"]
        if match["scale"]:
            yield _scaled_half(text, match)
            continue
        unit = UNITS.get(word) or UNITS.get("个" + word) or UNITS[word.lower()]
        part = (match["part"] or match["part2"] or "").lower()
        value = (_whole(match["en"] or match["n"]) + Decimal("0.25" if part == "quarter" else "0.5")) * unit.factor
        yield _make(text, match, value, unit.name, unit.unit_class)
    for match in _IN_PARTS.finditer(text):
        if match["yuan"]:
            worth = _numeral(match["yuan"]) + _numeral(match["jiao"]) / 10 + _numeral(match["fen"] or "零") / 100
            yield _make(text, match, worth, "元", "CNY")
        else:
            yield _make(text, match, 3600 * _numeral(match["h"]) + 60 * _numeral(match["m"]), "小时", "seconds")
    for match in _A_LONG_TIME.finditer(text):
        unit = UNITS[match["w"].lower()]
        start, end = match.span("one")
        qualifier = qualifier_around(text, start, end)
        yield Quantity(start, end, match["one"], unit.factor, None, unit.name, unit.unit_class, qualifier)
    for match in _HALF_YEAR.finditer(text):
        yield _make(text, match, Decimal(6), "个月", "months")


def _whole(text: str) -> Decimal:
    low = text.lower()
    return Decimal(1) if low in {"a", "an"} else (numerals.english(low) if low.isalpha() else None) or _numeral(text)


def _parts_of_units(text: str) -> Iterator[Quantity]:
    """A quarter of a second, half a gigabyte, 四分之三公里."""
    for match in _PART_OF_UNIT.finditer(text):
        word = (match["unit"] or match["zh"]).lower()
        measure = UNITS.get(word) or UNITS.get(word.split()[0])
        if measure is None or measure.unit_class in {"count", "fold", "percent", "point"}:
            continue
        if match["zh"]:
            size = _numeral(match["top"]) / _numeral(match["den"])
        else:
            size = _whole(match["num"] or "a") / numerals.ENGLISH_FRACTIONS[match["part"].lower()]
        cut = 0 if match["zh"] or word in UNITS else len(word) - len(word.split()[0])
        quantity = _make(text, match, measure.factor * size, measure.name, measure.unit_class)
        yield replace(quantity, end=match.end() - cut, text=text[match.start() : match.end() - cut])


_NEXT_WORDS = lazy_pattern(r"[ -](?P<two>(?P<one>[a-z]+)(?:[ -][a-z]+)?)\b", re.IGNORECASE)


def _with_measure(text: str, quantity: Quantity) -> Quantity:
    """Half a million kilograms: a bare number takes the unit that follows it."""
    following = _NEXT_WORDS.match(text, quantity.end)
    if not following or quantity.unit_class != "number":
        return quantity
    for name in ("two", "one"):
        unit = UNITS.get(following[name].lower())
        if unit and unit.unit_class not in {"count", "fold", "percent", "point", "number"}:
            start, end = quantity.start, following.end(name)
            value, text_of = quantity.value * unit.factor, text[start:end]
            return replace(quantity, end=end, text=text_of, value=value, unit=unit.name, unit_class=unit.unit_class)
    return quantity


def _said_in_words(text: str) -> Iterator[Quantity]:
    """Half an hour, a quarter of a percentage point, one in five, the fourth time."""
    for match in _HALF_OF.finditer(text):
        value, unit, kind = _HALF_UNIT[(match["unit"] or match["zh"]).lower()]
        yield _with_measure(text, _make(text, match, Decimal(value), unit, kind))
    yield from _parts_of_units(text)
    for match in _POINT.finditer(text):
        part = (match["den"] or match["den2"] or "").lower()
        number = (match["num"] or match["num2"] or "a").lower()
        if match["points"]:
            worth = Decimal(match["num3"]) if match["num3"][0].isdigit() else numerals.english(match["num3"].lower())
            yield _make(text, match, worth or Decimal(0), "点", "point")
            continue
        if number == "half":
            part, number = "half", "a"
        count = 1 if number in {"a", "an"} else int(number) if number.isdigit() else numerals.ENGLISH_UNITS[number]
        if part:
            yield _make(text, match, Decimal(count) / numerals.ENGLISH_FRACTIONS[part], "个百分点", "point")
    for match in _PART_POINT.finditer(text):
        part = (match["den"] or match["bare"] or "half").lower()
        points = _whole(match["num"] or "a") / numerals.ENGLISH_FRACTIONS[part]
        yield _make(text, match, points, "个百分点", "point")
    for match in _PART_SCALE.finditer(text):
        scale = Decimal(numerals.ENGLISH_SCALES[match["scale"].lower()])
        part = (match["one"] or match["parts"]).lower()
        size = _whole(match["n"] or "a") * scale / numerals.ENGLISH_FRACTIONS[part]
        yield _with_measure(text, _make(text, match, size, "", "number"))
    for match in _QUANTILE.finditer(text):
        yield _make(text, match, Decimal(_QUANTILES[match["part"].lower()]), "%", "percent")
    for match in _DOZEN.finditer(text):
        yield _make(text, match, 12 * _whole(match["n"]), "", "number")
    for match in _ONE_IN.finditer(text):
        low, high = (numerals.arabic(x) if x.isdigit() else numerals.english(x) for x in (match["num"], match["den"]))
        if low is not None and high and low < high:
            yield _make(text, match, low * _HUNDRED / high, "%", "percent")
    for match in [*_OF_EVERY.finditer(text), *_ONE_OF_GROUP.finditer(text)]:
        groups = match.groupdict()
        pair = (match["num"], match["den"] or groups.get("ten") or "") if match["num"] else (match["one"], match["of"])
        part, whole = (_whole(word) for word in pair)
        if 0 < part < whole:
            inner = "about" if _ROUGHLY.search(match.group()) else ""
            yield _make(text, match, part * _HUNDRED / whole, "%", "percent", inner)
    for match in _ORDINAL_EN.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()].lower()
        part = re.search(r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|every|per)[\s-]$", before)
        rank = re.match(rf"\s+(?:{_ONE_MORE}|consecutive|straight)\b", text[match.end() :])
        if part and not match["n"] and not rank:
            continue  # two thirds
        if match["word"] == "second" and re.search(r"[\d.]\s?-?$|(?:per|a) $", before):
            continue
        rank_of = Decimal(match["n"]) if match["n"] else Decimal(_ORDINALS.index(match["word"].lower()) + 1)
        yield _make(text, match, rank_of, "", "ordinal")


def _shares(text: str) -> Iterator[Quantity]:
    for match in _PARTS.finditer(text):
        den = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}.get(match["den"]) or _numeral(
            match["den"]
        )
        if den:
            low = _numeral(match["num"]) * _HUNDRED / den
            high = _numeral(match["top"]) * _HUNDRED / den if match["top"] else None
            qualifier = qualifier_around(text, *match.span())
            yield Quantity(match.start(), match.end(), match.group(), low, high, "%", "percent", qualifier)
    for match in _SLASH.finditer(text):
        if int(match["num"]) < int(match["den"]):
            yield _make(text, match, int(match["num"]) * _HUNDRED / int(match["den"]), "%", "percent")
    for match in _TENTHS.finditer(text):
        half = match["half"]
        extra = Decimal(0) if not half else Decimal(5) if half == "半" else _numeral(half)
        yield _make(text, match, _numeral(match["num"]) * 10 + extra, "%", "percent")
    for match in _HALF.finditer(text):
        inner = "over" if match["over"] else "near" if match["near"] else ""
        yield _make(text, match, Decimal(50), "%", "percent", inner)
    for match in _FRACTION.finditer(text):
        num = match["num"].lower()
        count = 1 if num in {"a", "an"} else numerals.ENGLISH_UNITS[num]
        value = count * _HUNDRED / numerals.ENGLISH_FRACTIONS[match["den"].lower()]
        yield _make(text, match, value, "%", "percent")


def _folds(text: str) -> Iterator[Quantity]:
    for match in _DOUBLE.finditer(text):
        if match["en"]:
            value = Decimal(_FOLDS[match["en"][:3].lower()])
        else:
            value = Decimal(2) ** int(_numeral(match["times"])) if match["times"] else Decimal(2)
        yield _make(text, match, value, "倍", "fold")
    for match in _GROWN.finditer(text):  # 增长2倍 is three times as much
        start = match.start("n")
        qualifier = "over" if match["more"] else qualifier_around(text, match.start("n"), match.end())
        value = _numeral(match["n"]) + 1
        yield Quantity(start, match.end(), text[start : match.end()], value, None, "倍", "fold", qualifier)
