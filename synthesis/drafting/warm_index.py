"""The runs of all sources of a workspace at hand: one index a workspace, kept in this process while there is room.

Reading texts never change, so their ids say whether an index is of the present sources. When some came or went, the
characters of the others are taken over from the index before. The database is the truth: nothing here outlives a process.
"""

from __future__ import annotations

import threading
import uuid
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.places import PlaceIndex

# Of all indexes together; about 3.4 bytes a counted character, so some 75 million characters.
MOST_BYTES = 256 << 20
# Of one workspace's texts: its index must leave room for others, and takes twice its size while it is made.
MOST_CHARACTERS = 40_000_000
# Seconds that a question waits for an index that another one is making.
PATIENCE = 0.2

Ids = tuple[uuid.UUID, ...]
Read = Callable[[Iterable[uuid.UUID]], Iterator[tuple[uuid.UUID, U32]]]


class NotYet(Exception):
    """Somebody else's question is making the index; ask again in a moment."""


@dataclass(frozen=True)
class Warm:
    """`texts[i]` is the reading text whose number in `index` is i."""

    texts: Ids
    index: PlaceIndex


class Shelf:
    """The indexes of this process, the workspaces that were asked about last."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._kept: OrderedDict[uuid.UUID, Warm] = OrderedDict()
        self._making: dict[uuid.UUID, threading.Lock] = {}
        self._lock = threading.Lock()

    def of(self, workspace: uuid.UUID, texts: Ids, read: Read, patience: float = PATIENCE) -> Warm:
        """The index of `texts`; `read` gives the counted characters of those that are not known yet. Raises NotYet."""
        with self._lock:
            making = self._making.setdefault(workspace, threading.Lock())
        if not making.acquire(timeout=patience):
            raise NotYet
        try:
            kept = self._look(workspace)
            if kept is None or kept.texts != texts:
                kept = _made(texts, kept, read)
                self._keep(workspace, kept)
            return kept
        finally:
            making.release()

    def _look(self, workspace: uuid.UUID) -> Warm | None:
        with self._lock:
            if workspace in self._kept:
                self._kept.move_to_end(workspace)
            return self._kept.get(workspace)

    def _keep(self, workspace: uuid.UUID, warm: Warm) -> None:
        with self._lock:
            self._kept[workspace] = warm
            self._kept.move_to_end(workspace)
            while len(self._kept) > 1 and sum(one.index.nbytes for one in self._kept.values()) > self._most:
                self._kept.popitem(last=False)


def _made(texts: Ids, before: Warm | None, read: Read) -> Warm:
    known = {text: number for number, text in enumerate(before.texts)} if before else {}
    codes = dict(read([text for text in texts if text not in known]))
    if before:
        codes |= {text: before.index.codes_of(known[text]) for text in texts if text in known}
    nothing = np.zeros(0, np.uint32)  # of a text that was deleted a moment ago
    return Warm(texts, PlaceIndex([codes.get(text, nothing) for text in texts]))


SHELF = Shelf()
