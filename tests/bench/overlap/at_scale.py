"""Size and cost of finding whom to compare with among a hundred million texts: `python -m tests.bench.overlap.at_scale`.

A simulation behind `docs/overlap-at-scale.md`. Assumed, each an option: the length of a text; how many texts have a hash
(a share that one text alone has, the rest by a power law); bytes of a posting in a table and in a compressed list; time of a
random read and of bytes read on and sent. Measured elsewhere: hashes for each character, bytes in PostgreSQL.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_PER_CHARACTER = 7054 / 30_000  # winnowed hashes, of `bench_table`
_ROW_BYTES, _LIST_BYTES = (
    74.0,
    5.0,
)  # of a posting: a table with its key and the key by text; a list of coded differences
_PAGE = 8192
_DRAFT = 2500  # hashes of a draft of 10,000 characters
_SEND = 1e9  # bytes a second between machines
_ROUNDS = 300


@dataclass(frozen=True)
class World:
    texts: float
    length: float
    alone: float
    slope: float
    longest: float
    read: float  # seconds of a random read
    at_once: int  # random reads a machine's disk does at once

    @property
    def postings(self) -> float:
        return self.texts * self.length * _PER_CHARACTER


def list_lengths(rng: np.random.Generator, world: World, count: int) -> NDArray[np.float64]:
    """How many texts have each hash of a draft: none but for a share (its own words), else by a power law, cut at
    `longest` texts, the set phrases of a language."""
    length = np.minimum((1 - rng.random(count)) ** (-1 / world.slope), world.longest)
    return np.where(rng.random(count) < world.alone, 0.0, length)


def costs(world: World, machines: int, by_hash: bool, bytes_each: float) -> tuple[float, float, float, float]:
    """(reads of a draft in all, milliseconds, the same of one draft in twenty, megabytes sent), medians.

    `by_hash`: each machine has some hashes and sends their lists; else some texts, looks up every hash, and sends the 64
    texts that share the most.
    """
    rng = np.random.default_rng(1)
    reads, seconds, sent = [], [], []
    for _ in range(_ROUNDS):
        lists = list_lengths(rng, world, _DRAFT)
        if by_hash:
            owner = rng.integers(0, machines, _DRAFT)
            pages = 1 + np.floor(lists * bytes_each / _PAGE)
            here = np.bincount(owner, pages, machines)
            message = np.bincount(owner, lists * 8, machines)
        else:
            mine = rng.poisson(lists / machines, (8, _DRAFT)).max(0)  # of a slow one among them
            here = np.full(machines, float((1 + np.floor(mine * bytes_each / _PAGE)).sum()))
            message = np.full(machines, 64 * 12.0)
        reads.append(float(here.sum()))
        seconds.append(float(here.max()) * world.read / world.at_once + float(message.sum()) / _SEND)
        sent.append(float(message.sum()) / 1e6)
    middle, late = np.percentile(seconds, [50, 95])
    return float(np.median(reads)), 1000 * float(middle), 1000 * float(late), float(np.median(sent))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=float, default=1e8)
    parser.add_argument("--length", type=float, default=8000, help="characters of a text")
    parser.add_argument("--alone", type=float, default=0.6, help="share of a draft's hashes that no text has")
    parser.add_argument("--slope", type=float, default=0.75, help="of the power law of how many texts have one")
    parser.add_argument("--longest", type=float, default=2e6, help="texts that have the most frequent hash")
    parser.add_argument("--read", type=float, default=1e-4, help="seconds of a random read")
    parser.add_argument("--at-once", type=int, default=32)
    options = parser.parse_args()
    names = ("texts", "length", "alone", "slope", "longest", "read", "at_once")
    world = World(**{name: getattr(options, name) for name in names})
    print(f"{world.texts:.0e} texts of {world.length:.0f} characters: {world.postings:.2e} postings")
    print(f"table {world.postings * _ROW_BYTES / 1e12:.1f} TB, lists {world.postings * _LIST_BYTES / 1e12:.2f} TB")
    print("divided by | machines | TB each | reads a draft | ms | ms, one in twenty | MB sent")
    for by_hash in (True, False):
        for machines in (4, 16, 64):
            kind, size = ("hash", _LIST_BYTES) if by_hash else ("text", _ROW_BYTES)
            found = costs(world, machines, by_hash, size)
            each = world.postings * size / machines / 1e12
            print(
                f"{kind} | {machines} | {each:.2f} | {found[0]:.0f} | {found[1]:.1f} | {found[2]:.1f} | {found[3]:.2f}"
            )


if __name__ == "__main__":
    main()
