"""The first citation data of a source: from its file, then from its text, each with its origin."""

from __future__ import annotations

from io import BytesIO

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.reading import build_reading_text
from synthesis.infra.parsers import html
from synthesis.sources.citation import citation_from, citation_of, origins

PAGE = """<html lang="zh"><head><title>Site</title>
<meta name="citation_title" content="可穿戴设备的血压测量">
<meta name="citation_author" content="王明"><meta name="citation_author" content="Smith, Ann">
<meta name="citation_journal_title" content="某学报"><meta name="citation_publication_date" content="2023/05/01">
<meta name="citation_volume" content="12"><meta name="citation_issue" content="3">
<meta name="citation_firstpage" content="45"><meta name="citation_lastpage" content="52">
<meta name="citation_doi" content="10.1000/xyz"><meta name="citation_issn" content="1000-0001">
</head><body><article><h1>可穿戴设备的血压测量</h1><p>{}</p></article></body></html>"""


def test_a_journals_page():
    text = "研究者比较了三种设备的读数，并记录了每次测量的时间和姿势。" * 12
    extraction = html.parse("html", BytesIO(PAGE.format(text).encode()), lambda share: None)
    item = citation_from(extraction.metadata, "可穿戴设备的血压测量")
    assert item["type"] == "article-journal"
    assert item["author"] == [{"literal": "王明"}, {"family": "Smith", "given": "Ann"}]
    assert item["container-title"] == "某学报"
    assert (item["volume"], item["issue"], item["page"]) == ("12", "3", "45-52")
    assert item["issued"] == {"date-parts": [[2023, 5, 1]]}
    assert item["DOI"] == "10.1000/xyz"


def test_programs_are_no_authors():
    for name in ("Administrator", "微软用户", "lenovo", "python-docx", "example.com"):
        assert "author" not in citation_from({"author": name}, "T")


def test_the_text_is_read_where_the_file_is_silent():
    body = "某地社区调查\n作者：王明 李红　发布时间：2024-05-01　来源：某日报\n\n正文从这里开始。\n"
    reading = build_reading_text(Extraction((ExtractedBlock(body),)))
    item = citation_of(reading, "某地社区调查")
    assert item["author"] == [{"literal": "王明"}, {"literal": "李红"}]
    assert item["issued"] == {"date-parts": [[2024, 5, 1]]}
    assert item["container-title"] == "某日报"
    assert item["language"] == "zh-CN"
    known = origins(item)
    assert known["author"] == known["issued"] == known["container-title"] == "text"
    assert known["title"] == "file"
