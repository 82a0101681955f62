"""Relations of a Chinese text: 甲受乙委托, 乙委托甲, 甲向乙支付, 乙从甲租用, 资金由甲流向乙."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.relations import Relation
from synthesis.engine.drafting.guards.types import Clause, Passage
from synthesis.engine.drafting.lexicon.deals import DEALS_ZH
from synthesis.engine.drafting.lexicon.roles import BETWEEN_PARTIES_ZH
from synthesis.engine.patterns import lazy_pattern

_GOODS_LIKE = frozenset("goods loan rent give right pay".split())
_VERBS = {
    word: read
    for word, read in DEALS_ZH.items()
    if len(word) > 1 and (read[1] == "+" or (read[1] == "-" and read[0] in _GOODS_LIKE))
} | {word: (f"={word}", "+") for word in BETWEEN_PARTIES_ZH if word not in DEALS_ZH}
_VERB = lazy_pattern("|".join(sorted(_VERBS, key=len, reverse=True)))
_PART_OF_WORD = lazy_pattern(
    r"[链商额量价率费权书会类品资室局司处部期方人员者单]|问题|政策|制度|规模|项目|总额|[已将曾又未尚均也都最终]{0,2}[被遭]"
)
_UNDER = lazy_pattern(
    r"(?:(?<![接承遭感经享忍])受(?![伤益损害聘灾访众助托理贿雇])|(?<!曾)经(?![营济过理])|(?<![答对响反供适相效回感])应(?![当急用该])|获得?|得到|接受|被|由|遭到?)(?P<b>[^，。；：受经应获被由向从对]{2,18})$"
)
_TO = lazy_pattern(r"(?:向|给|对|为)(?P<b>[^，。；：向给对从]{2,20})$")
_FROM = lazy_pattern(r"(?:从|自)(?P<b>[^，。；：从自向]{2,16}?)(?:处|手中|那里)?$")
_SPOKEN = lazy_pattern(
    r"判决|判令|裁定|裁决|认定|要求|表示|指出|称|显示|查出|发现|规定|明确|决定|披露|透露|公布|宣布|通报|获悉|责令|同意|建议"
)
_STOP = lazy_pattern(r"[，。；：、（“\d]|[和与及并的]")
_FLOW = lazy_pattern(
    r"(?:资金|款项?|费用|租金|钱)[^，。；：]{0,4}?[由从](?P<a>[^，。；：]{2,14}?)(?:流向|流入|付给|支付给|转到|转入|转给|交给|拨给|划给)(?P<b>[^，。；：]{2,14})"
)
_NOMINAL = ("n", "j", "eng", "x", "b", "g")
_NOUNS = frozenset(
    "贷款 罚单 罚款 诉讼 投资 担保 处罚 授权 许可 补贴 奖励 赔偿 补偿 委托 支持 批评 指导 培训 检查 调查 捐赠 援助".split()
)
_LIGHT = lazy_pattern(
    r"(?:获得?|得到|提供|发放|收到|给予|开出|提起|取得|争取|申请|签订|作出|做出|展开|开展|进行|组织|享受|领取|支付|拨付|下发|下拨)(?:了|过)?[^，。；]{0,14}$"
)
#: What is handed over, before its verb: 把定金退还给.
_MOVED = lazy_pattern(r"(?:须|需|应|要|拟|已|会)?(?:把|将(?!要|会|于|在))")
_SHORT = 10


@lru_cache(maxsize=1024)
def relations_zh(text: Passage) -> tuple[Relation, ...]:
    """The relations of a passage whose two sides it names."""
    return tuple(r for clause in text.clauses for r in _clause(text, clause))


def _clause(text: Passage, clause: Clause) -> Iterator[Relation]:
    for flow in _FLOW.finditer(text.text, clause.start, clause.end):
        yield _relation(clause, "pay", "支付", _head(text, *flow.span("a")), _first(text, *flow.span("b")))
    starts, ends = {w.start for w in clause.words}, {w.end for w in clause.words}
    for match in _VERB.finditer(text.text, clause.start, clause.end):
        if (
            match.start() not in starts
            or not _ends(text, match.end(), ends)
            or _PART_OF_WORD.match(text.text, match.end())
        ):
            continue
        frame, kind = _VERBS[match.group()]
        left = text.text[clause.start : match.start()]
        if match.group() in _NOUNS and (_LIGHT.search(left) or text.text.startswith(("由", "为", "是"), match.end())):
            continue  # 获得优惠贷款, 补贴由县里发
        if left.endswith("的") and not _UNDER.search(left[:-1]):
            continue
        sides = _sides(text, clause, match, frame, kind)
        if sides is not None and all(sides):
            yield _relation(clause, frame, match.group(), *sides)


def _relation(clause: Clause, frame: str, verb: str, giver: frozenset[str], getter: frozenset[str]) -> Relation:
    return Relation(frame, verb, giver, getter, frozenset(), "", clause.keys, clause.start, clause.end)


def _sides(
    text: Passage, clause: Clause, match: re.Match[str], frame: str, kind: str
) -> tuple[frozenset[str], frozenset[str]] | None:
    """Giver and getter of a verb."""
    left = text.text[clause.start : match.start()].removesuffix("的")
    for pattern, name in ((_UNDER, "by"), (_FROM, "from"), (_TO, "to")):
        mark = pattern.search(left)
        if mark is None or (name == "by" and _describes(left, mark)):
            continue
        doer = left.rfind("由", 0, mark.start()) + 1 if name == "to" else 0  # 租金由公司向农户支付
        subject = _head(text, clause.start + doer, clause.start + mark.start())
        other = _head(text, clause.start + mark.start("b"), clause.start + mark.end("b"))
        if name == "by":
            if not _named(text, clause.start + mark.start("b"), clause.start + mark.end("b")):
                return None  # 被终止审核: nobody is named
            agent, patient = other, subject or _first(text, match.end(), clause.end)
            return (agent, patient) if kind == "+" else (patient, agent)
        if name == "from" or kind == "-":
            return (other, subject) if frame in _GOODS_LIKE else None
        return subject, other
    subject = _head(text, clause.start, match.start())
    after = match.end() + (1 if text.text[match.end() : match.end() + 1] in {"给", "了"} else 0)
    other = _first(text, after, clause.end)
    return (subject, other) if kind == "+" else (other, subject)


def _named(text: Passage, start: int, end: int) -> bool:
    """Whether a stretch has more than verbs and adverbs."""
    return any(not w.tag.startswith(("v", "d")) or w.tag == "vn" for w in text.words if start <= w.start < end)


def _ends(text: Passage, end: int, ends: set[int]) -> bool:
    """Whether a word ends here, or goes on with a mark of its object (退还|给)."""
    return end in ends or text.text[end : end + 1] in {"给", "了"}


def _describes(left: str, mark: re.Match[str]) -> bool:
    """Whether 被 or 受 only stands in what describes the getter: 向被辞退的厨师支付."""
    to = _TO.search(left)
    return to is not None and to.start() < mark.start() and "的" in mark["b"]


def _keys(text: Passage, start: int, end: int) -> frozenset[str]:
    """The nouns of a stretch and, when it is short, its pairs of characters: names are cut differently (省卫|健委)."""
    inside = [w for w in text.words if start <= w.start and w.end <= end]
    nouns = frozenset(w.key for w in inside if w.tag.startswith(_NOMINAL) and w.content)
    told = text.text[start:end]
    return nouns | frozenset(told[i : i + 2] for i in range(len(told) - 1) if len(told) <= _SHORT)


def _head(text: Passage, start: int, end: int) -> frozenset[str]:
    """The nouns of the phrase that ends a stretch: after what is said or ruled, and after its last 的."""
    spoken = [m.end() for m in _SPOKEN.finditer(text.text, start, end)]
    start = spoken[-1] if spoken else start
    moved = _MOVED.search(text.text, start + 2, end)
    end = moved.start() if moved else end
    cut = text.text.rfind("的", start, end - 1)
    return _keys(text, cut + 1 if cut >= 0 else start, end)


def _first(text: Passage, start: int, end: int) -> frozenset[str]:
    """The nouns of the phrase that begins a stretch."""
    stop = _STOP.search(text.text, start, end)
    return _keys(text, start, stop.start() if stop else end)
