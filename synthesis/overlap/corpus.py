"""The texts a draft is compared with, whatever scope they come from: this workspace's, a class's, a library's.

Few are put side by side, and a process keeps them: reading texts never change. Of many, the table of winnowed hashes
tells which ones share something, and only those are read.
"""

from __future__ import annotations

import uuid
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from synthesis.engine.overlap.prepared import VERSION, PreparedText, prepare
from synthesis.engine.overlap.report import NamedCorpus, SourceText
from synthesis.overlap import actions, actions_index, selectors, selectors_index
from synthesis.sources.models import ReadingText
from synthesis.sources.preparing import prepare_reading

# Workspaces whose arrays a worker keeps: about 50 bytes for each character of their texts.
KEPT = 2
MANY = 4_000_000  # characters: more are looked up first
CLOSE = 64  # texts, and characters in all, that are then compared
CLOSE_LENGTH = 8_000_000
_corpora: OrderedDict[tuple[int, tuple[uuid.UUID, ...]], NamedCorpus] = OrderedDict()

Tell = Callable[[float], None]


@dataclass(frozen=True)
class Gathered:
    """`corpus` names its texts "0", "1", … by their place in `texts`; `asked`: how many were to be compared, of which
    `texts` are those that share something with the draft when they were too many to be put side by side."""

    texts: list[ReadingText]
    corpus: NamedCorpus
    asked: int


def gathered(draft_text: str, texts: Sequence[ReadingText], tell: Tell) -> Gathered:
    """What of `texts`, of any workspaces, the draft must be compared with. `tell` hears the share that is ready.

    Who may see a text is for the caller to say: nothing is asked here.
    """
    chosen = list(texts)
    if sum(text.length for text in chosen) > MANY:
        chosen = _close(prepare(draft_text), chosen, tell)
        return Gathered(chosen, _side_by_side(chosen, tell), len(texts))
    return Gathered(chosen, corpus_of(chosen, tell), len(chosen))


def with_drafts(found: Gathered, drafts: Sequence[str]) -> NamedCorpus:
    """The corpus of what was gathered and of `drafts`, which are named by the places after those of the texts."""
    if not drafts:
        return found.corpus
    sources = [SourceText(str(number), arrays_of(text)) for number, text in enumerate(found.texts)]
    sources += [SourceText(str(len(found.texts) + number), prepare(text)) for number, text in enumerate(drafts)]
    return NamedCorpus(sources)


def corpus_of(texts: Sequence[ReadingText], tell: Tell) -> NamedCorpus:
    """The corpus of `texts`, each named by its place as digits; kept for the next draft."""
    key = VERSION, tuple(text.pk for text in texts)
    if key not in _corpora:
        _corpora[key] = _side_by_side(texts, tell)
        while len(_corpora) > KEPT:
            _corpora.popitem(last=False)
    _corpora.move_to_end(key)
    return _corpora[key]


def _side_by_side(texts: Sequence[ReadingText], tell: Tell) -> NamedCorpus:
    sources = []
    for number, text in enumerate(texts):
        tell(number / len(texts))
        sources.append(SourceText(str(number), arrays_of(text)))
    return NamedCorpus(sources)


def arrays_of(text: ReadingText) -> PreparedText:
    """The text's token arrays: kept ones, else made and kept."""
    arrays = selectors.prepared(text)
    if arrays is None:
        arrays = prepare_reading(text)
        actions.store_prepared(text=text, arrays=arrays)
    return arrays


def _close(draft: PreparedText, texts: list[ReadingText], tell: Tell) -> list[ReadingText]:
    """Those that share something, in the order given; texts that the table does not know are put into it first."""
    by_id = {text.pk: text for text in texts}
    missing = selectors_index.not_indexed(list(by_id))
    for number, text_id in enumerate(missing):
        tell(number / len(missing))
        actions_index.index_text(text=by_id[text_id], arrays=arrays_of(by_id[text_id]))
    found: set[uuid.UUID] = set()
    room = CLOSE_LENGTH
    for text_id in selectors_index.sharing(draft, list(by_id), CLOSE):
        room -= by_id[text_id].length
        if found and room < 0:
            break
        found.add(text_id)
    return [text for text in texts if text.pk in found]
