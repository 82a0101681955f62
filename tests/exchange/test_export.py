"""Drafts as Word and Markdown: opened again, every reference has its line, and nothing a person wrote is markup."""

from __future__ import annotations

import io
import re
import uuid

import docx
import pytest
from docx.oxml.ns import qn

from synthesis.drafting.models import Draft, DraftState
from synthesis.exchange.document import CitedSentence, HeadingText, PointText, ReportDocument
from synthesis.exchange.pandoc import to_docx, to_markdown
from synthesis.infra.pandoc import inlines_of
from synthesis.infra.references import Reference
from tests.review.drafts import add_paragraph, make_draft
from tests.world import make_excerpt, make_source

HOSTILE = [
    "<script>alert(1)</script>",
    "# 一级标题",
    "[点这里](javascript:alert(1))",
    "[1]: http://example.com",
    "![图](x.png)",
    "`code` *星* _下划_ ~~删~~ $x^2$ | 表 |",
    "1. 列表",
    "> 引用",
    "&lt;b&gt; &amp; \\ end",
    "@cite [@cite] ^上标^",
]


def document(**given) -> ReportDocument:
    base = {
        "title": "市场分析",
        "language": "zh",
        "headings": [
            HeadingText(
                "经济",
                [
                    PointText("规模", [CitedSentence("销量上升。", (1,)), CitedSentence("均价下降", (1, 2, 3, 5))]),
                    PointText("", [CitedSentence("无出处的一句。", ())]),
                ],
            )
        ],
        "references": [_worded(line) for line in ("甲. 一[R].", "乙. 二[J].", "丙. 三.", "丁. 四.", "戊. 五[EB/OL].")],
        "references_title": "参考文献",
        "notices": ("未经批准：修订 1。",),
    }
    return ReportDocument(**{**base, **given})


def _worded(line: str) -> Reference:
    return Reference(line, tuple(inlines_of(line)))


def opened(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


def export(world, draft, name="docx", who="bob"):
    return world.client(who).get(world.url(f"exports/{name}?draft={draft.pk}"))


def test_word_has_real_headings_and_raised_marks():
    found = opened(to_docx(document()))
    shown = [(p.style.name, p.text) for p in found.paragraphs if p.style.name.startswith("Heading")]
    assert shown == [
        ("Heading 1", "市场分析"),
        ("Heading 2", "经济"),
        ("Heading 3", "规模"),
        ("Heading 2", "参考文献"),
    ]
    raised = [
        run.text for p in found.paragraphs for run in p.runs if run.font.superscript or "Superscript" in run.style.name
    ]
    marks = "".join(raised) or "".join(
        t.text
        for p in found.paragraphs
        for r in p._p.iter(qn("w:r"))
        if r.find(".//" + qn("w:vertAlign")) is not None
        for t in r.iter(qn("w:t"))
    )
    assert marks == "[1][1-3,5]"


def test_the_mark_stands_before_the_full_stop():
    text = "\n".join(p.text for p in opened(to_docx(document())).paragraphs)
    assert "销量上升[1]。均价下降[1-3,5]" in text
    assert "未经批准：修订 1。" in text


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("销量上升。（需核）", "销量上升[1]。（需核）"),
        ("Sales rose. (check)", "Sales rose[1]. (check)"),
        ("真的吗？！", "真的吗[1]？！"),
        ("见附表（一）", "见附表（一）[1]"),
        ("升至1.5", "升至1.5[1]"),
        ("。", "[1]。"),
    ],
)
def test_the_mark_stands_before_a_note_too(sentence: str, shown: str) -> None:
    made = document(headings=[HeadingText("甲", [PointText("", [CitedSentence(sentence, (1,))])])])
    assert shown in [p.text for p in opened(to_docx(made)).paragraphs]


def test_every_style_has_an_east_asian_face():
    found = opened(to_docx(document()))
    fonts = [style.element.find(".//" + qn("w:rFonts")) for style in found.styles if style.element is not None]
    faces = {f.get(qn("w:eastAsia")) for f in fonts if f is not None}
    assert faces == {"SimSun"}
    default = found.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:rFonts"))
    assert default.get(qn("w:eastAsia")) == "SimSun"


def test_markdown_reads_as_plain_text():
    text = to_markdown(document())
    assert text.startswith("# 市场分析\n")
    assert "\n## 经济\n" in text
    assert "\n### 规模\n" in text
    assert "销量上升[1]。均价下降[1-3,5]" in text
    assert "\n[5] 戊. 五[EB/OL]." in text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_people_wrote_is_never_markup(hostile: str) -> None:
    sentence = CitedSentence(hostile, (1,))
    made = document(
        title=hostile,
        headings=[HeadingText(hostile, [PointText(hostile, [sentence, sentence])])],
        references=[_worded(hostile)],
    )
    words = " ".join(hostile.split())
    paragraphs = opened(to_docx(made)).paragraphs
    assert [p.text for p in paragraphs if p.style.name == "Heading 1"] == [words]
    assert [p.text for p in paragraphs if p.style.name == "Heading 3"] == [words]
    assert paragraphs[-1].text == f"[1] {words}"
    text = to_markdown(made)
    assert "<script" not in text.replace("\\<script", "")
    assert not re.search(r"(?<!\\)\[[^\]]*(?<!\\)\]\((?!x)", text)
    assert not re.search(r"^ {0,3}\[[^\]]+(?<!\\)\]:", text, re.MULTILINE)
    assert len(re.findall(r"^#{1,6} ", text, re.MULTILINE)) == 4


def test_a_mark_before_a_bracket_makes_no_link() -> None:
    made = document(
        headings=[
            HeadingText("甲", [PointText("", [CitedSentence("前句", (1,)), CitedSentence("(http://example.com)", ())])])
        ]
    )
    assert "[1](http" not in to_markdown(made)


def test_references_are_numbered_by_first_appearance_and_each_has_its_line(world):
    second = make_source(world.workspace, world.people["bob"], title="第二份材料", text="全国共有三家中心参与随访。")
    other = make_excerpt(second, "全国共有三家中心参与随访", world.headings["E"], world.people["tom"])
    e = world.excerpts
    draft = make_draft(world, sentences=[("三家中心参与。", [other]), ("销量升至420万台。", [e[1], other])])
    add_paragraph(world, draft, [("另有政策要求。", [e[2]])], heading="P", point="政策")
    found = opened(export(world, draft).content)
    text = [p.text for p in found.paragraphs]
    body = "\n".join(text)
    assert "三家中心参与[1]。" in body
    assert "销量升至420万台[1,2]。" in body
    lines = [line for line in text if re.match(r"\[\d+\] ", line)]
    assert [re.match(r"\[(\d+)\]", line).group(1) for line in lines] == ["1", "2"]
    assert "第二份材料" in lines[0]
    assert world.source.title in lines[1]
    used = {int(n) for mark in re.findall(r"\[([\d,-]+)\]", body) for n in re.split("[,-]", mark)}
    assert used == {1, 2}


def test_only_an_approved_draft_is_without_notice(world):
    draft = make_draft(world)
    first = opened(export(world, draft).content).paragraphs[1].text
    assert "1" in first
    assert first != "经济"
    Draft.objects.filter(pk=draft.pk).update(state=DraftState.APPROVED, approved_revision=1)
    assert opened(export(world, draft).content).paragraphs[1].text == "经济"


def test_who_gets_what(world):
    draft = make_draft(world)
    assert export(world, draft, who="tom").status_code == 200
    assert export(world, draft, who="cara").status_code == 404
    assert export(world, draft, who="dave").status_code == 404
    assert export(world, draft, who=None).status_code == 302
    Draft.objects.filter(pk=draft.pk).update(state=DraftState.APPROVED)
    assert export(world, draft, who="cara").status_code == 200


def test_what_cannot_be_exported_is_said(world):
    draft = make_draft(world)
    client = world.client("bob")
    assert client.get(world.url("exports/docx")).status_code == 400
    assert client.get(world.url("exports/docx?draft=x")).status_code == 400
    assert client.get(world.url(f"exports/docx?draft={uuid.uuid4()}")).status_code == 404
    assert client.get(world.url(f"exports/exe?draft={draft.pk}")).status_code == 404
    Draft.objects.filter(pk=draft.pk).update(state=DraftState.WRITING)
    assert export(world, draft).status_code == 409


def test_the_file_is_named_after_the_draft_and_never_opened_here(world):
    draft = make_draft(world, title='经济/环境 "初稿"\r\n')
    response = export(world, draft, "md")
    assert response["Content-Disposition"].startswith("attachment")
    assert "\n" not in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert response.content.decode().startswith("# ")
