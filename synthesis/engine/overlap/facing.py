"""A draft and a corpus face to face: stretches of both, to be compared (`likeness`)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.corpus import Corpus
from synthesis.engine.overlap.fragments import Fragment
from synthesis.engine.overlap.likeness import Alike, Side
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.once import once
from synthesis.engine.overlap.prepared import FIGURES, PreparedText
from synthesis.engine.overlap.seeds import I64
from synthesis.engine.overlap.sentences import Features, SentenceIndex, Sentences, mostly_words

WIDEST = 400  # tokens of a source that are compared at once


@dataclass(frozen=True)
class Facing:
    """`asked`: the sentences of the draft that are looked for, with their `features`; `own`: which tokens of the draft tell
    something (`likeness.telling`)."""

    draft: PreparedText
    corpus: Corpus
    index: SentenceIndex
    asked: Sentences
    features: Features
    own: NDArray[np.bool_]

    @once
    def words(self) -> NDArray[np.bool_]:
        """Which of the sentences are mostly words."""
        return mostly_words(self.draft, self.asked)

    @once
    def figures(self) -> tuple[I64, U32]:
        """The draft's tokens that begin a figure, and its features."""
        places = (self.draft.features >= FIGURES).nonzero()[0]
        return places, self.draft.features[places]

    def side(self, first: int, last: int) -> Side:
        """The sentences from `first` to `last`."""
        return Side(self.draft, int(self.asked.low[first]), int(self.asked.high[last]), self.index.square, self.own)

    def there(self, source: int, low: int, high: int) -> Side:
        """Tokens `low:high` of the index, which lie in that source."""
        at = int(self.corpus.row[source])
        return Side(self.corpus.texts[source], low - at, high - at, self.index.square, self.index.telling(source))

    def region(self, middle: I64, reach: int) -> tuple[I64, I64, I64]:
        """The sources of sentences `middle` of the index, and the tokens from up to `reach` sentences before to after."""
        index = self.index
        source = index.source[middle]
        low = index.low[np.maximum(middle - reach, index.first[source])]
        high = index.high[np.minimum(middle + reach, index.first[source + 1] - 1)]
        wide = high - low > WIDEST
        if wide.any():
            low[wide], high[wide] = index.low[middle[wide]], index.high[middle[wide]]
        return source, low, high

    def fragment(self, source: int, one: Alike) -> Fragment:
        """What was found alike in a source, as a passage without equal runs."""
        mine, theirs = self.draft.first, self.corpus.texts[source].first
        d0, d1 = (int(mine[at]) for at in one.mine)
        s0, s1 = (int(theirs[at]) for at in one.theirs)
        return Fragment(source, d0, d1, s0, s1, np.zeros((0, 3), np.int64), np.array([[d0, d1, s0, s1]]))
