"""Structural rewordings of a Chinese sentence: the same statement with its parts in another order or voice.

Each rule takes a sentence without its full stop and returns wordings, none when its guard does not hold.
Closed verb lists, explicit agents, no rule over a negation it could move. Not for word swaps; see `table_zh`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from synthesis.engine.drafting.evidence.facts import noun_phrase_end
from synthesis.engine.drafting.evidence.words import is_noun_phrase, words_of
from synthesis.engine.drafting.rewriting.figures_zh import OWN_SUM
from synthesis.engine.drafting.rewriting.lists_zh import permute_list, swap_pair, turn_clauses
from synthesis.engine.drafting.rewriting.order_zh import BEGUN, EVERYWHERE, LEANS, PART_OF_YEAR
from synthesis.engine.drafting.rewriting.subjects_zh import subject_end, takes_setting
from synthesis.engine.patterns import lazy_pattern

Rule = Callable[[str], list[str]]

_TIME = lazy_pattern(
    r"^((?:截至|截止|至|到|在)?(?:\d{4}年)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|初|上半年|下半年|第?[一二三四]季度)?|目前|当前|现阶段|近年来|如今|未来)，?"
)
_NOMINALISED = r"(?:发展|提高|提升|推进|应用|增长|普及|进步|深化|加剧|完善|成熟|扩大|突破|好转|落地|推广|升级|加快|到来|变化|优化|深入|增强|增加|上升|下降)"
_NEGATED = lazy_pattern(r"[不未没无非莫]")


def shift_time(text: str) -> list[str]:
    """2024年，X达到Y → X在2024年达到Y; the other way round when the date follows the subject."""
    match = _TIME.match(text)
    if match:
        rest = text[match.end() :]
        end = subject_end(rest) or noun_phrase_end(rest)
        if re.search(r"\d|(?:依次|分别)$", rest[:end]) or (BEGUN.search(rest[:end]) and "的" not in rest[:end]):
            return []  # 共有412家|在营业, 鸿丰百货启动门店数字化|改造
        if EVERYWHERE.fullmatch(rest[:end]) and not re.match(r"[已共累有新约合现]", rest[end:]):
            return []  # 全国|主要城市平均空置率: the place belongs to what follows
        if end and rest[end : end + 1] == "在" and match.group(1)[0].isdigit():
            return [f"{rest[:end]}于{match.group(1)}{rest[end:]}"]
        if (
            not end
            or rest[end : end + 1] in "在于的和与如等、最较更很极"
            or re.match(r"[约近超逾]?\d", rest[end:])  # 海宁市投入|9亿元: what stands before the sum is its verb
            or _TIME.match(rest)
            or PART_OF_YEAR.match(rest)
            or rest[:end].endswith(LEANS)
            or re.match(
                r"[^，。]{1,8}的|[委局部厅署院办会司市省县区州]", rest[end:]
            )  # 脑机|接口设备的, 发展改革|委: it goes on
        ):
            return []
        when = match.group(1)
        when = f"在{when}" if when[0].isdigit() else when
        return [f"{rest[:end]}{when}{rest[end:]}"] if when != "未来" else []
    end = noun_phrase_end(text)
    match = (
        re.match(r"(?:在|于)?(\d{4}年(?:\d{1,2}月)?(?:底|末|初)?|目前|近年来)(?=[\u4e00-\u9fff])", text[end:])
        if end
        else None
    )
    if match and not text[end + match.end() :].startswith(
        (
            "的",
            "至",
            "到",
            "以",
            "前",
            "后",
            "之",
            "起",
            "底",
            "末",
            "初",
            "上半",
            "下半",
            "第",
            "一季",
            "二季",
            "三季",
            "四季",
            "全年",
        )
    ):
        return [f"{match.group(1)}，{text[:end]}{text[end + match.end() :]}"]
    return []


def swap_cause(text: str) -> list[str]:
    """由于A，B → B，原因在于A; only one cause and one effect, and the effect names its own subject."""
    match = re.fullmatch(r"(?:由于|因为)([^，。]{4,50})，(?:因此|因而|所以)?([^，。]{4,60})", text)
    if not match or not noun_phrase_end(match.group(2)) or re.search(r"等?原因$|影响$", match.group(1)):
        return []
    return [f"{match.group(2)}，其原因在于{match.group(1)}"]


def swap_concession(text: str) -> list[str]:
    """虽然A，但B → B，尽管A; both clauses kept, both with a subject of their own."""
    match = re.fullmatch(r"(?:虽然|尽管)([^，。]{4,50})，(?:但是|但|然而|不过)([^，。]{4,60})", text)
    if not match or not noun_phrase_end(match.group(2)) or not noun_phrase_end(match.group(1)):
        return []
    main = re.sub(r"(?<=[\u4e00-\u9fff])(?:却|仍然|依然)(?=[\u4e00-\u9fff])", "", match.group(2))
    return [f"{main}，尽管{match.group(1)}"]


def set_background(text: str) -> list[str]:
    """随着A的发展，B → 在A不断发展的背景下… is a claim; 在A的发展背景下，B is not."""
    match = re.match(rf"随着([^，。]{{3,40}}{_NOMINALISED})，(.+)$", text)
    if not match or "、" in match.group(1)[-6:] or re.match(r"以及|和|及|与", match.group(2)):
        return []
    setting = re.sub(r"的(不断|持续|快速|迅速|逐步|日益|深入)?(?=[^的]{2,4}$)", r"\1", match.group(1))
    return [f"在{setting}的背景下，{match.group(2)}"]


_AGENT = lazy_pattern(
    r"(?:企业|公司|政府|国家|医院|机构|部门|厂商|组|居民|农户|品牌|学校|协会|单位|人员|医生|患者|者)$"
)


def make_causative(text: str) -> list[str]:
    """S显著提高了O → S使O得到显著提高; adverb kept, O one noun phrase, clause by clause."""
    verbs = "提高|提升|改善|增强|缓解|优化|强化"
    plain = "降低|减少|缩短|加快|扩大"
    out = []
    for clause in re.finditer(
        rf"(?:^|(?<=，))([^，。]{{2,30}}?)((?:有效|显著|大幅|明显|极大地?|大大|进一步|不断){{0,2}})({verbs}|{plain})了?([^，。]{{2,26}})(?=，|$)",
        text,
    ):
        subject, adverb, verb, thing = clause.groups()
        if not is_noun_phrase(thing) or _NEGATED.search(clause.group(0)) or re.search(r"\d", thing):
            continue
        if noun_phrase_end(subject + "能够") != len(subject) or _AGENT.search(subject):
            continue
        passive = (
            f"{adverb}得到{verb}"
            if verb in verbs.split("|") and not adverb
            else f"得到{adverb}{verb}"
            if verb in verbs.split("|")
            else f"{adverb}{verb}"
        )
        out.append(f"{text[: clause.start()]}{subject}使{thing}{passive}{text[clause.end() :]}")
    return out


def make_effect_noun(text: str) -> list[str]:
    """S推动了O的发展 → S对O的发展起到推动作用."""
    match = re.fullmatch(
        r"(.*?[^，。]{2,40}?)(推动|促进|带动)了([^，。]{2,30}(?:发展|升级|创新|增长|转型|进步|应用))", text
    )
    if not match or not is_noun_phrase(match.group(3)) or noun_phrase_end(match.group(1).split("，")[-1] + "能够") == 0:
        return []
    return [f"{match.group(1)}对{match.group(3)}起到了{match.group(2)}作用"]


_HELD = "垄断|把控|占据|主导|掌握|控制|替代|取代|采用|认可"


def turn_passive(text: str) -> list[str]:
    """X被Y所垄断 → Y垄断了X; agent explicit, no negation, the clause opens with X."""
    out = []
    for clause in re.finditer(
        rf"(?:^|(?<=，))([^，。]{{2,40}}?)((?:长期|基本|大多|多|主要|均|都|仍|仍然)*)被([^，。]{{2,24}}?)所?({_HELD})(?=，|$)",
        text,
    ):
        thing, adverb, agent, verb = clause.groups()
        if is_noun_phrase(thing) and is_noun_phrase(agent) and not _NEGATED.search(adverb):
            adverb = "" if adverb in {"均", "都"} and "、" not in thing else adverb
            out.append(
                f"{text[: clause.start()]}{agent}{adverb}{verb}着{thing}{text[clause.end() :]}"
                if verb in {"主导", "把控", "控制", "掌握", "垄断", "占据"}
                else f"{text[: clause.start()]}{agent}{adverb}{verb}了{thing}{text[clause.end() :]}"
            )
    return out


def turn_agent(text: str) -> list[str]:
    """X主要由Y占据 → 占据X的主要是Y."""
    match = re.match(
        r"([^，。]{2,34}?)(主要|基本|大多)由([^，。]{2,50}?)(占据|主导|垄断|掌握|提供|承担|把控)(?=，|$)", text
    )
    if not match or not is_noun_phrase(match.group(1)):
        return []
    thing, adverb, agent, verb = match.groups()
    agent = agent.removesuffix("所")
    thing = re.sub(r"(?<=市场|领域|行业)[上中里]$", "", thing)  # what is led is the market, not what is on it
    return [f"{verb}{thing}的{adverb}是{agent}{text[match.end() :]}"]


def lead_with_role(text: str) -> list[str]:
    """X是Y，V… → 作为Y，X V…; the second clause must go on about X."""
    match = re.match(r"([^，。]{2,16})(?:是|属于)((?:一[种项类款个])?[^，。]{4,36})，(.+)$", text)
    if not match or noun_phrase_end(match.group(1) + "是") != len(match.group(1)):
        return []
    subject, role, rest = match.groups()
    first = words_of(rest)[0]
    if first.tag not in {"v", "d", "p", "vd"} or rest.startswith(
        ("也", "是", "而", "但", "其", "主要是", "包括", "如", "即")
    ):
        return []
    return [f"作为{role}，{subject}{rest}"]


def drop_role(text: str) -> list[str]:
    """作为Y，X V… → X是Y，V…; X one noun phrase before its verb."""
    match = re.match(r"作为([^，。]{4,40})，([^，。]+)(.*)$", text)
    end = noun_phrase_end(match.group(2)) if match else 0
    if not match or not end or match.group(2)[end] in "是为在":
        return []
    return [f"{match.group(2)[:end]}是{match.group(1)}，{match.group(2)[end:]}{match.group(3)}"]


def _word_ends(text: str, at: int) -> bool:
    return any(w.end == at for w in words_of(text))


_PLACE = r"在([^，。在]{2,22}(?:中|方面|领域|过程中|期间|环节|阶段|背景下|条件下|之后|(?<=[\u4e00-\u9fff]{2})后))"


def front_place(text: str) -> list[str]:
    """X在Y中V → 在Y中，X V; and back."""
    end = noun_phrase_end(text)
    if end:
        match = re.match(_PLACE + r"(?=[\u4e00-\u9fff])", text[end:])
        # 领域的|中国, 安排|中西部: the end must be the end of a word, and of a phrase.
        if match and (not _word_ends(text, end + match.end()) or "的" in match.group(0)[-2:]):
            return []
        if match and not OWN_SUM.search(match.group(1)[:-1]) and text[end + match.end()] not in "的、和与":
            return [f"{match.group(0)}，{text[:end]}{text[end + match.end() :]}"]
        return []
    match = re.match(_PLACE + "，", text)
    if match:
        rest = text[match.end() :]
        end = noun_phrase_end(rest)
        if end and takes_setting(rest, end):
            return [f"{rest[:end]}{match.group(0)[:-1]}{rest[end:]}"]
    return []


def front_means(text: str) -> list[str]:
    """X通过M，V… → 通过M，X V…; X one noun phrase."""
    match = re.match(r"([^，。]{2,24}?)(通过|利用|借助|依托|凭借)([^，。]{2,30})，(.+)$", text)
    if not match or noun_phrase_end(match.group(1) + "通过") != len(match.group(1)):
        return []
    subject, preposition, means, rest = match.groups()
    if words_of(rest)[0].tag[0] not in "vd" or rest.startswith(("并", "也", "是", "而", "但")):
        return []
    return [f"{preposition}{means}，{subject}{rest}"]


def pair_not_only(text: str) -> list[str]:
    """不仅A，还B → 在A的同时，还B is looser; 既A，又B keeps both."""
    match = re.search(r"(?:不仅|不但)([^，。]{3,40})，(?:而且|还|也|更)([^，。]{3,})", text)
    if not match or re.match(r"[\u4e00-\u9fff]{0,2}(?:是|为)", match.group(1)):
        return []
    return [f"{text[: match.start()]}既{match.group(1)}，也{match.group(2)}{text[match.end() :]}"]


def drop_do(text: str) -> list[str]:
    """对X进行分析 → 分析X; the verb one word, X one noun phrase."""
    match = re.search(
        r"对([^，。对]{2,24})进行(?:了)?(分析|评估|处理|优化|管理|监测|筛查|改造|治疗|预测|识别|检测|测试|干预|引导|规范)(?=，|$|、|和)",
        text,
    )
    if not match or not is_noun_phrase(match.group(1)):
        return []
    return [f"{text[: match.start()]}{match.group(2)}{match.group(1)}{text[match.end() :]}"]


_GRADE = "较高|较强|较大|较好|较低|明显|显著|巨大|良好|突出"
_GRADED = "优势|潜力|价值|能力|竞争力|前景|空间|风险|弹性|精度|稳定性|安全性|效率|差距|市场潜力|临床优势|成本"


def turn_graded(text: str) -> list[str]:
    """X具有明显的优势 → X的优势明显; degree kept."""
    match = re.search(
        rf"(?:^|(?<=，))([^，。]{{2,24}}?)(?:具有|具备|拥有)({_GRADE})的?([^，。的]{{0,8}}?(?:{_GRADED}))(?=，|$)", text
    )
    if not match or noun_phrase_end(match.group(1) + "具有") != len(match.group(1)):
        return []
    subject, grade, thing = match.groups()
    return [f"{text[: match.start()]}{subject}的{thing}{grade}{text[match.end() :]}"]


def turn_graded_back(text: str) -> list[str]:
    """X的Y较高 → X具有较高的Y; degree kept, the clause ends there."""
    match = re.search(r"(?:^|(?<=，))([^，。的]{2,14})的([^，。的]{2,8})(较高|较大|较强|较好)(?=，|$)", text)
    if not match or not is_noun_phrase(match.group(1)) or not is_noun_phrase(match.group(2)):
        return []
    has = "存在" if re.search(r"缺口|差[异距别]|风险|难度|压力|不确定性|波动|分歧", match.group(2)) else "具有"
    return [f"{text[: match.start()]}{match.group(1)}{has}{match.group(3)}的{match.group(2)}{text[match.end() :]}"]


def turn_competition(text: str) -> list[str]:
    """X竞争日益激烈 → X面临日益激烈的竞争."""
    match = re.search(
        r"(?:^|(?<=，))([^，。]{2,24}?)(?:的)?竞争(日益|愈发|越来越|日趋|非常|较为|十分|也?更加)?激烈(?=，|$)", text
    )
    if not match or not is_noun_phrase(match.group(1)):
        return []
    subject, adverb = match.group(1), match.group(2) or ""
    return [f"{text[: match.start()]}{subject}面临{adverb}激烈的竞争{text[match.end() :]}"]


def front_recipient(text: str) -> list[str]:
    """X对Y给予Z → 对Y，X给予Z; X one noun phrase, Y long enough to stand in front."""
    match = re.match(r"([^，。对]{2,14})(对[^，。对]{6,34}?)(给予|实行|实施|提供|采取)([^，。]{2,}.*)$", text)
    if match and re.search(
        r"(?:每年|每月|每季度?|统一|分别|直接|集中|另外?|再|也|都|均|将|按[^，]{2,10})$", match.group(2)
    ):
        return []  # 对小区每年给予奖励: the adverb is the verb's
    if not match or noun_phrase_end(match.group(1) + "给予") != len(match.group(1)):
        return []
    return [f"{match.group(2)}，{match.group(1)}{match.group(3)}{match.group(4)}"]


RULES: tuple[Rule, ...] = (
    shift_time,
    swap_cause,
    swap_concession,
    set_background,
    make_causative,
    make_effect_noun,
    turn_passive,
    turn_agent,
    lead_with_role,
    drop_role,
    front_place,
    front_means,
    permute_list,
    swap_pair,
    pair_not_only,
    drop_do,
    turn_graded,
    turn_graded_back,
    turn_competition,
    front_recipient,
    turn_clauses,
)
