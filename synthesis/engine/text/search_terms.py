"""What full-text search compares: terms of a text, and what they must look like in a text that is searched.

Chinese, Japanese and Korean characters are indexed as pairs of neighbours (the last of a run alone), other scripts
as words, numbers without their thousands separators. Every character or word is one position, so that phrases can be
asked for. Case, width, accents and Traditional forms are folded. `[start, end)` are code points.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

import regex

from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text.script import to_simplified

#: A tsvector knows positions up to 16,383 and ends at 1 MB: a piece stays far below both.
LONGEST_PIECE = 4000
#: Longer words are compared by their beginning; a lexeme ends at 2 kB.
LONGEST_WORD = 64
#: Unquoted words from this length on find every word that begins with them.
PREFIX_FROM = 3
MOST_CLAUSES = 8

_EAST = r"\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー々〆"
_UNIT = regex.compile(
    rf"(?P<east>[{_EAST}]+)|(?P<number>\p{{Nd}}+(?:[.,]\p{{Nd}}+)*)|(?P<word>(?:(?![{_EAST}])[\p{{L}}\p{{M}}\p{{N}}])+)"
)
# The same without marks and East Asian characters, of which nothing outside `_BEYOND_LATIN` is one: four times as quick.
_LATIN = lazy_pattern(r"\d+(?:[.,]\d+)*|[^\W_]+")
_GROUPED = lazy_pattern(r"\d,\d")
_RUN = regex.compile(f"[{_EAST}]+")
_OTHER = regex.compile(rf"\p{{Nd}}+(?:[.,]\p{{Nd}}+)*|[[\p{{L}}\p{{M}}\p{{N}}]--[{_EAST}]]+", regex.V1)
_BEYOND_LATIN = lazy_pattern("[^\x00-\u024f\u2010-\u2027\u2030-\u205e]")
_TYPED = regex.compile(r'["“”„«»「『]([^"“”„«»」』]*)["“”„«»」』]|(\S+)')
_MARK = regex.compile(r"\p{M}+")
_CUT = regex.compile(r"[\n。！？!?；;]")


class _Folding(dict[int, str]):
    """Code points to what they are compared as, worked out when first met."""

    def __missing__(self, point: int) -> str:
        folded = self[point] = _folded_char(chr(point))
        return folded


def _folded_char(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char)
    plain = plain if len(plain) == 1 else char
    lower = plain.lower()
    plain = lower if len(lower) == 1 else plain
    # An accented Latin or Greek letter is its base letter; a Hangul syllable must not fall apart.
    base = unicodedata.normalize("NFD", plain)
    if len(base) > 1 and plain < "\u2000" and all(map(unicodedata.combining, base[1:])):
        return base[0]
    return "着" if plain == "著" else to_simplified(plain)


_FOLDING = _Folding()


def fold(text: str) -> str:
    """`text` as search compares it, with `len` unchanged: lower case, half width, no accents, Simplified.

    Character by character, so that it is the same in whatever surroundings a character is met.
    """
    return text.lower() if text.isascii() else text.translate(_FOLDING)


@dataclass(frozen=True, slots=True)
class Unit:
    """A run of East Asian characters, or a word or number, `[start, end)` of the text it stands in."""

    text: str
    start: int
    end: int
    east: bool

    @property
    def width(self) -> int:
        """How many positions it takes."""
        return len(self.text) if self.east else 1


def units_of(folded: str, start: int = 0, end: int | None = None) -> Iterator[Unit]:
    """Runs, words and numbers of `folded[start:end]`, a text that `fold` has folded, in their order."""
    for found in _UNIT.finditer(folded, start, len(folded) if end is None else end):
        text = found.group()
        if found.lastgroup == "number":
            text = text.replace(",", "")
        elif found.lastgroup == "word":
            text = _MARK.sub("", text)
        if text:
            east = found.lastgroup == "east"
            yield Unit(text if east else text[:LONGEST_WORD], found.start(), found.end(), east)


# --- what is stored --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Piece:
    """`[start, end)` of a text and its terms as a PostgreSQL tsvector literal."""

    start: int
    end: int
    terms: str


def pieces_of(text: str, blocks: Sequence[Mapping[str, Any]], *, extra: Iterable[str] = ()) -> list[Piece]:
    """The text in pieces of at most LONGEST_PIECE characters that end where blocks end, or else at a sentence's end.

    blocks: in order, with start, end and kind; what is `boilerplate` is not indexed. Without blocks the text is one
    block. `extra` are lexemes that every piece gets (`scope_lexeme`). Pieces without terms are left out.
    """
    folded = fold(text)
    spans = [(b["start"], b["end"]) for b in blocks if b["kind"] != "boilerplate"] if blocks else [(0, len(text))]
    found = []
    every = "".join(f"{quoted(lexeme)} " for lexeme in extra)
    for group in _groups(folded, spans):
        terms = _terms(folded, group)
        if terms:
            found.append(Piece(group[0][0], group[-1][1], every + terms))
    return found


def scope_lexeme(name: str) -> str:
    """A lexeme for what a piece belongs to; no word of a text can be it, words have no slash."""
    return f"/{name}"


def _groups(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    group: list[tuple[int, int]] = []
    for span in spans:
        for start, end in _cut(text, *span):
            if group and end - group[0][0] > LONGEST_PIECE:
                yield group
                group = []
            group.append((start, end))
    if group:
        yield group


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A block in parts that fit into a piece."""
    while end - start > LONGEST_PIECE:
        ends = [m.end() for m in _CUT.finditer(text, start + LONGEST_PIECE // 2, start + LONGEST_PIECE)]
        at = ends[-1] if ends else start + LONGEST_PIECE
        yield start, at
        start = at
    if end > start:
        yield start, end


def _terms(folded: str, spans: list[tuple[int, int]]) -> str:
    """Lexemes with their positions in the order of the text, as many times as they stand there.

    PostgreSQL puts the places of a lexeme together when it reads the literal, and keeps the first 255. Letters and
    digits need no quotation marks. Pieces of strings are woven by `zip` alone: this is done for every character that
    anybody brings.
    """
    woven: list[str] = []
    at = 1
    for start, end in spans:
        if _BEYOND_LATIN.search(folded, start, end) is None:
            words = _LATIN.findall(folded, start, end)
            if words and (_GROUPED.search(folded, start, end) or max(map(len, words)) > LONGEST_WORD):
                words = [word.replace(",", "")[:LONGEST_WORD] for word in words]
            woven += chain.from_iterable(zip(words, _after(at, len(words)), strict=True))
            at += len(words)
        else:
            done = start
            for other in _OTHER.finditer(folded, start, end):
                at = _weave_runs(woven, at, _RUN.findall(folded, done, other.start()))
                done = other.end()
                for unit in units_of(other.group()):
                    woven += (unit.text, *_after(at, 1))
                    at += 1
            at = _weave_runs(woven, at, _RUN.findall(folded, done, end))
        # Nothing is a phrase across the end of a block.
        at += 1
    # A character that stands alone came with a blank.
    return "".join(woven).replace(" :", ":").rstrip()


def _weave_runs(woven: list[str], at: int, runs: list[str]) -> int:
    """Pairs of the characters of each run from position `at`, and its last one alone; gives the position after them."""
    first = "".join(runs)
    second = "".join([run[1:] + " " for run in runs])
    woven += chain.from_iterable(zip(first, second, _after(at, len(first)), strict=True))
    return at + len(first)


#: What follows a lexeme: its position, and a blank before the next.
_AFTER = [f":{n} " for n in range(2 * LONGEST_PIECE)]


def _after(at: int, count: int) -> list[str]:
    """What follows `count` lexemes at the positions from `at`."""
    while len(_AFTER) < at + count:
        _AFTER.append(f":{len(_AFTER)} ")
    return _AFTER[at : at + count]


# --- what is asked ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing a person looks for: characters or words that follow each other. `prefix`: the last word may go on."""

    units: tuple[Unit, ...]
    prefix: bool

    @property
    def is_phrase(self) -> bool:
        """Whether more than one lexeme must stand in order."""
        return " " in self.tsquery

    @property
    def tsquery(self) -> str:
        """It as a PostgreSQL tsquery; its lexemes are letters and digits only, quoted."""
        steps: list[tuple[int, str]] = []
        at = 0
        for unit in self.units:
            if not unit.east:
                steps.append((at, quoted(unit.text)))
            elif len(unit.text) == 1:
                # A character alone is the beginning of whatever pair it begins.
                steps.append((at, quoted(unit.text) + ":*"))
            else:
                steps += [(at + i, quoted(unit.text[i : i + 2])) for i in range(len(unit.text) - 1)]
            at += unit.width
        if self.prefix:
            steps[-1] = (steps[-1][0], steps[-1][1] + ":*")
        query = steps[0][1]
        for (before, _), (here, lexeme) in pairwise(steps):
            query += f" <{here - before}> {lexeme}" if here - before > 1 else f" <-> {lexeme}"
        return query if len(steps) == 1 else f"({query})"

    def spans(self, tokens: Sequence[Token]) -> list[tuple[int, int]]:
        """Where it stands among the tokens of a text, `[start, end)` of it; in order, none over another."""
        wanted = list(_tokens(self.units))
        found: list[tuple[int, int]] = []
        i = 0
        while i <= len(tokens) - len(wanted):
            if all(self._fits(tokens[i + j], token, j == len(wanted) - 1) for j, token in enumerate(wanted)):
                found.append((tokens[i].start, tokens[i + len(wanted) - 1].end))
                i += len(wanted)
            else:
                i += 1
        return found

    def _fits(self, there: Token, wanted: Token, last: bool) -> bool:
        if there.text != wanted.text and not (last and self.prefix and there.text.startswith(wanted.text)):
            return False
        return there.joined or not wanted.joined


@dataclass(frozen=True, slots=True)
class Token:
    """One position: a character or a word, `[start, end)`; `joined` to the one before it in the same run."""

    text: str
    start: int
    end: int
    joined: bool


def tokens_of(text: str) -> list[Token]:
    """The positions of a text in order, for `Clause.spans`."""
    return list(_tokens(units_of(fold(text))))


def _tokens(units: Iterable[Unit]) -> Iterator[Token]:
    for unit in units:
        if unit.east:
            for i, char in enumerate(unit.text):
                yield Token(char, unit.start + i, unit.start + i + 1, i > 0)
        else:
            yield Token(unit.text, unit.start, unit.end, False)


def clauses_of(typed: str) -> tuple[Clause, ...]:
    """What a person typed: parts between spaces, and "quoted phrases"; all of them are wanted. At most MOST_CLAUSES.

    Empty when there is nothing in it to look for.
    """
    found: dict[tuple[tuple[str, ...], bool], Clause] = {}
    for match in _TYPED.finditer(fold(typed)):
        quoted = match.group(1) is not None
        units = tuple(units_of(match.group(1) if quoted else match.group(2)))
        if units:
            last = units[-1]
            prefix = not quoted and not last.east and last.text.isalpha() and len(last.text) >= PREFIX_FROM
            clause = Clause(units, prefix)
            found.setdefault((tuple(unit.text for unit in units), prefix), clause)
    return tuple(found.values())[:MOST_CLAUSES]


def quoted(lexeme: str) -> str:
    """A lexeme as tsvector and tsquery literals write it."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"
