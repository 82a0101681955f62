"""A place in an order: first, second or third in whatever words, of the very same name."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_TOURISM = "统计公报显示，去年全省旅游收入排名前三的依次为青岩市、沧江市和临海市，三市合计占全省的六成。"
_CONTEST = "本届技能大赛上，湖州代表队拔得头筹，衢州代表队屈居亚军，舟山代表队获得季军。"
_FLOWERS = (
    "Exports of cut flowers grew faster in Kenya than in any other East African country, "
    "with Ethiopia ranking second and Rwanda third."
)
_RECYCLING = (
    "Halden topped the league of recycling towns, followed by Brevik; Moss came third, the environment agency said."
)


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("去年全省旅游收入最高的是沧江市，青岩市紧随其后。", _TOURISM),
        ("临海市以旅游收入位列全省第二。", _TOURISM),
        ("技能大赛的冠军归衢州代表队，湖州代表队居次。", _CONTEST),
        ("舟山代表队获得亚军。", _CONTEST),
        ("Ethiopia recorded the fastest growth in cut-flower exports, with Kenya in second place.", _FLOWERS),
        ("Brevik topped the recycling league, followed by Halden.", _RECYCLING),
        ("Second place in the recycling league went to Moss, the agency said.", _RECYCLING),
    ],
)
def test_another_place_than_the_evidence_gives(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("去年旅游收入居全省首位的是青岩市，沧江市次之。", _TOURISM),
        ("旅游收入方面，青岩市领跑全省，临海市排在第三。", _TOURISM),
        ("夺冠的是湖州代表队，衢州代表队排名第二。", _CONTEST),
        ("旅游收入最高的是青岩市，沧江市、临海市紧随其后。", _TOURISM),
        ("In cut-flower exports Kenya came first in East Africa, and Ethiopia was second.", _FLOWERS),
        ("The recycling league was led by Halden, with Brevik second.", _RECYCLING),
    ],
)
def test_the_same_place_in_other_words(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"
