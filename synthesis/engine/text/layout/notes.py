"""Raised marks and the notes at a page's foot that they call: `12.5` with a raised 1 is not the figure `12.51`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from synthesis.engine.text.layout.pieces import Page, Piece

_NUMBERS = regex.compile(r"\d{1,3}(?:\s?[,，、–-]\s?\d{1,3})*")
_NUMBER = regex.compile(r"\d{1,3}")
_SIGN = regex.compile(r"[①-⑳❶-❿]|[*†‡§]{1,3}|[\[(（【〔]\d{1,3}[\])）】〕]")
#: A mark that is not raised, before its note in smaller type; with a stop it numbers a list.
_PLAIN = regex.compile(r"(?P<mark>\d{1,3})\s?(?=[\p{L}“《（(])")
#: After these a raised number calls a note; after a figure or a short unit it is a power.
_CALLS = regex.compile(r"(?:[\p{Han}\p{P}]|\p{Latin}{3})\s?$")
_UNIT = regex.compile(r"\d\s?(?:[kcdmµμ]?m|s|ft|in)$")
_POWERS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_POWER = regex.compile(r"[\d+−-]{1,3}")
#: Notes are set smaller than this part of the body, below this part of the page.
_SMALLER, _BELOW = 0.97, 0.3
#: So few characters below a note are the page's number.
_FOLIO = 12


def mark_notes(page: Page, size: float) -> Page:
    """`page` with raised numbers written `[1]` where they call a note, else as powers; its notes are told apart.

    `size` is the size of the document's body.
    """
    called = {mark for piece in page.pieces for mark in _called(piece)}
    notes = {id(p): mark for p in page.pieces if (mark := _leading(p, page, size)) and mark in called}
    own = set(notes.values())
    pieces = []
    for piece in page.pieces:
        written = _written(piece, own, entry=id(piece) in notes) if piece.raised else piece
        pieces.append(replace(written, note=True) if id(piece) in notes and _at_foot(piece, page, size) else written)
    return replace(page, pieces=tuple(pieces))


def _at_foot(piece: Piece, page: Page, size: float) -> bool:
    """Whether no text of the body's size follows below: a table's notes stay where they are."""
    return not any(
        p.y > piece.y and p.size > _SMALLER * size and len(p.text) > _FOLIO and p.x0 < piece.x1 and p.x1 > piece.x0
        for p in page.pieces
    )


def _called(piece: Piece) -> Iterator[str]:
    """The marks within a line, each on its own."""
    for start, end in piece.raised:
        if start > 0:
            mark = piece.text[start:end].strip()
            yield from _NUMBER.findall(mark) if _NUMBERS.fullmatch(mark) else [mark]
    yield from (m.group() for m in _SIGN.finditer(piece.text) if m.start() > 0)


def _leading(piece: Piece, page: Page, size: float) -> str:
    """The mark of the note that `piece` begins, or ""."""
    if piece.y < _BELOW * page.height or piece.size > _SMALLER * size:
        return ""
    if piece.raised and piece.raised[0][0] == 0:
        mark, rest = piece.text[: piece.raised[0][1]].strip(), piece.text[piece.raised[0][1] :]
        return mark if rest.strip() and (_NUMBER.fullmatch(mark) or _SIGN.fullmatch(mark)) else ""
    sign = _SIGN.match(piece.text)
    if sign:
        return sign.group()
    plain = _PLAIN.match(piece.text)
    return plain["mark"] if plain else ""


def _written(piece: Piece, own: set[str], *, entry: bool) -> Piece:
    """The piece with its raised numbers as text that keeps them apart from what stands before them."""
    text, at = "", 0
    shifts: list[tuple[int, int]] = []
    for start, end in piece.raised:
        before = text + piece.text[at:start]
        text, at = before + _raised(piece.text[start:end], before, own, entry=entry), end
        while entry and text[-1:] == " " == piece.text[at : at + 1]:
            at += 1
        shifts.append((end, len(text) - end))
    text += piece.text[at:]
    gaps = tuple(
        (offset + next((by for end, by in reversed(shifts) if offset >= end), 0), a, b) for offset, a, b in piece.gaps
    )
    return replace(piece, text=text, gaps=gaps, raised=())


def _raised(mark: str, before: str, own: set[str], *, entry: bool) -> str:
    if _POWER.fullmatch(mark) and _UNIT.search(before):
        return mark.translate(_POWERS)
    if _NUMBERS.fullmatch(mark) and ((entry and not before) or own.issuperset(_NUMBER.findall(mark))):
        return f"[{mark}] " if not before else f"[{mark}]"
    if _NUMBERS.fullmatch(mark) and _CALLS.search(before):
        return f"[{mark}]"
    return mark.translate(_POWERS) if before and _POWER.fullmatch(mark) else mark
