"""Which blocks of a page are its article: trafilatura says where it lies, the page's own tree what stands there.

trafilatura's text repeats nested lists and leaves out notes and captions, so it serves as a map only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from synthesis.engine.text.extraction import ExtractedBlock
from synthesis.engine.text.headings import mark_of
from synthesis.infra.parsers.html_body import PageBlock

_OTHER = re.compile(r"[\W_]+")
#: Letters from which a block is recognised by its words alone; shorter ones occur by chance.
_TELLING = 12
#: Pieces by which a block is recognised when a mark or a link in it was read otherwise.
_PIECE, _SHARED = 10, 0.7
#: Blocks of the page must hold this share of the map's letters, or the two do not speak of the same text.
_AGREED = 0.6
#: A block whose letters are links in such a share belongs to a list of other pages.
_MOSTLY_LINKS = 0.5
#: A heading by its type alone: all of it is bold, it is short, and no sentence ends in it.
_MOSTLY_BOLD, _LONGEST_HEADING = 0.95, 60
_STOPS = "。；，、：.;,:"
#: The page's title stands at most so many blocks above the text (author, date, tools).
_TITLE_AT_MOST = 8


def article_blocks(page: Sequence[PageBlock], mapped: str, title: str = "") -> list[ExtractedBlock]:
    """The blocks of the article whose words `mapped` holds, in the order of the page; none when the two disagree.

    `title` is what the page calls itself, perhaps with the name of its site.
    """
    letters = _OTHER.sub("", mapped)
    pieces = {letters[i : i + _PIECE] for i in range(len(letters) - _PIECE + 1)}
    known = [_is_known(_OTHER.sub("", p.block.text), letters, pieces) for p in page]
    telling = [i for i, p in enumerate(page) if known[i] and len(_OTHER.sub("", p.block.text)) >= _TELLING]
    if not telling or not letters:
        return []
    first, last = telling[0], telling[-1]
    if sum(len(_OTHER.sub("", p.block.text)) for p, is_known in zip(page, known, strict=True) if is_known) < (
        _AGREED * len(letters)
    ):
        return []
    first = _with_title(page, known, first, _OTHER.sub("", title))
    while last + 1 < len(page) and _continues(page[last + 1], known[last + 1]):
        last += 1
    return _with_headings([page[i] for i in range(first, last + 1) if _belongs(page[i], known[i])])


def _is_known(own: str, letters: str, pieces: set[str]) -> bool:
    if not own:
        return False
    if own in letters:
        return True
    mine = [own[i : i + _PIECE] for i in range(len(own) - _PIECE + 1)]
    return bool(mine) and sum(1 for piece in mine if piece in pieces) >= _SHARED * len(mine)


def _with_title(page: Sequence[PageBlock], known: Sequence[bool], first: int, title: str) -> int:
    """The place of the heading with the page's title or of first level above the text, or of the headings and known
    lines directly above it."""
    for i in range(first, max(-1, first - _TITLE_AT_MOST), -1):
        if page[i].block.kind == "heading" and not page[i].chrome:
            own = _OTHER.sub("", page[i].block.text)
            if page[i].block.level == 1 or (own and title.startswith(own)):
                return i
    while first and not page[first - 1].chrome and known[first - 1] and page[first - 1].linked < _MOSTLY_LINKS:
        first -= 1
    return first


def _continues(block: PageBlock, known: bool) -> bool:
    """Whether a block below the last long one is still of the article: its notes, captions, short last lines."""
    if block.chrome or block.linked >= _MOSTLY_LINKS:
        return False
    return known or block.block.kind in {"footnote", "caption"}


def _belongs(block: PageBlock, known: bool) -> bool:
    """Whether a block between the article's first and last does: elements and links say what the map does not know."""
    if known and len(block.block.text) >= _TELLING:
        return True
    return not block.chrome and block.linked < _MOSTLY_LINKS


def _with_headings(page: Sequence[PageBlock]) -> list[ExtractedBlock]:
    """The blocks, with lines that are headings only by their bold type as headings.

    They lie at the level of those with a number of their kind, else one below all of the page.
    """
    levels = [(mark_of(p.block.text), p.block.level or 1) for p in page if p.block.kind == "heading"]
    deepest = max((level for _, level in levels), default=1)
    numbered = {mark: level for mark, level in levels if mark not in {"plain", "named"}}
    found: list[ExtractedBlock] = []
    number = ""
    for i, own in enumerate(page):
        if not _is_bold_line(own):
            found.append(own.block)
            continue
        text = f"{number} {own.block.text}".strip()
        number = ""
        following = next((p for p in page[i + 1 :] if p.block.kind != "caption"), None)
        if following is not None and _is_bold_line(following) and own.block.text.isdigit():
            # The number of a part, alone in its line.
            number = text
        elif following is not None and following.bold < _MOSTLY_BOLD and following.block.kind != "heading":
            found.append(ExtractedBlock(text, "heading", numbered.get(mark_of(text), min(deepest + 1, 6))))
        else:
            found.append(ExtractedBlock(text))
    return found


def _is_bold_line(own: PageBlock) -> bool:
    """Whether the whole block is a short bold line without the end of a sentence."""
    text = own.block.text
    plain = own.block.kind == "paragraph" and own.bold >= _MOSTLY_BOLD and len(text) <= _LONGEST_HEADING
    return plain and "\n" not in text and text[-1] not in _STOPS
