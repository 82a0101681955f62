"""Duplicates merged, contradictions shown: what several excerpts say about the same thing.

Two figures conflict when subject, measure and time agree and the values differ by more than their own precision
and qualifiers allow. Nothing is decided here; both stay, with who says what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from synthesis.engine.drafting.conflict_claims import agree, bigrams, same_claim_en, same_claim_zh
from synthesis.engine.drafting.conflict_names import clause_zh, measure_zh, name_en, name_zh
from synthesis.engine.drafting.conflict_words import Weights, other_thing, same_words, told_alike, weights_of
from synthesis.engine.drafting.evidence.facts import Fact
from synthesis.engine.drafting.evidence.units import Unit
from synthesis.engine.drafting.quantities.find import find_quantities
from synthesis.engine.patterns import lazy_pattern

_PLACES = (("我国", "中国"), ("国内", "中国"), ("全国", "中国"), ("全世界", "全球"), ("世界", "全球"), ("国际", "全球"))
_SAME = (
    ("市场总规模", "市场规模"),
    ("市场容量", "市场规模"),
    ("行业规模", "市场规模"),
    ("产业规模", "市场规模"),
    ("市场占有率", "市场份额"),
    ("市占率", "市场份额"),
    ("占有率", "市场份额"),
    ("营业收入", "营收"),
    ("出口数量", "出口"),
    ("出口量", "出口"),
    ("进口量", "进口"),
    ("销售量", "销量"),
    ("总体", ""),
    ("整体", ""),
    ("终端", ""),
    ("年均复合增长率", "复合增长率"),
)
_FEW = 6  # character pairs of a sentence that is too short to be another's
_MOST_VALUES = 5  # what has more of them is measured of several things whose names tell nothing here
_NAMED = 4  # characters of a thing's name
_DONE = lazy_pattern(
    r"(?<=[\u4e00-\u9fff]{2})(?:已|累计|共)+(?:完成|发放|建成|组建|开放|获得|新增|批准|设立|安装|拥有)"
)  # 全国共完成评估项目: what was counted, not that it was done
_EMPTY = lazy_pattern(
    r"(?:检测|设备|产品|领域|行业|产业|相关|目前|的|人民币|the|total|overall|annual)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Value:
    """One of the values told, as worded, with the excerpts that tell it."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True)
class Conflict:
    """Values that cannot all hold for one subject, measure and time ("" when undated); `name` is subject and measure
    in one phrase."""

    subject: str
    indicator: str
    name: str
    time: str
    values: tuple[Value, ...]

    def to_json(self) -> dict[str, object]:
        """The shape of the `compose` contract, with the time added."""
        values = [{"value": v.text, "cites": list(v.cites)} for v in self.values]
        return {"subject": self.subject, "indicator": self.indicator, "time": self.time, "values": values}

    @property
    def cites(self) -> tuple[str, ...]:
        """All excerpts concerned, in order of first mention."""
        return tuple(dict.fromkeys(c for v in self.values for c in v.cites))


def likeness(first: str, second: str) -> float:
    """Dice coefficient of the character pairs of two texts, 0–1."""
    a, b = bigrams(first), bigrams(second)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def duplicates_of(units: Sequence[Unit]) -> dict[tuple[str, int], tuple[str, ...]]:
    """For each unit (excerpt, start) the other excerpts that say the same: same figures, near the same words."""
    found: dict[tuple[str, int], list[str]] = {}
    grams = [bigrams(u.text) for u in units]
    amounts = [_amounts(u) for u in units]
    counts = [_counts(u) for u in units]
    years = [frozenset(re.findall(r"(?:19|20)\d\d", u.text)) for u in units]
    weights = weights_of(units)
    for i, unit in enumerate(units):
        for j, other in enumerate(units):
            if i == j or unit.excerpt_id == other.excerpt_id or _denies(unit) != _denies(other):
                continue
            if min(len(grams[i]), len(grams[j])) < _FEW or (amounts[i] and amounts[j] and not amounts[i] & amounts[j]):
                continue
            if (years[i] and years[j] and not years[i] & years[j]) or (
                unit.place != other.place and unit.place and other.place
            ):
                continue  # another year, another place
            if same_words(unit, other, weights) and not _contradict(unit, other, weights):
                found.setdefault((unit.excerpt_id, unit.start), []).append(other.excerpt_id)
                continue
            if amounts[i] != amounts[j]:
                continue
            # Several equal figures leave little room for another statement; one figure or none needs the words.
            least = 0.25 if len(amounts[i]) > 1 else 0.5 if amounts[i] else 0.62
            if not amounts[i] and counts[i] and counts[i] == counts[j]:
                least = 0.45  # 五家 and 5家 companies: little, but not nothing
            if 2 * len(grams[i] & grams[j]) / (len(grams[i]) + len(grams[j])) >= least:
                found.setdefault((unit.excerpt_id, unit.start), []).append(other.excerpt_id)
    return {key: tuple(dict.fromkeys(ids)) for key, ids in found.items()}


def _contradict(first: Unit, second: Unit, weights: Weights) -> bool:
    """Whether two sentences tell different values of one thing."""
    pairs = [(a, b) for a in first.facts for b in second.facts if a.unit_class == b.unit_class and not agree(a, b)]
    return any(told_alike(first, a, second, b, weights) for a, b in pairs)


_PLAIN_DENIAL = lazy_pattern(r"[不未没无非](?!足|到|少|过|仅|但|断|同|久|论)")


def _denies(unit: Unit) -> bool:
    """Whether a sentence denies; what is hard to do (难以, 很难) is told in words that deny and words that do not."""
    return bool(_PLAIN_DENIAL.search(unit.text)) if unit.language == "zh" else unit.polarity == "negative"


_TIMES = frozenset(("duration", "months", "seconds"))


def _amounts(unit: Unit) -> frozenset[tuple[Decimal, Decimal | None, str]]:
    """What a sentence measures; dates, numbers of order, round times and small counts, which many sentences share, apart."""
    found = [q for q in find_quantities(unit.text) if q.unit_class not in {"ordinal", "date", "year"}]
    found = [q for q in found if q.unit_class not in _TIMES or q.value % 1]  # 7.4个月 is measured, 12个月 is a year
    return frozenset(
        (q.value, q.high, q.unit_class) for q in found if q.unit_class not in {"count", "number"} or q.value > 12
    )


def _counts(unit: Unit) -> frozenset[Decimal]:
    """The small numbers of things in a sentence."""
    return frozenset(q.value for q in find_quantities(unit.text) if q.unit_class == "count" and 1 < q.value <= 12)


def find_conflicts(units: Sequence[Unit]) -> list[Conflict]:
    """All conflicts among the units' figures; damaged units take part, their figures are evidence too."""
    told = [(u, f) for u in units for f in u.facts if not f.change and u.flaw != "heading" and not _is_condition(u, f)]
    weights = weights_of(units)
    groups: list[list[tuple[Unit, Fact]]] = []
    for one in told:
        home = next((g for g in groups if _same_thing(g[0], one, weights) and not _apart(g[0], one)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return [c for c in map(_conflict, groups) if c]


_CONDITION = lazy_pattern(r"(?:只要|凡|如果|若|[使服]?用满|未?满|超过|达到)[^，。；]{0,4}$")


def _is_condition(unit: Unit, fact: Fact) -> bool:
    """Whether a span of time only says of whom a rule holds (使用满20年的住宅电梯): two rules may hold of two."""
    return fact.unit_class == "months" and _CONDITION.search(unit.text[: fact.start][-10:]) is not None


def _apart(one: tuple[Unit, Fact], two: tuple[Unit, Fact]) -> bool:
    return one[0].excerpt_id != two[0].excerpt_id and other_thing(*one, *two)


_NAMED_PLACE = lazy_pattern(
    r"((?:(?![年月日个家座的在全各本该我多某数城和与及])[\u4e00-\u9fff]){2})(?:省(?![级内外际])|市(?![场民值占面价区])|县(?![域级]))"
)


def _elsewhere(one: str, two: str) -> bool:
    """Whether two Chinese clauses name towns or provinces, and none in common."""
    places = [{m.group(1) for m in _NAMED_PLACE.finditer(c)} for c in (one, two)]
    return all(places) and not places[0] & places[1]


def _same_thing(one: tuple[Unit, Fact], two: tuple[Unit, Fact], weights: Weights) -> bool:
    (first, a), (second, b) = one, two
    undated = not (a.time and b.time) and not (a.indicator and b.indicator) and first.language == "zh"
    if first.language != "zh" and bool(a.time) != bool(b.time):
        undated = (a.time or b.time) in (second.text if a.time else first.text)  # the 2024 budget, a budget for 2024
    if (a.time != b.time and not undated and not _one_year(a, b)) or first.language != second.language:
        return False
    if a.unit_class != b.unit_class and not _both_counted(one, two):
        return False
    if first.language != "zh":
        return first.excerpt_id != second.excerpt_id and (
            same_claim_en(first, a, second, b) or told_alike(first, a, second, b, weights)
        )
    clauses = (clause_zh(first.text, a), clause_zh(second.text, b))
    if first.excerpt_id != second.excerpt_id and _elsewhere(
        *(c if _NAMED_PLACE.search(c) else u.text for u, c in zip((first, second), clauses, strict=True))
    ):
        return False
    if a.unit_class == "count" and not (a.unit.startswith(b.unit) or b.unit.startswith(a.unit)):
        return False  # 架 and 个 count different things, 个 and 个城市 may not
    if (
        first.excerpt_id != second.excerpt_id
        and not (_measure(a) and _measure(b))
        and same_claim_zh(first, a, second, b)
    ):
        return True
    (thing, measure), (other, its) = _named(a), _named(b)
    if a.time != b.time and not _one_year(a, b):
        return False
    if measure == its and _same_subject(first.text, thing, second.text, other, measure):
        return True
    return first.excerpt_id != second.excerpt_id and told_alike(first, a, second, b, weights)


def _one_year(a: Fact, b: Fact) -> bool:
    """Whether one time is the last month of the year that the other names: 31 December 2024, 2024年末."""
    short, long = sorted((a.time, b.time), key=len)
    return bool(short) and long == f"{short}-12"


def _both_counted(one: tuple[Unit, Fact], two: tuple[Unit, Fact]) -> bool:
    """Whether a bare number and a count are of one class: the number of homes reached 40, and 50 homes; 人次达到11.6亿."""
    if {one[1].unit_class, two[1].unit_class} != {"number", "count"}:
        return False
    (unit, _), (_, count) = (one, two) if one[1].unit_class == "number" else (two, one)
    return unit.language == "en" or (len(count.unit) > 1 and count.unit in unit.text)


_SEASON = lazy_pattern(r"^(?:[上下]半年|[春夏秋冬][季天]|第?[一二三四]季度|全年)")


def _same_subject(text: str, first: str, other: str, second: str, measure: str) -> bool:
    if first == second:
        # Without a subject only a measure of its own name (机采率) can be told to be the same one.
        return bool(first) or (len(measure) >= 3 and measure[-1] == "率" and "增长" not in measure)
    if not first or not second:
        named, silent = (first, other) if first else (second, text)
        return len(measure) >= 4 and len(named) >= 3 and _SEASON.sub("", named) in _plain(silent)
    core_a, core_b = _EMPTY.sub("", first), _EMPTY.sub("", second)
    if measure.endswith(("人员", "企业", "机构", "门店")):  # 家政服务从业人员 are 家政从业人员
        core_a, core_b = core_a.removesuffix("服务"), core_b.removesuffix("服务")
    short, long, home = (first, second, text) if len(first) < len(second) else (second, first, other)
    if len(short) >= 3 and long.endswith(short) and _plain(home).find(long[: -len(short)]) >= 0:
        return True  # 旅游总收入 in a sentence about 古城市 is 古城市旅游总收入
    owner = long[: -len(short)].removeprefix(_place_of(long)) if long.endswith(short) else ""
    if len(short) >= 2 and len(owner) >= 3 and owner in _plain(home) and _place_of(long) in _plain(home):
        return True  # 回收市场规模 in a sentence about 中国…动力电池 is 中国动力电池回收市场规模
    if len(short) >= _NAMED and long == f"中国{short}":
        return True  # whose exports they are goes without saying
    if _place_of(first) != _place_of(second):
        return False
    bare = short.removeprefix(_place_of(short))
    if len(bare) >= 6 and long.endswith(bare):
        return True  # 国内企业研制的大面积组件 are 国内大面积组件
    return core_a == core_b or likeness(core_a, core_b) >= 0.8


def _named(fact: Fact) -> tuple[str, str]:
    """Subject and measure in plain words: 民航维修市场|的规模 is 民航维修|市场规模."""
    subject, measure = _plain(fact.subject), _measure(fact)
    kind = re.search(r"(?:市场|行业|产业)$", subject)
    return (subject[: kind.start()], "市场规模") if kind and measure == "规模" else (subject, measure)


def _measure(fact: Fact) -> str:
    return _plain(fact.indicator)


def _plain(text: str) -> str:
    for old, new in (*_PLACES, *_SAME):
        text = text.replace(old, new)
    text = re.sub(r"^每([亩吨台户辆件])([\u4e00-\u9fff]{2,6}?)的", r"\2\1均", text)  # 每亩水稻的生产, 水稻亩均生产
    return re.sub(r"[的\s“”]", "", text).lower()


def _place_of(text: str) -> str:
    match = re.search(r"中国|全球|美国|欧洲|日本|印度|亚太", text)
    return match.group(0) if match else ""


def _conflict(group: Sequence[tuple[Unit, Fact]]) -> Conflict | None:
    values: list[tuple[Fact, list[str]]] = []
    heard: set[tuple[str, int]] = set()
    for unit, fact in group:
        if (unit.excerpt_id, unit.start) in heard:
            continue  # a sentence has one value of one thing; a second figure in it is of something else
        heard.add((unit.excerpt_id, unit.start))
        for known, cites in values:
            if agree(known, fact):
                if unit.excerpt_id not in cites:
                    cites.append(unit.excerpt_id)
                break
        else:
            values.append((fact, [unit.excerpt_id]))
    excerpts = {c for _, cites in values for c in cites}
    if not 2 <= len(values) <= _MOST_VALUES or len(excerpts) < 2:
        return None
    first = values[0][0]
    told = tuple(Value(_as_told(fact), tuple(cites)) for fact, cites in values)
    zh = group[0][0].language == "zh"
    name = _full_name(f for f, _ in values) if zh else name_en(group, first)
    if zh and re.fullmatch(r"全国|我国|中国|全球|国内|全省|全市|全县|世界", name):
        name = ""  # a place alone measures nothing
    name = name or next((n for n in (name_zh(*pair) for pair in group) if n), "该指标")
    name = _DONE.sub("", name)
    name = measure_zh(name, *group[0]) if zh and name != "该指标" else name
    return Conflict(first.subject, first.indicator, name, first.time, told)


def _as_told(fact: Fact) -> str:
    """The figure with the 约 that stands apart from it (约有80万台)."""
    apart = fact.qualifier == "about" and re.match(r"[\d一二三四五六七八九十百千两]", fact.phrase)
    plain = re.search(r"[\u4e00-\u9fff]$", fact.phrase) and not re.search(r"左右|上下|[约余多近]", fact.phrase)
    return f"约{fact.phrase}" if apart and plain else fact.phrase


def _full_name(facts: Iterable[Fact]) -> str:
    """The longest name of one measure; of 国内企业研制的大面积组件 and 国内大面积组件 the plainer one."""
    names = sorted({f.full_name for f in facts if f.full_name}, key=lambda name: (len(name), name))
    bare = {n: n.replace("的", "") for n in names}
    plain = next((n for n in names if any(_is_plainer(bare[n], bare[m]) for m in names)), "")
    return plain or (names[-1] if names else "")


def _is_plainer(name: str, other: str) -> bool:
    return len(other) > len(name) > 8 and other[:2] == name[:2] and other.endswith(name[2:])
