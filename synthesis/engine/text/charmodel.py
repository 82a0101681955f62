"""A character bigram model of Chinese: which of several fillings of a damaged place reads best.

Counts come from the document itself and, as a floor, from a bundled table of common pairs. Everything is compared in Simplified
form, so that both scripts share their evidence.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple, TypeAlias

import regex

from synthesis.engine import bundled
from synthesis.engine.text import data
from synthesis.engine.text.gbkbytes import TRAILS, decode, encode, meaningless, meaningless_before
from synthesis.engine.text.script import is_simplified_only, standard_forms, to_simplified
from synthesis.engine.text.wordforms import by_words
from synthesis.engine.text.wordtable import LEVELS, recent_words

#: Digits are alike, and so are letters; sites narrow some marks and not others: to the model they are the same.
_KINDS = {
    **dict.fromkeys(map(ord, "0123456789"), "#"),
    **dict.fromkeys(map(ord, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), "@"),
    **{ord(c) - 0xFEE0: c for c in "！，：；？（）"},
}
_RUN = regex.compile(r"[\p{Script=Han}\p{P}A-Za-z0-9]+")
#: Weight of one occurrence in the document against one in the phrase list: the document knows its subject.
_DOCUMENT = 4.0
_DISCOUNT = 0.75
#: Above this share of characters that only Simplified text has, a text is Simplified.
_SIMPLIFIED = 0.1
#: Weights of a character's usual written form and of each of its variants, in occurrences.
_USUAL, _UNUSUAL = 0.8, 0.02
#: Of a character that Traditional text never holds, in a Traditional text.
_FOREIGN = 0.0005
#: Of the characters that half a lost pair could begin, this many are worth a thought.
_COMMON = 40
#: Of the characters that follow another in the document, and in the table, so many are looked at.
_MOST_FOLLOWERS = 80
#: Two of these never stand side by side, but in pages that do so themselves.
_STOPS = frozenset("。，、；：！？")
_SIDE_BY_SIDE = 0.02
_FLOOR = 0.02
#: So many characters are in common use.
_IN_COMMON_USE = 3200
#: Weight of a pair in a word that the table is too old for.
_RECENT = 0.25
#: Weight of the table's smallest count: a hundred million characters weigh about as much as a long report.
_TABLE = 0.025


#: A character that ends in half a pair that means nothing: ln P, itself, the lead bytes that can follow.
Ended: TypeAlias = tuple[float, str, tuple[int, ...]]


class _About(NamedTuple):
    """Of a character: itself folded, P of that where nothing tells what comes, the share of this written form and -ln of it.

    `forms` are the usual ones where there are several, else empty.
    """

    folded: str
    alone: float
    share: float
    cost: float
    forms: frozenset[str]


class CharModel:
    """Log probabilities of one character after another; characters of either script."""

    def __init__(self, runs: Iterable[str], again: float = 0.0) -> None:
        """`runs` are the sound parts of a document; `again` is how often a stop is followed by itself there (`repeating`)."""
        counted: Counter[tuple[str, str]] = Counter()
        chars: Counter[str] = Counter()
        written: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for run in runs:
            written.update(run)
            pairs.update(pairwise(run))
            for piece in _RUN.findall(to_simplified(run)):
                piece = piece.translate(_KINDS)
                counted.update(pairwise(piece))
                chars.update(piece)
        self._written = written
        self._written_pairs = pairs
        self._classes: Counter[str] = Counter()
        for char, n in written.items():
            self._classes[_folded(char)] += n
        self._simplified = sum(n for c, n in written.items() if is_simplified_only(c)) > written.total() * _SIMPLIFIED
        self._seen: defaultdict[str, float] = defaultdict(float, _chars())
        self._own: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._leaders: Counter[str] = Counter()
        for (a, b), n in counted.items():
            self._own[a][b] = n
            self._leaders[b] += 1
        for char, n in chars.items():
            self._seen[char] += _DOCUMENT * n
        self._alone: dict[str, float] = {}
        self._abouts: dict[str, _About] = {}
        self._rows: dict[str, _After] = {}
        self._completions: dict[tuple[tuple[int, ...], int], tuple[str, ...]] = {}
        self._begun: dict[tuple[int, int], list[str]] = {}
        self._gone: dict[tuple[str, tuple[int, ...]], Sequence[Ended]] = {}
        self._ended: dict[tuple[int, ...], dict[str, tuple[int, ...]]] = {}
        self._following: dict[str, dict[int, list[str]]] = {}
        #: Whether the page writes forms word by word (合併, but 並且), not character by character.
        self.forms_by_words = not self._simplified and by_words(pairs)
        self.again = again
        self._own_types = len(counted) + 1
        self._total = sum(self._seen.values()) + _FLOOR * 20_000

    def knows(self, char: str) -> bool:
        """Whether the character occurs anywhere in the model's material."""
        return _folded(char) in self._seen

    def has_written(self, before: str, char: str) -> bool:
        """Whether the page writes `char`, in this form, after `before`."""
        return self._written_pairs[before, char] > 0

    def score(self, before: str, char: str) -> float:
        """ln P(char | before); an empty `before` gives ln P(char).

        Interpolated Kneser-Ney smoothing (Chen and Goodman 1999, section 2.7) over the document: a mark that follows
        many different characters is likely after one it was never seen with. What the table leaves of a character's
        occurrences is free for pairs it does not list.
        """
        return self.after(before).plain(char)

    def fit(self, before: str, char: str) -> float:
        """ln P(char | before), written in this form: a variant or the other script's form costs, unless it is the text's."""
        return self.after(before)[char]

    def form_cost(self, before: str, char: str) -> float:
        """-ln of the share of this written form among all forms of the same character."""
        about = self._abouts.get(char) or self.about(char)
        if before and about.forms:
            # 兼併, but 並且: which form is written depends on the word.
            here = {form: self._written_pairs[before, form] for form in {*about.forms, char}}
            return -math.log((here[char] + about.share) / (sum(here.values()) + 1.0))
        return about.cost

    def about(self, char: str) -> _About:
        """What is known of a character by itself."""
        known = self._abouts.get(char)
        if known is None:
            share, forms = self._share(char) if "\u3400" <= char <= "\u9fff" else (1.0, frozenset[str]())
            folded = _folded(char)
            several = forms if len(forms) > 1 else frozenset[str]()
            known = self._abouts[char] = _About(folded, self.alone(folded), share, -math.log(share), several)
        return known

    def _share(self, char: str) -> tuple[float, frozenset[str]]:
        """The share of this written form among those of the same character, and the usual forms of that."""
        simplified = _folded(char)
        forms, weight = standard_forms(simplified), _USUAL
        if self._simplified:
            usual = char == simplified
        else:
            usual = char in forms
            if is_simplified_only(char):
                usual, weight = False, _FOREIGN
        if not usual:
            weight = min(weight, _UNUSUAL)
        return (self._written[char] + weight) / (self._classes[simplified] + 1.0), forms

    def alone(self, folded: str) -> float:
        """P of a character (folded) where nothing tells what comes."""
        known = self._alone.get(folded)
        if known is None:
            frequency = (self._seen.get(folded, 0.0) + _FLOOR) / self._total
            known = 0.5 * frequency + 0.5 * (self._leaders[folded] + 0.2) / (self._own_types * 1.2)
            self._alone[folded] = known
        return known

    def counts(self, folded: str) -> tuple[dict[str, int], float]:
        """What follows a character (folded) in the document, and how much it weighs in both."""
        return self._own.get(folded, {}), self._seen.get(folded, 0.0)

    def after(self, before: str) -> _After:
        """`fit(before, …)` as a mapping, for many characters after the same one."""
        known = self._rows.get(before)
        if known is None:
            known = self._rows[before] = _After(self, before)
        return known

    def completions(self, before: str, leads: tuple[int, ...], trail: int, most: int) -> Sequence[str]:
        """The likeliest known characters after `before` that GBK spells with one of `leads` and then `trail`."""
        chars = self._completions.get((leads, trail))
        if chars is None:
            found = [c for c in (decode(lead, trail) for lead in leads) if c and self.knows(c)]
            found.sort(key=self._rarity)
            chars = self._completions[leads, trail] = tuple(found)
        if len(chars) <= most:
            return chars
        followers = self._followers(before).get(trail, ())
        likely = dict.fromkeys([*chars[:most], *[c for c in followers if c in chars]])
        # Not a set, whose order among equals changes from run to run.
        return sorted(likely, key=self.after(before).__getitem__, reverse=True)[:most]

    def before_nothing(self, before: str, leads: tuple[int, ...], most: int) -> Sequence[Ended]:
        """The likeliest known characters after `before` of one of `leads` whose last byte makes no character with the next.

        Each with ln P and with the bytes that can follow it so, as far as they begin a character.
        """
        key = (before, leads)
        found = self._gone.get(key)
        if found is None:
            fits = self.after(before)
            ended = self._before_nothing(leads)
            chars = dict.fromkeys(islice(ended, most + 4))
            if len(ended) > len(chars):
                chars.update((c, None) for cs in self._followers(before).values() for c in cs if c in ended)
            found = [(fits[c], c, ended[c]) for c in sorted(chars, key=fits.__getitem__, reverse=True)[:most]]
            self._gone[key] = found
        return found

    def begun(self, lead: int, following: int) -> Sequence[str]:
        """The known characters that begin with `lead` and whose last byte makes no character with `following`.

        With any last byte when `following` is 0.
        """
        key = (lead, following)
        found = self._begun.get(key)
        if found is None:
            trails = meaningless_before(following) if following else TRAILS
            found = [c for c in (decode(lead, trail) for trail in trails) if c and self.knows(c)]
            found.sort(key=self._rarity)
            del found[_COMMON:]
            self._begun[key] = found
        return found

    def _before_nothing(self, leads: tuple[int, ...]) -> dict[str, tuple[int, ...]]:
        found = self._ended.get(leads)
        if found is None:
            made = [
                (char, follow)
                for trail, follow in meaningless().items()
                for char in (decode(lead, trail) for lead in leads)
                if char and self.knows(char)
            ]
            made.sort(key=lambda option: self._rarity(option[0]))
            found = self._ended[leads] = dict(made)
        return found

    def _followers(self, before: str) -> dict[int, list[str]]:
        """The characters that often follow `before`, as the text writes them, by their last byte."""
        found = self._following.get(before)
        if found is None:
            found = {}
            folded = _folded(before)
            likely = [*islice(_followers(folded), _MOST_FOLLOWERS), *islice(self._own.get(folded, ()), _MOST_FOLLOWERS)]
            for simplified in dict.fromkeys(likely):
                for char in (simplified,) if self._simplified else standard_forms(simplified):
                    raw = encode(char)
                    if raw:
                        found.setdefault(raw[1], []).append(char)
            self._following[before] = found
        return found

    def _rarity(self, char: str) -> float:
        about = self.about(char)
        return about.cost - math.log(about.alone)

    def text_score(self, before: str, text: str, after: str) -> float:
        """ln P of `text` and of `after` following it, given the character `before` (either may be empty)."""
        total = 0.0
        last = before
        for char in text:
            total += self.score(last, char)
            last = char
        return total + (self.score(last, after) if after else 0.0)


class _After(dict[str, float]):
    """ln P of characters after `before` in their written form, worked out when first asked for."""

    def __init__(self, model: CharModel, before: str) -> None:
        super().__init__()
        self._model = model
        self._before = before
        folded = _folded(before) if before else ""
        self._own, self._seen = model.counts(folded)
        self._listed = _followers(folded)
        base = _chars().get(folded, 0.0)
        self._free = _DOCUMENT * _DISCOUNT * len(self._own) + max(0.0, base - self._listed[""]) + 0.02 * self._seen
        self._folded = folded
        self._stop = folded in _STOPS

    def __missing__(self, char: str) -> float:
        about = self._model.about(char)
        cost = self._model.form_cost(self._before, char) if about.forms else about.cost
        value = self[char] = self._log(about) - cost
        return value

    def plain(self, char: str) -> float:
        """ln P of the character in whatever form."""
        return self._log(self._model.about(char))

    def _log(self, about: _About) -> float:
        if not self._seen:
            return math.log(about.alone)
        char = about.folded
        kept = self._listed.get(char, 0.0)
        own = self._own.get(char, 0)
        if own:
            kept += _DOCUMENT * (own - _DISCOUNT)
        chance = (kept + self._free * about.alone) / (1.02 * self._seen)
        if self._stop and char in _STOPS:
            chance *= 1.0 if own else _SIDE_BY_SIDE
            if char == self._folded:
                chance = max(chance, self._model.again)
        return math.log(chance)


@lru_cache(maxsize=32_768)
def _folded(char: str) -> str:
    return to_simplified(char).translate(_KINDS)


@lru_cache(maxsize=1)
def _lines() -> dict[str, str]:
    """Of each character of the bundled table its level, and the levels and characters that follow it."""
    return {
        head[0]: head[1] + rest for head, _, rest in (row.partition("\t") for row in bundled.rows(data, "zh_pairs"))
    }


@lru_cache(maxsize=1)
def _chars() -> dict[str, float]:
    """The characters of the bundled table with their weights."""
    return {char: _weight(rest[0]) for char, rest in _lines().items()}


@lru_cache(maxsize=8192)
def _followers(char: str) -> dict[str, float]:
    """The characters that follow `char` in the bundled table with their weights, and under "" the sum of these."""
    found: dict[str, float] = {}
    total = weight = 0.0
    for c in _lines().get(char, "a")[1:]:
        if c in LEVELS:
            weight = _weight(c)
        else:
            found[c] = weight
            total += weight
    for c in _recent_pairs().get(char, ()):
        if found.get(c, 0.0) < _RECENT:
            total += _RECENT - found.get(c, 0.0)
            found[c] = _RECENT
    found[""] = total
    return found


@lru_cache(maxsize=1)
def _recent_pairs() -> dict[str, dict[str, None]]:
    """What follows each character inside the words that the table is too old for."""
    found: dict[str, dict[str, None]] = {}
    for word in recent_words():
        for a, b in pairwise(word):
            found.setdefault(a, {})[b] = None
    return found


def _weight(level: str) -> float:
    return float(2 ** (LEVELS.index(level) / 2)) * _TABLE


@lru_cache(maxsize=1)
def common_characters() -> frozenset[str]:
    """The characters and marks that make up all but a hundredth of Chinese text, in Simplified form."""
    chars = sorted(_chars().items(), key=lambda item: -item[1])
    return frozenset(char for char, _ in chars[:_IN_COMMON_USE])
