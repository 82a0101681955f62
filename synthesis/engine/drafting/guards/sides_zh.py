"""The sides of acts in a Chinese text, one at a time: 收购方是甲, 起诉乙的是甲, 由甲承租, 在甲牵头下, 承租的甲."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.relations import Side
from synthesis.engine.drafting.guards.types import Clause, Passage
from synthesis.engine.drafting.lexicon.sides import SIDES_ZH
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_VERBS = {word: read for word, read in SIDES_ZH.items() if read[1] in "+-" and len(word) > 1}
_NOUNS = {word: read for word, read in SIDES_ZH.items() if read[1] in "#="}
_WORD = lazy_pattern("|".join(sorted({*_VERBS, *_NOUNS}, key=len, reverse=True)))
_HOLDER = lazy_pattern(r"(?:一方|双方之一|[方者人商]|单位|企业|机构)(?![案面向式法便格家员数力])")
_TAIL_OF_WORD = lazy_pattern(
    r"[链商额量价率费权书会类品资室局司处部期]|问题|政策|制度|规模|项目|总额|协议|合同|计划|基金|公司|集团|银行|中心|平台|部门|人员|协会|委员会|方式|方案|算法|体系|能力|情况|资金|工作|措施|水平|补贴|标准"
)
_KINDS = r"(?:那|这|该|其|唯一)?(?:[一两三四五六七八九十\d]*[家个名方位])?(?:企业|公司|单位|一方|机构|人|部门|主体|国家|城市|地方|银行|学校|团队)?"
_CLEFT = lazy_pattern(
    rf"(?P<o>[^，。；：的]{{0,20}}?)的{_KINDS}(?:则|就|正|也|都|均|仍)*(?:是|为|系)(?P<x>[^，。；：]{{2,20}})$"
)
_RELATIVE = lazy_pattern(r"(?:了|过)?(?P<o>[^，。；：的]{0,16}?)的(?P<x>[^，。；：的]{2,20})$")
_BY = lazy_pattern(
    r"(?P<m>(?<![自理缘])由|被(?!判|责令|要求|告)|(?<![接承遭感经享忍])受到?(?![伤益损害聘灾访众助托理贿雇])|获得?|得到|遭到?|(?<!曾)经(?![营济过理])|在|归)(?P<x>[^，。；：由被受获遭经向对从给]{2,18}?)(?:以[^，。；：]{2,12}|独家|共同|正式|全面|全权|统一|负责|的)?$"
)
_TO = lazy_pattern(r"(?:向|给|对|为)(?P<x>[^，。；：向给对从]{2,16}?)(?:支付|提供|缴纳)?$")
_FROM = lazy_pattern(r"(?:从|自|向)(?P<x>[^，。；：从自向]{2,16}?)(?:处|手中|手里|那里)?$")
_MEANS = lazy_pattern(
    r"(?:以|(?<![使利采应作费享信])用(?![人户工])|按|斥资|耗资|出资|自|于|在|将于|从)[^，。；：以]{0,14}$"
)
_MOVED = lazy_pattern(r"(?:须|需|应|要|拟|已|会)?(?:把|将(?!要|会|于|在))(?P<x>[^，。；：]{2,20})$")
_IS = lazy_pattern(r"(?:企业|公司|单位|一方)?(?:则|就|正|也|都|均|仍)*(?:是|为|系|：|:)(?P<x>[^，。；：]{2,20})$")
_IS_BEFORE = lazy_pattern(
    r"^(?P<x>[^，。；：]{2,20}?)(?:则|就|正|也|都|均|仍|已|曾)*(?:是|为|系|作为|成为|担任|充当)(?P<of>[^，。；：]{0,20}?)的?(?:[\u4e00-\u9fff]{0,6})$"
)
_SPOKEN = lazy_pattern(
    r"判决|判令|判|裁定|裁决|认定|要求|表示|指出|称|显示|查出|发现|规定|明确|决定|披露|透露|公布|宣布|通报|责令|建议"
)
_STOP = lazy_pattern(r"[，。；：、（“\d]|[和与及并的了]")
_GOODS = frozenset("goods rent loan give pay right lead".split())
_FUNCTION = ("p", "u", "c", "d", "m", "q", "t", "r", "f", "x", "y", "v")
_MARKS_LATER = lazy_pattern(r"(?<![自理缘])由|被|遭到|受到")
_LIGHT = lazy_pattern(
    r"(?:通过|利用|开始|继续|计划|拟|决定|同意|可|应|须|需|必须|负责|前来|联合|正式|成功|完成|全资|拒绝|承诺|答应|可能|能够|应当|可以|希望|准备|打算|有权|一直|起)"
)
_UNDER = lazy_pattern(r"(?:带领|领导|主导)?之?下")
_MANNER = lazy_pattern(r"的(?:方式|形式|名义|办法|途径|手段|过程|时候|情况|同时|基础|背景|前提)")
_MARKED = lazy_pattern(r"[向从由被给]")
_EACH_OTHER = lazy_pattern(r"互相|相互|彼此|双方|各自|分别|共同|一起|一同|也|亦")


@lru_cache(maxsize=1024)
def sides_zh(text: Passage) -> tuple[Side, ...]:
    """The sides a passage names, those of each clause by itself."""
    return tuple(s for clause in text.clauses for s in _clause(text, clause) if s.keys)


def _clause(text: Passage, clause: Clause) -> Iterator[Side]:
    if _EACH_OTHER.search(clause.text):
        return
    edges = {w.start for w in clause.words}, {w.end for w in clause.words}
    for match in _WORD.finditer(text.text, clause.start, clause.end):
        word = match.group()
        start, end = match.span()
        if start not in edges[0]:
            continue
        holder = _HOLDER.match(text.text, end, clause.end) if word in _VERBS else None
        if word in _NOUNS or holder:
            yield from _named(text, clause, match, holder.end() if holder else end)
        elif end in edges[1] or text.text[end : end + 1] in {"给", "了"}:
            after = next((w.text for w in clause.words if w.start == end), "")
            if not _TAIL_OF_WORD.fullmatch(after):
                yield from _done(text, clause, match)


def _turned(kind: str) -> str:
    return "-" if kind in "+#" else "+"


def _named(text: Passage, clause: Clause, match: re.Match[str], end: int) -> Iterator[Side]:
    """甲是乙的供应商, 收购方为甲, 甲的买方是乙, 收购方甲支付了."""
    start = match.start()
    frame, kind = SIDES_ZH[match.group()]
    side = "+" if kind in "+#" else "-"
    if text.text[start - 1 : start] == "被" and match.group() in _VERBS:
        side, start = _turned(side), start - 1
    left = text.text[clause.start : start]
    if after := _IS.match(text.text, end, clause.end):
        yield _side(text, clause, frame, side, *after.span("x"))
        if left.endswith("的") and frame != "lead":
            yield _side(text, clause, frame, _turned(side), clause.start, start - 1)
    elif (before := _IS_BEFORE.match(left)) and end >= clause.end - 1:
        at = clause.start
        yield _side(text, clause, frame, side, at + before.start("x"), at + before.end("x"))
        if before["of"]:
            yield _side(text, clause, frame, _turned(side), at + before.start("of"), at + before.end("of"))
    elif end < clause.end and (not left or left[-1] in "由被与和"):
        stop = next((w.start for w in clause.words if w.start > end and w.tag.startswith(("v", "p", "d"))), clause.end)
        yield _side(text, clause, frame, side, end, stop)


def _done(text: Passage, clause: Clause, match: re.Match[str]) -> Iterator[Side]:
    """The sides of a predicate."""
    frame, side = SIDES_ZH[match.group()]
    other = _turned(side)
    at, (start, end) = clause.start, match.span()
    left, right = text.text[at:start], text.text[end : clause.end]
    relative = _RELATIVE.match(right)
    described = _CLEFT.match(right) or (relative if _subjectless(clause, start) else None)
    if described:
        yield from _of_clause(text, clause, match, described)
        return
    by = _BY.search(left)
    if by and (_within(clause, at + by.start("x"), start) or (by["m"] == "在" and not _UNDER.match(right))):
        by = None
    if by is None and (left.endswith("的") or _MARKS_LATER.search(right) or _MANNER.match(right)):
        return  # 对基层的投入, 耕地保护补贴由
    if by:
        yield _side(text, clause, frame, side, at + by.start("x"), at + by.end("x"))
        if frame not in _GOODS and by["m"] != "在":
            yield _side(text, clause, frame, other, *_head(text, at, at + by.start()))
        return
    edge, found = start, list[Side]()
    handed = right.startswith("给") or match.group().endswith("给")
    if moved := _MOVED.search(text.text[at:edge]):
        if frame not in _GOODS and not handed:
            found.append(_side(text, clause, frame, other, at + moved.start("x"), at + moved.end("x")))
        edge = at + moved.start()
    marks = (_FROM, _TO) if side == "-" and frame in _GOODS else (_TO,)
    for pattern in marks:
        if told := pattern.search(text.text[at:edge]):
            found.append(_side(text, clause, frame, other, at + told.start("x"), at + told.end("x")))
            edge = at + told.start()
            break
    while means := _MEANS.search(text.text[at:edge]):
        edge = at + means.start()
    spoken = max((at + m.end() for m in _SPOKEN.finditer(text.text[at:edge])), default=at)
    earlier = [w for w in clause.words if spoken <= w.start and w.end <= edge and _predicate(w)]
    if earlier:
        if relative:  # 使用甲供应的芯片
            yield _side(text, clause, frame, side, earlier[-1].end, start)
        return
    subject = _side(text, clause, frame, side, *_head(text, at, edge))
    yield from (subject, *found)
    if subject.keys and (frame not in _GOODS or handed):
        begin = end + len(right) - len(right.removeprefix("给").removeprefix("了"))
        stop = _STOP.search(text.text, begin, clause.end)
        verb = next((w.start for w in clause.words if w.start > begin and w.tag == "v"), clause.end)
        yield _side(text, clause, frame, other, begin, min(verb, stop.start() if stop else clause.end))


def _within(clause: Clause, start: int, end: int) -> bool:
    """Whether a verb stands in a stretch, so that this is no agent: 受馆方聘请担任."""
    return any(start < w.start and w.end <= end and _predicate(w) for w in clause.words)


def _predicate(word: Word) -> bool:
    """Whether a word can be the verb of a clause before another one, which then is only named."""
    return word.tag == "v" and len(word.text) > 1 and not _LIGHT.match(word.text) and not _MARKED.search(word.text)


def _subjectless(clause: Clause, start: int) -> bool:
    """Whether nothing that acts stands before a verb: 上月起诉乙的甲, not 甲收购的乙."""
    return all(w.tag.startswith(_FUNCTION) for w in clause.words if w.end <= start)


def _of_clause(text: Passage, clause: Clause, match: re.Match[str], cleft: re.Match[str]) -> Iterator[Side]:
    """起诉乙的是甲, 被起诉的是乙, 向乙供应芯片的是甲, 由甲收购的是乙, 承租仓库的甲."""
    frame, side = SIDES_ZH[match.group()]
    at, (start, end) = clause.start, match.span()
    left = text.text[at:start]
    head = (end + cleft.start("x"), end + cleft.end("x"))
    stop = next((w.start for w in clause.words if w.start > head[0] and w.tag.startswith(("v", "p", "d"))), head[1])
    head = (head[0], min(stop, head[1]))
    left = re.sub(r"被?(?:判令?|责令|要求)$", "", left)
    if left.endswith(("被", "遭", "受", "获")):
        yield _side(text, clause, frame, _turned(side), *head)
        return
    if by := _BY.search(left):
        yield _side(text, clause, frame, side, at + by.start("x"), at + by.end("x"))
        yield _side(text, clause, frame, _turned(side), *head)
        return
    yield _side(text, clause, frame, side, *head)
    if to := _TO.search(left) or _FROM.search(left):
        yield _side(text, clause, frame, _turned(side), at + to.start("x"), at + to.end("x"))
    elif frame not in _GOODS:
        yield _side(text, clause, frame, _turned(side), end + cleft.start("o"), end + cleft.end("o"))


def _head(text: Passage, start: int, end: int) -> tuple[int, int]:
    """The span of the phrase that ends a stretch: after what is said or ruled, and after its last 的."""
    spoken = [m.end() for m in _SPOKEN.finditer(text.text, start, end)]
    start = spoken[-1] if spoken else start
    cut = text.text.rfind("的", start, max(start, end - 1))
    return (cut + 1 if cut >= 0 else start), end


def _side(text: Passage, clause: Clause, frame: str, side: str, start: int, end: int) -> Side:
    """The side with the nouns of a stretch and their pairs of characters: names are cut differently (省卫|健委)."""
    inside = [w for w in text.words if start <= w.start and w.end <= end]
    keys = {w.key for w in inside if w.content and w.tag.startswith(("n", "j", "eng", "b", "a", "s"))}
    run = ""
    for word in (*inside, None):
        if word is not None and not word.tag.startswith(_FUNCTION):
            run += word.text
            continue
        keys |= {run[i : i + 2] for i in range(len(run) - 1)} if len(run) < 12 else set()
        run = ""
    return Side(frame, side, frozenset(keys), clause.start, clause.end, clause.keys)
