"""References copied as GB/T 7714 writes them; all of them are made up."""

from __future__ import annotations

import pytest

from synthesis.engine.bibliography.formats import read


def lit(*names):
    return [{"literal": name} for name in names]


CASES = [
    ("[1]王明,李红.题目甲[J].某刊,2024,39(05):12-18+25.DOI:10.1000/a.1.",
     {"type": "article-journal", "author": lit("王明", "李红"), "title": "题目甲", "container-title": "某刊",
      "volume": "39", "issue": "05", "page": "12-18+25", "DOI": "10.1000/a.1", "issued": {"date-parts": [[2024]]}}),
    ("[2]陈静.题目乙[D].某大学,2023.",
     {"type": "thesis", "author": lit("陈静"), "publisher": "某大学", "issued": {"date-parts": [[2023]]}}),
    ("[3]本报记者 赵敏.题目丙[N].某日报,2024-03-11(001).",
     {"type": "article-newspaper", "author": lit("赵敏"), "container-title": "某日报", "page": "001",
      "issued": {"date-parts": [[2024, 3, 11]]}}),
    ("[4]某局.题目丁[EB/OL].(2021-11-26)[2024-06-01].http://a.example/1.html.",
     {"type": "webpage", "author": lit("某局"), "URL": "http://a.example/1.html",
      "issued": {"date-parts": [[2021, 11, 26]]}, "accessed": {"date-parts": [[2024, 6, 1]]}}),
    ("[5]某局关于某事的通知[EB/OL].[2024-06-01].http://a.example/2.html.",
     {"author": None, "title": "某局关于某事的通知", "accessed": {"date-parts": [[2024, 6, 1]]}, "issued": None}),
    ("[6]安德森 G.某国史 2.0[M].李红,译.北京:某社,1988:5-9.",
     {"type": "book", "title": "某国史 2.0", "publisher-place": "北京", "publisher": "某社", "page": "5-9"}),
    ("[7]SMITH J A, LI H, et al. A title: with more[J]. Some Journal, 2024, 30(2): 102-110.",
     {"author": [{"family": "SMITH", "given": "J A"}, {"family": "LI", "given": "H"}], "title": "A title: with more",
      "container-title": "Some Journal", "page": "102-110"}),
    ("8. Smith J. Another title[M]. London: A Press, 2001.",
     {"author": [{"family": "Smith", "given": "J"}], "title": "Another title", "publisher": "A Press"}),
    ("[9]刘强.题目[C]//某学会.第十届年会论文集.北京:某社,2019:55-60.",
     {"type": "paper-conference", "container-title": "第十届年会论文集", "editor": lit("某学会"), "publisher": "某社",
      "publisher-place": "北京", "page": "55-60"}),
    ("[10]某委员会.某规则:GB/T 1000—2015[S].北京:某社,2015.",
     {"type": "standard", "title": "某规则", "number": "GB/T 1000—2015", "publisher": "某社"}),
    ("[11]张三.一种探头[P].中国专利:CN201910000000.1,2020-05-06.",
     {"type": "patent", "number": "CN201910000000.1", "issued": {"date-parts": [[2020, 5, 6]]}}),
    ("［12］某组织.报告2.0[R/OL].日内瓦:某组织,2023[2024-01-02].https://a.example/a.pdf.",
     {"type": "report", "title": "报告2.0", "publisher-place": "日内瓦", "URL": "https://a.example/a.pdf"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "members"), CASES)
def test_one_reference(text, members):
    result = read(text)
    assert result.format == "gbt"
    (entry,) = result.entries
    assert {name: entry.item.get(name) for name in members} == members


def test_a_list_with_broken_lines_and_something_else():
    text = "参考文献\n\n[1]王明.题目\n甲[J].某刊,2024(1):1-2.\n[2]没有类型的一条.\n[3]王二.乙[J].某刊,2023(2):3.\n李三.丙[D].某大学,2022.\n"
    result = read(text)
    assert [(e.item["title"], e.line) for e in result.entries] == [("题目甲", 3), ("乙", 6), ("丙", 7)]
    assert [(p.line, p.code) for p in result.problems] == [(1, "entry"), (5, "entry")]


def test_text_with_a_bracket_is_no_list():
    result = read("正文里说到[注]和[1]，也说到[K]。")
    assert (result.format, result.entries) == ("", [])
