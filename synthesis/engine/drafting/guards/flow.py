"""Which way an act goes between two parties, whatever the verb: from the seller to the buyer, from the court to the firm.

Each pair of parties in a clause is read as source → target: the one who acts or gives comes first unless a passive
marker, a verb of getting (获得, 采购, rents from) or a relative clause turns it. The sentence must not turn what all of
the evidence says of the pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from synthesis.engine.drafting.guards.alignment import similarity
from synthesis.engine.drafting.guards.parties import (
    PLACES,
    VERB_EN,
    Party,
    bare_key,
    named_parties,
    parties,
    shared_names,
)
from synthesis.engine.drafting.guards.transactions import answered
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.roles import ROLE_KEYS_EN, VERBAL_ZH
from synthesis.engine.patterns import lazy_pattern

_GET_ZH = r"获得|取得|收到|采购|购买|购得|购进|购入|买入|买下|买来|进口|借入|借得|借款|贷得|租入|租用|租来|租得|承租|引进|接收|得到|领取|订购|接受|接到|继承|收取|拿到|争取到|筹得|募得|获(?=[^，。]{0,4}[^，。胜利]{2})|认购|承接|分得|学到|学得|学会|学来|学习|习得|接过|借来|要来|拿来|领回|取走|获悉|得知|听取|租到|讨回|追回|要回|拿回|买到|抢得|夺得|承袭|汲取|换取|赎回|接手|受让|使用|采用|选用|搭载|沿用|借用|消纳|接纳|迎来|迎接|欠下?"
_TAKES = lazy_pattern(r"(?:收购|并购|兼并|买下|拿下|接管|吞并|控股|入主)了?[^，。；的]{0,6}$")
_GOT_OF = lazy_pattern(rf"(?:{_GET_ZH})(?:了|过)?[\u4e00-\u9fff]{{0,6}}$")
_GETS_THERE = lazy_pattern(rf"(?:处|手中|手里|那里|方面)?[^，。；]{{0,4}}(?:{_GET_ZH})")
_SEEK_ZH = lazy_pattern(r"采购|购买|购得|购进|购入|买入|买下|借入|借款|借得|租用|租入|承租|进口|订购|受让|引进|认购")
_PASSIVE_ZH = lazy_pattern(
    r"(?:被(?!告)|(?<!为)由|受到?(?!理|益|限|众)|遭到?|遭受|获(?!得)|经(?!过|济|营))(?:其|该|了)?(?:[\u4e00-\u9fff]{0,2}|[\u4e00-\u9fff]{0,4}的|其[\u4e00-\u9fff]{0,6})(?<![往至到给成])$"
)
_FROM_ZH = lazy_pattern(r"(?:从|自|来自|向)$")
_FRONTED_AGENT = lazy_pattern(r"(?:受|由|被|经|应|据|从|自)$")
_FRONTED_TARGET = lazy_pattern(r"(?:针对|对于|对|向|给|为|替)$")
_TOGETHER_ZH = lazy_pattern(r"^(?:和|与|及|、|以及|同|跟|或|/|并|暨|联合|会同|携手|[^，。；]{0,6}[和与同](?!其))$")
_WITH_ZH = lazy_pattern(
    r"[和与同跟及暨](?:其)?(?:弟子|学生|徒弟|助手|同事|妻子|丈夫|搭档|合伙人|老师|导师|师父|子公司|母公司|合作方|合作伙伴|客户|[\u4e00-\u9fff]{0,2}(?:方|人|者|商|长))?"
)
_COMPARED = lazy_pattern(
    r"(?<![同环占])比|高于|低于|超过|多于|少于|优于|不如|不及|相比|领先|落后|高出|\b(?:than|compared|while|whereas|versus|ahead of|behind|overt[oa]\w*|moved past|unlike|like|and|or)\b",
    re.IGNORECASE,
)
_RELATIVE_ZH = lazy_pattern(r"^(?:所|方|公司|正|已|曾|新|最新|独家|共同|联合|自主)?[\u4e00-\u9fff]{2,6}的")
_VERB_OF = lazy_pattern(
    r"提供|生产|供应|出售|转让|制造|研发|开发|设计|建设|承建|开具|颁发|发放|支付|交付|出具|发行|推出|授予|给予|派出|派遣|捐赠|赠送|租赁|投资|拥有|持有|申请|提出|制定|拖欠|欠"
)
_FOR_WHOM = lazy_pattern(
    r"(?:的[^，。；]{1,10}?|[^，。；]{0,4}?)(?:提供|供货|供应|服务|生产|代工|担保|保证|配套|承建|建设|运营|设计|开发|培训|运输|运送|配送|加工|定制|打造|承运|发放)"
)
_ON_WORD_OF = lazy_pattern(
    r"\s*(?:由|经|受|应)(?P<who>[^，。；]{2,16}?)(?:的)?(?:独家)?(?:授权|委托|批准|许可|邀请|指导|资助|指派|聘请|雇用)(?:后|下)?$"
)
_KIN_ZH = lazy_pattern(r"^(?:则|也|仍|还)?(?:是|为|系|属于?|成为|作为)[^，。；]{0,12}$")
_BELOW_NOUN = lazy_pattern(
    r"(?:子公司|客户|买家|买方|债权人|下属|学生|徒弟|学徒|承租[人方]|受让[人方]|用户|成员|附属|分公司|旗下)"
)
_BE_EN = r"(?:is|are|was|were|be|been|being|gets?|got|had|has|have)"
_BY_EN = lazy_pattern(r"\b(?:by)\s+(?:the\s|a\s|an\s|its\s|their\s)?(?:[\w'-]+\s){0,2}$", re.IGNORECASE)
_FROM_EN = lazy_pattern(r"\bfrom\s+(?:the\s|a\s|an\s|its\s|their\s)?(?:[\w'-]+\s){0,2}$", re.IGNORECASE)
_GET_EN = lazy_pattern(
    r"\b(?:b[uo]y\w*|bought|purchas\w+|obtain\w*|receiv\w+|rent\w*|leas\w+|borrow\w*|import\w*|acquir\w+|secur\w+|won|get\w*|got|took(?! over)|tak\w+(?! over)|sourc\w+|licens\w+|order\w*|"
    r"accept\w*|gain\w*|collect\w*|win\w*|draw\w*|drew|recruit\w*|hir\w+|inherit\w*|earn\w*|learn\w*|recover\w*)\b",
    re.IGNORECASE,
)
_PARTICIPLE = lazy_pattern(
    r"\b(?:\w+ed|\w+en|made|built|sold|paid|bought|sent|held|given|taken|led|run|won|set|put|cut|told|taught|lent|sued|fined|hit|known)\b",
    re.IGNORECASE,
)
_PASSES_TO = lazy_pattern(
    r"^\s*(?:\w+ )?(?:pass(?:es|ed)?|go(?:es)?|went|falls?|fell|moves?|moved|shifts?|shifted)\b[^,]* to (?:the )?$"
)
_FINITE_EN = lazy_pattern(r"\b(?:is|was|are|were|has|had|will|would|supplied|which|who|that)\b|,")


@dataclass(frozen=True, slots=True)
class Flow:
    """Two parties of a clause, the source first."""

    source: Party
    target: Party
    clause: Clause


@lru_cache(maxsize=2048)
def flows(text: Passage, known: frozenset[str], named: tuple[Party, ...] = ()) -> tuple[Flow, ...]:
    """The pairs of parties of a passage whose direction can be read."""
    found = []
    lead: dict[int, Party] = {}
    seen: dict[int, tuple[Party, ...]] = {}
    given: Party | None = None
    for clause in text.clauses:
        inside = parties(text, clause, known, named)
        before = lead.get(clause.sentence)
        inside = _with_pronoun(clause, inside, before, seen.get(clause.sentence, ()))
        seen[clause.sentence] = (*seen.get(clause.sentence, ()), *inside)
        pairs = list(combinations(inside[:5], 2))
        if before is not None and inside and _bare(clause, inside[0]) and not clause.text.lstrip().startswith("其中"):
            pairs.append((before, inside[0]))
        for first, second in pairs:
            sign = _sign(
                text, clause, first, second, [p for p in inside if first.end <= p.start and p.end <= second.start]
            )
            if sign:
                found.append(Flow(first, second, clause) if sign > 0 else Flow(second, first, clause))
        if given is not None and inside:
            found.append(Flow(given, inside[0], clause))
        given = inside[0] if len(inside) == 1 and _ON_WORD_OF.match(clause.text) else None
        if inside and _led(text, clause, inside[0]):
            lead[clause.sentence] = inside[0]
    return tuple(found)


_MARKERS = "向对从给由被"
_ITS = lazy_pattern(r"(?<=[向为对给替由被从])其(?!中|他|它|余|所)")


def _with_pronoun(
    clause: Clause, inside: tuple[Party, ...], lead: Party | None, seen: Sequence[Party]
) -> tuple[Party, ...]:
    """The parties of a clause and the one 其 stands for after a preposition (俄罗斯向其捐赠): of those before it in the
    sentence the leading one when the clause has a subject of its own, else the last that does not lead."""
    match = _ITS.search(clause.text)
    if match is None:
        return inside
    at = clause.start + match.start()
    own = [p for p in inside if p.end <= at]
    others = [p for p in seen if not own or not _is(p, own[0])]
    if own:
        meant = lead if lead is not None and not _is(lead, own[0]) else next(reversed(others), None)
    else:
        meant = next((p for p in reversed(others) if lead is None or not _is(p, lead)), None)
    if meant is None:
        return inside
    stands = Party(meant.keys, "其", at, at + 1)
    return tuple(sorted((*inside, stands), key=lambda p: p.start))


def _led(text: Passage, clause: Clause, party: Party) -> bool:
    """Whether a party stands first in its clause, before any verb or preposition."""
    before = [w for w in clause.words if w.end <= party.start]
    if text.language == "en":
        return len(before) <= 2 and not any(w.content for w in before)
    return not any(w.tag.startswith(("v", "p")) and w.tag != "vn" for w in before) and len(before) <= 4


def _bare(clause: Clause, party: Party) -> bool:
    """Whether a clause opens with a verb or preposition, nothing named before the party: it goes on with the subject."""
    before = [w for w in clause.words if w.end <= party.start and w.text not in VERBAL_ZH]
    if before and before[0].tag == "p" and before[0].text not in {"由", "被"}:
        return True  # 通过大宗交易向…
    named = any(w.content and w.tag.startswith(("n", "en", "vn", "r")) for w in before)
    if before and all(w.tag.startswith(("m", "q", "c", "d", "b", "a")) for w in before):
        return False  # 但多数采购商…: the party is the subject
    return party.start > clause.start and not named


def _sign(text: Passage, clause: Clause, first: Party, second: Party, between: Sequence[Party]) -> int:
    carried = first.end <= clause.start
    mid = text.text[clause.start if carried else first.end : second.start]
    if (
        between
        and mid.endswith(tuple(between[-1].text + marker for marker in _MARKERS))
        and "的" not in mid[: -len(between[-1].text)]
    ):
        return 0  # 为公司向农行: the marker is of the party between
    for other in between:
        mid = mid.replace(other.text, "") if text.language == "zh" else mid
    post = text.text[second.end : clause.end]
    pre = "" if carried else text.text[clause.start : first.start]
    if _placed(text, pre, mid, first) or _placed(text, mid, post, second):
        return 0
    if text.language == "zh" and not carried and not between and _wordless(text, first, second):
        return 0
    if _COMPARED.search(mid) or len(mid) > (30 if text.language == "zh" else 90):
        return 0
    return _sign_zh(pre, mid, post) if text.language == "zh" else _sign_en(pre, mid, post)


_LOCATED = lazy_pattern(
    r"(?:在|于|位于|同处|地处|设在|抵达?|到|赴|驻|来到|进入|\bin|\bat|\bacross|\bwithin|\bnear|\boff)\s*(?:the\s)?$",
    re.IGNORECASE,
)


def _placed(text: Passage, before: str, after: str, party: Party) -> bool:
    """Whether a party only says where something is (在阿曼, in Ghana)."""
    if not _LOCATED.search(before):
        return False
    return any(k.startswith((*PLACES, "place", "name")) for k in party.keys) or bool(
        re.match(r"[\u4e00-\u9fff]{0,3}(?:区|市|省|县|镇|湾)", after)
    )


def _wordless(text: Passage, first: Party, second: Party) -> bool:
    """Whether no verb, preposition or mark of voice stands between two parties (上海的若芙生物)."""
    between = [w for w in text.words if first.end <= w.start and w.end <= second.start]
    return second.start - first.end <= 4 and not any(
        w.tag.startswith(("v", "p")) or w.text in VERBAL_ZH or _VOICED.search(w.text) for w in between
    )


_VOICED = lazy_pattern(r"[被由向对从给将把受获]")


def _sign_zh(pre: str, mid: str, post: str) -> int:
    if re.search(r"、|因$|因为$|由于$|当作|视为|作为", mid):
        return 0
    if (
        not mid
        or _TOGETHER_ZH.match(mid)
        or _WITH_ZH.fullmatch(mid)
        or re.fullmatch(r"[的之]|旗下的?|所属的?|下属的?", mid)
    ):
        return 0
    if _KIN_ZH.match(mid) and _BELOW_NOUN.search(post):
        return -1
    if re.search(r"为[^，。；]{0,4}$", mid) and _FOR_WHOM.match(post):
        return 1
    if re.search(r"(?:是|为|系)(?:[\u4e00-\u9fff]{1,3}的)?$", mid) and not re.search(r"提供|服务|代|供|建|办|做", post):
        return 0  # 卖方的财务顾问为甲
    if re.match(r"[^，。；]{0,4}(?:是|为|系)", mid) and not re.search(r"由|被|向|对|从", mid):
        return 0
    if _FRONTED_AGENT.search(pre):
        return 0 if mid.endswith("的") and re.search(r"[从自]$", pre) else 1
    if pre.endswith("为") and mid.endswith("的") and not _FOR_WHOM.search(mid):
        return 1  # 多为林业局聘来的
    if _FRONTED_TARGET.search(pre) and not re.match(r"[向对从给]", mid):
        return -1 if not re.search(r"[和与]$", mid) else 0
    if _FROM_ZH.search(mid):
        if re.match(r"(?:[\u4e00-\u9fff]{0,2}的)?(?:手中|手上|手里|手头|处|那里)", post):
            return -1
        if mid.endswith("向"):
            return -1 if _SEEK_ZH.search(post) else 1
        return -1 if re.search(_GET_ZH, post) else 0
    if _TAKES.search(mid):  # what is bought of somebody comes from them; 甲买下乙 is done to 乙
        return -1 if re.match(r"[\u4e00-\u9fff]{0,4}(?:的|旗下|所持|持有|手中)", post) else 1
    if re.search(rf"(?:{_GET_ZH})(?:了|过|来自)?$", mid):
        return -1
    if _GOT_OF.search(mid) and re.match(r"[\u4e00-\u9fff]{0,4}的", post):
        return -1  # 得到了世卫组织专家的支援
    if re.search(r"从[^，。；、]{1,12}$", mid) and _GETS_THERE.match(post):
        return -1  # 从三家获得授权的种企处收取
    if re.search(
        r"(?:配备|配有|设有|建有|增设|缺少|缺乏|紧缺)[^，。；]{0,6}$|的(?:责任|任务|职责|义务)[^，。；]{0,10}$", mid
    ):
        return 0
    if _PASSIVE_ZH.search(mid) and not re.search(r"[为对向给]$", mid):
        return -1
    if _RELATIVE_ZH.match(post) and _VERB_OF.match(re.sub(r"^(?:所|方|公司|正|已|曾)", "", post)):
        return -1
    if re.search(r"[和与同跟]$|落在$|落到$|归$|属于$|涉及|包括|让给|让位|不敌|输给|负于|败给", mid):
        return 0
    return 1


_JOINED_EN = lazy_pattern(
    r"\s*(?:when|while|where|and|but|since|then|after|before|until|although|because|whereas|once|as|that|which|who|if|so)?\s*(?:the\s|a\s|an\s)?"
)
_OWNS = lazy_pattern(r"[a-z' ]*?(?:'s|’s)(?! (?:on|in|at|to|for|from|with|by|as|over|under|into|after|before)\b)\b")
_OF_PLACE = lazy_pattern(r"(?:the )?(?:state|city|province|republic|county|kingdom|town) of (?=$)", re.IGNORECASE)


def _sign_en(pre: str, mid: str, post: str) -> int:
    mid = _OF_PLACE.sub("", mid)
    if re.search(rf"\b{_BE_EN}\s(?:\w+ly\s)?\w+(?:ed|en)\sinto\s(?:the\s|a\s)?(?:[a-z-]+\s){{0,2}}$", mid):
        return -1
    if _JOINED_EN.fullmatch(mid):
        return 0
    if re.fullmatch(r"\s*(?:'s|’s|of|of the|in|at|,|the|a|an)?\s*", mid) or not VERB_EN.search(mid):
        return 0
    if re.search(
        r"\b(?:with|among|between|alongside|in|at|of|over|against|about|on|as|under|after|before|concerning)\s+(?:the\s|a\s|an\s|its\s)?$",
        mid,
    ) and not re.search(r"\b(?:suit|claim|case|complaint|action|proceedings|warned|ruled|brought|filed)\b", mid):
        return 0
    if re.search(r"\b(?:lost|loses?|losing|according|off)\b", mid) or _OWNS.match(post):
        return 0
    if len(_FINITE_EN.findall(mid)) > 1 or _PASSES_TO.search(mid) or _ungoverned(mid, post):
        return 0
    if re.search(r"\bfrom\s+(?:the\s)?$", pre, re.IGNORECASE):
        return 0  # power from land rented from them is sold by others
    if _BY_EN.search(mid):
        return -1 if _PARTICIPLE.search(mid) else 0
    if _FROM_EN.search(mid):
        return -1 if _GET_EN.search(mid) else 0
    if re.search(r"\b(?:by|from)\s+(?:the\s)?$", pre, re.IGNORECASE):
        return 0
    if re.search(rf"\b{_BE_EN}\s+(?:\w+ly\s)?\w+(?:ed|en)\b", mid) and not re.search(r"\bto\b", mid):
        return 0
    return 1


_GOVERNED = lazy_pattern(
    r"(?P<before>[\w'’-]+)? ?(?P<by>[\w'’-]+) (?:the|a|an|its|their|his|her|this|that|these|those) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_IN_POSSESSION = lazy_pattern(r"\w(?:['’]s|s['’]) (?:[\w-]+ ){0,2}$")
_DESCRIBES = lazy_pattern(
    r" (?!(?:is|was|are|were|has|had|will|would|can|may|on|in|at|to|for|from|by|with|and|or|but|as|under|after|over)\b|\w+ed\b)[a-z]{3,}"
)
_GOVERNS = lazy_pattern(
    r"(?:[a-z-]+(?:ed|ing|[^s]s)|to|against|for|by|from|of|on|upon|with|at|into|between|among|over|behind|after|before|and|or|paid|sold|bought|sent|gave|told|"
    r"lent|made|led|won|beat|lost|took|held|put|cut|set|let|hit|sought|taught|brought|built|met|left|kept|chose|overtook|forbade|given|as|than|that|which|who|is|was)$",
    re.IGNORECASE,
)
_BARE_VERB = lazy_pattern(
    r"(?:to|will|would|must|may|might|can|could|should|shall|did|does|do|not|n't|let|help|helped|make|made)$", re.I
)


def _ungoverned(mid: str, post: str) -> bool:
    """Whether what stands before the second party neither is a verb nor a preposition (bring in cotton the ginners …),
    or the party only describes what somebody owns (Steel's Baltic division)."""
    if _IN_POSSESSION.search(mid) and _DESCRIBES.match(post):
        return True
    match = _GOVERNED.search(mid)
    if match is None or _GOVERNS.fullmatch(match["by"]):
        return False
    return not _BARE_VERB.fullmatch(match["before"] or "")


#: What is asked for goes the other way than the request.
_ASKS = lazy_pattern(r"请求|申请|求助|索要|求购")
SHARE_OF = lazy_pattern(r"有(?:约|近|超过)?\d[\d.]*[%％](?:是|在|来自|由|属)")


def flow_findings(case: Case) -> Iterator[Finding]:
    """Objections to acts that go the other way than in all of the evidence."""
    texts = tuple(text for text in case.evidence if text.language == case.sentence.language)
    known = shared_names(case.sentence, texts) if case.sentence.language == "zh" else frozenset[str]()
    spoken, told = named_parties(case)
    theirs = [f for text, named in zip(texts, told, strict=True) for f in flows(text, known, named)]
    mine = flows(case.sentence, known, spoken)
    for flow in mine:
        if SHARE_OF.search(flow.clause.text):
            continue  # 全县诊疗人次有38%在乡镇: a part and its whole, nothing goes anywhere
        straight = any(_is(flow.source, f.source) and _is(flow.target, f.target) for f in theirs)
        crossed = [f for f in theirs if _is(flow.source, f.target) and _is(flow.target, f.source)]
        back = any(_is(flow.source, g.target) and _is(flow.target, g.source) for g in mine)
        crossed = [f for f in crossed if not _one_act(case.sentence, flow, f)]
        crossed = [f for f in crossed if not _ASKS.search(f.clause.text) or _ASKS.search(flow.clause.text)]
        if crossed and not straight and not back and _told_there(flow, crossed, texts):
            yield Finding("role", "fail", "role", (flow.clause.text.strip(),))
            return


_MARKED = lazy_pattern(r"[被由受遭]|\bby\b")


def _one_act(sentence: Passage, mine: Flow, theirs: Flow) -> bool:
    """Whether two flows that run against each other can tell of one act: the same one does the same thing (收购, in two
    constructions), or one is charged and therefore pays."""
    here, there = mine.clause.text, theirs.clause.text
    if answered(here, there) or answered(there, here):
        return True
    if _MARKED.search(here) or _MARKED.search(there):
        return False
    leads = [min((f.source, f.target), key=lambda p: p.start) for f in (mine, theirs)]
    if not _is(*leads):
        return False
    verbs = [_acting(f) for f in (mine, theirs)]
    return bool(verbs[0] & verbs[1])


def _acting(flow: Flow) -> frozenset[str]:
    """Keys of the verbs of a flow's clause but those that are part of what a party is called (租赁公司)."""
    starts = {flow.source.start, flow.target.start}
    return frozenset(
        w.key
        for w in flow.clause.words
        if (w.tag.startswith("v") or w.text in VERBAL_ZH or w.key in ROLE_KEYS_EN) and w.end not in starts
    )


def _told_there(mine: Flow, crossed: list[Flow], texts: tuple[Passage, ...]) -> bool:
    """Whether the clause comes from those that name both parties and not from another one."""
    scored = [(similarity(mine.clause, c), text, c) for text in texts for c in text.clauses]
    best = max(score for score, _, _ in scored)
    if any(similarity(mine.clause, f.clause) >= best - 0.1 for f in crossed):
        return True
    near = [(text, c.sentence) for score, text, c in scored if score >= best - 0.1]
    return any(f.clause in text.clauses and f.clause.sentence == number for f in crossed for text, number in near)


def _is(mine: Party, theirs: Party) -> bool:
    """Whether two mentions are of one party: a telling word or a class member shared, or a short form."""
    return bool({bare_key(k) for k in mine.keys} & {bare_key(k) for k in theirs.keys})
