"""The citation form of a source, its preview, its key, and what stood there before."""

from __future__ import annotations

import pytest

from synthesis.infra.models import AuditEntry
from synthesis.sources import actions_citation
from synthesis.sources.citation import origins, with_origins
from synthesis.sources.models import Source
from tests.world import make_source

DATA = {
    "type": "report",
    "title": "年度报告",
    "authors": "王明；李红\nSmith, Ann",
    "issued": "2022",
    "container": "某研究院",
    "url": "example.org/r",
    "publisher": "某出版社",
    "pages": "12–19",
    "doi": "https://doi.org/10.1234/ab",
    "accessed": "2024-02-29",
}


def get(world, tail, who="bob", **headers):
    return world.client(who).get(world.url(f"sources/{world.source.pk}/{tail}"), headers=headers)


def post(world, tail, data=None, who="bob", **headers):
    return world.client(who).post(world.url(f"sources/{world.source.pk}/{tail}"), data or {}, headers=headers)


def cite(world, citation, **more):
    return actions_citation.cite_source(access=world.access("bob"), source=world.source, citation=citation, **more)


def test_saving(world):
    assert post(world, "cite", DATA).status_code == 302
    world.source.refresh_from_db()
    assert world.source.citation == {
        "type": "report",
        "title": "年度报告",
        "author": [{"literal": "王明"}, {"literal": "李红"}, {"family": "Smith", "given": "Ann"}],
        "issued": {"date-parts": [[2022]]},
        "container-title": "某研究院",
        "URL": "https://example.org/r",
        "publisher": "某出版社",
        "page": "12–19",
        "DOI": "10.1234/ab",
        "accessed": {"date-parts": [[2024, 2, 29]]},
    }
    assert world.source.citation_key == "wang2022niandu"
    html = get(world, "info/").content.decode()
    assert "Smith, Ann" in html
    assert 'value="2022"' in html
    assert 'value="2024-02-29"' in html
    assert "wang2022niandu" in html
    assert "王明，李红，Smith A. 年度报告[R/OL]" in html


def test_what_the_form_does_not_know_stays(world):
    parts = {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"}
    Source.objects.filter(pk=world.source.pk).update(
        citation={"ISSN": "1234-5678", "title": "Alt", "author": [parts], "type": "speech", "language": "fr"}
    )
    html = get(world, "info/").content.decode()
    assert '<option value="speech" selected>' in html
    data = {"type": "speech", "title": "", "authors": "van den Berg, Jan", "language": "fr"}
    assert post(world, "cite", data).status_code == 302
    world.source.refresh_from_db()
    assert world.source.citation == {"ISSN": "1234-5678", "type": "speech", "author": [parts], "language": "fr"}


@pytest.mark.parametrize(
    "bad",
    [
        {"url": "javascript:alert(1)"},
        {"issued": "neunzehn"},
        {"issued": "2999"},
        {"type": "spell"},
        {"doi": "CNKI:SUN:1"},
        {"key": "王 2020"},
        {"accessed": "yesterday"},
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(world, bad):
    response = post(world, "cite", {**DATA, **bad})
    html = response.content.decode()
    assert response.status_code == 400
    assert 'class="error"' in html
    assert "年度报告" in html
    world.source.refresh_from_db()
    assert world.source.citation == {}


def test_a_key_belongs_to_one_source(world):
    other = make_source(world.workspace, world.people["bob"], title="Other", text="Other text.")
    actions_citation.cite_source(access=world.access("bob"), source=other, citation={"title": "X"}, key="Taken2020")
    response = post(world, "cite", {**DATA, "key": "taken2020"})
    assert response.status_code == 400
    assert "Another source of this workspace has this citation key." in response.content.decode()
    cite(world, {"type": "book", "title": "医疗", "author": [{"literal": "王明"}], "issued": {"date-parts": [[2020]]}})
    again = actions_citation.cite_source(
        access=world.access("bob"),
        source=Source.objects.get(pk=other.pk),
        citation={"type": "book", "title": "医疗", "author": [{"literal": "王强"}], "issued": {"date-parts": [[2020]]}},
        key="",
    )
    assert again.citation_key == "wang2020yiliaoa"
    # Once given it stays, whatever the data become.
    cite(world, {"type": "book", "title": "别的", "author": [{"literal": "李红"}]})
    world.source.refresh_from_db()
    assert world.source.citation_key == "wang2020yiliao"


def test_where_values_came_from_is_shown_until_somebody_changes_them(world):
    citation = with_origins(
        {"type": "report", "title": "报告", "publisher": "社"}, {"title": "file", "publisher": "text"}
    )
    Source.objects.filter(pk=world.source.pk).update(citation=citation)
    html = get(world, "info/").content.decode()
    assert "from the file" in html
    assert "from the text" in html
    post(world, "cite", {"type": "report", "title": "报告", "publisher": "另一社"})
    world.source.refresh_from_db()
    assert origins(world.source.citation) == {"title": "file"}


def test_the_preview_saves_nothing(world):
    other = make_source(world.workspace, world.people["bob"], title="年度报告", text="Other text.")
    html = post(world, "cite/preview", {**DATA, "title": "年度报告<>"}).content.decode().strip()
    assert html.startswith('<div id="citation-lines"')
    assert "年度报告&lt;&gt;[R/OL]" in html
    assert "(2022)" in html
    assert f"sources/{other.pk}/info" in html
    bad = post(world, "cite/preview", {"type": "report", "doi": "x"}).content.decode()
    assert "A DOI looks like" in bad
    assert "Authors" in bad
    world.source.refresh_from_db()
    assert world.source.citation == {}


def test_former_data_come_back(world):
    cite(world, {"type": "book", "title": "First <i>"})
    cite(world, {"type": "book", "title": "Second"})
    html = get(world, "info/").content.decode()
    assert "First &lt;i&gt;" in html
    entry = AuditEntry.objects.filter(verb="source.cited").latest("pk")
    entries = AuditEntry.objects.count()
    assert post(world, f"cite/restore/{entry.pk}").status_code == 302
    world.source.refresh_from_db()
    assert world.source.citation == {"type": "book", "title": "First <i>"}
    assert AuditEntry.objects.count() == entries + 1
    assert post(world, "cite/restore/999999999").status_code == 404
    other = make_source(world.workspace, world.people["bob"], title="Other", text="Other text.")
    foreign = world.client("bob").post(world.url(f"sources/{other.pk}/cite/restore/{entry.pk}"))
    assert foreign.status_code == 404


def test_a_source_that_comes_back_gives_way(world):
    from synthesis.sources import actions

    access = world.access("bob")
    cite(world, {"title": "A"}, key="same")
    actions.delete_source(access=access, source=world.source)
    other = make_source(world.workspace, world.people["bob"], title="Other", text="Other text.")
    actions_citation.cite_source(access=access, source=other, citation={"title": "B"}, key="same")
    assert actions.restore_source(access=access, source=world.source).citation_key == "samea"


def test_readers_see_the_reference_without_a_form(world):
    cite(world, {"type": "book", "title": "医疗", "author": [{"literal": "王明"}]})
    html = get(world, "info/", "cara").content.decode()
    assert "王明. 医疗[M]" in html
    assert "Save citation data" not in html
    assert post(world, "cite", DATA, "cara").status_code == 403
    assert post(world, "cite", DATA, "dave").status_code == 404
