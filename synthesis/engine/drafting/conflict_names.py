"""What a figure measures, in a phrase, for the sentence that sets contradicting values side by side.

Not for finding contradictions; see `conflicts`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from synthesis.engine.drafting.evidence.facts import Fact
from synthesis.engine.drafting.evidence.units import Unit
from synthesis.engine.drafting.rewriting.parse_en import parsed
from synthesis.engine.drafting.rewriting.people_en import is_person
from synthesis.engine.drafting.rewriting.tagging_en import PREPOSITIONS, verb_forms
from synthesis.engine.patterns import lazy_pattern

_VERBS_EN = (
    r"(?:reached|was|were|is|are|stood|made|amounted|came|totalled|had|has|accounted|rose|fell|grew|earn|cost|costs)"
)


_PROPER = lazy_pattern(
    r"(?:[A-Z][A-Z]|[A-Z][a-z]+(?:ese|ish) |(?:European|African|American|Asian|German|French|Dutch|Greek|Swiss|Czech|Thai|Arab|Indian|Russian|Italian|Norwegian|Brazilian|Canadian|Australian|Mexican) )"
)


def _inside(name: str) -> str:
    """`name` as it stands inside a sentence: small, but for abbreviations and adjectives of a country."""
    return name if _PROPER.match(name) else name[:1].lower() + name[1:]


def clause_zh(text: str, fact: Fact) -> str:
    """The clause of a Chinese sentence that a figure stands in."""
    number = re.search(r"\d[\d.]*", fact.phrase)
    at = max(0, text.find(number.group(0) if number else fact.phrase))
    low = max((text.rfind(c, 0, at) for c in "，；：。"), default=-1) + 1
    high = min((i for i in (text.find(c, at) for c in "，；：。") if i >= 0), default=len(text))
    return text[low:high]


def name_zh(unit: Unit, fact: Fact) -> str:
    """What stands before a Chinese figure in its clause, without date, verb and qualifier."""
    clause = clause_zh(unit.text, fact)
    number = re.search(r"\d[\d.]*", fact.phrase)
    before = clause[: clause.find(number.group(0))] if number and number.group(0) in clause else ""
    before = re.sub(r"^(?:截[至止]|到|至)?\d{4}年(?:\d{1,2}月)?[底末初]?|^(?:其中|并|但|而|且)", "", before)
    before = re.sub(r"(?<=[国省市县区])(?:共|现)?拥?有(?=[\u4e00-\u9fff]{2})|真正", "", before)
    before = re.sub(r"(?:约?为)?每[\u4e00-\u9fff]{1,4}$", "", before)
    before = re.sub(
        r"(?:约|近|超过|不足|达到|达|为|是|有|共|已经|已|均|累计|合计|仅|只|最高|突破|给予|在|到|至)+$", "", before
    )
    return before if 3 <= len(before) <= 26 else ""


_MEASURED = lazy_pattern(
    r"(?:[量率数额值价度比例重本模入出润益资款费金高低长宽重速]|人口|规模|面积|成本|时间|时长|周期|寿命|里程|产能|能力|用户|能耗|电耗|距离|年龄|次数|占比|价格|占|为)$"
)
# Who did what to the things that are counted; two such verbs may follow each other (带动报废更新).
_ACT = (
    "(?:新?建成|新建|建设|开工|新开工|改造|引进|引入|举办|举行|带动|报废|更新|发放|批准|核准|新增|培育|组建|关停|关闭|下线|查处|受理|办理|完成|开通|投放|安装|设立|成立"
    "|培训|招收|招募|登记|注册|备案|认定|评选|上线|投运|收购|出口|进口|回收|淘汰|整治|拆除|修复|开设|聘用|接诊|接待|服务|救助|资助)"
)
_DID_ZH = lazy_pattern(
    rf"(?P<x>[^，。的]{{2,14}}?)(?:共|累计|已经|已|合计|总共|一共|先后)*(?P<v>{_ACT}{{1,3}})(?P<o>[\u4e00-\u9fff]{{2,16}})$"
)
_GIVEN_ZH = lazy_pattern(r"补贴|奖励|补助|资助|罚款|扶持资金|奖补")


#: Who hands out or raises money: 中央财政共安排更新补贴资金.
_HANDED_ZH = lazy_pattern(
    r"(?P<x>[^，。的]{2,14}?)(?:共|累计|已经|已|合计|总共|一共|先后)*(?P<v>安排|投入|下达|拨付|发放|筹集|募集|落实)了?(?P<o>[\u4e00-\u9fff]{2,18}(?:资金|补贴|补助|贷款|经费|投资|债券|奖金))$"
)


def measure_zh(name: str, unit: Unit, fact: Fact) -> str:
    """`name` as what a figure can be of: what is counted by its number (试点城市共引进标注企业 → 试点城市引进的标注企业数量), what is
    paid to somebody by its kind (对每条航线 → 对每条航线的补贴)."""
    paid = re.match(r"[对向给为]", name)
    if paid:
        given = _GIVEN_ZH.search(clause_zh(unit.text, fact))
        return f"{name}的{given.group(0)}" if given and not _GIVEN_ZH.search(name) else name
    handed = _HANDED_ZH.match(name)
    if handed and "的" not in name:
        return f"{handed['x']}{handed['v']}的{handed['o']}"
    if fact.unit_class != "count" or _MEASURED.search(name) or "每" in fact.phrase:
        return name
    done = _DID_ZH.match(name)
    if done and "的" not in name:
        name = f"{done.group('x')}{done.group('v')}的{done.group('o')}"
    persons = fact.unit.endswith(("人", "名")) and not name.endswith("人员")
    return f"{name}{'人数' if persons else '数量'}"


def head_en(text: str, fact: Fact) -> str:
    """The noun a figure hangs on: "a budget of 1.1 billion" hangs on budget; "" when it is the subject's."""
    at = text.find(fact.phrase)
    match = (
        re.search(
            r"\b(?:an?|the|its|of) (?:[a-z-]+ )?([a-z]{3,}) of (?:about |around |over |some |roughly )?(?:[$€£])?$",
            text[:at],
        )
        if at > 0
        else None
    )
    return match.group(1) if match else ""


def name_en(group: Sequence[tuple[Unit, Fact]], first: Fact) -> str:
    """What an English figure measures, as a noun phrase: what was read as such, else the words before its verb."""
    for unit, fact in group:
        if fact.name and fact.indicator and not _DANGLING.search(fact.name):
            return _inside(fact.name)
        text = re.sub(
            r"^(?:(?:In|By|At|For|According to) [^,]{2,40}, |(?:(?:By|At|Before) the (?:end|start|beginning|close) of |In |By |During |Throughout )(?:19|20)\d\d (?=[a-zA-Z])|.{3,60}? (?:(?:report|say|find|show|suggest|indicate|estimate|state|note|calculate|claim)(?:s|d|ed)? that|said that|found that|puts?) )",
            "",
            unit.text,
        )
        share = re.match(
            r"(?P<x>.{3,60}?) (?:made up|accounted for|represented|makes? up) [^,;]{1,20}? of (?P<y>(?:the )?[\w' -]{3,50}?)(?= in \d{4}|[,.;]|$)",
            text,
        )
        named = _share_en(text, fact)
        if named:
            return named
        purpose = re.search(
            r"\b(?:earmarked|allocated|set aside|reserved|provides?|provided|contributed|spent|invested)\b[^,;.]*? for (?P<y>(?:the )?[a-z][^,;.]{3,60})",
            text,
        )
        if purpose and fact.unit_class not in {"percent", "count", "number"}:
            return f"the amount for {purpose.group('y')}"
        head = head_en(unit.text, fact)
        whole = re.match(
            rf"(?:the |an? )?(?P<x>[\w-]+(?: [\w'-]+){{0,13}}?) (?<!the )(?<!their )(?<!its )(?<!of )(?:{_VERBS_EN}\b|at (?=[$€£]?\d))",
            text,
            re.IGNORECASE,
        )
        number = _number_of_en(unit, fact, text) or _there_are_en(unit, fact)
        if number:
            return number
        if share:
            return f"the share of {_inside(share.group('x'))} in {share.group('y')}"
        if whole and re.match(r"[\d$€£]", whole.group("x")):
            continue
        if whole and fact.unit_class in {"count", "number"} and text.startswith(fact.phrase.split()[0]):
            # Eighteen plants worldwide were producing cement: the number of plants worldwide producing cement
            doing = re.match(r" (?:are|were) (?P<d>[a-z]+ing [^,;.]+)", text[whole.end("x") :])
            things = whole.group("x").partition(" ")[2]
            return f"the number of {things}{' ' + doing.group('d') if doing else ''}" if things else ""
        if whole and fact.unit_class not in {"percent", "count", "number"} and not _STRAIGHT.match(text[whole.end() :]):
            continue  # was installed on 1,980 kilometres: the figure is not the subject's
        if whole and re.match(r" (?:had|has|made) ", text[whole.end("x") :]) and fact.unit_class in {"count", "number"}:
            continue  # the library had digitised: who did it is no measure
        if whole and (_ADVERBIAL.match(whole.group("x")) or whole.group("x").endswith(" there")):
            continue  # by the end of 2024 there were: no thing
        if whole and head:
            return f"the {head} of the {whole.group('x')}"
        if whole:
            name = whole.group("x")  # a capital behind an article is a name's
            name = name.removeprefix("the ")
            return f"the {name if whole.start('x') else _inside(name)}"
    counted_things = (_things_en(unit.text, fact) for unit, fact in group)
    return _told_of_en(group) or first.full_name or next((n for n in counted_things if n), "this measure")


def _number_of_en(unit: Unit, fact: Fact, text: str) -> str:
    """What somebody had or has done so many of: the city counted 368 gardens → the number of gardens in the city."""
    counted = re.match(
        r"(?:[Tt]he )?(?P<x>[\w' -]{3,50}?) (?:counted|had|has|recorded|registered|reported|ran|operated) (?:about |around )?[\d][\d,.]* (?P<n>[a-z]+(?: [a-z]+){0,2}?)(?= (?:on|in|by|at|for|with|of|and|which)\b|[,.;]|$)",
        text,
    )
    if (
        counted
        and not (unit.source and unit.source in counted.group("x"))
        and counted.group("n") not in {"million", "billion", "percent"}
    ):
        article = "the " if re.match(r"[Tt]he ", text) else ""
        return f"the number of {counted.group('n')} in {article}{counted.group('x')}"
    done = re.match(
        rf"(?P<x>(?:the )?[\w' -]{{3,50}}?) ha[sd] (?P<v>[a-z]+ed) (?:about |around |over |more than )?{re.escape(fact.phrase)} (?P<n>[a-z]+(?: of [a-z]+)?)(?=[,.;]| (?:in|by|at|since|from)\b|$)",
        text,
    )
    if done:
        return f"the number of {done.group('n')} {done.group('v')} by {_inside(done.group('x'))}"
    return ""


_ADVERBIAL = lazy_pattern(
    r"(?:by|in|at|on|for|since|from|after|before|during|under|with|within|among|across|over)\b", re.IGNORECASE
)


def _there_are_en(unit: Unit, fact: Fact) -> str:
    """What there are so many of: there were 84 electric ferries in service → the number of electric ferries in service."""
    number = re.match(r"[\d,.]*\d", fact.phrase)
    if not number or fact.unit_class not in {"count", "number"}:
        return ""
    told = re.search(
        rf"\b[Tt]here (?:are|were|have been|had been) (?:about |around |some |over |more than |nearly |only |a total of )?{re.escape(number.group(0))} (?P<n>[a-z-]+(?: [a-z-]+){{0,3}}?s(?: (?:in|on|at|under|with|for) [a-z]+(?: [a-z]+)?)?)(?= (?:in|at|by|on|across|of|and|with|for)\b|[,.;]|$)",
        unit.text,
    )
    return f"the number of {told.group('n')}" if told else ""


def _told_of_en(group: Sequence[tuple[Unit, Fact]]) -> str:
    """What a figure measures that stands in front of it or behind the noun it belongs to; "" for other builds."""
    for unit, fact in group:  # a budget of £0.8 billion for offshore wind, a £0.8 billion budget for offshore wind
        behind = unit.text[max(0, unit.text.find(fact.phrase)) + len(fact.phrase) :]
        head, purpose = (
            head_en(unit.text, fact),
            re.match(r" (?P<n>[a-z]{4,} )?(?P<f>for [a-z][a-z -]{2,40})(?=[,.;]|$)", behind),
        )
        named = ((purpose and purpose.group("n")) or head).strip()
        if purpose and named and fact.unit_class not in {"percent", "count", "number"}:
            return f"the {named} {purpose.group('f')}"
    for unit, fact in group:  # 2,340 kilometres of the network had been equipped with control
        counted = re.match(
            rf"(?:[A-Z][a-z]+ [^,]{{2,24}}, )?{re.escape(fact.phrase)} (?P<x>of .{{3,50}}?) (?:had been|have been|has been|were|was|are|is) (?P<v>[a-z]+(?: [^,;.]{{3,50}})?)(?=[,.;]|$)",
            unit.text,
        )
        measure = re.search(r"\d ?([a-z]+s)$", fact.phrase)
        if counted and measure:
            rest = re.sub(r" (?:in|by|at the end of|by the end of) (?:19|20)\d\d$", "", counted.group("v"))
            return f"how many {measure.group(1)} {counted.group('x')} were {rest}"
    return ""


_STRAIGHT = lazy_pattern(
    r" ?(?:at |to |for |only |just |about |around |some |roughly |nearly |almost |over |more than |worth |an? )*[$€£]?\d"
)
# What a name may not end in: the words it hung on were cut off.
_DANGLING = lazy_pattern(
    r"\b(?:of|in|for|on|at|by|to|the|an?|its|their|and|or|than|from|with|that|who|which)$", re.IGNORECASE
)
_SCALES = frozenset(
    "million billion trillion percent euros dollars pounds yuan yen times years months days hours points degrees".split()
)


def _things_en(text: str, fact: Fact) -> str:
    """What a bare number counts: officers stopped 312 shipments of timber → the number of shipments of timber."""
    number = re.match(r"[\d,.]*\d(?: (?:million|billion))?", fact.phrase)
    if not number or fact.unit_class not in {"count", "number"}:
        return ""
    found = re.search(
        rf"(?:(?P<v>[a-z]+ed) )?(?<![\d.,]){re.escape(number.group(0))} (?P<n>(?:[a-z]+ )?[a-z]+s(?: of (?:[a-z]+ )?[a-z]+)?)\b(?: (?P<w>[a-z]+ed)\b)?",
        text,
    )
    if not found or set(found.group("n").split()) & _SCALES:
        return ""
    done = found.group("v") or found.group("w") or ""  # what was done to them tells which are meant
    return f"the number of {found.group('n')} {done}".rstrip()


def _share_en(text: str, fact: Fact) -> str:
    """What a percentage is a share of: 28% of employees worked from home, X was used on 12% of the area; "" when the
    sentence has another build."""
    at = text.find(fact.phrase)
    if fact.unit_class != "percent" or at < 0:
        return ""
    read = parsed(text.rstrip("."))
    clause = read.clauses[0] if read else None
    if read and clause and at <= 12:
        told = re.match(r" of (?P<n>(?:the )?[a-z][^,;]{2,60})$", read.of(*clause.subject)[at + len(fact.phrase) :])
        rest = re.sub(r" in (?:[a-z ]{3,20} )?\d{4}$", "", read.of(clause.group[0], clause.high).split(",")[0])
        if told and len(rest) < 80:
            noun = re.split(r" (?:in|of|at|with|from|on)\b", told.group("n"))[0]
            which = "who" if is_person(noun) else "that"
            return f"the share of {told.group('n')} {which} {rest}"
    part = re.match(
        r" of (?P<n>(?:the )?[a-z][\w' -]{2,60}?) (?P<v>(?!in\b|on\b|at\b|for\b|with\b|who\b|that\b|and\b|from\b|of\b|under\b|over\b)[a-z]{2,}(?:ed|s)?) (?P<r>[^,;.]{3,70})",
        text[at + len(fact.phrase) :],
    )
    if at <= 12 and part and part.group("v") in verb_forms() and part.group("n").split()[-1] not in PREPOSITIONS:
        people = any(map(is_person, part.group("n").split()))
        rest = re.sub(r" in \d{4}$", "", part.group("r"))
        return f"the share of {part.group('n')} {'who' if people else 'that'} {part.group('v')} {rest}"
    base = re.match(
        r"(?:In \d{4}, )?(?P<x>[A-Za-z][\w -]{2,50}?) (?P<b>is|are|was|were) (?P<v>[a-z]+) (?P<p>on|in|by|for|at) (?:about |around )?$",
        text[:at],
    )
    whole = re.match(r" of (?P<y>[^,;.]{3,60}?)(?= in \d{4}|[,;.]|$)", text[at + len(fact.phrase) :])
    if base and whole:
        x = base.group("x")
        return f"the share of {whole.group('y')} {base.group('p')} which {x[:1].lower()}{x[1:]} {base.group('b')} {base.group('v')}"
    return ""
