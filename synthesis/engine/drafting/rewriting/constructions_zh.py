"""Chinese constructions said another way: 对…给予, 以…方式, 取决于, 占用, 平均, what part of people does what, 将 and 把.

Each rule takes a clause and returns wordings, none when its guard fails; the words stay, their order and the particles
between them change. Not for figures told as levels or changes; see `figures_zh`.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.words import is_noun_phrase, words_of
from synthesis.engine.patterns import lazy_pattern

# Who can be handed something: 向企业提供, but 为迭代提供支撑.
_RECEIVER = lazy_pattern(
    r"(?:企业|公司|居民|用户|农户|学生|患者|医院|机构|商户|家庭|读者|老人|老年人|学校|客户|员工|市民|群众|国家|地区|者|人)$"
)
_DENIED = lazy_pattern(r"[不没未无非]")


def give_to(clause: str) -> list[str]:
    """对清洁氢给予税收抵免 → 给予清洁氢税收抵免; 为企业提供补贴 → 向企业提供补贴."""
    match = re.fullmatch(
        r"(?P<x>[^，。]{0,20}?)对(?P<to>[^，。对给]{2,12}?)(?P<v>给予|予以|提供)(?P<o>[^，。]{2,30})", clause
    )
    if match and is_noun_phrase(match.group("to")) and match.group("v") == "给予":
        return [f"{match.group('x')}给予{match.group('to')}{match.group('o')}"]
    match = re.fullmatch(r"(?P<x>[^，。]{0,20}?)(?P<p>为|向)(?P<to>[^，。]{2,12}?)提供(?P<o>[^，。]{2,30})", clause)
    if (
        match
        and is_noun_phrase(match.group("to"))
        and (match.group("p") == "向" or _RECEIVER.search(match.group("to")))
    ):
        other = "向" if match.group("p") == "为" else "为"
        return [f"{match.group('x')}{other}{match.group('to')}提供{match.group('o')}"]
    return []


def by_way(clause: str) -> list[str]:
    """以拍卖方式补贴 → 采用拍卖方式补贴; 采取X形式 → 以X的形式 before a verb."""
    match = re.fullmatch(
        r"(?P<x>[^，。]{0,24}?)(?P<p>以|按照|采用|采取|通过)(?P<n>[^，。的]{2,12}|“[^”]{2,12}”)的?(?P<w>方式|形式|模式)(?P<v>[^，。]{2,24})",
        clause,
    )
    if (
        not match
        or match.group("n") == "任何"
        or not re.match(r"[\u4e00-\u9fff]", match.group("v"))
        or words_of(match.group("v"))[0].tag[0] not in "vp"
    ):
        return []
    others = {"以": "采用", "按照": "以", "采用": "以", "采取": "以", "通过": "以"}
    of = "" if clause[match.end("n")] == "的" else "的"
    return [f"{match.group('x')}{others[match.group('p')]}{match.group('n')}{of}{match.group('w')}{match.group('v')}"]


def depend_on(clause: str) -> list[str]:
    """额度取决于车辆规模 → 额度由车辆规模决定, and back."""
    match = re.fullmatch(r"(?P<x>[^，。]{2,20}?)(?P<a>主要|往往|通常|很大程度上)?取决于(?P<y>[^，。]{2,40})", clause)
    if match and is_noun_phrase(match.group("x")):
        return [f"{match.group('x')}{match.group('a') or ''}由{match.group('y')}决定"]
    match = re.fullmatch(r"(?P<x>[^，。]{2,20}?)(?P<a>主要)?由(?P<y>[^，。]{2,40})决定", clause)
    return [f"{match.group('x')}{match.group('a') or ''}取决于{match.group('y')}"] if match else []


def linked_with(clause: str) -> list[str]:
    """奖励资金与推广数量挂钩 → 奖励资金的多少视推广数量而定 says more; 与…挂钩 → 同…相挂钩."""
    match = re.fullmatch(r"(?P<x>[^，。]{2,16}?)[与和](?P<y>[^，。]{2,40})(?P<w>挂钩|衔接|匹配)", clause)
    return (
        [f"{match.group('x')}同{match.group('y')}相{match.group('w')}"]
        if match and is_noun_phrase(match.group("x"))
        else []
    )


def takes_up(clause: str) -> list[str]:
    """照料占用了老人大量时间 → 老人大量时间被照料占用."""
    match = re.fullmatch(r"(?P<x>[^，。]{2,16}?)(?P<v>占用|挤占|侵占|消耗|分散)了(?P<o>[^，。]{2,20})", clause)
    if not match or not is_noun_phrase(match.group("x")) or _DENIED.search(clause):
        return []
    return [f"{match.group('o')}被{match.group('x')}{match.group('v')}"]


def average_in(clause: str) -> list[str]:
    """平均任教时间不到两年 → 任教时间平均不到两年, and back."""
    match = re.fullmatch(
        r"(?P<x>[^，。]{0,14}?)的?平均(?P<n>[\u4e00-\u9fff]{2,10}?)(?P<r>(?:为|约为|约|达|不到|不足|超过|仅为|只有|(?:延长|缩短|增加|减少|下降|上升|提高|降低|上涨|下跌)了?(?=约?\d)|在(?!\d{4}年)(?=[\d约]))[^，。]*\d?[^，。]{1,14})",
        clause,
    )
    if match and (match.group("x").endswith("加权") or match.group("n")[-1] in "长高多"):
        return []  # 加权平均利率, 平均周期长达95天
    if match and is_noun_phrase(match.group("n")) and re.search(r"[\d两一二三四五六七八九十百半]", match.group("r")):
        x = match.group("x") + (
            "的" if match.group("x") and not match.group("x").endswith(("，", "其中", "其")) else ""
        )
        return [f"{x}{match.group('n')}平均{match.group('r')}"]
    match = re.fullmatch(
        r"(?P<n>[\u4e00-\u9fff]{0,2}(?:时间|年龄|价格|成本|周期|寿命|工资|收入|时长|面积|天数|人数))平均(?P<r>(?:为|约为|约|达|不到|不足|超过|仅为|只有)[^，。]*\d[^，。]{1,14})",
        clause,
    )
    return [f"平均{match.group('n')}{match.group('r')}"] if match and is_noun_phrase(match.group("n")) else []


_WANT = r"(?:希望|认为|表示|愿意|担心|支持|选择|使用|采用|计划|打算|曾|没有|接受|参加|拥有|每天|每周|更愿意|倾向于)"


def part_who(clause: str) -> list[str]:
    """68.5%的人希望学习X → 希望学习X的人占68.5%; 42%的企业采用X → 采用X的企业占42%."""
    match = re.fullmatch(
        rf"(?P<lead>其中)?(?P<q>约|近|超过|逾|不足|仅)?(?P<v>\d[\d.]*[%％])的(?P<n>[\u4e00-\u9fff]{{1,8}}?)(?P<r>{_WANT}[^，。]{{2,24}})",
        clause,
    )
    if not match or not (match.group("n") in {"人", "受访者"} or is_noun_phrase(match.group("n"))):
        return []
    return [
        f"{match.group('lead') or ''}{match.group('r')}的{match.group('n')}{'占' if match.group('q') != '仅' else '仅占'}{(match.group('q') or '').replace('仅', '')}{match.group('v')}"
    ]


def carry_over(clause: str) -> list[str]:
    """将产能转移到泰国 → 把产能转移到泰国, and back; the object a noun phrase, the verb with its place or result."""
    match = re.search(
        r"(?P<p>将|把)(?P<o>[^，。将把]{2,14}?)(?P<v>转移|纳入|用于|引入|应用|推广|扩展|延伸|迁|转|投|列|作|视|提高|提升|降低|控制|缩短|延长|压缩)(?P<r>[到至为入于向在])",
        clause,
    )
    if not match or not is_noun_phrase(match.group("o")):
        return []
    return [clause[: match.start("p")] + ("把" if match.group("p") == "将" else "将") + clause[match.end("p") :]]


def each_own(clause: str) -> list[str]:
    """奖励标准各地不一 → 各地奖励标准不一; 各地奖励标准不一 → 奖励标准因地而异."""
    match = re.fullmatch(
        r"(?P<x>[\u4e00-\u9fff]{2,10}?)(?P<w>各地|各省|各校|各家)(?P<r>不一|不同|差异较大|不统一)", clause
    )
    if match and is_noun_phrase(match.group("x")):
        return [f"{match.group('w')}{match.group('x')}{match.group('r')}"]
    match = re.fullmatch(r"(?P<w>各地|各省)的?(?P<x>[\u4e00-\u9fff]{2,10}?)(?:不一|各不相同|不同)", clause)
    return (
        [f"{match.group('x')}因{'地' if match.group('w') == '各地' else '省'}而异"]
        if match and is_noun_phrase(match.group("x"))
        else []
    )


def after_doing(clause: str) -> list[str]:
    """参加学习小组后 → 在参加学习小组之后, at the end of a clause."""
    match = re.fullmatch(
        r"(?P<x>[^，。在]{0,14}?)(?P<v>参加|完成|实施|使用|接受|引入|采用|加入|开展|投产|建成|开放|改造|启用)(?P<o>[^，。在]{0,14})(?<![之以前])后",
        clause,
    )
    if not match or (match.group("x") and not is_noun_phrase(match.group("x"))):
        return []
    if not match.group("o") and re.search(r"(?:政策|法|办法|条例|方案|规定|措施|项目|工程|计划)$", match.group("x")):
        return []  # it is what is carried out, and does nothing itself
    return [f"{match.group('x')}在{match.group('v')}{match.group('o')}之后"]


def still_more(clause: str) -> list[str]:
    """X使Y承压 → Y因X承压: pressure and its kin."""
    match = re.fullmatch(
        r"(?P<x>[^，。]{2,20}?)(?:使得|使|令|让)(?P<y>[^，。]{2,14}?)(?P<r>承压|受损|受阻|受益|面临压力|陷入困境)",
        clause,
    )
    if not match or not is_noun_phrase(match.group("x")) or not is_noun_phrase(match.group("y")):
        return []
    return [f"{match.group('y')}因{match.group('x')}而{match.group('r')}"]


def named_first(clause: str) -> list[str]:
    """X和Y是主要障碍 → 主要障碍是X和Y; 障碍、原因、问题、瓶颈 only."""
    match = re.fullmatch(
        r"(?P<s>[^，。]*?(?:表示|认为|反映|指出|觉得|坦言))?(?P<x>[^，。]{4,40}?)(?:是|为|成为|构成)(?P<w>(?:主要|最大|首要|关键|突出)的?(?:障碍|原因|问题|瓶颈|困难|挑战|制约因素|困扰|难题|短板|顾虑|压力|风险|动力|(?:资金|成本|经营|竞争)(?:压力|风险|难题)))",
        clause,
    )
    if not match or _DENIED.search(match.group("x")[:1] + match.group("x")[-1:]):
        return []
    x, adverb = re.fullmatch(r"(.+?)(仍然?|依然|依旧|还|也|亦|都|均|正|则|就)?", match.group("x")).groups("")  # type: ignore[union-attr]
    return [f"{match.group('s') or ''}{match.group('w')}{adverb}是{x}"]


def among_asked(clause: str) -> list[str]:
    """受访者中有62%的人每月到馆一次 → 62%的受访者每月到馆一次."""
    match = re.fullmatch(
        r"(?P<n>受访者|被调查者|受访居民|受访企业|受访家庭|受访学生|居民|患者|学生|家长|员工|读者|用户|农户|企业|参与者|受试者)中，?(?:约?有)?(?P<q>约|近|超过|逾|不足|仅)?(?P<v>\d[\d.]*[%％])(?:的人)?(?P<r>[\u4e00-\u9fff][^，。]{3,30})",
        clause,
    )
    if not match or match.group("r")[0] in "的为是以左":
        return []
    return [f"{match.group('q') or ''}{match.group('v')}的{match.group('n')}{match.group('r')}"]


def holders_first(clause: str) -> list[str]:
    """配备点显器的场馆不足20% → 不足20%的场馆配备了点显器: who has or uses what, and how many they are."""
    match = re.fullmatch(
        r"(?P<v>配备|配有|拥有|采用|使用|设有|建有|开设|开通|安装|参加|购买|接受|持有|具备)(?:了|有)?(?P<o>[^，。的]{2,14})的(?P<n>[\u4e00-\u9fff]{2,8}?)(?P<c>只占|仅占|占比|占|只有|仅有)?(?P<q>约|近|超过|逾|不足|不到)?(?P<p>\d[\d.]*[%％]|[一二三四五六七八九两]成)",
        clause,
    )
    if not match or not is_noun_phrase(match.group("n")) or not (match.group("c") or match.group("q")):
        return []
    if re.search(r"(?:比例|占比|比重|比率|人数|数量|份额)$", match.group("n")):
        return []  # a share takes part in nothing
    only = "只有" if (match.group("c") or "")[:1] in {"只", "仅"} else ""
    return [
        f"{only}{match.group('q') or ''}{match.group('p')}的{match.group('n')}{match.group('v')}了{match.group('o')}"
        if match.group("v") not in {"配有", "拥有", "设有", "建有", "持有", "具备"}
        else f"{only}{match.group('q') or ''}{match.group('p')}的{match.group('n')}{match.group('v')}{match.group('o')}"
    ]


def suffers(clause: str) -> list[str]:
    """信号容易受到噪声干扰 → 噪声容易干扰信号; 受到噪声干扰 → 受噪声干扰."""
    match = re.fullmatch(
        r"(?P<x>[^，。受]{2,14}?)(?P<a>容易|易于|易|往往|常常|经常)?受到?(?P<y>[^，。受]{2,16}?)(?:的)?(?P<v>干扰|影响|制约|限制|冲击)",
        clause,
    )
    if not match or not is_noun_phrase(match.group("x")) or not is_noun_phrase(match.group("y")):
        return []
    x, how, y, verb = match.group("x"), match.group("a") or "", match.group("y"), match.group("v")
    if not how:
        return [f"{x}受{y}的{verb}"]
    return [f"{y}{how}{verb}{x}", f"{x}{how}受{y}{verb}"]


RULES = (
    among_asked,
    holders_first,
    suffers,
    give_to,
    by_way,
    depend_on,
    linked_with,
    takes_up,
    average_in,
    part_who,
    carry_over,
    each_own,
    after_doing,
    still_more,
    named_first,
)
