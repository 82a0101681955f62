"""Tables of English exchanges: rows of a pattern and what may stand for it, each with its cost, as edits of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.patterns import lazy_pattern

Row = tuple[re.Pattern[str], tuple[tuple[str, int], ...]]


def rows(table: Iterable[tuple[str, tuple[tuple[str, int], ...]]]) -> tuple[Row, ...]:
    """The table with its patterns compiled: (pattern, ((template, cost), …))."""
    return tuple((lazy_pattern(pattern), replacements) for pattern, replacements in table)


def as_written(written: str, made: str) -> str:
    """`made` with a capital where `written` begins with one."""
    return made[:1].upper() + made[1:] if written[:1].isupper() else made


def edits_by(table: Sequence[Row], text: str) -> Iterator[Edit]:
    """Every row applied wherever it matches `text`; what changes nothing is left out."""
    for pattern, replacements in table:
        for match in pattern.finditer(text):
            for template, cost in replacements:
                made = as_written(match.group(0), match.expand(template))
                if made != match.group(0):
                    yield Edit(match.start(), match.end(), made, cost)


def spelled(pattern: re.Pattern[str], words: Mapping[int, str], text: str) -> Iterator[Edit]:
    """The whole number that is group 1 of `pattern` written out, where `words` has it."""
    for match in pattern.finditer(text):
        word = words.get(int(match.group(1)))
        if word:
            yield Edit(match.start(1), match.end(1), word, 2)
