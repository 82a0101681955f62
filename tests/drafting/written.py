"""A written draft, made as the worker makes it, for tests of what people do with one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from synthesis.drafting import actions, selectors
from synthesis.drafting.models import Draft, Paragraph, Sentence
from synthesis.infra.models import Job, JobState
from tests.world import World

FIRST = "用柔性薄膜替换充气袖带之后，测量一次只需20秒。"
SECOND = "年长者比预想的更愿意接受无感测量。"
THIRD = "可穿戴血压计在2023年卖出420万台。"


@dataclass
class Written:
    """`world`, the draft of bob in it, its paragraphs and sentences in order."""

    world: World
    draft: Draft

    @property
    def paragraphs(self) -> list[Paragraph]:
        return list(self.draft.paragraphs.order_by("position"))

    @property
    def sentences(self) -> list[Sentence]:
        rows = Sentence.objects.filter(paragraph__draft=self.draft, deleted__isnull=True)
        return list(rows.select_related("paragraph__draft").order_by("paragraph__position", "position"))

    def texts(self) -> list[list[str]]:
        """The sentences by paragraph, as they stand now."""
        shown = [p for section in selectors.sections_of(self.draft) for p in section.paragraphs]
        return [[s.text for s in p.shown] for p in shown]

    def url(self, tail: str = "") -> str:
        return self.world.url(f"drafts/{self.draft.pk}/{tail}")

    def fresh(self) -> Draft:
        return Draft.objects.get(pk=self.draft.pk)


def made(text: str, cites: list[Any], **extra: Any) -> dict[str, Any]:
    return {
        "text": text,
        "kind": "evidence",
        "state": "supported",
        "verdict": {"checks": {}, "reasons": []},
        "overlap": {"ratio": 0.0, "longest_run": 4, "runs": []},
        "cites": [str(one.pk) for one in cites],
        **extra,
    }


def write(world: World, who: str = "bob", sentences: int = 0) -> Written:
    """The draft; `sentences` more are added to its first point."""
    t, e, _p = world.excerpts
    draft = actions.create_draft(access=world.access(who), keys=["T", "E"], points=1, title="血压计")
    # What the worker does is done here.
    Job.objects.filter(pk=draft.job_id).update(state=JobState.DONE)
    parts = [
        {
            "heading_id": world.headings["E"].pk,
            "title": "市场",
            "sentences": [made(THIRD, [e])],
        },
        {
            "heading_id": world.headings["T"].pk,
            "title": "测量",
            "sentences": [made(FIRST, [t]), made(SECOND, [t, e], state="check")]
            + [made(f"第{n}句。", [t]) for n in range(sentences)],
        },
    ]
    found = {"conflicts": [], "advice": [], "unused": [{"id": str(t.pk), "reason": "重复"}]}
    with transaction.atomic():
        actions.write_draft(draft_id=draft.pk, written=parts, findings=found)
    return Written(world, Draft.objects.get(pk=draft.pk))
