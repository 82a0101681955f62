"""Rewording an English sentence: other builds of it, and in the most promising of them the swaps that break the runs it
shares with the sources. Deterministic; meaning is checked by the caller. Not for Chinese; see `reword`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from synthesis.engine.drafting.frames import counts_en
from synthesis.engine.drafting.rewriting import (
    clauses_en,
    en,
    figures_en,
    findings_en,
    frames_en,
    grammar_en,
    joints_en,
    lists_en,
    nouns_en,
    phrases_en,
    recast_en,
    swaps_en,
    turns_en,
    voice_en,
)
from synthesis.engine.drafting.rewriting.capitals_en import UNSURE
from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.drafting.rewriting.parse_en import reads
from synthesis.engine.drafting.rewriting.shares import RUN, Wording, cost, size
from synthesis.engine.drafting.rewriting.tagging_en import tokens_of
from synthesis.engine.drafting.rewriting.tags_en import only_verb, tags_of
from synthesis.engine.drafting.rewriting.usage_en import usual
from synthesis.engine.drafting.rewriting.verbs_known_en import verb_forms
from synthesis.engine.overlap.runs import RunIndex
from synthesis.engine.patterns import lazy_pattern

_SHAPES, _FIRST, _DEEPER, _NEAR, _STEPS, _ROUNDS = 10, 160, 16, 8, 40, 3
_BUILDS: tuple[clauses_en.Rule, ...] = (
    *frames_en.RULES,
    *findings_en.RULES,
    *clauses_en.RULES,
    *en.RULES,
    turns_en.turned,
    counts_en.apposed,
    counts_en.let_do,
)
# Rules that hold for a clause inside a sentence as well as for a sentence.
_CLAUSES: tuple[clauses_en.Rule, ...] = (
    *clauses_en.INNER,
    voice_en.time_first,
    frames_en.change_as_noun,
    frames_en.possible,
    frames_en.expected,
    frames_en.share_of,
    frames_en.place_first,
    figures_en.part_among,
    figures_en.fell_levels,
    phrases_en.place_owner,
    en.turn_enabling,
)
# Words that do not go with what stands behind: women provide care and a scheme money, they offer neither; a limit is exceeded.
_UNUSUAL = (
    (
        "offer",
        lazy_pattern(
            r"provid\w+ (?:(?:about |around |some |up to )?[€$£\d]|(?:[a-z-]+ ){0,6}(?:care|shelter|evidence|proof|relief|insight|information|data|funding|money)\b)"
        ),
    ),
    (  # offer tenants a discount: provide has with before what it provides
        "provid",
        lazy_pattern(
            r"offer\w* (?:(?!of |for |to |in |at |on |with |from |by |and |or |about )[a-z-]+ ){1,3}(?:an?|the|free|more) "
        ),
    ),
    (
        "surpass",
        lazy_pattern(r"exceed\w* (?:[a-z-]+ ){0,4}(?:limits?|thresholds?|ceilings?|quotas?|caps?|maximum|budgets?)\b"),
    ),
)
# What a swap must spare beyond nothing, by its cost: a shade of difference is not bought for two letters.
_PRICE = {1: 0, 2: 3, 3: 9}
_PRICE_OF_SET = {1: 1, 2: 4, 3: 10}


def wordings(core: str, index: RunIndex) -> list[Wording]:
    """Wordings of a sentence without its full stop, best first."""
    found: dict[str, Wording] = {}
    for shape, dropped, text in _shapes(core, index):
        made = _unrun(text, index, dropped, shape)
        if len(made.text) < 30 or len(made.text) * 3 < len(core):
            continue
        known = found.get(made.text)
        if known is None or made.rank < known.rank:
            found[made.text] = made
    return sorted(found.values(), key=lambda w: w.rank)


def named_otherwise(name: str, index: RunIndex) -> list[str]:
    """What a figure is of, in the wordings that share least with the sources, itself last: a noun phrase alone."""
    built = [name, *(phrases_en.turn_of(name) if name.startswith("the ") else ())]
    made = [_unrun(text, index, 0, 0) for text in built]
    best = sorted(made, key=lambda w: (w.shared, w.edits, w.text))
    return list(dict.fromkeys([*(w.text for w in best), name]))


def _built(text: str) -> list[str]:
    """Other builds of a sentence: one rule of each kind after the other; the commas inside figures are no marks."""
    if ": " in text:
        return []  # what stands on either side of a colon keeps its place
    text = en.THOUSANDS.sub(en.COMMA, text)
    first = [t for rule in _BUILDS for t in rule(text)]
    first += clauses_en.within(text, _CLAUSES)
    second = [
        t
        for f in first[:_DEEPER]
        for t in (
            *(u for rule in (*frames_en.RULES, *clauses_en.RULES) for u in rule(f)),
            *(turns_en.turned(f) if UNSURE not in f else ()),
            *phrases_en.wordings(f)[:6],
            *clauses_en.within(f, _CLAUSES),
        )
    ]
    sound = (t for t in (*first, *second) if t != text and not (t[:1].isdigit() and not text[:1].isdigit()))
    return [t.replace(en.COMMA, ",") for t in list(dict.fromkeys(sound))[:_FIRST]]


def _shapes(core: str, index: RunIndex) -> list[tuple[int, int, str]]:
    """(another build?, characters left out, text): the sentence itself and the builds that share least to begin with."""
    out = [(0, 0, core)]
    built = _built(core)
    built = [t for t in built if reads(t)]  # what was built of clauses must be clauses again
    built = sorted(built, key=lambda t: (sum(cost(t, index, "en")), t))
    out += [(1, 0, t) for t in built[:_SHAPES]]
    for text, dropped in en.shorter(core)[:2]:
        out += [(0, dropped, text), *((1, dropped, t) for t in _built(text)[:1])]
    return out


def edits_of(text: str, *, phrases: bool = True) -> list[Edit]:
    """Every vetted swap that applies to `text`, outside quotation marks; `phrases`: those that turn noun phrases, too."""
    marks = [i for i, c in enumerate(text) if c in '“”"']
    closed = list(zip(marks[::2], marks[1::2], strict=False))
    kept = _KindOf(text)
    found = (
        *en.edits_of(text),
        *(e for e in swaps_en.verb_edits(text) if kept.verbal(e)),
        *(e for e in swaps_en.noun_edits(text) if not kept.verbal(e)),
        *swaps_en.phrase_edits(text),
        *swaps_en.quantity_edits(text),
        *recast_en.edits_of(text),
        *grammar_en.edits_of(text),
        *joints_en.edits_of(text),
        *((*nouns_en.edits_of(text), *lists_en.edits_of(text), *turns_en.pair_edits(text)) if phrases else ()),
    )
    outside = (e for e in dict.fromkeys(found) if not any(a < e.end and e.start < b for a, b in closed))
    return [e for e in outside if kept.same(e) and usual(text, e)]


class _KindOf:
    """What each word of a text is, to see that a verb stands for a verb."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = {t.start: tag for t, tag in zip(tokens_of(text), tags_of(text), strict=True)}

    def verbal(self, edit: Edit) -> bool:
        """Whether the word at an edit is a verb, or a participle that may be put otherwise there."""
        tag = self.at.get(edit.start, "")
        if tag == "E" and " " in edit.text:
            before = [t for start, t in self.at.items() if start < edit.start and t not in "RX"]
            return bool(before) and before[-1] in "BbHC"
        return bool(tag) and tag in "VUEGA"

    def same(self, edit: Edit) -> bool:
        """False where a word that can only be a verb would stand for something else, or a single noun for a verb."""
        tag = self.at.get(edit.start)
        if self._unfinished(edit):
            return False
        if any(edit.text.startswith(new) and beside.match(self.text, edit.start) for new, beside in _UNUSUAL):
            return False
        if self.text[edit.start : edit.start + 5] == "that " and edit.text[:5] in {"", "which"}:
            before = [t for start, t in self.at.items() if start < edit.start]
            return bool(before) and before[-1] in "NSP"
        if re.match(r"(?:who|that|which) ", edit.text) and not re.match(r"who|that|which", self.text[edit.start :]):
            before = [t for start, t in self.at.items() if start < edit.start]
            return bool(before) and before[-1] in "NSP"
        word = re.match(r"[a-z]+", edit.text.lower())
        if tag is None or word is None:
            return True
        if only_verb(word.group(0)):
            return tag not in "NSPDIA#"
        alone = " " not in edit.text.strip() and " " not in self.text[edit.start : edit.end].strip()
        return not (alone and tag in "VU" and word.group(0) not in verb_forms())

    def _unfinished(self, edit: Edit) -> bool:
        """Whether a past form that is no participle would stand behind have or be: had fell."""
        first = re.match(r"[a-z]+", edit.text)
        before = [t for start, t in self.at.items() if start < edit.start]
        if first is None or not before or before[-1] not in "BbH":
            return False
        if first.group(0) in {"was", "were"} and before[-1] in "bH":
            return True
        names = {form for _, form in verb_forms().get(first.group(0), ())}
        return "past" in names and "participle" not in names


def _unrun(text: str, index: RunIndex, dropped: int, shape: int) -> Wording:
    """`text` with its long runs broken: first by the set of swaps that leaves least, then, as long as one helps, by single
    swaps in the longest run."""
    spent = 0
    put: list[str] = []  # what was put in is not exchanged once more: by the second step a synonym is another word
    now = cost(text, index, "en")
    for turn in range(_ROUNDS):  # a phrase that was turned is not turned once more
        edits, stuck, changed = edits_of(text, phrases=not turn), set[str](), False
        edits = [e for e in edits if not any(text[e.start : e.end].strip() in p for p in put)]
        chosen = best_set(text, edits, index.measure(text).runs)
        for edit in reversed(chosen):  # from behind, so that the places in front stay
            if not _repeats(text, edit):
                text = text[: edit.start] + edit.text + text[edit.end :]
                put.append(edit.text)
                edits, spent, changed = _moved(edits, edit), spent + edit.cost, True
        now = cost(text, index, "en")
        for _ in range(_STEPS):
            runs = [r for r in index.measure(text).runs if text[r[0] : r[1]] not in stuck]
            if not runs:
                break
            run = min(runs, key=lambda r: (r[0] - r[1], r[0]))
            best = _best(text, run, now, edits, index)
            if best is None:
                stuck.add(text[run[0] : run[1]])
                continue
            edit, now = best
            put.append(edit.text)
            text = text[: edit.start] + edit.text + text[edit.end :]
            edits, spent, changed = _moved(edits, edit), spent + edit.cost, True
        if not changed:
            break
    return Wording(text, now[1], now[0], dropped, spent, shape)


def best_set(text: str, edits: Sequence[Edit], runs: Sequence[tuple[int, int]]) -> list[Edit]:
    """The swaps, none touching another, with which least of `runs` is left and what they cost; in order of place.

    Exact over all sets (weighted intervals): what is left of a run between two swaps counts when it is long itself."""
    found = sorted({e for e in edits if any(a < e.end and e.start < b for a, b in runs)}, key=_order)
    letters = [0, *accumulate(int(c.isalnum()) for c in text)]

    def left(low: int, high: int) -> int:
        pieces = (letters[min(b, high)] - letters[max(a, low)] for a, b in runs if a < high and low < b)
        return sum(p for p in pieces if p >= RUN)

    reached: list[tuple[int, int]] = []  # least that is left up to and with each swap, and the swap before it
    for at, edit in enumerate(found):
        own = _PRICE_OF_SET[edit.cost]
        before = [(left(0, edit.start) + own, -1)]
        before += [
            (reached[i][0] + left(found[i].end, edit.start) + own, i) for i in range(at) if found[i].end < edit.start
        ]
        reached.append(min(before))
    ends = [(left(0, len(text)), -1), *((r[0] + left(found[i].end, len(text)), i) for i, r in enumerate(reached))]
    at, chosen = min(ends)[1], list[Edit]()
    while at >= 0:
        chosen.append(found[at])
        at = reached[at][1]
    return chosen[::-1]


def _order(edit: Edit) -> tuple[int, int, int, str]:
    return (edit.start, edit.end, edit.cost, edit.text)


def _best(
    text: str, run: tuple[int, int], now: tuple[int, int], edits: Sequence[Edit], index: RunIndex
) -> tuple[Edit, tuple[int, int]] | None:
    """The swap in `run` that leaves least, with what is left; None when none spares enough."""
    start, end = run
    near = []
    for edit in edits:
        if edit.end > start and edit.start < end:
            longer = max(size(text[start : max(start, edit.start)]), size(text[min(end, edit.end) : end]))
            near.append((max(longer, RUN - 1) + 3 * edit.cost, edit.start, edit.text, edit))
    best: tuple[tuple[int, int, str], Edit, tuple[int, int]] | None = None
    for _, _, _, edit in sorted(near, key=lambda item: item[:3])[:_NEAR]:
        if _repeats(text, edit):
            continue
        then = cost(text[: edit.start] + edit.text + text[edit.end :], index, "en")
        if sum(then) + _PRICE[edit.cost] >= sum(now):
            continue
        key = (sum(then) + 4 * edit.cost, edit.start, edit.text)
        if best is None or key < best[0]:
            best = (key, edit, then)
    return best[1:] if best else None


def _repeats(text: str, edit: Edit) -> bool:
    """Whether a swap puts a word where the sentence has one of its stem already: charges are charged."""
    if len(edit.text) > 5 and " " in edit.text and edit.text in text[: edit.start] + "|" + text[edit.end :]:
        return True  # make up …, they make up
    new = {w[:5] for w in re.findall(r"[a-z]{5,}", edit.text.lower())}
    new -= {w[:5] for w in re.findall(r"[a-z]{5,}", text[edit.start : edit.end].lower())}
    rest = f"{text[: edit.start]} {text[edit.end :]}".lower()
    whole = set(re.findall(r"[a-z]{6,}", edit.text.lower())) - set(
        re.findall(r"[a-z]{6,}", text[edit.start : edit.end].lower())
    )
    words = re.findall(r"[a-z]{5,}", rest)
    return bool(new & {w[:5] for w in words} or whole & set(words))


def _moved(edits: Sequence[Edit], done: Edit) -> list[Edit]:
    """The other edits at their new places, without those that touch what was changed."""
    by = len(done.text) - (done.end - done.start)
    out = [e for e in edits if e.end <= done.start - 1]
    out += [Edit(e.start + by, e.end + by, e.text, e.cost) for e in edits if e.start > done.end]
    return out
