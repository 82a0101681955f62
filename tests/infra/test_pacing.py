from __future__ import annotations

from synthesis.infra.pacing import Pace


def test_a_share_for_everybody_that_comes_back() -> None:
    now = [0.0]
    pace = Pace(2, 10, lambda: now[0])
    assert [pace.allows("bob") for _ in range(3)] == [True, True, False]
    assert pace.allows("alice")
    now[0] = 9.9
    assert not pace.allows("bob")
    now[0] = 10.0
    assert pace.allows("bob")


def test_people_who_left_are_forgotten() -> None:
    now = [0.0]
    pace = Pace(1, 10, lambda: now[0])
    for person in range(10_001):
        pace.allows(person)
    now[0] = 20.0
    assert pace.allows("new")
    assert len(pace._times) == 1
