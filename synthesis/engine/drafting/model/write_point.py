"""One point by a model: write, check, repair what failed, at most three times; then an optional judge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from synthesis.engine.drafting.evidence.units import language_of
from synthesis.engine.drafting.model.answers import (
    WrittenSentence,
    read_judgements,
    read_repairs,
    read_sentences,
)
from synthesis.engine.drafting.model.asking import asked
from synthesis.engine.drafting.model.checking import Checked, Checker
from synthesis.engine.drafting.model.prompts import Evidence, Standing, judge_prompt, repair_prompt, write_prompt
from synthesis.engine.drafting.model.talk import Answer, AnswerUnusable, Ask, ModelFailed
from synthesis.engine.drafting.planning.plan import PlanPoint
from synthesis.engine.drafting.realise import Sentence

ROUNDS = 3
MOST = 6  # sentences of a point


class PointByModel:
    """Writes points from `evidence` (excerpt id to what the model sees of it); `standing` is what they say so far."""

    def __init__(
        self,
        checker: Checker,
        evidence: Mapping[str, Evidence],
        ask: Ask,
        heading: str,
        register: str,
        standing: Sequence[Standing] = (),
    ) -> None:
        self.checker = checker
        self.language = checker.language
        self.evidence = evidence
        self.ids = {e.number: i for i, e in evidence.items()}
        self.ask = ask
        self.heading, self.register, self.standing = heading, register, standing
        self.remarks: dict[str, str] = {}

    def write(self, point: PlanPoint, *, judged: bool) -> list[Sentence]:
        """The point's sentences in order, every one cited; those still unsupported are marked by their state."""
        shown = list(self.evidence.values())
        prompt = write_prompt(
            self.heading, point.title, point.claim, shown, self.language, self.register, MOST, self.standing
        )
        first = asked(self.ask, prompt, self._read, self.language)
        slots: list[list[Checked]] = [[self._checked(w)] for w in first]
        for _ in range(ROUNDS):
            faulty = {f"S{n}": slot for n, slot in enumerate(slots, 1) if any(c.faults for c in slot)}
            if not faulty or not self._repair(point, faulty):
                break
            slots = [faulty.get(f"S{n}", slot) for n, slot in enumerate(slots, 1)]
        sentences = [c.sentence for slot in slots for c in slot if c.sentence.cites and self._right_language(c)]
        sentences = list({s.text: s for s in sentences}.values())[: MOST + 2]
        return self._judged(sentences) if judged and sentences else sentences

    def _read(self, answer: Answer) -> list[WrittenSentence]:
        written = read_sentences(answer, list(self.ids))
        if not any(w.numbers for w in written):
            raise AnswerUnusable("shape")
        if sum(language_of(w.text) != self.language for w in written) * 2 > len(written):
            raise AnswerUnusable("language")
        return written[:MOST]

    def _checked(self, written: WrittenSentence) -> Checked:
        return self.checker.check(written, [self.ids[n] for n in written.numbers])

    def _right_language(self, checked: Checked) -> bool:
        return language_of(checked.sentence.text) == self.language

    def _repair(self, point: PlanPoint, faulty: dict[str, list[Checked]]) -> bool:
        """Asks for new wordings and keeps those that are better; whether anything changed."""
        told = {
            id_: (" ".join(c.sentence.text for c in slot), [f for c in slot for f in c.faults])
            for id_, slot in faulty.items()
        }
        prompt = repair_prompt(point.title, told, list(self.evidence.values()), self.language)
        try:
            new = asked(
                self.ask, prompt, lambda answer: read_repairs(answer, list(faulty), list(self.ids)), self.language
            )
        except ModelFailed:
            return False  # what is there stays, with its marks
        changed = False
        for id_, wordings in new.items():
            checked = [self._checked(w) for w in wordings]
            if _worst(checked) < _worst(faulty[id_]):
                faulty[id_], changed = checked, True
        return changed

    def _judged(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """Sentences the judge does not find supported are to be checked by a person; what it says is kept."""
        numbers = {i: e.number for i, e in self.evidence.items()}
        asked_for = {
            f"S{n}": (s.text, [numbers[c] for c in s.cites])
            for n, s in enumerate(sentences, 1)
            if s.state == "supported"
        }
        if not asked_for:
            return list(sentences)
        prompt = judge_prompt(asked_for, list(self.evidence.values()), self.language)
        try:
            against = asked(self.ask, prompt, lambda a: read_judgements(a, list(asked_for)), self.language)
        except ModelFailed:
            return list(sentences)  # an opinion that cannot be had takes nothing from the guards' verdict
        out = []
        for n, sentence in enumerate(sentences, 1):
            if f"S{n}" in against:
                self.remarks[sentence.text] = against[f"S{n}"]
                sentence = replace(sentence, state="check", checks={**sentence.checks, "judge": "check"})
            out.append(sentence)
        return out


def _worst(checked: Sequence[Checked]) -> tuple[int, int, int]:
    """The cost of a wording in one or more sentences; a withdrawn sentence (none) costs less than a faulty one."""
    return max((c.cost for c in checked), default=(0, 0, 0))
