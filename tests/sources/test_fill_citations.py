"""Empty citation fields filled from texts that were read earlier; nothing that is there is changed."""

from __future__ import annotations

import pytest

from synthesis.infra.models import AuditEntry
from synthesis.sources.citation import origins
from synthesis.sources.models import Source
from tests.world import make_source

BODY = "某地社区调查\n作者：王明 李红　发布时间：2024-05-01　来源：某日报\n\n正文从这里开始。\n"


@pytest.fixture
def old(world):
    """A source that was read before texts were asked: a person gave it an author."""
    row = make_source(world.workspace, world.bob, title="某地社区调查", text=BODY)
    Source.objects.filter(pk=row.pk).update(
        citation={
            "type": "document",
            "title": "某地社区调查",
            "author": [{"literal": "赵四"}],
            "custom": {"from": {"title": "file", "type": "file"}},
        }
    )
    return row


def fill(world, source=None, who="bob"):
    data = {"source": str(source.pk)} if source else {}
    return world.client(who).post(world.url("citations/fill"), data, follow=True)


def test_only_what_is_empty_is_filled_and_can_be_taken_back(world, old):
    answer = fill(world, old)
    assert answer.redirect_chain[-1][0].endswith("#citation")
    old.refresh_from_db()
    assert old.citation["author"] == [{"literal": "赵四"}]
    assert old.citation["issued"] == {"date-parts": [[2024, 5, 1]]}
    assert old.citation["container-title"] == "某日报"
    known = origins(old.citation)
    assert (known["issued"], known.get("author"), known["title"]) == ("text", None, "file")
    entry = AuditEntry.objects.get(verb="source.cited")
    assert "issued" not in entry.before["citation"]
    assert "says nothing more" in fill(world, old).content.decode()
    assert AuditEntry.objects.filter(verb="source.cited").count() == 1


def test_all_incomplete_ones_at_once(world, old):
    answer = fill(world)
    assert answer.redirect_chain[-1][0] == world.url("citations/")
    old.refresh_from_db()
    assert old.citation["issued"]
    world.source.refresh_from_db()
    # Its text states nothing but its language.
    assert set(world.source.citation) <= {"type", "title", "language", "custom"}


def test_a_type_that_a_person_chose_stays(world, old):
    Source.objects.filter(pk=old.pk).update(citation={"type": "document", "title": "t", "volume": "3"})
    fill(world, old)
    old.refresh_from_db()
    assert (old.citation["type"], old.citation["container-title"]) == ("document", "某日报")


def test_who_may(world, old):
    assert fill(world, old, "tom").status_code == 403
    assert fill(world, old, "dave").status_code == 404
    other = make_source(world.workspace, world.bob, title="gone", text="x")
    Source.objects.filter(pk=other.pk).update(deleted=other.created)
    assert fill(world, other).status_code == 404
