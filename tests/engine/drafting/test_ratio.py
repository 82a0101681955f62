"""How many of one thing there are to how many of another: the figures keep their things, whoever is named first."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_WARD = "病区按一名护士对四名患者配置人员。"
_SCHOOL = "The pupil-to-teacher ratio at the school is 18:1."
_HOME = "The care home operates with one carer for every three residents during day shifts."
_HOSPITAL = "The hospital agreed to staff the ward at a ratio of one nurse to four patients."


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        ("病区护患比为1:4。", _WARD, True),
        ("病区护患比为四比一。", _WARD, False),
        ("患者与护士的比例为4:1。", _WARD, True),
        ("医生与护士之比为1:1.5。", "全院护士与医生之比为1.5:1。", True),
        ("医生与护士之比为1.5:1。", "全院护士与医生之比为1.5:1。", False),
        ("全市车桩比降至2.4:1。", "全市充电桩与新能源车的数量之比达到1:2.4。", True),
        ("全市车桩比降至1:2.4。", "全市充电桩与新能源车的数量之比达到1:2.4。", False),
        ("护理员每人照看五位老人。", "每五位老人配一名护理员。", True),
        ("每五名护理员照看一位老人。", "每五位老人配一名护理员。", False),
        ("Each teacher has 18 pupils.", "The school has 18 pupils for every teacher.", True),
        ("Each pupil has 18 teachers.", _SCHOOL, False),
        ("The school has one teacher per 18 pupils.", _SCHOOL, True),
        ("The school has 18 teachers per pupil.", _SCHOOL, False),
        ("There are three residents for every carer on day shifts.", _HOME, True),
        ("There are three carers for every resident on day shifts.", _HOME, False),
        ("The hospital agreed to a nurse-to-patient ratio of one to four.", _HOSPITAL, True),
        ("The hospital agreed to a nurse-to-patient ratio of 4:1.", _HOSPITAL, False),
    ],
)
def test_the_figures_keep_their_things(sentence: str, evidence: str, true: bool) -> None:
    assert (verify_sentence(sentence, [evidence]).state == "supported") is true
