"""The sources of a workspace put side by side for comparison, kept per process: reading texts never change."""

from __future__ import annotations

import uuid
from collections import OrderedDict
from collections.abc import Callable, Sequence

from synthesis.engine.overlap.prepared import VERSION
from synthesis.engine.overlap.report import NamedCorpus, SourceText
from synthesis.overlap import actions, selectors
from synthesis.sources.models import ReadingText
from synthesis.sources.preparing import prepare_reading

# Workspaces whose arrays a worker keeps: about 20 bytes for each character of their texts.
KEPT = 2
_corpora: OrderedDict[tuple[int, tuple[uuid.UUID, ...]], NamedCorpus] = OrderedDict()


def corpus_of(texts: Sequence[ReadingText], tell: Callable[[float], None]) -> NamedCorpus:
    """The corpus of `texts`, each named by its place as digits. `tell` hears the share that is prepared."""
    key = VERSION, tuple(text.pk for text in texts)
    if key not in _corpora:
        sources = []
        for number, text in enumerate(texts):
            tell(number / len(texts))
            arrays = selectors.prepared(text)
            if arrays is None:
                arrays = prepare_reading(text)
                actions.store_prepared(text=text, arrays=arrays)
            sources.append(SourceText(str(number), arrays))
        _corpora[key] = NamedCorpus(sources)
        while len(_corpora) > KEPT:
            _corpora.popitem(last=False)
    _corpora.move_to_end(key)
    return _corpora[key]
