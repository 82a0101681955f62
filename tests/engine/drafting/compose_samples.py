"""Excerpt sets written for the tests: three Chinese headings and one English, each with a conflict, a duplicate,
a misfiled excerpt, a hedged one and a damaged one. All companies, places' figures and reports are invented."""

from __future__ import annotations

from synthesis.engine.drafting.evidence.units import Excerpt


def _set(prefix: str, rows: list[tuple[str, str]]) -> list[Excerpt]:
    return [Excerpt(f"{prefix}{i}", source, text) for i, (source, text) in enumerate(rows, 1)]


ZH_T = _set(
    "t",
    [
        (
            "锂研所年报",
            "固态电池以固态电解质代替电解液，安全性较高，被认为是下一代动力电池的重要方向之一。目前主要技术路线包括硫化物、氧化物和聚合物三类。",
        ),
        ("锂研所年报", "2023年我国固态电池市场规模达到86.4亿元，同比增长41.2%，预计2026年将超过310亿元。"),
        ("中原证券", "据中原证券测算，2023年中国固态电池市场规模约为132亿元，半固态产品占其中的绝大部分。"),
        ("青禾能源公告", "青禾能源于2024年3月建成首条半固态电池中试线，设计年产能为0.6GWh，样品能量密度达到360Wh/kg。"),
        (
            "青禾能源公告",
            "青禾能源2024年3月建成了首条半固态电池中试线，年产能设计为0.6GWh，样品的能量密度达到360Wh/kg。",
        ),
        ("电化学评论", "硫化物电解质的离子电导率较高，但遇水容易产生硫化氢，生产环境要求严格，制造成本仍然居高不下。"),
        (
            "电化学评论",
            "由于固态电解质与电极之间的界面接触较差，电池在长期循环后容量衰减明显，这是制约其产业化的关键因素。",
        ),
        (
            "车研中心",
            "随着智能制造技术的应用，电池企业普遍采用数字孪生系统对涂布、叠片、化成等工序进行监测，产品一致性得到显著提高。",
        ),
        ("车研中心", "2022年国内动力电池系统的平均能量密度为175Wh/kg，2018年为142Wh/kg。"),
        (
            "民生调查",
            "调查显示，农村老年人口占比持续上升，居民就医习惯正在改变，公众健康意识与家庭照护观念随教育水平提高而改善。",
        ),
        ("专利分析", "截至2023年底，我国固态电池相关专利申请量占全球的36.7%，日本企业则占全球的39.1%。"),
        ("专利分析", "未来五年，固态电池有望率先应用于无人机和高端乘用车，全面商业化可能要到2030年以后才能实现。"),
        ("扫描件", "固態電(diàn)池的�面改性研究取得了进展，相关企业正在推进"),
    ],
)

ZH_E = _set(
    "e",
    [
        ("咖啡协会", "近年来，我国咖啡消费快速增长，现制咖啡成为拉动行业增长的主要力量，下沉市场的门店数量持续增加。"),
        ("咖啡协会", "2024年我国咖啡产业规模达到3133亿元，较2023年增长18.1%，人均年饮用量为22.24杯。"),
        ("明远咨询", "2024年中国咖啡行业规模约为2650亿元，其中现制咖啡占行业规模的61%。"),
        ("云川海关", "受主产国干旱影响，国际阿拉比卡咖啡豆价格在2024年上涨了70%，进口企业的采购成本明显提高。"),
        ("云川海关", "2024年云川口岸进口咖啡生豆12.7万吨，同比增长9.3%，平均到岸价格为每吨4.9万元。"),
        ("云川海关", "云川口岸2024年进口咖啡生豆12.7万吨，同比增长9.3%，平均到岸价格为每吨4.9万元。"),
        (
            "连锁年鉴",
            "头部连锁品牌通过9.9元促销争夺客源，单杯毛利率由2022年的64%下降到2024年的51%，部分加盟店出现亏损。",
        ),
        ("连锁年鉴", "截至2024年底，全国现制咖啡门店约有21.3万家，三线及以下城市的门店占比为43%。"),
        ("产地报道", "云川咖啡种植面积稳定在127万亩左右，精品率从2021年的8%提高到2024年的31.6%，带动农户收入增加。"),
        ("产地报道", "由于精深加工能力不足，产地企业主要以出售生豆为主，产品附加值较低，议价能力仍然较弱。"),
        ("政策汇编", "国务院印发管理办法，要求药监局和医保局加强监管，完善审批制度，推进试点立法。"),
        ("行业展望", "业内预计，2027年咖啡市场规模有望突破4000亿元，但增速可能逐步放缓。"),
    ],
)

ZH_P = _set(
    "p",
    [
        ("部委文件", "2022年5月，工信部印发《工业机器人行业规范条件（修订版）》，要求整机企业的研发投入占比不低于4%。"),
        ("部委文件", "《“机器人+”应用行动实施方案》提出，到2025年制造业机器人密度较2020年实现翻番。"),
        ("省级规划", "江北省对购置国产工业机器人的中小企业给予15%的补贴，单个企业每年最高不超过200万元。"),
        ("省级规划", "江北省对采购国产工业机器人的中小企业给予15%的补贴，每个企业每年最高不超过200万元。"),
        ("政策评估", "补贴政策推动了中小企业的智能化改造，但部分地区申报手续繁琐，资金到位周期较长，企业获得感不强。"),
        ("政策评估", "2023年江北省工业机器人补贴资金为3.2亿元，惠及企业1140家。"),
        ("财政公报", "2023年江北省工业机器人补贴资金为4.6亿元，比2022年增加1.1亿元。"),
        ("标准化院", "我国已经发布机器人国家标准126项，标准体系逐步完善，为产品检测和认证提供了依据。"),
        ("标准化院", "目前，协作机器人的安全标准尚未与国际标准完全接轨，出口企业需要重复认证。"),
        ("贸易观察", "随着出口管制措施的增加，高精度减速器和控制器的进口审批趋于严格，企业加快了国产替代的步伐。"),
        (
            "技术简报",
            "深度学习算法与视觉传感器的结合使机器人抓取精度提高，芯片、材料和软件平台的创新不断涌现，研发专利数量上升。",
        ),
        ("政策展望", "有关部门正在研究将工业机器人纳入首台套保险补偿范围，相关细则预计在2026年出台。"),
    ],
)

EN_T = _set(
    "x",
    [
        (
            "Grid Review",
            "Heat pumps have become the main option for replacing gas boilers in new homes. Their efficiency has improved because variable-speed compressors are now widely used.",
        ),
        ("Grid Review", "In 2023, the market size of residential heat pumps in Norland reached 1.9 billion euros."),
        (
            "Home Energy Panel",
            "In 2023, the market size of residential heat pumps in Norland was about 2.6 billion euros, according to the panel.",
        ),
        (
            "Home Energy Panel",
            "Installers in Norland fitted 84,000 heat pumps in 2023, which is 23% more than in 2022.",
        ),
        ("Home Energy Panel", "Installers in Norland fitted 84,000 heat pumps in 2023, 23% more than in 2022."),
        (
            "Cold Climate Lab",
            "Field trials of cold-climate units showed that seasonal efficiency remained above 2.4 at temperatures of minus 20 degrees. However, noise levels increased during defrosting.",
        ),
        (
            "Cold Climate Lab",
            "Natural refrigerants such as propane reduce the climate impact of leaks, but their flammability requires additional safety sensors and stricter installation rules.",
        ),
        (
            "Builder Survey",
            "A shortage of trained installers remains the main barrier to adoption, and waiting times rose to 14 weeks in 2023.",
        ),
        (
            "Builder Survey",
            "Smart controls allow heat pumps to shift consumption to hours with low prices, which may reduce peak demand by 11%.",
        ),
        (
            "Social Monitor",
            "The ageing population and rural families show low trust in public education, and attitudes to lifestyle and culture differ between communities.",
        ),
        ("Outlook", "Annual sales could reach 150,000 units by 2027 if installation capacity grows as expected."),
        ("Scan", "The compressor \ufffd\ufffd design was improved with the"),
    ],
)

SETS: dict[str, tuple[str, str, str, list[Excerpt]]] = {
    "zh-T": ("T", "动力电池行业的技术环境", "zh", ZH_T),
    "zh-E": ("E 经济", "咖啡行业的经济环境", "zh", ZH_E),
    "zh-P": ("政治环境", "工业机器人行业的政策环境", "zh", ZH_P),
    "en-T": ("T", "Technological environment of home heating", "en", EN_T),
}
MISFILED = {"zh-T": "t10", "zh-E": "e11", "zh-P": "p11", "en-T": "x10"}
DAMAGED = {"zh-T": "t13", "en-T": "x12"}
CONFLICTS = {"zh-T": {"t2", "t3"}, "zh-E": {"e2", "e3"}, "zh-P": {"p6", "p7"}, "en-T": {"x2", "x3"}}
DUPLICATES = {"zh-T": {"t4", "t5"}, "zh-E": {"e5", "e6"}, "zh-P": {"p3", "p4"}, "en-T": {"x4", "x5"}}
