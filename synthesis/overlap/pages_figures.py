"""The figures of a report for the eye, and what its readers leave out of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from synthesis.engine.overlap.figures import Figures, Part
from synthesis.engine.overlap.recount import StoredMatch
from synthesis.overlap.forms import KINDS, LEAST_RUNS, LEAST_SHARES, ReportSettings
from synthesis.overlap.models import OverlapReport
from synthesis.overlap.selectors_scopes import Other

KIND_NAMES = {
    "verbatim": gettext_lazy("word for word"),
    "edited": gettext_lazy("edited"),
    "reordered": gettext_lazy("reordered"),
    "paraphrase": gettext_lazy("similar wording"),
    "quoted": gettext_lazy("quoted with citation"),
    "common": gettext_lazy("set phrase"),
}
PART_NAMES = {  # of a composition (`engine.overlap.result`)
    "verbatim": gettext_lazy("word for word"),
    "edited": gettext_lazy("edited"),
    "similar": gettext_lazy("similar wording"),
    "quoted": gettext_lazy("quoted with citation"),
}
SWITCH_NAMES = {
    "quotes": gettext_lazy("quotations with a citation"),
    "references": gettext_lazy("the reference list"),
    "titles": gettext_lazy("titles in 《》"),
    "terms": gettext_lazy("terms"),
    "without_own": gettext_lazy("own earlier work"),
}


def percent(ratio: float) -> str:
    """In tenths of a per cent, without the sign."""
    return f"{100 * ratio:.1f}"


def sections_of(report: OverlapReport) -> list[tuple[int, int, str]]:
    return [(start, end, title) for start, end, title in report.sections]


def figures_of(counted: Figures) -> dict[str, Any]:
    return {
        "total": percent(counted.ratio),
        "uncited": percent(counted.ratio_uncited),
        "others": percent(counted.ratio_others),
        "largest": percent(counted.largest_source_ratio),
        "made": _made(counted),
        "plain": {code: percent(counted.share(size)) for code, size in counted.composition.to_json().items()},
        "parts": [_part(part) for part in counted.parts],
        "front": _part(counted.front),
        "back": _part(counted.back),
    }


def _made(counted: Figures) -> list[dict[str, Any]]:
    """What the matched characters are, each part with its place in a bar as wide as the draft (per cent)."""
    rows, at = [], 0.0
    for code, size in counted.composition.to_json().items():
        share = 100 * size / counted.counted if counted.counted else 0.0
        if size or code != "quoted":
            row = {"code": code, "name": str(PART_NAMES[code]), "percent": percent(share / 100), "size": size}
            rows.append({**row, "at": round(at, 3), "width": round(share, 3)})
        at += share
    return rows


def _part(part: Part) -> dict[str, Any]:
    return {"part": part, "percent": percent(part.ratio), "width": round(100 * part.ratio, 1)}


def source_rows(
    report: OverlapReport, counted: Figures, settings: ReportSettings, others: Mapping[str, Other]
) -> list[dict[str, Any]]:
    """Every text with a share in the report as made, under the present settings; the largest first. `others`: what of
    them may be told."""
    passages: dict[str, int] = {}
    for passage in counted.passages:
        passages[passage.match.source] = passages.get(passage.match.source, 0) + 1
    rows = []
    for source in report.result["sources"]:
        key = source["id"]
        if not source["matches"] and not counted.shares.get(key):
            continue
        matched = counted.shares.get(key, 0)
        share = matched / counted.counted if counted.counted else 0.0
        rows.append(
            {
                "id": key,
                "title": others[key].name,
                "percent": percent(share),
                "width": round(100 * share, 1),
                "matched": matched,
                "passages": passages.get(key, 0),
                "hidden": key in settings.sources or (settings.without_own and key in settings.own),
                "without": key in settings.sources,
                "own": key in settings.own,
            }
        )
    return sorted(rows, key=lambda row: -row["matched"])


def left_out(titles: Mapping[str, str], settings: ReportSettings) -> list[str]:
    """What the settings leave out, in words; `titles`: source → its title."""
    runs, shares = [], []
    if settings.min_run:
        runs = [_("runs below %(n)s characters") % {"n": settings.min_run}]
    if settings.min_share:
        shares = [_("sources below %(n)s%%") % {"n": tenths(settings.min_share)}]
    switches = [str(name) for code, name in SWITCH_NAMES.items() if getattr(settings, code)]
    kinds = [str(KIND_NAMES[kind]) for kind in KINDS if kind in settings.kinds]
    return [*runs, *shares, *switches, *kinds, *(titles[one] for one in titles if one in settings.sources)]


def tenths(share: int) -> str:
    return f"{share / 10:g}"


def options(matches: Sequence[StoredMatch], terms: int, settings: ReportSettings) -> dict[str, Any]:
    """What can be chosen: runs, shares, switches, and the kinds that occur with the number of their passages as made."""
    numbers = {kind: sum(m.kind == kind for m in matches) for kind in KINDS}
    runs = LEAST_RUNS if settings.min_run in LEAST_RUNS else sorted({*LEAST_RUNS, settings.min_run})
    shares = LEAST_SHARES if settings.min_share in LEAST_SHARES else sorted({*LEAST_SHARES, settings.min_share})
    switches = [
        {"code": code, "name": str(name), "on": getattr(settings, code)}
        for code, name in SWITCH_NAMES.items()
        if (code != "terms" or terms or settings.terms) and (code != "without_own" or settings.own)
    ]
    return {
        "runs": runs,
        "shares": [(share, tenths(share)) for share in shares],
        "switches": switches,
        "kinds": [
            {"code": kind, "name": str(KIND_NAMES[kind]), "n": n, "hidden": kind in settings.kinds}
            for kind, n in numbers.items()
            if n
        ],
        "terms": ngettext("%(n)s term", "%(n)s terms", terms) % {"n": terms},
    }
