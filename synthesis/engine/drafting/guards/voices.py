"""Who said what: what one voice of the evidence says must not be put into the mouth of another.

A text is read as voices, each a speaker with the content words of what it says. A voice of the sentence errs when its
words are those of another speaker of the evidence, and next to none those of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, GENERIC_ZH, TITLES_ZH
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_SAYS_ZH = frozenset(
    (
        "表示 认为 指出 称 说 回应 主张 指责 抱怨 反映 强调 透露 介绍 建议 担心 担忧 警告 质疑 批评 归因于 归咎于 归因 归咎 归结为 归结于 归结 归之于 坚称 "
        "否认 承认 呼吁 预计 预测 判断 辩称 解释 声称 觉得 相信 承诺 提出 宣布 估计 提醒 直言 坦言 断言 提议 看好 看淡 肯定 反对 "
        "同意 拒绝 支持 赞成 期待 希望 指控 控诉 指称 抱怨说 回应称 回应说 表态 谈到 提到 告诉 怀疑 推断 告诫 倡议 埋怨 责怪 指认"
    ).split()
)
_SAYS_EN = lazy_pattern(
    r"^(?:said|says?|saying|told|tells?|argu\w+|claim(?:ed|s)|warn\w*|stress\w*|insist\w*|blam\w+|called|calls|hail\w*|caution\w*|prais\w+|critici[sz]\w+|complain\w*|not(?:ed|es)"
    r"|believ\w+|estimat(?:ed|es)|reckon\w*|predict\w*|recommend\w*|propos(?:ed|es)|suggest(?:ed|s)|den(?:ied|ies)|accus\w+|welcom\w+|maintain(?:ed|s)|contend\w*|acknowledg\w+"
    r"|conced\w+|urg(?:ed|es)|thinks?|thought|fear(?:ed|s)|doubt(?:ed|s)|attribut(?:ed|es)|emphasi[sz]\w+|described|describes|objected|objects|agree[ds]?|refus\w+|reject\w*|accept(?:ed|s)|oppos\w+|support(?:ed|s)|endors\w+|expects?|expected|hopes?|hoped|points?|pointed)$"
)
_ANSWERS = lazy_pattern(
    r"(?:同意|拒绝|支持|赞成|反对|否认|质疑|呼应|肯定|agree|refus|reject|accept|oppos|support|endors|welcom|hail|prais|critici|den(?:y|ied|ies)|doubt|object)"
)
_TO_WHOM = lazy_pattern(r"^(?:据|按照|根据|依据|在|针对|就)$")
_ENOUGH, _SLIGHT = 2.0, 0.34
_CERTAIN, _LESS = 3.0, 0.6  # with more evidence against it, the topic both speak of may count for it
_MOST = 6


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker's keys, the keys of what is said, and where the saying stands."""

    speaker: frozenset[str]
    said: frozenset[str]
    start: int
    answers: bool = False  # agrees or refuses, so that what is said is another's


@lru_cache(maxsize=2048)
def voices(text: Passage) -> tuple[Voice, ...]:
    """The voices of a passage, in order; clauses without a speaker go on with the voice before them in their sentence."""
    found: list[Voice] = []
    for number in range(len(text.sentences)):
        before: frozenset[str] = frozenset()
        open_voice: Voice | None = None
        named: Sequence[Word] = ()
        for clause in text.clauses_of(number):
            read = _according(text, clause) or _voice(text, clause, named)
            named = named or [w for w in clause.words if w.content] if not _verbs(text, clause) else ()
            if read is None:
                if open_voice is not None:
                    open_voice = replace(open_voice, said=open_voice.said | clause.keys)
                else:
                    before |= clause.keys
                continue
            if open_voice is not None:
                found.append(open_voice)
            open_voice, before = replace(read, said=read.said or before), frozenset()
        if open_voice is not None:
            found.append(open_voice)
    return tuple(found)


_ACCORDING = {
    "zh": lazy_pattern(
        r"\s*(?:据|按照?|根据|依)(?P<who>[^，。；]{2,14}?)(?:的?(?:说法|看法|观点|介绍|估计|测算|统计|考证|判断|分析|解释|预测)|称|说)?$"
    ),
    "en": lazy_pattern(
        r"\s*(?:according to|in the (?:view|opinion|eyes) of)\s(?P<who>[\w'’-]+(?:\s[\w'’-]+){0,5})$", re.IGNORECASE
    ),
}


def _according(text: Passage, clause: Clause) -> Voice | None:
    """The voice of `According to the factory, …`, which says what follows."""
    match = _ACCORDING[text.language].match(clause.text)
    if match is None:
        if text.language == "zh" or not (led := _LED_EN.match(clause.text)):
            return None
        edge = clause.start + led.end()
        speaker = frozenset(w.key for w in clause.words if w.content and w.end <= edge)
        return Voice(speaker, clause.keys - speaker, clause.start) if speaker else None
    speaker = text.content_keys(clause.start + match.start("who"), clause.start + match.end("who"))
    return Voice(speaker, frozenset(), clause.start) if speaker else None


_LED_EN = lazy_pattern(r"\s*according to (?:the |its |a )?(?:\w+ )?\w+(?= (?:the|a|an|its|their|this) )", re.IGNORECASE)


def _verbs(text: Passage, clause: Clause) -> bool:
    if text.language == "zh":
        return any(w.tag.startswith("v") and w.tag != "vn" for w in clause.words)
    return any(
        _SAYS_EN.match(w.text.lower()) or re.match(r"(?:is|was|are|were|has|have|had|will)$|[a-z]+ed$", w.text)
        for w in clause.words
    )


def _voice(text: Passage, clause: Clause, named: Sequence[Word]) -> Voice | None:
    for position, word in enumerate(clause.words):
        if not _says(text, word) or (position and not _own_verb(text, clause.words, position)):
            continue
        before = [w for w in clause.words[:position] if w.content and not _TO_WHOM.match(w.text)]
        before = before or (list(named) if position == 0 else [])
        if text.language == "en" and not before:
            continue
        if not before or len(before) > _MOST or not _can_speak(text, before):
            return None
        said = frozenset(w.key for w in clause.words[position + 1 :] if w.content)
        return Voice(frozenset(w.key for w in before), said, word.start, _ANSWERS.match(word.text.lower()) is not None)
    return None


def _says(text: Passage, word: Word) -> bool:
    if text.language == "zh":
        return word.text in _SAYS_ZH
    return bool(_SAYS_EN.match(word.text.lower())) and not word.text[:1].isupper()


def _own_verb(text: Passage, words: Sequence[Word], position: int) -> bool:
    """Whether a word of saying is the verb of its clause: no other verb before it, no 的 after it, no article or `be`."""
    if text.language == "zh":
        after = words[position + 1] if position + 1 < len(words) else None
        earlier = any(w.tag.startswith("v") and w.tag != "vn" and w.content for w in words[:position])
        return not earlier and not (after is not None and after.text == "的")
    return words[position - 1].text.lower() not in {
        "a",
        "an",
        "the",
        "of",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "by",
        "as",
    }


_WHO_ZH = lazy_pattern(
    r"(?:[人方者员工商民生师户军厅社厂店校队局部委院会署团行所处县市国长党企网]|公司|集团|政府|机构|企业|平台|大学|中心|团队|专家|银行|媒体|家长|家庭|报告|协会)$"
)


def _can_speak(text: Passage, words: Sequence[Word]) -> bool:
    if text.language == "zh":
        return (
            bool(_WHO_ZH.search(words[-1].text))
            or words[-1].text in TITLES_ZH
            or words[-1].tag in {"nr", "ns", "nt", "nz", "nrt", "nrfg", "j"}
        )
    return True


def voice_findings(case: Case) -> Iterator[Finding]:
    """An objection when a voice of the sentence says what the evidence has another one say."""
    theirs = [v for text in case.evidence if text.language == case.sentence.language for v in voices(text)]
    if len({v.speaker for v in theirs}) < 2:
        return
    speakers = frozenset[str]().union(*(v.speaker for v in theirs))
    agreed = frozenset[str]().union(*(assenting(text) for text in case.evidence))
    for mine in voices(case.sentence):
        own = [v for v in theirs if _heads(mine, v)]
        if not own and (told := next((v for v in theirs if _exchanged(mine, v)), None)):
            yield Finding("role", "fail", "subject", ("、".join(sorted(mine.speaker)), "、".join(sorted(told.speaker))))
            return
        rivals = [v for v in theirs if not mine.speaker & v.speaker]
        if mine.answers or not own or not rivals or mine.speaker & agreed:
            continue
        said = mine.said - mine.speaker
        here = frozenset[str]().union(*(v.said for v in own))
        there = frozenset[str]().union(*(v.said for v in rivals))
        against = sum(_worth(k, speakers) for k in said & there - here)
        favour = sum(_worth(k, speakers) for k in said & here - there)
        if against >= _ENOUGH and favour <= (_SLIGHT if against < _CERTAIN else _LESS) * against:
            told = max(rivals, key=lambda v: len(v.said & said))
            yield Finding("role", "fail", "subject", ("、".join(sorted(mine.speaker)), "、".join(sorted(told.speaker))))
            return


_ASSENTS = {
    "zh": lazy_pattern(
        r"对(?:此|这一|上述|该)[^，。；不未没]{0,8}(?:认同|赞同|同意|附和|认可)|(?:表示|也|亦|均|都)(?:完全|基本)?(?:认同|赞同|同意|附和)(?=[，。；]|$)"
        r"|(?<![不未没])(?:认同|赞同|同意|附和|证实|呼应)了?(?:这|此|该|上述|前述|其|他|她|对方)"
    ),
    "en": lazy_pattern(
        r"(?<!not )(?<!never )\b(?:confirmed|confirms|agree[ds]?|endorse[ds]?|concur(?:red|s)?|echoed|echoes|shared|shares|seconded)"
        r"(?=[,.;]|$| (?:it|this|that view|as much|the (?:claim|view|account|statement|assessment|point)|with (?!plans?\b)))"
    ),
}


@lru_cache(maxsize=2048)
def assenting(text: Passage) -> frozenset[str]:
    """The keys of those who take up as their own what another has said before."""
    found = (
        text.content_keys(clause.start, match.start())
        for clause in text.clauses
        for match in _ASSENTS[text.language].finditer(text.text, clause.start, clause.end)
    )
    return frozenset[str]().union(*found)


def _exchanged(mine: Voice, theirs: Voice) -> bool:
    """Whether two voices say the same, the one of the other: A told B of C where C told B of A."""
    about = frozenset(k for k in mine.speaker & theirs.said if _worth(k, frozenset()) == 1.0)
    whom = frozenset(k for k in theirs.speaker & mine.said if _worth(k, frozenset()) == 1.0)
    return bool(about and whom and (mine.said & theirs.said) - about - whom)


def _heads(mine: Voice, theirs: Voice) -> bool:
    return bool(mine.speaker & theirs.speaker)


def _worth(key: str, speakers: frozenset[str]) -> float:
    return 0.5 if key in GENERIC_ZH or key.lower() in COMMON_EN or key in speakers else 1.0
