"""SIGKILL at ten points of a draft that a model writes: nothing is lost, nothing doubled, no answer asked for twice."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from synthesis.drafting import actions
from synthesis.drafting.models import CallState, DraftState, ModelCall, Sentence
from synthesis.infra.models import Job, JobState
from tests import environment
from tests.drafting.test_model_mode import MODELS, WORDINGS, connect
from tests.model_server import Asked, ModelServer, Reply, model_server
from tests.world import make_world

HEADINGS = ["P", "E", "T"]
CALLS = 9  # plan, write and judge for each heading
ROOT = Path(__file__).resolve().parents[2]


class Runs:
    """One process after another runs the job."""

    def __init__(self, server: ModelServer) -> None:
        here = {
            **os.environ,
            "DATABASE_URL": _of_the_test(os.environ["DATABASE_URL"]),
            "MODEL_ADDRESSES": server.address.removesuffix("/v1"),
            "PYTHONPATH": str(ROOT),
        }
        command = environment.python("-m", "tests.reliability.forked_runs")
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=here, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.pid = 0

    def run(self, job: Job) -> int:
        """The exit code of one run, negative for a signal."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{job.pk}\n")
        self.process.stdin.flush()
        self.pid = int(self.process.stdout.readline())
        return int(self.process.stdout.readline())

    def close(self) -> None:
        self.process.communicate()


def _of_the_test(url: str) -> str:
    head, _, tail = url.partition("?")
    path = f"{head.rpartition('/')[0]}/{connection.settings_dict['NAME']}"
    return f"{path}?{tail}" if tail else path


@pytest.fixture
def server(settings) -> Iterator[ModelServer]:
    with model_server(WORDINGS) as running:
        settings.MODEL_ADDRESSES = [running.address.removesuffix("/v1")]
        yield running


@pytest.mark.django_db(transaction=True)
def test_ten_kills(server: ModelServer) -> None:
    world = make_world()
    connect(world, server, parts={**MODELS, "judge": MODELS["write"]})
    draft = actions.create_draft(access=world.access("bob"), keys=HEADINGS, provider="model")
    job = Job.objects.get(pk=draft.job_id)
    Job.objects.filter(pk=job.pk).update(max_attempts=20)
    runs = Runs(server)
    killed: set[int] = set()

    def behave(asked: Asked) -> Reply | None:
        """Once at each question, and once more at the last."""
        point = server.answered if server.answered not in killed else CALLS
        if point in killed or (point == CALLS and server.answered != CALLS - 1):
            return None
        killed.add(point)
        os.kill(runs.pid, signal.SIGKILL)
        return Reply('{"sentences": [', stall=True)  # half an answer, to nobody

    server.behave = behave
    codes = []
    while Job.objects.get(pk=job.pk).state != JobState.DONE:
        codes.append(runs.run(job))
        assert len(codes) < 15
        past = timezone.now() - timedelta(seconds=1)
        Job.objects.filter(pk=job.pk, state=JobState.RUNNING).update(lease_until=past)
    server.over.set()
    runs.close()
    assert codes == [-signal.SIGKILL] * 10 + [0]
    draft.refresh_from_db()
    assert draft.state == DraftState.DRAFT
    assert sorted(Sentence.objects.values_list("text", flat=True)) == sorted(WORDINGS.values())
    answered = ModelCall.objects.filter(state=CallState.ANSWERED)
    assert answered.count() == answered.values("prompt_hash").distinct().count() == CALLS
    assert ModelCall.objects.filter(state=CallState.ASKED).count() == 0
    assert ModelCall.objects.filter(state=CallState.FAILED, error="stopped").count() == 10
