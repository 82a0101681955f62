"""What a figure is counted against: the year before or the month before, a year or a month, a head or a household."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from synthesis.engine.drafting.guards.alignment import aligned, clause_at
from synthesis.engine.drafting.guards.measure import is_change, told_again
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.likeness import same_value
from synthesis.engine.drafting.quantities.numerals import english
from synthesis.engine.patterns import lazy_pattern

_FAMILIES: dict[str, dict[str, re.Pattern[str]]] = {
    "change": {
        "year": lazy_pattern(
            r"同比|[较比]上年|[较比]去年|[较比]上一年|[与和同](?:上年|去年|上一年)同?|上年同[期月]|去年同[期月]|\byear[- ](?:on|over)[- ]year\b|\byoy\b|from (?:a|the) (?:year (?:earlier|before)|previous year)"
            r"|than a year (?:earlier|before|ago)|on the year",
            re.IGNORECASE,
        ),
        "start": lazy_pattern(
            r"[较比自从](?:今年)?年初|[较比](?:上|去)年年?[末底]|[较比]上年末|\bsince (?:the (?:start|beginning) of (?:the|this) year|January|year-?end|the end of last year)\b|\byear[- ]to[- ]date\b"
            r"|(?:from|than|on) the (?:start|beginning) of (?:the|this) year|from the end of (?:last|the previous) year",
            re.IGNORECASE,
        ),
        "month": lazy_pattern(
            r"环比|[较比与和]上个?月|[较比与和]上个?季度?|[较比与和]前一?个?月|\bmonth[- ](?:on|over)[- ]month\b|\bquarter[- ](?:on|over)[- ]quarter\b|\bmom\b|\bqoq\b"
            r"|(?:from|than) (?:a|the) (?:(?:month|quarter) (?:earlier|before)|previous (?:month|quarter))|on the (?:month|quarter)",
            re.IGNORECASE,
        ),
    },
    "time": {
        "year": lazy_pattern(
            r"每年|年均|[人户]均年|(?<!\d)年(?=[产销薪租]|处理|加工|供)|年(?=[产销]量|收入|租金|发电|处理|服务时|接待)|\b(?:a|per|each|every) year\b(?! (?:before|earlier|ago|later))|\bannual(?:ly)?\b|\byearly\b",
            re.IGNORECASE,
        ),
        "month": lazy_pattern(
            r"每个?月|月均|月(?=[产销薪租活])|\b(?:a|per|each|every) month\b(?! (?:before|earlier|ago|later))|\bmonthly\b",
            re.IGNORECASE,
        ),
        "week": lazy_pattern(r"每周|周均|\b(?:a|per|each|every) week\b|\bweekly\b", re.IGNORECASE),
        "day": lazy_pattern(
            r"每天|每日|日均|日(?=[产销活]|处理|加工)|\b(?:a|per|each|every) day\b|\bdaily\b", re.IGNORECASE
        ),
        "hour": lazy_pattern(r"每小时|\b(?:an|per|each|every) hour\b|\bhourly\b", re.IGNORECASE),
    },
    "area": {
        "mu": lazy_pattern(r"每亩|亩均|亩(?=产)|/亩"),
        "hectare": lazy_pattern(r"每公顷|/公顷|\b(?:a|per|each) hectare\b", re.IGNORECASE),
        "acre": lazy_pattern(r"\b(?:an|per|each) acre\b|每英亩", re.IGNORECASE),
        "square metre": lazy_pattern(r"每平方米|/平方米|\b(?:a|per) square met(?:re|er)\b", re.IGNORECASE),
    },
    "mass": {
        "tonne": lazy_pattern(r"每吨|/吨|\b(?:a|per) (?:metric )?ton(?:ne)?\b", re.IGNORECASE),
        "kilogram": lazy_pattern(
            r"每(?:公斤|千克)|/(?:公斤|千克|kg)|\b(?:a|per) (?:kilogram(?:me)?|kilo|kg)\b", re.IGNORECASE
        ),
        "jin": lazy_pattern(r"每斤|/斤"),
        "gram": lazy_pattern(r"每克|/克|\b(?:a|per) gram\b", re.IGNORECASE),
    },
    "head": {
        "person": lazy_pattern(r"人均|每人|\bper (?:capita|person|head)\b", re.IGNORECASE),
        "household": lazy_pattern(r"户均|每户|\bper household\b", re.IGNORECASE),
    },
}


def basis_findings(case: Case) -> Iterator[Finding]:
    """Objections to figures whose base differs in every clause of the evidence that has them."""
    for quantity in case.sentence.quantities:
        mine = _bases(case.sentence, quantity)
        if not mine:
            continue
        theirs = [_bases(text, q) for text, q in told_again(case, quantity)]
        for family, names in mine.items():
            other = [t[family] for t in theirs if family in t]
            if other and len(other) == len(theirs) and not any(set(names) & set(o) for o in other):
                parts = (quantity.text.strip(), next(iter(names.values())), next(iter(other[0].values())))
                yield Finding("number", "fail", "basis", parts)
                return
        if (added := _period_added(case, quantity, mine)) is not None:
            yield Finding("number", "fail", "basis", (quantity.text.strip(), added, "—"))
            return
        if "head" in mine and theirs and not any("head" in t for t in theirs) and _heads_elsewhere(case, quantity):
            yield Finding("number", "fail", "basis", (quantity.text.strip(), next(iter(mine["head"].values())), "—"))
            return


_IN_ALL = lazy_pattern(
    r"(?:[一二三四五六七八九十\d]+年|期)(?:间|内|来|以来)?[^，。；每]{0,6}(?:共|合计|累计|总计)|累计|合计|总计|共计"
    r"|\b(?:over|within|in|during|across) (?:the |its |their )?(?:\w+ )?(?:\w+ years?|years? to|decade|period)\b|\b(?:in total|in all|altogether|cumulative\w*|by \d{4})\b",
    re.IGNORECASE,
)


def _period_added(case: Case, quantity: Quantity, mine: dict[str, dict[str, str]]) -> str | None:
    """The wording of a rate of time (a year, 每月) given to a figure that the evidence tells as the total of a period."""
    if "time" not in mine or quantity.unit_class in {"percent", "point", "fold", "months", "seconds", "ordinal"}:
        return None
    same = told_again(case, quantity)
    if not same or any(_rated(text, q) or not _totals(text, q) for text, q in same):
        return None
    return next(iter(mine["time"].values()))


def _rated(text: Passage, quantity: Quantity) -> bool:
    """Whether the sentence of a figure names any rate of time."""
    start, end = text.sentence_span(quantity.start)
    return any(pattern.search(text.text, start, end) for pattern in _FAMILIES["time"].values())


def _totals(text: Passage, quantity: Quantity) -> bool:
    clause = clause_at(text, quantity.start)
    before = [] if clause is None else [c for c in text.clauses_of(clause.sentence) if c.start <= clause.start]
    return any(_IN_ALL.search(c.text) for c in before[-2:])


def _heads_elsewhere(case: Case, quantity: Quantity) -> bool:
    """Whether the evidence has another figure of the kind per head."""
    return any(
        "head" in _bases(text, q)
        for text in case.evidence
        for q in text.quantities
        if q.unit_class == quantity.unit_class and abs(q.value) != abs(quantity.value)
    )


def _bases(text: Passage, quantity: Quantity) -> dict[str, dict[str, str]]:
    """Family → base → wording, for the bases named in the clause of a figure and nearer to it than to a like one."""
    clause = clause_at(text, quantity.start)
    if clause is None:
        return {}
    inside = [
        q for q in text.quantities if clause.start <= q.start < clause.end and q.unit_class == quantity.unit_class
    ]
    low = max((q.end for q in inside if q.end <= quantity.start), default=clause.start)
    high = min((q.start for q in inside if q.start >= quantity.end), default=clause.end)
    if text.language == "zh" and inside[-1:] != [quantity]:
        high = min(high, quantity.end + 6)
    found: dict[str, dict[str, str]] = {}
    for family, bases in _FAMILIES.items():
        for name, pattern in bases.items():
            if match := pattern.search(
                text.text, text.sentences[clause.sentence][0] if family == "head" else low, high
            ):
                found.setdefault(family, {})[name] = match.group()
    return found


_OF = lazy_pattern(
    r"(?<![\d.,])(?P<n>\d{1,4}|[a-z]+(?:-[a-z]+)?) (?:out )?of (?:the |its |their |all |these )?(?P<m>\d{1,4}(?![\d.,%])|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\b)(?: (?P<noun>[a-z]+))?",
    re.IGNORECASE,
)
_OUT = lazy_pattern(
    r"\bout of (?:operation|order|service|use|action)\b|\b(?:broken|idle|closed|empty)\b", re.IGNORECASE
)
_RATIO = lazy_pattern(
    r"(?<!from )(?<![\d.,])(?P<a>\d{1,4}(?:\.\d+)?)(?:%|\s?percent|\s?votes|\s?points|票)?\s?(?:to|对|比)\s?(?P<b>\d{1,4}(?:\.\d+)?)(?:%|\s?percent|\s?votes|票)?(?=[,.;，。\s]|$)"
)
_SCORE = lazy_pattern(
    r"(?<![\d.,/:年月-])(?P<a>\d{1,3}(?:\.\d+)?)\s?(?:比|-|–|:|∶)\s?(?P<b>\d{1,3}(?:\.\d+)?)(?![\d,/:%年月日倍-]|\s?(?:percent|per cent|million|billion|years))"
)


def pair_findings(case: Case) -> Iterator[Finding]:
    """Objections to `15 of 15` for `12 of 15`, and to scores the evidence does not have."""
    theirs = [(m, *_pair(m)) for text in case.evidence for m in _OF.finditer(text.text)]
    for match in _OF.finditer(case.sentence.text):
        part, whole = _pair(match)
        known = [p for m, p, w in theirs if w == whole and p is not None and _one_noun(m, match)]
        if part is not None and known and part not in known:
            both = whole - part in {abs(q.value) for q in case.sentence.quantities}  # three of five run, two do not
            if whole - part in known and (
                both or _OUT.search(case.sentence.text) or _REST.search(case.sentence.text) or _turned(case)
            ):
                continue  # only one of the nine passed, where eight failed
            yield Finding("number", "fail", "figure", (match.group(), f"{known[0]}/{whole}"))
            return
    ordered = {(m["a"], m["b"]) for text in case.evidence for m in _RATIO.finditer(text.text)}
    for match in _RATIO.finditer(case.sentence.text):
        if (match["b"], match["a"]) in ordered and (match["a"], match["b"]) not in ordered:
            yield Finding("number", "fail", "figure", (match.group(), f"{match['b']}–{match['a']}"))
            return
    scores = {frozenset((m["a"], m["b"])) for text in case.evidence for m in _SCORE.finditer(text.text)}
    for match in _SCORE.finditer(case.sentence.text):
        if scores and frozenset((match["a"], match["b"])) not in scores:
            yield Finding(
                "number",
                "fail",
                "figure",
                (match.group(), "、".join(":".join(sorted(s)) for s in sorted(map(sorted, scores)))),
            )
            return


def _pair(match: re.Match[str]) -> tuple[Decimal | None, Decimal]:
    part, whole = (Decimal(raw) if raw.isdigit() else english(raw) for raw in (match["n"], match["m"]))
    return part, whole or Decimal(0)


_REST = lazy_pattern(r"\b(?:others?|remaining|rest)\b", re.IGNORECASE)
_NO = lazy_pattern(
    r"\b(?:not|no|never|none|un\w{4,}|fail\w*|miss\w*|lack\w*|without|reject\w*|refus\w*|lost|los\w+|drop\w*|oppos\w*|against)\b|n't\b",
    re.IGNORECASE,
)


def _turned(case: Case) -> bool:
    """Whether only one side denies something, so that a part may be told of the rest."""
    return bool(_NO.search(case.sentence.text)) != any(_NO.search(text.text) for text in case.evidence)


def _one_noun(first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether two parts may be of one whole: two of the four quarters are none of four airports."""
    nouns = [(m["noun"] or "").lower()[:4] for m in (first, second)]
    return "" in nouns or nouns[0] == nouns[1] or all(m["m"].isdigit() for m in (first, second))


_SHARE = lazy_pattern(r"占(?:到|了)?(?P<whole>[^，。；：占]{2,16}?)的(?:约|近|超过?|大约|将近|接近|一)?$")
_SHARE_EN = lazy_pattern(
    r"^\s*of (?!wh)(?:the |all |its |their )?(?P<whole>[a-z][^,.;]{2,40}?)(?=[,.;]|$| (?:in|during|at|by|while|and|but|since|from|was|were|is|are|came|had|have|has)\b)",
    re.IGNORECASE,
)


# Of the part-time posts, 70 per cent; 在返乡农民工中，70%.
_LED_ZH = lazy_pattern(r"(?:^|[，。；])(?:在|从)?(?P<whole>[^，。；]{2,18})(?<![其当])中，?[^，。；\d]{0,14}$")
_LED_EN = lazy_pattern(
    r"(?:^\s*|[,;] (?:and |but )?)of (?:the |all |its |their |these |those )?(?P<whole>(?:[^,;.]|,(?=\d)){2,40}), (?:about |around |nearly |almost |some |over |more than |only |just )*$",
    re.IGNORECASE,
)


_ANYBODY = frozenset("person people peopl 人 人员 人群".split())


def share_findings(case: Case) -> Iterator[Finding]:
    """Objections to a share of another whole: 占移动电话用户的52.4% told as 占全国人口的52.4%."""
    for quantity in case.sentence.quantities:
        mine = _whole(case.sentence, quantity)
        if quantity.unit_class != "percent" or not mine:
            continue
        same = told_again(case, quantity)
        theirs = [_whole(text, q) for text, q in same]
        elsewhere = [
            _whole(text, q)
            for text in case.evidence
            for q in text.quantities
            if q.unit_class == "percent" and abs(q.value) != abs(quantity.value)
        ]
        moved = [is_change(text, q, clause_at(text, q.start)) for text, q in same]
        if theirs and not any(theirs) and all(moved) and any(mine <= w for w in elsewhere):
            yield Finding("number", "fail", "misbound", (quantity.text.strip(), "—", "、".join(sorted(mine))))
            return
        if theirs and all(t and not t & mine and not _one_whole(t, mine) and not t <= _ANYBODY for t in theirs):
            known = frozenset(w.key for text in case.evidence for w in text.words)
            led = _led(case.sentence, quantity)
            if (mine - known and not led) or _of_elsewhere(case, quantity, mine):
                parts = (quantity.text.strip(), "、".join(sorted(mine)), "、".join(sorted(theirs[0])))
                yield Finding("number", "fail", "basis", parts)
                return


_PEOPLE = frozenset("person people popul inhabit resident citizen 人口 人 居民 国民".split())


def _one_whole(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two wholes are of one noun: 总人口, 全国人口."""
    if first <= _PEOPLE and second <= _PEOPLE:
        return True
    return any(len(b) > 1 and (a.endswith(b) or b.endswith(a)) for a in first for b in second if len(a) > 1)


def _led(text: Passage, quantity: Quantity) -> bool:
    """Whether the whole of a share stands before it."""
    pattern = _LED_ZH if text.language == "zh" else _LED_EN
    return pattern.search(text.text[text.sentence_span(quantity.start)[0] : quantity.start]) is not None


def _of_elsewhere(case: Case, quantity: Quantity, whole: frozenset[str]) -> bool:
    """Whether the whole a share is given of stands in the evidence beside another share only."""
    clauses = [
        (c, any(same_value(q, quantity) for q in text.quantities if c.start <= q.start < c.end))
        for text in case.evidence
        for c in text.clauses
    ]
    beside = [c for c, same in clauses if same]
    return (
        bool(beside)
        and not any(whole & c.keys for c in beside)
        and any(2 * len(whole & c.keys) > len(whole) for c, same in clauses if not same)
    )


_PERIODS = {
    "year": lazy_pattern(r"每一?年|\b(?:every year|once a year|annually|yearly|each year)\b", re.IGNORECASE),
    "half": lazy_pattern(r"每半年|\b(?:twice a year|every six months|half-yearly|semi-?annually)\b", re.IGNORECASE),
    "quarter": lazy_pattern(r"每一?个?季度?|\b(?:quarterly|every quarter|every three months)\b", re.IGNORECASE),
    "month": lazy_pattern(r"每一?个?月|\b(?:monthly|every month|once a month|each month)\b", re.IGNORECASE),
    "week": lazy_pattern(r"每一?个?周|每星期|\b(?:weekly|every week|once a week|each week)\b", re.IGNORECASE),
    "day": lazy_pattern(r"每一?[天日]|\b(?:daily|every day|once a day|each day)\b", re.IGNORECASE),
}


def frequency_findings(case: Case) -> Iterator[Finding]:
    """Objections to another frequency: every six months told as every year."""
    for clause in case.sentence.clauses:
        mine = {name: m.group() for name, pattern in _PERIODS.items() if (m := pattern.search(clause.text))}
        near = aligned(case)[clause.start] if mine else []
        theirs = [
            {name: m.group() for name, pattern in _PERIODS.items() if (m := pattern.search(a.clause.text))}
            for a in near[:2]
        ]
        known = {name for name, pattern in _PERIODS.items() for text in case.evidence if pattern.search(text.text)}
        if near and near[0].score < 0.75 and set(mine) & known:
            continue  # said of another clause, which this one may have taken up
        if theirs and theirs[0] and not any(set(mine) & set(t) for t in theirs):
            said, given = next(iter(mine.values())), next(iter(theirs[0].values()))
            yield Finding("number", "fail", "basis", (clause.text.strip(), said, given))
            return


_OF_THEM = lazy_pattern(r"\s(?:of|among) (?:them|these|those|whom|it|which)\b", re.IGNORECASE)


def _whole(text: Passage, quantity: Quantity) -> frozenset[str]:
    """Keys of the words that name what a share is of."""
    if text.language == "zh":
        match = _SHARE.search(text.text[max(0, quantity.start - 24) : quantity.start])
        base = max(0, quantity.start - 24)
        if match is None:
            base = text.sentence_span(quantity.start)[0]
            match = _LED_ZH.search(text.text[base : quantity.start])
    elif _OF_THEM.match(text.text, quantity.end):
        return frozenset()  # of those told before
    else:
        match = _SHARE_EN.search(text.text[quantity.end : quantity.end + 60])
        base = quantity.end
        if match is None:
            base = text.sentence_span(quantity.start)[0]
            match = _LED_EN.search(text.text[base : quantity.start])
    if match is None:
        return frozenset()
    start, end = match.span("whole")
    return text.content_keys(base + start, base + end)
