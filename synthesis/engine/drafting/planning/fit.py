"""Which heading an excerpt speaks for, by the heading's own vocabulary; to notice what was filed in the wrong place.

A rough sorter on purpose, used only to warn and to leave out what clearly belongs elsewhere; suggestions for
tagging come from `engine.suggest`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from synthesis.engine.patterns import lazy_pattern

WORDS: Mapping[str, str] = {
    "P": "政策 规划 国务院 监管 法规 条例 医保局 卫健委 药监局 集采 带量采购 审批 补贴 政府 试点 纲要 指导意见 管理办法 立法 税收 关税 印发 部门 扶持 准入 制度改革 财政 出口管制 管制 制裁 许可 备案 免征 抵免 所得税 奖励 专项资金 专项经费 产业投资基金 立法 修订 规定 职业教育法 标准体系 国家标准 省政府 地方政府"
    " policy policies government regulation regulations regulatory law legislation ministry subsidy subsidies tariff directive mandate approval commission"
    " parliament tax government ministers minister auction permit permits planning subsidy legal court judicial statutory states grid act regulator"
    " regulators licence licences licensing municipalities municipal ministries decree ban bans sanctions treaty election elections political mayors state"
    " directives reform reforms rebate rebates grant grants capped eligible eligibility treasury quota quotas levy levies",
    "E": "市场规模 亿元 价格 成本 收入 营收 利润 投资 融资 消费 经济 GDP 出口 进口 贸易 资本 汇率 通胀 销售额 支出 费用 产值 支付能力 均价 增速 就业 工资"
    " market revenue revenues price prices cost costs profit investment economy economic gdp exports imports trade capital inflation sales spending wages"
    " billion income incomes turnover margin margins fee fees loan loans bank banks interest inflationary profits return returns tax taxes"
    " competition competitors finance financing costing earnings",
    "S": "人口 老龄化 老年人 患者 患病率 居民 健康意识 生活方式 教育 社会 观念 文化 城镇化 家庭 接受度 就医 习惯 慢性病 发病率 认知 信任 出生率 农村 社区 生育 公众 基层 人才 医师 高校 就诊 筛查 死亡率 城乡 县域 公平 可及 群众 民众 青年 儿童 志愿者 孤独 互助"
    " population ageing aging elderly households lifestyle education social culture attitudes awareness prevalence demographic urban rural community trust"
    " public families patients family young people youth elderly children attitudes habits values belief beliefs tradition traditions loneliness"
    " isolation wellbeing generation generations residents neighbours parents mothers fathers volunteers migrant migrants lifestyles religion"
    " identity leisure museum culture cultural communities society inequality literacy",
    "T": "技术 研发 创新 人工智能 算法 专利 材料 工艺 迭代 智能化 数字化 影像 模型 系统 平台 传感器 芯片 机器人 设备 临床试验 可降解 支架 深度学习 精准 微创 自动化 国产替代"
    " technology technologies research innovation algorithm algorithms patent patents materials software sensor sensors robot robots device devices digital"
    " automation artificial intelligence data platform prototype model battery prototypes laboratory laboratories engineers engineering patented processor"
    " neural chip chips semiconductor cells laser satellite satellites camera cameras sequencing strains genome"
    " experiments lab algorithmic computing encryption electronics microbial enzyme compressor compressors controller controllers turbine turbines"
    " membrane membranes electrode electrodes alloy alloys coating coatings inverter inverters hydraulic drone drones kilowatt kilowatts megawatt megawatts kWh MWh MW kW",
    "N": "环境保护 碳排放 气候 污染 节能 绿色低碳 废弃物 可再生 emissions climate carbon pollution waste renewable recycling biodiversity",
    "L": "合同 诉讼 法院 知识产权 合规 责任 隐私 lawsuit court liability compliance privacy intellectual property litigation",
}
_NAMES: tuple[tuple[str, str], ...] = (
    ("P", r"^P\b|政治|政策|political|policy"),
    ("E", r"^E\b|经济|economic|economy"),
    ("S", r"^S\b|社会|social|society|人口"),
    ("T", r"^T\b|技术|科技|technolog"),
    ("N", r"环境保护|自然环境|生态|environmental|ecolog"),
    ("L", r"^L\b|法律|legal"),
)


def heading_key(heading: str) -> str:
    """P, E, S, T, N or L for a heading named so or by its word in Chinese or English; "" for any other heading."""
    for key, pattern in _NAMES:
        if re.search(pattern, heading.strip(), re.IGNORECASE):
            return key
    return ""


@lru_cache(maxsize=16)
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        lazy_pattern(rf"\b{re.escape(w)}\b" if w.isascii() else re.escape(w), re.IGNORECASE) for w in WORDS[key].split()
    )


def scores(text: str) -> dict[str, int]:
    """How many different words of each heading's vocabulary `text` uses."""
    return {
        key: len(
            {p.pattern.strip("\\b").removesuffix("s").removesuffix("ie") for p in _patterns(key) if p.search(text)}
        )
        for key in WORDS
    }


def better_heading(heading: str, text: str, *, likeness: float, usual: float, named: bool = False) -> str:
    """The key of the heading `text` clearly fits better, "" when its own may stand.

    Clearly: nothing (or a quarter) of its own heading's vocabulary, two words or more of the other's, and a `likeness`
    to the heading's other excerpts below the `usual` one, or hardly any of its own words at all. `named` tells that the
    text names what the section is about: then only its words decide."""
    own = heading_key(heading)
    if not own:
        return ""
    found = scores(text)
    best = max(sorted(found), key=lambda k: found[k])
    if best == own or found[best] < 2:
        return ""
    far = likeness < usual * 0.6
    if found[own] == 0 and (found[best] >= 4 or (found[best] >= 3 and likeness < usual * 0.9) or (far and not named)):
        return best
    if found[own] * 4 <= found[best] and far and not named:
        return best
    return ""
