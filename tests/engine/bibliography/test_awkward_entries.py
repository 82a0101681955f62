"""Entries as people and databases really write them; none was taken from a file of somebody."""

from __future__ import annotations

import pytest

from synthesis.engine.bibliography.formats import read


def lit(*names):
    return [{"literal": name} for name in names]


def one(text, name=""):
    result = read(text, name)
    assert len(result.entries) == 1, result
    return result.entries[0].item


BIBTEX = [
    (r'@article{a, title={X}, author={M{\"u}ller, J{\"o}rg}}', "author", [{"family": "Müller", "given": "Jörg"}]),
    (r"@article{a, title={X}, author={Ludwig van Beethoven}}", "author", [{"family": "van Beethoven", "given": "Ludwig"}]),
    (r"@article{a, title={X}, author={{World Health Organization} and Li, Na}}", "author", [{"literal": "World Health Organization"}, {"family": "Li", "given": "Na"}]),
    (r"@article{a, title={X}, author={{Barnes and Noble, Inc.}}}", "author", lit("Barnes and Noble, Inc.")),
    (r"@article{a, title={X}, author={King, Jr., Martin Luther}}", "author", [{"family": "King", "suffix": "Jr.", "given": "Martin Luther"}]),
    (r"@article{a, title={X}, author={Knuth, D. and others}}", "author", [{"family": "Knuth", "given": "D."}]),
    (r"@article{a, title={X}, author={王明 and 欧阳修 and 李 红}}", "author", lit("王明", "欧阳修", "李红")),
    (r"@article{a, title={X}, author={王明;李红;}}", "author", lit("王明", "李红")),
    (r"@article{a, title={X}, author={王明，李红，等}}", "author", lit("王明", "李红")),
    (r"@article{a, title={X}, author={王, 明}}", "author", lit("王明")),
    (r"@article{a, title={{The {DNA} of {\LaTeX}}}}", "title", "The DNA of LaTeX"),
    ('@article{a, title="Quoted, with {"}quotes{"} inside"}', "title", 'Quoted, with "quotes" inside'),
    (r"@article{a, title={Growth of 50% at $5 \& more}}", "title", "Growth of 50% at $5 & more"),
    (r"@article{a, title={\v{C}apek, \'Elan, na\"ive, \o{}re, \ss}}", "title", "Čapek, Élan, naïve, øre, ß"),
    ("@article{a, title={On\n   two\tlines}}", "title", "On two lines"),
    ("@article(a, title={In parentheses}\n)", None, None),
    ("@article{a, title={X}, pages={12--20}}", "page", "12-20"),
    ("@article{a, title={X}, pages={12 – 20}}", "page", "12 - 20"),
    ("@article{a, title={X}, year=2020, month=may, day=3}", "issued", {"date-parts": [[2020, 5, 3]]}),
    ("@article{a, title={X}, date={2021-07}}", "issued", {"date-parts": [[2021, 7]]}),
    ("@article{a, title={X}, date={2021-07-01/2021-07-05}}", "issued", {"date-parts": [[2021, 7, 1]]}),
    ("@article{a, title={X}, year={in press}}", "issued", {"literal": "in press"}),
    ("@article{a, title={X}, year={2020年}}", "issued", {"date-parts": [[2020]]}),
    ("@string{jmi = {J. Med. Imaging}}\n@article{a, title={X}, journal = jmi # { (Suppl)}}", "container-title", "J. Med. Imaging (Suppl)"),
    ("@article{a, title={X}, doi={https://doi.org/10.1000/a_b}}", "DOI", "10.1000/a_b"),
    (r"@article{a, title={X}, doi={10.1000/a\_b}}", "DOI", "10.1000/a_b"),
    (r"@misc{a, title={X}, howpublished={\url{https://example.org/~me/a_b}}}", "URL", "https://example.org/~me/a_b"),
    (r"@misc{a, title={X}, howpublished={\url{https://example.org/}}}", "type", "webpage"),
    ("@online{a, title={X}, url={www.example.org/a}}", "URL", "https://www.example.org/a"),
    ("@article{a, title={X}, url={javascript:alert(1)}}", "URL", None),
    ("@mastersthesis{a, title={医疗}, school={某大学}}", "genre", "硕士"),
    ("@techreport{a, title={X}, number={7}, institution={WHO}}", "number", "7"),
    ("@article{a, title={X}, number={7}}", "issue", "7"),
    ("@article{a, entrysubtype={newspaper}, title={X}}", "type", "article-newspaper"),
    ("@frobnication{a, title={X}}", "type", "document"),
    ("@ARTICLE{a, TITLE={X}, JOURNAL={Y}}", "container-title", "Y"),
    ("@online{a, title={X}, organization={某网站}, urldate={2024-02-29}}", "accessed", {"date-parts": [[2024, 2, 29]]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "member", "value"), BIBTEX)
def test_bibtex(text, member, value):
    result = read(text, "bibtex")
    if member is None:
        # An entry that is not understood is told, never lost without a word.
        assert result.entries or result.problems
        return
    assert result.entries[0].item.get(member) == value


def test_a_broken_entry_stops_no_other_and_is_told_by_its_line():
    text = (
        "@article{a, title={One}}\n"
        "@book{b, title = {never closed, year = 2020\n"
        "@article{c, title={Two}}\n"
        "@misc{d title={no comma}}\n"
        "@misc{e, author={Nobody}}\n"
        "@article{c, title={The same key}}\n"
        "@article{f, title={Three}, year={2020}, year={2021}}\n"
    )
    result = read(text)
    assert [(entry.item["title"], entry.line) for entry in result.entries] == [
        ("One", 1), ("Two", 3), ("The same key", 6), ("Three", 7),
    ]  # fmt: skip
    assert [(problem.line, problem.code) for problem in result.problems] == [
        (2, "entry"),
        (4, "entry"),
        (5, "no-title"),
    ]
    assert result.entries[3].item["issued"] == {"date-parts": [[2020]]}


RIS = [
    ("TY  - JOUR\nTI  - X\nAU  - 王明;李红;\nER  - ", "author", lit("王明", "李红")),
    ("TY  - JOUR\nTI  - X\nA1  - Smith, John\nA1  - WHO,\nER  - ", "author", [{"family": "Smith", "given": "John"}, {"literal": "WHO"}]),
    ("TY - JOUR\nTI - one blank only\nER -", "title", "one blank only"),
    ("\ufeffTY  - JOUR\r\nT1  - with a mark\r\nER  - \r\n", "title", "with a mark"),
    ("TY  - JOUR\nTI  - 很长的题目\n接着写\nER  - ", "title", "很长的题目接着写"),
    ("TY  - JOUR\nTI  - A long\n  title\nER  - ", "title", "A long title"),
    ("TY  - JOUR\nTI  - X\nSP  - 12-20\nER  - ", "page", "12-20"),
    ("TY  - JOUR\nTI  - X\nSP  - 12\nEP  - 20\nER  - ", "page", "12-20"),
    ("TY  - JOUR\nTI  - X\nSP  - 12\nEP  - 12\nER  - ", "page", "12"),
    ("TY  - JOUR\nTI  - X\nPY  - 2020/05/03/\nER  - ", "issued", {"date-parts": [[2020, 5, 3]]}),
    ("TY  - JOUR\nTI  - X\nPY  - 2020///Spring\nER  - ", "issued", {"date-parts": [[2020]]}),
    ("TY  - JOUR\nTI  - X\nPY  - 2020\nDA  - 2020/05/31\nER  - ", "issued", {"date-parts": [[2020, 5, 31]]}),
    ("TY  - JOUR\nTI  - X\nVL  - 第12卷\nIS  - No.5\nER  - ", "issue", "5"),
    ("TY  - JOUR\nTI  - X\nDO  - CNKI:SUN:ABCD.0.2020-01-001\nER  - ", "DOI", None),
    ("TY  - JOUR\nTI  - X\nUR  - https://doi.org/10.1000/1\nER  - ", "DOI", "10.1000/1"),
    ("TY  - RPRT\nTI  - X\nSN  - 978-7-117-00000-1\nER  - ", "ISBN", "978-7-117-00000-1"),
    ("TY  - RPRT\nTI  - X\nSN  - 国卫办〔2020〕5号\nER  - ", "number", "国卫办〔2020〕5号"),
    ("TY  - NONE\nTI  - X\nER  - ", "type", "document"),
    ("TY  - BOOK\nTI  - X\nT2  - A series\nER  - ", "collection-title", "A series"),
    ("TY  - JOUR\nTI  - X\nSN  - 1476-4687 (Electronic)\nER  - ", "ISSN", "1476-4687"),
    ("TY  - JOUR\nTI  - X\nLA  - eng\nER  - ", "language", "en"),
    ("TY  - JOUR\nTI  - X\nLA  - zh_TW\nER  - ", "language", "zh-TW"),
    ("TY  - ELEC\nTI  - X\nUR  - https://a.example/1\nER  - ", "URL", "https://a.example/1"),
    ("TY  - JOUR\nTI  - not ended", "title", "not ended"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "member", "value"), RIS)
def test_ris(text, member, value):
    assert one(text).get(member) == value


CNKI = (
    "SrcDatabase-来源库: 期刊\nTitle-题名: 题目\nAuthor-作者: 王明;李红;\nSource-文献来源: 某刊\n"
    "PubTime-发表时间: 2024-05-15\nYear-年: 2024\nPeriod-期: 05\nPageCount-页码: 12-18+25\n"
)
PUBMED = (
    "PMID- 1\nOWN - NLM\nIS  - 1476-4687 (Electronic)\nDP  - 2023 Dec 5\nTI  - A title that goes\n      on: a trial.\n"
    "LID - 10.1000/x.1 [doi]\nFAU - Wang, Xiaoming\nAU  - Wang X\nCN  - The Group\nPT  - Journal Article\nJT  - A journal\n"
)
SCIENCE = (
    "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Wang, XM\n   Li, H\nAF Wang, Xiaoming\n   Li, Hong\n"
    "TI A title that\n   goes on\nSO A JOURNAL\nDT Article\nPY 2024\nBP 12\nEP 18\nER\n\nEF\n"
)
OTHERS = [
    ("%0 Journal Article\n%A 王明\n%A 李红\n%T 题目\n%J 刊名\n%D 2023\n%N 03\n%P 1-5\n%W CNKI\n", "endnote", "author", lit("王明", "李红")),
    ("%0 Thesis\n%A 王明\n%T 题目\n%I 某大学\n%9 硕士\n", "endnote", "genre", "硕士"),
    ("%0 Newspaper Article\n%A 王明\n%T 题目\n%D 2023\n%8 05-20\n", "endnote", "issued", {"date-parts": [[2023, 5, 20]]}),
    ("{Reference Type}: Journal Article\n{Title}: 题目\n{Author}: 王明;李红\n{Journal}: 刊名\n", "noteexpress", "container-title", "刊名"),
    ("{Reference Type}：标准\n{Title}：题目\n{Number}：GB/T 1-2020\n", "noteexpress", "number", "GB/T 1-2020"),
    ("RT Journal Article\nSR 1\nA1 张三;李四\nT1 题目\nYR 2020\nvo 3\nSP 3\nOP 9\n", "refworks", "page", "3-9"),
    ("RT Dissertation/Thesis\nA1 张三\nT1 题目\nPB 某大学\nLA 中文;\nCL 博士\nDS CNKI\n", "refworks", "genre", "博士"),
    ("RT Journal Article\nA1 张三\nT1 题目\nLA 中文;\nDS CNKI\n", "refworks", "language", "zh-CN"),
    ("{Reference Type}: Journal Article\n{Title}: 题目\n{Language}: chi\n", "noteexpress", "language", "zh-CN"),
    ("%0 Newspaper Article\n%A 本报记者 张三 李四\n%T 题目\n%W CNKI\n", "endnote", "author", lit("张三", "李四")),
    ("%0 Newspaper Article\n%A 本报记者王明\n%T 题目\n%W CNKI\n", "endnote", "author", lit("王明")),
    ("%0 Report\n%A 记者站\n%T 题目\n", "endnote", "author", lit("记者站")),
    (CNKI, "cnki", "author", lit("王明", "李红")),
    (CNKI, "cnki", "container-title", "某刊"),
    (CNKI, "cnki", "issued", {"date-parts": [[2024, 5, 15]]}),
    (CNKI.replace("期刊\n", "硕士\n").replace("某刊", "某大学"), "cnki", "publisher", "某大学"),
    (CNKI.replace("期刊\n", "硕士\n"), "cnki", "genre", "硕士"),
    (PUBMED, "pubmed", "title", "A title that goes on: a trial"),
    (PUBMED, "pubmed", "author", [{"family": "Wang", "given": "Xiaoming"}, {"literal": "The Group"}]),
    (PUBMED, "pubmed", "type", "article-journal"),
    (PUBMED, "pubmed", "ISSN", "1476-4687"),
    (PUBMED, "pubmed", "DOI", "10.1000/x.1"),
    (PUBMED, "pubmed", "issued", {"date-parts": [[2023, 12, 5]]}),
    (SCIENCE, "wos", "author", [{"family": "Wang", "given": "Xiaoming"}, {"family": "Li", "given": "Hong"}]),
    (SCIENCE, "wos", "title", "A title that goes on"),
    (SCIENCE, "wos", "page", "12-18"),
    ('{"type": "book", "title": "Alone"}', "csl", "title", "Alone"),
    ('{"items": [{"title": "Wrapped", "issued": {"date-parts": [["2020", "5"]]}, "volume": 3}]}', "csl", "volume", "3"),
    ('[{"title": ["A list"], "author": [{"family": "Mononym"}]}]', "csl", "author", lit("Mononym")),
    ('[{"title": "X", "author": [{"family": "Berg", "non-dropping-particle": "van den", "given": "A"}]}]', "csl", "author", [{"family": "van den Berg", "given": "A"}]),
    ('[{"title": "X", "issued": {"raw": "3 May 2020"}}]', "csl", "issued", {"date-parts": [[2020, 5, 3]]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "member", "value"), OTHERS)
def test_other_formats(text, name, member, value):
    assert read(text).format == name
    assert one(text).get(member) == value


def test_several_records_without_an_end():
    text = "TY  - JOUR\nTI  - One\n\nTY  - BOOK\nTI  - Two\nER  - \njunk\nTY  - JOUR\nAU  - Nobody\nER  - \n"
    result = read(text)
    assert [(entry.item["title"], entry.line) for entry in result.entries] == [("One", 1), ("Two", 4)]
    assert [(problem.line, problem.code) for problem in result.problems] == [(8, "no-title")]


def test_a_broken_object_stops_no_other():
    text = '[{"title": "One"},\n {"title": "broken" oops},\n {"title": "Two"}, 5,\n {"author": []}]'
    result = read(text)
    assert [entry.item["title"] for entry in result.entries] == ["One", "Two"]
    assert [(problem.line, problem.code) for problem in result.problems] == [(2, "json"), (3, "entry"), (4, "no-title")]


@pytest.mark.parametrize(
    "text", ["", "hello", "医疗", "[" * 5000, "{" * 5000, "@article{" * 2000, '{"' * 3000, "%" * 100]
)
def test_what_is_no_bibliography_gets_a_word_not_an_error(text):
    result = read(text)
    assert not result.entries
    assert result.problems


def test_so_many_are_not_checked_by_anybody():
    text = "".join(f"@book{{k{n}, title={{T{n}}}}}\n" for n in range(503))
    result = read(text)
    assert len(result.entries) == 500
    assert [(problem.line, problem.code, problem.detail) for problem in result.problems] == [(501, "too-many", "3")]
