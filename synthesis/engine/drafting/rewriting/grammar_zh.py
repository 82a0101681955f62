"""Words of Chinese grammar exchanged where their part of speech and their neighbours allow it: 在 and 于, 把 and 将, 就 and 便,
没有 and 未, 将 and 将会, what is done told with 了.

What a row of `table_zh` cannot see is the part of speech. Denials stay denials, plans plans: 了 is never put where something
is still to come. Not for content words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.evidence.words import Word, is_nominal
from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.patterns import lazy_pattern

#: Doings that are over once they are told, as 完成 and 签署 are.
_DONE = frozenset(
    "完成 建成 获得 取得 推出 发布 启用 签署 签订 收购 投放 设立 成立 引入 批准 安装 更换 开通 接待 培训 发放 出售 交付 售出 起诉 撤销 取消 关闭 公布 采集 收集 回收 提交 通过 打破 扩大 缩短 改变 修复 拆除 购入 买下 撤回 终止 调整 放弃 承认 修订 开设".split()
)
#: What is not over: plans, demands, denials, conditions; and what is told of a thing (的) or set before something else (后).
_OPEN = lazy_pattern(
    r"将|拟|计划|预[计期测]|须|应|要|可|需|有望|力争|未|没|不|若|如果|一旦|争取|目标|打算|准备|希望|建议|规定|鼓励|支持|允许|禁止|必须|能|会|正|待|后|前|时|之际|以来|使|让|为了|负责|用于|旨在|以便|每年|每月|按|通常|一般|往往"
)
#: Of these a part may be a compound (投放环节): told with 了 before a number only.
_COUNTED = frozenset("投放 培训 回收 调整 发放 公布 采集 收集 出售 交付 安装 接待 修订 扩大 缩短 更换".split())
_NOT_DONE = frozenset(
    "禁止 设立 完成 达到 出现 发生 说明 公布 通过 获得 取得 实现 建立 形成 改变 回应 披露 参加 接受 支付 履行 见过 涉及 包含 纳入 下降 减少 增加 提高 得到 采取 使用 采用".split()
)
#: Behind these nothing is over: 拟…，至少开通6条.
_TO_COME = lazy_pattern(r"拟|计划|明年|后年|预[计期测]|将|要求|提出|规定|目标|争取|建议|应|须")
_NO_OBJECT = lazy_pattern(r"[了的过着后前时至到为于在率量额与和、，。；]|情况|以来|之")
_PLACED = frozenset(("ns", "nt", "nz", "s"))
_STOPS = "，。；：、"


def edits(text: str, words: tuple[Word, ...]) -> Iterator[Edit]:
    """Swaps for the grammatical words of `text`, whose `words` are given; spans in code points, half-open."""
    for i, word in enumerate(words):
        before = words[i - 1] if i else None
        after = words[i + 1] if i + 1 < len(words) else None
        if after is None or after.text in _STOPS:
            continue
        if word.text in _DONE and _is_over(text, words, i):
            yield Edit(word.end, word.end, "了", 2)
        swap = _swapped(text, word, before, after)
        if swap:
            yield Edit(word.start, word.end, swap, 1 if word.text in {"把", "就"} else 2)


def _swapped(text: str, word: Word, before: Word | None, after: Word) -> str:
    """What may stand in the place of `word`; "" for nothing."""
    inside = before is not None and before.text not in _STOPS
    match word.text:
        case "在":
            placed = (
                after.tag in _PLACED and inside and before is not None and (is_nominal(before) or before.tag[0] == "d")
            )
            return "于" if placed and not re.match(r"[^，。]{0,12}[中下上时内里]", text[word.end :]) else ""
        case "把":
            doubled = "将" in text[max(0, word.start - 6) : word.start]
            return "将" if word.tag == "p" and not doubled and (is_nominal(after) or after.tag in {"r", "m"}) else ""
        case "就":
            return (
                "便"
                if word.tag == "d"
                and inside
                and after.tag[0] == "v"
                and after.text not in {"是", "业", "读", "医", "诊"}
                else ""
            )
        case "没有":
            return "未" if after.text in _NOT_DONE else ""
        case "将":
            doing = word.tag == "d" and after.tag == "v" and len(after.text) > 1
            return "将会" if doing and not re.search(r"(?:预计|可能|有望|或|即|必|势必)$", text[: word.start]) else ""
        case "要":
            needs = (
                after.tag[0] == "v"
                and inside
                and before is not None
                and (is_nominal(before) or before.text in {"平均", "一般", "通常"})
            )
            return "需要" if needs and after.text not in {"求", "是", "靠"} else ""
    return ""


def _is_over(text: str, words: tuple[Word, ...], i: int) -> bool:
    """Whether the doing `words[i]` is a finished one with its object behind it, told by the clause itself."""
    word, after = words[i], words[i + 1]
    low = max(text.rfind(mark, 0, word.start) for mark in "，。；：") + 1
    high = min((at for mark in "，。；：" if (at := text.find(mark, word.end)) >= 0), default=len(text))
    if word.tag[0] != "v" or _TO_COME.search(text[: word.start]):
        return False
    if word.text in _COUNTED and after.tag[0] != "m":
        return False
    clause, rest = text[low:high], text[word.end : high]
    if _NO_OBJECT.match(rest) or _OPEN.search(re.sub(r"\d{4}年\d{1,2}月底前|可[转再]", "", clause)) or len(rest) < 3:
        return False
    opens = i == 0 or words[i - 1].text in _STOPS
    of = text.find("的", word.end, high)
    if of >= 0 and (opens or any(w.tag[0] in "vdp" for w in words if of < w.start < high)):
        return False  # 完成改造的家庭…: it tells which
    if not (is_nominal(after) or after.tag[0] in "mrans"):
        return False
    # behind a noun or an adverb, or first in a clause that goes on about the subject; not inside a compound (通过|认证)
    return opens or words[i - 1].tag[0] in "nrtdj" or words[i - 1].text in {"累计", "联合", "正式", "首次", "共", "已"}
