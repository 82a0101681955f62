"""前者 and 后者, the former and the latter, written out as the two they stand for, before any guard looks."""

from __future__ import annotations

import re

from synthesis.engine.drafting.lexicon.folding import sentence_spans
from synthesis.engine.patterns import lazy_pattern

_WORD = lazy_pattern(r"前者|后者|\bthe (?:former|latter)\b(?! \w+(?:er|or|s)\b)", re.IGNORECASE)
_NAME_ZH = r"[\u4e00-\u9fffA-Za-z0-9·]{2,14}?"
#: Two that a sentence sets side by side before what it says of both.
_PAIR = lazy_pattern(
    rf"(?:^|[，：])(?P<a>{_NAME_ZH})[与和同跟](?P<b>{_NAME_ZH})"
    r"(?=签|达成|合[作资]|共同|联合|宣布|就|[均都将在于已各是有两对为展则]|相比|之间|分别|组成|成立|订立|开展|建立|完成|走|采取|选择|[，。；])"
    r"|(?P<c>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4}) and (?:the )?(?P<d>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4})"
)


def pointed_out(text: str) -> str:
    """A text with each such word as the one of two names it stands for, where its sentence sets just one pair side by side."""
    if _WORD.search(text) is None:
        return text
    told, at = "", 0
    for start, end in sentence_spans(text):
        told += text[at:start] + _written_out(text[start:end])
        at = end
    return told + text[at:]


def _written_out(sentence: str) -> str:
    first = _WORD.search(sentence)
    pairs = list(_PAIR.finditer(sentence, 0, first.start())) if first else []
    if len(pairs) != 1:
        return sentence
    one, two = pairs[0]["a"] or pairs[0]["c"], pairs[0]["b"] or pairs[0]["d"]
    return _WORD.sub(lambda m: one if m.group().lower() in {"前者", "the former"} else two, sentence)
