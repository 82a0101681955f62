"""Writing one point: claim, fused evidence, what limits it; then order and connectives.

Not for planning (`plan`) and not for wording single sentences (`realise`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from synthesis.engine.drafting.compose_joined import Joiner, Written, copied
from synthesis.engine.drafting.conflicts import Conflict, likeness
from synthesis.engine.drafting.evidence.facts import Fact
from synthesis.engine.drafting.evidence.units import Unit, holds_back
from synthesis.engine.drafting.planning import aspects as plan_aspects
from synthesis.engine.drafting.planning import cluster
from synthesis.engine.drafting.planning import titles as plan_titles
from synthesis.engine.drafting.planning.fit import heading_key, scores
from synthesis.engine.drafting.planning.plan import PlanPoint, claim_of, same_claim, telling
from synthesis.engine.drafting.realise import Realiser, Sentence
from synthesis.engine.drafting.rewriting.fluency_zh import is_good_noun
from synthesis.engine.drafting.verify import RANK
from synthesis.engine.patterns import lazy_pattern

_LEAST = 3  # a point of fewer is filled up with sentences that share more, marked as still to be reworded
_MOST = 6  # sentences of a point; a paragraph longer than that is two
# The share of a paragraph that may stand in long runs, names and figures included, the usual length of a paragraph and
# that of a short one, what one sentence of a paragraph that would else be too short may share, and that paragraph.
_RATIO, _USUAL, _SHORT, _EXTRA, _FILLED = 0.15, 120, 70, 32, 0.4
_RATIO_EN, _FILLED_EN = 0.5, 0.8  # names and terms alone fill runs of thirteen letters: two English words
# A sentence of which more is copied fills no short English paragraph, and the letters it may bring: it is marked as still to be
# reworded, and a paragraph of one sentence with its evidence listed below it serves nobody.
_WHOLE_EN, _EXTRA_EN = 0.9, 180
_KIN = 1.5
_ALIKE = 0.3  # with two figures and more of another sentence, and none else, it is that sentence again
_AGAIN = 0.6  # of an earlier point
_KINDRED = 0.15  # without figures, and with the end of a clause of another sentence (仍然高度依赖进口), it is that, too
_PREDICATE = 5  # characters of that end
_PLENTY = 8  # units of a point beyond which what shows nothing of its aspect is not told
# By kind of unit: what it is worth telling (1 most), and its place in a paragraph.
_WEIGHT = {"policy": 1.0, "change": 0.9, "cause": 0.8, "comparison": 0.8, "list": 0.6, "figure": 0.5, "quotation": 0.3}
_WEIGHT |= {"definition": 0.2, "opinion": 0.2}
_RANK = {"definition": 0, "cause": 1, "list": 1, "quotation": 1, "policy": 2, "change": 3, "comparison": 3, "figure": 3}
_RANK |= {"opinion": 4}

_WHOLE_MARKET = lazy_pattern(
    r"(?:截至[^，]{4,8}，)?(?:\d{4}年，?)?(?:我国|中国|全国|全球|国内)[\u4e00-\u9fff]{2,10}(?:市场|产业|行业)(?:的)?(?:总?规模|总额|总量)"
)
_TITLED = lazy_pattern(r"《[^》]*》")
_CAME_AFTER = lazy_pattern(r"[^，]{4,40}(?:实施|出台|发布|施行|印发)(?:之?后|以来)，|(?:Since|After|Once|Following) ")

_LACKING = lazy_pattern(
    r"([\u4e00-\u9fff]{4})(?:[仍还尚也均都]|依然|仍然|相对|比较|较为?|十分|严重|明显|非常|极为|略显)*(?:不足|薄弱|缺乏|短缺|匮乏|欠缺|滞后)"
)

Duplicates = Mapping[tuple[str, int], tuple[str, ...]]


def _figures(text: str) -> set[str]:
    """The figures of a sentence but its years."""
    return {f.rstrip(".,") for f in re.findall(r"\d[\d.,]*", text)} - set(re.findall(r"\b(?:19|20)\d\d(?=年|\b)", text))


def _first_year(text: str) -> int:
    """The first year a Chinese sentence names outside titles, 0 for none."""
    found = re.search(r"(?:19|20)\d\d(?=年)", _TITLED.sub("", text))
    return int(found.group(0)) if found else 0


def _predicates(text: str) -> set[str]:
    """The ends of the clauses of a Chinese sentence, and what it says is lacking; empty for other text."""
    lacking = {f"{thing}不足" for thing in _LACKING.findall(text)}
    return lacking | set(re.findall(rf"[\u4e00-\u9fff]{{{_PREDICATE}}}(?=[，；。])", text))


class PointWriter:
    """Writes one point of a plan. `units` are the usable units of its excerpts, in order of excerpts."""

    def __init__(
        self,
        realiser: Realiser,
        units: Sequence[Unit],
        duplicates: Duplicates,
        conflicts: Sequence[Conflict],
        heading: str = "",
    ) -> None:
        self.realiser = realiser
        self.units = list(units)
        self.duplicates = duplicates
        self.conflicts = conflicts
        self.heading = heading_key(heading)
        self.title = ""  # of the point being written
        self.newest = 0  # the latest year with which one of its sentences begins
        self.placed = frozenset(u.excerpt_id for u in units)  # the excerpts of all points
        self.number = 0  # of the point in its section: each begins with another connective
        self.may_point = True  # set False where the section has pointed to unworded excerpts already
        self.told: list[Sentence] = []  # the claim of the point being written
        self.before: Sequence[str] = ()  # the sentences of earlier points
        self.refused: set[str] = set()  # excerpts a unit of which was tried and could not be worded
        self.disputed = frozenset(v.text for c in conflicts for v in c.values)
        rows = cluster.tf_idf([u.text for u in units], realiser.language)
        self.near = np.asarray(rows @ rows.T) if units else np.zeros((0, 0))
        self.central = self.near.mean(axis=1) if units else np.zeros(0)
        self.order = {id_: i for i, id_ in enumerate(dict.fromkeys(u.excerpt_id for u in units))}

    def write(self, point: PlanPoint, cited: frozenset[str] = frozenset()) -> tuple[list[Sentence], list[str]]:
        """The sentences of the point, and the excerpts that could only be pointed to or not be used at all; `cited`
        are those that earlier points rest on."""
        self.title = point.title
        claim, claim_unit = self._claim(point)
        if claim is not None and not point.claim and self._told_before(claim):
            claim, claim_unit = None, None
        self.told = [claim] if claim else []
        body = [Written(s, None) for s in self._conflict_sentences(point)]
        covered = {c for w in body for c in w.sentence.cites} | set(claim.cites if claim else ())
        body += self._fused(covered)
        for w in body:
            covered |= set(w.sentence.cites)
        body += self._evidence(claim_unit, covered, _MOST - 1 - len(body))
        if claim is not None and claim_unit is not None:  # a claim people wrote stays in front
            body, claim = [*body, Written(claim, claim_unit)], None
        sentences = self._arranged(claim, body)
        used = {c for s in sentences for c in s.cites}
        left = [i for i in point.excerpt_ids if i not in used | cited]
        pointed = self._indicative(left) if self.may_point and not sentences else None
        return sentences + ([pointed] if pointed else []), left

    def _cites(self, unit: Unit) -> tuple[str, ...]:
        return (unit.excerpt_id, *self.duplicates.get((unit.excerpt_id, unit.start), ()))

    def _claim(self, point: PlanPoint) -> tuple[Sentence | None, Unit | None]:
        told = telling(self.units, self.title, self.realiser.language, self.heading)  # what is disputed opens no point
        found = claim_of(
            [u for u in told if not any(f.phrase in self.disputed for f in u.facts)],
            self.realiser,
            point.title.split("的")[0] if "的" in point.title else "",
        )
        if point.claim and (found is None or not same_claim(point.claim, found[1])):
            mine = sorted(self.order, key=lambda i: -likeness(point.claim, self.realiser.texts[i]))[:3]
            theirs = self.realiser.checked(point.claim, sorted(mine, key=self.order.__getitem__), "claim")
            if theirs is not None:
                return self._on_the_least(theirs, mine), None
        if found is None:
            return None, None
        return self.realiser.claim(found[0], self._cites(found[0])), found[0]

    def _on_the_least(self, claim: Sentence, alike: Sequence[str]) -> Sentence:
        """The claim without those excerpts that it stands without as well; `alike` are its excerpts, the most alike first."""
        for id_ in reversed(alike):
            rest = [c for c in claim.cites if c != id_]
            fewer = self.realiser.checked(claim.text, rest, claim.kind) if rest else None
            if fewer is not None and RANK[fewer.state] <= RANK[claim.state]:
                claim = fewer
        return claim

    def _conflict_sentences(self, point: PlanPoint) -> list[Sentence]:
        """A conflict is told where the first of its excerpts that stand in a point does, those over one measure at several times in one sentence."""
        groups: dict[str, list[Conflict]] = {}
        for conflict in self.conflicts:
            if next((c for c in conflict.cites if c in self.placed), "") in point.excerpt_ids:
                groups.setdefault(conflict.name, []).append(conflict)
        out = []
        for group in groups.values():
            times = [self._when(conflict) for conflict in group]
            fused = (
                self.realiser.from_conflicts(group, times) if len(set(filter(None, times))) == len(group) > 1 else None
            )
            told = [fused] if fused else map(self.realiser.from_conflict, group, times)
            out += [sentence for sentence in told if sentence]
        return out

    def _when(self, conflict: Conflict) -> str:
        """The time of a conflict as the material writes it; "" when undated."""
        values = {v.text for v in conflict.values}
        facts = [f for u in self.units for f in u.facts if f.time == conflict.time and f.time]
        found = (f.time_text for f in sorted(facts, key=lambda f: f.phrase not in values))
        return next(found, conflict.time)

    def _fused(self, covered: set[str]) -> list[Written]:
        """Levels of one measure at several times, told by different excerpts, as one sentence."""
        groups: dict[tuple[str, str, str], list[tuple[Unit, Fact]]] = {}
        for unit in self.units:
            if len(unit.facts) == 1 and unit.excerpt_id not in covered and not unit.attribution:
                fact = unit.facts[0]
                if fact.subject and fact.indicator and fact.time and not fact.change:
                    groups.setdefault((fact.subject, fact.indicator, fact.unit_class), []).append((unit, fact))
        out = []
        for pairs in groups.values():
            if len({u.excerpt_id for u, _ in pairs}) > 1:
                cites = tuple(dict.fromkeys(c for u, _ in pairs for c in self._cites(u)))
                sentence = self.realiser.from_facts([f for _, f in pairs], cites, "evidence")
                if sentence and sentence.state == "supported":
                    out.append(Written(sentence, pairs[0][0]))
        return out

    def _evidence(self, claim_unit: Unit | None, covered: set[str], room: int) -> list[Written]:
        """Each excerpt once by its best unit, those first that share nothing; then what the paragraph has room for."""
        first = next((i for i, u in enumerate(self.units) if u is claim_unit), None)
        # What goes with the claim goes first.
        kin: list[float] = [0.0] * len(self.units) if first is None else self.near[first].tolist()
        ranked = sorted(
            (i for i, u in enumerate(self.units) if u is not claim_unit),
            key=lambda i: (-round(self._worth(i) + _KIN * kin[i], 9), i),
        )
        out: list[Written] = []
        fitting = telling(self.units, self.title, self.realiser.language, self.heading, _PLENTY)
        least, most = (0.0, _RATIO) if self.realiser.language == "zh" else (0.75 * _RATIO_EN, _RATIO_EN)
        own = {id(u) for u in fitting}
        rounds = ((False, least, own), (False, most, own), (True, least, own))
        everything = {id(u) for u in self.units}  # for a point of few sentences, what lies beside its title too
        for again, share, among in (*rounds, (False, most, everything), (False, 1.0, own), (False, 2.0, own)):
            for i in ranked:
                unit = self.units[i]
                if id(unit) not in among:
                    continue
                written = len(out) + len(self.told) + (_MOST - 1 - room)
                if (written >= _LEAST and (share == 1.0 or among is everything)) or (share == 2.0 and written):
                    break
                if len(out) >= room or any(w.unit is unit for w in out) or (not again and unit.excerpt_id in covered):
                    continue
                if again and (self._worth(i) < 0.9 or self._said(unit, out, claim_unit)):
                    continue
                sentence = self._worded(unit, out, share)
                if sentence is None:
                    self.refused.add(unit.excerpt_id)
                elif sentence.state != "unsupported" and not self._repeats(sentence, out):
                    out.append(Written(sentence, unit))
                    covered |= set(sentence.cites)
        return out

    def _worded(self, unit: Unit, out: Sequence[Written], share: float) -> Sentence | None:
        """The unit as a sentence with which no more than `share` of the paragraph stands in long runs; else quoted."""
        before = [*self.told, *(w.sentence for w in out)]
        size = sum(len(s.text) for s in before) + len(unit.text)
        spent = sum(map(copied, before))
        scale = 1 if self.realiser.language == "zh" else 3  # letters that say what a character says
        slack = max(0, round(share * max(scale * _USUAL, size)) - spent)
        if share == 1.0:
            filled = _FILLED if scale == 1 else _FILLED_EN
            extra = _EXTRA if scale == 1 else _EXTRA_EN
            slack = min(max(0, round(filled * max(scale * _SHORT, size)) - spent), extra)
        elif share > 1.0:  # one sentence, so that the point is not empty
            slack = min(_EXTRA, len(unit.text) // 2) if scale == 1 else size
        skip = frozenset(f.phrase for f in unit.facts) & self.disputed
        kind = "contrast" if unit.limiting else "evidence"
        sentence = self.realiser.from_unit(
            unit, self._cites(unit), kind, skip, slack, whole=share == 0.0, beside=[s.text for s in before]
        )
        if scale > 1 and share < 2.0 and sentence is not None and sentence.ratio > _WHOLE_EN:
            return None
        if sentence is not None and kind == "contrast" and unit.language == "zh" and not holds_back(sentence.text):
            sentence = replace(sentence, kind="evidence")  # what limited it is not told
        if sentence is None and share and not any("“" in w.sentence.text for w in out):
            sentence = self.realiser.quoting(unit, self._cites(unit), slack)
        return sentence

    def _worth(self, i: int) -> float:
        unit = self.units[i]
        length = len(unit.text) if unit.language == "zh" else len(unit.text) / 3
        worth = _WEIGHT.get(unit.kind, 0.3) + 0.8 * bool(unit.facts) + 1.5 * float(self.central[i])
        worth += self._fit(unit.text) + 0.3 * (self._aspect(unit.text) or 0.0)
        return worth - (0.5 if length > 110 or length < 14 else 0.0)

    def _fit(self, text: str) -> float:
        """More for what speaks the language of the section's heading, less for what speaks another's."""
        if not self.heading:
            return 0.0
        found = scores(text)
        own, other = found[self.heading], max(v for k, v in found.items() if k != self.heading)
        return 0.15 * min(own, 3) - 0.3 * max(0, min(other - own, 3))

    def _aspect(self, text: str) -> float | None:
        """How much of what the point's title names stands in the text, 0–1; None when it names no aspect."""
        strength = plan_aspects.strength_of(text, self.title, self.realiser.language, self.heading)
        return None if strength is None else min(strength, 2.0) / 2

    def _said(self, unit: Unit, out: Sequence[Written], claim: Unit | None) -> bool:
        """Whether the excerpt has had its share, or a duplicate of the unit was told."""
        mine = sum(1 for w in out if w.unit is not None and w.unit.excerpt_id == unit.excerpt_id)
        told = any(w.unit is not None and w.unit.excerpt_id in self._cites(unit)[1:] for w in out)
        return mine >= 2 or told or (claim is not None and claim.excerpt_id in self._cites(unit)[1:])

    def _repeats(self, sentence: Sentence, out: Sequence[Written]) -> bool:
        # Statements without figures of their own repeat each other sooner than those that tell different numbers.
        most = 0.75 if re.search(r"\d", sentence.text) else 0.3 if self.realiser.language == "zh" else 0.62
        told = [s.text for s in (*self.told, *(w.sentence for w in out))]
        figures = _figures(sentence.text)
        same = (t for t in told if len(figures) > 1 and figures <= _figures(t))
        if any(likeness(sentence.text, t) > most for t in told) or any(
            likeness(sentence.text, t) > _ALIKE for t in same
        ):
            return True
        if self._told_before(sentence):
            return True
        return not figures and any(
            _predicates(sentence.text) & _predicates(t) and likeness(sentence.text, t) > _KINDRED for t in told
        )

    def _told_before(self, sentence: Sentence) -> bool:
        """Whether an earlier point says the same: with the same figures sooner."""
        figures = _figures(sentence.text)
        return any(
            likeness(sentence.text, t) > (_ALIKE if figures and figures <= _figures(t) else _AGAIN) for t in self.before
        )

    def _arranged(self, claim: Sentence | None, body: Sequence[Written]) -> list[Sentence]:
        """General, policy, figures, voices; what limits last. Without a claim the first sentence takes its place."""
        ordered = sorted(body, key=self._place)
        if claim is None and ordered:
            told = [w.sentence.text for w in ordered if w.unit is not None and w.unit.modality == "asserted"]
            self.newest = max(map(_first_year, told), default=0)  # forecasts make no statement old
            first = max(ordered, key=self._leads_in)  # the first of equals
            kind = first.sentence.kind
            claim = replace(first.sentence, kind="claim" if kind == "evidence" else kind)
            ordered = [w for w in ordered if w is not first]
            ordered = [self._as_evidence(w) for w in ordered]
        if claim is None:
            return []
        return Joiner(self.realiser, self.number).connected([claim], ordered)

    def _leads_in(self, written: Written) -> float:
        """How well a sentence opens a paragraph: what is generally so before single figures, the whole before a part."""
        unit, sentence = written.unit, written.sentence
        if unit is None:
            return -3.0
        plain = _TITLED.sub("", sentence.text)
        worth = 2.0 * (not re.search(r"\d", plain)) + 1.0 * (sentence.kind == "claim")
        worth += 1.5 * bool(_WHOLE_MARKET.match(sentence.text)) + 1.5 * (self._aspect(plain) or 0.0)
        rules = 0.5 if self.heading == "P" else -1.5  # what is laid down opens a section on rules, no other
        worth += {"policy": rules, "opinion": -3.0}.get(unit.kind, 0.0)
        planned = (unit.kind == "policy" and self.heading == "P") or bool(_WHOLE_MARKET.match(sentence.text))
        foretold = unit.modality == "hedged" and not planned
        worth -= 1.5 * (0 < _first_year(sentence.text) < self.newest - 3)
        worth -= 1.5 * foretold + 1.5 * bool(_CAME_AFTER.match(sentence.text))
        return worth - 0.5 * (sentence.kind == "contrast")

    def _as_evidence(self, written: Written) -> Written:
        """What was to be the claim, behind another."""
        if written.sentence.kind != "claim":
            return written
        limiting = written.unit is not None and written.unit.limiting
        return replace(written, sentence=replace(written.sentence, kind="contrast" if limiting else "evidence"))

    def _place(self, written: Written) -> tuple[int, int, int, int]:
        unit = written.unit
        if unit is None:
            return (0, 3, 99, 0)  # a conflict stands behind the figures
        rank = _RANK.get(unit.kind, 1) + (unit.modality != "asserted" and bool(unit.facts))
        limits = int(unit.limiting and written.sentence.kind == "contrast")
        return (limits, rank, self.order.get(unit.excerpt_id, 0), unit.start)

    def _indicative(self, left: Sequence[str]) -> Sentence | None:
        """One line that names what the excerpts without a sentence speak of; None when they name nothing."""
        topics: dict[str, list[str]] = {}
        for unit in self.units:
            topic = plan_titles.topic_of(unit) if unit.excerpt_id in left else ""
            if topic and unit.excerpt_id not in {c for ids in topics.values() for c in ids}:
                topics.setdefault(topic, []).append(unit.excerpt_id)
        chosen = [t for t in topics if self.realiser.language != "zh" or is_good_noun(t)][:2]
        if not chosen:
            return self._as_it_stands(left)
        return self.realiser.indicative(chosen, [c for t in chosen for c in topics[t]])

    def _as_it_stands(self, left: Sequence[str]) -> Sentence | None:
        """The worthiest statement of excerpts that can neither be worded with few shared words nor named, as far as it can
        be reworded; one told by another excerpt too comes last."""
        ranked = sorted(
            range(len(self.units)), key=lambda i: (len(self._cites(self.units[i])), -round(self._worth(i), 9), i)
        )
        for unit in (self.units[i] for i in ranked if self.units[i].excerpt_id in left):
            cites, kind = self._cites(unit), "contrast" if unit.limiting else "evidence"
            skip = frozenset(f.phrase for f in unit.facts) & self.disputed
            worded = self.realiser.from_unit(unit, cites, kind, skip, len(unit.text), whole=False)
            if told := worded or self.realiser.as_it_stands(unit, cites):
                return told
        return None
