"""What a rule binds to, leaves free or recommends, predicate by predicate: none told as another of the same rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.links import keys_between
from synthesis.engine.drafting.guards.negations import marks_in
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.patterns import lazy_pattern

_KINDS = {
    "zh": lazy_pattern(
        r"(?P<must>应当|应该|必须|务必|强制(?!性)|责令|(?<!不)要求(?![的是较更不很越严])|有义务|(?<![供反适相对响呼感效回因理一本])应(?![急用对变邀届收聘征有声运酬答])|(?<![无不胡])须(?![要知]))"
        r"|(?P<may>(?<![只仅方才])可以|(?<![只仅])允许|准许|准予|有权|(?<![不许认尚均最宁只仅方才])可(?![能见谓靠持续贵观行穿降视控再及惜口吸支信比用怕喜疑燃回循重避达减增降提节省供望]))"
        r"|(?P<advice>鼓励|倡导|提倡|建议|推荐(?![的人])|呼吁)"
    ),
    "en": lazy_pattern(
        r"\b(?:(?P<must>must(?! have| not| never| be seen)|shall(?! not)|(?:is|are|be|been|were|was) (?:required|obliged|compelled|obligated) to|(?<!not )ha(?:s|ve) to|(?:oblig|requir|compel)(?:es|e|s|ed)(?= \w[\w' -]{1,40} to ))"
        r"|(?P<may>(?-i:may)(?! not| have| well| only)|(?:is|are|be) (?:allowed|permitted|free|entitled) to(?! only)|(?:allow|permit)(?:s|ed)?(?= \w[\w' -]{1,40} to )|lets(?= \w))"
        r"|(?P<advice>should(?! not| the| have)|ought to|(?:is|are|be|been) (?:advised|encouraged|recommended|urged) to|(?:advis|encourag|urg)(?:es|e|ed)(?= \w[\w' -]{1,40} to )|(?:recommend|suggest)(?:s|ed)? that))(?=\s)",
        re.IGNORECASE,
    ),
}
#: What a leave depends on is a duty: may sell on condition that they test.
_CONDITION = lazy_pattern(
    r"前提|为条件|方可|才可|才能|\b(?:on (?:the )?condition|provided|providing|if|unless|as long as|so long as|once|until|only)\b",
    re.IGNORECASE,
)
_ENOUGH, _APART = 0.6, 0.15
_TWO = 2


@lru_cache(maxsize=2048)
def duties(text: Passage) -> tuple[tuple[str, frozenset[str], str], ...]:
    """(kind, keys of what it bears on, wording) of each duty, leave and advice a passage tells without a denial."""
    found = []
    hits = list(_KINDS[text.language].finditer(text.text))
    for number, hit in enumerate(hits):
        clause = clause_at(text, hit.start())
        if clause is None or any(0 <= hit.start() - m.end() <= _TWO for m in marks_in(text, clause)):
            continue
        following = hits[number + 1].start() if number + 1 < len(hits) else clause.end
        end = min(clause.end, max(following, hit.end()))
        bound = _CONDITION.search(text.text, hit.end(), end)
        keys = keys_between(text, hit.end(), bound.start() if bound else end)
        if len(keys) >= _TWO:
            found.append((str(hit.lastgroup), keys, hit.group()))
    return tuple(found)


def duty_item_findings(case: Case) -> Iterator[Finding]:
    """Objections to leave or advice told as a duty, and to a duty told as either, of the same thing."""
    theirs = [item for text in case.evidence if text.language == case.sentence.language for item in duties(text)]
    for kind, keys, word in duties(case.sentence) if theirs else ():
        best = {k: max((_part(keys, t) for other, t, _ in theirs if other == k), default=0.0) for k in _NAMES}
        other = max(best, key=lambda k: best[k])
        if "must" in {kind, other} and other != kind and best[other] >= _ENOUGH and best[kind] < best[other] - _APART:
            strengthened = kind == "must"
            yield Finding("hedge", "fail" if strengthened else "check", "certainty" if kind == "must" else "permission", (word,))  # fmt: skip
            return


_NAMES = ("must", "may", "advice")


def _part(mine: frozenset[str], other: frozenset[str]) -> float:
    return len(mine & other) / len(mine)
