"""The overlap report as one file: complete, in the language asked for, safe, and the same figures as on the page."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from pypdfium2 import PdfDocument

from synthesis.engine.overlap.report import SourceText, compare
from synthesis.exchange.overlap_page import overlap_page
from synthesis.exchange.overlap_words import WORDS
from synthesis.overlap import actions_marks
from tests.overlap.reports import COPIED, OWN, made, order
from tests.world import TEXT

SCRIPT = "<script>alert('x')</script>"


def words(html: str) -> str:
    return unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "", html, flags=re.DOTALL))


def test_both_languages_have_the_same_words():
    assert set(WORDS["zh"]) == set(WORDS["en"])
    assert not [name for name, text in WORDS["en"].items() if re.search(r"[一-鿿]", text)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_of_a_comparison_just_made(language):
    sources = {"a.txt": TEXT, "b.txt": f"前言。{COPIED}"}
    draft = f"{COPIED}\n{OWN}"
    result = compare(draft, [SourceText(name, text) for name, text in sources.items()])
    html = overlap_page(draft, result, sources, language)
    shown = words(html)
    assert f"{100 * result.ratio:.1f}%" in shown
    assert f"{result.matched} / {result.counted}" in shown
    assert WORDS[language]["total"] in shown
    made = WORDS[language]["made_verbatim"], f"{100 * result.composition.verbatim / result.counted:.1f}%"
    assert f"{made[0]} {made[1]} ({result.composition.verbatim})" in shown
    parts = result.composition.to_json()
    said = {code: f"{100 * size / result.counted:.1f}%" for code, size in parts.items()}
    plainly = WORDS[language]["plainly"].format(total=f"{100 * result.ratio:.1f}%", **said)
    assert shown.index(plainly) < shown.index(WORDS[language]["parts"])
    assert OWN in shown
    assert "src=" not in html
    assert not re.search(r'href="(?!#)', html)
    anchors = set(re.findall(r'href="#(p\d+)"', html))
    assert anchors == set(re.findall(r'id="(p\d+)"', html))


def test_nothing_found_says_so():
    html = overlap_page(OWN, compare(OWN, [SourceText("a", TEXT)]), {"a": TEXT}, "zh")
    assert WORDS["zh"]["none"] in html
    assert WORDS["zh"]["plainly"].partition("{")[2].partition("}")[2][-12:] not in html


def test_script_is_text():
    draft = f"{SCRIPT}{COPIED}"
    sources = {SCRIPT: f"{SCRIPT}{COPIED}{SCRIPT}"}
    result = compare(draft, [SourceText(SCRIPT, sources[SCRIPT])])
    html = overlap_page(draft, result, sources, "zh")
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def download(world, report, name, who="bob"):
    return world.client(who).get(world.url(f"overlap-reports/{report.pk}/export/{name}"))


def test_a_stored_report_as_a_page(world):
    report = made(world, title="经济环境")
    response = download(world, report, "html")
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    shown = words(response.content.decode())
    assert f"{100 * report.result['ratio']:.1f}%" in shown
    assert f"{report.result['matched']} / {report.result['counted']}" in shown
    assert "经济环境" in shown
    assert world.workspace.name in shown
    assert OWN in shown


def test_a_stored_report_as_data_is_the_contract(world):
    report = made(world)
    data = json.loads(download(world, report, "json").content)
    assert {"counted", "matched", "ratio", "ratio_uncited", "largest_source_ratio", "matches", "sources"} <= set(data)
    (match,) = data["matches"]
    assert {"draft", "source", "kind", "similarity", "longest_run"} <= set(match)
    start, end = match["source"]["span"]
    assert TEXT[start:end] == report.draft_text[slice(*match["draft"])]
    assert set(data["sources"][0]) >= {"file", "ratio", "matches"}


def test_a_stored_report_as_a_page_to_sign(world):
    report = made(world, title="經濟環境𠀀", text=f"{COPIED}\n{OWN}", sections=[(0, len(COPIED), "市场规模")])
    match = report.matches.get()
    place = {"draft": (match.draft_start, match.draft_end), "source": str(match.source_id)}
    actions_marks.mark_passage(
        access=world.access("tom"), report=report, **place, verdict="fine", comment="*统计*口径相同 #panic()"
    )
    response = download(world, report, "pdf")
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert response["Content-Disposition"].startswith("attachment")
    with PdfDocument(response.content) as document:
        first = document[0].get_textpage().get_text_range()
        layer = "".join(page.get_textpage().get_text_range() for page in document)
    for said in (
        WORDS["zh"]["signature"],
        "经济环境",
        f"{100 * report.result['ratio']:.1f}%",
        "市场规模",
        "只是表述相似",
    ):
        assert said.replace("经济环境", "經濟環境〔U+20000〕") in first
    assert "*统计*口径相同 #panic()" in layer.replace("\r\n", "")
    source = world.source.text.text
    around = source[max(0, match.start - 60) : match.end + 60]
    shown = f"{report.draft_text}{around}{world.source.title}{world.workspace.name}"
    assert not {one for one in shown if one > "\u2e80"} - set(layer)


def test_a_report_too_long_for_paper_says_so(world, monkeypatch):
    from synthesis.exchange import views
    from synthesis.infra.typesetting import TypesettingFailed

    def late(*_, **__):
        raise TypesettingFailed("timeout")

    monkeypatch.setattr(views, "overlap_pdf", late)
    assert download(world, made(world), "pdf").status_code == 409


def test_who_gets_it_and_when(world):
    report = made(world)
    for name in ("html", "json", "pdf"):
        assert download(world, report, name, "tom").status_code == 200
        assert download(world, report, name, "cara").status_code == 403
        assert download(world, report, name, "dave").status_code == 404
        assert download(world, report, name, None).status_code == 302
    assert download(world, report, "exe").status_code == 404
    assert download(world, order(world), "html").status_code == 409


def test_a_file_counts_as_the_report_is_set_and_holds_the_marks(world):
    report = made(world, title="经济环境", text=f"{COPIED}\n{OWN}", sections=[(0, len(COPIED), "市场规模")])
    match = report.matches.get()
    place = {"draft": (match.draft_start, match.draft_end), "source": str(match.source_id)}
    actions_marks.mark_passage(
        access=world.access("tom"), report=report, **place, verdict="fine", comment=f"统计口径{SCRIPT}"
    )
    html = download(world, report, "html").content.decode()
    assert {"统计口径", "市场规模"} <= set(re.findall("统计口径|市场规模", words(html)))
    assert SCRIPT not in html
    data = json.loads(download(world, report, "json?mark=none").content)
    assert [mark["verdict"] for mark in data["marks"]] == ["fine"]
    assert data["figures"]["composition"] == data["composition"]
    assert sum(data["composition"].values()) == data["matched"]
    assert [part["title"] for part in data["figures"]["parts"]] == ["front", "back", "市场规模"]
    actions_marks.change_settings(access=world.access("tom"), report=report, settings={"hide": ["verbatim"]})
    data = json.loads(download(world, report, "json").content)
    assert (data["figures"]["matched"], data["settings"]) == (0, {"hide": ["verbatim"]})
    assert data["matched"] == report.result["matched"]
    assert "0.0%" in words(download(world, report, "html").content.decode())
