"""Whether what a word with a pole says is denied: negations, averting verbs, ends and wants that bear on it."""

from __future__ import annotations

import re

from synthesis.engine.drafting.guards.negations import broken, marks_in
from synthesis.engine.drafting.guards.types import Clause, Passage
from synthesis.engine.drafting.lexicon.opposites import AVERTS, DIRECTED, ENDS, RULES, WANTING, Hit
from synthesis.engine.patterns import lazy_pattern

_GAP = {"zh": 8, "en": 24}
_PASSIVE = lazy_pattern(r"\b(?:was|were|is|are|been|being)\s(?:\w+ly\s)?$", re.IGNORECASE)
_WITH = lazy_pattern(
    r"^[^，。；]{0,3}(?:随|因|为|由于)[^，。；]*而$|^能?[被受][^，。；]{0,14}$|^能?(?:获得?|得到|取得|予以?)[^，。；]{0,12}$"
)


def denied(text: Passage, clause: Clause, hit: Hit, hits: list[Hit]) -> bool:
    """Whether an odd number of denials, averting verbs and ends bear on a hit."""
    before, after = text.text[clause.start : hit.start], text.text[hit.end : clause.end]
    if _NO_MORE_THAN_WITH.search(before) or (_LACKING.search(before) and _NOR.match(text.text, hit.end)):
        return False  # nobody without approval: approval is needed
    if hit.axis in DIRECTED and _PROPOSED.match(text.text, hit.end, clause.end):
        return False  # what is proposed: 拒绝了降低票价的建议, did not accept
    if hit.word.lower().startswith("free") and not _DIRECTLY.search(before):
        return False  # patients who have no insurance free of charge
    later = (h for h in hits if h.axis == "punctual" and hit.end <= h.start < clause.end)
    if text.language == "en" and hit.axis != "punctual" and any(later):
        return False  # did not start on time: it is the time that is denied
    verb = hit.axis not in {"reference", "result", "stock"} or bool(_HAS.fullmatch(hit.word))
    count = _marks_on(text, clause, hit.start, hits, verb=verb, through=hit.axis == "punctual")
    averted = AVERTS.search(before) if hit.axis not in _WHEN else None  # stopped ahead of schedule
    if averted:
        count += 1 + _marks_on(text, clause, clause.start + averted.start(), hits)
    count += bool(_OBJECT_NO.match(text.text, hit.end, clause.end)) and hit.axis in _TAKES_OBJECT
    wanting = WANTING.search(after)
    caused = _FOR_WANT.search(before) or (wanting and _BRINGS.search(wanting.group()))
    count += bool(wanting) and not caused  # 因资金不足被搁置: it is not the want that is shelved
    count += bool(_DISOWNS.search(before)) and hit.axis not in {"answer", "word"}
    unseen = _NO_EVIDENCE.search(before) or _NOT_SEEM.search(text.text, text.sentence_span(hit.start)[0], hit.start)
    count += not count and bool(unseen) and not _NAMED.search(before)
    passive = hit.axis == "reference" and _PASSIVE.search(before)
    count += bool(passive) and after.lstrip().startswith("by ")
    if hit.axis == "change" and _LITTLE.match(after):
        return True  # the change was small
    if hit.axis == "change" and _CHANGES.match(hit.word) and any(m.end() <= hit.start for m in marks_in(text, clause)):
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


_HAS = lazy_pattern(r"[具配]备|[已设配装备建]有")
_WHEN = frozenset({"time", "punctual", "speed", "pace"})
_BRINGS = lazy_pattern(r"使|令|导致|致使|\b(?:led to|caus\w+|forc\w+|meant)\b", re.IGNORECASE)
_FOR_WANT = lazy_pattern(r"(?:因|由于|因为)[^，。；]{0,8}$")
#: What somebody says is not so.
_DISOWNS = lazy_pattern(
    r"(?:否认|驳斥|澄清(?:不会|没有|并未))[^，。；]*$"
    r"|\b(?:ruled? out|rules out|ruling out|den(?:y|ies|ied|ying))\s$"
    r"|\b(?:den(?:y|ies|ied|ying)|refut\w+|disput\w+|ruled? out|rules out|ruling out)\s(?:that|it|having|any|plans?|reports?|claims?|rumou?rs?|suggestions?|allegations?|\w+ing)\b[^.;]*$",
    re.IGNORECASE,
)
#: What no evidence was found for: no evidence that the ban reduced smoking.
_NO_EVIDENCE = lazy_pattern(
    r"\b(?:no|little|without|lack of|any)(?<!not any) (?:clear |firm |conclusive |convincing |further )?(?:evidence|sign|signs|indication|proof)\s(?:that|of|for)\b[^.;,]*$"
    r"|(?:没有|未|无|缺乏|尚无)[^，。；]{0,4}(?:证据|迹象)(?:能?(?:表明|显示|说明|证明|证实))?[^，。；]*$",
    re.IGNORECASE,
)
_NOT_SEEM = lazy_pattern(
    r"\b(?:not|n't) (?:appear|seem)\b(?:,[^,;.]*,)? (?:to )(?:have |be |been )*(?:\w+ )?$", re.IGNORECASE
)
_NAMED = lazy_pattern(r"\b(?:the|an?|its|their|this|that|these|those)\s$", re.IGNORECASE)
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
_LITTLE = lazy_pattern(
    r"\s(?:is|was|were|are|remained) (?:small|slight|minimal|negligible|insignificant|not significant)"
)
_CHANGES = lazy_pattern(r"变|发生|出现|chang", re.IGNORECASE)
#: A verb that says what is proposed or asked for; whoever denies that denies the proposal.
_PROPOSED = lazy_pattern(
    r"[^，。；的]{0,10}的(?:建议|提议|提案|方案|请求|要求|申请|计划|议案|主张|意见|说法|指控|动议|诉求|呼吁|设想|法案|法规|修正案|条例|决议|草案|协议|议题|申报)"
)
_DIRECTLY = lazy_pattern(r"(?:\b(?:not|never|no longer)|n't)\s(?:\w+\s){0,2}$", re.IGNORECASE)
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
        if any(
            h.start < mark.end()
            and mark.start() < h.end
            and h.end - h.start > len(mark.group())
            and h.word not in _NONE_OF
            for h in hits
        ):
            continue
        if _FORBIDS.fullmatch(mark.group()) and any(0 <= mark.start() - m.end() <= _ADVERB for m in marks):
            continue  # 并未禁止, 不再禁止: who does not forbid it lets it be done
        between = text.text[mark.end() : start]
        if between.strip() and _MOVED.match(text.text, start) and _OF_WHOM.search(text.text[: mark.end()]):
            continue  # the share of schools without a counsellor fell
        among = [h for h in hits if mark.end() <= h.start and h.end <= start]
        beside = not through and any(not _CARRIES.fullmatch(h.word) for h in among)
        if mark.end() > start:  # 不具备, 未发现: the word is part of the denial
            count += text.text[start] not in "不未无没非"
        elif _RAISES.match(between) and not beside:  # who does not think it will, thinks it will not
            count += 1
        elif _WHOLE.search(mark.group() + between) and mark.start() - clause.start <= _OPENING:
            count += (verb or bool(_LIMIT.match(text.text, start))) and (first >= start or bool(_IS_TO.search(between)))
        elif _EXISTS.fullmatch(mark.group()):
            count += (
                len(between) <= 2 * _GAP[text.language]
                and not (_CUT.search(between) and not (_OF_ONE.fullmatch(between) and _NAMES.match(text.text, start)))
                and not (beside and (text.language == "zh" or any(h.axis == "leave" for h in among)))
                and not _WHETHER.search(between)
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


_WHETHER = lazy_pattern(r"\b(?:when|whether|how|why)\b", re.IGNORECASE)  # unable to say when it might collapse
#: A denial that only tells whose share or number it is, before a verb of its own.
_OF_WHOM = lazy_pattern(r"\b(?:without|lacking|with no)$", re.IGNORECASE)
_MOVED = lazy_pattern(
    r"(?:fell|rose|grew|dropped|declined|increased|decreased|climbed|jumped|slipped|shrank|doubled|tripled|halved|dwindled|soared|plunged)"
    r"(?=\s(?:to|by|from|in|since|over|last|between|sharply|slightly|further|again|again|steadily|after)\b|[,.;]|$)"
)
#: Poles that are no more than a denial of what follows.
_NONE_OF = frozenset({"并无", "尚无"})
_OPENING = 12
_ADVERB = 2
#: What is wanting may be named by a longer noun, of which a word with a pole is the first part: 没有统一的收费标准.
_OF_ONE = lazy_pattern(r"[^，。；的]{2,6}的[^，。；的而但、把将因]{0,6}")
_NAMES = lazy_pattern(
    r"[\u4e00-\u9fff]{2,4}(?:标准|制度|办法|政策|项目|方式|机制|规则|规定|渠道|平台|许可|限额)(?=[，。；]|$)"
)
#: What is above or below a fixed mark may be denied of all; one thing above another is a comparison.
_LIMIT = lazy_pattern(
    r"[\u4e00-\u9fff]{2}[^，。；]{0,8}(?:限量|限值|标准|上限|红线|限额|规定|要求|阈值)|\w+ (?:[\w'’-]+ ){0,4}(?:limits?|thresholds?|standards?|targets?|caps?|norms?)\b",
    re.IGNORECASE,
)
#: Denials of all of a subject, which bear on its verb however long it is.
_WHOLE = lazy_pattern(
    r"^(?:(?:hardly|scarcely|barely) any|no|no one|not one|not a single|none|neither|nobody|nothing)\b|^无一|^无人|^没有(?:一|任何|哪)",
    re.IGNORECASE,
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
#: Verbs under which a denial of all goes on to what is to be done: neither agreed to renew.
_IS_TO = lazy_pattern(
    r"\b(?:agree[ds]?|want(?:s|ed)?|manage[ds]?|allowed|willing|able|offer(?:s|ed)?|plan(?:s|ned)?) to (?:\w+ly )?$",
    re.IGNORECASE,
)
_EXISTS = lazy_pattern(
    r"(?:没有|未能|尚未|并未|未曾|从未|没能|没|未)[^不未没无]{2,3}|不存在|没有|无|未见|缺乏|缺少|no|without|neither|lack(?:s|ed|ing)",
    re.IGNORECASE,
)
_LAST = lazy_pattern(r"[\u4e00-\u9fff]{2,5}(?:$|[，。；！？])")
_TO = 6
_TO_WHOM = lazy_pattern(r"[可能得会]?(?:[把将与和对向以用被让使给]|由(?!于))")  # 不能与教师绩效挂钩
_FORBIDS = lazy_pattern(r"禁止|严禁|不得|不准许?|不许|不允许|不能|不可以")  # a subject may stand between: 禁止平台强制
_WHERE = lazy_pattern(r"[在于从向对与为以按经][\u4e00-\u9fff]{1,7}")  # 尚未在中国获批
_PARTED = lazy_pattern(r"[，、；但而]|\b(?:and|but|that|which|who|because)\b", re.IGNORECASE)
_CUT = lazy_pattern(r"[的而但、把将因，]|\b(?:and|but|that|which|because)\b")
