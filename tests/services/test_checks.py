"""What Django says about models, templates and addresses, which no process looks at when it starts."""

from __future__ import annotations

from django.core.checks import run_checks


def test_nothing_is_wrong_with_the_house() -> None:
    assert run_checks() == []
