"""Acts only considered, half of what the evidence counts, pairs of which one does it, and causes beside the one the evidence names."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

COUNCIL = "The council is weighing a ban on wood stoves."
FERRIES = "Halden Ferries cut its autumn sailings by a fifth. The company said the cut was due to repairs at the Voss terminal and that demand had held up."
CEMENT = "海岳水泥二季度销量减少9%,公司称主要是雨季施工停顿所致,出厂价格基本稳定。"
RAIL = ("Rail firm Arco published its delay figures.", "Rival rail firm Belt did not publish its delay figures.")
PHASES = ("一期由银行贷款出资6亿元。", "二期由股东增资3亿元，未使用银行贷款。")


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("The council will ban wood stoves.", (COUNCIL,)),
        ("The council is going to ban wood stoves.", (COUNCIL,)),
        ("Neither of the two rail firms published its delay figures.", RAIL),
        ("Both rail firms published their delay figures.", RAIL),
        ("两期的资金都来自银行贷款。", PHASES),
        ("两期都未使用银行贷款。", PHASES),
        ("过半数受访司机表示会绕开收费公路。", ("在对1800名司机的调查中，46%表示会绕开收费公路，30%表示无所谓。",)),
        ("Weak demand forced Halden Ferries to cut its autumn sailings by a fifth.", (FERRIES,)),
        ("因出厂价格上涨，海岳水泥二季度销量减少9%。", (CEMENT,)),
        ("出厂价格走高使海岳水泥二季度销量下滑9%。", (CEMENT,)),
    ],
)
def test_told_as_settled_of_both_or_from_another_cause(sentence: str, evidence: tuple[str, ...]) -> None:
    assert verify_sentence(sentence, evidence).state != "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("A ban on wood stoves is being considered by the council.", (COUNCIL,)),
        ("Only one of the two rail firms published its delay figures.", RAIL),
        ("一期的资金来自银行贷款，二期则由股东增资。", PHASES),
        ("Repairs at the Voss terminal led Halden Ferries to cut its autumn sailings by a fifth.", (FERRIES,)),
        ("雨季施工停顿导致海岳水泥二季度销量减少9%。", (CEMENT,)),
    ],
)
def test_told_as_the_evidence_has_it(sentence: str, evidence: tuple[str, ...]) -> None:
    assert verify_sentence(sentence, evidence).state == "supported"
