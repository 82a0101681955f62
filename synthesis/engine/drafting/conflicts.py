"""Duplicates merged, contradictions shown: what several excerpts say about the same thing.

Two figures conflict when subject, measure and time agree and the values differ by more than their own precision
and qualifiers allow. Nothing is decided here; both stay, with who says what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from synthesis.engine.drafting.conflict_names import clause_zh, head_en, measure_zh, name_en, name_zh
from synthesis.engine.drafting.evidence.facts import Fact
from synthesis.engine.drafting.evidence.units import Unit
from synthesis.engine.drafting.quantities.find import find_quantities
from synthesis.engine.patterns import lazy_pattern

_TOLERANCE = {"": Decimal("0.005"), "about": Decimal("0.03"), "near": Decimal("0.05"), "some": Decimal("0.2")}
_LOWER, _UPPER = {"over", "at_least"}, {"under", "at_most"}  # what a bound leaves open lies above, below it
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
    ("总体", ""),
    ("整体", ""),
    ("终端", ""),
    ("年均复合增长率", "复合增长率"),
)
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


def bigrams(text: str) -> frozenset[str]:
    """Character pairs of the letters, digits and Han characters of `text`, lower case."""
    plain = "".join(c for c in text.lower() if c.isalnum())
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1)) or frozenset({plain} if plain else ())


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
    for i, unit in enumerate(units):
        for j, other in enumerate(units):
            if i == j or unit.excerpt_id == other.excerpt_id or _denies(unit) != _denies(other):
                continue
            if amounts[i] != amounts[j] or min(len(grams[i]), len(grams[j])) < 6:
                continue
            if (years[i] and years[j] and not years[i] & years[j]) or (
                unit.place != other.place and unit.place and other.place
            ):
                continue  # another year, another place
            # Several equal figures leave little room for another statement; one figure or none needs the words.
            least = 0.25 if len(amounts[i]) > 1 else 0.5 if amounts[i] else 0.62
            if not amounts[i] and counts[i] and counts[i] == counts[j]:
                least = 0.45  # 五家 and 5家 companies: little, but not nothing
            if 2 * len(grams[i] & grams[j]) / (len(grams[i]) + len(grams[j])) >= least:
                found.setdefault((unit.excerpt_id, unit.start), []).append(other.excerpt_id)
    return {key: tuple(dict.fromkeys(ids)) for key, ids in found.items()}


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
    told = [(u, f) for u in units for f in u.facts if not f.change and u.flaw != "heading"]
    groups: list[list[tuple[Unit, Fact]]] = []
    for one in told:
        home = next((g for g in groups if _same_thing(g[0], one)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return [c for c in map(_conflict, groups) if c]


_NAMED_PLACE = lazy_pattern(
    r"((?:(?![年月日个家座的在全各本该我多某数城和与及])[\u4e00-\u9fff]){2})(?:省(?![级内外际])|市(?![场民值占面价区])|县(?![域级]))"
)


def _elsewhere(one: str, two: str) -> bool:
    """Whether two Chinese clauses name towns or provinces, and none in common."""
    places = [{m.group(1) for m in _NAMED_PLACE.finditer(c)} for c in (one, two)]
    return all(places) and not places[0] & places[1]


def _same_thing(one: tuple[Unit, Fact], two: tuple[Unit, Fact]) -> bool:
    (first, a), (second, b) = one, two
    undated = not (a.time and b.time) and not (a.indicator and b.indicator) and first.language == "zh"
    if first.language != "zh" and bool(a.time) != bool(b.time):
        undated = (a.time or b.time) in (second.text if a.time else first.text)  # the 2024 budget, a budget for 2024
    if (a.time != b.time and not undated) or first.language != second.language:
        return False
    if a.unit_class != b.unit_class and not (
        first.language == "en" and {a.unit_class, b.unit_class} == {"number", "count"}
    ):
        return False  # the number of homes reached 40, and 50 homes: of one class
    if first.language != "zh":
        return first.excerpt_id != second.excerpt_id and same_claim_en(first, a, second, b)
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
    if a.time != b.time or _measure(a) != _measure(b):
        return False
    return _same_subject(first.text, _plain(a.subject), second.text, _plain(b.subject), _measure(a))


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
    if _place_of(first) != _place_of(second):
        return False
    bare = short.removeprefix(_place_of(short))
    if len(bare) >= 6 and long.endswith(bare):
        return True  # 国内企业研制的大面积组件 are 国内大面积组件
    return core_a == core_b or likeness(core_a, core_b) >= 0.8


def same_claim_zh(first: Unit, a: Fact, second: Unit, b: Fact) -> bool:
    """Whether two Chinese figures that could not be named measure one thing: most pairs of the shorter clause's
    characters, figures and dates apart, stand in the other sentence, and about half the other way round."""
    if any(agree(f, b) for f in first.facts) or any(agree(a, f) for f in second.facts):
        return False  # each tells the other's figure as well: of something else
    clauses = [_bare(clause_zh(u.text, f)) for u, f in ((first, a), (second, b))]
    wholes = [bigrams(_bare(u.text)) for u in (first, second)]
    if a.unit_class == "count" and set(_ONLY_SOME.findall(clauses[0])) != set(_ONLY_SOME.findall(clauses[1])):
        return False
    one, two = bigrams(clauses[0]), bigrams(clauses[1])
    if min(len(one), len(two)) < 5:
        return False
    forth, back = len(one & wholes[1]) / len(one), len(two & wholes[0]) / len(two)
    alike = max(forth, back) >= 0.7 and min(forth, back) >= 0.45 and len(one & two) >= 4
    if alike and (a.time == b.time or min(forth, back) >= 0.6):
        return True
    if a.unit_class == "count" and a.time == b.time and _same_things(*clauses):
        return True
    signs = [set(c) - set("的了在对和与为") for c in (*clauses, *map(_bare, (first.text, second.text)))]
    held = [len(s & w) / max(8, len(s)) for s, w in ((signs[0], signs[3]), (signs[1], signs[2]))]
    return max(held) >= 0.8 and min(held) >= 0.7


_MOST_VALUES = 5  # what has more of them is measured of several things whose names tell nothing here
_ONLY_SOME = lazy_pattern(r"新增|净增|其中|平均|每[年月日]|拟|计划|关闭|退出|新建|在建|首批|第[一二三四五六]批")


def _same_things(one: str, two: str) -> bool:
    """Whether two clauses count things of one long name (国家级海洋牧场示范区) in no two places."""
    shared = next((two[i : i + 7] for i in range(len(two) - 6) if two[i : i + 7] in one), "")
    places = [re.findall(r"[\u4e00-\u9fff]{2}[省市县]", c) for c in (one, two)]
    return bool(shared) and not (all(places) and places[0] != places[1])


def _bare(text: str) -> str:
    return re.sub(
        r"\d{4}年(?:\d{1,2}月)?|约|超过|不足|近|最高|[\d.]+(?:%|[万亿]*[\u4e00-\u9fff])|预计|据[^，]{2,10}，", "", text
    )


_SAID_EN = frozenset(
    "according data figures estimate estimates estimated report reports reported put puts say says said survey study show shows"
    " about around roughly nearly almost over more than some total in at of the a an and or for to from by with on as that which"
    " carried out counted conducted recorded registered found took place was were is are be been has have had stood reached came amounted made worth than it its their this these between up"
    " they own aged set aside earmarked allocated reserved provided".split()
)


def _content_en(text: str, source: str) -> frozenset[str]:
    """Stems of the words that say what a sentence is about, without figures, reporting verbs and the source's name."""
    named = set(re.findall(r"[A-Za-z]+", source))  # as written: the port of a text is not Port Economics
    text = re.sub(r"\b(?:a|per|each|every) year\b|\b(?:yearly|annually)\b", "annual", text)
    words = re.findall(r"[A-Za-z][A-Za-z-]+", re.sub(r"\d[\d.,]*%?", " ", text))
    scale = {"million", "billion", "trillion", "percent", "euros", "dollars", "pounds", "yuan", "yen"}
    stems = (
        w.lower().removesuffix("s")[:7]
        for w in words
        if w.lower() not in _SAID_EN and w not in named and w.lower() not in scale
    )
    return frozenset(_ACTS.get(stem, _PLACE_EN.sub("", stem)) for stem in stems)


_PLACE_EN = lazy_pattern(r"(?<=^europe)a$|(?<=^americ)a$")  # the European market, a market in Europe
# What is done and what it is called: losses are what was lost.
_ACTS = {
    "lost": "lose", "los": "lose", "loss": "lose", "losse": "lose", "loses": "lose", "sold": "sell", "sale": "sell", "grew": "grow", "grown": "grow", "growth": "grow",
    "spent": "spend", "spendin": "spend", "paid": "pay", "payment": "pay", "built": "build", "buildin": "build", "bought": "buy", "died": "die", "death": "die",
    "born": "birth", "chose": "choose", "chosen": "choose", "choice": "choose", "flew": "fly", "flown": "fly", "flight": "fly", "produce": "produc", "product": "produc", "consume": "consum",
    "consump": "consum", "stored": "storage", "store": "storage", "visited": "visit", "visitor": "visit", "employe": "employ", "employm": "employ",
}  # fmt: skip


def same_claim_en(first: Unit, a: Fact, second: Unit, b: Fact) -> bool:
    """Whether two English figures of one time and class measure one thing: nearly all words of the shorter clause stand
    in the other sentence, the names in it among them, and the noun the figure hangs on is the same."""
    if any(agree(f, b) for f in first.facts) or any(agree(a, f) for f in second.facts):
        return False  # from 1,200 to 2,000 in both: each tells the other's figure as well
    clause_a, clause_b = _clause_at(first.text, a), _clause_at(second.text, b)
    one, two = _content_en(clause_a, first.source), _content_en(clause_b, second.source)
    whole_one, whole_two = _content_en(first.text, first.source), _content_en(second.text, second.source)
    if min(len(one), len(two)) < 3:
        return False
    short, other = (one, whole_two) if len(one) <= len(two) else (two, whole_one)
    if len(short & other) < 0.75 * len(short) or len(one & two) < 0.4 * max(len(one), len(two)):
        return False
    names = [_names_en(clause_a, first.source), _names_en(clause_b, second.source)]
    if names[0] and names[1] and not {n[:5] for n in names[0]} & {n[:5] for n in names[1]}:
        return False
    heads = head_en(first.text, a), head_en(second.text, b)
    return not (heads[0] and heads[1]) or heads[0] == heads[1]


def _clause_at(text: str, fact: Fact) -> str:
    at = text.find(fact.phrase)
    low = max(
        (m.end() for m in re.finditer(r"[,;:] (?=[a-z]+ )|, (?:and|but|while) ", text) if m.end() <= at), default=0
    )
    lead = re.match(r"(?:In|By|At) [^,]{2,40}, ", text)
    low = 0 if lead and low == lead.end() else low
    high = next((m.start() for m in re.finditer(r"[,;:] ", text) if m.start() >= at + len(fact.phrase)), len(text))
    return text[low:high]


def _names_en(text: str, source: str) -> frozenset[str]:
    named = set(re.findall(r"[A-Za-z]+", source))
    return frozenset(m.group(0) for m in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]+", text) if m.group(0) not in named)


def _measure(fact: Fact) -> str:
    return _plain(fact.indicator)


def _plain(text: str) -> str:
    for old, new in (*_PLACES, *_SAME):
        text = text.replace(old, new)
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
    told = tuple(Value(fact.phrase, tuple(cites)) for fact, cites in values)
    zh = group[0][0].language == "zh"
    name = _full_name(f for f, _ in values) if zh else name_en(group, first)
    if zh and re.fullmatch(r"全国|我国|中国|全球|国内|全省|全市|全县|世界", name):
        name = ""  # a place alone measures nothing
    name = name or next((n for n in (name_zh(*pair) for pair in group) if n), "该指标")
    name = _DONE.sub("", name)
    name = measure_zh(name, *group[0]) if zh and name != "该指标" else name
    return Conflict(first.subject, first.indicator, name, first.time, told)


def _full_name(facts: Iterable[Fact]) -> str:
    """The longest name of one measure; of 国内企业研制的大面积组件 and 国内大面积组件 the plainer one."""
    names = sorted({f.full_name for f in facts if f.full_name}, key=len)
    bare = {n: n.replace("的", "") for n in names}
    plain = next((n for n in names if any(_is_plainer(bare[n], bare[m]) for m in names)), "")
    return plain or (names[-1] if names else "")


def _is_plainer(name: str, other: str) -> bool:
    return len(other) > len(name) > 8 and other[:2] == name[:2] and other.endswith(name[2:])


def agree(a: Fact, b: Fact) -> bool:
    """Whether two values can be the same figure: equal within precision; a bound agrees with what lies near it."""
    if a.high != b.high:
        return False
    low, high = sorted((a.value, b.value))
    slack = max(_TOLERANCE.get(a.qualifier, Decimal("0.005")), _TOLERANCE.get(b.qualifier, Decimal("0.005")))
    for bound, level in ((a, b), (b, a)):
        if bound.qualifier in _LOWER and level.qualifier not in _UPPER:
            return bound.value * (1 - slack) <= level.value <= bound.value * Decimal("1.15")
        if bound.qualifier in _UPPER and level.qualifier not in _LOWER:
            return bound.value * Decimal("0.85") <= level.value <= bound.value * (1 + slack)
    return high - low <= abs(high) * slack
