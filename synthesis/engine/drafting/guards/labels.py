"""What a figure is of: the words around it that no other figure of its clause can claim, and its date.

A figure takes the noun right after it (40枚金牌, 14 people), else the words before it back to the figure before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.compare import comparisons
from synthesis.engine.drafting.guards.dating import dated
from synthesis.engine.drafting.guards.types import Clause, Passage
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, GENERIC_ZH, NAME_SUFFIX_EN
from synthesis.engine.drafting.lexicon.equivalents import EQUIVALENT_ZH
from synthesis.engine.drafting.lexicon.kinds import members
from synthesis.engine.drafting.lexicon.stop import LIGHT_ZH
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.drafting.quantities.find import DateMention, Quantity
from synthesis.engine.drafting.quantities.likeness import alike
from synthesis.engine.patterns import lazy_pattern

GRADES = frozenset(
    {"类", "级", "代", "型", "号", "期", "大", "phase", "class", "grade", "stage", "type", "tier", "level"}
)
_VERSUS = lazy_pattern(r"[（(][^（()）]*?$")
_VERSUS_BETWEEN = lazy_pattern(r"\s*(?:对|比|vs\.?|versus|against|compared with|和|，|,)\s*(?:the\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """A figure with the keys of the words it is of, those of its whole clause, its date and the grade beside it.

    `last` are the keys of the two words nearest before it and of those after it: the measure itself; `head` the last
    of those after it. `elided` are the keys a short clause (对照组为65%) leaves to the figure before; `of_them`: some of those.
    """

    quantity: Quantity
    near: frozenset[str]
    names: frozenset[str]
    wide: frozenset[str]
    date: DateMention | None
    grades: frozenset[str]
    place: tuple[int, int]
    last: frozenset[str]
    head: str
    elided: frozenset[str]
    of_them: bool = False


@lru_cache(maxsize=2048)
def labels(text: Passage) -> tuple[Label, ...]:
    """Every figure of a passage with its label, in order."""
    found: list[Label] = []
    for quantity in text.quantities:
        clause = clause_at(text, quantity.start)
        if clause is None or quantity.unit in GRADES:
            continue
        inside = [q for q in text.quantities if clause.start <= q.start < clause.end]
        like = [q for q in inside if q.unit not in GRADES and alike(q, quantity)]
        words = _taken(text, clause, quantity, like)
        near = frozenset(w.key for w in words) | _orders(text, words) | _turn_of(text, quantity) | _led(text, clause)
        previous = found[-1] if found else None
        own = _SIDE.match(text.text, quantity.end) or (words and _PREDICATE.match(text.text, quantity.end))
        if not any(_nominal(text, w) for w in words) and not own:
            near |= _carried(text, clause, quantity, previous)
        counted = _counted_before(text, quantity, previous)
        near |= {counted} if counted else set()
        if previous is not None and _DO_SO.search(text.text, clause.start, clause.end):
            near |= previous.near
        turn = _in_turn(text, clause, quantity, found) or _twofold(text, clause, quantity, near)
        if paired := _paired(text, quantity) or turn:
            near = paired
        wide = clause.keys | near
        if not turn and clause.start > text.sentences[clause.sentence][0] and not _nouns_before(text, clause, quantity):
            earlier = [c for c in text.clauses_of(clause.sentence) if c.end <= clause.start]
            wide |= earlier[-1].keys if earlier else frozenset()
        names = frozenset(w.key for w in words if _named(text, w)) or frozenset(
            w.key for w in text.words if w.key in near and _named(text, w)
        )
        grades = frozenset(q.text for q in inside if q.unit in GRADES)
        before = [w.key for w in words if w.end <= quantity.start]
        after = [w.key for w in words if w.start >= quantity.end]
        last, head = frozenset(before[-2:]) | frozenset(after), after[-1] if after else counted
        date = dated(text, quantity)
        elided = _elided(text, clause, quantity, previous)
        found.append(
            Label(
                quantity,
                near,
                names,
                wide,
                date,
                grades,
                (id(text), clause.sentence),
                last,
                head,
                elided,
                bool(_OF_THEM.match(text.text, quantity.end)),
            )
        )
    return tuple(found)


_OF_THEM = lazy_pattern(r"\s(?:of|among) (?:them|these|those|whom)\b", re.IGNORECASE)
_TO = lazy_pattern(r"[^,;.]{0,40}\bto\s(?:about |around |nearly |almost |over |some )?", re.IGNORECASE)


def _counted_before(text: Passage, quantity: Quantity, previous: Label | None) -> str:
    """What the figure before counted, where a bare one goes on from it: from 20,000 units in 2022 to 40,000."""
    if previous is None or quantity.unit or text.language != "en":
        return ""
    if not _TO.fullmatch(text.text, previous.quantity.end, quantity.start):
        return ""
    inside = [w.key for w in text.words if previous.quantity.start <= w.start and w.end <= previous.quantity.end]
    counted = previous.head or (inside[-1] if inside and previous.quantity.unit_class == "count" else "")
    return counted if re.search(r"\bfrom\b", text.text[: previous.quantity.start]) else ""


def label_of(text: Passage, quantity: Quantity) -> Label | None:
    """The label of one figure of a passage; None for one that only grades (三级)."""
    return next((item for item in labels(text) if item.quantity is quantity), None)


def _orders(text: Passage, words: list[Word]) -> frozenset[str]:
    """第二 of 第二产业 tells as much as a noun."""
    starts = {w.start for w in words}
    return frozenset(q.text for q in text.quantities if q.unit_class == "ordinal" and q.end in starts)


_DO_SO = lazy_pattern(r"\b(?:do|does|did|doing|done) (?:so|it|the same|likewise)\b", re.IGNORECASE)


def _led(text: Passage, clause: Clause) -> frozenset[str]:
    """Keys of 对照组 for the clause behind 在对照组中，, where others of its sentence are led in or named themselves."""
    before = next((c for c in reversed(text.clauses_of(clause.sentence)) if c.end <= clause.start), None)
    match = _LEADS_IN.fullmatch(text.text, before.start, clause.start) if before else None
    return text.content_keys(*match.span("of")) if match else frozenset()


_GROUP = lazy_pattern(r"[\u4e00-\u9fff]{2,6}[组者区类型级]$")
_IN_A_ROW = lazy_pattern(r"[^。！？\d]{0,30}")
_LEADS_IN = lazy_pattern(
    r"\s*(?:在|于|对于?|就)?(?P<of>[^，。；\d]{2,14}?)(?:当中|之中|中|里|内|方面|来看|来说|而言)，$"
)
_COPULA = lazy_pattern(r"(?:为|是|达|有|则|仅|只|约|近|超)+$")


def _elided(text: Passage, clause: Clause, quantity: Quantity, previous: Label | None) -> frozenset[str]:
    """What the figure before is of, when this one's clause names only whom it is of (治疗组有效率为83%，对照组为65%)."""
    if (
        text.language != "zh"
        or previous is None
        or not _IN_A_ROW.fullmatch(text.text, previous.quantity.end, clause.start)
    ):
        return frozenset()
    nouns = [w for w in clause.words if w.end <= quantity.start and _nominal(text, w)]
    copula = _COPULA.search(text.text[clause.start : quantity.start])
    short = copula and (1 <= len(nouns) <= 2 or _GROUP.search(text.text, clause.start, clause.start + copula.start()))
    return previous.near if short and alike(previous.quantity, quantity) else frozenset()


def _turn_of(text: Passage, quantity: Quantity) -> frozenset[str]:
    """第二次 right before 35分钟, with at most a verb between."""
    return frozenset(
        q.text
        for q in text.quantities
        if q.unit_class == "ordinal"
        and q.end <= quantity.start <= q.end + 6
        and not _BREAK.search(text.text[q.end : quantity.start])
    )


_BREAK = lazy_pattern(r"[，。；,;\d]")


_SIDE = lazy_pattern(r"\s*(?:votes? )?(?:against|for|opposed|abstained)\b", re.IGNORECASE)


_ANAPHOR_EN = lazy_pattern(
    r"\b(?:the|that|this|its|their) (?:same )?(?:figure|number|total|rate|level|share|proportion|sum|amount|count|value|ratio|average|percentage)s?\b"
    r"(?! (?:of|for|at|in|among)\b(?! (?:\d{4}|that|this|the (?:end|start|year|previous|same))))",
    re.IGNORECASE,
)
_ANAPHOR_ZH = lazy_pattern(
    r"[这该此其](?:一|项|个)?(?:数字|数值|数据|比例|占比|比重|指标|水平|数额|金额|规模|数量|总数)"
)


@lru_cache(maxsize=2048)
def _anaphors(text: Passage) -> tuple[tuple[int, int], ...]:
    """Where a noun only stands for the measure told before: the figure, 这一比例."""
    pattern = _ANAPHOR_EN if text.language == "en" else _ANAPHOR_ZH
    return tuple(m.span() for m in pattern.finditer(text.text))


def _nominal(text: Passage, word: Word) -> bool:
    if any(start <= word.start and word.end <= end for start, end in _anaphors(text)):
        return False
    if text.language == "en":
        return word.content and word.text.lower() not in COMMON_EN and word.key not in _COMPARING
    if word.text in LIGHT_ZH or word.key in _DIRECTED_ZH:
        return False
    return word.content and (word.tag.startswith(("n", "j", "l", "b", "s", "eng", "vn", "i")))


_COMPARING = frozenset("compar reach stand account total averag record register".split())
_DIRECTED_ZH = frozenset(
    EQUIVALENT_ZH.get(w, w) for w in "增长 下降 扩大 缩小 加快 放缓 突破 超过 达到 增幅 降幅 增速 同比".split()
)


def _named(text: Passage, word: Word) -> bool:
    if any(m.start < word.end and word.start < m.end for m in members(text.text, text.language)):
        return True
    if text.language == "en":
        if NAME_SUFFIX_EN.search(word.text.lower()) and word.content:
            return True
        return (
            word.text[:1].isupper()
            and word.text.lower() not in COMMON_EN
            and word.start not in {s for s, _ in text.sentences}
        ) or word.text.isupper()
    return word.tag in {"nr", "ns", "nt", "nz", "nrt", "nrfg", "eng"}


def _nouns_before(text: Passage, clause: Clause, quantity: Quantity) -> bool:
    return any(_nominal(text, w) for w in clause.words if w.end <= quantity.start and w.text not in GENERIC_ZH)


def _taken(text: Passage, clause: Clause, quantity: Quantity, like: list[Quantity]) -> list[Word]:
    """The content words of a clause that belong to one of its figures rather than to the others."""
    figures = [q for q in text.quantities if q.unit_class not in {"count", "ordinal"}]
    content = [w for w in clause.words if w.content and not any(q.start <= w.start and w.end <= q.end for q in figures)]
    position = like.index(quantity)
    measure = list(_BESIDE_WHICH.finditer(text.text, clause.start, quantity.start)) if text.language == "zh" else []
    if measure and text.text[quantity.end : quantity.end + 1] in {"的", "者"}:
        content = [w for w in content if w.start >= measure[-1].end()]
    if len(like) == 1:
        return content
    left = _reach(text, clause, like[position - 1]) if position else clause.start
    shared = position > 0 and text.language == "en" and _goes_on(text.text[like[position - 1].end : quantity.start])
    right = _reach(text, clause, quantity)
    last = position
    while last + 1 < len(like) and _LISTING.fullmatch(text.text, like[last].end, like[last + 1].start):
        last += 1
    if last > position:  # 50%, 30% and 20% of the consortium: of it all three
        end = _reach(text, clause, like[last])
        listed = [w for w in content if like[last].end <= w.start and w.end <= end]
        return listed + [
            w for w in content if (w.start >= left and w.end <= right) or (shared and w.end <= like[0].start)
        ]
    if position + 1 == len(like):
        adjunct = _ADJUNCT.search(text.text, quantity.end, clause.end) if text.language == "en" else None
        right = adjunct.start() if adjunct else clause.end
    return [w for w in content if (w.start >= left and w.end <= right) or (shared and w.end <= like[0].start)]


_LISTING = lazy_pattern(r"\s*(?:,|、|和|与|及|and|or)\s*(?:and\s+)?")
_ADJUNCT = lazy_pattern(
    r"\b(?:after|before|since|because|when|following|owing to|due to|thanks to|amid|despite)\b", re.IGNORECASE
)
_GOES_ON = lazy_pattern(r"\b(?:before \w+ing|after \w+ing|from|to|against|compared|than|versus|then)\b", re.IGNORECASE)
_TURNS = lazy_pattern(r"\b(?:and|while|whereas|but|(?:after|before)(?! \w+ing\b))\b|[;]", re.IGNORECASE)


def _goes_on(between: str) -> bool:
    """Whether a second figure goes on with the subject of the first (rose to 3 before easing to 2)."""
    return bool(_GOES_ON.search(between)) and not _TURNS.search(between)


_BESIDE_WHICH = lazy_pattern(
    r"(?<![占对同环百])比(?![例重率上去前同])|相较于?"
)  # 风险比摄入不到200克的人低: what stands before 比 is not of the 200
_STOPS = lazy_pattern(
    r"[，。；、,;()（）]|和|与|及|而|并|至|到|由|从|为|达|占|比|较|增|降|(?:\s|^)(?:and|but|while|from|to|was|were|is|are|versus|vs|than|against|after|before|by|when|compared|though|although|whereas)\b"
)


_PREDICATE = lazy_pattern(
    r"\s(?:were|was|are|have been|has been|had been|are being|were being)\s(?!\d|from\b|in\b)[a-z]+", re.IGNORECASE
)
_CLAUSE_ENDS = lazy_pattern(
    r"[,;()]|\b(?:and|but|or|while|whereas|although|though|versus|compared|against)\b", re.IGNORECASE
)
_ITS_PHRASE = lazy_pattern(
    r"(?P<phrase>\s(?:(?:is|are|was|were|will be|has been) )?(?:[a-z]+ed )?(?:on|for|in|at|among|with|from) [^,.;\d]{3,60}?),?\s(?:and|but)\s(?:about |only |just |some )?[$€£]?\d"
)
_OF_WHICH = lazy_pattern(r"\s+(?:of|with|for|in|among|at)(?: the| all| its| their)?(?=\s)")


def _reach(text: Passage, clause: Clause, quantity: Quantity) -> int:
    """Where the noun phrase right after a figure ends; the end of the figure when no noun follows directly."""
    tail = text.text[quantity.end : clause.end]
    if text.language == "en" and (predicate := _PREDICATE.match(tail)):  # six were finished and two sold
        stop = _CLAUSE_ENDS.search(tail, predicate.end())
        return quantity.end + (stop.start() if stop else len(tail))
    if text.language == "en" and (own := _ITS_PHRASE.match(tail)):  # 12.1% on steel from Vietnam and 11.7% on …
        return quantity.end + own.end("phrase")
    if text.language == "en":
        tail_start = _OF_WHICH.match(tail)
        skip = tail_start.end() if tail_start else 0
    else:
        skip = int(tail.startswith("的"))
    stop = _STOPS.search(tail, skip)
    end = quantity.end + (stop.start() if stop else len(tail))
    first = next((w for w in clause.words if w.start >= quantity.end), None)
    if first is None or first.start >= end or (text.language == "zh" and not _nominal(text, first)):
        return quantity.end
    return end


_PICKED = lazy_pattern(r"[\d一二三四五六七八九十百千万亿][^，。；]{1,4}?以[上下内]的?(?=占|为|有|达)")


def _carried(text: Passage, clause: Clause, quantity: Quantity, previous: Label | None) -> frozenset[str]:
    """The label of the figure before, for one that has no noun of its own (产量4亿吨，增长5%)."""
    if previous is None or quantity.start - previous.quantity.end > 160:
        return frozenset()
    if text.language == "zh" and _PICKED.search(text.text, clause.start, quantity.start):
        return frozenset()  # 45岁以下的占61%
    if any(clause.start <= start and end <= quantity.start for start, end in _anaphors(text)):
        return previous.near - _ordinal_keys(text)
    if quantity.start - previous.quantity.end > 80:
        return frozenset()
    here = clause_at(text, previous.quantity.start)
    between = (
        [] if here is None else [c for c in text.clauses_of(clause.sentence) if here.end <= c.start < clause.start]
    )
    nearer = [frozenset(w.key for w in c.words if _nominal(text, w)) for c in between]
    if any(nearer):
        return next(keys for keys in reversed(nearer) if keys)
    return previous.near - _ordinal_keys(text) if here is not None and here.sentence == clause.sentence else frozenset()


def _ordinal_keys(text: Passage) -> frozenset[str]:
    """In its first year 14, 29 in its second: an English ordinal is not meant where the next figure goes on."""
    if text.language != "en":
        return frozenset()
    spans = [(q.start, q.end) for q in text.quantities if q.unit_class == "ordinal"]
    return frozenset(w.key for w in text.words if any(s <= w.start and w.end <= e for s, e in spans))


_RESPECTIVELY = lazy_pattern(r"分别|依次")
#: Words that name two measures, each with what a figure of the one or the other is called.
_TWOFOLD = {
    "产销": ("产量 生产", "销量 销售"),
    "购销": ("收购 采购", "销售 销量"),
    "收支": ("收入", "支出"),
    "进出口": ("进口", "出口"),
    "城乡": ("城镇 城市", "农村 乡村"),
    "男女": ("男性 男生", "女性 女生"),
    "存贷款": ("存款", "贷款"),
    "供需": ("供给 供应", "需求"),
}
_TWO = lazy_pattern("(?P<word>" + "|".join(_TWOFOLD) + r")[^，。；\d]{0,8}(?:分别|各)")


def _twofold(text: Passage, clause: Clause, quantity: Quantity, near: frozenset[str]) -> frozenset[str]:
    """产量 for the first of 产销分别完成958.7万辆和949.5万辆, 销量 for the second."""
    said = _TWO.search(text.text, clause.start, quantity.start)
    here = [q for q in text.quantities if said and said.end() <= q.start < clause.end and alike(q, quantity)]
    if said is None or len(here) != 2:
        return frozenset()
    own = _TWOFOLD[said["word"]][here.index(quantity)].split()
    others = {said["word"]} | {EQUIVALENT_ZH.get(w, w) for side in _TWOFOLD[said["word"]] for w in side.split()}
    return near - others | {EQUIVALENT_ZH.get(word, word) for word in own}


def _in_turn(text: Passage, clause: Clause, quantity: Quantity, found: list[Label]) -> frozenset[str]:
    """What the second of two figures is of that follow 分别 in a clause of their own: the second of the two before it."""
    said = _RESPECTIVELY.search(text.text, clause.start, quantity.start)
    if said is None or any(w.end <= said.start() and _nominal(text, w) for w in clause.words):
        return frozenset()
    here = [q for q in text.quantities if said.end() <= q.start < clause.end]
    start = text.sentences[clause.sentence][0]
    before = [item for item in found if start <= item.quantity.start < clause.start]
    if len(here) < 2 or len(before) < len(here) or quantity not in here:
        return frozenset()
    return before[len(before) - len(here) + here.index(quantity)].near


def _paired(text: Passage, quantity: Quantity) -> frozenset[str]:
    """The sides of a comparison whose two figures stand in brackets: 甲比乙低（5.8%对7.1%）."""
    if not _VERSUS.search(text.text[: quantity.start]):
        return frozenset()
    like = [q for q in text.quantities if alike(q, quantity)]
    i = like.index(quantity)
    for first, second, side in ((i, i + 1, "first"), (i - 1, i, "second")):
        if (
            first >= 0
            and second < len(like)
            and _VERSUS_BETWEEN.fullmatch(text.text[like[first].end : like[second].start])
        ):
            before = [c for c in comparisons(text) if c.first and c.second]
            if len(before) == 1:
                return before[0].first if side == "first" else before[0].second
    return frozenset()
