"""What is wrong with a sentence a model wrote: the same guards and the same index of runs as for every other author."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from synthesis.engine.drafting.evidence.units import language_of
from synthesis.engine.drafting.model.answers import WrittenSentence
from synthesis.engine.drafting.model.prompts import phrase
from synthesis.engine.drafting.realise import Sentence, measured
from synthesis.engine.drafting.rewriting.shares import long_pieces
from synthesis.engine.drafting.verify import RANK, verify_sentence
from synthesis.engine.overlap.runs import RunIndex


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence with its state, and the faults a model is told to mend (none when it can stand)."""

    sentence: Sentence
    faults: tuple[str, ...]

    @property
    def cost(self) -> tuple[int, int, int]:
        """Lower is better: state, then copied characters, then faults."""
        return RANK[self.sentence.state], round(self.sentence.ratio * 100), len(self.faults)


class Checker:
    """Checks against the excerpts (`texts`: id to text) and every source of the workspace."""

    def __init__(self, texts: Mapping[str, str], against: Sequence[str], language: str) -> None:
        self.texts = texts
        self.language = language
        self.index = RunIndex([*texts.values(), *against])

    def check(self, written: WrittenSentence, cites: Sequence[str]) -> Checked:
        """`cites` are excerpt ids; without any the sentence is not supported."""
        text = written.text
        verdict = verify_sentence(text, [self.texts[c] for c in cites])
        sentence = measured(text, cites, written.kind, verdict, self.index, self.language)
        faults = [r.detail for r in verdict.reasons] if cites else [phrase(self.language, "uncited")]
        if language_of(text) != self.language:
            faults.append(phrase(self.language, "language"))
        if sentence.checks["rewrite"] == "needed":
            runs = [text[a:b] for a, b in long_pieces(text, self.index.measure(text).runs, self.language)]
            faults.append(phrase(self.language, "copied", runs="; ".join(runs)))
        return Checked(sentence, tuple(dict.fromkeys(faults)))
