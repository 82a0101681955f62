"""References in finished form. `references_60.jsonl` and `references_40.jsonl` (the rarer kinds, and data as people really
have them) hold items in two languages, each with its line in three styles, checked by hand against the rules of the styles
and the examples that the standards give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from synthesis.infra.pandoc import inlines_of, plain
from synthesis.infra.references import STYLES, formatted, grouped

HERE = Path(__file__).parent
ROWS = [json.loads(line) for line in (HERE / "references_60.jsonl").read_text("utf-8").splitlines()]
RARER = [json.loads(line) for line in (HERE / "references_40.jsonl").read_text("utf-8").splitlines()]
ITEMS = [(row["item"]["id"], row["item"]) for row in ROWS]


@pytest.mark.parametrize("rows", [ROWS, RARER], ids=["sixty", "forty"])
@pytest.mark.parametrize("style", ["gbt7714-2025", "gbt7714-2015", "apa7"])
def test_references_by_hand(style, rows):
    entries = formatted([(row["item"]["id"], row["item"]) for row in rows], style).entries
    assert [entries[row["item"]["id"]].text for row in rows] == [row[style] for row in rows]


@pytest.mark.parametrize(
    ("style", "item", "line", "mark"),
    [
        (
            "gbt7714-2025-author-date",
            {"type": "article-journal", "title": "藏书考略", "container-title": "文献", "issue": "1", "page": "56--75"},
            "佚名，2013. 藏书考略[J]. 文献，（1）：56-75.",
            "佚名，2013",
        ),
        (
            "gbt7714-2025",
            {"type": "article-journal", "title": "减振性能研究", "container-title": "铁道学报"},
            "减振性能研究[J]. 铁道学报，2013-05-09.",
            None,
        ),
        (
            "gbt7714-2025",
            {
                "type": "chapter",
                "title": "谈谈记忆",
                "translator": [{"literal": "姜海伦"}],
                "container-title": "全书",
                "volume": "35",
            },
            "谈谈记忆[M]. 姜海伦，译//全书：第35卷. 2013.",
            None,
        ),
        ("apa7", {"type": "book", "title": "纪要", "issued": None}, "纪要. (无日期).", "纪要, 无日期"),
    ],
)
def test_what_is_known_in_part(style, item, line, mark):
    made = formatted([("x", {"issued": {"date-parts": [[2013, 5, 9]]}, "language": "zh", **item})], style)
    assert made.entries["x"].text == line
    assert made.marks.get("x") == mark


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


UNDATED = [
    ("zj", {"type": "article-journal", "title": "水文纪事", "container-title": "水利", "volume": "3", "page": "1-3"}),
    ("zn", {"type": "article-newspaper", "title": "渡口新貌", "container-title": "河口日报"}),
    ("zw", {"type": "webpage", "title": "办事指南", "URL": "https://example.org/a"}),
    ("zr", {"type": "report", "title": "年报", "issued": {"date-parts": [[2024]]}}),
    ("zs", {"type": "report", "title": "半年报", "issued": {"date-parts": [[2024]]}}),
    ("zb", {"type": "book", "title": "船谱", "author": [{"family": "王", "given": "某"}], "publisher": "江海社"}),
    ("en", {"type": "report", "title": "Ferry notes"}),
]
# By GB/T 7714: nobody is 佚名 or Anon, works of one name and year have letters behind the year; what is not known of a
# publication stands in brackets, as [出版地不详] and [S.l.] do.
UNDATED_LINES = {
    "gbt7714-2025-author-date": [
        ("王某，[出版年不详]", "王某，[出版年不详]. 船谱[M]. 江海社."),
        ("佚名，2024a", "佚名，2024a. 年报[R]. 2024."),
        ("佚名，2024b", "佚名，2024b. 半年报[R]. 2024."),
        ("佚名，[出版年不详-a]", "佚名，[出版年不详-a]. 办事指南[EB/OL]. https://example.org/a."),
        ("佚名，[出版年不详-b]", "佚名，[出版年不详-b]. 渡口新貌[N]. 河口日报."),
        ("佚名，[出版年不详-c]", "佚名，[出版年不详-c]. 水文纪事[J]. 水利，3：1-3."),
        ("Anon，[n.d.]", "Anon，[n.d.]. Ferry notes[R]."),
    ],
    "gbt7714-2015-author-date": [
        ("王某, [出版年不详]", "王某, [出版年不详]. 船谱[M]. 江海社."),
        ("佚名, 2024a", "佚名, 2024a. 年报[R]."),
        ("佚名, 2024b", "佚名, 2024b. 半年报[R]."),
        ("佚名, [出版年不详-a]", "佚名, [出版年不详-a]. 办事指南[EB/OL]. https://example.org/a."),
        ("佚名, [出版年不详-b]", "佚名, [出版年不详-b]. 渡口新貌[N]. 河口日报."),
        ("佚名, [出版年不详-c]", "佚名, [出版年不详-c]. 水文纪事[J]. 水利, 3: 1-3."),
        ("Anon, [n.d.]", "Anon, [n.d.]. Ferry notes[R]."),
    ],
}


@pytest.mark.parametrize("style", UNDATED_LINES)
def test_works_of_nobody_and_of_no_year_are_told_apart(style):
    made = formatted(UNDATED, style)
    assert [(made.marks[key], made.entries[key].text) for key in made.order] == UNDATED_LINES[style]


def test_thirty_works_of_nobody_have_thirty_marks():
    bare = [(str(n), {"type": "document", "title": f"资料{n}"}) for n in range(30)]
    for style in UNDATED_LINES:
        assert len(set(formatted(bare, style).marks.values())) == 30


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
