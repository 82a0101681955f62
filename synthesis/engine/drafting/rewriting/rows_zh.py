"""Rows of Chinese clauses that tell a figure each, told as one: 余额14.6亿元，平均利率3.85%，不良率为0.9% has the three names
first and the three values behind them; parts and their shares likewise.

Values keep their writing and their order. A clause that says more of the one before it (比上年低…) ends the row before that
one. Not for single clauses; see `figures_zh`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from synthesis.engine.drafting.evidence.facts import INDICATOR_ZH
from synthesis.engine.drafting.rewriting.subjects_zh import DATE
from synthesis.engine.patterns import lazy_pattern

_NUMBER = r"\d[\d.]*[万亿]*"
_VALUE = rf"(?:每[\u4e00-\u9fff]{{1,2}})?{_NUMBER}(?:[%％‰]|个百分点|[\u4e00-\u9fff]{{1,3}}(?:/[\u4e00-\u9fff]{{1,2}})?|[A-Za-z]{{1,4}}(?:/[A-Za-z]{{1,3}})?)"
_LEAD = rf"(?P<lead>(?:截至|截止到?|到)?{DATE}(?:末|底)?，?)?"
#: A measure and its value: 平均利率3.85%, 流量达到每分钟30升.
_LEVEL = lazy_pattern(
    rf"{_LEAD}(?P<name>[^，；。\d]{{0,20}}(?:{INDICATOR_ZH}|[\u4e00-\u9fff]{{1,3}}[率量额值价比度重龄长数]|余额|面积|距离|里程|寿命|功率|流量|容量))"
    rf"(?:分别|约)?(?:达到了?|达|为|是)?(?P<value>{_VALUE})"
)
#: A part and its share: 地方财政占18%.
_SHARE = lazy_pattern(
    rf"(?P<lead>(?:其中，?)?)(?P<name>[^，；。占]{{2,16}}?)(?:则|就)?(?:占到了?|占比达?|占了?)(?P<value>{_NUMBER}[%％])"
)
#: A part and its amount; its share stands in the next clause.
_AMOUNT = lazy_pattern(rf"(?P<lead>(?:其中，?)?)(?P<name>[\u4e00-\u9fff]{{2,10}}?)(?:为|有)?(?P<value>{_VALUE})")
_BARE_SHARE = lazy_pattern(rf"占(?:比|到了?|总[额量数]的?)?(?P<value>{_NUMBER}[%％])")
#: What tells more of the clause before it.
_OF_THE_LAST = lazy_pattern(
    r"(?:其中|[较比与同环占增减升降高低多少上下提缩扩约合且并也]|是|为|达|折|相当|居|位|仅|只|平均每|分别|前者|后者|其|该|这)"
)
#: What shows that a name is more than a name: a preposition, an adverb, what is done.
_ACTS = lazy_pattern(
    r"[把被将对向从在于比较已未不均都也则会可能需经由至到]|[是有为达约近超]$|的$|认为|表示|选择|愿意|提高|下降|增长|减少"
)
_AGES = lazy_pattern(
    r"(?P<age>\d+(?:[至到—-]\d+)?岁(?:以下|以上|及以上|及以下)?)(?P<noun>(?:的)?[\u4e00-\u9fff]{2,6})?"
)


def levels_as_one(text: str) -> list[str]:
    """余额14.6亿元，平均利率3.85%，不良率为0.9% → 余额、平均利率和不良率分别为14.6亿元、3.85%和0.9%."""
    clauses, marks = _parted(text)
    found = [_LEVEL.fullmatch(c) for c in clauses]
    low, high = _row([m is not None and _is_measure(m["name"]) for m in found], clauses)
    names = [m["name"].removesuffix("的") for m in found[low:high] if m]
    if high - low < 2 or any(m["lead"] for m in found[low + 1 : high] if m) or len(set(names)) < len(names):
        return []
    values = [m["value"] for m in found[low:high] if m]
    first = found[low]
    lead = (first["lead"] or "").rstrip("，") if first else ""
    told = f"{lead}，" if lead else ""
    return [_joined(clauses, marks, low, high, f"{told}{_and(names)}分别为{_and(values)}")]


def shares_as_one(text: str) -> list[str]:
    """A占24%，B占41%，C占22% → A、B和C分别占24%、41%和22%."""
    clauses, marks = _parted(text)
    found = [_SHARE.fullmatch(c) for c in clauses]
    low, high = _row([bool(m) for m in found], clauses)
    if high - low < 2:
        return []
    names = [m["name"] for m in found[low:high] if m]
    values = [m["value"] for m in found[low:high] if m]
    ages = [_AGES.fullmatch(n) for n in names]
    if all(ages):
        nouns = [m["noun"] or "" for m in ages if m]
        if not nouns[0] or any(nouns[1:]):
            return []
        names = [m["age"] for m in ages if m]
        behind = nouns[0]
    elif not any(map(_ACTS.search, names)):
        behind = ""
    else:
        return []
    lead = "其中，" if any(m["lead"] for m in found[low:high] if m) else ""
    return [_joined(clauses, marks, low, high, f"{lead}{_and(names)}{behind}分别占{_and(values)}")]


_ALIKE = lazy_pattern(
    rf"(?P<lead>(?:其中，?)?)(?P<name>[^，；。\d]{{2,16}}?)(?P<verb>贡献了?|(?:同比|环比)?(?:增长|下降|上升|减少|增加|提高|降低|上涨|下跌)了?|持有|认购|出资|投入|售出|新增)(?P<value>{_VALUE})"
)


def alike_as_one(text: str) -> list[str]:
    """长三角贡献17.6亿元，大湾区贡献5.1亿元 → 长三角和大湾区分别贡献17.6亿元和5.1亿元; A下降2%，B下降3% likewise."""
    clauses, marks = _parted(text)
    found = [_ALIKE.fullmatch(c) for c in clauses]
    verbs = {m["verb"] for m in found if m}
    for verb in sorted(verbs):
        low, high = _row([bool(m) and m["verb"] == verb for m in found], clauses)  # type: ignore[index]
        if high - low < 2 or any(_ACTS.search(m["name"]) for m in found[low:high] if m):
            continue
        names = [m["name"] for m in found[low:high] if m]
        if any(re.match(r"同比|环比|其|该|累计|合计|全年|[较比]", n) for n in names):
            continue
        lead = "其中，" if any(m["lead"] for m in found[low:high] if m) else ""
        told = f"{lead}{_and(names)}分别{verb}{_and([m['value'] for m in found[low:high] if m])}"
        return [_joined(clauses, marks, low, high, told)]
    return []


def parts_as_one(text: str) -> list[str]:
    """其中国债补助7.5亿元，占62%；维修资金2.7亿元，占22% → 其中，国债补助和维修资金分别为7.5亿元和2.7亿元，占比依次为62%和22%."""
    clauses, marks = _parted(text)
    low = next((i for i, c in enumerate(clauses) if c.startswith("其中")), -1)
    if low < 0:
        return []
    names, amounts, shares, at = list[str](), list[str](), list[str](), low
    while at + 1 < len(clauses):
        part, share = _AMOUNT.fullmatch(clauses[at]), _BARE_SHARE.fullmatch(clauses[at + 1])
        if not part or not share or _ACTS.search(part["name"]):
            break
        names.append(part["name"])
        amounts.append(part["value"])
        shares.append(share["value"])
        at += 2
    if len(names) < 2 or (at < len(clauses) and _OF_THE_LAST.match(clauses[at])):
        return []
    told = f"其中，{_and(names)}分别为{_and(amounts)}，占比依次为{_and(shares)}"
    return [_joined(clauses, marks, low, at, told)]


def _parted(text: str) -> tuple[list[str], list[str]]:
    """The clauses of a sentence and the marks between them; a date before a comma belongs to what follows."""
    pieces = re.split(r"([，；])", text)
    clauses, marks = pieces[::2], pieces[1::2]
    if len(clauses) > 1 and re.fullmatch(rf"(?:截至|截止到?|到|在)?{DATE}(?:末|底)?", clauses[0]):
        clauses[:2] = [f"{clauses[0]}，{clauses[1]}"]
        marks = marks[1:]
    return clauses, marks


def _row(fits: Sequence[bool], clauses: Sequence[str]) -> tuple[int, int]:
    """The longest run of clauses that fit, half-open; without the last of them when the next tells more of it."""
    best = (0, 0)
    at = 0
    while at < len(fits):
        end = at
        while end < len(fits) and fits[end]:
            end += 1
        last = end - 1 if end < len(clauses) and _OF_THE_LAST.match(clauses[end]) else end
        if last - at > best[1] - best[0]:
            best = (at, last)
        at = end + 1
    return best


def _is_measure(name: str) -> bool:
    return len(name) >= 2 and not re.search(
        r"[不未没将]|预计|计划|力争|有望|可能|分别|目标|提高|下降|增长|减少|增加|上升", name
    )


def _and(things: Sequence[str]) -> str:
    return f"{'、'.join(things[:-1])}和{things[-1]}"


def _joined(clauses: Sequence[str], marks: Sequence[str], low: int, high: int, told: str) -> str:
    """The sentence with clauses `low:high` told as `told`."""
    before = "".join(c + m for c, m in zip(clauses[:low], marks[:low], strict=True))
    after = "".join(m + c for m, c in zip(marks[high - 1 :], clauses[high:], strict=True))
    return before + told + after


RULES = (parts_as_one, shares_as_one, alike_as_one, levels_as_one)
