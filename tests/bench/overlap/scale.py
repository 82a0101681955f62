"""Many sources and many drafts: `python -m tests.bench.overlap.scale [--sources N …] [--curve FILE]`.

A draft against sources of 30,000 characters whose index lies in files: median processor milliseconds, the limit (one
numpy pass over the cached hashes), cold from texts, the time to index one, and memory of a process that only asks. 200
drafts of 10,000 characters against each other, in four ways of sharing. With `--curve`, up to 20,000 different sources
of 3,000 characters, and the curve as SVG. Two minutes without it.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from synthesis.engine.overlap.matrix import Named, compare_all
from synthesis.engine.overlap.prepared import PreparedText, prepare
from synthesis.engine.overlap.report import NamedCorpus, SourceText, compare
from synthesis.infra.overlap_index import build, opened
from tests.bench.overlap.bench import filler, made_set, median

_WIDE, _HIGH, _LEFT, _TOP = 640, 360, 56, 24
_CURVE = (500, 1000, 2000, 5000, 10_000, 20_000)
_ASK = """
import sys
from pathlib import Path
from synthesis.engine.overlap.prepared import PreparedText, prepare
from synthesis.engine.overlap.report import NamedCorpus, compare
from synthesis.infra.overlap_index import opened
library = opened(Path(sys.argv[1]))
draft = prepare(Path(sys.argv[2]).read_text("utf-8"))
for _ in range(3):
    compare(draft, NamedCorpus.of([str(i) for i in range(len(library.texts))], library))
# Of this program alone: what `getrusage` tells goes back to before it was started.
print(next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def warm(folder: Path, draft: PreparedText) -> tuple[float, float]:
    """Milliseconds of the draft against an index, and of its limit."""
    library = opened(folder)
    named = NamedCorpus.of([str(i) for i in range(len(library.texts))], library)
    asked = np.zeros(1 << 20, np.bool_)
    asked[draft.seeds >> np.uint32(12)] = True
    hashes = np.fromfile(folder / "seeds.bin", np.uint32)
    limit = median(lambda: np.flatnonzero(asked[hashes >> np.uint32(12)]), 3)
    return 1000 * median(lambda: compare(draft, named), 5), 1000 * limit


def measured(count: int, folder: Path) -> dict[str, float]:
    drafts, sources, _ = made_set(count, 1)
    texts, text = list(sources.values()), next(iter(drafts.values()))
    build(folder / "index", (prepare(one) for one in texts))
    (folder / "draft.txt").write_text(text, "utf-8")
    taken, limit = warm(folder / "index", prepare(text))
    start = time.process_time()
    compare(text, NamedCorpus([SourceText(str(i), one) for i, one in enumerate(texts)]))
    cold = time.process_time() - start
    command = [sys.executable, "-c", _ASK, str(folder / "index"), str(folder / "draft.txt")]
    asked = subprocess.run(command, capture_output=True, text=True, check=True)
    return {
        "sources": float(count),
        "warm ms": taken,
        "limit ms": limit,
        "cold ms": 1000 * cold,
        "index ms/source": 1000 * median(lambda: prepare(texts[0])),
        "peak MB": float(asked.stdout),
    }


def classes(count: int) -> dict[str, list[str]]:
    """Sets of drafts: unrelated ones; five passages that all have; ten of fifty, edited; half of all the same."""
    rng = random.Random(3)
    han = sorted(set(filler(rng, 20_000)) - set("，。"))
    passages = ["".join(rng.choices(han, k=300)) + "。" for _ in range(50)]
    common = "".join(rng.choices(han, k=5000))

    def edited(passage: str) -> str:
        return "".join(rng.choice(han) if rng.random() < 0.05 else c for c in passage)

    return {
        "unrelated": [filler(rng, 10_000) for _ in range(count)],
        "five passages that all have": [
            "".join(filler(rng, 1700) + one for one in rng.sample(passages[:5], 5)) for _ in range(count)
        ],
        "ten of fifty passages, edited": [
            "".join(filler(rng, 700) + edited(one) for one in rng.sample(passages, 10)) for _ in range(count)
        ],
        "half of each the same": [filler(rng, 2500) + common + filler(rng, 2500) for _ in range(count)],
    }


def each_other(texts: list[str]) -> tuple[float, int]:
    """Processor seconds of the texts against each other, and the pairs that share something."""
    start = time.process_time()
    matrix = compare_all([Named(str(i), text) for i, text in enumerate(texts)])
    return time.process_time() - start, len(matrix.pairs)


def growing() -> list[dict[str, float]]:
    """The lines of the curve: sources of 3,000 characters, none twice."""
    drafts, _, _ = made_set(1, 1)
    draft = prepare(next(iter(drafts.values())))
    lines = []
    for count in _CURVE:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "index"
            build(folder, (prepare(filler(random.Random(1000 + i), 3000)) for i in range(count)))
            taken, limit = warm(folder, draft)
        lines.append({"sources": float(count), "warm ms": taken, "limit ms": limit})
        print(" | ".join(f"{key} {value:.1f}" for key, value in lines[-1].items()), flush=True)
    return lines


def curve(lines: list[dict[str, float]]) -> str:
    """Milliseconds of a draft by the number of sources, as SVG: the line of a cost that grows as they do dotted, the limit
    dashed."""
    wide, high = _WIDE - _LEFT - 16, _HIGH - _TOP - 40
    most = lines[-1]["sources"], 1.1 * max(max(line["warm ms"], line["limit ms"]) for line in lines)
    straight = [{**line, "straight": lines[0]["warm ms"] * line["sources"] / lines[0]["sources"]} for line in lines]
    parts = []
    for name, dash in (("warm ms", ""), ("limit ms", "6 4"), ("straight", "1 4")):
        points = " ".join(
            f"{_LEFT + wide * line['sources'] / most[0]:.0f},{_TOP + high * (1 - line[name] / most[1]):.0f}"
            for line in straight
            if line[name] <= most[1]
        )
        parts.append(f'<polyline points="{points}" fill="none" stroke="#555" stroke-dasharray="{dash}"/>')
    for share in (0.0, 0.5, 1.0):
        y = _TOP + high * (1 - share)
        parts.append(f'<text x="{_LEFT - 8}" y="{y:.0f}" text-anchor="end">{share * most[1]:.0f} ms</text>')
        x = _LEFT + wide * share
        parts.append(f'<text x="{x:.0f}" y="{_HIGH - 20}" text-anchor="middle">{share * most[0]:.0f}</text>')
    parts.append(
        f'<text x="{_LEFT + 8}" y="16">a draft; dashed: one pass over the hashes; dotted: as fast as sources</text>'
    )
    style = "font-family='sans-serif' font-size='12' fill='#555'"
    body = "\n".join(parts)
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {_WIDE} {_HIGH}' {style}>\n{body}\n</svg>\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=int, nargs="*", default=[10, 100, 1000])
    parser.add_argument("--curve", type=Path)
    options = parser.parse_args()
    if options.curve:
        options.curve.write_text(curve(growing()), "utf-8")
        return
    for count in options.sources:
        with tempfile.TemporaryDirectory() as folder:
            line = measured(count, Path(folder))
        print(" | ".join(f"{key} {value:.1f}" for key, value in line.items()), flush=True)
    for name, texts in classes(200).items():
        taken, pairs = each_other(texts)
        print(f"200 drafts against each other, {name}: {taken:.2f} s, {pairs} pairs", flush=True)


if __name__ == "__main__":
    main()
