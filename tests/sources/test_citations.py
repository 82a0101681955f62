"""The workspace's citation data: the table, an import from file to sources, the library as a file."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from synthesis.engine.bibliography.formats import read
from synthesis.infra.models import AuditEntry
from synthesis.sources import actions_citation
from synthesis.sources.actions_citation import Decision
from synthesis.sources.models import Source
from tests.world import make_source

BIB = """@article{k1, title={血压传感器}, author={王明 and 李红}, year={2023}, journal={某学报}, doi={10.1000/1}}
@book{k2, title={Never seen <script>}, author={Smith, Ann}, year={2020}}
@book{k3, author={Nobody}}
"""


@pytest.fixture
def bob(world):
    return world.client("bob")


def pasted(world, bob, text=BIB):
    return bob.post(world.url("citations/import"), {"text": text})


def apply(world, bob, **choices):
    return bob.post(world.url("citations/import/apply"), {"content": BIB, **choices})


def test_the_table(world, bob):
    access = world.access("bob")
    whole = {"type": "book", "title": "医疗<b>", "author": [{"literal": "王明"}], "publisher-place": "北京"}
    whole |= {"publisher": "某社", "issued": {"date-parts": [[2020]]}}
    other = make_source(world.workspace, world.people["bob"], title="另一份", text="Other text.")
    actions_citation.cite_source(access=access, source=other, citation=whole)
    html = bob.get(world.url("citations/")).content.decode()
    assert "王明. 医疗&lt;b&gt;[M]. 北京：某社，2020." in html
    assert "wang2020yiliao" in html
    assert "血压传感器" in html
    assert other.file_name in html
    incomplete = bob.get(world.url("citations/?show=missing")).content.decode()
    assert "血压传感器" in incomplete
    assert "wang2020yiliao" not in incomplete
    assert "另一份" in bob.get(world.url("citations/?q=WANG2020")).content.decode()
    part = bob.get(world.url("citations/?q=nothing"), headers={"HX-Request": "true"}).content.decode().strip()
    assert part.startswith('<section id="citations"')
    reader = world.client("cara").get(world.url("citations/")).content.decode()
    assert "Import" not in reader


def test_an_import_shows_first_what_is_in_it(world, bob):
    html = pasted(world, bob).content.decode()
    assert f'<option value="{world.source.pk}" selected>' in html
    assert "nearly the same title" in html
    assert "Never seen &lt;script&gt;" in html
    assert "Line 3:" in html
    assert Source.objects.filter(workspace=world.workspace).count() == 1
    world.source.refresh_from_db()
    assert world.source.citation == {}


def test_a_file_in_the_encoding_of_chinese_databases(world, bob):
    file = SimpleUploadedFile("cnki.txt", "%0 Journal Article\n%A 王明\n%T 血压传感器\n".encode("gb18030"))
    html = bob.post(world.url("citations/import"), {"file": file}).content.decode()
    assert "EndNote" in html
    assert f'<option value="{world.source.pk}" selected>' in html


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "big5"])
def test_a_file_in_any_usual_encoding(world, bob, encoding):
    text = "TY  - JOUR\nAU  - 陳靜\nTI  - 縣域醫療共同體績效評價研究\nER  - \n"
    html = bob.post(
        world.url("citations/import"), {"file": SimpleUploadedFile("a.ris", text.encode(encoding))}
    ).content.decode()
    assert "縣域醫療共同體績效評價研究" in html
    assert "belong to no known encoding" not in html


def test_torn_bytes_of_a_file_are_told(world, bob):
    data = "TY  - JOUR\nAU  - 陈静\nTI  - 县域医疗共同体绩效评价研究\nER  - \n".encode()
    html = bob.post(
        world.url("citations/import"), {"file": SimpleUploadedFile("a.ris", data.replace("体".encode(), b"\xe4\xbd"))}
    ).content.decode()
    assert "绩效评价研究" in html
    assert "belong to no known encoding" in html


@pytest.mark.parametrize("text", ["", "   ", "hello", "@book{a, author={b}}"])
def test_what_is_no_bibliography_gets_a_plain_word(world, bob, text):
    response = pasted(world, bob, text)
    html = response.content.decode()
    assert response.status_code == 400
    assert 'class="error"' in html or 'data-level="danger"' in html
    assert text.strip().replace("<", "&lt;") in html


def test_importing(world, bob):
    entries = AuditEntry.objects.count()
    response = apply(world, bob, **{"choice-0": str(world.source.pk), "choice-1": "create"})
    assert response.status_code == 302
    world.source.refresh_from_db()
    assert world.source.citation["author"] == [{"literal": "王明"}, {"literal": "李红"}]
    assert world.source.citation["custom"]["from"]["DOI"] == "import"
    assert world.source.citation_key == "wang2023xueya"
    new = Source.objects.get(kind="reference")
    assert (new.title, new.state, new.text, new.stored, new.size) == ("Never seen <script>", "ready", None, "", 0)
    assert new.citation_key == "smith2020never"
    assert AuditEntry.objects.count() == entries + 2
    # The same once more changes nothing and makes nothing twice.
    apply(world, bob, **{"choice-0": str(world.source.pk), "choice-1": "create"})
    assert Source.objects.filter(kind="reference").count() == 1
    assert AuditEntry.objects.count() == entries + 2


def test_choices_that_cannot_be_followed_lose_nothing(world, bob):
    elsewhere = "11111111-1111-1111-1111-111111111111"
    for choices in (
        {"choice-0": str(world.source.pk), "choice-1": str(world.source.pk)},
        {"choice-0": elsewhere},
        {"choice-0": "nonsense"},
        {"choice-1": "create", "other-1": "no such title"},
    ):
        response = apply(world, bob, **choices)
        assert response.status_code == 400
        assert "Nothing has been imported yet" in response.content.decode()
        assert "Never seen" in response.content.decode()
    assert Source.objects.filter(workspace=world.workspace).count() == 1
    assert apply(world, bob, **{"choice-0": "skip", "choice-1": "create", "other-1": "血压传感器"}).status_code == 302
    world.source.refresh_from_db()
    assert world.source.citation["title"] == "Never seen <script>"


def test_an_import_adds_to_what_is_there_and_can_be_taken_back(world):
    access = world.access("bob")
    before = {"type": "report", "title": "Mine", "note": "kept"}
    actions_citation.cite_source(access=access, source=world.source, citation=before)
    actions_citation.import_citations(
        access=access, decisions=[Decision({"type": "document", "title": "Theirs", "volume": "3"}, world.source.pk)]
    )
    world.source.refresh_from_db()
    changed = {k: v for k, v in world.source.citation.items() if k != "custom"}
    assert changed == {"type": "report", "title": "Theirs", "note": "kept", "volume": "3"}
    entry = AuditEntry.objects.filter(verb="source.cited").latest("pk")
    actions_citation.restore_citation(access=access, source=world.source, entry_id=entry.pk)
    world.source.refresh_from_db()
    assert world.source.citation == before


def test_an_import_is_undone_as_one(world, bob):
    other = make_source(world.workspace, world.people["bob"], title="另一份", text="Other text.")
    apply(world, bob, **{"choice-0": str(world.source.pk), "choice-1": str(other.pk)})
    actions_citation.cite_source(access=world.access("bob"), source=other, citation={"type": "book", "title": "Mine"})
    assert "Undo the import" in bob.get(world.url("citations/")).content.decode()
    assert "Undo the import" not in world.client("alice").get(world.url("citations/")).content.decode()
    html = bob.post(world.url("citations/import/undo"), follow=True).content.decode()
    assert "Undo the import" not in html
    assert "1 source is as before the import." in html
    assert "1 source was changed or deleted since" in html
    for row, citation in ((world.source, {}), (other, {"type": "book", "title": "Mine"})):
        row.refresh_from_db()
        assert row.citation == citation


def test_sources_made_by_an_import_go_with_it_and_can_be_restored(world, bob):
    apply(world, bob, **{"choice-0": "skip", "choice-1": "create"})
    new = Source.objects.get(kind="reference")
    bob.post(world.url("citations/import/undo"))
    new.refresh_from_db()
    assert new.deleted is not None
    assert bob.post(world.url(f"sources/{new.pk}/restore")).status_code == 302
    bob.post(world.url("citations/import/undo"))  # there is nothing left to undo
    new.refresh_from_db()
    assert new.deleted is None


def test_a_source_without_a_file_is_everywhere_at_home(world, bob):
    apply(world, bob, **{"choice-0": "skip", "choice-1": "create"})
    new = Source.objects.get(kind="reference")
    one = f"sources/{new.pk}/"
    assert bob.get(world.url(f"{one}info/")).status_code == 200
    assert bob.get(world.url(one)).status_code == 200  # the reader
    assert bob.get(world.url(f"{one}file")).status_code == 409
    assert bob.get(world.url(f"{one}text"), headers={"accept": "application/json"}).status_code == 409
    html = bob.get(world.url("sources/")).content.decode()
    assert "Never seen &lt;script&gt;" in html
    assert f"{one}file" not in html
    for page in ("excerpts/", "outline/", "drafts/", "overlap-reports/", ""):
        assert bob.get(world.url(page)).status_code == 200
    assert bob.post(world.url(f"{one}delete")).status_code == 302
    assert bob.post(world.url(f"{one}restore")).status_code == 302


@pytest.mark.parametrize(("name", "ending"), [("bibtex", "bib"), ("ris", "ris"), ("csl", "json")])
def test_the_library_as_a_file(world, bob, name, ending):
    apply(world, bob, **{"choice-0": str(world.source.pk), "choice-1": "create"})
    make_source(world.workspace, world.people["bob"], title="没有数据", text="Other text.")
    response = bob.get(world.url(f"citations/export/{name}"))
    assert response["Content-Disposition"].endswith(f'.{ending}"')
    entries = {entry.key: entry.item for entry in read(response.content.decode(), name).entries}
    assert set(entries) == {"wang2023xueya", "smith2020never", "meiyou"}
    assert entries["wang2023xueya"]["author"] == [{"literal": "王明"}, {"literal": "李红"}]
    assert "custom" not in response.content.decode()
    assert bob.get(world.url("citations/export/docx")).status_code == 404
