"""Drafts as PDF, LaTeX and HTML, with evidence behind them and a watermark before approval: opened by other readers."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser

import docx
import pypandoc
import pypdfium2
import pytest

from synthesis.drafting import actions_overrule, actions_sentences
from synthesis.drafting.models import Draft, DraftState, Sentence
from synthesis.workspaces.models import Workspace
from tests.exchange.test_export import HOSTILE, export, opened
from tests.review.drafts import add_paragraph, make_draft

RARE = "国内销量在2023年升至420万台，䶮、𠮷两地除外。"


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


def pdf_text(content: bytes) -> str:
    found = pypdfium2.PdfDocument(content)
    return words("".join(page.get_textpage().get_text_range() for page in found))


def approve(draft: Draft) -> None:
    Draft.objects.filter(pk=draft.pk).update(state=DraftState.APPROVED, approved_revision=1)


@pytest.fixture
def draft(world) -> Draft:
    made = make_draft(world)
    add_paragraph(world, made, [("另有政策要求。", [world.excerpts[2]])], heading="P", point="政策")
    return made


def test_every_character_of_the_draft_is_in_the_text_layer_of_the_pdf(world, draft):
    answer = export(world, draft, "pdf")
    assert answer["Content-Type"] == "application/pdf"
    text = pdf_text(answer.content)
    body = [p.text for p in opened(export(world, draft).content).paragraphs]
    for paragraph in body:
        assert set(words(paragraph)) <= set(text), paragraph
    for part in ("经济环境", "市场在扩大", "国内销量在2023年升至420万台", "另有政策要求", world.source.title):
        assert part in text


def test_a_character_no_font_has_is_spelled_out(world):
    draft = make_draft(world, sentences=[(RARE, [world.excerpts[1]])])
    text = pdf_text(export(world, draft, "pdf").content)
    assert "䶮" in text
    assert "𠮷" in text or "U+20BB7" in text


@pytest.mark.parametrize(
    "hostile", ['#import "x"', "$ x^2 $ *星* _划_ %码 & ~", ']#read("/etc/passwd")[', "\\input{x}"]
)
def test_what_people_wrote_is_words_in_pdf_and_tex(world, hostile):
    draft = make_draft(world, title=hostile, sentences=[(f"{hostile}。", [world.excerpts[1]])])
    assert words(hostile) in pdf_text(export(world, draft, "pdf").content).replace("“", '"').replace("”", '"')
    tex = export(world, draft, "tex").content.decode()
    back = pypandoc.convert_text(tex, "plain", format="latex", extra_args=["--wrap=none"])
    assert words(hostile) in words(back).replace("“", '"').replace("”", '"')


def test_latex_says_the_same_as_word(world, draft):
    tex = export(world, draft, "tex").content.decode()
    assert "ctexart" in tex
    assert "SetWatermarkText" in tex
    back = words(pypandoc.convert_text(tex, "plain", format="latex", extra_args=["--wrap=none"]))
    for paragraph in opened(export(world, draft).content).paragraphs[2:]:
        assert words(re.sub(r"\[[\d,-]+\]", "", paragraph.text)) in re.sub(r"\[[\d,-]+\]|\^\([^)]*\)", "", back)


def test_chinese_signs_stay_chinese_in_latex(world):
    draft = make_draft(world, sentences=[("“双碳”——即……之称。", [world.excerpts[1]])])
    assert "“双碳”——即……之称" in export(world, draft, "tex").content.decode()


def test_a_word_file_names_its_paper(world, draft):
    approve(draft)
    section = opened(export(world, draft).content).sections[-1]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


@pytest.mark.parametrize("name", ["md", "pdf", "docx"])
def test_a_latin_sentence_in_a_chinese_draft_is_parted_from_the_next(world, name):
    draft = make_draft(world, sentences=[("Sales rose.", [world.excerpts[1]]), ("另有政策。", [world.excerpts[1]])])
    approve(draft)
    content = export(world, draft, name).content
    if name == "docx":
        text = "".join(p.text for p in opened(content).paragraphs)
    elif name == "md":
        text = content.decode()
    else:
        text = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    assert re.search(r"rose\[1\]\.\s+另有政策\[1\]。", text)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.found.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]


@pytest.mark.parametrize("hostile", HOSTILE[:3])
def test_html_is_one_page_without_anything_to_run(world, hostile):
    draft = make_draft(world, title=hostile, sentences=[(f"{hostile}。", [world.excerpts[1]])])
    answer = export(world, draft, "html")
    tags = Tags()
    tags.feed(answer.content.decode())
    assert not {"script", "img", "iframe", "object", "form"} & set(tags.found)
    assert answer["Content-Disposition"].startswith("attachment")


def watermark_of(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        headers = [name for name in parts.namelist() if name == "word/watermark.xml"]
        return parts.read(headers[0]).decode() if headers else ""


def test_the_watermark_goes_with_approval(world, draft):
    Workspace.objects.filter(pk=world.workspace.pk).update(language="en")
    Draft.objects.filter(pk=draft.pk).update(language="en")
    word, pdf = export(world, draft).content, export(world, draft, "pdf").content
    assert "Draft, not approved" in watermark_of(word)
    assert docx.Document(io.BytesIO(word)).sections[0].header is not None
    assert "Draft,notapproved" in pdf_text(pdf)
    approve(draft)
    word, pdf = export(world, draft).content, export(world, draft, "pdf").content
    assert watermark_of(word) == ""
    assert "Draft,notapproved" not in pdf_text(pdf)
    assert "SetWatermark" not in export(world, draft, "tex").content.decode()


@pytest.mark.parametrize("name", ["docx", "pdf", "md", "tex", "html"])
def test_the_evidence_comes_along_on_request(world, draft, name):
    client = world.client("bob")
    plain = client.get(world.url(f"exports/{name}"), {"draft": draft.pk}).content
    with_it = client.get(world.url(f"exports/{name}"), {"draft": draft.pk, "appendix": "1"}).content
    quote = world.excerpts[2].quote

    def shown(content: bytes) -> str:
        if name == "pdf":
            return pdf_text(content)
        if name == "docx":
            return words("".join(p.text for p in opened(content).paragraphs))
        return words(content.decode())

    assert words(quote) not in shown(plain)
    assert words(quote) in shown(with_it)


@pytest.mark.parametrize("name", ["docx", "pdf", "md", "tex", "html"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_person_let_stand_is_told_with_the_evidence_and_only_there(world, draft, name, language):
    Draft.objects.filter(pk=draft.pk).update(language=language)
    row = Sentence.objects.filter(paragraph__draft=draft, citations__isnull=False).first()
    row = actions_sentences.edit_sentence(
        access=world.access("bob"), sentence=row, text="国内销量在2023年升至910万台。", version=row.version
    )
    why = "附表已核对"
    row = actions_overrule.overrule_verdict(access=world.access("bob"), sentence=row, version=row.version, reason=why)
    approve(draft)
    client = world.client("bob")

    def shown(**wanted: str) -> str:
        content = client.get(world.url(f"exports/{name}"), {"draft": draft.pk, **wanted}).content
        if name == "pdf":
            return pdf_text(content)
        if name == "docx":
            return words("".join(p.text for p in opened(content).paragraphs))
        return words(content.decode())

    without, told = shown(), shown(appendix="1")
    title = "未通过核对、经人确认保留的句子" if language == "zh" else "Sentencesletstandagainstthecheck"
    assert why not in without
    assert title not in without
    assert title in told
    after = told[told.rindex(title) :]
    assert why in after
    assert words(str(world.bob)) in after
    assert "910" in after.split(why)[1]  # what the check objected to
    assert after.count("国内销量在") == 1


def test_author_and_date_stand_in_the_text(world, draft):
    Workspace.objects.filter(pk=world.workspace.pk).update(citation_style="apa7")
    world.source.citation = {
        "type": "report",
        "title": "血压计市场",
        "author": [{"family": "王", "given": "伟"}],
        "issued": {"date-parts": [[2023]]},
        "language": "zh",
    }
    world.source.save()
    text = "\n".join(p.text for p in opened(export(world, draft).content).paragraphs)
    assert "升至420万台（王伟, 2023）。" in text
    assert "王伟. (2023). 血压计市场." in text
    assert not re.search(r"\[\d+\]", text)
    assert "（王伟,2023）" in pdf_text(export(world, draft, "pdf").content)
