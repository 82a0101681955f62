"""Guard of hedges: what the evidence expects, plans or thinks possible must not become fact, nor fact a maybe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import Aligned, aligned, similarity
from synthesis.engine.drafting.guards.duty import duty_findings
from synthesis.engine.drafting.guards.hedging import (
    DONE_ZH,
    HEDGES,
    MAYBE,
    TURNS,
    brief,
    hedges_in,
    own_hedges,
    said_hedges,
    spoken_hedges,
)
from synthesis.engine.drafting.guards.polarity import denials
from synthesis.engine.drafting.guards.realised import DONE, realised_findings
from synthesis.engine.drafting.guards.standing import attributed, standing_findings, tentative
from synthesis.engine.drafting.guards.thresholds import beyond
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.guards.weighed import weighed_findings
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.likeness import alike, same_value
from synthesis.engine.patterns import lazy_pattern

# Weaker classes count as hedges only beside each other; ability is lost without harm when the verb is a purpose.
_STRONG = {"possible", "expected", "planned", "reported", "limited", "should", "conditional"}


def hedge_findings(case: Case) -> Iterator[Finding]:
    """Objections to hedges dropped, added or turned into certainty."""
    yield from _dropped(case)
    yield from _dropped_in_copy(case)
    for clause in case.sentence.clauses:
        near = aligned(case)[clause.start]
        if near and near[0].score >= 0.75 and len(clause.keys) >= 2:
            yield from _added(case, clause, [a for a in near if a.score >= near[0].score - 0.08])
    yield from duty_findings(case)
    yield from realised_findings(case)
    yield from standing_findings(case)
    yield from weighed_findings(case)


_STRENGTH = ("possible", "expected", "planned", "should", "conditional", "reported")


def _dropped(case: Case) -> Iterator[Finding]:
    """What the evidence hedges told without any hedge, or with one that makes it certain (could → will)."""
    for clause in case.sentence.clauses:
        spoken = spoken_hedges(case, clause)
        for text in case.evidence:
            for other in text.clauses:
                for name, word, before, after in _hedged(text, other):
                    scope = before | after
                    if _figured_elsewhere(case, clause, text, other):
                        continue
                    if word in _AWAITED and denials(case.sentence.sentence_of(clause), case.sentence.language):
                        continue
                    if name == "should" and clause.start in beyond(case):
                        continue  # who is below the bound need not
                    shared = _common(scope, clause)
                    if len(shared) < 2 and not (shared and len(clause.keys) <= 2):
                        continue
                    done = DONE_ZH.search(clause.text) and len(shared & before) >= 2
                    if after and not shared & after and not done:
                        continue
                    if (
                        _holds(name, spoken, clause)
                        or tentative(case.sentence, clause, other)
                        or _stated_plainly(case, shared, scope)
                    ):
                        continue
                    if word.lower() in {"will", "shall", "将"} and _stipulated(case, clause, text, other):
                        continue
                    if word.lower() == "will" and _scheduled(case.sentence, clause):
                        continue
                    if _PUT_OFF.search(clause.text) and _LATER.search(other.text):
                        continue  # would open later than planned: the opening has been pushed back
                    if name == "should" and _COURT.search(text.text) and _RULED.search(case.sentence.text):
                        continue  # what a court finds ought to be is what it orders
                    if word == "may" and (_ALLOWS.search(clause.text) or _MUST_BE.search(clause.text)):
                        continue  # leave, not a guess
                    if name == "reported" and (
                        len(shared) < (2 if _CHARGE.search(word) and len(clause.keys) <= 3 else 3)
                        or attributed(case.sentence)
                    ):
                        continue
                    done = done or bool(_soft(name, word) and DONE_ZH.search(clause.text))
                    if (
                        _soft(name, word)
                        and not (done and name == "should")
                        and similarity(clause, other) < (0.8 if name == "should" else 0.7)
                    ):
                        continue
                    yield Finding("hedge", "fail", "hedge_dropped", (word,))
                    return


_WHEN = lazy_pattern(r"\b(?:from|until|as of|starting|by the end of|next|at the earliest)\b", re.IGNORECASE)
_PAST = lazy_pattern(
    r"\b(?:was|were|had|did|already|has|have|now|since)\b(?! (?:paid|to)\b)|\b[a-z]{3,}ed\b", re.IGNORECASE
)


def _scheduled(text: Passage, clause: Clause) -> bool:
    """Whether a clause tells with its time, and not as past, what is laid down to come: from July patients can have it."""
    told = text.sentence_of(clause)
    return text.language == "en" and bool(_WHEN.search(told)) and not _PAST.search(clause.text)


_PUT_OFF = lazy_pattern(
    r"\b(?:pushed back|delay(?:s|ed|ing)?|postpon\w+|put off|deferred|behind schedule)\b|推迟|延期|延后|延误|推后",
    re.IGNORECASE,
)
_LATER = lazy_pattern(
    r"\blater than (?:\w+ )?(?:planned|scheduled|expected|intended)|比(?:原?计划|预期|原定)[^，。；]{0,6}[晚迟]|[晚迟]于(?:原?计划|预期|原定)",
    re.IGNORECASE,
)
_RULES_OUT = lazy_pattern(
    r"\b(?:rul(?:es|ed|ing) out|pledg\w+|promis\w+|vow\w*|undert(?:ook|akes?|aking)|commit\w* (?:itself|themselves)? ?to)\b",
    re.I,
)
_DEAL = lazy_pattern(
    r"协议|合同|条约|条例|办法|章程|法案|规则|\b(?:agreements?|contracts?|deal|treaty|accord|lease|law|act|rules?|regulations?|scheme|statutes?|terms)\b",
    re.IGNORECASE,
)


def _stipulated(case: Case, clause: Clause, text: Passage, other: Clause) -> bool:
    """Whether both tell what a contract or a law lays down, the sentence not as done: such a "will" is no forecast."""
    if "已" in clause.text or DONE_ZH.search(clause.text) or DONE[case.sentence.language].search(clause.text):
        return False
    return bool(_DEAL.search(case.sentence.sentence_of(clause)) and _DEAL.search(text.sentence_of(other)))


def _figured_elsewhere(case: Case, clause: Clause, text: Passage, other: Clause) -> bool:
    """Whether the figures of a clause are no part of what the evidence hedges, but of another clause that has them."""
    mine = [q for q in case.sentence.quantities if clause.start <= q.start < clause.end]
    hedged = [q for q in text.quantities if other.start <= q.start < other.end]
    known = [q for p in case.evidence for q in p.quantities if q not in hedged]

    def told(quantity: Quantity, among: list[Quantity]) -> bool:
        return any(alike(quantity, q) and same_value(quantity, q) for q in among)

    return bool(mine) and all(not told(q, hedged) and told(q, known) for q in mine)


_CHARGE = lazy_pattern(r"控|涉嫌|^(?:alleg|accus|charg)", re.IGNORECASE)

_MEASURED = lazy_pattern(r"(?:据|保守|乐观|初步)?(?:估计|估算|预估)|预期|estimate[sd]?|would|will", re.IGNORECASE)


def _soft(name: str, word: str) -> bool:
    """Hedges that other wordings carry so often that only a near copy without them tells: duties, leave, estimates."""
    return name in {"should", "conditional", "ability"} or bool(_MEASURED.fullmatch(word)) or word.lower() == "may"


_MUST_BE = lazy_pattern(r"\b(?:must|ha(?:s|ve|d) to|needs?(?:ed)? to) (?:be|have)\b", re.IGNORECASE)
_AWAITED = frozenset({"有待", "尚待", "仍待", "待", "pending"})


def _dropped_in_copy(case: Case) -> Iterator[Finding]:
    """A near copy of a clause without its maybe, whatever other clauses hold."""
    bare = {clause.text.strip() for clause in case.sentence.clauses if len(clause.keys) > 1}  # 到2030年 states nothing
    for text in case.evidence:
        for other in text.clauses:
            for name, word in own_hedges(text, other).items():
                if name in MAYBE and other.text.replace(word, "", 1).strip() in bare:
                    yield Finding("hedge", "fail", "hedge_dropped", (word,))
                    return
    for clause in case.sentence.clauses:
        near = aligned(case)[clause.start][:1]
        if not near or near[0].score < 0.8 or len(clause.keys) < max(3, 0.6 * len(near[0].clause.keys)):
            continue
        theirs = {n: w for n, w in own_hedges(near[0].text, near[0].clause).items() if n in MAYBE}
        own = {
            n: w
            for n, w in said_hedges(case.sentence, clause).items()
            if n in MAYBE | {"reported", "should", "ability"}
        }
        firm = set(own) == {"expected"} and own["expected"].lower() in {"will", "将"} and "possible" in theirs
        if _figured_elsewhere(case, clause, near[0].text, near[0].clause):
            continue
        if not theirs or (own and not firm) or (not firm and tentative(case.sentence, clause, near[0].clause)):
            continue
        scopes = [after for _, _, _, after in _hedged(near[0].text, near[0].clause)]
        done = DONE_ZH.search(clause.text) or DONE[case.sentence.language].search(clause.text)
        if theirs.get("possible") == "may" and _ALLOWS.search(clause.text):
            continue
        if set(theirs.values()) <= _AWAITED and denials(clause.text, case.sentence.language):
            continue  # 有待批准: not yet approved
        described = {"即将"} if _DESCRIBES.search(near[0].clause.text) else set[str]()
        if {w.lower() for w in theirs.values()} <= {"will", "would"} and _ANNOUNCES.search(clause.text):
            continue
        if _RULES_OUT.search(clause.text) and {w.lower() for w in theirs.values()} <= {"will", "would"}:
            continue  # what is ruled out is yet to come
        if {w.lower() for w in theirs.values()} <= {"will", "将"} | described and not done:
            continue  # what will be, told without a word of time
        if scopes and not any(after & {w.key for w in clause.words} for after in scopes):
            continue  # what the maybe is about is not in this clause
        if any(
            brief(c) and set(own_hedges(case.sentence, c)) & MAYBE for c in case.sentence.clauses_of(clause.sentence)
        ):
            continue  # …, preliminary figures show
        earlier = set(hedges_in(case.sentence, clause)) & (MAYBE | {"reported", "conditional"})
        if firm or DONE_ZH.search(clause.text) or re.search(r"已", clause.text) or not earlier:
            yield Finding("hedge", "fail", "hedge_dropped", (next(iter(theirs.values())),))
            return


def _holds(name: str, spoken: dict[str, str], clause: Clause) -> bool:
    """Whether a hedge of the sentence renders one of the evidence; `will` does not render a `could`."""
    if name in {"expected", "planned"} and _ANNOUNCES.search(clause.text):
        return True  # announced an investment, where it announced that it would invest
    kept = set(spoken) - {"limited"}
    if (
        name in {"possible", "should", "conditional"}
        and kept == {"expected"}
        and spoken["expected"].lower() in {"will", "将", "即将"}
    ):
        return False
    if DONE_ZH.search(clause.text) and not kept - {"ability", "reported"}:
        return False
    return bool(kept)


_PAST_DUE = lazy_pattern(
    r"(?:超过|超出|逾|已过|晚于|错过)[^，。；]{0,6}(?:期限|时限)$|\b(?:after|miss\w*|past|beyond|late for) (?:the|its|their|a) (?:[\w-]+ ){0,2}deadlines?$",
    re.IGNORECASE,
)
_LEAVE = lazy_pattern(r"\b(?:nobody|no one|no|only|every\w*|any\w*|each)\b", re.IGNORECASE)

_NONE = lazy_pattern(r"\b(?:no|any|not|never)\s$|[没无]有?[^，。；]{0,4}$", re.IGNORECASE)

_DESCRIBES = lazy_pattern(
    r"即将[^，。；的]{2,4}的|(?:guidance|advice|recommendations?)\s(?:that\s)?(?:states?|says?|notes?|explains?|confirms?|defines?|documents?|is|was|issued|published)\b",
    re.IGNORECASE,
)

_ASKED = lazy_pattern(r"\b(?:how|what|when|where|which|whether|why)\b[^,.;]*$", re.IGNORECASE)

_TURN_WITHIN = lazy_pattern(
    r"\b(?:yet|but|although|though|while|whereas|and (?:has|have|is|was|were|are))\b", re.IGNORECASE
)


def _hedged(text: Passage, clause: Clause) -> Iterator[tuple[str, str, frozenset[str], frozenset[str]]]:
    """The hedges of a clause with the keys they hold for: the nearest words before, and those up to the next turn."""
    for name in _STRENGTH:
        match = HEDGES[text.language][name].search(clause.text)
        if match is None or (
            name == "reported" and text.language == "zh" and re.match("(?:普遍|一般)?认为|判断", match.group())
        ):
            continue
        if re.match(r"\s*(?:not|n't)\b", clause.text[match.end() :]) or re.match(
            r"[为是]\s*[\d约]", clause.text[match.end() :]
        ):
            continue  # could not have; 估计为1.46℃
        if match.group() == "may" and (
            _LEAVE.search(text.text[text.sentences[clause.sentence][0] : clause.start + match.start()])
            or re.match(r"\s*(?:no longer|only)\b", clause.text[match.end() :])
        ):
            continue  # nobody under sixteen may rent one
        if match.group().lower() == "possible" and denials(clause.text, text.language):
            continue  # no appeal is possible
        if _PAST_DUE.search(clause.text[: match.end()]):
            continue  # a day after the deadline
        if match.group() == "could" and re.match(r"\s*no longer\b", clause.text[match.end() :]):
            continue
        if match.group().lower() in {"will", "would"} and _ASKED.search(clause.text[: match.start()]):
            continue  # how fast users would take to it; not said when it will decide
        if _DESCRIBES.match(clause.text[match.start() :]):
            continue  # what describes a thing (即将实施的新规) or is one (guidance states …)
        if name == "planned" and _NONE.search(clause.text[: match.start()]):
            continue  # no plans to
        if name == "planned" and denials(clause.text, text.language):
            continue
        if name == "should" and re.search(r"\b(?:not|n't|no longer)\s*$|[不无]\s*$", clause.text[: match.start()]):
            continue
        if name == "reported" and match.group().lower().startswith(("according", "believ", "think", "argu", "claim")):
            continue
        start, end = clause.start + match.start(), clause.start + match.end()
        turn = _TURN_WITHIN.search(text.text, end, clause.end)
        stop = turn.start() if turn else clause.end
        words = [w for w in clause.words if w.end <= stop and w.content and w.key not in {"expect", "plan"}]
        after = [w.key for w in words if w.start >= end]
        before = [w.key for w in words if w.end <= start]
        if len(after) < 2:
            following = [c for c in text.clauses_of(clause.sentence) if c.start > clause.end]
            if name in {"expected", "planned", "reported"} and following and not TURNS.match(following[0].text):
                after += [w.key for w in following[0].words if w.content]
        if name != "conditional":
            yield name, match.group(), frozenset(before[-2:]), frozenset(after[:7])


def _common(scope: frozenset[str], clause: Clause) -> frozenset[str]:
    return scope & {w.key for w in clause.words}


def _stated_plainly(case: Case, shared: frozenset[str], scope: frozenset[str]) -> bool:
    """Whether another clause of the evidence says the shared words without a hedge."""
    for text in case.evidence:
        for clause in text.clauses:
            if (
                shared <= {w.key for w in clause.words}
                and not set(hedges_in(text, clause)) & _STRONG
                and not set(own_hedges(text, clause)) & _STRONG
            ):
                return True
            first = min(
                (m.start() for p in HEDGES[text.language].values() if (m := p.search(clause.text))), default=None
            )
            if first is not None and not _IS.search(
                clause.text[:first]
            ):  # the part before the hedge is plain, and so is what a conjunction parts from it
                plain = {w.key for w in clause.words if w.end <= clause.start + first}
                if shared <= plain and len(plain) > 3:
                    return True
    return False


#: Before a hedge that is the predicate of what stands before it: growth is expected.
_IS = lazy_pattern(r"\b(?:is|are|was|were|been|being|be)\s(?:\w+ly\s)?$", re.IGNORECASE)


def _added(case: Case, clause: Clause, near: list[Aligned]) -> Iterator[Finding]:
    """A maybe where the evidence states a fact, in a near copy."""
    own = own_hedges(case.sentence, clause)
    own = {n: w for n, w in own.items() if w.lower() not in {"will", "将"}}
    mine = {n: w for n, w in own.items() if n in {"possible", "expected", "planned", "reported"}}
    mine = {
        n: w
        for n, w in mine.items()
        if not re.fullmatch(r"(?i)认为|判断|according to|believ\w+|think\w*|argu\w+|claims?|目标|考虑", w)
    }
    hedged = any(
        own_hedges(p, c) or hedges_in(p, c) or _ALLOWS.search(c.text) for p in case.evidence for c in p.clauses
    )
    everything = " ".join(text.text for text in case.evidence)
    mine = {n: w for n, w in mine.items() if not (w.lower() in _OF_ANNOUNCED and _ANNOUNCED.search(everything))}
    hedged = hedged or any(tentative(a.text, a.clause) or _PURPOSE.search(a.text.text) for a in near)
    if mine and not hedged and not _sentence_hedged(near):
        yield Finding("hedge", "check", "hedge_added", (next(iter(mine.values())),))


_ANNOUNCES = lazy_pattern(
    r"\b(?:announc|unveil|pledg|promis)\w*\s(?:an?|its|the|their|plans?)\b|宣布[^，。；]{0,12}(?:计划|方案|投资)",
    re.IGNORECASE,
)
_OF_ANNOUNCED = frozenset({"拟", "could", "can"})
_ANNOUNCED = lazy_pattern(r"宣布|公告|\b(?:capacity|capable|capabilities)\b", re.IGNORECASE)
_PURPOSE = lazy_pattern(
    r"为了|提案|议案|方案|以便|旨在|margins? of error|误差|\b(?:in order|so as) to\b|secured", re.IGNORECASE
)

_COURT = lazy_pattern(r"法院|仲裁|法庭|\b(?:court|tribunal|judges?|arbitrat\w+)\b", re.IGNORECASE)
_RULED = lazy_pattern(r"判|裁|\b(?:ruled|ordered|held|found)\b", re.IGNORECASE)
_ALLOWS = lazy_pattern(
    r"允许|准许|获准|\b(?:allow|permit|let|enabl|authoris|authoriz|bann?|bar(?=s\b|red|ring)|forb[ai]d|prohibit|eligib|exclud|entitl)\w*|\b(?:open|closed) to\b",
    re.IGNORECASE,
)


def _sentence_hedged(near: list[Aligned]) -> bool:
    return any(own_hedges(a.text, c) for a in near for c in a.text.clauses_of(a.clause.sentence))
