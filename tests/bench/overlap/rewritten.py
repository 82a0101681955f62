"""Passages that a person rewrote, and texts on one subject that share nothing: `python -m tests.bench.overlap.rewritten`.

data/rewritten.jsonl: a passage and what was made of it, lightly (words changed), in the middle (sentences turned round),
heavily (said anew); data/same_subject.jsonl: a draft and a source on one subject, written apart, with the set phrases of
their kind. With --set, the same of passages said anew that were written
later (later_*.jsonl), or still later: worked_*.jsonl were looked at while figures were made evidence, held_*.jsonl not;
free_*.jsonl (Chinese only) keep hardly a word, and their second half was not looked at while rare characters were made
evidence. Drafts are own texts with rewritten passages between them; sources hold three of the passages each. Rows:
level, passages, share of their characters marked with the right passage as the source, how many by more than half,
characters by part of the composition; then what is marked of own text, and of drafts that share nothing, against the
source on their subject and against all sources. With --show, what is missed and what is marked wrongly.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from synthesis.engine.overlap.report import NamedCorpus, SourceText, compare
from synthesis.engine.overlap.result import OverlapResult, part_of

DATA = Path(__file__).resolve().parent / "data"
LEVELS = ("light", "medium", "heavy")


def rows_of(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


def letters(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {i for low, high in spans for i in range(low, min(high, len(text))) if text[i].isalnum()}


def sources_of(passages: list[str], around: list[str]) -> list[str]:
    """Texts of one page: another text, then three of the passages."""
    return ["\n".join([around[i // 3 % len(around)], *passages[i : i + 3]]) for i in range(0, len(passages), 3)]


def found_of(
    draft: str, spans: list[tuple[int, int]], rows: list[dict[str, str]], sources: list[str], result: OverlapResult
) -> list[float]:
    """For each rewritten passage the share of it that is marked with a place in its own source passage."""
    out = []
    for span, row in zip(spans, rows, strict=True):
        right = []
        for match in result.matches:
            at = sources[match.number].find(row["source"])
            if at >= 0 and match.span[0] < at + len(row["source"]) and match.span[1] > at:
                right.append(match.draft)
        mine = letters(draft, [span])
        out.append(len(mine & letters(draft, right)) / len(mine))
    return out


def rewritten(language: str, level: str, show: bool, which: str = "") -> dict[str, Any]:
    """One row of the table. `which`: what the names of the files begin with."""
    every = [row for row in rows_of(f"{which}rewritten.jsonl") if row["language"] == language]
    apart = [row for row in rows_of(f"{which}same_subject.jsonl") if row["language"] == language]
    sources = sources_of(list(dict.fromkeys(row["source"] for row in every)), [row["source"] for row in apart])
    rows = [row for row in every if row["level"] == level]
    draft, spans = "", []
    for i, row in enumerate(rows):
        draft += apart[i % len(apart)]["draft"] + "\n"
        spans.append((len(draft), len(draft) + len(row["rewritten"])))
        draft += row["rewritten"] + "\n"
    result = compare(draft, NamedCorpus([SourceText(str(i), text) for i, text in enumerate(sources)]))
    shares = found_of(draft, spans, rows, sources, result)
    own = letters(draft, [(0, len(draft))]) - letters(draft, spans)
    wrong = own & letters(draft, [match.draft for match in result.matches])
    parts = Counter({part_of(match.kind): 0 for match in result.matches})
    for match in result.matches:
        parts[part_of(match.kind)] += len(letters(draft, match.owned))
    if show:
        for share, row in zip(shares, rows, strict=True):
            if share < 0.5:
                print(f"missed {share:.2f} {row['rewritten']}\n       {row['source']}")
    return {
        "text": f"{language} {level}",
        "passages": len(rows),
        "marked": sum(shares) / len(shares),
        "more than half": sum(share > 0.5 for share in shares),
        "own": len(own),
        "own marked": len(wrong),
        "parts": ", ".join(f"{part} {size}" for part, size in sorted(parts.items())),
    }


def unrelated(language: str, show: bool, which: str = "") -> dict[str, Any]:
    """Characters marked of drafts that share nothing, against the source on the same subject, and against all."""
    rows = [row for row in rows_of(f"{which}same_subject.jsonl") if row["language"] == language]
    everything = NamedCorpus([SourceText(row["subject"], row["source"]) for row in rows])
    out: dict[str, Any] = {"text": language, "drafts": len(rows), "characters": 0, "one": 0, "all": 0}
    for row in rows:
        one = compare(row["draft"], [SourceText(row["subject"], row["source"])])
        every = compare(row["draft"], everything)
        out["characters"] += one.counted
        out["one"] += one.matched
        out["all"] += every.matched
        if show:
            for match in (*one.matches, *every.matches):
                print("wrong", match.kind, row["draft"][slice(*match.draft)])
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--set", choices=("later", "worked", "held", "free"))
    options = parser.parse_args()
    which, levels = (f"{options.set}_", LEVELS[2:]) if options.set else ("", LEVELS)
    languages = ("zh",) if options.set == "free" else ("zh", "en")
    tables = (
        [rewritten(language, level, options.show, which) for language in languages for level in levels],
        [unrelated(language, options.show, which) for language in languages],
    )
    for table in tables:
        print(" | ".join(table[0]))
        for row in table:
            print(" | ".join(f"{value:.3f}" if isinstance(value, float) else str(value) for value in row.values()))


if __name__ == "__main__":
    main()
