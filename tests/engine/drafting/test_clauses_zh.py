"""Chinese clauses told from another side, each supported by its source, and what such a turn must leave alone."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.evidence.units import Excerpt, units_of
from synthesis.engine.drafting.evidence.words import words_of
from synthesis.engine.drafting.rewriting import (
    amounts_zh,
    dealings_zh,
    duties_zh,
    grammar_zh,
    measures_zh,
    order_zh,
    portions_zh,
    rows_zh,
)
from synthesis.engine.drafting.rewriting.clauses_zh import joined_otherwise
from synthesis.engine.drafting.verify import verify_sentence

_RULES = (
    *amounts_zh.RULES,
    *dealings_zh.RULES,
    *duties_zh.RULES,
    *measures_zh.RULES,
    measures_zh.role_last,
    *portions_zh.RULES,
    order_zh.due,
    order_zh.phrases_swapped,
    rows_zh.alike_as_one,
)


def _told(text: str) -> list[str]:
    return [told for rule in _RULES for told in rule(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("沐川茶业以2.4亿元收购青屏茶厂的包装业务", "青屏茶厂的包装业务被沐川茶业以2.4亿元收购"),
        ("市农业农村局发布古茶树管护指南", "古茶树管护指南由市农业农村局发布"),
        ("县茶叶办公室向合作社出售烘干机组", "县茶叶办公室将烘干机组出售给合作社"),
        ("茶园灌溉改造由沐川水务公司承担", "沐川水务公司承担茶园灌溉改造"),
        ("沐川茶业向高县法院起诉青屏茶厂", "沐川茶业将青屏茶厂诉至高县法院"),
        ("由茶叶协会向茶农支付检测补贴", "检测补贴由茶叶协会向茶农支付"),
        ("茶农不得在采摘期内喷洒除草剂", "禁止茶农在采摘期内喷洒除草剂"),
        ("《高县古茶树条例》自2024年5月1日起施行", "《高县古茶树条例》的施行日期为2024年5月1日"),
        ("该事项尚需提交股东大会审议", "该事项有待股东大会审议"),
        ("红茶销量为6.1万吨", ""),
        ("红茶饮料出货量为6.1万吨", "红茶饮料的出货量为6.1万吨"),
        ("茶园减产的主要原因是春季霜冻", "春季霜冻是茶园减产的主要原因"),
        ("喝茶频率与睡眠时长呈负相关", "喝茶频率和睡眠时长之间存在负相关关系"),
        ("项目总投资3.4亿元", "项目总投资为3.4亿元"),
        ("高于绿茶均价12元", "比绿茶均价高12元"),
        ("使用滴灌系统的茶园病害发生率较低", "在使用滴灌系统的茶园中，病害发生率较低"),
        ("由子女代购茶叶的家庭占21%", "21%的家庭由子女代购茶叶"),
        ("72%的居民在茶馆会见过客户", "在茶馆会见过客户的居民占72%"),
        ("实际开业的只有24家", "只有24家实际开业"),
        ("新建茶叶晒场14个", "新建14个茶叶晒场"),
        ("发放2600万元订单贷款", "发放订单贷款2600万元"),
        ("预计2026年三季度投产", "投产时间预计为2026年三季度"),
        ("按每亩900元向村集体支付租金", "向村集体按每亩900元支付租金"),
        ("红茶业务贡献1.6亿元，白茶业务贡献0.7亿元", "红茶业务和白茶业务分别贡献1.6亿元和0.7亿元"),
    ],
)
def test_a_clause_is_told_from_another_side_and_is_supported(text: str, told: str) -> None:
    if not told:
        assert not any("红茶的" in t for t in _told(text)), "a phrase of one word owns nothing"
        return
    assert told in _told(text)
    assert verify_sentence(f"{told}。", [f"{text}。"]).state == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "沐川茶业未收购青屏茶厂的包装业务",
        "茶叶出口额不得低于上年水平",
        "资金和技术反而不是主要障碍",
        "茶价一度翻倍",
        "红茶产量同比下降4.1%",
        "茶馆拟收购青屏茶厂",
        "居民获得采茶培训的平均距离超过60公里",
    ],
)
def test_what_cannot_be_turned_safely_stays(text: str) -> None:
    assert _told(text) == []


def test_a_notice_and_what_it_asks() -> None:
    text = "县政府印发通知，要求各乡镇在2025年6月底前完成老茶园排查"
    told = "根据县政府印发的通知，各乡镇应在2025年6月底前完成老茶园排查"
    assert told in joined_otherwise(text)
    assert verify_sentence(f"{told}。", [f"{text}。"]).state == "supported"


def test_a_rule_asks_or_forbids() -> None:
    told = "企业从事野生茶采摘的，须取得采摘许可证"
    assert told in joined_otherwise("凡从事野生茶采摘的企业，须取得采摘许可证")
    assert verify_sentence(f"{told}。", ["凡从事野生茶采摘的企业，须取得采摘许可证。"]).state == "supported"
    assert "《高县茶馆办法》禁止经营者向学生出售电子烟" in joined_otherwise(
        "《高县茶馆办法》规定，经营者不得向学生出售电子烟"
    )
    assert "《高县茶馆办法》要求经营者公示茶价" in joined_otherwise("《高县茶馆办法》规定，经营者应当公示茶价")


def _exchanged(text: str) -> set[str]:
    return {text[: e.start] + e.text + text[e.end :] for e in grammar_zh.edits(text, words_of(text))}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("沐川茶业签署合作备忘录", "沐川茶业签署了合作备忘录"),
        ("公约没有禁止茶叶混装", "公约未禁止茶叶混装"),
        ("茶厂把萎凋槽改成了晾架", "茶厂将萎凋槽改成了晾架"),
    ],
)
def test_words_of_grammar_give_way(text: str, told: str) -> None:
    assert told in _exchanged(text)


@pytest.mark.parametrize(
    "text",
    [
        "沐川茶业拟签署合作备忘录",  # nothing is done yet
        "明年试行茶票，至少开通六条线路",
        "完成改造的茶园增产两成",  # it tells which
        "短期内没有扩产安排",
        "今年将把茶厂迁出城区",
    ],
)
def test_what_is_open_or_no_doing_stays(text: str) -> None:
    assert not any("了" in t.replace(text, "") and t.count("了") > text.count("了") for t in _exchanged(text))
    assert not any("将将" in t or "未扩产" in t for t in _exchanged(text))


def test_a_reporter_who_tells_of_himself_is_told_of() -> None:
    (unit,) = units_of(Excerpt("1", "茶报", "记者走访高县四个乡镇发现，茶农单程送样平均要花35分钟。"))
    assert not unit.flaw
    assert unit.text.startswith("有记者走访高县")
    (unit,) = units_of(Excerpt("1", "茶报", "记者从高县茶叶协会了解到，2024年全县茶园面积为12万亩。"))
    assert unit.text == "高县茶叶协会的消息显示，2024年全县茶园面积为12万亩。"
