"""Sentences as what they can be known by in the other language: figures, dates, Latin names, words that a table translates.

A key stands for the same in Chinese and in English: a group of `bilingual`, a value in its base unit, a year, a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from unicodedata import normalize

from synthesis.engine.drafting.lexicon.folding import fold, language
from synthesis.engine.drafting.lexicon.stop import STOP_EN, STOP_ZH
from synthesis.engine.drafting.lexicon.words import stem
from synthesis.engine.drafting.quantities.find import find_dates, find_quantities
from synthesis.engine.overlap.bilingual import WORDS
from synthesis.engine.overlap.result import Span
from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text.pinyin import readings
from synthesis.engine.text.sentences import split_sentences

LONGEST = 400  # code points: a longer sentence is a table or a list, and is not looked at
_LONGEST_WORD = 8  # characters of a Chinese entry
_LONGEST_NAME = 24  # letters: Chinese names have four syllables at most
_HAN = lazy_pattern(r"[㐀-鿿]+")
_WORD = lazy_pattern(r"[A-Za-z][A-Za-z0-9]*(?:[-'’.&/][A-Za-z0-9]+)*")
_NUMERAL = lazy_pattern(
    r"[0-9零一二三四五六七八九十百千万亿半两倍]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|double)",
    re.I,
)
_SYLLABLE = lazy_pattern(
    r"(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v)"
)
_DEFINED = lazy_pattern(
    r"([㐀-鿿]{2,14})\s?[(（]\s?(?:英文|简称|即|英文名|全称)?[:： ]?([A-Za-z][A-Za-z0-9 \-/’']{1,60}?)(?:\s?[,，;；]\s?([A-Za-z0-9\-]{2,12}))?\s?[)）]"
)
_TERM = lazy_pattern(r"([㐀-鿿][㐀-鿿0-9A-Za-z-]{0,19})[\s=/（(:：,，]+([A-Za-z][A-Za-z0-9 \-]{1,60})[)）]?$")


@dataclass(frozen=True, slots=True)
class Item:
    """A word, figure or name as written, and its keys; none for one that nothing in the other language answers."""

    text: str
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unit:
    """The sentence of this `number`, at `start:end` (code points of its text), in "zh" or "en"."""

    number: int
    start: int
    end: int
    language: str
    items: tuple[Item, ...]


class Vocabulary:
    """The bundled table with the expressions of `terms`: pairs of a Chinese and an English one."""

    def __init__(self, terms: Iterable[tuple[str, str]] = ()) -> None:
        self.chinese: dict[str, set[str]] = defaultdict(set)
        self.english: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for number, (words, others) in enumerate(_bundled()):
            for word in words:
                self.chinese[word].add(f"w{number}")
            for other in others:
                self._add_english(other, f"w{number}")
        for number, (word, other) in enumerate(dict.fromkeys(terms)):
            folded = fold(word)
            self.chinese[folded].add(f"t{number}")
            self._add_english(other, f"t{number}")
        self.longest = max(map(len, self.chinese))
        for phrases in self.english.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def _add_english(self, expression: str, key: str) -> None:
        roots = tuple(stem(word.lower()) for word in _WORD.findall(expression.replace("_", " ")))
        if roots:
            self.english[roots[0]].append((roots, key))

    def english_at(self, roots: Sequence[str], at: int) -> tuple[int, frozenset[str]]:
        """The longest expression of the table that begins there: how many words, and its keys."""
        size, keys = 0, set[str]()
        for phrase, key in self.english.get(roots[at], ()):
            if len(phrase) >= size and tuple(roots[at : at + len(phrase)]) == phrase:
                size = len(phrase)
                keys.add(key)
        return size, frozenset(keys)


@cache
def _bundled() -> list[tuple[list[str], list[str]]]:
    groups = [group.strip().split("/") for line in WORDS.split("\n") if line for group in line.split(";")]
    return [(one.split(), other.split()) for one, other in groups]


def defined_terms(text: str) -> Iterator[tuple[str, str]]:
    """Pairs that a Chinese text gives itself: 骨形态发生蛋白（bone morphogenetic protein, BMP）. Where the Chinese expression
    begins is not told, so that every ending of what stands before is one."""
    for match in _DEFINED.finditer(text):
        before = match[1]
        least = 2 if len(match[2].split()) < 2 else 3
        for size in range(min(least, len(before)), min(len(before), _LONGEST_WORD) + 1):
            for other in (match[2], match[3]):
                if other:
                    yield before[-size:], other


def term_pair(term: str) -> tuple[str, str] | None:
    """A term of a glossary written in both languages (数字孪生 = digital twin), as a pair."""
    match = _TERM.match(term.strip())
    return (match[1], match[2].strip()) if match else None


def capitals(text: str) -> frozenset[str]:
    """The capitalised words of an English text that may be Chinese names: two syllables of pinyin or more."""
    words = {
        word.lower()
        for word in _WORD.findall(text)
        if word[0].isupper() and word.isalpha() and 3 < len(word) <= _LONGEST_NAME
    }
    return frozenset(word for word in words if _syllables(word) >= 2)


@lru_cache(16_384)
def _syllables(word: str) -> int:
    """How many syllables of pinyin it can be made of, at most; 0 for none."""
    if not word:
        return 0
    best = 0
    for end in range(1, min(6, len(word)) + 1):
        if _SYLLABLE.fullmatch(word[:end]):
            rest = _syllables(word[end:])
            if end == len(word) or rest:
                best = max(best, 1 + rest)
    return best


def units_of(
    text: str, vocabulary: Vocabulary, names: frozenset[str] = frozenset(), languages: Container[str] = ("zh", "en")
) -> list[Unit]:
    """The sentences of a text in these languages. `names`: words of `capitals` to be looked for in Chinese ones."""
    units = []
    for number, (start, end) in enumerate(split_sentences(text)):
        if end - start > LONGEST:
            continue
        sentence = fold(text[start:end])
        if (spoken := language(sentence)) in languages:
            taken = list(_figures(sentence))
            words = (
                _english(sentence, vocabulary, taken)
                if spoken == "en"
                else _chinese(sentence, vocabulary, taken, names)
            )
            units.append(Unit(number, start, end, spoken, (*(item for item, _span in taken), *words)))
    return units


def _figures(text: str) -> Iterator[tuple[Item, Span]]:
    """Figures by value in their base unit, dates by year and month."""
    if not _NUMERAL.search(text):
        return
    for date in find_dates(text):
        keys = {f"@{date.year}"} if date.year else set()
        keys |= {f"@{date.end_year}"} if date.end_year else set()
        keys |= {f"@m{date.month}"} if date.month else set()
        yield Item(date.text, frozenset(keys)), (date.start, date.end)
    for figure in find_quantities(text):
        values = [figure.value] if figure.high is None else [figure.value, figure.high]
        kind = figure.unit_class if figure.unit_class in {"percent", "point"} else ""
        yield (
            Item(figure.text, frozenset(f"#{kind}{value.normalize():f}" for value in values)),
            (figure.start, figure.end),
        )


def _free(start: int, end: int, taken: Sequence[tuple[Item, Span]]) -> bool:
    return all(end <= low or start >= high for _item, (low, high) in taken)


def _english(text: str, vocabulary: Vocabulary, taken: list[tuple[Item, Span]]) -> Iterator[Item]:
    words = [m for m in _WORD.finditer(text) if _free(*m.span(), taken)]
    raw = [m.group() for m in words]
    roots = [stem(word.lower().replace("’", "'").removesuffix("'s")) for word in raw]
    at = 0
    while at < len(roots):
        size, keys = vocabulary.english_at(roots, at)
        if not size and "-" in raw[at]:
            parts = [stem(part.lower()) for part in raw[at].split("-")]
            keys = frozenset().union(*(vocabulary.english_at(parts, i)[1] for i in range(len(parts)) if parts[i]))
        low = raw[at].lower()
        name = raw[at][1:] != low[1:] or (raw[at][0].isupper() and at > 0)
        if keys or name or (low not in STOP_EN and len(low) > 1):
            own = {f"l{low}", f"p{low}"} if name or not keys else set()
            end = words[at + max(size, 1) - 1].end()
            yield Item(text[words[at].start() : end], keys | own)
        at += max(size, 1)


def _chinese(
    text: str, vocabulary: Vocabulary, taken: list[tuple[Item, Span]], names: frozenset[str]
) -> Iterator[Item]:
    for match in _WORD.finditer(text):
        if _free(*match.span(), taken):
            yield Item(
                match.group(),
                frozenset({f"l{match.group().lower()}"}) | vocabulary.english_at([stem(match.group().lower())], 0)[1],
            )
    for run in _HAN.finditer(text):
        yield from _run(
            run.group(), [i for i in range(*run.span()) if not _free(i, i + 1, taken)], run.start(), vocabulary, names
        )


def _run(run: str, gone: Sequence[int], start: int, vocabulary: Vocabulary, names: frozenset[str]) -> Iterator[Item]:
    """The words of a run of characters by longest match; what the table does not know, two characters a word."""
    at, unknown = 0, ""
    blocked = {i - start for i in gone}
    while at < len(run):
        word, keys = _longest(run, at, vocabulary, names)
        if word and not blocked.intersection(range(at, at + len(word))):
            yield from _unknown(unknown)
            unknown = ""
            if keys:
                yield Item(word, keys)
            at += len(word)
            continue
        unknown += run[at] if at not in blocked else ""
        at += 1
    yield from _unknown(unknown)


def _unknown(run: str) -> Iterator[Item]:
    for i in range(0, len(run) - 1, 2):
        yield Item(run[i : i + 2], frozenset())


def _longest(run: str, at: int, vocabulary: Vocabulary, names: frozenset[str]) -> tuple[str, frozenset[str]]:
    """The longest entry, name or function word that begins there, and its keys."""
    if names:
        for size in (4, 3, 2):
            read = _read(run[at : at + size]) & names if at + size <= len(run) else frozenset()
            if read:
                return run[at : at + size], frozenset(f"p{name}" for name in read)
    for size in range(min(vocabulary.longest, len(run) - at), 0, -1):
        word = run[at : at + size]
        if word in vocabulary.chinese:
            return word, frozenset(vocabulary.chinese[word])
        if word in STOP_ZH:
            return word, frozenset()
    return "", frozenset()


@lru_cache(32_768)
def _plain(char: str) -> tuple[str, ...]:
    found = {"".join(c for c in normalize("NFD", one) if c.isascii()) for one in readings(char)}
    return tuple(sorted(found))[:4]


def _read(word: str) -> frozenset[str]:
    """How a name can be written in pinyin, without tones."""
    return frozenset("".join(parts) for parts in product(*(_plain(char) for char in word)))
