"""Carries the drafter's questions to the workspace's model: kept answers first, then the account, then the call."""

from __future__ import annotations

import time
import uuid
from functools import partial

from django.conf import settings
from django.utils.translation import gettext_noop

from synthesis.drafting import actions_model, selectors_model
from synthesis.drafting.model_faults import FAULTS
from synthesis.drafting.models import ModelConnection
from synthesis.engine.drafting.model.talk import Answer, Part, Prompt
from synthesis.infra import model_client
from synthesis.infra.leases import JobFailed, LostLease, RunningJob
from synthesis.infra.model_address import AddressRefused, checked_address
from synthesis.infra.sealed import CannotOpen, unseal

ASKING: dict[Part, str] = {
    "plan": gettext_noop("the model is planning"),
    "write": gettext_noop("the model is writing"),
    "judge": gettext_noop("the model is judging"),
}
WAITING = gettext_noop("waiting for the model's server")
LAST_TRY = gettext_noop("the model's server fell silent: second and last try")
TRYING = {
    2: gettext_noop("the model's server is busy or failed: try 2 of 4"),
    3: gettext_noop("the model's server is busy or failed: try 3 of 4"),
    4: gettext_noop("the model's server is busy or failed: last try of 4"),
}
QUIET = 5.0  # seconds without a new word, after which people are told what is waited for
LOOK = 0.5  # seconds between two looks at whether the job is still wanted
_OF_THE_REST = 0.5
NOT_CONNECTED = gettext_noop("No model is connected any more. Connect one, or have the draft written by rules.")
LIMIT = gettext_noop(
    "This month's limit for the model is reached. What was written so far is kept; raise it and try again."
)
NO_KEY = gettext_noop("The model's key can no longer be opened on this server. Enter it again.")
UNUSABLE = {
    "json": gettext_noop(
        "The model answered three times in a form that cannot be read. Try again, or choose another model."
    ),
    "shape": gettext_noop(
        "The model answered three times without using the excerpts it was given. Try again, or choose another model."
    ),
    "empty": gettext_noop("The model answered three times with nothing. Try again, or choose another model."),
    "cut": gettext_noop(
        "The model's answers broke off three times before they were complete. Choose fewer excerpts for a point, or another model."
    ),
    "language": gettext_noop(
        "The model answered three times in another language than the draft's. Try again, or choose another model."
    ),
}


class Asking:
    """An `Ask` for one draft's job, or for a trial (no draft).

    `attempt` counts the wordings asked for: a job that died, or failed, finds the answers of its own.
    """

    def __init__(self, running: RunningJob, draft_id: uuid.UUID | None, attempt: int = 0) -> None:
        connection = selectors_model.connection_of(running.workspace_id) if running.workspace_id else None
        if connection is None:
            raise JobFailed(NOT_CONNECTED)
        self.running, self.draft_id, self.attempt, self.connection = running, draft_id, attempt, connection
        self.key = _key_of(connection)
        self.at = self.share = 0.05
        self._shown: tuple[str, float] = ("", 0.0)
        self._looked = 0.0
        self._heard, self._characters, self._trying = 0.0, 0, ""

    @property
    def judged(self) -> bool:
        """Whether a model is named for judging."""
        return "judge" in self.connection.parts

    def within(self, at: float, share: float) -> None:
        """What is asked from now on is `share` of the whole, from `at`, both 0..1."""
        self.at, self.share = at, share
        self._looked = time.monotonic()

    def __call__(self, prompt: Prompt) -> Answer:
        """The answer, asked for once: a job that died and goes on finds those it had. Raises JobFailed, LostLease."""
        part = self.connection.parts[prompt.part]
        digest = prompt.digest(f"{self.connection.address} {part['model']}", self.attempt)
        kept = selectors_model.kept_answer(self.draft_id, digest)
        if kept is not None:
            return Answer(kept.answer, kept.cut)
        try:
            call = actions_model.begin_call(
                connection=self.connection,
                draft_id=self.draft_id,
                actor_id=self.running.actor_id,
                prompt=prompt,
                prompt_hash=digest,
            )
        except actions_model.LimitReached:
            raise JobFailed(LIMIT) from None
        self._heard, self._characters, self._trying = time.monotonic(), 0, ""
        try:
            completion = model_client.complete(
                address=self.connection.address,
                key=self.key,
                model=part["model"],
                instructions=prompt.instructions,
                data=prompt.data,
                schema=prompt.schema,
                most=prompt.most,
                alive=partial(self._alive, prompt),
                again=self._again,
                stall=settings.MODEL_STALL_SECONDS,
            )
        except model_client.ModelError as error:
            actions_model.fail_call(call=call, code=error.code, detail=error.detail)
            raise JobFailed(FAULTS[error.code]) from error
        except LostLease:
            actions_model.fail_call(call=call, code="cancelled")
            raise
        actions_model.settle_call(call=call, completion=completion, part=part)
        # How many questions will follow nobody knows: each takes its part of what is left.
        self.within(self.at + self.share * _OF_THE_REST, self.share * (1 - _OF_THE_REST))
        return Answer(completion.text, completion.cut)

    def _alive(self, prompt: Prompt, characters: int) -> None:
        """Shows how much of the answer is there, and hears that the job was cancelled. Raises LostLease."""
        if time.monotonic() - self._looked < LOOK:
            return
        self._looked = time.monotonic()
        self._hear()
        at = self.at + self.share * _OF_THE_REST * min(1.0, characters / prompt.most)
        shown = (self._step(prompt, characters), round(max(0.01, min(0.99, at)), 2))
        if shown != self._shown:
            self._shown = shown
            self.running.progress(*shown)

    def _step(self, prompt: Prompt, characters: int) -> str:
        """What the model does; while no new word comes, which try it is, else what is waited for."""
        if characters != self._characters:
            self._heard, self._characters = time.monotonic(), characters
            if characters:
                self._trying = ""
        if self._trying:
            return self._trying
        return WAITING if time.monotonic() - self._heard >= QUIET else ASKING[prompt.part]

    def _again(self, number: int, code: str) -> None:
        """Another try begins after a fault, and is told at the next look."""
        self._trying = LAST_TRY if code == "stall" else TRYING[number]
        self._heard, self._characters = time.monotonic(), 0

    def _hear(self) -> None:
        if not self.running.beat():
            raise LostLease(str(self.running.id))


def _key_of(connection: ModelConnection) -> str:
    """The key, when the address is still one this server may call. Raises JobFailed."""
    try:
        checked_address(connection.address, settings.MODEL_ADDRESSES)
        return unseal(bytes(connection.sealed_key), actions_model.PURPOSE) if connection.sealed_key else ""
    except AddressRefused:
        raise JobFailed(FAULTS["address"]) from None
    except CannotOpen:
        raise JobFailed(NO_KEY) from None
