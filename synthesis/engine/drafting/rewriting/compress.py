"""Shorter wordings of a sentence: asides, examples and whole clauses left out, never what limits the statement.

A clause may go only when what remains says no more than the sentence did: conditions, concessions, negations,
hedges and restrictions stay. Not for wording; see `zh` and `en`.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.facts import noun_phrase_end
from synthesis.engine.drafting.evidence.words import words_of
from synthesis.engine.patterns import lazy_pattern

_KEEP_ASIDE = lazy_pattern(r"[不非除仅含未无]|以内|[市县]、|except|only|not|excluding", re.IGNORECASE)
_BOUND = lazy_pattern(
    r"^(?:如果|若|假如|一旦|虽然|尽管|即使|只有|除非|除了|当|在|随着|由于|因为|为了|为|通过|对于|对|根据|按照|受|与|相比|相较|针对|面对|从|自|到|截至|据|以|作为|但|不过|然而|却|而不|不|未|仅|只|除)"
)
_LEAN = lazy_pattern(
    r"^(?:并|且|也|还|又|更|从而|进而|以|以便|使得?|令|让|有助于|有利于|为|因此|因而|同时|其中|包括|如|例如|比如|尤其是?|特别是|甚至|即|即便|也就是|可谓|是|其|该|这|此|而)"
)


def without_asides(text: str) -> str:
    """`text` without its parentheses, unless one limits or counts ("（不含…）", "（15%）" stays)."""

    def one(match: re.Match[str]) -> str:
        if re.match(r"[（(](?:数据来源|资料来源|来源|以下简称|下称|简称|详见|见图|见表)", match.group(0)):
            return ""
        return match.group(0) if _KEEP_ASIDE.search(match.group(0)) or re.search(r"\d", match.group(0)) else ""

    return (
        re.sub(r"（[^（）]{1,60}）|\((?=[A-Za-z ,;.-]{2,60}\))[^()]*\)", one, text)
        .replace("  ", " ")
        .replace(" ,", ",")
    )


def shorter(text: str) -> list[tuple[str, int]]:
    """Chinese wordings with clauses left out and what each leaves out (counted in characters); the fullest first."""
    clauses = text.split("，")
    out: list[tuple[str, int]] = []
    for size in range(len(clauses) - 1, 0, -1):
        for low in range(len(clauses) - size + 1):
            kept = clauses[low : low + size]
            if _stands(kept, clauses[:low], clauses[low + size :]):
                out.append(("，".join(kept), len(text) - sum(map(len, kept))))
    for low in range(1, len(clauses) - 1):
        if re.match(
            r"(?:包括|如(?!果|何|今|同|期|此)|例如|比如|尤其是?|特别是)", clauses[low]
        ):  # an example may go, a statement not
            kept = clauses[:low] + clauses[low + 1 :]
            if _droppable(clauses[low]) and _stands(kept, [], []) and not _LEAN.match(clauses[low + 1]):
                out.append(("，".join(kept), len(clauses[low])))
    return sorted(set(out), key=lambda pair: (pair[1], pair[0]))


def _droppable(clause: str) -> bool:
    if re.search(r"(?:[^其]中|之中|以内|范围内?|领域|市场上?|方面|地区)$", clause):
        return False  # of what the rest is told
    if re.search(r"\d{4}年", clause) and len(clause) < 14:
        return False  # a date bounds what follows
    return not re.search(r"[不未没无非]|可能|预计|有望|但|然而|仅|只|除|尚|如果|若|一旦|虽然|尽管|因|由于|即使", clause)


_PREDICATE_ON = lazy_pattern(r"均|都|皆|一律|方[可能]|才|可以?|应当?|须|必须|不得|需要?|将(?!会?在)")


def _stands(kept: list[str], before: list[str], after: list[str]) -> bool:
    """Whether the kept clauses make a sentence that is whole and says no more than the full one."""
    if not all(map(_droppable, before)) or not all(map(_droppable, after)):
        return False
    if any(
        re.search(r"的同时|的基础上|的过程中|的情况下|的背景下|的前提下|之后$|以后$|之际", clause) for clause in after
    ):
        return False
    if re.match(r"(?:到|截至|自|在|于)[^，]{1,14}(?:末|底|年|月|时|期间|起|前|后)$", kept[-1]):
        return False  # 到“十四五”末: the time of what is gone
    if re.search(r"[^，]*就[^，]{2,24}(?:问题|事宜|一案|事项|议题)$", kept[-1]):
        return False  # 就缺陷问题: what is done about it is gone
    if after and _PREDICATE_ON.match(after[0]) and "的" in kept[-1]:
        return False  # 符合要求的银行，均可申请: what is kept would be a subject without its verb
    if after and re.match(r"即|包括|分别|一是|主要有|其中|例如|如", kept[-1]):
        return False  # the rest of what it enumerates would be gone
    if after and re.search(r"是|成为|意味着", after[-1]) and not any(noun_phrase_end(c) for c in after):
        return False  # what is kept would be the subject of what is dropped
    if before and not all(_FRAMES.match(c) for c in before):
        return False  # what is kept is told of what went before, be it only its place or time
    if before and (
        not noun_phrase_end(kept[0])
        or _LEAN.match(kept[0])
        or any(_BOUND.match(c) for c in before if not c.startswith(("随着", "作为", "近年来")))
    ):
        return False
    if before and re.match(r"(?:其|该|这|此|它|前者|后者)", kept[0]):
        return False
    if _BOUND.match(kept[-1]) and len(kept) == 1 and not noun_phrase_end(kept[0]):
        return False
    if (
        re.search(
            r"(?:虽然|尽管|不仅|不但|既|一方面|由于|因为|只有|除了|如果|若|即使|无论|不论|一是|首先|随着|通过|为了|根据|面对|针对|作为|对于)",
            "".join(kept[-1:]),
        )
        and after
    ):
        return False
    if any(kept[-1].startswith(word) for word in ("当", "在", "随着", "对于")) and not re.search(
        r"，", "，".join(kept)
    ):
        return len(words_of(kept[-1])) > 6 and not after
    return _has_predicate("，".join(kept))


_FRAMES = lazy_pattern(
    r"(?:随着|伴随|近年来|近些年|作为|长期以来|在[^，]*(?:背景下|过程中|推动下|带动下|支持下|驱动下|时代)$)"
)


def _has_predicate(text: str) -> bool:
    """Whether a clause has a verb after a subject."""
    for clause in text.split("，"):
        end = noun_phrase_end(clause)
        if end and any(w.tag[0] == "v" or w.tag in {"a", "zg"} for w in words_of(clause) if w.start >= end):
            return True
    return False
