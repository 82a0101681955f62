"""Files as they really are: changes tracked, boxes, merged cells, odd encodings, hidden sheets, headings of one's own."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml

from synthesis.infra.sandbox import run_parser
from synthesis.infra.uploads import UploadRefused, inspect
from tests.formats import open_document
from tests.formats.archive_writers import package, relations, workbook
from tests.formats.documents import CHINESE, ENGLISH
from tests.formats.measuring import blocks_of, read
from tests.formats.writers import by_pandoc, page

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{_WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_BOX = "<w:txbxContent><w:p><w:r><w:t>框里的第一段。</w:t></w:r></w:p><w:p><w:r><w:t>框里的第二段。</w:t></w:r></w:p></w:txbxContent>"


def xml(markup: str):
    """An element with the namespaces it needs."""
    name = markup[1:].replace(">", " ").split()[0]
    return parse_xml(markup.replace(name, f"{name} {_NAMES}", 1))


def docx(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def texts(reading) -> list[str]:
    return [reading.text[b.start : b.end] for b in reading.blocks]


def test_word_changes_boxes_and_ruby(tmp_path: Path) -> None:
    document = WordDocument()
    document.core_properties.author = "周岚"
    document.sections[0].header.paragraphs[0].text = "每页都有的页眉"
    document.add_heading("现状", 1)
    changed = document.add_paragraph("原有的话，")
    changed._p.append(xml('<w:ins w:id="1" w:author="x"><w:r><w:t>插进来的话，</w:t></w:r></w:ins>'))
    changed._p.append(xml('<w:del w:id="2" w:author="x"><w:r><w:delText>删掉的话，</w:delText></w:r></w:del>'))
    changed.add_run("结尾的话。")
    boxed = document.add_paragraph("带着文本框的这一段。")
    drawing = f"<w:drawing><a:graphic><a:graphicData><wps:wsp><wps:txbx>{_BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic></w:drawing>"
    fallback = f"<w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    boxed._p.append(xml(f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"))
    read_aloud = document.add_paragraph()
    ruby = "<w:ruby><w:rt><w:r><w:t>kiln</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>窑</w:t></w:r></w:rubyBase></w:ruby>"
    read_aloud._p.append(xml(f"<w:r>{ruby}</w:r>"))
    read_aloud.add_run("火整夜不熄。")
    _, reading = read(tmp_path, docx(document), "a.docx")
    assert texts(reading) == [
        "现状",
        "原有的话，插进来的话，结尾的话。",
        "带着文本框的这一段。",
        "框里的第一段。",
        "框里的第二段。",
        "窑火整夜不熄。",
    ]
    assert reading.metadata["author"] == "周岚"


def test_headings_of_word_by_outline_level_alone(tmp_path: Path) -> None:
    document = WordDocument()
    style = document.styles.add_style("公文一级", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.element.get_or_add_pPr().append(xml('<w:outlineLvl w:val="0"></w:outlineLvl>'))
    document.add_paragraph("办学情况", style="公文一级")
    document.add_paragraph("这里是一段正文，讲办学的情况。")
    own = document.add_paragraph("师资来源")
    own._p.get_or_add_pPr().append(xml('<w:outlineLvl w:val="1"></w:outlineLvl>'))
    document.add_paragraph("这里是另一段正文。")
    document.add_heading("场地", 3)
    _, reading = read(tmp_path, docx(document), "a.docx")
    assert blocks_of(reading, "heading") == [(1, "办学情况"), (2, "师资来源"), (3, "场地")]


def test_merged_cells_keep_their_columns(tmp_path: Path) -> None:
    document = WordDocument()
    table = document.add_table(3, 3)
    for r, row in enumerate(table.rows):
        for c, cell in enumerate(row.cells):
            cell.text = "" if (r, c) in {(0, 1), (2, 0)} else f"{r}行{c}列"
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 0).merge(table.cell(2, 0))
    _, word = read(tmp_path, docx(document), "a.docx")
    web = "<tr><td colspan=2>0行0列<td>0行2列<tr><td rowspan=2>1行0列<td>1行1列<td>1行2列<tr><td>2行1列<td>2行2列"
    _, site = read(tmp_path, f"<html><body><table>{web}</table></body></html>".encode(), "a.html")
    expected = "0行0列\t\t0行2列\n1行0列\t1行1列\t1行2列\n\t2行1列\t2行2列"
    assert [text for _, text in blocks_of(word, "table")] == [expected]
    assert [text for _, text in blocks_of(site, "table")] == [expected]


def test_sheets_show_values_as_their_cells_do(tmp_path: Path) -> None:
    formats = ["yyyy/m/d", "0.0%", '"¥"#,##0.00', '0.0"万人"']
    runs = "<r><t>学费</t></r><rPh><t>がくひ</t></rPh><r><t>标准</t></r>"
    strings = ["表1 各校收费", "日期", runs, "增幅", "人次", "注：数据截至六月底，含两个分校。"]
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="s"><v>3</v></c><c r="D2" t="s"><v>4</v></c></row>'
        '<row r="3"><c r="A3" s="1"><v>45366</v></c><c r="B3" s="3"><f>1200+34.5</f><v>1234.5</v></c>'
        '<c r="C3" s="2"><v>0.1234</v></c><c r="D3" s="4"><v>12</v></c></row>'
        '<row r="4"><c r="A4" t="inlineStr"><is><t>合计</t></is></c><c r="B4"><v>0.30000000000000004</v></c>'
        '<c r="C4" t="str"><f>"a"</f><v>持平</v></c><c r="D4" t="b"><v>1</v></c></row>'
        '<row r="5"><c r="A5" t="s"><v>5</v></c></row>'
        '<row r="8"><c r="B8"><v>7</v></c><c r="C8"><f>1+1</f></c><c r="D8"><v>8</v></c></row>'
    )
    hidden = '<row r="1"><c r="A1" t="inlineStr"><is><t>底稿</t></is></c></row>'
    data = workbook([("收费", "visible", rows), ("底稿", "hidden", hidden)], strings, formats)
    _, reading = read(tmp_path, data, "a.xlsx")
    assert blocks_of(reading, "heading") == [(1, "收费")]
    assert texts(reading)[1:] == [
        "表1 各校收费",
        "日期\t学费标准\t增幅\t人次\n2024/3/15\t¥1,234.50\t12.3%\t12.0万人\n合计\t0.3\t持平\tTRUE",
        "注：数据截至六月底，含两个分校。",
        "7\t\t8",
    ]
    assert set(reading.warnings) == {"hidden-sheets:1", "formulas-without-values:1"}


def test_an_open_sheet_as_it_is_shown(tmp_path: Path) -> None:
    comment = "<office:annotation><text:p>别算进去</text:p></office:annotation>"
    priced = open_document.cell("¥1,234.50", "1234.5").replace("<text:p>", f"{comment}<text:p>")
    twice = open_document.cell("甲").replace(
        "<table:table-cell ", '<table:table-cell table:number-columns-repeated="2" '
    )
    bare = '<table:table-cell office:value-type="float" office:value="7"/>'
    blank = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
    again = f'<table:table-row table:number-rows-repeated="2">{twice}{bare}</table:table-row>'
    inner = (
        f"<table:table-row>{open_document.cell('校')}{open_document.cell('费')}{priced}</table:table-row>{again}{blank}"
    )
    inner = f"<table:table-header-rows>{inner}</table:table-header-rows>" + open_document.rows([("", "合计", "两 行")])
    hidden = open_document.sheet("底稿", open_document.rows([("一", "二")]), "ta2")
    data = open_document.package("spreadsheet", open_document.sheet("收费", inner) + hidden)
    kind, reading = read(tmp_path, data, "a.ods")
    assert kind == "ods"
    assert texts(reading) == ["收费", "校\t费\t¥1,234.50\n甲\t甲\t7\n甲\t甲\t7", "合计\t两 行"]
    assert reading.warnings == ("hidden-sheets:1",)
    assert reading.metadata["author"] == "Ann"


def test_open_slides_without_the_hidden_one(tmp_path: Path) -> None:
    title, point = open_document.frame("title", "<text:p>开场</text:p>"), "<text:p>一<text:line-break/>二</text:p>"
    pages = [
        (title, "dp2"),
        (
            title + open_document.frame("outline", f"<text:list><text:list-item>{point}</text:list-item></text:list>"),
            "dp1",
        ),
    ]
    data = open_document.package("presentation", "".join(open_document.page(*one) for one in pages))
    _, reading = read(tmp_path, data, "a.odp")
    assert [(b.kind, b.level, b.page, reading.text[b.start : b.end]) for b in reading.blocks] == [
        ("heading", 1, 2, "开场"),
        ("paragraph", None, 2, "一"),
        ("paragraph", None, 2, "二"),
    ]
    assert reading.warnings == ("hidden-slides:1",)


def test_an_open_document_behind_a_password_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    path.write_bytes(open_document.package("spreadsheet", "", "<manifest:encryption-data/>"))
    with pytest.raises(UploadRefused) as refused:
        inspect(path, path.name)
    assert refused.value.code == "encrypted"


def test_a_huge_table_is_cut_and_says_so(tmp_path: Path) -> None:
    _, reading = read(tmp_path, ("a,b\n" * 20_050).encode(), "a.csv")
    assert reading.warnings == ("rows-left-out:50",)
    assert reading.text.count("\n") == 19_999


def test_a_book_of_chapters(tmp_path: Path) -> None:
    _, reading = read(tmp_path, by_pandoc(CHINESE, "epub"), "a.epub")
    with zipfile.ZipFile(io.BytesIO(by_pandoc(CHINESE, "epub"))) as book:
        assert sum(1 for name in book.namelist() if "/ch0" in name) == len([h for h in CHINESE.headings if h[0] == 1])
    assert blocks_of(reading, "heading") == CHINESE.headings


@pytest.mark.parametrize("name", ["a.doc", "a.xls"])
def test_a_page_under_an_office_name_is_a_page(tmp_path: Path, name: str) -> None:
    kind, reading = read(tmp_path, page(ENGLISH).encode(), name)
    assert kind == "html"
    assert [text for _, text in blocks_of(reading, "table")] == ENGLISH.tables


def test_captions_of_two_languages_and_rolling_ones(tmp_path: Path) -> None:
    both = "1\n00:00:01,000 --> 00:00:03,000\n夜里灯还亮着，\nThe lamps are still lit,\n\n2\n00:00:03,000 --> 00:00:05,000\n人就会来。\nand people come.\n"
    _, reading = read(tmp_path, both.encode(), "a.srt")
    assert texts(reading) == [
        "00:00:01 – 00:00:05",
        "夜里灯还亮着，人就会来。",
        "The lamps are still lit, and people come.",
    ]
    rolling = (
        "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nthe lamps<00:00:01.000><c> are</c>\n\n"
        "00:00:02.000 --> 00:00:04.000\nthe lamps are\nstill lit.\n\n00:00:04.000 --> 00:00:06.000\nstill lit.\nPeople come.\n"
    )
    _, reading = read(tmp_path, rolling.encode(), "a.vtt")
    assert texts(reading)[1:] == ["the lamps are still lit. People come."]
    spoken = (
        "WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Ann>Who has the key?\n\n2\n00:02.000 --> 00:03.000\n<v Bo>I do.\n"
    )
    _, reading = read(tmp_path, spoken.encode(), "a.vtt")
    assert texts(reading) == ["00:00:01 – 00:00:02", "Ann: Who has the key?", "00:00:02 – 00:00:03", "Bo: I do."]
    assert reading.title == ""
    talk = "1\n00:00:01,000 --> 00:00:03,000\n- 谁有钥匙？\n- 我有，\n在包里。\n\n2\n00:00:03,000 --> 00:00:05,000\n门开了。\n"
    _, reading = read(tmp_path, talk.encode(), "a.srt")
    assert texts(reading)[1::2] == ["- 谁有钥匙？", "00:00:03 – 00:00:05"]
    assert texts(reading)[2::2] == ["- 我有，在包里。", "门开了。"]


def test_a_slide_with_a_chart_and_a_hidden_one(tmp_path: Path) -> None:
    main = "http://schemas.openxmlformats.org/presentationml/2006/main"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    frame = f'<p:graphicFrame><a:graphic><a:graphicData><c:chart xmlns:c="{drawing}/chart" r:id="rId1"/></a:graphicData></a:graphic></p:graphicFrame>'
    slide = f'<p:sld xmlns:p="{main}" xmlns:a="{drawing}/main" xmlns:r="{relation}"%s><p:cSld><p:spTree>{frame}</p:spTree></p:cSld></p:sld>'
    cache = "<c:{0}><c:strRef><c:strCache>{1}</c:strCache></c:strRef></c:{0}>".format
    points = "".join('<c:pt idx="{}"><c:v>{}</c:v></c:pt>'.format(*pair) for pair in enumerate(("春", "秋")))
    values = '<c:pt idx="0"><c:v>312</c:v></c:pt><c:pt idx="1"><c:v>458.10000000000002</c:v></c:pt>'
    name = cache("tx", '<c:pt idx="0"><c:v>报名</c:v></c:pt>')
    series = f"<c:ser>{name}{cache('cat', points)}{cache('val', values)}</c:ser>"
    title = "<c:title><c:tx><c:rich><a:p><a:r><a:t>两季报名</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    chart = f'<c:chartSpace xmlns:c="{drawing}/chart" xmlns:a="{drawing}/main"><c:chart>{title}<c:plotArea><c:barChart>{series}</c:barChart></c:plotArea></c:chart></c:chartSpace>'
    data = package(
        {
            "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": f'<p:presentation xmlns:p="{main}" xmlns:r="{relation}"><p:sldIdLst><p:sldId id="256" r:id="rId1"/><p:sldId id="257" r:id="rId2"/></p:sldIdLst></p:presentation>',
            "ppt/_rels/presentation.xml.rels": relations(
                ("slide", "slides/slide1.xml"), ("slide", "slides/slide2.xml")
            ),
            "ppt/slides/slide1.xml": slide % ' show="0"',
            "ppt/slides/slide2.xml": slide % "",
            "ppt/slides/_rels/slide2.xml.rels": relations(("chart", "../charts/chart1.xml")),
            "ppt/charts/chart1.xml": chart,
        }
    )
    _, reading = read(tmp_path, data, "a.pptx")
    assert [(b.kind, b.page, reading.text[b.start : b.end]) for b in reading.blocks] == [
        ("caption", 2, "两季报名"),
        ("table", 2, "\t报名\n春\t312\n秋\t458.1"),
    ]
    assert reading.warnings == ("hidden-slides:1",)


def test_raised_figures_of_a_slide_stay_raised(tmp_path: Path) -> None:
    main = "http://schemas.openxmlformats.org/presentationml/2006/main"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    runs = "".join(
        f"<a:r><a:rPr{place}/><a:t>{words}</a:t></a:r>"
        for place, words in (
            ("", "菌落约10"),
            (' baseline="30000"', "6"),
            ("", "个，水为H"),
            (' baseline="-25000"', "2"),
            ("", "O"),
        )
    )
    shape = f"<p:sp><p:nvSpPr/><p:txBody><a:p>{runs}</a:p></p:txBody></p:sp>"
    data = package(
        {
            "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": f'<p:presentation xmlns:p="{main}" xmlns:r="{relation}"><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>',
            "ppt/_rels/presentation.xml.rels": relations(("slide", "slides/slide1.xml")),
            "ppt/slides/slide1.xml": f'<p:sld xmlns:p="{main}" xmlns:a="{drawing}"><p:cSld><p:spTree>{shape}</p:spTree></p:cSld></p:sld>',
        }
    )
    _, reading = read(tmp_path, data, "a.pptx")
    assert reading.text.strip() == "菌落约10⁶个，水为H2O"


def test_long_cells_are_bounded_by_their_characters(tmp_path: Path) -> None:
    _, reading = read(tmp_path, (f"{'字' * 500},b\n" * 5_000).encode(), "a.csv")
    assert len(reading.text) < 2_100_000
    assert reading.warnings == ("rows-left-out:1007",)


def test_numbers_that_word_counts_are_part_of_headings_and_articles(tmp_path: Path) -> None:
    document = WordDocument()
    levels = [("chineseCounting", "第%1章", ""), ("decimal", "%1.%2", "<w:isLgl/>"), ("bullet", "•", "")]
    scheme = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{legal}<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text, legal) in enumerate(levels)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, xml(f'<w:abstractNum w:abstractNumId="90">{scheme}</w:abstractNum>'))
    numbering.append(xml('<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    articles = '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl>'
    numbering.insert(0, xml(f'<w:abstractNum w:abstractNumId="91">{articles}</w:abstractNum>'))
    numbering.append(xml('<w:num w:numId="91"><w:abstractNumId w:val="91"/></w:num>'))
    for level, text in [(1, "绪论"), (2, "背景"), (2, "方法"), (1, "结果"), (2, "人数"), (3, "附记")]:
        properties = document.add_heading(text, level)._p.get_or_add_pPr()
        properties.append(xml(f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="90"/></w:numPr>'))
    for text in ("馆内应当安静。", "书应当按期归还。"):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(xml('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="91"/></w:numPr>'))
    _, reading = read(tmp_path, docx(document), "a.docx")
    assert texts(reading)[-2:] == ["第一条 馆内应当安静。", "第二条 书应当按期归还。"]
    assert [text for _, text in blocks_of(reading, "heading")] == [
        "第一章 绪论",
        "1.1 背景",
        "1.2 方法",
        "第二章 结果",
        "2.1 人数",
        "附记",
    ]


def test_an_open_text_with_a_frame_a_table_in_a_cell_and_counted_headings(tmp_path: Path) -> None:
    frame = "<draw:frame><draw:text-box><text:p>框里的话。</text:p></draw:text-box></draw:frame>"
    inner = f"<table:table>{open_document.rows([['甲', '乙']])}</table:table>"
    table = f"<table:table>{open_document.rows([['区', '户数'], ['东', '12']])}</table:table>"
    headings = [
        f'<text:h text:outline-level="{n}">{text}</text:h>' for n, text in [(1, "绪论"), (2, "背景"), (1, "结果")]
    ]
    body = f"{headings[0]}<text:p>框之前，{frame}框之后。</text:p>{headings[1]}{table.replace('<text:p>12</text:p>', '<text:p>12</text:p>' + inner)}{headings[2]}<text:p>正文。</text:p>"
    outline = (
        '<text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="1" style:num-suffix="."/>'
    )
    _, reading = read(tmp_path, open_document.package("text", body, outline=outline), "a.odt")
    assert texts(reading) == [
        "一、绪论",
        "框之前，框之后。",
        "框里的话。",
        "1. 背景",
        "区\t户数\n东\t12 甲 乙",
        "二、结果",
        "正文。",
    ]


def test_a_book_with_contents_ruby_a_broken_heading_and_two_authors(tmp_path: Path) -> None:
    contents = "<h1>目录</h1><p>第一章 河流</p><p>第二章 桥梁</p>"
    note = '<aside epub:type="footnote" id="n"><p><sup><a href="#r">1</a></sup>Since 2019.</p></aside>'
    body = (
        f"{contents}<h1>第一章<br/>河流</h1><p>Lit<a epub:type='noteref' href='#n'>1</a>.</p>{note}"
        "<p><ruby>医<rt>yī</rt></ruby>者。</p><h1>第二章 桥梁</h1><p>桥。</p>"
    )
    page_ = (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>t</title></head><body>{body}</body></html>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(by_pandoc(ENGLISH, "epub"))) as old, zipfile.ZipFile(out, "w") as new:
        chapters = [info.filename for info in old.infolist() if "/ch0" in info.filename]
        people = b"<dc:creator>Zhao</dc:creator><dc:creator>Qian</dc:creator></metadata>"
        for info in old.infolist():
            data = old.read(info)
            data = data.replace(b"</metadata>", people) if info.filename.endswith(".opf") else data
            new.writestr(info, page_ if info.filename == chapters[0] else data)
    path = tmp_path / "book.epub"
    path.write_bytes(out.getvalue())
    assert run_parser("epub", path).metadata["author"].endswith("Zhao; Qian")
    _, reading = read(tmp_path, out.getvalue(), "a.epub")
    assert blocks_of(reading, "boilerplate")[:3] == [(None, "目录"), (None, "第一章 河流"), (None, "第二章 桥梁")]
    assert blocks_of(reading, "heading")[:2] == [(1, "第一章 河流"), (1, "第二章 桥梁")]
    assert {"Lit[1].", "[1] Since 2019.", "医者。"} <= set(texts(reading))


def test_rtf_as_word_processors_write_it(tmp_path: Path) -> None:
    head = (
        rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\fnil\fcharset2 Symbol;}}"
        rb"{\stylesheet{\s0 Normal;}{\s1\sb240\b \'b1\'ea\'cc\'e2 1;}}{\info{\title %s}}" % "报告".encode("gb18030")
    )
    box = rb"{\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv b}}{\shptxt \pard\plain \'bf\'f2\'d6\'d0\par}}}"
    body = (
        rb"\pard\plain\s0\'b1\'a8\'b8\'e6\par\pard\plain\s1{\listtext\pard\plain 1.\tab}\ls1\ilvl0 \'b1\'b3\'be\'b0\par"
        rb"\pard\plain\s0 before%s{\deleted struck}{\revised new} 10{\super 6}.\par"
        rb"\pard\plain{\listtext\f1\'b7\tab}\ls2\ilvl0 item\par"
        rb"\trowd\cellx1000\cellx2000\pard\intbl a\par b\cell c\cell\row\pard end\par}"
    )
    _, reading = read(tmp_path, head + body % box, "a.rtf")
    assert blocks_of(reading, "heading") == [(1, "报告"), (1, "1. 背景")]
    assert texts(reading)[2:] == ["beforenew 10⁶.", "框中", "• item", "a b\tc", "end"]
