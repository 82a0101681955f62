"""Guard of hedges: what the evidence expects, plans or thinks possible must not become fact, nor fact a maybe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import Aligned, aligned, clause_at, similarity
from synthesis.engine.drafting.guards.duty import DUTY, duty_findings
from synthesis.engine.drafting.guards.polarity import denials
from synthesis.engine.drafting.guards.standing import attributed, standing_findings, tentative
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.patterns import lazy_pattern

_FUTURE_ZH = r"将(?=会|有|于|进一步|继续|持续|达|超|成为|突破|增|升|降|保持|迎来|逐步|不断|大幅|显著|在|从|由|以|是|实现|形成|迈|步入|进入|扩大|面临|带来|推动|促进|提|加|带动|获|[^，。；]{0,3}至)"
_ZH = {
    "possible": r"(?<!不)可能(?!性)|或许|也许|或将|或有|或(?=[会可能需成面受导影使因被将难再要已进引促加降升增减带])|恐(?=将|怕|会|难)|担心|担忧|忧虑|大概率|似乎|疑似|未必|估计(?=[将会为在有])|推测|潜在|不排除|初步|(?<![更较])倾向于|理论上",
    "expected": r"预计|预期(?![寿目])|预测|有望|可望|料将|预估|展望|前景|看好|(?:乐观|保守|初步)?估计(?=，)|据估计|据估算|"
    + _FUTURE_ZH
    + r"|即将|未来(?=[^，。；]{0,12}(?:将|会|达|成为))",
    "planned": r"意向|研究制定|正研究|研究(?=出台|推出)|征求意见|草案|洽谈|(?<!竞争性)磋商|设想|构想|期望|期盼|盼望|力求|有待|待(?=[^，。；]{0,8}(?:确认|证实|验证|批准|审批|定))|待定|优先审评|在研(?![发究制讨])|可研|仍处于|尚处|处于[^，。；]{0,10}(?:阶段|之中)|探讨|愿景|初步方案|目标|(?<![模虚])拟(?!合|人|态|制|定|声)|(?<![该此项本一])计划(?!书|经济|生育|》|的|性|单列|指标|[，。；：])|打算|力争|争取|旨在|目标是|希望|有意|(?<!同)意在|筹划|酝酿|提议|(?<!曾)考虑|承诺|许诺|誓言",
    "should": r"应当|应该|有义务|有责任|负有|(?<![供反适相对响呼感效])应(?=[在以加尽将把按由与向从对建]|[^用对急收有变，。；]{2}(?!器))|须|务必|亟需|亟待|建议|呼吁|主张|倡议|提倡|倡导|方能|才能|方可|必须",
    "conditional": r"取决于|能否|(?<![\u4e00-\u9fff])若|如果|假如|假设|倘若|一旦|(?<![例譬])如(?=能|果|期)|在[^，。；]{2,12}的情况下|前提是",
    "ability": r"(?<![智功性职机才潜技可不])能够|可以|能(?=[有在够将使让帮显大降提减缩支])|可(?!见|谓|靠|持续|贵|观|行|穿戴|降解|视|控|再生|及|惜|口|吸收|支配|能)|有助于|有利于|有潜力",
    "reported": r"辩称|传闻|据传|坊间|有观点|有人|未经证实|未获[^，。；]{0,6}证实|认为|判断|在[^，。；]{1,10}看来|看来|涉嫌|被指|指控|据称|据说|据报道|声称|宣称|被认为|被视为|被看作|被誉为|视为|一般认为|普遍认为",
    "limited": r"一定程度上?|在某种程度上|某种意义上|相对而言",
}
_EN = {
    "possible": r"(?-i:may)|might|could|possibl[ey]|perhaps|potential(?:ly)?|appears? to|seems? to|suggests?|suggested|hint\w*|fear\w*|worr\w+|concerns?(?= (?:that|about|over))|concerned(?= (?:that|about))|apparently|preliminary|presumably",
    "expected": r"expect(?:s|ed|ation)?|forecasts?|project(?:ed|ions?)(?=\s+(?:to|that|at|of|for|growth|by))|predict(?:s|ed)?|likely|probably|estimate[sd]?|anticipate[sd]?|foresee[ns]?|foresaw|will|would|set to|on track to|poised to|is to|(?:is|are|was|were) to be|due to (?=start|begin|open|close|end|finish|take|be|come|launch|expire|report|decide|arrive|complete|go|hold|enter|become|meet|vote)|scheduled to|slated to|pending",
    "should": r"precondition|prerequisite|condition|obligatory|compulsory|should|must|required|requires?(?= that| \w+ to)|mandat\w*|has to|have to|shall|oblig\w+|ought to|needs? to|recommend(?:s|ed|ation|ations)?|advis(?:e|es|ed|ory)|guidance|calls? for|urged?|obliged to",
    "conditional": r"if|should(?= the\b)|depend(?:s|ed|ing)? on|subject to|conditional|unless|provided that|in case|assuming|without",
    "planned": r"letters? of intent|weigh(?:s|ed|ing)?(?= (?:a|an|the|up|whether|options|plans)\b)|(?<!for )wants?(?= (?:to|its|the|a|an|his|her|their|all|\d+%?)\b)|under (?:consideration|review|discussion|study)|in talks|talks|draft|target(?:s|ed)?|goal|ambition|ambitious|timetable|scheduled|seeking|explor(?:e|es|ed|ing)|negotiat\w+|(?:is|are) to(?= \w)|eyeing|mull\w*|plan(?:s|ning)?(?:\s+to)?|(?:is|are|was|were|been|being|has|have|had|also) planned|planned(?=\s+to\b|[.,;]|$)|intend(?:s|ed)?(?:\s+to)?|aim(?:s|ed)?(?:\s+to)?|seeks?\s+to|hopes?\s+to|propos(?:e|es|ed|al)|targets? to|targeting|pledg\w+|promis\w+|commit(?:s|ted|ment)?|vow\w*|consider(?:s|ing|ed)|aspires?\s+to",
    "ability": r"acceptable|eligible|allowed|permitted|available|can(?!not)|able\s+to|capable\s+of|helps?\s+to",
    "reported": r"view(?:s|ed)?|regard(?:s|ed)|see[ns]?(?= (?:as|it|the))|disput\w+|contend\w*|in the view|reportedly|alleg\w+|accus\w+|according to|charg(?:e|es|ed)(?= with)|believ\w+|think\w*|argu\w+|in the view of|said\s+to\s+be|is\s+believed\s+to|are\s+believed\s+to|claims?",
    "limited": r"to\s+some\s+extent|partly|in\s+part|somewhat|relatively",
}
_SURE_ZH = lazy_pattern(
    r"公认|共识|(?<![无何没有])定论|各方认可|一致认为|众所周知|毋庸讳言|板上钉钉|尘埃落定|必将|必然|必定|一定(?=会|能|要|将|可以)|肯定|毫无疑问|无疑|显然|势必|注定|毋庸置疑|确定无疑|完全能够|(?<![须应要需由能可以自行举供])证明(?!材料|文件|责任|书|人|力|自己|其)了?|证实了?|确保了"
)
_SURE_EN = lazy_pattern(
    r"\b(?:certainly|definitely|undoubtedly|inevitabl[ey]|clearly|obviously|surely|without doubt|for certain|for sure|beyond doubt|proves?|proven|guarantees?|guaranteed|must|always)\b",
    re.IGNORECASE,
)
# Weaker classes count as hedges only beside each other; ability is lost without harm when the verb is a purpose.
_STRONG = {"possible", "expected", "planned", "reported", "limited", "should", "conditional"}
_SPREADING = {"expected", "planned", "reported", "conditional"}

_TURNS = lazy_pattern(
    r"\s*(?:但|而|不过|然而|同时|目前|当前|but\b|while\b|whereas\b|although\b|though\b|and\b|currently\b)",
    re.IGNORECASE,
)

_DONE_ZH = lazy_pattern(r"已于|已经|已在|已(?=[^，。；]{1,8}$)|(?<![为除])了(?=$|[^解])")

_HEDGES = {
    "zh": {name: lazy_pattern(pattern) for name, pattern in _ZH.items()},
    "en": {name: lazy_pattern(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in _EN.items()},
}


@lru_cache(maxsize=4096)
def hedges_in(text: Passage, clause: Clause) -> dict[str, str]:
    """The hedges that hold for a clause: class → word; those of earlier clauses spread to the end of the sentence."""
    found: dict[str, str] = {}
    for other in text.clauses_of(clause.sentence):
        if other.start > clause.start:
            break
        if _TURNS.match(other.text):
            found.clear()
        for name, pattern in _HEDGES[text.language].items():
            match = pattern.search(other.text)
            if match and (other.start == clause.start or name in _SPREADING):
                found[name] = match.group()
    return found


def _own(text: Passage, clause: Clause) -> dict[str, str]:
    return {name: m.group() for name, pattern in _HEDGES[text.language].items() if (m := pattern.search(clause.text))}


def hedge_findings(case: Case) -> Iterator[Finding]:
    """Objections to hedges dropped, added or turned into certainty."""
    yield from _dropped(case)
    yield from _dropped_in_copy(case)
    for clause in case.sentence.clauses:
        near = aligned(case)[clause.start]
        if near and near[0].score >= 0.75 and len(clause.keys) >= 2:
            yield from _added(case, clause, [a for a in near if a.score >= near[0].score - 0.08])
    yield from duty_findings(case)
    yield from _certainty(case)
    yield from _realised(case)
    yield from _reached(case)
    yield from standing_findings(case)


_DONE = {
    "zh": lazy_pattern(
        r"已经?(?=[^，。；不未没无]{2})|正式|如期|实际(?=[^，。；]{0,4}(?:销|达|完成|增|为|投))|统计显示|业已|签订|签约|敲定|达成了|承诺|保证|规定(?=，)|确认(?!是否)|落地|出台了|获批"
    ),
    "en": lazy_pattern(
        r"\b(?:ha(?:s|ve) (?:been |already |now )*(?!yet\b|not\b)\w+(?:ed|en|t|de|ne|ld|wn)|firmly|already|make up|makes up|actual\w*|signed|confirmed|guaranteed|promised|concluded|introduced|was (?:signed|completed|launched|approved))\b",
        re.IGNORECASE,
    ),
}
_ALREADY = lazy_pattern(r"已(?![^，。；]{0,4}(?:拟|待))|承诺|\bha(?:s|ve) been\b|\balready\b", re.IGNORECASE)
_PROMISE = lazy_pattern(r"承诺|保证|允诺|promis|pledg|commit|vow|undert", re.IGNORECASE)
_UNREAL = {"possible", "expected", "planned"}


def _realised(case: Case) -> Iterator[Finding]:
    """What the evidence plans, expects or discusses told as done or promised."""
    done = _DONE[case.sentence.language]
    everything = " ".join(text.text for text in case.evidence)
    for clause in case.sentence.clauses:
        match = done.search(clause.text)
        if (
            match is None
            or _UNSURE.search(clause.text[: match.start()])
            or (_PROMISE.search(match.group()) and _PROMISE.search(everything))
            or any(m in everything for m in (match.group(), clause.text))
        ):
            continue
        whole = _sentence_keys(case.sentence, clause)
        promised = match.group() in {"承诺", "保证"}
        own = {
            n: w
            for n, w in _spoken(case, clause).items()
            if n in _UNREAL and w not in match.group() and not (promised and n == "expected")
        }
        scored = [
            (len(_sentence_keys(text, other) & whole), len(other.keys & clause.keys), text, other)
            for text in case.evidence
            if text.language == case.sentence.language
            for other in text.clauses
        ]
        shared, near, text, other = max(scored, key=lambda item: item[:2], default=(0, 0, case.sentence, clause))
        like = [c for c in text.clauses_of(other.sentence) if promised or len(c.keys & clause.keys) >= max(1, near - 1)]
        hedged = {n: w for c in like for n, w in hedges_in(text, c).items() if n in _UNREAL}
        if own or shared < 3 or not hedged or _ALREADY.search(text.sentence_of(other)):
            continue
        yield Finding("hedge", "fail", "hedge_dropped", (next(iter(hedged.values())),))
        return


def _reached(case: Case) -> Iterator[Finding]:
    """A figure that the evidence plans or expects told as reached."""
    language = case.sentence.language
    for clause in case.sentence.clauses:
        if not _NOW[language].search(clause.text) or _own(case.sentence, clause) or denials(clause.text, language):
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
                open_ = {n: w for n, w in _own(text, home).items() if n in {"planned", "expected"}}
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


def _sentence_keys(text: Passage, clause: Clause) -> frozenset[str]:
    return frozenset[str]().union(*(c.keys for c in text.clauses_of(clause.sentence)))


_COPY = 0.85
_STRENGTH = ("possible", "expected", "planned", "should", "conditional", "reported")


def _dropped(case: Case) -> Iterator[Finding]:
    """What the evidence hedges told without any hedge, or with one that makes it certain (could → will)."""
    for clause in case.sentence.clauses:
        spoken = _spoken(case, clause)
        for text in case.evidence:
            for other in text.clauses:
                for name, word, before, after in _hedged(text, other):
                    scope = before | after
                    shared = _common(scope, clause)
                    if len(shared) < 2 and not (shared and len(clause.keys) <= 2):
                        continue
                    done = _DONE_ZH.search(clause.text) and len(shared & before) >= 2
                    if after and not shared & after and not done:
                        continue
                    if (
                        _holds(name, spoken, clause)
                        or tentative(case.sentence, clause, other)
                        or _stated_plainly(case, shared, scope)
                    ):
                        continue
                    if name == "reported" and (len(shared) < 3 or attributed(case.sentence)):
                        continue
                    if _soft(name, word) and similarity(clause, other) < (0.8 if name == "should" else 0.7):
                        continue
                    yield Finding("hedge", "fail", "hedge_dropped", (word,))
                    return


_MEASURED = lazy_pattern(r"(?:据|保守|乐观|初步)?(?:估计|估算|预估)|预期|estimate[sd]?|would|will", re.IGNORECASE)


def _soft(name: str, word: str) -> bool:
    """Hedges that other wordings carry so often that only a near copy without them tells: duties, leave, estimates."""
    return name in {"should", "conditional", "ability"} or bool(_MEASURED.fullmatch(word)) or word.lower() == "may"


_MAYBE = {"possible", "expected", "planned"}


def _dropped_in_copy(case: Case) -> Iterator[Finding]:
    """A near copy of a clause without its maybe, whatever other clauses hold."""
    bare = {clause.text.strip() for clause in case.sentence.clauses}
    for text in case.evidence:
        for other in text.clauses:
            for name, word in _own(text, other).items():
                if name in _MAYBE and other.text.replace(word, "", 1).strip() in bare:
                    yield Finding("hedge", "fail", "hedge_dropped", (word,))
                    return
    for clause in case.sentence.clauses:
        near = aligned(case)[clause.start][:1]
        if not near or near[0].score < 0.8 or len(clause.keys) < max(3, 0.6 * len(near[0].clause.keys)):
            continue
        theirs = {n: w for n, w in _own(near[0].text, near[0].clause).items() if n in _MAYBE}
        own = {n: w for n, w in _own(case.sentence, clause).items() if n in _MAYBE | {"reported", "should", "ability"}}
        firm = set(own) == {"expected"} and own["expected"].lower() in {"will", "将"} and "possible" in theirs
        if not theirs or (own and not firm) or (not firm and tentative(case.sentence, clause, near[0].clause)):
            continue
        scopes = [after for _, _, _, after in _hedged(near[0].text, near[0].clause)]
        done = _DONE_ZH.search(clause.text) or _DONE[case.sentence.language].search(clause.text)
        if {w.lower() for w in theirs.values()} <= {"will", "将"} and not done:
            continue  # what will be, told without a word of time
        if scopes and not any(after & {w.key for w in clause.words} for after in scopes):
            continue  # what the maybe is about is not in this clause
        earlier = set(hedges_in(case.sentence, clause)) & (_MAYBE | {"reported"})
        if firm or _DONE_ZH.search(clause.text) or re.search(r"已", clause.text) or not earlier:
            yield Finding("hedge", "fail", "hedge_dropped", (next(iter(theirs.values())),))
            return


def _spoken(case: Case, clause: Clause) -> dict[str, str]:
    """The hedges that hold for a clause: its own and those of its sentence, which a writer may say anywhere."""
    found = dict(hedges_in(case.sentence, clause))
    near = aligned(case)[clause.start]
    if near and near[0].score >= _COPY and set(_own(near[0].text, near[0].clause)) & _MAYBE:
        return dict(_own(case.sentence, clause))  # a copy that lost its maybe, whatever the clauses beside it hold
    for other in case.sentence.clauses_of(clause.sentence):
        for name, word in _own(case.sentence, other).items():
            found.setdefault(name, word)
    return found


def _holds(name: str, spoken: dict[str, str], clause: Clause) -> bool:
    """Whether a hedge of the sentence renders one of the evidence; `will` does not render a `could`."""
    kept = set(spoken) - {"limited"}
    if (
        name in {"possible", "should", "conditional"}
        and kept == {"expected"}
        and spoken["expected"].lower() in {"will", "将", "即将"}
    ):
        return False
    if _DONE_ZH.search(clause.text) and not kept - {"ability", "reported"}:
        return False
    return bool(kept)


_LEAVE = lazy_pattern(r"\b(?:nobody|no one|no|only|every\w*|any\w*|each)\b", re.IGNORECASE)
_NONE = lazy_pattern(r"\b(?:no|any|not|never)\s$|[没无]有?[^，。；]{0,4}$", re.IGNORECASE)
_ASKED = lazy_pattern(r"\b(?:how|what|when|where|which|whether|why)\b[^,.;]*$", re.IGNORECASE)
_TURN_WITHIN = lazy_pattern(
    r"\b(?:yet|but|although|though|while|whereas|and (?:has|have|is|was|were|are))\b", re.IGNORECASE
)


def _hedged(text: Passage, clause: Clause) -> Iterator[tuple[str, str, frozenset[str], frozenset[str]]]:
    """The hedges of a clause with the keys they hold for: the nearest words before, and those up to the next turn."""
    for name in _STRENGTH:
        match = _HEDGES[text.language][name].search(clause.text)
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
        if match.group() == "could" and re.match(r"\s*no longer\b", clause.text[match.end() :]):
            continue
        if match.group().lower() == "would" and _ASKED.search(clause.text[: match.start()]):
            continue  # how fast users would take to it
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
            if name in {"expected", "planned", "reported"} and following and not _TURNS.match(following[0].text):
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
                and not set(_own(text, clause)) & _STRONG
            ):
                return True
            first = min(
                (m.start() for p in _HEDGES[text.language].values() if (m := p.search(clause.text))), default=None
            )
            if first is not None:  # the part before the hedge is plain, and so is what a conjunction parts from it
                plain = {w.key for w in clause.words if w.end <= clause.start + first}
                if shared <= plain and len(plain) > 3:
                    return True
    return False


def _added(case: Case, clause: Clause, near: list[Aligned]) -> Iterator[Finding]:
    """A maybe where the evidence states a fact, in a near copy."""
    own = _own(case.sentence, clause)
    own = {n: w for n, w in own.items() if w.lower() not in {"will", "将"}}
    mine = {n: w for n, w in own.items() if n in {"possible", "expected", "planned", "reported"}}
    mine = {
        n: w
        for n, w in mine.items()
        if not re.fullmatch(r"(?i)认为|判断|according to|believ\w+|think\w*|argu\w+|claims?|目标|考虑", w)
    }
    hedged = any(_own(p, c) or hedges_in(p, c) or _ALLOWS.search(c.text) for p in case.evidence for c in p.clauses)
    hedged = hedged or any(tentative(a.text, a.clause) or _PURPOSE.search(a.text.text) for a in near)
    if mine and not hedged and not _sentence_hedged(near):
        yield Finding("hedge", "check", "hedge_added", (next(iter(mine.values())),))


_PURPOSE = lazy_pattern(r"为了|以便|旨在|margins? of error|误差|\b(?:in order|so as) to\b|secured", re.IGNORECASE)
_ALLOWS = lazy_pattern(r"允许|准许|获准|\b(?:allow|permit|let|enabl|authoris|authoriz)\w*", re.IGNORECASE)


def _sentence_hedged(near: list[Aligned]) -> bool:
    return any(_own(a.text, c) for a in near for c in a.text.clauses_of(a.clause.sentence))


def _certainty(case: Case) -> Iterator[Finding]:
    pattern = _SURE_ZH if case.sentence.language == "zh" else _SURE_EN
    for match in pattern.finditer(case.sentence.text):
        before = case.sentence.text[: match.start()]
        duty = match.group().lower() == "must" and any(DUTY.search(text.text) for text in case.evidence)
        if duty or _UNSURE.search(before) or any(pattern.search(text.text) for text in case.evidence):
            continue
        yield Finding("hedge", "fail", "certainty", (match.group(),))


_UNSURE = lazy_pattern(
    r"(?:待|未|没有|无法|难以|不能|不)[\u4e00-\u9fff]{0,6}$|(?:没有|未|不)(?:承诺|保证|说|认定)[\u4e00-\u9fff]{0,12}$|\b(?:not|never|yet to be|cannot)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
