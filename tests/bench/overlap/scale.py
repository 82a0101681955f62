"""Many sources and many drafts: `python -m tests.bench.overlap.scale [--sources N …] [--full]`.

A draft against sources whose index lies in files: median processor milliseconds, the limit (one numpy pass over the
cached hashes), cold from texts, and memory of the process. 200 drafts of 10,000 characters against each other. With
`--full`, up to 20,000 sources, and the curve as `build/overlap-curve.svg`. Sources are made, 200 different ones.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from pathlib import Path

import numpy as np

from synthesis.engine.overlap.matrix import Named, compare_all
from synthesis.engine.overlap.prepared import prepare
from synthesis.engine.overlap.report import NamedCorpus, SourceText, compare
from synthesis.infra.overlap_index import build, opened
from tests.bench.overlap.bench import filler, made_set, median

_DIFFERENT = 200
_WIDE, _HIGH = 640, 360


def measured(count: int, folder: Path) -> dict[str, float]:
    drafts, sources, _ = made_set(min(count, _DIFFERENT), 1)
    texts = list(sources.values())
    draft = prepare(next(iter(drafts.values())))
    ready = [prepare(text) for text in texts]
    build(folder, (ready[i % len(ready)] for i in range(count)))
    named = NamedCorpus.of([str(i) for i in range(count)], opened(folder))
    scan = np.zeros(1 << 20, np.bool_)
    hashes = np.memmap(folder / "seeds.bin", np.uint32, "r")
    line = {
        "sources": float(count),
        "warm ms": 1000 * median(lambda: compare(draft, named), 3),
        "limit ms": 1000 * median(lambda: np.count_nonzero(scan[hashes >> np.uint32(12)]), 1),
    }
    if count <= 1000:
        start = time.process_time()
        compare(draft, NamedCorpus([SourceText(str(i), texts[i % len(texts)]) for i in range(count)]))
        line["cold ms"] = 1000 * (time.process_time() - start)
    line["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return line


def each_other(count: int = 200) -> float:
    """Processor seconds of `count` drafts against each other, thirty of which share a passage."""
    drafts, _, _ = made_set(1, 2)
    shared = next(iter(drafts.values()))[900:1100]
    rng = random.Random(3)
    texts = [filler(rng, 10_000) + (shared if i < 30 else "") for i in range(count)]
    start = time.process_time()
    compare_all([Named(str(i), text) for i, text in enumerate(texts)])
    return time.process_time() - start


def curve(lines: list[dict[str, float]]) -> str:
    """Milliseconds of a draft by the number of sources, as SVG; the limit dashed."""
    most = max(line["sources"] for line in lines), max(max(line["warm ms"], line["limit ms"]) for line in lines)
    parts = []
    for name, dash in (("warm ms", ""), ("limit ms", ' stroke-dasharray="6 4"')):
        points = " ".join(
            f"{40 + (_WIDE - 60) * line['sources'] / most[0]:.0f},{_HIGH - 30 - (_HIGH - 60) * line[name] / most[1]:.0f}"
            for line in lines
        )
        parts.append(f'<polyline points="{points}" fill="none" stroke="black"{dash}/>')
    label = f'<text x="40" y="20">0–{most[1]:.0f} ms, 0–{most[0]:.0f} sources; dashed: limit</text>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDE}" height="{_HIGH}">{label}{"".join(parts)}</svg>\n'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=int, nargs="*", default=[10, 100, 1000])
    parser.add_argument("--full", action="store_true")
    options = parser.parse_args()
    counts = [*options.sources, *([5000, 20_000] if options.full else [])]
    lines = []
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            lines.append(measured(count, Path(folder) / "index"))
        print(" | ".join(f"{key} {value:.1f}" for key, value in lines[-1].items()), flush=True)
    print(f"200 drafts against each other: {each_other():.2f} s")
    if options.full:
        out = Path("build/overlap-curve.svg")
        out.parent.mkdir(exist_ok=True)
        out.write_text(curve(lines), "utf-8")
        print(out)


if __name__ == "__main__":
    main()
