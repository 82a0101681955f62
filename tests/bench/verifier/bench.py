"""What the verifier finds and what it objects to wrongly: `python -m tests.bench.verifier.bench [FILE …] [--misses]`.

A set is a text file of cases parted by blank lines: `E` lines are evidence, `T guard kind | sentence` is true by that
evidence, `X guard kind | sentence` holds one error of that guard. Found = the state is not "supported"; named = the
guard (or, for figures, the number guard) is among the reasons; hard = the state is "unsupported".
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from synthesis.engine.drafting.verify import Verdict, verify_sentence
from tests.bench.verifier.mutations import mutated

HERE = Path(__file__).parent
GUARDS = ("number", "entity", "polarity", "direction", "hedge", "role", "quantifier", "cause", "support")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, whether it is true by its evidence, and the guard it is about."""

    evidence: tuple[str, ...]
    sentence: str
    true: bool
    guard: str
    kind: str


def examples(*paths: Path) -> Iterator[Example]:
    """The sentences of sets in order; ValueError names a line that is none of the three kinds."""
    for path in paths:
        yield from _examples(path)


def _examples(path: Path) -> Iterator[Example]:
    evidence: list[str] = []
    fresh = True
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "E":
            evidence = [rest] if fresh else [*evidence, rest]
            fresh = False
        elif mark in {"T", "X"}:
            about, _, sentence = rest.partition(" | ")
            guard, _, kind = about.partition(" ")
            yield Example(tuple(evidence), sentence, mark == "T", guard, kind)
            fresh = True
        elif line.strip() and mark != "==":
            raise ValueError(f"{path.name}: {line}")
        else:
            fresh = True


def language(text: str) -> str:
    return "zh" if any("一" <= c <= "鿿" for c in text) else "en"


def shown(example: Example, verdict: Verdict) -> str:
    reasons = "; ".join(f"{r.guard}:{r.code} {r.detail}" for r in verdict.reasons)
    kind = "T" if example.true else "X"
    return f"{kind} {example.guard} {example.kind}\n   E {' / '.join(example.evidence)}\n   S {example.sentence}\n   {verdict.state} {reasons}"


def measure(cases: list[Example], misses: bool) -> None:
    """Print found / named / hard per guard and language, false alarms beside them, and the median time of a sentence."""
    rows: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * 6)
    taken = []
    for case in cases:
        start = time.process_time()
        verdict = verify_sentence(case.sentence, case.evidence)
        taken.append(time.process_time() - start)
        objected = verdict.state != "supported"
        for key in ((language(case.sentence), case.guard), ("all", case.guard), ("all", "all")):
            row = rows[key]
            if case.true:
                row[4] += 1
                row[5] += objected
            else:
                row[0] += 1
                row[1] += objected
                row[2] += verdict.checks.get(case.guard, "ok") != "ok"
                row[3] += verdict.state == "unsupported"
        if misses and objected == case.true:
            print(shown(case, verdict))
    print(f"{'':14}{'errors':>8}{'found':>8}{'named':>8}{'hard':>8}{'true':>8}{'alarms':>8}")
    for key in [(lang, g) for lang in ("zh", "en", "all") for g in (*GUARDS, "all") if (lang, g) in rows]:
        errors, found, named, hard, true, alarms = rows[key]
        rate = [f"{n / errors:.3f}" if errors else "-" for n in (found, named, hard)]
        print(f"{' '.join(key):14}{errors:>8}{rate[0]:>8}{rate[1]:>8}{rate[2]:>8}{true:>8}{alarms:>8}", end="")
        print(f"  {alarms / true:.3f}" if true else "")
    taken.sort()
    print(
        f"ms per sentence: median {1000 * statistics.median(taken):.1f}, 95 % {1000 * taken[int(len(taken) * 0.95)]:.1f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true", help="print every error not found and every false alarm")
    parser.add_argument("--mutate", action="store_true", help="measure mechanical mutations of the evidence instead")
    asked = parser.parse_args()
    cases = list(examples(*(asked.files or sorted(HERE.glob("*.txt")))))
    if asked.mutate:
        passages = list(dict.fromkeys(text for case in cases for text in case.evidence))
        cases = [
            Example((text,), out, true, guard, kind) for text in passages for guard, kind, true, out in mutated(text)
        ]
    measure(cases, asked.misses)


if __name__ == "__main__":
    main()
