"""Predicates read as poles of broad classes, denials counted in: banned and not allowed are one reading, allowed the other.

A reading keeps what it is told of: the words around it, and apart from them the thing that moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.moved import moved
from synthesis.engine.drafting.guards.negations import broken, marks_in
from synthesis.engine.drafting.guards.turns import Pole, courses
from synthesis.engine.drafting.guards.types import Clause, Passage
from synthesis.engine.drafting.lexicon.opposites import (
    ABOUT,
    AVERTS,
    DIRECTED,
    ENDS,
    MOVED,
    NO_POLE,
    RULES,
    SIDE,
    WANTING,
    Hit,
    opposites_in,
)  # fmt: skip
from synthesis.engine.patterns import lazy_pattern

_GAP = {"zh": 8, "en": 24}
_NEAR = {"zh": 9, "en": 32}
_BEFORE = {"zh": 12, "en": 44}
#: What something is set beside to be compared.
SET_BESIDE = lazy_pattern(
    r"(?:相较于?|相比于?|相对于?|比起|与|和|同|跟|较)(?P<b>[^，。；]{2,24}?)(?:相比较?|相较|比较而言|比起来|而言)(?=，|$)|(?:相较于?|相比于?|相对于?|比起)(?P<d>[^，。；]{2,24}?)，"
    r"|\b(?:compared (?:with|to)|relative to|unlike|in contrast (?:to|with))\s+(?P<c>[^,.;]+)",
    re.IGNORECASE,
)
_DURATION = {"zh": 10, "en": 40}
_HAN = lazy_pattern(r"[一-鿿]+")
_FUNCTION = lazy_pattern(r"[的了在和与及为是也都将于其该对从到把被由所而且并中上下内外年月日]")
_WITH = lazy_pattern(
    r"^[^，。；]{0,3}(?:随|因|为|由于)[^，。；]*而$|^能?[被受][^，。；]{0,14}$|^能?(?:获得?|得到|取得|予以?)[^，。；]{0,12}$"
)
_PASSIVE = lazy_pattern(r"\b(?:was|were|is|are|been|being)\s(?:\w+ly\s)?$", re.IGNORECASE)
_DESPITE = lazy_pattern(
    r"(?:尽管|不顾)[^，。；]{0,10}$|\b(?:despite|notwithstanding|in spite of)\b[^.;,]{0,30}$", re.IGNORECASE
)
#: What is denied is that one thing brought the other about, not that this one came.
_UNTIED = lazy_pattern(
    r"(?:没有|并未|未|不|并非|非)(?:直接|必然)?(?:导致|造成|引起|引发|致使|因|由|是因)[^，。；]*$"
    r"|\b(?:not|never|neither|nor)\s(?:\w+\s){0,2}?(?:caus\w+|due|attribut\w+|because|trigger\w*|brought about|brought on|to blame|behind|responsible)\b[^.;,]*$",
    re.IGNORECASE,
)
_THAN = lazy_pattern(
    r" than(?! (?:[\w'’]+ ){0,4}(?:planned|expected|scheduled|forecasts?|intended|usual|normal|promised|due|budgeted|predicted|target|plan|budget|limit|threshold)\b)"
)
_MODIFIES = lazy_pattern(r"的(?=[\u4e00-\u9fff]{2})(?!是|比例|可能|明显|影响|冲击)")
_VALUE = lazy_pattern(r"[约为达至是高]*\d")
_COMPARED = lazy_pattern(r"(?:er|less|fewer|better|worse|more)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A pole as told: class, +1 or −1 with denials counted in, word, offset, passage and clause, its surroundings by weight, and the
    words and pairs of characters of what it moves."""

    axis: str
    sign: int
    denied: bool
    word: str
    start: int
    text: Passage
    clause: Clause
    theme: tuple[tuple[str, float], ...]
    thing: frozenset[str]


@lru_cache(maxsize=2048)
def readings(text: Passage) -> tuple[Reading, ...]:
    """What the predicates of a passage say."""
    blind = [m.span() for m in NO_POLE.finditer(text.text)]
    hits = [h for h in opposites_in(text.text, text.language) if not any(s < h.end and h.start < e for s, e in blind)]
    found = []
    told = [h for h in hits if not h.axis.startswith(SIDE)]
    for hit in hits:
        clause = clause_at(text, hit.start)
        if clause is None or any(
            w.start <= hit.start
            and hit.end <= w.end
            and len(w.text) > hit.end - hit.start
            and w.tag.startswith("n")
            and not w.text.startswith("表示")
            and not (w.text == hit.word + "率" and _VALUE.match(text.text, w.end))
            for w in clause.words
        ):
            continue
        beside = [h for h in told if clause.start <= h.start < clause.end and h.start != hit.start]
        if _moves_another(text, hit, beside) or (hit.axis == "going" and _ends_rule(text, clause, hit)):
            continue
        if (
            text.language == "en"
            and hit.axis != "time"
            and _COMPARED.search(hit.word)
            and _THAN.search(text.text, hit.end, clause.end)
        ):
            continue  # read as a whole by `guards.compare`
        if hit.axis not in DIRECTED and _MODIFIES.match(text.text, hit.end):
            continue
        before = text.text[clause.start : hit.start]
        if _DESPITE.search(before) or _UNTIED.search(before):
            continue
        denied = not hit.axis.startswith(SIDE) and _denied(text, clause, hit, told)
        sign = -hit.sign if denied else hit.sign
        theme, thing = theme_of(text, clause, hit, told), thing_of(text, clause, hit, told)
        for axis, turn in _axes(text, clause, hit, beside):
            found.append(Reading(axis, sign * turn, denied, hit.word, hit.start, text, clause, theme, thing))
    return (*found, *_courses(text, found))


def _courses(text: Passage, found: list[Reading]) -> Iterator[Reading]:
    """Readings of what rose and then fell, or fell and then rose."""
    for pole in courses(text, [Pole(r.axis, r.sign, r.start, r.start + len(r.word), r.thing) for r in found]):
        clause = clause_at(text, pole.start)
        if clause is not None:
            hit = Hit(pole.axis, pole.sign, text.text[pole.start : pole.end], pole.start, pole.end)
            theme = theme_of(text, clause, hit, [])
            yield Reading(pole.axis, pole.sign, False, hit.word, hit.start, text, clause, theme, frozenset())


def _moves_another(text: Passage, hit: Hit, beside: list[Hit]) -> bool:
    """Whether the word names the rise or fall that another word of the clause moves."""
    reach = 7 if text.language == "zh" else 30
    return bool(MOVED.search(hit.word)) and any(
        h.axis in {"amount", "speed", "gap"}
        and 0 <= h.start - hit.end <= reach
        and h.word != hit.word
        and not _THEN.search(text.text[hit.end : h.start])
        for h in beside
    )


#: What tells of one move after another, not of one that moves the other: 下降之后又上升.
_THEN = lazy_pattern(r"[后又再转，,]|\b(?:then|and|before|after)\b", re.IGNORECASE)


def _ends_rule(text: Passage, clause: Clause, hit: Hit) -> bool:
    """Whether a word ends a rule of the clause, which is then read as turned."""
    return bool(ENDS.fullmatch(hit.word)) and bool(RULES.search(clause.text))


def _denied(text: Passage, clause: Clause, hit: Hit, hits: list[Hit]) -> bool:
    """Whether an odd number of denials, averting verbs and ends bear on a hit."""
    before, after = text.text[clause.start : hit.start], text.text[hit.end : clause.end]
    if _NO_MORE_THAN_WITH.search(before) or (_LACKING.search(before) and _NOR.match(text.text, hit.end)):
        return False  # nobody without approval: approval is needed
    later = (h for h in hits if h.axis == "punctual" and hit.end <= h.start < clause.end)
    if text.language == "en" and hit.axis != "punctual" and any(later):
        return False  # did not start on time: it is the time that is denied
    verb = hit.axis not in {"reference", "result", "stock"}
    count = _marks_on(text, clause, hit.start, hits, verb=verb, through=hit.axis == "punctual")
    averted = AVERTS.search(before)
    if averted:
        count += 1 + _marks_on(text, clause, clause.start + averted.start(), hits)
    count += bool(_OBJECT_NO.match(text.text, hit.end, clause.end)) and hit.axis in _TAKES_OBJECT
    wanting = WANTING.search(after)
    caused = _FOR_WANT.search(before) or (wanting and _BRINGS.search(wanting.group()))
    count += bool(wanting) and not caused  # 因资金不足被搁置: it is not the want that is shelved
    count += bool(_DISOWNS.search(before)) and hit.axis not in {"answer", "word"}
    passive = hit.axis == "reference" and _PASSIVE.search(before)
    count += bool(passive) and after.lstrip().startswith("by ")
    if hit.axis == "change" and hit.word[0] not in "不持" and any(m.end() <= hit.start for m in marks_in(text, clause)):
        count = 1 - hit.word.endswith(_SMALL)  # 未较前值出现变化
    count += hit.axis in _GRADED and bool(_LESS.search(before))
    count += hit.axis == "reference" and bool(_BY_ZH.search(before))
    if RULES.fullmatch(hit.word):
        parts = (
            _COLON.split(clause.text[: hit.start - clause.start])[-1],
            _COLON.split(clause.text[hit.end - clause.start :])[0],
        )
        count += sum(_ended(part, told=bool(count)) for part in parts)
    return count % 2 == 1


_BRINGS = lazy_pattern(r"使|令|导致|致使|\b(?:led to|caus\w+|forc\w+|meant)\b", re.IGNORECASE)
_FOR_WANT = lazy_pattern(r"(?:因|由于|因为)[^，。；]{0,8}$")
#: What somebody says is not so.
_DISOWNS = lazy_pattern(
    r"(?:否认|驳斥|澄清(?:不会|没有|并未))[^，。；]*$"
    r"|\b(?:den(?:y|ies|ied|ying)|refut\w+|disput\w+|ruled? out|ruling out)\s(?:that|it|having|any|plans?|reports?|claims?|rumou?rs?|suggestions?|allegations?|\w+ing)\b[^.;]*$",
    re.IGNORECASE,
)
#: Verbs whose object carries the denial: found no trace, won no support.
_OBJECT_NO = lazy_pattern(
    r"\s(?:almost |virtually )?(?:no|nothing|none|neither|nobody)\b(?! (?:less|more|fewer|other|later))", re.I
)
_TAKES_OBJECT = frozenset("find harm gain going leave open build adopt".split())


def _ended(part: str, *, told: bool) -> bool:
    """Whether a part of a clause ends a rule, or does not keep it."""
    end, kept = ENDS.search(part), _KEEPS.search(part)
    if told and end and _NO_MORE.fullmatch(end.group()):
        return False  # counted as a denial
    if kept and not end:
        return bool(_NOT.search(part[: kept.start()]))
    return end is not None and not _NOT.search(part[: end.start()])


_NO_MORE = lazy_pattern(r"不再|no longer", re.IGNORECASE)
_KEEPS = lazy_pattern(r"保留|维持|沿用|\b(?:keeps?|kept|retain\w*|maintain\w*|preserv\w+)\b", re.IGNORECASE)
_NOT = lazy_pattern(
    r"(?:没有|未|不|并未|尚未)[^，。；]{0,3}$|\b(?:not|n't|never)\s(?:\w+\s){0,2}$|n't\s$", re.IGNORECASE
)
_SMALL = ("不大", "不明显", "甚微", "很小", "较小", "有限")
#: Classes of degree, which "less" turns.
_GRADED = frozenset("content ease safe stable sure mood active".split())
_LESS = lazy_pattern(r"\bless\s$", re.IGNORECASE)
_BY_ZH = lazy_pattern(r"被[^，。；]{1,14}$")
_COLON = lazy_pattern(r"[：:—“”]")
_NO_MORE_THAN_WITH = lazy_pattern(
    r"\b(?:no|not|never|nobody|none|nothing|cannot|neither)\b[^.;]*\bwithout\b[^.;,]{0,40}$|n't\b[^.;]*\bwithout\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_LACKING = lazy_pattern(r"(?:未经|未获|未取得|没有|无)[^，。；]{0,14}$")
_NOR = lazy_pattern(r"[^。；]{0,14}(?:不得|不能|不可|不准|不予|禁止|严禁)")


def _marks_on(
    text: Passage, clause: Clause, start: int, hits: list[Hit], *, verb: bool = True, through: bool = False
) -> int:
    """How many negations of a clause bear on the word at `start`; `through` what stands between, too."""
    count = 0
    first = min((h.start for h in hits if h.start >= clause.start), default=start)
    marks = [m for m in marks_in(text, clause) if m.end() <= start or m.start() < start < m.end()]
    if any(m.group().lower() == "neither" for m in marks):
        marks = [m for m in marks if m.group().lower() != "nor"]
    for mark in marks:
        if any(h.start < mark.end() and mark.start() < h.end and h.end - h.start > len(mark.group()) for h in hits):
            continue
        between = text.text[mark.end() : start]
        among = [h for h in hits if mark.end() <= h.start and h.end <= start]
        beside = not through and any(not _CARRIES.fullmatch(h.word) for h in among)
        if mark.end() > start:  # 不具备, 未发现: the word is part of the denial
            count += text.text[start] not in "不未无没非"
        elif _RAISES.match(between) and not beside:  # who does not think it will, thinks it will not
            count += 1
        elif _WHOLE.search(mark.group() + between) and mark.start() - clause.start <= _OPENING:
            count += (verb or bool(_LIMIT.match(text.text, start))) and first >= start
        elif _EXISTS.fullmatch(mark.group()):
            count += (
                len(between) <= 2 * _GAP[text.language]
                and not _CUT.search(between)
                and not (beside and text.language == "zh")
            )
        elif _WITH.search(between) and text.text[start + 2 : start + 3] != "的":
            count += 1
        elif _FORBIDS.fullmatch(mark.group()) or (
            _TO_WHOM.match(between)
            and (_LAST.match(text.text, start) or (len(between) <= _TO and not beside and "的" not in between))
        ):
            count += len(between) <= 2 * _GAP[text.language]
        elif not beside:  # 不反对延迟 denies 反对
            if among:  # did not win the board's approval, did not find pollutants above the limit
                count += len(between) <= 2 * _GAP[text.language] and not _PARTED.search(between)
            else:
                whole = _WHERE.fullmatch(between) or not broken(text, mark.end(), start)
                count += len(between) <= _GAP[text.language] and bool(whole)
    return count


_OPENING = 12
#: What is above or below a fixed mark may be denied of all; one thing above another is a comparison.
_LIMIT = lazy_pattern(
    r"[\u4e00-\u9fff]{2}[^，。；]{0,8}(?:限量|限值|标准|上限|红线|限额|规定|要求|阈值)|\w+ (?:[\w'’-]+ ){0,4}(?:limits?|thresholds?|standards?|targets?|caps?|norms?)\b",
    re.IGNORECASE,
)
#: Denials of all of a subject, which bear on its verb however long it is.
_WHOLE = lazy_pattern(
    r"^(?:no|no one|not one|not a single|none|neither|nobody|nothing)\b|^无一|^无人|^没有(?:一|任何|哪)", re.IGNORECASE
)
#: Verbs that carry a denial to their object: failed to win approval.
_CARRIES = lazy_pattern(
    r"获得|取得|得到|ha(?:ve|s|d) to|need(?:ed)? to|required|w[io]n(?:ning)?|gain(?:s|ed)?|secure[ds]?|obtain(?:s|ed)?|receive[ds]?|find|found|detect(?:s|ed)?|发现|检出|赢得",
    re.IGNORECASE,
)
#: Verbs that pass a denial on to what they open: 不认为会, do not expect.
_RAISES = lazy_pattern(
    r"(?:认为|保证|确保|觉得|相信|预计|预期|料想|指望|赞同)[^，。；]{0,16}$|\s*(?:think|believe|expect|consider|anticipate|foresee|envisage|suppose|feel)s?\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
_EXISTS = lazy_pattern(
    r"(?:没有|未能|尚未|并未|未曾|从未|没能|没|未)[^不未没无]{2,3}|不存在|没有|无|未见|缺乏|缺少|no|without|neither|lack(?:s|ed|ing)",
    re.IGNORECASE,
)
_LAST = lazy_pattern(r"[\u4e00-\u9fff]{2,5}(?:$|[，。；！？])")
_TO = 6
_TO_WHOM = lazy_pattern(r"[可能得会]?(?:[把将与和对向以用被让使给]|由(?!于))")  # 不能与教师绩效挂钩
_FORBIDS = lazy_pattern(r"禁止|严禁|不得|不准|不许")  # a subject may stand between: 禁止平台强制
_WHERE = lazy_pattern(r"[在于从向对与为以按经][\u4e00-\u9fff]{1,7}")  # 尚未在中国获批
_PARTED = lazy_pattern(r"[，、；但而]|\b(?:and|but|that|which|who|because)\b", re.IGNORECASE)
_CUT = lazy_pattern(r"[的而但、把将因，]|\b(?:and|but|that|which|because)\b")


def _axes(text: Passage, clause: Clause, hit: Hit, beside: list[Hit]) -> Iterator[tuple[str, int]]:
    """The classes of a hit with −1 where it turns: a smaller gap, a higher threshold, a faster growth."""
    if hit.axis != "amount":
        yield hit.axis, 1
        return
    before = text.text[clause.start : hit.start]
    moved = any(
        MOVED.search(h.word) and 0 <= hit.start - h.end <= 30 and not _THEN.search(text.text[h.end : hit.start])
        for h in beside
        if h.axis == "amount"
    )
    around = text.text[max(clause.start, hit.start - _BEFORE[text.language]) : min(clause.end, hit.end + 24)]
    if text.language == "zh":
        around = text.text[max(clause.start, hit.start - 12) : min(clause.end, hit.end + 6)]
    if moved or ABOUT["speed"].search(before + text.text[hit.end : min(clause.end, hit.end + 24)]):
        yield "speed", 1
        return
    if ABOUT["gap"].search(before + around):
        yield "gap", 1
        return
    yield "amount", 1
    if ABOUT["state"].search(before[-_DURATION[text.language] :] + text.text[hit.end : min(clause.end, hit.end + 32)]):
        yield "state", 1
    if ABOUT["warm"].search(before[-_DURATION[text.language] :]):
        yield "warm", 1
    if hit.word[0] in "更较" and SET_BESIDE.search(text.sentence_of(clause)):
        yield "reference", 1
    if ABOUT["duration"].search(before[-_DURATION[text.language] :]):
        yield "speed", -1  # fewer days are a quicker pace
    if ABOUT["ceiling"].search(around):
        yield "rule", 1
    elif ABOUT["rule"].search(around):
        yield "rule", -1


def thing_of(text: Passage, clause: Clause, hit: Hit, hits: list[Hit]) -> frozenset[str]:
    """Words, and in Chinese pairs of characters, of what a hit moves; no other hit of the clause among them."""
    keys: set[str] = set()
    others = [h for h in hits if h.start != hit.start]
    for start, end in moved(text, clause, hit.start, hit.end):
        if any(h.axis == hit.axis and h.start < end and start < h.end for h in others):
            continue
        if any(hit.end <= h.start < start for h in others):
            break
        keys |= text.content_keys(start, end)
        if text.language == "zh":
            keys |= {text.text[i : i + 2] for i in range(start, end - 1)}
    return frozenset(keys)


def theme_of(text: Passage, clause: Clause, hit: Hit, hits: list[Hit]) -> tuple[tuple[str, float], ...]:
    """What a hit is told of: words, pairs of characters and figures of its clause, the nearest before it most."""
    near = _NEAR[text.language]
    found: dict[str, float] = {}

    def put(key: str, start: int, end: int, weight: float) -> None:
        close = min(abs(hit.start - end), abs(start - hit.end)) <= near
        touching = 0 <= hit.start - end <= 2
        found[key] = max(found.get(key, 0.0), weight * (1.5 if touching else 1.0 if close else 0.6))

    masked = text.text
    for h in hits:
        if clause.start <= h.start < clause.end and not MOVED.search(h.word):
            masked = masked[: h.start] + "，" * (h.end - h.start) + masked[h.end :]
    scopes = [(clause, 1.0)]
    if not any(
        w.content and w.end <= hit.start and "，" not in masked[w.start : w.end] and not MOVED.search(w.text)
        for w in clause.words
    ):
        scopes += [(c, 0.5) for c in text.clauses_of(clause.sentence) if c.end <= clause.start][-1:]
    for scope, weight in scopes:
        for word in scope.words:
            if word.content and masked[word.start : word.end] == text.text[word.start : word.end]:
                put(word.key, word.start, word.end, weight)
        for run in _HAN.finditer(masked, scope.start, scope.end):
            for at in range(run.start(), run.end() - 1):
                pair = masked[at : at + 2]
                if not _FUNCTION.search(pair):
                    put(pair, at, at + 2, 0.5 * weight)
        for quantity in text.quantities:
            if scope.start <= quantity.start < scope.end:
                put(f"#{quantity.unit_class}{abs(quantity.value)}", quantity.start, quantity.end, 1.5 * weight)
        for date in text.dates:
            if scope.start <= date.start < scope.end:
                put(f"@{date.year}-{date.month}", date.start, date.end, 0.75 * weight)
    return tuple(found.items())
