"""Repair measured on damage made by program: `python -m tests.bench.damage.bench [--text FILE …] [--places N]`.

FILE is sound Simplified or Traditional text; without one, the texts of the tests and composed sentences serve. Printed for each decoder: how
many places of each kind came back exactly, as a repair or as first suggestion, and within the first three.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from itertools import chain, repeat
from pathlib import Path

import opencc

from synthesis.engine.text.annotations import find_annotations
from synthesis.engine.text.byteshift import Shifted, find_shifts
from tests.bench.damage.forward import Decoder, Hurt, Page, damage
from tests.bench.damage.grammar import composed
from tests.bench.damage.prose import PROSE
from tests.engine.overlap.samples import BICYCLES, TEA
from tests.engine.text.samples import SIMPLIFIED

#: A short text is hurt so often, each time in other places, until there are places enough.
_ROUNDS = 12
_TRADITIONAL = opencc.OpenCC("s2t")


def score(page: Page) -> tuple[Counter[tuple[str, str]], list[tuple[Hurt, Shifted | None]]]:
    """Counts of (kind, outcome): "first" exact as repair or first suggestion, "three" within three, "repair", "wrong"."""
    shifts = find_shifts(page.shown)
    mended, back = _mended(page.shown, shifts)
    removed = [(s.start, s.end) for s in shifts if s.after == ""]
    noted = {(back[n.start], back[n.end - 1] + 1) for n in find_annotations(mended)} | set(removed)
    counts: Counter[tuple[str, str]] = Counter()
    missed: list[tuple[Hurt, Shifted | None]] = []
    hurt_spans = set()
    for hurt in page.hurts:
        counts[hurt.kind, "places"] += 1
        hurt_spans.add((hurt.shown_start, hurt.shown_end))
        if hurt.kind == "annotation":
            exact = (hurt.shown_start, hurt.shown_end) in noted
            counts[hurt.kind, "first"] += exact
            if not exact:
                missed.append((hurt, None))
            continue
        here = [s for s in shifts if s.start < hurt.shown_end and hurt.shown_start < s.end and s.after != ""]
        found = here[0] if len(here) == 1 else None
        offered = _offered(page, hurt, found)
        true = page.clean[hurt.start : hurt.end]
        counts[hurt.kind, "first"] += offered[:1] == [true]
        counts[hurt.kind, "three"] += true in offered[:3]
        counts[hurt.kind, "repair"] += found is not None and found.after is not None
        counts[hurt.kind, "wrong"] += found is not None and found.after is not None and offered[:1] != [true]
        if offered[:1] != [true]:
            missed.append((hurt, found))
    missed.extend(
        (Hurt("intact", 0, 0, s.start, s.end), s)
        for s in shifts
        if s.after != "" and not any(s.start < b and a < s.end for a, b in hurt_spans)
    )
    # A note inside a place that is left as damage belongs to that place.
    sound = [n for n in noted - hurt_spans if not any(n[0] < b and a < n[1] for a, b in hurt_spans)]
    counts["intact", "changed"] += len(sound) + sum(
        not any(s.start < b and a < s.end for a, b in hurt_spans) for s in shifts
    )
    return counts, missed


def _mended(shown: str, shifts: Sequence[Shifted]) -> tuple[str, list[int]]:
    """`shown` with the repairs made, and for each of its characters the place it comes from."""
    pieces, back, at = [], [], 0
    for s in [*shifts, Shifted(len(shown), len(shown), "", 0.0, "")]:
        after = shown[s.start : s.end] if s.after is None else s.after
        pieces += [shown[at : s.start], after]
        back += [*range(at, s.start), *[s.start] * len(after)]
        at = s.end
    return "".join(pieces), back


def _offered(page: Page, hurt: Hurt, found: Shifted | None) -> list[str]:
    """What the finding would put in the hurt place, cut to the place's own borders."""
    if found is None:
        return []
    options = [found.after] if found.after is not None else list(found.suggestions)
    before = page.shown[hurt.shown_start : found.start] if found.start > hurt.shown_start else ""
    out = []
    for option in options:
        text = before + option + page.shown[found.end : max(found.end, hurt.shown_end)]
        extra = page.shown[hurt.shown_end : max(found.end, hurt.shown_end)]
        out.append(text[: len(text) - len(extra)] if extra and text.endswith(extra) else text)
    return out


def bench(texts: Sequence[str], places: int, length: int, *, verbose: bool = False, **options: object) -> None:
    """Print a table row for each decoder. `length` is the characters of each page, `places` the number wanted of each kind."""
    for decoder in Decoder:
        counts: Counter[tuple[str, str]] = Counter()
        seconds = 0.0
        cuts: set[str] = set()
        for i, text in enumerate(chain.from_iterable(repeat([p for t in texts for p in pieces(t, length)], _ROUNDS))):
            page = damage(_TRADITIONAL.convert(text), decoder=decoder, seed=i, **options)  # type: ignore[arg-type]
            start = time.process_time()
            found, missed = score(page)
            seconds += time.process_time() - start
            counts.update(found)
            counts["all", "chars"] += len(page.clean)
            cuts.update(page.clean[h.start : h.end + 1] for h in page.hurts if h.kind == "cut")
            if verbose:
                for hurt, shifted in missed:
                    print(_line(page, hurt, shifted))
            if counts["cut", "places"] >= places and counts["straddle", "places"] >= places:
                break
        print(_row(decoder.value, counts, seconds), f"| {len(cuts)} distinct cuts", flush=True)


def pieces(text: str, length: int) -> list[str]:
    """`text` in pages of about `length` characters."""
    return [text[i : i + length] for i in range(0, len(text), length)]


def _line(page: Page, hurt: Hurt, shifted: Shifted | None) -> str:
    offered = _offered(page, hurt, shifted)
    where = page.clean[max(0, hurt.start - 8) : hurt.start]
    after = page.clean[hurt.end : hurt.end + 4]
    shown = page.shown[hurt.shown_start : hurt.shown_end]
    how = "-" if shifted is None else "R" if shifted.after is not None else "S"
    return f"  {hurt.kind} {how} {where}[{page.clean[hurt.start : hurt.end]}]{after} shown {shown!r}: {offered[:4]}"


def _row(name: str, counts: Counter[tuple[str, str]], seconds: float) -> str:
    def share(kind: str, outcome: str) -> str:
        return f"{100 * counts[kind, outcome] / max(1, counts[kind, 'places']):5.1f}"

    cells = [f"{name:22}"]
    cells.append(f"notes {counts['annotation', 'places']:5} {share('annotation', 'first')}")
    for kind in ("straddle", "cut"):
        cells.append(f"{kind} {counts[kind, 'places']:4} first {share(kind, 'first')} three {share(kind, 'three')}")
        cells.append(f"repaired {share(kind, 'repair')} wrongly {share(kind, 'wrong')}")
    cells.append(f"intact changed {counts['intact', 'changed']} of {counts['all', 'chars']}; {seconds:.2f} s")
    return " | ".join(cells)


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", nargs="*", default=[])
    parser.add_argument("--places", type=int, default=500)
    parser.add_argument("--length", type=int, default=5000)
    parser.add_argument("--sentences", type=int, default=6000, help="so many are composed besides")
    parser.add_argument("--apart", type=int, default=12)
    parser.add_argument("--kinds", nargs="*", default=["annotation", "straddle", "cut"])
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    texts = [Path(name).read_text("utf-8") for name in args.text] or [
        "\n".join((SIMPLIFIED, *TEA, *BICYCLES, *PROSE, *composed(args.sentences)))
    ]
    bench(texts, args.places, args.length, apart=args.apart, kinds=args.kinds, verbose=args.verbose)


if __name__ == "__main__":
    main()
