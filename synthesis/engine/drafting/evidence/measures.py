"""What a figure of the evidence table measures, where its clause names it in more words than `facts` reads.

For people to read and correct: a guess, where `facts`, which drafts rest on, rather keeps silent.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.facts import INDICATOR_ZH
from synthesis.engine.drafting.evidence.words import is_nominal, words_of
from synthesis.engine.patterns import lazy_pattern

_LONGEST = 24  # characters of a name
_DATE = lazy_pattern(
    r"(?:截至|截止|[到至自在于])?\d{4}年?(?:[-–—~～至到]{1,2}\d{4})?年?(?:\d{1,2}月)?(?:底|末|初|期间|之间|间|以来|前后|起)?的?"
)
# What may stand between a measure and its figure: a level (为, 达到), a duty (要, 应), a bound, a way, an adverb, a span.
_LEVEL = (
    r"达到|达|(?<![行作])为|是|共有|设有|拥有|(?<!所)有|增至|升至|降至|提高到|上升到|增加到|下降到|减少到|扩大到|缩短至|缩短到"
    r"|到|至|超过|突破|占"
)
_TAIL = lazy_pattern(
    rf"(?:{_LEVEL}|已经|已|将|仍|仅|只|就|也|都|则|又|还|却|(?<![主重纪摘])要|应当|应该|(?<![反供效对])应|须|需要|需|(?<![许认])可"
    r"|(?<![产功性动机职智储势节])能|不少于|不低于|不超过|不高于|不得少于|不得低于|不得超过|同比|环比|增长|上升|上涨|提高|增加|下降|下跌"
    r"|下滑|减少|降低|回落|至少|最多|最高|高达|低至|(?<![节预合签])约|(?<![附邻最])近|逾|不足|接近|大约|平均|分别|共计|合计|累计"
    r"|(?<![平人户日月年])均|[一二两三四五六七八九十几数]年[之以]?内|[约为]每[\u4e00-\u9fff]{1,3}|(?<![存潜])在|[从由自的了])+$"
)
_STATED = lazy_pattern(rf"(?:{_LEVEL})(?:了|约|近|逾|不足|接近|大约)*$")
_WITHIN = lazy_pattern(r"(?P<what>.{4,}?)(?:约为|仅为|相当于|(?<![行作])为|是)")
_SPENT = lazy_pattern(r"(?:补贴|补助|投入|支出|投资|融资|捐赠|拨款|罚款|收费|缴费|缴纳|花费|奖励|发放|耗时|用时|历时)$")
# Behind these somebody's words or demand begin, or what a doer does something to.
_SAID = lazy_pattern(r"提出|要求|规定|明确|计划|争取|力争|希望|表示|认为|指出|显示|披露|预计|其中")
_DONE_TO = lazy_pattern(r"使得|使(?!用)|让|令|把|将")
_LED = lazy_pattern(r"^(?:约为|仅为|约|对|向|给|为|在|按|由)(?![外内])")
_ENDS = lazy_pattern(r"(?:实现|完成|应当|[可按将已应对以由从在把的])+$")
_NO_NAME = lazy_pattern(r"[由从向按被与和及而但以]|每|平均|全年|年均|受访")
# What a measure begins with: behind 的 (套餐的|点|餐率), and what is said of the measuring (旅游|总|收入).
_FIRST = lazy_pattern(
    r"(?:的(?P<noun>[\u4e00-\u9fff]{1,3})|(?P<manner>总|净|综合|累计|平均|[年月日人户]均|(?<![\u4e00-\u9fff])年))$"
)


def measure_before(before: str) -> tuple[str, str]:
    """(subject, measure) named in what stands before a figure in its clause; "" for what it does not name."""
    left = _DATE.sub("", re.sub(r"（[^）]*）", "", before))
    stated = bool(_STATED.search(left))
    left = _TAIL.sub("", left)
    words = words_of(left)
    spent = _SPENT.search(left)
    if not words or re.search(r"\d", left):
        return "", spent.group() if spent else ""
    last = words[-1]
    known = re.search(rf"(?:{INDICATOR_ZH}|时长|里程|寿命|间隔)$", left)
    if last.text[-1] in "率量额费价度值龄积" and len(last.text) > 1 and is_nominal(last):
        at = last.start
    elif known and known.start() in {word.start for word in words}:
        at = known.start()
    elif spent:
        at = spent.start()
    elif within := _WITHIN.match(left):
        return measure_before(within["what"])  # 售价|约为进口产品的|六成
    else:
        named = is_nominal(last) and (stated or "的" in left or all(map(is_nominal, words)))
        return (subject_in(left) if named else ""), ""
    subject, measure = whole(left[:at], left[at:])
    return subject_in(subject), measure


_COUNTED = lazy_pattern(
    r" (?P<thing>(?:(?!(?:of|in|at|on|by|to|for|per|and|or|a|the)\b)[a-z][a-z-]+ )??[a-z][a-z-]+(?<![su])s)\b"
)
_UNITS = frozenset("degrees points percent times years months weeks days hours minutes seconds".split())


def counted_things(text: str, phrase: str, end: int) -> str:
    """The things an English figure counts, which ends at `end` in `text`: 84 community kitchens; "" for none."""
    told = re.search(r"(?<=[ \d])[a-z]{3,}s$", phrase)
    behind = None if told else _COUNTED.match(text, end)
    thing = told.group() if told else behind["thing"] if behind else ""
    return thing if thing.rsplit(" ", 1)[-1] not in _UNITS else ""


def whole(subject: str, measure: str) -> tuple[str, str]:
    """The two with what a measure begins with back at it: 套餐的点, 餐率 are 套餐 and 点餐率."""
    first = _FIRST.search(subject) if measure else None
    return (subject[: first.start()], (first["noun"] or first["manner"]) + measure) if first else (subject, measure)


def subject_in(text: str) -> str:
    """Of whom something is told in `text`, which may begin with who says or does so; "" where that is no name."""
    told = [part for part in _DONE_TO.split(_SAID.split(text)[-1]) if part]
    name = _ENDS.sub("", _LED.sub("", told[-1])).strip("“”") if told else ""
    return name if 2 <= len(name) <= _LONGEST and not _NO_NAME.match(name) else ""
