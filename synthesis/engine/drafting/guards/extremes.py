"""Who has the most: a greatest or least of the sentence beside the figures that the evidence lists of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import similarity
from synthesis.engine.drafting.guards.labels import Label, labels
from synthesis.engine.drafting.guards.nearness import comparable
from synthesis.engine.drafting.guards.types import Case, Clause, Finding
from synthesis.engine.patterns import lazy_pattern

_GREATEST = lazy_pattern(
    r"最[多大高](?!的?[一二三四五六七八九\d])|居首|首位|榜首|第一大|\b(?:(?:the|its|their) )?(?:biggest|largest|highest|most)\b(?! (?:recent|likely|[a-z]+ly)\b)",
    re.IGNORECASE,
)
_LEAST = lazy_pattern(
    r"最[少小低](?!的?[一二三四五六七八九\d])|末位|垫底|\b(?:smallest|lowest|fewest|least)\b(?<!at least)",
    re.IGNORECASE,
)
_SECOND = lazy_pattern(
    r"第[二三四五]|[其居]次|次[席之于多]|之一|\b(?:second|third|fourth|next|one of|among|after|behind)\b", re.IGNORECASE
)
_FEWEST = 3
_LEADING = frozenset("费用 支出 收入 投资 产量 销量 出口 进口 营收 面积 人数 数量 投入 占比 全年 其中".split())


def extreme_findings(case: Case) -> Iterator[Finding]:
    """Objections to a greatest or least that is another's by the figures of the evidence."""
    for clause in case.sentence.clauses:
        most, least = _GREATEST.search(clause.text), _LEAST.search(clause.text)
        if bool(most) == bool(least) or _SECOND.search(clause.text):
            continue
        word = "".join(m.group() for m in (most, least) if m)
        for group in _lists(case):
            best = max(group, key=lambda item: abs(item.quantity.value) * (1 if most else -1))
            told = [item for item in group if _own(item, group) & clause.keys]
            if len(told) == 1 and abs(told[0].quantity.value) != abs(best.quantity.value):
                near = _text_of(case, best)
                if not _said_otherwise(case, clause):
                    yield Finding("quantifier", "fail", "quantifier_strengthened", (word, near))
                    return


def _own(item: Label, group: list[Label]) -> frozenset[str]:
    """The keys that tell a figure of a list from all others of it; of the first, whose clause has the verb too, its name."""
    own = item.near.difference(*(other.near for other in group if other is not item))
    if item is not group[0] or len(own) == 1:
        return own
    return own & item.names or frozenset(k for k in own if not k.isascii() and k in item.last) - _LEADING or own


def _lists(case: Case) -> Iterator[list[Label]]:
    """Three or more figures of one kind and one date in one sentence of the evidence, each with words of its own."""
    for text in case.evidence:
        items = [item for item in labels(text) if item.quantity.high is None and item.quantity.unit_class != "ordinal"]
        for place in dict.fromkeys(item.place for item in items):
            here = [item for item in items if item.place == place]
            group = [item for item in here if comparable(item.quantity, here[0].quantity)]
            alike = len({(item.quantity.unit_class, item.date) for item in group}) == 1
            if len(group) >= _FEWEST and alike and len(group) == len(here) and all(_own(i, group) for i in group):
                yield group


def _text_of(case: Case, item: Label) -> str:
    for text in case.evidence:
        if item.place[0] == id(text):
            clause = next((c for c in text.clauses if c.start <= item.quantity.start < c.end), None)
            return clause.text.strip() if clause else item.quantity.text
    return item.quantity.text


def _said_otherwise(case: Case, clause: Clause) -> bool:
    """Whether the evidence itself calls something greatest or least in a clause like this one."""
    return any(_ranked(other) and similarity(clause, other) >= 0.3 for text in case.evidence for other in text.clauses)


def _ranked(clause: Clause) -> bool:
    return bool(_GREATEST.search(clause.text) or _LEAST.search(clause.text))
