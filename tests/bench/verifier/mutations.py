"""Mechanical errors and harmless changes of a sentence, the same on every run: what a slip of the pen would do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

Mutation = tuple[str, str, bool, str]

_FIGURE = re.compile(r"(?<![\w.\-:/])\d[\d,]*(?:\.\d+)?(?![\w:]|\.\d)|(?<![A-Za-z\d.\-])\d+(?:\.\d+)?(?=[%一-鿿])")
_SWAPS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("number", "unit", (("亿元", "万元"), ("万亿", "亿"), ("个百分点", "%"), ("平方公里", "公顷"), ("美元", "欧元"), ("公里", "米"),
                        (" billion", " million"), (" percentage points", " percent"), (" hours", " days"), ("$", "€"))),
    ("number", "qualifier", (("超过", "不足"), ("至少", "至多"), ("不足", "超过"), ("more than", "less than"), ("at least", "at most"),
                             ("up to", "at least"), ("fewer than", "more than"))),
    ("polarity", "negation", (("不得", "可以"), ("尚未", "已经"), ("未能", "能够"), ("未", "已"), ("没有", "有"), (" not ", " "),
                              ("failed to", "managed to"), ("without", "with"), (" no ", " some "))),
    ("direction", "antonym", (("增长", "下降"), ("下降", "上升"), ("提高", "降低"), ("减少", "增加"), ("扩大", "缩小"), ("上升", "下降"),
                              ("高于", "低于"), (" rose ", " fell "), (" fell ", " rose "), ("increased", "decreased"),
                              ("declined", "increased"), ("higher", "lower"), ("lower", "higher"), ("reduce", "increase"))),
    ("hedge", "dropped", (("可能", ""), ("有望", "已"), ("预计", ""), ("拟", "已"), (" may ", " will "), (" could ", " will "),
                          ("is expected to", "did"), (" might ", " did "))),
    ("quantifier", "stronger", (("部分", "全部"), ("多数", "所有"), ("大多", "全部"), ("少数", "多数"), ("Most of", "All of"), ("most ", "all "),
                                ("several", "all"), ("Several", "All"), ("some ", "all "), ("Few ", "Many "))),
)  # fmt: skip
_THINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "zh": (("产量", "销量"), ("收入", "库存"), ("进口", "出口"), ("成本", "产能"), ("居民", "商户"), ("门店", "仓库"), ("学生", "家长"),
           ("患者", "护士"), ("用户", "司机"), ("农户", "教师"), ("城市", "港口"), ("面积", "长度"), ("平台", "仓库"), ("设备", "药品"),
           ("老人", "学生"), ("试点", "赛事"), ("车辆", "船舶"), ("银行", "医院"), ("订单", "展会"), ("服务", "食品")),
    "en": (("revenue", "headcount"), ("schools", "hotels"), ("patients", "tenants"), ("farmers", "teachers"), ("exports", "imports"),
           ("prices", "stocks"), ("sales", "stocks"), ("households", "factories"), ("drivers", "surgeons"), ("students", "pensioners"),
           ("workers", "visitors"), ("homes", "bridges"), ("stores", "clinics"), ("trucks", "boats"), ("water", "timber"),
           ("ministry", "bank"), ("buses", "tunnels"), ("hospitals", "museums"), ("cities", "ports"), ("orders", "votes")),
}  # fmt: skip
_SAME: tuple[tuple[str, str], ...] = (
    ("增长", "增加"), ("下降", "减少"), ("超过", "多于"), ("约", "大约"), ("达到", "达"), ("截至", "到"), ("尚未", "还没有"), ("可能", "或许会"),
    ("%", " percent"), (" rose ", " climbed "), (" fell ", " dropped "), ("more than", "over"), ("about", "around"), ("may ", "might "),
)  # fmt: skip


def _figures(text: str) -> Iterator[Mutation]:
    """Every figure once wrong in its last, once in its first digit, once tenfold; years by one."""
    for hit in _FIGURE.finditer(text):
        raw = hit[0].rstrip(",")
        value = Decimal(raw.replace(",", ""))
        last = raw[:-1] + str((int(raw[-1]) + 1) % 10)
        first = str(int(raw[0]) % 9 + 1) + raw[1:]
        for kind, new in (("last digit", last), ("first digit", first), ("tenfold", str(value * 10))):
            yield "number", kind, False, text[: hit.start()] + new + text[hit.start() + len(raw) :]


#: What would not be an error, or no word: 未来 made 已来.
_NO_SLIP = re.compile(r"未[来成婚必知]|lowered|not un|不可能|\bmost a\b")
_TIED = re.compile(
    r"因|由于|导致|使|所以|为了|[受推带影促]|如果|若|虽|尽管|但|而|是|其中|以|通过|随着|均|分别|表示|指出|称|显示|，其|，该|较|同比|，为|比|占|"
    r"[Bb]ecause|due|caus|led|since|after|if|but|while|which|who|said|that|[Aa]lthough|driv|result|so "
)
_ADDED = {
    "zh": ("，有效缓解了就业压力", "，受到消费者欢迎", "，并将于明年推广至全国", "，市场前景广阔"),
    "en": (", despite strong opposition", ", easing pressure on local budgets", ", after months of negotiation"),
}


def _exchanged(text: str) -> Iterator[Mutation]:
    """The first two figures with one and the same sign or unit behind them, each in the other's place."""
    hits = list(re.finditer(r"(\d[\d,.]*\d|\d)(%|[万亿]?[元吨人]| million| billion)", text))
    for one, two in pairwise(hits):
        if one[2] == two[2] and one[1] != two[1] and len(text[one.end() : two.start()]) > 4:
            between = text[one.end() : two.start()]
            yield "role", "exchanged", False, text[: one.start()] + two[0] + between + one[0] + text[two.end() :]
            return


def _invented(text: str) -> Iterator[Mutation]:
    """A cause between two clauses that nothing ties together; a clause more."""
    spoken = "zh" if "一" <= text[0] <= "鿿" else "en"
    body = text.rstrip("。.")
    parts = body.split("，" if spoken == "zh" else ", and ")
    if len(parts) == 2 and min(map(len, parts)) > 8 and not _TIED.search(text):
        tied = f"由于{parts[0]}，{parts[1]}。" if spoken == "zh" else f"{parts[0]}, so {parts[1]}."
        yield "cause", "joined", False, tied
    yield (
        "support",
        "added",
        False,
        body + _ADDED[spoken][len(text) % len(_ADDED[spoken])] + ("。" if spoken == "zh" else "."),
    )


def _another_thing(text: str) -> Iterator[Mutation]:
    """One noun for another."""
    spoken = "zh" if "一" <= text[0] <= "鿿" else "en"
    for old, new in _THINGS[spoken]:
        found = re.search(old if spoken == "zh" else rf"\b{old}\b", text)
        if found and new not in text:
            yield "entity", "thing", False, text[: found.start()] + new + text[found.end() :]


def mutated(text: str) -> Iterator[Mutation]:
    """(guard, kind, still true, sentence) for every slip that fits `text`; one change in each."""
    yield from _figures(text)
    yield from _exchanged(text)
    yield from _invented(text)
    yield from _another_thing(text)
    for guard, kind, pairs in _SWAPS:
        for old, new in pairs:
            if old in text and not _NO_SLIP.search(text[max(0, text.index(old) - 4) : text.index(old) + 8]):
                yield guard, kind, False, text.replace(old, new, 1)
    for old, new in _SAME:
        chinese = "一" <= text[0] <= "鿿"
        if old in text and not (chinese and new.isascii()):
            yield "direction" if "长" in old or "fell" in old else "number", "same", True, text.replace(old, new, 1)
