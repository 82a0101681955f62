"""Sentences of a point set one behind the other: connectives where the relation is certain, in English also whose statement
it is, each form once and where least is copied. Not for choosing or ordering sentences; see `compose_point`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from synthesis.engine.drafting.evidence.units import Unit
from synthesis.engine.drafting.frames import text as frames_text
from synthesis.engine.drafting.quantities.find import find_quantities
from synthesis.engine.drafting.realise import Realiser, Sentence
from synthesis.engine.drafting.rewriting import en as rewrite_en
from synthesis.engine.drafting.rewriting.fluency_en import strange as strange_en
from synthesis.engine.drafting.rewriting.fluency_zh import strange
from synthesis.engine.drafting.rewriting.parse_en import parsed
from synthesis.engine.drafting.rewriting.verbs_known_en import nouns_too, verb_forms
from synthesis.engine.patterns import lazy_pattern

_SUBJECT = 50  # letters of a subject behind which a connective may stand
_NOW = lazy_pattern(r"(?:目前|当前|现阶段|如今|现今|近年来)，")
_TURN = lazy_pattern(
    r"，(?:但|不过|然而|却)|^(?:不过|但|然而|尽管|虽然)|\b(?:but|however|yet|whereas|although|while)\b", re.IGNORECASE
)
_GIVEN = lazy_pattern(r"(?:如果|若|一旦|假如|只要|只有|业内|专家|预计)|[^，]{2,12}(?:预计|认为|预期|预测|表示)")
# Whose statement a sentence is, said in it.
_TELLS_WHO = lazy_pattern(
    r"\b(?:according to|in the view of|reports?|reported|finds?|found|estimates?|estimated|as [^,]* (?:show|record|state)s?|(?:say|argue|warn|complain|believe|fear|hold|claim|expect|predict|conclude|object)(?:s|ed)?)\b",
    re.IGNORECASE,
)
_LED_EN = r"(?:Every|Each|Among|Between|By|In|At|From|Since|Under|Until|With|After|Before|Over|Owing|Once|Thanks|To|Within|For|Of|According|As)\b[^,]{2,60}, "


@dataclass(frozen=True)
class Written:
    """A sentence with the unit it came from (None for conflict and indicative ones)."""

    sentence: Sentence
    unit: Unit | None


def copied(sentence: Sentence) -> int:
    """Counted characters of a sentence that stand in long runs."""
    return round(sentence.ratio * sum(c.isalnum() for c in sentence.text))


def _behind_subject(text: str) -> int | None:
    """Where the verb of a sentence that opens with its subject begins, code points; None where that cannot be read."""
    read = parsed(text.rstrip("."))
    if read is None or read.clauses[0].low or read.clauses[0].subject[0]:
        return None
    verb = read.clauses[0].group[0]
    if read.tags[verb] == "V" and any(base in nouns_too() for base, _ in verb_forms().get(read.tokens[verb].low, ())):
        return None  # farmers replacing diesel pumps …: it may be a noun
    return read.tokens[verb].start


class Joiner:
    """Joins the sentences of one point, the `number`th of its section."""

    def __init__(self, realiser: Realiser, number: int = 0) -> None:
        self.realiser = realiser
        words = frames_text.CONNECTIVES[realiser.language]
        self.words = {r: (*w[number % len(w) :], *w[: number % len(w)]) if w else () for r, w in words.items()}

    def connected(self, told: list[Sentence], rest: Sequence[Written]) -> list[Sentence]:
        """Connectives put where the relation is certain, none twice, never two sentences running unless it turns."""
        used: set[str] = set()
        last_had = True
        figures_begun = limits_begun = False
        turns = bool(told) and told[0].kind != "contrast"
        for written in rest:
            unit, sentence = written.unit, written.sentence
            relation = ""
            sentence = self._without_now(sentence, told)
            turned = bool(_TURN.search(sentence.text) or _TURN.search(told[-1].text))
            if unit is not None and sentence.kind == "contrast" and not limits_begun and turns and not turned:
                relation, limits_begun = "contrast", True
            elif (
                unit is not None
                and unit.kind in {"figure", "change", "comparison"}
                and re.search(r"\d", sentence.text.split("，")[0] if self.realiser.language == "zh" else sentence.text)
                and any(q.unit_class not in {"count", "number", "ordinal"} for q in find_quantities(sentence.text))
                and not figures_begun
                and sentence.kind == "evidence"
                and not frames_text.names_its_matter(sentence.text, self.realiser.language)
                and not _GIVEN.match(sentence.text)
            ):
                relation, figures_begun = "figure", True
            elif not last_had and sentence.kind in {"evidence", "contrast"}:
                relation = "add"
            turns = unit is not None and sentence.kind != "contrast"  # however follows what it can turn from
            leads = self._leads(sentence, used) if relation == "figure" and self.realiser.language == "zh" else ()
            choice = next((c for c in (*leads, *self.words.get(relation, ())) if c and c not in used), "")
            joined = self._with(choice, sentence) if choice else None
            if self.realiser.language == "en" and unit is not None and sentence.kind in {"evidence", "contrast"}:
                joined, choice = self._attributed(sentence, used, joined, choice)
            last_had = joined is not None
            if joined is not None:
                used.add(choice)
            told.append(joined or sentence)
        return told

    def _without_now(self, sentence: Sentence, told: Sequence[Sentence]) -> Sentence:
        """The sentence without 目前 or its kin at the front, when one before opened so; the same where that says less."""
        if not _NOW.match(sentence.text) or not any(_NOW.match(s.text) for s in told):
            return sentence
        shorter = self.realiser.checked(_NOW.sub("", sentence.text, count=1), sentence.cites, sentence.kind)
        return shorter if shorter is not None and shorter.state == sentence.state else sentence

    def _leads(self, sentence: Sentence, used: Collection[str]) -> tuple[str, ...]:
        """What may lead in a figure: what it is about; in English whose statement it is, each form and source once."""
        if self.realiser.language == "zh":
            return (frames_text.lead_of(sentence.text, "zh"),)
        names = {frames_text.publisher(self.realiser.sources.get(c, "")) for c in sentence.cites}
        if len(names) != 1 or "" in names or _TELLS_WHO.search(sentence.text):
            return ()
        name = names.pop()
        if name.lower() in sentence.text.lower() or any(name in u for u in used) or " " not in name:
            return ()
        forms = {found.lastindex for u in used if (found := frames_text.SAYING_FORM.search(u))}
        return tuple(
            lead.format(name)
            for i, lead in enumerate(frames_text.SAYING, 1)
            if i not in forms and not (name.endswith("Report") and "report" in lead)
        )

    def _attributed(
        self, sentence: Sentence, used: Collection[str], joined: Sentence | None, choice: str
    ) -> tuple[Sentence | None, str]:
        """The sentence with whose statement it is, when less of it is copied then than behind the connective."""
        best, how = joined, choice
        for lead in self._leads(sentence, used):
            made = self._with(lead, sentence)
            if made is not None and (best is None or made.ratio < best.ratio):
                best, how = made, lead
        return best, how

    def _with(self, connective: str, sentence: Sentence) -> Sentence | None:
        """The sentence behind a connective, measured and verified again; None when it cannot follow one."""
        language = self.realiser.language
        # Behind a connective a sentence that opens with an adverbial of its own would stumble.
        if language == "zh" and re.search(r"尽管|虽然|^[^，]{1,7}，", sentence.text):
            return None
        if language == "en" and re.match(_LED_EN, sentence.text):
            return None
        if sentence.text.startswith(frames_text.NO_CONNECTIVE_BEFORE[language]):
            return None
        text = sentence.text
        if language == "en":
            lowered = rewrite_en.lowered(text)
            text = self.realiser.settled(connective + (lowered or ""))[len(connective) :]
            if lowered is None or rewrite_en.UNSURE in text:
                return None
        if strange(connective + text) if language == "zh" else strange_en(connective + text + "."):
            return None
        named = frames_text.SAYING_FORM.search(connective) if language == "en" else None
        glossary = tuple(filter(None, named.groups())) if named else ()
        joined = self.realiser.checked(connective + text, sentence.cites, sentence.kind, glossary)
        inside = self._inserted(connective, sentence, glossary) if language == "en" else None
        if joined is None or joined.state != sentence.state:
            return inside
        return inside if inside and copied(inside) < copied(joined) else joined

    def _inserted(self, connective: str, sentence: Sentence, glossary: Sequence[str]) -> Sentence | None:
        """The sentence with the connective behind its subject: parcel lockers, moreover, cut costs; English only."""
        at = _behind_subject(sentence.text)
        word = connective.rstrip(", ")
        if (
            at is None
            or at > _SUBJECT
            or re.match(r"(?:There|It|This|These|They)\b", sentence.text)
            or word in {"Yet", "Even so"}
            or not connective.endswith(", ")
        ):
            return None
        text = f"{sentence.text[:at].rstrip()}, {word[:1].lower()}{word[1:]}, {sentence.text[at:]}"
        if strange_en(text):
            return None
        made = self.realiser.checked(text, sentence.cites, sentence.kind, glossary)
        return made if made and made.state == sentence.state else None
