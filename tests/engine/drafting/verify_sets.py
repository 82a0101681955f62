"""The labelled sentences of `verify_cases/` and mutations made from their evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from synthesis.engine.drafting.quantities.find import find_dates, find_quantities

_FOLDER = Path(__file__).parent / "verify_cases"


@dataclass(frozen=True)
class Labelled:
    """A sentence beside its evidence; `guard` is "=" for a true re-expression, else the guard that must object."""

    language: str
    guard: str
    sentence: str
    evidence: str


@cache
def by_hand() -> tuple[Labelled, ...]:
    found = []
    for file in sorted(_FOLDER.glob("*.txt")):
        language, evidence = file.name[:2], ""
        for line in file.read_text("utf-8").splitlines():
            head, _, body = line.strip().partition(" ")
            if head == "E":
                evidence = body
            elif head == "=":
                found.append(Labelled(language, "=", body, evidence))
            elif head and head != "#":
                found.append(Labelled(language, head, body.removeprefix("! "), evidence))
    return tuple(found)


@cache
def evidence() -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((case.language, case.evidence) for case in by_hand()))


def mutated() -> tuple[Labelled, ...]:
    """Errors made by rule in the evidence's own wording: figures, units, dates, names, negations, directions."""
    return tuple(case for language, text in evidence() for case in _mutations(language, text))


def _mutations(language: str, text: str) -> Iterator[Labelled]:
    for start, end, changed in _figures(text):
        yield Labelled(language, "number", text[:start] + changed + text[end:], text)
    for guard, swaps in _SWAPS[language].items():
        for old, new in swaps:
            pattern = re.escape(old) if language == "zh" else rf"\b{re.escape(old)}\b"
            if re.search(pattern, text):
                yield Labelled(language, guard, re.sub(pattern, new, text, count=1), text)


def _figures(text: str) -> Iterator[tuple[int, int, str]]:
    for quantity in find_quantities(text):
        digits = re.search(r"\d", quantity.text)
        if digits and quantity.unit_class != "ordinal":
            first = int(digits.group())
            changed = quantity.text[: digits.start()] + str(first % 9 + 1) + quantity.text[digits.end() :]
            yield quantity.start, quantity.end, changed
        for old, new in (
            ("%", "个百分点"),
            ("亿", "万"),
            ("亿元", "亿美元"),
            ("万", "亿"),
            ("billion", "million"),
            ("million", "billion"),
        ):
            if quantity.text.endswith(old) or (len(old) > 3 and old in quantity.text):
                yield quantity.start, quantity.end, quantity.text.replace(old, new)
    for date in find_dates(text):
        if date.year and (year := re.search(r"\d{4}", date.text)):
            yield date.start, date.end, date.text.replace(year.group(), str(int(year.group()) - 3))


_SWAPS = {
    "zh": {
        "entity": [
            ("冠脉支架", "人工关节"), ("阿司匹林", "华法林"), ("青霉素", "头孢菌素"), ("微创医疗", "先健科技"), ("比亚迪", "吉利"), ("沃尔沃", "路虎"),
            ("三星", "索尼"), ("深圳市", "苏州市"), ("护士", "药师"), ("司美格鲁肽", "替尔泊肽"), ("丹麦", "瑞士"), ("密歇根州", "俄亥俄州"),
            ("肺结节", "甲状腺结节"), ("碳化硅", "砷化镓"), ("腾讯会议", "飞书"), ("内窥镜", "呼吸机"), ("印度尼西亚", "菲律宾"), ("骨科", "眼科"),
            ("央行", "财政部"), ("新能源汽车", "燃油汽车"), ("台积电", "中芯国际"), ("福特", "丰田"), ("FDA", "EMA"), ("CE", "FDA"), ("NeoVas", "Firesorb"),
        ],
        "polarity": [
            ("尚未", "已经"), ("未发现", "发现"), ("并未", "已"), ("不推荐", "推荐"), ("没有变化", "有变化"), ("不得", "可以"), ("未能", "成功"), ("难以", "容易"),
            ("批准了", "没有批准"), ("有助于", "无助于"), ("降低心", "不能降低心"), ("认为", "不认为"), ("提供技术", "不提供技术"), ("缺乏", "不缺乏"),
        ],
        "direction": [
            ("增长", "下降"), ("上升", "下降"), ("提高", "降低"), ("下跌", "上涨"), ("下滑", "上升"), ("降至", "升至"), ("增至", "减至"), ("延长", "缩短"),
            ("高于", "低于"), ("低于", "高于"), ("制约", "促进"), ("缓解", "加剧"), ("削弱", "增强"), ("加大", "减小"), ("下调", "上调"), ("出口", "进口"),
        ],
        "hedge": [("可能", ""), ("预计", ""), ("拟", ""), ("计划", ""), ("可能", "必然")],
        "quantifier": [("部分", "全部"), ("多数", "所有"), ("少数", "多数"), ("有所", "大幅"), ("较高", "最高"), ("普遍", "一律")],
    },
    "en": {
        "entity": [
            ("Medtronic", "Abbott"), ("metformin", "glipizide"), ("amlodipine", "losartan"), ("Ohio", "Nevada"), ("Amazon", "Costco"), ("Brazil", "Peru"),
            ("Novo Nordisk", "Roche"), ("Kenya", "Malawi"), ("ibuprofen", "celecoxib"), ("nurses", "dentists"), ("Estonia", "Iceland"), ("catheter", "pacemaker"),
            ("rice", "coffee"), ("cardiac", "spinal"), ("Forchheim", "Hamburg"), ("Ghana", "Togo"), ("blindness", "anaemia"), ("wheat", "cotton"),
        ],
        "polarity": [
            ("did not", "did"), ("is not", "is"), ("has not yet", "has already"), ("could not", "could"), ("had never", "had"), ("no improvement", "an improvement"),
            ("requires", "does not require"), ("denies", "does not deny"), ("reduced", "did not reduce"), ("acquired", "did not acquire"),
        ],
        "direction": [
            ("lower", "higher"), ("fell", "rose"), ("rose", "fell"), ("reduced", "increased"), ("fall", "rise"), ("dropped", "climbed"),
            ("decline", "increase"), ("more", "less"), ("strengthen", "weaken"), ("improved", "worsened"), ("grew", "shrank"),
        ],
        "hedge": [("may", "will certainly"), ("could", "will certainly"), ("expect", "know for certain"), ("might", "must")],
        "quantifier": [("Some", "All"), ("some", "all"), ("most", "all"), ("Few", "Most"), ("few", "most"), ("slight", "sharp"), ("slightly", "sharply"), ("usually", "always")],
    },
}  # fmt: skip
