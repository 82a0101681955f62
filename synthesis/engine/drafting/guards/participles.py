"""English participles that only describe the noun before them: the pumps inspected failed, of the projects approved."""

from __future__ import annotations

import re

from synthesis.engine.drafting.guards.types import Clause
from synthesis.engine.patterns import lazy_pattern

_FINITE = (
    r"(?:is|are|was|were|has|have|had|does|did|will|would|can|could|may|might|must|should|remain(?:s|ed)?|met|came|fell"
    r"|rose|said|proved?|showed?|turned|failed)"
)
_PHRASE = r"(?:under|in|at|by|for|during|within|since|on|with|so far|to date|last|this)\b"
_FOLLOWED = lazy_pattern(
    rf"(?:\s{_PHRASE}(?:\s(?!(?:{_FINITE}|which|who|that|and|but)\b)[\w'’%-]+){{0,7}})?\s{_FINITE}\b", re.IGNORECASE
)
_OPENS = lazy_pattern(
    r"\s*(?:of|among|out of|for|across|with|unlike|like)\s(?:the|all|its|their|these|those|\d)", re.IGNORECASE
)
_NO_OBJECT = lazy_pattern(rf"\s*(?:$|{_PHRASE})", re.IGNORECASE)
_PARTICIPLE = lazy_pattern(r".*(?:ed|en|wn|ught|old|aid|uilt|ade|ent|ung|orn)$", re.IGNORECASE)


def describes(clause: Clause, start: int, end: int) -> bool:
    """Whether a participle at [start, end) of an English clause has no object and another verb behind it, or stands in the
    phrase that opens the clause."""
    before, participle = clause.text[: start - clause.start], clause.text[start - clause.start : end - clause.start]
    if not _PARTICIPLE.fullmatch(participle):
        return False
    rest = clause.text[end - clause.start :]
    return bool(_FOLLOWED.match(rest) or (_OPENS.match(before) and _NO_OBJECT.match(rest)))
