"""Who does what in a Chinese clause, said from the other side: voice, identity, comparison, ownership.

No hedge and no denial is touched. Each rule takes a clause and returns wordings, none when its guard fails.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.facts import INDICATOR_ZH
from synthesis.engine.drafting.evidence.words import is_noun_phrase, words_of

_KEY = r"(?:主要|首要|核心|关键|根本|最大|重要|突出|直接)"


def turn_identity(clause: str) -> list[str]:
    """A是B的主要C → B的主要C是A; the role marked as one of its kind, both sides noun phrases."""
    match = re.fullmatch(
        rf"(?P<a>[^，。是]{{2,24}})(?P<v>仍是|是)(?P<b>[^，。是]{{2,30}}?的?{_KEY}(?:的)?[\u4e00-\u9fff]{{2,4}})",
        clause,
    )
    if not match or match.group("b").endswith("之一") or not is_noun_phrase(match.group("a")):
        return []
    if re.search(r"[不未没无非]", clause) or re.match(r"一[个种项类]", match.group("b")):
        return []
    if _KEY.find("重要") and "重要" in match.group("b"):
        return []  # 一个重要原因 is one of several
    return [f"{match.group('b')}{match.group('v')}{match.group('a')}"]


def turn_higher(clause: str) -> list[str]:
    """A高于B → B低于A, A优于B → B不及A: two plain noun phrases, no figures."""
    match = re.fullmatch(
        r"(?P<a>[^，。\d]{2,16}?)(?P<adv>明显|显著|远|略)?(?P<v>高于|低于)(?P<b>[^，。\d]{2,16})", clause
    )
    if not match or not is_noun_phrase(match.group("a")) or not is_noun_phrase(match.group("b")):
        return []
    if re.search(r"平均|水平|标准|目标|预期|总体", match.group("b")) or "的" in match.group("b"):
        return []
    measure = re.search(rf"{INDICATOR_ZH}$", match.group("a"))
    if "的" in match.group("a") or (measure and not match.group("b").endswith(measure.group(0)[-2:])):
        return []  # 盐湖的成本低于云母矿: the measure is told of the first alone
    other = "低于" if match.group("v") == "高于" else "高于"
    return [f"{match.group('b')}{match.group('adv') or ''}{other}{match.group('a')}"]


def passive_received(clause: str) -> list[str]:
    """X被明显压缩 → X受到明显压缩; no agent, an adverb before the verb."""
    match = re.fullmatch(
        r"(?P<x>[^，。被]{2,20})被(?P<adv>明显|显著|大幅|进一步|严重|普遍)(?P<v>压缩|挤压|削弱|限制|抑制|影响|低估|忽视|关注|认可)",
        clause,
    )
    if not match or not is_noun_phrase(match.group("x")):
        return []
    return [f"{match.group('x')}受到{match.group('adv')}{match.group('v')}"]


def concentrated(clause: str) -> list[str]:
    """X主要集中在Y → X以Y为主; Y places or fields joined by 和."""
    match = re.fullmatch(r"(?P<x>[^，。]{2,14})主要集中[在于](?P<y>[^，。]{2,18}?)(?:地区|领域|环节)?", clause)
    if not match or not is_noun_phrase(match.group("x")):
        return []
    if re.search(r"城市|城区|[省市县国区]$|[东西南北中]部|沿海|地区", match.group("y") + clause[match.end("y") :]):
        return []  # where they are is not what they are
    tail = clause[match.end("y") :]
    return [f"{match.group('x')}以{match.group('y')}{tail}为主"]


def lack(clause: str) -> list[str]:
    """X缺口较大 → X存在较大缺口; X短缺问题突出 → X的短缺问题较为突出 is a shade, so left out."""
    match = re.fullmatch(r"(?P<x>[^，。]{2,16}?)的?(?P<n>缺口|差距|短板|压力|差异)(?P<g>较大|明显|突出|巨大)", clause)
    if not match or not is_noun_phrase(match.group("x")) or match.group("g") == "突出":
        return []
    return [f"{match.group('x')}存在{match.group('g')}{'的' if match.group('g') != '较大' else ''}{match.group('n')}"]


def exists(clause: str) -> list[str]:
    """X仍存在较大不确定性 → X的不确定性仍较大; X存在明显差距 → X的差距明显."""
    match = re.fullmatch(
        r"(?P<x>[^，。]{2,20}?)(?P<adv>仍|仍然|尚|还|依然)?(?:存在|有)(?P<g>较大|较多|一定|明显|显著)的?(?P<n>不确定性|差距|差异|风险|压力|难度|缺口|挑战|空间)",
        clause,
    )
    if not match or not is_noun_phrase(match.group("x")) or match.group("g") == "一定":
        return []
    adverb = {"依然": "依然", "仍然": "仍然", "仍": "仍", "尚": "仍", "还": "仍"}.get(match.group("adv") or "", "")
    return [f"{match.group('x')}的{match.group('n')}{adverb}{match.group('g')}"]


def applied_to(clause: str) -> list[str]:
    """对X实施Y → 针对X实施Y; 对X给予Y → 给予X Y is left to the table."""
    match = re.search(
        r"(?<![\u4e00-\u9fff]针)对(?P<x>[^，。对]{3,24}?)(?P<v>实施|实行|采取|加强|开展)(?P<y>[^，。]{2,})$", clause
    )
    if not match or not is_noun_phrase(match.group("x")) or clause[: match.start()].endswith(("针", "面", "应", "反")):
        return []
    return [f"{clause[: match.start()]}针对{match.group('x')}{match.group('v')}{match.group('y')}"]


def need_of(clause: str) -> list[str]:
    """X的需求明显强于Y keeps; X对Y的需求持续增长 → X对Y需求的增长 is no sentence: left out. X有所V → X有一定V."""
    match = re.fullmatch(r"(?P<x>[^，。]{2,20}?)有所(?P<v>增加|提高|下降|改善|缓解|上升|回升|放缓)", clause)
    return [f"{match.group('x')}有一定程度的{match.group('v')}"] if match and is_noun_phrase(match.group("x")) else []


def object_first(clause: str) -> list[str]:
    """X将Y提高到V → Y被X提高到V is passive for machines; X把Y… is the table's. X限制了Y的Z → Y的Z受到X的限制."""
    match = re.fullmatch(
        r"(?P<x>[^，。]{2,20}?)(?P<adv>明显|显著|严重|大幅|进一步|普遍)?(?P<v>限制|制约|影响|冲击|抑制|阻碍|削弱)了?(?P<y>[^，。]{4,24})",
        clause,
    )
    if not match or not is_noun_phrase(match.group("x")) or not is_noun_phrase(match.group("y")):
        return []
    if match.group("y").startswith("因素") or re.match(r"[了着的]", match.group("y")):
        return []
    adverb = match.group("adv") or ""
    return [f"{match.group('y')}{adverb}受到{match.group('x')}的{match.group('v')}"]


def nominal_subject(clause: str) -> list[str]:
    """X数量快速增长 → X数量增长较快 is weaker; X不断完善 → X得到不断完善."""
    match = re.fullmatch(
        r"(?P<x>[^，。]{2,20}?)(?P<adv>不断|持续|逐步|逐渐|进一步)(?P<v>完善|优化|改善|提升|提高|加强|强化|健全)",
        clause,
    )
    raised = match is not None and match.group("v") in {"提升", "提高"}
    if raised and match is not None and not re.search(r"(?:能力|水平|质量|效率|精度|意识|素质)$", match.group("x")):
        return []  # a rate of disease is not bettered
    if not match or not is_noun_phrase(match.group("x")):
        return []
    return [f"{match.group('x')}得到{match.group('adv')}{match.group('v')}"]


def as_much_as(clause: str) -> list[str]:
    """A与B具有同等重要地位 → A具有与B同等重要的地位."""
    match = re.search(
        r"(?P<a>[\u4e00-\u9fff]{2,10})[与和](?P<b>[\u4e00-\u9fff]{2,10})具有(?P<g>同等|相同|相当)(?P<k>重要)?的?(?P<n>地位|作用|效力|水平|意义)",
        clause,
    )
    if not match:
        return []
    return [
        f"{clause[: match.start()]}{match.group('a')}具有与{match.group('b')}{match.group('g')}{match.group('k') or ''}的{match.group('n')}{clause[match.end() :]}"
    ]


def disposed(clause: str) -> list[str]:
    """将A纳入C → A被纳入C, X明确将A列为C → A被X明确列为C; the verb one of the closed list."""
    match = re.match(
        r"(?P<x>[^，。将]{0,16}?)[将把](?P<o>[^，。]{2,40}?)(?P<v>纳入|列入|列为|视为|确立为|确定为|作为|定为|划入|转化为|归入)(?P<c>[^，。]{2,20})$",
        clause,
    )
    if not match or re.search(r"[不未没]", clause) or match.group("v") == "作为":
        return []
    by = re.sub(r"(?:明确|正式|首次|率先|已经|已)+$", "", match.group("x"))
    if by and not (is_noun_phrase(by) and is_noun_phrase(match.group("o"))):
        return []
    return [f"{match.group('o')}被{match.group('x')}{match.group('v')}{match.group('c')}"]


_VERBAL = frozenset("出口 进口 采购 生产 销售 使用 投资 建设 开发 研发 运营 消费 应用 管理 审批 准入".split())


def nominal(text: str) -> bool:
    """As `is_noun_phrase`, verbs that name a business (出口, 采购) admitted at the end."""
    words = words_of(text)
    return bool(words) and (
        is_noun_phrase(text) or (words[-1].text in _VERBAL and is_noun_phrase(text[: words[-1].start]))
    )


_HANDLED = "限制|约束|规范|监管|管理|引导|改造|监测|整合|调整|控制|干预|审查|扶持|整治"


def handled(clause: str) -> list[str]:
    """X限制Y的出口 → X对Y的出口加以限制."""
    match = re.fullmatch(rf"(?P<x>[^，。对]{{0,18}}?)(?P<v>{_HANDLED})了?(?P<o>[\u4e00-\u9fff]{{4,20}})", clause)
    if (
        not match
        or not nominal(match.group("o"))
        or re.match(r"[办条规方措制政系体平工部机人水模能后前时期]|[着的]", match.group("o"))
    ):
        return []
    subject = match.group("x")
    if subject and not is_noun_phrase(re.sub(r"(?:则|也|还|已|将)$", "", subject)):
        return []
    return [f"{subject}对{match.group('o')}加以{match.group('v')}"]


def compared_lower(clause: str) -> list[str]:
    """X仍低于Y → 与Y相比，X仍较低; no figure in Y."""
    match = re.fullmatch(
        r"(?P<x>[^，。\d]{2,20}?)(?P<adv>仍然?|依然|明显|普遍|总体)?(?P<v>低于|高于)(?P<y>[^，。\d]{2,14})", clause
    )
    if not match or not is_noun_phrase(match.group("x")) or not is_noun_phrase(match.group("y")):
        return []
    grade = {"低于": "较低", "高于": "较高"}[match.group("v")]
    adverb = match.group("adv") or ""
    return [f"与{match.group('y')}相比，{match.group('x')}{adverb}{grade}"] if adverb != "明显" else []


def as_to(clause: str) -> list[str]:
    """A是B的主要C → 就B而言，A是主要C."""
    match = re.fullmatch(
        r"(?P<a>[^，。是]{2,20})是(?P<b>[^，。是的]{4,16})的(?P<c>主要|首要|核心|关键|根本|最大)(?P<n>[\u4e00-\u9fff]{2,4})",
        clause,
    )
    if not match or not is_noun_phrase(match.group("a")) or not is_noun_phrase(match.group("b")):
        return []
    return [f"就{match.group('b')}而言，{match.group('a')}是{match.group('c')}{match.group('n')}"]


def which_held(clause: str) -> list[str]:
    """这在一定程度上抑制了O → O因此在一定程度上受到抑制: the clause before is the cause."""
    match = re.fullmatch(
        r"这?(?:也|又|还)?(?P<deg>在一定程度上|在很大程度上|明显|进一步|严重)?(?P<v>抑制|限制|制约|影响|阻碍|削弱|冲击)了(?P<o>[^，。]{4,26})",
        clause,
    )
    if not match or not clause.startswith("这") or not is_noun_phrase(match.group("o")):
        return []
    return [f"{match.group('o')}因此{match.group('deg') or ''}受到{match.group('v')}"]


_MEASURES = {
    "力量": "支",
    "方向": "个",
    "因素": "个",
    "来源": "个",
    "原因": "个",
    "环节": "个",
    "领域": "个",
    "特征": "个",
    "手段": "种",
    "方式": "种",
    "途径": "条",
    "障碍": "个",
    "瓶颈": "个",
    "渠道": "条",
    "标志": "个",
    "支撑": "个",
    "组成部分": "个",
}


def one_of_kind(clause: str) -> list[str]:
    """成为X的重要力量 → 成为X的一支重要力量."""
    match = re.fullmatch(rf"(?P<a>.*(?:成为|是)[^，。]*?的?)(?P<k>重要|关键)(?P<n>{'|'.join(_MEASURES)})", clause)
    if not match or re.search(r"[最一]$", match.group("a")) or "一" in match.group("a")[-3:]:
        return []
    return [f"{match.group('a')}一{_MEASURES[match.group('n')]}{match.group('k')}{match.group('n')}"]


_OWNERS = frozenset(
    "企业 医院 学校 平台 城市 居民 地区 行业 国内 全国 我国 中国 农村 农户 社区 机构 政府 高校 院校 园区 景区 门店 银行 老人 老年人 消费者 患者 用户 家庭 工厂 车企 药企 基层 县域 市场 产业 项目".split()
)


def owner(clause: str) -> list[str]:
    """企业技术骨干进入… → 企业的技术骨干进入…: the first noun owns the phrase; no other 的 near."""
    words = words_of(clause)
    if len(words) < 3 or words[0].text not in _OWNERS or re.match(r"市场监管|全国(?:碳|统一|性)", clause):
        return []
    if words[1].tag in {"nr", "ns", "nt", "nz", "nrt"}:
        return []  # 车企南桥汽车: what it is, then its name
    phrase = ""
    if clause[words[0].end] in "内外上中下间里":
        return []
    for word in words[1:4]:
        if word.tag[0] not in "nab" and word.tag != "vn":
            break
        phrase += word.text
    end = words[0].end + len(phrase)
    if len(phrase) < 3 or "的" in clause[: end + 4] or re.match(r"[、和与]", clause[end:]):
        return []
    if words[1].tag[0] not in "na" and words[1].tag != "vn":
        return []
    return [f"{words[0].text}的{clause[words[0].end :]}"]
