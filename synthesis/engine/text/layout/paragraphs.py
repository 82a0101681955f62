"""Rows of one column put together to paragraphs, by edges, indents, leading, size and the words themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from synthesis.engine.text import marks
from synthesis.engine.text.layout.pieces import Row, first_word_width
from synthesis.engine.text.layout.tables import contents_text, is_contents_row, table_ends, table_text, whole_rows

_ENDS = frozenset("。！？；…!?;:：.”’』」》】)）")
_NO_START = frozenset("，。、；：！？）》”’】」』")
_STOPS = frozenset("。！？!?.…")
#: Baselines further apart than this many sizes belong to different paragraphs whatever the leading.
_WIDEST = 2.3


@dataclass(slots=True)
class Paragraph:
    """Rows that belong together on one page, or a table with its text; `left` and `right` are the column's edges."""

    rows: list[Row]
    left: float
    right: float
    table: str = ""
    contents: bool = False
    extra: dict[str, float] = field(default_factory=dict)

    @property
    def size(self) -> float:
        """The size of the first row."""
        return self.rows[0].size

    @property
    def text(self) -> str:
        """The rows as lines, or the table."""
        if self.contents:
            return contents_text(self.rows[0])
        return self.table or "\n".join(row.text for row in self.rows)

    @property
    def is_note(self) -> bool:
        """Whether it is a note at the page's foot."""
        return self.rows[0].pieces[0].note

    @property
    def ends_full(self) -> bool:
        """Whether the last row reaches the right edge."""
        return _is_full(self.rows[-1], None, self.right)

    @property
    def indented(self) -> bool:
        """Whether the first row starts right of the column's edge."""
        return self.rows[0].x0 - self.left > 0.7 * self.size


def paragraphs(
    rows: Sequence[Row], leadings: dict[float, float], edges: tuple[float, float] | None = None
) -> list[Paragraph]:
    """The paragraphs and tables of a column, from top to bottom; `leadings` as `leading_by_size` gives them."""
    if not rows:
        return []
    left, right = edges or column_edges(rows)
    rows = whole_rows(rows)
    found: list[Paragraph] = []
    at = 0
    while at < len(rows):
        end = table_ends(rows, at)
        if end > at:
            found.append(Paragraph(list(rows[at:end]), left, right, table=table_text(rows[at:end])))
            at = end
            continue
        row = rows[at]
        open_ = found[-1] if found and not found[-1].table and not found[-1].contents else None
        if is_contents_row(row):
            found.append(Paragraph([row], left, right, contents=True))
        elif open_ is not None and _goes_on(open_, row, leadings):
            open_.rows.append(row)
        else:
            found.append(Paragraph([row], left, right))
        at += 1
    return found


def column_edges(rows: Sequence[Row]) -> tuple[float, float]:
    """The left edge most rows share, and the right edge that the longest reach."""
    lefts = Counter(round(row.x0) for row in rows)
    most = max(lefts.values())
    left = min(x for x, n in lefts.items() if n * 4 >= most)
    rights = sorted(row.x1 for row in rows)
    return min(float(left), min(row.x0 for row in rows) + 4 * rows[0].size), rights[-1 - len(rights) // 20]


def leading_by_size(columns: Sequence[Sequence[Row]]) -> dict[float, float]:
    """For each size (rounded to half a point) the commonest distance of two baselines within a column."""
    seen: dict[float, Counter[float]] = {}
    for rows in columns:
        for above, below in pairwise(rows):
            gap = below.y - above.y
            if abs(above.size - below.size) < 0.3 and 0.8 * below.size < gap < _WIDEST * below.size:
                seen.setdefault(_key(below.size), Counter())[round(gap * 2) / 2] += 1
    return {size: gaps.most_common(1)[0][0] for size, gaps in seen.items()}


def _key(size: float) -> float:
    return round(size * 2) / 2


def _goes_on(paragraph: Paragraph, row: Row, leadings: dict[float, float]) -> bool:
    """Whether `row` belongs to `paragraph`."""
    last, first = paragraph.rows[-1], paragraph.rows[0]
    size = row.size
    if abs(last.size - size) > 0.08 * size or last.bold != row.bold:
        return False
    gap = row.y - last.y
    leading = leadings.get(_key(size), 1.75 * size)
    # A title of several lines is set closer or wider than the few titles of its size tell.
    if gap > max(1.25 * leading, leading + 0.3 * size) or gap > _WIDEST * size or gap <= 0.3 * size:
        return False
    ahead, here = row.text, last.text
    if row.pieces[0].note:
        return False
    if marks.is_bullet(ahead) or _is_labelled(row):
        return False
    if marks.is_enumerated(ahead) and (here[-1] in _ENDS or not _is_full(last, row, paragraph.right)):
        return False
    hanging = marks.is_bullet(first.text) or marks.is_enumerated(first.text) or _is_labelled(first)
    if row.x0 - last.x0 > 0.7 * size and not (hanging and len(paragraph.rows) == 1):
        return _centred(last, row, paragraph)
    if _centred(last, row, paragraph):
        return True
    if len(paragraph.rows) > 1 and last.x0 - row.x0 > 0.7 * size:
        return False
    return _is_full(last, row, paragraph.right)


def _is_labelled(row: Row) -> bool:
    """Whether a bullet or number stands apart at the row's beginning."""
    first = row.pieces[0].text.strip()
    return (
        len(row.pieces) > 1 and len(first) <= 4 and (marks.is_bullet(first + " x") or marks.is_enumerated(first + " x"))
    )


def _is_full(row: Row, following: Row | None, right: float) -> bool:
    """Whether `row` ends where the column ends: the next word would not have fitted."""
    if following is None:
        return row.x1 + 2 * row.size > right
    ahead = following.text
    blank = 0.2 * row.size if row.text[-1].isascii() and ahead[0].isascii() else 0.0
    # Marks that may not begin a line pull the character before them down.
    spare = row.size if ahead[1:2] in _NO_START else 0.0
    if row.x1 + blank + first_word_width(following) + spare > right:
        return True
    # Ragged setting breaks where it likes: a sentence that goes on in small letters was not finished.
    return ahead[0].islower() and row.text[-1] not in _ENDS and row.x1 - row.x0 > 0.6 * (right - row.x0)


def _centred(above: Row, below: Row, paragraph: Paragraph) -> bool:
    """Whether two rows are set in the middle of the column, as titles and captions are."""
    if marks.is_credit(below.text):
        return False
    middle = paragraph.left + paragraph.right
    inset = min(above.x0, below.x0) > paragraph.left + 0.7 * below.size
    near = all(abs(row.x0 + row.x1 - middle) < 1.5 * below.size for row in (above, below))
    ended = above.text[-1] in _STOPS
    if abs(above.x0 - below.x0) > below.size and abs(above.x0 + above.x1 - below.x0 - below.x1) < 0.3 * below.size:
        # On a page of nothing but titles no line shows where the column begins.
        return not ended and above.x1 - above.x0 > 0.6 * (paragraph.right - paragraph.left)
    return near and inset and not ended and above.x1 - above.x0 > 0.4 * (paragraph.right - paragraph.left)
