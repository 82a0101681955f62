"""The drafter with a language model: plan, write, verify, repair only what failed, judge. The wording is the model's;
what may stand is decided here, by the same guards as for every author.

Not for reaching a model: `ask` does that, and whatever it raises (cancelled, no money left) ends the composition. With
the same answers the result is the same, so a composition that died goes on from answers that were kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from synthesis.engine.drafting import advice as advisor
from synthesis.engine.drafting.compose_types import Composition, Point, excerpts_cited
from synthesis.engine.drafting.conflicts import duplicates_of, find_conflicts
from synthesis.engine.drafting.evidence.units import Excerpt, Unit, language_of, units_of
from synthesis.engine.drafting.model.answers import read_plan
from synthesis.engine.drafting.model.asking import asked
from synthesis.engine.drafting.model.checking import Checker
from synthesis.engine.drafting.model.prompts import Evidence, Standing, plan_prompt
from synthesis.engine.drafting.model.talk import Answer, AnswerUnusable, Ask
from synthesis.engine.drafting.model.write_point import PointByModel
from synthesis.engine.drafting.planning.plan import Plan, PlanPoint, Unused, left_out, usable
from synthesis.engine.drafting.realise import Sentence

PROVIDER = "model"
Progress = Callable[[str, float], None]


@dataclass(frozen=True)
class ModelComposition(Composition):
    """A composition whose words a model wrote. `remarks`: what the judge said against a sentence, by its text."""

    remarks: Mapping[str, str] = field(default_factory=dict)


def compose_with_model(
    heading: str,
    brief: str,
    excerpts: Sequence[Excerpt],
    *,
    ask: Ask,
    points: int = 3,
    language: str = "zh",
    plan: Plan | None = None,
    against: Sequence[str] = (),
    register: str = "",
    judged: bool = False,
    standing: Sequence[Standing] = (),
    progress: Progress | None = None,
) -> ModelComposition:
    """A section for `heading`, in at most `points` points or along `plan`; as `compose`, with a model's words.

    `against` are all source texts of the workspace, `register` the style asked for, `judged` asks the model of the
    part "judge", too: it can lower a sentence to be checked, never raise one. `standing` is what the draft says so far,
    where it is written again. Every sentence cites an excerpt. A sentence that is still unsupported after the last repair
    stays, marked so, for a person to mend.
    Raises ModelFailed when a part gives no usable answer, ValueError as `compose` does, and what `ask` raises.
    """
    if language not in {"zh", "en"}:
        raise ValueError(f"no instructions for language {language!r}")
    if len({e.id for e in excerpts}) != len(excerpts):
        raise ValueError("two excerpts have the same id")
    tell = progress or (lambda _step, _done: None)
    numbered = {e.id: Evidence(f"E{n}", e.source, e.text) for n, e in enumerate(excerpts, 1)}
    tell("plan", 0.0)
    sound = [e for e in excerpts if usable(e, language_of(e.text))]
    plan = plan or _planned(heading, brief, sound, numbered, points, language, ask)
    checker = Checker({e.id: e.text for e in excerpts}, against, language)
    written: list[Point] = []
    remarks: dict[str, str] = {}
    for place, point in enumerate(plan.points):
        tell("write", 0.1 + 0.85 * place / len(plan.points))
        evidence = {i: numbered[i] for i in point.excerpt_ids if i in numbered}
        so_far = [s for s in standing if not evidence.keys().isdisjoint(s.cites)]
        writer = PointByModel(checker, evidence, ask, heading, register, so_far)
        sentences = writer.write(point, judged=judged)
        remarks |= writer.remarks
        if sentences:
            written.append(Point(point.title, tuple(sentences)))
    tell("advise", 0.95)
    return _whole(heading, points, excerpts, language, plan, written, remarks)


def _planned(
    heading: str,
    brief: str,
    excerpts: Sequence[Excerpt],
    numbered: Mapping[str, Evidence],
    points: int,
    language: str,
    ask: Ask,
) -> Plan:
    """The model's plan, over excerpts that hold a whole statement."""
    ids = {numbered[e.id].number: e.id for e in excerpts}
    if not ids:
        return Plan(())

    def read(answer: Answer) -> list[PlanPoint]:
        planned = read_plan(answer, list(ids), points)
        if sum(language_of(p.title + p.claim) != language for p in planned) * 2 > len(planned):
            raise AnswerUnusable("language")
        return [PlanPoint(p.title, p.claim, tuple(ids[n] for n in p.numbers)) for p in planned]

    prompt = plan_prompt(heading, brief, [numbered[e.id] for e in excerpts], points, language)
    return Plan(tuple(asked(ask, prompt, read, language)))


def _whole(
    heading: str,
    points: int,
    excerpts: Sequence[Excerpt],
    language: str,
    plan: Plan,
    written: Sequence[Point],
    remarks: Mapping[str, str],
) -> ModelComposition:
    """What was written, with what was left out, what conflicts, and advice: from the material, as the rules find it."""
    units: dict[str, list[Unit]] = {e.id: list(units_of(e)) for e in excerpts}
    sentences: list[Sentence] = [s for p in written for s in p.sentences]
    cited = excerpts_cited(sentences)
    unused = [_left_out(e, language) for e in excerpts if e.id not in cited]
    in_plan = {i for p in plan.points for i in p.excerpt_ids}
    conflicts = find_conflicts([u for e in excerpts if e.id in in_plan for u in units[e.id]])
    plan = Plan(plan.points, tuple(unused))
    advice = advisor.advise(plan, excerpts, units, conflicts, heading, points, language)
    same = [i for i in _said_twice(excerpts, units) if i in cited]
    if len(same) > 1:
        advice += [advisor.merged(same, language)]
    return ModelComposition(
        heading, tuple(written), tuple(unused), tuple(conflicts), tuple(advice), plan, PROVIDER, remarks
    )


def _left_out(excerpt: Excerpt, language: str) -> Unused:
    code = "not_selected" if usable(excerpt, language_of(excerpt.text)) else "no_statement"
    return left_out(excerpt.id, code, language)


def _said_twice(excerpts: Sequence[Excerpt], units: Mapping[str, Sequence[Unit]]) -> list[str]:
    """Ids of the excerpts that say what another one says, each once."""
    duplicates = duplicates_of([u for e in excerpts for u in units[e.id]])
    return list(dict.fromkeys(i for (id_, _), others in duplicates.items() for i in (id_, *others)))
