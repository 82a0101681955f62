"""The dealings of a Chinese clause: 甲向乙出售, 乙从甲购得, 由甲供给乙, 受甲委托, 卖方为甲."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from synthesis.engine.drafting.guards.dealings import Deal, Scene
from synthesis.engine.drafting.guards.parties import Party
from synthesis.engine.drafting.lexicon.deals import DEALS_ZH
from synthesis.engine.patterns import lazy_pattern

_WORD = lazy_pattern(
    "|".join(sorted(map(re.escape, DEALS_ZH), key=len, reverse=True)) + r"|来自|源自|(?<=[赢输])(?=给)"
)
_PART_OF_WORD = lazy_pattern(r"[链商额量价率费权书会类品资室局司处部期]|问题|政策|制度|规模|项目|总额")
_ATTRIBUTE = r"(?:[\d一二两三四五六七八九十数多几]+[家名个座所只支位]|[其该省市县区各])*[\u4e00-\u9fff]{0,%d}"
_BY = lazy_pattern(
    rf"(?:(?:被|(?<![自理缘])由|遭到?|遭受|受到){_ATTRIBUTE % 4}|(?:受|获得?|得到|接受|收到|接到|经|应|在)(?:了|过|来自)?(?:[其该省市县区]|[\u4e00-\u9fff]{{0,4}}的)?)$"
)
_UNDER = lazy_pattern(r"[的]?[\u4e00-\u9fff]{0,6}?下")
_FROM = lazy_pattern(r"(?:从[^，。；]{0,12}|来自|源自|自)$")
_TO = lazy_pattern(
    rf"(?:向|给|对|为|替|予|至|到|往|与|同|跟)(?:了)?{_ATTRIBUTE % 0}(?:[\u4e00-\u9fff]{{1,3}}[方商人者])?$"
)
_OBJECT = lazy_pattern(rf"[把将]{_ATTRIBUTE % 6}$")
_LISTED = lazy_pattern(r"[、和与及暨]$")
_FOR = lazy_pattern(r"[为替给]$")
_IS = r"(?:则|也|仍|又|都|均|已|曾|就)*(?:是|为|系|作为|成为|担任|充当)"
_NAMED_BEFORE = lazy_pattern(rf"[^，。；是为的]{{0,4}}{_IS}[^，。；]{{0,16}}")
_NAMED_AFTER = lazy_pattern(r"(?:(?:则|分别|就)*(?:是|为|系|：))?")
_TURNED = lazy_pattern(r"(?:变为|变成|换成|换为|改为|易主为|变更为)(?:了)?$")
_IN_HAND, _HAND = (
    lazy_pattern(r"[^，。；]{0,3}的?[^，。；]{0,3}(?:股[份权]|资产)[^，。；]{0,10}在"),
    lazy_pattern(r"[^，。；]{0,3}手[中里上]"),
)
_NOUNS = frozenset("贷款 罚单 罚款 诉讼 投资 担保".split())
_GOODS_LIKE = frozenset("goods loan rent give right pay".split())


def dealings_zh(scene: Scene) -> Iterator[Deal]:
    """The dealings of a clause; a word within the name of a party is none."""
    for match in _WORD.finditer(scene.text.text, scene.clause.start, scene.clause.end):
        start, end = match.span()
        if any(p.start < end and start < p.end for p in scene.inside):
            continue
        frame, kind = DEALS_ZH.get(match.group(), ("goods", "-"))
        if kind in "#=":
            read = _named(scene, start, end, frame, kind)
        elif _PART_OF_WORD.match(scene.text.text, end):
            continue
        else:
            read = _done(scene, start, end, frame, kind)
        if read is not None:
            yield read
    yield from _turned(scene)
    for first, second in pairwise(scene.inside):
        if _IN_HAND.fullmatch(scene.between(first.end, second.start)) and _HAND.match(scene.text.text, second.end):
            held = scene.deal("invest", second, first)
            if held is not None:
                yield held


def _mark(scene: Scene, party: Party) -> str:
    since = max((p.end for p in scene.inside if p.end <= party.start), default=scene.clause.start)
    before = scene.between(since, party.start)
    if before == "的":  # 为甲的子公司
        return _mark(scene, next(p for p in scene.inside if p.end == since))
    for name, pattern in (("from", _FROM), ("by", _BY), ("to", _TO), ("object", _OBJECT), ("listed", _LISTED)):
        if pattern.search(before):
            return name
    return ""


def _done(scene: Scene, start: int, end: int, frame: str, kind: str) -> Deal | None:
    """The dealing a predicate tells."""
    before = [p for p in scene.inside if p.end <= start]
    after = [p for p in scene.inside if p.start >= end and p.start - end <= (5 if kind == "+" else 14)]
    marks = {p.start: _mark(scene, p) for p in scene.inside}
    plain = [p for p in before if not marks[p.start]]
    by = next((p for p in reversed(before) if marks[p.start] == "by"), None)
    if by is not None and scene.between(by.start - 1, by.start) == "在" and not _UNDER.match(scene.text.text, end):
        marks[by.start] = "to" if frame == "invest" else "by"  # 在乙中持股
        by = None
    if by is not None:
        agent: Party | None = by
        handed = after and scene.between(by.start - 1, by.start) == "由" and after[0].start - end <= 2
        first = next((p for p in before if p is not by and marks[p.start] in {"", "to", "object"}), None)
        other = after[0] if handed else first or scene.lead or scene.following
    elif scene.text.text[start - 1 : start] == "的" or (
        scene.text.text[start:end] in _NOUNS and before and "的" in scene.between(before[-1].end, start)
    ):
        return None  # 人员的培训, 为子公司取得的贷款作担保
    else:
        relates = scene.text.text[end : end + 1] == "的"
        near = relates and plain and start - plain[-1].end <= 6
        agent = (plain[-1] if near else _governing(scene, plain)) if plain else _led(scene, start)
        moved = set() if frame in _GOODS_LIKE and after else {"object"}  # 将资产出售给乙
        oblique = [p for p in before if marks[p.start] in {"from", "to"} | moved]
        direct = after and not relates and (kind == "-" or not _verb_between(scene, end, after[0].start))
        other = oblique[-1] if oblique else after[0] if direct else None
        if other is not None and marks[other.start] == "listed":
            return None
        if (
            kind == "-"
            and frame != "hire"
            and oblique
            and _FOR.search(scene.between(scene.clause.start, other.start) if other else "")
        ):
            return None  # 为乙采购
        if other is not None and marks[other.start] == "from" and frame in _GOODS_LIKE:
            kind = "-"
    if agent is None:
        return None
    return scene.deal(frame, agent, other) if kind == "+" else scene.deal(frame, other, agent)


def _governing(scene: Scene, plain: list[Party]) -> Party:
    """The subject of the last verb: 法院裁定三星赔偿."""
    subject = plain[0]
    for party in plain[1:]:
        if _verb_between(scene, subject.end, party.start):
            subject = party
    return subject


def _led(scene: Scene, start: int) -> Party | None:
    """The subject carried on, unless the clause has one of its own: 村集体提供住房."""
    named = [(p.start, p.end) for p in scene.inside]
    own = any(
        w.end <= start
        and w.tag[:1] in {"n", "r"}
        and w.content
        and not any(s < w.end and w.start < e for s, e in named)
        for w in scene.clause.words
    )
    return None if own else scene.lead


def _verb_between(scene: Scene, start: int, end: int) -> bool:
    return any(start <= w.start and w.end <= end and w.tag == "v" and w.content for w in scene.clause.words)


def _named(scene: Scene, start: int, end: int, frame: str, kind: str) -> Deal | None:
    """The dealing a noun for one of its parties tells: 甲是乙的供应商, 卖方为甲, 乙的供应商是甲."""
    holder = other = None
    before = [p for p in scene.inside if p.end <= start]
    for party in before:
        read = _NAMED_BEFORE.fullmatch(scene.between(party.end, start))
        if read:
            holder = party
            of = [p for p in before if p.start > party.start]
            other = of[-1] if of else None
            break
    else:
        after = next((p for p in scene.inside if p.start >= end), None)
        if after is not None and _NAMED_AFTER.fullmatch(scene.between(end, after.start)):
            holder = after
            other = next((p for p in before if scene.between(p.end, p.end + 1) == "的"), None)
    if holder is None:
        return None
    return scene.deal(frame, holder, other) if kind == "#" else scene.deal(frame, other, holder)


def _turned(scene: Scene) -> Iterator[Deal]:
    """The places that are taken over: 由甲变为乙."""
    for first, second in pairwise(scene.inside):
        left = scene.between(scene.clause.start, first.start)
        if left.endswith(("由", "从")) and _TURNED.fullmatch(scene.between(first.end, second.start)):
            found = scene.deal("replace", second, first)
            if found is not None:
                yield found
