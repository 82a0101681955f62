"""Web pages: the article without its frame; pages without an article keep all, with the frame set apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from synthesis.engine.text.reading import ReadingText
from synthesis.infra.sandbox import read_source
from tests.engine.text.samples import SIMPLIFIED

PARAGRAPHS = [p for p in SIMPLIFIED.split("\n") if p]
FRAMED = f"""<!DOCTYPE html><html lang="zh"><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>夜间开放_城市新闻网</title></head><body>
<nav><ul><li><a href="/">首页</a></li><li><a href="/s">体育</a></li></ul></nav>
<div id="cookie-banner" class="cookie-consent">本网站使用 Cookie 以改善您的体验。<button>接受</button></div>
<div class="main"><h1>夜间开放的图书馆</h1><p>{PARAGRAPHS[0]}</p><h2>一、数据平台</h2><p>{PARAGRAPHS[1]}</p>
<table><caption>表1 到馆人数</caption><tr><th>年份</th><th>人数</th></tr><tr><td>2022</td><td>15,300</td></tr></table>
<ul><li>与学校合作</li></ul><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p></div>
<div class="related"><h3>相关阅读</h3><ul><li><a href="/1">旧馆改造完成</a></li></ul></div>
<footer>版权所有 城市新闻网</footer></body></html>"""
FRAMELESS = """<html><head><meta charset="gb2312"><title>通知</title></head><body>
<ul class="nav"><li><a href=/>首页</a><li><a href=/b>服务</a></ul><div>各位读者：</div>
<div>本馆周五闭馆<sup><a href="#a">1</a></sup>。<br>请提前还书，面积 90 m<sup>2</sup>。</div>
<table><tr><td>日期<td>时间<tr><td>周五<td><p>全天</p></table><ul><li>甲<ul><li>乙</ul></ul>
<script>alert(1)</script><p>联系电话：12345。</p><p id=a>见公告。<a href="#b">↩</a></p></body></html>"""
LAYOUT = "<html><body><table><tr><td>{}</td><td>{}</td></tr></table></body></html>".format("字" * 500, "短")


PHONE = f"""<html><head><meta charset="utf-8"><title>夜间开放的图书馆 - 某城日报</title></head><body><div id="page">
<div class="toc"><h2>目录</h2><ul><li><a href="#a">1 夜里的人</a></li></ul></div>
<h2 class="title">夜间开放的图书馆</h2><div><span>林木</span> <em>2020-04-12 阅读 3,204</em></div><div style="visibility:hidden">
<section><p><strong>01</strong></p><p><span style="font-weight: bold">夜里的人</span></p></section>
<section><span>{PARAGRAPHS[0][:20]}</span><span>{PARAGRAPHS[0][20:]}</span></section>
<section>第一年只有六成的座位有人。</section><p><img src="x"></p><p>图为夜里的阅览室</p>
<p><b>白天的人</b></p><p><b>白天</b>与夜里不同，来的多是孩子。</p><p>参考文献：</p><p>[1] 陈某. 夜间开放[J]. 馆刊, 2019(3): 12.</p>
<p>END</p><p>长按识别二维码</p></div><div>阅读原文 阅读 1万+ 在看 88</div></div></body></html>"""


def read(folder: Path, page: str, encoding: str = "utf-8") -> ReadingText:
    path = folder / "page.html"
    path.write_bytes(page.encode(encoding, "xmlcharrefreplace"))
    return read_source(path, "html")


def blocks(reading: ReadingText) -> list[tuple[str, int | None, str]]:
    return [(b.kind, b.level, reading.text[b.start : b.end]) for b in reading.blocks]


@pytest.mark.parametrize("encoding", ["gb2312", "utf-8", "utf-16"])
def test_the_article_stands_without_its_frame(tmp_path: Path, encoding: str) -> None:
    reading = read(tmp_path, FRAMED, encoding)
    for frame in ("首页", "Cookie", "相关阅读", "旧馆改造", "版权所有"):
        assert frame not in reading.text
    found = blocks(reading)
    assert [(n, t) for k, n, t in found if k == "heading"] == [(1, "夜间开放的图书馆"), (2, "一、数据平台")]
    assert [t for k, _, t in found if k == "paragraph"] == PARAGRAPHS[:4]
    assert [t for k, _, t in found if k in {"caption", "table"}] == ["表1 到馆人数", "年份\t人数\n2022\t15,300"]


def test_a_page_of_bare_sections_keeps_its_sentences_and_its_bold_headings(tmp_path: Path) -> None:
    reading = read(tmp_path, PHONE)
    assert reading.title == "夜间开放的图书馆"
    found = blocks(reading)
    assert [(k, n, t) for k, n, t in found if k != "boilerplate"] == [
        ("heading", 2, "夜间开放的图书馆"),
        ("heading", 3, "01 夜里的人"),
        ("paragraph", None, PARAGRAPHS[0]),
        ("paragraph", None, "第一年只有六成的座位有人。"),
        ("caption", None, "图为夜里的阅览室"),
        ("heading", 3, "白天的人"),
        ("paragraph", None, "白天与夜里不同，来的多是孩子。"),
        ("heading", 3, "参考文献："),
        ("footnote", None, "[1] 陈某. 夜间开放[J]. 馆刊, 2019(3): 12."),
    ]
    framed = ["林木 2020-04-12 阅读 3,204", "END", "长按识别二维码", "阅读原文 阅读 1万+ 在看 88"]
    assert [t for k, _, t in found if k == "boilerplate"] == framed


def test_a_page_without_article_keeps_its_text(tmp_path: Path) -> None:
    assert blocks(read(tmp_path, FRAMELESS, "gb2312")) == [
        ("boilerplate", None, "首页"),
        ("boilerplate", None, "服务"),
        ("paragraph", None, "各位读者："),
        ("paragraph", None, "本馆周五闭馆[1]。"),
        ("paragraph", None, "请提前还书，面积 90 m²。"),
        ("table", None, "日期\t时间\n周五\t全天"),
        ("list", 1, "甲"),
        ("list", 2, "乙"),
        ("paragraph", None, "联系电话：12345。"),
        ("paragraph", None, "见公告。"),
    ]


RAISED = """<html><body><table><tr><td><a href=/>首页</a></td></tr><tr><td><table><tr><td>年<td>人<tr><td>2021<td>3</table>
<p>共 10<sup>6</sup> 人次<sup><a href="#r1">1</a>,<a href="#r2">2</a></sup>，<math><mi>x</mi><mo>=</mo><mn>1</mn></math>。</p>
<ol><li id=r1>某书。</li><li id=r2>另一书。</li></ol></td></tr></table></body></html>"""


def test_raised_figures_notes_and_tables_inside_a_layout_keep_their_sense_and_order(tmp_path: Path) -> None:
    assert [t for _, _, t in blocks(read(tmp_path, RAISED))] == [
        "首页",
        "年\t人\n2021\t3",
        "共 10⁶ 人次[1,2]，x=1。",
        "[1] 某书。",
        "[2] 另一书。",
    ]


def test_a_table_for_layout_is_no_table(tmp_path: Path) -> None:
    assert {k for k, _, _ in blocks(read(tmp_path, LAYOUT))} == {"paragraph"}


def test_a_year_in_the_text_is_no_date_of_the_page(tmp_path: Path) -> None:
    assert "date" not in read(tmp_path, FRAMED.replace("一、数据平台", "一、2019年的数据平台"), "gb2312").metadata
