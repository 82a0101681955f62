"""The overlap engine beside others, on the same files, in one run: `python -m tests.bench.overlap.peers [--set FOLDER …]`.

One draft of about 10,000 characters against 10, 100 and 1,000 sources of 30,000, whose preparation does not count:
processor milliseconds from the draft's text to what is found (`whole`), and without what can be prepared of the draft
(`warm`), the best of several and in turns, for a machine is seldom quiet; how many times ours the whole is; and ours beside
its limit, one numpy pass over the cached hashes. What is marked ~ goes source by source; it is measured on some sources and
multiplied. FOLDER as in `tests.bench.overlap.bench`; without one, sets are made. About three minutes, most of them for making
and indexing a thousand sources.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import copydetect
import numpy as np
from rapidfuzz import fuzz

from synthesis.engine.overlap.prepared import prepare
from synthesis.engine.overlap.report import NamedCorpus, SourceText, compare
from synthesis.infra.overlap_index import build, opened
from tests.bench.overlap.bench import made_set, read_set

_RUN = 13
_LEAST = 70.0  # rapidfuzz's score of a sentence that counts as found
_FEW = 100  # sources at most for those that go source by source
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


def best(works: Sequence[Callable[[], object]], times: int) -> list[float]:
    """The least processor milliseconds of each, called in turns."""
    least = [float("inf")] * len(works)
    for _ in range(times):
        for i, work in enumerate(works):
            start = time.process_time()
            work()
            least[i] = min(least[i], 1000 * (time.process_time() - start))
    return least


def row(draft: str, sources: dict[str, str]) -> list[tuple[str, str, float, float]]:
    """(name, mark, milliseconds from the text, milliseconds warm), ours and its limit first."""
    texts, ready = list(sources.values()), prepare(draft)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = texts[:_FEW]
        if len(texts) > _FEW:
            build(folder / "index", (prepare(text) for text in texts))
            named = NamedCorpus.of(list(sources), opened(folder / "index"))
            hashes = np.fromfile(folder / "index" / "seeds.bin", np.uint32)
        else:
            named = NamedCorpus([SourceText(name, text) for name, text in sources.items()])
            hashes = np.concatenate([prepare(text).seeds for text in texts])
        asked = np.zeros(1 << 20, np.bool_)
        asked[ready.seeds >> np.uint32(12)] = True
        prints = fingerprints([draft, *few], folder)
        compare(ready, named)
        whole, warm, limit, made, found = best(
            [
                lambda: compare(draft, named),
                lambda: compare(ready, named),
                lambda: np.flatnonzero(asked[hashes >> np.uint32(12)]),
                lambda: fingerprints([draft], folder),
                lambda: copydetect_spans(prints[0], prints[1:]),
            ],
            9,
        )
    found *= len(texts) / len(few)
    mark = "~" if len(texts) > len(few) else " "
    lines = [
        ("this engine", " ", whole, warm),
        ("limit", " ", limit, limit),
        ("copydetect", mark, made + found, found),
    ]
    plain: list[tuple[str, Callable[[str, Sequence[str]], object], int]] = [
        ("13-gram scan", gram_spans, _FEW),
        ("rapidfuzz", rapidfuzz_spans, 10),
        ("difflib", difflib_spans, 1),
    ]
    for title, work, most in plain:
        some = texts[:most]
        (taken,) = best([lambda work=work, some=some: work(draft, some)], 1)  # type: ignore[misc]
        taken *= len(texts) / len(some)
        lines.append((title, "~" if len(texts) > len(some) else " ", taken, taken))
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", type=Path, action="append", default=[])
    parser.add_argument("--sources", type=int, nargs="*", default=[10, 100, 1000])
    options = parser.parse_args()
    for drafts, sources, _ in [read_set(folder) for folder in options.set] or (made_set(n, 1) for n in options.sources):
        lines = row(next(iter(drafts.values())), sources)
        (_, _, ours, warm), (_, _, limit, _), *others = lines
        print(f"{len(sources)} sources: milliseconds of a draft, whole and warm, times this engine")
        for name, mark, whole, prepared in lines:
            print(f"  {name:14}{mark}{whole:12.1f}{prepared:12.1f}{whole / ours:10.2f}")
        print(f"  warm: {warm / limit:.1f} times the limit ({'within' if warm <= 3 * limit else 'not within'} 3)")
        faster = [name for name, _, whole, _ in others if whole < ours]
        print(f"  faster: {', '.join(faster) or 'none'}", flush=True)


if __name__ == "__main__":
    main()
