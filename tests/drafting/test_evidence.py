"""The evidence table: what it shows, what people put right in it, and what drafts make of that."""

from __future__ import annotations

import csv
import io
import json

import pytest
from lxml import html as lxml_html

from synthesis.drafting import actions, actions_outline, actions_sentences, material, selectors_evidence
from synthesis.drafting import actions_evidence as act
from synthesis.drafting.models import EvidenceCorrection, Sentence
from synthesis.drafting.selectors_evidence import Wanted
from synthesis.engine.drafting.quantities.readable import readable
from synthesis.infra import leases
from synthesis.infra.errors import Forbidden, Invalid, NotFound
from synthesis.infra.models import AuditEntry, Event
from tests.world import make_excerpt, make_source

OTHER = "另一份报告\n2023年，国内可穿戴血压计销量达到510万台。业内认为增长可能放缓。"


@pytest.fixture
def sales(world):
    """An excerpt with two figures in a statement, and one of another source that contradicts the first."""
    source = make_source(world.workspace, world.bob, title="另一份报告", text=OTHER)
    first = make_excerpt(
        world.source, "2023年，国内可穿戴血压计销量达到420万台，同比增长18.5%。", world.headings["S"], world.tom
    )
    return first, make_excerpt(source, OTHER.split("\n")[1], world.headings["S"], world.tom)


def rows(world, key="S", **wanted):
    found = selectors_evidence.evidence_of(world.access("tom"), Wanted(heading=key, **wanted))
    return [row for one in found for row in one.rows]


def correct(world, row, who="tom", **fields):
    return act.correct_evidence(
        access=world.access(who),
        excerpt=row.excerpt,
        start=row.found.start,
        end=row.found.end,
        number=row.number,
        fields=fields,
    )


def drop(world, row, dropped=True, who="tom"):
    place = {"start": row.found.start, "end": row.found.end}
    return act.drop_evidence(access=world.access(who), excerpt=row.excerpt, **place, dropped=dropped)


def page(world, query="", who="tom"):
    return world.client(who).get(world.url(f"evidence/{query}"))


def test_a_row_for_every_figure_and_statement(world, sales):
    told = [(r.fields["type"], r.fields["value"], r.fields["unit"], r.fields["time"]) for r in rows(world)]
    assert told[:3] == [
        ("figure", "4200000", "台", "2023"),
        ("change", "18.5", "%", "2023"),
        ("figure", "5100000", "台", "2023"),
    ]
    assert rows(world)[3].fields["modality"] == "hedged"
    assert [r.conflict for r in rows(world)] == [1, 0, 1, 0]


def test_sorting_and_choosing(world, sales):
    assert [r.fields["value"] for r in rows(world, sort="value")][-1] == ""
    assert {r.excerpt.source.title for r in rows(world, source=str(sales[1].source_id))} == {"另一份报告"}
    assert len(rows(world, show="conflict")) == 2
    assert [r.fields["type"] for r in rows(world, type="change")] == ["change"]
    assert len(rows(world, q="销量 510")) == 1


def test_a_correction_stands_is_recorded_and_can_be_taken_back(world, sales):
    row = rows(world)[0]
    shown = correct(world, row, value="5,100,000", subject=row.fields["subject"])
    assert (shown.fields["value"], shown.corrected) == ("5100000", {"value"})
    assert [r.conflict for r in rows(world)] == [0, 0, 0, 0]
    entry = AuditEntry.objects.get(verb="evidence.corrected")
    assert (entry.before["was"], entry.after["now"]) == ({}, {"value": "5100000"})
    assert Event.objects.filter(kind="evidence.changed").count() == 1
    correct(world, rows(world)[0], value="4200000")
    assert not EvidenceCorrection.objects.exists()
    assert rows(world)[0].corrected == frozenset()


@pytest.mark.parametrize(
    "fields", [{"value": "viel"}, {"value": "NaN"}, {"value": "1e999"}, {"type": "x"}, {"subject": "x" * 201}]
)
def test_what_is_refused(world, sales, fields):
    with pytest.raises(Invalid):
        correct(world, rows(world)[0], **fields)


def test_who_may_correct(world, sales):
    with pytest.raises(Forbidden):
        correct(world, rows(world)[0], who="tina", subject="x")
    with pytest.raises(Forbidden):
        drop(world, rows(world)[0], who="cara")
    correct(world, rows(world)[0], who="bob", subject="x")
    assert rows(world)[0].fields["subject"] == "x"


def test_who_may_not_correct_is_told_who_may(world, sales):
    row = rows(world)[0]
    place = f"evidence/{row.excerpt.pk}/{row.found.start}-{row.found.end}/{row.number}/"
    assert "Of the excerpts you tagged" in page(world, who="tina").content.decode()
    assert "Of the excerpts you tagged" not in page(world, who="bob").content.decode()
    theirs = world.client("tina").get(world.url(place)).content.decode()
    assert "Tom, editors and owners can correct it" in theirs
    assert '<form class="form" method="post">' not in theirs
    assert "editors and owners can correct it" not in world.client("tom").get(world.url(place)).content.decode()


def test_a_place_that_is_no_row(world, sales):
    with pytest.raises(NotFound):
        act.drop_evidence(access=world.access("tom"), excerpt=sales[0], start=1, end=5, dropped=True)


def test_what_is_no_evidence_reaches_no_draft(world, sales):
    drop(world, rows(world)[2])
    given = {e.id: e.text for e in material.headings_of(world.workspace, ["S"])[0].excerpts}
    assert given[str(sales[1].pk)] == "业内认为增长可能放缓。"
    assert [r.dropped for r in rows(world)] == [False, False, True, False]
    assert [r.conflict for r in rows(world)] == [0, 0, 0, 0]
    drop(world, rows(world)[3])
    assert [e.id for e in material.headings_of(world.workspace, ["S"])[0].excerpts] == [str(sales[0].pk)]
    assert drop(world, rows(world)[2], dropped=False)
    assert not drop(world, rows(world)[2], dropped=False)
    verbs = list(AuditEntry.objects.filter(verb__startswith="evidence.").order_by("pk").values_list("verb"))
    assert verbs == [("evidence.dropped",), ("evidence.dropped",), ("evidence.restored",)]


def test_corrected_columns_reach_the_wording(world, sales):
    correct(world, rows(world)[0], subject="深圳可穿戴血压计", value="5100000", time="2024")
    correct(world, rows(world)[1], value="12", time="2024")
    told = "2024年，深圳可穿戴血压计销量达到510万台，同比增长12%。"
    assert material.headings_of(world.workspace, ["S"])[0].excerpts[0].text == told
    row = rows(world)[0]
    form = world.url(f"evidence/{row.excerpt.pk}/{row.found.start}-{row.found.end}/0/")
    assert told in world.client("tom").get(form).content.decode()
    draft = actions.create_draft(access=world.access("bob"), keys=["S"])
    leases.run(draft.job_id)
    (sentence,) = [s for s in Sentence.objects.filter(paragraph__draft=draft) if "12%" in s.text]
    assert "深圳" in sentence.text
    assert (sentence.state, sentence.verdict["reasons"][0]["code"]) == ("supported", "corrected")
    # A person's sentence on the same excerpt is held against the same words.
    access = world.access("bob")
    edited = actions_sentences.edit_sentence(
        access=access, sentence=sentence, text="2024年深圳可穿戴血压计卖出510万台。", version=sentence.version
    )
    assert edited.verdict["reasons"][0]["code"] == "corrected"


def test_a_correction_of_words_that_are_gone_is_passed_over(world, sales):
    drop(world, rows(world)[0])
    sales[0].quote = sales[0].quote.replace("420", "430")
    sales[0].save()
    assert not rows(world)[0].dropped
    assert "430万台" in material.headings_of(world.workspace, ["S"])[0].excerpts[0].text


def test_claims_reach_the_drafter(world, sales):
    access = world.access("bob")
    point = actions_outline.create_point(access=access, heading=world.headings["S"], excerpts=[sales[0].pk])
    type(point).objects.filter(pk=point.pk).update(claim="销量在增长。")
    plan = material.headings_of(world.workspace, ["S"])[0].plan
    assert [p.claim for p in plan.points] == ["销量在增长。"]


def test_the_page_leads_to_the_words(world, sales):
    html = page(world, "?heading=S").content.decode()
    excerpt = sales[1]
    start = excerpt.start + 0
    assert f"?start={start}&amp;end={start + 24}#e-{excerpt.pk}" in html
    assert "contradiction 1" in html
    assert "data-dropped" not in html
    assert "Nothing matches" in page(world, "?heading=S&q=nirgends").content.decode()


def test_an_empty_table_says_what_to_do(world):
    type(world.excerpts[0]).objects.update(deleted="2026-01-01T00:00:00Z")
    assert "No evidence yet" in page(world).content.decode()


def test_script_is_text(world):
    source = make_source(world.workspace, world.bob, title="<script>x</script>", text="标题\n恶意<b>内容</b>在此。")
    make_excerpt(source, "恶意<b>内容</b>在此。", world.headings["S"], world.tom)
    html = page(world, "?heading=S").content.decode()
    assert "<script>x" not in html
    assert "恶意<b>" not in html


def test_the_table_as_a_file(world, sales):
    source = make_source(world.workspace, world.bob, title="=cmd()", text="标题\n行业仍在发展。")
    make_excerpt(source, "行业仍在发展。", world.headings["S"], world.tom)
    drop(world, rows(world)[1])
    answer = page(world, "table.csv?heading=S")
    told = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [line["value"] for line in told] == ["4200000", "18.5", "5100000", "", ""]
    assert [line["dropped"] for line in told] == ["yes", "yes", "", "", ""]
    assert told[4]["source"] == "'=cmd()"


def test_correcting_by_hand(world, sales):
    row = rows(world)[0]
    url = world.url(f"evidence/{row.excerpt.pk}/{row.found.start}-{row.found.end}/")
    client = world.client("tom")
    assert client.get(f"{url}0/").status_code == 200
    back = world.url("evidence/?heading=S&page=1")
    answer = client.post(f"{url}0/", {"subject": "血压计", "back": back})
    assert (answer.status_code, answer["Location"]) == (302, back)
    assert client.post(f"{url}0/", {"value": "viel", "back": "https://example.org/"}).status_code == 400
    assert client.post(f"{url}0/", {"reset": "1", "back": "//example.org/"})["Location"] == world.url("evidence/")
    assert not rows(world)[0].corrected
    asked = json.dumps({})
    sent = client.post(f"{url}drop", asked, content_type="application/json", headers={"accept": "application/json"})
    assert sent.json() == {"dropped": True}
    assert client.post(f"{url}drop", {"undo": "1"}).status_code == 302
    assert client.get(f"{url}7/").status_code == 404


def form_of(world):
    row = rows(world)[0]
    return world.url(f"evidence/{row.excerpt.pk}/{row.found.start}-{row.found.end}/0/")


def test_what_was_typed_stays_when_a_field_is_wrong(world, sales):
    url = form_of(world)
    sent = {"subject": "另一个主题", "value": "很多"}
    answer = world.client("tom").post(url, sent)
    page = lxml_html.fromstring(answer.content.decode())
    shown = {one.get("name"): one for one in page.xpath("//form//input[@type='text']")}
    assert {name: shown[name].get("value") for name in sent} == sent
    assert [name for name, one in shown.items() if one.get("aria-invalid")] == ["value"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("96亿", "9600000000"),
        ("９６億", "9600000000"),
        ("120萬", "1200000"),
        ("1.2万亿", "1200000000000"),
        ("3，500万", "35000000"),
        ("1.5 million", "1500000"),
        ("12", "12"),
    ],
)
def test_large_numbers_as_people_write_them(world, sales, typed, kept):
    url = form_of(world)
    tom = world.client("tom")
    assert tom.post(url, {"value": typed}).status_code == 302
    assert rows(world)[0].fields["value"] == kept


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("9600000000", "96亿", "9.6 billion"),
        ("1200000000000", "1.2万亿", "1.2 trillion"),
        ("-35000000", "-3500万", "-35 million"),
        ("123456789", "12345.6789万", "123,456,789"),
        ("12345.678", "12,345.678", "12,345.678"),
        ("2024", "2024", "2024"),
        ("0.5", "0.5", "0.5"),
        ("", "", ""),
    ],
)
def test_a_number_is_shown_as_it_is_read_and_worth_the_same(value, zh, en):
    told = readable(value, "zh"), readable(value, "en")
    assert told == (zh, en)
    assert [act._number(one)[1] for one in told if one] == [value for one in told if one]


def test_a_corrected_figure_is_readable_and_saving_it_again_changes_nothing(world, sales):
    correct(world, rows(world)[0], value="9600000000", unit="元")
    assert "96亿元" in page(world, "?heading=S").content.decode()
    url = form_of(world)
    shown = lxml_html.fromstring(world.client("tom").get(url).content.decode())
    assert shown.xpath("string(//input[@name='value']/@value)") == "96亿"
    world.client("tom").post(url, {"value": "96亿"})
    assert AuditEntry.objects.filter(verb="evidence.corrected").count() == 1


@pytest.mark.parametrize("typed", ["亿", "万亿", "亿96", "9e99", "5 m", "nan", "96很多"])
def test_a_number_is_more_than_its_unit(world, sales, typed):
    assert world.client("tom").post(form_of(world), {"value": typed}).status_code == 400


@pytest.mark.parametrize("typed", ["2021–2023", "2021-2023", "2021至2023年", "2021~2023"])
def test_a_span_of_years_is_read_and_entered_as_people_write_it(world, typed):
    quote = "2021年至2023年，全市累计建成45座换电站。"
    source = make_source(world.workspace, world.bob, title="换电", text=f"换电\n{quote}")
    make_excerpt(source, quote, world.headings["S"], world.tom)
    (row,) = rows(world)
    assert row.fields["time"] == "2021~2023"
    assert "2021–2023" in page(world, "?heading=S").text
    place = f"evidence/{row.excerpt.pk}/{row.found.start}-{row.found.end}/{row.number}/"
    assert 'value="2021–2023"' in world.client("tom").get(world.url(place)).text
    assert not correct(world, row, time=typed).corrected
    assert correct(world, row, time=typed.replace("2023", "2024")).fields["time"] == "2021~2024"
