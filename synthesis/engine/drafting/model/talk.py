"""What is said to a language model and what it answers, as plain data; who carries it there is the caller's business."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol

Part = Literal["plan", "write", "judge"]


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question: instructions, data, and the JSON schema of the answer. `most` bounds the answer, in tokens."""

    part: Part
    instructions: str
    data: str
    schema: Mapping[str, Any]
    most: int

    def again(self, remark: str) -> Prompt:
        """The same question with a remark, on the last answer, say; a new question to every cache."""
        return replace(self, instructions=f"{self.instructions}\n\n{remark}")

    def digest(self, model: str, attempt: int) -> str:
        """SHA-256 of everything the answer of `model` depends on, and of which wording is asked for, in hexadecimal."""
        everything = [self.part, model, attempt, self.instructions, self.data, dict(self.schema), self.most]
        return hashlib.sha256(json.dumps(everything, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `cut` when it ended before it was complete (the model's limit, or ours on its size)."""

    text: str
    cut: bool = False


class Ask(Protocol):
    """Carries a prompt to the model of its part. Whatever it raises ends the composition."""

    def __call__(self, prompt: Prompt) -> Answer: ...


class AnswerUnusable(ValueError):
    """An answer that cannot be read: `code` is json, cut, shape, language or empty."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ModelFailed(Exception):
    """No usable answer after several tries: the part asked for, and the code of the last fault."""

    def __init__(self, part: Part, code: str) -> None:
        super().__init__(f"{part}: {code}")
        self.part, self.code = part, code
