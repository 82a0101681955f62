"""Waiting for background work, and texts that keep a worker busy for a moment."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from synthesis.infra.models import Job, JobState

if TYPE_CHECKING:
    from tests.live_stack import LiveStack

PATIENCE = 120.0
SUBJECTS = ("柔性压力传感器", "居家随访平台", "低功耗采集芯片", "社区护理小组", "连续监测贴片", "云端质控系统")
VERBS = ("在试点地区覆盖了", "为合作机构节省了", "在对照试验中减少了", "向基层单位配发了", "在两年内累计交付")
UNITS = ("万台设备", "名受试者", "个百分点", "小时人工", "家诊所")


def long_text(sentences: int, seed: int) -> str:
    """Distinct plain sentences in paragraphs of eight; the same for the same seed."""
    chance = random.Random(seed)
    lines, line = [], ""
    for number in range(sentences):
        year, count = chance.randint(2012, 2024), chance.randint(3, 9999)
        line += (
            f"{year}年，第{number + 1}批{chance.choice(SUBJECTS)}{chance.choice(VERBS)}{count}{chance.choice(UNITS)}。"
        )
        if number % 8 == 7:
            lines.append(line)
            line = ""
    return "\n".join([*lines, line])


def wait_for(what: str, condition: Callable[[], object], pause: float = 0.02) -> None:
    """Returns when `condition` holds; fails with `what` after PATIENCE seconds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"waited {PATIENCE:.0f} s for: {what}; jobs: {states()}")
        time.sleep(pause)


def states() -> list[tuple[str, str, int, str]]:
    return list(Job.objects.order_by("created").values_list("kind", "state", "attempts", "error"))


def wait_until_done(job_id: object) -> Job:
    """The job after it ended as done."""
    wait_for(f"job {job_id} to be done", lambda: Job.objects.get(pk=job_id).state == JobState.DONE)
    return Job.objects.get(pk=job_id)


def kill_worker_in_the_middle(stack: LiveStack, begin: Callable[[int], Job]) -> Job:
    """Begins work, kills the worker while it runs, starts another; the job after its end.

    `begin(n)` queues the n-th piece of work. A piece that was quicker than the kill proves nothing, so the next is tried.
    """
    for number in range(6):
        job = begin(number)
        wait_for("the job to run", lambda pk=job.pk: Job.objects.get(pk=pk).state != JobState.QUEUED, pause=0.002)
        stack.kill("worker")
        in_the_middle = Job.objects.get(pk=job.pk).state == JobState.RUNNING
        stack.start("worker")
        done = wait_until_done(job.pk)
        if in_the_middle:
            assert done.attempts >= 2
            return done
    raise AssertionError("no job was caught in the middle of its work")
