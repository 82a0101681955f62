"""What part of a counted whole the evidence has for what a clause of the sentence tells: 96 of 640 farms, 291 of 340 patients."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.measured import Measured, measured, side_keys
from synthesis.engine.drafting.guards.nearness import COARSE, comparable, tells
from synthesis.engine.drafting.guards.reckoning import BY
from synthesis.engine.drafting.guards.types import Case, Clause, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

_NO_COUNT = frozenset({"percent", "point", "fold", "ordinal", "months", "seconds", "age", "discount", "celsius"})
_OF_WHOLE = {
    "zh": lazy_pattern(r"其中|[中里内](?=，|[^，。；]{0,6}有|[^，。；]{0,4}\d)|共|总|全[市省县国区村镇乡厂校院部球体]|对.{0,24}调查|受访|接受调查|样本|名下|旗下"),
    "en": lazy_pattern(r"\b(?:of|among|out of|from|survey\w*|sampl\w+|polled|interviewed|asked|total\w*|in all|altogether|has|had|have|with|runs?|operates?|owns?|comprises?)\b", re.IGNORECASE),
}  # fmt: skip
_NEXT_OF = lazy_pattern(r"[^,.;\d]{0,20}\b(?:out of|of)\b[^,.;\d]{0,16}", re.IGNORECASE)
_AMONG = lazy_pattern(r"[^，。；\d]{0,10}[中里](?:，?有)?")  # 31个省份中有27个
_NEGATIVE = lazy_pattern(
    r"[没未不无非](?!足|到|少)|\b(?:not|no|never|none|neither|un\w{4,}|fail\w*|miss\w*|lack\w*|without|declin\w+|refus\w+)\b|n't\b",
    re.IGNORECASE,
)
_REST = lazy_pattern(
    r"其余|余下|剩余|剩下|其他|另外|\b(?:remaining|rest|others?|remainder|other than|except)\b", re.IGNORECASE
)
#: Keys that tell a part, not what it is a part of.
_PART_WORD = lazy_pattern(
    r"=?(?:minor\w*|major\w*|vast|overwhelm\w*|small|most|many|few|half|bulk|handful|share|proportion|part|fraction|only|just|total|number)|[大小少多]?部分|[大少多]数|绝大\w*|个别|半数|过半|数量|比例|占比|占|受访|接受|参与|所有|全部|一切|均|都",
    re.IGNORECASE,
)
_BUT = lazy_pattern(r"除(?:了|去)?[^，。；\d]{0,4}$|\b(?:but|except(?: for)?|bar|save)\s$", re.IGNORECASE)
_THAN = lazy_pattern(r"less|more|few\w*|over|under")
_BOUND = 8
_TOLD = 0.5
_SENTENCES = 200
_LEADS = 2.0


@dataclass(frozen=True, slots=True)
class Proportion:
    """A part of a whole in per cent and the wording of both."""

    share: Decimal
    wording: str


@lru_cache(maxsize=2048)
def _parts(text: Passage) -> tuple[tuple[Measured, Measured], ...]:
    """The counted parts of a passage, each with its whole."""
    items = [m for m in measured(text) if m.label.quantity.unit_class not in _NO_COUNT and not m.change and m.value > 0]
    pairs = [(part, whole) for part in items if (whole := _whole(text, part, items)) is not None]
    named = {
        whole.label.quantity.start
        for part, whole in pairs
        if _NEXT_OF.fullmatch(text.text, part.label.quantity.end, whole.label.quantity.start)
    }
    return tuple(pair for pair in pairs if pair[0].label.quantity.start not in named)  # 14 of 230: of no other whole


def _whole(text: Passage, part: Measured, items: list[Measured]) -> Measured | None:
    here = part.label.quantity
    larger = [m for m in items if comparable(m.label.quantity, here) and m.value > part.value]
    for item in larger:
        there = item.label.quantity
        if there.start > here.end and _NEXT_OF.fullmatch(text.text, here.end, there.start):
            return item
        if here.start > there.end and _AMONG.fullmatch(text.text, there.end, here.start):
            return item
    before = [m for m in larger if 0 < here.start - m.label.quantity.end <= _SENTENCES]
    if not before:
        return None
    whole = max(before, key=lambda m: m.value)
    at = whole.label.quantity
    begin = max(text.sentence_span(at.start)[0], at.start - 24)
    told = text.text[begin : at.start] + text.text[at.end : here.start + 1]
    return whole if _OF_WHOLE[text.language].search(told) else None


@lru_cache(maxsize=512)
def proportion(case: Case, clause: Clause) -> Proportion | None:
    """The part of which a clause of the sentence speaks, None where the evidence counts none or several may be meant."""
    figures = sorted((q.start, q.end) for q in case.sentence.quantities if clause.start <= q.start < clause.end)
    edges = [clause.start, *(x for span in figures for x in span), clause.end]
    mine = side_keys(case.sentence, tuple(zip(edges[::2], edges[1::2], strict=True)))
    bounds = {w.key for w in clause.words if any(0 < start - w.end < _BOUND for start, _ in figures)}
    mine = frozenset(k for k in mine if not _PART_WORD.fullmatch(k) and not (k in bounds and _THAN.fullmatch(k)))
    scored = sorted(_scored(case, clause, mine), key=lambda x: -x[0])
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0] and scored[0][1].share != scored[1][1].share):
        return None
    return scored[0][1]


def _scored(case: Case, clause: Clause, mine: frozenset[str]) -> Iterator[tuple[float, Proportion]]:
    if _REST.search(clause.text):
        return  # of the others, whom the evidence need not count
    for text in (t for t in case.evidence if t.language == case.sentence.language):
        pairs = [(part, whole, *_told_of(text, part, whole)) for part, whole in _parts(text)]
        for part, whole, keys, known in pairs:
            rest = whole.value - part.value  # the others of one whole are told in the same words, denied
            others = known.union(*(k for p, w, k, _ in pairs if p is not part and (w is not whole or p.value != rest)))
            predicate = mine - known
            told, content = predicate & keys - others, clause.keys & predicate
            words = {
                k for k in content if k in keys or any(k[i : i + 2] in keys for i in range(len(k) - 1) if k[0] > "z")
            }
            if not told or not content or len(words) < _TOLD * len(content):
                continue
            share = 100 * part.value / whole.value
            at = clause_at(text, part.label.quantity.start)
            if at is not None and _denies(clause.text, text.text) != _denies(at.text, case.sentence.text):
                share = 100 - share
            if _BUT.search(text.text, max(0, part.label.quantity.start - 16), part.label.quantity.start):
                share = 100 - share  # all but two
            wording = f"{part.label.quantity.text.strip()} / {whole.label.quantity.text.strip()}"
            first = next((w.key for w in clause.words if w.content), "")
            leads = _LEADS if first in keys - others else 0.0  # what the clause opens with is what has the part
            yield len(told) + leads + len(words) / len(content), Proportion(share, wording)


def _told_of(text: Passage, part: Measured, whole: Measured) -> tuple[frozenset[str], frozenset[str]]:
    """What a part and its whole are told of; in an English clause with both, by what stands before and after them."""
    here, there = part.label.quantity, whole.label.quantity
    clause = clause_at(text, here.start)
    if text.language == "zh" or clause is None or not clause.start <= there.start < clause.end:
        return part.keys, whole.keys
    if there.start > here.start:  # 12 out of 18 insurers reimburse it
        words = [w for w in clause.words if w.content and w.start >= there.end]
        cut = words[0].end if words else there.end
        return side_keys(text, ((clause.start, here.start), (cut, clause.end))), side_keys(text, ((there.end, cut),))
    stop = min((q.start for q in text.quantities if q.start > here.start and comparable(q, here)), default=clause.end)
    return side_keys(text, ((here.end, min(stop, clause.end)),)), side_keys(text, ((clause.start, here.start),))


def _denies(told: str, other: str) -> bool:
    """Whether a wording denies with other words than the other text has too (不可移动文物)."""
    return any(told[m.start() : m.end() + 2] not in other for m in _NEGATIVE.finditer(told))


def fraction_holds(case: Case, quantity: Quantity) -> bool | None:
    """Whether a part in words (more than a quarter, 不到一半) is true of what its clause speaks of; None where untold."""
    clause = clause_at(case.sentence, quantity.start)
    if clause is None or quantity.unit_class != "percent" or not COARSE.search(quantity.text):
        return None
    told = proportion(case, clause)
    if told is None:
        return None
    value = abs(quantity.value)
    if BY.search(case.sentence.text, max(0, quantity.start - 16), quantity.start):
        return None  # 高出一成: by how much, no part
    if quantity.qualifier in {"over", "at_least"}:
        return told.share >= value
    if quantity.qualifier in {"under", "at_most"}:
        return told.share <= value
    return tells(quantity, told.share, reckoned=True)


def too_much(told: set[str], wording: str, share: Decimal) -> bool:
    """Whether a part in per cent is not what a clause says with a word for all, most, many or few."""
    if "all" in told:
        return share < 100
    if "most" in told:
        return share <= 50 or (share < 60 and _VAST.search(wording) is not None)
    if "few" in told:
        return share > 50 or (share >= 34 and _HANDFUL.search(wording) is not None)
    return "many" in told and share < 20


_VAST = lazy_pattern(
    r"绝大|几乎(?:所有|全部|都|每)|\b(?:vast|overwhelming|great|huge|large) majority\b|\b(?:almost|nearly|virtually|practically) (?:all|every)",
    re.IGNORECASE,
)
_HANDFUL = lazy_pattern(
    r"极少|寥寥|屈指可数|个别|凤毛麟角|\b(?:handful|hardly any|scarcely any|isolated)\b", re.IGNORECASE
)
