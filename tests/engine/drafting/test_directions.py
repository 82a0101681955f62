"""Rise and fall, above and below, all and some told from another side: by the other party, the earlier time, the contrary."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

#: (evidence, faithful wordings, sentences that say something else)
_TOLD = [
    (
        "摆渡船的单程票价由26元调低到19元，码头的拥挤指数为97，低于100的警戒线。",
        ["摆渡船的单程票价比调整前便宜了7元。", "码头的拥挤指数位于警戒线下方。", "码头的拥挤指数处在警戒线以下。"],
        ["摆渡船的单程票价比调整前贵了7元。", "码头的拥挤指数位于警戒线上方。", "码头的拥挤指数在警戒线之上。"],
    ),
    (
        "受访的32个渡口中，没有一家具备夜航能力；条例并未禁止渔民购买二手船。",
        ["受访的32个渡口均不具备夜航能力。", "渔民仍可买入二手船。"],
        ["受访的32个渡口均具备夜航能力。", "渔民不能再买入二手船。"],
    ),
    (
        "Revenue rose last year, with coastal ferries making up 88 percent of trips.",
        ["Revenue rose last year, and 88 of every 100 trips were still by coastal ferry."],
        ["Revenue fell last year, with coastal ferries making up 88 percent of trips."],
    ),
    (
        "甲站的客流量高于乙站，但换乘时间比乙站长4分钟。",
        ["换乘用时方面，乙站比甲站短4分钟；客流则是甲站更多。"],
        ["换乘用时方面，甲站比乙站短4分钟。"],
    ),
    (
        "去年城镇居民人均收入是农村居民的2.4倍，差距较前年的2.5倍有所缩小。",
        ["前年城乡收入差距比去年更大。"],
        ["去年城乡居民收入差距比前年更大。"],
    ),
    (
        "河流水位从周三的18.2米退到周五的17.6米，仍比警戒水位高出0.4米。",
        ["周五水位为17.6米，低于周三，却仍超过警戒水位0.4米。", "周三的水位比周五高。"],
        ["周三至周五，河流水位上涨。", "周五水位低于警戒水位。"],
    ),
    (
        "一季度企业贷款利率持续走低，个人住房贷款利率却小幅回升，两者利差扩大。",
        ["个人房贷利率有所抬升，企业贷款利率继续下滑，利差走阔。"],
        ["企业贷款利率与房贷利率一季度同步下降。", "个人房贷利率有所抬升，企业贷款利率继续下滑，利差收窄。"],
    ),
    (
        "与纸质问卷相比，网络问卷的回收率较低，但完成速度更快，成本也更省。",
        ["纸质问卷的回收率比网络问卷高，可是完成得慢。"],
        ["纸质问卷完成速度比网络问卷更快。"],
    ),
    (
        "专家认为，提高首付比例有助于抑制投机，但会加重刚需家庭的负担。",
        ["在专家看来，上调首付能压制投机行为，代价是刚需家庭的压力增大。"],
        ["专家称，首付比例提高会助长投机。"],
    ),
    (
        "Waiting times for hip operations have shortened since 2021, though they remain longer than before the pandemic.",
        ["The wait for hip surgery is shorter than in 2021 but longer than it was before the pandemic."],
        ["Waiting times for hip operations are now shorter than before the pandemic."],
    ),
    (
        "Profit at the bakery chain halved to £3 million, and its margin slipped from 9% to 5%.",
        ["Margins at the bakery chain were higher before, at 9%."],
        ["The chain's margin widened from 5% to 9%."],
    ),
    (
        "今年秋粮播种面积比去年略减，单产却创历史新高，总产随之增加。",
        ["去年秋粮播种面积比今年略大，总产却不如今年。"],
        ["今年秋粮播种面积比去年略增。"],
    ),
    (
        "二手平台上，女性卖家多于男性，但男性卖家的平均成交额更高。",
        ["平均成交额方面，女性卖家不及男性卖家。"],
        ["二手平台上，男性卖家多于女性。"],
    ),
    (
        "Girls outperformed boys in reading, whereas boys were slightly ahead in mathematics.",
        ["In mathematics girls were slightly behind boys; in reading they did better."],
        ["Boys did better than girls in reading.", "Girls were slightly ahead in mathematics."],
    ),
    (
        "The charity spends less on administration than it did five years ago and more on its clinics.",
        ["Five years ago the charity spent more on administration than it does now."],
        ["The charity spends more on administration than it did five years ago."],
    ),
    (
        "Electric buses cost more to buy than diesel ones, but their running costs are lower.",
        ["Running an electric bus is cheaper than running a diesel one."],
        ["Electric buses are cheaper to buy than diesel ones."],
    ),
    (
        "Every one of the nine bridges was inspected, and all but two were found to be safe.",
        ["Most of the nine bridges were found to be safe."],
        ["All nine bridges were found to be safe."],
    ),
    (
        "仅限年满60岁的居民可免费乘车。",
        ["年满60岁的居民才可以免费乘车。"],
        ["所有居民可免费乘车。"],
    ),
    (
        "受访的40家餐馆中，有31家表示客流恢复到疫情前水平，其余9家仍未恢复。",
        ["并非所有受访餐馆的客流都已恢复。"],
        ["所有受访餐馆都表示客流已恢复。"],
    ),
    (
        "居民基本支持改造方案，个别住户提出异议。",
        ["多数居民赞成改造方案，少数住户有不同意见。"],
        ["全体居民都支持改造方案。"],
    ),
    (
        "这是该省首次对中小学食堂实行统一采购，此前由各校自行采购。",
        ["该省第一次统一采购中小学食堂的物资。"],
        [
            "这是全国首次对中小学食堂实行统一采购。",
            "该省再次对中小学食堂实行统一采购。",
            "这是该省最后一次对中小学食堂实行统一采购。",
        ],
    ),
    (
        "Most teachers welcomed the new timetable, though some complained about the early start.",
        ["Not every teacher was happy: some complained about the early start."],
        ["All teachers welcomed the new timetable."],
    ),
    (
        "Only households earning less than £20,000 can claim the grant.",
        ["No household earning more than £20,000 is eligible for the grant."],
        ["Only households earning more than £20,000 can claim the grant."],
    ),
    (
        "Of the 25 schools inspected, 19 were rated good and the rest needed improvement.",
        ["Most schools inspected were good, a minority needing improvement."],
        ["Few schools were rated good."],
    ),
    (
        "Half of the 60 trees planted in 2019 have survived; none of those planted in 2017 did.",
        ["Every tree planted in 2017 has died, as have half of the 60 planted in 2019."],
        ["Most of the trees planted in 2019 have survived."],
    ),
    (
        "Growth in parcel traffic slowed to 2 per cent.",
        ["Parcel traffic grew more slowly, by 2 per cent."],
        ["Parcel traffic fell by 2 per cent."],
    ),
    (
        "The decline in wages eased to 1 per cent in June.",
        ["In June wages declined more slowly, by 1 per cent."],
        ["Growth in wages eased to 1 per cent in June.", "Wages rose by 1 per cent in June."],
    ),
    (
        "Oil lost market share to biogas.",
        ["Biogas gained market share from oil."],
        ["Oil gained market share from biogas."],
    ),
    (
        "丙校的升学率高于丁校4个百分点。",
        ["丁校的升学率低于丙校4个百分点。"],
        ["丁校的升学率高于丙校4个百分点。"],
    ),
    ("农业用电增速放缓至1.8%。", ["农业用电增长1.8%，增速有所回落。"], ["农业用电下降1.8%。"]),
    (
        "Podcasts took market share from radio.",
        ["Radio lost market share to podcasts."],
        ["Podcasts lost market share to radio."],
    ),
    (
        "The rupee weakened against the euro.",
        ["The rupee lost value against the euro."],
        ["The euro lost value against the rupee."],
    ),
    (
        "The carrier swung from a profit to a loss in 2019.",
        ["The carrier went into the red in 2019."],
        ["The carrier returned to profit in 2019."],
    ),
    ("这家纺织企业去年由盈转亏。", ["这家纺织企业去年出现亏损，此前是盈利的。"], ["这家纺织企业去年扭亏为盈。"]),
    ("乙村的亩产比甲村高40公斤。", ["甲村的亩产比乙村低40公斤。"], ["甲村的亩产比乙村高40公斤。"]),
    (
        "The new form makes it easier to claim the rebate.",
        ["With the new form, claiming the rebate is simpler."],
        ["With the new form, claiming the rebate is more difficult."],
    ),
    (
        "Crab stocks have recovered since the quota was introduced.",
        ["Crab stocks have increased again since the quota came in."],
        ["Crab stocks have declined since the quota was introduced."],
    ),
]


@pytest.mark.parametrize(("evidence", "sentence"), [(e, s) for e, faithful, _ in _TOLD for s in faithful])
def test_it_stands_whichever_side_it_is_told_from(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"


@pytest.mark.parametrize(("evidence", "sentence"), [(e, s) for e, _, others in _TOLD for s in others])
def test_the_other_way_is_found(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"


@pytest.mark.parametrize(
    "pair", ["加息 降息", "扩产 减产", "加薪 降薪", "续约 解约", "通胀 通缩", "入库 出库", "升准 降准"]
)
def test_what_is_moved_and_how_may_be_one_word(pair: str) -> None:
    one, other = pair.split()
    evidence = f"监管部门上月宣布{one}，市场反应平稳。"
    assert verify_sentence(f"监管部门上月宣布{other}，市场反应平稳。", [evidence]).state != "supported"
    assert verify_sentence(f"上月，监管部门宣布{one}，市场反应平稳。", [evidence]).state == "supported"


@pytest.mark.parametrize("verb", ["有所下降", "增长", "明显下滑"])
def test_what_stayed_level_neither_rose_nor_fell(verb: str) -> None:
    assert verify_sentence(f"今年报名人数{verb}。", ["今年报名人数与去年持平。"]).state != "supported"
