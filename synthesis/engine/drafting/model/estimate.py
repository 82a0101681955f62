"""About how many tokens a composition will need, told before anything is spent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from synthesis.engine.drafting.evidence.units import Excerpt
from synthesis.engine.drafting.model.prompts import Evidence, Standing, plan_prompt, write_prompt
from synthesis.engine.drafting.model.talk import Prompt
from synthesis.engine.drafting.model.write_point import MOST

# Tokens a character: common vocabularies take two Han characters for some three tokens less than they are, and a
# Latin word of five letters for a little more than one token.
_HAN, _OTHER = 0.75, 0.28
# Of the sentences written, the share that comes back for repair; measured with the fake provider only, so a guess.
_REPAIRED = 0.35
_SENTENCE = {"zh": 60 * _HAN + 25, "en": 150 * _OTHER + 25}


def tokens_of(text: str) -> int:
    """An estimate of the tokens of a text, about a quarter off for common models."""
    han = len(re.findall(r"[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]", text))
    return round(han * _HAN + (len(text) - han) * _OTHER)


def tokens_in(prompt: Prompt) -> int:
    """The tokens of a prompt, its schema not counted."""
    return tokens_of(prompt.instructions) + tokens_of(prompt.data) + 12


def estimate(
    heading: str,
    brief: str,
    excerpts: Sequence[Excerpt],
    *,
    points: int,
    language: str,
    planned: bool,
    judged: bool,
    standing: Sequence[Standing] = (),
) -> dict[str, tuple[int, int]]:
    """Tokens in and out by part (plan, write, judge) for one heading; `planned`: people arranged the points already;
    `standing`: what the draft says so far, where it is written again."""
    evidence = [Evidence(f"E{n}", e.source, e.text) for n, e in enumerate(excerpts, 1)]
    points = max(1, min(points, len(evidence)))
    sentences = 4.5 * points
    # Each point is shown its own excerpts, so all points together see all of them once.
    shown = tokens_of("".join(e.text + e.source for e in evidence)) + 14 * len(evidence)
    bare = tokens_in(write_prompt(heading, "", "", [], language, "", MOST))
    written = round(sentences * _SENTENCE[language])
    out: dict[str, tuple[int, int]] = {}
    if not planned:
        out["plan"] = tokens_in(plan_prompt(heading, brief, evidence, points, language)), 110 * points
    again = shown + points * bare + round(written * _REPAIRED)
    so_far = tokens_of("".join(s.text for s in standing)) + (points * 110 if standing else 0)
    out["write"] = shown + so_far + points * bare + round(again * 0.8), written + round(written * _REPAIRED)
    if judged:
        out["judge"] = shown + points * bare // 2 + written, round(sentences * 22)
    return out
