"""Names of bodies that no dictionary has are read where a sentence and its evidence share them."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.lexicon.firms import places, shared_firms
from synthesis.engine.drafting.verify import verify_sentence


@pytest.mark.parametrize("name", ["恒嘉置业", "启衡锂电", "康和生物", "北境互动", "铭泰汽配", "宁远银行"])
def test_a_name_that_both_texts_hold_is_found(name: str) -> None:
    assert shared_firms(f"{name}被起诉。", (f"法院称，甲方起诉了{name}。",)) == (name,)


@pytest.mark.parametrize("words", ["大型银行", "民营医院", "保险公司", "国内电池", "互联网公司", "社区医院"])
def test_a_common_word_before_a_kind_of_body_is_no_name(words: str) -> None:
    assert not shared_firms(f"{words}增加。", (f"报告称，{words}增加。",))


def test_places_do_not_overlap() -> None:
    assert places("启衡锂电与启衡锂电集团", ("启衡锂电集团", "启衡锂电")) == ((0, 4), (5, 11))


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        ("恒嘉置业为宁远银行提供了12亿元贷款。", "恒嘉置业从宁远银行获得12亿元贷款。", False),
        ("宁远银行为恒嘉置业提供了12亿元贷款。", "恒嘉置业从宁远银行获得12亿元贷款。", True),
        ("云杉医疗的乳腺软件业务被博睿影像以3.2亿元买下。", "博睿影像以3.2亿元买下云杉医疗的乳腺软件业务。", True),
        ("博睿影像的乳腺软件业务被云杉医疗以3.2亿元买下。", "博睿影像以3.2亿元买下云杉医疗的乳腺软件业务。", False),
    ],
)
def test_such_names_have_sides(sentence: str, evidence: str, true: bool) -> None:
    assert (verify_sentence(sentence, [evidence]).state == "supported") is true


_FAMILIES = (
    ("{a}向{b}发放贷款1.2亿元。", "{b}从{a}获得1.2亿元贷款。", "{b}向{a}借款1.2亿元。", "{a}为{b}提供1.2亿元贷款。"),
    ("{a}以专利侵权为由将{b}诉至法院。", "{b}因侵犯专利被{a}起诉。", "{a}状告{b}侵犯其专利。"),
    ("{a}是{b}的子公司。", "{b}是{a}的母公司。", "{a}由{b}控股。", "{b}旗下拥有子公司{a}。"),
    ("{a}授权{b}使用其商标。", "{b}获得{a}的商标授权。", "{b}获{a}授权使用其商标。"),
    ("{a}宣布，已将旗下冷库以2亿元的价格出售给{b}。", "{b}以2亿元收购{a}的冷库。", "{a}的冷库被{b}以2亿元收购。"),
    ("为{b}供应饲料的是{a}。", "{b}从{a}采购饲料。", "{a}是{b}的饲料供应商。"),
)
_PAIRS = (("恒嘉置业", "启衡锂电"), ("远图软件", "宁远银行"), ("博睿影像", "北境互动"))


@pytest.mark.parametrize("forms", _FAMILIES)
@pytest.mark.parametrize("pair", _PAIRS)
def test_what_passes_between_two_bodies_keeps_its_sides(forms: tuple[str, ...], pair: tuple[str, str]) -> None:
    a, b = pair
    told = forms[0].format(a=a, b=b)
    for form in forms[1:]:
        assert verify_sentence(form.format(a=b, b=a), [told]).state != "supported", form
