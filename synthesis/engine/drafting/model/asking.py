"""Asking until an answer can be read: each further try says what was wrong with the last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from synthesis.engine.drafting.model.prompts import phrase
from synthesis.engine.drafting.model.talk import Answer, AnswerUnusable, Ask, ModelFailed, Prompt

TRIES = 3
T = TypeVar("T")


def asked(ask: Ask, prompt: Prompt, read: Callable[[Answer], T], language: str) -> T:
    """What `read` makes of the answer. Raises ModelFailed after the last try, and whatever `ask` raises."""
    question, code = prompt, ""
    for _ in range(TRIES):
        try:
            return read(ask(question))
        except AnswerUnusable as error:
            # A second answer with the same fault is a new question again only when the remark differs.
            remark = phrase(language, error.code)
            question = prompt.again(remark) if error.code != code else question.again(remark)
            code = error.code
    raise ModelFailed(prompt.part, code)
