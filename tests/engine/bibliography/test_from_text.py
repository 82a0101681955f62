"""What texts say of themselves is found; what only looks like it is not."""

from __future__ import annotations

import pytest

from synthesis.engine.bibliography.from_text import facts_from_text


def lit(*names):
    return [{"literal": name} for name in names]


def day(*parts):
    return {"date-parts": [list(parts)]}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("题目\n来源：某某网　作者：张三 李四  发布时间：2024-05-01 10:22 浏览：332\n正文。", {"container-title": "某某网", "author": lit("张三", "李四"), "issued": day(2024, 5, 1)}),
        ("题目\n2024年5月1日 来源：某日报\n正文。", {"container-title": "某日报"}),
        ("题目\n王 明1，李红伟2*，欧阳修\n(1.某大学)\n2024年第5期 第12卷\nDOI: 10.1234/abc.5。", {"author": lit("王明", "李红伟", "欧阳修"), "issued": day(2024), "issue": "5", "volume": "12", "DOI": "10.1234/abc.5"}),
        ("题目\n文/王明\n日期：2023-01-02\n", {"author": lit("王明"), "issued": day(2023, 1, 2)}),
        ("题目\n引用本文：王明, 李红, 赵六. 很长的题目[J]. 某学报, 2024, 12(3): 45-52.", {"author": lit("王明", "李红", "赵六"), "container-title": "某学报", "issued": day(2024), "volume": "12", "issue": "3", "page": "45-52"}),
        ("题目\nBy Ann Smith and Bob B. Jones\nPublished: May 3, 2024\nText.", {"author": [{"family": "Smith", "given": "Ann"}, {"family": "Jones", "given": "Bob B."}], "issued": day(2024, 5, 3)}),
        ("题目\nSource: World Bank | Date: 2020-03-01\n", {"container-title": "World Bank", "issued": day(2020, 3, 1)}),
        ("题目\n发文字号：某发〔2020〕5号\n发文机关：某部\n成文日期：2020年3月1日\n", {"number": "某发〔2020〕5号", "publisher": "某部", "issued": day(2020, 3, 1)}),
        ("题目\n原文链接：https://example.org/a/b\n", {"URL": "https://example.org/a/b"}),
    ],
)  # fmt: skip
def test_what_is_said(text, facts):
    assert facts_from_text(text, (), "题目") == facts


@pytest.mark.parametrize(
    "text",
    [
        "题目\n高端 应用\n正文。",
        "题目\n政策、市场\n正文。",
        "题目\n据来源：我们认为，作者：无人说过。\n",
        "题目\n责任编辑：王五\n更新时间：2024-01-01\n数据来源：国家统计局\n",
        "题目\n来源：作者整理\n",
        "题目\n来源：网络\n",
        "题目\n比较了 10.1000/1 与 10.1000/2 两项研究（DOI）。\n",
        "题目\n正文。\n" * 60 + "作者：王明\n",
        "",
    ],
)
def test_what_is_not_said(text):
    assert facts_from_text(text, (), "题目") == {}
