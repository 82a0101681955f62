"""Writing a draft again as the worker does it, from made-up text; and what must hold after any change of a draft."""

from __future__ import annotations

import random
import uuid
from typing import Any

from django.db import transaction

from synthesis.drafting import actions, actions_outline, actions_rewrite, actions_sentences, selectors
from synthesis.drafting.models import AuthorKind, Citation, Paragraph, Sentence
from synthesis.drafting.rewriting import Asked
from tests.drafting.written import Written, made


def part(heading: Any, title: str, sentences: list[dict[str, Any]], point: Any = None) -> dict[str, Any]:
    return {"heading_id": heading.pk, "title": title, "point_id": point.pk if point else None, "sentences": sentences}


def store(written: Written, parts: list[dict[str, Any]], provider: str = "rules", chosen: Any = None) -> None:
    asked = Asked(written.draft.pk, provider, frozenset(chosen) if chosen is not None else None)
    found: dict[str, list[Any]] = {"conflicts": [], "advice": [], "unused": []}
    with transaction.atomic():
        actions_rewrite.store_rewriting(asked=asked, written=parts, findings=found, actor_id=None)


def check(written: Written) -> None:
    """Nothing cited is out of range or gone; what no person wrote is cited; every paragraph that shows is numbered once."""
    standing = Sentence.objects.filter(
        paragraph__draft=written.draft, deleted__isnull=True, paragraph__deleted__isnull=True
    )
    everywhere = Sentence.objects.filter(paragraph__draft=written.draft, deleted__isnull=True)
    assert standing.count() == everywhere.count(), "a sentence stands in a paragraph that is gone"
    citations = Citation.objects.filter(sentence__in=standing).select_related("text", "excerpt")
    for citation in citations:
        assert citation.text.text[citation.start : citation.end] == citation.quote
        assert citation.excerpt.quote == citation.quote
    cited = {c.sentence_id for c in citations}
    for sentence in standing.exclude(author_kind=AuthorKind.PERSON):
        assert sentence.pk in cited
    sections = selectors.sections_of(written.draft)
    numbers = selectors.numbered_sources(sections)
    assert set(numbers) == {c.source_id for c in citations}
    for section in sections:
        for paragraph in section.paragraphs:
            assert len({s.position for s in paragraph.shown}) == len(paragraph.shown)


def kept_of(written: Written) -> dict[uuid.UUID, tuple[Any, ...]]:
    """What regeneration must leave alone: people's sentences and those of locked points, with text and citations."""
    return {
        s.pk: (s.text, s.author_kind, s.paragraph_id, tuple(c.excerpt_id for c in s.cited))
        for section in selectors.sections_of(written.draft)
        for p in section.paragraphs
        for s in p.shown
        if s.author_kind == AuthorKind.PERSON or (p.point and p.point.locked)
    }


def one_change(written: Written, dice: random.Random) -> str:
    """Does one thing at random to the draft; the name of what it did."""
    access = written.world.access("bob")
    sentences, paragraphs = written.sentences, list(Paragraph.objects.filter(draft=written.draft, deleted__isnull=True))
    does = dice.choice(["edit", "add", "remove", "bring back", "move", "restore", "again", "again", "lock"])
    if does == "edit" and sentences:
        row = dice.choice(sentences)
        cites = dice.choice([None, [dice.choice(written.world.excerpts[:2]).pk]])
        text = f"第{dice.randrange(99)}次改写。"
        actions_sentences.edit_sentence(access=access, sentence=row, text=text, version=row.version, cites=cites)
    elif does == "add" and paragraphs:
        actions_sentences.add_sentence(
            access=access, paragraph=dice.choice(paragraphs), text="我加的。", position=dice.randrange(4)
        )
    elif does == "remove" and sentences:
        actions_sentences.remove_sentence(access=access, sentence=dice.choice(sentences))
    elif does == "bring back":
        gone = list(Sentence.objects.filter(paragraph__draft=written.draft, deleted__isnull=False)[:20])
        if gone:
            actions_sentences.restore_sentence(access=access, sentence=dice.choice(gone))
    elif does == "move" and sentences and paragraphs:
        actions_sentences.move_sentence(
            access=access,
            sentence=dice.choice(sentences),
            paragraph=dice.choice(paragraphs),
            position=dice.randrange(5),
        )
    elif does == "restore":
        number = dice.randint(max(1, written.fresh().revision - 30), written.fresh().revision)
        actions.restore_revision(access=access, draft=written.draft, number=number)
    elif does == "lock":
        point = dice.choice(list(written.world.workspace.points.all()))
        actions_outline.lock_point(access=access, point=point, locked=dice.random() < 0.5)
    elif does == "again":
        _again(written, dice)
    return does


def _again(written: Written, dice: random.Random) -> None:
    world = written.world
    t, e, _p = world.excerpts
    points = {p.heading.key: p for p in world.workspace.points.select_related("heading")}
    parts = [
        part(
            world.headings[key],
            dice.choice(["甲", "乙"]),
            [made(f"{key}的第{dice.randrange(9)}种说法。", [dice.choice([t, e])]) for _ in range(dice.randrange(5))],
            points[key] if dice.random() < 0.8 else None,
        )
        for key in ("E", "T")
    ]
    before = kept_of(written)
    store(written, parts, dice.choice(["rules", "model"]))
    after = kept_of(written)
    assert {pk: after[pk] for pk in before} == before
