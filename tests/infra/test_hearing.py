"""When a worker counts as deaf: hands free, messages waiting, none taken for long."""

from __future__ import annotations

from synthesis.infra.hearing import Hearing


def test_a_worker_that_leaves_messages_lying_is_deaf() -> None:
    hearing = Hearing(patience=20)
    assert not hearing.is_deaf(100, waiting=3, busy=0)
    assert not hearing.is_deaf(119, waiting=3, busy=0)
    assert hearing.is_deaf(120, waiting=1, busy=0)


def test_an_empty_queue_busy_hands_or_a_message_taken_end_the_suspicion() -> None:
    for waiting, busy in ((0, 0), (5, 1)):
        hearing = Hearing(patience=20)
        hearing.is_deaf(100, waiting=3, busy=0)
        assert not hearing.is_deaf(119, waiting=waiting, busy=busy)
        assert not hearing.is_deaf(121, waiting=3, busy=0)
    hearing = Hearing(patience=20)
    hearing.is_deaf(100, waiting=3, busy=0)
    hearing.heard()
    assert not hearing.is_deaf(121, waiting=3, busy=0)
