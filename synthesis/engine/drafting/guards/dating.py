"""Which date a figure is of, and which dates only say what something is compared with."""

from __future__ import annotations

import re
from dataclasses import replace

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.types import Case, Clause, Passage
from synthesis.engine.drafting.quantities import numerals
from synthesis.engine.drafting.quantities.find import DateMention, Quantity
from synthesis.engine.drafting.quantities.likeness import alike, same_value
from synthesis.engine.patterns import lazy_pattern

_REFERENCE = lazy_pattern(
    r"(?:比|较|较之|相比|与|同|相较于?|than|from|with|to|since|自|从|over|in|against)\s*(?:the\s)?$", re.IGNORECASE
)
_TO_SAID = lazy_pattern(r"[至到]|\bto (?!(?:be|have)\b)", re.IGNORECASE)
_REFERENCE_IN = lazy_pattern(
    r"(?:%|per ?cent|percent|points?)\)? on\s*$|\b(?:those|that|levels?) (?:of|in|from)\s*$|\b(?:as|than|with|to|against|from[^,;.]{0,24})\s+in\s*(?:the\s)?$",
    re.IGNORECASE,
)


_IN = lazy_pattern(r"\bin\s*(?:the\s)?$", re.IGNORECASE)
_FROM = lazy_pattern(r"(?:由|从|from)\s*(?:约|about|roughly|some)?\s*$", re.IGNORECASE)
_TO = lazy_pattern(r"(?:至|到|为|to)\s*(?:约|about|roughly|some|just)?\s*$", re.IGNORECASE)
_AT = lazy_pattern(r"\s*[(（]?(?:in|for|during|as of|by|on)?\s*(?:the\s)?", re.IGNORECASE)
_OF = lazy_pattern(r"的[约近超逾]?")  # 从2021年的27.1%
_FRONT = lazy_pattern(r"\s*(?:但|而|到|至|在|截至|in|by|In|By)?\s*")


_OPENS = lazy_pattern(r"^\s*(?:from|since|自|从)\s*$", re.IGNORECASE)
_ON_FROM = lazy_pattern(r"起|开始|\s+on(?:wards?)?\b")
_ITS_FIGURE = lazy_pattern(r"(?:['’]s)? (?:figures?|levels?|totals?|numbers?|values?|baseline|base)\b")


def is_reference(text: Passage, date: DateMention) -> bool:
    """Whether a date only says what something is compared with."""
    clause = clause_at(text, date.start)
    if clause is not None and (
        (_OPENS.match(text.text[clause.start : date.start]) and not _TO_SAID.search(text.text, date.end, clause.end))
        or _ON_FROM.match(text.text, date.end)
    ):
        return False  # from January on it stands at 12%
    if _ITS_FIGURE.match(text.text, date.end) and date.year:
        return True
    before = text.text[max(0, date.start - 34) : date.start]
    if _REFERENCE_IN.search(before):
        return True
    return bool(_REFERENCE.search(before[-8:])) and not _IN.search(before)


def absolute(date: DateMention) -> bool:
    """Whether a date names its year."""
    return date.year is not None and not date.relative


def dated(text: Passage, quantity: Quantity) -> DateMention | None:
    """The date a figure is of, None when none or several may be meant."""
    clause = clause_at(text, quantity.start)
    if clause and _STILL.search(clause.text) and not any(clause.start <= d.start < clause.end for d in text.dates):
        return None
    if _year_before(text, quantity):
        now = _governing(text, quantity)
        return replace(now, year=now.year - 1, end_year=None) if now and now.year and not now.end_year else None
    return (
        _meanwhile(text, quantity) or _years_back(text, quantity) or _turn(text, quantity) or _governing(text, quantity)
    )


#: What still holds is not of the year before it: 2023 drew 8 million, and entry is still limited to 30,000.
_STILL = lazy_pattern(r"\b(?:is|are|remains?) (?:still|now|currently)\b|\bstill (?:is|are|stands?)\b", re.IGNORECASE)
_AGO = lazy_pattern(r"[之以]?前|\s(?:earlier|before|previously)\b", re.IGNORECASE)


def _years_back(text: Passage, quantity: Quantity) -> DateMention | None:
    """2019 for 12% in 2023年占到34%，四年前只有12%."""
    clause = clause_at(text, quantity.start)
    if clause is None or any(clause.start <= d.start < clause.end for d in text.dates):
        return None
    spans = [q for q in text.quantities if clause.start <= q.start < clause.end and q.unit_class == "months"]
    begin = text.sentences[clause.sentence][0]
    dates = [d for d in text.dates if begin <= d.start < clause.start and absolute(d)]
    if len(spans) != 1 or spans[0].value % 12 or len({d.year for d in dates}) != 1:
        return None
    ago = _AGO.match(text.text, spans[0].end)
    return replace(dates[0], year=(dates[0].year or 0) - int(spans[0].value / 12), end_year=None) if ago else None


_MEANWHILE = lazy_pattern(
    r"同期|同一时期|\b(?:over|in|during) the same (?:period|years|time)\b|\bmeanwhile\b", re.IGNORECASE
)
_FROM = lazy_pattern(r"(?:[由从自]|\bfrom )(?:约|近|about |around )*$", re.IGNORECASE)
_TO = lazy_pattern(r"(?:[至到为]|\bto )(?:约|近|about |around )*$", re.IGNORECASE)


def _meanwhile(text: Passage, quantity: Quantity) -> DateMention | None:
    """2015 for 38 and 2023 for 115 in 从2015年的92万人次降至2023年的51万人次，同期地铁由38万升至115万."""
    clause = clause_at(text, quantity.start)
    if clause is None or not _MEANWHILE.search(clause.text):
        return None
    left = text.text[clause.start : quantity.start]
    begin = text.sentences[clause.sentence][0]
    dates = [d for d in text.dates if begin <= d.start < clause.start and d.year]
    if len(dates) != 2 or any(clause.start <= d.start < clause.end for d in text.dates):
        return None
    return dates[0] if _FROM.search(left) else dates[1] if _TO.search(left) else None


_FROM_LEVEL = lazy_pattern(r"(?:上一?年|去年|前一年)(?:同期)?的[^。；]{0,14}，(?:由|从)$")
_BACK_ZH = lazy_pattern(r"(?<![比较])(?:上一?年度?|前一年|去年|上年)(?:同期)?(?:的|则|仅|只|有|为|是|约|达|还|尚)*$")
_BACK_EN = lazy_pattern(
    r"\s*\(?(?:in |for |of )?(?:the year (?:before|earlier|previously|prior)|(?:a|one) year (?:before|earlier|previously)"
    r"|the (?:previous|preceding|prior) year|(?:twelve|12) months (?:before|earlier))\b(?! last)",
    re.IGNORECASE,
)


_TELLING = 13  # smaller figures recur by chance


def figure_of_year(case: Case, clause: Clause, year: int | None) -> bool:
    """Whether a figure of a clause is one that the evidence gives for this very year: what it is of is asked elsewhere."""
    mine = [q for q in case.sentence.quantities if clause.start <= q.start < clause.end and abs(q.value) >= _TELLING]
    return year is not None and any(
        same_value(q, other) and (date := dated(text, other)) is not None and date.year == year and not date.end_year
        for q in mine
        for text in case.evidence
        for other in text.quantities
    )


def told_back(case: Case, date: DateMention, years: set[int]) -> bool:
    """Whether a bare year, none of `years` of the evidence, is the one before of a figure beside it: 9.3 million in 2022, for
    9.3 million the previous year."""
    clause = clause_at(case.sentence, date.start)
    plain = not (date.month or date.quarter or date.half or date.edge or date.end_year) and date.year not in years
    return plain and clause is not None and figure_of_year(case, clause, date.year)


def _year_before(text: Passage, quantity: Quantity) -> bool:
    """Whether a figure is told of the year before the one its sentence speaks of: 34.7% in 2023, 29.1% the year before."""
    if text.language == "zh":
        start = text.sentence_span(quantity.start)[0]
        return (
            _BACK_ZH.search(text.text, max(0, quantity.start - 12), quantity.start)
            or _FROM_LEVEL.search(text.text, start, quantity.start)
        ) is not None
    return _BACK_EN.match(text.text, quantity.end) is not None


def _turn(text: Passage, quantity: Quantity) -> DateMention | None:
    """In `2019年至2023年由A增至B` the year of A is the first, that of B the last."""
    start, end = text.sentence_span(quantity.start)
    own = [d for d in text.dates if absolute(d) and not d.end_year and start <= d.start < end]
    spans = [d for d in text.dates if d.end_year and start <= d.start < end]
    clause = clause_at(text, quantity.start)
    if clause and any(clause.start <= d.start < quantity.start and not is_reference(text, d) for d in own):
        return None
    if not spans or any(abs(d.start - quantity.end) < 8 or abs(quantity.start - d.end) < 4 for d in own):
        return None
    lead = text.text[max(start, quantity.start - 9) : quantity.start]
    tail = text.text[quantity.end : quantity.end + 14]
    if _FROM.search(lead):
        return replace(spans[-1], end_year=None)
    if _TO.search(lead) and not re.match(r"\s*(?:之间|的)", tail):
        return replace(spans[-1], year=spans[-1].end_year, end_year=None)
    return None


def _governing(text: Passage, quantity: Quantity) -> DateMention | None:
    """The last date in its clause before it, else after it, else the one of the clauses before in its sentence."""
    clause = clause_at(text, quantity.start)
    if clause is None:
        return None
    for date in text.dates:
        gap = text.text[quantity.end : date.start] if date.start >= quantity.end else "…"
        if absolute(date) and _AT.fullmatch(gap):
            return date
        if absolute(date) and not date.end_year and _OF.fullmatch(text.text, date.end, quantity.start):
            return date
    own = [d for d in text.dates if absolute(d) and not is_reference(text, d) and not _published(text, d, quantity)]
    start = text.sentences[clause.sentence][0]
    before = [d for d in own if clause.start <= d.start < quantity.start]
    after = [d for d in own if quantity.start < d.start < clause.end]
    if text.language == "en" and after:  # "48 percent in 2019 and 62 percent in 2021"
        between = [q for q in text.quantities if quantity.end <= q.start < after[0].start]
        own_pair = before and _NEXT_PAIR.search(text.text, quantity.end, after[0].start)
        told_next = own_pair and any(
            alike(q, quantity) and after[0].end <= q.start < clause.end for q in text.quantities
        )
        if not told_next and all(q.unit_class != quantity.unit_class for q in between):
            return after[0]
    if text.language == "zh":  # 20万户到2023年底已完成三分之二: the date is of what follows it
        after = [d for d in after if not any(d.end <= q.start < clause.end for q in text.quantities)]
    before = [d for d in before if not _taken_up(text, d, quantity)]
    if before or after:
        return before[-1] if before else after[0]
    if _NOW.search(text.text, clause.start, quantity.start):
        later = _LATER.match(text.text, clause.start, quantity.start)
        base = [d for d in own if start <= d.start < clause.start and not d.end_year]
        return _moved(base[0], later["n"]) if later and len(base) == 1 else None
    if _WHEN.match(clause.text):  # in 2022, when they rose by 8.1%
        named = [d for d in text.dates if absolute(d) and start <= d.start < clause.start]
        return named[-1] if named else None
    earlier = [d for d in own if start <= d.start < clause.start and not _aside(text, d)]
    if len({d.year for d in earlier}) > 1 and not _fronted(text, earlier[-1]):
        return None
    return _years_on(text, earlier[-1]) if earlier else None


_YEARS_AFTER = lazy_pattern(
    r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years? (?:after|on from|later than)\b[^,.;]*$",
    re.IGNORECASE,
)
_SMALL = {word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}


def _years_on(text: Passage, date: DateMention) -> DateMention:
    """The date that a fronted clause leads to: three years after it came in in 2018."""
    clause = clause_at(text, date.start)
    match = _YEARS_AFTER.search(text.text, clause.start, date.start) if clause and date.year else None
    return date if match is None else _moved(date, match["n"]) or date


def _moved(date: DateMention, word: str) -> DateMention | None:
    """The year that is so many years after a date."""
    years = _SMALL.get(word.lower()) or int(numerals.chinese(word) or (word.isdigit() and word) or 0)
    return DateMention(date.start, date.end, date.text, year=date.year + years) if date.year and years else None


#: In 2021 3.1 and in 2022 2.9.
_NEXT_PAIR = lazy_pattern(r"(?:,|\band|\bwhile|\bbut|\bthen)\s(?:in|by|for|at|during)\s(?:the\s)?$", re.IGNORECASE)
_LATER = lazy_pattern(
    r"\s*(?:but |and |只?过了?)?(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|[一二两三四五六七八九十]{1,3})"
    r"(?: years? (?:later|on)\b|年[之以]?后)",
    re.IGNORECASE,
)


# 目前已有64家 is of now, 次年 of the year after: of no date told before.
_NOW = lazy_pattern(
    r"目前|现有|现已|如今|至今|次年|翌年|(?:\d+|[一二两三四五六七八九十几]+)年[之以]?后|随后|此后|后来|\b(?:now|today|current(?:ly)?|so far|by now|later|since then)\b",
    re.IGNORECASE,
)
_WHEN = lazy_pattern(r"\s*when\b|\s*(?:当时|其时|彼时)", re.IGNORECASE)
_ONWARD = lazy_pattern(r"[到至]|为|\bto\b")


def _taken_up(text: Passage, date: DateMention, quantity: Quantity) -> bool:
    """Whether a date before a figure is of another one (由2019年的206家增加到375家, from 206 in 2019 to 375)."""
    for other in text.quantities:
        if (
            other.end > quantity.start
            or not alike(other, quantity)
            or not _ONWARD.search(text.text, other.end, quantity.start)
        ):
            continue
        if 0 <= other.start - date.end <= 3 or (
            other.end <= date.start and _AT.fullmatch(text.text, other.end, date.start)
        ):
            return True
    return False


_PUBLISHED = {
    "zh": lazy_pattern(r"[^，。；]{0,8}?(?:公布|发布|出版|发表|披露|刊发|刊登|出台|印发|公开)的"),
    "en": lazy_pattern(
        r"\b(?:published|released|issued|printed) (?:in|on|at)(?: the)?(?: (?:end|start|beginning) of)? $"
    ),
}


def _published(text: Passage, date: DateMention, quantity: Quantity) -> bool:
    """Whether a date says when the paper came out that tells a figure (2024年1月公布的年报显示，营收为100亿元)."""
    if text.language == "en":
        return _PUBLISHED["en"].search(text.text[max(0, date.start - 40) : date.start]) is not None
    match = _PUBLISHED["zh"].match(text.text, date.end)
    return match is not None and match.end() < quantity.start  # 2024年发布的12项标准 are of 2024


def _fronted(text: Passage, date: DateMention) -> bool:
    clause = clause_at(text, date.start)
    return clause is not None and _FRONT.fullmatch(text.text, clause.start, date.start) is not None


def _aside(text: Passage, date: DateMention) -> bool:
    """Whether a date stands alone in parentheses and so dates only the figure before it."""
    return text.text[max(0, date.start - 1) : date.start] in {"(", "（"}
