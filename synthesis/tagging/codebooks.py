"""The headings a template brings, in the language of the workspace's drafts. Data, not interface text: people edit it."""

from __future__ import annotations

from typing import NamedTuple


class HeadingText(NamedTuple):
    key: str
    zh: tuple[str, str]
    en: tuple[str, str]


_P = HeadingText(
    "P",
    ("政治环境", "法律法规、产业政策、监管与审批、政府采购、医保与税收、国际关系与贸易措施"),
    (
        "Political",
        "Law, policy, regulation and approval, public procurement, taxation, trade and international relations",
    ),
)
_E = HeadingText(
    "E",
    ("经济环境", "市场规模与增长、价格与成本、投融资、收入与消费、竞争格局、产业链与供应"),
    ("Economic", "Market size and growth, prices and costs, investment, income, competition, supply chains"),
)
_S = HeadingText(
    "S",
    ("社会环境", "人口与老龄化、疾病与健康意识、教育与人才、生活方式、城乡与区域差异、公众态度"),
    ("Social", "Population and ageing, health and awareness, education and talent, ways of life, regions, attitudes"),
)
_T = HeadingText(
    "T",
    ("技术环境", "新技术与新材料、研发与专利、产品迭代、数字化与人工智能、工艺与制造能力、技术标准"),
    (
        "Technological",
        "New technology and materials, R&D and patents, products, digitisation and AI, manufacturing, standards",
    ),
)
TEMPLATES: dict[str, tuple[HeadingText, ...]] = {
    "pest": (_P, _E, _S, _T),
    "pestel": (
        _P,
        _E,
        _S,
        _T,
        HeadingText(
            "N",
            ("生态环境", "能源与排放、资源与材料回收、气候与污染、绿色标准"),
            ("Environmental", "Energy and emissions, resources and recycling, climate and pollution, green standards"),
        ),
        HeadingText(
            "L",
            ("法律环境", "法律责任、知识产权、数据与隐私、劳动与安全法规、诉讼与合规"),
            ("Legal", "Liability, intellectual property, data and privacy, labour and safety law, compliance"),
        ),
    ),
    "swot": (
        HeadingText(
            "S",
            ("优势", "内部的长处:能力、资源、品牌、技术与成本优势"),
            ("Strengths", "What is strong inside: abilities, resources, brand, technology, cost"),
        ),
        HeadingText(
            "W",
            ("劣势", "内部的短处:缺口、依赖、成本、质量与人才不足"),
            ("Weaknesses", "What is weak inside: gaps, dependence, cost, quality, missing talent"),
        ),
        HeadingText(
            "O",
            ("机会", "外部的有利变化:需求、政策、市场空白、新技术"),
            ("Opportunities", "Favourable change outside: demand, policy, open markets, new technology"),
        ),
        HeadingText(
            "T",
            ("威胁", "外部的不利变化:竞争、替代、管制、价格压力与风险"),
            ("Threats", "Adverse change outside: competition, substitutes, regulation, price pressure, risks"),
        ),
    ),
    "own": (
        HeadingText("A", ("主题一", ""), ("Theme one", "")),
        HeadingText("B", ("主题二", ""), ("Theme two", "")),
    ),
}


def headings_for(template: str, language: str) -> list[tuple[str, str, str]]:
    """`(key, name, description)` of a template's headings in `language` ("zh" or "en")."""
    chosen = TEMPLATES.get(template, TEMPLATES["own"])
    return [(heading.key, *(heading.en if language == "en" else heading.zh)) for heading in chosen]
