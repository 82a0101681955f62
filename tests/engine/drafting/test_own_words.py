"""Sentences in a careful writer's own words beside the same with one error: units left out, places in an order, own ages."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.quantities.dates import dates_in_folded
from synthesis.engine.drafting.quantities.find import find_quantities
from synthesis.engine.drafting.verify import verify_sentence

TANKS = "某酒厂2021年新增6座2000升发酵罐，年产能由8万升提高到14万升。"
QUARRY = "The quarry shipped 2,400 tonnes of slate in May against a planned 2,900."
COD = "Coach A trained 410 tonnes of feed, down 3%; rival farms produced 212 tonnes of trout, up 5%."
BRIDES = "The mean age of brides at first marriage rose to 31.0 years."
PRIZES = "论文奖评选中，南州大学以41项位居全省第一，东海大学以36项居次。"
BEDS = "该县每千名老年人拥有养老床位27.4张。"
BILL = "The bypass is late; its budget went from $3.10 billion to $4.40 billion."


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        (TANKS, "六座新罐（每座2000升）投产后，该酒厂年产能达到14万升，比原来多出6万升。"),
        (QUARRY, "The quarry shipped 2,400 tonnes of slate in May, 500 below plan."),
        (COD, "Rival farms produced more trout, 212 tonnes, which was up 5%."),
        (BRIDES, "Brides now marry later, at 31 on average."),
        (PRIZES, "南州大学的奖项比第二位的东海大学多5项。"),
        (BEDS, "该县每一百位老年人只有不到三张养老床位。"),
        (BILL, "The price of the bypass went up by 1.3 billion dollars."),
        ("2023年出口额1360亿美元，出口数量2678亿块。", "2023年出口数量2678亿块，出口额1360亿美元。"),
        ("风场安装74台风机，预计年上网电量约36亿千瓦时。", "风场一年可送电36亿度左右，风机共74台。"),
        ("受访农户中，超过七成没有购买指数保险。", "受访农户中投保指数保险的不到三成。"),
        ("医疗队由交通局自2024年1月6日起续租，期限5年。", "医疗队的租期要到2029年初。"),
        ("两家企业的申请量中，华岭以6494件居第一，南微3924件第二。", "没有哪家企业的申请量比华岭多。"),
        ("该局1月向文库提出请求，希望对方提供12卷扫描件；文库5月同意提供7卷。", "文库5月同意把7卷扫描件给该局。"),
        ("橡胶加工成本每吨上升410元。", "橡胶每加工一吨要多花410元成本。"),
        ("19家企业未按规定保存记录，被责令停产整改。", "未按规定保存记录的19家企业被责令停产整改。"),
        (
            "Of 1,000 growers 41% used the seed every season, 38% used it occasionally and 21% never did.",
            "Of 1,000 growers 41% used the seed every season.",
        ),
        ("Growth was driven entirely by price increases.", "Price increases drove the whole growth."),
        ("The clinic was fined 58,000 Singapore dollars.", "The clinic got a 58,000 dollar fine."),
        (
            "The city spent 16.3 million dollars on the parks.",
            "The city spent a little over sixteen million dollars on the parks.",
        ),
        ("Coaches may run through the tunnel at up to 110 km/h.", "Coaches can run through the tunnel at 110 km/h."),
        (
            "The crew removed 5,600 nets over 940 hectares of reef.",
            "The crew removed 5,600 nets, working across 940 hectares of reef.",
        ),
        ("Nine of 22 wells were operational in May.", "Thirteen of the 22 wells were out of operation in May."),
        (
            "Lumo announced in May that it would invest 12 million euros in two kilns in Orla.",
            "In May Lumo announced an investment of 12 million euros in two kilns in Orla.",
        ),
        (
            "南州知识产权局裁定专利有效，驳回华岭公司的请求。",
            "华岭公司想让专利归于无效，但南州知识产权局裁定专利有效。",
        ),
        (
            "Fewer than one in ten apprentices dropped the course before the final exam.",
            "Over 90 percent of apprentices stayed with the course until the final exam.",
        ),
        (
            "The tram could carry about 500,000 more riders a week.",
            "The tram could carry half a million more riders a week.",
        ),
        (
            "41% of growers used the seed every season, 38% used it at times and 21% never did.",
            "41% of growers used the seed every season and 21% never did.",
        ),
        ("法院判令商家退还货款300元。", "商家为此要退还三百块。"),
        ("Settlers arrived about 12,000 years ago.", "Settlers arrived some twelve millennia ago."),
        ("The rate slipped from 0.91 to 0.85 in 2022.", "The rate slipped by 0.06 to 0.85 in 2022."),
        ("The index could fall to 4% by end-2027.", "The index could fall to 4% by the end of 2027."),
        ("A 75-basis-point cut followed in May.", "A cut of 75 basis points followed in May."),
        ("抽查的30个乡镇中有22个水质达标，样本共6万户。", "抽查的乡镇过半水质达标。"),
        (
            "Savers withdrew 3.1 billion francs from the bank, and outflows continued in June.",
            "Savers took 3.1 billion francs out of the bank, with outflows continuing in June.",
        ),
        (
            "Traffic on the bridge fell 21% in the year to May, the least since 2016.",
            "Traffic on the bridge was reduced by more than a fifth over the year to its least since 2016.",
        ),
        (
            "Of the 38 mayors polled, 25 expected a full recovery only in 2026.",
            "Of the 38 mayors polled, 25 expected trade to recover fully only in 2026.",
        ),
        ("Ministers pressed grocers to cut prices.", "Grocers were pressed by ministers to lower prices."),
        ("供应不确定性较大，项目可能推迟。", "供应有较大的不确定性，项目可能推迟。"),
        (
            "检察官在会上表示，如果鉴定顺利，新规最早或于2027年在南州落地，罚则尚无定论。",
            "检察官称，新规最快可能2027年在南州落地，前提是鉴定顺利。",
        ),
        (
            "Mills stood idle in March because of a dry autumn, the regulator said.",
            "The regulator attributed the idle mills in March to a dry autumn.",
        ),
        ("The survey drew on 41 Finnish towns.", "Forty-one towns of the Finns were surveyed."),
        (
            "The firm may close, but the model could not say when a collapse might occur.",
            "The firm may close, without the model being able to say when it might collapse.",
        ),
        ("The harbour took in 2.4 million euros.", "The harbour took in not quite two and a half million euros."),
    ],
)
def test_own_words_pass(evidence: str, sentence: str) -> None:
    verdict = verify_sentence(sentence, [evidence])
    assert verdict.state == "supported", verdict.reasons


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        (TANKS, "扩建后该酒厂的年产能已有14万吨。"),
        (QUARRY, "The quarry shipped 2,400 tonnes of slate in May, 600 below plan."),
        (BRIDES, "Brides now marry later, at 33 on average."),
        (PRIZES, "东海大学的奖项比第二位的南州大学多5项。"),
        (BEDS, "该县每一百位老年人拥有27.4张养老床位。"),
        (BILL, "The price of the bypass went up by 2.3 billion dollars."),
        ("Settlers arrived about 12,000 years ago.", "Settlers arrived some twelve centuries ago."),
        ("The rate slipped from 0.91 to 0.85 in 2022.", "The rate slipped by 0.16 to 0.85 in 2022."),
        ("The index could fall to 4% by end-2027.", "The index could fall to 4% by the end of 2025."),
        (
            "In Orla's 2022 report the share of fast lines was up to 51%, while homes without water fell to 8,000.",
            "Orla's 2022 report says that homes without water rose to 8,000.",
        ),
        (
            "Of the refugees 75% live abroad; 3 of 5 million were driven out at home.",
            "Roughly nine in ten live abroad.",
        ),
        ("旅店均价连续第4个月走低。", "旅店越来越贵，均价已连升四个月。"),
        ("城管局3月2日下令停运9条缆车，起因是一处钢索断裂。", "城管局3月2日因司机罢工下令停运9条缆车。"),
        (
            "The board fined Lumo $3 million because it kept selling recalled stoves.",
            "The board imposed a $3 million penalty on Lumo for hiding profits abroad.",
        ),
        (
            "Alder delivered 310 tractors and took 840 net orders, while Birke handed over 205 tractors and took 512 net orders.",
            "Birke took 840 net orders and handed over 205 tractors.",
        ),
        ("住建局抽查120座大桥，其中87座安装了钢制护栏，33座未安装。", "绝大多数大桥都没有钢制护栏。"),
        ("大部分住户对新房满意，仍有约两成反映漏水。", "由于大部分住户对新房满意，仍有约两成反映漏水。"),
        (
            "Divers are paid by the day, and some tour operators offer insurance.",
            "Divers are paid by the day, so some tour operators offer insurance.",
        ),
        ("内河煤炭吞吐量同比下降4.7%。", "内河煤炭吞吐量同比增幅4.7%。"),
        ("专利申请量中国居首，美国次之，日本第三。", "专利申请量上，紧跟在中国后面的是日本。"),
        ("该厂存栏相当于正常水平的103%。", "该厂存栏比正常水平高出一成多。"),
        ("代理权由华岭公司独家持有。", "代理权握在国裕集团手里。"),
        (
            "The act entered into force on 1 May 2022 and became applicable on 2 May 2023.",
            "The act is applicable since 1 May 2022.",
        ),
        (
            "A 2024 study estimated that at least 17% of answers were invented.",
            "That 17% are invented is now an established fact.",
        ),
    ],
)
def test_the_same_with_an_error_is_objected_to(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"


def test_four_digits_before_a_unit_are_no_year() -> None:
    assert [q.text for q in find_quantities("2000升的罐体")] == ["2000升"]
    assert not dates_in_folded("2000升的罐体")


def test_what_stands_after_by_is_a_step_and_a_range_only_where_both_are_of_one_size() -> None:
    assert [q.high for q in find_quantities("slipped by 0.06 to 0.72")] == [None, None]
    assert [str(q.high) for q in find_quantities("lowered leaching by 35 to 62 per cent")] == ["62"]
