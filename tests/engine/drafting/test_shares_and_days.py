"""Shares told in another form, and days that borrow their month: what follows from the evidence stands, what does not is found."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.quantities.find import find_dates
from synthesis.engine.drafting.verify import verify_sentence

TRIAL = "医生单独阅片灵敏度为0.82，在系统辅助下为0.91。"
HOMES = "该区新增住房6500套，完成年度任务的130%。"
FAIR = "第九届博览会2024年5月18日至21日在会展中心举行，吸引参展商620家。"
MODEL = "The classifier achieved a sensitivity of 0.94 and a specificity of 0.88."
PLAN = "Sales reached 88% of the plan."


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("该系统让检出灵敏度比单独阅片高出9个百分点，达到91%。", TRIAL),
        ("该区新增住房6500套，超出年度任务三成。", HOMES),
        ("第九届博览会历时四天，于2024年5月21日落下帷幕。", FAIR),
        ("The classifier has a sensitivity of 94%.", MODEL),
        ("Sales were 12% below plan.", PLAN),
        ("Output came in 20% above the quota.", "Output came to 120% of the quota."),
    ],
)
def test_what_follows_stands(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("该系统让检出灵敏度比单独阅片高出8个百分点，达到90%。", TRIAL),
        ("该区新增住房6500套，超出年度任务四成。", HOMES),
        ("第九届博览会历时五天，于2024年5月22日落下帷幕。", FAIR),
        ("The classifier has a sensitivity of 84%.", MODEL),
        ("Sales were 18% below plan.", PLAN),
    ],
)
def test_what_does_not_is_found(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "unsupported"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("5月18日—21日举行", [(None, 5, 18), (None, 5, 21)]),
        ("held from 18 to 21 May 2024", [(2024, 5, 18), (2024, 5, 21)]),
        ("held on May 18-21, 2024", [(None, 5, 18), (2024, 5, 21), (2024, None, None)]),
        ("sold 20 and, on 5 May, 30", [(None, 5, 5)]),
    ],
)
def test_a_day_borrows_its_month(text: str, days: list[tuple[int | None, int | None, int | None]]) -> None:
    assert [(d.year, d.month, d.day) for d in find_dates(text)] == days
