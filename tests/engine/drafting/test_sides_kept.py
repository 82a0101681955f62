"""Who, whose and where told in other words: none of it an exchange."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("宏泰科技的再融资申请被中止审查。", "因财报过期，上交所决定中止对宏泰科技再融资申请的审查。"),
        (
            "该型客机的发动机维修将由蓝翼公司独家承接。",
            "该型客机发动机的维修业务由蓝翼公司独家承接。",
        ),
        ("该公司已在香港提交上市申请。", "该公司日前向港交所提交上市申请。"),
        ("这项关税针对原产于欧盟的奶酪。", "海关对原产于荷兰、意大利等欧盟成员国的奶酪加征关税。"),
        ("省教育厅核准后，学校将扩建实训楼。", "经省教育厅批准，学校将扩建实训楼。"),
        (
            "The board has put off the merger, citing market conditions.",
            "Citing market conditions, the directors have put off the merger.",
        ),
    ],
)
def test_it_is_supported(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("这项关税针对原产于日本的奶酪。", "海关对原产于荷兰、意大利等欧盟成员国的奶酪加征关税。"),
        ("该公司已在上海提交上市申请。", "该公司日前向港交所提交上市申请。"),
        ("发动机维修由航空公司独家承接。", "发动机的维修业务由蓝翼公司独家承接，航空公司负责质检。"),
    ],
)
def test_another_one_is_not(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"
