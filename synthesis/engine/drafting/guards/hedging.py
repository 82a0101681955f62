"""What a clause leaves open: the hedges that stand in it or hold for it, by class."""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import aligned
from synthesis.engine.drafting.guards.types import Case, Clause, Passage
from synthesis.engine.patterns import lazy_pattern

_FUTURE_ZH = r"将(?=会|有|减|缩|削|下[降调滑]|上[升调涨]|收[紧窄缩]|于|进一步|继续|持续|达|超|成为|突破|增|升|降|保持|迎来|逐步|不断|大幅|显著|在|从|由|以|是|实现|形成|迈|步入|进入|扩大|面临|带来|推动|促进|提|加|带动|获|[^，。；]{0,3}至)"

_ZH = {
    "possible": r"(?<!不)可能(?!性)|或许|也许|或将|或有|或(?=[会可能需成面受导影使因被将难再要已进引促加降升增减带])|恐(?=将|怕|会|难)|担心|担忧|忧虑|大概率|似乎|疑似|疑(?=由|为|因|系)|未必|估计(?=[将会为在有])|推测|潜在|不排除|初步|(?<![更较])倾向于|理论上",
    "expected": r"预计|预期(?![寿目])|预测|有望|可望|料将|预估|展望|前景|看好|(?:乐观|保守|初步)?估计(?![值量数偏])|据估计|据估算|"
    + _FUTURE_ZH
    + r"|即将|未来(?=[^，。；]{0,12}(?:将|会|达|成为))",
    "planned": r"意向|原[本来先]?[定打]|本[来是]?定[在于]|研究制定|正研究|研究(?=出台|推出)|征求意见|草案|洽谈|(?:正在|仍在|尚在|正就|仍就)[^，。；]{0,10}(?:讨论|商谈|谈判|商议)|(?<!竞争性)磋商|设想|构想|期望|期盼|盼望|力求|[有尚仍亟]待|待(?=[^，。；]{0,8}(?:确认|证实|验证|批准|审批|定))|待定|优先审评|在研(?![发究制讨])|可研|仍处于|尚处|处于[^，。；]{0,10}(?:阶段|之中)|探讨|愿景|初步方案|目标(?![^，。；]{0,6}(?:提前|如期|按期|顺利|已|全面|超额|基本)[^，。；]{0,6}(?:实现|完成|达成|达到))|(?<![模虚])拟(?!合|人|态|制|定|声)|(?<![该此项本一])(?<!行动)(?<!三年)(?<!五年)(?<!专项)(?<!振兴)(?<!培育)(?<!倍增)(?<!提升)(?<!扶持)计划(?!书|经济|生育|》|的|性|单列|指标|[，。；：])|打算|力争|争取|旨在|目标是|希望|有意|(?<!同)意在|筹划|酝酿|提议|(?<!曾)考虑|承诺|许诺|誓言",
    "should": r"应当|应该|有义务|有责任|负有|(?<![供反适相对响呼感效回答因])应(?=[在以加尽将把按由与向从对建]|[^用对急收有变，。；]{2}(?!器))|须|务必|亟需|亟待|建议|呼吁|主张|倡议|提倡|倡导|方能|才能|方可|必须|期限|时限",
    "conditional": r"取决于|能否|(?<![\u4e00-\u9fff])若|如果|假如|假设|倘若|一旦|(?<![例譬])如(?=能|果|期)|在[^，。；]{2,12}的情况下|前提是",
    "ability": r"(?<![智功性职机才潜技可不])能够|可以|能(?=[有在够将使让帮显大降提减缩支])|可(?!见|谓|靠|持续|贵|观|行|穿戴|降解|视|控|再生|及|惜|口|吸收|支配|能)|有助于|有利于|有潜力",
    "reported": r"辩称|传闻|据传|坊间|有观点|有人|未经证实|未获[^，。；]{0,6}证实|认为|判断|在[^，。；]{1,10}看来|看来|涉嫌|被指|被控|受控|指控|据称|据说|据报道|声称|宣称|被认为|被视为|被看作|被誉为|视为|一般认为|普遍认为",
    "limited": r"一定程度上?|在某种程度上|某种意义上|相对而言",
}

_EN = {
    "possible": r"risk(?:s|ing|ed)?(?= \w+ing\b)|at risk of|threatened with|(?-i:may)(?! (?:also |only |then )?(?:request|claim|bid|vote|enrol|register|submit|appeal|apply(?! to))\b)|might|could(?! not\b)|(?<!\bthe )suspect(?:s|ed)?(?=\s(?:that|of|the|a)\b|[.,]|$)|possibl[ey]|perhaps|potential(?:ly)?|appears? to|seems? to|suggests?|suggested|hint\w*|fear\w*|worr\w+|concerns?(?= (?:that|about|over))|concerned(?= (?:that|about))|apparently|preliminary|presumably",
    "expected": r"expect(?:s|ed|ation)?|forecasts?|project(?:ed|ions?)(?=\s+(?:to|that|at|of|for|growth|by))|predict(?:s|ed)?|(?<!\bas )(?<!more )(?<!less )likely|probably|estimate[sd]?|anticipate[sd]?|foresee[ns]?|foresaw|will|would|set to|on track to|poised to|is to|(?:is|are|was|were) to be|due to (?=start|begin|open|close|end|finish|take|be|come|launch|expire|report|decide|arrive|complete|go|hold|enter|become|meet|vote)|scheduled to|slated to|pending",
    "should": r"deadlines?|precondition|prerequisite|condition|obligatory|compulsory|should|must|required|requires?(?= that| \w+ to)|mandat\w*|has to|have to|shall|oblig\w+|ought to|needs? to|recommend(?:s|ed|ation|ations)?|suggest(?:s|ed)?(?= (?:that|\w+ing)\b)|advis(?:e|es|ed|ory)|guidance|advice|call(?:s|ed)? for|urged?|obliged to",
    "conditional": r"if|should(?= the\b)|depend(?:s|ed|ing)? on|subject to|conditional|unless|provided that|in case|in the event|assuming|without",
    "planned": r"letters? of intent|(?<!by )mean(?:s|t)? to(?= [a-z]+\b)|weigh(?:s|ed|ing)?(?= (?:a|an|the|up|whether|options|plans)\b)|(?<!for )wants?(?= (?:to|its|the|a|an|his|her|their|all|\d+%?)\b)|under (?:consideration|review|discussion|study)|discussing|in negotiations?|in talks|talks|draft|target(?:s|ed)?|goal|ambition|ambitious|timetable|scheduled|seeking|explor(?:e|es|ed|ing)|negotiat\w+|(?:is|are|was|were) to(?= \w)|dream(?:s|ed|ing)? of|eyeing|mull\w*|plan(?:s|ning)?(?:\s+(?:to|for))?|(?:is|are|was|were|been|being|has|have|had|also) planned|planned(?=\s+to\b|[.,;]|$)|intend(?:s|ed)?(?:\s+to)?|aim(?:s|ed)?(?:\s+to)?|seeks?\s+to|hopes?\s+to|propos(?:e|es|ed|al)|targets? to|targeting|pledg\w+|promis\w+|commit(?:s|ted|ment)?|vow\w*|consider(?:s|ing|ed)(?!\s(?:\w+\s){1,6}(?:un)?(?:necessary|essential|important|likely|safe|adequate|acceptable|harmful|legal|illegal|key|vital|crucial|successful)\b)|aspires?\s+to",
    "ability": r"acceptable|eligible|allowed|permitted|available|can(?!not)|able\s+to|capable\s+of|helps?\s+to",
    "reported": r"view(?:s|ed)?|regard(?:s|ed)|see[ns]?(?= (?:as|it|the))|disput\w+|contend\w*|in the view|reportedly|alleg\w+|accus\w+|according to|charg(?:e|es|ed)(?= with)|believ\w+|think\w*|argu\w+|in the (?:view|opinion) of|said\s+to\s+be|is\s+believed\s+to|are\s+believed\s+to|claims?",
    "limited": r"to\s+some\s+extent|partly|in\s+part|somewhat|relatively",
}

_SPREADING = {"expected", "planned", "reported", "conditional"}

TURNS = lazy_pattern(
    r"\s*(?:但|而|不过|然而|同时|目前|当前|but\b|while\b|whereas\b|although\b|though\b|and\b|currently\b)",
    re.IGNORECASE,
)

DONE_ZH = lazy_pattern(r"已于|已经|已在|已(?=[^，。；]{1,8}$)|(?<![为除])了(?=$|[^解])")

HEDGES = {
    "zh": {name: lazy_pattern(pattern) for name, pattern in _ZH.items()},
    "en": {name: lazy_pattern(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in _EN.items()},
}


_FEARS = lazy_pattern(r"(?:担心|担忧|忧虑|怀疑|猜测|推测)$")


@lru_cache(maxsize=4096)
def hedges_in(text: Passage, clause: Clause) -> dict[str, str]:
    """The hedges that hold for a clause: class → word; those of earlier clauses spread to the end of the sentence."""
    found: dict[str, str] = {}
    for other in text.clauses_of(clause.sentence):
        if other.start > clause.start:
            break
        if TURNS.match(other.text):
            found.clear()
        for name, pattern in HEDGES[text.language].items():
            match = pattern.search(other.text)
            spreads = name in _SPREADING or bool(match and _FEARS.search(other.text))
            if match and (other.start == clause.start or spreads):
                found[name] = match.group()
    return found


#: Hedges that are read in a sentence alone: in the evidence they may as well be none (减少或延缓, was going to).
MORE_HEDGES: dict[str, dict[str, re.Pattern[str]]] = {
    "zh": {
        "possible": lazy_pattern(
            r"(?<=[\u4e00-\u9fff])或(?=[还达存抑持继延推扩超突无获缩跌涨改缓致助令让出迎取走接提恶损削放消压仍只至较与跟同和在对])|有概率|恐"
        ),
        "should": lazy_pattern(r"需(?![求量方时]|要量)"),
        "expected": lazy_pattern(r"会[在于](?=\d|[今明后下本年月周])|有(?:较大|很大)?希望|望(?=[达突超在于])"),
    },
    "en": {
        "possible": lazy_pattern(
            r"\bmaybe\b|\bconceivabl[ey]\b|\b(?:thought|believed|understood|reckoned|assumed|estimated) to\b",
            re.IGNORECASE,
        ),
        "expected": lazy_pattern(r"\b(?:is|are) going to\b|\bshould\b|\bin the pipeline\b|\bbound to\b", re.IGNORECASE),
        "should": lazy_pattern(r"\bdemand(?:s|ed)?\b(?= that| of)|\bbound to\b", re.IGNORECASE),
    },
}


def said_hedges(text: Passage, clause: Clause) -> dict[str, str]:
    """The hedges of a clause of the sentence verified, words that are only perhaps hedges among them."""
    more = {
        name: m.group() for name, pattern in MORE_HEDGES[text.language].items() if (m := pattern.search(clause.text))
    }
    return more | own_hedges(text, clause)


def own_hedges(text: Passage, clause: Clause) -> dict[str, str]:
    return {name: m.group() for name, pattern in HEDGES[text.language].items() if (m := pattern.search(clause.text))}


MAYBE = {"possible", "expected", "planned"}

COPY = 0.85

_BRIEF = 4


def brief(clause: Clause) -> bool:
    """Whether a clause does no more than say who thinks so, and how firmly."""
    return len(clause.keys) <= _BRIEF and not any(char.isdigit() for char in clause.text)


def led_in(text: Passage, clause: Clause) -> int:
    """Where a clause begins, with a brief one before it that leads it in: 公司预计，新厂2026年投产."""
    before = [c for c in text.clauses_of(clause.sentence) if c.end <= clause.start]
    return before[-1].start if before and brief(before[-1]) else clause.start


def spoken_hedges(case: Case, clause: Clause) -> dict[str, str]:
    """The hedges that hold for a clause: its own and those of its sentence, which a writer may say anywhere."""
    found = dict(hedges_in(case.sentence, clause))
    near = aligned(case)[clause.start]
    if near and near[0].score >= COPY and set(own_hedges(near[0].text, near[0].clause)) & MAYBE:
        spoken = dict(
            said_hedges(case.sentence, clause)
        )  # a copy that lost its maybe, whatever the clauses beside it hold
        for other in case.sentence.clauses_of(clause.sentence):
            own = said_hedges(case.sentence, other)
            spoken |= (
                own if brief(other) and other is not clause else {n: w for n, w in own.items() if n == "conditional"}
            )
        return spoken
    for other in case.sentence.clauses_of(clause.sentence):
        for name, word in said_hedges(case.sentence, other).items():
            found.setdefault(name, word)
    return found
