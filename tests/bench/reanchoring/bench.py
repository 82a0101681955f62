"""Speed of re-anchoring and of sketches: `python -m tests.bench.reanchoring.bench`. Medians of processor seconds, one core.

5,000 excerpts on a text of 300,000 made-up characters, against newer texts that differ more and more; every excerpt
that is said to stand somewhere is looked up there.
"""

from __future__ import annotations

import random
import statistics
import time
from collections import Counter
from collections.abc import Callable

from synthesis.engine.overlap.prepared import prepare
from synthesis.engine.reanchoring import reanchor
from synthesis.engine.sketch import containments, sketch_of

LENGTH, EXCERPTS, SKETCHES = 300_000, 5_000, 1_000
LETTERS = [chr(0x4E00 + n) for n in random.Random(1).sample(range(3000), 2500)]


def median(work: Callable[[], object], times: int = 3) -> float:
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def made(rng: random.Random, length: int) -> list[str]:
    """Paragraphs of made-up sentences."""
    paragraphs, size = [], 0
    while size < length:
        sentences = ("".join(rng.choices(LETTERS, k=rng.randrange(15, 60))) + "。" for _ in range(rng.randrange(3, 8)))
        paragraphs.append("".join(sentences) + "\n")
        size += len(paragraphs[-1])
    return paragraphs


def edited(rng: random.Random, paragraphs: list[str], characters: int, moves: int) -> str:
    """Paragraphs moved, then characters taken away, exchanged or added."""
    kept = list(paragraphs)
    for _ in range(moves):
        moved = kept.pop(rng.randrange(len(kept)))
        kept.insert(rng.randrange(len(kept)), moved)
    text = list("".join(kept))
    for _ in range(characters):
        at = rng.randrange(len(text))
        text[at] = rng.choice(["", rng.choice(LETTERS), text[at] + rng.choice(LETTERS)])
    return "".join(text)


def bench_reanchoring() -> None:
    rng = random.Random(2)
    paragraphs = made(rng, LENGTH)
    old = "".join(paragraphs)
    starts = [rng.randrange(len(old) - 200) for _ in range(EXCERPTS)]
    spans = [(start, start + rng.randrange(4, 120)) for start in starts]
    newer = {
        "the same": old,
        "300 characters, 10 paragraphs moved": edited(rng, paragraphs, 300, 10),
        "5,000 characters": edited(rng, paragraphs, 5_000, 0),
        "30,000 characters, 300 paragraphs moved": edited(rng, paragraphs, 30_000, 300),
        "all paragraphs shuffled": edited(rng, paragraphs, 0, 5_000),
        "another text": "".join(made(rng, LENGTH)),
    }
    print(f"\n{EXCERPTS:,} excerpts, {LENGTH:,} characters\n{'changed':42} seconds  exact moved fuzzy orphan")
    for name, new in newer.items():
        found = reanchor(old, new, spans)
        for (start, end), one in zip(spans, found, strict=True):
            if one.state in {"exact", "moved"} and new[one.start : one.end] != old[start:end]:
                raise AssertionError(f"{name}: the excerpt at {start} does not stand at {one.start}")
        states = Counter(one.state for one in found)
        seconds = median(lambda new=new: reanchor(old, new, spans))  # type: ignore[misc]
        print(f"{name:42} {seconds:7.2f}", *(f"{states[s]:6}" for s in ("exact", "moved", "fuzzy", "orphan")))


def bench_sketches() -> None:
    rng = random.Random(3)
    texts = ["".join(made(rng, 3_000)) for _ in range(50)]
    one = sketch_of(prepare(texts[0]))
    others = [sketch_of(prepare(text)) for text in texts] * (SKETCHES // 50)
    long = prepare("".join(made(rng, LENGTH)))
    print(f"\nsketch of {LENGTH:,} characters: {1000 * median(lambda: sketch_of(long)):.0f} ms", end="; ")
    print(f"against {SKETCHES:,} others: {1000 * median(lambda: containments(one, others)):.0f} ms")


if __name__ == "__main__":
    bench_reanchoring()
    bench_sketches()
