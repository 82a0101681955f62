"""Duplicates merged, contradictions shown: what several excerpts say about the same thing.

Two figures conflict when subject, measure and time agree and the values differ by more than their own precision
and qualifiers allow. Nothing is decided here; both stay, with who says what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from synthesis.engine.drafting.evidence.facts import Fact
from synthesis.engine.drafting.evidence.units import Unit

_TOLERANCE = {"": Decimal("0.005"), "about": Decimal("0.08"), "near": Decimal("0.08"), "some": Decimal("0.2")}
_ONE_SIDED = {"over", "at_least", "under", "at_most"}
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
_EMPTY = re.compile(r"(?:检测|设备|产品|领域|行业|产业|相关|目前|的|人民币|the|total|overall|annual)", re.IGNORECASE)


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
    figures = [frozenset((f.value, f.high, f.unit, f.time) for f in u.facts) for u in units]
    for i, unit in enumerate(units):
        for j, other in enumerate(units):
            if i == j or unit.excerpt_id == other.excerpt_id or unit.polarity != other.polarity:
                continue
            if figures[i] != figures[j] or min(len(grams[i]), len(grams[j])) < 6:
                continue
            if 2 * len(grams[i] & grams[j]) / (len(grams[i]) + len(grams[j])) >= 0.72:
                found.setdefault((unit.excerpt_id, unit.start), []).append(other.excerpt_id)
    return {key: tuple(dict.fromkeys(ids)) for key, ids in found.items()}


def find_conflicts(units: Sequence[Unit]) -> list[Conflict]:
    """All conflicts among the units' figures; damaged units take part, their figures are evidence too."""
    told = [
        (u, f) for u in units for f in u.facts if (f.indicator or f.subject) and not f.change and u.flaw != "heading"
    ]
    groups: list[list[tuple[Unit, Fact]]] = []
    for unit, fact in told:
        home = next((g for g in groups if _same_thing(g[0][1], fact)), None)
        if home is None:
            groups.append([(unit, fact)])
        else:
            home.append((unit, fact))
    return [c for c in map(_conflict, groups) if c]


def _same_thing(a: Fact, b: Fact) -> bool:
    if a.time != b.time or a.unit_class != b.unit_class or _measure(a) != _measure(b):
        return False
    first, second = _plain(a.subject), _plain(b.subject)
    if first == second:
        # Without a subject only a measure of its own name (机采率) can be told to be the same one.
        return bool(first) or (len(_measure(a)) >= 3 and _measure(a)[-1] == "率" and "增长" not in _measure(a))
    if not first or not second or _place_of(first) != _place_of(second):
        return False
    core_a, core_b = _EMPTY.sub("", first), _EMPTY.sub("", second)
    return core_a == core_b or likeness(core_a, core_b) >= 0.8


def _measure(fact: Fact) -> str:
    return _plain(fact.indicator)


def _plain(text: str) -> str:
    for old, new in (*_PLACES, *_SAME):
        text = text.replace(old, new)
    return re.sub(r"[的\s“”]", "", text).lower()


def _place_of(text: str) -> str:
    match = re.search(r"中国|全球|美国|欧洲|日本|印度|亚太", text)
    return match.group(0) if match else ""


def _conflict(group: Iterable[tuple[Unit, Fact]]) -> Conflict | None:
    values: list[tuple[Fact, list[str]]] = []
    for unit, fact in group:
        for known, cites in values:
            if agree(known, fact):
                if unit.excerpt_id not in cites:
                    cites.append(unit.excerpt_id)
                break
        else:
            values.append((fact, [unit.excerpt_id]))
    excerpts = {c for _, cites in values for c in cites}
    if len(values) < 2 or len(excerpts) < 2:
        return None
    first = values[0][0]
    told = tuple(Value(fact.phrase, tuple(cites)) for fact, cites in values)
    return Conflict(first.subject, first.indicator, first.full_name, first.time, told)


def agree(a: Fact, b: Fact) -> bool:
    """Whether two values can be the same figure: equal within precision; a bound agrees with what lies near it."""
    if a.high != b.high:
        return False
    low, high = sorted((a.value, b.value))
    slack = max(_TOLERANCE.get(a.qualifier, Decimal("0.005")), _TOLERANCE.get(b.qualifier, Decimal("0.005")))
    if a.qualifier in _ONE_SIDED or b.qualifier in _ONE_SIDED:
        slack = Decimal("0.15")
    return high - low <= abs(high) * slack
