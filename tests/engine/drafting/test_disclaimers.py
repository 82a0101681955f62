"""Causes that the evidence says it does not tell, or tells after a subject, of the sentence before, in words about whose
they are."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

#: (evidence, faithful wordings, causes it does not tell)
_TOLD = [
    (
        "研究显示，住在绿地附近的居民睡眠时间更长，但作者未就二者作出因果推断。",
        ["住得离绿地近的居民睡得更久，但作者没有下因果结论。"],
        ["住在绿地附近使居民的睡眠时间变长。"],
    ),
    (
        "调查发现，参加社团的学生绩点较高。调查者强调，数据不足以说明因果关系。",
        ["参加社团的学生绩点更高，但调查者提醒，这不代表二者存在因果关系。"],
        ["参加社团导致学生的绩点提高。"],
    ),
    (
        "交通部门因连续暴雨，暂停了三条山区公交线路。司机短缺的问题去年已经解决。",
        ["连续暴雨使三条山区公交线路停运。"],
        ["司机短缺导致三条山区公交线路停运。"],
    ),
    (
        "水务局介绍，该市夏季用水量下降4%。局方说，这是因为阶梯水价开始实行。全市节水器具普及率仍为六成。",
        ["该市夏季用水量下降4%，原因是实行了阶梯水价。"],
        ["节水器具普及，使该市夏季用水量下降4%。"],
    ),
    (
        "公司解释，毛利率下降2个百分点，主要系原材料涨价造成成本上升，以及促销力度加大所致。",
        ["公司把毛利率下降归因于原材料涨价和促销加码。", "促销力度加大是毛利率下降的原因之一。"],
        [],
    ),
    (
        "Farms using drones reported higher yields; the authors caution that this does not show that drones cause the gain.",
        ["Yields were higher on farms with drones, but that does not prove the drones are the cause, the authors say."],
        ["Drones raised yields on the farms that used them."],
    ),
    (
        (
            "Growers are planting fewer strawberries, a trade body says, mainly because pickers are hard to find; water has "
            "been plentiful."
        ),
        ["Pickers are hard to find, which is why growers are planting fewer strawberries."],
        ["Water was scarce, and that is why growers are planting fewer strawberries."],
    ),
    (
        (
            "The council closed the footbridge after inspectors found cracks, which it named as the only reason. Traffic "
            "noise had been measured in May."
        ),
        ["Cracks found by inspectors led the council to close the footbridge."],
        ["Traffic noise led the council to close the footbridge."],
    ),
    ("Both airlines reported wider margins in the spring.", ["Both airlines widened their margins in the spring."], []),
]


@pytest.mark.parametrize(("evidence", "sentence"), [(e, s) for e, good, _ in _TOLD for s in good])
def test_what_the_evidence_tells_of_causes_is_supported(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"


@pytest.mark.parametrize(("evidence", "sentence"), [(e, s) for e, _, bad in _TOLD for s in bad])
def test_a_cause_the_evidence_does_not_tell_is_objected_to(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).checks["cause"] != "ok"
