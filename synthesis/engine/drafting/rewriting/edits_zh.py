"""Where the vetted Chinese swaps apply in a sentence, and the swaps that need words and not only characters.

Not the tables themselves (`table_zh`, `verbs_zh`, `vocabulary_zh`, `common_zh`, `reports_zh`) and not the search (`reword`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.evidence.facts import noun_phrase_end
from synthesis.engine.drafting.evidence.words import Word, is_nominal, words_of
from synthesis.engine.drafting.rewriting import (
    amounts_zh,
    common_zh,
    grammar_zh,
    plain_zh,
    reports_zh,
    vocabulary_zh,
)
from synthesis.engine.drafting.rewriting import table_zh as rewrite_table_zh
from synthesis.engine.drafting.rewriting import verbs_zh as rewrite_verbs_zh
from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.drafting.rewriting.fluency_seams import in_compound
from synthesis.engine.drafting.rewriting.subjects_zh import subject_end
from synthesis.engine.patterns import lazy_pattern

_CLOSED = lazy_pattern(
    r"《[^》]*》|“[^”]*”|[\u4e00-\u9fff]{2,6}[和与][\u4e00-\u9fff]{2,6}(?:委员会|部|局|厅|署|司)(?![\u4e00-\u9fff]?分)"
)
_SUBORDINATE = lazy_pattern(
    r"^(?:经(?![济营过验理])|如果|若|一旦|虽然|尽管|即使|只有|除|当|在|随着|伴随|由于|因|为|通过|借助|对|根据|按照|受|与|相比|相较|较|针对|面对|从|自|到|至|截至|据|以|作为|就|目前|当前|近|未来|今后|\d)"
)
_LEANING = lazy_pattern(
    r"^(?:并|且|也|亦|还|又|更|而|从而|进而|以|使|令|让|有助于|有利于|因|同时|与此|其|该|这|此|包括|如|但|不过|然而|却|则|即|尤其|特别|甚至|乃至|是|为|达|占|约|可|能|导致|造成|引发|引起|成为|形成|显示|表明|预计|仅|较|比|由|在|与|下降|上升|增长|减少|提高到)"
)


def edits_of(text: str) -> tuple[Edit, ...]:
    """Every swap that applies to `text`: at word boundaries, outside titles and quotations."""
    words = words_of(text)
    bounds = {w.start for w in words} | {len(text)}
    # Set phrases of four characters (逐步完善) are one word to the segmenter and two to the table.
    bounds |= {w.start + 2 for w in words if len(w.text) == 4 and not w.text.isascii()}
    closed = [m.span() for m in _CLOSED.finditer(text)]
    found = [
        *_from_table(text, bounds),
        *_possessive(text, words),
        *_joints(text),
        *grammar_zh.edits(text, words),
    ]
    cheapest: dict[tuple[int, int, str], Edit] = {}
    for edit in found:
        place = (edit.start, edit.end, edit.text)
        if place not in cheapest or edit.cost < cheapest[place].cost:
            cheapest[place] = edit
    open_to_swaps = (e for e in cheapest.values() if not any(a < e.end and e.start < b for a, b in closed))
    return tuple(e for e in open_to_swaps if _fits(text, e))


def _fits(text: str, edit: Edit) -> bool:
    """Whether a swap doubles no word beside it and does not change a word inside a compound noun."""
    new = edit.text.strip("，")
    if new == "的" and edit.start == edit.end and re.match(r"[内外中上下里间]|范围", text[edit.end :]):
        return False  # 县域|内: a place, not an owner
    if len(new) > 1 and (text[: edit.start].endswith(new) or text[edit.end :].startswith(new)):
        return False
    if new == "把":
        following = next((w for w in words_of(text) if w.start == edit.end), None)
        if following is None or following.tag[0] in "vdp":
            return False  # 将带动 tells the future, 将其纳入 disposes
    return not (edit.text and edit.end > edit.start and in_compound(text, edit.start, edit.end))


def _from_table(text: str, bounds: set[int]) -> Iterator[Edit]:
    for pattern, replacements, cost in _rows():
        for match in pattern.finditer(text):
            if match.start() in bounds and match.end() in bounds:
                for replacement in replacements:
                    yield Edit(match.start(), match.end(), match.expand(replacement), cost)


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[re.Pattern[str], tuple[str, ...], int], ...]:
    return tuple(
        (lazy_pattern(p), r, c)
        for p, r, c in rewrite_table_zh.ROWS
        + rewrite_verbs_zh.ROWS
        + vocabulary_zh.ROWS
        + common_zh.ROWS
        + reports_zh.ROWS
        + amounts_zh.ROWS
        + plain_zh.ROWS
    )


# What can be a verb as well is not offered: 技术规范化发展 is a sentence, not a phrase.
_OWNED = frozenset(rewrite_table_zh.OWNED.split("|")) - set(
    "发展 研发 应用 创新 升级 使用 推广 普及 增长 转型 监管 布局 供给".split()
)


_ATTRIBUTES = frozenset(
    "国际 国内 核心 综合 整体 总体 全球 社会 经济 专业 高端 医疗 临床 网络 数字 区域 平均 最终 终端 基层 县域 中小 民营 公立 公共 头部 上游 下游 地方 国家 行业 存量 增量".split()
)


def _possessive(text: str, words: tuple[Word, ...]) -> Iterator[Edit]:
    """的 said or left out between a noun and the noun it owns, where the phrase ends and has no other 的."""
    for i in range(1, len(words) - 1):
        left, here, right = words[i - 1], words[i], words[i + 1]
        after = words[i + 2] if i + 2 < len(words) else None
        ends = after is None or not (is_nominal(after) or after.text in {"的", "、", "和", "与", "及"})
        if here.text == "的" and _noun(left) and _noun(right) and ends and not _near_de(text, here.start, right.end):
            if len(left.text) > 1 and len(right.text) > 1 and _opens(words, i - 1):
                yield Edit(here.start, here.end, "", 2)
        elif here.text == "的" and _noun(left) and _noun(right) and i <= 3 and _opens(words, i - 1):
            end = noun_phrase_end(text[here.end :])
            if 4 <= end <= 10 and "的" not in text[here.end : here.end + end + 1]:
                yield Edit(here.start, here.end, "", 2)
    for i in range(1, len(words)):
        left, here = words[i - 1], words[i]
        after = words[i + 1] if i + 1 < len(words) else None
        ends = after is None or (after.tag[0] in "vdpx" and after.tag != "vn" and after.text != "、")
        if (
            (
                here.text in _OWNED
                and _noun(left)
                and left.text not in _ATTRIBUTES
                and len(left.text) > 1
                and ends
                and not _near_de(text, here.start, here.end)
            )
            and i > 1
            and _noun(words[i - 2])
            and not text[: left.start].endswith("平均")
        ):
            yield Edit(here.start, here.start, "的", 1)


def _opens(words: tuple[Word, ...], at: int) -> bool:
    """Whether the nouns up to `at` follow a clause start or a preposition, so that no verb governs only part of them."""
    while at >= 0 and _noun(words[at]):
        at -= 1
    if at > 0 and words[at].text in {"在", "于", "自", "从", "到"} and words[at - 1].tag[0] == "v":
        return False  # 留守在老家的子女: the verb is part of what describes
    return (
        at < 0
        or words[at].text in "，；：。"
        or (words[at].tag == "p" and words[at].text not in {"与", "和", "及", "同", "对", "对于"})
    )


def _noun(word: Word) -> bool:
    return word.tag[0] == "n" or word.tag in {"vn", "eng"}


def _near_de(text: str, start: int, end: int) -> bool:
    return (
        "的" in text[end : end + 6]
        or "的" in re.split(r"[，。；]", text[:start])[-1][-8:]
        or text[end : end + 1] == "的"
    )


_SIDE = lazy_pattern(r"(?:仅|只|约|通常|普遍|平均|大约)*(?:占|为|达|不足|不到|超过|降|升|增|高达|长达|低至|由|从)")


def _beside(text: str, before: str, after: str, at: int) -> Iterator[Edit]:
    """则 behind the subject of a figure that stands beside another subject's: 原料占54%，研发费用则仅占3.8%."""
    if re.search(r"[则却也都均又还亦但]|不过|其中|如果|若|一旦|虽然|尽管|同时|此外", text):
        return
    end, own = (noun_phrase_end(c) or subject_end(c) for c in (after, before))
    if not end or not own or after[:end] == before[:own]:
        return
    sides = [_SIDE.match(c) for c in (before[own:], after[end:])]
    if all(sides) and len({side.group().endswith("占") for side in sides if side}) == 1:
        yield Edit(at + end, at + end, "则", 2)


# Another place, person or body is no further thing said of the first.
_NAMES = frozenset(("ns", "nr", "nt", "nz", "nrt"))


_SAYS = lazy_pattern(r"(?:写明|表示|披露|明确|宣布|指出|认为|公布|通报|介绍|显示|提出|规定|要求|强调|发现|[^名简]称)$")


#: What changes, and how a thing is: two of them may be added up.
_CHANGED = lazy_pattern(
    r"(?:提[高升]|下降|降低|上升|增长|增加|减少|改善|缩短|延长|加快|放缓|扩大|缩小|收窄|优化|增强|减弱|[更较偏][高低大小快慢强弱多少好差长短]"
    r"|明显|显著|稳定|不足|充足|紧张|完善|成熟|薄弱|滞后|便捷|复杂|有限|突出)$"
)


def _joints(text: str) -> Iterator[Edit]:
    """且 or 同时 between coordinate clauses; not after a clause that only prepares, not before one that leans."""
    clauses = text.split("，")
    at = 0
    for before, after in itertools.pairwise(clauses):
        at += len(before) + 1
        if (
            _SAYS.search(before)
            or _SUBORDINATE.match(before)
            or _LEANING.match(after)
            or len(after) < 6
            or len(before) < 6
        ):
            continue
        if re.search(r"\d", before) and re.search(r"\d", after):
            # two figures stand side by side, neither is added to the other
            yield from _beside(text, before, after, at)
            continue
        first = words_of(after)[0].tag
        if noun_phrase_end(after) and noun_phrase_end(before) and first[0] in "njr" and first not in _NAMES:
            if not (_CHANGED.search(before) and _CHANGED.search(after)) or re.search(
                r"[则却]|^[^，]{1,10}(?:只|仅)", after
            ):
                continue  # one thing said of each, or what follows explains: 获批上市，适应症为2型糖尿病
            if "且" not in text:
                yield Edit(at, at, "且", 2)
            yield Edit(at, at, "同时", 3)
