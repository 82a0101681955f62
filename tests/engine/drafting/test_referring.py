"""前者 and the latter stand for one of two names."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.guards.referring import pointed_out
from synthesis.engine.drafting.verify import verify_sentence

DEAL = "湖安能源与川跃汽车签署长期协议，前者将在五年内向后者供应不少于40GWh的电芯。"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (DEAL, "湖安能源与川跃汽车签署长期协议，湖安能源将在五年内向川跃汽车供应不少于40GWh的电芯。"),
        (
            "Arland and Borland took opposite routes: the former cut the tax, whereas the latter raised it.",
            "Arland and Borland took opposite routes: Arland cut the tax, whereas Borland raised it.",
        ),
        ("湖安收购川跃，后者总部在青屏。", "湖安收购川跃，后者总部在青屏。"),
        ("The former minister met Acme and Borealis.", "The former minister met Acme and Borealis."),
    ],
)
def test_written_out_where_one_pair_stands_side_by_side(text: str, told: str) -> None:
    assert pointed_out(text) == told


def test_the_wrong_one_is_found() -> None:
    right, wrong = "湖安能源将在五年内向川跃汽车供应电芯。", "川跃汽车将在五年内向湖安能源供应电芯。"

    assert verify_sentence(right, [DEAL]).state == "supported"
    assert verify_sentence(wrong, [DEAL]).state == "unsupported"
