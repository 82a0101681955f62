"""What the figures of a sentence all are parts of."""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine.drafting.guards.types import Passage
from synthesis.engine.patterns import lazy_pattern

_TOPIC = {
    "zh": lazy_pattern(
        r"(?:在|从|于)?(?P<of>[^，。；]{2,16}?)(?:当中|之中|中|里|内)(?=，|[^，。；]{0,12}?(?:占|有|为|达|超|约|近|[\d一二三四五六七八九]))"
    ),
    "en": lazy_pattern(r"\s*(?:of|among|out of)\s(?P<of>[^,;.]{3,60}?),", re.IGNORECASE),
}


@lru_cache(maxsize=2048)
def topic_keys(text: Passage) -> frozenset[str]:
    """Keys of what the figures of a sentence all are parts of (样本医院中, of the 48 mines inspected): they tell none apart."""
    found = frozenset[str]()
    for start, end in text.sentences:
        if match := _TOPIC[text.language].match(text.text, start, end):
            found |= text.content_keys(*match.span("of"))
    return found
