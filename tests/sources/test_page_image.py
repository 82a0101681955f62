"""The picture of a page and the boxes of a passage, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from synthesis.infra import leases
from synthesis.sources import actions, page_lines
from tests.pdf_by_hand import lines, pages

BODY = (
    "Evening services have grown in all of the branches of the library.",
    "Readers prefer machines, and nobody objected to this proposal.",
)


@pytest.fixture
def source(world: Any) -> Any:
    data = pages([lines((40, 500, 10, BODY[0]), (40, 486, 10, BODY[1]))])
    found = actions.add_source(access=world.access("bob"), file_name="report.pdf", chunks=[data]).source
    leases.run(found.job_id)
    found.refresh_from_db()
    assert found.text is not None
    return found


@pytest.fixture
def cara(world: Any, client: Any) -> Any:
    client.force_login(world.people["cara"])
    return client


def url(name: str, source: Any, page: int = 1) -> str:
    return reverse(f"sources:{name}", args=[source.workspace_id, source.pk, page])


def test_a_reader_sees_the_page_and_a_second_time_is_told_it_is_the_same(cara: Any, source: Any) -> None:
    response = cara.get(url("page_image", source), {"width": "500"})
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert response.content.startswith(b"\x89PNG")
    assert "private" in response["Cache-Control"]
    again = cara.get(url("page_image", source), {"width": "500"}, headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    # Another width is another picture; a senseless one is bounded.
    small = cara.get(url("page_image", source), {"width": "1"})
    assert small["ETag"] != response["ETag"]
    assert int.from_bytes(small.content[16:20]) == 400


def test_a_passage_has_its_boxes(cara: Any, source: Any) -> None:
    start = source.text.text.index("Readers prefer")
    answer = cara.get(url("page_boxes", source), {"start": start, "end": start + 14}).json()
    assert (answer["page"], answer["width"], answer["height"]) == (1, 420.0, 595.0)
    ((x0, y0, x1, y1),) = answer["boxes"]
    assert (x0, y1) == (pytest.approx(40 / 420, abs=0.01), pytest.approx(1 - 486 / 595, abs=0.02))
    assert x0 < x1 < 0.4
    assert y0 < y1
    assert cara.get(url("page_boxes", source), {"start": start, "end": start + 14}).json() == answer


def test_recognised_lines_that_were_kept_place_the_boxes(cara: Any, source: Any) -> None:
    page_lines.keep_lines(source.stored, '{"1": [["Evening services have grown", 0.5, 0.6, 0.9, 0.62]]}')
    answer = cara.get(url("page_boxes", source), {"start": 0, "end": 7}).json()
    assert answer["boxes"] == [[0.5, 0.6, pytest.approx(0.6037, abs=0.001), 0.62]]


@pytest.mark.parametrize(
    "query", [{}, {"start": "x", "end": "3"}, {"start": "5", "end": "2"}, {"start": "0", "end": "9999"}]
)
def test_spans_that_are_none_are_refused(cara: Any, source: Any, query: dict[str, str]) -> None:
    assert cara.get(url("page_boxes", source), query, headers={"Accept": "application/json"}).status_code == 400


def test_other_pages_kinds_and_people_find_nothing(cara: Any, world: Any, source: Any) -> None:
    assert cara.get(url("page_image", source, 2)).status_code == 404
    assert cara.get(url("page_image", source, 0)).status_code == 404
    text = actions.paste_text(access=world.access("bob"), text="No pages here.").source
    assert cara.get(url("page_image", text)).status_code == 404
    assert cara.get(url("page_boxes", text), {"start": 0, "end": 1}).status_code == 404
    cara.force_login(world.people["dave"])
    assert cara.get(url("page_image", source)).status_code == 404
