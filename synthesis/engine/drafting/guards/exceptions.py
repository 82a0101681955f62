"""What holds of all but some, or of some alone: who is excepted must not be told as included, nor the other way round.

除X外都…, all but X, only X does not: each says of X the opposite of what it says of the others. What a sentence says of X is
compared with that, in whatever form it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.negation import DENIAL, NO_DENIAL, WITHHELD
from synthesis.engine.drafting.lexicon.opposites import opposites_in
from synthesis.engine.patterns import lazy_pattern

_TO_VERB = r"(?=[,.;]|$|\s(?:must|ha(?:s|ve|d)|are|is|was|were|will|can|may|should|needs?|d(?:o|id|oes)|fell|rose|grew|met|passed|failed|agreed|voted)\b)"
_BUT = {
    "zh": lazy_pattern(
        r"除了?(?P<x>[^，。；]{1,24}?)(?:之外|以外|外)(?!还|也|又|尚|另)，?(?=[^。；]*(?:均|都|皆|其[他余它]|各|全部|所有|一律|不|未|没|无))(?![^，。；]*(?:还|也|亦|另|又|尚有))"
        r"|(?:只有|唯有|唯独|仅)(?P<y>[^，。；]{1,20}?)(?:例外|除外)|(?P<z>[^，。；]{2,20}?)除外"
    ),
    "en": lazy_pattern(
        rf"\b(?:except(?:ing)?(?: for)?|apart from|other than|with the exception of|all (?:[\w-]+ )?but|every \w+ but|unless (?:they|it|he|she) (?:was|were|is|are|had|has|have)) (?P<x>[^,.;]{{3,70}}?){_TO_VERB}",
        re.IGNORECASE,
    ),
}
_NUMBER_OF = lazy_pattern(
    r"\s*(?:one|two|three|four|five|six|\d+)(?: of)?\b|[^，。；]{0,2}[一二两三四五六七八九十\d]+[个家名人项条所座种]?$"
)
_ONLY = {
    "zh": lazy_pattern(
        r"(?<!不)(?:只有|唯有|唯独|仅有|(?<!不)仅(?!占|为|有|次|限|剩))(?!少数|部分|个别|极少|少量|几)(?![^，。；]*(?:例外|除外))(?P<x>[^，。；\d]{2,24})"
    ),
    "en": lazy_pattern(
        rf"\b(?:only|(?:provided|as long as|if) (?:that )?(?:they|it|he|she) (?:was|were|is|are|had|has|have)) (?!\d|half|about|if|when|after|one|two|a\b)(?P<x>[^,.;]{{3,70}}?){_TO_VERB}",
        re.IGNORECASE,
    ),
}
_WITH = {
    "zh": lazy_pattern(r"(?:包括|包含|连同|连)(?P<x>[^，。；]{1,24}?)(?:在内|也|都)"),
    "en": lazy_pattern(rf"\b(?:including|as well as) (?P<x>[^,.;]{{3,70}}?){_TO_VERB}", re.IGNORECASE),
}
_EVERY = {
    "zh": lazy_pattern(r"(?<![平人日月年户亩])均(?![价线值衡])|(?<!首)都(?!市)|皆|全都|全部(?!的)|所有|一律|无一例外"),
    "en": lazy_pattern(
        r"^\s*(?:(?:in|on|by|at|for) [^,]{1,20}, ?)?(?:all|every|each|both)\b|\b(?:in|for|of|to) (?:all|every) (?!but)",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of some: their keys, the keys of the rest of the clause, +1 where it holds of them, and of the others
    (0: not told), the clause."""

    part: frozenset[str]
    rest: frozenset[str]
    part_sign: int
    others_sign: int
    clause: Clause


@lru_cache(maxsize=1024)
def told_of_some(text: Passage) -> tuple[Told, ...]:
    """The exceptions, restrictions and inclusions of a passage."""
    found = []
    kinds = ((_BUT, -1, 1), (_ONLY, 1, -1), (_WITH, 1, 1))
    for start, end in text.sentences:
        for pattern, part, others in kinds:
            for match in pattern[text.language].finditer(text.text, start, end):
                told = _read(text, match, part, others, (start, end))
                if told is not None:
                    found.append(told)
    return tuple(found)


def _read(text: Passage, match: re.Match[str], part: int, others: int, span: tuple[int, int]) -> Told | None:
    group = next(name for name, value in match.groupdict().items() if value)
    if _NUMBER_OF.match(match[group]):
        return None  # all but two: who they are is not told
    low, high = match.span(group)
    words = [w for w in text.words if low <= w.start < high and w.content]
    clauses = [c for c in text.clauses if span[0] <= c.start < span[1]]
    clause = next((c for c in clauses if c.start <= match.start() < c.end), None)
    if clause is None or not words:
        return None
    if part > 0 and others < 0 and text.language == "zh":  # 只有乙公司未交货: up to what is said of it
        stop = next((w.start for w in words[1:] if w.tag.startswith(("v", "d", "a"))), high)
        stop = text.text.find("的", low + 2, stop) if "的" in text.text[low + 2 : stop] else stop
        stop = min([stop, *(m.start() for m in DENIAL["zh"].finditer(text.text, low, high))])
        words, high = [w for w in words if w.start < stop], stop
    scope = clause
    if (part < 0 or others > 0) and _alone(match, clause):
        scope = next((c for c in clauses if c.start >= match.end() - 1), clauses[max(0, clauses.index(clause) - 1)])
    keys = frozenset(w.key for w in words) if text.language == "en" else _pairs(text.text[low:high])
    rest = frozenset(w.key for w in scope.words if w.content and (w.end <= low or high <= w.start)) - keys
    if not keys or not rest:
        return None
    cut = (0, 0) if part > 0 and others < 0 else (match.start() - scope.start, match.end() - scope.start)
    sign = _sign(scope.text, text.language, cut)
    return Told(keys, rest, part * sign, others * sign, scope)


def _pairs(part: str) -> frozenset[str]:
    """The pairs of characters of a Chinese phrase: its words are not cut alike everywhere (除镇北, 镇北)."""
    return frozenset(part[i : i + 2] for i in range(len(part) - 1)) or frozenset({part})


def _alone(match: re.Match[str], clause: Clause) -> bool:
    """Whether an exception fills its clause, so that what it is excepted from stands in the next."""
    return len(clause.text.strip()) <= len(match.group().strip(" ，")) + 1


def _sign(clause: str, language: str, cut: tuple[int, int] = (0, 0)) -> int:
    """−1 where a clause denies, the words of the exception itself left out."""
    left = clause[: max(0, cut[0])] + " " + clause[max(0, cut[1]) :]
    told = DENIAL[language].finditer(NO_DENIAL[language].sub(lambda m: "_" * len(m.group()), left))
    return -1 if sum(1 for _ in told) % 2 else 1


@lru_cache(maxsize=64)
def alike(case: Case) -> frozenset[int]:
    """Where the clauses begin that tell of an exception what the evidence tells of it, from whichever side."""
    theirs = [t for text in case.evidence for t in told_of_some(text) if t.part_sign != t.others_sign]
    return frozenset(
        one.clause.start
        for one in told_of_some(case.sentence)
        for told in theirs
        if one.part_sign == told.part_sign
        and one.others_sign == told.others_sign
        and _like(one.part, told.part)
        and _same_matter(case.sentence, one.clause, one.rest, told)
    )


def exception_findings(case: Case) -> Iterator[Finding]:
    """Objections to sentences that tell of an exception what the evidence tells of the others, or the other way round."""
    language = case.sentence.language
    theirs = [t for text in case.evidence if text.language == language for t in told_of_some(text)]
    theirs = [t for t in theirs if t.part_sign != t.others_sign]
    mine = told_of_some(case.sentence)
    for told in theirs:
        for one in mine:
            alike = _like(one.part, told.part) and _same_matter(case.sentence, one.clause, one.rest, told)
            if alike and one.part_sign != told.part_sign:
                yield _objection(one.clause, told)
                return
        for clause in case.sentence.clauses:
            if any(one.clause == clause for one in mine) or not _plain(clause, language):
                continue
            keys = frozenset(w.key for w in clause.words if w.content)
            named = keys if language == "en" else _pairs(clause.text)
            sign = _sign(clause.text, language)
            if _EVERY[language].search(clause.text) and not named & told.part:
                wrong = not mine and (sign != told.others_sign or _without_exception(case, clause, told))
            else:
                wrong = told.part <= named and len(told.part) > 1 and sign != told.part_sign
            if wrong and _same_matter(case.sentence, clause, keys - told.part, told):
                yield _objection(clause, told)
                return


def _without_exception(case: Case, clause: Clause, told: Told) -> bool:
    """Whether all of them are told to do what the evidence says that some do not: no part is named by any other word, and
    no figure of the evidence counts them."""
    said = case.sentence.text
    if told.part_sign == told.others_sign or _APART.search(said) or not _plain(clause, case.sentence.language):
        return False
    known = {abs(q.value) for text in case.evidence for q in text.quantities}
    counted = [q for q in case.sentence.quantities if q.unit_class in {"count", "number"}]
    return all(abs(q.value) not in known for q in counted)


def _objection(clause: Clause, told: Told) -> Finding:
    code = "negation_dropped" if told.part_sign < 0 else "negation_added"
    return Finding("polarity", "fail", code, (clause.text.strip(), told.clause.text.strip()))


def _like(one: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(one & other) > min(len(one), len(other)) and 2 * len(one & other) >= max(len(one), len(other)) - 1


def _plain(clause: Clause, language: str) -> bool:
    """Whether a clause says what it says without exempting, limiting or setting anything apart in other words."""
    return not (WITHHELD[language].search(_BEFORE.sub("", clause.text)) or _APART.search(clause.text))


_BEFORE = lazy_pattern(r"[只仅]")
_APART = lazy_pattern(
    r"例外|另|除|唯|免|而非|不同|\b(?:waiv\w+|exempt\w*|except\w*|other|others|unlike|differ\w*|optional|free|alone|rest|instead|contrast|whereas|while)\b",
    re.IGNORECASE,
)


_BOUND = lazy_pattern(r"不[低高少多大小]于|不超|\b(?:no|not) (?:less|more|fewer|lower|higher)\b", re.IGNORECASE)


def _same_matter(text: Passage, clause: Clause, rest: frozenset[str], told: Told) -> bool:
    """Whether two clauses say the same of somebody: most of the fewer words in common, no pole of one turned in the other."""
    if not rest or 2 * len(rest & told.rest) < min(len(rest), len(told.rest)):
        return False
    if bool(_BOUND.search(clause.text)) != bool(_BOUND.search(told.clause.text)):
        return False  # 不低于6%: neither a denial nor the same pole
    poles = {(h.axis, h.sign) for h in opposites_in(clause.text, text.language)}
    return not any(
        (h.axis, -h.sign) in poles and (h.axis, h.sign) not in poles
        for h in opposites_in(told.clause.text, text.language)
    )
