"""Tables that a page cut are one table again; other tables stay apart."""

from __future__ import annotations

import pytest

from synthesis.engine.text.cut_tables import goes_on, is_continued_caption
from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.model import ReadingText, whole_tables
from synthesis.engine.text.reading import build_reading_text

HEAD = "学校\t人数\t占比"
UPPER = [HEAD, "东校\t312\t12.5%", "西校\t287\t11.0%", "南校\t150\t6.1%"]
LOWER = ["北校\t98\t4.0%", "中校\t77\t3.2%"]


def tables(reading: ReadingText) -> list[list[str]]:
    blocks = whole_tables(reading.text, reading.blocks)
    return [reading.text[b.start : b.end].split("\n") for b in blocks if b.kind == "table"]


@pytest.mark.parametrize(
    ("above", "below", "repeated"),
    [
        (UPPER, LOWER, 0),
        (UPPER, [HEAD, *LOWER], 1),
        ([HEAD, "校区\t名\t%", *UPPER[1:]], [HEAD, "校区\t名\t%", *LOWER], 2),
        (UPPER, ["教师\t课时\t备注", "甲\t12\t专职"], None),
        (UPPER, ["北校\t98"], None),
        (UPPER, [HEAD], None),
        (["种类\t名称\t用途", "甲\t乙\t丙"], ["\t丁\t戊"], 0),
        (["名称\t用途", "甲\t乙"], ["丙\t丁"], None),
    ],
)
def test_which_rows_go_on(above: list[str], below: list[str], repeated: int | None) -> None:
    assert goes_on(above, below) == repeated


def test_captions_that_say_so() -> None:
    assert all(
        map(
            is_continued_caption,
            ["续表 1", "表2（续）", "表 3-1 各校人数（续表）", "Table 4 (continued)", "Table 2. Counts, cont."],
        )
    )
    assert not any(map(is_continued_caption, ["表2 各校人数", "Table 4. Contents", "续写的故事"]))


@pytest.mark.parametrize(("repeated", "caption"), [("", ""), (HEAD, ""), ("", "续表1")])
def test_a_laid_out_table_over_three_pages(repeated: str, caption: str) -> None:
    def page(number: int, rows: list[str]) -> list[ExtractedBlock]:
        lead = [ExtractedBlock(caption, "caption", None, number)] if caption and number > 1 else []
        body = "\n".join([repeated, *rows] if repeated and number > 1 else rows)
        return [
            ExtractedBlock("年度报告", "boilerplate", None, number),
            *lead,
            ExtractedBlock(body, "table", None, number),
            ExtractedBlock(f"- {number} -", "boilerplate", None, number),
        ]

    blocks = [
        ExtractedBlock("先说明一句，后面是表。", page=1),
        *page(1, UPPER),
        *page(2, LOWER),
        *page(3, ["外校\t5\t0.2%"]),
        ExtractedBlock("表后面的话。", page=3),
    ]
    reading = build_reading_text(Extraction(tuple(blocks), kind="pdf", laid_out=True))
    assert tables(reading) == [[*UPPER, *LOWER, "外校\t5\t0.2%"]]
    assert [r.kind for r in reading.repairs] == ["page_join", "page_join"]
    assert [reading.text[a:b] for a, b in reading.sentences][1:-1] == [*UPPER, *LOWER, "外校\t5\t0.2%"]
    # What was taken out is in the repair.
    assert all("- " in r.before for r in reading.repairs)


def test_tables_of_their_own_stay_apart() -> None:
    blocks = [
        ExtractedBlock("\n".join(UPPER), "table", None, 1),
        ExtractedBlock("表2 教师", "caption", None, 2),
        ExtractedBlock("\n".join(LOWER), "table", None, 2),
    ]
    assert len(tables(build_reading_text(Extraction(tuple(blocks), kind="pdf", laid_out=True)))) == 2


def test_a_copied_table_past_its_page_number_and_repeated_head() -> None:
    filler = ["这一页只有一段话，它说了很久，也没有说完，因为后面还有许多页要读。"] * 6
    pages = [["年度报告", *filler, str(n)] for n in range(1, 4)]
    cut = [["年度报告", *filler[:5], "各校人数如下。", *UPPER, "4"], ["年度报告", HEAD, *LOWER, *filler[:5], "5"]]
    text = "\n".join(line for page in [*pages, *cut, ["年度报告", *filler, "6"]] for line in page)
    reading = build_reading_text(Extraction((ExtractedBlock(text),)))
    assert tables(reading) == [[*UPPER, *LOWER]]
    blank = "\n".join(["各校人数如下。", *UPPER, "", HEAD, *LOWER, "就是这些。"])
    assert tables(build_reading_text(Extraction((ExtractedBlock(blank),)))) == [[*UPPER, *LOWER]]
    apart = blank.replace("\n" + HEAD + "\n北", "\n北")
    assert len(tables(build_reading_text(Extraction((ExtractedBlock(apart),))))) == 2
