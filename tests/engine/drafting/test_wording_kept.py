"""What a rewording may not do to dense sentences: words torn, figures cut, one statement told twice or against another."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.compose import compose
from synthesis.engine.drafting.conflicts import duplicates_of, find_conflicts
from synthesis.engine.drafting.evidence.units import Excerpt, units_of
from synthesis.engine.drafting.frames.text import lead_of
from synthesis.engine.drafting.rewriting.clauses_zh import clause_wordings
from synthesis.engine.drafting.rewriting.edits_zh import edits_of
from synthesis.engine.drafting.rewriting.reword import reword
from synthesis.engine.drafting.rewriting.zh import RULES
from synthesis.engine.drafting.verify import verify_sentence
from synthesis.engine.overlap.runs import RunIndex


def _units(*texts: str):
    return [u for n, text in enumerate(texts) for u in units_of(Excerpt(str(n), f"来源{n}", text))]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("不锈钢贮箱的材料成本只有铝锂合金的二十分之一，但结构质量高出约18%。", "二十分之一"),
        ("可重复使用火箭的一级箭体占制造成本的大部分，回收后须更换部分材料。", "可重复使用"),
        ("社区老人对跌倒监测手环的使用意愿与独居年限有关，女性更愿意尝试。", "使用意愿"),
    ],
)
def test_words_inside_other_words_are_not_exchanged(sentence: str, word: str) -> None:
    at = sentence.index(word)
    end = at + len(word)
    assert not [e for e in edits_of(sentence) if at <= e.start and e.end <= end and e.start < e.end]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (
            "Two operators challenged the tender before the administrative court, which suspended 9,000 licences in March.",
            "court000",
        ),
        (
            "Analysts believe that overcapacity in the container fleet could depress freight rates until 2027.",
            "rates for depress",
        ),
        ("Copenhagen requires that scooters are parked in one of 240 marked bays in the centre.", "calls for that"),
        (
            "Many of the apprentices interviewed had never met anybody who had completed the course.",
            "fulfilled anybody",
        ),
    ],
)
def test_english_wordings_stay_english(sentence: str, wrong: str) -> None:
    made = reword(sentence, RunIndex([sentence]), "en")
    assert made
    assert not [w.text for w in made if wrong in w.text]


def test_whose_view_it_is_stays_in_front_when_a_clause_is_turned() -> None:
    turned = clause_wordings("约四成卖家表示库存积压是最大的资金压力")
    assert all(t.startswith("约四成卖家表示") or "表示" not in t or "是约四成" not in t for t in turned)


def test_a_statement_told_with_hard_and_difficult_is_one_statement() -> None:
    units = _units(
        "湿法冶炼线的平均开工率仅为31%，名义产能却已超过每年300万吨，供过于求的局面短期内难以扭转。",
        "湿法产能每年逾300万吨，开工率却只有31%，过剩状态在短时间内很难改变。",
    )
    assert duplicates_of(units)


def test_equal_figures_of_other_things_are_no_duplicates() -> None:
    units = _units(
        "2023年，东部港口的集装箱吞吐量增长12%，泊位利用率升至78%。",
        "高校毕业生中选择创业的比例为12%，其中78%集中在服务业。",
    )
    assert not duplicates_of(units)


def test_a_measure_named_late_in_its_sentence_conflicts_with_its_full_name() -> None:
    found = find_conflicts(
        _units(
            "2024年，国内退役动力电池回收量约为65.4万吨，同比增长12.6%，回收市场规模达到482亿元。",
            "2024年国内动力电池回收市场规模为356亿元，较上年缩减8.2%。",
        )
    )
    assert [[v.text for v in c.values] for c in found] == [["482亿元", "356亿元"]]


def test_a_level_reached_by_a_rise_conflicts_with_another_level() -> None:
    found = find_conflicts(
        _units(
            "Throughput at the region's container terminals rose by 4.8% to 38.6 million TEU in 2023.",
            "The region's container terminals handled 36.9 million TEU in 2023.",
        )
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("业内人士预计，出口管制可能导致部分产线推迟投产。", "业内人士预计，出口管制可能会导致部分产线推迟投产。"),
        ("受访农户的主要顾虑是贷款利息偏高。", "受访农户的顾虑主要是贷款利息偏高。"),
        ("实际享受抵免的企业不足20%。", "实际享受抵免的企业不到20%。"),
        ("水声通信难以支持高清视频的回传。", "水声通信很难支持高清视频的回传。"),
    ],
)
def test_small_words_of_reports_have_another_wording_that_holds(sentence: str, said: str) -> None:
    made = {sentence[: e.start] + e.text + sentence[e.end :] for e in edits_of(sentence)}
    assert said in made
    assert verify_sentence(said, [sentence]).state == "supported"


def test_what_a_fallen_point_rests_on_is_told_in_another() -> None:
    texts = [
        "年轻医学生普遍不愿到村里工作，主要顾虑是收入偏低、子女入学不便以及缺少晋升机会。",
        "村民对熟人医生的信任度高于对陌生专家的信任度，这在一定程度上缓和了医患矛盾。",
        "定向培养项目实施八年来累计输送学员2700名，但服务期满后选择留下的仅占三分之一左右。",
        "随着青壮年外出务工，留守老人的慢性病管理越来越依赖乡村医生上门随访。",
        "村卫生室平均每天接诊18人次，冬春季流感高发时可超过40人次。",
        "短视频平台上的养生谣言在农村老人中传播较快，部分患者因此擅自停药。",
        "2023年，云岭省在岗乡村医生共有3.6万人，其中55岁以上的占41%。",
    ]
    made = compose("S", "乡村医生的社会环境", [Excerpt(str(n), "简报", t) for n, t in enumerate(texts)], language="zh")
    cited = {c for p in made.points for s in p.sentences for c in s.cites}
    placed = {i for p in made.plan.points for i in p.excerpt_ids}
    assert len(cited) >= 5
    assert cited <= placed


def test_prices_of_other_towns_do_not_conflict() -> None:
    texts = [
        f"2021年，{c}市充电服务费均价为每千瓦时0.{n}元，较上年下降{n}.5%。" for c, n in (("云溪", 67), ("望川", 41))
    ]
    assert not find_conflicts(_units(*texts))


def test_a_sum_stays_with_the_verb_that_takes_it() -> None:
    sentence = "2024年，海宁市投入9.0亿元建设充电网络，其中财政资金占38.1%。"
    assert not [w.text for w in reword(sentence, RunIndex([sentence]), "zh") if "投入在2024年9.0" in w.text]


def test_a_time_in_front_stays_with_the_clause_it_led() -> None:
    sentence = "In 2021, charging prices in Hexham fell by 22.4% because new operators entered the market."
    made = [w.text for w in reword(sentence, RunIndex([sentence]), "en")]
    assert made
    assert not [t for t in made if "because in 2021" in t or t.endswith("market in 2021") or "that charge" in t]


def test_like_sentences_of_a_paragraph_do_not_all_open_alike() -> None:
    names = "青岚 临湖 云溪 白石 东浦 南屏 江陵 河曲 清远 望川 平沙 石桥".split()
    told = "新增公共充电桩{}万个，单桩日均利用率降至{}%|充电服务费均价为每千瓦时0.{}元，较上年下降{}%|充电运营企业亏损{}亿元，毛利率仅为{}%"
    texts = [f"2023年，{c}市{told.split('|')[n % 3].format(31 + 2 * n, 12 + n)}。" for n, c in enumerate(names)]
    made = compose("E", "充电设施的经济环境", [Excerpt(str(n), "简报", t) for n, t in enumerate(texts)], language="zh")
    for point in made.points:
        said = [s.text for s in point.sentences]
        if len(said) > 2:
            assert not all(t.startswith("2023年，") for t in said)


def test_a_figure_whose_matter_is_named_at_once_needs_no_lead() -> None:
    assert lead_of("企业研发投入在营业收入中平均占3%，低于国外水平", "zh") == ""
    assert lead_of("某市新建的两座湿法冶炼工厂共需投资9亿元", "zh") == ""
    assert lead_of("该市规模以上的汽车零部件企业净利润下降了12%", "zh") == "经营方面，"


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("其寿命与精度保持能力同日本产品相比尚有差距，用户仍在观望。", "相较于精度"),
        ("欧盟自2024年起限制废弃食用油制生物柴油的双重计入。", "制约"),
        ("高端减速器所用的轴承钢主要依靠进口，交货周期为5至7个月。", "依托进口"),
    ],
)
def test_a_swap_keeps_to_its_frame(sentence: str, wrong: str) -> None:
    made = [sentence[: e.start] + e.text + sentence[e.end :] for e in edits_of(sentence)]
    assert not [m for m in made if wrong in m]


@pytest.mark.parametrize(
    "sentence",
    [
        "Radio transmission still relies on a standard from the 1990s, for which manufacturers will end support in 2030.",
        "France bought 46% of exports by value, whereas shipments to China doubled to 21,000 tonnes within three years.",
    ],
)
def test_times_and_names_stay_with_what_they_name(sentence: str) -> None:
    made = [w.text for w in reword(sentence, RunIndex([sentence]), "en")]
    assert made
    assert not [t for t in made if t.startswith("From the 1990s") or "france" in t or "bring to a close support" in t]


def test_who_leads_a_market_leads_it() -> None:
    sentence = "在最初阶段，国内市场上主要由外资产品所主导"
    clause = sentence.partition("，")[2]
    made = [t for rule in RULES for t in rule(clause)]
    assert "主导国内市场的主要是外资产品" in made
