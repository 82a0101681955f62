"""Clauses that tell a figure, told otherwise: the number before or behind its noun, levels, changes, shares, parts.

Values and qualifiers are kept exactly. Each rule takes a clause and returns wordings, none when its guard fails.
"""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine.drafting.evidence.facts import INDICATOR_ZH, noun_phrase_end
from synthesis.engine.drafting.evidence.words import is_noun_phrase, words_of
from synthesis.engine.drafting.rewriting.subjects_zh import subject_end
from synthesis.engine.patterns import lazy_pattern

_COUNT = (
    r"(?:约|近|超过|逾|超|仅|达)?\d[\d.]*(?:余|多)?[万亿]?(?:余|多)?[项家个座条台套件款所名例起笔处只辆批部份人位次户]"
)


_VALUE = (
    r"(?:约|近|接近|超过|逾|超|不足|至少|高达)?\d[\d.]*(?:余|多)?[万亿]*(?:[%％]|个?百分点|[\u4e00-\u9fffA-Za-z/]{0,6})"
)


_VERBS = "建成|组建|吸引|发生|新增|开设|设立|发布|获得|完成|推出|制定|拥有|覆盖|培训|惠及|支持|收到|投放|部署|引进|培育|认定|签约|查处|受理|安置|建设|入选|汇集|服务|约有|现有|有"


@lru_cache(maxsize=4096)
def tags_end_nominal(text: str) -> bool:
    """Whether all of `text` can be one noun phrase, numbers and 的-joints included."""
    return is_noun_phrase(text)


def number_before_noun(clause: str) -> list[str]:
    """组建职教集团1500余个 → 组建1500余个职教集团; 发生融资事件47起 → 发生47起融资事件."""
    match = re.search(
        rf"(?P<verb>(?:共|已|累计|合计|共计)?(?:{_VERBS})了?)(?P<what>[\u4e00-\u9fffA-Za-z]{{2,12}}?)(?:共|共计|累计)?(?P<n>{_COUNT})$",
        clause,
    )
    if not match or not tags_end_nominal(match.group("what")) or match.group("what")[-1] in "超约近达逾于少":
        return []  # 托位不少于2000个: the bound goes with the number
    if match.group("verb").endswith("有") and re.match(r"[效关限机色偿线奖序毒害]", match.group("what")):
        return []  # 有效问卷3150份
    if re.match(r"务|装|置|用|力|能", match.group("what")) or (
        match.group("n").endswith(("人", "人次")) and match.group("what").endswith(("人员", "人数", "人口", "者"))
    ):
        return []  # 家政服|务从业人员3800万人: the verb is the end of a noun, and persons are counted already
    # 人次 and 次 count doings, not things.
    if match.group("n").endswith(("次", "人次")):
        return []
    return [f"{clause[: match.start()]}{match.group('verb')}{match.group('n')}{match.group('what')}"]


def noun_has_number(clause: str) -> list[str]:
    """共发生融资事件47起 → 融资事件共有47起 (when nothing but a time or place stands before)."""
    match = re.fullmatch(
        rf"(?P<when>(?:20\d\d年|截至[^，]{{4,10}}|[\u4e00-\u9fff]{{2,6}}领域)*)共?(?P<verb>发生|新增|建成|组建|开设|发布|拥有|获得)"
        rf"(?P<what>[\u4e00-\u9fff]{{2,10}}?)(?P<n>{_COUNT})",
        clause,
    )
    if not match or match.group("verb") not in {"发生", "拥有"} or not tags_end_nominal(match.group("what")):
        return []
    return [f"{match.group('when')}{match.group('what')}共有{match.group('n')}"]


_TENTHS = dict(zip("一二两三四五六七八九", (10, 20, 20, 30, 40, 50, 60, 70, 80, 90), strict=True))


# 四成从业者 is 40%的从业者; what a verb or adverb follows stays: 占四成以上.
_NOUN_NEXT = lazy_pattern(
    r"(?:受访|从业|企业|家庭|居民|农户|患者|学生|老人|老年|用户|消费|员工|工人|村民|家长|教师|商户|门店|城市|学校|医院|机构|产品|项目|市场|份额|学员|司机|骑手|职工|网民|青年|儿童|女性|男性|农民|公司|店铺|景区|民宿|游客)"
)


def tenths(clause: str) -> list[str]:
    """不足两成 → 不足20%; 约四分之一 → 约25%: exact re-expressions only."""
    out = re.sub(
        r"(?<![一二两三四五六七八九十成])([一二两三四五六七八九])成(?![一二三四五六七八九本立为年员果分效就功长都])",
        lambda m: f"{_TENTHS[m.group(1)]}%" + ("的" if _NOUN_NEXT.match(clause[m.end() :]) else ""),
        clause,
    )
    out = (
        out.replace("四分之一", "25%").replace("四分之三", "75%").replace("五分之一", "20%").replace("二分之一", "50%")
    )
    return [out] if out != clause else []


_FELL = "下降|下滑|下跌|减少|回落|降低|缩短|缩小"


_ROSE = "上升|增长|增加|提高|提升|上涨|扩大|延长"


def from_to(clause: str) -> list[str]:
    """X由A下降到B → X从A降至B; between two years the preposition stays."""
    match = re.search(
        rf"(?P<x>[^，。]{{2,24}}?)(?P<adv>已|已经)?[从由](?P<a>[^，。]{{1,18}}?)(?P<way>{_FELL}|{_ROSE}|跌|降|升|增)(?:到|至|为)(?P<b>[^，。]{{1,18}})$",
        clause,
    )
    if not match or not re.search(r"\d", match.group("a")) or not re.search(r"\d", match.group("b")):
        return []
    x, a, b = match.group("x"), match.group("a"), match.group("b")
    head, adverb = clause[: match.start()], match.group("adv") or ""
    way = "降" if re.match(rf"{_FELL}|跌|降", match.group("way")) else "增" if "增" in match.group("way") else "升"
    old = clause[match.end("adv") if adverb else match.end("x")]
    if not (re.match(r"\d{4}年", a) and re.match(r"\d{4}年", b)):
        return [f"{head}{x}{adverb}{'从' if old == '由' else '由'}{a}{way}至{b}"]
    return [f"{head}{x}{adverb}{old}{a}{way}至{b}"]  # told between two years: `levels_zh`


def change_noun(clause: str) -> list[str]:
    """租金同比下降7.2% → 租金的同比降幅为7.2%; 较上年增长12% → 较上年的增幅为12%; rates only, not points."""
    match = re.search(
        r"(?P<ref>同比|环比|年均|(?:较|比)(?:上年|[^，。]{2,8}?))(?P<way>增长|上升|上涨|提高|增加|下降|下滑|下跌|减少|降低)(?:了)?(?P<v>(?:约|近|超过|逾)?\d[\d.]*[%％])$",
        clause,
    )
    if not match:
        return []
    if re.match(r"(?:[但却而且并]|不过)?平均", clause):
        return []  # 平均租金: nothing stands before it that could own it
    way = "增幅" if match.group("way") in {"增长", "上升", "上涨", "提高", "增加"} else "降幅"
    ref, v = re.sub("^比", "较", match.group("ref")), match.group("v")
    verb = "" if re.match(r"约|近|超过|逾", v) else "为"
    v = re.sub(r"^近", "接近", v)
    verb = "达" if v.startswith("逾") else verb
    # 较两年前下降了45% needs its subject before the comparison
    return [f"{clause[: match.start()]}{ref}{'的' if ref[0] in '较比' else ''}{way}{verb}{v}"]


def level_verb(clause: str) -> list[str]:
    """X为V ↔ X达V; X约为V → X在V左右; X达到V → X为V. Levels only."""
    out = []
    match = re.search(r"(?P<x>[^，。]{2,}?)约为(?P<v>\d[\d.]*[万亿]*[^，。\d左右以]{0,8})$", clause)
    if match and "在" not in match.group("x"):
        out.append(f"{clause[: match.start()]}{match.group('x')}在{match.group('v')}左右")
    if match:
        out.append(f"{clause[: match.start()]}{match.group('x')}约{match.group('v')}")
    match = re.search(r"(?P<x>[^，。]{2,}[\u4e00-\u9fff])(?:达到|达)(?P<v>\d[\d.]*[万亿]*[^，。\d以]{0,8})$", clause)
    if match and not re.search(r"[可能将需可以应已长高多要须拟]$|有望$|预[计期]$", match.group("x")):
        out.append(f"{clause[: match.start()]}{match.group('x')}为{match.group('v')}")
    match = re.search(
        r"(?P<x>[^，。]{2,}(?:规模|收入|余额|数量|总数|总额|金额|容量|产量|销量|支出|投入|经费|人口|额|量|率|比例|占比|比重|利润|人数|规模))为(?P<v>\d[\d.]*[万亿]*[^，。\d以]{0,8})$",
        clause,
    )
    if match:
        out.append(f"{clause[: match.start()]}{match.group('x')}达{match.group('v')}")
    return out


OWN_SUM = lazy_pattern(r"^总|(?:收入|成本|支出|费用|营收|产值|资产)$")  # whose it is must stand before it


def share_of(clause: str) -> list[str]:
    """X占Y的V → 在Y中X占V; X的V占比 stays. Y must be a noun phrase without pronoun."""
    match = re.fullmatch(
        rf"(?P<lead>其中|目前|当前)?(?P<x>[^，。占]{{2,16}}?)(?P<a>已|约|仅|只|则)?占(?:到|据|了)?(?P<y>[^，。\d占]{{2,16}}?)的?(?P<v>{_VALUE})",
        clause,
    )
    if (
        not match
        or re.search(r"^(?:比|有率)|[其该这此]|比[例重]$", match.group("y"))
        or not tags_end_nominal(match.group("y").rstrip("的"))
    ):
        return []
    if not tags_end_nominal(match.group("x")):
        return []
    y = match.group("y").rstrip("的")
    adverb = match.group("a") or ""
    inside = f"在{y}中" if not re.fullmatch(r"全球|世界|国内|全[国省市县区]", y) else f"在{y}"
    return [
        f"{match.group('x')}{inside}{adverb}占{match.group('v')}",
        f"{inside}，{match.group('x')}{adverb}占{match.group('v')}",
    ][: 1 if match.group("lead") or OWN_SUM.search(y) else 2]


def among_them(clause: str) -> list[str]:
    """其中B占比约四成 → B在其中的占比约四成."""
    match = re.fullmatch(r"其中，?(?P<b>[^，。]{2,16}?)(?P<rest>(?:的?占比|所占比例|比例).*)", clause)
    if not match or not tags_end_nominal(match.group("b")):
        return []
    rest = match.group("rest").removeprefix("的")
    return [f"{match.group('b')}在其中的{rest}"]


def part_of(clause: str) -> list[str]:
    """约25%的民宿处于亏损 → 民宿中约有25%处于亏损; the rest must be a predicate."""
    match = re.match(
        r"(?P<lead>目前|当前|其中)?(?P<q>约|近|超过|逾|不足|仅)?(?P<v>\d[\d.]*[%％])的(?P<n>[\u4e00-\u9fff]{2,8}?)(?P<rest>(?:希望|愿意|认为|表示|处于|采用|使用|选择|已|来自|没有|拥有|面临|将|能够|可|需|计划|担心|接受|通过|在)[^，。]+)$",
        clause,
    )
    if not match or not is_noun_phrase(match.group("n")):
        return []
    q = match.group("q") or ""
    return [
        f"{match.group('lead') or ''}{match.group('n')}中{'仅有' if q == '仅' else q + '有' if q in {'约', ''} else '有' + q}{match.group('v')}{match.group('rest')}"
    ]


def in_turn(clause: str) -> list[str]:
    """A、B和C的R分别为a、b和c → A的R为a，B为b，C为c."""
    match = re.fullmatch(
        r"(?P<items>[^，。的]{2,40}?)的(?P<r>[\u4e00-\u9fff]{2,14}?)分别(?P<v>约?为|达到?|是|占)(?P<values>[^，。]{3,50})",
        clause,
    )
    if not match:
        return []
    items = re.split(r"、|和|与|及|以及", match.group("items"))
    values = re.split(r"、|和|与|及|以及", match.group("values"))
    if len(items) != len(values) or len(items) < 2 or not all(re.search(r"\d", v) for v in values):
        return []
    if not all(is_noun_phrase(i) for i in items):
        return []
    verb = match.group("v")
    head = f"{items[0]}的{match.group('r')}{verb}{values[0]}"
    return ["，".join([head, *(f"{i}{verb}{v}" for i, v in zip(items[1:], values[1:], strict=True))])]


def share_alone(clause: str) -> list[str]:
    """占Y的V, its subject told before → 在Y中占V."""
    match = re.fullmatch(rf"(?P<a>约|仅|只)?占(?!比)(?:到|据|了)?(?P<y>[^，。\d占]{{2,16}}?)的?(?P<v>{_VALUE})", clause)
    if not match or re.search(r"[其该这此]", match.group("y")) or not is_noun_phrase(match.group("y")):
        return []
    y = match.group("y")
    return [
        f"在{y}{'' if re.fullmatch(r'全球|世界|国内|全[国省市县区]', y) else '中'}{match.group('a') or ''}占{match.group('v')}"
    ]


def owned_measure(clause: str) -> list[str]:
    """职业本科院校数量有望… → 职业本科院校的数量有望…; no other 的 in the phrase."""
    end = subject_end(clause) or noun_phrase_end(clause)
    match = re.fullmatch(rf"(?P<x>[^，。的]{{3,20}}?)(?P<i>{INDICATOR_ZH})", clause[:end]) if end else None
    if not match or len(match.group("i")) < 2 or not is_noun_phrase(match.group("x")) or "的" in clause[end : end + 6]:
        return []
    if (
        re.search(r"[平人日月年]均$|[总净毛]$|综合$|单位$|边际$|年化$|加权$|累计$", match.group("x"))
        or match.group("x")[-1] == "市"
    ):
        return []
    return [f"{match.group('x')}的{match.group('i')}{clause[end:]}"]


def numbers_behind(clause: str) -> list[str]:
    """建设50所学校和150个专业群 → 建设学校50所、专业群150个."""
    match = re.search(
        r"(?P<v>建设|建成|新增|培育|打造|培养|支持|认定|设立|布局)(?P<a>\d+[所个家项座名条](?P<an>[\u4e00-\u9fff]{3,14}?))(?:和|与|、|以及)(?P<b>\d+[所个家项座名条](?P<bn>[\u4e00-\u9fff]{3,14}))$",
        clause,
    )
    if not match or not is_noun_phrase(match.group("an")) or not is_noun_phrase(match.group("bn")):
        return []
    parts = [re.match(r"(\d+[\u4e00-\u9fff])(.+)", match.group(k)) for k in ("a", "b")]
    told = "、".join(f"{p.group(2)}{p.group(1)}" for p in parts if p)
    return [f"{clause[: match.start()]}{match.group('v')}{told}"]


def measure_average(clause: str) -> list[str]:
    """平均年龄为51岁 → 年龄平均为51岁."""
    match = re.fullmatch(
        r"(?P<x>[^，。]{0,12}?)(?P<k>平均|累计)(?P<n>[\u4e00-\u9fff]{2,5}?)(?P<v>约?为|[长高多]?达到?|是|超过|突破)(?P<rest>约?\d.*)",
        clause,
    )
    if not match or not is_noun_phrase(match.group("n")) or (match.group("x") and not is_noun_phrase(match.group("x"))):
        return []
    return [f"{match.group('x')}{match.group('n')}{match.group('k')}{match.group('v')}{match.group('rest')}"]


def insert_is(clause: str) -> list[str]:
    """注册资本3440亿元 → 注册资本为3440亿元; a measure, then a bare figure."""
    match = re.fullmatch(
        rf"(?P<x>[^，。]{{0,20}}?{INDICATOR_ZH}|(?:[^，。]{{0,12}})(?:资本|年龄|面积|容量|产能|周期|寿命|里程))(?P<v>(?:约|超过|近|逾)?\d[\d.]*[万亿]*[^，。\d]{{0,6}})",
        clause,
    )
    if not match or re.search(
        r"[占达为有至到]$|(?:实现|取得|获得|完成|贡献|带来|产生|披露|筹集|募集|提供)[^，]{0,8}$", match.group("x")
    ):
        return []
    if any(w.tag == "v" for w in words_of(match.group("x"))):
        return []  # 缩短交付周期30%: by how much, not to what
    q = match.group("v")
    return [f"{match.group('x')}{'' if re.match('超过|逾', q) else '达' if q.startswith('近') else '为'}{q}"]
