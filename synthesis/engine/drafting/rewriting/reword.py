"""Rewording one sentence until it shares no long run with its sources: candidates, best first.

Structural rules give wordings; in each the shared runs are broken by the fewest, cheapest vetted swaps near
their middles; clauses are left out only when that does not suffice. Deterministic. Meaning is checked by the
caller with `verify`; nothing here may be used unverified.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from synthesis.engine.drafting.evidence.flaws import subjectless
from synthesis.engine.drafting.rewriting import edits_zh as rewrite_edits_zh
from synthesis.engine.drafting.rewriting import zh as rewrite_zh
from synthesis.engine.drafting.rewriting.clauses_zh import clause_wordings, joined_otherwise
from synthesis.engine.drafting.rewriting.compress import shorter, without_asides
from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.drafting.rewriting.search_en import wordings as wordings_en
from synthesis.engine.drafting.rewriting.shares import RUN, Wording, cost, size
from synthesis.engine.overlap.runs import RunIndex
from synthesis.engine.patterns import lazy_pattern

_STEPS = 24
_KEPT = 24
_SHORTER = 2  # of the wordings with clauses left out, those that are reworded clause by clause as well


def reword(sentence: str, index: RunIndex, language: str) -> list[Wording]:
    """Wordings of `sentence` (with or without its full stop; returned without), best first, at most `_KEPT`."""
    core = without_asides(sentence.strip()).rstrip("。.；;！!").strip("， ")
    if language == "en":
        return wordings_en(core, index)[:_KEPT]
    if not re.match(r"若|如果|一旦|当", core):
        core = re.sub(r"^([^，]{2,14}?)则(?=[\u4e00-\u9fff]{2})(?!上|为|是)", r"\1", core)
    found: dict[str, Wording] = {}
    made = [_unrun(text, index, dropped, shape) for shape, dropped, text in _shapes(core)]
    made += _by_clause(core, index, 0)
    if not any(w.left == 0 and not w.dropped for w in made):  # else nothing need be left out
        made += [w for text, dropped in shorter(core)[:_SHORTER] for w in _by_clause(text, index, dropped)]
    for wording in made:
        known = found.get(wording.text)
        if _whole(wording.text, core) and (known is None or wording.rank < known.rank):
            found[wording.text] = wording
    return sorted(found.values(), key=lambda w: w.rank)[:_KEPT]


def _by_clause(core: str, index: RunIndex, dropped: int) -> list[Wording]:
    """Wordings that change clause by clause and leave none of `core` out (`dropped` characters are out already): of each
    clause the one that shares least with the sources where it stands, then swaps for the runs that are left."""
    bases = [core, *joined_otherwise(core)]
    bases += [t for base in bases[:3] for t in _turned(base, rewrite_zh.RULES)]
    out = []
    for base in list(dict.fromkeys(bases))[:12]:
        parts = re.split(r"([，；：])", base)
        for eager in (False, True):
            mixed = _mixed(parts, index, eager)
            texts = dict.fromkeys([mixed, *joined_otherwise(mixed)[:2]])
            out += [_unrun(text, index, dropped, int(text != core)) for text in texts]
    return out


def _mixed(parts: Sequence[str], index: RunIndex, eager: bool) -> str:
    """The clauses of `parts` (marks at odd places), each in the wording with which the whole shares least; `eager`
    takes another wording than the source's own also where it shares as much."""
    now = list(parts)
    best = sum(cost("".join(now), index, "zh"))
    for at in range(0, len(now), 2):
        own = now[at]
        for wording in clause_wordings(own)[1:]:
            trial = sum(cost("".join([*now[:at], wording, *now[at + 1 :]]), index, "zh"))
            if trial < best or (eager and trial == best and now[at] == own):
                best, now[at] = trial, wording
    return "".join(now)


_HANGING = lazy_pattern(
    r"(?:显示|表明|表示|认为|指出|目前|当前|现阶段|同时|此外|为例|方面|来看|而言|之间|时|后|中|下|上|的|和|与|及|或|将|被|把|对|在)$"
)
_LOOSE_END = lazy_pattern(
    r"(?:一旦|如果|若|当|随着|伴随|由于|因为|虽然|即使|在[^，]*[时中下后]$|通过|借助|根据|按照|对于|为了|与[^，]*相比|目前$|未来$)"
)
_NOT_HANGING = lazy_pattern(r"(?:研究|试验|市场|过程|环节|阶段|领域|应用|实验)(?:之?中|上)$|以[上下内]$")


def _whole(text: str, core: str) -> bool:
    """Whether a wording is a sentence of its own and carries enough of what it came from."""
    if subjectless(text) and not subjectless(core):
        return False
    if len(text) < 11 or len(text) * 4 < len(core):
        return False
    if re.search(r"^[^，]*等[^，]{0,8}的[^，的]{2,4}$", text):
        return False  # a noun phrase alone
    if re.search(r"^[^，]*(?:以其?|凭借|依托|依靠|借助|利用|凭着)[^，]*(?:优势|特点|特征)$", text):
        return False  # what it did with its advantages was left out
    if _LOOSE_END.match(text.rsplit("，", maxsplit=1)[-1]) and not text.endswith(core[-6:]):
        return False
    return not _HANGING.search(text) or bool(_NOT_HANGING.search(text)) or text[-3:] == core[-3:]


def _shapes(core: str) -> list[tuple[int, int, str]]:
    """(another order?, characters left out, text) for the core and what the rules make of it."""
    out = []
    for text, dropped in [(core, 0), *shorter(core)[:14]]:
        first = _turned(text, rewrite_zh.RULES)
        second = [b for a in first[:6] for b in _turned(a, rewrite_zh.RULES)[:4]] if not dropped else []
        out += [(0, dropped, text), *[(1, dropped, t) for t in dict.fromkeys(first + second) if t != text][:18]]
    return out


def _turned(text: str, rules: Sequence[rewrite_zh.Rule]) -> list[str]:
    return [turned for rule in rules for turned in rule(text)]


def _unrun(text: str, index: RunIndex, dropped: int, shape: int) -> Wording:
    """`text` with its long runs broken by vetted swaps, as far as they reach."""
    spent, stuck = 0, set[str]()
    shared, left = cost(text, index, "zh")
    for _ in range(_STEPS):
        runs = [r for r in index.measure(text).runs if text[r[0] : r[1]] not in stuck]
        if not runs:
            break
        found = _best_edit(text, runs[0], (shared, left), index)
        if found is None:
            stuck.add(text[runs[0][0] : runs[0][1]])
            continue
        text, (shared, left), price = found
        spent += price
    return Wording(text, left, shared, dropped, spent, shape)


def _best_edit(
    text: str, run: tuple[int, int], before: tuple[int, int], index: RunIndex
) -> tuple[str, tuple[int, int], int] | None:
    """The text after the swap inside `run` that helps most, with what is then left and its cost; None when none helps.

    Only swaps near the middle are measured; a swap must lower the sum, so the loop cannot go round in circles."""
    start, end = run
    near = []
    for edit in edits_of(text):
        if start <= edit.start <= edit.end <= end and (edit.start > start or edit.end > edit.start):
            longer = max(size(text[start : edit.start]), size(text[edit.end : end]))
            near.append((max(longer, RUN - 1) + 3 * edit.cost, edit.start, edit))
    best: tuple[tuple[int, int], tuple[str, tuple[int, int], int]] | None = None
    for _, _, edit in sorted(near, key=lambda item: item[:2])[:10]:
        if _repeats(text, edit):
            continue
        changed = text[: edit.start] + edit.text + text[edit.end :]
        now = cost(changed, index, "zh")
        # A swap that reads worse must spare more: six characters of an exempt run are not worth a clumsy word.
        if sum(now) >= sum(before) - 2 * (edit.cost - 1):
            continue
        key = (sum(now) + 4 * edit.cost, edit.start)
        if best is None or key < best[0]:
            best = (key, (changed, now, edit.cost))
    return best[1] if best else None


def _repeats(text: str, edit: Edit) -> bool:
    """Whether a swap puts a word that the sentence has already (可以…可以); what stands twice in it is parallel and may."""
    rest = text[: edit.start] + "\n" + text[edit.end :]
    old = text[edit.start : edit.end]
    return len(edit.text) > 1 and edit.text in rest and not (len(old) > 1 and old in rest)


@lru_cache(maxsize=8192)
def edits_of(text: str) -> tuple[Edit, ...]:
    """Every vetted swap that applies to `text`, outside quotations and titles."""
    return rewrite_edits_zh.edits_of(text)
