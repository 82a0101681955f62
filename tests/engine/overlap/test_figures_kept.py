"""Figures survive a rewriting: they are known by their values, and count as evidence beside words that are faint alone."""

from __future__ import annotations

import pytest

from synthesis.engine.overlap.prepared import FIGURES, prepare
from tests.engine.overlap.samples import TEA, text
from tests.engine.overlap.test_compare import only, report

SOURCE = (
    "河堤上的监测井每隔四百五十米一口，汛期每两小时自动测一次水位。去年夏天有七口井的水位在一夜之间上升了六十八厘米，"
    "值守人员据此找到了两处管涌，用去沙袋一万三千只。事后检查，管涌都发生在旧河道与新堤相交的地方。"
)
ANEW = (
    "沙袋用掉一万三千只，才把管涌堵住，地点无一例外在新堤压着旧河道之处。报警的是监测井：四百五十米便设一口，"
    "那一夜七口井里的水涨了六十八厘米。"
)
APART = (
    "汛期巡堤主要靠人，每公里安排十二名民工，昼夜轮换。近年各地开始给险工险段安装摄像头，"
    "但夜间图像模糊，蚁穴和渗水仍要靠脚踩手摸才能发现，监测井的数量也远远不够。"
)


def values(written: str) -> list[int]:
    return [value for value in prepare(written).features.tolist() if value >= FIGURES]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("占百分之三十四", "占34%"),
        ("占三成四的人", "占34%的人"),
        ("少了五分之一", "少了两成"),
        ("一亿两千万元", "1.2亿元"),
        ("一千二百六十处", "1,260 处"),
        ("二点六倍", "2.6倍"),
    ],
)
def test_a_value_is_one_however_it_is_written(one: str, two: str) -> None:
    assert values(one) == values(two) != []


def test_marks_between_figures_divide_them() -> None:
    assert values("三成四、两成") == values("三成四，又有两成")
    assert len(values("四十一、十五")) == 2


def test_few_and_words_with_numerals_are_no_figures() -> None:
    assert values("一个人，三心二意，一分为二，千万不要") == []


def test_what_keeps_its_figures_is_found() -> None:
    found = only(report(text(TEA[:3]) + "\n" + ANEW + "\n" + text(TEA[3:]), SOURCE))
    assert found.kind == "paraphrase"


def test_another_text_on_the_subject_is_not() -> None:
    assert report(text(TEA[:3]) + "\n" + APART + "\n" + text(TEA[3:]), SOURCE).matches == []
