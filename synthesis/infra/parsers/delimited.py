"""CSV and TSV: which sign parts the cells is read from the text, whatever the file's name promises."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from io import StringIO
from typing import BinaryIO

from synthesis.engine.text.extraction import Extraction
from synthesis.infra.parsers.encodings import decode
from synthesis.infra.parsers.tables import Bounds, table_blocks
from synthesis.infra.parsers.unreadable import Unreadable

_SIGNS = "\t,;|"
_SAMPLE_ROWS = 200
#: Longer than any cell people write, shorter than what an unclosed quotation mark swallows.
_LONGEST_CELL = 1_000_000


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """The table of the file; rows beyond the bound are counted in the warnings. Raises Unreadable."""
    text, encoding, warnings = decode(source.read())
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    tell(0.3)
    sign, text = _declared(text)
    sign = sign or delimiter(text) or ","
    csv.field_size_limit(_LONGEST_CELL)
    rows: list[list[str]] = []
    bounds = Bounds()
    try:
        for row in _rows(text, sign):
            if not bounds.full():
                bounds.take(row)
                rows.append(row)
    except csv.Error as fault:
        raise Unreadable(f"no table: {fault}") from fault
    blocks = table_blocks(rows)
    tell(1.0)
    if not blocks:
        raise Unreadable("no text", code="no_text")
    if bounds.left_out:
        warnings = (*warnings, f"rows-left-out:{bounds.left_out}")
    return Extraction(tuple(blocks), warnings=warnings, kind=kind, encoding=encoding, structured=True)


def _declared(text: str) -> tuple[str | None, str]:
    """Excel's own first line, `sep=;`, and the text without it."""
    first, _, rest = text.partition("\n")
    if len(first) == 5 and first.lower().startswith("sep="):
        return first[4], rest
    return None, text


def _rows(text: str, sign: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=sign, skipinitialspace=True)


def delimiter(text: str) -> str | None:
    """The sign that parts the first rows into the most even number of cells, at least two; None when none does."""
    best: tuple[float, int, str] | None = None
    for rank, sign in enumerate(_SIGNS):
        widths: Counter[int] = Counter()
        try:
            for number, row in enumerate(_rows(text, sign)):
                if number >= _SAMPLE_ROWS:
                    break
                if any(cell.strip() for cell in row):
                    widths[len(row)] += 1
        except csv.Error:
            continue
        width, count = max(((w, c) for w, c in widths.items() if w > 1), key=lambda pair: pair[1], default=(0, 0))
        evenness = count / max(1, widths.total())
        if width and (best is None or (evenness, -rank) > best[:2]):
            best = (evenness, -rank, sign)
    return best[2] if best and best[0] >= 0.5 else None
