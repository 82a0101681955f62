"""References in finished form. `references_60.jsonl` holds items of all kinds in two languages, each with its line in three
styles, checked by hand against the rules of the styles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from synthesis.infra.pandoc import inlines_of, plain
from synthesis.infra.references import STYLES, formatted, grouped

ROWS = [json.loads(line) for line in (Path(__file__).parent / "references_60.jsonl").read_text("utf-8").splitlines()]
ITEMS = [(row["item"]["id"], row["item"]) for row in ROWS]


@pytest.mark.parametrize("style", ["gbt7714-2025", "gbt7714-2015", "apa7"])
def test_sixty_references(style):
    entries = formatted(ITEMS, style).entries
    assert [entries[id_].text for id_, _ in ITEMS] == [row[style] for row in ROWS]


def test_numbers_follow_the_text_and_author_date_lists_are_sorted():
    order = formatted(ITEMS, "gbt7714-2015").order
    assert list(order) == [id_ for id_, _ in ITEMS]
    listed = formatted(ITEMS, "apa7")
    first_latin = next(n for n, id_ in enumerate(listed.order) if id_.startswith("e"))
    assert all(id_.startswith("e") for id_ in listed.order[first_latin:])
    texts = [listed.entries[id_].text for id_ in listed.order[first_latin:]]
    assert texts == sorted(texts, key=str.lower)


@pytest.mark.parametrize(
    ("style", "zh", "en"),
    [
        ("gbt7714-2025-author-date", "孙悦 等，2022", "Parker et al.，2023"),
        ("gbt7714-2015-author-date", "孙悦 等, 2022", "Parker et al., 2023"),
        ("apa7", "孙悦 等, 2022", "Parker et al., 2023"),
    ],
)
def test_marks_in_the_text_speak_the_language_of_the_work(style, zh, en):
    marks = formatted(ITEMS, style).marks
    assert (marks["zj2"], marks["ej2"]) == (zh, en)
    assert grouped([marks["zj2"], marks["ej2"]], "zh") == f"（{zh}; {en}）"


def test_two_works_of_a_year_are_told_apart():
    twins = [(n, {**ROWS[3]["item"], "title": title}) for n, title in (("a", "甲"), ("b", "乙"))]
    marks = formatted(twins, "apa7").marks
    assert {mark[-1] for mark in marks.values()} == {"a", "b"}


def test_without_data_a_title_is_enough_and_italics_are_kept():
    (bare,) = formatted([("x", {"title": "无出处"})], "gbt7714-2025").entries.values()
    assert bare.text == "无出处[Z]."
    entry = formatted(ITEMS[:1], "apa7").entries["zj1"]
    assert "Emph" in {node["t"] for node in entry.inlines}
    assert formatted([], "apa7").order == ()
    assert plain(inlines_of("two  words ")) == "two words "


@pytest.mark.parametrize("style", STYLES)
def test_markup_in_the_data_is_words(style):
    item = {
        "type": "book",
        "title": "A *b* $c$ \\input{x} # d",
        "author": [{"family": "O_o", "given": "X"}],
        "language": "en",
    }
    (entry,) = formatted([("x", item)], style).entries.values()
    assert "\\input{x}" in entry.text
    assert {node["t"] for node in entry.inlines} <= {"Str", "Space", "Emph"}
