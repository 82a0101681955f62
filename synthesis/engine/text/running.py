"""What of a text is running text: everything but page furniture and site chrome. For comparing, not for reading."""

from __future__ import annotations

from collections.abc import Iterable


def running_text(text: str, furniture: Iterable[tuple[int, int]]) -> str:
    """`text` with a line feed in place of every character of the `furniture` spans: equally long, so that offsets hold.

    Comparison counts no white space, so blocks of kind "boilerplate" neither match nor count.
    """
    pieces: list[str] = []
    at = 0
    for start, end in furniture:
        pieces += [text[at:start], "\n" * (end - start)]
        at = end
    pieces.append(text[at:])
    return "".join(pieces)
