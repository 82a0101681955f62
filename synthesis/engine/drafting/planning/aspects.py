"""Under which aspect of its heading an excerpt speaks, and points made of excerpts that share one.

A person who writes up a dozen excerpts about one trade orders them by aspect (规模, 成本, 竞争), not by thing; with
many excerpts about many things it is the other way round (`subjects`). Deterministic; ties go to the earlier aspect.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.patterns import lazy_pattern

ASPECTS: dict[str, dict[str, tuple[tuple[str, str], ...]]] = {
    "zh": {
        "P": (
            ("法规与规划引导", r"法(?=》)|条例|规划|纲要|方案|意见|立法|修订|战略|顶层|提出到|办法|《"),
            ("财税与资金支持", r"补贴|奖励|财政|专项|经费|基金|免征|抵免|减免|税|资金|补助|资助|扶持|贴息|低息"),
            ("监管与标准建设", r"标准|规范|认证|监管|备案|审批|许可|准入|检查|处罚|合规|牌照|审查|审核|违规|侵权|质量"),
            ("贸易政策与国际环境", r"出口|进口|关税|管制|制裁|贸易|欧盟|美国|日本|海关|反倾销|跨境|国际"),
            ("地方落实与试点", r"试点|地方|落实|执行|[省市区县]规定|先行|示范区|部分地区|各地|基层|社区"),
            ("执行中的问题", r"不足|不畅|一刀切|滞后|困难|繁琐|尚未|缺乏|停工|短缺|难以|不一|挑战|但"),
        ),
        "E": (
            (
                "市场规模与增长",
                r"市场规模|产业规模|行业规模|规模(?!化|以上|性)|容量|总量|人次|人数|产值|销量|增速|增加值|出货量|交易额",
            ),
            ("成本与价格变化", r"价格|成本|租金|房价|均价|运价|电价|单价|费用|涨价|降价|溢价|利率"),
            ("经营状况与盈利", r"利润|毛利|净利|营收|营业收入|总收入|亏损|盈利|现金流|收入结构"),
            ("投资与融资", r"融资|投资|贷款|资本|信贷|基金|上市|募资|估值|债"),
            ("需求与消费", r"需求|消费|客单价|用户|购买|人均|渗透率|订单|流通率|支出"),
            ("供给与竞争格局", r"产能|库容|供给|竞争|份额|集中度|空置|整合|同质化|门店|企业数量|CR\d|龙头|头部"),
            ("进出口与产业链", r"出口|进口|供应链|产业链|原料|上游|下游|汇率|海外"),
            ("就业与带动效应", r"就业|带动|拉动|农户|增收|税收|用工|工资|乘数"),
        ),
        "S": (
            (
                "人口与家庭结构",
                r"老年人口|(?<!每百万)(?<!每千)(?<!每万)(?<!服务)(?<!万)人口|老龄|家庭|户均|空巢|独居|生育|出生|城镇化|岁及以上|人数|单身",
            ),
            ("观念与行为习惯", r"观念|意识|习惯|态度|接受|信任|认知|偏好|传统|愿意|希望|担心|顾虑|孝|认为"),
            ("人才与服务供给", r"护理员|人才|从业|流失|培训|教师|医生|人员|志愿|社工|技能|站点|覆盖率|助餐|床位"),
            ("需求变化", r"需求|消费|供不应求|报名|预约|就医|服务需求|学习|体验"),
            ("公平与可及性", r"农村|城乡|郊区|差距|低收入|弱势|数字鸿沟|智能手机|高龄|残|偏远|难以|公平|可及"),
            ("健康与风险状况", r"患病|发病|健康|慢性|死亡|肥胖|近视|心理|压力|事故"),
            ("社会支持与参与", r"互助|社区|时间银行|公益|组织|参与|邻里|合作社|支持"),
        ),
        "T": (
            ("技术路线与迭代", r"路线|迭代|新一代|下一代|代际|阶段|多元化|主流|替代|演进|架构|工艺路线|取代"),
            (
                "性能与关键指标",
                r"密度|精度|效率|寿命|准确率|良率|功率|灵敏度|速度|容量|性能|能耗|电耗|可达|达到|误差|时长",
            ),
            ("应用与示范进展", r"应用|示范|试点|并网|部署|场景|投入使用|落地|上线|试验|推广|装机"),
            ("研发进展与布局", r"研发|专利|论文|实验室|院校|团队|攻关|临床|投入占|合作开发"),
            ("国产化与供应链", r"国产|进口|自给|依赖|供应|自主|卡脖子|海外|垄断|替代"),
            ("安全与标准问题", r"安全|事故|热失控|标准|规范|隐私|风险|泄露|认证|可靠性|兼容|接口|格式"),
            ("成本与产业化", r"成本|价格|产业化|商业化|规模化|量产|产能|投资成本|普及"),
            ("智能化与数字化", r"智能|算法|数字孪生|人工智能|AI|机器人|大数据|物联网|传感|模型|自动"),
        ),
    },
    "en": {
        "P": (
            ("Legislation and planning", r"\bact\b|law|plan\b|spatial|strateg|duty|legislat|bill\b|parliament|adopted"),
            (
                "Public funding and incentives",
                r"subsid|budget|auction|grant|tax|fund|credit|incentive|price for|levy|pounds|euros",
            ),
            (
                "Regulation, standards and permits",
                r"regulat|standard|permit|consent|licen|approv|rules?\b|compliance|inquiry|certif|review",
            ),
            (
                "Trade and international relations",
                r"tariff|export|import|trade|world trade|cross-border|sanction|neighbour|treaty|quota",
            ),
            (
                "Implementation and local practice",
                r"local|pilot|region|municipal|council|implement|enforce|delay|applications?|years on average",
            ),
            ("Disputes and obstacles", r"object|reject|delay|argue|oppos|conflict|lack|court|judicial|but\b|barrier"),
        ),
        "E": (
            ("Market size and growth", r"market|volume|grew|growth|increase of|reached|value of|sales|output|worth"),
            ("Prices and costs", r"\bcosts?\b|price|wage|charge|fee|expens|rent|rates?\b|commission|tariff"),
            ("Revenue and profitability", r"revenue|profit|margin|loss|earn|income|turnover|default"),
            ("Investment and finance", r"invest|fund|loan|lend|credit|venture|bank|interest|capital|financ"),
            ("Demand and consumption", r"demand|spending|consum|household|customer|retail|online|users?\b|purchase"),
            (
                "Competition and supply",
                r"competit|control|share|consolidat|capacity|supply|carriers?|suppliers?|largest",
            ),
            ("Trade and the supply chain", r"import|export|currency|supply chain|depreciation|remittance|foreign"),
            ("Employment and wider effects", r"jobs?\b|employ|workers?\b|labour|merchant|farmers?\b|local economy"),
        ),
        "S": (
            (
                "Population and households",
                r"aged|population|living alone|household|birth|census|families became|migration|share of older",
            ),
            (
                "Attitudes and habits",
                r"reluctant|attitude|trust|want to|moral|prefer|regard|accept|believe|worr|habit|stigma",
            ),
            (
                "Staffing and skills",
                r"workers?\b|staff|nurse|skill|train|recruit|shortage|leave|wage|earn|volunteer|teacher",
            ),
            (
                "Access and inequality",
                r"access|rural|internet|digital|low-income|poor|barrier|language|disab|remote|only \d",
            ),
            ("Changing demand", r"demand|need|help|waiting|growing number|request|use of"),
            ("Health and wellbeing", r"health|disease|illness|lonel|stress|obes|mental|injur"),
            (
                "Work and daily life",
                r"employees?|office|commut|working (?:time|hours|at|from)|work from|leisure|free time|per day|evening|weekend|routine",
            ),
            (
                "Families and generations",
                r"women|\bmen\b|mothers?|fathers?|children|parents|young|older|under \d+|generation",
            ),
            ("Community support", r"communit|volunteer|charit|network|neighbour|club|support"),
        ),
        "T": (
            (
                "Technical approaches",
                r"combin|stack|architecture|generation|type|principle|allows?|replace|substrate|hybrid|design",
            ),
            (
                "Performance",
                r"accura|efficien|yield|throughput|speed|range|detect|raised|reduc|micromet|density|per day|last",
            ),
            ("Adoption and trials", r"adopt|trial|test|pilot|deploy|install|farms?\b|in use|supported by|operators?"),
            ("Research and patents", r"research|patent|laborator|prototype|universit|develop"),
            (
                "Reliability, safety and standards",
                r"standard|safety|fail|stress|interoper|format|risk|security|compatib|breakage|defect|test method",
            ),
            ("Costs and scaling up", r"cost|price|market|worth|scale|production|commercial|cheap|expens"),
            (
                "Data, software and automation",
                r"software|autonom|algorithm|data|machine|vision|sensor|digital|robot|platform",
            ),
            ("Obstacles", r"lack|cannot|prevent|limit|shorten|barrier|but|brittle|complicat"),
        ),
    },
}
_MOST = 26  # excerpts of one point; a paragraph tells six of them, chosen by how well they can be told
_FEW = 24  # with more excerpts what shows no aspect is left out
_WORST = 0.55  # the largest part of the excerpts one point should hold


@dataclass(frozen=True, slots=True)
class AspectGroup:
    """Indices of excerpts in order, and the aspect they share."""

    members: tuple[int, ...]
    aspect: str


@lru_cache(maxsize=64)
def _table(language: str, heading: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = ASPECTS[language].get(heading) or tuple(r for h in "TEPS" for r in ASPECTS[language][h])
    return tuple((name, lazy_pattern(pattern, re.IGNORECASE)) for name, pattern in rows)


def strengths(text: str, language: str, heading: str) -> list[float]:
    """How strongly `text` shows each aspect of the heading, in the order of the table: up to three words, early ones
    counting more."""
    out = []
    for _, pattern in _table(language, heading):
        places = {m.group(0).lower(): m.start() for m in reversed(list(pattern.finditer(text)))}
        early = sum(at < len(text) / 3 for at in places.values())
        out.append(min(len(places), 3) + 0.5 * min(early, 2))
    return out


def strength_of(text: str, title: str, language: str, heading: str) -> float | None:
    """How strongly `text` shows the aspect that a point's title names, as `strengths`; None when it names none."""
    shown = zip(_table(language, heading), strengths(text, language, heading), strict=True)
    return next((strength for (name, _), strength in shown if name in title), None)


def name_of(title: str, sentences: Sequence[str], taken: Collection[str], language: str, heading: str) -> str:
    """What a point that says `sentences` is called: its title while that names what half of them show, else the aspect
    that most of them show and none of the titles `taken` names; the title where no aspect is shown by half of them."""
    table = _table(language, heading)
    shown = np.array([strengths(s, language, heading) for s in sentences])
    told = (shown > 0).sum(axis=0)
    own = next((int(n) for (name, _), n in zip(table, told, strict=True) if name in title), 0)
    if 2 * own >= len(sentences):
        return title
    free = [
        a for a, (name, _) in enumerate(table) if 2 * told[a] >= len(sentences) and not any(name in t for t in taken)
    ]
    best = max(free, key=lambda a: (told[a], shown[:, a].sum(), -a), default=None)
    return title if best is None else table[best][0]


def groups_by_aspect(
    texts: Sequence[str], points: int, language: str, heading: str, near: NDArray[np.float64]
) -> list[AspectGroup]:
    """At most `points` groups of at least two excerpts, in the order of the table; none when too few show any aspect.

    `near` holds the likeness of every two texts; it places what shows none of the chosen aspects."""
    n = len(texts)
    wanted = min(points, max(1, n // 2))
    if n < 4:
        return []
    shown = np.array([strengths(t, language, heading) for t in texts])
    held = [a for a in range(shown.shape[1]) if (shown[:, a] > 0).sum() > 1]
    if len(held) < 2 or (shown.max(axis=1) > 0).sum() < 0.5 * n:
        return []
    best = _best(shown, held, min(wanted, len(held)), near) or (
        _best(shown, held, 2, near) if wanted > 2 and len(held) > 1 else None
    )
    if best is None:
        return []
    names = [_table(language, heading)[a][0] for a in best[0]]
    kept = [_closest(g, shown[:, a], near) for g, a in zip(best[1], best[0], strict=True)]
    return [AspectGroup(tuple(sorted(g)), name) for g, name in zip(kept, names, strict=True)]


def _closest(group: list[int], shown: NDArray[np.float64], near: NDArray[np.float64]) -> list[int]:
    """At most `_MOST` of a group: those that show the aspect most and are most like the rest of it."""
    if len(group) <= _MOST:
        return group
    like = near[np.ix_(group, group)].mean(axis=1)
    worth = {i: 0.25 * float(shown[i]) + 6 * float(v) for i, v in zip(group, like, strict=True)}
    return sorted(group, key=lambda i: (-round(worth[i], 9), i))[:_MOST]


def _best(
    shown: NDArray[np.float64], held: Sequence[int], size: int, near: NDArray[np.float64]
) -> tuple[tuple[int, ...], list[list[int]]] | None:
    """The `size` aspects under which the excerpts stand best: shown strongly, alike, in groups not too uneven."""
    n = len(shown)
    found: tuple[float, tuple[int, ...], list[list[int]]] | None = None
    for chosen in itertools.combinations(held, size):
        groups = _assigned(shown, chosen, near)
        if any(len(g) < 2 for g in groups):
            continue
        good = sum(min(float(shown[i, a]), 2.5) for a, g in zip(chosen, groups, strict=True) for i in g)
        alike = sum(float(near[np.ix_(g, g)].sum() - len(g)) / 2 for g in groups) / n
        uneven = max(0.0, max(map(len, groups)) / n - _WORST) * n
        score = good + 4 * alike - 1.5 * uneven
        if found is None or score > found[0] + 1e-9:
            found = (score, chosen, groups)
    return found[1:] if found else None


def _assigned(shown: NDArray[np.float64], chosen: tuple[int, ...], near: NDArray[np.float64]) -> list[list[int]]:
    """Every excerpt to the chosen aspect it shows most; what shows none to the group it is most like."""
    groups: list[list[int]] = [[] for _ in chosen]
    left = []
    for i in range(len(shown)):
        mine = shown[i, list(chosen)]
        if mine.max() > 0:
            groups[int(np.argmax(mine))].append(i)
        else:
            left.append(i)
    for i in left if len(shown) <= _FEW else []:
        pulls = [float(near[i, g].mean()) if g else 0.0 for g in groups]
        groups[int(np.argmax(np.round(pulls, 9)))].append(i)
    return groups
