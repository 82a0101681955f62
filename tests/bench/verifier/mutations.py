"""Mechanical errors and harmless changes of a sentence, the same on every run: what a slip of the pen would do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

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


def mutated(text: str) -> Iterator[Mutation]:
    """(guard, kind, still true, sentence) for every slip that fits `text`; one change in each."""
    yield from _figures(text)
    for guard, kind, pairs in _SWAPS:
        for old, new in pairs:
            if old in text:
                yield guard, kind, False, text.replace(old, new, 1)
    for old, new in _SAME:
        chinese = "一" <= text[0] <= "鿿"
        if old in text and not (chinese and new.isascii()):
            yield "direction" if "长" in old or "fell" in old else "number", "same", True, text.replace(old, new, 1)
