"""Which sources of a workspace share most of a text: candidates by sketch, then the share counted by the overlap engine."""

from __future__ import annotations

import uuid

from synthesis.engine.overlap.prepared import PreparedText
from synthesis.engine.overlap.report import OverlapSettings, SourceText, compare
from synthesis.engine.sketch import Sketch, containments
from synthesis.sources import selectors_likeness
from synthesis.sources.models import ReadingText
from synthesis.sources.preparing import prepare_reading

#: Share of the shorter text's counted characters from which two sources are said to be much alike.
LEAST_SHARE = 0.8
#: Estimated share of grams from which it is worth counting: an edit every ten characters spoils every third gram.
LEAST_ESTIMATE = 0.3
#: Shorter texts (counted characters) are alike by chance, unless they are equal.
SHORTEST = 40
MOST_COUNTED = 12
#: After so many that were not alike the rest, which shares fewer grams, is not either.
MOST_MISSED = 3
#: The largest share that is not said of equal texts.
ALMOST = 0.9999
SAME = 1.0
_SETTINGS = OverlapSettings(paraphrases=False)


def find(text: ReadingText, prepared: PreparedText, sketch: Sketch) -> dict[uuid.UUID, float]:
    """Other source → share, 0.8 to 1, of the shorter text's counted characters; SAME only for equal counted texts."""
    found: dict[uuid.UUID, float] = {}
    estimates: list[tuple[float, uuid.UUID, uuid.UUID]] = []
    for rows in selectors_likeness.sketches_beside(text):
        others = [row.sketch for row in rows]
        for row, estimate in zip(rows, containments(sketch, others).tolist(), strict=True):
            if sketch.same_text(row.sketch):
                found[row.source_id] = SAME
            elif estimate >= LEAST_ESTIMATE and min(sketch.counted, row.sketch.counted) >= SHORTEST:
                estimates.append((estimate, row.source_id, row.text_id))
    missed = 0
    for _, source_id, text_id in sorted(estimates, reverse=True)[:MOST_COUNTED]:
        share = _share(prepared, prepare_reading(selectors_likeness.text_to_compare(text_id)))
        if share >= LEAST_SHARE:
            found[source_id] = min(share, ALMOST)
        else:
            missed += 1
        if missed == MOST_MISSED:
            break
    return found


def _share(one: PreparedText, other: PreparedText) -> float:
    shorter, longer = sorted((one, other), key=lambda text: len(text.codes))
    if not len(shorter.codes):
        return 0.0
    result = compare(shorter, [SourceText("other", longer)], settings=_SETTINGS)
    return result.matched / result.counted if result.counted else 0.0
