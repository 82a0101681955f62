"""Tables that ran into a line of text when a scrape lost its cells.

Their rows begin with years, or are labels with figures; or they are what stands without a stop where a section ends.
"""

from __future__ import annotations

import regex

from synthesis.engine.text.sentences import split_sentences

#: The first row: a year with its first figure, or text, straight after it.
_FIRST = regex.compile(r"(?<![\d.,])(?:19|20)\d\d(?=[\d\p{Han}\p{Lu}])(?![年月至到])")
_AFTER_YEAR = regex.compile(r"[\d\p{Han}\p{Lu}](?<![年月至到])")
_STOP = frozenset("。！？；!?;")
_LONGEST_ROW = 100
_LONGEST_HEADER = 160
#: A header of at least two columns with their units, and rows of a label and figures.
_UNITS = regex.compile(r"(?:[^()（）。\d]{1,24}[(（][^()（）。]{1,12}[)）]){2,}")
_LABELLED = regex.compile(r"(?:\p{Han}[^\d。]{0,20}\d[\d.,%％]*){3,}")
_LABEL_ROW = regex.compile(r"\p{Han}[^\d。]{0,20}\d[\d.,%％]*")
_FIGURES = regex.compile(r"\d+(?:[.,]\d+)*")
_FEWEST_ROWS = 3


def find_rows(text: str, start: int, end: int) -> list[list[tuple[int, int]]]:
    """The tables of `text[start:end]`, each as the spans of its header (where there is one) and its rows, ascending.

    A table is a run of at least three years, each one more than the one before, at most 100 characters apart, without a
    sentence end between them; it ends where the text or its sentence ends. The last table may be what stands without a stop at the end.
    """
    tables: list[list[tuple[int, int]]] = []
    at = start
    while (first := _FIRST.search(text, at, end)) is not None:
        rows = _rows(text, first.start(), end)
        if not rows:
            at = first.end()
            continue
        header = _header(text, max(at, start), first.start())
        tables.append([*([header] if header else []), *rows])
        at = rows[-1][1]
    rest = _unended(text, at, end)
    if rest:
        tables.append(rest)
    return tables


def _unended(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands after the last sentence of a section without a stop, when it is full of figures: a table in one piece,

    or in rows when its header has units and every row is a label with its figures.
    """
    first = max((text.rfind(mark, start, end) for mark in _STOP), default=-1) + 1
    first = max(first, start)
    while first < end and (text[first].isspace() or text[first] in "”’』」）)"):
        first += 1
    last = end
    while last > first and text[last - 1].isspace():
        last -= 1
    if last - first < 30 or len(_FIGURES.findall(text, first, last)) < _FEWEST_ROWS:
        return []
    header = _UNITS.match(text, first, last)
    if header and _LABELLED.fullmatch(text, header.end(), last):
        return [header.span(), *(m.span() for m in _LABEL_ROW.finditer(text, header.end(), last))]
    return [(first, last)]


def _rows(text: str, start: int, end: int) -> list[tuple[int, int]]:
    places = [start]
    year = int(text[start : start + 4])
    while (place := text.find(str(year + len(places)), places[-1] + 4, min(end, places[-1] + _LONGEST_ROW))) >= 0:
        if _STOP & set(text[places[-1] : place]) or not _AFTER_YEAR.match(text, place + 4, end):
            break
        places.append(place)
    if len(places) < _FEWEST_ROWS:
        return []
    last = split_sentences(text, places[-1], min(end, places[-1] + _LONGEST_ROW + 1))[0][1]
    # A sentence that follows the table cannot be told from its last row: then the table is left alone.
    if last - places[-1] > _LONGEST_ROW or (text[last - 1] in _STOP):
        return []
    return list(zip(places, [*places[1:], last], strict=True))


def _header(text: str, start: int, end: int) -> tuple[int, int] | None:
    begin = max(start, end - _LONGEST_HEADER)
    stop = max((text.rfind(mark, begin, end) for mark in _STOP), default=-1)
    first = stop + 1 if stop >= 0 else begin
    while first < end and (text[first].isspace() or text[first] in "”’』」）)"):
        first += 1
    whole = stop >= 0 or begin == start
    return (first, end) if first < end and whole else None
