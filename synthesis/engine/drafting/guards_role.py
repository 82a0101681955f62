"""Guard of roles: who does what to whom, and from where to where.

Voice and markers (被 由 对 向 把 将 by) are undone first, so that passive and active agree and only a true swap is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards_types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon_words import Word

_NOMINAL = ("n", "j", "eng", "r", "s", "z", "l", "b", "x")
_TO_PATIENT = frozenset("对 向 给 把 将 为 与 同 针对 对于 比 较".split())
_BY_AGENT = frozenset("被 由 受 遭 遭到 受到 经 获".split())
_SYMMETRIC = frozenset("与 和 同 合作 携手 联合 竞争 并列 结合".split())
_AUX_EN = frozenset("is are was were be been being has have had will would may might could can to".split())


@dataclass(frozen=True, slots=True)
class Act:
    """A predicate with the content words of its agent side and its patient side."""

    verb: str
    agents: frozenset[str]
    patients: frozenset[str]
    text: str


@lru_cache(maxsize=2048)
def acts(text: Passage) -> tuple[Act, ...]:
    """The predicates of a passage that have something on both sides."""
    read = _chinese_acts if text.language == "zh" else _english_acts
    return tuple(act for clause in text.clauses for act in read(clause) if act.agents and act.patients)


def _nominal(word: Word) -> bool:
    return word.content and (word.tag.startswith(_NOMINAL) or word.tag == "vn")


def _chinese_acts(clause: Clause) -> Iterator[Act]:
    for position, verb in enumerate(clause.words):
        if not verb.tag.startswith("v") or verb.tag == "vn" or len(verb.text) < 2 or not verb.content:
            continue
        agents: set[str] = set()
        patients: set[str] = set()
        left: set[str] = set()
        role = "left"
        passive = False
        for word in clause.words[:position]:
            if word.text in _TO_PATIENT and word.tag in {"p", "d", "v", "c"}:
                role = "patient"
            elif word.text in _BY_AGENT and word.tag in {"p", "v", "d"}:
                role, passive = "agent", True
            elif _nominal(word):
                {"left": left, "patient": patients, "agent": agents}[role].add(word.key)
        right = {w.key for w in clause.words[position + 1 :] if _nominal(w)}
        if passive:
            patients |= left | (right if not left else set())
        else:
            agents |= left
            patients |= right
        yield Act(verb.key, frozenset(agents - patients), frozenset(patients - agents), clause.text.strip())


def _english_acts(clause: Clause) -> Iterator[Act]:
    words = clause.words
    for position, verb in enumerate(words):
        low = verb.text.lower()
        if not verb.content or low in _AUX_EN:
            continue
        left = {w.key for w in words[:position] if w.content}
        right_words = words[position + 1 :]
        by = next((i for i, w in enumerate(right_words) if w.text.lower() == "by"), None)
        passive = (
            by is not None
            and low.endswith(("ed", "en", "n", "t", "ht"))
            and any(w.text.lower() in _AUX_EN for w in words[max(0, position - 3) : position])
        )
        if passive and by is not None:
            agents = {w.key for w in right_words[by + 1 :] if w.content}
            patients = left | {w.key for w in right_words[:by] if w.content}
        else:
            agents, patients = left, {w.key for w in right_words if w.content}
        yield Act(verb.key, frozenset(agents - patients), frozenset(patients - agents), clause.text.strip())


def role_findings(case: Case) -> Iterator[Finding]:
    """Objections to agents and patients, or starts and ends, that have changed places."""
    theirs = [act for text in case.evidence for act in acts(text)]
    for mine in acts(case.sentence):
        same = [other for other in theirs if other.verb == mine.verb]
        if (
            same
            and all(_swapped(mine, other) for other in same if _related(mine, other))
            and any(_swapped(mine, other) for other in same)
        ):
            yield Finding("role", "fail", "role", (mine.text,))
            break
    yield from _markers(case)
    yield from _paths(case)


def _related(mine: Act, other: Act) -> bool:
    return bool((mine.agents | mine.patients) & (other.agents | other.patients))


def _swapped(mine: Act, other: Act) -> bool:
    crossed = mine.agents & other.patients, mine.patients & other.agents
    straight = len(mine.agents & other.agents) + len(mine.patients & other.patients)
    return all(crossed) and len(crossed[0]) + len(crossed[1]) > straight


_FROM_TO_ZH = re.compile(
    r"(?:从|由|自)(?P<a>[^，。；：]{1,16}?)(?:逐步|逐渐|加快|加速|成功|全面|进一步|持续|不断)?(?:转向|走向|迈向|转变为|转变成|转化为|升级为|过渡到|扩展到|扩展至|延伸至|延伸到|发展到|发展为|变为|提高到|提升到|提升至|提高至|增至|增长到|增长至|升至|降至|下降到|下降至|降到|减少到|减少至|转移到|转移至|向|到|至)(?P<b>[^，。；：]{1,16})"
)
_FROM_TO_EN = re.compile(r"\bfrom\s+(?P<a>[^.,;:]{1,40}?)\s+(?:to|towards?|into)\s+(?P<b>[^.,;:]{1,40})", re.IGNORECASE)


def _paths(case: Case) -> Iterator[Finding]:
    pattern = _FROM_TO_ZH if case.sentence.language == "zh" else _FROM_TO_EN
    theirs = [_ends(text, m) for text in case.evidence for m in pattern.finditer(text.text)]
    for match in pattern.finditer(case.sentence.text):
        start, end = _ends(case.sentence, match)
        if not start or not end:
            continue
        for other_start, other_end in theirs:
            crossed = bool(start & other_end) and bool(end & other_start)
            if crossed and len(start & other_end) + len(end & other_start) > len(start & other_start) + len(
                end & other_end
            ):
                yield Finding("role", "fail", "path", (match.group(),))
                return


def _ends(text: Passage, match: re.Match[str]) -> tuple[frozenset[str], frozenset[str]]:
    return _mentions(text, *match.span("a")), _mentions(text, *match.span("b"))


def _mentions(text: Passage, start: int, end: int) -> frozenset[str]:
    words = {w.key for w in text.words if w.content and start <= w.start and w.end <= end}
    words |= {str(abs(q.value.normalize())) for q in text.quantities if start <= q.start < end}
    words |= {d.text.strip() for d in text.dates if start <= d.start < end}
    return frozenset(words)


_MARKER_ZH = re.compile(
    r"(?P<a>[^，。；：]{1,20}?)(?P<m>对|向|给|被|由|为|比|较|替代|取代|代替|优先于|依赖|支持|领先)(?P<b>[^，。；：]{1,24})"
)


def _markers(case: Case) -> Iterator[Finding]:
    """`A对B` against `B对A` where the verb differs or was not recognised as one."""
    if case.sentence.language != "zh":
        return
    theirs = [(m["m"], *_ends(text, m)) for text in case.evidence for m in _all_markers(text.text)]
    for match in _all_markers(case.sentence.text):
        start, end = _ends(case.sentence, match)
        for mark, other_start, other_end in theirs:
            if mark != match["m"] or not start or not end:
                continue
            crossed = len(start & other_end), len(end & other_start)
            if all(crossed) and not start & other_start and not end & other_end:
                yield Finding("role", "fail", "role", (match.group(),))
                return


def _all_markers(text: str) -> Iterator[re.Match[str]]:
    position = 0
    while match := _MARKER_ZH.search(text, position):
        yield match
        position = match.end("m")
