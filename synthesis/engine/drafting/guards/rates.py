"""What a figure is counted per: a kilogram, an hour, a patient, ten thousand people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.measure import told_again
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities import numerals
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.units import UNITS
from synthesis.engine.patterns import lazy_pattern

_MEASURES = (
    "second=秒|秒钟|second",
    "minute=分钟|minute",
    "hour=小时|钟头|hour",
    "day=天|日|昼夜|晚|day|night",
    "week=周|星期|week",
    "month=月|month",
    "quarter=季|季度|quarter",
    "year=年|年度|year|annum",
    "gram=克|gram|g",
    "kilogram=公斤|千克|kilogram|kilogramme|kilo|kg",
    "jin=斤|市斤|jin|catty",
    "tonne=吨|公吨|tonne|ton|t",
    "pound=磅|pound|lb",
    "mu=亩|mu",
    "hectare=公顷|hectare|ha",
    "acre=英亩|acre",
    "square metre=平方米|平米|平|square metre|square meter|sqm",
    "square foot=平方英尺|square foot",
    "square kilometre=平方公里|平方千米|square kilometre|square kilometer",
    "litre=升|litre|liter|l",
    "millilitre=毫升|millilitre|milliliter|ml",
    "cubic metre=立方米|立方|方|cubic metre|cubic meter",
    "metre=米|metre|meter",
    "kilometre=公里|千米|kilometre|kilometer|km",
    "mile=英里|mile",
    "kilowatt-hour=千瓦时|度|度电|kilowatt-hour|kwh",
)
_NAMED = {word: entry.split("=")[0] for entry in _MEASURES for word in entry.split("=")[1].split("|")}
_CANONICAL = {entry.split("=")[0]: entry.split("=")[1].split("|")[0] for entry in _MEASURES}
_MEASURES_ZH = "|".join(sorted((w for w in _NAMED if not w.isascii()), key=len, reverse=True))
_MEASURES_EN = "|".join(sorted((re.escape(w) for w in _NAMED if w.isascii()), key=len, reverse=True))
#: 每公斤, 每一个月, 每辆车, 亩均, 年产; in 每千人 and 每两年 a number stands first.
_PER_ZH = (
    rf"每[\u4e00-\u9fff]{{1,3}}一个?(?P<measure3>{_MEASURES_ZH})|每一?(?P<count>[百千万])?个?(?P<measure>{_MEASURES_ZH})|每一?(?P<noun>[^\d，。；每年月日均一二两三四五六七八九十百千万亿]{{1,3}})"
    r"|(?P<mean>[亩人户日周月季年天])均|(?P<field>亩)(?=产)|(?<![\d去今前明上])(?P<yearly>[日月年])(?=[产销用耗供发]|处理|接待|服务)"
)
_PER_EN = (
    r"(?:(?:per|each|every)[ -](?:(?:metric|calendar|fiscal|working|single|average|individual) )?"
    rf"(?:(?P<measure>{_MEASURES_EN})s?\b|(?P<noun>[a-z]{{3,}}))|\b(?:an?|the) (?P<measure2>{_MEASURES_EN})\b(?! (?:ago|earlier|later|before)))"
)
_BEFORE = {
    "zh": lazy_pattern(rf"(?:{_PER_ZH})[^，。；\d]{{0,12}}$"),
    "en": lazy_pattern(rf"\b(?:{_PER_EN})[^,.;\d]{{0,30}}$", re.IGNORECASE),
}
_BEHIND = {
    "zh": lazy_pattern(rf"\s?[/／](?P<measure>{_MEASURES_ZH}|kg|g|ml|mL|L|km|kWh)"),
    "en": lazy_pattern(rf"\s?/\s?(?P<slashed>{_MEASURES_EN})\b|(?:[ -][a-z]+){{0,4}}?[ -]{_PER_EN}", re.IGNORECASE),
}
_ANYWHERE = {
    "zh": lazy_pattern(rf"{_PER_ZH}|[/／](?P<slashed>{_MEASURES_ZH}|kg|g|ml|mL|L|km|kWh)"),
    "en": lazy_pattern(rf"\b{_PER_EN}|/\s?(?P<slashed>{_MEASURES_EN})\b", re.IGNORECASE),
}
_PER_MANY = {
    "zh": lazy_pattern(
        r"每(?P<n>(?:\d+(?:\.\d+)?)?[一二三四五六七八九十百千万亿]+|\d+)(?:[名个位户张台辆件]|[\u4e00-\u9fff])"
        r"|每(?P<one>[名个位]?)(?:人口|居民|常住人口|人|户|例|车|学生|婴儿|活产)"
    ),
    "en": lazy_pattern(r"\bper (?P<n>\d[\d,]*|hundred|thousand|million)\b", re.IGNORECASE),
}


def rate_findings(case: Case) -> Iterator[Finding]:
    """Objections to a rate per something else: per 100,000 told as per 10,000, per kilogram told as per patient."""
    for quantity in case.sentence.quantities:
        same = told_again(case, quantity)
        many = per_many(case.sentence, quantity)
        theirs = [per_many(text, q) for text, q in same]
        if many and theirs and all(theirs) and many not in theirs:
            yield Finding("number", "fail", "basis", (quantity.text.strip(), f"{many:f}", f"{theirs[0]:f}"))
            return
        mine = bases_beside(case.sentence, quantity)
        others = [bases_beside(text, q) for text, q in same]
        if not mine or not others or not all(others):
            continue
        if (kind := _kind(mine)) and (other := {_kind(o) for o in others}) and "" not in other and kind not in other:
            yield Finding(
                "number",
                "fail",
                "basis",
                (quantity.text.strip(), next(iter(mine.values())), next(iter(others[0].values()))),
            )
            return
        if not _measured(mine) and not all(map(_measured, others)):
            continue  # a household and a family may be one
        if not any(mine.keys() & _named(text, q) for text, q in same):
            parts = (quantity.text.strip(), next(iter(mine.values())), next(iter(others[0].values())))
            yield Finding("number", "fail", "basis", parts)
            return


_PERSON = lazy_pattern(
    r"学生|人|教师|老师|患者|职工|员工|老人|儿童|孩子|居民|\b(?:person|people|head|capita|student|pupil|teacher|patient|employee|worker|resident|child|visitor|passenger)\b"
)
_GROUP = lazy_pattern(
    r"班级?$|户|家庭|学校|村|企业|公司|机构|县|社区|医院|\b(?:household|family|class|school|village|firm|company|town|hospital|farm|home)\b"
)


def _kind(bases: dict[str, str]) -> str:
    """ "person" or "group" when that is what a figure is counted per, "" for anything else."""
    name = " ".join(n.removeprefix("=") for n in bases if n.startswith("="))
    return "group" if _GROUP.search(name) else "person" if _PERSON.search(name) else ""


_ADVERB = lazy_pattern(r"\s(daily|weekly|monthly|annually|yearly|hourly)\b", re.IGNORECASE)
_PERIODS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
    "hourly": "hour",
}


def _measured(bases: dict[str, str]) -> bool:
    """Whether all are units of measurement."""
    return all(not name.startswith("=") for name in bases)


def bases_beside(text: Passage, quantity: Quantity) -> dict[str, str]:
    """What stands next to a figure as its base: name → wording; the name of what is no unit of measurement begins with "="."""
    clause = clause_at(text, quantity.start)
    if clause is None:
        return {}
    adverb = _ADVERB.match(text.text, quantity.end)
    if adverb is not None:
        return {_PERIODS[adverb.group(1).lower()]: adverb.group(1)}
    behind = _BEHIND[text.language].match(text.text, quantity.end, clause.end)
    before = _BEFORE[text.language].search(text.text, max(clause.start, quantity.start - 48), quantity.start)
    found = dict(_base(match) for match in (behind, before) if match is not None)
    if before is not None:  # 每人每天
        found |= dict(map(_base, _ANYWHERE[text.language].finditer(text.text, before.start(), quantity.start)))
    return found


def _named(text: Passage, quantity: Quantity) -> set[str]:
    """All bases that the sentence of a figure names."""
    return {_base(m)[0] for m in _ANYWHERE[text.language].finditer(text.text, *text.sentence_span(quantity.start))}


def _base(match: re.Match[str]) -> tuple[str, str]:
    """The name of a base and its wording."""
    groups = match.groupdict(default="")
    unit = next(
        (groups[g] for g in ("measure", "measure2", "measure3", "slashed", "mean", "yearly", "field") if groups.get(g)),
        "",
    )
    said = groups.get("count", "") + (groups.get("noun") or unit)
    return _NAMED.get(said.lower()) or (said if unit.lower() in _NAMED else "=" + said.lower().removesuffix("s")), said


def is_counted_in(base: str, quantity: Quantity) -> bool:
    """Whether a figure counts what a base names: 15天 for 每日, 20亿股 for 每股."""
    if base.startswith("="):
        return quantity.unit_class == "count" and quantity.unit != "" and base[1:].startswith(quantity.unit)
    unit = UNITS.get(_CANONICAL.get(base, base))
    return unit is not None and (quantity.unit_class, quantity.unit) == (unit.unit_class, unit.name)


def is_per_base(case: Case, quantity: Quantity) -> bool:
    """Whether a figure is only what another is counted against, as in the evidence: 每一百位, 一年可发电36亿度 for 年发电量."""
    text = case.sentence
    if any(m.start() <= quantity.start < m.end() for m in _PER_MANY[text.language].finditer(text.text)):
        return any(per_many(t, q) for t in case.evidence for q in t.quantities)
    unit = _ONE_UNIT.fullmatch(quantity.text)
    base = (
        lazy_pattern(rf"(?:每|单位?|/|[^\d一二两三四五六七八九十几前去今明同全]){unit[1]}(?![末底初前后内来间])")
        if unit
        else None
    )
    return base is not None and any(base.search(t.text) for t in case.evidence)


_ONE_UNIT = lazy_pattern(r"[一1]个?(年|月|天|日|周|小时|吨|公斤|千克|斤|亩|公顷|平方米|立方米|度|公里)")


def per_many(text: Passage, quantity: Quantity) -> Decimal | None:
    """How many people or things a figure is counted against, as its clause says it: 1000 for 每千人, 1 for 每人."""
    clause = clause_at(text, quantity.start)
    match = None if clause is None else _PER_MANY[text.language].search(text.text, clause.start, clause.end)
    if match is None or match.start() <= quantity.start < match.end():
        return None
    return numerals.any_numeral(match["n"]) if match["n"] else Decimal(1)
