"""Background work of the drafting room: writing a draft, by rules or with the workspace's model."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_noop

from synthesis.drafting import actions, actions_rewrite, asking_model, material, measure, rewriting
from synthesis.engine.drafting.compose import compose
from synthesis.engine.drafting.evidence.units import language_of
from synthesis.engine.drafting.model.compose_model import compose_with_model
from synthesis.engine.drafting.model.prompts import trial_prompt
from synthesis.engine.drafting.model.talk import ModelFailed
from synthesis.infra import jobs
from synthesis.infra.leases import JobFailed, RunningJob
from synthesis.infra.policy import Permission

PLAN = gettext_noop("planning")
WRITE = gettext_noop("writing and checking")
STORE = gettext_noop("storing the draft")
NOTHING = gettext_noop("No sentence could be written from these excerpts. Tag more, or longer, passages.")
FOREIGN = gettext_noop(
    "The excerpts are in another language than the draft, and rules do not translate. Change the language of the brief and "
    "order a new draft, or have it written by a model."
)


@jobs.handles("drafting.write", on_end=actions.fail_draft, audience=Permission.READ_DRAFTS)
def write(running: RunningJob) -> None:
    """Heading by heading: plan, wording, verification, overlap; then everything at once into the draft."""
    actions.begin_draft(draft_id=uuid.UUID(running.args["draft"]), job_id=running.id)
    running.progress(PLAN, 0.02)
    order = material.for_draft(uuid.UUID(running.args["draft"]))
    written, findings = _written(running, order)
    with running.finishing():
        actions.write_draft(draft_id=order.draft_id, written=written, findings=findings)


@jobs.handles("drafting.rewrite", audience=Permission.READ_DRAFTS)
def rewrite(running: RunningJob) -> None:
    """Writes the open points of a draft anew; until it is stored, people go on with the draft as it stands."""
    running.progress(PLAN, 0.02)
    asked = rewriting.Asked.of_job(running.args)
    order = rewriting.order_for(asked)
    written, findings = _written(running, order)
    with running.finishing():
        actions_rewrite.store_rewriting(asked=asked, written=written, findings=findings, actor_id=running.actor_id)


def _written(running: RunningJob, order: material.Order) -> tuple[list[dict[str, Any]], dict[str, list[Any]]]:
    """What the drafter makes of the order, as `actions.write_draft` takes it, and what it found. Raises JobFailed when it
    is no sentence."""
    against = measure.all_texts(order.workspace_id)
    asking = asking_model.Asking(running, order.draft_id, order.attempt) if order.provider == "model" else None
    written: list[dict[str, Any]] = []
    findings: dict[str, list[Any]] = {"unused": [], "conflicts": [], "advice": []}
    share = 0.9 / max(1, len(order.headings))
    for number, heading in enumerate(order.headings):
        begin = 0.05 + number * share
        running.progress(WRITE, begin)
        report = _reporter(running, asking, heading, order.points, begin, share)
        composition = _composed(order, heading, against, asking, report)
        for point in composition["points"]:
            _judge(order.workspace_id, point, heading, composition.get("remarks", {}))
        written += material.paragraphs(heading, composition["points"])
        for name, found in findings.items():
            found += [{"heading": heading.key, **entry} for entry in composition[name]]
    if not any(part["sentences"] for part in written):
        texts = [excerpt.text for heading in order.headings for excerpt in heading.excerpts]
        foreign = asking is None and texts and all(language_of(text) != order.language for text in texts)
        raise JobFailed(FOREIGN if foreign else NOTHING)
    running.progress(STORE, 0.97)
    return written, findings


def _composed(
    order: material.Order,
    heading: material.HeadingMaterial,
    against: Sequence[str],
    asking: asking_model.Asking | None,
    report: Callable[[str, float], None],
) -> dict[str, Any]:
    """One heading as the `compose` contract has it, what was found as a draft keeps it. Raises JobFailed when the model
    gives nothing that can be used."""
    given: dict[str, Any] = {
        "points": order.points,
        "language": order.language,
        "plan": heading.plan,
        "against": against,
        "progress": report,
    }
    if asking is None:
        composed = compose(heading.name, order.brief, heading.excerpts, **given)
        return {**composed.to_json(), **composed.findings()}
    given |= {"ask": asking, "register": order.register, "judged": asking.judged, "standing": heading.standing}
    try:
        made = compose_with_model(heading.name, order.brief, heading.excerpts, **given)
    except ModelFailed as error:
        raise JobFailed(asking_model.UNUSABLE[error.code]) from error
    return {**made.to_json(), **made.findings(), "remarks": dict(made.remarks)}


def _reporter(
    running: RunningJob,
    asking: asking_model.Asking | None,
    heading: material.HeadingMaterial,
    points: int,
    begin: float,
    share: float,
) -> Callable[[str, float], None]:
    """The drafter's progress on one heading as a part of the whole; a model tells its own."""
    points = len(heading.plan.points) if heading.plan else points

    def report(step: str, fraction: float) -> None:
        at = begin + share * fraction
        if asking is None:
            running.progress(WRITE, at)
        else:
            asking.within(at, share * (0.1 if step == "plan" else 0.85 / points))

    return report


def _judge(
    workspace_id: uuid.UUID, point: dict[str, Any], heading: material.HeadingMaterial, remarks: Mapping[str, str]
) -> None:
    """Adds to a written point what the editor shows of a sentence: the guards' reasons, and where copied runs lie.

    Measured as after an edit, so that a figure changes only when the text does. The drafter's state stands: it knows
    more than the guards alone (an indicative sentence is to be checked although nothing in it is wrong).
    """
    told = {excerpt.id: excerpt.text for excerpt in heading.excerpts}
    for sentence in point["sentences"]:
        cites = [c for c in sentence["cites"] if c in told]
        quotes = [heading.quotes[c] for c in cites]
        _, verdict = measure.verdict_of(sentence["text"], quotes, [told[c] for c in cites if told[c] not in quotes])
        sentence["reasons"] = verdict["reasons"]
        if sentence["text"] in remarks:
            sentence["reasons"].append({"guard": "judge", "code": "judge", "detail": remarks[sentence["text"]]})
        sentence["overlap"] = measure.overlap_of(workspace_id, sentence["text"])


@jobs.handles("drafting.try_model", audience=Permission.MANAGE_WORKSPACE)
def try_model(running: RunningJob) -> None:
    """Asks the connected model for one word; its answer, or the fault, is in the account of calls."""
    running.progress(asking_model.ASKING["write"], 0.05)
    asking_model.Asking(running, None)(trial_prompt())
    with running.finishing():
        pass
