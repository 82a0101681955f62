"""What the evidence plans, expects, supposes or makes depend on something, told as done, reached or certain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import aligned, clause_at
from synthesis.engine.drafting.guards.duty import DUTY
from synthesis.engine.drafting.guards.hedging import DONE_ZH, brief, hedges_in, own_hedges, spoken_hedges
from synthesis.engine.drafting.guards.polarity import denials
from synthesis.engine.drafting.guards.restricted import ruling_findings
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.patterns import lazy_pattern


def realised_findings(case: Case) -> Iterator[Finding]:
    """Objections to the open told as settled."""
    yield from _certainty(case)
    yield from _realised(case)
    yield from _reached(case)
    yield from _came_true(case)
    yield from _threatened(case)
    yield from _verb_done(case)
    yield from _as_expected(case)
    yield from ruling_findings(case)


def _realised(case: Case) -> Iterator[Finding]:
    """What the evidence plans, expects or discusses told as done or promised."""
    done = DONE[case.sentence.language]
    everything = " ".join(text.text for text in case.evidence)
    for clause in case.sentence.clauses:
        match = done.search(clause.text)
        if (
            match is None
            or _TENTATIVE_ACT.search(match.group())
            or _UNSURE.search(clause.text[: match.start()])
            or (_PROMISE.search(match.group()) and _PROMISE.search(everything))
            or any(m in everything for m in (match.group(), clause.text))
        ):
            continue
        if len(clause.keys) < _MEANT:  # 最终数据显示，…: what is done stands in the next clause
            clause = next((c for c in case.sentence.clauses_of(clause.sentence) if c.start > clause.start), clause)
        whole = _sentence_keys(case.sentence, clause)
        promised = match.group() in {"承诺", "保证"}
        own = {
            n: w
            for n, w in spoken_hedges(case, clause).items()
            if n in _UNREAL and w not in match.group() and not (promised and n == "expected")
        }
        scored = [
            (len(_sentence_keys(text, other) & whole), len(other.keys & clause.keys), text, other)
            for text in case.evidence
            if text.language == case.sentence.language
            for other in text.clauses
        ]
        shared, near, text, other = max(scored, key=lambda item: item[:2], default=(0, 0, case.sentence, clause))
        like = [
            c
            for c in text.clauses_of(other.sentence)
            if promised or brief(c) or len(c.keys & clause.keys) >= max(1, near - 1)
        ]
        hedged = {n: w for c in like for n, w in hedges_in(text, c).items() if n in _UNREAL}
        if (
            own
            or shared < min(3, max(2, len(clause.keys) - 1))
            or not hedged
            or _ALREADY.search(text.sentence_of(other))
        ):
            continue
        yield Finding("hedge", "fail", "hedge_dropped", (next(iter(hedged.values())),))
        return


DONE = {
    "zh": lazy_pattern(
        r"已经?(?=[^，。；不未没无]{2})|正式|如期|实际(?=[^，。；]{0,4}(?:销|达|完成|增|为|投))|统计显示|业已|签订|签约|敲定|达成了|承诺|保证|规定(?=，)|确认(?!是否)|最终(?=数据|统计|结果|核算)|决定(?=取消|撤销|设立|建设|实施|采用|开展|调整|将|对|在)|落地|出台了|获批"
    ),
    "en": lazy_pattern(
        r"\b(?:ha(?:s|ve) (?:been |already |now )*(?!yet\b|not\b)\w+(?:ed|en|t|de|ne|ld|wn)|firmly|already|make up|makes up|actual\w*|signed|confirmed|final(?= figures| data| results| count)|guaranteed|promised|concluded|introduced|was (?:signed|completed|launched|approved))\b",
        re.IGNORECASE,
    ),
}

#: What is done is only that it was brought forward: has been proposed.
_TENTATIVE_ACT = lazy_pattern(
    r"\b(?:proposed|suggested|recommended|planned|considered|discussed|mooted|floated)$", re.IGNORECASE
)

_MEANT = 2

_ALREADY = lazy_pattern(r"已(?![^，。；]{0,4}(?:拟|待))|承诺|\bha(?:s|ve) been\b|\balready\b", re.IGNORECASE)

_PROMISE = lazy_pattern(r"承诺|保证|允诺|promis|pledg|commit|vow|undert", re.IGNORECASE)

_UNREAL = {"possible", "expected", "planned"}


def _reached(case: Case) -> Iterator[Finding]:
    """A figure that the evidence plans or expects told as reached."""
    language = case.sentence.language
    for clause in case.sentence.clauses:
        if (
            not _NOW[language].search(clause.text)
            or own_hedges(case.sentence, clause)
            or denials(clause.text, language)
        ):
            continue
        for text in case.evidence:
            for quantity in text.quantities:
                home = clause_at(text, quantity.start)
                same = any(
                    q.unit_class == quantity.unit_class and q.value == quantity.value and q.unit_class != "ordinal"
                    for q in case.sentence.quantities
                    if clause.start <= q.start < clause.end
                )
                if home is None or not same or _NOW[language].search(home.text) or len(home.keys & clause.keys) < 1:
                    continue
                open_ = {n: w for n, w in own_hedges(text, home).items() if n in {"planned", "expected"}}
                told = sum(
                    q.value == quantity.value and q.unit_class == quantity.unit_class
                    for t in case.evidence
                    for q in t.quantities
                )
                if open_ and told == 1 and not hedges_in(case.sentence, clause):
                    yield Finding("hedge", "fail", "hedge_dropped", (next(iter(open_.values())),))
                    return


_NOW = {
    "zh": lazy_pattern(r"已(?![不未无])|(?<![为除])了(?=[\d约近超]|$)|目前|如今|现有"),
    "en": lazy_pattern(
        r"\b(?:now|already|currently|at present|today|ha(?:s|ve) (?:now |already )?(?:been|reached|risen|fallen|grown|\w+ed))\b",
        re.IGNORECASE,
    ),
}


def _came_true(case: Case) -> Iterator[Finding]:
    """What the evidence tells under a condition told as done."""
    if case.sentence.language != "zh" or _CONDITION.search(case.sentence.text):
        return
    for clause in case.sentence.clauses:
        near = aligned(case)[clause.start][:1]
        done = DONE_ZH.search(clause.text)
        if (
            not near
            or not done
            or near[0].score < _SAME
            or own_hedges(case.sentence, clause)
            or DONE_ZH.search(near[0].clause.text)
        ):
            continue
        condition = _CONDITION.search(
            near[0].text.text[near[0].text.sentences[near[0].clause.sentence][0] : near[0].clause.end]
        )
        if condition and len(clause.keys & near[0].clause.keys) > 1:
            yield Finding("hedge", "fail", "hedge_dropped", (condition.group(),))
            return


_SAME = 0.6

_CONDITION = lazy_pattern(r"(?<![\u4e00-\u9fff])若(?!干)|如果|假如|假设|倘若|(?<![主只])要是|万一|一旦")


def _certainty(case: Case) -> Iterator[Finding]:
    pattern = _SURE_ZH if case.sentence.language == "zh" else _SURE_EN
    for match in pattern.finditer(case.sentence.text):
        before = case.sentence.text[: match.start()]
        duty = match.group().lower() == "must" and any(DUTY.search(text.text) for text in case.evidence)
        if duty or _UNSURE.search(before) or any(pattern.search(text.text) for text in case.evidence):
            continue
        yield Finding("hedge", "fail", "certainty", (match.group(),))


_SURE_ZH = lazy_pattern(
    r"公认|共识|(?<![无何没有])定论|各方认可|一致认为|众所周知|毋庸讳言|板上钉钉|尘埃落定|必将|必然|必定|一定(?=会|能|要|将|可以)|肯定|毫无疑问|无疑|显然|势必|注定|铁定|已成定局|既成事实|百分之百会|毋庸置疑|确定无疑|完全能够|(?<![须应要需由能可以自行举供])证明(?!材料|文件|责任|书|人|力|自己|其|不了|不出)了?|证实了?|确保了"
)

_SURE_EN = lazy_pattern(
    r"\b(?:certainly|definitely|undoubtedly|inevitabl[ey]|clearly|obviously|surely|without doubt|for certain|for sure|beyond doubt|proves?|proven|guarantees?|guaranteed|(?:is|are|was) certain(?= that| to)|(?:an |now )?established fact|(?:full|complete|total|absolute) certainty|(?:there is |there's |is )?no doubt(?= that)|definitive(?:ly)?|conclusive(?:ly)?|must|always)\b",
    re.IGNORECASE,
)

_UNSURE = lazy_pattern(
    r"(?:待|未|没有|无法|难以|不能|不)[\u4e00-\u9fff]{0,6}$|(?:没有|未|不)(?:承诺|保证|说|认定)[\u4e00-\u9fff]{0,12}$|(?:没能|未能|没有|难以|无法)[^，。；]{0,16}(?:达成|形成|取得)$|\b(?:nobody|no one|none|neither)\b[^.;,]*$|\b(?:not|never|yet to be|cannot)\s(?:\w+\s)?$",
    re.IGNORECASE,
)


def _sentence_keys(text: Passage, clause: Clause) -> frozenset[str]:
    return frozenset[str]().union(*(c.keys for c in text.clauses_of(clause.sentence)))


_OR_ELSE = {
    "zh": lazy_pattern(r"否则|不然|要不然"),
    "en": lazy_pattern(r"\b(?:otherwise|or else|failing which|or (?:it|they|he|she) (?:will|would))\b", re.IGNORECASE),
}
_DONE_TO = {
    "zh": lazy_pattern(r"已|被|(?<![为除])了"),
    "en": lazy_pattern(r"\b(?:was|were|has been|have been|had)\b", re.IGNORECASE),
}
_STILL_OPEN = lazy_pattern(
    r"将|会|要|如|若|否则|不然|可能|逾期|到期|\b(?:will|would|if|unless|may|could|otherwise|else|threat\w*)\b",
    re.IGNORECASE,
)


def _threatened(case: Case) -> Iterator[Finding]:
    """What is to follow if something is not done told as having followed: 否则将限产, 已被限产."""
    language = case.sentence.language
    for text in case.evidence:
        for other in text.clauses if text.language == language else ():
            threat = _OR_ELSE[language].search(other.text)
            told = (
                frozenset(w.key for w in other.words if w.content and w.start >= other.start + threat.end())
                if threat
                else None
            )
            for clause in case.sentence.clauses if told else ():
                done = _DONE_TO[language].search(clause.text)
                if (
                    done
                    and told
                    and 2 * len(told & clause.keys) >= len(told)
                    and not _STILL_OPEN.search(case.sentence.text)
                ):
                    yield Finding("hedge", "fail", "hedge_dropped", (threat.group() if threat else "",))
                    return


_TO_DO = lazy_pattern(
    r"\b(?:expects?|expected|plans?|planned|hopes?|intends?|aims?|wants?|seeks?) to (?P<verb>[a-z]{4,})\b",
    re.IGNORECASE,
)


def _verb_done(case: Case) -> Iterator[Finding]:
    """What somebody expects or plans to do told as done, by the same verb (expects to regain, regained). English only."""
    for text in case.evidence if case.sentence.language == "en" else ():
        for match in _TO_DO.finditer(text.text):
            keys = text.content_keys(*match.span("verb"))
            for word in case.sentence.words:
                clause = clause_at(case.sentence, word.start)
                done = word.key in keys and word.text.lower().endswith("ed") and clause is not None
                if (
                    done
                    and clause
                    and not spoken_hedges(case, clause)
                    and not _TO_BE.search(case.sentence.text[: word.start])
                ):
                    yield Finding("hedge", "fail", "hedge_dropped", (match.group(),))
                    return


_TO_BE = lazy_pattern(r"\b(?:be|not|never|been)\s$|n't\s$", re.IGNORECASE)
_EXPECTED = lazy_pattern(
    r"(?:正?如|符合|不出)(?:预期|预料|所料|预计)|\bas (?:\w+ ){0,3}(?:expected|predicted|forecast|planned|foreseen)\b",
    re.IGNORECASE,
)
_BUT_REALLY = lazy_pattern(
    r"(?:但|却|而)?实际(?:上|为|达|却)|出乎|超出预期|低于预期|不及预期|\b(?:in fact|actually|instead|contrary to|in reality|unexpectedly|surpris\w+)\b",
    re.IGNORECASE,
)


def _as_expected(case: Case) -> Iterator[Finding]:
    """As expected, where the evidence has it come otherwise."""
    told = _EXPECTED.search(case.sentence.text)
    turned = next((m for text in case.evidence if (m := _BUT_REALLY.search(text.text))), None)
    if told and turned and not any(_EXPECTED.search(text.text) for text in case.evidence):
        yield Finding("hedge", "fail", "hedge_dropped", (turned.group(),))
