"""Text → original → text returns every span, over all repairs and all ways a file comes in."""

from __future__ import annotations

import random

import pytest

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.reading import ReadingText, build_reading_text
from tests.engine.text.samples import ENGLISH, SIMPLIFIED, TRADITIONAL
from tests.engine.text.scraper import scrape

SPANS = 10_000
LONG, _, OTHER = SIMPLIFIED.split("\n")[:3]
ODD = "表情\U0001f469\u200d\U0001f52c与\U00020bb7野家、cafe\u0301、n\u0303o、\u1112\u1161\u11ab글、\uf9f4中\r\n行\r尾\ufeff完。"
WIDE = "２０２４年，ＣＴ／ＭＲ 设备增长１２．５％，价格１，２８０元；ﾃﾞｰﾀ｡ ⼈⼯智能、⻓期^③、该项^[2]结论。"
SPACED = "我们 认为 夜间 开放 是 有 必要 的 ， 因为 读者 需要 更多 的 时间 。\n第 三 章  总 则\n摘　要：内容"
TABLE = "分馆          2022    2023\n北街分馆      1,204   1,350\n港口分馆      980     1,002"
BROKEN = SIMPLIFIED[:300].encode().decode("latin-1") + "\n\n" + "It’s naïve — a café".encode().decode("cp1252")


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


def plain(*pages: str, number: bool = False) -> Extraction:
    return Extraction(tuple(ExtractedBlock(p, page=n if number else None) for n, p in enumerate(pages, 1)))


def documents() -> dict[str, Extraction]:
    scraped = scrape(TRADITIONAL * 2, seed=3).shown
    pages = [f"年度报告\n{wrapped(p, 30)}\n{n}" for n, p in enumerate((LONG[:90], LONG[90:] + OTHER, LONG, OTHER), 1)]
    titles = ["一、读者需求", "1、学生读者", "2、上班族读者", "二、馆舍设备", "三、建议"]
    contents = "".join(f"{t} {3 + n}" for n, t in enumerate(titles))
    body = SIMPLIFIED.replace("\n", "")
    rows = "年份到馆(万)增长(%)20205.23.120215.93.220226.83.3"
    laid = (
        ExtractedBlock("夜间开放", "heading", 1, 1),
        ExtractedBlock(wrapped(LONG[:80], 20), page=1),
        ExtractedBlock(wrapped(LONG[80:], 20), page=2, continued=True),
        ExtractedBlock("年份\t人数\n2023\t1200", "table", None, 2),
        ExtractedBlock("The evening read-\ners asked for warm-\ner ﬁne rooms.", page=2),
        ExtractedBlock("- 3 -", "boilerplate", None, 3),
    )
    return {
        "scraped": plain(scraped),
        "odd": plain("\n\n".join([ODD, WIDE, SPACED, TABLE, ENGLISH, ODD * 3, LONG])),
        "broken": plain(BROKEN),
        "pages": plain(*pages, number=True),
        "copied": plain("\n".join(pages)),
        "flat": plain("图书馆研究报告目录" + contents + "摘要" + "".join(t + body for t in titles) + rows),
        "laid out": Extraction(laid, kind="pdf", laid_out=True),
        "structured": Extraction(tuple(ExtractedBlock(t) for t in (ODD, WIDE, TRADITIONAL, TABLE)), structured=True),
    }


@pytest.fixture(scope="module")
def readings() -> dict[str, ReadingText]:
    return {name: build_reading_text(extraction) for name, extraction in documents().items()}


def test_every_span_comes_back(readings: dict[str, ReadingText]) -> None:
    chance = random.Random(20)
    for name, reading in readings.items():
        to_original, to_text = reading.offset_map.to_original, reading.offset_map.to_text
        length = len(reading.text)
        for _ in range(SPANS // len(readings) + 1):
            start = chance.randrange(length)
            end = min(length, start + 1 + int(chance.expovariate(0.05)))
            span = to_original(start, end)
            assert 0 <= span[0] <= span[1] <= len(reading.original)
            assert to_text(*span) == (start, end), (name, start, end, reading.text[start:end])


def test_the_documents_hold_every_kind_of_repair(readings: dict[str, ReadingText]) -> None:
    kinds = {repair.kind for reading in readings.values() for repair in reading.all_repairs()}
    assert kinds >= {
        "annotation", "byteshift", "script", "width", "shape", "spacing", "table",
        "note_mark", "line_join", "page_join", "hyphen",
    }  # fmt: skip


def test_blocks_ascend_and_hold_their_sentences(readings: dict[str, ReadingText]) -> None:
    for name, reading in readings.items():
        at = 0
        for block in reading.blocks:
            assert at <= block.start < block.end <= len(reading.text)
            assert not reading.text[at : block.start].strip("#* \t\n\u3000"), name
            at = block.end
        assert not reading.text[at:].strip()
        starts = [(b.start, b.end) for b in reading.blocks if b.kind != "boilerplate"]
        assert all(any(a <= s and e <= b for a, b in starts) for s, e in reading.sentences)
        for repair in reading.repairs:
            assert reading.text[repair.start : repair.end] == repair.after


def test_no_character_is_lost(readings: dict[str, ReadingText]) -> None:
    for name in ("pages", "copied", "flat", "laid out"):
        reading = readings[name]
        removed = "".join(r.before for r in reading.repairs if r.start == r.end)
        kept = sorted(c for c in reading.text + removed if not c.isspace() and c != "-")
        assert kept == sorted(c for c in reading.original if not c.isspace() and c != "-"), name
