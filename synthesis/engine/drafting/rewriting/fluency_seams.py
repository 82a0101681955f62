"""Whether rewording cut through a word or a compound of its source: every seam must lie between words.

A seam is a place of the candidate whose two neighbours do not stand side by side in the source. Deterministic and
cheap: one pass of longest common pieces. Not for sentences that quote no source.
"""

from __future__ import annotations

from functools import lru_cache

from synthesis.engine.drafting.evidence.words import is_nominal, words_of
from synthesis.engine.patterns import lazy_pattern

_FIGURE = lazy_pattern(
    r"\d[\d.]*(?:[%％]|[万亿]*(?:美元|欧元|日元|元|人次|人|家|个|项|座|起|件|台|名|所|例|吨|年|月|日|天|倍|岁)?)"
)


@lru_cache(maxsize=2048)
def _bounds(source: str) -> frozenset[int]:
    """Places of `source` between words; set phrases of four characters may part in the middle."""
    words = words_of(source)
    inner = {w.start + 2 for w in words if len(w.text) == 4 and not w.text.isascii()}
    inner |= {w.start + 1 for w in words if len(w.text) > 2 and w.text[0] in "在对从与为"}
    latin = {i for i in range(1, len(source)) if source[i - 1].isascii() != source[i].isascii()}
    figures = {m.end() for m in _FIGURE.finditer(source)}
    return frozenset({w.start for w in words} | {len(source)} | inner | latin | figures)


def torn(candidate: str, source: str) -> str:
    """The first piece of `candidate` that ends inside a word of `source`, "" when all seams lie between words."""
    bounds, own = _bounds(source), {w.start for w in words_of(candidate)} | {len(candidate)}
    at = 0
    while at < len(candidate):
        size, places = _longest(candidate, at, source)
        if size < 2:
            at += 1
            continue
        end = at + size
        if size <= 3 and at in own and end in own:
            at = end  # a short word the candidate has of its own, part of a longer one in the source (升至 of 提升至)
            continue
        cut = "\u4e00" <= candidate[end - 1] <= "\u9fff" and not any(p + size in bounds for p in places)
        if cut and not _stands_alone(candidate, end, before=True):
            return candidate[max(0, end - 4) : end]
        cut = "\u4e00" <= candidate[at] <= "\u9fff" and not any(p in bounds for p in places)
        if cut and not _stands_alone(candidate, at, before=False):
            return candidate[at : at + 4]
        at = end
    return ""


def _stands_alone(candidate: str, at: int, *, before: bool) -> bool:
    """Whether the candidate has a whole word of its own there: one that runs across (提|升 → 提|高), or a short
    adverb, preposition or verb (已 of 已经) on the inner side."""
    words = words_of(candidate)
    if any(w.start < at < w.end for w in words):
        return True
    inner = next((w for w in words if (w.end if before else w.start) == at), None)
    return inner is not None and len(inner.text) == 1 and inner.tag[0] in "dpcuvz"


def _longest(candidate: str, at: int, source: str) -> tuple[int, list[int]]:
    """Length of the longest piece at `at` found in `source`, and where."""
    low, size = 0, 0
    while at + size < len(candidate) and (found := source.find(candidate[at : at + size + 1], low)) >= 0:
        size, low = size + 1, found
    if size < 2:
        return size, []
    piece, places, start = candidate[at : at + size], [], 0
    while (found := source.find(piece, start)) >= 0:
        places.append(found)
        start = found + 1
    return size, places


def in_compound(text: str, start: int, end: int) -> bool:
    """Whether the verb at `[start, end)` is the middle or head of a compound noun (AI|加速|芯片), not a predicate:
    nominal on both sides without a particle, while the clause has another verb."""
    words = words_of(text)
    here = next((i for i, w in enumerate(words) if w.start == start and w.end == end), None)
    if here is None or here + 1 >= len(words) or words[here].tag[0] != "v":
        return False
    after = words[here + 1]
    before = words[here - 1] if here else None
    if before is not None and is_nominal(before) and after.text in {"、", "与", "和", "及"}:
        return True  # 战略|聚焦、体系|重构
    if not is_nominal(after) or after.tag[0] == "v" or (before is not None and not is_nominal(before)):
        return False
    listed = before is not None and before.tag == "eng"
    if listed:
        return True
    low = max((w.end for w in words[:here] if w.text in "，；："), default=0)
    high = min((w.start for w in words[here + 1 :] if w.text in "，；：。"), default=len(text))
    others = [w for w in words if low <= w.start < high and w.tag[0] == "v" and w.tag != "vn" and w.start != start]
    closes = words[here + 2].text if here + 2 < len(words) else "。"
    return bool(others) and before is not None and closes in {"、", "及", "以及", "的", "等"}


_LINKED = lazy_pattern(r"(?P<before>[\u4e00-\u9fff]{2,8})的(?P<noun>[\u4e00-\u9fff]{2})")


def unlinked(candidate: str, source: str) -> str:
    """The place where a 的 behind a verb with its object is gone (经营冷库的老板 → 经营冷库老板), "" when there is none."""
    for match in _LINKED.finditer(source):
        joined = match["before"][-2:] + match["noun"]
        if joined in candidate and joined not in source:
            words = words_of(match["before"])
            placed = any(w.tag == "p" for w in words)
            if any((w.tag == "v" or (w.tag == "vn" and placed)) and len(w.text) > 1 for w in words[:-1]):
                return joined
    return ""
