"""The sides of acts in a Chinese text, one at a time: 收购方是甲, 起诉乙的是甲, 由甲承租, 在甲牵头下, 承租的甲."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from synthesis.engine.drafting.guards.relations import Side
from synthesis.engine.drafting.guards.types import Clause, Passage
from synthesis.engine.drafting.lexicon.equivalents import EQUIVALENT_ZH
from synthesis.engine.drafting.lexicon.roles import NO_ROLE_ZH
from synthesis.engine.drafting.lexicon.sides import SIDES_ZH
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_VERBS = {word: read for word, read in SIDES_ZH.items() if read[1] in "+-"}
_NOUNS = {word: read for word, read in SIDES_ZH.items() if read[1] in "#="}
_WORD = lazy_pattern("|".join(sorted({*_VERBS, *_NOUNS}, key=len, reverse=True)))
_HOLDER = lazy_pattern(r"(?:一方|双方之一|[方者人商]|单位|企业|机构)(?![案面向式法便格家员数力])")
_TAIL_OF_WORD = lazy_pattern(
    r"[链商额量价率费权书会类品资室局司处部期所院署厅馆社站]|大队|支队|问题|政策|制度|规模|项目|总额|协议|合同|计划|基金|公司|集团|银行|中心|平台|部门|人员|协会|委员会|方式|方案|算法|体系|能力|情况|资金|工作|措施|水平|补贴|标准"
)
_KINDS = r"(?:那|这|该|其|唯一)?(?:[一两三四五六七八九十\d]*[家个名方位])?(?:企业|公司|单位|一方|机构|人|部门|主体|国家|城市|地方|银行|学校|团队)?"
_CLEFT = lazy_pattern(
    rf"(?P<o>[^，。；：的]{{0,20}}?)的{_KINDS}(?:则|就|正|也|都|均|仍)*(?:是|为|系)(?P<x>[^，。；：]{{2,20}})$"
)
_RELATIVE = lazy_pattern(r"(?:了|过)?(?P<o>[^，。；：的]{0,16}?)的(?P<x>[^，。；：的]{2,20})$")
_BY = lazy_pattern(
    r"(?P<m>(?<![自理缘])由(?!于|此|来)|被(?!判|责令|要求|告)|(?<![接承遭感经享忍])受到?(?![伤益损害聘灾访众助托理贿雇])|获得?|得到|遭到?|(?<!曾)经(?![营济过理])|在|归|收到|接到|听取)了?(?P<x>[^，。；：由被受获遭经向对从给]{2,18}?)(?:以[^，。；：]{2,12}|独家|共同|正式|全面|全权|统一|负责|的|的?[\d.]+[万亿]*元)?$"
)
_TO = lazy_pattern(r"(?:向|给|对|为)(?P<x>[^，。；：向给对从]{2,16}?)(?:支付|提供|缴纳)?$")
_FROM = lazy_pattern(r"(?:从|自|向)(?P<x>[^，。；：从自向]{2,16}?)(?:处|手中|手里|那里)?$")
_MEANS = lazy_pattern(
    r"(?:因|由于|鉴于|以|(?<![使利采应作费享信])用(?![人户工])|按|斥资|耗资|出资|自|于|在|将于|从)[^，。；：以]{0,14}$"
)
_MOVED = lazy_pattern(r"(?:须|需|应|要|拟|已|会)?(?:把|将(?!要|会|于|在|从|由|向|被|对))(?P<x>[^，。；：]{2,20})$")
_IS = lazy_pattern(
    r"(?:(?<=[新现]任)[\u4e00-\u9fff]{2,6}?|企业|公司|单位|一方)?(?:则|就|正|也|都|均|仍)*(?:是|为|系|：|:)(?P<x>[^，。；：]{2,20})$"
)
_IS_BEFORE = lazy_pattern(
    r"^(?P<x>[^，。；：]{2,20}?)(?:则|就|正|也|都|均|仍|已|曾)*(?:是|为|系|作为|成为|担任|充当)(?P<of>[^，。；：]{0,20}?)的?(?:[\u4e00-\u9fff]{0,6})$"
)
_SPOKEN = lazy_pattern(
    r"判决|判令|判|裁定|裁决|认定|要求|表示|指出|称|显示|查出|发现|规定|明确|决定|披露|透露|公布|宣布|通报|责令|建议"
)
_STOP = lazy_pattern(r"[，。；：、（“\d]|[和与及并的了]")
_GOODS = frozenset("goods rent loan give pay right lead".split())
_NOMINAL = ("n", "j", "eng")
_HELD = lazy_pattern(r"[\u4e00-\u9fff]{2}方")
_FUNCTION = ("p", "u", "c", "d", "m", "q", "t", "r", "f", "x", "y", "v")
_MARKS_LATER = lazy_pattern(r"[^这该那一]*?(?:(?<![自理缘])由(?!于|此|来)|被|遭到|受到)")
_WORDS_OF = frozenset("要求 邀请 请求 委托 申请 呼吁 邀 指示 批准 建议".split())
_AT_WORD = lazy_pattern(r"(?P<m>应|按照?|根据|依照?|遵照)(?P<x>[^，。；：]{2,18}?)的?$")
_KNOWING = frozenset("tell teach".split())
_TO_A_POST = frozenset("接任 继任".split())
_NAMED = r"[^，。；：的]{2,12}"
#: Frame, the sides of a and b, and how both are told at once.
_WHOLE = (
    ("replace", "-", "+", lazy_pattern(rf"(?:由|从)(?P<a>{_NAMED}?)(?:换成|换为|变更为|变为|变成|改为|调整为)了?(?P<b>{_NAMED})")),
    ("replace", "-", "+", lazy_pattern(rf"(?P<a>{_NAMED}?)[把将][^，。；：]{{1,12}}?(?:一职|职务|职位|位置|岗位|接力棒|帅印|权杖)(?:交给|移交给|让给|传给|交到)了?(?P<b>{_NAMED})")),
    ("eat", "+", "-", lazy_pattern(rf"(?P<a>{_NAMED}?)(?:主要|多|常)?以(?P<b>{_NAMED}?)为(?:主)?食")),
)  # fmt: skip
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


@dataclass(frozen=True, slots=True)
class _Told:
    """A word that tells an act: its frame, the side its subject or holder is on, its half-open span."""

    frame: str
    side: str
    start: int
    end: int


def _clause(text: Passage, clause: Clause) -> Iterator[Side]:
    if _EACH_OTHER.search(clause.text):
        return
    for frame, first, second, pattern in _WHOLE:
        if whole := pattern.search(text.text, clause.start, clause.end):
            yield _side(text, clause, frame, first, *_head(text, *whole.span("a")))
            yield _side(text, clause, frame, second, *whole.span("b"))
            return
    for part in _parts(clause):
        yield from _part(text, part)


def _parts(clause: Clause) -> Iterator[Clause]:
    """A clause, or its members when each has a verb of its own: 由甲出资、乙运营."""
    marks = [w for w in clause.words if w.text == "、"]
    cuts = [clause.start, *(w.end for w in marks), clause.end]
    found = [_inside(clause, start, end) for start, end in pairwise(cuts)]
    whole = len(found) > 1 and all(any(_acts(w) for w in p.words[1:]) for p in found)
    yield from found if whole else (clause,)


def _inside(clause: Clause, start: int, end: int) -> Clause:
    words = tuple(w for w in clause.words if start <= w.start and w.end <= end and w.text != "、")
    end = words[-1].end if words else end
    told = clause.text[start - clause.start : end - clause.start]
    return Clause(start, end, told, words, clause.sentence, frozenset(w.key for w in words if w.content))


def _part(text: Passage, clause: Clause) -> Iterator[Side]:
    starts, ends = {w.start for w in clause.words}, {w.end for w in clause.words}
    seen: list[tuple[int, int]] = []
    for match in _WORD.finditer(text.text, clause.start, clause.end):
        found, (start, end) = match.group(), match.span()
        if (start not in starts and text.text[start - 1] not in "处里中") or (len(found) == 1 and end not in ends):
            continue
        seen.append((start, end))
        frame, kind = SIDES_ZH[found]
        told = _Told(frame, "+" if kind in "+#" else "-", start, end)
        yield from _told(text, clause, told, noun=found in _NOUNS)
    for word in clause.words:
        if any(s < word.end and word.start < e for s, e in seen) or _SPOKEN.match(word.text):
            continue
        if word.text in NO_ROLE_ZH:
            continue
        last = word is clause.words[-1] or clause.words[-1].tag == "x"
        if _HELD.fullmatch(word.text) or word.tag == "v" or (word.tag == "vn" and last):
            verb = word.text.removesuffix("方")
            told = _Told(f"~{EQUIVALENT_ZH.get(verb, verb)}", "+", word.start, word.start + len(verb))
            if len(verb) > 1 and not _LIGHT.match(verb):
                yield from (s for s in _told(text, clause, told, noun=False) if s.side == "+")


def _told(text: Passage, clause: Clause, told: _Told, *, noun: bool) -> Iterator[Side]:
    holder = None if noun or told.end - told.start < 2 else _HOLDER.match(text.text, told.end, clause.end)
    if noun or holder:
        yield from _named(text, clause, told, holder.end() if holder else told.end, noun=noun)
    elif any(w.end == told.end for w in text.words) or text.text[told.end : told.end + 1] in {"给", "了"}:
        after = next((w.text for w in clause.words if w.start == told.end), "")
        if not _TAIL_OF_WORD.fullmatch(after):
            yield from _done(text, clause, told)


def _turned(side: str) -> str:
    return "-" if side == "+" else "+"


def _named(text: Passage, clause: Clause, told: _Told, end: int, *, noun: bool) -> Iterator[Side]:
    """甲是乙的供应商, 收购方为甲, 甲的买方是乙, 收购方甲支付了."""
    frame, side, start = told.frame, told.side, told.start
    if text.text[start - 1 : start] == "被" and not noun:
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


def _done(text: Passage, clause: Clause, told: _Told) -> Iterator[Side]:
    """The sides of a predicate."""
    frame, side, start, end = told.frame, told.side, told.start, told.end
    at, other = clause.start, _turned(side)
    left, right = text.text[at:start], text.text[end : clause.end]
    relative = _RELATIVE.match(right)
    if relative and _within(clause, end - 1, end + relative.end("o")):
        relative = None  # 取消已确认的订单
    opens = at in {s for s, _ in text.sentences} and _subjectless(clause, start)
    described = _CLEFT.match(right) or (relative if opens and frame[0] != "~" else None)
    if described:
        yield from _of_clause(text, clause, told, described)
        return
    by = _BY.search(left) or (_AT_WORD.search(left) if text.text[start:end] in _WORDS_OF else None)
    if by and (_within(clause, at + by.start("x"), start) or (by["m"] == "在" and not _UNDER.match(right))):
        by = None
    if by is None and (left.endswith("的") or _MARKS_LATER.match(right) or _MANNER.match(right)):
        return  # 对基层的投入, 耕地保护补贴由
    if by is None:
        yield from _plain(text, clause, told, relative)
        return
    yield _side(text, clause, frame, side, at + by.start("x"), at + by.end("x"))
    if right.startswith("给"):
        yield _side(text, clause, frame, other, *_object(text, clause, end))
    elif frame not in _GOODS | _KNOWING and by["m"] != "在":
        yield _side(text, clause, frame, other, *_head(text, at, at + by.start()))


def _plain(text: Passage, clause: Clause, told: _Told, relative: re.Match[str] | None) -> Iterator[Side]:
    """甲收购乙, 甲向乙供应, 乙从甲租用, 把乙卖给甲; in 使用甲供应的芯片 only the agent."""
    frame, side, start, end = told.frame, told.side, told.start, told.end
    at, other, right = clause.start, _turned(side), text.text[end : clause.end]
    edge, found = start, list[Side]()
    handed = right.startswith("给") or text.text[end - 1 : end] == "给"
    if moved := _MOVED.search(text.text[at:edge]):
        if frame not in _GOODS | _KNOWING and not handed:
            found.append(_side(text, clause, frame, other, at + moved.start("x"), at + moved.end("x")))
        edge = at + moved.start()
    marks = (_FROM, _TO) if side == "-" else (_TO,)
    for pattern in marks:
        if mark := pattern.search(text.text[at:edge]):
            found.append(_side(text, clause, frame, other, at + mark.start("x"), at + mark.end("x")))
            edge = at + mark.start()
            break
    while means := _MEANS.search(text.text[at:edge]):
        edge = at + means.start()
    spoken = max((at + m.end() for m in _SPOKEN.finditer(text.text[at:edge])), default=at)
    first = next((w.end for w in clause.words if w.start >= spoken and w.tag.startswith(_NOMINAL)), edge)
    earlier = [w for w in clause.words if first <= w.start and w.end <= edge and _predicate(w)]
    if earlier:
        if relative:  # 使用甲供应的芯片
            yield _side(text, clause, frame, side, earlier[-1].end, start)
        return
    subject = _side(text, clause, frame, side, *_head(text, at, edge))
    yield from (replace(subject, marked=False), *found)
    if (
        subject.keys
        and (handed or not (found or frame in _GOODS or (side == "-" and frame in _KNOWING)))
        and text.text[start:end] not in _TO_A_POST
    ):
        yield _side(text, clause, frame, other, *_object(text, clause, end))


def _object(text: Passage, clause: Clause, end: int) -> tuple[int, int]:
    """The span of the phrase after a verb that ends at `end`, and after 给 or 了."""
    right = text.text[end : clause.end]
    begin = end + len(right) - len(right.removeprefix("给").removeprefix("了"))
    stop = _STOP.search(text.text, begin, clause.end)
    verb = next((w.start for w in clause.words if w.start > begin and w.tag == "v"), clause.end)
    return begin, min(verb, stop.start() if stop else clause.end)


def _within(clause: Clause, start: int, end: int) -> bool:
    """Whether a verb stands in a stretch, so that this is no agent: 受馆方聘请担任."""
    return any(start < w.start and w.end <= end and _predicate(w) for w in clause.words)


def _acts(word: Word) -> bool:
    return word.tag in {"v", "vn"} and len(word.text) > 1


def _predicate(word: Word) -> bool:
    """Whether a word can be the verb of a clause before another one, which then is only named."""
    return word.tag == "v" and len(word.text) > 1 and not _LIGHT.match(word.text) and not _MARKED.search(word.text)


def _subjectless(clause: Clause, start: int) -> bool:
    """Whether nothing that acts stands before a verb: 上月起诉乙的甲, not 甲收购的乙; a word no dictionary knows is a name."""
    return all(w.tag.startswith(_FUNCTION) and not _unknown(w) for w in clause.words if w.end <= start)


def _unknown(word: Word) -> bool:
    """Whether no dictionary knows a word: part of a name."""
    return word.tag == "x" and word.text.isalpha()


def _of_clause(text: Passage, clause: Clause, told: _Told, cleft: re.Match[str]) -> Iterator[Side]:
    """起诉乙的是甲, 被起诉的是乙, 向乙供应芯片的是甲, 由甲收购的是乙, 承租仓库的甲."""
    frame, side, start, end = told.frame, told.side, told.start, told.end
    at = clause.start
    left = text.text[at:start]
    head = (end + cleft.start("x"), end + cleft.end("x"))
    stop = next((w.start for w in clause.words if w.start > head[0] and w.tag.startswith(("v", "p", "d"))), head[1])
    head = (head[0], min(stop, head[1]))
    left = re.sub(r"被?(?:判令?|责令|要求)$", "", left)
    if left.endswith(("被", "遭", "受", "获")):
        yield _side(text, clause, frame, _turned(side), *head)
        return
    if (by := _BY.search(left)) and by["m"] != "在":  # 在决赛中胜出的
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
    about = text.text.find("关于", start, end)
    inside = [w for w in text.words if start <= w.start and w.end <= (about if about > start else end)]
    keys = {w.key for w in inside if w.content and w.tag.startswith(("n", "j", "eng", "b", "a", "s"))}
    run = ""
    for word in (*inside, None):
        if word is not None and (not word.tag.startswith(_FUNCTION) or _unknown(word) or (run and word.tag == "vn")):
            run += word.text
            continue
        keys |= {run[i : i + 2] for i in range(len(run) - 1)} if len(run) < 12 else set()
        run = ""
    return Side(frame, side, frozenset(keys), clause.start, clause.end, clause.keys, marked=True)
