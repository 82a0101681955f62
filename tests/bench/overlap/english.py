"""English reuse in the manner of the PAN tasks: `python -m tests.bench.overlap.english [--text FILE …] [--seed N …]`.

Pairs of a draft and a source, made of disjoint paragraphs of English prose: this project's own documents, or the files
given. A case is 50 to 200 words of the source put into the draft: `none` as they are; `random` with words
shuffled within a few places, left out, added and replaced by other words of the texts, a tenth or a third of them;
`summary` with only the first half of every other sentence kept; `converted` in full-width letters, typographic marks
and other line ends. A fifth of the pairs share nothing. One row for each kind: plagdet, precision, recall, granularity,
cases; then characters marked in pairs that share nothing, and the worst error of a draft's ratio in points.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from synthesis.engine.overlap.report import SourceText, compare
from tests.bench.overlap.bench import Span, plagdet

ROOT = Path(__file__).resolve().parents[3]
WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
Found = list[tuple[str, Span, str, Span]]


def paragraphs(texts: list[str]) -> list[str]:
    """English paragraphs of 25 words and more, none that shares eight words in a row with an earlier one."""
    out, seen = [], set[tuple[str, ...]]()
    for text in texts:
        plain = re.sub(r"```.*?```|`[^`]*`|\[[^\]]*\]\([^)]*\)|[|*#>_]", " ", text, flags=re.S)
        for paragraph in re.split(r"\n\s*\n|\n(?=\s*[-*\d])", plain):
            line = re.sub(r"\s+", " ", paragraph).strip(" -")
            words = [word.lower() for word in WORD.findall(line)]
            grams = {tuple(words[i : i + 8]) for i in range(len(words) - 7)}
            if len(words) >= 25 and len("".join(words)) > 0.6 * len(line) and not grams & seen:
                out.append(line)
            seen |= grams
    return out


def none(rng: random.Random, passage: str, spare: list[str]) -> str:
    return passage


def randomised(rate: float) -> Callable[[random.Random, str, list[str]], str]:
    """Words moved within four places, and this share of them left out, replaced or followed by another."""

    def made(rng: random.Random, passage: str, spare: list[str]) -> str:
        words = passage.split()
        order = sorted(range(len(words)), key=lambda i: i + rng.random() * (1 + 12 * rate))
        out: list[str] = []
        for i in order:
            way = rng.random() / rate
            out += [] if way < 0.3 else [rng.choice(spare)] if way < 0.7 else [words[i]]
            out += [rng.choice(spare)] if 0.7 <= way < 1 else []
        return " ".join(out)

    return made


def summary(rng: random.Random, passage: str, spare: list[str]) -> str:
    sentences = re.split(r"(?<=[.;:!?]) ", passage)
    kept = [" ".join(s.split()[: max(8, len(s.split()) * 2 // 3)]).rstrip(",;:") + "." for s in sentences[::2]]
    return " ".join(kept)


def converted(rng: random.Random, passage: str, spare: list[str]) -> str:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in passage)
    return wide.replace("＇", "’").replace(" ", "\u3000")


KINDS: dict[str, Callable[[random.Random, str, list[str]], str]] = {
    "none": none,
    "random-light": randomised(0.1),
    "random-heavy": randomised(0.33),
    "summary": summary,
    "converted": converted,
}


def pairs(pool: list[str], seed: int) -> list[dict[str, Any]]:
    """As many pairs as the paragraphs give: draft, source, and the cases planted (kind, this, src)."""
    rng = random.Random(seed)
    pool = rng.sample(pool, len(pool))
    spare = [word for paragraph in pool for word in WORD.findall(paragraph)]
    kinds = [*KINDS, ""]
    out = []
    for number in range(len(pool) // 9):
        mine, theirs, taken = pool[9 * number :][:3], pool[9 * number + 3 :][:4], pool[9 * number + 7 :][:2]
        kind = kinds[number % len(kinds)]
        passage = " ".join(" ".join(taken).split()[: rng.randrange(50, 200)]).rstrip(",;:")
        source = "\n\n".join([*theirs[:2], passage, *theirs[2:]] if kind else theirs)
        shown = KINDS[kind](rng, passage, spare) if kind else ""
        head = mine[0] + "\n\n"
        draft = head + (shown + "\n\n" if kind else "") + "\n\n".join(mine[1:])
        at = source.find(passage)
        case = {"kind": kind, "this": (len(head), len(head) + len(shown)), "src": (at, at + len(passage))}
        out.append({"draft": draft, "source": source, "cases": [case] if kind else []})
    return out


def measured(sets: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], float, float]:
    """A row for each kind and for all; the share marked where nothing is shared; the worst error of a ratio."""
    truth, found, errors = [], [], []
    marked = total = 0
    for i, one in enumerate(sets):
        name = str(i)
        report = compare(one["draft"], [SourceText(name, one["source"])])
        found += [(name, match.draft, match.name, match.span) for match in report.matches]
        truth += [{"draft": name, "source": name, **case} for case in one["cases"]]
        true = sum(c.isalnum() for case in one["cases"] for c in one["draft"][slice(*case["this"])])
        errors.append(abs(report.ratio - true / max(report.counted, 1)))
        if not one["cases"]:
            marked, total = marked + report.matched, total + report.counted
    rows = []
    for kind in [*KINDS, "all"]:
        mine = [case for case in truth if kind in (case["kind"], "all")]
        names = {case["draft"] for case in mine}
        hits: Found = [one for one in found if one[0] in names or kind == "all"]
        rows.append({"kind": kind, **plagdet(mine, hits), "cases": len(mine)})
    return rows, marked / max(total, 1), max(errors)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--text", type=Path, nargs="*", default=sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
    )
    parser.add_argument("--seed", type=int, nargs="*", default=[1, 2, 3])
    options = parser.parse_args()
    pool = paragraphs([path.read_text("utf-8") for path in options.text])
    rows, share, worst = measured([pair for seed in options.seed for pair in pairs(pool, seed)])
    for row in rows:
        print(" | ".join(f"{value:.3f}" if isinstance(value, float) else f"{value:12}" for value in row.values()))
    print(f"marked where nothing is shared: {100 * share:.2f} %; worst error of a ratio: {100 * worst:.1f} points")


if __name__ == "__main__":
    main()
