"""Charts and diagrams of Office files as text: a chart's numbers as the table they were, a diagram's words in order."""

from __future__ import annotations

from typing import Any

from synthesis.engine.text.extraction import ExtractedBlock
from synthesis.infra.parsers.package import every, find, local
from synthesis.infra.parsers.tables import table_text

#: More points than this are a curve, which nobody quotes by its numbers.
_MOST_POINTS = 200


def chart_blocks(root: Any, page: int) -> list[ExtractedBlock]:
    """The title of a chart as a caption, its series as a table: a column for each, a row for each category."""
    blocks = []
    chart = find(root, "chart")
    title = find(chart, "title")
    words = "".join(e.text or "" for e in every(title, "t")) if title is not None else ""
    if words.strip():
        blocks.append(ExtractedBlock(" ".join(words.split()), "caption", page=page))
    series = [e for e in every(root, "ser") if local(e.getparent()).endswith("Chart")]
    names = [
        "".join(v.text or "" for v in every(find(s, "tx"), "v")) if find(s, "tx") is not None else "" for s in series
    ]
    categories: dict[int, str] = {}
    columns = []
    for one in series:
        categories = categories or _points(one, "cat", "xVal")
        columns.append(_points(one, "val", "yVal"))
    places = sorted({place for points in (categories, *columns) for place in points})
    if columns and places and len(places) <= _MOST_POINTS:
        rows = [[categories.get(place, ""), *(points.get(place, "") for points in columns)] for place in places]
        blocks.append(ExtractedBlock(table_text([["", *names], *rows]), "table", page=page))
    return blocks


def _points(series: Any, *names: str) -> dict[int, str]:
    holder = next((e for name in names if (e := find(series, name)) is not None), None)
    points: dict[int, str] = {}
    for point in every(holder, "pt") if holder is not None else ():
        value = find(point, "v")
        index = str(point.get("idx") or "")
        if value is not None and value.text and index.isdigit():
            points.setdefault(int(index), _plain(value.text))
    return points


def _plain(text: str) -> str:
    """A cached number without the noise of its binary form."""
    try:
        return f"{float(text):.12g}" if "." in text and "e" not in text.lower() else text
    except ValueError:
        return text


def diagram_lines(root: Any) -> list[str]:
    """The words of a diagram's points (SmartArt), in the order of its data."""
    lines = []
    for point in every(root, "pt"):
        holder = find(point, "t")
        for paragraph in every(holder, "p") if holder is not None else ():
            text = " ".join("".join(e.text or "" for e in every(paragraph, "t")).split())
            if text:
                lines.append(text)
    return lines
