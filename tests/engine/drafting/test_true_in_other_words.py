"""True sentences told with paces, rates kept, shares of whom, lists and short names; and denials that stand in a word."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("茶农协会第三季度的问卷表明，61.4%的茶农倾向于增产，环比回落0.9个百分点。", "茶农协会三季度问卷显示，倾向于增产的茶农占61.4%，比上季度下降0.9个百分点。"),
        ("用药组茶树病斑平均减少3.9天，而对照组为2.1天。", "该药把茶树病斑平均减少3.9天，对照组减少2.1天。"),
        ("前8个月茶叶快递量同比增长22.5%，而上年同期的增速为16.4%。", "今年前八个月，茶叶快递量同比增长22.5%，增速比上年同期加快6.1个百分点。"),
        ("超过70%的茶校毕业生留在本省工作。", "2024年，茶校毕业生就业率为93.8%，其中七成以上在本省就业。"),
        ("云岭茶社的换电车型没能完成年初设定的销售目标。", "云岭茶社年初提出换电车型销售8000辆的目标，实际销售6150辆，目标完成率约77%。"),
        ("岭云公司被其前股东云岭茶社告上法院，云岭茶社要求返还2亿元增资款。", "云岭茶社向法院起诉岭云公司，要求后者返还2亿元增资款。云岭茶社曾为岭云公司股东，2023年已退出。"),
        ("云岭茶社与通岭银行合作推出分期产品，最高额度50万元。", "云岭茶社与通岭银行联合推出分期产品，最高额度50万元，首批在两地上线。"),
        (
            "As most growers had predicted, the council kept its water price at 4.25 euros.",
            "The council left its water price unchanged at 4.25 euros, in line with what most growers had expected.",
        ),
        (
            "Tram fares will stay unchanged in the 2025/26 season; afterwards they will go up with inflation.",
            "Tram fares will be frozen for the 2025/26 season, and then rise in line with inflation.",
        ),
        ("Two thirds of the tram company's 5,400 employees work in Lune.", "The tram company employs 5,400 people, two thirds of them in Lune."),
        (
            "Although trams serve 94 percent of the valley, just 61 percent of rural residents use them.",
            "Trams serve 94 percent of the valley, but only 61 percent of people in rural districts use them.",
        ),
        (
            "Between 2015 and 2023 water use per tonne of tea declined from 4.0 to 3.0 cubic metres.",
            "Water use per tonne of tea fell by a quarter between 2015 and 2023, to 3.0 cubic metres.",
        ),
        (
            "Traffic at the port dipped from 9.3 million in 2022 to 9.1 million in 2023.",
            "The port handled 9.1 million chests in 2023, slightly fewer than the 9.3 million of the previous year.",
        ),
        (
            "Pellworth Trams was acquired by the Danish tram group Skovlund for EUR 410 million in March.",
            "The Danish tram group Skovlund acquired Pellworth Trams for EUR 410 million in March, adding three depots.",
        ),
        (
            "The valley's tea strategy names drying, cold storage and picker training as its three priorities.",
            "The valley's tea strategy sets three priorities: drying, cold storage and picker training. It runs until 2030.",
        ),
        ("Two of the three bidders for the Lune tram depot have withdrawn.", "Three companies had bid for the Lune tram depot. Two of them, Meridian and Castor, have now withdrawn, leaving Eastgate in the process."),
        ("2025年7月起，新茶机一律适用禁令。", "禁令从2025年7月起生效，适用于所有新茶机。"),
        (
            "The tea board said that eight of the eleven pilot gardens missed the yield target.",
            "Only three of the eleven pilot gardens met the yield target, the tea board said.",
        ),
        ("Of the 320 pickers, 71 percent did not know the label at all.", "Most of the 320 pickers, 71 percent, had never heard of the label."),
        (
            "Small tea firms are to receive 320 million of the fund's 640 million euros.",
            "Half of the fund's 640 million euros is reserved for small tea firms.",
        ),
        (
            "The tram works will have a capacity of 1,000 MW once its final phase is complete.",
            "The tram works will have a capacity of 1 GW on completion of its final phase.",
        ),
        ("没有采茶证的人员不得进入该茶山。", "只有取得采茶证的人员才能进入该茶山。"),
        ("要把茶山的漏水率降到9%以下，县里就得改造老旧水渠。", "若不改造老旧水渠，茶山的漏水率难以降至9%以下。"),
        ("茶厂若连续两年不达标，将不再享受电价优惠。", "对连续两年未达标的茶厂，取消其享受的电价优惠。"),
        ("全县242家茶厂中，仍有13家没有开通线上检测。", "全县242家茶厂中，229家开通了线上检测，占94.6%。"),
        ("茶税税率最低8.7%，最高19.3%。", "茶税税率为8.7%至19.3%。"),
        ("茶山小火车最快每小时行驶40公里。", "茶山小火车最高时速40公里。"),
        ("正在商谈入驻的还有12家。", "茶园区已入驻企业46家，另有12家正在洽谈。"),
        ("检测补贴由茶叶协会向茶农支付。", "由茶叶协会向茶农支付检测补贴。"),
        (
            "A nine-week strike brought the tram depot's output down to 212 cars.",
            "Output at the tram depot fell to 212 cars because of a nine-week strike.",
        ),
        ("The first tram should arrive towards the end of 2026.", "The first of the trams is due in late 2026."),
        (
            "The 40 stops that the company shut last winter are to stay closed.",
            "The company will not reopen the 40 stops it closed last winter.",
        ),
        (
            "Regulators in Lune and Vars have yet to approve the merger.",
            "The merger still needs the approval of regulators in Lune and Vars.",
        ),
        (
            "Under the law, fares may be raised no more than once in any 12 months.",
            "The law bars tram companies from raising fares more than once every 12 months.",
        ),
        ("由于缺少足够的长期数据，专家组建议先不批准该茶药。", "专家组建议暂缓批准该茶药，理由是长期数据不足。"),
        ("全县制茶量有38%在乡镇茶厂。", "乡镇茶厂的制茶量占全县的38%。"),
    ],
)  # fmt: skip
def test_supported(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        (
            "The agreement gives Lune Trams exclusive rights to the signals.",
            "Under the agreement, Lune Trams receives non-exclusive rights to the signals, in exchange for a royalty.",
        ),
        (
            "A cyber-attack knocked the tram company's website offline on its busiest day.",
            "The tram company said its website went down for five hours after a faulty update. The company ruled out any cyber-attack.",
        ),
        (
            "云岭茶社获得该商标在亚洲的独家使用权。",
            "根据协议，云岭茶社获得该商标在亚洲的非独家使用权，并支付许可费。",
        ),
        ("Nyhem took over Sovello in May.", "Nyhem was taken over by Sovello in May."),
        ("18至35岁的茶客占24.1%。", "18岁以下茶客占24.1%，18至35岁占41.6%。"),
        ("没有采茶证的人员可以进入该茶山。", "只有取得采茶证的人员才能进入该茶山。"),
        ("对连续两年达标的茶厂，取消其享受的电价优惠。", "对连续两年未达标的茶厂，取消其享受的电价优惠。"),
        ("全县242家茶厂中，仍有229家没有开通线上检测。", "全县242家茶厂中，229家开通了线上检测，占94.6%。"),
        ("检测补贴由茶农向茶叶协会支付。", "由茶叶协会向茶农支付检测补贴。"),
        (
            "The 40 stops that the company shut last winter are to reopen.",
            "The company will not reopen the 40 stops it closed last winter.",
        ),
        (
            "Regulators in Lune and Vars have approved the merger.",
            "The merger still needs the approval of regulators in Lune and Vars.",
        ),
    ],
)
def test_not_supported(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"
