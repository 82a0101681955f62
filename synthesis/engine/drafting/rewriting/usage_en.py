"""Whether an English word goes with the words beside it: recycled plastic does, reused plastic does not.

Judged by counts of word pairs (`data`). Not for grammar and not for meaning; a word the counts do not know is let pass.
"""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine import bundled
from synthesis.engine.drafting.rewriting import data
from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.drafting.rewriting.tagging_en import is_adjective, is_function
from synthesis.engine.patterns import lazy_pattern

_PAIRS = ("en_word_pairs_1", "en_word_pairs_2", "en_word_pairs_3")
#: What a pair that is not listed counts: both words are known and were hardly seen together.
_UNSEEN = -1
#: A word that goes well with its neighbours gives way to none that was never seen there; and to none that goes much worse.
_WELL, _WORSE = 2, 4
#: How many levels (half natural logarithms) a word may be rarer than the one it stands for where its neighbours do not ask for it.
_RARER = 5
_WORD = lazy_pattern(r"[a-z]+(?:'[a-z]+)?")
_BEFORE, _AFTER = lazy_pattern(r"([A-Za-z]+(?:'[a-z]+)?)[ -]$"), lazy_pattern(r"[ -]([A-Za-z]+(?:'[a-z]+)?)")
_LONGEST = 4
_ARTICLES = frozenset(("a", "an", "the"))  # they go with every noun, and are put right afterwards


@lru_cache(maxsize=1)
def _levels() -> dict[str, int]:
    """How rare each known word is: level n is one of exp(n / 2) words."""
    return {word: level for level, run in bundled.levels(data, "en_words") for word in run.split(" ")}


@lru_cache(maxsize=1)
def _lines() -> dict[str, str]:
    """The rows of the pairs, by first word; what is in them is read when it is asked for."""
    found: dict[str, str] = {}
    for name in _PAIRS:
        for word, _, rest in (row.partition("\t") for row in bundled.rows(data, name)):
            found[word] = f"{found[word]} {rest}" if word in found else rest
    return found


@lru_cache(maxsize=4096)
def _followers(word: str) -> dict[str, int]:
    found, level = dict[str, int](), 0
    for part in _lines().get(word, "").split():
        if part.isdigit():
            level = int(part)
        else:
            found[part] = level
    return found


def strength(first: str, second: str) -> int | None:
    """How much more frequent `second` is behind `first` than elsewhere, as a natural logarithm; None where one is unknown."""
    if first not in _levels() or second not in _levels():
        return None
    return _followers(first).get(second, _UNSEEN)


def usual(text: str, edit: Edit) -> bool:
    """Whether the words an edit puts in go with the words around them about as well as those they stand for.

    False, too, for a word much rarer than the old one, or one the counts do not know at all."""
    old, new = _WORD.findall(text[edit.start : edit.end].lower()), _WORD.findall(edit.text.lower())
    if re.search(r"\d", edit.text) or max(len(old), len(new)) > _LONGEST:
        return True
    start = edit.start + len(text[edit.start : edit.end]) - len(text[edit.start : edit.end].lstrip())
    end = edit.start + len(text[edit.start : edit.end].rstrip())
    before, after = _BEFORE.search(text[:start]), _AFTER.match(text[end:])
    left, right = before.group(1).lower() if before else "", after.group(1).lower() if after else ""
    while old and new and old[0] == new[0]:
        left, old, new = old[0], old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        right, old, new = old[-1], old[:-1], new[:-1]
    if all(map(is_function, old)) or all(map(is_function, new)):
        return True
    if right and not is_function(right) and is_adjective(old[-1]) and not (strength(new[-1], right) or 0) > 0:
        return False  # an adjective keeps to its noun: no acute storms
    if any(w not in _levels() for w in new):
        return any(w not in _levels() for w in old)
    rarer = _rarest(new) - _rarest(old)
    if right != "of" and (strength(old[-1], right) or 0) > _WELL and strength(new[-1], right) == _UNSEEN:
        return False  # separated from, not divided from
    had, has = _fit(left, old, right), _fit(left, new, right)
    if had is None or has is None:
        return rarer <= _RARER
    if (had >= _WELL and has < 0) or (had - has > _WORSE and has < 1):
        return False
    return rarer <= _RARER or has > 0


def _rarest(words: list[str]) -> int:
    return max((_levels().get(w, 0) for w in words if not is_function(w)), default=0)


def _fit(left: str, words: list[str], right: str) -> int | None:
    """What the words count with both neighbours; None where neither pair is known."""
    pairs = ((left, words[0]), (words[-1], right))
    known = [s for s in (strength(*pair) for pair in pairs if pair[0] not in _ARTICLES) if s is not None]
    return sum(known) if known else None
