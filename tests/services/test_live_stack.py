"""The live stack itself: it runs against the test's database, its processes can be killed, its network is closed."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.live_stack import LiveStack


def status(stack: LiveStack, path: str) -> int:
    with urllib.request.urlopen(stack.url + path, timeout=10) as answer:
        return int(answer.status)


def test_the_processes_see_the_tests_database(live_stack: LiveStack) -> None:
    from django.db import connection

    assert status(live_stack, "/readyz") == 200
    assert live_stack.environment["DATABASE_URL"].split("?")[0].endswith("/" + connection.settings_dict["NAME"])


@pytest.mark.parametrize("name", ["web", "worker", "keep_jobs"])
def test_a_killed_process_is_gone_until_it_is_started(live_stack: LiveStack, name: str) -> None:
    before = live_stack.pid(name)
    live_stack.kill(name)
    with pytest.raises(LookupError):
        live_stack.pid(name)
    live_stack.start(name)
    assert live_stack.pid(name) != before
    assert status(live_stack, "/healthz") == 200


def test_the_broker_can_be_emptied_and_killed(live_stack: LiveStack) -> None:
    live_stack.flush_broker()
    if "valkey" in live_stack.children:  # with REDIS_URL it is not ours to kill
        live_stack.kill("valkey")
        live_stack.start("valkey")
    assert status(live_stack, "/healthz") == 200


def test_the_network_of_the_processes_is_closed(live_stack: LiveStack) -> None:
    code = "import urllib.request as u; u.urlopen('http://192.0.2.1/', timeout=5)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=live_stack.environment, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "network is closed" in done.stderr
