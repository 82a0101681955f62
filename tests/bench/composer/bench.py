"""Measures the rule-based drafter on excerpt sets: what is used, shared, left out, found; how long it takes.

    PYTHONPATH=. python tests/bench/composer/bench.py [--text] [FILE …]

A set: `= name | heading | brief`, then `! conflict a b`, `! duplicate a b`, `! misfiled n` (numbers count the excerpts
from 1), then a line `source | text` for each excerpt. With --text the drafts are printed to be read.
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from synthesis.engine.drafting.compose import compose
from synthesis.engine.drafting.compose_types import Composition
from synthesis.engine.drafting.evidence.units import Excerpt
from synthesis.engine.drafting.quantities.find import find_quantities
from synthesis.engine.overlap.runs import RunIndex

HERE = Path(__file__).parent


@dataclass
class Set:
    """One set of excerpts with what was seeded in it."""

    name: str
    heading: str
    brief: str
    excerpts: list[Excerpt] = field(default_factory=list)
    conflicts: list[set[str]] = field(default_factory=list)
    duplicates: list[set[str]] = field(default_factory=list)
    misfiled: set[str] = field(default_factory=set)

    @property
    def language(self) -> str:
        """zh or en, by the name's first two letters."""
        return self.name[:2]


def read_sets(path: Path) -> list[Set]:
    """The sets of a file in order."""
    found: list[Set] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("= "):
            name, heading, brief = line[2:].split(" | ")
            found.append(Set(name, heading, brief))
        elif line.startswith("! "):
            kind, *ids = line[2:].split()
            held = found[-1]
            if kind == "misfiled":
                held.misfiled |= set(ids)
            else:
                (held.conflicts if kind == "conflict" else held.duplicates).append(set(ids))
        elif line.strip():
            source, _, text = line.partition(" | ")
            found[-1].excerpts.append(Excerpt(str(len(found[-1].excerpts) + 1), source, text))
    return found


@dataclass
class Figures:
    """What one draft comes to."""

    ratios: list[float]
    used: int
    of: int
    conflicts: int
    merged: int
    misfiled: bool
    invented: list[str]
    lost: list[str]
    told: int
    facts: int
    unmarked: int
    points: int


_TENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split()
_EXACT = (
    *zip(_TENS, map(str, (*range(13, 21), *range(30, 100, 10))), strict=True),
    ("一半", "50"),
    ("四分之一", "25"),
    ("四分之三", "75"),
    ("五分之一", "20"),
    ("三分之一", "33"),
)


def digits(text: str) -> set[str]:
    """The numbers of a text as digits, tenths in words among them."""
    found = set(re.findall(r"\d+(?:\.\d+)?", text.replace(",", "")))
    found |= {str(10 * (1 + "一二三四五六七八九".index(m))) for m in re.findall(r"([一二三四五六七八九])成", text)}
    found |= {"20" for _ in re.findall("两成", text)}
    return found | {n for word, n in _EXACT if word in text}


def measured(one: Set, made: Composition) -> Figures:
    """The figures of a draft; every number is looked for again, apart from what the drafter says of itself."""
    texts = {e.id: e.text for e in one.excerpts}
    index = RunIndex(list(texts.values()))
    gap = "" if one.language == "zh" else " "
    sentences = [s for p in made.points for s in p.sentences]
    cited = {c for s in sentences for c in s.cites}
    unused = {u.id for u in made.unused if u.reason}
    omitted = " ".join(a.text for a in made.advice if a.kind == "omitted")
    lost, told, facts = [], 0, 0
    for id_, text in texts.items():
        said = {(q.value, q.high) for s in sentences if id_ in s.cites for q in find_quantities(s.text)}
        for q in find_quantities(text):
            facts += 1
            if (q.value, q.high) in said:
                told += 1
            elif id_ not in unused and q.text not in omitted:
                lost.append(f"{id_}:{q.text}")
    invented = [s.text for s in sentences if not digits(s.text) <= {n for c in s.cites for n in digits(texts[c])}]
    together = [set(s.cites) for s in sentences]
    return Figures(
        ratios=[index.measure(gap.join(s.text for s in p.sentences)).ratio for p in made.points],
        used=len(cited),
        of=len(texts) - len(one.misfiled),
        conflicts=sum(any(c <= set(f.cites) for f in made.conflicts) for c in one.conflicts),
        merged=sum(any(d <= t for t in together) or len(d & cited) < 2 for d in one.duplicates),
        misfiled=bool(one.misfiled & cited),
        invented=invented,
        lost=lost,
        told=told,
        facts=facts,
        unmarked=sum(s.longest_run >= 13 and s.checks["rewrite"] == "none" for s in sentences),
        points=len(made.points),
    )


def main() -> None:
    """Prints a row for each set, then the sums by language."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--text", action="store_true")
    args = parser.parse_args()
    rows: list[tuple[Set, Figures]] = []
    began = time.process_time()
    for path in args.files or sorted(HERE.glob("sets_*.txt")):
        for one in read_sets(path):
            made = compose(one.heading, one.brief, one.excerpts, points=3, language=one.language)
            rows.append((one, measured(one, made)))
            if args.text:
                show(one, made)
    spent = time.process_time() - began
    for one, f in rows:
        print(
            f"{one.name:28} points {f.points} used {f.used:2}/{f.of:2} figures {f.told:2}/{f.facts:2} "
            f"shared {' '.join(f'{r:.2f}' for r in f.ratios)} conflicts {f.conflicts}/{len(one.conflicts)} "
            f"merged {f.merged}/{len(one.duplicates)}{' MISFILED' if f.misfiled else ''}"
            f"{' UNMARKED' if f.unmarked else ''} {f.invented or ''} {f.lost or ''}"
        )
    for language in ("zh", "en"):
        some = [f for one, f in rows if one.language == language]
        if some:
            facts = sum(f.facts for f in some)
            print(
                f"{language}: {len(some)} sets, median shared {median(r for f in some for r in f.ratios):.3f}, excerpts used "
                f"{sum(f.used for f in some) / sum(f.of for f in some):.2f}, figures told {sum(f.told for f in some) / facts:.2f}, "
                f"told or listed {1 - sum(len(f.lost) for f in some) / facts:.3f}"
            )
    print(f"{spent:.1f} s CPU, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def show(one: Set, made: Composition) -> None:
    """The draft, to be read aloud, with what was left out."""
    print(f"\n===== {one.name}")
    for point in made.points:
        print(f"** {point.title}")
        for s in point.sentences:
            print(
                f"   {s.text} [{','.join(s.cites)}] {s.kind} {s.state if s.state != 'supported' else ''} {s.longest_run}"
            )
    for u in made.unused:
        text = next(e.text for e in one.excerpts if e.id == u.id)
        print(f"   -- {u.id} {u.code}: {text}")


if __name__ == "__main__":
    main()
