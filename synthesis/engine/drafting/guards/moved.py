"""What a directed word moves: the object of a verb, the subject where it has none, what stands after "a rise in".

Not a parser: nearest words by part of speech (Chinese) and by the closed class of the word that follows (English).
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.guards.types import Clause, Passage
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_NOUN_ZH = ("n", "j", "l", "i", "b", "s", "eng", "an", "x")
_NO_NOUN = frozenset(
    "上年 去年 同期 同比 环比 今年 明年 年底 年末 当年 上月 当月 左右 以上 以下 分别 幅度 程度 小幅 大幅 略 有所".split()
)
_ASPECT = lazy_pattern(r"[了着过]?")
_BRINGS = lazy_pattern(r"[将把使令让]")
_AGAINST = frozenset("较 比 由 从 自 同 相比 相较 较之 同比 环比 随 因 对 受 被 据 按 在".split())
_BREAKS = lazy_pattern(r"(?:于|[使让令是为至到成]|导致|造成|引起|带动|推动|促使|带来|使得)$")
_ON_THE_WAY = frozenset("受 因 随 随着 由于 在 据 经 被 按 按照 通过".split())
_RELATIVE = lazy_pattern(r"[价量额率数比值费差度]$|价格|成本|收入|利润|规模|面积|人次|开支|支出|销售|均价")
_TURNS = frozenset("而 但 且 并 但是 而且 并且".split())
_AWAY = lazy_pattern(
    r"\s*(?:\w+(?:ed|ing)|in|on|at|by|from|after|before|with|for|over|during|as|when|while|compared|according|despite)\b",
    re.I,
)
#: 的 before what moves; what names the move itself (下降的趋势) is not what moves.
_MODIFIER = lazy_pattern(
    r"的(?=[\u4e00-\u9fff]{2})(?!(?:明显|显著|一定|主要|直接|总体|整体)?(?:趋势|态势|势头|原因|因素|幅度|速度|压力|风险|影响|情况|局面|空间|可能|时间|时候|同时|背景|结果|主因|是|主要|过程|阶段|基础|前提|速率|步伐|节奏|苗头|迹象|预期|冲击|作用))"
)
_DETERMINER = lazy_pattern(
    r"(?:the|a|an|its|their|his|her|our|this|that|these|those|some|all|many|most|both|no|any|much of|overall|total)\s",
    re.IGNORECASE,
)
_NO_OBJECT = lazy_pattern(
    r"\s*(?:$|[,.;:()]|\d|[$€£¥]|(?:by|to|from|in|on|at|for|with|and|or|but|than|as|since|after|before|during|over|under|against|while|when|because|between|among|within|per|through|until|about|around|nearly|almost|some|roughly|only|just|more|less|further|again|too|also|half|one|two|three|is|was|are|were|will|has|have|had|amid|across)\b|\w+ly\b)",
    re.IGNORECASE,
)
_OF = lazy_pattern(r"\s*(?:in|of|for)\s(?!(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\d)", re.I)  # fmt: skip
_NOUN_EN = lazy_pattern(
    r"^(?:growth|rise|fall|increase|decline|decrease|drop|surge|jump|slump|cut|reduction|expansion|contraction|shortage|lack|scarcity|surplus|deficit|upturn|downturn|dip|boost|gain|loss|delay|slowdown|recovery|improvement|deterioration|opposition|support|approval|ban|absence|dearth)s?$",
    re.IGNORECASE,
)
_NP_OPENS = lazy_pattern(r"(?:^|\b(?:the|a|an|its|their|this|that|any|no|of|with|by|from|to|despite|amid|\w+ed|sharp|steep|slight|modest|marked|further|recent|rapid|strong))\s$", re.I)  # fmt: skip
_ENDS_EN = lazy_pattern(
    r"[,.;:()]|\d|\b(?:by|to|from|in|on|at|for|with|and|or|but|than|as|since|after|before|during|over|under|against|while|when|because|between|among|within|per|through|until|is|was|are|were|will|has|have|had|which|that|who|amid|across)\b",
    re.IGNORECASE,
)
_SINCE = lazy_pattern(
    r"[,;:]|\b(?:as|after|when|since|because|while|whereas|although|though|but|which|that|who|with|by|and|if|until|before)\s",
    re.IGNORECASE,
)
_NO_THING = lazy_pattern(
    r"ly$|^(?:tend(?:s|ed)?|seem(?:s|ed)?|appear(?:s|ed)?|see[ns]?|saw|records?|recorded|posts?|posted|makes?|made|minutes?|days?|weeks?|months?|hours?|people|persons?|numbers?|amounts?|times?|things?|average|change)$",
    re.IGNORECASE,
)
_BE = lazy_pattern(r"\b(?:was|were|is|are|been|being|be)\s(?:\w+ly\s)?$", re.IGNORECASE)


def moved(text: Passage, clause: Clause, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Spans of the content words that the directed word at [start, end) moves; () where it cannot be told."""
    words = _chinese(text, clause, start, end) if text.language == "zh" else _english(text, clause, start, end)
    return tuple((w.start, w.end) for w in words)


def _chinese(text: Passage, clause: Clause, start: int, end: int) -> list[Word]:
    begin = end + len(_ASPECT.match(text.text, end).group())  # type: ignore[union-attr]
    before = [w for w in clause.words if w.end <= start]
    brought = next((w for w in reversed(before) if _BRINGS.fullmatch(w.text)), None)
    if brought is not None and (found := [w for w in before if w.start >= brought.end and _noun(w)]):
        return found[-4:]
    named = _MODIFIER.match(text.text, begin)  # 延长的航程
    found = []
    if named or text.text[begin : begin + 1] != "的":
        for word in (w for w in clause.words if w.start >= begin):
            if _noun(word):
                found.append(word)
            elif not _inside_phrase(word, opened=bool(found)):
                break
    if found:
        return found[:4]
    subject = _subject_zh(before)
    relative = len(subject) == 1 and _RELATIVE.search(subject[0].text)
    return subject + _topic(text, clause) if relative or not subject else subject


def _inside_phrase(word: Word, *, opened: bool) -> bool:
    """Whether a word that is no noun belongs to the noun phrase after a verb: 的, what stands before nouns, figures in it."""
    if word.tag.startswith(("m", "q")):
        return opened
    if _BREAKS.search(word.text):
        return False
    return (
        word.text == "的"
        or not word.tag.startswith(("d", "p", "c", "u", "x", "y"))
        or (word.text == "对" and not opened)
    )


def _topic(text: Passage, clause: Clause) -> list[Word]:
    """What the nearest clause before that has a subject opens with; a clause with a short one or none goes on about it."""
    for earlier in reversed([c for c in text.clauses_of(clause.sentence) if c.end <= clause.start]):
        if text.language == "en":
            found = [] if _AWAY.match(earlier.text) else [w for w in earlier.words if w.content][:3]
        else:
            verb = next((w.start for w in earlier.words if w.tag == "v" or w.text in _ON_THE_WAY), earlier.end)
            found = [w for w in earlier.words if _noun(w) and w.end <= verb][:3]
        if found:
            return found
    return []


def _subject_zh(before: list[Word]) -> list[Word]:
    """The last nouns before the first 较, 由, 同比 … that follows a noun."""
    found: list[Word] = []
    away = False  # within 受央行购金推动
    turn = max((n for n, w in enumerate(before, 1) if w.text in _TURNS), default=0)
    for word in before[turn:]:
        if word.text in _AGAINST and found:
            break
        away = (away or word.text in _ON_THE_WAY) and not (away and word.tag.startswith("v") and word.tag != "vn")
        if _noun(word) and not away:
            found.append(word)
    return found[-3:]


def _noun(word: Word) -> bool:
    return word.content and word.text not in _NO_NOUN and (word.tag.startswith(_NOUN_ZH) or word.tag == "vn")


def _english(text: Passage, clause: Clause, start: int, end: int) -> list[Word]:
    before, after = text.text[clause.start : start], text.text[end : clause.end]
    told = text.text[start:end]
    named = _OF.match(after)
    if named and _NOUN_EN.match(told) and (not before.strip() or _NP_OPENS.search(before)):
        return _phrase(text, clause, end + named.end())
    if not _BE.search(before) and not _NO_OBJECT.match(after) and (found := _phrase(text, clause, end)):
        return found
    words = [w for w in clause.words if w.content and w.end <= start and not _NO_THING.search(w.text)]
    since = clause.start + max((m.end() for m in _SINCE.finditer(before)), default=0)
    return [w for w in words if w.start >= since][-4:] or words[:3] or _topic(text, clause)


def _phrase(text: Passage, clause: Clause, start: int) -> list[Word]:
    """The content words of the noun phrase at `start`, an of-phrase with it."""
    skipped = _DETERMINER.match(text.text[start : clause.end].lstrip())
    begin = start + (1 + skipped.end() if skipped else 0)
    cut = _ENDS_EN.search(text.text, begin, clause.end)
    stop = cut.start() if cut else clause.end
    words = [w for w in clause.words if w.content and start <= w.start and w.end <= stop]
    return [w for w in words if not _NO_THING.search(w.text)][:4]
