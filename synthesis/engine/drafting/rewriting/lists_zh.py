"""Lists and rows of predicates in another order: what is enumerated may be, what is a sequence may not.

Not for other rewordings; see `zh`.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.words import Word, is_nominal, is_noun_phrase, words_of
from synthesis.engine.patterns import lazy_pattern

_NEGATED = lazy_pattern(r"[不未没无非莫]")
_ORDERED = lazy_pattern(r"依次|先后|分别|阶段|第[一二三四\d]|从.{1,30}到|由.{1,30}到|排名|随后|再到|首先")


# A list up to its 等, so that a clause with two of them has two; else what of the clause holds one.
_LISTS = lazy_pattern(
    r"[^，。；：]*?、[^，。；：]*?(?<![中高平同相对均初优])等(?![级离待于候效值高距])|[^，。；：]*、[^，。；：]*"
)


def permute_list(text: str) -> list[str]:
    """A、B、C等 → C、B、A等: only items whose bounds are certain, and never where order says something."""
    if _ORDERED.search(text):
        return []
    out = []
    for match in _LISTS.finditer(text):
        head, items, tail = _items(match.group(0), text[: match.start()].endswith("："))
        orders = [
            t
            for t in (items[::-1], items[1:] + items[:1])
            if (len(items) > 2 or (len(items) == 2 and tail[:1] in {"等", "、"})) and t != items
        ]
        out += [text[: match.start()] + head + "、".join(t) + tail + text[match.end() :] for t in orders]
    return out


def _items(clause: str, after_colon: bool) -> tuple[str, list[str], str]:
    """(before, items, after) of the list in a clause; only items with certain bounds on both sides."""
    pieces = clause.split("、")
    start = 0 if after_colon else _first_item_start(pieces)
    head = pieces[0] + "、" if start is None else pieces[0][:start]
    items = ([] if start is None else [pieces[0][start:]]) + pieces[1:-1]
    last = pieces[-1]
    ends = re.match(r"(.{2,14}?)((?:等|以及|[和与及]).*)$", last)
    if ends and "的" in ends.group(1):
        tail = "、" + last
    elif ends and (ends.group(2)[0] == "等" or _alike(ends.group(1), pieces[-2])):
        items.append(ends.group(1))
        tail = ends.group(2)
    elif (
        not ends
        and items
        and len(last) <= len(items[-1]) + 1
        and _alike(last, pieces[-2])
        and not re.search(r"不断|持续|日益|涌现", last)
    ):
        items.append(last)
        tail = ""
    else:
        tail = "、" + last
    if items and not tail and len(items) > 1 and items[-1][-2:] != items[-2][-2:] and _tailed(items):
        return clause, [], ""  # 智能化、个体化、可视化水平: the last holds what all of them share
    if items and max(map(len, items)) > 2 * min(map(len, items)) + 1 and not any(i.isascii() for i in items):
        return clause, [], ""  # 大型设备共用、共享: the first holds what all of them share
    if any(not 2 <= len(i) <= 14 or re.search(r"[（）“”和与及的]", i) for i in items):
        return clause, [], ""
    return head, items, tail


def _tailed(items: list[str]) -> bool:
    """Whether the last item is one like the others and a noun they share."""
    last = items[-1][-1:]
    shared = {i[-1:] for i in items[:-1]}
    return (len(shared) == 1 and last not in shared and next(iter(shared)) in items[-1]) or len(items[-1]) >= max(
        map(len, items[:-1])
    ) + 2


def _alike(item: str, other: str) -> bool:
    """Whether a piece at the edge of a list is no more than an item: a noun phrase, or built like its neighbour."""
    if not item or not other:
        return False
    return is_noun_phrase(item) or (len(item) <= len(other) + 2 and item[-1] == other[-1])


_GOVERNS = "包括|包含|涵盖|例如|如|即|分为|聚焦|涉及|推动|推进|采用|应用|使用|提供|具有|具备|拥有|有|以|是|为|经历|历经|实现|发展|随着|伴随|向|集成|整合|覆盖|建立|开发|研发|对|通过"


def _first_item_start(pieces: list[str]) -> int | None:
    """Where the first item of a list begins in the piece that holds it; None when that is not certain."""
    first = pieces[0]
    words = words_of(first)
    start = max((w.end for w in words if (w.tag[0] in "vpdcu" and w.tag != "vn") or w.text == "即"), default=0)
    if start and not re.search(rf"(?:{_GOVERNS})了?$", first[:start]):
        return None
    if first[:start].endswith("的"):
        return None
    item = first[start:]
    whole = 2 <= len(item) <= 12 and (is_noun_phrase(item) or re.fullmatch(r"[A-Za-z\d./+-]+", item) is not None)
    return start if whole and (start or len(pieces[1]) <= len(first) + 3) else None


_COMITATIVE = lazy_pattern(
    r"相比|差距|一样|结合|联动|融合|合作|竞争|不同|相关|有关|并重|同步|对接|衔接|协同|之间|之比|挂钩|关系"
)


def swap_pair(text: str) -> list[str]:
    """A和B → B和A: two noun phrases built alike, bounded on both sides, of which neither lends the other its head."""
    if _ORDERED.search(text):
        return []
    words, out = words_of(text), []
    for at, word in enumerate(words):
        if word.text not in {"和", "与", "及"} or not 0 < at < len(words) - 1:
            continue
        low, high = at, at
        while low > 0 and _part(words[low - 1]):
            low -= 1
        while high + 1 < len(words) and _part(words[high + 1]):
            high += 1
        left, right = words[low:at], words[at + 1 : high + 1]
        if (
            not left
            or len(left) != len(right)
            or (len(left) > 1 and left[-1].text != right[-1].text and left[0].text != right[0].text)
        ):
            continue
        before = words[low - 1] if low else None
        after = words[high + 1].text if high + 1 < len(words) else "。"
        first, second = ("".join(w.text for w in side) for side in (left, right))
        if (
            abs(len(first) - len(second)) > 1
            or min(len(first), len(second)) < 2
            or _COMITATIVE.search(text[word.end :][:24])
        ):
            continue
        if before is not None and (before.text in {"、", "与", "和", "及", "同"} or before.tag[0] in "amqb"):
            continue
        if after not in {"的", "，", "。", "；", "等", "上"}:
            continue
        out.append(f"{text[: left[0].start]}{second}{word.text}{first}{text[right[-1].end :]}")
    return out


def _part(word: Word) -> bool:
    return is_nominal(word) and word.text not in {"的", "、"} and not word.text.isascii()


_GOVERNS_ON = lazy_pattern(r"要求|规定|提出|鼓励|责成|建议|计划|拟|允许|禁止|决定|呼吁|督促|指导|引导|明确|强调")


def turn_clauses(text: str) -> list[str]:
    """S V1，V2，V3 → S V1，V3，V2: coordinate predicates of one subject, none of which leans on another."""
    clauses = text.split("，")
    if len(clauses) < 3 or _ORDERED.search(text):
        return []
    tail = clauses[-2:]
    if _GOVERNS_ON.match(tail[0]):
        return []  # what is asked for may go on in the next clause
    if any(not words_of(c) or words_of(c)[0].tag != "v" or len(c) < 6 or _NEGATED.search(c) for c in tail):
        return []
    if any(
        re.match(
            r"(?:有助于|有利于|使|令|让|导致|造成|形成|成为|引发|是|包括|达|占|预计|可|能|并|从而|进而|以|其|显示|表明|说明)",
            c,
        )
        for c in tail
    ):
        return []
    if any(re.search(r"\d|^(?:高于|低于|多于|少于|优于|较|比|有)", c) for c in tail):
        return []
    if re.search(r"的同时|的基础上|[也还才]|只有|只要|如果|一旦|虽然|不仅|无论", text):
        return []
    return ["，".join([*clauses[:-2], tail[1], tail[0]])]
