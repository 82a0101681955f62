"""Every figure of a text as an exact decimal with unit class and qualifier; every date beside it.

Values are in the base unit of their class (元, %, months, seconds, metres …), so that equal quantities compare
equal however they were written. Not for judging whether two texts agree: that is `guards.number`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from synthesis.engine.drafting.lexicon.folding import fold
from synthesis.engine.drafting.quantities import numerals
from synthesis.engine.drafting.quantities.dates import DateMention, dates_in_folded
from synthesis.engine.drafting.quantities.fixed import fixed_quantities
from synthesis.engine.drafting.quantities.names import name_spans
from synthesis.engine.drafting.quantities.qualifiers import qualifier_around
from synthesis.engine.drafting.quantities.types import Quantity
from synthesis.engine.drafting.quantities.units import (
    CURRENCY_SIGNS,
    CURRENCY_UNITS,
    UNITS,
    Unit,
)
from synthesis.engine.patterns import lazy_pattern

__all__ = ["DateMention", "Quantity", "find_dates", "find_quantities"]

_LATIN_UNITS = sorted((u for u in UNITS if u.isascii() and u[0].isalpha()), key=len, reverse=True)
_OTHER_UNITS = sorted((u for u in UNITS if u not in set(_LATIN_UNITS)), key=len, reverse=True)
_CASELESS = [u for u in _LATIN_UNITS if len(u) > 3 and u.islower()]
_CASED = [u for u in _LATIN_UNITS if u not in set(_CASELESS)]
_UNIT = lazy_pattern(
    r"\s?(?:(?P<other>" + "|".join(map(re.escape, _OTHER_UNITS)) + r")"
    r"|[- ]?(?P<word>(?i:" + "|".join(map(re.escape, _CASELESS)) + r"))(?![A-Za-z])"
    r"|[- ]?(?P<cased>" + "|".join(map(re.escape, _CASED)) + r")(?![A-Za-z0-9]|/[A-Za-z]))"  # Wh/kg is no Wh
)
_SIGNS = "|".join(sorted(map(re.escape, CURRENCY_SIGNS), key=len, reverse=True))
_CORE = lazy_pattern(
    rf"(?P<sign>{_SIGNS})?\s?(?P<minus>(?<![A-Za-z0-9)）%])-)?(?P<arabic>{numerals.ARABIC})"
    rf"|(?P<vague>[数几上成])(?=[十百千万亿])(?P<vscale>[十百千万亿]+)(?!分)"
    rf"|(?P<chinese>{numerals.CHINESE})"
    rf"|(?<![A-Za-z])(?P<english>{numerals.ENGLISH})(?![A-Za-z])",
    re.IGNORECASE,
)
_SCALE = lazy_pattern(
    rf"(?P<more>[余多])?\s?(?:(?P<zh>{numerals.CHINESE_SCALE})(?P<second>(?:{numerals.ARABIC})(?:万|亿(?=[^\d])))?"
    r"|[- ]?(?P<en>hundred|thousand|million|billion|trillion|mn|mln|bn|bln|tn|trn|[kmb](?![a-z]))(?![a-z]))(?P<more2>[余多])?",
    re.IGNORECASE,
)
_MORE = lazy_pattern(
    r"(?:[余多]|(?<=十)几)(?=[家个台套项名位人例款种类次件年天倍元岁亿万部座所间条艘辆架篇份本册张只支枚颗粒片根处栋户届场轮公吨亩米列班趟])"
)
#: 七万来套, 十来个: about as many.
_AROUND = lazy_pattern(
    r"来(?=[家个台套项名位人例款种类次件年天倍元岁部座所间条艘辆架篇份本张只枚颗根处栋户场公吨亩米])"
)
# 六个多百分点: what is more stands inside the unit.
_MORE_INSIDE = lazy_pattern(r"个[余多](?P<unit>月|百分点|小时|星期|季度|世纪)")
_POWER = lazy_pattern(r"\s?[×xX*]\s?10\^?(?P<n>\d{1,2})(?!\d)")
_MIDDLE = lazy_pattern(
    r"\s(?:fewer|more|additional|extra|further|new|other|different|consecutive|straight|full|calendar|separate)(?=\s)"
)
_JOIN = lazy_pattern(r"\s*(?:至|到|-\s(?:to|and)\s|[-–—~～]{1,2}|to|and)\s*", re.IGNORECASE)
_INDEFINITE = lazy_pattern(r"一(?=[个种项类次批场套条位名家款台系组支张片部大步点方体件代层期号轮份处座户国级型届双])")
_NOT_NUMBERS = lazy_pattern(
    r"(?<!\d)\d0s\b|(?<![\d.])\d0后|一成不变|五花八门|七上八下|三番五次|四面八方|独一无二|说一不二|一五一十|十全十美|三三两两|千家万户|万众|百姓|百货|百科|百年老店|八成新|千万(?=[不要别])|一带|(?<![一二三四五六七八九])十分(?!之)|一方面|万一|一一|千方百计|四大发明|一块(?=[，,。；的])|头一[回次遭个批年]|[这那哪]一(?=[周天年月])|任何一(?=[年月周天次届个])|(?<=[在到了])一起(?![\u4e00-\u9fff]{0,6}(?:事故|案|纠纷|诉讼|事件))|一起(?=[，。；算看来])|(?<![第十二三四五六七八九百千万\d])一(?=[\u4e00-\u9fff]{1,4}?[都也][没不未无])|一周期|无一例外|第三方|三方面?医|两者|两会|两票制|双十|两头(?=[\u4e00-\u9fff]{0,2}成本|[受挤在都出])|(?<=供需|城乡|上下|内外|买卖)两[头端]|百分点|[一两二三四五六七八九十个]位数|一带一路|三甲|三明|一体|五官|四肢|六安|九江|千禧|万物|万能|十足|一度(?!电)|一时(?!段)|百度"
    r"|一(?P<way>[升降增减涨跌进退来去前后高低])一(?!(?P=way))[升降增减涨跌进退往回前后高低]|[长珠]三角|三角(?=[洲区带债形])|三农|三伏|三峡|三亚|三沙|两岸|两江|两湖|两广|双碳|五险一金|十堰|百分百|一体化"
)


@dataclass(frozen=True, slots=True)
class _Core:
    start: int
    end: int
    value: Decimal
    kind: str  # arabic | chinese | english | vague
    sign: str
    qualifier: str = ""
    scaled: bool = False


def find_dates(text: str) -> list[DateMention]:
    """Dates and periods of `text` in order, not overlapping; offsets in code points of `text` itself."""
    return [replace(d, text=text[d.start : d.end]) for d in dates_in_folded(fold(text))]


def find_quantities(text: str) -> list[Quantity]:
    """Figures of `text` in order, not overlapping, without dates and without model designations.

    `start`/`end` cover number, scale and unit; qualifier words outside that span are given as a code in `qualifier`.
    """
    return [replace(q, text=text[q.start : q.end]) for q in _find(fold(text))]


@lru_cache(maxsize=4096)
def _find(text: str) -> tuple[Quantity, ...]:
    blocked = [(d.start, d.end) for d in dates_in_folded(text) if not d.relative.startswith("running")]
    blocked += (
        name_spans(text) + [m.span() for m in _NOT_NUMBERS.finditer(text)] + [m.span() for m in _TITLE.finditer(text)]
    )
    found = [q for q in fixed_quantities(text) if not _inside(q.start, q.end, blocked)]
    phrases = [(q.start, q.end) for q in found]
    blocked += phrases
    position = 0
    while match := _CORE.search(text, position):
        quantity = _quantity(text, match, blocked)
        # A unit may reach into a phrase (成 of 成倍): the phrase was there first.
        if quantity is None or _inside(quantity.start, quantity.end, phrases):
            position = max(match.end(), position + 1)
            continue
        found.append(quantity)
        position = quantity.end
    return tuple(_joined(text, _with_units(text, sorted(found, key=lambda q: q.start))))


_TITLE = lazy_pattern(r"(?<=《)[^《》]{1,30}(?=》)")
_LISTED = lazy_pattern(
    r"\s*(?:(?:,|、|\band\b|\bor\b|和|与|及)\s*)+|\s+(?:out\s+)?of\s+(?:the|its|their|these|those|all)?\s*|\s+to\s+(?:about\s+|nearly\s+|some\s+)?|[\u4e00-\u9fff]{0,3}[至到为](?:约|近)?"
)


_AFTER_WHOLE = lazy_pattern(r"\d\s?(?:hours?|小时)(?: and)?\s?$", re.IGNORECASE)
_JOINT = lazy_pattern(r"\s*(?:,? and\s+|零|又)?")
_HOUR, _YEAR, _MINUTE = UNITS["hour"].factor, UNITS["year"].factor, UNITS["minute"].factor


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """Two hours fifteen minutes, 4小时10分, 2年3个月 as one length of time."""
    result: list[Quantity] = []
    for this in found:
        last = result[-1] if result else None
        whole = _whole_unit(last) if last else Decimal(0)
        part = this.value
        if whole == _HOUR and this.unit_class == "number" and text[this.end : this.end + 1] == "分":
            this, part = replace(this, end=this.end + 1), this.value * _MINUTE
        elif last is None or this.unit_class != last.unit_class:
            part = whole
        if last and 0 < part < whole and this.high is None and _JOINT.fullmatch(text, last.end, this.start):
            both = replace(last, end=this.end, text=text[last.start : this.end], value=last.value + part)
            result[-1] = replace(both, qualifier=last.qualifier or this.qualifier)
        else:
            result.append(this)
    return result


def _whole_unit(quantity: Quantity) -> Decimal:
    """The worth of the unit of whole hours, minutes or years, 0 of anything else."""
    units = {"seconds": (_HOUR, _MINUTE), "months": (_YEAR,)}.get(quantity.unit_class, ())
    whole = {"小时": _HOUR, "分钟": _MINUTE, "年": _YEAR}.get(quantity.unit, Decimal(0))
    return whole if whole in units and quantity.high is None and quantity.value % whole == 0 else Decimal(0)


#: Rose from 820 to 943: two levels, no range; nor is slipped by 0.06 to 0.72.
_MOVED_FROM = lazy_pattern(
    r"\b(?:r[io]s[ei]\w*|slip\w*|edg\w*|eas\w*|clos\w*|climb\w*|gr[eo]w\w*|increas\w*|jump\w*|went|goes|soar\w*|surg\w*|f[ea]ll\w*|dropp?\w*|declin\w*|decreas\w*|slid\w*|cut|shr[aiu]nk\w*"
    r"|reduc\w*|widen\w*|narrow\w*|expand\w*|rais\w*|lower\w*|up|down|lengthen\w*|shorten\w*|improv\w*|mov(?:ed?|ing)|chang\w*|extend\w*|swell\w*|swollen)\b[^.;]{0,40}\b(?:from|(?P<by>by))\s+(?:about |around |some |nearly |just )?$",
    re.IGNORECASE,
)
_LEVEL, _SAME_SIZE = 8, 100


def _shared_scale(text: str, value: Decimal, end: int, stop: int) -> Decimal:
    """The scale that an Arabic figure without one, which ends at `end`, takes from the next that has one before `stop`:
    1000000 in 2 to 3 million, 1 in 800至1.2万.

    Only figures of one size share it: the bare one is less than a hundred times the other without its scale.
    """
    if _UNIT.match(text, end):
        return Decimal(1)
    for last in _ARABIC.finditer(text, end, stop):
        scale = _SCALE.match(text, last.end())
        if scale and (scale["en"] or "").lower() not in _LETTERS:
            return _worth(scale) if value < _SAME_SIZE * numerals.arabic(last.group()) else Decimal(1)
    return Decimal(1)


_LETTERS = frozenset({"k", "m", "b"})


def _worth(scale: re.Match[str]) -> Decimal:
    """What a scale (万, million) multiplies by."""
    if scale["zh"]:
        return Decimal(numerals.chinese_scale(scale["zh"]))
    return Decimal(numerals.ENGLISH_SCALES[scale["en"].lower()])


_ARABIC = lazy_pattern(numerals.ARABIC)
_NUMBER = lazy_pattern(r"^[\d.,\s]+")
_WORD = lazy_pattern(r"^.*[\d\s-]")


def _with_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Twelve, nine and six months, from 6.1 to 4.8 million tonnes: bare figures take unit and scale of the last listed."""
    reach = 0  # where the unit ends that the bare figures of a list take
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        unit = UNITS.get(_NUMBER.sub("", following.text)) or UNITS.get(_WORD.sub("", following.text))
        unit = unit or UNITS.get(following.unit)
        if unit is None and following.unit_class == "number":
            unit = Unit("number", "", Decimal(1))
        bare = this.unit_class == "number" and not this.unit and this.high is None
        fits = unit is not None and unit.unit_class == following.unit_class not in {"fold", "point"}
        if bare and unit and fits and _LISTED.fullmatch(text, this.end, following.start):
            reach = reach if _ARABIC.fullmatch(following.text) else following.end
            value = this.value * unit.factor
            if _ARABIC.fullmatch(text, this.start, this.end):
                value *= _shared_scale(text, this.value, this.end, reach)
            found[i] = replace(this, unit=following.unit, unit_class=following.unit_class, value=value)
    return found


def _inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < stop and begin < end for begin, stop in spans)


def _core(text: str, match: re.Match[str]) -> _Core | None:
    start, end, sign, kind = match.start(), match.end(), match["sign"] or "", match.lastgroup or ""
    value: Decimal | None
    qualifier = ""
    if match["arabic"]:
        kind, value = "arabic", numerals.arabic(match["arabic"])
        if match["minus"]:
            value = -value
    elif match["vague"]:
        kind, value = "vague", Decimal(numerals.chinese_scale(match["vscale"]))
        qualifier = "some" if match["vague"] != "上" else "over"
    elif match["chinese"]:
        kind, value = "chinese", numerals.chinese(match["chinese"])
    else:
        kind, value = "english", numerals.english(match["english"])
    if value is None:
        return None
    if text[start] == " ":
        start += 1
    return _scaled(text, _Core(start, end, value, kind, sign, qualifier))


def _scaled(text: str, core: _Core) -> _Core:
    if core.kind == "arabic" and (power := _POWER.match(text, core.end)):
        return replace(core, end=power.end(), value=core.value * 10 ** int(power["n"]), scaled=True)
    match = _SCALE.match(text, core.end)
    if not match or core.kind == "english":
        return core
    if (match["en"] or "").lower() in _LETTERS and not core.sign:
        return core
    value = core.value * _worth(match)
    if match["second"]:
        part = numerals.arabic(match["second"][:-1])
        value = (value + part) * 10**8 if match["second"][-1] == "亿" else value + part * 10**4  # 1万2800亿; 12亿3000万
    more = "over" if match["more"] or match["more2"] else core.qualifier
    return replace(core, end=match.end(), value=value, qualifier=more, scaled=True)


def _unit(text: str, core: _Core) -> tuple[Unit, int, str]:
    """Unit after the core, where it ends, and a qualifier written between number and unit (30余家)."""
    end, qualifier = core.end, core.qualifier
    if inside := _MORE_INSIDE.match(text, end):
        word = inside["unit"]
        return UNITS.get("个" + word) or UNITS[word], inside.end(), "over"
    if _AROUND.match(text, end):
        end, qualifier = end + 1, "about"
    if more := _MORE.match(text, end):
        end, qualifier = more.end(), "over"
    if core.sign and core.sign != "RMB":
        currency = CURRENCY_UNITS[CURRENCY_SIGNS[core.sign]]
        return currency, end, qualifier
    match = _UNIT.match(text, end)
    if not match and (middle := _MIDDLE.match(text, end)):
        match = _UNIT.match(text, middle.end())
    if not match:
        return (CURRENCY_UNITS["CNY"] if core.sign else Unit("number", "", Decimal(1))), core.end, qualifier
    word = match["other"] or match["word"] or match["cased"]
    if word == "升" and _RISES.match(text, match.end()):
        return Unit("number", "", Decimal(1)), core.end, qualifier
    if word == "度" and core.kind == "chinese" and core.value < 10:
        word = "次"  # 两度夺冠
    elif word == "度" and _BELOW_ZERO.search(text[: core.start]):
        word = "℃"
    elif word == "度" and (core.value >= 10**4 or _POWERED.search(text[max(0, core.start - 8) : match.end() + 3])):
        word = "千瓦时"
    paid = word == "块" and not core.scaled and _PAID.search(text[max(0, core.start - 16) : core.start])
    if paid and _NO_PIECE.match(text, match.end()):
        return CURRENCY_UNITS["CNY"], match.end(), qualifier
    if word == "名" and text[core.start - 1 : core.start] == "前":
        word = "个"  # 前五名企业 are firms
    return UNITS.get(word) or UNITS[word.lower()], match.end(), qualifier


_PAID = lazy_pattern(r"[赔花付卖罚奖赚省价费钱资薪元款补掏退还返欠借捐][^，。；]*$")
_NO_PIECE = lazy_pattern(
    r"(?:以[上下内]|左右|出头|多|不到)?(?:[，。；、,;.）)]|$)|一[斤个张吨亩天次件份]"
)  # 赔五百块: yuan
_RISES = lazy_pattern(r"[至到为破上]")  # 由38万升至115万: no litres
_BELOW_ZERO = lazy_pattern(r"零下(?:约|近|超过?)?$|\bminus\s$", re.IGNORECASE)
_BELOW = lazy_pattern(r" below (?:zero|freezing)", re.IGNORECASE)
_POWERED = lazy_pattern(r"电")


def _acceptable(text: str, core: _Core, unit: Unit) -> bool:
    if core.kind == "arabic":
        return True
    if core.kind == "english":
        return core.value > 1 or unit.unit_class not in {"number", "count"}
    raw = text[core.start : core.end]
    if unit.unit_class == "number":
        return core.kind == "vague" or (len(raw) > 1 and raw[-1] in "万亿" and raw[0] not in "万亿千百")
    if (
        raw[0] in "万亿千百"
        and core.kind == "chinese"
        and text[max(0, core.start - 1) : core.start] not in tuple("约近超过逾上达")
    ):
        return False
    return not (raw == "一" and unit.unit_class == "count" and _INDEFINITE.match(text, core.start))


def _quantity(text: str, match: re.Match[str], blocked: list[tuple[int, int]]) -> Quantity | None:
    core = _core(text, match)
    if core is None or _inside(core.start, core.end, blocked):
        return None
    unit, end, inner = _unit(text, core)
    low, high, unit, end = _range(text, core, unit, end, blocked)
    ordinal = text[max(0, core.start - 1) : core.start] == "第"
    if not _acceptable(text, core, unit) and not ordinal and high is None:
        return None
    value = core.value if ordinal else low * unit.factor
    unit_class = "ordinal" if ordinal else unit.unit_class
    start = core.start - 1 if ordinal else core.start
    outer = qualifier_around(text, start, end)
    if unit_class in {"celsius", "fahrenheit"} and (_BELOW_ZERO.search(text[:start]) or _BELOW.match(text, end)):
        value = -abs(value)
    return Quantity(start, end, text[start:end], value, high, unit.name, unit_class, outer or inner)


def _range(
    text: str, core: _Core, unit: Unit, end: int, blocked: list[tuple[int, int]]
) -> tuple[Decimal, Decimal | None, Unit, int]:
    """The range that begins with `core`: lower end with the scale it shares, upper end in the base unit, the unit of both,
    end of the span; no upper end, and the rest as given, where there is none."""
    nothing = (core.value, None, unit, end)
    join = _JOIN.match(text, end)
    if not join or not join.group() or (unit.unit_class == "seconds" and _AFTER_WHOLE.search(text[: core.start])):
        return nothing
    if "and" in join.group().lower() and not re.search(r"between\s+\S*$", text[: core.start], re.IGNORECASE):
        return nothing
    match = _CORE.match(text, join.end())
    other = _core(text, match) if match else None
    if other is None or _inside(other.start, other.end, blocked) or core.kind == "vague":
        return nothing
    moved = _MOVED_FROM.search(text[max(0, core.start - 70) : core.start])
    if moved and (not moved["by"] or other.value >= _LEVEL * core.value):
        return nothing
    other_unit, other_end, _ = _unit(text, other)
    low = core.value
    if core.kind == "arabic" and not core.scaled:
        low *= _shared_scale(text, core.value, core.end, other_end)
    if unit.unit_class not in {"number", other_unit.unit_class} or (
        unit.unit_class != "number" and unit.name != other_unit.name and unit.unit_class == "count"
    ):
        return nothing
    if other.value * other_unit.factor < low * (unit.factor if unit.unit_class != "number" else other_unit.factor):
        return nothing
    return low, other.value * other_unit.factor, other_unit, other_end
