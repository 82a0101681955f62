"""Reading a model's answer: the JSON in it, then its shape. Everything in it is data from outside; nothing is guessed.

The ladder: strict JSON, strict JSON inside a fence or prose, and only then repaired JSON (commas, quotes) of an
answer that was complete. A cut answer is never repaired: half a list looks like a whole one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from json_repair import repair_json

from synthesis.engine.drafting.model.talk import Answer, AnswerUnusable
from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text.sentences import split_sentences

MAX_TITLE = 60  # code points
MAX_SENTENCE = 600
MAX_SENTENCES = 12
KINDS = frozenset({"claim", "evidence", "contrast"})

_THOUGHT = lazy_pattern(r"<(think|thinking|reasoning)>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
# A template may open the thought itself, so that only its end is in the answer.
_THOUGHT_END = lazy_pattern(r"\A.*?</(?:think|thinking|reasoning)>", re.DOTALL | re.IGNORECASE)
_FENCE = lazy_pattern(r"```(?:json)?\s*(.*?)```", re.DOTALL | re.IGNORECASE)
_INLINE = lazy_pattern(r"\s*[\[【（(]\s*((?:E\d+\s*[,，、;；\s]*)+)[\]】）)]")
_MARKUP = lazy_pattern(r"\*\*|__|`|^#+\s*|^[-*•]\s+", re.MULTILINE)
# Marks of Latin width between Han characters, as models write them.
_NARROW = lazy_pattern(r"(?<=[\u3400-\u9fff）》”%])\s*([,;:!?])\s*(?=[\u3400-\u9fff（《“\d])")
_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
# C0/C1 controls, zero-width and bidirectional marks: nothing that belongs into a sentence.
_CONTROL = lazy_pattern(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class PlannedPoint:
    """A point as a model planned it; `numbers` are the numbers of known excerpts, each given once in the plan."""

    title: str
    claim: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """A sentence as a model wrote it, without markup; `numbers` are those of its citations that were offered to it."""

    text: str
    numbers: tuple[str, ...]
    kind: str


def read_json(answer: Answer) -> dict[str, Any]:
    """The JSON object of an answer. Raises AnswerUnusable (empty, cut, json)."""
    text = _THOUGHT.sub("", _THOUGHT_END.sub("", answer.text)).strip()
    if not text:
        raise AnswerUnusable("cut" if answer.cut else "empty")
    for candidate in _candidates(text):
        try:
            found = json.loads(candidate)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            return found
    if answer.cut:
        raise AnswerUnusable("cut")
    if "{" in text:
        found = repair_json(text[text.index("{") :], return_objects=True, skip_json_loads=True)
        if isinstance(found, dict) and found:
            return found
    raise AnswerUnusable("json")


def _candidates(text: str) -> list[str]:
    fenced = [m.group(1).strip() for m in _FENCE.finditer(text)]
    first, last = text.find("{"), text.rfind("}")
    return [text, *fenced, *([text[first : last + 1]] if 0 <= first < last else [])]


def read_plan(answer: Answer, known: Sequence[str], points: int) -> list[PlannedPoint]:
    """At most `points` points over the excerpts numbered `known`. Raises AnswerUnusable when no point has any."""
    rows = read_json(answer).get("points")
    if not isinstance(rows, list):
        raise AnswerUnusable("shape")
    free = set(known)
    planned: list[PlannedPoint] = []
    for row in rows[:points]:
        if not isinstance(row, Mapping):
            continue
        numbers = tuple(n for n in _numbers(row.get("excerpts")) if n in free)
        title = _line(row.get("title"))[:MAX_TITLE].strip(" 。.：:")
        if numbers and title:
            free -= set(numbers)
            planned.append(PlannedPoint(title, _line(row.get("claim"))[:MAX_SENTENCE], numbers))
    if not planned:
        raise AnswerUnusable("shape")
    return planned


def read_sentences(answer: Answer, offered: Sequence[str]) -> list[WrittenSentence]:
    """The sentences of a point, in order; several in one entry are parted. Raises AnswerUnusable when there is none."""
    rows = read_json(answer).get("sentences")
    if not isinstance(rows, list):
        raise AnswerUnusable("shape")
    written = [s for row in rows if isinstance(row, Mapping) for s in _sentences(row, offered)]
    if not written:
        raise AnswerUnusable("empty")
    return written[:MAX_SENTENCES]


def read_repairs(answer: Answer, asked: Sequence[str], offered: Sequence[str]) -> dict[str, list[WrittenSentence]]:
    """New wordings by the id of the sentence they replace; ids that were not asked for are passed over.

    An asked sentence that is missing stays as it was; one with an empty text is withdrawn (an empty list).
    """
    rows = read_json(answer).get("sentences")
    if not isinstance(rows, list):
        raise AnswerUnusable("shape")
    wanted = set(asked)
    return {
        row["id"]: _sentences(row, offered)
        for row in rows
        if isinstance(row, Mapping) and isinstance(row.get("id"), str) and row["id"] in wanted
    }


def read_judgements(answer: Answer, asked: Sequence[str]) -> dict[str, str]:
    """What is wrong with a sentence, by its id, for those the judge does not find supported."""
    rows = read_json(answer).get("verdicts")
    if not isinstance(rows, list):
        raise AnswerUnusable("shape")
    wanted = set(asked)
    return {
        row["id"]: _line(row.get("reason"))[:300]
        for row in rows
        if isinstance(row, Mapping) and row.get("id") in wanted and row.get("supported") is False
    }


def _sentences(row: Mapping[str, Any], offered: Sequence[str]) -> list[WrittenSentence]:
    text = _line(row.get("text"))
    inline = [n for m in _INLINE.finditer(text) for n in re.findall(r"E\d+", m.group(1))]
    text = _NARROW.sub(lambda m: _WIDE[m.group(1)], _INLINE.sub("", text).strip())
    numbers = _numbers(row.get("cites")) or inline
    cites = tuple(n for n in dict.fromkeys(numbers) if n in set(offered))
    kind = row.get("kind")
    kind = kind if isinstance(kind, str) and kind in KINDS else "evidence"
    return [WrittenSentence(part, cites, kind) for part in _parted(text) if len(part) <= MAX_SENTENCE]


def _parted(text: str) -> list[str]:
    """The sentences of a text; what a semicolon joins is one."""
    parts: list[str] = []
    for start, end in split_sentences(text):
        part = text[start:end].strip()
        if parts and parts[-1].endswith(("；", ";")):
            parts[-1] += part if parts[-1].endswith("；") else f" {part}"
        elif part:
            parts.append(part)
    return parts


def _numbers(value: object) -> list[str]:
    """The excerpt numbers in a list such as ["E1", "[E2]", 3], in order, each once."""
    if not isinstance(value, list):
        return []
    found = [
        f"E{v}" if isinstance(v, int) else v.strip().strip("[]【】").upper() for v in value if isinstance(v, (int, str))
    ]
    return list(dict.fromkeys(found))


def _line(value: object) -> str:
    """A text of one line, without controls and markup; "" for anything that is no text."""
    if not isinstance(value, str):
        return ""
    return " ".join(_MARKUP.sub("", _CONTROL.sub("", value)).split())
