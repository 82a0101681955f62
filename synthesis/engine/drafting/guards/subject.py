"""Whether a statement has kept its subject: what the evidence says of B must not be said of A.

Looks only at subjects that the evidence itself names, in another clause; unknown names are the entity guard's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import Aligned, aligned
from synthesis.engine.drafting.guards.spelling import within
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.guards.voices import assenting
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, GENERIC_ZH
from synthesis.engine.drafting.lexicon.roles import ROLE_KEYS_EN
from synthesis.engine.patterns import lazy_pattern

_PRONOUN = lazy_pattern(
    r"其(?!中)|该|此|这|后者|前者|它|两者|二者|双方|\b(?:it|its|they|their|them|the (?:former|latter)|this|that|these|those|which|who|both|one|ones)\b",
    re.IGNORECASE,
)
_VERBS_EN = frozenset(
    (
        "is are was were be been has have had do does did will would can could may might must shall should grew rose fell "
        "saw reported showed remained became reached accounted made took led kept stood cost set went came"
    ).split()
)
_STRUCTURE_ZH = frozenset(
    "被 对 向 由 把 将 比 较 与 和 及 、 同 受 因 为 以 随着 由于 因为 据 使 令 让 通过 在".split()
)


_LONGEST = 4  # content words of a subject

_TOLD_BY = lazy_pattern(
    r"\s*[^,;]{3,70}? (?:said|says|warned|warns|found|finds|reported|reports|estimated|estimates|argued|argues|noted|notes|stated|states|concluded|concludes|expects|expected|believes|claims|claimed) that "
    r"|\s*[^,;]{3,70}? (?:attribut(?:ed|es)|ascrib(?:ed|es)|credit(?:ed|s)|blam(?:ed|es)) (?=the |its |their |this |an? )",
    re.IGNORECASE,
)
_GOES_ON = lazy_pattern(r"\s*[a-z]+(?:s|ed) (?:of|in|at|by|on|to|for|from|the|a|an|its|their)\b")


@lru_cache(maxsize=8192)
def _subject(text: Passage, clause: Clause) -> frozenset[str]:
    """Keys of the nouns before the first verb of a clause; empty when the clause begins with a preposition."""
    keys: set[str] = set()
    # An English clause without a verb is a piece of a list; what opens a sentence is its subject.
    said = text.language == "zh" or clause.start in {s for s, _ in text.sentences}
    if text.language == "en" and _GOES_ON.match(clause.text) and clause.start not in {s for s, _ in text.sentences}:
        return frozenset()  # …, survives of the chronicle
    told = _TOLD_BY.match(clause.text) if text.language == "en" else None
    for word in clause.words:
        if told and word.start < clause.start + told.end():
            continue
        low = word.text.lower()
        if text.language == "zh":
            if word.text in _STRUCTURE_ZH or (word.tag.startswith("v") and word.tag != "vn"):
                break
            if word.content and word.tag.startswith(("n", "j", "l", "b", "eng", "s", "z", "a")):
                keys.add(word.key)
        else:
            if low in _VERBS_EN or (
                keys and (low.endswith("ed") or (word.key in ROLE_KEYS_EN and not low.endswith("ing")))
            ):
                said = True
                break
            if word.content:
                keys.add(word.key)
            if low in {"by", "of", "in", "for", "with", "from", "to", "than", "that", "because", "due"}:
                said = True
                break
            if len(keys) > _LONGEST:
                break
    return frozenset(keys) if said else frozenset()


_SPEAKER = lazy_pattern(
    r"^[^，。；]{2,14}(?:的)?(?:统计|数据|报告|调查|监测|资料|记录)(?:显示|表明|说明)。?$|[把将][^，。；]{2,40}(?:归结为|归因于|归咎于|归功于|归之于)"
)


def subject_findings(case: Case) -> Iterator[Finding]:
    """Objections to statements of the evidence given to another subject of the evidence."""
    for clause in case.sentence.clauses:
        if _SPEAKER.search(clause.text):
            continue  # who says so: 田协的统计显示, 农牧局把减少归结为春旱
        near = [a for a in aligned(case)[clause.start] if a.score >= 0.6]
        subject = _subject(case.sentence, clause)
        bearer = _bearer(case, clause) if subject else None
        if bearer is not None:
            wrong = _wrong(case, clause, subject, bearer, loose=True)
            if wrong:
                own = "、".join(sorted(_specific(_subject(bearer.text, bearer.clause), bearer.text.language)))
                yield Finding("role", "fail", "subject", ("、".join(sorted(wrong)), own))
                return
        if not near or not subject:
            continue
        best = near[0]
        wrong = _wrong(case, clause, subject, best)
        wrong -= _subject(bearer.text, bearer.clause) if bearer is not None else frozenset()
        if wrong and not any(_holds(subject, wrong, a) for a in near[1:]):
            own = "、".join(sorted(_specific(_subject(best.text, best.clause) - clause.keys, best.text.language)))
            yield Finding("role", "fail", "subject", ("、".join(sorted(wrong)), own))
            return


def _specific(keys: frozenset[str], language: str) -> frozenset[str]:
    common = GENERIC_ZH if language == "zh" else COMMON_EN
    return frozenset(k for k in keys if k not in common)


def _bearer(case: Case, clause: Clause) -> Aligned | None:
    """The one evidence clause that has the figures of this clause, when there is just one."""
    figures = {(q.unit_class, abs(q.value)) for q in case.sentence.quantities if clause.start <= q.start < clause.end}
    if not figures:
        return None
    found = [
        Aligned(text, other, 1.0)
        for text in case.evidence
        for other in text.clauses
        if figures <= {(q.unit_class, abs(q.value)) for q in text.quantities if other.start <= q.start < other.end}
    ]
    return found[0] if len(found) == 1 else None


def _wrong(
    case: Case, clause: Clause, subject: frozenset[str], best: Aligned, *, loose: bool = False
) -> frozenset[str]:
    """The words of the subject that the evidence has only as the subject of other clauses, else empty."""
    language = best.text.language
    theirs = _specific(_subject(best.text, best.clause) - clause.keys, language)
    extra = _specific(subject - {w.key for w in best.clause.words}, language)
    if not theirs or not extra or _PRONOUN.search(best.clause.text) or _lead_in(best, extra):
        return frozenset()
    if not loose and not (clause.keys - subject) & best.clause.keys:
        return frozenset()
    elsewhere, agreed = frozenset[str](), frozenset[str]()
    for text in case.evidence:
        agreed |= assenting(text)
        for other in text.clauses:
            if other != best.clause:
                elsewhere |= _subject(text, other)
    wrong = extra & elsewhere - agreed
    return frozenset(
        w for w in wrong if language == "en" or not any(w in own or within(w, own, len(own)) for own in theirs)
    )


def _lead_in(best: Aligned, extra: frozenset[str]) -> bool:
    """Whether the clause before names the wider subject (topic) under which the best clause stands, uncontrasted."""
    before = [c for c in best.text.clauses_of(best.clause.sentence) if c.end <= best.clause.start]
    contrast = re.match(r"\s*(?:而|但|不过|然而|while|whereas|but)", best.clause.text)
    return not contrast and any(extra & _subject(best.text, c) for c in before) and not _parallel(best, before)


def _parallel(best: Aligned, before: list[Clause]) -> bool:
    """Whether the clause before says the same kind of thing (国产占30%，进口占70%), which makes a list of subjects."""
    last = before[-1]
    figures = [{q.unit_class for q in best.text.quantities if c.start <= q.start < c.end} for c in (last, best.clause)]
    return bool(figures[0] & figures[1])


def _holds(subject: frozenset[str], wrong: frozenset[str], other: Aligned) -> bool:
    return bool(wrong & {w.key for w in other.clause.words}) and other.score >= 0.6
