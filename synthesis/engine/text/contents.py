"""Tables of contents: found by their lines, and used to give the headings of the body their levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from synthesis.engine.text import marks
from synthesis.engine.text.headings import mark_of, rank_titles
from synthesis.engine.text.lines import Line

#: A table of contents longer than this, or with more lines between two entries, is not one.
_MOST_LINES = 600
_LONGEST_GAP = 3
_SHORTEST_TITLE = 3
#: So many neighbours with dots and a page number are a table without a title.
_UNTITLED = 4


@dataclass(frozen=True, slots=True)
class Contents:
    """The lines (indices) that make up the table of contents, each with its level, and the level of each title in it.

    The line that announces the table has no level.
    """

    lines: dict[int, int | None] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)

    def level(self, body: str) -> int | None:
        """The level of a body line that repeats a title of the table, else None."""
        if len(body) > 120 or not self.levels:
            return None
        key = _key(body)
        if key in self.levels:
            return self.levels[key]
        # The table shortens long titles: a line of a little more that ends with one is that title.
        shortened = (level for title, level in self.levels.items() if len(title) >= 10 and key.endswith(title))
        return next(shortened, None) if key[-1] not in "。！？；" and len(key) <= 60 else None


def find_contents(simplified: str, lines: Sequence[Line]) -> Contents:
    """The first table of contents: a title such as 目录 with at least two entries that end in a page number.

    Without a title, four neighbouring lines of dots and page numbers.
    """
    opening = lines[: max(200, len(lines) // 4)]
    for index, line in enumerate(opening):
        if marks.is_toc_title(simplified[line.start : line.end]):
            contents = _read(simplified, lines, index, index + 1)
            if contents.lines:
                return contents
    for index in range(len(opening) - _UNTITLED + 1):
        run = [simplified[line.start : line.end] for line in opening[index : index + _UNTITLED]]
        if all(map(marks.has_leader, run)):
            return _read(simplified, lines, index, index)
    return Contents()


def _read(simplified: str, lines: Sequence[Line], title: int, first: int) -> Contents:
    """The table whose title is line `title` and whose entries begin at line `first` (the same, when it has no title)."""
    entries: list[tuple[int, str, bool]] = []
    last = title
    for index in range(first, min(len(lines), title + _MOST_LINES)):
        body = simplified[lines[index].start : lines[index].end]
        entry = marks.toc_entry(body)
        if entry is not None:
            entries.append((index, entry[0], True))
            last = index
        elif index - last > _LONGEST_GAP or len(body) > 60:
            break
        else:
            entries.append((index, body, False))
    entries = [e for e in entries if e[0] <= last]
    numbered = sum(1 for e in entries if e[2])
    if numbered < 2:
        return Contents()
    levels = _levels(entries)
    places: dict[int, int | None] = {index: levels.get(_key(name), 1) for index, name, _ in entries}
    return Contents({title: None, **places}, levels)


def _levels(entries: Sequence[tuple[int, str, bool]]) -> dict[str, int]:
    """Titles without a page are parts above the paged ones; numbered titles rank by their kind of number."""
    parts = not entries[0][2]
    kinds = [mark_of(title) for _, title, _ in entries]
    kinds = [
        "part" if parts and not paged and kind in {"plain", "named"} else kind
        for kind, (_, _, paged) in zip(kinds, entries, strict=True)
    ]
    ranked = rank_titles([(kind, title) for kind, (_, title, _) in zip(kinds, entries, strict=True)])
    levels: dict[str, int] = {}
    pending: tuple[str, int, str] | None = None
    for kind, (_, title, paged), level in zip(kinds, entries, ranked, strict=True):
        if pending and paged:
            # The line above was a part, or the first line of this title: which one, the body will show.
            begun, its_level, its_kind = pending
            levels.setdefault(_key(begun + title), level if its_kind == "part" else its_level)
        pending = None if paged else (title, level, kind)
        if not paged or len(_key(title)) >= _SHORTEST_TITLE or kind == "named":
            levels.setdefault(_key(title), level)
    return levels


def _key(title: str) -> str:
    return "".join(title.split()).casefold()
