"""Cells that span rows and columns: what they span besides their own place is empty, so that columns stay columns."""

from __future__ import annotations

#: Numbers beyond these are mistakes or attacks; no table is so wide, no cell so high.
_WIDEST, _HIGHEST = 1000, 10_000


class SpannedRows:
    """Rows that are filled cell by cell."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self._below: dict[int, int] = {}

    def start_row(self) -> None:
        self.end_row()
        self.rows.append([])

    def add(self, text: str, height: int = 1, width: int = 1) -> None:
        """The next cell of the current row; a first row is started by itself."""
        if not self.rows:
            self.rows.append([])
        row = self.rows[-1]
        self._skip(row)
        width, height = max(1, min(width, _WIDEST - len(row))), max(1, min(height, _HIGHEST))
        for place in range(len(row), len(row) + width):
            self._below[place] = height - 1
        row += [text, *[""] * (width - 1)]

    def end_row(self) -> None:
        """Empty cells at the end of the row for what reaches down from above."""
        if self.rows:
            self._skip(self.rows[-1])

    def _skip(self, row: list[str]) -> None:
        while self._below.get(len(row), 0) > 0:
            self._below[len(row)] -= 1
            row.append("")
