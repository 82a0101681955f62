"""The model for the engine commands: the settings of this server (MODEL_ADDRESS, MODEL_KEY, MODEL_NAME …), no database."""

from __future__ import annotations

import sys

from django.conf import settings

from synthesis.engine.drafting.model.talk import Answer, ModelFailed, Prompt
from synthesis.infra import model_client
from synthesis.infra.model_address import AddressRefused, checked_address
from synthesis.management.engine_command import BadInput

PROVIDERS = ["offline", "model"]


class ModelFromSettings:
    """An `Ask` that tells on standard error what each question took. Raises BadInput when no model is configured."""

    def __init__(self) -> None:
        if not settings.MODEL_ADDRESS or not settings.MODEL_NAMES["write"]:
            raise BadInput("--provider model: no model is configured; set MODEL_ADDRESS and MODEL_NAME, or use offline")
        try:
            self.address = checked_address(settings.MODEL_ADDRESS, settings.MODEL_ADDRESSES)
        except AddressRefused as refused:
            raise BadInput(f"MODEL_ADDRESS is not allowed ({refused.code}); MODEL_ADDRESSES lists what is") from refused

    @property
    def judged(self) -> bool:
        """Whether a model is named for judging."""
        return bool(settings.MODEL_NAMES["judge"])

    def __call__(self, prompt: Prompt) -> Answer:
        """Raises BadInput with what the server said."""
        model = settings.MODEL_NAMES[prompt.part] or settings.MODEL_NAMES["write"]
        try:
            made = model_client.complete(
                address=self.address,
                key=settings.MODEL_KEY,
                model=model,
                instructions=prompt.instructions,
                data=prompt.data,
                schema=prompt.schema,
                most=prompt.most,
                alive=lambda _characters: None,
                stall=settings.MODEL_STALL_SECONDS,
            )
        except model_client.ModelError as error:
            raise BadInput(f"the model gave no answer ({error})") from error
        told = f"{prompt.part}: {made.tokens_in} + {made.tokens_out} tokens, {made.milliseconds} ms"
        print(told, file=sys.stderr, flush=True)
        return Answer(made.text, made.cut)


def unusable(error: ModelFailed) -> BadInput:
    """The one line for a model whose answers cannot be used."""
    return BadInput(f"the model's answers cannot be used ({error})")
