"""What was found while drafting, as the draft's page tells it: in the reader's language, with the excerpts it names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language

from synthesis.drafting import selectors_page
from synthesis.drafting.models import Draft
from synthesis.engine.drafting import advice
from synthesis.engine.drafting.planning import plan
from synthesis.engine.drafting.quantities.readable import readable_time
from synthesis.infra.policy import Permission
from synthesis.tagging.models import Excerpt
from synthesis.tagging.pages import place_of
from synthesis.workspaces.policy import Access

# Excerpts named under one piece of advice.
SHOWN = 4


def spoken() -> str:
    """The reader's language, as the engine calls it."""
    return "zh" if (get_language() or "").startswith("zh") else "en"


def findings(access: Access, draft: Draft) -> dict[str, Any]:
    """Conflicts, advice and unused excerpts with the excerpts they name, as far as these are still there."""
    if not access.has(Permission.READ_DRAFTS):
        return {"total": 0}
    raw = {name: draft.findings.get(name, []) for name in ("conflicts", "advice", "unused")}
    ids = [one["id"] for one in raw["unused"]]
    ids += [i for one in raw["advice"] for i in one.get("excerpts", [])]
    ids += [i for one in raw["conflicts"] for value in one.get("values", []) for i in value.get("cites", [])]
    known = {key: (e, place_of(e)) for key, e in selectors_page.excerpts_named(access, ids).items()}

    def places(wanted: list[str]) -> list[tuple[Excerpt, str]]:
        return [known[i] for i in dict.fromkeys(wanted) if i in known]

    def some(wanted: list[str]) -> dict[str, Any]:
        there = places(wanted)
        return {"places": there[:SHOWN], "more": max(0, len(there) - SHOWN)}

    return {
        "total": sum(len(found) for found in raw.values()),
        "conflicts": [
            {
                **one,
                "time": readable_time(one.get("time", "")),
                "values": [{**v, "places": places(v.get("cites", []))} for v in one.get("values", [])],
            }
            for one in raw["conflicts"]
        ],
        "advice": [{**one, **_advised(one), **some(one.get("excerpts", []))} for one in raw["advice"]],
        "unused": [{**one, **_left_out(one), "places": places([one["id"]])} for one in raw["unused"]],
    }


def _advised(one: Mapping[str, Any]) -> dict[str, Any]:
    """An advice in the reader's language; one of an older draft as it was written, which `as_written` tells."""
    try:
        return {"text": advice.in_words(one["code"], one["parts"], spoken()), "as_written": False}
    except KeyError:
        return {"as_written": True}


def _left_out(one: Mapping[str, Any]) -> dict[str, Any]:
    """Why an excerpt was not used, in the reader's language; `as_written` as for advice."""
    try:
        return {"reason": plan.reason(one["code"], spoken(), one["other"]), "as_written": False}
    except KeyError:
        return {"as_written": True}
