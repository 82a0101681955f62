"""Who comes first and who second: a place in an order that the evidence tells in words, of the very same name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.ownership import noun_runs
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, GENERIC_ZH
from synthesis.engine.patterns import lazy_pattern

_TOP_ZH = (
    r"居首|居冠|榜首|首位|魁首|第一(?![季阶次个家批代届时期季审线车产步责例类])|领跑|领先(?:其他|其余|群|全)|登顶|夺冠|折桂|夺魁|"
    r"拔得头筹|独占鳌头|最(?:高|多|大|快|强|长|好|贵|受)(?!的?[一二两三四五六七八九几\d])|冠军|头名|遥遥领先"
)
_TOP_EN = (
    r"top(?:s|ped|ping)?|l(?:ed|eads|eading)(?! to\b)|(?:c[ao]me(?:s)?|coming|rank(?:s|ed|ing)?|plac(?:es|ed|ing)|finish(?:es|ed|ing)?|in) (?:in )?(?:the )?(?:first|top)(?: place| spot| position)?(?! \d)"
    r"|head(?:s|ed|ing) (?:the|a) (?:list|table|ranking|field)|number one|in the lead|the (?:fastest|highest|largest|biggest|most|greatest|strongest|longest|best|steepest|sharpest)|won"
)
_SECOND_ZH = r"(?:紧跟|紧随|紧追|排)在?[^，。；]{1,10}(?:后面|之后|身后)|仅次于[^，。；]{1,10}|紧随其后|紧跟其后|紧随|次之|居次|其次|第二(?![季阶次个家批代届时期审线产步类])|亚军|次席|排在其后"
_SECOND_EN = r"(?:in )?second(?! (?:quarter|half|year|time|phase|stage|round|largest \w+ of))(?: place| spot| position)?|runner-up|close behind|next"
_THIRD_ZH = r"第三(?![季阶次个家批代届时期审线产步类方])|季军|再次之"
_THIRD_EN = r"(?:in )?third(?! (?:quarter|party|parties|year|time|phase|stage|round))(?: place| spot| position)?"
#: After a name, and before it: 远景居首, 居首的是远景.
_AFTER = {
    "zh": tuple(
        lazy_pattern(rf"(?:则|都|仍|也|又)?(?:以[^，。；、]{{1,16}}?)?(?:的[^，。；、比]{{1,12}}?)?[^，。；、的是为由比]{{0,5}}?(?:{words})")
        for words in (_TOP_ZH, _SECOND_ZH, _THIRD_ZH)
    ),
    "en": tuple(
        lazy_pattern(rf"(?:,)?(?: (?:was|is|were|are|has|had|then|again|now|also|grew|rose|which|taking|took|takes|holding|held|with [^,.;]{{1,20}},|(?:came|comes|coming|recorded|posted|saw|had|has|with|ranking|ranked)(?= (?:the|in|first|second|third|top))))*? (?:{words})\b", re.IGNORECASE)
        for words in (_TOP_EN, _SECOND_EN, _THIRD_EN)
    ),
}  # fmt: skip
_BEFORE = {
    "zh": tuple(
        lazy_pattern(rf"(?:{words})(?:的|者|位|名|之)?[^，。；、是为由]{{0,6}}?(?:则|正|就|便|分别|依次)?(?:是|为|属于|归|由)$|第{number}[位名大]?的$")
        for words, number in ((_TOP_ZH, "一"), (_SECOND_ZH, "二"), (_THIRD_ZH, "三"))
    ),
    "en": (
        lazy_pattern(r"\b(?:(?:topped|led|headed) by|(?:first|top)(?: place| spot)? (?:was|is|went to|goes to)|[a-z]+er in|more [a-z]+ in|than any other[^.;,]{0,30} (?:was|is)|(?:fastest|highest|largest|biggest|most|greatest|strongest|best)[^.;,]{0,40} (?:was|is|came|were|belonged to|went to)(?: in| from| by)?) (?:the )?$", re.IGNORECASE),
        lazy_pattern(r"\b(?:(?:closely )?followed by|second(?: place| spot)? (?:was|is|went to|goes to)|ahead of|next (?:was|is|came)|runner-up(?: was)?|trailed by) (?:the )?$", re.IGNORECASE),
        lazy_pattern(r"\bthird(?: place| spot)? (?:was|is|went to|goes to) (?:the )?$", re.IGNORECASE),
    ),
}  # fmt: skip
_THAN_ANY = lazy_pattern(r"(?:[^.;,]{0,40}) than (?:in |at |for )?(?:any|all|every|anywhere)\b", re.IGNORECASE)
_MORE_THAN_ANY = lazy_pattern(
    r"(?:'s)?(?: [\w-]+){1,3}? (?:more|[a-z]+er)\b[^.;,]{0,40} than (?:in |at |for )?(?:any|all|every|anywhere)\b",
    re.IGNORECASE,
)
_COMPARATIVE = lazy_pattern(r"\b(?:[a-z]+er|more [a-z]+|more) (?:in |at |for )?(?:the )?$", re.IGNORECASE)
#: The first ones, in turn: their names follow.
_LIST = {
    "zh": lazy_pattern(
        r"(?:前[两二三四五六](?:名|位|强|家|大)?|(?:[从由][高多大快强]到[低少小慢弱]|(?:排名|排序|名次|位次))[^，。；]{0,6})[^，。；：]{0,8}?(?:依次|分别)?(?:是|为|：)(?P<n>[^。；，]{4,60})"
    ),
    "en": lazy_pattern(
        r"\btop (?:two|three|four|five)[^.;:]{0,40}?(?:were|are|being|:)(?: in order,?)? (?P<n>[A-Z][^.;]{4,80})"
    ),
}
_PARTED = lazy_pattern(r"、|[和与及](?=[\u4e00-\u9fffA-Z])|, and |, | and ")
_JOINED = lazy_pattern(r"[、和与及]$|[A-Z][\w-]* and (?:the )?$")
_JOINS = lazy_pattern(r"[、和与及]| and (?:the )?[A-Z]")
_OTHER = lazy_pattern(
    r"其他|其余|此外|除|\b(?:except|apart from|excluding|not|other than|after|behind)\b", re.IGNORECASE
)
_DENIED = lazy_pattern(r"[不未非没]|\b(?:not|never|no longer)\b", re.IGNORECASE)


def rank_findings(case: Case) -> Iterator[Finding]:
    """An objection to a first, second or third place that the evidence gives to the name in another one."""
    texts = [text for text in case.evidence if text.language == case.sentence.language]
    for name, mine, theirs in _compared(case):
        if mine not in theirs:
            yield Finding("role", "fail", "swap", (name, _holder(texts, case.sentence, name, mine)))
            return


@lru_cache(maxsize=64)
def agreed_places(case: Case) -> frozenset[int]:
    """The places that the sentence gives to names as the evidence does, in whatever words."""
    return frozenset(mine for _, mine, theirs in _compared(case) if mine in theirs)


def _compared(case: Case) -> Iterator[tuple[str, int, frozenset[int]]]:
    """Each name that has a place in the sentence and in the evidence, with its place there and its places here."""
    spoken = case.sentence
    for name, start in _names(spoken):
        mine = _place(spoken, name, start)
        if mine is None:
            continue
        theirs = frozenset(
            place
            for text in case.evidence
            if text.language == spoken.language
            for m in re.finditer(re.escape(name), text.text)
            if (place := _place(text, name, m.start())) is not None
        )
        if theirs:
            yield name, mine, theirs


def _holder(texts: list[Passage], spoken: Passage, name: str, place: int) -> str:
    """Who else has a place in the evidence, when the sentence names it; else the name again."""
    others = [n for n, _ in _names(spoken) if n != name]
    for text in texts:
        for other in others:
            if any(_place(text, other, m.start()) == place for m in re.finditer(re.escape(other), text.text)):
                return other
    return name


def _names(text: Passage) -> Iterator[tuple[str, int]]:
    """The nouns and runs of them that can name one of those in an order."""
    for clause in text.clauses:
        for run in noun_runs(text, clause):
            if text.language == "zh":
                told = [w for w in run if w.text not in GENERIC_ZH]
                if told:
                    yield text.text[run[0].start : run[-1].end], run[0].start
                if len(run) > 1:
                    yield from ((w.text, w.start) for w in told if len(w.text) > 1 and w.tag in _NAMED)
            else:
                for word in run:
                    if word.text.lower() not in COMMON_EN:
                        yield word.text.removesuffix("'s"), word.start


_NAMED = frozenset("nr ns nt nz nrt eng j".split())


def _place(text: Passage, name: str, start: int) -> int | None:
    """1 to 3 where the words around a name give it a place, None where they give none or are denied."""
    clause = next((c for c in text.clauses if c.start <= start < c.end), None)
    if clause is None:
        return None
    end = start + len(name)
    before, after = text.text[clause.start : start], text.text[end : clause.end]
    if _DENIED.search(clause.text) or _OTHER.search(before):
        return None
    if (found := _LIST[text.language].search(text.text, *text.sentence_span(start))) and found.start(
        "n"
    ) <= start < found.end("n"):
        listed = _PARTED.split(found["n"])
        place = next((i for i, item in enumerate(listed) if name in item), 3)
        return place + 1 if place < _LAST else None
    if _JOINED.search(before) or _JOINS.match(after):
        return None  # who of several is second is not told
    if text.language == "en" and (
        (_COMPARATIVE.search(before) and _THAN_ANY.match(after)) or _MORE_THAN_ANY.match(after)
    ):
        return 1
    for place, (ahead, behind) in enumerate(zip(_AFTER[text.language], _BEFORE[text.language], strict=True), 1):
        if behind.search(before) or ahead.match(after):
            return place
    return None


_LAST = 3
