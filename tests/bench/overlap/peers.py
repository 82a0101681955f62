"""The overlap engine beside others, on the same files, in one run: `python -m tests.bench.overlap.peers [--set FOLDER …]`.

One draft of about 10,000 characters against 10, 100 and 1,000 sources of 30,000, everything prepared that can be:
medians of processor milliseconds for a draft, how many times ours that is, and ours beside its limit, one numpy pass over
the cached hashes. What is marked ~ goes source by source; it is measured on some sources and multiplied. FOLDER as in
`tests.bench.overlap.bench`; without one, sets are made.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import copydetect
import numpy as np
from rapidfuzz import fuzz

from synthesis.engine.overlap.prepared import prepare
from synthesis.engine.overlap.report import NamedCorpus, compare
from synthesis.infra.overlap_index import build, opened
from tests.bench.overlap.bench import made_set, median, read_set

_RUN = 13
_LEAST = 70.0  # rapidfuzz's score of a sentence that counts as found
_GRAM, _WINDOW = 8, 6  # copydetect: the same guarantee, thirteen characters


def gram_spans(draft: str, sources: Sequence[str]) -> list[tuple[int, int]]:
    """The places of the draft whose thirteen characters stand in some source: the plain way."""
    grams = {draft[i : i + _RUN]: i for i in range(len(draft) - _RUN + 1)}
    places = {
        grams[text[i : i + _RUN]]
        for text in sources
        for i in range(len(text) - _RUN + 1)
        if text[i : i + _RUN] in grams
    }
    return [(i, i + _RUN) for i in sorted(places)]


def difflib_spans(draft: str, sources: Sequence[str]) -> list[tuple[int, int]]:
    """Equal blocks of thirteen and more."""
    return [
        (block.a, block.a + block.size)
        for text in sources
        for block in SequenceMatcher(None, draft, text, autojunk=False).get_matching_blocks()
        if block.size >= _RUN
    ]


def rapidfuzz_spans(draft: str, sources: Sequence[str]) -> list[tuple[int, int]]:
    """Each sentence of the draft with its best place in each source."""
    sentences = [one for one in draft.split("。") if len(one) >= _RUN]
    found = [fuzz.partial_ratio_alignment(one, text, score_cutoff=_LEAST) for text in sources for one in sentences]
    return [(one.dest_start, one.dest_end) for one in found if one is not None]


def fingerprints(texts: Sequence[str], folder: Path) -> list[copydetect.CodeFingerprint]:
    out = []
    for number, text in enumerate(texts):
        path = folder / f"{number}.txt"
        path.write_text(text, "utf-8")
        out.append(copydetect.CodeFingerprint(str(path), _GRAM, _WINDOW, filter=False))
    return out


def copydetect_spans(draft: copydetect.CodeFingerprint, sources: Sequence[copydetect.CodeFingerprint]) -> list[object]:
    """Slices of the draft shared with each source."""
    return [copydetect.compare_files(draft, source)[2] for source in sources]


def some(work: Callable[[int], object], count: int, most: int, times: int) -> tuple[float, str]:
    """Milliseconds for `count` sources, measured on at most `most` of them."""
    taken = 1000 * median(lambda: work(min(count, most)), times)
    return taken * count / min(count, most), "~" if count > most else " "


def row(draft: str, sources: dict[str, str]) -> list[tuple[str, float, str]]:
    """(name, milliseconds, mark), ours and its limit first."""
    texts, ready = list(sources.values()), prepare(draft)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder / "index", (prepare(text) for text in texts))
        named = NamedCorpus.of(list(sources), opened(folder / "index"))
        hashes = np.fromfile(folder / "index" / "seeds.bin", np.uint32)
        asked = np.zeros(1 << 20, np.bool_)
        asked[ready.seeds >> np.uint32(12)] = True
        lines = [
            ("this engine", 1000 * median(lambda: compare(ready, named), 5), " "),
            ("limit", 1000 * median(lambda: np.flatnonzero(asked[hashes >> np.uint32(12)]), 5), " "),
        ]
        prints = fingerprints([draft, *texts[:100]], folder)
    lines.append(("copydetect", *some(lambda n: copydetect_spans(prints[0], prints[1 : n + 1]), len(texts), 100, 3)))
    lines.append(("13-gram scan", *some(lambda n: gram_spans(draft, texts[:n]), len(texts), 100, 1)))
    lines.append(("rapidfuzz", *some(lambda n: rapidfuzz_spans(draft, texts[:n]), len(texts), 10, 1)))
    lines.append(("difflib", *some(lambda n: difflib_spans(draft, texts[:n]), len(texts), 1, 1)))
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", type=Path, action="append", default=[])
    parser.add_argument("--sources", type=int, nargs="*", default=[10, 100, 1000])
    options = parser.parse_args()
    for drafts, sources, _ in [read_set(folder) for folder in options.set] or (made_set(n, 1) for n in options.sources):
        lines = row(next(iter(drafts.values())), sources)
        print(f"{len(sources)} sources: milliseconds a draft, times this engine")
        for name, taken, mark in lines:
            print(f"  {name:14}{mark}{taken:12.1f}  {taken / lines[0][1]:10.2f}", flush=True)


if __name__ == "__main__":
    main()
