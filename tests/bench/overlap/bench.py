"""Speed and accuracy of the overlap engine: `python -m tests.bench.overlap.bench [--set FOLDER] [--sources N …]`.

FOLDER holds src/*.txt, draft/*.txt and, for accuracy, truth.json (a list of {draft, source, kind, this, src}); without
one a set is made from the texts of the tests. Half a minute. Seconds are medians of processor time, one core.
"""

from __future__ import annotations

import argparse
import functools
import json
import math
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import opencc

from synthesis.engine.overlap.prepared import prepare
from synthesis.engine.overlap.report import NamedCorpus, SourceText, compare
from tests.engine.overlap.samples import BICYCLES, TEA

Span = tuple[int, int]


def median(work: Callable[[], object], times: int = 9) -> float:
    """Median processor seconds of a call, after one that is not counted."""
    work()
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


@functools.cache
def _words() -> list[str]:
    han = sorted(set("".join(TEA + BICYCLES)) - set("，。"))
    return ["".join(random.Random(i).choices(han, k=2)) for i in range(4000)]


def filler(rng: random.Random, length: int) -> str:
    """Sentences of made-up words of two characters, some thousands of them."""
    words, out = _words(), ""
    while len(out) < length:
        out += "".join(rng.choices(words, k=rng.randrange(4, 12))) + rng.choice("，，。")
    return out


def made_set(sources: int, seed: int) -> tuple[dict[str, str], dict[str, str], list[dict[str, Any]]]:
    """Drafts, sources and truth: sentences of the tests' own texts, edited and converted, in random surroundings."""
    rng = random.Random(seed)
    names = [f"s{i:04}" for i in range(sources)]
    texts = {name: filler(rng, 30_000) for name in names}
    draft, truth = filler(rng, 800), []
    edits = {
        "verbatim": lambda t: t,
        "traditional": opencc.OpenCC("s2t").convert,
        "edited": lambda t: "".join(rng.choice("春夏秋冬") if rng.random() < 0.12 else c for c in t),
    }
    for i in range(0, len(BICYCLES) - 1, 2):
        passage, name = BICYCLES[i] + BICYCLES[i + 1], rng.choice(names)
        kind = list(edits)[i // 2 % len(edits)]
        shown = edits[kind](passage)
        truth.append(
            {
                "draft": "d00",
                "source": name,
                "kind": kind,
                "this": [len(draft), len(draft) + len(shown)],
                "src": [len(texts[name]), len(texts[name]) + len(passage)],
            }
        )
        texts[name] += passage + filler(rng, 300)
        draft += shown + filler(rng, 1_400)
    return {"d00": draft}, texts, truth


def read_set(folder: Path) -> tuple[dict[str, str], dict[str, str], list[dict[str, Any]]]:
    drafts, sources = (
        {path.name: path.read_text("utf-8") for path in sorted((folder / part).glob("*.txt"))}
        for part in ("draft", "src")
    )
    truth = folder / "truth.json"
    return drafts, sources, json.loads(truth.read_text("utf-8")) if truth.exists() else []


def _meets(one: Span, two: Span) -> int:
    return max(0, min(one[1], two[1]) - max(one[0], two[0]))


def plagdet(truth: list[dict[str, Any]], found: list[tuple[str, Span, str, Span]]) -> dict[str, float]:
    """Macro measures of Potthast et al., COLING 2010; detections of one case are taken to be disjoint."""
    hits: dict[int, list[float]] = defaultdict(list)
    precision = []
    for draft, this, source, there in found:
        best = 0.0
        for i, case in enumerate(truth):
            a, b = _meets(this, case["this"]), _meets(there, case["src"])
            if case["draft"] == draft and case["source"] == source and a and b:
                hits[i].append((a + b) / (case["this"][1] - case["this"][0] + case["src"][1] - case["src"][0]))
                best += (a + b) / (this[1] - this[0] + there[1] - there[0])
        precision.append(min(1.0, best))
    recall = sum(min(1.0, sum(hits[i])) for i in range(len(truth))) / max(len(truth), 1)
    exact = sum(precision) / max(len(precision), 1)
    detected = [len(shares) for shares in hits.values() if shares]
    granularity = sum(detected) / len(detected) if detected else 1.0
    f1 = 2 * exact * recall / (exact + recall) if exact + recall else 0.0
    return {
        "plagdet": f1 / math.log2(1 + granularity),
        "precision": exact,
        "recall": recall,
        "granularity": granularity,
    }


def row(drafts: dict[str, str], sources: dict[str, str], truth: list[dict[str, Any]]) -> dict[str, float]:
    """One line of the table: milliseconds, and accuracy when there is a truth."""
    named = NamedCorpus([SourceText(name, text) for name, text in sources.items()])
    ready = [prepare(text) for text in drafts.values()]
    scan, hashes = np.zeros(1 << 20, np.bool_), np.concatenate([prepare(text).seeds for text in sources.values()])
    line = {
        "sources": float(len(sources)),
        "warm ms": 1000 * statistics.median(median(lambda d=draft: compare(d, named)) for draft in ready),
        "scan ms": 1000 * median(lambda: np.count_nonzero(scan[hashes >> np.uint32(12)])),
        "prepare ms/source": 1000 * median(lambda: prepare(next(iter(sources.values())))),
    }
    if truth:
        found = [
            (name, match.draft, match.name, match.span)
            for name, draft in zip(drafts, ready, strict=True)
            for match in compare(draft, named).matches
        ]
        line |= plagdet(truth, found)
    return line


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", type=Path, action="append", default=[])
    parser.add_argument("--sources", type=int, nargs="*", default=[10, 100])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sets = [read_set(folder) for folder in options.set] or [made_set(n, options.seed) for n in options.sources]
    lines = [row(*one) for one in sets]
    keys = list(lines[0])
    print(" | ".join(keys))
    for line in lines:
        print(" | ".join(f"{line[key]:{len(key)}.{0 if key == 'sources' else 3}f}" for key in keys))


if __name__ == "__main__":
    main()
