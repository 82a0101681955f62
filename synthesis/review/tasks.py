"""What jobs of the overlap room need of drafts: loaded in every process, workers too."""

from __future__ import annotations

from synthesis.overlap.selectors_scopes import register_drafts
from synthesis.review.selectors import draft_texts

register_drafts(draft_texts)
