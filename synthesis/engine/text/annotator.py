"""Which characters an annotating site annotates, and how: learned from a page of it, to tell what a lost byte was.

Such sites go by a fixed list of Traditional characters and write one reading of each, so what stands plain elsewhere on the
page was never annotated, and a character that both scripts share hardly ever.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import regex

from synthesis.engine.text.gbkbytes import LEADS, decode, read_as_any
from synthesis.engine.text.pinyin import SYLLABLE, first_reading, is_reading
from synthesis.engine.text.script import has_other_form, to_simplified

_NOTED = regex.compile(rf"(?P<char>\p{{Script=Han}})[(（](?P<syllable>{SYLLABLE})[)）]", regex.IGNORECASE)
#: A habit is one that so many annotations out of so many follow.
_HABIT, _ENOUGH = 0.97, 8
#: A character that stands so often without annotation, where others always have one, is not on the site's list.
_PLAIN, _ALWAYS = 3, 0.9


class Annotator:
    """The habits of the site that annotated `text`; `sound` are its parts that are not out of phase, without annotations."""

    def __init__(self, text: str, sound: Iterable[str]) -> None:
        noted: Counter[str] = Counter()
        first = traditional = other = 0
        for (char, syllable), n in Counter(_NOTED.findall(text)).items():
            syllable = syllable.lower()
            if is_reading(char, syllable):
                noted[char] += n
                first += n * (first_reading(char) == syllable)
                traditional += n * _forms(char)[0]
                other += n * _forms(char)[1]
        total = noted.total()
        self._first = first >= _HABIT * total
        self._traditional = traditional >= _HABIT * total
        self._other = other >= _HABIT * total
        self._noted = noted
        self._known: dict[tuple[object, str], Sequence[str]] = {}
        written = Counter(text)
        always = total >= _ENOUGH and sum(written[c] for c in noted) * _ALWAYS <= total
        # What the shift made stands plain, but was never written.
        self._written: Counter[str] = Counter("".join(sound)) if always else Counter()

    def annotates(self, char: str, syllable: str) -> bool:
        """Whether this site may have written `syllable` (lower case) after `char`."""
        if char in self._noted:
            return not self._first or first_reading(char) == syllable
        if self._written[char] >= _PLAIN:
            return False
        traditional, other = _forms(char)
        if (self._traditional and not traditional) or (self._other and not other):
            return False
        return first_reading(char) == syllable if self._first else is_reading(char, syllable)

    def read_as(self, leads: tuple[int, ...], syllable: str) -> Sequence[str]:
        """The characters of one of `leads` that the site annotates with `syllable`; without any, all that can be read so."""
        return self._readers((leads, syllable), lambda: read_as_any(leads, syllable))

    def straddled(self, trail: int, syllable: str) -> Sequence[str]:
        """The same of the "characters" made of the byte `trail` and the lead byte of another."""
        return self._readers((trail, syllable), lambda: [c for c in _of(trail) if is_reading(c, syllable)])

    def _readers(self, key: tuple[object, str], able: Callable[[], Sequence[str]]) -> Sequence[str]:
        found = self._known.get(key)
        if found is None:
            chars = able()
            found = self._known[key] = [c for c in chars if self.annotates(c, key[1])] or chars
        return found


@lru_cache(maxsize=256)
def _of(first: int) -> list[str]:
    return [c for c in (decode(first, second) for second in LEADS) if c]


@lru_cache(maxsize=16_384)
def _forms(char: str) -> tuple[bool, bool]:
    return to_simplified(char) != char, has_other_form(char)
